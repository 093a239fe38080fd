"""The words of evidence: which way it speaks, what its files are, and what is not here of them."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.evidence import Speaks
from assessment.views.wording.assessments import SEPARATOR
from assessment.views.wording.numbers import counted, decimal_text, whole_text

QUESTION = "Files seen as evidence"
TITLE = QUESTION
EMPTY = "No file of evidence was handed in."
FILE_COLUMN = "File"
QUESTION_COLUMN = "Question"
KIND_COLUMN = "Kind"
SIZE_COLUMN = "Size"
SPEAKS_COLUMN = "Speaks"
HASH_COLUMN = "SHA-256 begins with"
HASH_MEANING = "The first digits of the SHA-256 of its content: the file that has it is the file that was seen."
SPEAKS: Mapping[Speaks | None, str] = {
    Speaks.FOR: "for the value",
    Speaks.AGAINST: "against the value",
    None: "not said",
}
NOT_HERE = "content not here"
_OFFICE = "application/vnd.openxmlformats-officedocument"
_KINDS: Mapping[str, str] = {
    "application/pdf": "PDF",
    "image/png": "PNG picture",
    "image/jpeg": "JPEG picture",
    "text/plain": "Text",
    "text/csv": "CSV",
    f"{_OFFICE}.wordprocessingml.document": "Word document",
    f"{_OFFICE}.spreadsheetml.sheet": "Excel workbook",
    f"{_OFFICE}.presentationml.presentation": "PowerPoint deck",
}
_KILOBYTE = 1024


def finding(file_count: int, against_count: int) -> str:
    """How many files there are, and how many of them speak against."""
    if not file_count:
        return EMPTY
    said = f"{counted(file_count, 'file')} of evidence"
    return f"{said}, {whole_text(against_count)} against a value." if against_count else f"{said}."


def file_facts(media_type: str, size_count: int, short_hash: str, *, is_here: bool) -> str:
    """What a file is, in one line."""
    facts = [kind_text(media_type), size_text(size_count), f"SHA-256 {short_hash}"]
    return SEPARATOR.join(facts if is_here else [*facts, NOT_HERE])


def kind_text(media_type: str) -> str:
    """What a file is, in a word; the media type where it has none."""
    return _KINDS.get(media_type, media_type)


def size_text(size_count: int) -> str:
    """Bytes as people say them.

    >>> size_text(512), size_text(300_000), size_text(2_621_440)
    ('512\xa0bytes', '293\xa0kB', '2.5\xa0MB')
    """
    if size_count < _KILOBYTE:
        return f"{whole_text(size_count)}\u00a0bytes"
    if size_count < _KILOBYTE**2:
        return f"{whole_text(size_count / _KILOBYTE)}\u00a0kB"
    return f"{decimal_text(size_count / _KILOBYTE**2)}\u00a0MB"
