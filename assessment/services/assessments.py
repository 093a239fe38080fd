"""Assessments as a whole: list, begin, copy, change, validate, sign off, remove."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from assessment.domain.answered.assessment import Assessment, AssessmentHeader, AssessmentState, FrameworkPin
from assessment.domain.answered.entries import AssessmentModel, PersonName, ShortText
from assessment.domain.authored.content import Slug
from assessment.domain.authored.framework import Depth, Framework
from assessment.errors import InvalidInput, NotAvailable
from assessment.services import exchange
from assessment.services.asked import asked_of, asked_parts
from assessment.services.authority import Permission, Permit, operation
from assessment.services.export_format import to_export
from assessment.services.identity import new_id
from assessment.services.refusals import checked, rechecked
from assessment.services.remembered import Remembered
from assessment.services.scope import scope_in_order
from assessment.services.shelf import Shelf, locked, require_not_signed_off, stored_header
from assessment.store import JournalEntry, Reader, Snapshot, StoredHeader

ANSWER_FIELDS = ("ratings", "agreed", "notes", "flags", "opinions", "linkage_ratings", "transitions")


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


class SignOff(AssessmentModel):
    """The name under a sign-off."""

    approver: PersonName


@dataclass(frozen=True, slots=True, kw_only=True)
class AssessmentSummary:
    """One line of the list: answered and asked count one respondent's answer to one item for one horizon."""

    header: AssessmentHeader
    process_count: int
    respondent_count: int
    answered_count: int
    asked_count: int
    updated_at: datetime


class AssessmentService:
    """Assessments as a whole."""

    def __init__(self, shelf: Shelf, sample_file: Path) -> None:
        self._shelf = shelf
        self._sample_file = sample_file
        self._summaries: Remembered[tuple[str, str], AssessmentSummary] = Remembered(200)

    @operation("assessments.list", Permission.READ)
    def list_assessments(self, permit: Permit) -> tuple[AssessmentSummary, ...]:
        """Every assessment, newest assessment date first."""
        del permit
        with self._shelf.store.reading() as reader:
            return tuple(self._summary(reader, stored) for stored in reader.headers())

    @operation("assessments.create", Permission.EDIT)
    def create(self, permit: Permit, new: NewAssessment) -> str:
        """Begin an assessment; returns its id.

        A scenario puts its processes in scope unless `process_ids` names others; its pain is offered by
        `SetupService.proposed_pain` and locks nothing.
        """
        new = rechecked(new)
        framework = self._shelf.framework(new.framework_id)
        with self._shelf.writing(permit) as writer:
            pin = FrameworkPin(
                id=framework.id, version=framework.version, content_hash=self._shelf.archive(writer, framework)
            )
            header = checked(
                AssessmentHeader,
                id=new_id(),
                framework=pin,
                **new.model_dump(exclude={"framework_id", "process_ids"}),
            )
            writer.create(_begun(framework, header, new))
        return header.id

    @operation("assessments.copy", Permission.EDIT)
    def copy(self, permit: Permit, assessment_id: str, name: str, assessed_on: date, keep_answers: bool) -> str:
        """Begin from another assessment, on the framework it answered; returns the new id.

        Set-up is kept: scope, people, assignments, services, targets, owners, readiness, technology, sourcing and
        roadmap settings. Answers, agreed values, notes, flags, opinions, linkages and transitions are kept only if
        `keep_answers`.
        """
        with self._shelf.writing(permit) as writer:
            locked(writer, assessment_id)
            source = _loaded(writer, assessment_id)
            changes = {"id": new_id(), "name": name, "assessed_on": assessed_on, "copied_from": assessment_id}
            values = {field: getattr(source.header, field) for field in AssessmentHeader.model_fields}
            header = checked(AssessmentHeader, **{**values, **changes, "state": AssessmentState.DRAFT})
            emptied = {} if keep_answers else dict.fromkeys(ANSWER_FIELDS, ())
            writer.create(source.model_copy(update={"header": header, **emptied}))
        return header.id

    @operation("assessments.load", Permission.READ)
    def load(self, permit: Permit, assessment_id: str) -> Assessment:
        """The whole assessment as one document."""
        del permit
        with self._shelf.store.reading() as reader:
            return self._shelf.load(reader, stored_header(reader, assessment_id))

    @operation("assessments.header", Permission.READ)
    def header(self, permit: Permit, assessment_id: str) -> AssessmentHeader:
        """The header alone, which is quick."""
        del permit
        with self._shelf.store.reading() as reader:
            return stored_header(reader, assessment_id).header

    @operation("assessments.framework", Permission.READ)
    def framework(self, permit: Permit, assessment_id: str) -> Framework:
        """The framework the assessment answers, as it was when it began."""
        del permit
        with self._shelf.store.reading() as reader:
            return self._shelf.pinned(reader, stored_header(reader, assessment_id))

    @operation("assessments.update-header", Permission.EDIT)
    def update_header(self, permit: Permit, assessment_id: str, change: HeaderChange) -> None:
        """Change what the assessment is called, of whom, when, and how it is asked and rated."""
        change = rechecked(change)
        given = {name: getattr(change, name) for name in change.model_fields_set}
        kept = {name: value for name, value in given.items() if value is not None or name == "unit"}
        with self._shelf.changing(permit, assessment_id) as (writer, stored):
            values = {name: getattr(stored.header, name) for name in AssessmentHeader.model_fields}
            writer.change_header(stored, checked(AssessmentHeader, **{**values, **kept}), stored.scope)

    @operation("assessments.validate", Permission.EDIT)
    def validate(self, permit: Permit, assessment_id: str) -> None:
        """Close a draft for changes until it is reopened or signed off."""
        self._change_state(permit, assessment_id, AssessmentState.VALIDATED, require_not_signed_off)

    @operation("assessments.reopen", Permission.EDIT)
    def reopen(self, permit: Permit, assessment_id: str) -> None:
        """Make a validated assessment a draft again; a signed-off one stays signed off."""
        self._change_state(permit, assessment_id, AssessmentState.DRAFT, require_not_signed_off)

    @operation("assessments.sign-off", Permission.SIGN_OFF)
    def sign_off(self, permit: Permit, assessment_id: str, approver: str) -> str:
        """Freeze an assessment for good; returns the hash of its snapshot."""
        approval = checked(SignOff, approver=approver)
        with self._shelf.writing(permit) as writer:
            stored = locked(writer, assessment_id)
            require_not_signed_off(stored)
            signed = stored.header.model_copy(update={"state": AssessmentState.SIGNED_OFF})
            writer.change_header(stored, signed, stored.scope)
            return writer.sign(assessment_id, to_export(_loaded(writer, assessment_id)), approval.approver)

    @operation("assessments.snapshot", Permission.READ)
    def snapshot(self, permit: Permit, assessment_id: str) -> Snapshot | None:
        """What was signed off, by whom and when; None before the sign-off."""
        del permit
        with self._shelf.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.snapshot(assessment_id)

    @operation("assessments.remove", Permission.REMOVE)
    def remove(self, permit: Permit, assessment_id: str) -> None:
        """Remove an assessment with its answers and its journal, signed off or not. Only a backup brings it back."""
        with self._shelf.writing(permit) as writer:
            writer.delete(locked(writer, assessment_id))

    @operation("assessments.ensure-sample", Permission.EDIT)
    def ensure_sample(self, permit: Permit) -> str:
        """Load the sample once; returns its id, or "" where this installation has no sample.

        A sample that the user removed stays removed, and its id leads nowhere: see `restore_sample`.
        """
        with self._shelf.store.reading() as reader:
            loaded = reader.loaded_sample(self._sample_file.name)
        if loaded is not None:
            return loaded
        return self._load_sample(permit) if self._sample_file.is_file() else ""

    @operation("assessments.restore-sample", Permission.EDIT)
    def restore_sample(self, permit: Permit) -> str:
        """Load the sample unless it is there, also after the user removed it; returns its id."""
        return self._load_sample(permit)

    @operation("assessments.journal", Permission.READ)
    def journal(self, permit: Permit, assessment_id: str, limit: int = 200) -> tuple[JournalEntry, ...]:
        """The newest changes of an assessment, newest first."""
        del permit
        with self._shelf.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.journal(assessment_id, limit)

    @operation("assessments.verify-journal", Permission.READ)
    def verify_journal(self, permit: Permit, assessment_id: str) -> int | None:
        """The number of the first journal entry that was altered, removed or cut off; None when all are whole."""
        del permit
        with self._shelf.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.broken_link(assessment_id)

    def _change_state(
        self, permit: Permit, assessment_id: str, state: AssessmentState, allow: Callable[[StoredHeader], None]
    ) -> None:
        with self._shelf.writing(permit) as writer:
            stored = locked(writer, assessment_id)
            allow(stored)
            writer.change_header(stored, stored.header.model_copy(update={"state": state}), stored.scope)

    def _summary(self, reader: Reader, stored: StoredHeader) -> AssessmentSummary:
        def count() -> AssessmentSummary:
            framework = self._shelf.pinned(reader, stored)
            parts = tuple(asked_parts(reader, stored))
            asked = {
                (part.respondents[0].id, item.id, str(horizon))
                for part in parts
                for _, asked_here in asked_of(framework, part)
                for item, horizon in asked_here
            }
            places = reader.answered(stored.header.id)
            answered = {(place.respondent_id, place.item_id, place.horizon) for place in places}
            return AssessmentSummary(
                header=stored.header,
                process_count=len(stored.scope),
                respondent_count=len(parts),
                answered_count=len(asked & answered),
                asked_count=len(asked),
                updated_at=stored.updated_at,
            )

        return self._summaries.get((stored.header.id, stored.head), count)

    def _load_sample(self, permit: Permit) -> str:
        name = self._sample_file.name
        try:
            content = self._sample_file.read_bytes()
        except OSError as error:
            raise NotAvailable("The sample") from error
        sample = exchange.read_upload(content, name)
        framework = exchange.resolve_framework(self._shelf, sample, name)
        with self._shelf.writing(permit) as writer:
            if writer.reserve(sample.header.id):
                exchange.store_import(self._shelf, writer, sample, framework, name)
            writer.mark_sample_loaded(name, sample.header.id)
        return sample.header.id


def _loaded(reader: Reader, assessment_id: str) -> Assessment:
    assessment = reader.load(assessment_id)
    if assessment is None:
        raise NotAvailable("This assessment")
    return assessment


def _begun(framework: Framework, header: AssessmentHeader, new: NewAssessment) -> Assessment:
    wanted = new.process_ids
    if header.scenario_id is not None:
        scenario = next((one for one in framework.scenarios if one.id == header.scenario_id), None)
        if scenario is None:
            reason = f"'{header.scenario_id}' is none of {framework.name}"
            raise InvalidInput("Scenario", reason, "Choose one of the list.")
        wanted = wanted or tuple(entry.process for entry in scenario.processes)
    return Assessment(header=header, scope=scope_in_order(framework, wanted))
