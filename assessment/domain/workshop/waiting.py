"""What waits sealed in a survey, and how much of it may be taken in (`sealing` says what may)."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from assessment.domain.workshop.room import Participant, ParticipantState, Vote
from assessment.domain.workshop.sealing import takable


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Sealed answers: all of them, and those among them that may be taken in now."""

    count: int
    ready_count: int

    @property
    def sealed_count(self) -> int:
        """Those that have to stay sealed."""
        return self.count - self.ready_count


def waiting(votes: Iterable[Vote], participants: Sequence[Participant], floor: int) -> Waiting:
    """How many answers of those who are in the survey are sealed, and how many of them may be taken in."""
    present = {one.id: one for one in participants if one.state is ParticipantState.IN}
    sealed = [vote for vote in votes if not vote.is_taken and vote.participant_id in present]
    unnamed = frozenset(one.id for one in present.values() if one.is_anonymous)
    return Waiting(count=len(sealed), ready_count=len(takable(sealed, unnamed, floor)))
