"""One page of a workbook: its sheets as Excel tables, one under the other, with colours and what may be entered."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import groupby
from textwrap import wrap
from typing import Any

from xlsxwriter.utility import quote_sheetname, xl_rowcol_to_cell
from xlsxwriter.worksheet import Worksheet

from assessment.reporting.workbook.cell_text import cell_text, headings
from assessment.reporting.workbook.formats import Formats, is_wrapped
from assessment.views.sheets.model import Scale, Sheet, SheetColumn, ValueKind
from assessment.views.sheets.scales import ColourRule, colour_rules

GAP_ROWS = 2
LINE_HEIGHT, MOST_LINES = 13.5, 30
"""Points, and the lines that the highest row there is can hold."""
FILTER_WIDTH = 2
"""Characters that the button of a filter takes of a head."""
NAMED_COLUMNS = 2
"""Columns that stay in view: id and name."""
FEW_COLUMNS = 12
PERCENT_LIMIT = 100
LETTERS_A_UNIT = 1.15
"""Letters of prose in the width of a digit, which columns are measured in."""
LOST_AT_END = 3
"""Letters that a line loses to the word that no longer fits."""
LOOKED_AT = 4_000
"""Characters of a text that are looked at: more lines than a row can hold."""
LISTS_NAME = "Lists"
RICH = ("<r>", "</r>")
"""A text between these would be taken for XML by the library."""
FIRST_DATE, LAST_DATE = date(1900, 3, 1), date(9999, 12, 31)


class ExactNumber(float):
    """A number that is written with all its digits: the library writes sixteen, which is one too few for some."""

    def __format__(self, _: str) -> str:
        """The shortest digits that read back as this number."""
        return repr(float(self)).removesuffix(".0")


class Page:
    """Prints sheets on a worksheet. The lists that rows offer stand on a page of their own, a row each."""

    def __init__(self, worksheet: Worksheet, formats: Formats) -> None:
        self._worksheet = worksheet
        self._formats = formats
        self._next_row = 0
        self._widths: dict[int, int] = {}

    def print_all(self, sheets: Sequence[Sheet]) -> None:
        """Print the sheets of the page; the head of the first stays in view."""
        for sheet in sheets:
            self._print(sheet)
        for place, width in self._widths.items():
            self._worksheet.set_column(place, place, width, None, self._hidden(sheets, place))
        if len(sheets) == 1:
            columns = len(sheets[0].columns)
            self._worksheet.freeze_panes(1, NAMED_COLUMNS if columns > FEW_COLUMNS else 0)

    def _hidden(self, sheets: Sequence[Sheet], place: int) -> dict[str, bool]:
        own = [sheet.columns[place].is_hidden for sheet in sheets if place < len(sheet.columns)]
        return {"hidden": all(own)}

    def _print(self, sheet: Sheet) -> None:
        first, last = self._next_row, self._next_row + max(1, len(sheet.rows))
        names = headings(column.heading for column in sheet.columns)
        self._add_table(sheet, names, first, last)
        self._set_heights(sheet, names, first)
        for place, column in enumerate(sheet.columns):
            self._widths[place] = max(column.width, self._widths.get(place, 0))
            self._print_column(sheet, place, first + 1)
            self._validate(sheet, column, place, first + 1, last)
        for scale, left, right in _coloured(sheet.columns):
            self._worksheet.conditional_format(first + 1, left, last, right, {"type": "blanks", "stop_if_true": True})
            for rule in colour_rules(scale):
                self._worksheet.conditional_format(first + 1, left, last, right, self._conditional(rule))
        self._next_row = last + 1 + GAP_ROWS

    def _add_table(self, sheet: Sheet, names: Sequence[str], first: int, last: int) -> None:
        columns = [
            {"header": name, "header_format": self._formats.heading(column)}
            for name, column in zip(names, sheet.columns, strict=True)
        ]
        options: dict[str, Any] = {"name": table_name(sheet.id), "columns": columns, "style": "Table Style Light 1"}
        self._worksheet.add_table(first, 0, last, len(sheet.columns) - 1, options)

    def _set_heights(self, sheet: Sheet, names: Sequence[str], first: int) -> None:
        """Rows as high as their texts: not every program that opens the file sees to that itself."""
        widths = [column.width for column in sheet.columns if not column.is_hidden]
        shown = [name for name, column in zip(names, sheet.columns, strict=True) if not column.is_hidden]
        head = max(len(wrap(name, width - FILTER_WIDTH)) for name, width in zip(shown, widths, strict=True))
        self._worksheet.set_row(first, LINE_HEIGHT * min(head, MOST_LINES))
        wrapped = [(place, column.width) for place, column in enumerate(sheet.columns) if is_wrapped(column)]
        for row, values in enumerate(sheet.rows, start=first + 1):
            texts = ((values[place], width) for place, width in wrapped)
            count = max((lines_in(text, width) for text, width in texts if isinstance(text, str)), default=1)
            if count > 1:
                self._worksheet.set_row(row, LINE_HEIGHT * min(count, MOST_LINES))

    def _print_column(self, sheet: Sheet, place: int, first: int) -> None:
        column = sheet.columns[place]
        body = self._formats.body(column)
        worksheet = self._worksheet
        for row, values in enumerate(sheet.rows, start=first):
            value = values[place]
            if value is None:
                if column.is_entered:
                    worksheet.write_blank(row, place, None, body)
            elif isinstance(value, str):
                self._print_text(row, place, value, body)
            elif isinstance(value, date):
                worksheet.write_datetime(row, place, value, body)
            else:
                worksheet.write_number(row, place, ExactNumber(value), body)

    def _print_text(self, row: int, place: int, value: str, body: Any) -> None:
        text = cell_text(value)
        if text.startswith(RICH[0]) and text.endswith(RICH[1]):
            self._worksheet.write_rich_string(row, place, body, text[:1], text[1:], body)
        elif text:
            self._worksheet.write_string(row, place, text, body)

    def _validate(self, sheet: Sheet, column: SheetColumn, place: int, first: int, last: int) -> None:
        """Lists of what may be entered, and days and percents within their bounds."""
        if not column.is_entered:
            return
        if sheet.lists and column is next(own for own in sheet.columns if own.is_entered):
            self._offer_by_row(sheet, place, first, last)
            return
        options: dict[str, Any] = {}
        if column.choices:
            options = {"validate": "list", "source": list(column.choices)}
        elif column.kind is ValueKind.DATE:
            options = {"validate": "date", "criteria": "between", "minimum": FIRST_DATE, "maximum": LAST_DATE}
        elif column.kind is ValueKind.NUMBER:
            options = {"validate": "decimal", "criteria": "between", "minimum": 0, "maximum": PERCENT_LIMIT}
        if options:
            self._worksheet.data_validation(first, place, last, place, options)

    def _offer_by_row(self, sheet: Sheet, place: int, first: int, last: int) -> None:
        """What the list whose number stands in the row offers: it goes with the row when the table is sorted."""
        number = xl_rowcol_to_cell(first, sheet.place(sheet.list_column), col_abs=True)
        size = max(map(len, sheet.lists))
        source = f"=OFFSET({LISTS_NAME}!$A$1,{quote_sheetname(sheet.name)}!{number}-1,0,1,{size})"
        self._worksheet.data_validation(first, place, last, place, {"validate": "list", "source": source})

    def _conditional(self, rule: ColourRule) -> dict[str, Any]:
        options: dict[str, Any] = {"type": "cell", "format": self._formats.step(rule.style), "stop_if_true": True}
        if isinstance(rule.equals, str):
            return {**options, "criteria": "==", "value": f'"{rule.equals}"'}
        if rule.equals is not None:
            return {**options, "criteria": "==", "value": rule.equals}
        if rule.low is None:
            return {**options, "criteria": "<=", "value": rule.high}
        if rule.high is None:
            return {**options, "criteria": ">=", "value": rule.low}
        return {**options, "criteria": "between", "minimum": rule.low, "maximum": rule.high}


def table_name(sheet_id: str) -> str:
    """The name of the table of a sheet in formulas.

    >>> table_name("after-waves")
    'AfterWaves'
    """
    return "".join(part.capitalize() for part in sheet_id.split("-"))


def lines_in(text: str, width: int) -> int:
    """About how many lines a text takes in a column of so many characters, rather one too many than one too few.

    >>> lines_in("a word", 10), lines_in("a word and another one", 10), lines_in("a\\nb", 10)
    (1, 3, 2)
    """
    held = int(width * LETTERS_A_UNIT)
    if len(text) <= held and "\n" not in text:
        return 1
    filled = max(1, held - LOST_AT_END)
    return sum(1 if len(line) <= held else -(-len(line) // filled) for line in text[:LOOKED_AT].split("\n"))


def _coloured(columns: Sequence[SheetColumn]) -> Iterator[tuple[Scale, int, int]]:
    """Runs of neighbouring columns of one scale: the scale, the first place and the last."""
    place = 0
    for scale, own in groupby(columns, key=lambda column: column.scale):
        count = len(tuple(own))
        if scale is not Scale.NONE:
            yield scale, place, place + count - 1
        place += count
