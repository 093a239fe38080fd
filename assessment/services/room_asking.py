"""What each participant of a room is asked, kept for as long as their assessment stands as it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from threading import Lock

from cachetools import LRUCache

from assessment.domain.answered.asking import everybody_asked
from assessment.domain.answered.assessment import Assessment, Assignment, Respondent, Role
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.domain.workshop.room import Participant
from assessment.services.repository import Repository
from assessment.store import Reader, StoredHeader

ROOMS_KEPT = 64
_ANYBODY = "anybody-"


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomAsking:
    """What anybody is asked in one state of an assessment; `asked` by the id of the respondent, then by process."""

    stored: StoredHeader
    framework: Framework
    asked: Mapping[str, Mapping[str, tuple[tuple[Item, Horizon], ...]]]
    names: Mapping[str, str]

    def places(self, participant: Participant) -> tuple[tuple[Item, Horizon], ...]:
        """The items, each with its horizon, that a participant is asked, in the order of the scope.

        Empty for a named one who is not in the assessment any more.
        """
        by_process = self._by_process(participant)
        return tuple(one for process_id in self.stored.scope for one in by_process.get(process_id, ()))

    def horizons(self, participant: Participant, item_id: str) -> tuple[Horizon, ...]:
        """The horizons of an item that a participant is asked; none where it is not theirs to answer."""
        item = self.framework.item_by_id.get(item_id)
        if item is None:
            return ()
        places = self._by_process(participant).get(item.process_id, ())
        return tuple(horizon for one, horizon in places if one.id == item_id)

    def _by_process(self, participant: Participant) -> Mapping[str, tuple[tuple[Item, Horizon], ...]]:
        """An anonymous one is asked what their role is, whatever their respondent is told to be."""
        key = _ANYBODY + participant.role if participant.is_anonymous else participant.respondent_id
        return self.asked.get(key, {})


class AskingKept:
    """Reads what is asked, once for each state of an assessment. Safe to use from many threads."""

    def __init__(self, repository: Repository) -> None:
        self._repository = repository
        self._kept: LRUCache[str, RoomAsking] = LRUCache(ROOMS_KEPT)
        self._lock = Lock()

    def read(self, reader: Reader, stored: StoredHeader) -> RoomAsking:
        """What is asked in the state of an assessment that a transaction sees."""
        assessment_id = stored.header.id
        with self._lock:
            kept = self._kept.get(assessment_id)
        if kept is not None and kept.stored.head == stored.head:
            return kept
        asking = self._read(reader, stored)
        with self._lock:
            self._kept[assessment_id] = asking
        return asking

    def _read(self, reader: Reader, stored: StoredHeader) -> RoomAsking:
        assessment_id = stored.header.id
        framework = self._repository.pinned(reader, stored)
        people = tuple(one.entry for one in reader.entries(assessment_id, Respondent))
        anybody = tuple(Respondent(id=_ANYBODY + role, role=role) for role in Role)
        part = Assessment(
            header=stored.header,
            scope=stored.scope,
            respondents=(*people, *anybody),
            assignments=tuple(one.entry for one in reader.entries(assessment_id, Assignment)),
        )
        asked: dict[str, dict[str, tuple[tuple[Item, Horizon], ...]]] = {one.id: {} for one in part.respondents}
        for respondent_id, process_id, places in everybody_asked(framework, part):
            asked[respondent_id][process_id] = places
        names = {one.id: one.name for one in people if one.name is not None}
        return RoomAsking(stored=stored, framework=framework, asked=asked, names=names)
