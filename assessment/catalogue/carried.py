"""A framework that comes as one JSON value, as an export carries it, judged by the rules of an uploaded folder.

It is taken apart into the files it was once made of, so that the schema and every rule of the linter see it as they
see a folder, and findings name those files. What was put together from files has no lines.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

from pydantic import ValidationError

from assessment.catalogue.checking import in_order
from assessment.catalogue.linting import lint
from assessment.catalogue.loading import (
    FIELD_NAMES,
    HEADER_FILE,
    OTHER_FILES,
    PROCESS_FOLDER,
    LoadedFolder,
    content_hash,
    framework_from_json,
)
from assessment.catalogue.reading import ReadFile
from assessment.catalogue.translating import schema_fault
from assessment.domain.authored.content import FrameworkHeader, FrameworkModel, Process
from assessment.domain.authored.framework import Framework
from assessment.errors import Finding, FrameworkInvalid

CARRIED_SIZE_LIMIT = 4_000_000  # bytes of JSON: of a framework with as much YAML as an archive may hold
CARRIED_PART_LIMIT = 200_000  # commas and brackets: what bounds the number of values before they are parsed


def carried_framework(values: Mapping[str, Any], wanted_hash: str) -> Framework:
    """The framework of a JSON value; its content has the hash `wanted_hash`.

    Raises FrameworkInvalid with every finding of the schema; where there is none, of the groups; then of the linter; or
    when it would be stored here as another content.
    """
    files: dict[str, ReadFile] = {}
    models: dict[str, FrameworkModel] = {}
    findings: list[Finding] = []
    for name, model, value in _files(values):
        if name in files:
            findings.append(Finding(file=name, line=None, reason="is there twice"))
            continue
        files[name] = ReadFile(name=name, values=value)
        try:
            models[name] = model.model_validate_json(json.dumps(value))
        except ValidationError as error:
            reasons = ((detail["loc"], schema_fault(detail)) for detail in error.errors())
            findings += [files[name].finding(tuple(place), reason) for place, reason in reasons if reason is not None]
    ids = frozenset(name.split("/")[1].removesuffix(".yaml") for name in files if name.startswith(PROCESS_FOLDER))
    folder = LoadedFolder(files=files, models=models, process_ids=ids, findings=())
    found = findings or [*_group_findings(folder)] or lint(folder)
    if found:
        raise FrameworkInvalid(in_order(found))
    framework = framework_from_json(json.dumps(values))
    if content_hash(framework) != wanted_hash:
        reason = "would be kept with other texts than it has; it was written by hand or by another version"
        raise FrameworkInvalid((Finding(file=HEADER_FILE, line=None, reason=reason),))
    return framework


def _files(values: Mapping[str, Any]) -> Iterator[tuple[str, type[FrameworkModel], Any]]:
    """Each file that the value was made of: its name, its model and its values; unknown keys stay with the header."""
    rest = dict(values)
    processes = rest.pop("processes", None)
    for name, model in OTHER_FILES.items():
        own = {FIELD_NAMES.get(field, field): field for field in model.model_fields}
        yield name, model, {field: rest.pop(key) for key, field in own.items() if key in rest}
    yield HEADER_FILE, FrameworkHeader, rest
    for process in processes if isinstance(processes, list) else ():
        process_id = process.get("id") if isinstance(process, dict) else None
        yield f"{PROCESS_FOLDER}/{process_id}.yaml", Process, process


def _group_findings(folder: LoadedFolder) -> Iterator[Finding]:
    """The processes are those that the groups list, in the same order: what reading a folder sees to."""
    for header in folder.of(FrameworkHeader).values():
        listed = [process_id for group in header.groups for process_id in group.processes]
        if listed != [process.id for process in folder.of(Process).values()]:
            reason = "the processes are not those of the groups, in their order"
            yield Finding(file=HEADER_FILE, line=None, reason=reason)
