"""What a phone shows of a room: who speaks from it, the question that is open to them, the reveal, what is left.

Of answers it holds those of the phone's own person and no others, but the counts of a reveal.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.workshop.place import AskedNow, Moment, OpenRoom, OwnVote, Place
from assessment.domain.workshop.reveal import Revealed
from assessment.views.wording.people import ANONYMOUS
from assessment.views.wording.terms import HORIZON_QUESTIONS, ROLES
from assessment.views.wording.workshop import phone as words
from assessment.views.wording.workshop.lobby import are_in
from assessment.views.wording.workshop.reveal import letter
from assessment.views.workshop.reveal import Spread, reveal_view


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleChoice:
    """A role to come in as, with what it means."""

    value: str
    name: str
    meaning: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinView:
    """The screen before somebody is in: which room it is, what is kept and who sees it, and the roles."""

    title: str
    organisation: str
    kept: tuple[str, ...]
    roles: tuple[RoleChoice, ...]
    takes_anonymous: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One thing to choose: "0" to "5" with a letter and its statement, "dont-know" or "not-applicable"."""

    value: str
    letter: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Ballot:
    """The choices of a question for one horizon. `is_short`: letters alone, as their statements stand above.

    `former` says what one chose in the round before; "" where there was none.
    """

    horizon: str
    title: str
    choices: tuple[Choice, ...]
    reason: str
    former: str
    is_short: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionForm:
    """A question to answer. While it is filled in, a form with the same `key` is not drawn anew."""

    key: str
    item_id: str
    round_number: int
    process: str
    name: str
    question: str
    notes: tuple[str, ...]
    foot: str
    ballots: tuple[Ballot, ...]
    comment: str
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Another question that may be answered from here."""

    item_id: str
    text: str
    is_answered: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSpread:
    """How the votes came out for one horizon, as the wall shows it, beside what the phone's person chose.

    `own_letter` is their statement, "" for none and where it stays sealed; `own` says what they chose, and that it is
    sealed. `invite` asks them to say why, where what they chose is far from the middle.
    """

    spread: Spread
    own_letter: str
    own: str
    invite: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PhoneView:
    """All of the page. `key` changes where something else is to be seen; `step` and `wait_ms` are for asking again.

    `call` is said where the room has moved to another question than the one that is shown.
    """

    key: str
    moment: str
    step: int
    wait_ms: int
    sequence: int
    name: str
    role: str
    room: str
    count: str
    title: str
    notes: tuple[str, ...]
    is_over: bool
    form: QuestionForm | None
    spreads: tuple[OwnSpread, ...]
    others_title: str
    others: tuple[Link, ...]
    call: str


_ENDS = frozenset({Moment.CLOSED, Moment.OUT, Moment.MERGED})


def join_view(room: OpenRoom) -> JoinView:
    """The screen before somebody is in."""
    kept = words.what_is_kept(room.organisation, room.anonymity_floor, takes_anonymous=room.takes_anonymous)
    if room.is_survey:
        kept = (kept[0], words.kept_of_survey(room.anonymity_floor), *kept[2:])
    return JoinView(
        title=room.assessment_name,
        organisation=room.organisation,
        kept=kept,
        roles=tuple(RoleChoice(value=one.value, name=ROLES[one], meaning=words.ROLE_MEANINGS[one]) for one in Role),
        takes_anonymous=room.takes_anonymous,
    )


def phone_view(place: Place, item_id: str | None = None) -> PhoneView:
    """The page of a participant; with `item_id` that of one of the questions that are open to them."""
    beat, asked = place.beat, place.asked
    form = _form(place, asked) if asked is not None and _takes_answers(place, asked, item_id) else None
    return PhoneView(
        key="|".join([beat.moment, item_id or "", form.key if form else f"{beat.item_id or ''}|{beat.round_number}"]),
        moment=beat.moment.value,
        step=beat.step,
        wait_ms=beat.wait_ms,
        sequence=max((vote.sequence for vote in asked.votes), default=0) if asked else 0,
        name=place.name or ANONYMOUS,
        role=ROLES[place.role],
        room=place.assessment_name,
        count=count_line(place),
        title=_title(place, form),
        notes=tuple(_notes(place, form)),
        is_over=beat.moment in _ENDS,
        form=form,
        spreads=_spreads(place, form),
        others_title=words.LATE_TITLE,
        others=tuple(_others(place, item_id)),
        call=words.NEW_QUESTION if item_id and beat.moment is Moment.ASKED and beat.item_id != item_id else "",
    )


def _others(place: Place, item_id: str | None) -> Iterator[Link]:
    """Questions to answer late, the one that was just revealed first; not the one that is shown."""
    asked = place.asked
    if place.beat.moment is Moment.REVEALED and asked is not None and asked.item.id != item_id:
        answered = {vote.horizon for vote in asked.votes}
        if not answered.issuperset(asked.horizons):
            yield Link(
                item_id=asked.item.id, text=words.late_link(asked.process_name, asked.item.name), is_answered=False
            )
    for one in place.others:
        if one.item_id != item_id:
            yield Link(
                item_id=one.item_id, text=words.late_link(one.process_name, one.name), is_answered=one.is_answered
            )


def count_line(place: Place) -> str:
    """How many have answered, while a question is open."""
    beat = place.beat
    return in_line(beat.moment, beat.in_count, beat.expected_count)


def in_line(moment: Moment, in_count: int, expected_count: int) -> str:
    """How many are in, as long as a question is open; "" else."""
    if moment not in (Moment.ASKED, Moment.NOT_ASKED, Moment.OTHERS_FIRST):
        return ""
    return are_in(in_count, expected_count)


def _takes_answers(place: Place, asked: AskedNow, item_id: str | None) -> bool:
    """Whether the question is to be answered: it is open, or it was chosen as one to answer late."""
    moment = place.beat.moment
    if asked.is_late:
        return moment not in _ENDS and item_id == asked.item.id and bool(_missing(asked))
    return moment is Moment.ASKED


def _missing(asked: AskedNow) -> frozenset[Horizon]:
    """The horizons that the phone's person has no answer for that was taken in, of any round."""
    return frozenset(asked.horizons) - {vote.horizon for vote in asked.votes if vote.is_taken}


def _form(place: Place, asked: AskedNow) -> QuestionForm:
    item = asked.item
    return QuestionForm(
        key=f"{item.id}|{asked.round_number}|{'late' if asked.is_late else 'now'}",
        item_id=item.id,
        round_number=asked.round_number,
        process=asked.process_name,
        name=item.name,
        question=item.question,
        notes=tuple(_form_notes(place, asked)),
        foot="" if asked.is_late else _foot(place),
        ballots=tuple(_ballot(item, horizon, asked, is_first=not at) for at, horizon in enumerate(asked.horizons)),
        comment=next((vote.comment for vote in asked.votes if vote.comment), ""),
        is_late=asked.is_late,
    )


def _foot(place: Place) -> str:
    """What becomes of the answer."""
    if not place.is_anonymous:
        return words.CHANGEABLE
    return f"{words.CHANGEABLE} {words.counts_from(place.anonymity_floor)}"


def _form_notes(place: Place, asked: AskedNow) -> Iterator[str]:
    if asked.is_late:
        yield words.LATE_NOTE
        if place.is_anonymous:
            yield words.LATE_ANONYMOUS
    elif asked.round_number > 1:
        yield words.round_note(asked.round_number)


def _ballot(item: Item, horizon: Horizon, asked: AskedNow, *, is_first: bool) -> Ballot:
    vote = next((one for one in asked.votes if one.horizon is horizon), None)
    present = vote if vote is not None and vote.round_number == asked.round_number else None
    chosen = choice_of(present.answer) if present else ""
    said = [
        *((str(code), letter(code), text) for code, text in enumerate(item.statements)),
        (AnswerKind.DONT_KNOW.value, "", words.DONT_KNOW),
        (AnswerKind.NOT_APPLICABLE.value, "", words.NOT_APPLICABLE),
    ]
    return Ballot(
        horizon=horizon.value,
        title=HORIZON_QUESTIONS[horizon],
        choices=tuple(
            Choice(value=value, letter=sign, text=text, is_chosen=value == chosen) for value, sign, text in said
        ),
        reason=(present.answer.reason or "") if present else "",
        former=words.former(answer_text(vote.answer)) if vote is not None and present is None else "",
        is_short=not is_first,
    )


def choice_of(answer: Answer) -> str:
    """What an answer is called in a form: "0" to "5", "dont-know" or "not-applicable"."""
    return answer.kind.value if answer.code is None else str(answer.code)


def answer_text(answer: Answer) -> str:
    """An answer in the words of the phone: the letter of a statement, or why there is none."""
    if answer.code is not None:
        return letter(answer.code)
    return words.DONT_KNOW if answer.kind is AnswerKind.DONT_KNOW else words.NOT_APPLICABLE


def _spreads(place: Place, form: QuestionForm | None) -> tuple[OwnSpread, ...]:
    asked = place.asked
    if form is not None or asked is None or not place.revealed:
        return ()
    seen = reveal_view(asked.item, place.revealed, place.anonymity_floor)
    by_horizon = {vote.horizon: vote for vote in asked.votes}
    return tuple(
        _own_spread(place, spread, one, by_horizon.get(one.horizon))
        for spread, one in zip(seen.spreads, place.revealed, strict=True)
    )


def _own_spread(place: Place, spread: Spread, one: Revealed, vote: OwnVote | None) -> OwnSpread:
    is_sealed = place.is_anonymous and vote is not None and not vote.is_taken
    code = None if vote is None or is_sealed else vote.answer.code
    return OwnSpread(
        spread=spread,
        own_letter="" if code is None else letter(code),
        own=_own(place, vote, is_sealed=is_sealed),
        invite=words.SAY_WHY if one.is_shown and code in one.far_codes else "",
    )


def _own(place: Place, vote: OwnVote | None, *, is_sealed: bool) -> str:
    if vote is None:
        return words.NOTHING_COUNTED
    chosen = words.own_choice(answer_text(vote.answer))
    return f"{chosen} {words.own_sealed(place.anonymity_floor)}" if is_sealed else chosen


def _title(place: Place, form: QuestionForm | None) -> str:
    moment = place.beat.moment
    if moment is Moment.CLOSED:
        return words.CLOSED_TITLE
    if form is not None:
        return form.name
    if moment is Moment.REVEALED and place.asked is not None:
        return place.asked.item.name
    return _TITLES.get(moment, "")


_TITLES = {
    Moment.LOBBY: words.LOBBY_TITLE,
    Moment.ASKED: words.LOBBY_TITLE,
    Moment.OTHERS_FIRST: words.WAIT_TITLE,
    Moment.NOT_ASKED: words.NOT_ASKED_TITLE,
    Moment.REVEALED: words.REVEALED_TITLE,
    Moment.OUT: words.OUT_TITLE,
    Moment.MERGED: words.MERGED_TITLE,
}
_NOTES = {
    Moment.LOBBY: words.LOBBY_NOTE,
    Moment.OTHERS_FIRST: words.WAIT_NOTE,
    Moment.NOT_ASKED: words.NOT_ASKED_NOTE,
    Moment.REVEALED: words.BETWEEN_NOTE,
    Moment.CLOSED: words.CLOSED_NOTE,
}


def _notes(place: Place, form: QuestionForm | None) -> Iterator[str]:
    if form is None and place.beat.moment in _NOTES:
        yield _NOTES[place.beat.moment]
