"""The attributes of one process: as they are, as they should be, and what is left open.

| column | value | range |
|---|---|---|
| percent, to-be-percent, low, high, upper | percent of full achievement | 0 to 100 |
| gap | to-be minus as-is, percent points | -100 to 100 |
| perception | leadership minus practitioners, percent points; only above the anonymity floor | -100 to 100 |
| answered | questions with a value of those that apply, share | 0 to 1 |
| as-is, to-be | letter | N to F |
| for-level | level that needs the attribute | 1 to 5 |

An attribute that nobody rated has no percent here: it counts 0 for the level, and unknown is not shown as zero.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from assessment.domain.authored.content import RatingLetter
from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.rating.results import AttributeGap, AttributeResult, Outcome, PerceptionGap, ProcessResult
from assessment.domain.rating.scale import ACHIEVED_BOUND, CODE_BY_LETTER
from assessment.views.heatmap_scale import BLANK
from assessment.views.model import Cell, Column, Kind, LegendEntry, Mark, Row, Table, Track, View
from assessment.views.names import attribute_name, item_name
from assessment.views.wording import profile as words
from assessment.views.wording.numbers import (
    NO_DATA,
    NO_VALUE,
    level_text,
    listed,
    percent_text,
    share_text,
    signed_text,
)

DRAWN_COLUMNS = ("attribute", "for-level", "as-is", "percent", "track", "to-be", "gap")
TARGET_COLUMNS = ("attribute", "for-level", "as-is", "percent", "to-be", "to-be-percent", "gap", "by-hand")


def profile_view(computed: Computed, process: ProcessResult, finding: str) -> View:
    """The profile as it is drawn (`profile`) and all of it in numbers (`attributes`), under the finding given."""
    attributes = _attributes_table(computed, process)
    drawn = (*DRAWN_COLUMNS, "perception") if process.perception_gaps else DRAWN_COLUMNS
    return View(
        id="profile",
        question=words.QUESTION,
        finding=finding,
        tables=(
            _named(attributes.only(*drawn), "profile", words.QUESTION, words.measure(_bounds(computed))),
            attributes,
        ),
    )


def target_table(attributes: Table) -> Table:
    """As-is beside to-be, from the table of all numbers."""
    return _named(attributes.only(*TARGET_COLUMNS), "target", words.TARGET_TITLE, "")


def _named(table: Table, table_id: str, title: str, measure: str) -> Table:
    return replace(table, id=table_id, title=title, measure=measure)


def _attributes_table(computed: Computed, process: ProcessResult) -> Table:
    """Everything there is to each attribute, one row each, in the framework's order."""
    targets = {cell.attribute_id: cell for cell in process.target.cells}
    perceived = {gap.attribute_id: gap for gap in process.perception_gaps}
    return Table(
        id="attributes",
        title=words.ATTRIBUTES_TITLE,
        columns=_columns(has_perception=bool(perceived)),
        rows=tuple(
            Row(
                id=attribute.attribute_id,
                cells=(
                    *_cells(computed, process, attribute, targets[attribute.attribute_id]),
                    *((_perception_cell(perceived.get(attribute.attribute_id)),) if perceived else ()),
                ),
            )
            for attribute in process.attributes
        ),
        empty=words.EMPTY,
        legend=_legend(process),
    )


def _legend(process: ProcessResult) -> tuple[LegendEntry, ...]:
    """The signs that stand where there is no letter."""
    outcomes = {attribute.outcome for attribute in process.attributes}
    signs = (
        (Outcome.UNRATED, NO_DATA, words.NOTHING_RATED),
        (Outcome.NOT_APPLICABLE, NO_VALUE, words.NOT_APPLICABLE),
    )
    return tuple(LegendEntry(style=BLANK, sign=sign, text=text) for outcome, sign, text in signs if outcome in outcomes)


def _columns(*, has_perception: bool) -> tuple[Column, ...]:
    number, mark = Kind.NUMBER, Kind.MARK
    columns = (
        Column(id="attribute", name=words.ATTRIBUTE, width=32),
        Column(id="for-level", name=words.FOR_LEVEL, kind=mark, width=7),
        Column(id="as-is", name=words.AS_IS, kind=mark, width=7),
        Column(id="percent", name=words.PERCENT, kind=number, width=9, meaning=words.PERCENT_MEANING),
        Column(id="track", name=words.TRACK, kind=Kind.TRACK, width=19 if has_perception else 30),
        Column(id="to-be", name=words.TO_BE, kind=mark, width=7),
        Column(id="to-be-percent", name=words.TO_BE_PERCENT, kind=number, meaning=words.PERCENT_MEANING),
        Column(id="gap", name=words.GAP, kind=number, width=8, meaning=words.GAP_MEANING),
        Column(id="by-hand", name=words.BY_HAND),
        Column(id="answered", name=words.ANSWERED, kind=number, meaning=words.ANSWERED_MEANING),
        Column(id="low", name=words.LOW, kind=number, meaning=words.LOW_MEANING),
        Column(id="high", name=words.HIGH, kind=number, meaning=words.HIGH_MEANING),
        Column(id="upper", name=words.UPPER, kind=number, meaning=words.UPPER_MEANING),
        Column(id="capped-by", name=words.CAPPED_BY),
        Column(id="not-done", name=words.NOT_DONE),
    )
    perception = Column(id="perception", name=words.PERCEPTION, kind=number, width=11, meaning=words.PERCEPTION_MEANING)
    return (*columns, perception) if has_perception else columns


def _cells(
    computed: Computed, process: ProcessResult, attribute: AttributeResult, target: AttributeGap
) -> tuple[Cell, ...]:
    framework = computed.framework
    level = framework.attribute_by_id[attribute.attribute_id].level
    holds = attribute.attribute_id in process.level.held_by
    return (
        Cell(
            text=attribute_name(framework, attribute.attribute_id),
            value=attribute.attribute_id,
            marks=frozenset({Mark.STRONG}) if holds else frozenset(),
        ),
        Cell(text=level_text(level), value=level),
        letter_cell(attribute.outcome, attribute.letter),
        _percent_cell(rated_percent(attribute)),
        Cell(track=_track(computed, attribute, target, holds=holds), spoken=_spoken(attribute, target)),
        letter_cell(Outcome.NOT_APPLICABLE if target.to_be_percent is None else Outcome.RATED, target.to_be_letter),
        _percent_cell(target.to_be_percent),
        _gap_cell(attribute, target),
        Cell(text=words.SET_BY_HAND if target.is_set_by_hand else "", value=int(target.is_set_by_hand)),
        Cell(text=share_text(attribute.coverage_share), value=attribute.coverage_share),
        _percent_cell(attribute.low_percent),
        _percent_cell(attribute.high_percent),
        _percent_cell(attribute.upper_percent if attribute.outcome is Outcome.RATED else None),
        _items_cell(framework, attribute.capped_by),
        _items_cell(framework, attribute.not_done),
    )


def rated_percent(attribute: AttributeResult) -> float | None:
    """The percent of an attribute of which something is rated, 0 to 100; None for any other: unknown is not zero."""
    return attribute.percent if attribute.outcome is Outcome.RATED else None


def letter_cell(outcome: Outcome, letter: RatingLetter | None) -> Cell:
    """A letter on its step of the scale, a dot where nothing is rated, a dash where nothing applies."""
    if outcome is Outcome.NOT_APPLICABLE:
        return Cell(text=NO_VALUE, style=BLANK, spoken=words.NOT_APPLICABLE)
    if outcome is Outcome.UNRATED or letter is None:
        return Cell(text=NO_DATA, style=BLANK, spoken=words.NOTHING_RATED)
    return Cell(
        text=letter.value, value=letter.value, style=f"rating-{CODE_BY_LETTER[letter]}", marks=frozenset({Mark.CHIP})
    )


def _percent_cell(percent: float | None) -> Cell:
    return Cell(text=percent_text(percent), value=percent)


def _gap_cell(attribute: AttributeResult, target: AttributeGap) -> Cell:
    if attribute.outcome is Outcome.UNRATED:
        return Cell(text=NO_DATA, spoken=words.NOTHING_RATED)
    return Cell(text=signed_text(target.gap_percent), value=target.gap_percent)


def _items_cell(framework: Framework, item_ids: Sequence[str]) -> Cell:
    names = [item_name(framework, item_id) for item_id in item_ids]
    return Cell(text=listed(names), value=" ".join(item_ids) or None)


def _perception_cell(gap: PerceptionGap | None) -> Cell:
    if gap is None:
        return Cell(text=NO_VALUE)
    return Cell(text=signed_text(gap.gap_percent), value=gap.gap_percent)


def _bounds(computed: Computed) -> tuple[float, float]:
    return ACHIEVED_BOUND, computed.assessment.header.carry_percent


def _track(computed: Computed, attribute: AttributeResult, target: AttributeGap, *, holds: bool) -> Track:
    low, high, percent, to_be = *_open(attribute), rated_percent(attribute), target.to_be_percent
    return Track(
        ticks=_bounds(computed),
        bar=(low, high) if low is not None and high is not None else None,
        line=(percent, to_be) if percent is not None and to_be is not None else None,
        dot=percent,
        is_square=holds,
        diamond=to_be,
    )


def _open(attribute: AttributeResult) -> tuple[float | None, float | None]:
    """From where to where unanswered items leave the attribute open; nothing where none is unanswered."""
    low, high = attribute.low_percent, attribute.high_percent
    return (low, high) if low is not None and high is not None and high > low else (None, None)


def _spoken(attribute: AttributeResult, target: AttributeGap) -> str:
    as_is = rating_text(attribute.outcome, attribute.letter, attribute.percent)
    to_be = rating_text(
        Outcome.NOT_APPLICABLE if target.to_be_percent is None else Outcome.RATED,
        target.to_be_letter,
        target.to_be_percent,
    )
    low, high = _open(attribute)
    if low is None or high is None:
        return words.spoken(as_is, to_be)
    return words.spoken_open(as_is, low, high, to_be)


def rating_text(outcome: Outcome, letter: RatingLetter | None, percent: float | None) -> str:
    """A rating in words: letter and percent, or why it has none."""
    if outcome is Outcome.NOT_APPLICABLE:
        return words.NOT_APPLICABLE
    if outcome is Outcome.UNRATED or letter is None or percent is None:
        return words.NOTHING_RATED
    return words.rated(letter.value, percent)
