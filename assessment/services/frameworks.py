"""Frameworks: which there are, checking one, giving one out to begin from, printing its questions, writing the schema.

No upload is stored. A checked one stays in memory for the clicks of its preview, by actor and content.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path
from threading import Condition

from cachetools import LRUCache, cached

from assessment.catalogue import check_framework, content_hash, load_framework, prose_figures, schema_files
from assessment.catalogue.archive import CheckedArchive, check_archive, packed
from assessment.domain.answered.assessment import Respondent
from assessment.domain.answered.feedback import SaidOfQuestion, in_order, said_of_questions
from assessment.domain.authored.framework import Depth, Framework
from assessment.domain.authored.parts import MeasuredFramework, missing_parts, process_counts
from assessment.errors import Finding, FrameworkInvalid, InvalidInput
from assessment.reporting.stages import OnStage
from assessment.reporting.worker import TIME_LIMIT_SECONDS, Order, Printable, PrintingWorker
from assessment.services.authority import Permission, Permit, Subject, Thing, operation
from assessment.services.csv_file import table_csv
from assessment.services.jobs import Job, Jobs, known_paper, new_job_id
from assessment.services.repository import Repository, stored_header
from assessment.services.seen import seen
from assessment.settings import ROOT_FOLDER
from assessment.views.frameworks.feedback import feedback_view
from assessment.views.paper import Paper

__all__ = [
    "CheckedArchive",
    "FrameworkService",
    "PaperJob",
    "PaperRequest",
    "check_folder",
    "measure_folder",
    "write_schema",
]
SECONDS_A_PROCESS = 20.0
CHECKED_COUNT = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperRequest:
    """What to print of a framework: processes, depth, paper, and whether the to-be is asked as well."""

    process_ids: tuple[str, ...]
    depth: Depth = Depth.QUICK
    paper: str = Paper.A4
    asks_to_be: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperJob(Job):
    """A questionnaire being printed, or printed."""

    framework_id: str
    request: PaperRequest


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """What goes on paper, whole: the content, what is asked for of it, and what is known of where it will be asked."""

    framework: Framework
    request: PaperRequest
    organisation: str = ""
    is_draft: bool = False


def _begun_on(service: FrameworkService, job_id: str) -> Thing:
    return service._jobs.begun_on(job_id)


class FrameworkService:
    """What somebody needs who chooses, reads or writes a framework."""

    def __init__(self, repository: Repository, worker: PrintingWorker) -> None:
        self.rights = repository.rights
        self._repository = repository
        self._worker = worker
        self._jobs = Jobs(repository.store, PaperJob, "questionnaire")
        checked: LRUCache[tuple[str, str], CheckedArchive] = LRUCache(CHECKED_COUNT)
        self._checked = cached(checked, key=_who_and_what, condition=Condition())(_check)

    @operation("frameworks.installed", Permission.READ, on=Subject.SHARED)
    def installed(self, permit: Permit) -> tuple[Framework, ...]:
        """The frameworks under the questionnaires folder, by folder. Raises FrameworkInvalid for a faulty one."""
        del permit
        return self._repository.installed()

    @operation("frameworks.get", Permission.READ, on=Subject.FRAMEWORK)
    def get(self, permit: Permit, framework_id: str) -> Framework:
        """The installed framework of an id. Raises NotAvailable when there is none."""
        del permit
        return self._repository.framework(framework_id)

    @operation("frameworks.feedback", Permission.READ, on=Subject.FRAMEWORK)
    def feedback(self, permit: Permit, framework_id: str) -> tuple[SaidOfQuestion, ...]:
        """What people said of the questions of a framework, in all assessments that the actor may read.

        Nobody is named, and no words leave an assessment of fewer people than its anonymity floor. Raises NotAvailable
        for a framework that is not installed, and of which nobody said anything.
        """
        said: list[SaidOfQuestion] = []
        with self._repository.store.reading() as reader:
            entries_of = reader.feedback_of(framework_id)
            headers = (stored_header(reader, assessment_id) for assessment_id in entries_of)
            for header in [one.header for one in seen(self.rights, permit, headers, Permission.READ)]:
                people_count = len(reader.entries(header.id, Respondent))
                said += said_of_questions(entries_of[header.id], people_count, header.anonymity_floor)
        if not said:
            self._repository.framework(framework_id)
        return in_order(said)

    @operation("frameworks.feedback-file", Permission.READ, on=Subject.FRAMEWORK)
    def feedback_file(self, permit: Permit, framework_id: str, framework: Framework) -> bytes:
        """The same as a table in a CSV file, a line for each thing said, for a spreadsheet."""
        view = feedback_view(framework, self.feedback(permit.actor, framework_id))
        return table_csv(view.table("said"))

    @operation("frameworks.check-archive", Permission.READ, on=Subject.SHARED)
    def check_archive(self, permit: Permit, content: bytes, name: str) -> CheckedArchive:
        """Everything wrong with a zipped framework folder, and the framework if it can be used. Nothing is stored."""
        return self._checked(permit.actor.id, content, name)

    @operation("frameworks.archive", Permission.READ, on=Subject.FRAMEWORK)
    def archive(self, permit: Permit, framework_id: str) -> bytes:
        """An installed framework's folder as a .zip, to begin one's own from. Raises NotAvailable if there is none."""
        del permit
        return packed(self._repository.framework_folder(framework_id), ROOT_FOLDER / "docs" / "authoring.md")

    @operation("frameworks.start-paper", Permission.READ, on=Subject.FRAMEWORK)
    def start_paper(self, permit: Permit, framework_id: str, request: PaperRequest) -> str:
        """Begin to print questionnaires of an installed framework; returns the id of the job.

        Raises NotAvailable when there is no such framework, InvalidInput for a process or paper that does not exist,
        for no process at all, or when too many questionnaires wait already.
        """
        return self._begin(permit, _Printed(framework=self._repository.framework(framework_id), request=request))

    @operation("frameworks.start-draft-paper", Permission.READ, on=Subject.SHARED)
    def start_draft_paper(self, permit: Permit, content: bytes, name: str, request: PaperRequest) -> str:
        """Begin to print questionnaires of an uploaded framework. Raises FrameworkInvalid when it has faults."""
        checked = self._checked(permit.actor.id, content, name)
        if checked.framework is None:
            raise FrameworkInvalid(checked.faults)
        return self._begin(permit, _Printed(framework=checked.framework, request=request, is_draft=True))

    @operation("frameworks.start-assessment-paper", Permission.READ, on=Subject.ASSESSMENT)
    def start_assessment_paper(self, permit: Permit, assessment_id: str, request: PaperRequest) -> str:
        """Begin to print questionnaires as an assessment asks them: the content it was begun with, not a newer one,
        with the organisation filled in.

        Raises NotAvailable when there is no such assessment, and what `start_paper` raises.
        """
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            framework = self._repository.pinned(reader, stored)
        organisation = ", ".join(part for part in (stored.header.organisation, stored.header.unit) if part)
        return self._begin(permit, _Printed(framework=framework, request=request, organisation=organisation))

    @operation("frameworks.paper-status", Permission.READ, on=Subject.JOB, begun_on=_begun_on)
    def paper_status(self, permit: Permit, job_id: str) -> PaperJob:
        """How far a job is. Raises NotAvailable when it is not this actor's, or too long ago."""
        return self._jobs.find(permit.actor, job_id)

    @operation("frameworks.paper-content", Permission.READ, on=Subject.JOB, begun_on=_begun_on)
    def paper_content(self, permit: Permit, job_id: str) -> bytes:
        """The printed PDF. Raises NotAvailable while it is being printed, when it failed, or when it has expired."""
        return self._jobs.content(permit.actor, job_id)

    def close(self) -> None:
        """Print no more. Closing twice is harmless."""
        self._jobs.close()

    def _begin(self, permit: Permit, printed: _Printed) -> str:
        framework, request = printed.framework, printed.request
        _require_printable(framework, request)
        job = PaperJob(
            id=new_job_id(), framework_id=framework.id, request=request, file_name=_paper_file_name(framework, request)
        )
        return self._jobs.begin(permit, job, lambda on_stage, _: self._print(printed, on_stage))

    def _print(self, printed: _Printed, on_stage: OnStage) -> bytes:
        # imported when first used: nobody prints while the app starts
        from assessment.views.paper_questionnaire import paper_questionnaire

        request = printed.request
        document = paper_questionnaire(
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
            paper=Paper(request.paper),
            time_limit_seconds=TIME_LIMIT_SECONDS + SECONDS_A_PROCESS * len(request.process_ids),
        )
        return self._worker.render(order, on_stage)


def _who_and_what(actor_id: str, content: bytes, name: str) -> tuple[str, str]:
    del name
    return actor_id, hashlib.sha256(content).hexdigest()


def _check(actor_id: str, content: bytes, name: str) -> CheckedArchive:
    del actor_id
    return check_archive(content, name)


def _require_printable(framework: Framework, request: PaperRequest) -> None:
    remedy = "Choose from the list."
    if not request.process_ids:
        raise InvalidInput("Questionnaire", "no process is chosen", "Choose at least one.")
    for process_id in request.process_ids:
        if process_id not in framework.process_by_id:
            raise InvalidInput("Questionnaire", f"there is no process '{process_id[:80]}' in {framework.name}", remedy)
    known_paper("Questionnaire", request.paper)


def _paper_file_name(framework: Framework, request: PaperRequest) -> str:
    chosen = set(request.process_ids)
    what = request.process_ids[0] if len(chosen) == 1 else f"{len(chosen)}-processes"
    return f"{framework.id}-{what}-{request.depth}-{request.paper.lower()}.pdf"


def check_folder(folder: Path) -> tuple[Finding, ...]:
    """Everything wrong with a framework folder, by file and line. Raises InvalidInput when there is no such folder."""
    if not folder.is_dir():
        raise InvalidInput(str(folder), "there is no such folder", "Give the folder that holds framework.yaml.")
    return check_framework(folder)


def measure_folder(folder: Path) -> MeasuredFramework:
    """The figures of a framework that `check_folder` passes. Raises FrameworkInvalid for any other."""
    framework = load_framework(folder)
    return MeasuredFramework(
        framework=framework,
        counts=process_counts(framework),
        prose=prose_figures(framework),
        missing=missing_parts(framework),
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
