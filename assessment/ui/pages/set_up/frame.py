"""What every tab of the set-up needs."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from assessment.domain.access.permissions import Permission
from assessment.domain.answered.assessment import Assessment, AssessmentState
from assessment.domain.authored.content import Process
from assessment.domain.authored.framework import Framework
from assessment.services.setup import SetupEntry
from assessment.ui import session


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """The assessment that is set up, and the framework it answers. `revision`, and the versions of people with
    all that is theirs, were read before the assessment, as the other versions were.
    """

    assessment: Assessment
    framework: Framework
    stored_versions: Mapping[type[SetupEntry], Mapping[tuple[str, ...], int]]
    person_versions: Mapping[str, int]
    revision: int
    permissions: frozenset[Permission] = frozenset(Permission)

    @property
    def id(self) -> str:
        """Id of the assessment."""
        return self.assessment.header.id

    @property
    def is_locked(self) -> bool:
        """True once the assessment is no draft any more, and for whoever may not change it."""
        return Permission.EDIT not in self.permissions or self.assessment.header.state is not AssessmentState.DRAFT

    @property
    def are_people_locked(self) -> bool:
        """Whether who answers, and what each is asked, cannot be changed."""
        return self.is_locked or Permission.PEOPLE not in self.permissions

    @property
    def processes(self) -> tuple[Process, ...]:
        """The processes in scope, in the model's order."""
        return tuple(self.framework.process_by_id[process_id] for process_id in self.assessment.scope)

    def key(self, name: str) -> str:
        """The key of a widget of this assessment."""
        return f"set-up:{self.id}:{name}"

    def versions(self, kind: type[SetupEntry]) -> Mapping[tuple[str, ...], int]:
        """The versions of the stored entries of a kind that the tab edits, by their keys; none for what is not there.

        They were read before the assessment: what somebody saves in between is shown with a version that is too old,
        so that editing it is a conflict and never overwrites it in silence.
        """
        return self.stored_versions[kind]

    def save(self, entry: SetupEntry, version: int) -> int:
        """Save an entry, only if nobody saved it since the version it was shown with, 0 for a new one.

        Returns the new version.
        """
        return session.plumbline().setup.save(session.actor(), self.id, entry, expected_version=version)

    def remove(self, kind: type[SetupEntry], *key: str, version: int) -> None:
        """Remove a stored entry, only if nobody saved it since the version it was shown with."""
        session.plumbline().setup.remove(session.actor(), self.id, kind, *key, expected_version=version)


def text_or_none(cell: object) -> str | None:
    """A text cell as the store takes it: no text is None."""
    return str(cell).strip() or None if cell is not None else None
