"""What every service stands on: the store, the frameworks on disk and the archived ones, and who reads the rights."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from threading import Condition, Lock

from cachetools import LRUCache, cached

from assessment.catalogue import content_hash, earlier_framework, framework_from_json, framework_to_json, load_framework
from assessment.domain.answered.assessment import Assessment, AssessmentState
from assessment.domain.authored.framework import Framework
from assessment.errors import AssessmentLocked, NotAvailable, StoreUnavailable
from assessment.services.authority import Permission, Permit, Rights, organisation_thing
from assessment.services.conflicts import conflicts_told
from assessment.services.drafts import Draft
from assessment.store import SECTIONS, Known, Reader, Store, StoredHeader, Writer

CACHE_BYTES = 400_000_000  # of assessments: the largest there may be takes 270 MB, one of 50 people at full depth 18 MB
FRAMEWORK_CACHE_BYTES = 64_000_000
ENTRY_BYTES = 1_000  # an answer with its place, as measured
PINNED_COUNT = 1_000
PROCESS_BYTES = 250_000  # a process of a framework with its texts, as measured


class Repository:
    """Store, frameworks and rights, shared by the services. Safe to use from many threads."""

    def __init__(self, store: Store, questionnaires_folder: Path) -> None:
        self.store = store
        self.rights = Rights(store)
        self._folder = questionnaires_folder
        self._known: LRUCache[str, Known] = LRUCache(CACHE_BYTES, lambda known: assessment_bytes(known.assessment))
        self._pinned_of: LRUCache[str, bool] = LRUCache(PINNED_COUNT)
        self._lock = Lock()
        self._archived = cached(_frameworks(), key=lambda _, wanted: wanted, condition=Condition())(_read_archived)
        self._installed = cached(_frameworks(), key=_state_of, condition=Condition())(load_framework)

    def load(self, reader: Reader, stored: StoredHeader) -> Assessment:
        """The whole assessment; what was read before is not read again."""
        assessment_id = stored.header.id
        with self._lock:
            known = self._known.get(assessment_id)
        if known is not None and known.head == stored.head:
            return known.assessment
        assessment = reader.load(assessment_id, known)
        if assessment is None:
            raise NotAvailable("This assessment")
        with self._lock, suppress(ValueError):  # too large to keep
            self._known[assessment_id] = Known(assessment=assessment, revision=stored.revision, head=stored.head)
        return assessment

    @contextmanager
    def writing(self, permit: Permit, assessment_id: str | None = None) -> Iterator[Writer]:
        """A transaction in the name of the permit's actor and operation; about one assessment, if named."""
        names = {"actor_id": permit.actor.id, "operation": permit.operation}
        with self.store.writing(**names, assessment_id=assessment_id) as writer:
            yield writer

    @contextmanager
    def changing(self, permit: Permit, assessment_id: str) -> Iterator[Draft]:
        """A transaction that changes a draft; AssessmentLocked once it is validated or signed off."""
        self._read_pinned(assessment_id)
        with self.writing(permit, assessment_id) as writer:
            stored = locked(writer, assessment_id, AssessmentState.DRAFT)
            framework = self.pinned(writer, stored)
            with conflicts_told(writer, assessment_id, framework):
                yield Draft(writer=writer, stored=stored, framework=framework)

    def _read_pinned(self, assessment_id: str) -> None:
        """Read the framework of an assessment, once, while nobody waits: it takes longer than many changes."""
        with self._lock:
            is_read = assessment_id in self._pinned_of
        if not is_read:
            with self.store.reading() as reader:
                self.pinned(reader, stored_header(reader, assessment_id))
            with self._lock:
                self._pinned_of[assessment_id] = True

    def pinned(self, reader: Reader, stored: StoredHeader) -> Framework:
        """The framework an assessment answers, as it was archived; never the newer one on disk."""
        return self._archived(reader, stored.header.framework.content_hash)

    def archived_framework(self, reader: Reader, wanted_hash: str) -> Framework:
        """An archived framework by its content hash."""
        return self._archived(reader, wanted_hash)

    def framework_folders(self) -> tuple[Path, ...]:
        """The folders of the installed frameworks, by name."""
        return tuple(self._folders())

    def installed(self) -> tuple[Framework, ...]:
        """Every framework under the questionnaires folder, sorted by folder; read again when a file changed."""
        return tuple(self._installed(folder) for folder in self._folders())

    def framework(self, framework_id: str) -> Framework:
        """An installed framework by id."""
        return self._installed(self.framework_folder(framework_id))

    def framework_folder(self, framework_id: str) -> Path:
        """The folder of an installed framework; NotAvailable when none has this id."""
        likely_first = sorted(self._folders(), key=lambda folder: folder.name != framework_id)
        for folder in likely_first:
            if self._installed(folder).id == framework_id:
                return folder
        raise NotAvailable("This framework")

    def earlier(self, framework_id: str, version: str) -> Framework | None:
        """An earlier version that the folder of an installed framework keeps; None where it keeps none of it."""
        with suppress(NotAvailable):
            return earlier_framework(self.framework_folder(framework_id), framework_id, version)
        return None

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
        return sorted(path.parent for path in self._folder.glob("*/framework.yaml"))


def assessment_bytes(assessment: Assessment) -> int:
    """About how much memory an assessment takes: its entries, and the text of its notes."""
    fields = (getattr(assessment, section.field) for section in SECTIONS)
    count = sum(len(value) for value in fields if isinstance(value, tuple))
    return ENTRY_BYTES * (count + 1) + 2 * sum(len(note.text) for note in assessment.notes)


def require_place(repository: Repository, permit: Permit, assessment_id: str) -> str:
    """The organisation of an assessment, in which the actor may begin another one; NotAvailable where they may not."""
    with repository.store.reading() as reader:
        organisation_id = stored_header(reader, assessment_id).organisation_id
    permit.require_on(Permission.ORGANISE, organisation_thing(organisation_id))
    return organisation_id


def require_still(stored: StoredHeader, organisation_id: str) -> None:
    """NotAvailable where an assessment is of another organisation than the one that was looked at."""
    if stored.organisation_id != organisation_id:
        raise NotAvailable("This assessment")


def stored_header(reader: Reader, assessment_id: str) -> StoredHeader:
    """The header of an assessment; NotAvailable when there is none of that id."""
    stored = reader.header(assessment_id)
    if stored is None:
        raise NotAvailable("This assessment")
    return stored


def locked(writer: Writer, assessment_id: str, *allowed: AssessmentState) -> StoredHeader:
    """The header of an assessment that other writers now wait for.

    Raises NotAvailable when there is none of that id, AssessmentLocked when its state is none of those `allowed`.
    """
    stored = writer.lock(assessment_id)
    if stored is None:
        raise NotAvailable("This assessment")
    if stored.header.state not in allowed:
        raise AssessmentLocked(stored.header.name, str(stored.header.state).replace("-", " "))
    return stored


def _frameworks() -> LRUCache[object, Framework]:
    return LRUCache(FRAMEWORK_CACHE_BYTES, lambda framework: PROCESS_BYTES * len(framework.processes))


def _state_of(folder: Path) -> tuple[Path, int, int]:
    """A folder as it is now: another key once a file of it changed."""
    stats = [path.stat() for path in sorted(folder.rglob("*.yaml"))]
    return folder, len(stats), hash(tuple((stat.st_mtime_ns, stat.st_size) for stat in stats))


def _read_archived(reader: Reader, wanted_hash: str) -> Framework:
    text = reader.framework(wanted_hash)
    if text is None:
        raise NotAvailable("The framework of this assessment")
    if hashlib.sha256(text.encode()).hexdigest() != wanted_hash:
        raise StoreUnavailable(
            "an archived framework was changed after it was stored",
            "Restore the newest backup, and find out who could write to the database.",
        )
    return framework_from_json(text)
