"""What a phone shows: the question open to it, what its person chose, the reveal beside it, what is left to answer."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.results import Outcome
from assessment.domain.workshop.place import AskedNow, Beat, Moment, OpenQuestion, OpenRoom, OwnVote, Place
from assessment.domain.workshop.reveal import Revealed
from assessment.views.wording.workshop import phone as words
from assessment.views.workshop.phone import PhoneView, join_view, phone_view
from tests.builders import tiny_framework

FRAMEWORK = tiny_framework()
ITEM = FRAMEWORK.item_by_id["planning.delivery"]
BOTH = (Horizon.AS_IS, Horizon.TO_BE)
DONT_KNOW = Answer(kind=AnswerKind.DONT_KNOW)
LATER = OpenQuestion(
    item_id="planning.ownership",
    name="Owners",
    process_id="p",
    process_name="Planning",
    is_answered=False,
    is_late=True,
)


def rated(code: int) -> Answer:
    return Answer(kind=AnswerKind.RATED, code=code)


def vote(answer: Answer, *, round_number: int = 1, horizon: Horizon = Horizon.AS_IS, **values: Any) -> OwnVote:
    known = {"comment": None, "sequence": 7, "is_taken": False}
    return OwnVote(horizon=horizon, round_number=round_number, answer=answer, **{**known, **values})


def asked(*votes: OwnVote, **values: Any) -> AskedNow:
    known = {"horizons": (Horizon.AS_IS,), "round_number": 1, "is_late": False}
    return AskedNow(item=ITEM, process_name="Planning", votes=votes, **{**known, **values})


def place(moment: Moment, question: AskedNow | None = None, **values: Any) -> Place:
    beat = Beat(
        room_id="room",
        step=4,
        moment=moment,
        item_id=None if question is None else question.item.id,
        round_number=1,
        in_count=9,
        expected_count=12,
        is_new=True,
        wait_ms=1500,
    )
    known: dict[str, Any] = {
        "participant_id": "p1",
        "assessment_name": "First round",
        "organisation": "Invented Ltd",
        "name": "Ann",
        "role": Role.PRACTITIONER,
        "is_anonymous": False,
        "is_survey": False,
        "anonymity_floor": 3,
        "deadline": None,
        "others": (),
        "asked_count": 1,
        "answered_count": 0,
        "revealed": (),
    }
    return Place(beat=beat, asked=question, **{**known, **values})


def revealed(**values: Any) -> Revealed:
    known = {
        "item_id": ITEM.id,
        "horizon": Horizon.AS_IS,
        "round_number": 1,
        "answer_count": 5,
        "is_shown": True,
        "code_counts": (0, 3, 1, 0, 0, 1),
        "outcome": Outcome.RATED,
        "code": 1,
        "upper_code": 1,
        "far_codes": (5,),
    }
    return Revealed(**{**known, **values})


def chosen(view: PhoneView) -> list[str]:
    assert view.form is not None
    return [choice.value for ballot in view.form.ballots for choice in ballot.choices if choice.is_chosen]


def test_an_open_question_has_the_six_statements_by_letter_and_two_ways_around_them() -> None:
    view = phone_view(place(Moment.ASKED, asked()))
    assert view.form is not None
    (ballot,) = view.form.ballots
    assert [(one.value, one.letter) for one in ballot.choices] == [
        *zip("012345", "ABCDEF", strict=True),
        ("dont-know", ""),
        ("not-applicable", ""),
    ]
    assert tuple(one.text for one in ballot.choices[:6]) == ITEM.statements
    assert (view.title, view.form.foot, view.form.notes) == (ITEM.name, words.CHANGEABLE, ())
    assert chosen(view) == []


def test_the_to_be_stands_below_in_letters_alone() -> None:
    view = phone_view(place(Moment.ASKED, asked(horizons=BOTH)))
    assert view.form is not None
    assert [(one.horizon, one.is_short) for one in view.form.ballots] == [("as-is", False), ("to-be", True)]


def test_what_one_chose_in_this_round_is_chosen_on_the_page() -> None:
    own = asked(
        vote(Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Bought in"), comment="why not"),
        vote(rated(4), horizon=Horizon.TO_BE, sequence=9),
        horizons=BOTH,
    )
    view = phone_view(place(Moment.ASKED, own))
    assert view.form is not None
    assert chosen(view) == ["not-applicable", "4"]
    assert (view.form.ballots[0].reason, view.form.comment, view.sequence) == ("Bought in", "why not", 9)


@pytest.mark.parametrize(("answer", "said"), [(rated(1), "B"), (DONT_KNOW, "Don't know")])
def test_a_second_round_says_what_one_chose_before_and_chooses_nothing(answer: Answer, said: str) -> None:
    view = phone_view(place(Moment.ASKED, asked(vote(answer), round_number=2)))
    assert view.form is not None
    assert chosen(view) == []
    assert view.form.ballots[0].former == words.former(said)
    assert view.form.notes == (words.round_note(2),)


@pytest.mark.parametrize(
    ("moment", "title", "note"),
    [
        (Moment.LOBBY, words.LOBBY_TITLE, words.LOBBY_NOTE),
        (Moment.NOT_ASKED, words.NOT_ASKED_TITLE, words.NOT_ASKED_NOTE),
        (Moment.OTHERS_FIRST, words.WAIT_TITLE, words.WAIT_NOTE),
        (Moment.CLOSED, words.CLOSED_TITLE, words.CLOSED_NOTE),
    ],
)
def test_without_a_question_the_page_says_what_there_is_to_wait_for(moment: Moment, title: str, note: str) -> None:
    view = phone_view(place(moment, asked() if moment is Moment.OTHERS_FIRST else None))
    assert (view.title, view.notes, view.form) == (title, (note,), None)


@pytest.mark.parametrize("moment", list(Moment))
def test_how_many_are_in_is_told_while_a_question_is_open_and_never_else(moment: Moment) -> None:
    view = phone_view(place(moment, asked()))
    is_open = moment in (Moment.ASKED, Moment.NOT_ASKED, Moment.OTHERS_FIRST)
    assert view.count == ("9 of 12 are in" if is_open else "")


@pytest.mark.parametrize("moment", [Moment.CLOSED, Moment.OUT, Moment.MERGED])
def test_where_it_is_over_nothing_is_asked_any_more(moment: Moment) -> None:
    for question in (asked(), asked(is_late=True)):
        view = phone_view(place(moment, question), ITEM.id)
        assert (view.is_over, view.form) == (True, None)


@pytest.mark.parametrize(("code", "invite"), [(5, words.SAY_WHY), (2, ""), (1, "")])
def test_the_reveal_marks_ones_own_and_asks_those_far_apart(code: int, invite: str) -> None:
    own = asked(vote(rated(code), is_taken=True), is_late=True)
    view = phone_view(place(Moment.REVEALED, own, revealed=(revealed(),)))
    (spread,) = view.spreads
    assert (view.form, view.title) == (None, ITEM.name)
    assert (spread.own_letter, spread.invite) == ("ABCDEF"[code], invite)
    assert spread.own == words.own_choice("ABCDEF"[code])
    assert [one.count for one in spread.spread.statements] == [0, 3, 1, 0, 0, 1]
    assert view.others == ()


@pytest.mark.parametrize(("is_anonymous", "is_taken"), [(True, False), (True, True), (False, False)])
def test_an_anonymous_answer_that_stays_sealed_is_said_to_and_marked_nowhere(
    is_anonymous: bool, is_taken: bool
) -> None:
    own = asked(vote(rated(5), is_taken=is_taken), is_late=True)
    (spread,) = phone_view(place(Moment.REVEALED, own, revealed=(revealed(),), is_anonymous=is_anonymous)).spreads
    is_sealed = is_anonymous and not is_taken
    assert spread.own.startswith(words.own_choice("F"))
    assert (words.own_sealed(3) in spread.own) is is_sealed
    assert (spread.own_letter, spread.invite) == (("", "") if is_sealed else ("F", words.SAY_WHY))


def test_an_anonymous_person_is_told_before_they_answer_from_when_on_it_counts() -> None:
    named, anonymous = (phone_view(place(Moment.ASKED, asked(), is_anonymous=hidden)).form for hidden in (False, True))
    assert named is not None
    assert anonymous is not None
    assert named.foot == words.CHANGEABLE
    assert anonymous.foot == f"{words.CHANGEABLE} {words.counts_from(3)}"


def test_where_too_few_answered_nobody_is_asked_to_speak() -> None:
    own = asked(vote(rated(5), is_taken=True), is_late=True)
    hidden = revealed(is_shown=False, code_counts=(0,) * 6, answer_count=2)
    (spread,) = phone_view(place(Moment.REVEALED, own, revealed=(hidden,))).spreads
    assert (spread.invite, spread.spread.statements) == ("", ())
    assert spread.spread.finding == "Fewer than 3 answered: not shown."


def test_who_did_not_answer_what_was_revealed_may_do_so_late_and_is_told_what_becomes_of_it() -> None:
    here = place(Moment.REVEALED, asked(is_late=True), revealed=(revealed(),), others=(LATER,), is_anonymous=True)
    view = phone_view(here)
    assert [one.item_id for one in view.others] == [ITEM.id, LATER.item_id]
    assert view.spreads[0].own == words.NOTHING_COUNTED
    late = phone_view(here, ITEM.id)
    assert late.form is not None
    assert late.form.notes == (words.LATE_NOTE, words.LATE_ANONYMOUS)
    assert late.form.foot == ""
    assert late.spreads == ()
    assert [one.item_id for one in late.others] == [LATER.item_id]
    named = phone_view(replace(here, is_anonymous=False), ITEM.id)
    assert named.form is not None
    assert named.form.notes == (words.LATE_NOTE,)


def test_what_was_taken_in_is_not_asked_again() -> None:
    own = asked(vote(rated(1), is_taken=True), is_late=True)
    assert phone_view(place(Moment.REVEALED, own, revealed=(revealed(),)), ITEM.id).form is None


def test_the_key_changes_where_another_thing_is_to_be_seen_and_only_there() -> None:
    open_now = place(Moment.ASKED, asked())
    keys = {
        phone_view(open_now).key,
        phone_view(place(Moment.ASKED, asked(round_number=2))).key,
        phone_view(place(Moment.ASKED, asked(is_late=True)), ITEM.id).key,
        phone_view(place(Moment.REVEALED, asked(is_late=True), revealed=(revealed(),))).key,
        phone_view(place(Moment.LOBBY)).key,
    }
    assert len(keys) == 5
    later = replace(open_now, beat=replace(open_now.beat, step=5, in_count=10))
    assert phone_view(later).key == phone_view(open_now).key
    assert phone_view(replace(open_now, asked=asked(vote(rated(2))))).key == phone_view(open_now).key


def test_another_question_of_the_room_calls_and_leaves_the_late_one_where_it_is() -> None:
    here = place(Moment.ASKED, asked(is_late=True))
    moved = replace(here, beat=replace(here.beat, item_id="planning.ownership"))
    view = phone_view(moved, ITEM.id)
    assert (view.call, view.form is not None) == (words.NEW_QUESTION, True)
    assert phone_view(here, ITEM.id).call == ""


def test_the_first_screen_names_the_floor_and_what_being_the_only_one_of_a_role_means() -> None:
    room = OpenRoom(
        room_id="r",
        key="k",
        is_survey=False,
        assessment_name="First round",
        organisation="Invented Ltd",
        takes_anonymous=True,
        anonymity_floor=4,
        deadline=None,
    )
    view = join_view(room)
    assert "fewer than 4 people is not shown" in view.kept[-1]
    assert words.counts_from(4) in view.kept[-1]
    assert "only one of your role, you count as “Other”" in view.kept[-1]
    assert [one.value for one in view.roles] == [role.value for role in Role]
    assert join_view(replace(room, takes_anonymous=False)).kept[-1] == words.NAMED_ONLY
    assert join_view(replace(room, is_survey=True)).kept[1] == words.kept_of_survey(4)
