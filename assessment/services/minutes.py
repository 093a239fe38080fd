"""The minutes of what was held, for whoever leads the assessment: with names, and with rooms that are still open."""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.answered.workshop import HeldSession
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.computing import Computing
from assessment.services.sessions import session_so_far
from assessment.store import Reader
from assessment.views.workshop.minutes import MinutesView, minutes_view


class MinutesService:
    """Minutes with those who took part by name. What may go to readers is a view of the results."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing

    @operation("minutes.read", Permission.READ, on=Subject.ASSESSMENT)
    def read(self, permit: Permit, assessment_id: str) -> MinutesView:
        """The minutes as they are now: beside an answer they name nobody, whoever reads them."""
        del permit
        computed = self._computing.compute(assessment_id)
        with self._computing.repository.store.reading() as reader:
            running = tuple(self._running(reader, assessment_id))
        return minutes_view(computed.told, computed.assessment.respondents, running)

    def _running(self, reader: Reader, assessment_id: str) -> Iterator[HeldSession]:
        """The sessions of rooms that are open, as far as they went."""
        now = self._computing.repository.store.now()
        for room in reader.rooms.rooms_of(assessment_id):
            session = session_so_far(reader, room, now) if room.is_open else None
            if session is not None:
                yield session
