"""The JSON export: an assessment as one canonical document, the same bytes for the same content.

Documented for its readers in docs/export-format.md. An export is the document of an assessment with one line more, the
framework it carries. Without that line the same bytes are the snapshot of a signed-off assessment, and what a report's
hash is the hash of: the document names the content of the framework by its own hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from json.encoder import encode_basestring as _quoted
from typing import Annotated, Any, Literal

from pydantic import Field

from assessment.domain.answered.assessment import Assessment, FrameworkPin
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.authored.framework import Framework

FORMAT = "plumbline-assessment"
FORMAT_VERSION = 3
READ_VERSIONS = (1, 2, 3)  # 1 carried no framework; 1 and 2 had no actions, texts and evidence files
CARRIED = "carried_framework"
_CARRIED_LINE = f'\n  "{CARRIED}": '
_NEXT_LINE = '\n  "format": "'  # the line behind it; no text of a document holds a line break


class ExportDocument(AssessmentModel):
    """An exported assessment."""

    format: Literal["plumbline-assessment"] = Field(description="Always 'plumbline-assessment'.")
    format_version: Annotated[int, Field(ge=1)] = Field(description="Version of this format; this one is 3.")
    framework: FrameworkPin = Field(description="The framework the assessment answers; the same as in its header.")
    assessment: Assessment
    carried_framework: Framework | None = Field(
        default=None,
        description="The content of that framework, on one line: canonical JSON whose SHA-256 is its content_hash.",
    )


def to_export(assessment: Assessment) -> str:
    """The document of an assessment: sorted keys, two spaces of indent, UTF-8 as itself, a newline at the end."""
    return "".join(export_pieces(assessment))


def export_pieces(assessment: Assessment) -> Iterator[str]:
    """The document piece by piece, an entry at a time: one of 500 people has 60 MB."""
    yield '{\n  "assessment": {'
    for index, name in enumerate(sorted(Assessment.model_fields)):
        yield f'{"," if index else ""}\n    "{name}": '
        yield from _part(getattr(assessment, name))
    pin = _encoded(assessment.header.framework, 1)
    yield f'\n  }},\n  "format": "{FORMAT}",\n  "format_version": {FORMAT_VERSION},\n  "framework": {pin}\n}}\n'


def carrying(document: str, framework: str) -> str:
    """An export: a document with the framework it carries, given as its canonical JSON."""
    before, _, behind = document.partition(_NEXT_LINE)
    return f"{before}{_CARRIED_LINE}{framework},{_NEXT_LINE}{behind}"


def without_carried(content: bytes, framework: str | None) -> bytes | None:
    """The document in an export that carries a framework, None for none; None where it is not laid out as one."""
    if content.count(_NEXT_LINE.encode()) != 1:
        return None
    if framework is None:
        return content
    line = f"{_CARRIED_LINE}{framework},".encode()
    return content.replace(line, b"") if content.count(line) == 1 else None


def from_export(text: str) -> Assessment:
    """The assessment of a document that this program wrote; an upload goes through `ExchangeService.import_json`."""
    return ExportDocument.model_validate_json(text).assessment


def export_hash(text: str) -> str:
    """SHA-256 of an export's UTF-8 bytes, 64 hexadecimal characters."""
    return hashlib.sha256(text.encode()).hexdigest()


def export_schema() -> dict[str, Any]:
    """The JSON Schema of an export, generated from the models."""
    return ExportDocument.model_json_schema()


def _part(value: object) -> Iterator[str]:
    """One part of the assessment, which stands at depth 2."""
    if not isinstance(value, tuple) or not value:
        yield _encoded(value, 2)
        return
    for index, entry in enumerate(value):
        yield "," if index else "["
        yield f"\n      {_encoded(entry, 3)}"
    yield "\n    ]"


def _encoded(value: object, depth: int) -> str:
    """A value as canonical JSON that stands at a depth: quicker than the standard library's encoder with an indent."""
    if isinstance(value, str):
        return _quoted(value)
    if isinstance(value, AssessmentModel):
        value = value.model_dump(mode="json")
    if isinstance(value, dict):
        members = [f"{_quoted(key)}: {_encoded(inner, depth + 1)}" for key, inner in sorted(value.items())]
        return _bracketed("{}", members, depth)
    if isinstance(value, list | tuple):
        return _bracketed("[]", [_encoded(inner, depth + 1) for inner in value], depth)
    return json.dumps(value, allow_nan=False)


def _bracketed(brackets: str, members: list[str], depth: int) -> str:
    if not members:
        return brackets
    indent = "\n" + "  " * (depth + 1)
    return f"{brackets[0]}{indent}{f',{indent}'.join(members)}{indent[:-2]}{brackets[1]}"
