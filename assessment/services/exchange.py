"""Export and import of whole assessments as JSON."""

from __future__ import annotations

import gzip

from assessment.catalogue import CARRIED_SIZE_LIMIT
from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.answered.kept_out import kept_out
from assessment.errors import ImportRefused
from assessment.services.authority import SIGNED_IN, Permission, Permit, Place, Subject, operation, organisation_named
from assessment.services.believing import Imported
from assessment.services.export_format import carrying, to_document
from assessment.services.identity import new_id
from assessment.services.importing import read_export
from assessment.services.limits import is_plain
from assessment.services.naming import names_in
from assessment.services.repository import Repository, stored_header
from assessment.services.signing import journal_of, signed_line
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
        self._require_own_contents(permit, imported, file_name)
        with self._repository.writing(permit) as writer:
            if not writer.reserve(imported.assessment.header.id):
                imported = imported.with_header(id=new_id())
            store_import(self._repository, writer, imported, file_name)
        return imported.assessment.header.id

    def _require_own_contents(self, permit: Permit, imported: Imported, file_name: str) -> None:
        """Refuse a file of evidence whose content is here for others: its hash alone would hand the content out."""
        held = self.rights.held(permit.actor)
        if held is None or held.may(Permission.READ, Place()):
            return
        hashes = {one.content_hash for one in imported.assessment.evidence_files}
        with self._repository.store.reading() as reader:
            kept, places = reader.kept_contents(hashes), reader.content_places(hashes)
        own = {
            content_hash
            for content_hash, organisation_id, assessment_id in places
            if held.may(Permission.READ, Place(organisation_id=organisation_id, assessment_id=assessment_id))
        }
        if kept - own:
            reason = "it names a file whose content is kept here for others"
            raise ImportRefused(file_name, "evidence_files", reason, "Leave that file of evidence out of it.")

    def _exported(self, reader: Reader, assessment_id: str) -> bytes:
        stored = stored_header(reader, assessment_id)
        framework = reader.framework(stored.header.framework.content_hash)
        if framework is not None and len(framework.encode()) > CARRIED_SIZE_LIMIT:  # no import would take it
            framework = None
        snapshot = reader.snapshot(assessment_id)
        if snapshot is None:
            assessment = self._repository.load(reader, stored)
            return carrying(to_document(assessment), framework=framework, names=names_in(assessment)).encode()
        names = reader.place_names(assessment_id)
        sign_off = signed_line(reader.signing_secret(), snapshot, names, reader.journal(assessment_id, None)[::-1])
        return carrying(snapshot.content, framework=framework, names=names, sign_off=sign_off).encode()


def store_import(repository: Repository, writer: Writer, imported: Imported, file_name: str) -> None:
    """Store a checked assessment; journals it when the framework's content differs from the one that was answered.

    One that calls itself signed off is a draft with a claim, unless this installation signed it: then its snapshot,
    who signed when, and its journal are as they were. Where the id or the framework's content is another, the snapshot
    is made anew, keeps the hash it had among its former ones, and its journal begins anew.
    """
    if imported.is_signed_off and imported.doubt is not None:
        imported = imported.as_draft()
    answered = imported.assessment.header.framework
    found = repository.archive(writer, imported.framework)
    if found != answered.content_hash:
        imported = imported.with_header(framework=answered.model_copy(update={"content_hash": found}))
    assessment_id = imported.assessment.header.id
    if imported.is_signed_off and imported.sign_off is not None and imported.document is not None:
        writer.continue_journal(assessment_id, journal_of(imported.sign_off))
    writer.create(imported.assessment)
    if found != answered.content_hash:
        facts = {"file": kept_out(file_name).as_content(), "content_hash": answered.content_hash}
        writer.record(assessment_id, "framework of the import", facts, {"content_hash": found})
    if imported.is_signed_off and imported.sign_off is not None:
        signed = imported.sign_off
        anew = imported.document is None
        writer.sign(
            assessment_id,
            to_document(imported.assessment) if imported.document is None else imported.document,
            signed.approver,
            signed_at=signed.signed_at,
            is_recorded=bool(signed.journal) and not anew,
            former_hashes=(*signed.former_hashes, *((imported.document_hash,) if anew else ())),
        )


def _is_plain(reader: Reader, assessment_id: str) -> bool:
    entry_count = sum(reader.count(assessment_id, section.model) for section in SECTIONS)
    stored = stored_header(reader, assessment_id)
    if stored.header.state is AssessmentState.SIGNED_OFF:
        entry_count += stored.revision  # its journal goes along
    return is_plain(entry_count, reader.text_length(assessment_id))
