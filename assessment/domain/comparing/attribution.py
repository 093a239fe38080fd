"""Why a process moved: what differs, applied kind by kind (METHOD.md section 17).

| symbol | name | unit | range |
|---|---|---|---|
| kinds | the kinds of difference there are between the two sides of a process | | 0 to 5 |
| profile(T) | percents and score with the differences of the kinds T applied to the side before, and no others | | |
| part of a kind | mean of what it adds to the score, over every order of applying the kinds | score | -5 to 5 |

Own rule: a kind is a reason where applying it changes the profile, whatever else is applied or not. Its part is its
Shapley value, so that the parts of a process sum to its change and no order of telling is preferred.
Source of the parts: Shapley (1953), "A value for n-person games".

Each question has one cause. Of a question that one side does not ask, content; of one whose value was agreed on either
side, the agreement, as what people said counts nowhere then; of every other, what people said.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations
from math import factorial

from assessment.domain.comparing.people import Said, Value
from assessment.domain.comparing.results import MoveReasonKind
from assessment.domain.rating.capability import Ladder, rate_codes, rate_level
from assessment.domain.rating.results import Outcome
from assessment.domain.rating.scale import TOLERANCE

_CONTENT = MoveReasonKind.CONTENT_CHANGED
_AGREED = MoveReasonKind.AGREED_REPLACED
_BOUND = MoveReasonKind.BOUND_CHANGED
_ANSWERS = MoveReasonKind.ANSWERS_CHANGED
_PEOPLE = MoveReasonKind.PEOPLE_CHANGED
Kinds = frozenset[MoveReasonKind]


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemPlace:
    """Where an item counts: its attribute, and with what weight."""

    attribute_id: str
    weight: float


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemSides:
    """One question on both sides: where it counts (None: not asked there) and what it comes to.

    `said` as in `people`; None where its value was agreed on a side. Then, and where one side alone asks it, `values`
    count.
    """

    item_id: str
    places: tuple[ItemPlace | None, ItemPlace | None]
    values: tuple[Value, Value]
    said: Said | None

    def value(self, applied: Kinds) -> Value:
        """What it comes to with the differences of some kinds applied."""
        if self.said is not None:
            return self.said[_ANSWERS in applied][_PEOPLE in applied]
        return self.values[_AGREED in applied]


@dataclass(frozen=True, slots=True, kw_only=True)
class Rules:
    """What makes a level of percents on one side."""

    ladder: Ladder
    carry_percent: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Profile:
    """Percents by attribute, and the score; None without a level."""

    percents: Mapping[str, float | None]
    score: float | None

    def differs(self, other: Profile) -> bool:
        """Whether anything of it is another."""
        if self.percents.keys() != other.percents.keys() or _differ(self.score, other.score):
            return True
        return any(_differ(percent, other.percents[one]) for one, percent in self.percents.items())


def _differ(first: float | None, second: float | None) -> bool:
    if first is None or second is None:
        return first is not second
    return abs(first - second) > TOLERANCE


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A kind that is a reason, and its part of the score; None where there is a way without a score."""

    kind: MoveReasonKind
    score_change: float | None


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessSides:
    """One process on both sides: its questions, and the rules."""

    items: tuple[ItemSides, ...]
    rules: tuple[Rules, Rules]

    def profile(self, applied: Kinds) -> Profile:
        """What it comes to with the differences of some kinds applied to the side before."""
        ladder = self.rules[_CONTENT in applied].ladder
        own: dict[str, list[tuple[Value, float]]] = {one: [] for one in ladder.attribute_ids}
        for item in self.items:
            place = item.places[_CONTENT in applied]
            if place is not None and place.weight > 0 and place.attribute_id in own:
                own[place.attribute_id].append((item.value(applied), place.weight))
        percents = {one: _percent(values) for one, values in own.items()}
        score = None
        if any(value[0] is Outcome.RATED for values in own.values() for value, _ in values):
            score = rate_level(ladder, tuple(percents.values()), self.rules[_BOUND in applied].carry_percent).score
        return Profile(percents=percents, score=score)

    def kinds(self) -> tuple[MoveReasonKind, ...]:
        """The kinds of difference there are."""
        found = {
            _CONTENT: self.rules[0].ladder != self.rules[1].ladder
            or any(item.places[0] != item.places[1] for item in self.items),
            _AGREED: any(item.said is None and item.values[0] != item.values[1] for item in self.items),
            _ANSWERS: any(one.said is not None and _moves(one.said, (1, 0)) for one in self.items),
            _PEOPLE: any(one.said is not None and _moves(one.said, (0, 1)) for one in self.items),
            _BOUND: self.rules[0].carry_percent != self.rules[1].carry_percent,
        }
        return tuple(kind for kind, is_there in found.items() if is_there)


def _moves(said: Said, by: tuple[int, int]) -> bool:
    """Whether one of the two makes a difference, as the other was or as it is."""
    answers, people = by
    return said[0][0] != said[answers][people] or said[1][1] != said[1 - answers][1 - people]


def _percent(values: Sequence[tuple[Value, float]]) -> float | None:
    counting = [(value[1], weight) for value, weight in values if value[0] is not Outcome.NOT_APPLICABLE]
    return rate_codes([code for code, _ in counting], [weight for _, weight in counting]).percent


def parts_of(sides: ProcessSides) -> tuple[Part, ...]:
    """The kinds that are a reason, the largest part first; none where the profile is the same before and after."""
    kinds = sides.kinds()
    profiles = {
        frozenset(chosen): sides.profile(frozenset(chosen))
        for count in range(len(kinds) + 1)
        for chosen in combinations(kinds, count)
    }
    if not profiles[frozenset()].differs(profiles[frozenset(kinds)]):
        return ()
    parts = [
        Part(kind=kind, score_change=_part(kind, profiles, len(kinds)))
        for kind in kinds
        if any(kind not in one and profiles[one].differs(profiles[one | {kind}]) for one in profiles)
    ]
    return tuple(sorted(parts, key=lambda part: -abs(part.score_change or 0.0)))


def _part(kind: MoveReasonKind, profiles: Mapping[Kinds, Profile], kind_count: int) -> float | None:
    total = 0.0
    for applied, profile in profiles.items():
        if kind in applied:
            continue
        before, after = profile.score, profiles[applied | {kind}].score
        if before is None or after is None:
            return None
        ways = factorial(len(applied)) * factorial(kind_count - len(applied) - 1)
        total += ways / factorial(kind_count) * (after - before)
    return total
