"""A report can be begun before its click, and ended before it is done; neither stands in the way of a real order."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import date

import pytest
from sqlalchemy import select

from assessment.errors import NotAvailable
from assessment.reporting.worker import Order
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.beside import Besides
from assessment.services.computing import Computing
from assessment.services.jobs import JobState
from assessment.services.plumbline import Plumbline
from assessment.services.reports import ReportService
from assessment.services.repository import Repository
from assessment.settings import Settings
from assessment.store.jobs import JOB
from assessment.views.report_kinds import ReportKind
from tests.builders import rated
from tests.services.access import EVERYTHING, let_in
from tests.services.conftest import OTHER, begun
from tests.services.printing import PATIENCE_SECONDS, Printer, waited


@pytest.fixture
def printer() -> Printer:
    """A printer that prints at once."""
    return Printer(lambda order: f"{order.document.kind} {order.paper}".encode())


@pytest.fixture
def reports(plumbline: Plumbline, settings: Settings, printer: Printer) -> Iterator[ReportService]:
    """Reports on the fast printer."""
    let_in(plumbline, OTHER, EVERYTHING)
    computing = Computing(Repository(plumbline._store, settings.questionnaires_folder))
    service = ReportService(computing, printer, Besides(computing), today=lambda: date(2026, 3, 20))
    yield service
    printer.may_print.set()
    service.close()


def kept_in(plumbline: Plumbline) -> list[str]:
    """The ids of the jobs that the database holds a file of."""
    with plumbline._store._engine.connect() as connection:
        return list(connection.scalars(select(JOB.c.id).where(JOB.c.content.is_not(None))))


def orders(printer: Printer, count: int) -> list[str]:
    """What is ordered, once so many orders have come."""
    until = time.monotonic() + PATIENCE_SECONDS
    while len(printer.orders) < count:
        assert time.monotonic() < until
        time.sleep(0.01)
    return [order.document.kind.value for order in printer.orders]


def test_what_was_prepared_is_there_at_the_click_and_made_once(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    assessment_id = begun(plumbline)
    for _ in range(3):
        reports.prepare(ME, assessment_id, "main")
        orders(printer, 1)
    job_id = reports.start(ME, assessment_id, "main")
    assert waited(reports.status, job_id).kind is ReportKind.MAIN
    assert reports.content(ME, job_id) == b"main A4"
    assert orders(printer, 1) == ["main"]


@pytest.mark.parametrize(("kind", "paper"), [("full", "A4"), ("main", "Letter")])
def test_another_order_does_not_wait_for_what_was_prepared(
    reports: ReportService, plumbline: Plumbline, printer: Printer, kind: str, paper: str
) -> None:
    assessment_id = begun(plumbline)
    printer.may_print.clear()
    reports.prepare(ME, assessment_id, "main")
    orders(printer, 1)
    job_id = reports.start(ME, assessment_id, kind, paper)
    assert orders(printer, 2) == ["main", kind]  # though the first never printed
    printer.may_print.set()
    waited(reports.status, job_id)
    assert reports.content(ME, job_id) == f"{kind} {paper}".encode()


def test_a_report_that_was_asked_for_is_not_ended_by_the_next_one(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    assessment_id = begun(plumbline)
    printer.may_print.clear()
    reports.prepare(ME, assessment_id, "main")
    first = reports.start(ME, assessment_id, "main")
    second = reports.start(ME, assessment_id, "full")
    printer.may_print.set()
    assert [waited(reports.status, one).state for one in (first, second)] == [JobState.DONE, JobState.DONE]


def test_nothing_is_prepared_while_a_report_is_being_built_nor_of_a_long_kind(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    assessment_id = begun(plumbline)
    reports.prepare(ME, assessment_id, "full")
    printer.may_print.clear()
    job_id = reports.start(ME, assessment_id, "roadmap")
    orders(printer, 1)
    reports.prepare(ME, assessment_id, "executive")
    printer.may_print.set()
    waited(reports.status, job_id)
    assert orders(printer, 1) == ["roadmap"]
    reports.prepare(ME, assessment_id, "executive")
    assert orders(printer, 2) == ["roadmap", "executive"]


def test_an_answer_later_another_report_is_prepared(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    assessment_id = begun(plumbline)
    reports.prepare(ME, assessment_id, "main")
    waited(reports.status, reports.start(ME, assessment_id, "main"))
    plumbline.answering.save(ME, assessment_id, rated("planning.deliver-1", 5))
    waited(reports.status, reports.start(ME, assessment_id, "main"))
    assert len({order.document.imprint.short_hash for order in printer.orders}) == len(printer.orders) == 2


def test_a_running_and_a_waiting_report_can_be_cancelled_and_leave_no_file(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    assessment_id = begun(plumbline)
    printer.may_print.clear()
    running, waiting, kept = (reports.start(ME, assessment_id, kind) for kind in ("full", "roadmap", "processes"))
    orders(printer, 1)
    for job_id in (waiting, running):
        reports.cancel(ME, job_id)
        assert reports.status(ME, job_id).state is JobState.CANCELLED
        with pytest.raises(NotAvailable):
            reports.content(ME, job_id)
    assert orders(printer, 2) == ["full", "processes"]
    printer.may_print.set()
    assert waited(reports.status, kept).state is JobState.DONE
    assert kept_in(plumbline) == [kept]
    reports.cancel(ME, kept)
    assert reports.status(ME, kept).state is JobState.DONE


def test_a_report_that_is_cancelled_as_it_is_finished_leaves_no_file(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    begun_jobs: list[str] = []

    def finished(_: Order) -> bytes:
        reports.cancel(ME, begun_jobs[0])
        return b"too late"

    printer.may_print.clear()
    printer.printed = finished
    begun_jobs.append(reports.start(ME, begun(plumbline)))
    printer.may_print.set()
    assert waited(reports.status, begun_jobs[0]).state is JobState.CANCELLED
    printer.printed = lambda _: b"the next"
    waited(reports.status, next_id := reports.start(ME, begun(plumbline)))
    assert kept_in(plumbline) == [next_id]


def test_nobody_cancels_the_report_of_somebody_else(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    printer.may_print.clear()
    job_id = reports.start(ME, begun(plumbline))
    with pytest.raises(NotAvailable):
        reports.cancel(OTHER, job_id)
    assert not reports.status(ME, job_id).is_ended
