"""The cells of a workbook: every sheet, hidden or not, each value as it is stored."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterator
from typing import Any

from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from assessment.domain.rereading import Place, PlaceKind
from assessment.reporting.rereading.archives import opened

CELL_LIMIT = 2_000_000


def read_workbook(content: bytes) -> tuple[str, tuple[Place, ...]]:
    """The keywords and every cell that holds something; a formula is read as it is written."""
    with opened(content), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # of what openpyxl leaves out, which is no value
        book = load_workbook(io.BytesIO(content), read_only=True)
        try:
            return str(book.properties.keywords or ""), tuple(_cells(book))
        finally:
            book.close()


def _cells(book: Any) -> Iterator[Place]:
    for sheet in book.worksheets:
        for number, row in enumerate(sheet.iter_rows(values_only=True), start=1):
            for column, value in enumerate(row, start=1):
                if value is not None:
                    address = f"{get_column_letter(column)}{number}"
                    yield Place(kind=PlaceKind.CELL, parts=(sheet.title, address), text=_text(value))


def _text(value: object) -> str:
    """A value as text; a number to the 15 digits that spreadsheets keep, whoever saved it last."""
    return f"{value:.15g}" if isinstance(value, float) else str(value)
