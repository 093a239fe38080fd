"""A table of a view as a CSV file that spreadsheets open: UTF-8 with its mark, and no text that acts as a formula."""

from __future__ import annotations

import csv
import io

from assessment.views.model import Table

_ACTS_AS_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def table_csv(table: Table) -> bytes:
    """The heads and the rows, each cell as it is shown."""
    written = io.StringIO()
    writer = csv.writer(written)
    writer.writerow([column.name for column in table.columns])
    writer.writerows([_harmless(cell.text) for cell in row.cells] for row in table.rows)
    return written.getvalue().encode("utf-8-sig")


def _harmless(text: str) -> str:
    """The text; one that a spreadsheet would compute begins with an apostrophe."""
    return f"'{text}" if text.startswith(_ACTS_AS_FORMULA) else text
