"""What goes to the process that looks at files, and what comes back; light, for whoever only asks."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.layout.layout import FilePlace, LayoutFile
from assessment.errors import ReportFailed
from assessment.reporting.branding.refusing import Refused

_REFUSAL = "refused\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Offered:
    """A file as somebody hands it over."""

    place: FilePlace
    name: str
    content: bytes


def answer_for(found: LayoutFile | Refused) -> bytes:
    """What was found, for the way between two processes."""
    if isinstance(found, Refused):
        return f"{_REFUSAL}{found.reason}\n{found.remedy}".encode()
    return found.model_dump_json().encode()


def read_answer(answer: bytes) -> LayoutFile:
    """What was found. Raises Refused, and ReportFailed for an answer that is none."""
    text = answer.decode()
    if text.startswith(_REFUSAL):
        reason, remedy = text.removeprefix(_REFUSAL).split("\n", 1)
        raise Refused(reason, remedy)
    try:
        return LayoutFile.model_validate_json(text)
    except ValueError as error:
        raise ReportFailed("the file could not be looked at") from error
