"""How cells look: by the kind of their column, with the colours that charts and reports have."""

from __future__ import annotations

from typing import Any

from xlsxwriter import Workbook
from xlsxwriter.format import Format

from assessment.charts.tokens import INK_ON_DARK, LIGHT, LIGHT_STEPS
from assessment.views.sheets.model import SheetColumn, ValueKind

WRAPPED_WIDTH = 26
"""A column of words from this width on breaks its lines."""
FONT_SIZE = 10
_DATE, _SHARE, _GENERAL = "yyyy-mm-dd", "0.0%", "General"


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def heading(self, *, is_entered: bool) -> Format:
        """The head of a column; one to fill in stands apart."""
        return self._format(
            bold=True,
            text_wrap=True,
            valign="top",
            bg_color=LIGHT.care if is_entered else LIGHT.accent,
            font_color=INK_ON_DARK,
        )

    def body(self, column: SheetColumn) -> Format:
        """The cells of a column."""
        options: dict[str, Any] = {"valign": "top"}
        match column.kind:
            case ValueKind.TEXT:
                options |= {"text_wrap": column.width >= WRAPPED_WIDTH}
            case ValueKind.NUMBER:
                options |= {"num_format": _decimals(column.decimals)}
            case ValueKind.SHARE:
                options |= {"num_format": _SHARE}
            case ValueKind.DATE:
                options |= {"num_format": _DATE, "align": "left"}
            case ValueKind.MARK:
                options |= {"align": "center", "num_format": _decimals(column.decimals)}
        if column.is_entered:
            options |= {"bg_color": LIGHT.panel, "border": 1, "border_color": LIGHT.line}
        return self._format(**options)

    def step(self, style: str) -> Format:
        """A step of a scale, for a conditional format."""
        step = LIGHT_STEPS[style]
        return self._format(bg_color=step.fill, font_color=step.ink)

    def _format(self, **options: Any) -> Format:
        key = tuple(sorted(options.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_size": FONT_SIZE, **options})
        return self._made[key]


def _decimals(decimals: int | None) -> str:
    if decimals is None:
        return _GENERAL
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"
