"""The profile of a process as a table with a drawing in every row: as-is, to-be, and how two sides see it."""

from __future__ import annotations

from assessment.domain.rating.results import AttributeGap, AttributeResult, Outcome, PerceptionGap, ProcessResult
from assessment.domain.rating.scale import ACHIEVED_BOUND, CODE_BY_LETTER
from assessment.reporting.document.model import Cell, Column, Row, Table, Track
from assessment.reporting.document.parts import Parts
from assessment.reporting.wording import NO_DATA, NO_VALUE, number_text, percent_text, signed_text


def build_profile(parts: Parts, process: ProcessResult) -> Table:
    """Each attribute with letter, percentage, to-be and gap, and a column for the perception gap where it is shown."""
    aims = {cell.attribute_id: cell for cell in process.target.cells}
    views = {gap.attribute_id: gap for gap in process.perception_gaps}
    carry = parts.assessment.header.carry_percent
    columns = [
        Column(name="Attribute", width=28 if views else 31),
        Column(name="For level", style="mark", width=7),
        Column(name="As-is", style="mark", width=8),
        Column(name="Percent", style="number", width=9),
        Column(name="0 to 100", style="track", width=26 if views else 29),
        Column(name="To-be", style="mark", width=8),
        Column(name="Gap", style="number", width=7 if views else 8),
    ]
    if views:
        columns.append(Column(name="Perception", style="number", width=7))
    return Table(
        name=f"profile-{process.process_id}",
        caption=(
            "Now (dot; a square holds the level), to be (diamond), left open by unanswered questions (bar). "
            f"Lines at {number_text(ACHIEVED_BOUND)} and {number_text(carry)} %."
        ),
        columns=tuple(columns),
        rows=tuple(
            Row(
                cells=_cells(parts, process, attribute, aims.get(attribute.attribute_id))
                + ((_view_cell(views.get(attribute.attribute_id)),) if views else ())
            )
            for attribute in process.attributes
        ),
        empty="This process has no attribute.",
    )


def _cells(
    parts: Parts, process: ProcessResult, attribute: AttributeResult, aim: AttributeGap | None
) -> tuple[Cell, ...]:
    is_applicable = attribute.outcome is not Outcome.NOT_APPLICABLE
    percent = attribute.percent if attribute.outcome is Outcome.RATED else None
    to_be = aim.to_be_percent if aim and is_applicable else None
    holds = attribute.attribute_id in process.level.held_by
    return (
        Cell(text=parts.attribute_name(attribute.attribute_id), style="strong" if holds else ""),
        Cell(text=str(parts.framework.attribute_by_id[attribute.attribute_id].level)),
        _letter_cell(attribute),
        Cell(text=percent_text(percent)),
        Cell(track=_track(parts, attribute, percent, to_be, holds=holds)),
        Cell(text=aim.to_be_letter.value if aim and aim.to_be_letter and to_be is not None else NO_VALUE),
        Cell(text=signed_text(aim.gap_percent if aim and is_applicable else None)),
    )


def _track(
    parts: Parts, attribute: AttributeResult, percent: float | None, to_be: float | None, *, holds: bool
) -> Track:
    low, high = attribute.low_percent, attribute.high_percent
    return Track(
        ticks=(ACHIEVED_BOUND, parts.assessment.header.carry_percent),
        bar=(low, high) if low is not None and high is not None and high > low else None,
        line=(percent, to_be) if percent is not None and to_be is not None else None,
        dot=percent,
        is_square=holds,
        diamond=to_be,
    )


def _letter_cell(attribute: AttributeResult) -> Cell:
    if attribute.outcome is Outcome.NOT_APPLICABLE:
        return Cell(text=NO_VALUE, style="blank")
    if attribute.outcome is Outcome.UNRATED or attribute.letter is None:
        return Cell(text=NO_DATA, style="blank")
    return Cell(text=attribute.letter.value, chip=f"rating-{CODE_BY_LETTER[attribute.letter]}")


def _view_cell(gap: PerceptionGap | None) -> Cell:
    return Cell(text=NO_VALUE if gap is None else signed_text(gap.gap_percent))
