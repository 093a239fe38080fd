"""Set-up: scope, people, assignments, opinions, services, targets, owners and everything else beside the answers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from assessment.domain.answered.assessment import (
    AgreedValue,
    Assignment,
    CriticalService,
    Flag,
    Note,
    Opinion,
    Rating,
    Respondent,
    Target,
)
from assessment.domain.answered.organisation import (
    LinkageRating,
    Owner,
    Readiness,
    Sourcing,
    Technology,
    TransitionPlace,
)
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.authority import Permission, Permit, operation
from assessment.services.checks import FrameworkCheck
from assessment.services.refusals import rechecked
from assessment.services.scope import scope_in_order
from assessment.services.shelf import Shelf, stored_header
from assessment.store import section_of

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


class SetupService:
    """Everything about an assessment beside its answers."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    @operation("setup.set-scope", Permission.EDIT)
    def set_scope(self, permit: Permit, assessment_id: str, process_ids: tuple[str, ...]) -> None:
        """Choose the processes; answers to a process that leaves the scope are kept and do not count."""
        with self._shelf.changing(permit, assessment_id) as (writer, stored):
            scope = scope_in_order(self._shelf.pinned(writer, stored), process_ids)
            writer.change_header(stored, stored.header, scope)

    @operation("setup.save", Permission.EDIT)
    def save(
        self, permit: Permit, assessment_id: str, entry: SetupEntry, *, expected_version: int | None = None
    ) -> int:
        """Store an entry in place of the one with its ids; returns the new version.

        `expected_version` is the version the form was opened with, 0 for a new entry; Conflict when somebody saved
        another value since.
        """
        _require_kind(type(entry), SETUP_KINDS)
        entry = rechecked(entry)
        with self._shelf.changing(permit, assessment_id) as (writer, stored):
            FrameworkCheck(framework=self._shelf.pinned(writer, stored), depth=stored.header.depth).require(entry)
            respondent_id = getattr(entry, "respondent_id", None)
            if respondent_id is not None and not writer.has_respondent(assessment_id, respondent_id):
                raise NotAvailable("This person")
            version, _ = writer.put(assessment_id, entry, expected_version=expected_version)
        return version

    @operation("setup.remove", Permission.EDIT)
    def remove(self, permit: Permit, assessment_id: str, kind: type[SetupEntry], *key: str) -> None:
        """Remove an entry by its ids; removing one that is gone changes nothing. A respondent's rows go along."""
        _require_kind(kind, SETUP_KINDS)
        if len(key) != len(section_of(kind).key):
            raise InvalidInput(section_of(kind).noun, "its ids are not complete", "Name each of them.")
        with self._shelf.changing(permit, assessment_id) as (writer, _):
            writer.remove(assessment_id, kind, *key)

    @operation("setup.versions", Permission.READ)
    def versions(self, permit: Permit, assessment_id: str, kind: type) -> Mapping[tuple[str, ...], int]:
        """The version of each entry of a kind, by its ids; for `save(..., expected_version=)`."""
        del permit
        _require_kind(kind, VERSIONED_KINDS)
        with self._shelf.store.reading() as reader:
            stored_header(reader, assessment_id)
            return reader.versions(assessment_id, kind)

    @operation("setup.proposed-pain", Permission.READ)
    def proposed_pain(self, permit: Permit, assessment_id: str) -> Mapping[str, int]:
        """How much each process in scope hurts in the assessment's scenario, 0 to 5; empty without a scenario."""
        del permit
        with self._shelf.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework = self._shelf.pinned(reader, stored)
        entries = [one.processes for one in framework.scenarios if one.id == stored.header.scenario_id]
        return {entry.process: entry.pain for entry in sum(entries, ()) if entry.process in stored.scope}


def _require_kind(kind: type, allowed: tuple[type, ...]) -> None:
    if kind not in allowed:
        raise InvalidInput("Set-up", f"'{kind.__name__}' is not a part of it", "Choose a part of the set-up.")
