"""Set-up: scope, people, assignments, opinions, services, targets, owners and everything else beside the answers."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Set
from dataclasses import dataclass
from functools import partial
from itertools import chain
from typing import TypeAlias

from assessment.domain.answered.asking import asked_attributes, needed_assignments, unasked_since
from assessment.domain.answered.assessment import (
    AgreedValue,
    Assignment,
    CriticalService,
    Flag,
    Note,
    Opinion,
    Rating,
    Respondent,
    Role,
    Target,
)
from assessment.domain.answered.entries import AssessmentModel, PersonName, ShortText
from assessment.domain.answered.organisation import (
    LinkageRating,
    Owner,
    Readiness,
    Sourcing,
    Technology,
    TransitionPlace,
)
from assessment.domain.answered.roadmap_settings import RoadmapSettings, changed_parts
from assessment.domain.planning.priority import scenario_pain
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.drafts import Draft
from assessment.services.identity import new_people_ids
from assessment.services.questions import respondent_part
from assessment.services.references import scope_in_order
from assessment.services.repository import Repository, stored_header
from assessment.store import Outdated, Reader, StoredHeader, section_of

SetupEntry: TypeAlias = (
    Respondent
    | Assignment
    | Opinion
    | CriticalService
    | Target
    | Owner
    | Readiness
    | Technology
    | Sourcing
    | LinkageRating
    | TransitionPlace
    | RoadmapSettings
)
SETUP_KINDS: tuple[type[SetupEntry], ...] = (
    Respondent,
    Assignment,
    Opinion,
    CriticalService,
    Target,
    Owner,
    Readiness,
    Technology,
    Sourcing,
    LinkageRating,
    TransitionPlace,
    RoadmapSettings,
)
VERSIONED_KINDS = (*SETUP_KINDS, Rating, AgreedValue, Note, Flag)


@dataclass(frozen=True, slots=True, kw_only=True)
class SavedSettings:
    """The version of the settings of the roadmap now, and before the save: others may have saved in between."""

    version: int
    version_before: int


class NewPerson(AssessmentModel):
    """Somebody to be added."""

    role: Role
    name: PersonName | None = None
    unit: ShortText | None = None


class SetupService:
    """Everything about an assessment beside its answers."""

    def __init__(self, repository: Repository) -> None:
        self.rights = repository.rights
        self._repository = repository

    @operation("setup.set-scope", Permission.EDIT, on=Subject.ASSESSMENT)
    def set_scope(
        self,
        permit: Permit,
        assessment_id: str,
        process_ids: tuple[str, ...],
        *,
        expected_version: int | None = None,
    ) -> None:
        """Choose all the processes; answers to a process that leaves the scope are kept and do not count.

        Conflict when the scope was changed since `expected_version`, a revision of the assessment.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            scope = scope_in_order(draft.framework, process_ids)
            draft.writer.change_header(draft.stored, draft.stored.header, scope, expected_version=expected_version)

    @operation("setup.change-scope", Permission.EDIT, on=Subject.ASSESSMENT)
    def change_scope(self, permit: Permit, assessment_id: str, process_id: str, *, is_in: bool) -> None:
        """Put one process into the scope or take it out, whatever became of the others: two people at once both win."""
        with self._repository.changing(permit, assessment_id) as draft:
            before = frozenset(draft.stored.scope)
            scope = scope_in_order(draft.framework, before | {process_id} if is_in else before - {process_id})
            draft.writer.change_header(draft.stored, draft.stored.header, scope)

    @operation("setup.save", Permission.EDIT, on=Subject.ASSESSMENT)
    def save(
        self, permit: Permit, assessment_id: str, entry: SetupEntry, *, expected_version: int | None = None
    ) -> int:
        """Store an entry in place of the one with its ids; returns the new version.

        `expected_version` is the version the form was opened with, 0 for a new entry; Conflict when somebody saved
        another value since.
        """
        _require_kind(type(entry), SETUP_KINDS)
        _require_people_for(permit, type(entry))
        with self._repository.changing(permit, assessment_id) as draft:
            version, _ = draft.put(entry, expected_version)
        return version

    @operation("setup.add-people", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def add_people(self, permit: Permit, assessment_id: str, people: tuple[NewPerson, ...]) -> tuple[str, ...]:
        """Add people, all or none of them; their ids, which keep the order given."""
        ids = new_people_ids(len(people))
        with self._repository.changing(permit, assessment_id) as draft:
            for person_id, person in zip(ids, people, strict=True):
                draft.put(Respondent(id=person_id, role=person.role, name=person.name, unit=person.unit), 0)
        return ids

    @operation("setup.remove", Permission.EDIT, on=Subject.ASSESSMENT)
    def remove(
        self,
        permit: Permit,
        assessment_id: str,
        kind: type[SetupEntry],
        *key: str,
        expected_version: int | None = None,
    ) -> None:
        """Remove an entry by its ids; removing one that is gone changes nothing. A respondent's rows go along.

        InvalidInput for somebody who came to a room without a name: without them the results tell what they said.
        Conflict when it was changed since `expected_version`; for a respondent, of `person_versions`, also when they
        answered since.
        """
        _require_kind(kind, SETUP_KINDS)
        _require_people_for(permit, kind)
        if len(key) != len(section_of(kind).key):
            raise InvalidInput(section_of(kind).noun, "its ids are not complete", "Name each of them.")
        if kind is Respondent and is_anonymous_id(key[0]):
            reason = "they came to a room without a name; the results before and after would tell what they said"
            raise InvalidInput("This person", reason, "Leave them in.")
        with self._repository.changing(permit, assessment_id) as draft:
            draft.remove(kind, *key, expected_version=expected_version)

    @operation("setup.change-roadmap", Permission.EDIT, on=Subject.ASSESSMENT)
    def change_roadmap(
        self,
        permit: Permit,
        assessment_id: str,
        change: Callable[[RoadmapSettings], RoadmapSettings],
        *,
        expected_version: int | None = None,
    ) -> SavedSettings:
        """Store what `change` makes of the stored settings of the roadmap.

        Conflict when a setting that it changes, or what is set by hand of a step or linkage that it changes, was
        changed since `expected_version`. Others may have been: two people who pin different steps both win.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            found = draft.writer.find(assessment_id, RoadmapSettings)
            before, version = (found.entry, found.version) if found else (RoadmapSettings(), 0)
            wanted = change(before)
            if expected_version is not None:
                _require_unchanged(draft, before, wanted, version, expected_version)
            saved_version, _ = draft.put(wanted) if wanted != before else (version, None)
        return SavedSettings(version=saved_version, version_before=version)

    @operation("setup.assign", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def assign(
        self, permit: Permit, assessment_id: str, respondent_id: str, attribute_ids: Mapping[str, Set[str]]
    ) -> None:
        """Ask a respondent for exactly these attributes of these processes; other processes in scope stay as they are.

        No assignment is left where that is what the role is asked anyway. Raises InvalidInput where nothing would be
        asked, NotAvailable for somebody who is not there.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            _assign(draft, respondent_id, partial(_asked_or, attribute_ids))

    @operation("setup.assign-group", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def assign_group(
        self, permit: Permit, assessment_id: str, respondent_ids: tuple[str, ...], attribute_ids: Mapping[str, Set[str]]
    ) -> None:
        """Ask each of some people for exactly these attributes of these processes and for nothing of any other.

        Raises as `assign` does; then nobody is asked anything else than before.
        """
        with self._repository.changing(permit, assessment_id) as draft:
            for respondent_id in respondent_ids:
                _assign(draft, respondent_id, lambda process_id, _: attribute_ids.get(process_id, frozenset()))

    @operation("setup.change-asked", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def change_asked(
        self, permit: Permit, assessment_id: str, respondent_id: str, process_id: str, ticks: Mapping[str, bool]
    ) -> None:
        """Ask a respondent for some attributes of a process, and for others no more, whatever became of the rest.

        Two people who tick different attributes at once both win. Raises as `assign` does.
        """
        wanted = frozenset(attribute_id for attribute_id, is_asked in ticks.items() if is_asked)
        unwanted = ticks.keys() - wanted

        def changed(asked_process_id: str, asked: Set[str]) -> Set[str]:
            return (frozenset(asked) | wanted) - unwanted if asked_process_id == process_id else asked

        with self._repository.changing(permit, assessment_id) as draft:
            _assign(draft, respondent_id, changed)

    @operation("setup.unasked", Permission.READ, on=Subject.ASSESSMENT)
    def unasked(self, permit: Permit, assessment_id: str) -> Mapping[str, tuple[str, ...]]:
        """Who is asked nothing of a process because it came into scope after their questions were narrowed.

        Ids of people by that of the process. Whoever's questions are changed after it came in was decided about.
        """
        del permit
        with self._repository.store.reading() as reader:
            return self._unasked(reader, stored_header(reader, assessment_id))

    @operation("setup.ask-unasked", Permission.PEOPLE, on=Subject.ASSESSMENT)
    def ask_unasked(self, permit: Permit, assessment_id: str) -> None:
        """Ask everybody of `unasked` of these processes what they are asked of the others."""
        with self._repository.changing(permit, assessment_id) as draft:
            new_ids: dict[str, set[str]] = {}
            for process_id, respondent_ids in self._unasked(draft.writer, draft.stored).items():
                for respondent_id in respondent_ids:
                    new_ids.setdefault(respondent_id, set()).add(process_id)
            for respondent_id, process_ids in new_ids.items():
                part = respondent_part(draft.writer, draft.stored, respondent_id)
                usual = frozenset(chain.from_iterable(one.attribute_ids for one in part.assignments))
                asked = dict.fromkeys(process_ids, usual)
                _assign(draft, respondent_id, partial(_asked_or, asked))

    @operation("setup.person-versions", Permission.READ, on=Subject.ASSESSMENT)
    def person_versions(self, permit: Permit, assessment_id: str) -> Mapping[str, int]:
        """The newest version among each person and everything of theirs, by id; for removing one."""
        del permit
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.newest_of(assessment_id)

    @operation("setup.versions", Permission.READ, on=Subject.ASSESSMENT)
    def versions(self, permit: Permit, assessment_id: str, kind: type) -> Mapping[tuple[str, ...], int]:
        """The version of each entry of a kind, by its ids; for `save(..., expected_version=)`."""
        del permit
        _require_kind(kind, VERSIONED_KINDS)
        with self._repository.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.versions(assessment_id, kind)

    @operation("setup.proposed-pain", Permission.READ, on=Subject.ASSESSMENT)
    def proposed_pain(self, permit: Permit, assessment_id: str) -> Mapping[str, int]:
        """How much each process in scope hurts in the assessment's scenario, 0 to 5; empty without a scenario."""
        del permit
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework = self._repository.pinned(reader, stored)
        return scenario_pain(framework, stored.header, stored.scope)

    def _unasked(self, reader: Reader, stored: StoredHeader) -> Mapping[str, tuple[str, ...]]:
        assessment_id, narrowed_at = stored.header.id, dict[str, int]()
        for (respondent_id, _), version in reader.versions(assessment_id, Assignment).items():
            narrowed_at[respondent_id] = max(version, narrowed_at.get(respondent_id, 0))
        if not narrowed_at:
            return {}
        return unasked_since(self._repository.load(reader, stored), reader.in_scope_since(assessment_id), narrowed_at)


def _asked_or(asked: Mapping[str, Set[str]], process_id: str, present: Set[str]) -> Set[str]:
    """What is asked of a process from now on: what is given for it, else what is asked now."""
    return asked.get(process_id, present)


def _assign(draft: Draft, respondent_id: str, change: Callable[[str, Set[str]], Set[str]]) -> None:
    """Ask of each process in scope what `change` makes of what is asked of it now."""
    part = respondent_part(draft.writer, draft.stored, respondent_id)
    asked = {
        process_id: change(process_id, asked_attributes(draft.framework, part, respondent_id, process_id))
        for process_id in draft.stored.scope
    }
    if not any(asked.values()):
        raise InvalidInput("Who is asked what", "nothing would be asked", "Leave one, or remove the person.")
    needed = needed_assignments(draft.framework, part.respondents[0], asked)
    for assignment in needed:
        draft.put(assignment)
    kept = {one.process_id for one in needed}
    for assignment in part.assignments:
        if not needed or (assignment.process_id in asked and assignment.process_id not in kept):
            draft.remove(Assignment, respondent_id, assignment.process_id)


def _require_unchanged(
    draft: Draft, stored: RoadmapSettings, wanted: RoadmapSettings, version: int, expected_version: int
) -> None:
    """Raise Outdated where something that is to change was changed since a version."""
    none = RoadmapSettings()
    changes = draft.writer.changes_since(draft.stored.header.id, RoadmapSettings, expected_version)
    theirs = frozenset[str]().union(*(changed_parts(before or none, after or none) for before, after in changes))
    if theirs & changed_parts(stored, wanted):
        raise Outdated(model=RoadmapSettings, key=(), theirs=stored, yours=wanted, version=version)


def _require_people_for(permit: Permit, kind: type) -> None:
    """Who is asked, and what, is for whoever is in charge of the people."""
    if kind in (Respondent, Assignment):
        permit.require(Permission.PEOPLE)


def _require_kind(kind: type, allowed: tuple[type, ...]) -> None:
    if kind not in allowed:
        raise InvalidInput("Set-up", f"'{kind.__name__}' is not a part of it", "Choose a part of the set-up.")
