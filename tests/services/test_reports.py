"""Reports are built in the background from one state, handed out only to whom they belong, and do not stay."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from assessment.domain.planning import firmness, roadmap
from assessment.errors import InvalidInput, NotAvailable, ReportFailed
from assessment.services import computing as scoring_user
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.beside import Besides
from assessment.services.computing import Computing
from assessment.services.jobs import WAITING_LIMIT, JobState
from assessment.services.plumbline import Plumbline
from assessment.services.reports import ReportService
from assessment.services.repository import Repository
from assessment.settings import Settings
from tests.builders import rated
from tests.services.access import EVERYTHING, let_in
from tests.services.conftest import OTHER, begun, counted
from tests.services.printing import Printer, waited


@pytest.fixture
def printer() -> Printer:
    """A printer that prints at once."""
    return Printer(lambda order: f"%PDF {order.document.imprint.short_hash} {order.paper}".encode())


@pytest.fixture
def computing(plumbline: Plumbline, settings: Settings) -> Computing:
    """Computing over the open Plumbline's store, for two actors who may do everything."""
    let_in(plumbline, OTHER, EVERYTHING)
    return Computing(Repository(plumbline._store, settings.questionnaires_folder))


@pytest.fixture
def reports(computing: Computing, printer: Printer) -> Iterator[ReportService]:
    """Reports on the fast printer."""
    service = ReportService(computing, printer, Besides(computing), today=lambda: date(2026, 3, 20))
    yield service
    printer.may_print.set()
    service.close()


def test_a_report_is_built_in_the_background_and_then_handed_out(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    assessment_id = begun(plumbline)
    printer.may_print.clear()
    job_id = reports.start(ME, assessment_id, "full", "Letter")
    running = waited(reports.status, job_id, lambda job: job.page == 1)
    assert running.state is JobState.RUNNING
    assert 0 < running.done_share < 1
    with pytest.raises(NotAvailable):
        reports.content(ME, job_id)
    printer.may_print.set()
    done = waited(reports.status, job_id)
    short_hash = plumbline.results.compute(ME, assessment_id).snapshot_hash[:12]
    assert (done.state, done.done_share) == (JobState.DONE, 1.0)
    assert reports.content(ME, job_id) == f"%PDF {short_hash} Letter".encode()
    assert done.file_name == "plumbline-invented-ltd-first-round-2026-01-15-full-letter.pdf"


def test_the_report_is_of_the_state_it_was_begun_on_even_if_somebody_answers_before_its_turn(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    assessment_id = begun(plumbline)
    begun_on = plumbline.results.compute(ME, assessment_id).snapshot_hash
    printer.may_print.clear()
    first, second = reports.start(ME, assessment_id), reports.start(ME, assessment_id)
    plumbline.answering.save(ME, assessment_id, rated("planning.deliver-1", 5))
    printer.may_print.set()
    for job_id in (first, second):
        waited(reports.status, job_id)
    assert {order.document.imprint.short_hash for order in printer.orders} == {begun_on[:12]}
    assert plumbline.results.compute(ME, assessment_id).snapshot_hash != begun_on


def test_one_report_scores_plans_and_measures_once(
    reports: ReportService, plumbline: Plumbline, printer: Printer, monkeypatch: pytest.MonkeyPatch
) -> None:
    made = counted(
        monkeypatch,
        (scoring_user, "score_assessment"),
        (roadmap, "plan_roadmap"),
        (firmness, "draw"),
    )
    reports.build(ME, begun(plumbline))
    assert made == {"score_assessment": 1, "plan_roadmap": 1, "draw": 1}


def test_a_report_that_fails_says_why_and_has_no_content(
    reports: ReportService, plumbline: Plumbline, printer: Printer
) -> None:
    printer.failure = ReportFailed("the paper is torn")
    job_id = reports.start(ME, begun(plumbline))
    job = waited(reports.status, job_id)
    assert job.state is JobState.FAILED
    assert "the paper is torn" in job.trouble
    with pytest.raises(NotAvailable):
        reports.content(ME, job_id)


def test_a_report_of_a_removed_assessment_is_not_handed_out(reports: ReportService, plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    job_id = reports.start(ME, assessment_id)
    waited(reports.status, job_id)
    plumbline.assessments.remove(ME, assessment_id)
    with pytest.raises(NotAvailable):
        reports.content(ME, job_id)


def test_a_report_belongs_to_who_started_it(reports: ReportService, plumbline: Plumbline) -> None:
    job_id = reports.start(ME, begun(plumbline))
    waited(reports.status, job_id)
    for operation in (reports.status, reports.content):
        with pytest.raises(NotAvailable):
            operation(OTHER, job_id)


def test_unknown_kinds_papers_and_assessments_are_refused(reports: ReportService, plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    with pytest.raises(InvalidInput, match="no report of the kind"):
        reports.start(ME, assessment_id, "novel")
    with pytest.raises(InvalidInput, match="no paper called"):
        reports.build(ME, assessment_id, "full", "A9")
    with pytest.raises(NotAvailable):
        reports.start(ME, "nothing")


def test_too_many_waiting_reports_are_refused(reports: ReportService, plumbline: Plumbline, printer: Printer) -> None:
    assessment_id = begun(plumbline)
    printer.may_print.clear()
    for _ in range(WAITING_LIMIT):
        reports.start(ME, assessment_id)
    with pytest.raises(InvalidInput, match="being built already"):
        reports.start(ME, assessment_id)


def test_a_real_report_is_printed_from_the_database(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated("planning.deliver-1", 3))
    assert plumbline.reports.build(ME, assessment_id).startswith(b"%PDF-1.7")
