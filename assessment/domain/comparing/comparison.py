"""Two assessments set side by side, and several in a row."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.comparing.item_map import map_items
from assessment.domain.comparing.moves import Setting, move_of
from assessment.domain.comparing.pairing import are_copies, rules_obstacle
from assessment.domain.comparing.people import Matched, match_people
from assessment.domain.comparing.process_sides import SideSetting
from assessment.domain.comparing.reached import planned_against
from assessment.domain.comparing.results import (
    Comparison,
    LeftOut,
    ProcessTrend,
    Trend,
    TrendPoint,
)
from assessment.domain.comparing.sides import side_of
from assessment.domain.computed import Computed
from assessment.domain.planning.results import SensitivityRange
from assessment.domain.rating.results import ProcessResult
from assessment.domain.refusal import MethodRefusal


def compare(before: Computed, after: Computed, *, is_matched: bool | None = None) -> Comparison:
    """Two assessments side by side, as a reader may see each of them.

    `is_matched`: whether a person has the same id in both; None: as their headers say, where one is a copy of the
    other.

    Raises
    ------
    MethodRefusal
        Their numbers mean different things; `pairing.rules_obstacle` says why.
    """
    before, after = before.told, after.told
    headers = before.assessment.header, after.assessment.header
    found = rules_obstacle(*headers)
    if found is not None:
        raise MethodRefusal("the comparison", f"they differ in {found.kind}", "Choose two that can be compared.")
    if is_matched is None:
        is_matched = are_copies(*headers)
    first, second = _by_id(before), _by_id(after)
    both = tuple(one for one in second if one in first)
    setting = Setting(
        sides=(SideSetting.of(before), SideSetting.of(after)),
        matched=_matched(before, after, both) if is_matched else {},
        ranges=(_ranges(before), _ranges(after)),
    )
    moves = tuple(move_of(setting, first.get(one), second.get(one)) for one in {**second, **first})
    return Comparison(
        before=side_of(before),
        after=side_of(after),
        is_matched=is_matched,
        processes=moves,
        items=map_items(before.framework, after.framework, after.assessment, both),
        planned=planned_against(before, after, moves),
    )


def trend(computeds: Sequence[Computed]) -> Trend:
    """Assessments in a row, in the order given; those whose numbers mean others than the last one's are left out.

    Raises ValueError without any.
    """
    if not computeds:
        raise ValueError("a trend is of one assessment at least")
    told = [one.told for one in computeds]
    found = [rules_obstacle(one.assessment.header, told[-1].assessment.header) for one in told]
    sides = tuple(one for one, own in zip(told, found, strict=True) if own is None)
    results = [_by_id(one) for one in sides]
    process_ids = {one: None for own in reversed(results) for one in own}
    return Trend(
        sides=tuple(map(side_of, sides)),
        processes=tuple(
            ProcessTrend(process_id=one, points=tuple(_point(own.get(one)) for own in results)) for one in process_ids
        ),
        left_out=tuple(
            LeftOut(side=side_of(one), obstacle=own) for one, own in zip(told, found, strict=True) if own is not None
        ),
    )


def _by_id(told: Computed) -> Mapping[str, ProcessResult]:
    return {one.process_id: one for one in told.result.processes}


def _ranges(told: Computed) -> Mapping[str, SensitivityRange]:
    return {one.process_id: one for one in told.firmness.sensitivity_ranges}


def _matched(before: Computed, after: Computed, process_ids: tuple[str, ...]) -> Mapping[str, Matched]:
    floor = max(one.assessment.header.anonymity_floor for one in (before, after))
    return match_people((before.framework, after.framework), (before.assessment, after.assessment), process_ids, floor)


def _point(result: ProcessResult | None) -> TrendPoint:
    if result is None:
        return TrendPoint(status=None, level=None, score=None, shown_score=None, target=None)
    return TrendPoint(
        status=result.status,
        level=result.level.level,
        score=result.level.score,
        shown_score=result.level.shown_score,
        target=result.target.target_level if result.is_assessed else None,
    )
