"""What is computed once for the tests of charts, document and PDF."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest

from assessment.catalogue import load_framework
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.firmness import measure_firmness
from assessment.domain.planning.results import Firmness, Roadmap
from assessment.domain.planning.roadmap import plan_roadmap
from assessment.domain.rating.results import AssessmentResult
from assessment.domain.rating.scoring import score_assessment
from assessment.reporting.document.build import build_document
from assessment.reporting.document.model import ReportDocument
from assessment.reporting.worker import Order, Printable, PrintingWorker
from tests.builders import an_assessment, answered, tiny_framework
from tests.reporting.generated import generated_assessment

ROOT = Path(__file__).resolve().parents[2]
SNAPSHOT_HASH = "3f" * 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Whole:
    """An assessment with everything computed of it."""

    framework: Framework
    assessment: Assessment
    result: AssessmentResult
    roadmap: Roadmap
    firmness: Firmness | None

    def document(self) -> ReportDocument:
        """Its report."""
        return build_document(
            framework=self.framework,
            assessment=self.assessment,
            result=self.result,
            roadmap=self.roadmap,
            firmness=self.firmness,
            snapshot_hash=SNAPSHOT_HASH,
            printed_on=date(2026, 3, 20),
            product_version="0.1.0",
        )


def computed(framework: Framework, assessment: Assessment, draw_count: int = 50) -> Whole:
    """Everything of an assessment, firmness with few draws; 0 draws: none."""
    result = score_assessment(framework, assessment)
    return Whole(
        framework=framework,
        assessment=assessment,
        result=result,
        roadmap=plan_roadmap(framework, assessment, result),
        firmness=measure_firmness(framework, assessment, result, draw_count=draw_count) if draw_count else None,
    )


@pytest.fixture(scope="session")
def whole() -> Whole:
    """The shipped framework with a generated assessment of all its processes."""
    framework = load_framework(ROOT / "questionnaires" / "itsm-reference")
    return computed(framework, generated_assessment(framework))


@pytest.fixture(scope="session")
def small() -> Whole:
    """Three invented processes, everybody's answers."""
    framework = tiny_framework()
    return computed(framework, answered(framework, an_assessment(framework)))


@pytest.fixture(scope="session")
def document(whole: Whole) -> ReportDocument:
    """The report of the generated assessment."""
    return whole.document()


@pytest.fixture(scope="session")
def small_document(small: Whole) -> ReportDocument:
    """The report of three invented processes."""
    return small.document()


@pytest.fixture(scope="session")
def brief_document() -> ReportDocument:
    """The shortest report: nothing is in scope."""
    framework = tiny_framework(process_count=1)
    return computed(framework, an_assessment(framework, scope=()), draw_count=0).document()


@pytest.fixture(scope="session")
def worker() -> Iterator[PrintingWorker]:
    """A warm printing process."""
    started = PrintingWorker(time_limit_seconds=240.0)
    started.warm_up()
    yield started
    started.close()


def report_order(document: ReportDocument, paper: str = "A4") -> Order:
    """The order to print a report."""
    return Order(printable=Printable.REPORT, document=document, paper=paper)
