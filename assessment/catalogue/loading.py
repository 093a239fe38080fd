"""A folder of YAML files to what of it could be read, and a framework to and from the text that is stored."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from assessment.catalogue.reading import Place, ReadFile, read_yaml
from assessment.catalogue.translating import schema_fault
from assessment.domain.authored.content import (
    FrameworkHeader,
    FrameworkModel,
    GlossaryFile,
    LinkagesFile,
    OrganisationFile,
    Process,
    ScenariosFile,
)
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.transition import TransitionsFile
from assessment.errors import Finding, FrameworkInvalid

ModelT = TypeVar("ModelT", bound=FrameworkModel)
HEADER_FILE = "framework.yaml"
PROCESS_FOLDER = "processes"
OTHER_FILES: Mapping[str, type[FrameworkModel]] = {
    "linkages.yaml": LinkagesFile,
    "transitions.yaml": TransitionsFile,
    "scenarios.yaml": ScenariosFile,
    "organisation.yaml": OrganisationFile,
    "glossary.yaml": GlossaryFile,
}
FIELD_NAMES = {"terms": "glossary"}


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedFolder:
    """What of a folder could be read, and what is wrong with the rest.

    `files` are those that are YAML, `models` those that fit their schema too, both by name; a process has the id that
    its file is named by. `process_ids` are the ids of all processes, whether their files could be read or not.
    """

    files: Mapping[str, ReadFile]
    models: Mapping[str, FrameworkModel]
    process_ids: frozenset[str]
    findings: tuple[Finding, ...]

    def of(self, model: type[ModelT]) -> Mapping[str, ModelT]:
        """The files of one kind that could be read, by name; none if there is no such file or it is faulty."""
        return {name: found for name, found in self.models.items() if isinstance(found, model)}

    def located(self, places: Iterable[Place]) -> tuple[Finding, ...]:
        """Places in these files as findings, each with its line."""
        return tuple(self.files[name].finding(path, reason) for name, path, reason in places)

    def framework(self) -> Framework:
        """All files put together. Raises FrameworkInvalid when one could not be read."""
        if self.findings:
            raise FrameworkInvalid(self.findings)
        merged: dict[str, Any] = {}
        for model in self.models.values():
            if not isinstance(model, Process):
                merged.update({FIELD_NAMES.get(key, key): value for key, value in dict(model).items()})
        return Framework(**merged, processes=tuple(self.of(Process).values()))


def read_folder(folder: Path) -> LoadedFolder:
    """Read and validate each file of a folder. Raises FrameworkInvalid only if it has no header, so is no framework."""
    if not (folder / HEADER_FILE).is_file():
        raise FrameworkInvalid(
            (Finding(file=str(folder / HEADER_FILE), line=None, reason="is missing; a framework begins with it"),)
        )
    reader = _FolderReader(folder=folder)
    header = reader.read(HEADER_FILE, FrameworkHeader)
    for name, model in OTHER_FILES.items():
        reader.read(name, model)
    process_ids = reader.read_processes(header)
    return LoadedFolder(
        files=reader.files, models=reader.models, process_ids=process_ids, findings=tuple(reader.findings)
    )


@dataclass(slots=True, kw_only=True)
class _FolderReader:
    """Reads one file after the other and keeps what came of it."""

    folder: Path
    files: dict[str, ReadFile] = field(default_factory=dict)
    models: dict[str, FrameworkModel] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def read(self, name: str, model: type[ModelT]) -> ModelT | None:
        if not (self.folder / name).is_file():
            self.findings.append(Finding(file=name, line=None, reason="is missing"))
            return None
        try:
            file = self.files[name] = read_yaml(self.folder / name, name)
            # strict mode in Python refuses lists for tuples, lax mode turns true into 1: JSON mode does neither
            found = model.model_validate_json(json.dumps(file.values))
        except FrameworkInvalid as error:
            self.findings += error.findings
            return None
        except ValidationError as error:
            for detail in error.errors():
                reason = schema_fault(detail)
                if reason is not None:
                    self.findings.append(file.finding(tuple(detail["loc"]), reason))
            return None
        self.models[name] = found
        return found

    def read_processes(self, header: FrameworkHeader | None) -> frozenset[str]:
        """Read the processes that the groups list, or every process file if the groups are not known; all their ids."""
        present = {path.stem for path in (self.folder / PROCESS_FOLDER).glob("*.yaml")}
        listed = (
            [process_id for group in header.groups for process_id in group.processes] if header else sorted(present)
        )
        for process_id in sorted(present - set(listed)):
            reason = f"is in no group; list '{process_id}' in {HEADER_FILE} or remove it"
            self.findings.append(Finding(file=f"{PROCESS_FOLDER}/{process_id}.yaml", line=None, reason=reason))
        process_ids = present | set(listed)
        for process_id in dict.fromkeys(listed):
            name = f"{PROCESS_FOLDER}/{process_id}.yaml"
            process = self.read(name, Process)
            if process is not None and process.id != process_id:
                reason = f"the id is '{process.id}' but the file is named '{process_id}.yaml'"
                self.findings.append(self.files[name].finding(("id",), reason))
                # which of the two is meant is not known: the rules take either for a process
                self.models[name] = process.model_copy(update={"id": process_id})
                process_ids.add(process.id)
        return frozenset(process_ids)


def framework_to_json(framework: Framework) -> str:
    """The canonical JSON of a framework: sorted keys, no spaces; equal frameworks give equal text."""
    return json.dumps(framework.model_dump(mode="json"), sort_keys=True, ensure_ascii=False, separators=(",", ":"))


def framework_from_json(text: str) -> Framework:
    """The framework of a canonical JSON text; raises FrameworkInvalid when it does not fit the models."""
    try:
        return Framework.model_validate_json(text)
    except ValidationError as error:
        finding = Finding(
            file="stored framework",
            line=None,
            reason=f"does not fit this version of the product ({error.error_count()} faults)",
        )
        raise FrameworkInvalid((finding,)) from error


def content_hash(framework: Framework) -> str:
    """SHA-256 of the canonical JSON, 64 hexadecimal digits: what an assessment pins."""
    return hashlib.sha256(framework_to_json(framework).encode()).hexdigest()
