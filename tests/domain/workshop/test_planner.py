"""How many processes fit: the two hours of the promise, cases worked by hand, and laws."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import CriticalService, Opinion
from assessment.domain.answered.workshop import AgendaSlot, RoundSource, SlotState, VoteRound
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.workshop.planner import (
    ProcessOrder,
    ProcessSize,
    assumed_pace,
    break_minutes,
    done_count,
    ordered_processes,
    pace_of,
    plan_workshop,
    seen_pace,
    sizes_of,
)
from tests.builders import agreed, an_assessment, tiny_framework

QUICK = tuple(ProcessSize(process_id=f"p{number}", item_count=8) for number in range(17))
SIZES = st.lists(
    st.builds(ProcessSize, process_id=st.just("p"), item_count=st.integers(1, 40), to_be_count=st.integers(0, 8)),
    max_size=17,
)


def fitting(people_count: int, minutes: int, pace_seconds: float | None = None) -> int:
    return len(plan_workshop(QUICK, people_count, minutes, pace_seconds).boxes)


@pytest.mark.parametrize("people_count", range(5, 51))
def test_two_hours_at_quick_depth_hold_six_to_eight_processes_with_five_to_fifty_people(people_count: int) -> None:
    assert 6 <= fitting(people_count, 120) <= 8


def test_twelve_people_take_fourteen_minutes_a_process_and_seven_fit() -> None:
    # 90 + 10 * log2(12 / 5) = 102.63 s a question; eight of them 13.68 min, so 14; 105 minutes hold 7 * 14 = 98
    plan = plan_workshop(QUICK, 12, 120)

    assert plan.pace_seconds == pytest.approx(102.63, abs=0.01)
    assert [box.minutes for box in plan.boxes] == [14] * 7
    assert (plan.opening_minutes, plan.break_minutes, plan.closing_minutes, plan.spare_minutes) == (10, 0, 5, 7)
    assert [box.process_id for box in plan.left_out] == [f"p{number}" for number in range(7, 17)]
    assert not plan.is_measured


def test_each_doubling_of_five_people_takes_ten_seconds_more() -> None:
    assert [assumed_pace(count) for count in (1, 5, 10, 20, 40)] == [90.0, 90.0, 100.0, 110.0, 120.0]


def test_the_to_be_takes_fifteen_seconds_more_a_question() -> None:
    both = (ProcessSize(process_id="p", item_count=8, to_be_count=8),)

    assert plan_workshop(both, 5, 120).boxes[0].minutes == 14  # 8 * 90 + 8 * 15 = 840 s


def test_a_pace_that_was_seen_has_the_to_be_in_it_and_replaces_the_assumed_one() -> None:
    both = (ProcessSize(process_id="p", item_count=8, to_be_count=8),)
    plan = plan_workshop(both, 50, 120, 60.0)

    assert (plan.boxes[0].minutes, plan.pace_seconds, plan.is_measured) == (8, 60.0, True)


def test_a_process_that_does_not_fit_ends_the_plan_even_where_a_smaller_one_would() -> None:
    sizes = (QUICK[0], ProcessSize(process_id="large", item_count=80), QUICK[1])
    plan = plan_workshop(sizes, 5, 60)

    assert [box.process_id for box in plan.boxes] == ["p0"]
    assert [box.process_id for box in plan.left_out] == ["large", "p1"]


def test_nothing_fits_into_less_than_opening_and_closing() -> None:
    plan = plan_workshop(QUICK, 5, 15)

    assert (plan.boxes, plan.spare_minutes) == ((), 0)


def test_a_process_that_fills_the_minutes_to_the_last_one_fits() -> None:
    assert [fitting(5, minutes) for minutes in (26, 27, 38, 39)] == [0, 1, 1, 2]


def test_each_two_hours_after_the_first_begin_with_a_break() -> None:
    assert [break_minutes(minutes) for minutes in (15, 120, 121, 130, 240, 360)] == [0, 0, 1, 10, 10, 20]


@given(SIZES, st.integers(1, 500), st.integers(0, 1000), st.none() | st.floats(5, 900))
def test_the_parts_of_a_plan_are_all_the_minutes_there_are(
    sizes: list[ProcessSize], people_count: int, minutes: int, pace: float | None
) -> None:
    plan = plan_workshop(sizes, people_count, minutes, pace)
    frame = plan.opening_minutes + plan.break_minutes + plan.closing_minutes

    assert frame + sum(box.minutes for box in plan.boxes) + plan.spare_minutes == max(minutes, frame)
    assert len(plan.boxes) + len(plan.left_out) == len(sizes)


@given(SIZES, st.integers(1, 200), st.integers(0, 600), st.integers(0, 200), st.integers(0, 200))
def test_more_minutes_or_fewer_people_never_let_fewer_fit(
    sizes: list[ProcessSize], people_count: int, minutes: int, more_minutes: int, more_people: int
) -> None:
    boxes = len(plan_workshop(sizes, people_count, minutes).boxes)

    assert len(plan_workshop(sizes, people_count, minutes + more_minutes).boxes) >= boxes
    assert len(plan_workshop(sizes, people_count + more_people, minutes).boxes) <= boxes


def test_the_pace_is_seen_from_the_fourth_question_on() -> None:
    assert seen_pace([(300, 3)]) is None
    assert seen_pace([(300, 3), (100, 1)]) == 100.0
    assert seen_pace([(300, 3), (100, 1), (0, 9), (50, 0)]) == 100.0


def test_the_pace_of_a_workshop_is_its_time_by_the_questions_it_voted_on() -> None:
    framework = tiny_framework()
    slots = (
        AgendaSlot(process_id="planning", place=0, minutes=12, state=SlotState.DONE, spent_seconds=480),
        AgendaSlot(process_id="building", place=1, minutes=12, spent_seconds=0),
    )
    items = [item.id for item in framework.items("planning", Depth.FULL, Horizon.AS_IS)][:4]
    rounds = tuple(
        VoteRound(item_id=item_id, horizon=Horizon.AS_IS, number=1, source=RoundSource.PHONES, code_counts=(1,) * 6)
        for item_id in items
    )
    assessment = an_assessment(framework, agenda=slots, rounds=rounds)

    assert pace_of(assessment) == 120.0
    assert pace_of(assessment.model_copy(update={"rounds": rounds[:3]})) is None


def test_questions_agreed_without_a_vote_are_done_too_and_those_of_a_survey_alone_are_not() -> None:
    framework = tiny_framework()
    surveyed = VoteRound(
        item_id="planning.deliver-1", horizon=Horizon.AS_IS, number=1, source=RoundSource.SURVEY, code_counts=(1,) * 6
    )
    values = (agreed("planning.deliver-1", 3), agreed("planning.deliver-2", 3), agreed("building.deliver-1", 3))

    assert done_count(an_assessment(framework, rounds=(surveyed,)), "planning") == 0
    assert done_count(an_assessment(framework, rounds=(surveyed,), agreed=values), "planning") == 2


def test_what_hurts_and_matters_most_comes_first_and_the_model_decides_between_equals() -> None:
    framework = tiny_framework()
    opinions = (
        Opinion(respondent_id="r1", process_id="releasing", pain=5),
        Opinion(respondent_id="r1", process_id="building", pain=1),
    )
    services = (CriticalService(id="s", name="Shop", importance=5, process_ids=("building",)),)
    told = an_assessment(framework, opinions=opinions)
    served = an_assessment(framework, opinions=opinions, critical_services=services)

    # pain: 5 for releasing, 1 said of building, and 1, their lower median, taken for planning
    assert ordered_processes(framework, told, ProcessOrder.STAKE) == ("releasing", "planning", "building")
    assert ordered_processes(framework, told, ProcessOrder.MODEL) == ("planning", "building", "releasing")
    # importance 5 is proposed for building and assumed for the others: nothing changes between them
    assert ordered_processes(framework, served, ProcessOrder.STAKE) == ("releasing", "planning", "building")
    assert ordered_processes(framework, an_assessment(framework), ProcessOrder.STAKE) == told.scope


def test_only_what_is_in_scope_is_planned() -> None:
    framework = tiny_framework()

    assert ordered_processes(framework, an_assessment(framework, scope=("releasing",)), ProcessOrder.STAKE) == (
        "releasing",
    )


def test_a_process_is_as_large_as_what_is_asked_of_it_at_the_depth() -> None:
    framework = tiny_framework()

    assert sizes_of(framework, ("planning",), Depth.QUICK, asks_to_be=False)[0].item_count == 8
    full = sizes_of(framework, ("planning",), Depth.FULL, asks_to_be=True)[0]
    # 3 + 3 activities and six characteristics as it is, and the anchored questions of two attributes for the to-be
    assert (full.item_count, full.to_be_count) == (14, 8)
    assert sizes_of(framework, ("planning",), Depth.QUICK, asks_to_be=True)[0] == ProcessSize(
        process_id="planning", item_count=8, to_be_count=8
    )
