"""Pairs made by known changes: the reasons given are the changes made, held against scoring each of them for real."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping, Sequence
from itertools import combinations, permutations

import pytest

from assessment.domain.comparing.comparison import compare
from assessment.domain.comparing.results import Movement, MoveReasonKind, ProcessMove
from assessment.domain.rating.scoring import score_assessment
from tests.domain.comparing.pairs import (
    Change,
    State,
    a_copy,
    a_room,
    a_target_changed,
    a_value_agreed,
    an_activity,
    an_answer_raised,
    an_item_gone,
    made,
    people_added,
    the_bound_changed,
)

PAIR_COUNT = int(os.environ.get("PLUMBLINE_PAIRS", "36"))
WAYS = ("answer", "person", "people", "item", "agreed", "bound", "target", "several", "all")
Kind = MoveReasonKind
SAID = {Kind.ANSWERS_CHANGED, Kind.PEOPLE_CHANGED}


def changes_of(way: str, draw: random.Random, state: State) -> tuple[Change, ...]:
    gone = an_activity(draw, state)
    agreement = draw.choice(sorted({one.item_id for one in state.assessment.ratings} - {gone}))
    elsewhere = frozenset({gone, agreement})  # what was said of a question that is gone is in neither assessment
    by_way: Mapping[str, Callable[[], tuple[Change, ...]]] = {
        "answer": lambda: (an_answer_raised(draw, state),),
        "person": lambda: (people_added(draw, state),),
        "people": lambda: (people_added(draw, state, count=3),),
        "item": lambda: (an_item_gone(gone),),
        "agreed": lambda: (a_value_agreed(draw, state),),
        "bound": lambda: (the_bound_changed(state),),
        "target": lambda: (a_target_changed(draw, state),),
        "several": lambda: (
            an_answer_raised(draw, state, elsewhere),
            an_item_gone(gone),
            a_target_changed(draw, state),
        ),
        "all": lambda: (
            an_answer_raised(draw, state, elsewhere),
            people_added(draw, state, without=elsewhere),
            an_item_gone(gone),
            a_value_agreed(draw, state, agreement),
            the_bound_changed(state),
            a_target_changed(draw, state),
        ),
    }
    return by_way[way]()


Profile = tuple[float | None, tuple[float | None, ...]]


def profiles(state: State) -> Mapping[str, Profile]:
    result = score_assessment(state.framework, state.assessment)
    return {
        one.process_id: (one.level.score, tuple(attribute.percent for attribute in one.attributes))
        for one in result.processes
    }


def players(changes: Sequence[Change], are_together: bool) -> list[tuple[Change, ...]]:
    """The changes that are told as one each: what people said, and who said it, together where not told apart."""
    own = [change for change in changes if change.kind is not None]
    said = tuple(change for change in own if change.kind in SAID)
    if not are_together or len(said) < 2:
        return [(change,) for change in own]
    return [said, *((change,) for change in own if change.kind not in SAID)]


class Oracle:
    """What each set of changes comes to, scored for real from the former assessment."""

    def __init__(self, start: State, players: Sequence[tuple[Change, ...]]) -> None:
        self.players = players
        indices = range(len(players))
        self.profiles = {
            frozenset(chosen): profiles(made(start, [change for index in chosen for change in players[index]]))
            for count in range(len(players) + 1)
            for chosen in combinations(indices, count)
        }

    def is_reason(self, index: int, process_id: str) -> bool:
        return any(
            index not in chosen and differ(own[process_id], self.profiles[chosen | {index}][process_id])
            for chosen, own in self.profiles.items()
        )

    def moved(self, process_id: str) -> bool:
        everything = frozenset(range(len(self.players)))
        return differ(self.profiles[frozenset()][process_id], self.profiles[everything][process_id])

    def part(self, index: int, process_id: str) -> float:
        """The mean of what a change adds, over every order of making them: written out, order by order."""
        added = []
        for order in permutations(range(len(self.players))):
            earlier = frozenset(order[: order.index(index)])
            first, second = self.profiles[earlier][process_id][0], self.profiles[earlier | {index}][process_id][0]
            assert first is not None
            assert second is not None
            added.append(second - first)
        return sum(added) / len(added)


def differ(first: Profile, second: Profile) -> bool:
    flat = [(first[0], *first[1]), (second[0], *second[1])]
    return any(abs((one or 0.0) - (other or 0.0)) > 1e-9 for one, other in zip(*flat, strict=True))


def kind_given(player: tuple[Change, ...], move: ProcessMove) -> Kind:
    kinds = {change.kind for change in player}
    if kinds <= SAID:
        return Kind.PEOPLE_CHANGED if move.people_before != move.people_after else Kind.ANSWERS_CHANGED
    (kind,) = kinds
    assert kind is not None
    return kind


@pytest.mark.parametrize("number", range(PAIR_COUNT))
def test_the_reasons_given_are_the_changes_made(number: int) -> None:
    draw, way = random.Random(number), WAYS[number % len(WAYS)]
    start = a_copy(a_room(number, draw.randrange(3, 9)))
    before = start.with_(header=start.assessment.header.model_copy(update={"id": "before", "copied_from": None}))
    start = start.with_(header=start.assessment.header.model_copy(update={"copied_from": "before"}))
    changes = changes_of(way, draw, start)
    found = compare(before.computed(), made(start, changes).computed())
    oracle = Oracle(start, players(changes, are_together=way == "all"))
    for move in found.processes:
        given = {reason.kind: reason for reason in move.reasons}
        wanted = {
            kind_given(player, move): index
            for index, player in enumerate(oracle.players)
            if oracle.moved(move.process_id) and oracle.is_reason(index, move.process_id)
        }
        assert set(given) - {Kind.ODD_EVEN} == set(wanted), (way, move.process_id)
        for kind, index in wanted.items():
            assert given[kind].score_change == pytest.approx(oracle.part(index, move.process_id), abs=1e-9)
        parts = [reason.score_change for reason in move.reasons if reason.score_change is not None]
        assert sum(parts) == pytest.approx(move.score_change, abs=1e-9)
        is_by_people = Kind.PEOPLE_CHANGED in given and move.is_parity_changed
        assert (Kind.ODD_EVEN in given) is is_by_people
        if way == "target":
            assert move.movement is Movement.SAME
            assert not move.reasons
    is_target = {"target", "several", "all"}
    assert any(move.target_changed for move in found.processes) is (way in is_target)
