"""What every tab of the set-up needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment, AssessmentState
from assessment.domain.authored.content import Origin, Process
from assessment.domain.authored.framework import Framework
from assessment.services.setup import SetupEntry
from assessment.ui import session


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The assessment that is set up, and the framework it answers."""

    assessment: Assessment
    framework: Framework

    @property
    def id(self) -> str:
        """Id of the assessment."""
        return self.assessment.header.id

    @property
    def is_locked(self) -> bool:
        """True once the assessment is no draft any more."""
        return self.assessment.header.state is not AssessmentState.DRAFT

    @property
    def processes(self) -> tuple[Process, ...]:
        """The processes in scope, in the model's order."""
        return tuple(self.framework.process_by_id[process_id] for process_id in self.assessment.scope)

    def key(self, name: str) -> str:
        """The key of a widget of this assessment."""
        return f"set-up:{self.id}:{name}"

    def versions(self, kind: type[SetupEntry]) -> Mapping[tuple[str, ...], int]:
        """The versions of the stored entries of one kind, by their keys; an entry that is not there has none."""
        return session.plumbline().setup.versions(session.actor(), self.id, kind)

    def save(self, entry: SetupEntry, version: int | None = None) -> None:
        """Save an entry; with a version, only if nobody saved it since."""
        session.plumbline().setup.save(session.actor(), self.id, entry, expected_version=version)

    def remove(self, kind: type[SetupEntry], *key: str) -> None:
        """Remove a stored entry."""
        session.plumbline().setup.remove(session.actor(), self.id, kind, *key)


def shown_name(process: Process) -> str:
    """A process's name; one of an extension is marked as such."""
    return f"{process.name} (extension)" if process.origin is Origin.EXTENSION else process.name


def text_or_none(cell: object) -> str | None:
    """A text cell as the store takes it: no text is None."""
    return str(cell).strip() or None if cell is not None else None
