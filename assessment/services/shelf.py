"""What every service stands on: the store, the frameworks on disk, and the archived ones that assessments answer."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from assessment.catalogue import content_hash, framework_from_json, framework_to_json, load_framework
from assessment.domain.answered.assessment import Assessment, AssessmentState
from assessment.domain.authored.framework import Framework
from assessment.errors import AssessmentLocked, NotAvailable, StoreUnavailable
from assessment.services.authority import Permit
from assessment.services.remembered import Remembered
from assessment.store import Known, Reader, Store, StoredHeader, Writer


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """Store and frameworks, shared by the services."""

    store: Store
    questionnaires_folder: Path
    archived: Remembered[str, Framework] = field(default_factory=lambda: Remembered(8))
    latest: Remembered[str, Known] = field(default_factory=lambda: Remembered(8))
    read_from_disk: Remembered[tuple[str, int, int], Framework] = field(default_factory=lambda: Remembered(8))

    def load(self, reader: Reader, stored: StoredHeader) -> Assessment:
        """The whole assessment; what was read before is not read again."""
        assessment_id = stored.header.id
        known = self.latest.find(assessment_id)
        if known is not None and known.head == stored.head:
            return known.assessment
        assessment = reader.load(assessment_id, known)
        if assessment is None:
            raise NotAvailable("This assessment")
        self.latest.put(assessment_id, Known(assessment=assessment, revision=stored.revision, head=stored.head))
        return assessment

    @contextmanager
    def changing(self, permit: Permit, assessment_id: str) -> Iterator[tuple[Writer, StoredHeader]]:
        """A transaction that changes a draft; AssessmentLocked once it is validated or signed off."""
        with self.writing(permit) as writer:
            stored = locked(writer, assessment_id)
            require_draft(stored)
            yield writer, stored

    @contextmanager
    def writing(self, permit: Permit) -> Iterator[Writer]:
        """A transaction in the name of the permit's actor and operation."""
        with self.store.writing(actor_id=permit.actor.id, operation=permit.operation) as writer:
            yield writer

    def pinned(self, reader: Reader, stored: StoredHeader) -> Framework:
        """The framework an assessment answers, as it was archived; never the newer one on disk."""
        return self.archived_framework(reader, stored.header.framework.content_hash)

    def archived_framework(self, reader: Reader, wanted_hash: str) -> Framework:
        """An archived framework by its content hash."""

        def read() -> Framework:
            text = reader.framework(wanted_hash)
            if text is None:
                raise NotAvailable("The framework of this assessment")
            framework = framework_from_json(text)
            if content_hash(framework) != wanted_hash:
                raise StoreUnavailable(
                    "an archived framework was changed after it was stored",
                    "Restore the newest backup, and find out who could write to the database.",
                )
            return framework

        return self.archived.get(wanted_hash, read)

    def installed(self) -> tuple[Framework, ...]:
        """Every framework under the questionnaires folder, sorted by id; read again when a file changed."""
        return tuple(self._from_disk(folder) for folder in self._folders())

    def framework(self, framework_id: str) -> Framework:
        """An installed framework by id."""
        return self._from_disk(self.framework_folder(framework_id))

    def framework_folder(self, framework_id: str) -> Path:
        """The folder of an installed framework; NotAvailable when none has this id."""
        folder = self.questionnaires_folder / framework_id
        likely = [folder] if folder in self._folders() else []
        for other in (*likely, *self._folders()):
            if self._from_disk(other).id == framework_id:
                return other
        raise NotAvailable(f"The framework '{framework_id}'")

    def archive(self, writer: Writer, framework: Framework) -> str:
        """Keep a framework in the database; returns its content hash."""
        key = content_hash(framework)
        writer.archive_framework(
            content_hash=key,
            framework_id=framework.id,
            version=framework.version,
            content=framework_to_json(framework),
        )
        return key

    def _folders(self) -> list[Path]:
        return sorted(path.parent for path in self.questionnaires_folder.glob("*/framework.yaml"))

    def _from_disk(self, folder: Path) -> Framework:
        stats = [path.stat() for path in sorted(folder.rglob("*.yaml"))]
        state = hash(tuple((stat.st_mtime_ns, stat.st_size) for stat in stats))
        return self.read_from_disk.get((str(folder), len(stats), state), lambda: load_framework(folder))


def stored_header(reader: Reader, assessment_id: str) -> StoredHeader:
    """The header of an assessment; NotAvailable when there is none of that id."""
    stored = reader.header(assessment_id)
    if stored is None:
        raise NotAvailable("This assessment")
    return stored


def locked(writer: Writer, assessment_id: str) -> StoredHeader:
    """The header of an assessment that other writers now wait for; NotAvailable when there is none of that id."""
    stored = writer.lock(assessment_id)
    if stored is None:
        raise NotAvailable("This assessment")
    return stored


def require_draft(stored: StoredHeader) -> None:
    """Raise AssessmentLocked for an assessment that may not be changed."""
    if stored.header.state is not AssessmentState.DRAFT:
        raise AssessmentLocked(stored.header.name, _words(stored.header.state))


def require_not_signed_off(stored: StoredHeader) -> None:
    """Raise AssessmentLocked for a signed-off assessment."""
    if stored.header.state is AssessmentState.SIGNED_OFF:
        raise AssessmentLocked(stored.header.name, _words(stored.header.state))


def _words(state: AssessmentState) -> str:
    return {AssessmentState.VALIDATED: "validated", AssessmentState.SIGNED_OFF: "signed off"}.get(state, "a draft")
