"""Which kind a file is, what it says it was made from, and its places. Every file is a stranger's until compared."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from xml.etree.ElementTree import ParseError

from assessment.domain.rereading import Place
from assessment.errors import InvalidInput
from assessment.reporting.rereading.archives import Refused, kind_of_archive
from assessment.views.stamp import Stamp, read_stamp
from assessment.views.wording.report_check import DAMAGED, REMEDY

FILE_BYTES = 100 * 2**20


@dataclass(frozen=True, slots=True, kw_only=True)
class Reread:
    """What a file says of itself, None where it says nothing, and everything else it says."""

    stamp: Stamp | None
    places: tuple[Place, ...]


def reread(content: bytes, file_name: str) -> Reread:
    """A file read back. InvalidInput for one that is too large, damaged or none of the kinds that leave the house."""
    try:
        keywords, places = _reader(content)(content)
    except Refused as error:
        raise InvalidInput(file_name, str(error), REMEDY) from error
    except (
        *(ArithmeticError, AssertionError, AttributeError, EOFError, LookupError, MemoryError, NotImplementedError),
        *(OSError, ParseError, RecursionError, RuntimeError, SyntaxError, TypeError, ValueError),
    ) as error:  # what the libraries raise for what they were not made for
        raise InvalidInput(file_name, DAMAGED, REMEDY) from error
    return Reread(stamp=read_stamp(keywords), places=places)


Reader = Callable[[bytes], tuple[str, tuple[Place, ...]]]


def _reader(content: bytes) -> Reader:
    """What reads such a file; libraries are imported for the kind at hand."""
    if not content or len(content) > FILE_BYTES:
        raise Refused("it is empty, or larger than any file that Plumbline writes")
    if content.startswith(b"%PDF-"):
        from assessment.reporting.rereading.pdf import read_pdf

        return read_pdf
    if not content.startswith(b"PK"):
        from assessment.reporting.rereading.bundle import read_bundle

        return read_bundle
    return _archive_reader(content)


def _archive_reader(content: bytes) -> Reader:
    kind = kind_of_archive(content)
    if kind == "pptx":
        from assessment.reporting.rereading.deck import read_deck

        return read_deck
    if kind == "xlsx":
        from assessment.reporting.rereading.workbook import read_workbook

        return read_workbook
    from assessment.reporting.rereading.csv_files import read_csv_files

    return read_csv_files
