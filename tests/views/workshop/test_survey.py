"""A survey to its facilitator and to whoever answers it; letters: what is said, and what never is."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.response import Answering
from assessment.domain.workshop.room import LeadersVote, Phase, Room
from assessment.domain.workshop.survey import OwnAnswer, Place, SurveySheet, SurveyState
from assessment.domain.workshop.waiting import Waiting
from assessment.views.workshop.reminders import letter
from assessment.views.workshop.survey import survey_view
from assessment.views.workshop.survey_page import question_view
from assessment.views.workshop.survey_page import survey_view as page_view
from tests.builders import an_assessment, tiny_framework

NOON = datetime(2026, 12, 1, 12, tzinfo=UTC)
FRAMEWORK = tiny_framework()
HEADER = an_assessment(FRAMEWORK).header
FIRST, SECOND, THIRD = (FRAMEWORK.item_by_id[f"planning.deliver-{number}"] for number in (1, 2, 3))


def a_room(**changes: Any) -> Room:
    room = Room(
        id="room",
        assessment_id="a",
        kind=RoomKind.SURVEY,
        code="K7M44QXP",
        link_hash="",
        is_open=True,
        phase=Phase.LOBBY,
        item_id=None,
        round_number=0,
        step=1,
        leaders=LeadersVote.TOGETHER,
        takes_anonymous=True,
        address=None,
        deadline=NOON + timedelta(days=4, hours=5),
        slot_process_id=None,
        slot_begun_at=None,
        reached_at=None,
        opened_at=NOON,
        closed_at=None,
    )
    return replace(room, **changes)


def person(person_id: str, answered: int, role: Role = Role.PRACTITIONER, *, is_anonymous: bool = False) -> Answering:
    return Answering(id=person_id, role=role, is_anonymous=is_anonymous, asked_count=4, answered_count=answered)


def a_state(*people: Answering, count: int = 0, ready: int = 0, **changes: Any) -> SurveyState:
    state = SurveyState(
        room=a_room(),
        people=people,
        linked_ids=frozenset({"ada"}),
        floor=3,
        waiting=Waiting(count=count, ready_count=ready),
        moment=NOON,
    )
    return replace(state, **changes)


SEALED = "2 answers stay sealed: fewer than 3 people without a name have newly answered the same question."
NAMES = {"ada": "Ada (Leadership)", "ben": "Ben (Practitioner)"}


def test_the_response_is_told_by_role_and_together_with_its_share() -> None:
    view = survey_view(a_state(person("ada", 4, Role.LEADERSHIP), person("ben", 1)), NAMES)
    table = view.table("response")
    assert view.finding == "1 of 2 people are done"
    assert [row.id for row in table.rows] == ["leadership", "practitioner", "all"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Leadership", "1", "1", "1", "100 %"],
        ["Practitioner", "1", "1", "0", "0 %"],
        ["Together", "2", "2", "1", "50 %"],
    ]
    assert table.cell("all", "share").value == 0.5


def test_anonymous_people_below_the_floor_stand_in_one_line_and_it_is_said_why() -> None:
    people = [person(name, 4, role, is_anonymous=True) for name, role in (("x", Role.CUSTOMER), ("y", Role.LEADERSHIP))]
    view = survey_view(a_state(*people), NAMES)
    (row,) = view.table("response").rows
    assert [cell.text for cell in row.cells] == ["Without a name", "2", "2", "2", "100 %"]
    assert "People without a name are told by role only where at least 3 of them share it." in view.notes


def test_who_is_not_done_is_listed_by_name_with_their_link_and_nobody_anonymous_is() -> None:
    people = (person("ada", 0), person("ben", 4), person("x", 0, is_anonymous=True))
    table = survey_view(a_state(*people), NAMES).table("left")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [["Ada (Leadership)", "0 of 4", "Was given"]]
    assert survey_view(a_state(*people), NAMES).left_ids == ("ada",)


@pytest.mark.parametrize(
    ("count", "ready", "waits"),
    [
        (0, 0, ()),
        (1, 1, ("1 answer can be taken in now.",)),
        (5, 3, ("3 answers can be taken in now.", SEALED)),
    ],
)
def test_what_waits_is_said_and_why_it_stays(count: int, ready: int, waits: tuple[str, ...]) -> None:
    view = survey_view(a_state(count=count, ready=ready), NAMES)
    assert view.waits == waits
    assert view.may_take_in == bool(ready)
    assert view.fact("waiting").text == ("None" if not count else "1 answer" if count == 1 else "5 answers")


def test_it_is_said_whether_a_survey_is_open_over_or_closed_and_until_when() -> None:
    assert [survey_view(one, NAMES).fact("state").text for one in (
        a_state(),
        a_state(moment=NOON + timedelta(days=5)),
        a_state(room=a_room(is_open=False)),
    )] == ["Open", "Deadline passed", "Closed"]  # fmt: skip
    assert survey_view(a_state(), NAMES).fact("deadline").text == "5 Dec, 17:00"
    assert survey_view(a_state(), NAMES, lambda one: one + timedelta(hours=2)).fact("deadline").text == "5 Dec, 19:00"
    assert survey_view(a_state(room=a_room(deadline=None)), NAMES).fact("deadline").text == "None"


def test_without_a_survey_the_view_says_what_one_is_and_nothing_of_anybody() -> None:
    view = survey_view(a_state(room=None), NAMES)
    assert (view.finding, view.facts, view.is_opened) == ("No survey was opened yet", (), False)
    assert view.empty.startswith("People answer at their own pace")


ADA = Respondent(id="ada", role=Role.LEADERSHIP, name="Ada")


def test_a_letter_has_the_link_only_where_it_was_just_made_and_says_so() -> None:
    link = "https://example.org/join/p/secret"
    first = letter(HEADER, ADA, person("ada", 0), link, a_room().deadline)
    again = letter(HEADER, ADA, person("ada", 1), None, a_room().deadline)
    assert first.text.startswith("Hello Ada,\n\n")
    assert link in first.text
    assert "It takes about 2 minutes." in first.text
    assert "shown this once" in first.note
    assert "/join/" not in again.text
    assert "3 questions still have no answer." in again.text
    assert "the link you were given before" in again.text
    assert "keeps only a print" in again.note
    assert "until 5 Dec, 17:00" in again.text


def test_a_letter_to_somebody_without_a_name_and_without_a_deadline_says_neither() -> None:
    text = letter(HEADER, ADA.model_copy(update={"name": None}), person("ada", 0), None, None).text
    assert text.startswith("Hello,\n")
    assert "until" not in text


# --- whoever answers --------------------------------------------------------------------------------------------------


def an_answer(item_id: str, code: int | None = 3, horizon: Horizon = Horizon.AS_IS, **more: Any) -> OwnAnswer:
    kind = AnswerKind.RATED if code is not None else AnswerKind.NOT_APPLICABLE
    answer = Answer(kind=kind, code=code, reason=None if code is not None else "We buy it.")
    return OwnAnswer(item_id=item_id, horizon=horizon, answer=answer, comment=more.get("comment"))


def a_sheet(*answers: OwnAnswer, **changes: Any) -> SurveySheet:
    sheet = SurveySheet(
        room=a_room(),
        participant_id="p",
        header=HEADER,
        framework=FRAMEWORK,
        name="Ada",
        is_anonymous=False,
        places=(
            Place(item=FIRST, horizon=Horizon.AS_IS),
            Place(item=FIRST, horizon=Horizon.TO_BE),
            Place(item=SECOND, horizon=Horizon.AS_IS),
            Place(item=THIRD, horizon=Horizon.AS_IS),
        ),
        answers=answers,
        latest_item_id=answers[-1].item_id if answers else None,
        last_sequence=7,
        moment=NOON,
    )
    return replace(sheet, **changes)


def test_a_question_with_one_of_two_horizons_answered_is_still_open() -> None:
    view = page_view(a_sheet(an_answer(FIRST.id)))
    assert view.head.progress == "1 of 4 answered"
    assert [item.item_id for item in view.left[0].items] == [FIRST.id, SECOND.id, THIRD.id]
    assert view.left_text == "3 questions not answered yet"


def test_one_goes_on_behind_the_question_answered_last_and_round_to_the_first() -> None:
    assert page_view(a_sheet(an_answer(SECOND.id))).resume_item_id == THIRD.id
    assert page_view(a_sheet(an_answer(SECOND.id), an_answer(THIRD.id))).resume_item_id == FIRST.id
    assert page_view(a_sheet()).resume_item_id == FIRST.id


def test_a_process_opens_at_its_first_open_question_and_is_done_when_none_is_left() -> None:
    both = (an_answer(FIRST.id), an_answer(FIRST.id, horizon=Horizon.TO_BE))
    (line,) = page_view(a_sheet(*both)).groups[0].lines
    assert (line.item_id, line.progress, line.is_done) == (SECOND.id, "2 of 4 answered", False)
    (line,) = page_view(a_sheet(*both, an_answer(SECOND.id), an_answer(THIRD.id))).groups[0].lines
    assert (line.item_id, line.is_done) == (FIRST.id, True)


def test_a_question_shows_its_answer_reason_comment_and_the_ways_on() -> None:
    view = question_view(a_sheet(an_answer(FIRST.id, None, comment="So")), FIRST.id)
    assert view is not None
    now, to_be = view.askings
    assert [one.value for one in now.choices if one.is_chosen] == ["not-applicable"]
    assert [one.letter for one in now.choices] == ["A", "B", "C", "D", "E", "F", "", ""]
    assert (now.reason, view.comment, to_be.reason) == ("We buy it.", "So", "")
    assert (view.number, view.back_item_id, view.next_item_id) == ("Question 1 of 3", None, SECOND.id)
    assert view.moment_ms == 1_796_126_400_000
    assert question_view(a_sheet(), "planning.nothing") is None


def test_the_last_question_leads_no_further() -> None:
    view = question_view(a_sheet(), THIRD.id)
    assert view is not None
    assert (view.back_item_id, view.next_item_id) == (SECOND.id, None)


def test_what_is_kept_is_told_to_each_as_it_is() -> None:
    named, unnamed = page_view(a_sheet()), page_view(a_sheet(name=None, is_anonymous=True))
    linked = page_view(a_sheet(name=None))
    assert named.kept[0].startswith("You answer under your name.")
    assert unnamed.kept[0].startswith("You answer without a name. Neither name, address nor time is kept.")
    assert "knows whose it is" in linked.kept[0]
    assert named.kept[1:] == unnamed.kept[1:]
    assert "Ada" in named.head.who
    assert unnamed.head.who == "You answer without a name."


def test_a_survey_that_takes_no_answers_says_why_and_until_when_it_did() -> None:
    over = page_view(a_sheet(moment=NOON + timedelta(days=5))).head
    closed = page_view(a_sheet(room=a_room(is_open=False))).head
    assert (over.over_title, closed.over_title) == ("The deadline has passed", "This survey is closed")
    assert "5 Dec, 17:00 (UTC)" in over.over
    assert (page_view(a_sheet()).head.over, over.until) == ("", "")


def test_the_end_lets_one_change_and_counts_what_is_left() -> None:
    assert page_view(a_sheet()).end == (
        "3 questions have no answer. You can leave them, or answer them now.",
        "Your answers are saved. Open until 5 Dec, 17:00 (UTC); until then you can change every answer.",
    )
    assert page_view(a_sheet(places=())).end == ("Nothing is asked of you in this survey. Tell whoever invited you.",)
