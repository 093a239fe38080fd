"""Which sealed votes may be taken in, and what may be told of those who stay anonymous (own rules).

| symbol | name | unit | range |
|---|---|---|---|
| floor | the anonymity floor of the assessment | people | 1 to 50 |
| place | an item for one horizon, in one room | | |
| waiting | the votes on a place that are not taken in yet, of anonymous people | votes | 0 up |

| whose vote | is taken in |
|---|---|
| a named person's | at every occasion |
| an anonymous person's | with all anonymous votes that wait for the same place, once they are as many as the floor |

So each change of what an assessment holds of a place is made by nobody anonymous, or by as many as the floor: whoever
compares it before and after, and knows what the named said, is left with as many people as the floor, whose order says
nothing. What is an occasion (a reveal, a late answer, the close of a room) makes no difference.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Set

from assessment.domain.answered.assessment import Role
from assessment.domain.authored.framework import Horizon
from assessment.domain.disclosure.people import told_roles
from assessment.domain.workshop.room import LeadersVote, Vote

_ANONYMOUS_ID = re.compile(r"a[0-9a-f]{16}")
_LEADERS = frozenset({Role.LEADERSHIP})


def is_anonymous_id(respondent_id: str) -> bool:
    """Whether an id is that of an anonymous person of a room; it goes with the answers wherever they are copied.

    >>> is_anonymous_id("a0123456789abcdef"), is_anonymous_id("t0190-0001"), is_anonymous_id("anna")
    (True, False, False)
    """
    return _ANONYMOUS_ID.fullmatch(respondent_id) is not None


def takable(waiting: Iterable[Vote], anonymous_ids: Set[str], floor: int) -> tuple[Vote, ...]:
    """Those of some waiting votes that may be taken in now. `anonymous_ids` are participants.

    They come by participant, item and horizon: the order in which they were cast makes no difference.
    """
    votes = tuple(waiting)
    counts = _anonymous_counts(votes, anonymous_ids)
    taken = (
        vote
        for vote in votes
        if vote.participant_id not in anonymous_ids or counts[vote.item_id, vote.horizon] >= floor
    )
    return tuple(sorted(taken, key=lambda vote: (vote.participant_id, vote.item_id, vote.horizon)))


def sealed_count(waiting: Iterable[Vote], anonymous_ids: Set[str], floor: int) -> int:
    """How many of some waiting votes have to stay sealed."""
    votes = tuple(waiting)
    return len(votes) - len(takable(votes, anonymous_ids, floor))


def _anonymous_counts(votes: Iterable[Vote], anonymous_ids: Set[str]) -> Counter[tuple[str, Horizon]]:
    return Counter((vote.item_id, vote.horizon) for vote in votes if vote.participant_id in anonymous_ids)


def told_role(role: Role, crowd: Iterable[Role], floor: int) -> Role:
    """The role that is written of an anonymous person; `crowd` are the roles of all anonymous people of the room.

    It is told where as many as the floor share it and those whose role is not told are as many, or nobody; else it is
    `other`, which says nothing.

    >>> told_role(Role.LEADERSHIP, [Role.LEADERSHIP] * 3, floor=3)
    <Role.LEADERSHIP: 'leadership'>
    >>> told_role(Role.PRACTITIONER, [Role.LEADERSHIP] + [Role.PRACTITIONER] * 4, floor=3)
    <Role.OTHER: 'other'>
    """
    return role if role in told_roles(crowd, floor) else Role.OTHER


def is_enough(anonymous_count: int, floor: int) -> bool:
    """Whether so many anonymous people hide each other: they are as many as the floor, or there is nobody to hide.

    >>> [is_enough(count, floor=3) for count in (0, 1, 2, 3)]
    [True, False, False, True]
    """
    return anonymous_count == 0 or anonymous_count >= floor


def is_held_back(role: Role, leaders: LeadersVote, round_number: int, missing_roles: Iterable[Role]) -> bool:
    """Whether somebody waits with their vote: leadership that votes last, while anybody else of the room has not.

    `missing_roles` are the roles of those who are asked and have not voted. In a second round nobody waits: what
    leadership said is on the wall by then, and who does not vote again keeps the former answer.

    >>> is_held_back(Role.LEADERSHIP, LeadersVote.LAST, 1, [Role.LEADERSHIP, Role.CUSTOMER])
    True
    >>> is_held_back(Role.LEADERSHIP, LeadersVote.LAST, 1, [Role.LEADERSHIP])
    False
    >>> is_held_back(Role.LEADERSHIP, LeadersVote.LAST, 2, [Role.CUSTOMER])
    False
    """
    is_first = round_number <= 1 and leaders is LeadersVote.LAST
    return is_first and role in _LEADERS and any(other not in _LEADERS for other in missing_roles)
