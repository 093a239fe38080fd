"""An impossible wish names what rules it out, and nothing that it would be impossible without."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from assessment.domain.answered.roadmap_settings import Pin, RoadmapSettings
from assessment.domain.planning.outcome import outcome_of
from assessment.domain.planning.posing import Posed
from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.wishes import Cause, CauseKind, Wish, impossible_wishes
from tests.computing import the_sample
from tests.domain.plans import a_problem, a_step


class _Posed(Posed):
    """A problem as it is given, in place of one that an assessment poses."""

    @property
    def indices(self) -> dict[tuple[str, int], int]:
        return {(step.process_id, step.to_level): index for index, step in enumerate(self.unpinned.steps)}

    def at_target_after(self, waves: Sequence[int], number: int) -> int:
        del number
        return sum(1 for wave in waves if wave)


def posed(problem: PlanProblem, *pins: tuple[str, int, int]) -> Posed:
    settings = RoadmapSettings(
        pins=tuple(Pin(process_id=process_id, to_level=level, wave=wave) for process_id, level, wave in pins)
    )
    sample = the_sample()
    from assessment.domain.rating.capability import ladder_of

    return _Posed(
        result=sample.result, settings=settings, ladder=ladder_of(sample.framework), drafts=(), unpinned=problem
    )


def wishes(problem: PlanProblem, *pins: tuple[str, int, int]) -> tuple[Wish, ...]:
    question = posed(problem, *pins)
    return impossible_wishes(question, outcome_of(question).waves)


def needs(process_id: str, level: int, other_id: str, other_level: int) -> Cause:
    return Cause(
        kind=CauseKind.NEEDS, process_id=process_id, level=level, other_process_id=other_id, other_level=other_level
    )


def excluded(process_id: str, level: int) -> Cause:
    return Cause(kind=CauseKind.EXCLUDED, process_id=process_id, level=level)


# incident stands at 2 and configuration at 1: incident to 3 needs configuration at 2
PAIR = a_problem(
    a_step("configuration", 2),
    a_step("incident", 3),
    a_step("change", 2),
    capacities=(9, 9),
    hard=[("configuration", "incident")],
)


def test_a_step_that_needs_what_was_left_out_names_both() -> None:
    assert wishes(PAIR, ("configuration", 2, 0)) == (
        Wish(
            process_id="incident",
            level=3,
            wave=None,
            causes=(needs("incident", 3, "configuration", 2), excluded("configuration", 2)),
        ),
    )


def test_a_decision_that_has_nothing_to_do_with_it_is_no_part_of_the_cause() -> None:
    (wish,) = wishes(PAIR, ("change", 2, 2), ("configuration", 2, 0), ("incident", 3, 1))
    assert (wish.process_id, wish.wave) == ("incident", 1)
    assert wish.causes == (needs("incident", 3, "configuration", 2), excluded("configuration", 2))


def test_a_supplier_put_into_a_later_wave_is_named_with_its_wave() -> None:
    (wish,) = wishes(PAIR, ("configuration", 2, 2), ("incident", 3, 1))
    assert wish.causes == (
        needs("incident", 3, "configuration", 2),
        Cause(kind=CauseKind.PINNED, process_id="configuration", level=2, wave=2),
    )


def test_a_chain_of_needs_is_told_link_by_link() -> None:
    chain = a_problem(
        a_step("a", 1), a_step("b", 2), a_step("c", 3), capacities=(9,), hard=[("a", "b"), ("b", "c")], levels={"c": 2}
    )
    found = {wish.process_id: wish.causes for wish in wishes(chain, ("a", 1, 0))}
    assert found["b"] == (needs("b", 2, "a", 1), excluded("a", 1))
    assert set(found["c"]) == {needs("c", 3, "b", 2), needs("b", 2, "a", 1), excluded("a", 1)}


def test_its_own_earlier_step_that_was_left_out_is_the_whole_cause() -> None:
    (wish,) = wishes(a_problem(a_step("a", 1), a_step("a", 2), capacities=(9, 9)), ("a", 1, 0))
    assert (wish.level, wish.causes) == (2, (excluded("a", 1),))


def test_room_is_named_where_nothing_else_explains_it() -> None:
    (wish,) = wishes(a_problem(a_step("a", 1, effort=4), capacities=(3, 5)), ("a", 1, 1))
    assert wish.causes == (Cause(kind=CauseKind.ROOM, wave=1, count=4, limit_count=3),)


def test_room_and_what_takes_it_are_named_together() -> None:
    small = a_problem(a_step("a", 1, effort=2), a_step("b", 1, effort=2), capacities=(3, 3))
    (wish,) = wishes(small, ("a", 1, 1), ("b", 1, 1))
    assert wish.causes == (
        Cause(kind=CauseKind.PINNED, process_id="a", level=1, wave=1),
        Cause(kind=CauseKind.ROOM, wave=1, count=2, limit_count=3),
    )


def test_a_wave_before_its_order_allows_says_which_is_the_earliest() -> None:
    (wish,) = wishes(a_problem(a_step("a", 1), a_step("a", 2), capacities=(9, 9)), ("a", 2, 1))
    assert wish.causes == (Cause(kind=CauseKind.ORDER, wave=2),)


def test_a_step_that_was_put_elsewhere_already_says_so() -> None:
    (wish,) = wishes(a_problem(a_step("a", 1), capacities=(9, 9)), ("a", 1, 1), ("a", 1, 2))
    assert (wish.wave, wish.causes) == (2, (Cause(kind=CauseKind.PINNED, process_id="a", level=1, wave=1),))


def test_a_step_that_must_come_is_no_longer_left_out() -> None:
    (wish,) = wishes(PAIR, ("incident", 3, 2), ("configuration", 2, 0))
    assert (wish.process_id, wish.wave) == ("configuration", 0)
    assert Cause(kind=CauseKind.PINNED, process_id="incident", level=3, wave=2) in wish.causes


@pytest.mark.parametrize("pins", [(), (("change", 2, 1),), (("incident", 3, 0),)])
def test_what_can_be_is_no_impossible_wish(pins: tuple[tuple[str, int, int], ...]) -> None:
    assert wishes(PAIR, *pins) == ()
