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
_ALIGNED = {ValueKind.NUMBER: "right", ValueKind.SHARE: "right", ValueKind.MARK: "center"}
_GAP = "_)"
"""Room behind a number, so that it does not touch the words beside it."""
_DATE, _SHARE, _GENERAL = "yyyy-mm-dd", "0.0%", "General"


class Formats:
    """The formats of a workbook, each made once."""

    def __init__(self, book: Workbook) -> None:
        self._book = book
        self._made: dict[tuple[tuple[str, Any], ...], Format] = {}

    def heading(self, column: SheetColumn) -> Format:
        """The head of a column, set as its cells are; one to fill in stands apart."""
        return self._format(
            bold=True,
            text_wrap=True,
            valign="top",
            align=_ALIGNED.get(column.kind, "left"),
            bg_color=LIGHT.care if column.is_entered else LIGHT.accent,
            font_color=INK_ON_DARK,
        )

    def body(self, column: SheetColumn) -> Format:
        """The cells of a column."""
        options: dict[str, Any] = {"valign": "top"}
        match column.kind:
            case ValueKind.TEXT:
                options |= {"text_wrap": is_wrapped(column)}
            case ValueKind.NUMBER:
                options |= {"num_format": _decimals(column.decimals) + _GAP, "align": "right"}
            case ValueKind.SHARE:
                options |= {"num_format": _SHARE + _GAP, "align": "right"}
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
        return self._format(bg_color=step.fill, font_color=step.ink, border=1, border_color=LIGHT.ground)

    def _format(self, **options: Any) -> Format:
        key = tuple(sorted(options.items()))
        if key not in self._made:
            self._made[key] = self._book.add_format({"font_size": FONT_SIZE, **options})
        return self._made[key]


def is_wrapped(column: SheetColumn) -> bool:
    """Whether the texts of a column break their lines."""
    return column.kind is ValueKind.TEXT and column.width >= WRAPPED_WIDTH and not column.is_hidden


def _decimals(decimals: int | None) -> str:
    if decimals is None:
        return _GENERAL
    return f"#,##0.{'0' * decimals}" if decimals else "#,##0"
