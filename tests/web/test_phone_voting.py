"""Answers from a phone, by the form and by the script: kept, changed, late, revealed, refused in words."""

from __future__ import annotations

import html
import re
from html.parser import HTMLParser

import pytest

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.room import LeadersVote, ParticipantState
from assessment.errors import StoreUnavailable
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.views.wording.terms import HORIZON_QUESTIONS
from assessment.views.wording.workshop import phone as words
from tests.web.browsing import said
from tests.web.phones import FIRST, SECOND, Phone, Workshop

HOSTILE = (
    "<script>alert(1)</script>",
    "\u202egnp.exe",
    "{{7*7}}",
    '" onmouseover="alert(1)',
    "</textarea><img src=x onerror=alert(1)>",
    "\u05d0\u05d1 1",
)


class Elements(HTMLParser):
    """The elements of a page and their attributes, as a browser sees them."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.names: list[str] = []
        self.attributes: list[str] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.names.append(tag)
        self.attributes += [name for name, _ in attrs]


@pytest.fixture
def phone(workshop: Workshop) -> Phone:
    """Ann's, with a question open."""
    phone = Phone(workshop)
    phone.join("Ann")
    workshop.ask()
    phone.open()
    return phone


def said_of(workshop: Workshop) -> list[tuple[str, int | None, str | None]]:
    return [(vote.horizon.value, vote.answer.code, vote.comment) for vote in workshop.votes()]


def test_an_answer_by_the_form_is_kept_shown_again_and_can_be_changed(workshop: Workshop, phone: Phone) -> None:
    page = phone.vote(**{"as-is": "4", "comment": "as far as I know"})
    assert words.SAVED in page
    assert phone.chosen() == ["4"]
    phone.vote(**{"as-is": "1", "comment": ""})
    assert phone.chosen() == ["1"]
    assert said_of(workshop) == [("as-is", 1, None)]


def test_the_six_statements_are_lettered_beside_dont_know_and_not_applicable(phone: Phone) -> None:
    labels = re.findall(r'<label class="choice[^>]*><input[^>]*value="([\w-]+)"[^>]*>(?:<b>(\w)</b>)?', phone.seen.text)
    as_is = labels[:8]
    assert [value for value, _ in as_is] == ["0", "1", "2", "3", "4", "5", "dont-know", "not-applicable"]
    assert "".join(letter for _, letter in as_is) == "ABCDEF"


def test_the_to_be_is_asked_where_it_is_switched_on_and_is_a_vote_of_its_own(workshop: Workshop, phone: Phone) -> None:
    assert HORIZON_QUESTIONS[Horizon.TO_BE] not in html.unescape(phone.seen.text)
    workshop.ask_to_be()
    phone.open()
    assert HORIZON_QUESTIONS[Horizon.TO_BE] in html.unescape(phone.seen.text)
    phone.vote(**{"as-is": "1", "to-be": "4", "comment": "by next year"})
    assert said_of(workshop) == [("as-is", 1, "by next year"), ("to-be", 4, None)]
    assert phone.chosen() == ["1", "4"]


def test_not_applicable_needs_a_reason(workshop: Workshop, phone: Phone) -> None:
    phone.vote(**{"as-is": "not-applicable", "reason-as-is": " "})
    assert phone.seen.status_code == 400
    assert "reason" in said(phone.seen).lower()
    assert workshop.votes() == ()
    phone.vote(**{"as-is": "not-applicable", "reason-as-is": "We buy it in"})
    (vote,) = workshop.votes()
    assert (vote.answer.kind, vote.answer.reason) == (AnswerKind.NOT_APPLICABLE, "We buy it in")
    assert phone.value("reason-as-is") == "We buy it in"


def test_dont_know_is_an_answer(workshop: Workshop, phone: Phone) -> None:
    phone.vote(**{"as-is": "dont-know"})
    assert [vote.answer.kind for vote in workshop.votes()] == [AnswerKind.DONT_KNOW]


def test_a_form_without_a_choice_is_told_what_to_do(workshop: Workshop, phone: Phone) -> None:
    phone.vote(comment="x")
    assert phone.seen.status_code == 400
    assert words.NO_CHOICE_NEXT in said(phone.seen)
    assert workshop.votes() == ()


def test_a_comment_has_4000_characters_whatever_script_it_is_in_and_no_more(workshop: Workshop, phone: Phone) -> None:
    longest = "語" * 3_999 + "\U0001f600"
    phone.vote(**{"as-is": "2", "comment": longest})
    assert [vote.comment for vote in workshop.votes()] == [longest]
    phone.vote(**{"as-is": "3", "comment": longest + "x"})
    assert phone.seen.status_code == 400
    assert "at most 4,000" in said(phone.seen)
    phone.vote(**{"as-is": "3", "comment": "x" * 150_000})
    assert phone.seen.status_code == 400
    assert [vote.answer.code for vote in workshop.votes()] == [2]


@pytest.mark.parametrize("text", HOSTILE)
def test_hostile_texts_are_shown_as_text(workshop: Workshop, text: str) -> None:
    phone = Phone(workshop)
    phone.join(text)
    workshop.ask()
    phone.vote(**{"as-is": "not-applicable", "reason-as-is": text, "comment": text})
    (vote,) = workshop.votes()
    assert (vote.comment, vote.answer.reason) == (text, text)
    assert phone.value("reason-as-is") == text
    assert html.unescape(phone.seen.text).count(text) >= 3
    found = Elements(phone.seen.text)
    assert found.names.count("script") == 1
    assert "img" not in found.names
    assert not any(name.startswith("on") for name in found.attributes)


def test_texts_of_100000_characters_are_refused_in_words(workshop: Workshop) -> None:
    phone = Phone(workshop)
    phone.join("A" * 100_000)
    assert phone.seen.status_code == 400
    assert said(phone.seen)
    phone.join("Ann")
    workshop.ask()
    phone.vote(**{"as-is": "not-applicable", "reason-as-is": "x" * 100_000})
    assert phone.seen.status_code == 400
    assert workshop.votes() == ()


# --- what the script sends -------------------------------------------------------------------------------------------


def test_of_the_scripts_votes_the_highest_sequence_stands_in_whatever_order_they_come(
    workshop: Workshop, phone: Phone
) -> None:
    for choice, sequence in (("2", 20), ("1", 10), ("2", 20), ("1", 10)):
        answer = phone.cast(choice, sequence)
        assert answer.json() == {"is_kept": True, "say": words.SAVED, "sequence": 20, "stays": False}
    assert said_of(workshop) == [("as-is", 2, None)]


def test_a_form_after_the_script_counts_on_from_what_is_kept(workshop: Workshop, phone: Phone) -> None:
    ahead = 4_000_000_000_000  # a phone whose clock is decades ahead
    phone.cast("2", ahead)
    phone.vote(**{"as-is": "5"})
    assert said_of(workshop) == [("as-is", 5, None)]
    assert int(phone.fact("sequence")) == ahead + 1


def test_a_vote_that_will_never_be_taken_is_refused_and_one_for_later_is_to_be_kept(
    workshop: Workshop, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    for answer in (phone.cast("9", 1), phone.cast("2", 1, item_id="planning.nothing"), phone.cast("not-applicable", 1)):
        told = answer.json()
        assert answer.status_code in (400, 404)
        assert told["is_refused"]
        assert told["say"]
    monkeypatch.setattr(workshop.plumbline.door, "voting", failing)
    answer = phone.cast("2", 1)
    assert (answer.status_code, answer.json()) == (503, {"say": words.UNAVAILABLE})
    assert workshop.votes() == ()


def failing(*_: object) -> None:
    raise StoreUnavailable("it is locked", "Wait.")


def test_a_form_is_told_in_words_that_nothing_can_be_stored(
    workshop: Workshop, phone: Phone, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workshop.plumbline.door, "voting", failing)
    phone.vote(**{"as-is": "2"})
    assert phone.seen.status_code == 503
    assert said(phone.seen) == words.UNAVAILABLE_PLAIN


def test_who_was_put_out_is_told_so_and_votes_no_more(workshop: Workshop, phone: Phone) -> None:
    (one,) = workshop.plumbline.rooms.lobby(ME, workshop.assessment_id, workshop.room.id).participants
    workshop.plumbline.rooms.put_out(ME, workshop.assessment_id, workshop.room.id, one.participant_id)
    workshop.plumbline.door.pulse.forget_room(workshop.room.id)
    assert phone.cast("2", 1).json() == {"is_gone": True}
    assert ParticipantState.OUT.value in phone.state()["key"]
    assert words.OUT_TITLE in phone.open()
    assert workshop.votes() == ()


def test_a_room_that_was_closed_takes_nothing_and_says_so(workshop: Workshop, phone: Phone) -> None:
    workshop.change(is_open=False)
    told = phone.cast("2", 1)
    assert told.status_code == 409
    assert told.json()["say"].startswith("This room is closed")
    page = phone.open()
    assert words.CLOSED_TITLE in page
    assert "<form" not in page


# --- the state, the reveal, late answers -----------------------------------------------------------------------------


def test_the_script_hears_only_a_count_until_the_room_moves_on(workshop: Workshop, phone: Phone) -> None:
    other = Phone(workshop)
    other.join("Ben")
    other.open()
    other.cast("5", 1)
    phone.workshop.plumbline.door.pulse.forget_room(workshop.room.id)
    phone.open()
    assert phone.state() == {"step": workshop.room.step, "wait": 1500, "count": "1 of 2 is in"}
    workshop.ask(SECOND)
    told = phone.state()
    assert told["step"] == workshop.room.step
    assert f'data-item="{SECOND}"' in told["parts"]["now"]
    assert told["key"].startswith(f"asked||{SECOND}|1")


def test_the_parts_that_the_script_gets_are_those_of_the_page(phone: Phone) -> None:
    told = phone.state(step="0")
    for name, part in told["parts"].items():
        assert f'<section id="{name}"' in phone.seen.text
        assert part.strip() in phone.seen.text
    assert f'data-key="{told["key"]}"' in phone.seen.text


def test_nothing_of_a_vote_reaches_another_phone_before_the_reveal(workshop: Workshop, phone: Phone) -> None:
    phone.vote(**{"as-is": "not-applicable", "reason-as-is": "zebra-reason", "comment": "zebra-comment"})
    other = Phone(workshop)
    seen = [
        other.join("Ben"),
        other.open(),
        str(other.state(step="0")),
        other.open("/join"),
        other.send("/room/device"),
    ]
    assert not any("zebra" in text for text in seen)
    assert other.chosen() == []


def test_the_reveal_shows_the_counts_and_what_one_chose_and_asks_those_far_apart(workshop: Workshop) -> None:
    phones = {name: Phone(workshop) for name in ("Ann", "Ben", "Cem", "Dana")}
    for name, phone in phones.items():
        phone.join(name)
    workshop.ask()
    for phone, choice in zip(phones.values(), ("1", "1", "1", "5"), strict=True):
        phone.vote(**{"as-is": choice})
    workshop.reveal()
    near, far = phones["Ann"].open(), phones["Dana"].open()
    assert "You chose: B." in near
    assert words.SAY_WHY not in near
    assert "You chose: F." in far
    assert words.SAY_WHY in far
    rows = re.findall(r'<th scope="row">(\w)</th>.*?<td class="count">(\d+)</td>', far)
    assert rows == [("A", "0"), ("B", "3"), ("C", "0"), ("D", "0"), ("E", "0"), ("F", "1")]
    assert "●●●" in far
    assert "<form class=" not in far


def test_fewer_than_the_floor_are_not_shown(workshop: Workshop, phone: Phone) -> None:
    phone.vote(**{"as-is": "1"})
    workshop.reveal()
    page = phone.open()
    assert "Fewer than 3 answered: not shown." in page
    assert "<table" not in page


def test_a_vote_that_arrives_after_the_reveal_is_kept_as_a_late_one(workshop: Workshop, phone: Phone) -> None:
    other = Phone(workshop)
    other.join("Ben")
    other.open()
    phone.vote(**{"as-is": "1"})
    workshop.reveal()
    assert other.cast("4", 1).json()["say"] == words.SAVED_LATE
    assert phone.cast("4", 9_000_000_000_000).json()["say"] == words.REVEALED_MEANWHILE


def test_who_came_late_answers_what_was_revealed_from_a_list(workshop: Workshop, phone: Phone) -> None:
    phone.vote(**{"as-is": "1"})
    workshop.reveal()
    late = Phone(workshop)
    page = late.join()
    assert words.LATE_TITLE in page
    (path,) = set(re.findall(r'href="(/room\?item=[^"]+)"', late.seen.text))
    page = late.open(path)
    assert words.LATE_NOTE in page
    assert words.LATE_ANONYMOUS in page
    assert "You chose" not in page
    late.send("/room/vote", **late.hidden(), **{"as-is": "3"})
    assert words.SAVED_LATE in html.unescape(late.seen.text)
    workshop.ask(SECOND)
    assert FIRST not in late.open()


def test_a_late_page_says_that_the_room_has_a_new_question(workshop: Workshop, phone: Phone) -> None:
    other = Phone(workshop)
    other.join("Ben")
    other.vote(**{"as-is": "1"})
    workshop.reveal()
    phone.open(f"/room?item={FIRST}")
    assert words.LATE_NOTE in html.unescape(phone.seen.text)
    workshop.ask(SECOND)
    told = phone.state(item=FIRST)
    assert words.NEW_QUESTION in told["parts"]["now"]
    assert f'data-item="{FIRST}"' in told["parts"]["now"]


def test_a_second_round_shows_the_former_choice_and_starts_afresh(workshop: Workshop, phone: Phone) -> None:
    phone.vote(**{"as-is": "1"})
    workshop.reveal()
    workshop.ask(FIRST, 2)
    page = phone.open()
    assert words.round_note(2) in page
    assert words.former("B") in page
    assert phone.chosen() == []


def test_a_question_that_is_not_open_leads_back_to_the_room(phone: Phone) -> None:
    phone.open("/room?item=planning.nothing")
    assert phone.seen.url.path == "/room"
    assert phone.seen.url.query == b""


def test_whose_word_weighs_is_let_in_when_the_others_have_voted_though_the_room_stands_still(
    with_framework: Plumbline,
) -> None:
    workshop = Workshop(with_framework, leaders=LeadersVote.LAST)
    boss, ann = Phone(workshop), Phone(workshop)
    boss.join("Boss", "leadership")
    ann.join("Ann")
    workshop.ask()
    assert words.WAIT_TITLE in boss.open()
    assert "parts" not in boss.state()
    ann.vote(**{"as-is": "2"})
    with_framework.door.pulse.forget_room(workshop.room.id)
    told = boss.state()
    assert told["step"] == int(boss.fact("step"))
    assert f'data-item="{FIRST}"' in told["parts"]["now"]
