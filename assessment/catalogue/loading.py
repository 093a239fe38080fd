"""A folder of YAML files to a `Framework`; everything wrong with it is reported at once."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, TypeVar

from pydantic import ValidationError

from assessment.catalogue.linting import lint
from assessment.catalogue.reading import ReadFile, read_yaml
from assessment.domain.framework import Framework
from assessment.domain.questionnaire import (
    FrameworkHeader,
    FrameworkModel,
    GlossaryFile,
    LinkagesFile,
    OrganisationFile,
    Process,
    ScenariosFile,
    TransitionsFile,
)
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


@dataclass(frozen=True, slots=True, kw_only=True)
class LoadedFolder:
    """A framework and the files it was read from, so that a finding can name a line."""

    framework: Framework
    files: Mapping[str, ReadFile]


def load_framework(folder: Path) -> Framework:
    """The framework of a folder. Raises FrameworkInvalid with every finding of reading, schema and linter."""
    loaded = read_folder(folder)
    findings = lint(loaded.framework, loaded.files)
    if findings:
        raise FrameworkInvalid(findings)
    return loaded.framework


def check_framework(folder: Path) -> tuple[Finding, ...]:
    """Everything wrong with a folder, in the order of files and lines; empty when it can be used."""
    try:
        loaded = read_folder(folder)
    except FrameworkInvalid as error:
        findings = error.findings
    else:
        findings = lint(loaded.framework, loaded.files, reads_wording=True)
    return in_order(findings)


def in_order(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """Findings sorted by file, line and reason."""
    return tuple(sorted(findings, key=lambda finding: (finding.file, finding.line or 0, finding.reason)))


def read_folder(folder: Path) -> LoadedFolder:
    """Read and validate each file of a folder; raises FrameworkInvalid with the findings of all files together."""
    findings: list[Finding] = []
    files: dict[str, ReadFile] = {}
    if not (folder / HEADER_FILE).is_file():
        raise FrameworkInvalid(
            (Finding(file=str(folder / HEADER_FILE), line=None, reason="is missing; a framework begins with it"),)
        )
    header = _read(folder, HEADER_FILE, FrameworkHeader, files, findings)
    others = {name: _read(folder, name, model, files, findings) for name, model in OTHER_FILES.items()}
    processes = _read_processes(folder, header, files, findings)
    if findings or header is None:
        raise FrameworkInvalid(tuple(findings))
    merged: dict[str, Any] = dict(header)
    for other in others.values():
        merged.update({_FIELD_NAMES.get(key, key): value for key, value in dict(other or {}).items()})
    return LoadedFolder(framework=Framework(**merged, processes=processes), files=files)


_FIELD_NAMES = {"terms": "glossary"}


def _read_processes(
    folder: Path, header: FrameworkHeader | None, files: dict[str, ReadFile], findings: list[Finding]
) -> tuple[Process, ...]:
    present = {path.stem for path in (folder / PROCESS_FOLDER).glob("*.yaml")}
    listed = [process_id for group in header.groups for process_id in group.processes] if header else sorted(present)
    for process_id in sorted(present - set(listed)):
        name = f"{PROCESS_FOLDER}/{process_id}.yaml"
        findings.append(
            Finding(file=name, line=None, reason=f"is in no group; list '{process_id}' in {HEADER_FILE} or remove it")
        )
    processes = []
    for process_id in dict.fromkeys(listed):
        name = f"{PROCESS_FOLDER}/{process_id}.yaml"
        process = _read(folder, name, Process, files, findings)
        if process is None:
            continue
        if process.id != process_id:
            findings.append(
                files[name].finding(("id",), f"the id is '{process.id}' but the file is named '{process_id}.yaml'")
            )
        processes.append(process)
    return tuple(processes)


def _read(
    folder: Path, name: str, model: type[ModelT], files: dict[str, ReadFile], findings: list[Finding]
) -> ModelT | None:
    path = folder / name
    if not path.is_file():
        findings.append(Finding(file=name, line=None, reason="is missing"))
        return None
    try:
        file = read_yaml(path, name)
    except FrameworkInvalid as error:
        findings.extend(error.findings)
        return None
    files[name] = file
    try:
        # strict mode in Python refuses lists for tuples, lax mode turns true into 1: JSON mode does neither
        return model.model_validate_json(json.dumps(file.values))
    except ValidationError as error:
        findings.extend(file.finding(tuple(detail["loc"]), _in_words(dict(detail))) for detail in error.errors())
        return None


def _in_words(detail: Mapping[str, Any]) -> str:
    place = ".".join(str(part) for part in detail["loc"]) or "the file"
    kind, context = detail["type"], detail.get("ctx", {})
    given = str(detail.get("input"))[:40]
    reasons = {
        "missing": "is missing",
        "extra_forbidden": "is not a key of this place; check its spelling",
        "string_type": f"must be text; put {given} in quotes",
        "string_too_short": "is empty",
        "string_too_long": f"is longer than {context.get('max_length')} characters",
        "string_pattern_mismatch": f"'{given}' does not have the form {context.get('pattern')}",
        "too_short": f"has {context.get('actual_length')} entries, at least {context.get('min_length')} are needed",
        "too_long": f"has {context.get('actual_length')} entries, at most {context.get('max_length')} are allowed",
        "enum": f"'{given}' is none of {context.get('expected')}",
        "literal_error": f"'{given}' is none of {context.get('expected')}",
        "less_than_equal": f"{given} is above {context.get('le')}",
        "greater_than_equal": f"{given} is below {context.get('ge')}",
    }
    return f"{place} {reasons.get(kind, detail['msg'].lower())}"


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
