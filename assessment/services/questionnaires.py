"""Questionnaires as files: checking a framework, giving one out to begin from, printing it, writing the schema.

Nothing here is stored. A checked upload stays in memory for the clicks of its preview, by actor and content.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from assessment.catalogue import (
    ProcessCounts,
    WordingFigures,
    check_framework,
    load_framework,
    missing_parts,
    process_counts,
    schema_files,
    wording_figures,
)
from assessment.catalogue.archive import CheckedArchive, check_archive, packed
from assessment.errors import Finding, InvalidInput
from assessment.services.authority import Permission, Permit, operation
from assessment.services.remembered import Remembered
from assessment.services.shelf import Shelf

__all__ = [
    "CheckedArchive",
    "FolderFigures",
    "LibraryService",
    "WordingFigures",
    "check_folder",
    "measure_folder",
    "write_schema",
]


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFigures:
    """What a sound framework holds, how it reads, and what a process lacks of a whole questionnaire."""

    counts: tuple[ProcessCounts, ...]
    wording: WordingFigures
    missing: tuple[Finding, ...]


class LibraryService:
    """What an author or a reader of questionnaires needs."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._checked: Remembered[tuple[str, str], CheckedArchive] = Remembered(4)

    @operation("library.check_archive", Permission.READ)
    def check_archive(self, permit: Permit, content: bytes, name: str) -> CheckedArchive:
        """Everything wrong with a zipped framework folder, and the framework if it can be used. Nothing is stored."""
        key = (permit.actor.id, hashlib.sha256(content).hexdigest())
        return self._checked.get(key, lambda: check_archive(content, name))

    @operation("library.archive", Permission.READ)
    def archive(self, permit: Permit, framework_id: str) -> bytes:
        """An installed framework's folder as a .zip, to begin one's own from. Raises NotAvailable if there is none."""
        del permit
        return packed(self._shelf.framework_folder(framework_id))


def check_folder(folder: Path) -> tuple[Finding, ...]:
    """Everything wrong with a framework folder, by file and line. Raises InvalidInput when there is no such folder."""
    if not folder.is_dir():
        raise InvalidInput(str(folder), "there is no such folder", "Give the folder that holds framework.yaml.")
    return check_framework(folder)


def measure_folder(folder: Path) -> FolderFigures:
    """The figures of a framework that `check_folder` passes. Raises FrameworkInvalid for any other."""
    framework = load_framework(folder)
    return FolderFigures(
        counts=process_counts(framework), wording=wording_figures(framework), missing=missing_parts(framework)
    )


def write_schema(folder: Path, *, only_compare: bool) -> tuple[str, ...]:
    """Names of the schema files that differ from the models; written unless `only_compare`."""
    changed = tuple(
        name
        for name, text in schema_files().items()
        if not (folder / name).is_file() or (folder / name).read_text(encoding="utf-8") != text
    )
    if not only_compare:
        folder.mkdir(parents=True, exist_ok=True)
        for name in changed:
            (folder / name).write_text(schema_files()[name], encoding="utf-8")
    return changed
