"""How processes moved between two assessments, worked by hand on one small process.

Three people are asked at quick depth, so that an attribute is one question: its percent is 20 times the code.
Delivery 4, ownership 4, quality control 2, nothing else: level 1, score 1 + (1 + 1 + 40/50) / 3 = 1.933.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from assessment.domain.answered.assessment import Respondent, Role, Target
from assessment.domain.authored.framework import Depth
from assessment.domain.comparing.comparison import compare
from assessment.domain.comparing.moves import Setting, move_of
from assessment.domain.comparing.process_sides import SideSetting
from assessment.domain.comparing.results import Comparison, Movement, MoveReasonKind, ProcessMove
from assessment.domain.computed import Computed
from assessment.domain.planning.results import SensitivityRange
from assessment.domain.rating.results import ProcessStatus
from tests.builders import NA, agreed, an_assessment, rated, rated_process, respondents, tiny_framework
from tests.computing import computed
from tests.domain.comparing.pairs import LATER

Kind = MoveReasonKind
FRAMEWORK = tiny_framework(process_count=2)
BASE: Mapping[str, int | str] = {"delivery": 4, "ownership": 4, "quality-control": 2}
THREE = ("r1", "r2", "r3")
BASE_SCORE = 1 + (1 + 1 + 0.8) / 3


def a_side(values: Mapping[str, int | str], people: tuple[str, ...] = THREE, **changes: object) -> Computed:
    ratings = rated_process(FRAMEWORK, "planning", values, people, Depth.QUICK)
    content: dict[str, object] = {"scope": ("planning",), "respondents": respondents(len(people)), "ratings": ratings}
    return computed(FRAMEWORK, an_assessment(FRAMEWORK, depth=Depth.QUICK, **{**content, **changes}))


def later(values: Mapping[str, int | str], people: tuple[str, ...] = THREE, **changes: object) -> Computed:
    own: dict[str, object] = {"id": "later", "copied_from": "test-assessment", "assessed_on": LATER}
    return a_side(values, people, **{**own, **changes})


BEFORE = a_side(BASE)


def moved(after: Computed, before: Computed = BEFORE) -> ProcessMove:
    return compare(before, after).process("planning")


def kinds(move: ProcessMove) -> list[Kind]:
    return [reason.kind for reason in move.reasons]


def test_a_raised_value_improves_and_the_same_people_gave_it() -> None:
    move = moved(later({**BASE, "quality-control": 3}))
    assert move.movement is Movement.IMPROVED
    assert (move.before_level, move.after_level, move.level_change) == (1, 2, 1)
    assert move.before_score == pytest.approx(BASE_SCORE)
    # level 2: ownership carried (1), quality control (60 - 50) / 17.5, definition 0
    assert move.after_score == pytest.approx(2 + (1 + 10 / 17.5 + 0) / 3)
    assert (move.before_shown_score, move.after_shown_score) == (1.9, 2.5)
    (reason,) = move.reasons
    assert (reason.kind, reason.is_told_apart, reason.item_ids) == (
        Kind.ANSWERS_CHANGED,
        True,
        ("planning.quality-control",),
    )
    assert reason.score_change == pytest.approx(move.score_change)
    assert move.item_ids_changed == ("planning.quality-control",)
    assert (move.people_before, move.people_after, move.people_shared) == (3, 3, 3)
    by_id = {one.attribute_id: one for one in move.attributes}
    assert len(by_id) == 8
    quality = by_id["quality-control"]
    assert (quality.before_percent, quality.after_percent, quality.change) == (40.0, 60.0, 20.0)
    assert by_id["delivery"].change == 0.0


def test_a_lowered_value_fell_and_an_unchanged_one_is_the_same_without_a_reason() -> None:
    assert moved(later({**BASE, "delivery": 2})).movement is Movement.FELL
    same = moved(later(BASE))
    assert (same.movement, same.reasons, same.score_change, same.item_ids_changed) == (Movement.SAME, (), 0.0, ())


def test_a_change_that_no_shown_score_shows_is_the_same_and_its_reason_is_said() -> None:
    move = moved(later({**BASE, "optimization": 1}))
    assert (move.movement, move.score_change) == (Movement.SAME, 0.0)
    assert kinds(move) == [Kind.ANSWERS_CHANGED]
    assert move.reasons[0].score_change == 0.0


def test_an_agreed_value_in_place_of_a_median_is_the_reason_and_answers_under_it_are_none() -> None:
    value = agreed("planning.quality-control", 4)
    move = moved(later({**BASE, "quality-control": 1}, agreed=(value,)))
    assert kinds(move) == [Kind.AGREED_REPLACED]
    assert move.reasons[0].item_ids == ("planning.quality-control",)
    assert move.reasons[0].is_told_apart
    back = moved(later(BASE), a_side(BASE, agreed=(value,)))
    assert (back.movement, kinds(back)) == (Movement.FELL, [Kind.AGREED_REPLACED])
    kept = moved(later({**BASE, "quality-control": 0}, agreed=(value,)), a_side(BASE, agreed=(value,)))
    assert (kept.movement, kept.reasons) == (Movement.SAME, ())


def test_several_reasons_share_the_change_the_largest_first() -> None:
    after = later({**BASE, "ownership": 3}, agreed=(agreed("planning.quality-control", 5),))
    move = moved(after)
    # ownership alone: level 1 stays, 1 + (1 + 1 + .8) / 3; quality control alone: level 2, 2 + (1 + 1 + 0) / 3;
    # both: 2 + (10 / 17.5 + 1 + 0) / 3
    both, agreed_alone = 2 + (10 / 17.5 + 1) / 3, 2 + 2 / 3
    assert move.after_score == pytest.approx(both)
    parts = {reason.kind: reason.score_change for reason in move.reasons}
    assert list(parts) == [Kind.AGREED_REPLACED, Kind.ANSWERS_CHANGED]
    assert parts[Kind.ANSWERS_CHANGED] == pytest.approx((0 + both - agreed_alone) / 2)
    assert parts[Kind.AGREED_REPLACED] == pytest.approx((agreed_alone - BASE_SCORE + both - BASE_SCORE) / 2)


def test_another_carry_bound_is_a_reason_of_its_own() -> None:
    move = moved(later(BASE, carry_percent=85.0))
    assert (move.movement, kinds(move)) == (Movement.FELL, [Kind.BOUND_CHANGED])
    assert (move.reasons[0].item_ids, move.item_ids_changed) == ((), ())


def test_a_changed_target_is_told_and_is_no_progress() -> None:
    target = Target(process_id="planning", level=1)
    move = moved(later(BASE, targets=(target,)))
    assert (move.movement, move.reasons) == (Movement.SAME, ())
    assert (move.before_target, move.after_target, move.target_changed) == (3, 1, True)
    assert not moved(later(BASE)).target_changed


def test_from_odd_to_even_is_said_and_whether_the_upper_reading_takes_the_change_away() -> None:
    ratings = (
        *rated_process(FRAMEWORK, "planning", BASE, THREE, Depth.QUICK),
        *rated_process(FRAMEWORK, "planning", {**BASE, "quality-control": 0}, ("r4",), Depth.QUICK),
    )
    before = a_side({**BASE, "quality-control": 2}, THREE)
    mixed = tuple(
        rated(one.item_id, 1, one.respondent_id)
        if (one.item_id, one.respondent_id) == ("planning.quality-control", "r1")
        else one
        for one in before.assessment.ratings
    )
    four = (*mixed, *(one for one in ratings if one.respondent_id == "r4"))
    # quality control: 1, 2, 2 before; 0, 1, 2, 2 after: lower median 1, upper reading 2
    move = moved(later(BASE, respondents=respondents(4), ratings=four), a_side(BASE, ratings=mixed))
    assert kinds(move) == [Kind.PEOPLE_CHANGED, Kind.ODD_EVEN]
    assert (move.movement, move.is_parity_changed) == (Movement.FELL, True)
    assert move.reasons[1].upper_explains
    assert move.reasons[1].score_change is None
    assert not move.reasons[0].is_told_apart


def test_even_to_odd_is_explained_by_the_upper_reading_of_before_and_a_real_fall_is_not() -> None:
    two = {"r1": 1, "r2": 3, "r3": 3, "r4": 1}
    ratings = tuple(
        rated(f"planning.{name}", code if name == "quality-control" else 4, one)
        for one, code in two.items()
        for name in BASE
    )
    before = a_side(BASE, respondents=respondents(4), ratings=ratings)
    after = later({**BASE, "quality-control": 3})
    risen = moved(after, before)
    assert kinds(risen) == [Kind.PEOPLE_CHANGED, Kind.ODD_EVEN]
    assert risen.reasons[1].upper_explains
    fallen = moved(later({**BASE, "quality-control": 0}), before)
    assert not next(one for one in fallen.reasons if one.kind is Kind.ODD_EVEN).upper_explains


def test_what_came_into_scope_is_new_and_what_left_it_left() -> None:
    grown = compare(BEFORE, later(BASE, scope=("planning", "building")))
    assert [one.process_id for one in grown.of(Movement.NEW)] == ["building"]
    new = grown.process("building")
    assert (kinds(new), new.before_status, new.after_status) == (
        [Kind.SCOPE_CHANGED],
        None,
        ProcessStatus.NOT_ASSESSED,
    )
    assert (new.before_target, new.is_beyond_noise, new.people_shared) == (None, None, None)
    shrunk = compare(a_side(BASE, scope=("planning", "building")), later(BASE))
    assert [one.process_id for one in shrunk.processes] == ["planning", "building"]
    left = shrunk.process("building")
    assert (left.movement, kinds(left)) == (Movement.LEFT, [Kind.SCOPE_CHANGED])


def test_a_process_that_the_former_framework_has_not_is_new_by_content() -> None:
    small = tiny_framework(process_count=1)
    before = computed(small, BEFORE.assessment.model_copy())
    found = compare(before, later(BASE, scope=("planning", "building")))
    assert kinds(found.process("building")) == [Kind.CONTENT_CHANGED]


def test_without_a_level_on_a_side_nothing_is_compared_and_the_reason_is_said() -> None:
    move = moved(later({}))
    assert (move.movement, move.after_status) == (Movement.NOT_COMPARABLE, ProcessStatus.NOT_ASSESSED)
    assert (move.score_change, move.level_change, move.after_target) == (None, None, None)
    assert kinds(move) == [Kind.PEOPLE_CHANGED]
    assert move.reasons[0].score_change is None
    void = moved(later({**BASE, "delivery": NA}))
    assert (void.movement, void.after_status) == (Movement.NOT_COMPARABLE, ProcessStatus.NOT_APPLICABLE)


def test_people_of_no_copy_are_not_matched() -> None:
    found = compare(BEFORE, later({**BASE, "quality-control": 3}, copied_from=None))
    move = found.process("planning")
    assert (found.is_matched, move.people_shared) == (False, None)
    assert [(one.kind, one.is_told_apart) for one in move.reasons] == [(Kind.ANSWERS_CHANGED, False)]
    other = compare(BEFORE, later({**BASE, "quality-control": 3}, copied_from=None), is_matched=True)
    assert other.process("planning").people_shared == 3


def test_other_people_of_the_same_number_are_told_apart_from_the_floor_up() -> None:
    others = tuple(Respondent(id=one, role=Role.OTHER) for one in ("s1", "s2", "s3"))
    ratings = rated_process(FRAMEWORK, "planning", {**BASE, "quality-control": 3}, ("s1", "s2", "s3"), Depth.QUICK)
    move = moved(later(BASE, respondents=others, ratings=ratings))
    assert [(one.kind, one.is_told_apart) for one in move.reasons] == [(Kind.PEOPLE_CHANGED, True)]
    assert move.people_shared == 0


RANGE = SensitivityRange(process_id="planning", low_score=1.0, high_score=2.5)


@pytest.mark.parametrize(
    ("before", "after", "is_beyond"),
    [
        (RANGE, RANGE, True),  # 1.93 to 2.52: after is above the range of before
        (replace(RANGE, high_score=2.6), RANGE, False),
        (replace(RANGE, high_score=2.6), replace(RANGE, low_score=2.0), True),
        (RANGE, None, None),
        (None, RANGE, None),
    ],
)
def test_a_difference_within_both_ranges_is_not_beyond_noise(
    before: SensitivityRange | None, after: SensitivityRange | None, is_beyond: bool | None
) -> None:
    second = later({**BASE, "quality-control": 3})
    setting = Setting(
        sides=(SideSetting.of(BEFORE), SideSetting.of(second)),
        matched={},
        ranges=({} if before is None else {"planning": before}, {} if after is None else {"planning": after}),
    )
    move = move_of(setting, BEFORE.result.process("planning"), second.result.process("planning"))
    assert move.is_beyond_noise is is_beyond


def test_the_sides_say_what_they_are() -> None:
    found: Comparison = compare(BEFORE, later(BASE, carry_percent=85.0, unit="Desk"))
    assert (found.before.assessment_id, found.after.assessment_id) == ("test-assessment", "later")
    assert (found.after.unit, found.after.carry_percent, found.after.assessed_on) == ("Desk", 85.0, LATER)
    whole = BEFORE.result.whole
    assert (found.before.at_target_count, found.before.process_count) == (whole.at_target_count, 1)
    assert (found.before.mean_score, found.before.floor_level) == (whole.mean_score, 1)
    assert (found.before.respondent_count, found.before.snapshot_hash) == (3, BEFORE.snapshot_hash)
