"""Late answers of phones go into the assessment as soon as they may: a named person's at once, others as a crowd."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import dataclass

import structlog

from assessment.domain.journal import ITSELF
from assessment.errors import AssessmentError
from assessment.services.authority import Actor, Permit, assessment_thing
from assessment.services.leading import take_in_waiting
from assessment.services.repository import Repository
from assessment.services.vote_queue import GroupCommit

_ACTOR = Actor(id=ITSELF, name="")
_log = structlog.get_logger(__name__)


@dataclass(frozen=True, slots=True, kw_only=True)
class LateRoom:
    """A room that late answers came into."""

    assessment_id: str
    room_id: str


class LateAnswers:
    """Takes late answers in, behind the backs of the phones: what they sent is on the disk before."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._queue: GroupCommit[LateRoom | None, None] = GroupCommit("late answers", self._take_in)

    def came_into(self, room: LateRoom) -> None:
        """Take in what may be of a room's late answers, soon. Where it fails, the next step of the room does it."""
        self._queue.put(room)

    def settle(self) -> None:
        """Wait until all that came before is taken in, as far as it may be."""
        with suppress(AssessmentError):
            self._queue.put(None).result()

    def close(self) -> None:
        """Take in what waits and nothing more. Closing twice is harmless."""
        self._queue.close()

    def _take_in(self, rooms: Sequence[LateRoom | None]) -> Sequence[None]:
        for one in dict.fromkeys(rooms):
            if one is None:  # only who waits
                continue
            permit = Permit(
                actor=_ACTOR,
                operation="door.late",
                thing=assessment_thing(one.assessment_id),
                permissions=frozenset(),
                rights=self._repository.rights,
            )
            try:
                take_in_waiting(self._repository, permit, one.assessment_id, one.room_id)
            except AssessmentError as error:
                _log.warning("late answers wait", reason=str(error))
        return [None] * len(rooms)
