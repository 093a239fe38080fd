"""A survey: who is how far without anybody's values, and sealed answers that count once they are taken in."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from assessment.domain.answered.assessment import Note, NoteKind, Respondent, Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.place import Cast
from assessment.domain.workshop.room import Participant, ParticipantState, Room, Vote
from assessment.errors import InvalidInput, NoPlace, PutOut
from assessment.services import leading
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import new_anonymous_id, new_id, new_token, token_hash
from assessment.services.plumbline import Plumbline
from assessment.services.rooms import RoomChange
from assessment.store import RoomVote
from tests.builders import rated
from tests.services.conftest import begun

ITEM, OTHER_ITEM = "planning.deliver-1", "planning.deliver-2"


class Survey:
    """An open survey, and people who answer it."""

    def __init__(self, plumbline: Plumbline) -> None:
        self.plumbline = plumbline
        self.id = begun(plumbline)
        self.room: Room = plumbline.rooms.open_room(ME, self.id, RoomKind.SURVEY)

    def somebody(self, respondent_id: str | None = None, role: Role = Role.PRACTITIONER) -> tuple[Participant, str]:
        """Somebody who came in, and their token; without an id an anonymous person."""
        one = Participant(
            id=new_id(),
            room_id=self.room.id,
            assessment_id=self.id,
            respondent_id=respondent_id or new_anonymous_id(),
            role=role,
            is_anonymous=respondent_id is None,
            is_by_link=respondent_id is not None,
            state=ParticipantState.IN,
            seen_at=None,
        )
        token = new_token()
        with self.plumbline._store.writing(actor_id="door", operation="test") as writer:
            writer.room_writer.add_participant(one)
            writer.room_writer.add_token(one.id, token_hash(token))
        return one, token

    def answer(
        self,
        one: Participant,
        code: int,
        *,
        item_id: str = ITEM,
        comment: str | None = None,
        late: timedelta | None = None,
    ) -> None:
        """Somebody answers now, or that much earlier by the clock."""
        moment = self.plumbline._store.now() + (late or timedelta(seconds=1))
        vote = Vote(
            participant_id=one.id,
            item_id=item_id,
            horizon=Horizon.AS_IS,
            round_number=0,
            answer=Answer(kind=AnswerKind.RATED, code=code),
            comment=comment,
            sequence=int(moment.timestamp() * 1000),
            is_taken=False,
        )
        with self.plumbline._store.writing(actor_id="door", operation="test") as writer:
            writer.room_writer.put_votes((RoomVote(room_id=self.room.id, vote=vote),))

    def codes(self, item_id: str = ITEM) -> dict[str, int | None]:
        """What counts, by respondent."""
        return {one.respondent_id: one.answer.code for one in self.plumbline.answering.votes(ME, self.id, item_id)}


@pytest.fixture
def survey(plumbline: Plumbline) -> Survey:
    return Survey(plumbline)


def test_without_a_survey_everybody_who_is_asked_is_there_and_nothing_waits(plumbline: Plumbline) -> None:
    state = plumbline.surveys.state(ME, begun(plumbline))
    assert (state.room, state.waiting.count, len(state.people)) == (None, 0, 2)
    assert all(one.asked_count > 3 and not one.is_begun for one in state.people)


def test_a_sealed_answer_counts_for_the_response_and_for_nothing_else(survey: Survey) -> None:
    one, _ = survey.somebody("r1")
    survey.answer(one, 4)
    state = survey.plumbline.surveys.state(ME, survey.id)
    assert {person.id: person.answered_count for person in state.people} == {"r1": 1, "r2": 0}
    assert survey.codes() == {}
    assert (state.waiting.count, state.waiting.ready_count) == (1, 1)


def test_an_anonymous_person_is_counted_as_one_and_has_no_id_of_the_assessment_yet(survey: Survey) -> None:
    one, _ = survey.somebody()
    state = survey.plumbline.surveys.state(ME, survey.id)
    (unnamed,) = [person for person in state.people if person.is_anonymous]
    assert unnamed.asked_count == state.people[0].asked_count
    assert len(survey.plumbline.assessments.load(ME, survey.id).respondents) == 2
    assert one.respondent_id not in state.linked_ids


def test_a_named_person_is_taken_in_alone_and_their_comment_becomes_a_note(survey: Survey) -> None:
    one, _ = survey.somebody("r1")
    survey.answer(one, 4, comment="We do.")
    assert survey.plumbline.surveys.take_in(ME, survey.id).answer_count == 1
    assert survey.codes() == {"r1": 4}
    assert survey.plumbline.assessments.load(ME, survey.id).notes == (
        Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="We do."),
    )


def test_two_anonymous_people_stay_sealed_and_the_refusal_says_why_and_the_third_brings_them_in(survey: Survey) -> None:
    for code in (1, 2):
        survey.answer(survey.somebody()[0], code)
    with pytest.raises(InvalidInput, match="fewer than 3 people without a name have newly answered"):
        survey.plumbline.surveys.take_in(ME, survey.id)
    assert survey.codes() == {}
    survey.answer(survey.somebody()[0], 5)
    assert survey.plumbline.surveys.take_in(ME, survey.id).answer_count == 3
    assert sorted(code or 0 for code in survey.codes().values()) == [1, 2, 5]


def test_who_answered_only_what_is_taken_in_last_is_not_the_one_new_person_of_that_time(
    survey: Survey, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(leading, "VOTES_AT_ONCE", 1)
    people = [survey.somebody()[0] for _ in range(4)]
    for one in people[:3]:
        survey.answer(one, 2)
    for one in people[1:]:
        survey.answer(one, 3, item_id=OTHER_ITEM)
    assert survey.plumbline.surveys.take_in(ME, survey.id).answer_count == 6
    written = [entry.what.split()[0] for entry in reversed(survey.plumbline.assessments.journal(ME, survey.id))]
    taken_in = written[written.index("answer") - 4 :]
    assert taken_in == ["respondent"] * 4 + ["answer"] * 6


def test_what_one_anonymous_person_changes_afterwards_is_not_found_by_taking_in_again(survey: Survey) -> None:
    people = [survey.somebody()[0] for _ in range(3)]
    for one in people:
        survey.answer(one, 2)
    survey.plumbline.surveys.take_in(ME, survey.id)
    survey.answer(people[0], 5, late=timedelta(seconds=2))
    with pytest.raises(InvalidInput):
        survey.plumbline.surveys.take_in(ME, survey.id)
    assert set(survey.codes().values()) == {2}


def test_a_named_answer_beside_two_anonymous_ones_goes_in_without_them(survey: Survey) -> None:
    survey.answer(survey.somebody("r2")[0], 3)
    for code in (1, 2):
        survey.answer(survey.somebody()[0], code)
    taken = survey.plumbline.surveys.take_in(ME, survey.id)
    assert (taken.answer_count, taken.sealed_count) == (1, 2)
    assert survey.codes() == {"r2": 3}


def test_with_nothing_new_it_is_said_that_nobody_answered(survey: Survey) -> None:
    with pytest.raises(InvalidInput, match="nobody has answered anew"):
        survey.plumbline.surveys.take_in(ME, survey.id)


def test_without_a_survey_taking_in_is_refused_in_words(plumbline: Plumbline) -> None:
    with pytest.raises(InvalidInput, match="none was opened"):
        plumbline.surveys.take_in(ME, begun(plumbline))


def test_an_answer_given_in_the_room_since_is_not_replaced_by_an_older_one_of_the_survey(survey: Survey) -> None:
    one, _ = survey.somebody("r1")
    survey.answer(one, 1, late=-timedelta(hours=1))
    survey.plumbline.answering.save(ME, survey.id, rated(ITEM, 5, "r1"))
    with pytest.raises(InvalidInput, match="nobody has answered anew"):
        survey.plumbline.surveys.take_in(ME, survey.id)
    assert survey.codes() == {"r1": 5}


def test_an_answer_changed_in_the_survey_since_replaces_the_one_of_the_room(survey: Survey) -> None:
    one, _ = survey.somebody("r1")
    survey.plumbline.answering.save(ME, survey.id, rated(ITEM, 5, "r1"))
    survey.answer(one, 1)
    survey.plumbline.surveys.take_in(ME, survey.id)
    assert survey.codes() == {"r1": 1}


def test_closing_takes_in_by_the_same_rule(survey: Survey) -> None:
    survey.answer(survey.somebody("r1")[0], 4)
    survey.answer(survey.somebody()[0], 0)
    closed = survey.plumbline.rooms.close_room(ME, survey.id, survey.room.id)
    assert (closed.taken_in.answer_count, closed.taken_in.sealed_count) == (1, 1)
    assert survey.codes() == {"r1": 4}
    state = survey.plumbline.surveys.state(ME, survey.id)
    assert state.room is not None
    assert (state.room.is_open, state.takes_answers, state.waiting.sealed_count) == (False, False, 1)


def test_a_deadline_ends_a_survey_and_the_facilitator_extends_it(survey: Survey) -> None:
    now = survey.plumbline._store.now()
    past = RoomChange(deadline=now - timedelta(seconds=1))
    room = survey.plumbline.rooms.change(ME, survey.id, survey.room.id, survey.room.step, past)
    assert not survey.plumbline.surveys.state(ME, survey.id).takes_answers
    later = RoomChange(deadline=now + timedelta(days=1))
    survey.plumbline.rooms.change(ME, survey.id, room.id, room.step, later)
    assert survey.plumbline.surveys.state(ME, survey.id).takes_answers


def test_a_sheet_holds_the_answers_of_its_person_alone(survey: Survey) -> None:
    (one, token), (other, _) = survey.somebody("r1"), survey.somebody("r2")
    survey.plumbline.answering.save(ME, survey.id, rated(OTHER_ITEM, 3, "r1"))
    survey.answer(one, 4, comment="Mine")
    survey.answer(other, 0, comment="Theirs")
    sheet = survey.plumbline.survey_sheets.sheet(token)
    assert {(own.item_id, own.answer.code, own.comment) for own in sheet.answers} == {
        (ITEM, 4, "Mine"),
        (OTHER_ITEM, 3, None),
    }
    assert (sheet.name, sheet.is_anonymous, sheet.latest_item_id) == ("Person r1", False, ITEM)


def test_a_sheet_asks_an_anonymous_customer_what_customers_are_asked(survey: Survey) -> None:
    _, token = survey.somebody(role=Role.CUSTOMER)
    sheet = survey.plumbline.survey_sheets.sheet(token)
    assert {place.item.attribute_id for place in sheet.places} == {"delivery", "measurement"}
    assert (sheet.name, sheet.is_anonymous) == (None, True)


def test_a_sealed_answer_is_shown_before_the_one_that_counts_and_one_taken_in_after(survey: Survey) -> None:
    one, token = survey.somebody("r1")
    survey.plumbline.answering.save(ME, survey.id, rated(ITEM, 5, "r1"))
    survey.answer(one, 1)
    assert [own.answer.code for own in survey.plumbline.survey_sheets.sheet(token).answers] == [1]
    survey.plumbline.surveys.take_in(ME, survey.id)
    survey.plumbline.answering.save(ME, survey.id, rated(ITEM, 2, "r1"))
    assert [own.answer.code for own in survey.plumbline.survey_sheets.sheet(token).answers] == [2]


def test_one_goes_on_at_the_first_open_question_behind_the_one_answered_last(survey: Survey) -> None:
    one, token = survey.somebody("r1")
    items = [item.id for item in survey.plumbline.survey_sheets.sheet(token).items]
    survey.answer(one, 3, item_id=items[2])
    resume = survey.plumbline.survey_sheets.sheet(token).resume()
    assert resume is not None
    assert resume.id == items[3]


def test_a_token_of_nobody_opens_nothing_and_one_put_out_is_told(survey: Survey) -> None:
    one, token = survey.somebody()
    with pytest.raises(NoPlace):
        survey.plumbline.survey_sheets.sheet(new_token())
    with survey.plumbline._store.writing(actor_id="door", operation="test") as writer:
        writer.room_writer.change_participant(replace(one, state=ParticipantState.OUT))
    with pytest.raises(PutOut):
        survey.plumbline.survey_sheets.sheet(token)


def test_a_token_of_a_workshop_opens_no_sheet(plumbline: Plumbline) -> None:
    survey = Survey(plumbline)
    survey.room = plumbline.rooms.open_room(ME, survey.id, RoomKind.WORKSHOP)
    _, token = survey.somebody("r1")
    with pytest.raises(NoPlace):
        plumbline.survey_sheets.sheet(token)


def test_who_has_a_link_of_their_own_is_told_and_who_is_removed_is_asked_no_more(survey: Survey) -> None:
    survey.plumbline.rooms.personal_link(ME, survey.id, "r1")
    assert survey.plumbline.surveys.state(ME, survey.id).linked_ids == {"r1"}
    survey.plumbline.setup.remove(ME, survey.id, Respondent, "r2")
    assert [one.id for one in survey.plumbline.surveys.state(ME, survey.id).people] == ["r1"]


def test_who_answers_by_survey_and_later_in_the_room_is_one_person_and_the_room_stands(survey: Survey) -> None:
    plumbline = survey.plumbline
    link = plumbline.rooms.personal_link(ME, survey.id, "r1")
    at_home = plumbline.door.join_by_personal_link(link).token
    plumbline.door.vote(at_home, cast("1", plumbline))
    workshop = plumbline.rooms.open_room(ME, survey.id, RoomKind.WORKSHOP)
    in_the_room = plumbline.door.join_by_personal_link(link)
    assert in_the_room.room_id == workshop.id
    asked = plumbline.voting.ask(ME, survey.id, workshop.id, ITEM, workshop.step)
    plumbline.door.vote(in_the_room.token, replace(cast("4", plumbline), round_number=1))
    plumbline.voting.reveal(ME, survey.id, workshop.id, asked.step)
    assert survey.codes() == {"r1": 4}
    assert [person.answered_count for person in plumbline.surveys.state(ME, survey.id).people] == [1, 0]
    with pytest.raises(InvalidInput, match="nobody has answered anew"):
        plumbline.surveys.take_in(ME, survey.id)
    assert survey.codes() == {"r1": 4}


def test_an_interview_typed_in_and_a_survey_count_as_the_answers_of_one_person(survey: Survey) -> None:
    one, token = survey.somebody("r1")
    survey.plumbline.answering.save(ME, survey.id, rated(OTHER_ITEM, 2, "r1"))
    survey.answer(one, 3)
    assert len(survey.plumbline.survey_sheets.sheet(token).answers) == 2
    survey.plumbline.surveys.take_in(ME, survey.id)
    assert (survey.codes(), survey.codes(OTHER_ITEM)) == ({"r1": 3}, {"r1": 2})


def cast(choice: str, plumbline: Plumbline) -> Cast:
    """A vote of now, as the survey's page counts it."""
    sequence = int(plumbline._store.now().timestamp() * 1000)
    return Cast(item_id=ITEM, horizon="as-is", round_number=0, choice=choice, sequence=sequence)


def test_until_it_is_taken_in_nothing_but_the_sheet_of_its_person_holds_what_was_answered(survey: Survey) -> None:
    one, token = survey.somebody("r1")
    survey.answer(one, 4, comment="Zebra crossing")
    plumbline = survey.plumbline
    told = (
        plumbline.exchange.export_json(ME, survey.id).decode(),
        repr(plumbline.surveys.state(ME, survey.id)),
        repr(plumbline.assessments.load(ME, survey.id)),
        repr(plumbline.assessments.journal(ME, survey.id)),
        repr(plumbline.answering.questions(ME, survey.id, "r1", "planning")),
    )
    assert not any("Zebra" in text for text in told)
    assert "Zebra" in repr(plumbline.survey_sheets.sheet(token))
    plumbline.surveys.take_in(ME, survey.id)
    assert "Zebra" in plumbline.exchange.export_json(ME, survey.id).decode()
