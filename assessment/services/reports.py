"""Reports: built in the background from one state of an assessment, kept for an hour, handed out on request."""

from __future__ import annotations

import re
import time
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from assessment.domain.planning.results import Firmness, Roadmap
from assessment.errors import InvalidInput, ReportFailed
from assessment.reporting.document.model import ReportDocument
from assessment.reporting.progress import Progress, silent
from assessment.reporting.worker import Order, Printable, PrintingWorker
from assessment.services.actor import Actor
from assessment.services.authority import Permission, Permit, operation
from assessment.services.computing import Computed
from assessment.services.jobs import Job, Jobs, new_job_id, require_paper
from assessment.services.results import ResultService
from assessment.services.roadmap import RoadmapService
from assessment.settings import ROOT_FOLDER

KINDS = ("full",)
STATE_TRIES = 3
FOLDER = "reports"
COMPUTED_SHARE = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportJob(Job):
    """A report being built or built."""

    assessment_id: str


class ReportService:
    """What goes on paper. One report is printed at a time, in a process of its own; the others wait."""

    def __init__(
        self,
        results: ResultService,
        roadmap: RoadmapService,
        data_folder: Path,
        worker: PrintingWorker,
        *,
        today: Callable[[], date] = date.today,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._results = results
        self._roadmap = roadmap
        self._worker = worker
        self._today = today
        self._jobs: Jobs[ReportJob] = Jobs(data_folder / FOLDER, "report", clock=clock)

    @operation("reports.start", Permission.READ)
    def start(self, permit: Permit, assessment_id: str, kind: str = "full", paper: str = "A4") -> str:
        """Begin to build a report of the assessment as it is now; returns the id of the job.

        Raises InvalidInput for an unknown kind or paper, or when too many reports wait already.
        """
        _require_known(kind, paper)
        computed = self._results.compute(permit.actor, assessment_id)
        job = ReportJob(id=new_job_id(), assessment_id=assessment_id, file_name=_file_name(computed, paper))
        return self._jobs.begin(permit.actor, job, lambda tell: self._built(permit.actor, assessment_id, paper, tell))

    @operation("reports.status", Permission.READ)
    def status(self, permit: Permit, job_id: str) -> ReportJob:
        """How far a job is. Raises NotAvailable when it is not this actor's, or too long ago."""
        return self._jobs.find(permit.actor, job_id)

    @operation("reports.content", Permission.READ)
    def content(self, permit: Permit, job_id: str) -> bytes:
        """The finished PDF. Raises NotAvailable while it is being built, when it failed, or when it has expired."""
        self._results.compute(permit.actor, self._jobs.find(permit.actor, job_id).assessment_id)
        return self._jobs.content(permit.actor, job_id)

    @operation("reports.build", Permission.READ)
    def build(self, permit: Permit, assessment_id: str, kind: str = "full", paper: str = "A4") -> bytes:
        """The PDF, built while the caller waits. Raises what `start` raises, and ReportFailed."""
        _require_known(kind, paper)
        return self._built(permit.actor, assessment_id, paper, silent)

    def close(self) -> None:
        """Build no more and remove what was built. Closing twice is harmless."""
        self._jobs.close()

    def _built(self, actor: Actor, assessment_id: str, paper: str, tell: Progress) -> bytes:
        document = self._document(actor, assessment_id, tell)
        order = Order(printable=Printable.REPORT, document=document, paper=paper)
        return self._worker.render(
            order, lambda share, message: tell(COMPUTED_SHARE + (1 - COMPUTED_SHARE) * share, message)
        )

    def _document(self, actor: Actor, assessment_id: str, tell: Progress) -> ReportDocument:
        computed, roadmap, firmness = self._one_state(actor, assessment_id, tell)
        tell(COMPUTED_SHARE, "Making the sentences")
        # imported when first used: charts take most of a second, and nobody prints while the app starts
        from assessment.reporting.document.build import build_document

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


def _require_known(kind: str, paper: str) -> None:
    if kind not in KINDS:
        raise InvalidInput("Report", f"there is no report of the kind '{kind}'", f"Choose one of: {', '.join(KINDS)}.")
    require_paper("Report", paper)


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
