"""Questionnaires as files: checking a framework, giving one out to begin from, printing it, writing the schema.

No upload is stored. A checked one stays in memory for the clicks of its preview, by actor and content.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from assessment.catalogue import (
    ProcessCounts,
    WordingFigures,
    check_framework,
    content_hash,
    load_framework,
    missing_parts,
    process_counts,
    schema_files,
    wording_figures,
)
from assessment.catalogue.archive import CheckedArchive, check_archive, packed
from assessment.domain.authored.framework import Depth, Framework
from assessment.errors import Finding, FrameworkInvalid, InvalidInput
from assessment.reporting.progress import Progress
from assessment.reporting.worker import TIME_LIMIT_SECONDS, Order, Printable, PrintingWorker
from assessment.services.authority import Permission, Permit, operation
from assessment.services.jobs import Job, Jobs, new_job_id, require_paper
from assessment.services.remembered import Remembered
from assessment.services.shelf import Shelf, stored_header
from assessment.settings import ROOT_FOLDER

__all__ = [
    "CheckedArchive",
    "FolderFigures",
    "LibraryService",
    "SheetJob",
    "SheetRequest",
    "WordingFigures",
    "check_folder",
    "measure_folder",
    "write_schema",
]
SHEETS_FOLDER = "sheets"
SECONDS_A_PROCESS = 20.0


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderFigures:
    """What a sound framework holds, how it reads, and what a process lacks of a whole questionnaire."""

    counts: tuple[ProcessCounts, ...]
    wording: WordingFigures
    missing: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetRequest:
    """What to print of a framework: processes, depth, paper, and whether the wanted state is asked as well."""

    process_ids: tuple[str, ...]
    depth: Depth = Depth.QUICK
    paper: str = "A4"
    asks_to_be: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetJob(Job):
    """A questionnaire being printed, or printed."""

    framework_id: str
    request: SheetRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """What goes on paper, whole: the content, what is wanted of it, and what is known of where it will be asked."""

    framework: Framework
    request: SheetRequest
    organisation: str = ""
    is_draft: bool = False


class LibraryService:
    """What an author or a reader of questionnaires needs."""

    def __init__(self, shelf: Shelf, data_folder: Path, worker: PrintingWorker) -> None:
        self._shelf = shelf
        self._worker = worker
        self._checked: Remembered[tuple[str, str], CheckedArchive] = Remembered(4)
        self._jobs: Jobs[SheetJob] = Jobs(data_folder / SHEETS_FOLDER, "questionnaire")

    @operation("library.check_archive", Permission.READ)
    def check_archive(self, permit: Permit, content: bytes, name: str) -> CheckedArchive:
        """Everything wrong with a zipped framework folder, and the framework if it can be used. Nothing is stored."""
        return self._check(permit, content, name)

    @operation("library.archive", Permission.READ)
    def archive(self, permit: Permit, framework_id: str) -> bytes:
        """An installed framework's folder as a .zip, to begin one's own from. Raises NotAvailable if there is none."""
        del permit
        return packed(self._shelf.framework_folder(framework_id), ROOT_FOLDER / "docs" / "authoring.md")

    @operation("library.start_sheet", Permission.READ)
    def start_sheet(self, permit: Permit, framework_id: str, request: SheetRequest) -> str:
        """Begin to print questionnaires of an installed framework; returns the id of the job.

        Raises NotAvailable when there is no such framework, InvalidInput for a process or paper that does not exist,
        for no process at all, or when too many questionnaires wait already.
        """
        return self._begin(permit, _Printed(framework=self._shelf.framework(framework_id), request=request))

    @operation("library.start_draft_sheet", Permission.READ)
    def start_draft_sheet(self, permit: Permit, content: bytes, name: str, request: SheetRequest) -> str:
        """Begin to print questionnaires of an uploaded framework. Raises FrameworkInvalid when it has faults."""
        checked = self._check(permit, content, name)
        if checked.framework is None:
            raise FrameworkInvalid(checked.faults)
        return self._begin(permit, _Printed(framework=checked.framework, request=request, is_draft=True))

    @operation("library.start_assessment_sheet", Permission.READ)
    def start_assessment_sheet(self, permit: Permit, assessment_id: str, request: SheetRequest) -> str:
        """Begin to print questionnaires as an assessment asks them: the content it was begun with, not a newer one,
        with the organisation filled in.

        Raises NotAvailable when there is no such assessment, and what `start_sheet` raises.
        """
        with self._shelf.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework = self._shelf.pinned(reader, stored)
        organisation = ", ".join(part for part in (stored.header.organisation, stored.header.unit) if part)
        return self._begin(permit, _Printed(framework=framework, request=request, organisation=organisation))

    @operation("library.sheet_status", Permission.READ)
    def sheet_status(self, permit: Permit, job_id: str) -> SheetJob:
        """How far a job is. Raises NotAvailable when it is not this actor's, or too long ago."""
        return self._jobs.find(permit.actor, job_id)

    @operation("library.sheet_content", Permission.READ)
    def sheet_content(self, permit: Permit, job_id: str) -> bytes:
        """The printed PDF. Raises NotAvailable while it is being printed, when it failed, or when it has expired."""
        return self._jobs.content(permit.actor, job_id)

    def close(self) -> None:
        """Print no more and remove what was printed. Closing twice is harmless."""
        self._jobs.close()

    def _check(self, permit: Permit, content: bytes, name: str) -> CheckedArchive:
        key = (permit.actor.id, hashlib.sha256(content).hexdigest())
        return self._checked.get(key, lambda: check_archive(content, name))

    def _begin(self, permit: Permit, printed: _Printed) -> str:
        framework, request = printed.framework, printed.request
        _require_printable(framework, request)
        job = SheetJob(
            id=new_job_id(), framework_id=framework.id, request=request, file_name=_sheet_file_name(framework, request)
        )
        return self._jobs.begin(permit.actor, job, lambda tell: self._print(printed, tell))

    def _print(self, printed: _Printed, tell: Progress) -> bytes:
        # imported when first used: nobody prints while the app starts
        from assessment.reporting.questionnaire_sheet import questionnaire_sheet

        request = printed.request
        document = questionnaire_sheet(
            printed.framework,
            request.process_ids,
            content_hash=content_hash(printed.framework),
            depth=request.depth,
            asks_to_be=request.asks_to_be,
            organisation=printed.organisation,
            is_draft=printed.is_draft,
        )
        order = Order(
            printable=Printable.QUESTIONNAIRE,
            document=document,
            paper=request.paper,
            time_limit_seconds=TIME_LIMIT_SECONDS + SECONDS_A_PROCESS * len(request.process_ids),
        )
        return self._worker.render(order, tell)


def _require_printable(framework: Framework, request: SheetRequest) -> None:
    remedy = "Choose from the list."
    if not request.process_ids:
        raise InvalidInput("Questionnaire", "no process is chosen", "Choose at least one.")
    for process_id in request.process_ids:
        if process_id not in framework.process_by_id:
            raise InvalidInput("Questionnaire", f"there is no process '{process_id[:80]}' in {framework.name}", remedy)
    require_paper("Questionnaire", request.paper)


def _sheet_file_name(framework: Framework, request: SheetRequest) -> str:
    chosen = set(request.process_ids)
    what = request.process_ids[0] if len(chosen) == 1 else f"{len(chosen)}-processes"
    return f"{framework.id}-{what}-{request.depth}-{request.paper.lower()}.pdf"


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
