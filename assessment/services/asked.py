"""What somebody who only answers sees: the assessments they are asked in, and their own place in each."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.access.permissions import AccessRole, Permission
from assessment.domain.answered.assessment import Assessment, AssessmentHeader
from assessment.domain.authored.framework import Framework
from assessment.errors import NotAvailable
from assessment.services.authority import SIGNED_IN, Permit, Subject, operation
from assessment.services.questions import Progress, progress_of, read_asked, respondent_part
from assessment.services.repository import Repository, stored_header
from assessment.store import Reader


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedIn:
    """An assessment that the actor is asked in, as whom, and how far they are."""

    header: AssessmentHeader
    respondent_id: str
    progress: Progress


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnPlace:
    """The part of an assessment that is about one respondent, and the framework; nobody else is in it."""

    part: Assessment
    framework: Framework


class AskedService:
    """What is asked of the actor as a respondent."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("asked.list", SIGNED_IN, on=Subject.INSTALLATION)
    def list_asked(self, permit: Permit) -> tuple[AskedIn, ...]:
        """Where the actor is asked, the newest assessment date first; without what is gone or in the bin."""
        held = self.rights.held(permit.actor)
        scopes = () if held is None else tuple(one for one in held.scopes if one.role is AccessRole.RESPONDENT)
        found = []
        with self._repository.store.reading() as reader:
            for scope in scopes:
                try:
                    found.append(self._asked_in(reader, scope.assessment_id or "", scope.respondent_id or ""))
                except NotAvailable:  # removed since
                    continue
        found.sort(key=lambda one: (one.header.name, one.header.id))
        return tuple(sorted(found, key=lambda one: one.header.assessed_on, reverse=True))

    @operation("asked.place", Permission.ANSWER, on=Subject.RESPONDENT)
    def place(self, permit: Permit, assessment_id: str, respondent_id: str) -> OwnPlace:
        """One respondent's own part of an assessment. NotAvailable for somebody who is not there."""
        del permit
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            part = respondent_part(reader, stored, respondent_id)
            return OwnPlace(part=part, framework=self._repository.pinned(reader, stored))

    def _asked_in(self, reader: Reader, assessment_id: str, respondent_id: str) -> AskedIn:
        stored = stored_header(reader, assessment_id)
        asked = tuple(read_asked(reader, stored, self._repository.pinned(reader, stored), respondent_id))
        progress = progress_of(asked, reader.answered(assessment_id, respondent_id))
        return AskedIn(header=stored.header, respondent_id=respondent_id, progress=progress)
