"""Reports: built in the background from one state of an assessment, kept for an hour, handed out on request."""

from __future__ import annotations

import threading
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import cache, partial

from assessment.domain.answered.assessment import Respondent
from assessment.domain.answered.written import written_texts
from assessment.domain.computed import Computed
from assessment.domain.layout.brand import Brand
from assessment.errors import InvalidInput
from assessment.reporting.letters import MissingLetters, missing_letters
from assessment.reporting.stages import OnStage, Stage, unheard
from assessment.reporting.worker import Order, Printable, PrintingWorker
from assessment.services.authority import Permission, Permit, Subject, Thing, operation
from assessment.services.beside import Besides, Pair
from assessment.services.computing import Computing
from assessment.services.jobs import Job, Jobs, known_paper, new_job_id
from assessment.services.layouts import brand_of, require_look
from assessment.services.report_orders import ReportOrder, is_worth_preparing
from assessment.services.repository import stored_header
from assessment.settings import ROOT_FOLDER
from assessment.views.layouts import layout_texts
from assessment.views.paper import Paper
from assessment.views.report_kinds import NAMING, ReportKind, Section, sections_of
from assessment.views.wording.files import file_stem

COMPUTED_SHARE = 0.15


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportJob(Job):
    """A report being built or built, of a kind and from a state of its assessment."""

    assessment_id: str
    kind: ReportKind = ReportKind.FULL
    snapshot_hash: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """What is to be built, of which state, and by which layout; `named` are people that it may name, `pair` what it is
    set beside.
    """

    computed: Computed
    kind: ReportKind
    paper: Paper
    brand: Brand
    named: tuple[Respondent, ...] | None = None
    pair: Pair | None = None


def _begun_on(service: ReportService, job_id: str) -> Thing:
    return service._jobs.begun_on(job_id)


class ReportService:
    """What goes on paper. One report is printed at a time, in a process of its own; the others wait."""

    def __init__(
        self,
        computing: Computing,
        worker: PrintingWorker,
        besides: Besides,
        *,
        today: Callable[[], date] = date.today,
    ) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._worker = worker
        self._besides = besides
        self._today = today
        self._jobs = Jobs(computing.repository.store, ReportJob, "report")

    @operation("reports.start", Permission.RESULTS, on=Subject.ASSESSMENT)
    def start(
        self,
        permit: Permit,
        assessment_id: str,
        kind: str = ReportKind.FULL,
        paper: str | None = None,
        layout_id: str | None = None,
    ) -> str:
        """Begin to build a report of the assessment as it is now, by a layout; returns the id of the job.

        Without a paper it is the layout's, without a layout everything is the house's. Raises InvalidInput for an
        unknown kind or paper, or when too many reports wait already; NotAvailable for a layout that is not there, and
        for a kind with names to whoever may not see names.
        """
        wanted = self._wanted(permit, assessment_id, kind, paper, layout_id)
        return self._jobs.take(self._order(permit, wanted).key) or self._begin(permit, wanted)

    @operation("reports.prepare", Permission.RESULTS, on=Subject.ASSESSMENT)
    def prepare(
        self,
        permit: Permit,
        assessment_id: str,
        kind: str = ReportKind.MAIN,
        paper: str | None = None,
        layout_id: str | None = None,
    ) -> None:
        """Begin what `start` would begin, for somebody who still reads the page; then `start` finds it there.

        Once for each state of the assessment, kinds that take little only, and nothing while any report is being built.
        """
        wanted = self._wanted(permit, assessment_id, kind, paper, layout_id)
        order = self._order(permit, wanted)
        if is_worth_preparing(self._jobs, order):
            self._begin(permit, wanted, order_key=order.key)

    @operation("reports.cancel", Permission.RESULTS, on=Subject.JOB, begun_on=_begun_on)
    def cancel(self, permit: Permit, job_id: str) -> None:
        """End a job that waits or runs, whatever page it is at. Raises what `status` raises."""
        self._jobs.cancel(permit.actor, job_id)

    @operation("reports.missing_letters", Permission.RESULTS, on=Subject.ASSESSMENT)
    def missing_letters(
        self, permit: Permit, assessment_id: str, layout_id: str | None = None
    ) -> tuple[MissingLetters, ...]:
        """Letters that people wrote, or a layout's language and line have, and no font on this machine has.

        Empty where all of it can be printed.
        """
        require_look(permit, layout_id)
        assessment, layout = self._computing.compute(assessment_id).told.assessment, self._brand(layout_id).layout
        return missing_letters((*written_texts(assessment), *layout_texts(layout)))

    @operation("reports.status", Permission.RESULTS, on=Subject.JOB, begun_on=_begun_on)
    def status(self, permit: Permit, job_id: str) -> ReportJob:
        """How far a job is. Raises NotAvailable when it is not this actor's, or too long ago."""
        return self._jobs.find(permit.actor, job_id)

    @operation("reports.content", Permission.RESULTS, on=Subject.JOB, begun_on=_begun_on)
    def content(self, permit: Permit, job_id: str) -> bytes:
        """The finished PDF.

        Raises NotAvailable while it is being built, when it failed, when it has expired, or its assessment is removed.
        """
        job = self._jobs.find(permit.actor, job_id)
        with self._computing.repository.store.reading() as reader:
            stored_header(reader, job.assessment_id)
        return self._jobs.content(permit.actor, job_id)

    @operation("reports.build", Permission.RESULTS, on=Subject.ASSESSMENT)
    def build(
        self,
        permit: Permit,
        assessment_id: str,
        kind: str = ReportKind.FULL,
        paper: str | None = None,
        layout_id: str | None = None,
    ) -> bytes:
        """The PDF, built while the caller waits. Raises what `start` raises, and ReportFailed."""
        return self._built(self._wanted(permit, assessment_id, kind, paper, layout_id), unheard, threading.Event())

    def close(self) -> None:
        """Build no more. Closing twice is harmless."""
        self._jobs.close()

    def _wanted(
        self, permit: Permit, assessment_id: str, kind: str, paper: str | None, layout_id: str | None
    ) -> _Wanted:
        require_look(permit, layout_id)
        known, brand = _known_kind(kind), self._brand(layout_id)
        sheet = known_paper("Report", paper or brand.layout.paper)
        named = self._named(permit, assessment_id) if known in NAMING else None
        told = self._computing.compute(assessment_id).told
        is_compared = Section.SINCE in sections_of(known, brand.layout.sections)
        pair = self._besides.usual(permit, assessment_id) if is_compared else None
        return _Wanted(computed=told, kind=known, paper=sheet, brand=brand, named=named, pair=pair)

    def _named(self, permit: Permit, assessment_id: str) -> tuple[Respondent, ...]:
        """The people whose names a kind with names may tell, for whoever may see them."""
        permit.require(Permission.READ)
        with self._computing.repository.store.reading() as reader:
            return tuple(one.entry for one in reader.entries(assessment_id, Respondent))

    def _order(self, permit: Permit, wanted: _Wanted) -> ReportOrder:
        return ReportOrder(
            actor_id=permit.actor.id,
            snapshot_hash=wanted.computed.snapshot_hash,
            kind=wanted.kind,
            paper=wanted.paper,
            look_hash=wanted.brand.layout.look_hash,
            printed_on=self._today(),
            before_hash="" if wanted.pair is None else self._besides.before_hash(wanted.pair),
        )

    def _begin(self, permit: Permit, wanted: _Wanted, *, order_key: str | None = None) -> str:
        job = ReportJob(
            id=new_job_id(),
            assessment_id=wanted.computed.assessment.header.id,
            file_name=_file_name(wanted),
            kind=wanted.kind,
            snapshot_hash=wanted.computed.snapshot_hash,
        )
        return self._jobs.begin(permit, job, partial(self._built, wanted), order_key=order_key)

    def _brand(self, layout_id: str | None) -> Brand:
        with self._computing.repository.store.reading() as reader:
            return brand_of(reader, layout_id)

    def _built(self, wanted: _Wanted, on_stage: OnStage, stopped: threading.Event) -> bytes:
        # imported when first used: nobody prints while the app starts
        from assessment.reporting.pdf.report import build_report

        computed, kind, brand = wanted.computed, wanted.kind, wanted.brand
        on_stage(0.01, Stage.PLANNING)
        _ = computed.roadmap  # made now, so that the stages are told when they begin
        on_stage(0.06, Stage.MEASURING)
        _ = computed.firmness
        if wanted.pair is not None:
            computed = self._besides.computed(wanted.pair, computed)
        on_stage(0.1, Stage.WRITING)
        report = build_report(
            computed,
            printed_on=self._today(),
            product_version=product_version(),
            kind=kind,
            sections=sections_of(kind, brand.layout.sections),
            brand=brand,
            named=wanted.named,
        )

        def on_printing(share: float, stage: Stage, page: int | None = None) -> None:
            on_stage(COMPUTED_SHARE + (1 - COMPUTED_SHARE) * share, stage, page)

        order = Order(printable=Printable.REPORT, document=report, paper=wanted.paper)
        return self._worker.render(order, on_printing, stopped)


def _known_kind(kind: str) -> ReportKind:
    try:
        return ReportKind(kind)
    except ValueError:
        known = f"Choose one of: {', '.join(ReportKind)}."
        raise InvalidInput("Report", f"there is no report of the kind '{kind[:80]}'", known) from None


def _file_name(wanted: _Wanted) -> str:
    return f"plumbline-{file_stem(wanted.computed.assessment.header)}-{wanted.kind}-{wanted.paper.lower()}.pdf"


@cache
def product_version() -> str:
    """The version in pyproject.toml."""
    with (ROOT_FOLDER / "pyproject.toml").open("rb") as file:
        version: str = tomllib.load(file)["project"]["version"]
    return version
