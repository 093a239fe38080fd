"""A file that comes back is read with its addresses; a damaged one, or one made to hurt, is refused in words."""

from __future__ import annotations

import io
import random
import time
import tracemalloc
import zipfile
from collections.abc import Callable
from datetime import date

import pytest
import xlsxwriter

from assessment.errors import ImportRefused
from assessment.reporting.workbook import reading
from assessment.reporting.workbook.reading import ReadFile, read_sheets

WANTED = ("Actions",)


def a_workbook(fill: Callable[[xlsxwriter.Workbook], None], keywords: str = "") -> bytes:
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True, "strings_to_formulas": False}) as book:
        book.set_properties({"keywords": keywords})
        fill(book)
    return written.getvalue()


def small(book: xlsxwriter.Workbook) -> None:
    sheet = book.add_worksheet(" actions ")
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    sheet.write_row(0, 0, ["id", "due", "done"])
    sheet.write_string(1, 0, "=1+1 _x0041_ \x01 <b>")
    sheet.write_datetime(1, 1, date(2026, 5, 1), day)
    sheet.write_number(1, 2, 40)
    sheet.write_boolean(4, 1, True)
    sheet.write_formula(4, 2, "=1+1", None, 2)
    book.add_worksheet("Others").write_string(0, 0, "not read")


def with_members(content: bytes, **members: bytes) -> bytes:
    """The archive with some files replaced; `sheet1` is the first sheet."""
    names = {"sheet1": "xl/worksheets/sheet1.xml", "strings": "xl/sharedStrings.xml", "styles": "xl/styles.xml"}
    new = {names[name]: inner for name, inner in members.items()}
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as out:
        for name in archive.namelist():
            out.writestr(name, new.get(name, archive.read(name)))
    return written.getvalue()


def member(content: bytes, name: str) -> bytes:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name)


SMALL = a_workbook(small, "plumbline & hash")


def test_cells_are_read_with_their_kinds_and_addresses() -> None:
    found = read_sheets(SMALL, "a.xlsx", WANTED)
    assert found.keywords == "plumbline & hash"
    (sheet,) = found.sheets
    assert [(row.number, row.values) for row in sheet.rows] == [
        (1, ("id", "due", "done")),
        (2, ("=1+1 _x0041_ \x01 <b>", date(2026, 5, 1), 40)),
        (5, (None, True, 2)),
    ]
    assert (sheet.rows[1].address(2), sheet.rows[1].value(9), sheet.rows[2].address(0)) == ("C2", None, "A5")


def test_a_number_that_a_spreadsheet_shows_as_percent_is_read_as_it_is_seen() -> None:
    def fill(book: xlsxwriter.Workbook) -> None:
        sheet = book.add_worksheet("Actions")
        sheet.write_row(0, 0, ["share", "DONE %"])
        for row, (value, shown) in enumerate(((0.4, "0%"), (1, "0%"), (40, "0"), (0.285, "0.0%")), start=1):
            sheet.write_number(row, 0, value, book.add_format({"num_format": shown}))
            sheet.write_number(row, 1, value, book.add_format({"num_format": shown}))

    (sheet,) = read_sheets(a_workbook(fill), "a.xlsx", WANTED).sheets
    assert [row.values for row in sheet.rows[1:]] == [(0.4, "40%"), (1, "100%"), (40, 40), (0.285, "28.5%")]


def a_zip(**files: bytes) -> bytes:
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, inner in files.items():
            archive.writestr(f"{name}.csv", inner)
    return written.getvalue()


@pytest.mark.parametrize("sign", [",", ";", "\t"])
def test_a_csv_file_is_read_whatever_parts_its_columns(sign: str) -> None:
    text = f'\ufeffid{sign}note\r\na{sign}"two\nlines; ""x"", y"\r\n\'=1{sign}\'tis\r\n'
    for found in (
        read_sheets(text.encode(), "list.csv", WANTED),
        read_sheets(a_zip(ACTIONS=text.encode(), other=b"x"), "a.zip", WANTED),
    ):
        (sheet,) = found.sheets
        assert [row.values for row in sheet.rows] == [("id", "note"), ("a", 'two\nlines; "x", y'), ("=1", "'tis")]


def rows(count: int) -> bytes:
    return b"a,b\n" + b"1,2\n" * count


SHEET = member(SMALL, "xl/worksheets/sheet1.xml")
ENTITY = b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "b">]>'
NOISE = random.Random(1).randbytes(1_500_001).hex().encode()
REFUSED: dict[str, tuple[bytes, str]] = {
    "packed nothing": (a_zip(actions=b" " * 59_000_000), "unpacked it would have 59,000,000 bytes"),
    "too many files": (a_zip(**{f"f{number}": b"" for number in range(501)}), "it holds 501 files"),
    "too large": (b"a" * 10_000_001, "it has 10,000,001 bytes"),
    "an entity": (with_members(SMALL, sheet1=ENTITY + SHEET), "no XML as a spreadsheet writes it at xl/worksheets"),
    "another encoding": (with_members(SMALL, sheet1=SHEET.decode().encode("utf-16")), "no XML as a spreadsheet"),
    "broken XML": (with_members(SMALL, sheet1=SHEET[:-40]), "it is damaged"),
    "no strings": (with_members(SMALL, strings=b"<sst/>"), "it is damaged"),
    "large styles": (with_members(SMALL, styles=b"<a>%s</a>" % NOISE), "more than 3,000,000 bytes"),
    "cut off": (SMALL[:-30], "it is damaged"),
    "nothing": (b"PK\x03\x04", "it is damaged"),
    "too many rows": (rows(20_001), "it has more than 20,000 rows"),
    "a long cell": (b"a,b\n" + b"x" * 40_001 + b",\n", "a cell has more than 40,000 characters"),
    "no text": (b"a,b\n\x00,\n", "it holds an invisible character"),
    "not UTF-8": (b"a,b\n\xff,\n", "it is not UTF-8 text at byte 4"),
    "an open quote": (b'a,b\n"x,\n', "its quotes or lines are damaged"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(200), "it is not UTF-8 text"),
}


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_no_sheet_is_refused_in_words_quickly_and_in_little_memory(name: str) -> None:
    content, reason = REFUSED[name]
    begun = time.process_time()
    tracemalloc.start()
    with pytest.raises(ImportRefused) as refused:
        read_sheets(content, "a.xlsx", WANTED)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert reason in str(refused.value)
    assert str(refused.value).endswith("and read that file. Nothing was changed.")
    assert peak < 100_000_000
    assert time.process_time() - begun < 5


def test_a_row_far_down_and_a_column_far_out_are_not_walked_to() -> None:
    for last, numbers in ((b"999999999", [1, 2]), (b"1048576", [1, 2, 1_048_576])):
        far = SHEET.replace(b'<row r="5"', b'<row r="%s"' % last).replace(b'r="C2"', b'r="XFD2"')
        begun = time.process_time()
        (sheet,) = read_sheets(with_members(SMALL, sheet1=far), "a.xlsx", WANTED).sheets
        assert [row.number for row in sheet.rows] == numbers
        assert len(sheet.rows[1].values) == 2
        assert time.process_time() - begun < 5


def test_a_size_that_lies_unpacks_no_more_than_it_says() -> None:
    content = bytearray(a_zip(actions=b"a,b\n" * 200_000))
    for mark, at in ((b"PK\x03\x04", 22), (b"PK\x01\x02", 24)):
        place = content.index(mark) + at
        content[place : place + 4] = (8).to_bytes(4, "little")
    with pytest.raises(ImportRefused, match="it is damaged"):
        read_sheets(bytes(content), "a.zip", WANTED)


def test_a_locked_archive_and_one_with_two_files_of_a_name_are_refused() -> None:
    locked = bytearray(a_zip(actions=b"a,b\n"))
    locked[locked.index(b"PK\x01\x02") + 8] |= 1
    with pytest.raises(ImportRefused, match="locked with a password"):
        read_sheets(bytes(locked), "a.zip", WANTED)
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w") as archive:
        archive.writestr("actions.csv", b"a")
        with pytest.warns(UserWarning, match="Duplicate name"):
            archive.writestr("actions.csv", b"b")
    with pytest.raises(ImportRefused, match="two files of one name"):
        read_sheets(written.getvalue(), "a.zip", WANTED)


def test_the_limits_are_those_that_are_told() -> None:
    told = (reading.__doc__ or "").replace(",", "")
    for limit in (reading.ROW_LIMIT, reading.COLUMN_LIMIT, reading.CHARACTER_LIMIT, reading.MEMBER_LIMIT):
        assert str(limit) in told
    assert f"{reading.UNPACKED_BYTES // 10**6} MB" in told
    assert f"{reading.FILE_BYTES // 10**6} MB" in told


def test_nothing_that_was_asked_for_is_an_empty_file() -> None:
    assert read_sheets(SMALL, "a.xlsx", ("Answers",)) == ReadFile(sheets=(), keywords="plumbline & hash")
