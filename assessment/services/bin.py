"""The bin: what was removed in the last 30 days, putting it back, and forgetting it at once."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import chain

from assessment.domain.answered.assessment import Respondent
from assessment.domain.answered.binned import Binned, Removable, is_over
from assessment.domain.answered.entries import AssessmentModel
from assessment.errors import AlreadyThere, NotAvailable
from assessment.services.authority import SIGNED_IN, Permission, Permit, Subject, operation
from assessment.services.drafts import Draft
from assessment.services.references import FrameworkCheck
from assessment.services.repository import Repository, stored_header
from assessment.services.seen import seen
from assessment.store import Kept, StoredHeader, Writer
from assessment.views.bin import entry_line, entry_name, looks_like

_IN_BIN = "What is to be put back"


@dataclass(frozen=True, slots=True, kw_only=True)
class PutBack:
    """What became of putting something back: entries left out, as what they answer is no longer asked."""

    left_out_count: int = 0


class BinService:
    """What was removed and can be put back. Nothing else in Plumbline finds, counts, shows or exports it."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("bin.assessments", SIGNED_IN, on=Subject.INSTALLATION)
    def assessments(self, permit: Permit) -> tuple[Binned, ...]:
        """The assessments in the bin that the actor may put back, the last removed first."""
        now = self._repository.store.now()
        with self._repository.store.reading() as reader:
            found = [
                Binned(
                    id=stored.header.id,
                    assessment_id=stored.header.id,
                    entry=stored.header,
                    counts=reader.entry_counts(stored.header.id),
                    removed_at=stored.binned_at,
                    journal_count=stored.revision,
                )
                for stored in seen(self.rights, permit, reader.binned_headers(), Permission.REMOVE)
                if stored.binned_at is not None and not is_over(stored.binned_at, now)
            ]
        return tuple(sorted(found, key=lambda one: one.removed_at, reverse=True))

    @operation("bin.entries", Permission.READ, on=Subject.ASSESSMENT)
    def entries(self, permit: Permit, assessment_id: str) -> tuple[Binned, ...]:
        """The people and services that were removed from an assessment, the last first."""
        del permit
        now = self._repository.store.now()
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            kept = reader.binned_entries(assessment_id)
        return tuple(one.binned for one in kept if not is_over(one.binned.removed_at, now))

    @operation("bin.everything", SIGNED_IN, on=Subject.INSTALLATION)
    def everything(self, permit: Permit) -> tuple[Binned, ...]:
        """The assessments in the bin, and what was removed from every other one, as far as the actor may read them."""
        with self._repository.store.reading() as reader:
            headers = reader.headers()
        own = [stored.header.id for stored in seen(self.rights, permit, headers, Permission.READ)]
        entries = [self.entries(permit.actor, assessment_id) for assessment_id in own]
        return (*self.assessments(permit.actor), *chain.from_iterable(entries))

    @operation("bin.put-back-assessment", Permission.REMOVE, on=Subject.ASSESSMENT)
    def put_back_assessment(self, permit: Permit, assessment_id: str, *, beside_alike: bool = False) -> None:
        """Put an assessment back as it was removed.

        AlreadyThere where another of its name, whom it is of and its date is there, unless `beside_alike`;
        NotAvailable where it is not in the bin any more.
        """
        with self._repository.writing(permit) as writer:
            stored = _locked(writer, assessment_id)
            if not beside_alike:
                _require_unlike(stored.header, [one.header for one in writer.headers()])
            writer.bin.put_back(stored)

    @operation("bin.put-back-entry", Permission.EDIT, on=Subject.ASSESSMENT)
    def put_back_entry(
        self, permit: Permit, assessment_id: str, entry_id: str, *, beside_alike: bool = False
    ) -> PutBack:
        """Put a person or a service back with everything that went with it; `entry_id` is its id in the bin.

        Answers to what the questionnaire no longer has are left out and counted. AlreadyThere where another of its
        name is there, unless `beside_alike`, Conflict where one of its id is; NotAvailable where it is not in the bin
        any more; InvalidInput where the assessment would hold more than it may.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            kept = _kept(draft.writer, assessment_id, entry_id)
            if isinstance(kept.binned.entry, Respondent):
                permit.require(Permission.PEOPLE)
            parts = _fitting(draft, kept)
            if not beside_alike:
                others = [one.entry for one in draft.writer.entries(assessment_id, type(kept.binned.entry))]
                _require_unlike(kept.binned.entry, [one for one in others if one.id != kept.binned.entry.id])
            draft.writer.bin.put_back_entry(kept, parts)
            for entry in chain.from_iterable(parts.values()):
                draft.require_room(entry)
        return PutBack(left_out_count=sum(map(len, kept.parts.values())) - sum(map(len, parts.values())))

    @operation("bin.forget-assessment", Permission.REMOVE, on=Subject.ASSESSMENT)
    def forget_assessment(self, permit: Permit, assessment_id: str) -> None:
        """Remove an assessment in the bin for good, with its answers and its journal. Only a backup brings it back."""
        with self._repository.writing(permit) as writer:
            writer.delete(_locked(writer, assessment_id))

    @operation("bin.forget-entry", Permission.REMOVE, on=Subject.ASSESSMENT)
    def forget_entry(self, permit: Permit, assessment_id: str, entry_id: str) -> None:
        """Remove a person or a service in the bin for good, and the name with it; the journal keeps the answers."""
        with self._repository.changing(permit, assessment_id) as draft:
            draft.writer.bin.forget_entry(_kept(draft.writer, assessment_id, entry_id))

    @operation("bin.forget-over", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def forget_over(self, permit: Permit) -> int:
        """Remove for good what has been in the bin for 30 days; how many things that were."""
        with self._repository.writing(permit) as writer:
            return writer.bin.forget_over()


def _locked(writer: Writer, assessment_id: str) -> StoredHeader:
    stored = writer.bin.lock(assessment_id)
    if stored is None:
        raise NotAvailable("This assessment")
    return stored


def _kept(writer: Writer, assessment_id: str, entry_id: str) -> Kept:
    for one in writer.bin.entries(assessment_id):
        if one.binned.id == entry_id:
            return one
    raise NotAvailable(_IN_BIN)


def _require_unlike(entry: Removable, others: Iterable[Removable]) -> None:
    """Raise Conflict where another one of the same name came in since it was removed."""
    for other in others:
        if looks_like(entry, other):
            raise AlreadyThere(entry_name(entry), entry_line(other), entry_line(entry))


def _fitting(draft: Draft, kept: Kept) -> Mapping[str, tuple[AssessmentModel, ...]]:
    """What went with an entry, as far as the framework still has what it refers to."""
    check = FrameworkCheck(framework=draft.framework, depth=draft.stored.header.depth)
    check.require(kept.parts[kept.section.field][0])
    return {
        field: entries if field == kept.section.field else tuple(one for one in entries if not [*check.refusals(one)])
        for field, entries in kept.parts.items()
    }
