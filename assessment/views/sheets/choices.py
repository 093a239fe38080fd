"""Decisions by hand as a sheet: what each takes from the plan, and what cannot be, with its cause."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.views.choices import choices_table, wishes_table
from assessment.views.sheets.fields import Field, number, sheet_of, text
from assessment.views.sheets.model import Sheet
from assessment.views.sheets.table_rows import TableRow, rows_of
from assessment.views.wording.sheets import plan as words
from assessment.views.wording.sheets import units

CHOICES_ID, WISHES_ID = "choices", "wishes"


def choices_sheets(computed: Computed) -> tuple[Sheet, ...]:
    """What every decision costs, and the wishes that cannot be; no sheet where there is none of its kind."""
    costs: tuple[Field[TableRow], ...] = (
        text("choice", lambda row: row.shown("choice"), 52),
        number("worth", lambda row: row.exact("worth"), units.WORTH, 2),
        number("value", lambda row: row.exact("value"), units.WORTH, 2),
        number("at-target", lambda row: row.exact("at-target"), units.COUNT, 0),
    )
    wishes: tuple[Field[TableRow], ...] = (
        text("wish", lambda row: row.shown("wish"), 44),
        text("cause", lambda row: row.shown("cause"), 80),
    )
    decided, impossible = rows_of(choices_table(computed)), rows_of(wishes_table(computed))
    return (
        *([sheet_of(CHOICES_ID, words.CHOICES_NAME, words.CHOICE_COLUMNS, costs, decided)] if decided else []),
        *([sheet_of(WISHES_ID, words.WISHES_NAME, words.WISH_COLUMNS, wishes, impossible)] if impossible else []),
    )
