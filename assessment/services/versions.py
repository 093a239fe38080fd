"""Another version of the framework that an assessment answers: is there one, what would it change, bringing it over.

An assessment stays on the content it was begun with until somebody asks for another. Entries are kept by the ids they
name; what nothing in the other version can hold is named before it goes, and a copy keeps it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from cachetools import LRUCache

from assessment.catalogue import content_hash
from assessment.domain.answered.assessment import (
    Assessment,
    AssessmentHeader,
    AssessmentState,
    Assignment,
    CriticalService,
    FrameworkPin,
    Target,
)
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT, AssessmentModel
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.answered.workshop import Decision, ParkedPoint
from assessment.domain.authored.framework import Framework
from assessment.domain.bringing import Bringing, item_changes
from assessment.errors import Conflict, FrameworkInvalid, InvalidInput, NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.computing import Computing
from assessment.services.conflicts import conflicts_told
from assessment.services.identity import new_id
from assessment.services.references import FrameworkCheck
from assessment.services.repository import locked, require_place, require_still, stored_header
from assessment.store import SECTIONS, StoredHeader, Writer
from assessment.views.wording import bringing as words

HASHES_KEPT = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class _Brought:
    """An assessment on another framework, the entries that are lost, and those that lose a part, as they were."""

    assessment: Assessment
    lost: tuple[AssessmentModel, ...]
    trimmed: tuple[AssessmentModel, ...]


class VersionService:
    """Assessments and the versions of their frameworks."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._repository = computing.repository
        self._hashes: LRUCache[int, tuple[Framework, str]] = LRUCache(HASHES_KEPT)  # by identity: hashing takes 30 ms

    @operation("versions.newer", Permission.READ, on=Subject.ASSESSMENT)
    def newer(self, permit: Permit, assessment_id: str) -> FrameworkPin | None:
        """The installed framework, where it is newer than what the assessment answers, or the same version reworded.

        None where that is what it answers, where an older one or none of its id is installed.
        """
        del permit
        with self._repository.store.reading() as reader:
            pin = stored_header(reader, assessment_id).header.framework
        found = self._newer(pin)
        return None if found is None else self._pin(found)

    @operation("versions.preview", Permission.READ, on=Subject.ASSESSMENT)
    def preview(self, permit: Permit, assessment_id: str) -> Bringing:
        """What bringing the assessment to the newer installed framework would change. Nothing is saved.

        Raises InvalidInput where none is newer, or where none of the processes in scope is in it.
        """
        del permit
        state, before = self._computing.compute_state(assessment_id)
        framework = self._newer(before.assessment.header.framework)
        if framework is None:
            raise InvalidInput("Framework", "no newer version of it is installed", "Leave the assessment as it is.")
        brought = _brought(before.assessment, framework, self._pin(framework))
        return Bringing(
            before=before,
            after=self._computing.compute_other(framework, brought.assessment),
            revision=state.revision,
            items=item_changes(before.framework, framework, before.assessment),
            lost=brought.lost,
            trimmed=brought.trimmed,
        )

    @operation("versions.bring", Permission.EDIT, on=Subject.ASSESSMENT)
    def bring(
        self, permit: Permit, assessment_id: str, wanted: FrameworkPin, *, expected_version: int, keep_copy: bool = True
    ) -> str | None:
        """Bring a draft to the framework that was previewed; returns the id of the copy of what was before, if kept.

        A copy needs the right to begin assessments of that organisation too.

        Conflict when anything was changed since `expected_version`, the revision that was previewed, or when another
        framework is installed by now. AssessmentLocked for one that is validated or signed off.
        """
        place = require_place(self._repository, permit, assessment_id) if keep_copy else None
        with self._repository.writing(permit) as writer:
            stored = locked(writer, assessment_id, AssessmentState.DRAFT)
            if place is not None:
                require_still(stored, place)
            with conflicts_told(writer, assessment_id, self._repository.pinned(writer, stored)):
                writer.require_revision(stored, expected_version)
            framework = self._newer(stored.header.framework)
            if framework is None or self._pin(framework) != wanted:
                raise Conflict(
                    words.THE_FRAMEWORK, words.found(None if framework is None else framework.version), wanted.version
                )
            source = self._repository.load(writer, stored)
            copy_id = _keep_copy(writer, source) if keep_copy else None
            self._repository.archive(writer, framework)
            _write(writer, stored, _brought(source, framework, wanted))
        return copy_id

    def _newer(self, pin: FrameworkPin) -> Framework | None:
        try:
            framework = self._repository.framework(pin.id)
        except (NotAvailable, FrameworkInvalid):  # a folder with faults keeps nobody from working on what is begun
            return None
        is_older = _numbers(framework.version) < _numbers(pin.version)
        return None if is_older or self._pin(framework) == pin else framework

    def _pin(self, framework: Framework) -> FrameworkPin:
        """What an assessment pins of a framework."""
        kept = self._hashes.get(id(framework))
        if kept is None or kept[0] is not framework:
            kept = self._hashes[id(framework)] = (framework, content_hash(framework))
        return FrameworkPin(id=framework.id, version=framework.version, content_hash=kept[1])


def _numbers(version: str) -> tuple[int, ...]:
    """A version for comparing; one that is no three numbers comes first."""
    return tuple(int(part) if part.isdigit() else -1 for part in version.split("."))


def _brought(assessment: Assessment, framework: Framework, pin: FrameworkPin) -> _Brought:
    """The assessment on another framework; InvalidInput where none of its processes is in it."""
    scope = tuple(process.id for process in framework.processes if process.id in assessment.scope)
    if not scope:
        raise InvalidInput(
            "Framework",
            f"{framework.name} {framework.version} has none of the processes in scope",
            "Leave the assessment on the version it answers.",
        )
    check = FrameworkCheck(framework=framework, depth=assessment.header.depth)
    lost: list[AssessmentModel] = []
    trimmed: list[AssessmentModel] = []
    parts: dict[str, object] = {}
    for section in SECTIONS:
        value = getattr(assessment, section.field)
        kept: list[AssessmentModel] = []
        for entry in value if isinstance(value, tuple) else (value,):
            fitting = _fitting(entry, check)
            if fitting is None:
                lost.append(entry)
                continue
            if fitting != entry:
                trimmed.append(entry)
            kept.append(entry if fitting == entry else fitting)
        parts[section.field] = tuple(kept) if isinstance(value, tuple) else kept[0]
    header = assessment.header.model_copy(update={"framework": pin})
    if header.scenario_id not in {scenario.id for scenario in framework.scenarios}:
        header = header.model_copy(update={"scenario_id": None})
    changed = assessment.model_copy(update={**parts, "header": header, "scope": scope})
    return _Brought(assessment=changed, lost=tuple(lost), trimmed=tuple(trimmed))


def _fitting(entry: AssessmentModel, check: FrameworkCheck) -> AssessmentModel | None:
    """The entry with what of it the framework knows; None where it can hold nothing of it."""
    framework = check.framework
    match entry:
        case Assignment():
            ids = tuple(one for one in entry.attribute_ids if one in framework.attribute_by_id)
            if not ids:
                return None
            entry = entry.model_copy(update={"attribute_ids": ids})
        case CriticalService():
            ids = tuple(one for one in entry.process_ids if one in framework.process_by_id)
            entry = entry.model_copy(update={"process_ids": ids})
        case Target():
            cells = tuple(cell for cell in entry.cells if cell.attribute_id in framework.attribute_by_id)
            entry = entry.model_copy(update={"cells": cells})
        case RoadmapSettings():
            entry = _fitting_settings(entry, framework)
        case ParkedPoint() | Decision():  # what was written down stays, whatever it was about
            about = {"process_id": framework.process_by_id, "item_id": framework.item_by_id}
            gone = [name for name, known in about.items() if getattr(entry, name, None) not in (None, *known)]
            entry = entry.model_copy(update=dict.fromkeys(gone))
    return None if any(True for _ in check.refusals(entry)) else entry


def _fitting_settings(settings: RoadmapSettings, framework: Framework) -> RoadmapSettings:
    linkage_ids = {linkage.id for linkage in framework.linkages}
    return settings.model_copy(
        update={
            "pins": tuple(pin for pin in settings.pins if pin.process_id in framework.process_by_id),
            "efforts": tuple(one for one in settings.efforts if one.process_id in framework.process_by_id),
            "linkages": tuple(one for one in settings.linkages if one.linkage_id in linkage_ids),
        }
    )


def _keep_copy(writer: Writer, source: Assessment) -> str:
    """A copy of everything as it is, on the framework it answers; returns its id."""
    pin = source.header.framework
    name = words.copy_name(source.header.name, pin.version, SHORT_TEXT_LIMIT)
    values = {field: getattr(source.header, field) for field in AssessmentHeader.model_fields}
    header = AssessmentHeader(**{**values, "id": new_id(), "name": name, "copied_from": source.header.id})
    writer.create(source.model_copy(update={"header": header}))
    return header.id


def _write(writer: Writer, stored: StoredHeader, brought: _Brought) -> None:
    """Write what changed of a locked assessment, each entry with its line in the journal."""
    assessment_id = stored.header.id
    for model, key in _keys(brought.lost):
        writer.remove(assessment_id, model, *key)
    keys = set(_keys(brought.trimmed))
    for section in SECTIONS:
        value = getattr(brought.assessment, section.field)
        for entry in value if isinstance(value, tuple) else (value,):
            if (section.model, section.key_of(entry)) in keys:
                writer.put(assessment_id, entry)
    writer.change_header(stored, brought.assessment.header, brought.assessment.scope)


def _keys(entries: tuple[AssessmentModel, ...]) -> Iterator[tuple[type[AssessmentModel], tuple[str, ...]]]:
    by_model = {section.model: section for section in SECTIONS}
    for entry in entries:
        section = by_model[type(entry)]
        yield section.model, section.key_of(entry)
