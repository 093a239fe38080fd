"""Evidence: which way it speaks, and the files that were seen with a question."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.answered.evidence import FILE_SIZE_LIMIT, EvidenceFile, Speaks
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.drafts import Draft
from assessment.services.evidence_kinds import clean_name, kind_of
from assessment.services.identity import new_id
from assessment.services.limits import EVIDENCE_TOTAL_LIMIT
from assessment.services.repository import Repository, stored_header
from assessment.services.validation import checked
from assessment.store import Stored

_MEGABYTE = 2**20
_THIS_FILE = "This file of evidence"


@dataclass(frozen=True, slots=True, kw_only=True)
class NewFile:
    """A file to be handed in with a question, as somebody gives it; nothing of it is trusted."""

    name: str
    content: bytes
    speaks: Speaks | None = None
    caption: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFile:
    """A file with its version, and whether its content is here: an imported assessment has it only where it was."""

    file: EvidenceFile
    version: int
    is_here: bool


class EvidenceService:
    """What was seen, and what it says of a value."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("evidence.set-speaks", Permission.ANSWER, on=Subject.RESPONDENT)
    def set_speaks(
        self,
        permit: Permit,
        assessment_id: str,
        respondent_id: str,
        item_id: str,
        speaks: Speaks | None,
        *,
        expected_version: int | None = None,
    ) -> int:
        """Say which way written evidence speaks; returns its version. NotAvailable where none is written.

        Conflict where it says something else by now than at `expected_version`.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            stored = draft.writer.find(assessment_id, Note, respondent_id, item_id, str(NoteKind.EVIDENCE))
            if stored is None:
                raise NotAvailable("This evidence")
            version, _ = draft.put(stored.entry.model_copy(update={"speaks": speaks}), expected_version)
        return version

    @operation("evidence.attach", Permission.EDIT, on=Subject.ASSESSMENT)
    def attach(self, permit: Permit, assessment_id: str, item_id: str, new: NewFile) -> EvidenceFile:
        """Keep a file with a question. The same content handed in twice with a question is kept once.

        InvalidInput for one that is empty, too large, of no known kind, or for which there is no room.
        """
        kind = kind_of(new.name, _measured(new))
        entry = checked(
            EvidenceFile,
            id=new_id(),
            item_id=item_id,
            name=clean_name(new.name, kind),
            kind=kind.media_type,
            size_count=len(new.content),
            content_hash=hashlib.sha256(new.content).hexdigest(),
            speaks=new.speaks,
            caption=new.caption,
        )
        with self._repository.changing(permit, assessment_id) as draft:
            for one in draft.writer.entries(assessment_id, EvidenceFile, item_id=item_id):
                if one.entry.content_hash == entry.content_hash:
                    draft.writer.keep_content(entry.content_hash, new.content)  # it may have come without
                    return one.entry
            _require_room(draft, entry)
            draft.writer.keep_content(entry.content_hash, new.content)
            draft.put(entry, 0)
        return entry

    @operation("evidence.change", Permission.EDIT, on=Subject.ASSESSMENT)
    def change(
        self,
        permit: Permit,
        assessment_id: str,
        file_id: str,
        speaks: Speaks | None,
        caption: str | None,
        *,
        expected_version: int | None = None,
    ) -> int:
        """Say which way a file speaks, and what it shows; returns its version. Conflict as for `set_speaks`."""
        with self._repository.changing(permit, assessment_id) as draft:
            stored = draft.writer.find(assessment_id, EvidenceFile, file_id)
            if stored is None:
                raise NotAvailable(_THIS_FILE)
            changed = stored.entry.model_copy(update={"speaks": speaks, "caption": caption})
            version, _ = draft.put(changed, expected_version)
        return version

    @operation("evidence.remove", Permission.EDIT, on=Subject.ASSESSMENT)
    def remove(self, permit: Permit, assessment_id: str, file_id: str, *, expected_version: int | None = None) -> None:
        """Remove a file for good, and its content where no other file has the same. Only a backup brings it back."""
        with self._repository.changing(permit, assessment_id) as draft:
            draft.remove(EvidenceFile, file_id, expected_version=expected_version)
            draft.writer.forget_contents()

    @operation("evidence.files", Permission.READ, on=Subject.ASSESSMENT)
    def files(self, permit: Permit, assessment_id: str, item_id: str) -> tuple[StoredFile, ...]:
        """The files of a question, by name."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            found = reader.entries(assessment_id, EvidenceFile, item_id=item_id)
            kept = reader.kept_contents({one.entry.content_hash for one in found})
        files = (
            StoredFile(file=one.entry, version=one.version, is_here=one.entry.content_hash in kept) for one in found
        )
        return tuple(sorted(files, key=lambda one: (one.file.name, one.file.id)))

    @operation("evidence.content", Permission.EDIT, on=Subject.ASSESSMENT)
    def content(self, permit: Permit, assessment_id: str, file_id: str) -> bytes:
        """The bytes of a file. NotAvailable where there is no such file, InvalidInput where its content is not here."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            found: Stored[EvidenceFile] | None = reader.find(assessment_id, EvidenceFile, file_id)
            if found is None:
                raise NotAvailable(_THIS_FILE)
            content = reader.evidence_content(found.entry.content_hash)
        if content is None:
            raise InvalidInput(
                found.entry.name,
                "its content is not here: an export holds its name, size and hash alone",
                "Ask where the assessment was exported, and hand the file in again.",
            )
        return content


def _measured(new: NewFile) -> bytes:
    """The content; InvalidInput where it is empty or too large."""
    if not new.content:
        raise InvalidInput("The file", "it is empty", "Hand in another one.")
    if len(new.content) > FILE_SIZE_LIMIT:
        most = f"{FILE_SIZE_LIMIT // _MEGABYTE} MB"
        raise InvalidInput("The file", f"it has more than {most}", "Hand in the part of it that shows what was seen.")
    return new.content


def _require_room(draft: Draft, entry: EvidenceFile) -> None:
    """InvalidInput where the files of the assessment would be larger than they may be together."""
    others = draft.writer.entries(draft.stored.header.id, EvidenceFile)
    if sum(one.entry.size_count for one in others) + entry.size_count > EVIDENCE_TOTAL_LIMIT:
        most = f"{EVIDENCE_TOTAL_LIMIT // _MEGABYTE} MB"
        reason = f"the files of one assessment have at most {most} together"
        raise InvalidInput("Assessment", reason, "Remove another file first.")
