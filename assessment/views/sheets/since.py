"""What moved since an earlier assessment, as sheets: the rows of its view; none where it is set beside none."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.views.comparison.since import since_view
from assessment.views.comparison.trend import has_trend, trend_view
from assessment.views.model import Table, View
from assessment.views.sheets.fields import Field, number, sheet_of, text
from assessment.views.sheets.model import Sheet
from assessment.views.sheets.table_rows import TableRow, rows_of
from assessment.views.wording.sheets import since as words
from assessment.views.wording.sheets import units


def since_sheets(computed: Computed) -> tuple[Sheet, ...]:
    """Movements, reasons, changes of the attributes, the plan, and what is compared, one under the other on a page."""
    view = since_view(computed)
    if view.empty:
        return ()
    trend = (_trend_sheet(trend_view(computed)),) if has_trend(computed.compared) else ()
    return (
        _sides_sheet(view.table("since-sides")),
        _movement_sheet(view.table("since-movement")),
        _reasons_sheet(view.table("since-reasons")),
        _deltas_sheet(view.table("since-deltas")),
        _planned_sheet(view.table("since-planned")),
        *trend,
    )


def _movement_sheet(table: Table) -> Sheet:
    fields: tuple[Field[TableRow], ...] = (
        text("process-id", lambda row: row.id, 22),
        text("process", lambda row: row.shown("process"), 28),
        number("level-before", lambda row: row.exact("level-before"), units.LEVEL, 0),
        number("level", lambda row: row.exact("level"), units.LEVEL, 0),
        number("score-before", lambda row: row.exact("score-before"), units.SCORE, 4),
        number("score", lambda row: row.exact("score"), units.SCORE, 4),
        number("change", lambda row: row.exact("change"), units.SCORE, 4),
        number("target-before", lambda row: row.exact("target-before"), units.LEVEL, 0),
        number("target", lambda row: row.exact("target"), units.LEVEL, 0),
        text("target-text", lambda row: row.shown("target"), 14),
        text("moved", lambda row: row.shown("moved"), 30),
        text("why", lambda row: row.shown("why"), 40),
    )
    return sheet_of(table.id, words.NAME, words.MOVEMENT_COLUMNS, fields, rows_of(table))


def _reasons_sheet(table: Table) -> Sheet:
    fields: tuple[Field[TableRow], ...] = (
        text("process-id", lambda row: row.key("process"), 22),
        text("process", lambda row: row.shown("process"), 28),
        text("kind", lambda row: row.key("why"), 18),
        text("why", lambda row: row.shown("why"), 60),
        number("part", lambda row: row.exact("part"), units.SCORE, 4),
    )
    return sheet_of(table.id, words.NAME, words.REASON_COLUMNS, fields, rows_of(table))


def _deltas_sheet(table: Table) -> Sheet:
    attributes = table.columns[2:]
    fields: list[Field[TableRow]] = [
        text("process-id", lambda row: row.id, 22),
        text("process", lambda row: row.shown("process"), 28),
        number("level", lambda row: row.exact("level"), units.LEVEL, 0),
        *(_delta_field(column.id) for column in attributes),
    ]
    column_words = {**words.DELTA_COLUMNS, **{column.id: words.delta(column.name) for column in attributes}}
    return sheet_of(table.id, words.NAME, column_words, fields, rows_of(table))


def _delta_field(column_id: str) -> Field[TableRow]:
    return number(column_id, lambda row: row.exact(column_id), units.POINTS_OF_PERCENT, 1, 13)


def _planned_sheet(table: Table) -> Sheet:
    fields: tuple[Field[TableRow], ...] = (
        text("process-id", lambda row: row.key("process"), 22),
        text("process", lambda row: row.shown("process"), 28),
        text("step", lambda row: row.shown("step"), 10),
        number("wave", lambda row: row.exact("wave"), units.RANK, 0),
        text("fate", lambda row: row.shown("fate"), 44),
        number("reached", lambda row: row.exact("reached"), units.LEVEL, 0),
    )
    return sheet_of(table.id, words.NAME, words.PLANNED_COLUMNS, fields, rows_of(table))


def _sides_sheet(table: Table) -> Sheet:
    fields: tuple[Field[TableRow], ...] = (
        text("what", lambda row: row.shown("what"), 22),
        text("before", lambda row: row.shown("before"), 40),
        text("now", lambda row: row.shown("now"), 40),
    )
    return sheet_of(table.id, words.NAME, words.SIDE_COLUMNS, fields, rows_of(table))


def _trend_sheet(view: View) -> Sheet:
    table = view.table("trend")
    sides = table.columns[1:]
    fields: list[Field[TableRow]] = [
        text("process-id", lambda row: row.id, 22),
        text("process", lambda row: row.shown("process"), 28),
        *(_trend_field(column.id) for column in sides),
    ]
    column_words = {**words.TREND_COLUMNS, **{one.id: words.at(one.name, one.meaning) for one in sides}}
    return sheet_of(table.id, words.NAME, column_words, fields, rows_of(table))


def _trend_field(column_id: str) -> Field[TableRow]:
    return number(column_id, lambda row: row.exact(column_id), units.SCORE, 4, 13)
