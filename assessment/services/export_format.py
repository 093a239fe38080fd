"""The JSON export: an assessment as one canonical document, the same bytes for the same content.

Documented for its readers in docs/export-format.md. The same bytes are the snapshot of a signed-off assessment.
"""

from __future__ import annotations

import hashlib
import json
from typing import Annotated, Any, Literal

from pydantic import Field

from assessment.domain.answered.assessment import Assessment, FrameworkPin
from assessment.domain.answered.entries import AssessmentModel

FORMAT = "plumbline-assessment"
FORMAT_VERSION = 1


class ExportDocument(AssessmentModel):
    """An exported assessment."""

    format: Literal["plumbline-assessment"] = Field(description="Always 'plumbline-assessment'.")
    format_version: Annotated[int, Field(ge=1)] = Field(description="Version of this format; this one is 1.")
    framework: FrameworkPin = Field(description="The framework the assessment answers; the same as in its header.")
    assessment: Assessment


def to_export(assessment: Assessment) -> str:
    """The canonical export: sorted keys, two spaces of indent, UTF-8 as itself, a newline at the end."""
    document = ExportDocument(
        format="plumbline-assessment",
        format_version=FORMAT_VERSION,
        framework=assessment.header.framework,
        assessment=assessment,
    )
    values = document.model_dump(mode="json")
    return json.dumps(values, ensure_ascii=False, sort_keys=True, indent=2, allow_nan=False) + "\n"


def from_export(text: str) -> Assessment:
    """The assessment of an export that this program wrote; an upload goes through `ExchangeService.import_json`."""
    return ExportDocument.model_validate_json(text).assessment


def export_hash(text: str) -> str:
    """SHA-256 of an export's UTF-8 bytes, 64 hexadecimal characters."""
    return hashlib.sha256(text.encode()).hexdigest()


def export_schema() -> dict[str, Any]:
    """The JSON Schema of an export, generated from the models."""
    return ExportDocument.model_json_schema()
