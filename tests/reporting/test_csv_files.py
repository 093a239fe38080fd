"""The CSV files: the sheets to the last digit, one file each, the same bytes for the same snapshot."""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date
from functools import cache

from assessment.reporting.guarded_text import unguarded
from assessment.reporting.workbook import csv_zip_bytes
from assessment.views.sheets.model import SheetValue
from assessment.views.sheets.workbook import workbook_sheets
from assessment.views.stamp import Stamp, read_stamp
from tests.computing import SNAPSHOT_HASH, the_sample

DAY, VERSION = date(2026, 3, 20), "0.1.0"


@cache
def archive() -> zipfile.ZipFile:
    return zipfile.ZipFile(io.BytesIO(csv_zip_bytes(the_sample().told, printed_on=DAY, product_version=VERSION)))


def as_given(field: str, value: SheetValue) -> SheetValue:
    """A field as the type that its value has."""
    if not field:
        return None
    if isinstance(value, date):
        return date.fromisoformat(field)
    return float(field) if isinstance(value, int | float) else unguarded(field)


def test_every_value_of_every_sheet_stands_in_its_file() -> None:
    sheets = workbook_sheets(the_sample().told, printed_on=DAY, product_version=VERSION)
    assert archive().namelist() == [*(f"{sheet.id}.csv" for sheet in sheets), "source.csv"]
    for sheet in sheets:
        head, *rows = csv.reader(io.StringIO(archive().read(f"{sheet.id}.csv").decode("utf-8-sig"), newline=""))
        assert head == [column.id for column in sheet.columns]
        assert len(rows) == len(sheet.rows)
        for row, values in zip(rows, sheet.rows, strict=True):
            assert [as_given(field, value) for field, value in zip(row, values, strict=True)] == list(values)


def test_a_gap_below_0_stays_a_number() -> None:
    rows = csv.DictReader(io.StringIO(archive().read("processes.csv").decode("utf-8-sig"), newline=""))
    gaps = {row["process-id"]: row["gap-shown"] for row in rows}
    assert gaps["cost-management"] == "-1.7"


def test_files_begin_with_the_mark_of_utf_8_and_have_no_time_of_their_own() -> None:
    for entry in archive().infolist():
        assert archive().read(entry).startswith(b"\xef\xbb\xbf")
        assert entry.date_time == (1980, 1, 1, 0, 0, 0)


def test_the_same_snapshot_gives_the_same_bytes_and_says_what_it_was_made_from() -> None:
    content = csv_zip_bytes(the_sample().told, printed_on=DAY, product_version=VERSION)
    assert content == csv_zip_bytes(the_sample().told, printed_on=DAY, product_version=VERSION)
    assert read_stamp(archive().comment.decode()) == Stamp(
        kind="csv", snapshot_hash=SNAPSHOT_HASH, printed_on=DAY, product_version=VERSION
    )
