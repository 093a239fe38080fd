"""Reports: built in the background from one state of an assessment, kept for an hour, handed out on request."""

from __future__ import annotations

import re
import tempfile
import threading
import time
import tomllib
import uuid
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from functools import cache
from pathlib import Path

from assessment.domain.plan_results import Firmness, Roadmap
from assessment.errors import AssessmentError, InvalidInput, NotAvailable, ReportFailed
from assessment.reporting.document.build import build_document
from assessment.reporting.document.model import ReportDocument
from assessment.reporting.progress import Progress, silent
from assessment.reporting.worker import Order, Printable, PrintingWorker
from assessment.services.actor import Actor
from assessment.services.authority import Permission, Permit, operation
from assessment.services.computing import Computed
from assessment.services.results import ResultService
from assessment.services.roadmap import RoadmapService
from assessment.settings import ROOT_FOLDER

KINDS = ("full",)
PAPERS = ("A4", "Letter")
LIFE_SECONDS = 3600.0
WAITING_LIMIT = 8
STATE_TRIES = 3
FOLDER = "reports"
COMPUTED_SHARE = 0.15


class ReportState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportJob:
    """A report being built or built. `done_share` runs from 0 to 1; `message` says what is done, or what failed."""

    id: str
    assessment_id: str
    state: ReportState
    done_share: float
    message: str
    file_name: str


@dataclass(slots=True, kw_only=True)
class _Entry:
    """A job with whom it is for and when it ended."""

    job: ReportJob
    actor_id: str
    ended_at: float | None = None


class ReportService:
    """What goes on paper. One report is printed at a time, in a process of its own; the others wait."""

    def __init__(
        self,
        results: ResultService,
        roadmap: RoadmapService,
        data_folder: Path,
        *,
        worker: PrintingWorker | None = None,
        today: Callable[[], date] = date.today,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._results = results
        self._roadmap = roadmap
        self._folder = data_folder / FOLDER
        self._worker = worker or PrintingWorker()
        self._today = today
        self._clock = clock
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="report")
        self._entries: dict[str, _Entry] = {}
        self._lock = threading.Lock()
        for left_over in self._folder.glob("*.pdf"):
            left_over.unlink(missing_ok=True)

    def warm_up(self) -> None:
        """Start the printing process, so that the first report need not wait for it. Returns at once."""
        self._worker.warm_up()

    @operation("reports.start", Permission.READ)
    def start(self, permit: Permit, assessment_id: str, kind: str = "full", paper: str = "A4") -> str:
        """Begin to build a report of the assessment as it is now; returns the id of the job.

        Raises InvalidInput for an unknown kind or paper, or when too many reports wait already.
        """
        _require_known(kind, paper)
        computed = self._results.compute(permit.actor, assessment_id)
        job = ReportJob(
            id=uuid.uuid4().hex,
            assessment_id=assessment_id,
            state=ReportState.QUEUED,
            done_share=0.0,
            message="Waiting for its turn",
            file_name=_file_name(computed, paper),
        )
        with self._lock:
            self._forget_expired()
            waiting = sum(entry.ended_at is None for entry in self._entries.values())
            if waiting >= WAITING_LIMIT:
                raise InvalidInput("Report", f"{waiting} reports are being built already", "Wait for one of them.")
            self._entries[job.id] = _Entry(job=job, actor_id=permit.actor.id)
        self._threads.submit(self._run, permit.actor, job.id, assessment_id, paper)
        return job.id

    @operation("reports.status", Permission.READ)
    def status(self, permit: Permit, job_id: str) -> ReportJob:
        """How far a job is. Raises NotAvailable when it is not this actor's, or too long ago."""
        return self._entry(permit, job_id).job

    @operation("reports.content", Permission.READ)
    def content(self, permit: Permit, job_id: str) -> bytes:
        """The finished PDF. Raises NotAvailable while it is being built, when it failed, or when it has expired."""
        entry = self._entry(permit, job_id)
        if entry.job.state is not ReportState.DONE:
            raise NotAvailable("This report")
        self._results.compute(permit.actor, entry.job.assessment_id)
        try:
            return self._path(job_id).read_bytes()
        except OSError as error:
            raise NotAvailable("This report") from error

    @operation("reports.build", Permission.READ)
    def build(self, permit: Permit, assessment_id: str, kind: str = "full", paper: str = "A4") -> bytes:
        """The PDF, built while the caller waits. Raises what `start` raises, and ReportFailed."""
        _require_known(kind, paper)
        return self._built(permit.actor, assessment_id, paper, silent)

    def close(self) -> None:
        """Stop building, end the printing process and remove what was built. Closing twice is harmless."""
        self._threads.shutdown(wait=False, cancel_futures=True)
        self._worker.close()
        with self._lock:
            for job_id in self._entries:
                self._path(job_id).unlink(missing_ok=True)
            self._entries.clear()

    def _run(self, actor: Actor, job_id: str, assessment_id: str, paper: str) -> None:
        def tell(share: float, message: str) -> None:
            self._update(job_id, ReportState.RUNNING, share, message)

        try:
            content = self._built(actor, assessment_id, paper, tell)
            self._keep(job_id, content)
        except AssessmentError as error:
            self._update(job_id, ReportState.FAILED, 1.0, str(error))
        except Exception:
            self._update(job_id, ReportState.FAILED, 1.0, str(ReportFailed("something unexpected went wrong")))
            raise
        else:
            self._update(job_id, ReportState.DONE, 1.0, "Ready")

    def _built(self, actor: Actor, assessment_id: str, paper: str, tell: Progress) -> bytes:
        document = self._document(actor, assessment_id, tell)
        order = Order(printable=Printable.REPORT, document=document, paper=paper)
        return self._worker.render(
            order, lambda share, message: tell(COMPUTED_SHARE + (1 - COMPUTED_SHARE) * share, message)
        )

    def _document(self, actor: Actor, assessment_id: str, tell: Progress) -> ReportDocument:
        computed, roadmap, firmness = self._one_state(actor, assessment_id, tell)
        tell(COMPUTED_SHARE, "Making the sentences")
        return build_document(
            framework=computed.framework,
            assessment=computed.assessment,
            result=computed.result,
            roadmap=roadmap,
            firmness=firmness,
            snapshot_hash=computed.snapshot_hash,
            printed_on=self._today(),
            product_version=product_version(),
        )

    def _one_state(self, actor: Actor, assessment_id: str, tell: Progress) -> tuple[Computed, Roadmap, Firmness]:
        """Result, plan and firmness of one state: computed again if the assessment changed meanwhile."""
        for _ in range(STATE_TRIES):
            tell(0.01, "Computing levels and gaps")
            computed = self._results.compute(actor, assessment_id)
            tell(0.03, "Planning the waves")
            roadmap = self._roadmap.plan(actor, assessment_id)
            tell(0.08, "Measuring how firm the order is")
            firmness = self._results.firmness(actor, assessment_id)
            if self._results.compute(actor, assessment_id).snapshot_hash == computed.snapshot_hash:
                return computed, roadmap, firmness
        raise ReportFailed("the assessment kept changing while it was read")

    def _keep(self, job_id: str, content: bytes) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            with tempfile.NamedTemporaryFile(dir=self._folder, delete=False) as written:
                written.write(content)
            Path(written.name).replace(self._path(job_id))
        except OSError as error:
            raise ReportFailed(f"it could not be stored ({error.strerror})") from error

    def _update(self, job_id: str, state: ReportState, share: float, message: str) -> None:
        with self._lock:
            entry = self._entries.get(job_id)
            if entry is None:
                return
            entry.job = replace(entry.job, state=state, done_share=min(1.0, max(0.0, share)), message=message)
            if state in (ReportState.DONE, ReportState.FAILED):
                entry.ended_at = self._clock()

    def _entry(self, permit: Permit, job_id: str) -> _Entry:
        with self._lock:
            self._forget_expired()
            entry = self._entries.get(job_id)
            if entry is None or entry.actor_id != permit.actor.id:
                raise NotAvailable("This report")
            return entry

    def _forget_expired(self) -> None:
        now = self._clock()
        for job_id, entry in list(self._entries.items()):
            if entry.ended_at is not None and now - entry.ended_at > LIFE_SECONDS:
                del self._entries[job_id]
                self._path(job_id).unlink(missing_ok=True)

    def _path(self, job_id: str) -> Path:
        return self._folder / f"{job_id}.pdf"


def _require_known(kind: str, paper: str) -> None:
    if kind not in KINDS:
        raise InvalidInput("Report", f"there is no report of the kind '{kind}'", f"Choose one of: {', '.join(KINDS)}.")
    if paper not in PAPERS:
        raise InvalidInput("Report", f"there is no paper called '{paper}'", f"Choose one of: {', '.join(PAPERS)}.")


def _file_name(computed: Computed, paper: str) -> str:
    header = computed.assessment.header
    words = re.sub(r"[^a-z0-9]+", "-", header.organisation.lower()).strip("-")[:60].strip("-") or "organisation"
    return f"plumbline-{words}-{header.assessed_on.isoformat()}-{paper.lower()}.pdf"


@cache
def product_version() -> str:
    """The version in pyproject.toml."""
    with (ROOT_FOLDER / "pyproject.toml").open("rb") as file:
        version: str = tomllib.load(file)["project"]["version"]
    return version
