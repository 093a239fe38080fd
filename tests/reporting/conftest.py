"""What is computed once for the tests of the PDF."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from assessment.catalogue import load_framework
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.reporting.pdf.report import Report, build_report
from assessment.reporting.stages import unheard
from assessment.reporting.worker import Order, Printable, PrintingWorker
from assessment.views.paper import Paper
from tests.builders import an_assessment, answered, tiny_framework
from tests.computing import computed
from tests.reporting.generated import generated_assessment

ROOT = Path(__file__).resolve().parents[2]
PRINTED_ALONE = SimpleNamespace(process_places=frozenset(), sections=("roadmap", "steps"))
PART_ALONE = SimpleNamespace(flows=False)
"""A report of one part, for its template: no process has a place to lead to."""


def report_of(framework: Framework, assessment: Assessment) -> Report:
    """The report of an assessment, printed on a fixed day."""
    return built(computed(framework, assessment))


def built(whole: Computed) -> Report:
    """The report of a computed assessment, printed on a fixed day."""
    return build_report(whole, printed_on=date(2026, 3, 20), product_version="0.1.0")


@pytest.fixture(scope="session")
def whole() -> Computed:
    """The shipped framework with a generated assessment of all its processes."""
    framework = load_framework(ROOT / "questionnaires" / "itsm-reference")
    return computed(framework, generated_assessment(framework))


@pytest.fixture(scope="session")
def report(whole: Computed) -> Report:
    """The report of the generated assessment."""
    return built(whole)


@pytest.fixture(scope="session")
def small_report() -> Report:
    """The report of three invented processes, everybody's answers."""
    framework = tiny_framework()
    return report_of(framework, answered(framework, an_assessment(framework)))


@pytest.fixture(scope="session")
def brief_report() -> Report:
    """The shortest report: nothing is in scope."""
    framework = tiny_framework(process_count=1)
    return report_of(framework, an_assessment(framework, scope=()))


@pytest.fixture(scope="session")
def worker() -> Iterator[PrintingWorker]:
    """A warm printing process."""
    started = PrintingWorker(time_limit_seconds=240.0)
    started.warm_up()
    yield started
    started.close()


@pytest.fixture(scope="session")
def full_content(report: Report, worker: PrintingWorker, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """The whole report of all 17 processes on A4, printed by the worker: once, also where tests run at once."""
    if "PYTEST_XDIST_TESTRUNUID" not in os.environ:
        return worker.render(report_order(report), unheard)
    kept = tmp_path_factory.getbasetemp().parent / "full-report.pdf"  # a folder of this run alone
    with kept.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not kept.exists():
            kept.write_bytes(worker.render(report_order(report), unheard))
    return kept.read_bytes()


def report_order(report: Report, paper: Paper = Paper.A4) -> Order:
    """The order to print a report."""
    return Order(printable=Printable.REPORT, document=report, paper=paper)
