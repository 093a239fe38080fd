"""To-be: what a target asks for, what hands changed, and the gaps (METHOD.md section 9)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Rating, Target, TargetCell
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.rating.capability import Ladder, rate_level
from assessment.domain.rating.results import (
    GapStatus,
    TargetResult,
)
from assessment.domain.rating.scoring import score_assessment
from assessment.domain.rating.targets import (
    effective_level,
    gap_status,
    is_possible,
    lacking_rationale,
    need_share,
    proposed_level,
    raised_percents,
    required_code,
    set_target,
    shown_gap,
    target_warnings,
)
from assessment.domain.rating.warnings import MethodWarning, WarningKind
from tests.builders import NA, an_assessment, rated, tiny_framework
from tests.domain import ladders
from tests.domain.ladders import profile
from tests.domain.scored import at_level, process_at

FRAMEWORK = tiny_framework(1)
LADDER = Ladder(attribute_ids=("d", "c1", "q", "c6", "c2", "c3", "c4", "c5"), levels=ladders.LADDER.levels)


def target_of(
    percents: tuple[float | None, ...], target: Target | None = None, default_level: int = 3, carry: float = 67.5
) -> TargetResult:
    return set_target(
        ladder=LADDER,
        percents=percents,
        level=rate_level(LADDER, percents, carry),
        target=target,
        default_level=default_level,
        carry_percent=carry,
        proposal=None,
    )


def to_be(result: TargetResult) -> tuple[float | None, ...]:
    return tuple(cell.to_be_percent for cell in result.cells)


def test_a_target_raises_every_attribute_up_to_it_to_l_plus_and_leaves_the_rest() -> None:
    as_is = profile(D=60.0, C1=100.0, C2=20.0)
    assert to_be(target_of(as_is)) == profile(D=80.0, C1=100.0, Q=80.0, C6=80.0, C2=20.0)


def test_under_the_33020_bound_everything_below_the_target_becomes_f() -> None:
    as_is = profile(D=60.0, C1=85.0, C2=20.0)
    assert to_be(target_of(as_is, carry=85.0)) == profile(D=100.0, C1=100.0, Q=100.0, C6=80.0, C2=20.0)


def test_an_attribute_that_has_the_letter_already_is_left_as_it_is() -> None:
    as_is = profile(D=70.0, C1=67.5)
    assert to_be(target_of(as_is, default_level=2))[:3] == (70.0, 80.0, 80.0)
    assert to_be(target_of(as_is, default_level=1, carry=85.0)) == as_is, "at the target L+ is enough, F only below it"
    assert to_be(target_of(profile(D=90.0, C1=85.0), default_level=3, carry=85.0))[:2] == (90.0, 100.0)


@pytest.mark.parametrize("carry", [67.5, 85.0])
@given(
    percents=st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=7, max_size=7),
    delivery=st.floats(0, 100),
    level=st.integers(0, 5),
)
def test_the_effective_target_is_the_highest_that_can_be_and_its_profile_reaches_it_and_lowers_nothing(
    carry: float, percents: list[float | None], delivery: float, level: int
) -> None:
    as_is = (delivery, *percents)
    wanted = raised_percents(LADDER, as_is, level, carry)
    assert all((new is None) == (old is None) for old, new in zip(as_is, wanted, strict=True))
    assert all(new >= old for old, new in zip(as_is, wanted, strict=True) if old is not None and new is not None)
    result = target_of(as_is, default_level=level, carry=carry)
    assert (result.chosen_level, is_possible(LADDER, as_is, result.target_level)) == (level, True)
    assert not any(is_possible(LADDER, as_is, above) for above in range(result.target_level + 1, level + 1))
    assert result.short_cells == ()
    assert result.to_be.level is not None
    assert result.to_be.level >= result.target_level


def test_cells_can_be_raised_and_lowered_by_hand() -> None:
    cells = (TargetCell(attribute_id="c6", code=2), TargetCell(attribute_id="c4", code=5))
    result = target_of(profile(60.0), Target(process_id="p", level=3, cells=cells))
    by_id = {cell.attribute_id: cell for cell in result.cells}
    assert (by_id["c6"].to_be_percent, by_id["c6"].gap_percent, by_id["c6"].is_set_by_hand) == (40.0, -20.0, True)
    assert (by_id["c4"].to_be_percent, by_id["c4"].to_be_letter, by_id["c4"].gap_percent) == (100.0, "F", 40.0)
    assert (by_id["d"].to_be_percent, by_id["d"].is_set_by_hand) == (80.0, False)


def test_cells_that_fall_short_are_named_and_the_target_stays() -> None:
    cells = (TargetCell(attribute_id="c6", code=2), TargetCell(attribute_id="q", code=3))
    result = target_of(profile(60.0), Target(process_id="p", level=3, cells=cells))
    assert (result.chosen_level, result.target_level, result.to_be.level) == (3, 3, 2)
    assert result.short_cells == ("q", "c6")


def test_the_target_level_itself_needs_no_more_than_l() -> None:
    cells = (TargetCell(attribute_id="c6", code=3),)
    assert target_of(profile(60.0), Target(process_id="p", level=3, cells=cells)).short_cells == ()


def test_an_attribute_not_applicable_has_no_gap_even_set_by_hand() -> None:
    cells = (TargetCell(attribute_id="c1", code=5),)
    result = target_of(profile(60.0, C1=None), Target(process_id="p", level=3, cells=cells))
    cell = next(cell for cell in result.cells if cell.attribute_id == "c1")
    assert (cell.as_is_percent, cell.to_be_percent, cell.gap_percent, cell.is_set_by_hand) == (None, None, None, False)


def test_gaps_are_signed_and_need_is_never_below_zero() -> None:
    below = target_of(profile(D=60.0, C1=25.0))
    assert below.level_gap == 2
    assert below.score_gap == pytest.approx(3 - (1 + (10 / 17.5 + 0.5 + 0) / 3))
    assert below.need_share == pytest.approx((below.score_gap or 0.0) / 5)
    above = target_of(profile(80.0), default_level=2)
    assert (above.level_gap, above.score_gap, above.need_share, above.status) == (-3, -3.0, 0.0, GapStatus.ABOVE)
    on = target_of(profile(80.0), default_level=5)
    assert (on.level_gap, on.score_gap, on.need_share, on.status) == (0, 0.0, 0.0, GapStatus.ON)


def test_the_shown_gap_is_taken_from_the_shown_score() -> None:
    above = target_of(profile(D=100.0, C1=100.0, Q=100.0, C6=80.0, C2=30.0, C3=26.0), default_level=2)
    assert above.score_gap == pytest.approx(-1.706667, abs=1e-6)
    assert above.shown_gap == -1.7, "2 - 3.7, not -1.8 as rounding the gap down would have it"
    below = target_of(profile(D=60.0, C1=25.0))
    assert below.shown_gap == 1.7, "3 - 1.3"


@given(st.integers(0, 5), st.integers(0, 50))
def test_a_shown_gap_and_a_shown_score_add_up_to_the_target_digit_by_digit(target_level: int, tenths: int) -> None:
    gap = shown_gap(target_level, tenths / 10)
    assert gap is not None
    assert f"{gap:.1f}" == f"{(10 * target_level - tenths) / 10:.1f}"
    assert round(10 * gap) + tenths == 10 * target_level


def test_a_process_on_target_with_progress_beyond_it_has_no_need() -> None:
    on = target_of(profile(D=80.0, C1=40.0), default_level=1)
    assert on.status is GapStatus.ON
    assert on.score_gap is not None
    assert on.score_gap < 0
    assert on.need_share == 0.0


def test_need_runs_from_0_to_1() -> None:
    assert (need_share(0, 0.0), need_share(5, 0.0), need_share(1, 5.0)) == (0.0, 1.0, 0.0)
    assert need_share(5, None) == 0.0
    assert gap_status(3, None) is None


def test_a_process_without_a_level_has_no_gap() -> None:
    result = target_of(profile(60.0, D=None))
    assert (result.level_gap, result.score_gap, result.shown_gap, result.status) == (None, None, None, None)
    assert result.need_share == 0.0


def test_required_letters() -> None:
    assert [required_code(own, 3, 67.5) for own in (1, 2, 3)] == [4, 4, 4]
    assert [required_code(own, 3, 85.0) for own in (1, 2, 3)] == [5, 5, 4]


@pytest.mark.parametrize(
    ("wanted", "level"),
    [
        (profile(80.0), 5),
        (profile(80.0, C4=60.0), 4),
        (profile(80.0, C6=67.5), 2),
        (profile(80.0, D=60.0), 0),
        (profile(80.0, C6=None), 5),
        (profile(None, D=80.0), 1),
        (profile(80.0, C4=None, C5=None), 4),
        (profile(80.0, C6=None, C2=60.0), 2),
        (profile(None), 0),
    ],
)
def test_respondents_propose_the_highest_level_wanted_at_l_plus_throughout(
    wanted: tuple[float | None, ...], level: int
) -> None:
    assert proposed_level(LADDER, wanted) == level


def test_a_level_nothing_of_which_applies_is_not_possible() -> None:
    assert not is_possible(LADDER, profile(60.0, C6=None), 3)
    assert is_possible(LADDER, profile(60.0, C2=None), 4)
    assert is_possible(LADDER, profile(None), 0)


def test_a_target_that_cannot_be_counts_as_the_highest_below_it_that_can() -> None:
    assert effective_level(LADDER, profile(60.0, C6=None), 3) == 2
    assert effective_level(LADDER, profile(60.0, C6=None), 4) == 4, "only the chosen level itself has to be possible"
    assert effective_level(LADDER, profile(60.0, C6=None, C2=None, C3=None), 4) == 2
    assert effective_level(LADDER, profile(None), 5) == 0


def test_every_rule_goes_by_the_effective_target() -> None:
    as_is = profile(D=100.0, C1=100.0, Q=100.0, C6=None, C2=20.0, C3=20.0)
    result = target_of(as_is, Target(process_id="p", level=3))
    assert (result.chosen_level, result.target_level, result.status) == (3, 2, GapStatus.ON)
    assert (result.level_gap, result.shown_gap, result.need_share) == (0, -0.7, 0.0)
    assert result.score_gap == pytest.approx(2 - (2 + (1 + 1 + 0.4 + 0.4) / 4))
    below = target_of(profile(D=70.0, C1=70.0, Q=70.0, C6=None), default_level=3, carry=85.0)
    assert to_be(below)[:3] == (100.0, 70.0, 70.0), "F below level 2 and L+ at it: a target of 3 would ask for F at 2"
    assert below.need_share == pytest.approx((2 - (1 + (20 / 35 + 1 + 1) / 3)) / 5)


# in the whole pipeline


OF_TARGETS = (
    WarningKind.TARGET_IMPOSSIBLE,
    WarningKind.TARGET_NOT_REACHED_BY_CELLS,
    WarningKind.TARGET_WITHOUT_RATIONALE,
)


def warned(values: dict[str, int | str], target: Target) -> list[WarningKind]:
    warnings = process_at(FRAMEWORK, "planning", values, targets=(target,)).warnings
    return [warning.kind for warning in warnings if warning.kind in OF_TARGETS]


def test_the_default_target_is_the_assessments_own() -> None:
    process = process_at(FRAMEWORK, "planning", at_level(1), default_target_level=2)
    assert (process.target.target_level, process.target.is_default, process.target.level_gap) == (2, True, 1)
    own = (Target(process_id="planning", level=3),)
    process = process_at(FRAMEWORK, "planning", at_level(1), default_target_level=2, targets=own)
    assert (process.target.target_level, process.target.is_default) == (3, False)


def test_a_target_above_level_3_wants_a_rationale() -> None:
    assert warned(at_level(1), Target(process_id="planning", level=4)) == [WarningKind.TARGET_WITHOUT_RATIONALE]
    assert warned(at_level(1), Target(process_id="planning", level=4, rationale="The regulator wants it.")) == []
    assert warned(at_level(1), Target(process_id="planning", level=3)) == []


def test_a_default_target_above_level_3_wants_one_too() -> None:
    process = process_at(FRAMEWORK, "planning", at_level(1), default_target_level=5)
    assert WarningKind.TARGET_WITHOUT_RATIONALE in [warning.kind for warning in process.warnings]


def test_it_is_the_chosen_target_that_wants_a_rationale() -> None:
    values = {**at_level(2), "measurement": NA, "control": NA}
    assert warned(values, Target(process_id="planning", level=4)) == [
        WarningKind.TARGET_IMPOSSIBLE,
        WarningKind.TARGET_WITHOUT_RATIONALE,
    ]


def test_a_target_of_which_nothing_applies_is_warned_of_with_what_it_counts_as() -> None:
    values = {**at_level(2), "definition": NA}
    process = process_at(FRAMEWORK, "planning", values, targets=(Target(process_id="planning", level=3),))
    assert MethodWarning(kind=WarningKind.TARGET_IMPOSSIBLE, process_id="planning", level=3, other_level=2) in (
        process.warnings
    )


def test_a_target_that_its_cells_do_not_reach_names_them() -> None:
    target = Target(process_id="planning", level=2, cells=(TargetCell(attribute_id="ownership", code=1),))
    process = process_at(FRAMEWORK, "planning", at_level(1), targets=(target,))
    expected = MethodWarning(
        kind=WarningKind.TARGET_NOT_REACHED_BY_CELLS, process_id="planning", level=2, attribute_ids=("ownership",)
    )
    assert expected in process.warnings


def test_a_warning_of_a_target_gives_the_levels_it_is_about() -> None:
    cells = (TargetCell(attribute_id="q", code=1),)
    target = Target(process_id="p", level=5, cells=cells)
    result = target_of(profile(60.0, C4=None, C5=None), target)
    assert target_warnings("p", target, result) == (
        MethodWarning(kind=WarningKind.TARGET_IMPOSSIBLE, process_id="p", level=5, other_level=4),
        MethodWarning(kind=WarningKind.TARGET_NOT_REACHED_BY_CELLS, process_id="p", level=4, attribute_ids=("q",)),
        MethodWarning(kind=WarningKind.TARGET_WITHOUT_RATIONALE, process_id="p", level=5),
    )


def test_a_process_without_a_level_is_not_warned_about_its_target() -> None:
    assert warned({**at_level(1), "delivery": NA}, Target(process_id="planning", level=5)) == []


def proposal(ratings: tuple[Rating, ...], asks_to_be: bool = True) -> int | None:
    assessment = an_assessment(FRAMEWORK, depth=Depth.QUICK, ratings=ratings, asks_to_be=asks_to_be)
    return score_assessment(FRAMEWORK, assessment).process("planning").target.proposed_level


def test_respondents_propose_a_target_only_where_they_were_asked_and_answered() -> None:
    wanted = tuple(
        rated(f"planning.{slug}", code, horizon=Horizon.TO_BE)
        for slug, code in (("delivery", 5), ("ownership", 4), ("quality-control", 4), ("definition", 3))
    )
    assert proposal(wanted) == 2
    assert proposal(wanted, asks_to_be=False) is None
    assert proposal(()) is None
    assert proposal((rated("planning.delivery", 5),)) is None


def test_a_rationale_is_missed_for_a_choice_above_3_and_for_such_a_default_in_scope_alone() -> None:
    framework = tiny_framework(4)
    targets = (
        Target(process_id="planning", level=4),
        Target(process_id="building", level=4, rationale="The board wants it."),
        Target(process_id="releasing", level=3),
    )

    assert lacking_rationale(an_assessment(framework, targets=targets)) == ("planning",)
    assert lacking_rationale(an_assessment(framework, targets=targets, default_target_level=4)) == (
        "planning",
        "process-4",
    )
    assert lacking_rationale(an_assessment(framework, targets=targets, scope=("building", "releasing"))) == ()
