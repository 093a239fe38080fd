"""The value that a room agrees on: taken with one touch, kept with what is said of it, never over somebody else's."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import AgreedValue, Certainty
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.workshop import ParkedPoint
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.room import Phase
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import agreed
from tests.ui.assessed import HOSTILE, opened, words
from tests.ui.in_a_room import ITEM, NEXT, InRoom, a_room

PEOPLE = ("Ann", "Bob", "Cid")


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


@pytest.fixture
def room(plumbline: Plumbline) -> InRoom:
    """Three people who voted 3, 3 and 4 on the first question; it is revealed."""
    return a_room(plumbline, *PEOPLE).asked().revealed(Ann=3, Bob=3, Cid=4)


def pressed(test: AppTest, key: str) -> AppTest:
    test = test.button(key=key).click().run()
    assert not test.exception
    return test


def form(room: InRoom, item_id: str = ITEM, horizon: str = "as-is") -> str:
    return room.key(f"{item_id}:agreed-{horizon}")


def more(room: InRoom, item_id: str = ITEM) -> AppTest:
    """The page with what is said of a value unfolded."""
    return room.page(kept={f"{form(room, item_id)}:more": True})


def stored(room: InRoom) -> tuple[AgreedValue, ...]:
    return room.plumbline.assessments.load(ME, room.assessment_id).agreed


def ids(room: InRoom, *names: str) -> tuple[str, ...]:
    people = {one.name: one.id for one in room.plumbline.assessments.load(ME, room.assessment_id).respondents}
    return tuple(sorted(people[name] for name in names))


def without_reason(item_id: str, code: int, **more: object) -> AgreedValue:
    return agreed(item_id, code).model_copy(update={"note": None, **more})


def labels(test: AppTest, room: InRoom) -> list[str]:
    return [one.label.replace("\\", "") for one in test.button if f"{form(room)}:take:" in (one.key or "")]


def main(test: AppTest) -> str:
    return [one.label for one in test.button if ":step:" in (one.key or "")][-1]


def test_the_spread_stands_at_the_statements_and_the_value_it_comes_to_is_marked(room: InRoom) -> None:
    test = room.page()
    said = words(test)

    assert "2 people: Middle of the votes" in said
    assert "1 person" in said
    assert labels(test, room) == [
        "A. Point 0",
        "B. Point 1",
        "C. Point 2",
        "D. Point 3 (proposed)",
        "E. Point 4",
        "F. Point 5",
        "Not applicable here",
    ]
    assert main(test) == "Agree on D and ask the next"


def test_one_touch_agrees_on_what_is_proposed_with_everybody_present_and_asks_the_next(room: InRoom) -> None:
    pressed(room.page(), room.key("step:agree"))

    assert stored(room) == (without_reason(ITEM, 3, present_ids=ids(room, *PEOPLE)),)
    assert (room.room.phase, room.room.item_id) == (Phase.VOTING, NEXT)


def test_one_touch_takes_another_statement_and_the_marked_step_goes_on(room: InRoom) -> None:
    test = pressed(room.page(), f"{form(room)}:take:4")

    assert stored(room) == (without_reason(ITEM, 4, present_ids=ids(room, *PEOPLE)),)
    assert room.room.phase is Phase.REVEALED
    assert main(test) == "Ask the next"
    assert "Saved" in words(test)
    pressed(test, room.key("step:next"))
    assert room.room.item_id == NEXT


@pytest.mark.parametrize(("choice", "is_asked"), [("1", True), ("2", False), ("5", True), ("not-applicable", True)])
def test_a_reason_is_asked_where_the_value_is_two_or_more_from_the_votes(
    room: InRoom, choice: str, is_asked: bool
) -> None:
    test = pressed(room.page(), f"{form(room)}:take:{choice}")

    assert bool(stored(room)) is not is_asked
    if not is_asked:
        return
    assert "Not saved yet: give the reason" in words(test)
    assert main(test) == "Agree on D and ask the next"
    test.text_area(key=f"{form(room)}:note").input(f" {HOSTILE} ").run()
    (value,) = stored(room)
    kind = AnswerKind.NOT_APPLICABLE if choice == "not-applicable" else AnswerKind.RATED
    assert (value.answer.kind, value.note) == (kind, HOSTILE)
    assert (test.text_area(key=f"{form(room)}:note").value or "").strip() == HOSTILE  # somebody may be typing on


def test_the_marked_step_does_not_go_on_while_a_reason_is_missing(room: InRoom) -> None:
    test = pressed(room.page(), f"{form(room)}:take:0")
    pressed(test, room.key("step:agree"))

    assert not stored(room)
    assert room.room.item_id == ITEM


def test_what_waits_for_its_reason_stays_taken_when_the_fold_is_closed(room: InRoom) -> None:
    test = pressed(more(room), f"{form(room)}:take:0")
    test.session_state[f"{form(room)}:more"] = False
    test.run()
    test.run()
    test.text_area(key=f"{form(room)}:note").input("Nobody does it.").run()

    (value,) = stored(room)
    assert (value.answer.code, value.note) == (0, "Nobody does it.")


def test_certainty_presence_and_reason_are_kept_with_the_value(room: InRoom) -> None:
    test = more(room)
    pressed(test, f"{form(room)}:take:3")
    test.button_group(key=f"{form(room)}:certainty").set_value(Certainty.EVIDENCE_SEEN).run()
    test.text_area(key=f"{form(room)}:note").input("We saw the log.").run()
    test.multiselect(key=f"{form(room)}:present").set_value(list(ids(room, "Ann", "Cid"))).run()

    kept = {"certainty": Certainty.EVIDENCE_SEEN, "note": "We saw the log.", "present_ids": ids(room, "Ann", "Cid")}
    assert stored(room) == (agreed(ITEM, 3).model_copy(update=kept),)


def test_a_value_is_withdrawn(room: InRoom) -> None:
    test = pressed(more(room), f"{form(room)}:take:3")
    pressed(test, f"{form(room)}:clear")

    assert stored(room) == ()
    assert main(test) == "Agree on D and ask the next"


def test_the_other_facilitator_is_shown_both_values_and_nothing_is_overwritten(room: InRoom) -> None:
    mine, other = room.page(), room.page()
    pressed(other, f"{form(room)}:take:4")

    pressed(mine, room.key("step:agree"))

    assert [one.answer.code for one in stored(room)] == [4]
    assert room.room.item_id == ITEM
    said = words(mine)
    assert "Not saved." in said
    assert "Theirs, in the store" in said
    assert "Point 4" in said
    assert "Point 3" in said

    pressed(mine, f"conflict:mine:{form(room)}")
    assert [one.answer.code for one in stored(room)] == [3]


def test_a_page_on_which_nothing_was_taken_follows_what_somebody_else_agreed_on(room: InRoom) -> None:
    mine, other = room.page(), room.page()
    pressed(other, f"{form(room)}:take:4")

    mine.run()

    assert "Somebody else saved" not in words(mine)
    assert main(mine) == "Ask the next"
    assert mine.button(key=f"{form(room)}:take:4").icon == ":material/check_circle:" or "Agreed" in words(mine)


def test_a_second_round_stands_beside_the_first(room: InRoom) -> None:
    pressed(room.page(), room.key("step:again"))
    assert (room.room.phase, room.room.round_number) == (Phase.VOTING, 2)
    room.revealed(Ann=4, Bob=4, Cid=4)

    said = words(room.page())

    assert "Round 2" in said
    assert "Round 1" in said
    assert "All 3 chose E." in said
    rounds = room.plumbline.assessments.load(ME, room.assessment_id).rounds
    assert [(one.number, one.code_counts) for one in rounds] == [(1, (0, 0, 0, 2, 1, 0)), (2, (0, 0, 0, 0, 3, 0))]


def test_parking_keeps_the_question_among_what_was_noted_and_the_room_stays(room: InRoom) -> None:
    before = room.room
    pressed(room.page(), room.key("step:park"))

    (point,) = room.plumbline.assessments.load(ME, room.assessment_id).parked
    wanted = ParkedPoint(id=point.id, text="Deliver 1 (Planning)", process_id="planning", item_id=ITEM)
    assert point == wanted
    assert room.room == before


def test_fewer_than_the_floor_are_not_shown_and_nothing_is_proposed(plumbline: Plumbline) -> None:
    room = a_room(plumbline, "Ann", "Bob").asked().revealed(Ann=5, Bob=5)
    test = room.page()

    said = words(test)
    assert "Fewer than 3 answered: not shown." in said
    assert "2 people" not in said.replace("2 people in", "")
    assert "proposed" not in " ".join(labels(test, room))
    assert main(test) == "Ask the next"


def test_both_horizons_are_agreed_on_with_one_touch_where_both_are_asked(plumbline: Plumbline) -> None:
    item_id = "planning.ownership"
    room = a_room(plumbline, *PEOPLE, asks_to_be=True).asked(item_id)
    for who in PEOPLE:
        room.vote(who, 2, item_id)
        room.vote(who, 4, item_id, Horizon.TO_BE)
    room.revealed()
    test = room.page()
    assert main(test) == "Agree on C / E and ask the next"

    pressed(test, room.key("step:agree"))

    assert [(one.horizon, one.answer.code) for one in stored(room)] == [(Horizon.AS_IS, 2), (Horizon.TO_BE, 4)]


def test_the_anonymous_who_answered_are_counted_as_present_and_nobody_can_choose_among_them(
    plumbline: Plumbline,
) -> None:
    room = a_room(plumbline, "Ann")
    phones = [room.join(None).participant_id for _ in range(3)]
    room.asked()
    for phone in phones:
        room.vote(phone, 3)
    room.revealed(Ann=3)
    test = more(room)
    assert list(test.multiselect(key=f"{form(room)}:present").options) == ["Ann (Practitioner)"]
    assert "3 anonymous people are counted as present too." in words(test)

    pressed(test, room.key("step:agree"))

    (value,) = stored(room)
    assert len(value.present_ids) == 4
    assert set(ids(room, "Ann")) < set(value.present_ids)


def test_the_last_question_of_a_process_is_agreed_on_and_what_is_next_is_chosen(plumbline: Plumbline) -> None:
    room = a_room(plumbline, *PEOPLE)
    items = [one for one in room.items() if one != ITEM]
    for item_id in items:
        plumbline.answering.agree(ME, room.assessment_id, agreed(item_id, 3))
    room.asked().revealed(Ann=3, Bob=3, Cid=3)
    test = room.page()
    assert main(test) == "Agree on D"
    test = pressed(test, room.key("step:agree"))
    assert main(test) == "Choose what is next"
    pressed(test, room.key("step:lobby"))
    assert room.room.phase is Phase.LOBBY


def test_what_was_typed_and_saved_is_there_after_a_reload(room: InRoom) -> None:
    test = pressed(room.page(), f"{form(room)}:take:5")
    test.text_area(key=f"{form(room)}:note").input("The auditor saw it.").run()

    again = more(room)

    assert again.text_area(key=f"{form(room)}:note").value == "The auditor saw it."
    assert main(again) == "Ask the next"


def test_comments_from_the_phones_are_told_with_their_names_the_anonymous_without_and_released_with_one_touch(
    plumbline: Plumbline,
) -> None:
    room = a_room(plumbline, "Ann").asked()
    phones = [room.join(None).participant_id for _ in range(3)]
    room.vote("Ann", 3, comment="Only by day.")
    for phone in phones:
        room.vote(phone, 3, comment=HOSTILE)
    room.revealed()
    test = room.page(kept={room.key(f"{ITEM}:said"): True})

    said = words(test).splitlines()
    assert said.count(HOSTILE) == 3
    assert said.count(":small[:gray[Anonymous]]") == 3
    assert "Only by day." in said
    switches = [one for one in test.toggle if ":comment:" in (one.key or "")]
    assert len(switches) == 4
    switches[0].set_value(True).run()
    notes = room.plumbline.assessments.load(ME, room.assessment_id).notes
    assert [one.is_released for one in notes] == [True, False, False, False]


def test_a_quote_is_kept_with_whoever_said_it(room: InRoom) -> None:
    (ann,) = ids(room, "Ann")
    kept = {room.key(f"{ITEM}:said"): True, room.key(f"{ITEM}:said-by"): ann}
    test = room.page(kept=kept)
    field = f"questionnaire:{room.assessment_id}:{ann}:{ITEM}:note"

    test.text_area(key=field).input("We forget it at night.").run()

    (note,) = room.plumbline.assessments.load(ME, room.assessment_id).notes
    assert (note.respondent_id, note.item_id, note.text) == (ann, ITEM, "We forget it at night.")
