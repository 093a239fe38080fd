"""Which sealed answers of a survey are overtaken: the same person answered the same elsewhere since."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import UTC, datetime

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.room import Participant, Room, Vote
from assessment.services.drafts import Draft


def overtaken(draft: Draft, room: Room, votes: Sequence[Vote], speakers: Mapping[str, Participant]) -> tuple[Vote, ...]:
    """Those votes of a survey that are older than what the same named person answered in a room, or to an interviewer.

    The pages of a survey count their votes up by the server's clock, in milliseconds, so that both can be compared.
    Anonymous people answer nowhere else.
    """
    if room.kind is not RoomKind.SURVEY:
        return ()
    own = [vote for vote in votes if not speakers[vote.participant_id].is_anonymous]
    ids = sorted({speakers[vote.participant_id].respondent_id for vote in own})
    ratings = draft.writer.entries(draft.stored.header.id, Rating, respondent_id=ids) if ids else ()
    since = {(one.entry.respondent_id, one.entry.item_id, one.entry.horizon): one.updated_at for one in ratings}
    return tuple(
        vote
        for vote in own
        if (answered_at := since.get((speakers[vote.participant_id].respondent_id, vote.item_id, vote.horizon)))
        and answered_at > moment_of(vote)
    )


def moment_of(vote: Vote) -> datetime:
    """When a vote was cast, as its sequence tells it."""
    return datetime.fromtimestamp(min(vote.sequence, _LATEST) / 1000, UTC)


_LATEST = 32_503_680_000_000  # the year 3000
