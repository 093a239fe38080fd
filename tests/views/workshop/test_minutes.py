"""The minutes say what was planned, voted, agreed, decided and parked, and name nobody whose name is not told."""

from __future__ import annotations

from datetime import date
from typing import Any

from assessment.cli_text import view_text
from assessment.domain.answered.assessment import Certainty, Note, NoteKind, Respondent
from assessment.domain.answered.workshop import (
    AgendaSlot,
    Decision,
    DecisionKind,
    HeldSession,
    ParkedPoint,
    RoomKind,
    RoundSource,
    SlotState,
    VoteRound,
)
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.record import Counts
from assessment.views.model import Row, Table
from assessment.views.wording.workshop import minutes as words
from assessment.views.workshop.minutes import MinutesView, minutes_view
from assessment.views.workshop.minutes_votes import spread_track
from tests.builders import agreed, an_assessment, rated, respondents, tiny_framework
from tests.computing import computed

FRAMEWORK = tiny_framework()
ITEM, OPEN_ITEM = "planning.deliver-1", "planning.deliver-2"
PEOPLE = respondents(6)
HELD = HeldSession(
    id="s1",
    kind=RoomKind.WORKSHOP,
    held_on=date(2026, 3, 2),
    minutes=95,
    respondent_ids=("r1", "r2"),
    anonymous_count=4,
)


def a_round(item_id: str, *codes: int, number: int = 1, source: RoundSource = RoundSource.PHONES) -> VoteRound:
    return VoteRound(
        item_id=item_id,
        horizon=Horizon.AS_IS,
        number=number,
        source=source,
        code_counts=codes,
        dont_know_count=1 if number == 2 else 0,
    )


def answers(item_id: str, *codes: int | str) -> tuple[Any, ...]:
    return tuple(rated(item_id, code, f"r{number}") for number, code in enumerate(codes, start=1))


def minutes(
    named: tuple[Respondent, ...] | None = None, running: tuple[HeldSession, ...] = (), **content: Any
) -> MinutesView:
    content = {"respondents": PEOPLE, "sessions": (HELD,), **content}
    return minutes_view(computed(FRAMEWORK, an_assessment(FRAMEWORK, **content)).told, named, running)


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def voted() -> dict[str, Any]:
    return {
        "ratings": (*answers(ITEM, 1, 2, 2, 2, 5, "DK"), *answers(OPEN_ITEM, 1, 1, 4, 4)),
        "agreed": (agreed(ITEM, 2, certainty=Certainty.EVIDENCE_SEEN),),
        "rounds": (
            a_round(ITEM, 0, 2, 1, 0, 0, 3),
            a_round(ITEM, 0, 1, 3, 0, 0, 1, number=2),
            a_round(OPEN_ITEM, 0, 2, 0, 0, 2, 0),
        ),
    }


def test_votes_stand_round_by_round_with_their_spread() -> None:
    table = minutes(**voted()).table("minutes-votes")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Deliver 1", "1, by phone", "", "2 × P-, 1 × P+, 3 × F", "33 %"],
        ["Deliver 1", "2, by phone", "", "1 × P-, 3 × P+, 1 × F, 1 don't know", "62 %"],
        ["Deliver 2", "1, by phone", "", "2 × P-, 2 × L+", "48 %"],
    ]
    assert {row.group for row in table.rows} == {"Planning"}
    assert [entry.sign for entry in table.legend] == ["N", "P-", "P+", "L-", "L+", "F"]


def test_the_spread_is_drawn_where_each_answer_has_its_place() -> None:
    track = spread_track(Counts(codes=(0, 2, 0, 0, 0, 4), dont_know=0, not_applicable=0))
    assert [(one.text, one.style, round(one.start)) for one in track.segments] == [
        ("2", "rating-1", 17),
        ("4", "rating-5", 83),
    ]


def test_an_agreed_value_stands_with_its_reason_and_with_who_saw_it_otherwise() -> None:
    view = minutes(**voted())
    assert texts(view.table("minutes-agreed")) == [
        ["Deliver 1", "P+", "2 of 6, 1 of them by two steps or more", "The room agreed.", "Evidence seen"]
    ]
    assert view.table("minutes-agreed").cell(f"{ITEM}:as-is", "apart").note == "voted before: 2 × P-, 1 × P+, 3 × F"
    assert texts(view.table("minutes-open")) == [["Deliver 2", "P-", "The room is split between P- and L+"]]
    assert view.finding == "On record: 2 questions voted on and 1 agreed value."


def test_a_round_of_few_says_that_it_is_not_shown_and_nothing_else() -> None:
    view = minutes(
        ratings=answers(ITEM, 0, 5),
        agreed=(agreed(ITEM, 2),),
        rounds=(a_round(ITEM, 1, 0, 0, 0, 0, 1),),
    )
    hidden = "Fewer than 3 answered, or answered since: not shown"
    assert texts(view.table("minutes-votes")) == [["Deliver 1", "1, by phone", "", hidden, "–"]]
    assert view.table("minutes-votes").rows[0].cells[2].track is None
    (row,) = texts(view.table("minutes-agreed"))
    assert row[2] == hidden
    assert "The room agreed." not in view_text(view)


def test_those_who_took_part_are_a_number_unless_their_names_are_told() -> None:
    people = (
        Respondent(id="r1", role=PEOPLE[0].role, name="Ben Bay"),
        Respondent(id="r2", role=PEOPLE[1].role, name="Ada Ash"),
    )
    told = minutes(people).table("minutes-sessions")
    assert texts(told) == [["2 March 2026", "Workshop", "95", "Ada Ash and Ben Bay", "4"]]
    assert texts(minutes().table("minutes-sessions")) == [["2 March 2026", "Workshop", "95", "2", "4"]]
    assert told.measure != minutes().table("minutes-sessions").measure
    erased = (people[0], people[1].model_copy(update={"name": None}))
    assert texts(minutes(erased).table("minutes-sessions"))[0][3:] == ["Ben Bay", "5"]


def test_a_room_that_is_open_stands_beside_what_was_held() -> None:
    now = HELD.model_copy(update={"id": "s2", "held_on": date(2026, 3, 9), "minutes": 12, "anonymous_count": 0})
    view = minutes(running=(now,))
    assert [(row.cells[0].text, row.cells[1].note) for row in view.table("minutes-sessions").rows] == [
        ("2 March 2026", ""),
        ("9 March 2026", "Still open"),
    ]
    assert view.fact("held").note == "2 March 2026 and 9 March 2026"
    assert minutes().fact("people").value == 6
    assert not minutes(sessions=(), running=(now,)).empty


def test_a_room_that_was_opened_again_is_one_session() -> None:
    again = HELD.model_copy(update={"minutes": 120})
    table = minutes(running=(again,)).table("minutes-sessions")
    assert [row.cells[2].text for row in table.rows] == ["120"]


def test_the_agenda_stands_as_it_was_planned_and_as_it_went() -> None:
    slots = (
        AgendaSlot(process_id="building", place=1, minutes=15, state=SlotState.SKIPPED),
        AgendaSlot(process_id="planning", place=0, minutes=20, state=SlotState.DONE, spent_seconds=1530, note="Mine"),
        AgendaSlot(process_id="releasing", place=2, minutes=10),
    )
    view = minutes(agenda=slots)
    assert texts(view.table("minutes-agenda")) == [
        ["Planning", "20", "26", "Done"],
        ["Building", "15", "0", "Left out"],
        ["Releasing", "10", "–", "Planned"],
        ["Together", "45", "26", ""],
    ]
    assert "Mine" not in view_text(view)


def test_decisions_come_first_then_actions_by_their_day_and_parked_points_by_whether_they_are_open() -> None:
    def noted(own_id: str, kind: DecisionKind, **changes: Any) -> Decision:
        return Decision(id=own_id, kind=kind, text=f"Text {own_id}", **changes)

    view = minutes(
        decisions=(
            noted("d1", DecisionKind.ACTION, owner="Ada", due=date(2026, 5, 1), process_id="building"),
            noted("d2", DecisionKind.ACTION, is_done=True),
            noted("d3", DecisionKind.ACTION, due=date(2026, 4, 1)),
            noted("d4", DecisionKind.DECISION),
            noted("d5", DecisionKind.ACTION),
        ),
        parked=(
            ParkedPoint(id="p1", text="Dealt with", is_done=True),
            ParkedPoint(id="p2", text="Open", item_id=ITEM, process_id="planning"),
        ),
    )
    assert texts(view.table("minutes-decisions")) == [
        ["Decision", "Text d4", "", "", "", "Stands"],
        ["Action", "Text d3", "", "", "1 April 2026", "Open"],
        ["Action", "Text d1", "Building", "Ada", "1 May 2026", "Open"],
        ["Action", "Text d5", "", "", "", "Open"],
        ["Action", "Text d2", "", "", "", "Done"],
    ]
    assert texts(view.table("minutes-parked")) == [["Open", "Deliver 1", "Open"], ["Dealt with", "", "Done"]]
    assert view.finding == "On record: 1 decision, 4 actions and 2 parked points."


def test_only_what_was_released_is_quoted() -> None:
    def said(respondent_id: str, text: str, *, is_released: bool) -> Note:
        return Note(respondent_id=respondent_id, item_id=ITEM, kind=NoteKind.NOTE, text=text, is_released=is_released)

    view = minutes(**voted(), notes=(said("r1", "Quote me", is_released=True), said("r2", "Not me", is_released=False)))
    assert [(quote.text, quote.where) for quote in view.quotes] == [("Quote me", "Deliver 1")]


def test_where_nothing_was_held_the_minutes_say_what_to_do() -> None:
    assert minutes(sessions=()).empty == words.EMPTY
    assert minutes().empty == ""


def test_the_to_be_is_told_apart() -> None:
    rounds = (a_round(ITEM, 0, 0, 0, 3, 0, 0).model_copy(update={"horizon": Horizon.TO_BE}),)
    (row,) = minutes(rounds=rounds, agreed=(agreed(ITEM, "NA", Horizon.TO_BE),)).table("minutes-agreed").rows
    assert isinstance(row, Row)
    assert [cell.text for cell in row.cells[:3]] == ["Deliver 1: to-be", "–", "3 of 3, by two steps or more"]
