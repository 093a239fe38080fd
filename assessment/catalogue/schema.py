"""JSON Schema of a framework's files, for editors; generated, committed and compared in a test."""

from __future__ import annotations

import json
from collections.abc import Mapping

from assessment.domain.authored.content import (
    FrameworkHeader,
    FrameworkModel,
    GlossaryFile,
    LinkagesFile,
    OrganisationFile,
    Process,
    ScenariosFile,
)
from assessment.domain.authored.transition import TransitionsFile

SCHEMA_MODELS: Mapping[str, type[FrameworkModel]] = {
    "framework": FrameworkHeader,
    "process": Process,
    "linkages": LinkagesFile,
    "transitions": TransitionsFile,
    "scenarios": ScenariosFile,
    "organisation": OrganisationFile,
    "glossary": GlossaryFile,
}


def schema_files() -> Mapping[str, str]:
    """File name to text of each JSON Schema under `questionnaires/schema/`."""
    return {
        f"{name}.json": json.dumps(
            {"$schema": "https://json-schema.org/draft/2020-12/schema", **model.model_json_schema()},
            indent=2,
            ensure_ascii=False,
        )
        + "\n"
        for name, model in SCHEMA_MODELS.items()
    }
