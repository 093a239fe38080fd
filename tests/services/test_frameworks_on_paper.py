"""Questionnaires on paper are printed in the background, of the content that was asked for, for whoever asked."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest
from pypdf import PdfReader

from assessment.catalogue import content_hash
from assessment.catalogue.archive import packed
from assessment.domain.authored.content import Process
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.errors import FrameworkInvalid, InvalidInput, NotAvailable, ReportFailed
from assessment.reporting.worker import Printable
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.frameworks import FrameworkService, PaperRequest
from assessment.services.jobs import WAITING_LIMIT, JobState
from assessment.services.plumbline import Plumbline
from assessment.services.repository import Repository
from assessment.settings import Settings
from tests.builders import fields_of
from tests.far import far
from tests.services.access import EVERYTHING, let_in
from tests.services.conftest import OTHER, begun
from tests.services.folders import write_framework
from tests.services.printing import Printer, waited

PLANNING = PaperRequest(process_ids=("planning",))


@pytest.fixture
def printer() -> Printer:
    """A printer that prints at once the title, the hash and the paper."""
    return Printer(lambda order: f"%PDF {order.document.title} {order.document.content_hash} {order.paper}".encode())


@pytest.fixture
def frameworks(plumbline: Plumbline, settings: Settings, printer: Printer) -> Iterator[FrameworkService]:
    """The service of the open Plumbline on the fast printer."""
    let_in(plumbline, OTHER, EVERYTHING)
    repository = Repository(plumbline._store, settings.questionnaires_folder)
    service = FrameworkService(repository, printer)
    yield service
    printer.may_print.set()
    service.close()


def reworded(framework: Framework, why: str) -> Framework:
    """The framework with another sentence in its first process."""
    first = Process(**{**fields_of(framework.processes[0]), "why": why})
    return Framework(**{**fields_of(framework), "processes": (first, *framework.processes[1:])})


def test_a_questionnaire_is_printed_in_the_background_and_then_handed_out(
    frameworks: FrameworkService, printer: Printer, framework: Framework
) -> None:
    printer.may_print.clear()
    job_id = frameworks.start_paper(ME, "tiny", PaperRequest(process_ids=("planning",), paper="Letter"))
    running = waited(frameworks.paper_status, job_id, lambda job: job.page == 1)
    assert running.state is JobState.RUNNING
    with pytest.raises(NotAvailable):
        frameworks.paper_content(ME, job_id)
    printer.may_print.set()
    done = waited(frameworks.paper_status, job_id)
    assert done.state is JobState.DONE
    assert done.file_name == "tiny-planning-quick-letter.pdf"
    assert (
        frameworks.paper_content(ME, job_id)
        == f"%PDF {framework.processes[0].name} {content_hash(framework)[:12]} Letter".encode()
    )


def test_what_was_asked_for_is_what_is_printed(frameworks: FrameworkService, printer: Printer) -> None:
    request = PaperRequest(process_ids=("building", "planning"), depth=Depth.FULL, asks_to_be=False)
    job = waited(frameworks.paper_status, frameworks.start_paper(ME, "tiny", request))
    document = printer.orders[-1].document
    assert printer.orders[-1].printable is Printable.QUESTIONNAIRE
    assert [process.id for process in document.processes] == ["planning", "building"]
    assert document.depth == "Full depth"
    assert not document.asks_to_be
    assert job.file_name == "tiny-2-processes-full-a4.pdf"


def test_many_processes_may_take_longer_to_print_than_one(frameworks: FrameworkService, printer: Printer) -> None:
    for process_ids in (("planning",), ("planning", "building", "releasing")):
        waited(frameworks.paper_status, frameworks.start_paper(ME, "tiny", PaperRequest(process_ids=process_ids)))
    one, three = (order.time_limit_seconds for order in printer.orders)
    assert one is not None
    assert three is not None
    assert one < three


def test_an_assessment_is_printed_as_it_was_begun_though_the_folder_has_changed(
    frameworks: FrameworkService, plumbline: Plumbline, printer: Printer, framework: Framework, settings: Settings
) -> None:
    assessment_id = begun(plumbline)
    newer = reworded(framework, "A newer reason.")
    write_framework(newer, settings.questionnaires_folder)
    for job_id in (
        frameworks.start_assessment_paper(ME, assessment_id, PLANNING),
        frameworks.start_paper(ME, "tiny", PLANNING),
    ):
        waited(frameworks.paper_status, job_id)
    assert [order.document.organisation for order in printer.orders] == ["Invented Ltd", ""]
    assert [order.document.content_hash for order in printer.orders] == [
        content_hash(framework)[:12],
        content_hash(newer)[:12],
    ]
    with pytest.raises(NotAvailable):
        frameworks.start_assessment_paper(ME, "nothing", PLANNING)


def test_an_uploaded_framework_is_printed_without_being_stored(
    frameworks: FrameworkService, printer: Printer, framework: Framework, settings: Settings, tmp_path: Path
) -> None:
    own = reworded(framework, "Mine alone.")
    content = packed(write_framework(own, tmp_path / "elsewhere"))
    before = sorted(settings.questionnaires_folder.rglob("*"))
    waited(frameworks.paper_status, frameworks.start_draft_paper(ME, content, "mine.zip", PLANNING))
    assert printer.orders[-1].document.processes[0].why == "Mine alone."
    assert printer.orders[-1].document.framework.endswith(", draft")
    assert sorted(settings.questionnaires_folder.rglob("*")) == before


def test_an_uploaded_framework_with_faults_is_not_printed(frameworks: FrameworkService, printer: Printer) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("framework.yaml", "id: broken")
    with pytest.raises(FrameworkInvalid):
        frameworks.start_draft_paper(ME, buffer.getvalue(), "mine.zip", PLANNING)
    assert not printer.orders


@pytest.mark.parametrize(
    ("request_", "reason"),
    [
        (PaperRequest(process_ids=()), "no process is chosen"),
        (PaperRequest(process_ids=("planning", "nowhere")), "no process 'nowhere'"),
        (PaperRequest(process_ids=("planning",), paper="A9"), "no paper called 'A9'"),
    ],
)
def test_what_cannot_be_printed_is_refused_before_anything_waits(
    frameworks: FrameworkService, printer: Printer, request_: PaperRequest, reason: str
) -> None:
    with pytest.raises(InvalidInput, match=re.escape(reason)):
        frameworks.start_paper(ME, "tiny", request_)
    assert not printer.orders


def test_a_framework_that_is_not_installed_is_not_printed(frameworks: FrameworkService) -> None:
    with pytest.raises(NotAvailable):
        frameworks.start_paper(ME, "absent", PLANNING)


def test_a_questionnaire_that_fails_says_why(frameworks: FrameworkService, printer: Printer) -> None:
    printer.failure = ReportFailed("the paper is torn")
    job = waited(frameworks.paper_status, frameworks.start_paper(ME, "tiny", PLANNING))
    assert job.state is JobState.FAILED
    assert "the paper is torn" in job.trouble
    with pytest.raises(NotAvailable):
        frameworks.paper_content(ME, job.id)


def test_a_questionnaire_belongs_to_who_asked_for_it(frameworks: FrameworkService) -> None:
    job_id = frameworks.start_paper(ME, "tiny", PLANNING)
    waited(frameworks.paper_status, job_id)
    for operation in (frameworks.paper_status, frameworks.paper_content):
        with pytest.raises(NotAvailable):
            operation(OTHER, job_id)


def test_too_many_waiting_questionnaires_are_refused(frameworks: FrameworkService, printer: Printer) -> None:
    printer.may_print.clear()
    for _ in range(WAITING_LIMIT):
        frameworks.start_paper(ME, "tiny", PLANNING)
    with pytest.raises(InvalidInput, match="questionnaires are being built already"):
        frameworks.start_paper(ME, "tiny", PLANNING)


@far
def test_a_real_questionnaire_and_a_real_report_come_from_one_process(
    plumbline: Plumbline, framework: Framework
) -> None:
    job_id = plumbline.frameworks.start_paper(ME, "tiny", PLANNING)
    report_id = plumbline.reports.start(ME, begun(plumbline))
    assert waited(plumbline.frameworks.paper_status, job_id).state is JobState.DONE
    assert waited(plumbline.reports.status, report_id).state is JobState.DONE
    pages = PdfReader(io.BytesIO(plumbline.frameworks.paper_content(ME, job_id))).pages
    text = " ".join(" ".join(page.extract_text().split()) for page in pages)
    for item in framework.items("planning", Depth.QUICK, Horizon.AS_IS):
        assert item.question in text
        assert all(statement in text for statement in item.statements)
