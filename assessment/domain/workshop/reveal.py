"""What a room is shown when a round of votes is revealed (METHOD.md sections 3 and 8).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| code_counts[c] | people who chose statement c | count | 0 up | |
| code | the value the votes come to, lower median | ordinal | 0 to 5, None unless rated | higher is better |
| upper_code | upper median | ordinal | code to 5 | above code: people differ |
| consensus_share | Tastle-Wierman consensus | none | 0 to 1, None below two numbers | 1: all say the same |

A round of fewer people than the floor is shown neither as counts nor as what they come to. Leadership stands beside
practitioners where each side has as many people as the floor, and those on neither side are as many, or nobody; and
where the anonymous people of each of the three are as many, or nobody: what is known of the named leaves nobody alone
(own rules). Nothing tells who said what.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer
from assessment.domain.answered.workshop import VoteRound
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.consensus import REASON_CODES, choice_counts, lower_median, rate_item
from assessment.domain.rating.results import ItemResult, Outcome
from assessment.domain.rating.scale import CODE_COUNT
from assessment.domain.workshop.hands import counted_answers
from assessment.domain.workshop.room import LeadersVote
from assessment.domain.workshop.sealing import is_enough

_SIDES = (Role.LEADERSHIP, Role.PRACTITIONER)
Counts = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """An answer that counts in a round: of whom, by role alone."""

    role: Role
    is_anonymous: bool
    answer: Answer


@dataclass(frozen=True, slots=True, kw_only=True)
class Revealed:
    """One round of votes on an item as a room may see it.

    Unless `is_shown` there is nothing but how many answered: fewer than the floor. `code` and `upper_code` are what the
    votes come to, whatever was agreed; None where that is no number, see `outcome`. `leadership_code` and
    `practitioner_code` are both told or neither. `far_codes` are those chosen two or more from `code`, whose voters are
    invited to speak. `earlier` holds the counts of former rounds that may be shown, oldest first. `sealed_count` votes
    are not in it: fewer anonymous people than the floor cast them.
    """

    item_id: str
    horizon: Horizon
    round_number: int
    answer_count: int
    is_shown: bool
    code_counts: Counts = (0,) * CODE_COUNT
    dont_know_count: int = 0
    not_applicable_count: int = 0
    outcome: Outcome = Outcome.UNRATED
    code: int | None = None
    upper_code: int | None = None
    is_split: bool = False
    consensus_share: float | None = None
    within_one_share: float | None = None
    leadership_code: int | None = None
    practitioner_code: int | None = None
    far_codes: Counts = ()
    earlier: tuple[Counts, ...] = ()
    sealed_count: int = 0


def reveal(
    votes: VoteRound,
    standing: Iterable[Standing],
    *,
    floor: int,
    leaders: LeadersVote,
    former: Iterable[VoteRound] = (),
    sealed_count: int = 0,
) -> Revealed:
    """A round as the room may see it. `standing` are the answers behind it, `former` the rounds before it."""
    if votes.answer_count < floor:
        return Revealed(
            item_id=votes.item_id,
            horizon=votes.horizon,
            round_number=votes.number,
            answer_count=votes.answer_count,
            is_shown=False,
            sealed_count=sealed_count,
        )
    rated = _rated(votes)
    sides = (None, None) if leaders is LeadersVote.UNMARKED else side_codes(standing, floor)
    shown = (one for one in former if floor <= one.answer_count)
    return Revealed(
        item_id=votes.item_id,
        horizon=votes.horizon,
        round_number=votes.number,
        answer_count=votes.answer_count,
        is_shown=True,
        code_counts=votes.code_counts,
        dont_know_count=votes.dont_know_count,
        not_applicable_count=votes.not_applicable_count,
        outcome=rated.outcome,
        code=rated.code,
        upper_code=rated.upper_code,
        is_split=rated.is_split,
        consensus_share=rated.consensus_share,
        within_one_share=rated.within_one_share,
        leadership_code=sides[0],
        practitioner_code=sides[1],
        far_codes=far_codes(votes.code_counts, rated.code),
        earlier=tuple(one.code_counts for one in sorted(shown, key=lambda one: one.number)),
        sealed_count=sealed_count,
    )


def far_codes(code_counts: Sequence[int], code: int | None) -> Counts:
    """The codes that somebody chose two or more from a value, in order; none where there is no value.

    As far as an agreement needs a reason, somebody is invited to say why (own rule).

    >>> far_codes((1, 0, 2, 4, 0, 1), 3)
    (0, 5)
    """
    if code is None:
        return ()
    return tuple(one for one, count in enumerate(code_counts) if count and abs(one - code) >= REASON_CODES)


def side_codes(standing: Iterable[Standing], floor: int) -> tuple[int | None, int | None]:
    """The value of leadership and that of practitioners, from their numbers alone; both None where they are not told.

    >>> four = Answer.model_validate({"kind": "rated", "code": 4}, strict=False)
    >>> leader, maker = (Standing(role=role, is_anonymous=False, answer=four) for role in _SIDES)
    >>> side_codes([leader] * 3 + [maker] * 3, floor=3), side_codes([leader] * 3 + [maker] * 2, floor=3)
    ((4, 4), (None, None))
    """
    rated = [one for one in standing if one.answer.code is not None]
    leadership, practitioners = ([one for one in rated if one.role is side] for side in _SIDES)
    beside = [one for one in rated if one.role not in _SIDES]
    if min(len(leadership), len(practitioners)) < floor or not is_enough(len(beside), floor):
        return None, None
    if not all(is_enough(sum(one.is_anonymous for one in side), floor) for side in (leadership, practitioners, beside)):
        return None, None
    first, second = (
        lower_median(choice_counts(one.answer for one in side)[:CODE_COUNT]) for side in (leadership, practitioners)
    )
    return first, second


def _rated(votes: VoteRound) -> ItemResult:
    return rate_item(votes.item_id, votes.horizon, counted_answers(votes), None)
