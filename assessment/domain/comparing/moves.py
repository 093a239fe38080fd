"""How one process moved between two assessments, and why."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.comparing.attribution import ItemSides, Part, ProcessSides, parts_of
from assessment.domain.comparing.people import NOT_MATCHED, Matched
from assessment.domain.comparing.process_sides import SideSetting, sides_of_process
from assessment.domain.comparing.results import (
    AttributeMove,
    Movement,
    MoveReason,
    MoveReasonKind,
    ProcessMove,
)
from assessment.domain.planning.results import SensitivityRange
from assessment.domain.rating.results import ProcessResult
from assessment.domain.rating.scale import TOLERANCE

_SAID = (MoveReasonKind.ANSWERS_CHANGED, MoveReasonKind.PEOPLE_CHANGED)


@dataclass(frozen=True, slots=True, kw_only=True)
class Setting:
    """Both sides, with what is looked up once for all processes; everything by process id."""

    sides: tuple[SideSetting, SideSetting]
    matched: Mapping[str, Matched]
    ranges: tuple[Mapping[str, SensitivityRange], Mapping[str, SensitivityRange]]


def move_of(setting: Setting, before: ProcessResult | None, after: ProcessResult | None) -> ProcessMove:
    """How a process moved that is in scope on one side at least (None: it is not on that side)."""
    one = after or before
    if one is None:
        raise ValueError("a process moves between two sides, of which one at least has it in scope")
    matched = setting.matched.get(one.process_id, NOT_MATCHED)
    changed: tuple[str, ...] = ()
    if before is not None and after is not None:
        sides = sides_of_process(setting.sides, (before, after), matched)
        reasons = _reasons(sides, before, after, matched)
        changed = tuple(item.item_id for item in sides.items if _is_changed(item))
    else:
        reasons = (MoveReason(kind=_scope_kind(setting, one.process_id, is_new=before is None)),)
    targets = _target(before), _target(after)
    return ProcessMove(
        process_id=one.process_id,
        movement=_movement(before, after),
        before_status=None if before is None else before.status,
        after_status=None if after is None else after.status,
        before_level=None if before is None else before.level.level,
        after_level=None if after is None else after.level.level,
        before_score=_score(before),
        after_score=_score(after),
        before_shown_score=None if before is None else before.level.shown_score,
        after_shown_score=None if after is None else after.level.shown_score,
        score_change=_minus(_score(after), _score(before)),
        before_target=targets[0],
        after_target=targets[1],
        target_changed=None not in targets and targets[0] != targets[1],
        is_beyond_noise=_is_beyond_noise(setting, before, after),
        attributes=_attributes(before, after),
        reasons=reasons,
        item_ids_changed=changed,
        people_before=0 if before is None else before.basis.respondent_count,
        people_after=0 if after is None else after.basis.respondent_count,
        people_shared=matched.shared_count if before is not None and after is not None else None,
    )


def _movement(before: ProcessResult | None, after: ProcessResult | None) -> Movement:
    if before is None:
        return Movement.NEW
    if after is None:
        return Movement.LEFT
    first, second = before.level.shown_score, after.level.shown_score
    if first is None or second is None:
        return Movement.NOT_COMPARABLE
    if abs(first - second) < TOLERANCE:
        return Movement.SAME
    return Movement.IMPROVED if second > first else Movement.FELL


def _scope_kind(setting: Setting, process_id: str, *, is_new: bool) -> MoveReasonKind:
    """Why a process is on one side alone: the other's framework does not have it, or its scope does not."""
    other = setting.sides[0] if is_new else setting.sides[1]
    is_known = process_id in other.told.framework.process_by_id
    return MoveReasonKind.SCOPE_CHANGED if is_known else MoveReasonKind.CONTENT_CHANGED


def _reasons(
    sides: ProcessSides, before: ProcessResult, after: ProcessResult, matched: Matched
) -> tuple[MoveReason, ...]:
    reasons = tuple(_reason(sides, part, matched.is_told_apart) for part in parts_of(sides))
    counts = before.basis.respondent_count, after.basis.respondent_count
    is_other = all(counts) and counts[0] % 2 != counts[1] % 2
    if is_other and any(reason.kind is MoveReasonKind.PEOPLE_CHANGED for reason in reasons):
        own = MoveReason(kind=MoveReasonKind.ODD_EVEN, upper_explains=_upper_explains(before, after))
        return *reasons, own
    return reasons


def _reason(sides: ProcessSides, part: Part, is_told_apart: bool) -> MoveReason:
    return MoveReason(
        kind=part.kind,
        score_change=part.score_change,
        item_ids=tuple(item.item_id for item in sides.items if _is_through(item, part.kind)),
        is_told_apart=is_told_apart or part.kind not in _SAID,
    )


def _is_through(item: ItemSides, kind: MoveReasonKind) -> bool:
    """Whether a question is another through a kind: content by its place, everything else by its value."""
    if kind is MoveReasonKind.CONTENT_CHANGED:
        return item.places[0] != item.places[1]
    if kind is MoveReasonKind.AGREED_REPLACED:
        return item.said is None and _is_changed(item)
    if kind in _SAID:
        return item.said is not None and _is_changed(item)
    return False


def _is_changed(item: ItemSides) -> bool:
    """Whether a question that both sides ask has another value."""
    return None not in item.places and item.values[0] != item.values[1]


def _upper_explains(before: ProcessResult, after: ProcessResult) -> bool:
    """Whether the change goes away where the side with people even in number is read by the upper reading."""
    is_after_even = after.basis.respondent_count % 2 == 0
    even, odd = (after, before) if is_after_even else (before, after)
    even_score, odd_score, upper = even.level.score, odd.level.score, even.basis.upper_score
    if even_score is None or odd_score is None or upper is None:
        return False
    return even_score < odd_score - TOLERANCE and upper >= odd_score - TOLERANCE


def _is_beyond_noise(setting: Setting, before: ProcessResult | None, after: ProcessResult | None) -> bool | None:
    """Whether a score lies outside the other side's sensitivity range; None where either has none."""
    scores = _score(before), _score(after)
    if before is None or after is None or scores[0] is None or scores[1] is None:
        return None
    ranges = tuple(one.get(before.process_id) for one in setting.ranges)
    if ranges[0] is None or ranges[1] is None:
        return None
    return not (_is_within(scores[1], ranges[0]) and _is_within(scores[0], ranges[1]))


def _is_within(score: float, own: SensitivityRange) -> bool:
    return own.low_score - TOLERANCE <= score <= own.high_score + TOLERANCE


def _attributes(before: ProcessResult | None, after: ProcessResult | None) -> tuple[AttributeMove, ...]:
    first, second = _percents(before), _percents(after)
    return tuple(
        AttributeMove(
            attribute_id=one,
            before_percent=first.get(one),
            after_percent=second.get(one),
            change=_minus(second.get(one), first.get(one)),
        )
        for one in {**second, **first}
    )


def _percents(result: ProcessResult | None) -> Mapping[str, float | None]:
    return {} if result is None else {one.attribute_id: one.percent for one in result.attributes}


def _minus(after: float | None, before: float | None) -> float | None:
    return None if after is None or before is None else after - before


def _score(result: ProcessResult | None) -> float | None:
    return None if result is None else result.level.score


def _target(result: ProcessResult | None) -> int | None:
    """The effective target of a process with a level."""
    return None if result is None or not result.is_assessed else result.target.target_level
