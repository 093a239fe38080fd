"""To-be: what a target asks for, what hands changed, and the gaps (METHOD.md section 9)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import Rating, Target, TargetCell
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.rating.capability import Ladder, rate_level
from assessment.domain.rating.results import GapStatus, TargetResult, WarningKind
from assessment.domain.rating.scoring import score_assessment
from assessment.domain.rating.targets import (
    gap_status,
    is_possible,
    need_share,
    proposed_level,
    raised_percents,
    required_code,
    set_target,
)
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


@pytest.mark.parametrize("carry", [67.5, 85.0])
@given(
    percents=st.lists(st.one_of(st.none(), st.floats(0, 100)), min_size=7, max_size=7),
    delivery=st.floats(0, 100),
    level=st.integers(0, 5),
)
def test_a_possible_target_is_reached_by_its_own_profile_and_nothing_is_lowered(
    carry: float, percents: list[float | None], delivery: float, level: int
) -> None:
    as_is = (delivery, *percents)
    wanted = raised_percents(LADDER, as_is, level, carry)
    assert all((new is None) == (old is None) for old, new in zip(as_is, wanted, strict=True))
    assert all(new >= old for old, new in zip(as_is, wanted, strict=True) if old is not None and new is not None)
    if is_possible(LADDER, as_is, level):
        reached = rate_level(LADDER, wanted, carry).level
        assert reached is not None
        assert reached >= level
        assert target_of(as_is, default_level=level, carry=carry).short_cells == ()


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
    assert (result.target_level, result.to_be.level) == (3, 2)
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
    assert (result.level_gap, result.score_gap, result.need_share, result.status) == (None, None, 0.0, None)


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


# in the whole pipeline


def warned(values: dict[str, int | str], target: Target | None) -> list[WarningKind]:
    targets = () if target is None else (target,)
    warnings = process_at(FRAMEWORK, "planning", values, targets=targets).warnings
    return [warning.kind for warning in warnings if warning.kind is not WarningKind.NO_OWNER]


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


def test_a_target_of_which_nothing_applies_is_refused_in_words() -> None:
    values = {**at_level(2), "definition": NA}
    process = process_at(FRAMEWORK, "planning", values, targets=(Target(process_id="planning", level=3),))
    (sentence,) = [w.sentence for w in process.warnings if w.kind is WarningKind.TARGET_IMPOSSIBLE]
    assert "cannot be at level 3" in sentence


def test_a_target_that_its_cells_do_not_reach_names_them() -> None:
    target = Target(process_id="planning", level=2, cells=(TargetCell(attribute_id="ownership", code=1),))
    process = process_at(FRAMEWORK, "planning", at_level(1), targets=(target,))
    (sentence,) = [w.sentence for w in process.warnings if w.kind is WarningKind.TARGET_NOT_REACHED_BY_CELLS]
    assert sentence.endswith("it falls short at: Ownership.")


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
