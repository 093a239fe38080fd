"""The survey on the page Workshop: opened, looked at, taken in, closed, reopened; links shown once, letters."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.place import Cast
from assessment.domain.workshop.room import Room
from assessment.errors import CodeRefused
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline
from assessment.services.rooms import RoomChange
from tests.services.conftest import begun
from tests.ui.assessed import opened, words

ITEM = "planning.deliver-1"
ADDRESS = "http://192.0.2.7:8601"
SCRIPT = """
from assessment.ui import session
from assessment.ui.pages.workshop import survey
from assessment.ui.pages.workshop.place import Cockpit
survey.draw(Cockpit.read(session.assessment_id(), None))
"""


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def drawn(assessment_id: str) -> AppTest:
    """The part of the page, as it is drawn first."""
    test = AppTest.from_string(SCRIPT, default_timeout=30)
    test.query_params["assessment"] = assessment_id
    test.run()
    assert not test.exception
    return test


def key(assessment_id: str, name: str) -> str:
    return f"workshop:{assessment_id}:survey:{name}"


def a_survey(plumbline: Plumbline, assessment_id: str, **more: object) -> Room:
    return plumbline.rooms.open_room(ME, assessment_id, RoomKind.SURVEY, address=ADDRESS, **more)  # type: ignore[arg-type]


def answer(plumbline: Plumbline, token: str, choice: str = "3") -> None:
    """Somebody answers the first question."""
    now = int(datetime.now(UTC).timestamp() * 1000) + 1_000
    plumbline.door.vote(
        token, Cast(item_id=ITEM, horizon="as-is", round_number=0, choice=choice, sequence=now, comment="")
    )


def unnamed(plumbline: Plumbline, room: Room) -> str:
    return plumbline.door.join(room_key(room.id), name=None, role="practitioner").token


def survey_of(plumbline: Plumbline, assessment_id: str) -> Room:
    return plumbline.rooms.rooms(ME, assessment_id)[0]


def test_a_survey_is_opened_with_its_deadline_where_the_reader_is(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    test = drawn(assessment_id)
    assert "No survey was opened yet" in words(test)
    test.date_input(key=key(assessment_id, "day")).set_value(date(2030, 5, 4))
    test.time_input(key=key(assessment_id, "hour")).set_value(time(16, 30))
    test.toggle(key=key(assessment_id, "anonymous")).set_value(False)
    test.button(key=key(assessment_id, "open")).click().run()

    room = survey_of(plumbline, assessment_id)
    assert (room.kind, room.is_open, room.takes_anonymous) == (RoomKind.SURVEY, True, False)
    assert room.deadline == datetime(2030, 5, 4, 16, 30, tzinfo=UTC)
    assert "0 of 2 people are done" in words(test)
    assert "4 May, 16:30" in words(test)


def test_without_a_day_it_has_no_deadline(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    drawn(assessment_id).button(key=key(assessment_id, "open")).click().run()
    assert survey_of(plumbline, assessment_id).deadline is None


def test_who_answered_is_counted_by_role_and_no_value_is_on_the_page(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    a_survey(plumbline, assessment_id)
    token = plumbline.door.join_by_personal_link(plumbline.rooms.personal_link(ME, assessment_id, "r1")).token
    answer(plumbline, token)
    test = drawn(assessment_id)
    table = test.table[0].value
    assert list(table.iloc[0]) == ["Practitioner", "2", "1", "0", "0 %"]
    assert "1 answer can be taken in now" in words(test)
    assert "Point 3" not in words(test)
    assert plumbline.answering.votes(ME, assessment_id, ITEM) == ()


def test_taking_in_lets_answers_count_and_says_how_many(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    a_survey(plumbline, assessment_id)
    token = plumbline.door.join_by_personal_link(plumbline.rooms.personal_link(ME, assessment_id, "r1")).token
    answer(plumbline, token)
    test = drawn(assessment_id)
    test.button(key=key(assessment_id, "take-in")).click().run()
    assert [one.answer.code for one in plumbline.answering.votes(ME, assessment_id, ITEM)] == [3]
    assert "1 answer was taken in" in words(test)


def test_below_the_floor_taking_in_is_refused_in_words_and_changes_nothing(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    room = a_survey(plumbline, assessment_id)
    for _ in range(2):
        answer(plumbline, unnamed(plumbline, room))
    test = drawn(assessment_id)
    assert "2 answers stay sealed: fewer than 3 people without a name" in words(test)
    assert "Without a name" in words(test)
    test.button(key=key(assessment_id, "take-in")).click().run()
    assert "fewer than 3 people without a name have newly answered the same question" in words(test)
    assert plumbline.answering.votes(ME, assessment_id, ITEM) == ()


def test_a_survey_is_closed_and_reopened(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    a_survey(plumbline, assessment_id)
    test = drawn(assessment_id)
    test.button(key=key(assessment_id, "close")).click().run()
    assert not survey_of(plumbline, assessment_id).is_open
    assert "It takes no answers. Reopen it" in words(test)
    test.button(key=key(assessment_id, "close")).click().run()
    assert survey_of(plumbline, assessment_id).is_open


def test_a_deadline_that_is_over_is_said_and_extended(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    room = a_survey(plumbline, assessment_id)
    over = RoomChange(deadline=datetime.now(UTC) - timedelta(hours=1))
    plumbline.rooms.change(ME, assessment_id, room.id, room.step, over)
    test = drawn(assessment_id)
    assert "Deadline passed" in words(test)
    test.date_input[0].set_value(date(2030, 5, 4))
    test.button(key=key(assessment_id, "extend")).click().run()
    deadline = survey_of(plumbline, assessment_id).deadline
    assert deadline is not None
    assert deadline.date() == date(2030, 5, 4)
    assert "Deadline passed" not in words(test)


def test_a_deadline_that_somebody_else_set_is_the_one_in_the_fields(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    room = a_survey(plumbline, assessment_id)
    test = drawn(assessment_id)
    theirs = datetime(2031, 5, 4, 12, tzinfo=UTC)
    plumbline.rooms.change(ME, assessment_id, room.id, room.step, RoomChange(deadline=theirs))
    test.run()
    assert test.date_input[0].value == theirs.date()
    test.button(key=key(assessment_id, "extend")).click().run()
    assert survey_of(plumbline, assessment_id).deadline == theirs


def test_a_link_is_in_the_letter_once_and_making_it_anew_ends_the_old_one(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    a_survey(plumbline, assessment_id)
    test = drawn(assessment_id)
    test.selectbox(key=key(assessment_id, "person")).set_value("r1").run()
    test.button(key=key(assessment_id, "link")).click().run()
    letter = next(one.value for one in test.code if "/join/p/" in one.value)
    token = letter.split("/join/p/")[1].split()[0]
    assert letter.startswith("Hello Person r1,")
    assert f"{ADDRESS}/join/p/{token}" in letter
    assert plumbline.door.join_by_personal_link(token).token

    test.button(key=key(assessment_id, "handed-on")).click().run()
    assert not any("/join/p/" in one.value for one in test.code)
    assert any("Open the link you were given before" in one.value for one in test.code)
    assert "keeps only a print of the link it gave before" in words(test)

    test.button(key=key(assessment_id, "link")).click().run()
    assert any("/join/p/" in one.value and token not in one.value for one in test.code)
    with pytest.raises(CodeRefused):
        plumbline.door.join_by_personal_link(token)


def test_a_link_is_in_nobody_elses_letter(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    a_survey(plumbline, assessment_id)
    plumbline.rooms.personal_link(ME, assessment_id, "r2")
    test = drawn(assessment_id)
    test.selectbox(key=key(assessment_id, "person")).set_value("r1").run()
    test.button(key=key(assessment_id, "link")).click().run()
    test.selectbox(key=key(assessment_id, "person")).set_value("r2").run()
    assert any("Hello Person r2," in one.value for one in test.code)
    assert not any("/join/p/" in one.value for one in test.code)


def test_a_letter_to_all_who_are_not_done_is_offered_once_somebody_has_a_link(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    a_survey(plumbline, assessment_id)
    assert not any("the link you were given before" in one.value for one in drawn(assessment_id).code)
    plumbline.rooms.personal_link(ME, assessment_id, "r1")
    (letter,) = [one.value for one in drawn(assessment_id).code if "the link you were given before" in one.value]
    assert letter.startswith("Hello,")
    assert "Person r" not in letter


def test_a_locked_assessment_offers_no_survey(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.assessments.validate(ME, assessment_id)
    assert [one.key for one in drawn(assessment_id).button] == []


def test_an_anonymous_person_is_on_no_list_to_write_to(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    room = a_survey(plumbline, assessment_id)
    for _ in range(3):
        answer(plumbline, unnamed(plumbline, room))
    plumbline.surveys.take_in(ME, assessment_id)
    test = drawn(assessment_id)
    assert len(test.selectbox(key=key(assessment_id, "person")).options) == 2
    assert [row[0] for row in test.table[1].value.values.tolist()] == [
        "Person r1 (Practitioner)",
        "Person r2 (Practitioner)",
    ]
