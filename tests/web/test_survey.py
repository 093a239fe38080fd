"""The pages of a survey, without a script: what is kept, a question at a time, what is left, the end, the deadline."""

from __future__ import annotations

import html
import json
import re
from datetime import timedelta

import httpx
import pytest

from assessment.domain.answered.workshop import RoomKind
from assessment.errors import CodeRefused
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.identity import room_key
from assessment.services.plumbline import Plumbline
from assessment.services.rooms import RoomChange
from assessment.services.survey_sheets import SURVEY_ROUND
from assessment.web.cookies import PLACE
from tests.services.conftest import begun
from tests.web.browsing import Browser

ITEM = "planning.deliver-1"
QUESTION = f"/survey/question/{ITEM}"
MOST_BYTES = 50_000


class Person:
    """Somebody with a place in an open survey, and their browser."""

    def __init__(self, plumbline: Plumbline) -> None:
        self.plumbline = plumbline
        self.id = begun(plumbline)
        self.room = plumbline.rooms.open_room(ME, self.id, RoomKind.SURVEY)
        self.link = plumbline.rooms.personal_link(ME, self.id, "r1")
        self.token = plumbline.door.join_by_personal_link(self.link).token
        self.browser = Browser(plumbline, has_accounts=False)
        self.browser.client.cookies.set(PLACE, self.token)

    def text(self, path: str) -> str:
        """What a page says."""
        answer = self.browser.get(path)
        assert answer.status_code == 200, answer.text
        return html.unescape(re.sub(r"<[^>]+>", " ", answer.text))

    def send(self, path: str = QUESTION, **fields: str) -> httpx.Response:
        return self.browser.post(path, data=fields)

    def cast(self, sequence: int, choice: str = "3", **more: object) -> httpx.Response:
        """What the script sends."""
        place = self.plumbline.survey_sheets.participant_id(self.token)
        sent = {"place": place, "item": ITEM, "horizon": "as-is", "choice": choice, "reason": "", "comment": ""}
        return self.browser.post("/survey/answer", content=json.dumps({**sent, "sequence": sequence, **more}))

    def kept(self) -> dict[str, tuple[str, int | None, str | None]]:
        """The votes that are kept, by question."""
        answers = self.plumbline.survey_sheets.sheet(self.token).answers
        return {one.item_id: (str(one.answer.kind), one.answer.code, one.comment) for one in answers}

    def end(self, seconds: int) -> None:
        """Let the deadline be that many seconds ago."""
        room = next(one for one in self.plumbline.rooms.rooms(ME, self.id))
        change = RoomChange(deadline=self.plumbline._store.now() - timedelta(seconds=seconds))
        self.plumbline.rooms.change(ME, self.id, room.id, room.step, change)


@pytest.fixture
def person(with_framework: Plumbline) -> Person:
    return Person(with_framework)


def test_who_has_no_place_is_told_how_to_come_to_one(with_framework: Plumbline) -> None:
    answer = Browser(with_framework, has_accounts=False).get("/survey")
    assert answer.status_code == 403
    assert "Open the link you were given" in answer.text


def test_what_is_kept_and_who_sees_it_stands_before_everything_that_can_be_answered(person: Person) -> None:
    text = person.text("/survey")
    assert text.index("What is kept, and who sees it") < text.index("You answer under your name") < text.index("Begin")
    assert "sealed until the facilitator takes them in" in text


def test_somebody_anonymous_is_told_that_no_name_address_or_time_is_kept(person: Person) -> None:
    joined = person.plumbline.door.join(room_key(person.room.id), name=None, role="practitioner")
    person.browser.client.cookies.set(PLACE, joined.token)
    text = person.text("/survey")
    assert "Neither name, address nor time is kept" in text
    assert "under your name" not in text


def test_a_form_without_a_script_keeps_an_answer_with_its_comment_and_goes_on(person: Person) -> None:
    answer = person.send(**{"as-is": "4", "comment": "  We do. ", "go": "next"})
    assert (answer.status_code, person.kept()) == (303, {ITEM: ("rated", 4, "We do.")})
    assert answer.headers["location"].startswith("/survey/question/planning.")
    assert answer.headers["location"] != QUESTION
    assert 'value="4" checked' in person.browser.get(QUESTION).text


def test_an_answer_can_be_changed_and_the_same_form_twice_changes_nothing(person: Person) -> None:
    for choice in ("4", "1", "1"):
        person.send(**{"as-is": choice, "go": "next"})
    assert person.kept() == {ITEM: ("rated", 1, None)}
    assert "1 of " in person.text("/survey")


def test_not_applicable_without_its_reason_is_refused_in_words_and_keeps_what_was_there(person: Person) -> None:
    person.send(**{"as-is": "2"})
    answer = person.send(**{"as-is": "not-applicable", "as-is-reason": " "})
    assert answer.status_code == 400
    assert "it needs a reason" in answer.text
    assert person.kept() == {ITEM: ("rated", 2, None)}
    person.send(**{"as-is": "not-applicable", "as-is-reason": "We buy it."})
    assert person.kept() == {ITEM: ("not-applicable", None, None)}
    assert "We buy it." in person.browser.get(QUESTION).text


def test_where_the_to_be_is_asked_both_are_answered_on_one_page_and_the_comment_becomes_one_note(
    person: Person,
) -> None:
    person.plumbline.assessments.update_header(ME, person.id, HeaderChange(asks_to_be=True))
    sheet = person.plumbline.survey_sheets.sheet(person.token)
    item_id = next(one.item.id for one in sheet.places if len(sheet.horizons(one.item.id)) == 2)
    path = f"/survey/question/{item_id}"
    person.send(path, **{"as-is": "2", "to-be": "4", "comment": "Soon"})
    page = person.browser.get(path).text
    assert page.count(" checked") == 2
    person.plumbline.surveys.take_in(ME, person.id)
    loaded = person.plumbline.assessments.load(ME, person.id)
    assert [(one.horizon.value, one.answer.code) for one in loaded.ratings] == [("as-is", 2), ("to-be", 4)]
    assert [one.text for one in loaded.notes] == ["Soon"]


def test_a_comment_without_an_answer_is_not_taken_and_it_is_said(person: Person) -> None:
    answer = person.send(comment="Alone")
    assert (answer.status_code, person.kept()) == (400, {})
    assert "A comment is kept with an answer" in answer.text


def test_one_goes_back_and_forth_and_behind_the_last_question_is_the_end(person: Person) -> None:
    items = [item.id for item in person.plumbline.survey_sheets.sheet(person.token).items]
    second = f"/survey/question/{items[1]}"
    assert person.send(second, go="back").headers["location"] == f"/survey/question/{items[0]}"
    assert person.send(f"/survey/question/{items[-1]}", go="next").headers["location"] == "/survey/done"
    assert "disabled>Back" in person.browser.get(f"/survey/question/{items[0]}").text


def test_a_question_that_is_not_asked_is_not_there(person: Person) -> None:
    assert person.browser.get("/survey/question/planning.nothing").status_code == 404


def test_what_is_not_answered_yet_is_listed_and_the_end_lets_one_change(person: Person) -> None:
    person.send(**{"as-is": "4"})
    left = person.browser.get("/survey/left").text
    assert QUESTION not in left
    assert left.count("/survey/question/") == len(person.plumbline.survey_sheets.sheet(person.token).items) - 1
    end = person.text("/survey/done")
    assert "You can change them while it is open" in end
    assert "have no answer" in end


def test_the_script_sends_one_answer_at_a_time_and_the_highest_sequence_stands(person: Person) -> None:
    assert person.cast(10, "3").status_code == 200
    assert person.cast(30, "5").json() == {"text": "Saved"}
    assert person.cast(20, "0").status_code == 200
    assert person.kept() == {ITEM: ("rated", 5, None)}


def test_an_answer_that_waited_for_somebody_else_on_this_phone_is_not_taken(person: Person) -> None:
    answer = person.cast(10, place="another")
    assert (answer.status_code, person.kept()) == (403, {})


@pytest.mark.parametrize("content", ["", "{", "[]", '{"place": 1}', "x" * 200_000])
def test_what_the_script_would_never_send_is_refused_in_words(person: Person, content: str) -> None:
    answer = person.browser.post("/survey/answer", content=content)
    assert 400 <= answer.status_code < 500
    assert answer.json()["text"]


def test_after_the_deadline_nothing_is_taken_and_one_is_told_by_how_much_it_was_late(person: Person) -> None:
    person.send(**{"as-is": "2"})
    person.end(seconds=1)
    answer = person.cast(10**15, "5")
    assert answer.status_code == 409
    assert re.match(r"This answer came \d seconds? after the deadline .* and was not taken", answer.json()["text"])
    assert person.send(**{"as-is": "4"}).status_code == 409
    assert person.kept() == {ITEM: ("rated", 2, None)}
    assert "The deadline has passed" in person.text(QUESTION)
    assert "extend" in person.text("/survey")


def test_a_deadline_that_is_extended_lets_one_go_on(person: Person) -> None:
    person.end(seconds=60)
    assert person.cast(10).status_code == 409
    person.end(seconds=-60)
    assert person.cast(10).status_code == 200
    assert "until then you can change every answer" in person.text("/survey")


def test_a_closed_survey_takes_nothing_and_keeps_everything(person: Person) -> None:
    person.send(**{"as-is": "2"})
    person.plumbline.rooms.close_room(ME, person.id, person.room.id)
    assert person.cast(10**15, "5").status_code == 409
    assert "This survey is closed" in person.text("/survey")
    assert 'value="2" checked' in person.browser.get(QUESTION).text


def test_leaving_takes_the_place_from_the_device_and_leaves_the_answers(person: Person) -> None:
    person.send(**{"as-is": "2"})
    assert "/room/leave" in person.browser.get("/survey/done").text
    person.browser.post("/room/leave")
    assert person.browser.get("/survey").status_code == 403
    person.token = person.plumbline.door.join_by_personal_link(person.link).token
    assert person.kept() == {ITEM: ("rated", 2, None)}


def test_a_link_of_ones_own_leads_to_the_survey_where_one_is_open(person: Person) -> None:
    browser = Browser(person.plumbline, has_accounts=False)
    joined = browser.post(f"/join/p/{person.link}")
    assert joined.status_code == 303
    assert browser.get(joined.headers["location"]).headers["location"] == "/survey"
    assert "You answer as Person r1" in html.unescape(browser.get("/survey").text)


def test_a_link_made_anew_ends_the_one_before(person: Person) -> None:
    person.plumbline.rooms.personal_link(ME, person.id, "r1")
    with pytest.raises(CodeRefused):
        person.plumbline.door.join_by_personal_link(person.link)


def test_hostile_text_is_shown_as_text(person: Person) -> None:
    hostile = "</textarea><script>alert(1)</script>\u202eabc"
    person.send(**{"as-is": "2", "comment": hostile})
    page = person.browser.get(QUESTION).text
    assert "<script>alert" not in page
    assert html.escape(hostile, quote=False).replace('"', "&#34;") in page


def test_a_comment_that_is_too_long_is_refused_in_words(person: Person) -> None:
    answer = person.send(**{"as-is": "2", "comment": "x" * 4_001})
    assert (answer.status_code, person.kept()) == (400, {})
    assert "at most 4,000" in answer.text


def test_a_page_with_all_it_loads_weighs_less_than_fifty_kilobytes(person: Person) -> None:
    page = person.browser.get(QUESTION).text
    loaded = re.findall(r'(?:href|src)="(/[a-z]+/files/[^"]+)"', page)
    assert len(loaded) == 4
    bytes_in_all = len(page.encode()) + sum(len(person.browser.get(path).content) for path in loaded)
    assert bytes_in_all < MOST_BYTES
    assert all("immutable" in person.browser.get(path).headers["cache-control"] for path in loaded)
    assert sum("/survey-" in path for path in loaded) == 2


def test_no_other_page_asks_by_the_get_method_for_what_changes_something(person: Person) -> None:
    assert person.browser.get("/survey/answer").status_code == 405


def test_a_survey_is_asked_in_the_round_that_is_none() -> None:
    assert SURVEY_ROUND == 0
