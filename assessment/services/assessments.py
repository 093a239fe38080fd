"""Assessments as a whole: list, begin, copy, change, validate, sign off, remove."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from assessment.domain.answered.assessment import Assessment, AssessmentHeader, AssessmentState, FrameworkPin
from assessment.domain.answered.claim import SignOffClaim
from assessment.domain.answered.copied import without_answers
from assessment.domain.answered.entries import AssessmentModel, PersonName, ShortText
from assessment.domain.authored.content import Slug
from assessment.domain.authored.framework import Depth, Framework
from assessment.domain.summary import AssessmentSummary
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.authority import (
    SIGNED_IN,
    Permission,
    Permit,
    Subject,
    operation,
    organisation_named,
)
from assessment.services.conflicts import conflicts_told
from assessment.services.exchange import store_import
from assessment.services.export_format import to_document
from assessment.services.identity import new_id
from assessment.services.importing import read_export
from assessment.services.references import scope_in_order
from assessment.services.repository import Repository, locked, require_place, require_still, stored_header
from assessment.services.room_state import require_floor_as_told, require_no_open_room
from assessment.services.seen import seen
from assessment.services.summaries import Summaries
from assessment.services.validation import checked
from assessment.store import JournalEntry, Snapshot, StoredHeader, Writer

UNSIGNED = (AssessmentState.DRAFT, AssessmentState.VALIDATED)


class NewAssessment(AssessmentModel):
    """What is needed to begin. No scenario and no processes: everything in scope."""

    name: ShortText
    organisation: ShortText
    unit: ShortText | None = None
    assessed_on: date
    framework_id: Slug
    scenario_id: Slug | None = None
    process_ids: tuple[Slug, ...] | None = None
    depth: Depth = Depth.QUICK
    default_target_level: int = 3


class HeaderChange(AssessmentModel):
    """A change of the header: fields that are left out stay; `unit` given as None takes the unit out."""

    name: ShortText | None = None
    organisation: ShortText | None = None
    unit: ShortText | None = None
    assessed_on: date | None = None
    carry_percent: float | None = None
    default_target_level: int | None = None
    asks_to_be: bool | None = None
    anonymity_floor: int | None = None
    takes_scenario_pain: bool | None = None


class SignOff(AssessmentModel):
    """The name under a sign-off."""

    approver: PersonName


class AssessmentService:
    """Assessments as a whole."""

    def __init__(self, repository: Repository, summaries: Summaries, sample_file: Path) -> None:
        self.rights = repository.rights
        self._repository = repository
        self._summaries = summaries
        self._sample_file = sample_file

    @operation("assessments.list", SIGNED_IN, on=Subject.INSTALLATION)
    def list_assessments(self, permit: Permit) -> tuple[AssessmentSummary, ...]:
        """The assessments whose results the actor may see, newest assessment date first."""
        with self._repository.store.reading() as reader:
            headers = reader.headers()
        return self._summaries.of(permit, seen(self.rights, permit, headers, Permission.RESULTS))

    @operation("assessments.count", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def count(self, permit: Permit) -> int:
        """How many assessments there are; quick, however many and however large."""
        del permit
        with self._repository.store.reading() as reader:
            return reader.assessment_count()

    @operation("assessments.create", Permission.ORGANISE, on=Subject.NAMED_ORGANISATION, of=("new.organisation",))
    def create(self, permit: Permit, new: NewAssessment) -> str:
        """Begin an assessment; returns its id.

        A scenario puts its processes in scope unless `process_ids` names others; its pain is offered by
        `SetupService.proposed_pain` and locks nothing.
        """
        framework = self._repository.framework(new.framework_id)
        with self._repository.writing(permit) as writer:
            pin = FrameworkPin(
                id=framework.id, version=framework.version, content_hash=self._repository.archive(writer, framework)
            )
            header = checked(
                AssessmentHeader,
                id=new_id(),
                framework=pin,
                **new.model_dump(exclude={"framework_id", "process_ids"}),
            )
            writer.create(_begun(framework, header, new))
        return header.id

    @operation("assessments.copy", Permission.READ, on=Subject.ASSESSMENT)
    def copy(self, permit: Permit, assessment_id: str, name: str, assessed_on: date, keep_answers: bool) -> str:
        """Begin from another assessment, on the framework it answered; returns the new id.

        Needs the right to begin assessments of that organisation too.

        Set-up is kept: scope, people, assignments, services, targets, owners, readiness, technology, sourcing,
        roadmap settings, and the agenda as it was planned. Answers, agreed values, notes, evidence, flags, feedback,
        opinions, linkages, transitions, the team's actions, the consultant's texts, what workshops left and whoever
        came to them without a name are kept only if `keep_answers`.
        """
        organisation_id = require_place(self._repository, permit, assessment_id)
        with self._repository.writing(permit) as writer:
            stored = locked(writer, assessment_id, *AssessmentState)
            require_still(stored, organisation_id)
            source = self._repository.load(writer, stored)
            changes = {"id": new_id(), "name": name, "assessed_on": assessed_on, "copied_from": assessment_id}
            values = {field: getattr(source.header, field) for field in AssessmentHeader.model_fields}
            header = checked(AssessmentHeader, **{**values, **changes, "state": AssessmentState.DRAFT})
            emptied = {} if keep_answers else without_answers(source)
            writer.create(source.model_copy(update={"header": header, "claim": SignOffClaim(), **emptied}))
        return header.id

    @operation("assessments.load", Permission.READ, on=Subject.ASSESSMENT)
    def load(self, permit: Permit, assessment_id: str) -> Assessment:
        """The whole assessment as one document."""
        del permit
        with self._repository.store.reading() as reader:
            return self._repository.load(reader, stored_header(reader, assessment_id))

    @operation("assessments.header", Permission.RESULTS, on=Subject.ASSESSMENT)
    def header(self, permit: Permit, assessment_id: str) -> AssessmentHeader:
        """The header alone, which is quick."""
        del permit
        with self._repository.store.reading() as reader:
            return stored_header(reader, assessment_id).header

    @operation("assessments.revision", Permission.RESULTS, on=Subject.ASSESSMENT)
    def revision(self, permit: Permit, assessment_id: str) -> int:
        """How many changes an assessment has seen: a version of its header and scope, and of the whole.

        Read it before what is shown: what somebody saves in between is then a conflict, and never lost.
        """
        del permit
        with self._repository.store.reading() as reader:
            return stored_header(reader, assessment_id).revision

    @operation("assessments.framework", Permission.RESULTS, on=Subject.ASSESSMENT)
    def framework(self, permit: Permit, assessment_id: str) -> Framework:
        """The framework the assessment answers, as it was when it began."""
        del permit
        with self._repository.store.reading() as reader:
            return self._repository.pinned(reader, stored_header(reader, assessment_id))

    @operation("assessments.update-header", Permission.EDIT, on=Subject.ASSESSMENT)
    def update_header(
        self, permit: Permit, assessment_id: str, change: HeaderChange, *, expected_version: int | None = None
    ) -> int:
        """Change what the assessment is called, of whom, when, and how it is asked and rated; returns the new version.

        Conflict when one of these fields was changed since `expected_version`, a version of the header or any revision
        of the assessment. Others may have been: two people who change different fields both win. InvalidInput for
        a floor other than people without a name were told.
        """
        given = {name: getattr(change, name) for name in change.model_fields_set}
        self._require_for(permit, assessment_id, change)
        kept = {name: value for name, value in given.items() if value is not None or name == "unit"}
        with self._repository.changing(permit, assessment_id) as draft:
            values = {name: getattr(draft.stored.header, name) for name in AssessmentHeader.model_fields}
            header = checked(AssessmentHeader, **{**values, **kept})
            told = draft.stored.header.anonymity_floor
            require_floor_as_told(draft.writer, assessment_id, told, header.anonymity_floor)
            return draft.writer.change_header(
                draft.stored, header, draft.stored.scope, expected_version=expected_version
            )

    @operation("assessments.validate", Permission.EDIT, on=Subject.ASSESSMENT)
    def validate(self, permit: Permit, assessment_id: str, *, expected_version: int | None = None) -> None:
        """Close a draft for changes until it is reopened or signed off.

        Conflict when its state was changed since `expected_version`, a revision of the assessment; so for `reopen`.
        InvalidInput while a room is open to phones; so for `sign_off` and `remove`: their votes would come too late.
        """
        self._change_state(permit, assessment_id, AssessmentState.VALIDATED, expected_version)

    @operation("assessments.reopen", Permission.EDIT, on=Subject.ASSESSMENT)
    def reopen(self, permit: Permit, assessment_id: str, *, expected_version: int | None = None) -> None:
        """Make a validated assessment a draft again; a signed-off one stays signed off."""
        self._change_state(permit, assessment_id, AssessmentState.DRAFT, expected_version)

    @operation("assessments.sign-off", Permission.SIGN_OFF, on=Subject.ASSESSMENT)
    def sign_off(
        self, permit: Permit, assessment_id: str, approver: str, *, expected_version: int | None = None
    ) -> str:
        """Freeze an assessment for good; returns the hash of its snapshot.

        Conflict when anything was changed since `expected_version`, the revision that the approver looked at.
        """
        approval = checked(SignOff, approver=approver)
        with self._looked_at(permit, assessment_id, expected_version, *UNSIGNED) as (writer, stored):
            require_no_open_room(writer, assessment_id)
            signed = stored.header.model_copy(update={"state": AssessmentState.SIGNED_OFF})
            writer.change_header(stored, signed, stored.scope)
            writer.remove(assessment_id, SignOffClaim)  # what was signed elsewhere no longer matters
            content = to_document(self._repository.load(writer, stored_header(writer, assessment_id)))
            return writer.sign(assessment_id, content, approval.approver)

    @operation("assessments.snapshot", Permission.READ, on=Subject.ASSESSMENT)
    def snapshot(self, permit: Permit, assessment_id: str) -> Snapshot | None:
        """What was signed off, by whom and when; None before the sign-off."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.snapshot(assessment_id)

    @operation("assessments.remove", Permission.REMOVE, on=Subject.ASSESSMENT)
    def remove(self, permit: Permit, assessment_id: str, *, expected_version: int | None = None) -> None:
        """Put an assessment into the bin, signed off or not; `BinService` puts it back, whole, for 30 days.

        Conflict when anything was changed since `expected_version`, the revision that was looked at.
        """
        with self._looked_at(permit, assessment_id, expected_version, *AssessmentState) as (writer, stored):
            require_no_open_room(writer, assessment_id)
            writer.bin.put_in(stored)

    @operation("assessments.ensure-sample", Permission.ADMINISTER, on=Subject.INSTALLATION)
    def ensure_sample(self, permit: Permit) -> str:
        """Load the sample once; returns its id, or "" where this installation has no sample.

        A sample that the user removed stays removed, and its id leads nowhere: see `restore_sample`.
        """
        with self._repository.store.reading() as reader:
            loaded = reader.loaded_sample(self._sample_file.name)
        if loaded is not None:
            return loaded
        return self._load_sample(permit) if self._sample_file.is_file() else ""

    @operation("assessments.restore-sample", Permission.ORGANISE, on=Subject.INSTALLATION)
    def restore_sample(self, permit: Permit) -> str:
        """Load the sample unless it is there, also after the user removed it; returns its id.

        One that is in the bin is put back as it was.
        """
        return self._load_sample(permit)

    @operation("assessments.journal", Permission.READ, on=Subject.ASSESSMENT)
    def journal(self, permit: Permit, assessment_id: str, limit: int = 200) -> tuple[JournalEntry, ...]:
        """The newest changes of an assessment, newest first."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.journal(assessment_id, limit)

    @operation("assessments.verify-journal", Permission.READ, on=Subject.ASSESSMENT)
    def verify_journal(self, permit: Permit, assessment_id: str) -> int | None:
        """The number of the first journal entry that was altered, removed or cut off; None when all are whole."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.broken_link(assessment_id)

    def _require_for(self, permit: Permit, assessment_id: str, change: HeaderChange) -> None:
        """What a change of the header needs beside editing: both organisations to move it, people for their floor."""
        if change.anonymity_floor is not None:
            permit.require(Permission.PEOPLE)
        if change.organisation is not None:
            with self._repository.store.reading() as reader:
                before = stored_header(reader, assessment_id).header.organisation
            if change.organisation != before:
                permit.require_on(Permission.ORGANISE, organisation_named(before))
                permit.require_on(Permission.ORGANISE, organisation_named(change.organisation))

    def _change_state(
        self, permit: Permit, assessment_id: str, state: AssessmentState, expected_version: int | None
    ) -> None:
        with self._looked_at(permit, assessment_id, None, *UNSIGNED) as (writer, stored):
            require_no_open_room(writer, assessment_id)
            header = stored.header.model_copy(update={"state": state})
            writer.change_header(stored, header, stored.scope, expected_version=expected_version)

    @contextmanager
    def _looked_at(
        self, permit: Permit, assessment_id: str, expected_revision: int | None, *allowed: AssessmentState
    ) -> Iterator[tuple[Writer, StoredHeader]]:
        """A transaction on an assessment that is as it was looked at; Conflict where it is not."""
        with self._repository.writing(permit) as writer:
            stored = locked(writer, assessment_id, *allowed)
            with conflicts_told(writer, assessment_id, self._repository.pinned(writer, stored)):
                writer.require_revision(stored, expected_revision)
                yield writer, stored

    def _load_sample(self, permit: Permit) -> str:
        name = self._sample_file.name
        try:
            content = self._sample_file.read_bytes()
        except OSError as error:
            raise NotAvailable("The sample") from error
        sample = read_export(self._repository, content, name)
        sample_id = sample.assessment.header.id
        with self._repository.writing(permit) as writer:
            binned = writer.bin.lock(sample_id)
            if binned is not None:
                writer.bin.put_back(binned)
            elif writer.reserve(sample_id):
                store_import(self._repository, writer, sample, name)
            writer.mark_sample_loaded(name, sample_id)
        return sample_id


def _begun(framework: Framework, header: AssessmentHeader, new: NewAssessment) -> Assessment:
    process_ids = new.process_ids
    if header.scenario_id is not None:
        scenario = next((one for one in framework.scenarios if one.id == header.scenario_id), None)
        if scenario is None:
            reason = f"'{header.scenario_id}' is none of {framework.name}"
            raise InvalidInput("Scenario", reason, "Choose one of the list.")
        process_ids = process_ids or tuple(entry.process for entry in scenario.processes)
    return Assessment(header=header, scope=scope_in_order(framework, process_ids))
