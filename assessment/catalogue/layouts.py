"""Layouts in folders: `layout.yaml` to a sheet and back, with every fault named by line."""

from __future__ import annotations

import json
from pathlib import Path

import yaml
from pydantic import ValidationError

from assessment.catalogue.reading import parse_yaml
from assessment.catalogue.translating import schema_fault
from assessment.domain.layout.sheet import LAYOUTS_FOLDER, SHEET_NAME, LayoutSheet
from assessment.errors import FrameworkInvalid, InvalidInput

_HEAD = "# How reports, decks and workbooks look. The files it names lie beside it.\n"


def layout_to_yaml(sheet: LayoutSheet) -> bytes:
    """The sheet as a file: every text in quotes, what is not set left out."""
    lines = [_HEAD]
    for name, value in sheet.model_dump(mode="json", exclude_none=True).items():
        written = yaml.safe_dump(value, default_style='"', default_flow_style=True, allow_unicode=True, width=10_000)
        lines.append(f"{name}: {written.removesuffix(chr(10))}\n")
    return "".join(lines).encode()


def layout_from_yaml(content: bytes, name: str = SHEET_NAME) -> LayoutSheet:
    """The sheet of a file; InvalidInput names the first line that is wrong, and why."""
    try:
        read = parse_yaml(content, name)
    except FrameworkInvalid as error:
        raise _invalid(name, str(error.findings[0])) from error
    try:
        return LayoutSheet.model_validate_json(json.dumps(read.values))
    except ValidationError as error:
        detail = error.errors(include_url=False)[0]
        finding = read.finding(detail["loc"], schema_fault(detail) or "cannot be read")
        raise _invalid(name, str(finding)) from error


def layout_folders(framework_folder: Path) -> tuple[Path, ...]:
    """The folders of layouts that the folder of a framework carries, by name."""
    return tuple(sorted(path.parent for path in framework_folder.glob(f"{LAYOUTS_FOLDER}/*/{SHEET_NAME}")))


def _invalid(name: str, finding: str) -> InvalidInput:
    return InvalidInput(name, finding.removeprefix(f"{name}: "), "Correct the file.")
