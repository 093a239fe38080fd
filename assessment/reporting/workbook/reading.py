"""A workbook or CSV file that comes back, as rows of texts and numbers with the addresses of their cells.

What is in it decides nothing here: which rows mean what is for whoever asked for them. The archive is measured before
it is opened, only the sheets asked for are read, and what is too big, damaged or of another kind is refused in words.

| limit | of |
|---|---|
| 10 MB | the file |
| 60 MB, 300 times the packed size | everything in the archive, unpacked |
| 500 | members of the archive |
| 20,000 rows that hold anything, 60 columns, 40,000 characters | one sheet, one cell |
"""

from __future__ import annotations

import csv
import io
import re
import warnings
import zipfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from html import unescape
from typing import Any, TypeAlias

from openpyxl.cell.text import Text
from openpyxl.reader.excel import ExcelReader
from openpyxl.utils import get_column_letter
from openpyxl.xml.constants import SHARED_STRINGS, SHEET_MAIN_NS
from openpyxl.xml.functions import iterparse

from assessment.errors import ImportRefused
from assessment.reporting.guarded_text import unguarded
from assessment.views.wording.read_back import SAVE_AGAIN

FILE_BYTES = 10_000_000
UNPACKED_BYTES = 60_000_000
STYLES_BYTES = 3_000_000
RATIO_LIMIT = 300
MEMBER_LIMIT = 500
ROW_LIMIT = 20_000
COLUMN_LIMIT = 60
CHARACTER_LIMIT = 40_000
_KEYWORDS_BYTES = 100_000
_SAMPLE_CHARACTERS = 100_000
_PERCENT_DIGITS = 6
_LAST_ROW = 1_048_576  # a spreadsheet has no more
_ZIP = b"PK\x03\x04"
_CORE = "docProps/core.xml"
_CONTENT_TYPES = "[Content_Types].xml"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_KEYWORDS = re.compile(rb"<(?:\w+:)?keywords>([^<]*)</")

Value: TypeAlias = str | int | float | bool | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadRow:
    """A row as it stands in the file; `number` counts from 1 as a spreadsheet does."""

    number: int
    values: tuple[Value, ...]

    def value(self, place: int) -> Value:
        """What the cell in a column holds, from 0; None past the last one."""
        return self.values[place] if place < len(self.values) else None

    def address(self, place: int) -> str:
        """How a spreadsheet calls the cell in a column.

        >>> ReadRow(number=7, values=()).address(27)
        'AB7'
        """
        return f"{get_column_letter(place + 1)}{self.number}"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadSheet:
    """A sheet with rows; of a CSV file the name is that of the file without its ending."""

    name: str
    rows: tuple[ReadRow, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadFile:
    """What was asked for of a file, in its order; `keywords` is what the file says of itself, "" where nothing."""

    sheets: tuple[ReadSheet, ...]
    keywords: str = ""


class _Reader(ExcelReader):  # type: ignore[misc]  # openpyxl has no types
    """Reads shared texts as they stand: openpyxl takes the mark out that tells `_x0041_` from the letter it escapes."""

    def read_strings(self) -> None:
        """The shared texts, escapes left in them."""
        part = self.package.find(SHARED_STRINGS)
        if part is None:
            return
        with self.archive.open(part.PartName[1:]) as source:
            for _, node in iterparse(source):
                if node.tag == f"{{{SHEET_MAIN_NS}}}si":
                    self.shared_strings.append(Text.from_tree(node).content)
                    node.clear()


class _Refused(ValueError):
    """Raised on the way; its text is the reason, `where` the sheet or member."""

    def __init__(self, reason: str, where: str = "") -> None:
        self.where = where
        super().__init__(reason)


def read_sheets(content: bytes, file_name: str, wanted: Sequence[str]) -> ReadFile:
    """The sheets of these names, case and surrounding space aside, in a workbook, a ZIP of CSV files or one CSV file.

    A CSV file by itself is read whatever it is called. Raises ImportRefused for anything else, and for a file that
    goes over a limit.
    """
    names = {_plain(name) for name in wanted}
    try:
        if len(content) > FILE_BYTES:
            raise _Refused(f"it has {len(content):,} bytes, at most {FILE_BYTES:,} are allowed")
        if not content.startswith(_ZIP):
            return ReadFile(sheets=(_csv_sheet(content, _stem(file_name)),))
        return _of_archive(content, names)
    except _Refused as error:
        raise ImportRefused(file_name, error.where, str(error), SAVE_AGAIN) from error


def _of_archive(content: bytes, names: set[str]) -> ReadFile:
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            _require_modest(archive, len(content))
            if _CONTENT_TYPES in archive.namelist():
                _require_plain_xml(archive)
                return ReadFile(sheets=tuple(_workbook_sheets(content, names)), keywords=_keywords(archive))
            return ReadFile(sheets=tuple(_csv_sheets(archive, names)))
    except _Refused:
        raise
    except Exception as error:  # zipfile raises whatever it stumbles over: BadZipFile, ValueError ...
        raise _Refused("it is damaged, or packed in a way that is not read here") from error


def _require_modest(archive: zipfile.ZipFile, packed_bytes: int) -> None:
    members = archive.infolist()
    if len(members) > MEMBER_LIMIT:
        raise _Refused(f"it holds {len(members):,} files, at most {MEMBER_LIMIT:,} are allowed")
    if len({member.filename for member in members}) < len(members):
        raise _Refused("it holds two files of one name")
    unpacked = sum(member.file_size for member in members)
    if unpacked > UNPACKED_BYTES or unpacked > RATIO_LIMIT * packed_bytes:
        raise _Refused(f"unpacked it would have {unpacked:,} bytes, which is more than is read here")
    if any(member.flag_bits & 1 for member in members):
        raise _Refused("it is locked with a password")


def _require_plain_xml(archive: zipfile.ZipFile) -> None:
    """Raise _Refused for a document type, which may grow without bound; no spreadsheet writes one."""
    for member in archive.infolist():
        if not member.filename.endswith((".xml", ".rels")):
            continue
        text = archive.read(member)
        start = text[:100].removeprefix(b"\xef\xbb\xbf").lstrip()
        if not start.startswith(b"<") or b"\x00" in start or b"<!DOCTYPE" in text or b"<!ENTITY" in text:
            raise _Refused("it is no XML as a spreadsheet writes it", member.filename)
        if member.filename.endswith("styles.xml") and len(text) > STYLES_BYTES:
            raise _Refused(f"it has more than {STYLES_BYTES:,} bytes", member.filename)


def _keywords(archive: zipfile.ZipFile) -> str:
    if _CORE not in archive.namelist():
        return ""
    found = _KEYWORDS.search(archive.read(_CORE)[:_KEYWORDS_BYTES])
    return unescape(found.group(1).decode("utf-8", "replace")) if found else ""


def _workbook_sheets(content: bytes, names: set[str]) -> Iterator[ReadSheet]:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # what openpyxl does not know of a sheet is no part of its rows
            reader = _Reader(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
            reader.read()
            found = [sheet for sheet in reader.wb.worksheets if _plain(sheet.title) in names]
            sheets = [
                ReadSheet(name=sheet.title, rows=_as_shown(sheet, _rows(_values(sheet), sheet.title)))
                for sheet in found
            ]
    except _Refused:
        raise
    except (
        Exception
    ) as error:  # openpyxl raises whatever its parsing stumbles over: KeyError, IndexError, ParseError ...
        raise _Refused("it is damaged: its sheets cannot be read") from error
    yield from sheets


def _values(sheet: Any) -> Iterator[Sequence[object]]:
    found: Iterator[Sequence[object]] = sheet.iter_rows(max_row=_LAST_ROW, max_col=COLUMN_LIMIT, values_only=True)
    return found


def _as_shown(sheet: Any, rows: tuple[ReadRow, ...]) -> tuple[ReadRow, ...]:
    """The rows with numbers under a heading of percents as they are seen: a cell that shows 40% holds 0.4."""
    headings = rows[0].values if rows else ()
    for place in (place for place, heading in enumerate(headings) if isinstance(heading, str) and "%" in heading):
        column = sheet.iter_rows(max_row=rows[-1].number, min_col=place + 1, max_col=place + 1)
        seen = {
            number: f"{round(cell.value * 100, _PERCENT_DIGITS):g}%"
            for number, (cell, *_) in enumerate(column, start=1)
            if isinstance(cell.value, int | float) and "%" in cell.number_format
        }
        rows = tuple(_with(row, place, seen[row.number]) if row.number in seen else row for row in rows)
    return rows


def _with(row: ReadRow, place: int, value: Value) -> ReadRow:
    return replace(row, values=(*row.values[:place], value, *row.values[place + 1 :]))


def _csv_sheets(archive: zipfile.ZipFile, names: set[str]) -> Iterator[ReadSheet]:
    for member in archive.infolist():
        if member.filename.lower().endswith(".csv") and _plain(_stem(member.filename)) in names:
            yield _csv_sheet(archive.read(member), _stem(member.filename))


def _csv_sheet(content: bytes, name: str) -> ReadSheet:
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise _Refused("it is not UTF-8 text", f"byte {error.start}") from error
    if "\x00" in text:
        raise _Refused("it is no text: it holds an invisible character (NUL)")
    csv.field_size_limit(CHARACTER_LIMIT * 4)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text), strict=True)
        return ReadSheet(name=name, rows=_rows(([unguarded(cell) for cell in row] for row in rows), name))
    except csv.Error as error:
        raise _Refused("its quotes or lines are damaged") from error


def _delimiter(text: str) -> str:
    """What parts the columns: a spreadsheet writes what its country's lists are parted by."""
    signs = (",", ";", "\t")
    lines = text[:_SAMPLE_CHARACTERS].splitlines()
    first = next((line for line in lines if any(sign in line for sign in signs)), "")
    return max(signs, key=first.count)


def _rows(found: Iterable[Sequence[object]], name: str) -> tuple[ReadRow, ...]:
    """The rows that hold anything."""
    rows: list[ReadRow] = []
    for number, row in enumerate(found, start=1):
        if row.count(None) == len(row):  # a style far down makes a million of them
            continue
        if len(rows) == ROW_LIMIT:
            raise _Refused(f"it has more than {ROW_LIMIT:,} rows", name)
        values = [_value(cell, name, number) for cell in row[:COLUMN_LIMIT]]
        while values and values[-1] is None:
            values.pop()
        if values:
            rows.append(ReadRow(number=number, values=tuple(values)))
    return tuple(rows)


def _value(cell: object, name: str, number: int) -> Value:
    """What a cell holds, as one of few types; texts as they were written, before a workbook escaped them."""
    if isinstance(cell, datetime):
        return cell.date() if cell.time() == time() else cell.isoformat(" ")
    if isinstance(cell, str):
        if len(cell) > CHARACTER_LIMIT:
            raise _Refused(f"a cell has more than {CHARACTER_LIMIT:,} characters", f"{name}, row {number}")
        return _ESCAPED.sub(lambda found: chr(int(found.group(1), 16)), cell) or None
    if cell is None or isinstance(cell, bool | int | float | date):
        return cell
    return str(cell)[:CHARACTER_LIMIT] if isinstance(cell, time | timedelta) else None


def _plain(name: str) -> str:
    return name.strip().casefold()


def _stem(file_name: str) -> str:
    return re.split(r"[/\\]", file_name)[-1].rpartition(".")[0] or file_name
