"""What becomes of a vote that arrives: whether it counts in the open round, comes late, or changes nothing.

| the room | the question | the vote that is kept so far | what becomes of it |
|---|---|---|---|
| any | any | has the same sequence or a higher one | known |
| survey, open | any | any | kept |
| workshop, open | is asked now, in its round | any | kept |
| | was revealed, or is asked in a later round | none of this round that was taken in | late |
| | | one of this round or a later one | revealed |
| | was asked and never revealed | any | kept |
| | was never asked | any | not open |

Own rules. A phone counts `sequence` up, so that a vote may arrive more than once and in any order.
"""

from __future__ import annotations

from enum import StrEnum

from assessment.domain.answered.workshop import MOST_ROUNDS, RoomKind
from assessment.domain.workshop.place import VoteOutcome
from assessment.domain.workshop.room import SURVEY_ROUND, Phase, Room, Vote


class Earlier(StrEnum):
    """What a room knows of a question that it does not ask now."""

    NEVER_ASKED = "never-asked"
    ASKED = "asked"  # and never revealed
    REVEALED = "revealed"


def outcome_of(room: Room, vote: Vote, kept: Vote | None, earlier: Earlier) -> VoteOutcome | None:
    """What becomes of a vote in an open room; None where its question is not open. `kept` is the one of its place.

    `earlier` counts where the question is not the one that is asked now.
    """
    if is_known(vote, kept):
        return VoteOutcome.KNOWN
    if room.kind is RoomKind.SURVEY:
        return VoteOutcome.KEPT if vote.round_number == SURVEY_ROUND else None
    if not 1 <= vote.round_number <= MOST_ROUNDS:
        return None
    if room.item_id == vote.item_id and room.phase is not Phase.LOBBY:
        if vote.round_number > room.round_number:
            return None
        if room.phase is Phase.VOTING and vote.round_number == room.round_number:
            return VoteOutcome.KEPT
        return _late(vote, kept)
    if earlier is Earlier.REVEALED:
        return _late(vote, kept)
    return VoteOutcome.KEPT if earlier is Earlier.ASKED else None


def is_known(vote: Vote, kept: Vote | None) -> bool:
    """Whether a vote, or a newer one in its place, is kept already."""
    return kept is not None and vote.sequence <= kept.sequence


def _late(vote: Vote, kept: Vote | None) -> VoteOutcome:
    if kept is None or kept.round_number < vote.round_number:
        return VoteOutcome.LATE
    is_late_too = not kept.is_taken and kept.round_number == vote.round_number
    return VoteOutcome.LATE if is_late_too else VoteOutcome.REVEALED
