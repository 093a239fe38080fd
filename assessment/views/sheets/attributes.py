"""A row an attribute of a process: how far it is achieved, between which bounds, and how far it should be."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.authored.content import Attribute
from assessment.domain.computed import Computed
from assessment.domain.rating.results import (
    AttributeGap,
    AttributeResult,
    Outcome,
    PerceptionGap,
    ProcessStatus,
)
from assessment.domain.rating.scale import LETTERS
from assessment.views.heatmap import HeatmapState
from assessment.views.model import Cell
from assessment.views.names import item_name, process_name
from assessment.views.sheets.fields import Field, mark, number, number_of, of, share, sheet_of, text, yes_no
from assessment.views.sheets.heatmap import StateCells
from assessment.views.sheets.model import Scale, Sheet
from assessment.views.wording.numbers import listed
from assessment.views.wording.sheets import ratings as words
from assessment.views.wording.sheets import units

SHEET_ID = "attributes"
OUTCOMES = {
    Outcome.RATED: words.RATED,
    Outcome.UNRATED: words.UNRATED,
    Outcome.NOT_APPLICABLE: words.NOT_APPLICABLE,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Place:
    """An attribute of a process; `rated` is its result where it is rated, and the process is in the model."""

    process_id: str
    process: str
    attribute: Attribute
    outcome: Outcome
    result: AttributeResult
    gap: AttributeGap
    to_be: Cell
    difference: Cell
    perception: PerceptionGap | None
    capped_by: str

    @property
    def rated(self) -> AttributeResult | None:
        return self.result if self.outcome is Outcome.RATED else None

    @property
    def applying(self) -> AttributeResult | None:
        return None if self.outcome is Outcome.NOT_APPLICABLE else self.result


def attributes_sheet(computed: Computed, cells: StateCells) -> Sheet:
    """Every attribute of every process in scope, in the framework's order."""
    return sheet_of(
        SHEET_ID, words.ATTRIBUTES_NAME, words.ATTRIBUTE_COLUMNS, _fields(), tuple(_places(computed, cells))
    )


def _places(computed: Computed, cells: StateCells) -> Iterator[_Place]:
    framework = computed.framework
    for process in computed.result.processes:
        gaps = {gap.attribute_id: gap for gap in process.target.cells}
        perceptions = {gap.attribute_id: gap for gap in process.perception_gaps}
        is_out = process.status is ProcessStatus.NOT_APPLICABLE
        for result in process.attributes:
            own = result.attribute_id
            yield _Place(
                process_id=process.process_id,
                process=process_name(framework, process.process_id),
                attribute=framework.attribute_by_id[own],
                outcome=Outcome.NOT_APPLICABLE if is_out else result.outcome,
                result=result,
                gap=gaps[own],
                to_be=cells.cell(HeatmapState.TO_BE, process.process_id, own),
                difference=cells.cell(HeatmapState.GAP, process.process_id, own),
                perception=perceptions.get(own),
                capped_by=listed([item_name(framework, item_id) for item_id in result.capped_by]),
            )


def _fields() -> tuple[Field[_Place], ...]:
    return (
        text("process-id", lambda one: one.process_id, 22),
        text("process", lambda one: one.process, 28),
        text("attribute-id", lambda one: one.attribute.id, 20),
        text("attribute", lambda one: one.attribute.name, 34),
        number("for-level", lambda one: one.attribute.level, units.LEVEL, 0),
        text("state", lambda one: OUTCOMES[one.outcome], 15),
        number("percent", lambda one: of(one.rated, lambda own: own.percent), units.PERCENT, 2),
        mark("letter", lambda one: of(one.rated, lambda own: own.letter and own.letter.value), units.LETTER),
        mark("band", lambda one: of(one.rated, lambda own: own.band), units.BAND, Scale.NONE),
        number("low", lambda one: of(one.applying, lambda own: own.low_percent), units.PERCENT, 2),
        number("high", lambda one: of(one.applying, lambda own: own.high_percent), units.PERCENT, 2),
        number("upper", lambda one: of(one.rated, lambda own: own.upper_percent), units.PERCENT, 2),
        share("coverage", lambda one: of(one.applying, lambda own: own.coverage_share), units.SHARE),
        yes_no("carried", lambda one: of(one.rated, lambda own: own.is_carried)),
        yes_no("capped", lambda one: of(one.rated, lambda own: own.is_capped)),
        text("capped-by", lambda one: one.capped_by if one.rated else None, 30),
        *_to_be_fields(),
        *_perception_fields(),
    )


def _to_be_fields() -> tuple[Field[_Place], ...]:
    return (
        number("to-be", lambda one: number_of(one.to_be), units.PERCENT, 2),
        mark("to-be-letter", lambda one: _letter(one.to_be), units.LETTER),
        mark("gap", lambda one: number_of(one.difference), units.POINTS_OF_PERCENT, Scale.GAP, 10, 2),
        yes_no("by-hand", lambda one: one.gap.is_set_by_hand if one.applying else None),
    )


def _letter(cell: Cell) -> str | None:
    return cell.text if cell.text in {letter.value for letter in LETTERS} else None


def _perception_fields() -> tuple[Field[_Place], ...]:
    return (
        number("leadership", lambda one: of(one.perception, lambda own: own.leadership_percent), units.PERCENT, 2),
        number("practitioners", lambda one: of(one.perception, lambda own: own.practitioner_percent), units.PERCENT, 2),
        number(
            "perception-gap", lambda one: of(one.perception, lambda own: own.gap_percent), units.POINTS_OF_PERCENT, 2
        ),
    )
