"""The JSON export: an assessment as one canonical document, the same bytes for the same content.

Documented for its readers in docs/export-format.md. The *document* of an assessment holds no name of a person: where
somebody is named stands a mark. Its bytes are what a hash is the hash of, and what is kept of a signed-off assessment:
the hash is over ids, so that a name can be erased and the hash still holds.

An *export* is the document with lines more, each a key that begins with `carried_`: the framework, the names by the
ids of their places, and of a signed-off assessment its sign-off. Without these lines the same bytes are the document,
which names the content of the framework by its own hash. The hash covers that a place has a name, not which; of a
signed-off assessment the signature covers that too.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator, Mapping
from json.encoder import encode_basestring as _quoted
from typing import Annotated, Any, Literal

from pydantic import Field

from assessment.domain.answered.assessment import Assessment, FrameworkPin
from assessment.domain.answered.entries import AssessmentModel, PersonName
from assessment.domain.authored.framework import Framework
from assessment.services.naming import named, nameless, names_in
from assessment.services.signing import CarriedSignOff

FORMAT = "plumbline-assessment"
FORMAT_VERSION = 6
# 1 carried no framework; 1 and 2 had no actions, texts, evidence files; 4 had names beside; 5 workshops; 6 plans
READ_VERSIONS = (1, 2, 3, 4, 5, 6)
LAST_WITH_NAMES = 3
LAST_WITHOUT_WORKSHOPS = 4
LAST_WITHOUT_PLANS = 5
_OF_WORKSHOPS = frozenset({"agenda", "rounds", "parked", "decisions", "sessions"})
_OF_PLANS = frozenset(
    {
        *("plans", "running", "actions.done_on"),
        *("roadmap.budget_unit", "roadmap.budgets", "roadmap.wave_lengths"),
    }
)
CARRIED = "carried_framework"
CARRIED_NAMES = "carried_names"
CARRIED_SIGN_OFF = "carried_sign_off"
_NEXT_LINE = '\n  "format": "'  # the line behind what is carried; no text of a document holds a line break
_CARRIED_LINE = '\n  "carried_'


class ExportDocument(AssessmentModel):
    """An exported assessment."""

    format: Literal["plumbline-assessment"] = Field(description="Always 'plumbline-assessment'.")
    format_version: Annotated[int, Field(ge=1)] = Field(description="Version of this format; this one is 6.")
    framework: FrameworkPin = Field(description="The framework the assessment answers; the same as in its header.")
    assessment: Assessment
    carried_framework: Framework | None = Field(
        default=None,
        description="The content of that framework, on one line: canonical JSON whose SHA-256 is its content_hash.",
    )
    carried_names: dict[str, PersonName] = Field(
        default={}, description="On one line: the name for each '(name)' in the assessment, by the ids of its place."
    )
    carried_sign_off: CarriedSignOff | None = Field(
        default=None, description="On one line, of a signed-off assessment: who signed when, and the journal, signed."
    )


def to_document(assessment: Assessment) -> str:
    """The document of an assessment: sorted keys, two spaces of indent, UTF-8 as itself, a newline at the end."""
    return "".join(export_pieces(nameless(assessment)))


def to_export(assessment: Assessment) -> str:
    """The document with the names of people, and nothing else it could carry."""
    return carrying(to_document(assessment), names=names_in(assessment))


def export_pieces(
    assessment: Assessment, version: int = FORMAT_VERSION, without: frozenset[str] = frozenset()
) -> Iterator[str]:
    """The document piece by piece, an entry at a time: one of 500 people has 60 MB. Names are written as they stand.

    `without` names parts that are left out, or `part.field` for a field of each of its entries.
    """
    yield '{\n  "assessment": {'
    for index, name in enumerate(sorted(set(Assessment.model_fields) - without)):
        yield f'{"," if index else ""}\n    "{name}": '
        yield from _part(getattr(assessment, name), _fields_of(name, without))
    pin = _encoded(assessment.header.framework, 1)
    yield f'\n  }},\n  "format": "{FORMAT}",\n  "format_version": {version},\n  "framework": {pin}\n}}\n'


def carrying(
    document: str, *, framework: str | None = None, names: Mapping[str, str] | None = None, sign_off: str | None = None
) -> str:
    """An export: a document with what it carries, framework and sign-off given as JSON on one line."""
    before, _, behind = document.partition(_NEXT_LINE)
    written_names = json.dumps(names, ensure_ascii=False, sort_keys=True) if names else None
    carried = ((CARRIED, framework), (CARRIED_NAMES, written_names), (CARRIED_SIGN_OFF, sign_off))
    lines = "".join(f'\n  "{key}": {text},' for key, text in carried if text is not None)
    return f"{before}{lines}{_NEXT_LINE}{behind}"


def document_of(export: bytes) -> bytes | None:
    """The document in an export, without the lines it carries; None where it is not laid out as one."""
    before, found, behind = export.partition(_NEXT_LINE.encode())
    if not found or _NEXT_LINE.encode() in behind:
        return None
    start = before.find(_CARRIED_LINE.encode())
    while start >= 0:
        end = before.find(b"\n", start + 1)
        before = before[:start] + (before[end:] if end >= 0 else b"")
        start = before.find(_CARRIED_LINE.encode(), start)
    return before + found + behind


def from_export(text: str) -> Assessment:
    """The assessment of an export that this program wrote; an upload goes through `ExchangeService.import_json`."""
    document = ExportDocument.model_validate_json(text)
    return named(document.assessment, document.carried_names)


def from_document(text: str, names: Mapping[str, str]) -> Assessment:
    """The assessment of a kept document, with the names of people that are still known, by their labels."""
    return named(ExportDocument.model_validate_json(text).assessment, names)


def export_hash(text: str) -> str:
    """SHA-256 of the document of an export, 64 hexadecimal characters; of the whole text where it is none."""
    content = text.encode()
    found = document_of(content)
    return hashlib.sha256(content if found is None else found).hexdigest()


def assessment_hash(assessment: Assessment) -> str:
    """SHA-256 of the document of an assessment."""
    return _hash_of(export_pieces(nameless(assessment)))


def former_hashes(assessment: Assessment) -> tuple[str, ...]:
    """What `assessment_hash` was in earlier format versions, which reports printed then carry: up to version 5, when
    no plans were saved, up to version 4, when there were no workshops, and up to version 3, when it covered the names.
    """
    before_workshops = _OF_WORKSHOPS | _OF_PLANS
    without_plans = export_pieces(nameless(assessment), LAST_WITHOUT_PLANS, _OF_PLANS)
    without_workshops = export_pieces(nameless(assessment), LAST_WITHOUT_WORKSHOPS, before_workshops)
    with_names = export_pieces(assessment, LAST_WITH_NAMES, before_workshops | {"claim"})
    return _hash_of(without_plans), _hash_of(without_workshops), _hash_of(with_names)


def export_schema() -> dict[str, Any]:
    """The JSON Schema of an export, generated from the models."""
    return ExportDocument.model_json_schema()


def _hash_of(pieces: Iterator[str]) -> str:
    made = hashlib.sha256()
    for piece in pieces:
        made.update(piece.encode())
    return made.hexdigest()


def _fields_of(part: str, without: frozenset[str]) -> frozenset[str]:
    """The fields of a part's entries that are left out."""
    return frozenset(name.partition(".")[2] for name in without if name.startswith(f"{part}."))


def _part(value: object, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """One part of the assessment, which stands at depth 2, its entries without some of their fields."""
    if not isinstance(value, tuple) or not value:
        yield _encoded(_fields(value, without), 2)
        return
    for index, entry in enumerate(value):
        yield "," if index else "["
        yield f"\n      {_encoded(_fields(entry, without), 3)}"
    yield "\n    ]"


def _fields(value: object, without: frozenset[str]) -> object:
    if without and isinstance(value, AssessmentModel):
        return value.model_dump(mode="json", exclude=set(without))
    return value


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
