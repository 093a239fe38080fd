"""The sheets as CSV files in one ZIP: a file a sheet, columns by their ids, the dictionary among them.

UTF-8 with its mark, as the spreadsheets that most people have need it to read other letters than English ones. Numbers
are exact, days as 2026-03-01, an empty field is nothing. A text that a spreadsheet would compute begins with an
apostrophe (`guarded_text`), which reading the file back takes off again; numbers below 0 are numbers and stay.
"""

from __future__ import annotations

import csv
import io
import zipfile
from datetime import date

from assessment.domain.computed import Computed
from assessment.reporting.guarded_text import guarded
from assessment.reporting.workbook.cell_text import clean_text
from assessment.views.sheets.model import Sheet, SheetValue
from assessment.views.sheets.read_me import file_name
from assessment.views.sheets.source import Source, source_sheet
from assessment.views.sheets.workbook import workbook_sheets
from assessment.views.stamp import Stamp, stamp_text

KIND = "csv"
FIRST_MOMENT = (1980, 1, 1, 0, 0, 0)
"""What a ZIP can say at the earliest: the files have no time of their own, so that the same is the same."""


def csv_zip_bytes(computed: Computed, *, printed_on: date, product_version: str) -> bytes:
    """The CSV files of an assessment for readers (`computed` is told); the stamp is the comment of the ZIP."""
    stamp = Stamp(
        kind=KIND,
        snapshot_hash=computed.snapshot_hash,
        printed_on=printed_on,
        product_version=product_version,
        anchor=computed.anchor,
        before_hash=computed.before_hash,
    )
    written = io.BytesIO()
    with zipfile.ZipFile(written, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.comment = stamp_text(stamp).encode()
        sheets = workbook_sheets(computed, printed_on=printed_on, product_version=product_version)
        source = source_sheet(Source(header=computed.assessment.header, snapshot_hash=computed.snapshot_hash))
        for sheet in (*sheets, source):
            entry = zipfile.ZipInfo(file_name(sheet), FIRST_MOMENT)
            archive.writestr(entry, sheet_csv(sheet), zipfile.ZIP_DEFLATED)
    return written.getvalue()


def sheet_csv(sheet: Sheet) -> bytes:
    """One sheet: a line of column ids, then a line a row."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow(guarded(clean_text(column.id)) for column in sheet.columns)
    writer.writerows([_field(value) for value in row] for row in sheet.rows)
    return written.getvalue().encode("utf-8-sig")


def _field(value: SheetValue) -> str | int | float:
    if isinstance(value, str):
        return guarded(clean_text(value))
    if value is None:
        return ""
    return value.isoformat() if isinstance(value, date) else value
