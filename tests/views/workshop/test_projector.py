"""The wall: what is on it at each stage of a workshop, and that nothing private ever is."""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any

import pytest

from assessment.domain.answered.workshop import AgendaSlot, RoomKind, SlotState
from assessment.domain.workshop.room import LeadersVote, Phase, Room
from assessment.views.workshop.projector import Counted, ProjectorView, Stage, projector_view
from tests.builders import tiny_framework
from tests.views.workshop.test_reveal import ITEM, revealed

FRAMEWORK = tiny_framework()
LINK = "http://192.168.1.20:8601/join/k/key"
DAY = datetime(2026, 3, 2, 9, tzinfo=UTC)
ROOM = Room(
    id="f" * 32,
    assessment_id="a",
    kind=RoomKind.WORKSHOP,
    code="K7M44QXP",
    link_hash="h",
    is_open=True,
    phase=Phase.LOBBY,
    item_id=None,
    round_number=0,
    step=1,
    leaders=LeadersVote.TOGETHER,
    takes_anonymous=True,
    address="http://192.168.1.20:8601",
    deadline=None,
    slot_process_id=None,
    slot_begun_at=None,
    reached_at=None,
    opened_at=DAY,
    closed_at=None,
)
VOTING = replace(ROOM, phase=Phase.VOTING, item_id=ITEM.id, round_number=1)
AGENDA = (
    AgendaSlot(process_id="planning", place=0, minutes=20, state=SlotState.DONE),
    AgendaSlot(process_id="releasing", place=2, minutes=20),
    AgendaSlot(process_id="building", place=1, minutes=20),
)


def wall(room: Room, head: int = 12, voted: int = 0, asked: int = 12, **more: Any) -> ProjectorView:
    counted = Counted(head_count=head, in_count=voted, expected_count=asked)
    return projector_view(FRAMEWORK, room, counted, floor=3, link=LINK, **more)


def texts(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, tuple):
        return [text for one in value for text in texts(one)]
    if is_dataclass(value):
        return [text for field in fields(value) for text in texts(getattr(value, field.name))]
    return []


def test_the_lobby_says_how_to_join_and_how_many_are_in() -> None:
    view = wall(ROOM)
    assert (view.stage, view.question, view.status) == (Stage.LOBBY, "Join with your phone", "12 people in")
    assert (view.join.code, view.join.code_spoken) == ("K7M4 4QXP", "K, 7, M, 4, 4, Q, X, P")
    assert (view.join.address, view.join.link) == ("192.168.1.20:8601/join", LINK)
    assert wall(ROOM, head=0).status == "Nobody is in yet"
    assert wall(ROOM, head=1).status == "1 person in"


def test_without_an_address_there_is_no_code_that_leads_nowhere() -> None:
    view = wall(replace(ROOM, address=None))
    assert view.join.link is None
    assert (view.join.address, view.join.short) == ("No address that phones can open has been chosen yet", "")
    assert view.join.code == "K7M4 4QXP"


def test_a_question_stands_with_its_lettered_statements_and_how_many_are_in_never_who() -> None:
    view = wall(VOTING, voted=9)
    assert (view.question, view.status) == (ITEM.question, "9 of 12 are in")
    assert [(one.letter, one.text) for one in view.statements] == list(zip("ABCDEF", ITEM.statements, strict=True))
    assert view.reveal is None
    assert view.join.short == "Join: 192.168.1.20:8601/join, code K7M4 4QXP"
    assert wall(VOTING, voted=12).status == "All 12 votes are in"
    assert wall(VOTING, voted=1).status == "1 of 12 is in"
    assert wall(VOTING, asked=0).status == "Nobody who is asked this is in the room yet"


def test_before_the_reveal_nothing_of_a_vote_is_on_the_wall_even_where_it_is_handed_over() -> None:
    told = wall(VOTING, voted=9, revealed=(revealed(0, 0, 9, 0, 0, 0),))
    assert told == wall(VOTING, voted=9)
    assert told.said == f"{ITEM.question}. 9 of 12 are in"


def test_the_reveal_stands_with_what_it_comes_to_and_a_second_round_by_its_number() -> None:
    shown = wall(replace(VOTING, phase=Phase.REVEALED, round_number=2), revealed=(revealed(0, 0, 9, 0, 0, 0),))
    assert shown.stage is Stage.REVEALED
    assert shown.reveal is not None
    assert shown.finding == shown.reveal.finding == "All 9 chose C."
    assert (shown.round_name, shown.statements) == ("Round 2", ())
    assert shown.said == f"{ITEM.question}. All 9 chose C."


def test_between_questions_the_wall_says_what_comes_next() -> None:
    between = replace(VOTING, phase=Phase.LOBBY)
    view = wall(between, agenda=AGENDA)
    assert (view.stage, view.question, view.is_process) == (Stage.NEXT, "Building", True)
    assert view.next_up == "After that: Releasing"
    running = wall(replace(between, slot_process_id="releasing"), agenda=AGENDA)
    assert (running.question, running.next_up) == ("Releasing", "After that: Building")
    assert (wall(between).question, wall(between).is_process) == ("The next question comes in a moment.", False)
    done = tuple(slot.model_copy(update={"state": SlotState.DONE}) for slot in AGENDA)
    assert wall(between, agenda=done).question == "That was the last process on the agenda."


def test_a_closed_room_has_nothing_on_its_wall_but_that() -> None:
    view = wall(replace(VOTING, is_open=False), voted=9)
    assert (view.stage, view.question, view.status, view.statements) == (
        Stage.CLOSED,
        "This workshop is closed. Thank you.",
        "",
        (),
    )


@pytest.mark.parametrize("phase", list(Phase))
def test_a_question_that_is_no_more_in_the_framework_leaves_a_wall(phase: Phase) -> None:
    view = wall(replace(VOTING, phase=phase, item_id="gone.item"))
    assert view.question
    assert view.reveal is None
    assert all("gone" not in text for text in texts(view))
