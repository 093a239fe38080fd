"""Folders of an installation: an invented framework as YAML, as an author would have it, and where everything is."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from pydantic import BaseModel

from assessment.domain.authored.content import (
    FrameworkHeader,
    GlossaryFile,
    LinkagesFile,
    OrganisationFile,
    ScenariosFile,
)
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.transition import TransitionsFile
from assessment.settings import Settings
from tests.builders import fields_of
from tests.store.databases import sqlite_url

FILES: dict[str, type[BaseModel]] = {
    "framework.yaml": FrameworkHeader,
    "linkages.yaml": LinkagesFile,
    "transitions.yaml": TransitionsFile,
    "scenarios.yaml": ScenariosFile,
    "organisation.yaml": OrganisationFile,
}


def settings_in(folder: Path) -> Settings:
    """Settings of an installation on SQLite with everything in one folder."""
    return Settings(
        database_url=sqlite_url(folder),
        data_folder=folder,
        questionnaires_folder=folder / "questionnaires",
        sample_file=folder / "sample.json",
    )


def write_framework(framework: Framework, folder: Path) -> Path:
    """The folder `<folder>/<framework id>`, which `load_framework` reads back as the same framework."""
    place = folder / framework.id
    (place / "processes").mkdir(parents=True, exist_ok=True)
    values = framework.model_dump(mode="json")
    for name, model in FILES.items():
        _write(place / name, {field: values[field] for field in model.model_fields})
    _write(place / "glossary.yaml", {next(iter(GlossaryFile.model_fields)): values["glossary"]})
    for process in values["processes"]:
        _write(place / "processes" / f"{process['id']}.yaml", process)
    return place


def distinct(framework: Framework) -> Framework:
    """The framework with texts that the linter takes for different ones."""
    processes = tuple(
        process.model_copy(
            update={
                "activities": tuple(
                    activity.model_copy(update={"question": f"{process.name}: {activity.question}"})
                    for activity in process.activities
                )
            }
        )
        for process in framework.processes
    )
    attributes = tuple(
        attribute.model_copy(
            update={
                "item": attribute.item.model_copy(
                    update={
                        "statements": tuple(
                            f"{attribute.id} of {{process}} at point {code}."
                            for code, _ in enumerate(attribute.item.statements)
                        )
                    }
                )
            }
        )
        for attribute in framework.attributes
    )
    return Framework(**{**fields_of(framework), "processes": processes, "attributes": attributes})


def _write(path: Path, values: dict[str, Any]) -> None:
    path.write_text(json.dumps(values, indent=1), encoding="utf-8")  # JSON is YAML
