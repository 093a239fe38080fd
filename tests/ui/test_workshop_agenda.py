"""The agenda, the planner, what comes next, values taken at once and hands: driven as a facilitator does, read back."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.workshop import RoundSource, SlotState
from assessment.domain.authored.framework import Depth, Horizon
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import rated, respondents
from tests.ui.assessed import opened, page
from tests.ui.in_a_room import InRoom, a_room, an_unanswered_one

QUICK_ITEM = "planning.delivery"


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    with pytest.MonkeyPatch.context() as patch, opened(tmp_path_factory.mktemp("agenda"), patch) as found:
        yield found


def quick_room(plumbline: Plumbline) -> InRoom:
    return a_room(plumbline, depth=Depth.QUICK)


def agenda_tab(room: InRoom) -> AppTest:
    return room.page(tab="Agenda")


def slots(room: InRoom) -> list[tuple[str, int, SlotState]]:
    found = room.plumbline.agenda.slots(ME, room.assessment_id)
    return [(one.slot.process_id, one.slot.minutes, one.slot.state) for one in found]


def click(shown: AppTest, key: str) -> AppTest:
    return shown.button(key=key).click().run()


def test_a_proposal_is_taken_with_one_click(plumbline: Plumbline) -> None:
    room = quick_room(plumbline)
    shown = agenda_tab(room)
    shown.number_input(key=room.key("planner:people")).set_value(5)
    shown.number_input(key=room.key("planner:minutes")).set_value(45).run()
    assert "2 of 3 processes fit into 45 minutes with 5 people." in words(shown)
    click(shown, room.key("planner:take"))

    assert slots(room) == [("planning", 12, SlotState.PLANNED), ("building", 12, SlotState.PLANNED)]


def words(shown: AppTest) -> str:
    return " ".join(one.value for one in (*shown.markdown, *shown.text, *shown.caption))


@pytest.fixture
def planned(plumbline: Plumbline) -> InRoom:
    room = quick_room(plumbline)
    plan = plumbline.agenda.propose(ME, room.assessment_id, people_count=5, minutes=120)
    plumbline.agenda.take(ME, room.assessment_id, plan.boxes, expected_versions={})
    return room


def test_begin_done_and_go_on_lead_through_the_agenda(planned: InRoom) -> None:
    shown = agenda_tab(planned)
    click(shown, planned.key("slot:planning:begin"))
    assert planned.room.slot_process_id == "planning"
    click(shown, planned.key("slot:planning:on"))
    assert planned.room.slot_process_id == "building"
    click(shown, planned.key("slot:building:done"))

    assert planned.room.slot_process_id is None
    assert [state for _, _, state in slots(planned)] == [SlotState.DONE, SlotState.DONE, SlotState.PLANNED]


def test_a_process_is_moved_changed_put_off_and_taken_off(planned: InRoom) -> None:
    shown = agenda_tab(planned)
    click(shown, planned.key("slot:releasing:up"))
    assert [process_id for process_id, _, _ in slots(planned)] == ["planning", "releasing", "building"]
    version = next(
        one.version
        for one in planned.plumbline.agenda.slots(ME, planned.assessment_id)
        if one.slot.process_id == "releasing"
    )
    shown.number_input(key=planned.key(f"slot:releasing:minutes:{version}")).set_value(25).run()
    click(shown, planned.key("slot:releasing:later"))
    click(shown, planned.key("slot:building:remove"))

    assert slots(planned) == [("planning", 12, SlotState.PLANNED), ("releasing", 25, SlotState.LATER)]
    assert "To be finished by link: Releasing." in words(shown)


def test_a_process_is_added_at_the_end(plumbline: Plumbline) -> None:
    room = quick_room(plumbline)
    shown = agenda_tab(room)
    shown.selectbox(key=room.key("agenda-add")).set_value("releasing")
    shown.number_input(key=room.key("agenda-add:minutes")).set_value(9)
    click(shown, room.key("agenda-add:go"))

    assert slots(room) == [("releasing", 9, SlotState.PLANNED)]


def test_without_an_open_room_no_time_begins(plumbline: Plumbline) -> None:
    assessment_id = an_unanswered_one(plumbline, depth=Depth.QUICK)
    shown = page("workshop", None, assessment=assessment_id, tab="Agenda")
    click(shown, f"workshop:{assessment_id}:planner:take")

    assert len(plumbline.agenda.slots(ME, assessment_id)) == 3
    assert not [one for one in shown.button if one.label == "Begin"]


def test_the_planner_is_a_step_of_the_set_up(plumbline: Plumbline) -> None:
    assessment_id = an_unanswered_one(plumbline, depth=Depth.QUICK)
    shown = page("set_up", None, assessment=assessment_id, section="Agenda")
    click(shown, f"workshop:{assessment_id}:planner:take")

    assert [one.slot.process_id for one in plumbline.agenda.slots(ME, assessment_id)] == [
        "planning",
        "building",
        "releasing",
    ]


def test_the_next_question_is_asked_or_put_off(plumbline: Plumbline) -> None:
    room = quick_room(plumbline)
    shown = room.page()
    assert "Next best: Delivery, Planning." in words(shown)
    click(shown, room.key(f"next:{QUICK_ITEM}:later"))
    assert "Next best: Ownership, Planning." in words(shown)
    click(shown, room.key("next:planning.ownership:ask"))

    assert room.room.item_id == "planning.ownership"


def test_values_are_listed_first_and_taken_with_one_click(plumbline: Plumbline) -> None:
    votes = tuple(rated(QUICK_ITEM, 3, f"r{number}") for number in (1, 2, 3))
    room = a_room(plumbline, depth=Depth.QUICK, respondents=respondents(3), ratings=votes)
    shown = room.page()
    shown.session_state[room.key("accepting-fold")] = True
    shown.run()
    assert plumbline.assessments.load(ME, room.assessment_id).agreed == ()
    click(shown, room.key("accepting:take"))

    (value,) = plumbline.assessments.load(ME, room.assessment_id).agreed
    assert (value.item_id, value.answer.code, value.present_ids) == (QUICK_ITEM, 3, ("r1", "r2", "r3"))
    assert "1 value taken." in words(shown)


def by_hand(room: InRoom) -> AppTest:
    shown = room.page()
    shown.session_state[room.key(f"{QUICK_ITEM}:hands-fold")] = True
    return shown.run()


def quick_room_again(room: InRoom) -> AppTest:
    """The page once the same question is put to the phones again."""
    return room.asked(QUICK_ITEM).page()


def test_hands_are_counted_and_their_middle_is_agreed_on(plumbline: Plumbline) -> None:
    room = quick_room(plumbline).asked(QUICK_ITEM)
    key = room.key(f"{QUICK_ITEM}:hands:as-is")
    shown = by_hand(room)
    for place, count in ((2, 4), (3, 3), (6, 2)):
        shown.number_input(key=f"{key}:{place}").set_value(count)
    shown.run()
    click(shown, f"{key}:keep")
    (kept,) = plumbline.assessments.load(ME, room.assessment_id).rounds
    assert (kept.source, kept.code_counts, kept.dont_know_count) == (RoundSource.HANDS, (0, 0, 4, 3, 0, 0), 2)
    assert plumbline.assessments.load(ME, room.assessment_id).ratings == ()
    click(shown, f"{key}:agree")

    (value,) = plumbline.assessments.load(ME, room.assessment_id).agreed
    assert (value.item_id, value.horizon, value.answer.code) == (QUICK_ITEM, Horizon.AS_IS, 2)
    steps = [one.label for one in shown.button if ":step:" in (one.key or "")]
    assert steps[-2:] == ["Show how they voted", "Ask the next"]
    assert "Ask the next" not in [one.label for one in quick_room_again(room).button]


def test_a_line_of_letters_is_counted_and_what_is_not_read_is_named(plumbline: Plumbline) -> None:
    room = quick_room(plumbline).asked(QUICK_ITEM)
    key = room.key(f"{QUICK_ITEM}:hands:as-is")
    shown = by_hand(room)
    shown.segmented_control(key=f"{key}:way").set_value(RoundSource.PAPER).run()
    shown.text_input(key=f"{key}:line").set_value("A A C D ? - x").run()
    assert [one.value for one in shown.warning] == ["Not read: x. Use A to F, ? and -."]
    click(shown, f"{key}:keep")

    (kept,) = plumbline.assessments.load(ME, room.assessment_id).rounds
    assert (kept.source, kept.code_counts) == (RoundSource.PAPER, (2, 0, 1, 1, 0, 0))
    assert (kept.dont_know_count, kept.not_applicable_count) == (1, 1)
