"""Which sealed answers of a survey may be taken in (own rule).

| symbol | name | unit | range |
|---|---|---|---|
| floor | the anonymity floor of the assessment | people | 1 up |
| place | a question for one horizon | | |

Answers of people with a name may be taken in at any time. Those of people without one are taken in place by place, and
only where at least as many of them as the floor answered it anew since the last time: what results show after less
what they showed before is then never the answer of fewer. An answer that was changed after it was taken in waits again.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.domain.workshop.room import Participant, ParticipantState, Vote


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Sealed answers: all of them, and those among them that may be taken in now."""

    count: int
    ready_count: int

    @property
    def sealed_count(self) -> int:
        """Those that have to stay sealed."""
        return self.count - self.ready_count


def ready(votes: Iterable[Vote], participants: Sequence[Participant], floor: int) -> tuple[Vote, ...]:
    """The votes that may be taken in, in their order; none of somebody who was put out of the survey."""
    by_id = {one.id: one for one in participants if one.state is ParticipantState.IN}
    sealed = [vote for vote in votes if not vote.is_taken and vote.participant_id in by_id]
    unnamed = Counter(_place(vote) for vote in sealed if by_id[vote.participant_id].is_anonymous)
    return tuple(
        vote for vote in sealed if not by_id[vote.participant_id].is_anonymous or unnamed[_place(vote)] >= floor
    )


def waiting(votes: Iterable[Vote], participants: Sequence[Participant], floor: int) -> Waiting:
    """How many answers are sealed, and how many of them may be taken in."""
    present = {one.id for one in participants if one.state is ParticipantState.IN}
    sealed = [vote for vote in votes if not vote.is_taken and vote.participant_id in present]
    return Waiting(count=len(sealed), ready_count=len(ready(sealed, participants, floor)))


def _place(vote: Vote) -> tuple[str, str]:
    return vote.item_id, vote.horizon
