"""How firm the order is, how far people agree on it, what may hinder the plan, as sheets: rows of their views."""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.views.firmness import firmness_view
from assessment.views.opinions_agreement import opinions_view
from assessment.views.shared_advice import shared_advice
from assessment.views.sheets.fields import Field, number, share, sheet_of, text
from assessment.views.sheets.model import Sheet
from assessment.views.sheets.table_rows import TableRow, rows_of
from assessment.views.wording.sheets import plan as words
from assessment.views.wording.sheets import units

RISKS_ID, RANKS_ID, RANGES_ID = "risks", "firmness", "sensitivity"
OPINIONS_ID, APART_ID = "opinions", "disagreement"


def risks_sheet(computed: Computed) -> Sheet:
    """Every risk once, those that threaten most steps first; each with all its processes."""
    fields: tuple[Field[TableRow], ...] = (
        text("code", lambda row: row.shown("code"), 6),
        text("risk", lambda row: row.shown("risk"), 60),
        number("steps", lambda row: row.exact("steps"), units.COUNT, 0),
        number("points", lambda row: row.exact("points"), units.WORTH, 2),
        text("processes", lambda row: row.shown("processes"), 60),
    )
    risks = shared_advice(computed, shown_count=None).risks
    return sheet_of(RISKS_ID, words.RISKS_NAME, words.RISK_COLUMNS, fields, rows_of(risks))


def firmness_sheets(computed: Computed) -> tuple[Sheet, Sheet]:
    """How firm each place in the order is, and the sensitivity range of each score."""
    view = firmness_view(computed)
    ranks, ranges = rows_of(view.table("firmness")), rows_of(view.table("sensitivity"))
    return (
        sheet_of(RANKS_ID, words.FIRMNESS_NAME, words.RANK_COLUMNS, _rank_fields(), ranks),
        sheet_of(RANGES_ID, words.SENSITIVITY_NAME, words.RANGE_COLUMNS, _range_fields(), ranges),
    )


def _rank_fields() -> tuple[Field[TableRow], ...]:
    return (
        number("rank", lambda row: row.exact("rank"), units.RANK, 0, 8),
        text("process-id", lambda row: row.id, 22),
        text("process", lambda row: row.shown("process"), 28),
        share("top-three", lambda row: row.exact("top-three"), units.SHARE),
        number("median-rank", lambda row: row.exact("median-rank"), units.RANK),
        number("low-rank", lambda row: row.exact("low-rank"), units.RANK),
        number("high-rank", lambda row: row.exact("high-rank"), units.RANK),
        text("note", lambda row: row.note("process"), 16),
    )


def _range_fields() -> tuple[Field[TableRow], ...]:
    return (
        text("process-id", lambda row: row.id, 22),
        text("process", lambda row: row.shown("process"), 28),
        number("score", lambda row: row.exact("score"), units.SCORE, 4),
        number("low-score", lambda row: row.exact("low-score"), units.SCORE, 4),
        number("high-score", lambda row: row.exact("high-score"), units.SCORE, 4),
    )


def opinions_sheets(computed: Computed) -> tuple[Sheet, Sheet]:
    """How far people agree on what hurts and matters, and the processes on which they disagree most."""
    view = opinions_view(computed)
    agreement: tuple[Field[TableRow], ...] = (
        text("criterion-id", lambda row: row.id, 12),
        text("criterion", lambda row: row.shown("criterion"), 14),
        text("agreement", lambda row: row.shown("word"), 16),
        number("w", lambda row: row.exact("w"), units.COEFFICIENT, 3),
        number("people", lambda row: row.exact("people"), units.COUNT, 0),
        number("processes", lambda row: row.exact("processes"), units.COUNT, 0),
    )
    apart: tuple[Field[TableRow], ...] = (
        text("criterion", lambda row: row.shown("criterion"), 14),
        text("process-id", lambda row: row.key("process"), 22),
        text("process", lambda row: row.shown("process"), 28),
        number("rank", lambda row: row.exact("rank"), units.RANK, 0),
        number("apart", lambda row: row.exact("apart"), units.PLACES, 2),
        number("place", lambda row: row.exact("place"), units.RANK),
        number("people", lambda row: row.exact("people"), units.COUNT, 0),
    )
    return (
        sheet_of(OPINIONS_ID, words.OPINIONS_NAME, words.OPINION_COLUMNS, agreement, rows_of(view.table("opinions"))),
        sheet_of(APART_ID, words.OPINIONS_NAME, words.APART_COLUMNS, apart, rows_of(view.table("apart"))),
    )
