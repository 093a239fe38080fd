"""What a comparison tells of nobody: the value of somebody who came or went cannot be worked out of it.

The attack: whoever reads a comparison keeps, of all rooms that there may be, those of which it would read the same. As
long as there is one among them in which the person who came said something else, the person's value is not told. Such
a room is made by letting the one who came, or went, and somebody who was there both times change places in all they
said: each side by itself is told as before.
"""

from __future__ import annotations

import os
import random
from collections.abc import Iterable
from dataclasses import fields, replace

import pytest

from assessment.domain.answered.assessment import Rating
from assessment.domain.comparing.comparison import compare
from assessment.domain.comparing.results import Comparison, MoveReasonKind
from tests.domain.comparing.pairs import State, a_copy, a_room, made, people_added, sorted_ratings

ROOM_COUNT = int(os.environ.get("PLUMBLINE_ROOMS", "6"))
SAID = (MoveReasonKind.ANSWERS_CHANGED, MoveReasonKind.PEOPLE_CHANGED)


def told(before: State, after: State) -> Comparison:
    """A comparison without what either side tells by itself: its hash, and its draws of people."""
    found = compare(before.computed(), after.computed())
    return replace(found, processes=tuple(replace(one, is_beyond_noise=None) for one in found.processes))


def places_changed(state: State, first: str, second: str) -> State:
    """The same answers, two people having said what the other did."""
    other = {first: second, second: first}
    ratings = (
        one.model_copy(update={"respondent_id": other.get(one.respondent_id, one.respondent_id)})
        for one in state.assessment.ratings
    )
    return state.with_(ratings=sorted_ratings(ratings))


def said_by(state: State, respondent_id: str) -> tuple[Rating, ...]:
    return tuple(one for one in state.assessment.ratings if one.respondent_id == respondent_id)


def without(state: State, *respondent_ids: str) -> State:
    """The assessment without what some people said; who they are stays in it."""
    return state.with_(
        ratings=tuple(one for one in state.assessment.ratings if one.respondent_id not in respondent_ids)
    )


def answers_moved(draw: random.Random, state: State, ids: Iterable[str]) -> State:
    """Some answers of some people are others than a year before."""
    chosen = {(one, item) for one in ids for item in {own.item_id for own in state.assessment.ratings}}
    moved = frozenset(draw.sample(sorted(chosen), draw.randrange(len(chosen) // 3)))
    return state.with_(
        ratings=tuple(
            one.model_copy(update={"answer": one.answer.model_copy(update={"code": draw.randrange(6)})})
            if (one.respondent_id, one.item_id) in moved
            else one
            for one in state.assessment.ratings
        )
    )


@pytest.mark.parametrize("number", range(ROOM_COUNT))
def test_who_came_could_have_said_what_somebody_else_said(number: int) -> None:
    draw = random.Random(number)
    before = a_room(number, draw.randrange(2, 8))
    stayed = tuple(one.id for one in before.assessment.respondents)
    start = a_copy(before) if number % 2 else answers_moved(draw, a_copy(before), stayed)
    after = made(start, [people_added(draw, start, count=draw.choice((1, 2)))])
    plain = told(before, after)
    for other in stayed:
        assert told(before, places_changed(after, "s0", other)) == plain
    assert any(values(after, "s0") != values(after, other) for other in stayed)


@pytest.mark.parametrize("number", range(ROOM_COUNT))
def test_who_went_could_have_said_what_somebody_else_said(number: int) -> None:
    draw = random.Random(1_000 + number)
    before = a_room(number, draw.randrange(4, 9))
    ids = [one.id for one in before.assessment.respondents]
    after = without(a_copy(before), ids[0])
    if number % 2:  # and somebody else came
        after = made(after, [people_added(draw, after)])
    plain = told(before, after)
    for other in ids[1:]:
        assert told(places_changed(before, ids[0], other), after) == plain


@pytest.mark.parametrize("number", range(ROOM_COUNT))
def test_who_answers_one_question_more_could_have_said_what_somebody_else_said(number: int) -> None:
    draw = random.Random(2_000 + number)
    whole = a_room(number, draw.randrange(3, 8))
    item_id = draw.choice(sorted({one.item_id for one in whole.assessment.ratings}))
    before = whole.with_(
        ratings=tuple(one for one in whole.assessment.ratings if (one.respondent_id, one.item_id) != ("r1", item_id))
    )
    after = a_copy(whole)
    plain = told(before, after)
    for other in [one.id for one in whole.assessment.respondents][1:]:
        assert told(before, one_answer_swapped(after, item_id, "r1", other)) == plain


def one_answer_swapped(state: State, item_id: str, first: str, second: str) -> State:
    other = {first: second, second: first}
    ratings = (
        one.model_copy(update={"respondent_id": other.get(one.respondent_id, one.respondent_id)})
        if one.item_id == item_id
        else one
        for one in state.assessment.ratings
    )
    return state.with_(ratings=sorted_ratings(ratings))


def values(state: State, respondent_id: str) -> list[int | None]:
    return [one.answer.code for one in said_by(state, respondent_id)]


def test_of_those_who_came_together_each_could_have_said_what_another_did() -> None:
    draw = random.Random(7)
    before = a_room(7, 6)
    start = a_copy(before)
    after = made(start, [people_added(draw, start, count=3)])
    plain = told(before, after)
    assert any(one.is_told_apart for move in plain.processes for one in move.reasons if one.kind in SAID)
    for other in ("s1", "s2"):
        assert told(before, places_changed(after, "s0", other)) == plain


@pytest.mark.parametrize("newcomer_count", [1, 2, 3, 4])
def test_only_from_the_floor_up_is_it_told_that_others_answer(newcomer_count: int) -> None:
    draw = random.Random(newcomer_count)
    before = a_room(3, 6)
    start = a_copy(before)
    found = compare(before.computed(), made(start, [people_added(draw, start, newcomer_count, code=5)]).computed())
    is_told = newcomer_count >= before.assessment.header.anonymity_floor
    for move in found.processes:
        assert move.people_shared == (6 if is_told else None)
        assert (move.people_before, move.people_after) == (6, 6 + newcomer_count)
        said = [one for one in move.reasons if one.kind in SAID]
        assert said
        assert all(one.is_told_apart is is_told for one in said)


def test_of_few_who_stayed_not_even_their_number_is_told() -> None:
    before = a_room(4, 5)
    after = a_copy(before)
    ids = [one.id for one in before.assessment.respondents]
    gone = without(after, *ids[2:])
    found = compare(before.computed(), made(gone, [people_added(random.Random(4), after, 3)]).computed())
    assert [move.people_shared for move in found.processes] == [None, None]


def test_nothing_in_a_comparison_names_a_person_or_holds_an_answer() -> None:
    before = a_room(5, 6)
    found = compare(before.computed(), a_copy(before).computed())
    names = {one.name for one in before.assessment.respondents} | {one.id for one in before.assessment.respondents}
    assert not names & set(texts_of(found))


def texts_of(value: object) -> Iterable[str]:
    """Every text in a value, however deep."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from texts_of(one)
    elif hasattr(value, "__dataclass_fields__"):
        for own in fields(value):  # type: ignore[arg-type]
            yield from texts_of(getattr(value, own.name))


def test_a_question_that_one_of_three_newcomers_answered_tells_nothing_of_that_one() -> None:
    draw = random.Random(11)
    before = a_room(11, 5)
    start = answers_moved(draw, a_copy(before), [one.id for one in before.assessment.respondents])
    item_id = "planning.deliver-1"
    joined = made(start, [people_added(draw, start, count=3, code=5)])
    after = joined.with_(
        ratings=tuple(
            one
            for one in joined.assessment.ratings
            if (one.item_id, one.respondent_id) not in {(item_id, "s1"), (item_id, "s2")}
        )
    )
    plain = told(before, after)
    said = {
        move.process_id: {one.is_told_apart for one in move.reasons if one.kind in SAID} for move in plain.processes
    }
    assert said == {"planning": {False}, "building": {True}}
    assert [move.people_shared for move in plain.processes] == [None, 5]
    for other in (one.id for one in before.assessment.respondents):
        assert told(before, one_answer_swapped(after, item_id, "s0", other)) == plain


def test_the_higher_floor_of_the_two_holds() -> None:
    draw = random.Random(12)
    for first, second in ((1, 3), (3, 1)):
        before = a_room(12, 5, anonymity_floor=first)
        header = before.assessment.header.model_copy(update={"anonymity_floor": second})
        start = a_copy(before.with_(header=header))
        found = compare(before.computed(), made(start, [people_added(draw, start, code=5)]).computed())
        assert {move.people_shared for move in found.processes} == {None}
