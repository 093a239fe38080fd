"""A deck's template of one's own: an archive of decent size, without macros and without parts from elsewhere.

Whether it has the layouts that slides are made of, `slides.template` says when it opens it.
"""

from __future__ import annotations

import io
import zipfile
import zlib

import defusedxml.ElementTree
from defusedxml.common import DefusedXmlException

from assessment.reporting.branding.refusing import Refused
from assessment.views.wording import layout_files as words

SIZE_LIMIT = 8_000_000
UNPACKED_LIMIT = 60_000_000
PART_LIMIT = 2_000
PART_SIZE_LIMIT = 20_000_000
_MACROS = ("vbaproject", "vbadata", "activex", "/embeddings/", "/ctrlprops/")
_RELATIONSHIPS = ".rels"
_EXTERNAL = "External"
_LINK = "/hyperlink"


def require_template(content: bytes) -> None:
    """Raise Refused for an archive that is no presentation, is too large, acts or fetches."""
    if len(content) > SIZE_LIMIT:
        raise Refused(words.too_large(len(content), SIZE_LIMIT), "Make its pictures smaller.")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_decent(archive)
            _read(archive, "ppt/presentation.xml")
            _require_still(archive)
    except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, NotImplementedError, ValueError) as error:
        raise Refused("it is damaged: it cannot be unpacked", "Save it again as .pptx.") from error


def _require_decent(archive: zipfile.ZipFile) -> None:
    parts = archive.infolist()
    if len(parts) > PART_LIMIT:
        raise Refused(f"it has {len(parts):,} parts, at most {PART_LIMIT:,} are allowed", "Take out what it needs not.")
    unpacked = sum(part.file_size for part in parts)
    if unpacked > UNPACKED_LIMIT or any(part.file_size > PART_SIZE_LIMIT for part in parts):
        raise Refused("it is too large once it is unpacked", "Make its pictures smaller.")
    names = [part.filename.lower() for part in parts]
    if len(set(names)) < len(names):
        raise Refused("it holds two parts of one name", "Save it again as .pptx.")
    if any(mark in f"/{name}" for name in names for mark in _MACROS):
        raise Refused("it holds macros, controls or embedded files", words.PLAIN_DECK)


def _require_still(archive: zipfile.ZipFile) -> None:
    types = _read(archive, "[Content_Types].xml")
    if b"macroEnabled" in types or b"vbaProject" in types:
        raise Refused("it is made for macros", words.PLAIN_DECK)
    for part in archive.infolist():
        if part.filename.endswith((".xml", _RELATIONSHIPS)):
            root = _parsed(_read(archive, part.filename))
            if part.filename.endswith(_RELATIONSHIPS) and any(
                one.get("TargetMode") == _EXTERNAL and not one.get("Type", "").endswith(_LINK) for one in root
            ):
                raise Refused("it takes parts from outside the file", words.PLAIN_DECK)


def _read(archive: zipfile.ZipFile, name: str) -> bytes:
    """A part, no longer than it said it would be."""
    try:
        with archive.open(name) as part:
            content = part.read(PART_SIZE_LIMIT + 1)
    except KeyError as error:
        raise Refused("it is no presentation", "Save it as .pptx.") from error
    if len(content) > PART_SIZE_LIMIT:
        raise Refused("it is too large once it is unpacked", "Make its pictures smaller.")
    return content


def _parsed(content: bytes) -> defusedxml.ElementTree.Element:
    try:
        return defusedxml.ElementTree.fromstring(content, forbid_dtd=True)
    except (DefusedXmlException, SyntaxError, ValueError) as error:
        raise Refused("a part of it is damaged, or declares entities", "Save it again as .pptx.") from error
