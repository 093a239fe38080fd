"""Export and import of whole assessments as JSON."""

from __future__ import annotations

import gzip

from assessment.catalogue import CARRIED_SIZE_LIMIT
from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.kept_out import kept_out
from assessment.services.authority import SIGNED_IN, Permission, Permit, Subject, operation, organisation_named
from assessment.services.export_format import carrying, to_export
from assessment.services.identity import new_id
from assessment.services.importing import Imported, read_export
from assessment.services.limits import is_plain
from assessment.services.repository import Repository, stored_header
from assessment.store import SECTIONS, Reader, Writer


class ExchangeService:
    """Assessments as files."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("exchange.export-json", Permission.READ, on=Subject.ASSESSMENT)
    def export_json(self, permit: Permit, assessment_id: str) -> bytes:
        """The whole assessment as canonical JSON, with the framework it answers, so that it can be imported anywhere.

        Of a signed-off one, the bytes that were signed with that framework as a line of its own.
        """
        del permit
        with self._repository.store.reading() as reader:
            return self._exported(reader, assessment_id)

    @operation("exchange.file-suffix", Permission.READ, on=Subject.ASSESSMENT)
    def file_suffix(self, permit: Permit, assessment_id: str) -> str:
        """How the name of `export_file` ends: 'json', or 'json.gz' where it is packed."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return "json" if _is_plain(reader, assessment_id) else "json.gz"

    @operation("exchange.export-file", Permission.READ, on=Subject.ASSESSMENT)
    def export_file(self, permit: Permit, assessment_id: str) -> bytes:
        """The export as a page hands it out: packed with gzip where it may be too large to be handed in again."""
        del permit
        with self._repository.store.reading() as reader:
            content = self._exported(reader, assessment_id)
            return content if _is_plain(reader, assessment_id) else gzip.compress(content, mtime=0)

    @operation("exchange.import-json", SIGNED_IN, on=Subject.INSTALLATION)
    def import_json(self, permit: Permit, content: bytes, file_name: str) -> str:
        """Store an exported assessment; returns its id, a new one when the id is in use.

        The file may be packed with gzip. Raises ImportRefused, naming the place in the file, for anything that is not a
        complete, consistent export of a format version that is read, or whose framework is neither carried by it nor
        archived or installed with every id it uses. Nothing is stored then. NotAvailable where the actor may begin no
        assessment of its organisation.
        """
        imported = read_export(self._repository, content, file_name)
        permit.require_on(Permission.ORGANISE, organisation_named(imported.assessment.header.organisation))
        with self._repository.writing(permit) as writer:
            if not writer.reserve(imported.assessment.header.id):
                imported = imported.with_header(id=new_id())
            store_import(self._repository, writer, imported, file_name)
        return imported.assessment.header.id

    def _exported(self, reader: Reader, assessment_id: str) -> bytes:
        stored = stored_header(reader, assessment_id)
        snapshot = reader.snapshot(assessment_id)
        document = to_export(self._repository.load(reader, stored)) if snapshot is None else snapshot.content
        framework = reader.framework(stored.header.framework.content_hash)
        if framework is None or len(framework.encode()) > CARRIED_SIZE_LIMIT:  # no import would take it
            return document.encode()
        return carrying(document, framework).encode()


def store_import(repository: Repository, writer: Writer, imported: Imported, file_name: str) -> None:
    """Store a checked assessment; journals it when the framework's content differs from the one that was answered.

    Of a signed-off one the snapshot is the document as it was written, so that a report's hash is still its hash; only
    where the id or the framework's content is another, or where it is not laid out as a document, it is made anew.
    """
    answered = imported.assessment.header.framework
    found = repository.archive(writer, imported.framework)
    if found != answered.content_hash:
        imported = imported.with_header(framework=answered.model_copy(update={"content_hash": found}))
    assessment_id = imported.assessment.header.id
    writer.create(imported.assessment)
    if found != answered.content_hash:
        facts = {"file": kept_out(file_name).as_content(), "content_hash": answered.content_hash}
        writer.record(assessment_id, "framework of the import", facts, {"content_hash": found})
    if imported.assessment.header.state is AssessmentState.SIGNED_OFF:
        content = imported.content.decode() if imported.content is not None else to_export(imported.assessment)
        writer.sign(assessment_id, content, None)


def _is_plain(reader: Reader, assessment_id: str) -> bool:
    entry_count = sum(reader.count(assessment_id, section.model) for section in SECTIONS)
    return is_plain(entry_count, reader.text_length(assessment_id))
