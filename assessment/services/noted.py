"""What is written down in a workshop: points that are parked, decisions, and actions with who does them until when."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

from assessment.domain.answered.workshop import Decision, ParkedPoint
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.repository import Repository, stored_header

NotedEntry: TypeAlias = ParkedPoint | Decision
NOTED_KINDS: tuple[type[NotedEntry], ...] = (ParkedPoint, Decision)


@dataclass(frozen=True, slots=True, kw_only=True)
class Noted:
    """Everything that is written down, in the order in which it was begun, each with its version."""

    parked: tuple[tuple[ParkedPoint, int], ...]
    decisions: tuple[tuple[Decision, int], ...]

    def find(self, noted_id: str) -> tuple[NotedEntry | None, int]:
        """An entry by its id with its version; None and 0 where there is none."""
        every: tuple[tuple[NotedEntry, int], ...] = (*self.parked, *self.decisions)
        return next(((entry, version) for entry, version in every if entry.id == noted_id), (None, 0))


class NotedService:
    """Parked points, decisions and actions. They move no number."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("noted.read", Permission.READ, on=Subject.ASSESSMENT)
    def read(self, permit: Permit, assessment_id: str) -> Noted:
        """What is written down now."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return Noted(
                parked=tuple((one.entry, one.version) for one in reader.entries(assessment_id, ParkedPoint)),
                decisions=tuple((one.entry, one.version) for one in reader.entries(assessment_id, Decision)),
            )

    @operation("noted.put", Permission.EDIT, on=Subject.ASSESSMENT)
    def put(self, permit: Permit, assessment_id: str, entry: NotedEntry, *, expected_version: int | None = None) -> int:
        """Keep a point or a decision in place of the one with its id; returns its version. Repeating it is harmless.

        Conflict when another was saved, or this one removed, since `expected_version`, 0 for a new one.
        """
        _require_kind(type(entry))
        with self._repository.changing(permit, assessment_id) as draft:
            version, _ = draft.put(entry, expected_version)
        return version

    @operation("noted.remove", Permission.EDIT, on=Subject.ASSESSMENT)
    def remove(
        self,
        permit: Permit,
        assessment_id: str,
        kind: type[NotedEntry],
        noted_id: str,
        *,
        expected_version: int | None = None,
    ) -> None:
        """Remove a point or a decision; removing what is gone changes nothing. Conflict as for `put`."""
        _require_kind(kind)
        with self._repository.changing(permit, assessment_id) as draft:
            draft.remove(kind, noted_id, expected_version=expected_version)


def _require_kind(kind: type) -> None:
    if kind not in NOTED_KINDS:
        raise InvalidInput("Workshop", "it is no parked point and no decision", "Save it where it belongs.")
