"""What a file of evidence is, found out from its content alone, and a name for it that does no harm.

Nothing is unpacked: of a document in a ZIP the list of its parts is read and no more. What is not known is refused.
"""

from __future__ import annotations

import io
import re
import unicodedata
import zipfile
from dataclasses import dataclass

from assessment.errors import InvalidInput

KINDS_IN_WORDS = "a PDF, a picture (PNG, JPEG), plain text, CSV, or a Word, Excel or PowerPoint document without macros"
PART_LIMIT = 10_000
NAME_LIMIT = 120
_UNNAMED = "evidence"
_CONTROLS = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")
_NEVER_IN_A_NAME = re.compile(r'[<>:"|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FileKind:
    """A kind of file: its media type, and how the names of its files may end, the usual ending first."""

    media_type: str
    endings: tuple[str, ...]


_OFFICE = "application/vnd.openxmlformats-officedocument"
PDF = FileKind(media_type="application/pdf", endings=("pdf",))
PNG = FileKind(media_type="image/png", endings=("png",))
JPEG = FileKind(media_type="image/jpeg", endings=("jpg", "jpeg"))
TEXT = FileKind(media_type="text/plain", endings=("txt", "log", "md"))
CSV = FileKind(media_type="text/csv", endings=("csv",))
DOCX = FileKind(media_type=f"{_OFFICE}.wordprocessingml.document", endings=("docx",))
XLSX = FileKind(media_type=f"{_OFFICE}.spreadsheetml.sheet", endings=("xlsx",))
PPTX = FileKind(media_type=f"{_OFFICE}.presentationml.presentation", endings=("pptx",))
KINDS = (PDF, PNG, JPEG, TEXT, CSV, DOCX, XLSX, PPTX)
_BY_START = ((b"%PDF-", PDF), (b"\x89PNG\r\n\x1a\n", PNG), (b"\xff\xd8\xff", JPEG))
_BY_PART = (("word/document.xml", DOCX), ("xl/workbook.xml", XLSX), ("ppt/presentation.xml", PPTX))


def kind_of(name: str, content: bytes) -> FileKind:
    """What a file is. InvalidInput for anything but the known kinds, and for a document with macros.

    Text is CSV where its name says so: from the content alone nobody could tell.
    """
    for start, kind in _BY_START:
        if content.startswith(start):
            return kind
    if content.startswith(b"PK"):
        return _document(name, content)
    if _is_text(content):
        return CSV if name.lower().endswith(".csv") else TEXT
    raise _refused(name, "its content is none of the kinds that are kept")


def clean_name(name: str, kind: FileKind) -> str:
    """The last part of a name without what could mislead: no path, no hidden character, and an ending of its kind.

    >>> clean_name("..\\\\secret/report\u202efdp.exe", PDF)
    'reportfdp.exe.pdf'
    """
    last = re.split(r"[/\\]", name)[-1]
    seen = "".join(one for one in unicodedata.normalize("NFC", last) if unicodedata.category(one)[0] != "C")
    words = " ".join(_NEVER_IN_A_NAME.sub("", seen).split()).strip(". ")
    stem, dot, ending = words.rpartition(".")
    if not dot or ending.lower() not in kind.endings:
        stem, ending = words, kind.endings[0]
    stem = stem[:NAME_LIMIT].strip(". ") or _UNNAMED
    return f"{'_' if _RESERVED.match(stem) else ''}{stem}.{ending}"


def _document(name: str, content: bytes) -> FileKind:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = set(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, UnicodeError, OverflowError) as error:
        raise _refused(name, "it is damaged") from error
    if len(parts) > PART_LIMIT:
        raise _refused(name, "it has more parts than a document has")
    if any("vbaproject" in part.lower() or "/activex/" in part.lower() for part in parts):
        raise _refused(name, "it holds macros")
    found = [kind for part, kind in _BY_PART if part in parts]
    if len(found) != 1 or "[Content_Types].xml" not in parts:
        raise _refused(name, "its content is none of the kinds that are kept")
    return found[0]


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return False
    return _CONTROLS.search(content) is None


def _refused(name: str, reason: str) -> InvalidInput:
    shown = clean_name(name, TEXT).removesuffix(".txt")
    return InvalidInput(shown, reason, f"Hand in {KINDS_IN_WORDS}.")
