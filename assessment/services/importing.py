"""An uploaded export as an assessment: every entry validated, every id resolved, nothing more than an export can hold.

Entry by entry, against the framework that was answered, so that a file makes no more values than it may hold.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from typing import Any

from pydantic import ValidationError

from assessment.catalogue import carried_framework
from assessment.domain.answered.assessment import Assessment, FrameworkPin, Rating
from assessment.domain.answered.entries import Answer, AssessmentModel
from assessment.domain.authored.framework import Framework
from assessment.errors import FrameworkInvalid, ImportRefused, NotAvailable
from assessment.services.believing import Imported, believed_or_not
from assessment.services.carrying import Carried, carried_by
from assessment.services.export_format import (
    CARRIED,
    CARRIED_SIGN_OFF,
    FORMAT,
    FORMAT_VERSION,
    READ_VERSIONS,
    ExportDocument,
)
from assessment.services.limits import excess, text_excess
from assessment.services.references import FrameworkCheck
from assessment.services.repository import Repository
from assessment.services.upload import HOLE, Upload, take_apart
from assessment.services.validation import first_refusal, path
from assessment.store import SECTIONS, Section, text_length

EXPORT_AGAIN = (
    "Open the assessment where it was made, with this version of Plumbline or a newer one, and export it again: the "
    "file then carries its framework. Or, if you have the folder of that framework and version, put it beside the "
    "other frameworks here and import this file again."
)
UPDATE = "If a newer Plumbline wrote it, update this one and import it again; else export it again where it was made."


def read_export(repository: Repository, content: bytes, file_name: str) -> Imported:
    """The assessment in an uploaded file.

    The framework is the very content that was answered where it is archived or carried by the export; else the one of
    the same id and version that is installed, or kept beside an installed one (**own rule**: texts may differ, ids may
    not). Raises ImportRefused, naming the place, for anything but a complete, consistent export that an assessment can
    hold.
    """
    upload = take_apart(content, file_name)
    outline = _outline(upload, file_name)
    carried = carried_by(upload, file_name)
    framework = _framework(repository, outline.header.framework, carried, file_name)
    for where, reason in _outline_problems(framework, outline):
        raise ImportRefused(file_name, where, reason)
    check = FrameworkCheck(framework=framework, depth=outline.header.depth)
    filling = _Filling(upload=upload, file_name=file_name, check=check)
    return believed_or_not(repository, filling.filled(outline), framework, upload, file_name)


def _outline(upload: Upload, file_name: str) -> Assessment:
    """The assessment without the entries of its lists, validated."""
    values = upload.outline
    if not isinstance(values, dict) or values.get("format") != FORMAT:
        raise ImportRefused(file_name, "format", f"it is no Plumbline export (its format is not '{FORMAT}')")
    version = values.get("format_version")
    if type(version) is not int or version not in READ_VERSIONS:
        reason = f"it has a format version that this Plumbline does not read (it reads up to {FORMAT_VERSION})"
        raise ImportRefused(file_name, "format_version", reason, UPDATE)
    try:
        document = ExportDocument.model_validate_json(json.dumps(_emptied(upload, values, file_name)))
    except ValidationError as error:
        first = first_refusal(error)
        raise ImportRefused(file_name, first.where, first.reason) from error
    if document.framework != document.assessment.header.framework:
        raise ImportRefused(file_name, "framework", "it differs from assessment.header.framework")
    return document.assessment


def _emptied(upload: Upload, values: dict[str, Any], file_name: str) -> dict[str, Any]:
    """The outline, without its framework, with every list empty; ImportRefused where one holds anything but entries."""
    values = {key: value for key, value in values.items() if key not in (CARRIED, CARRIED_SIGN_OFF)}
    parts = values.get("assessment")
    if not isinstance(parts, dict):
        return values
    emptied = {section.field: parts[section.field] for section in _listed() if section.field in parts}
    for field, found in emptied.items():
        if not isinstance(found, list):
            continue
        stray = next((index for index, one in enumerate(found) if one != HOLE), None)
        if stray is not None or len(found) != upload.entry_count(("assessment", field)):
            place = ("assessment", field) if stray is None else ("assessment", field, stray)
            raise ImportRefused(file_name, path(place), "it is no entry of this kind")
        emptied[field] = []
    return {**values, "assessment": {**parts, **emptied}}


def _framework(repository: Repository, pin: FrameworkPin, carried: Carried | None, file_name: str) -> Framework:
    if carried is not None and carried.hash != pin.content_hash:
        reason = "the framework it carries is not the one it answers: the content has another hash"
        raise ImportRefused(file_name, CARRIED, reason)
    with repository.store.reading() as reader:
        if reader.framework(pin.content_hash) is not None:
            return repository.archived_framework(reader, pin.content_hash)
    if carried is not None:
        return _judged(carried, pin, file_name)
    found = _alike(repository, pin)
    if found is None:
        asked = f"{pin.id} {pin.version}"
        reason = f"it answers {asked}, which is not installed here in that version and which the file does not carry"
        raise ImportRefused(file_name, "framework", reason, EXPORT_AGAIN)
    return found


def _alike(repository: Repository, pin: FrameworkPin) -> Framework | None:
    """A framework of this id and version that is installed, or kept beside an installed one."""
    with suppress(NotAvailable):
        installed = repository.framework(pin.id)
        if installed.version == pin.version:
            return installed
    found = next((one for one in repository.installed() if (one.id, one.version) == (pin.id, pin.version)), None)
    return found or repository.earlier(pin.id, pin.version)


def _judged(carried: Carried, pin: FrameworkPin, file_name: str) -> Framework:
    """The framework that an export carries, once it has passed what an uploaded one has to pass."""
    try:
        return carried_framework(carried.values, pin.content_hash)
    except FrameworkInvalid as error:
        count = len(error.findings)
        first = error.findings[0]
        reason = f"the framework it carries cannot be used: {first}"
        if count > 1:
            reason += f" (and {count - 1:,} more)"
        raise ImportRefused(file_name, CARRIED, reason, UPDATE) from error


def _outline_problems(framework: Framework, assessment: Assessment) -> Iterator[tuple[str, str]]:
    """Each place of the outline that is wrong, with the reason."""
    header = assessment.header
    if (framework.id, framework.version) != (header.framework.id, header.framework.version):
        yield "framework", "its id or version is not that of the content it names"
    order = [process.id for process in framework.processes]
    for index, process_id in enumerate(assessment.scope):
        if process_id not in framework.process_by_id:
            yield f"assessment.scope[{index}]", f"'{process_id}' is no process of {framework.name}"
    known = [process_id for process_id in assessment.scope if process_id in framework.process_by_id]
    if known != sorted(set(known), key=order.index):
        yield "assessment.scope", "the processes are not in the model's order, each once"
    if header.scenario_id is not None and header.scenario_id not in {scenario.id for scenario in framework.scenarios}:
        yield "assessment.header.scenario_id", f"'{header.scenario_id}' is no scenario of {framework.name}"
    for refusal in FrameworkCheck(framework=framework, depth=header.depth).refusals(assessment.roadmap):
        yield f"assessment.roadmap.{refusal.where}", refusal.reason


@dataclass(slots=True, kw_only=True)
class _Filling:
    """Reads the entries of an upload into its outline."""

    upload: Upload
    file_name: str
    check: FrameworkCheck
    text_count: int = 0

    def filled(self, outline: Assessment) -> Assessment:
        """The outline with its entries, each list sorted by ids."""
        parts: dict[str, tuple[AssessmentModel, ...]] = {}
        for section in _listed():
            parts[section.field] = self._part(section)
            if section.field == "respondents":  # the first: the others refer to them
                people = {section.key_of(one)[0] for one in parts[section.field]}
                self.check = replace(self.check, respondent_ids=people)
        return outline.model_copy(update=parts)

    def _part(self, section: Section) -> tuple[AssessmentModel, ...]:
        name = ("assessment", section.field)
        reason = excess(section.model, self.upload.entry_count(name), self.check.framework, self.check.depth)
        if reason is not None:
            raise ImportRefused(self.file_name, path(name), reason)
        entries: list[AssessmentModel] = []
        seen: set[tuple[str, ...]] = set()
        answers: dict[Answer, Answer] = {}
        for index, content in enumerate(self.upload.entries(name)):
            place = (*name, index)
            entry = _sharing(self._entry(section, content, place), answers)
            key = section.key_of(entry)
            if key in seen:
                first = next(number for number, one in enumerate(entries) if section.key_of(one) == key)
                reason = f"it has the same ids as entry {first} of {section.field}"
                raise ImportRefused(self.file_name, path(place), reason)
            seen.add(key)
            entries.append(entry)
        return tuple(sorted(entries, key=section.order))

    def _entry(self, section: Section, content: bytes, place: tuple[int | str, ...]) -> AssessmentModel:
        try:
            entry = section.model.model_validate_json(content)
        except ValidationError as error:
            first = first_refusal(error)
            where = f"{path(place)}.{first.where}".rstrip(".")
            raise ImportRefused(self.file_name, where, first.reason) from error
        for refusal in self.check.refusals(entry):
            raise ImportRefused(self.file_name, f"{path(place)}.{refusal.where}", refusal.reason)
        self.text_count += text_length(entry)
        reason = text_excess(self.text_count)
        if reason is not None:
            raise ImportRefused(self.file_name, path(place), reason)
        return entry


def _listed() -> tuple[Section, ...]:
    return tuple(section for section in SECTIONS if section.key)


def _sharing(entry: AssessmentModel, answers: dict[Answer, Answer]) -> AssessmentModel:
    """The entry with an answer that all equal ones share, which halves the memory of a rating."""
    if not isinstance(entry, Rating):
        return entry
    return entry.model_copy(update={"answer": answers.setdefault(entry.answer, entry.answer)})
