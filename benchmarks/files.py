"""Workbook, CSV files and deck of the sample and of the largest assessment, whose results are there already."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial

from assessment.domain.answered.assessment import Assessment
from assessment.domain.computed import Computed
from assessment.domain.rating.scoring import score_assessment
from assessment.reporting.slides import deck_bytes
from assessment.reporting.workbook import csv_zip_bytes, workbook_bytes
from assessment.services.export_format import from_export
from benchmarks.domain import framework
from benchmarks.exchange import largest_assessment
from benchmarks.measuring import ROOT, Measurement, measured, timed

DAY, VERSION = date(2026, 3, 20), "0.0.0"
WORKBOOK_BAR, CSV_BAR, DECK_BAR = 500, 100, 3000
RUN_COUNT = 10
SAMPLE = ROOT / "questionnaires" / "itsm-reference" / "sample.json"


def measure() -> list[Measurement]:
    """Each file of both, the sample before the largest is in memory.

    The bars hold for p50: with the largest in memory a full collection of garbage takes up to a second, in whatever
    call it falls.
    """
    sample = _measure("the sample", from_export(SAMPLE.read_text("utf-8")))
    largest = largest_assessment()
    return [*sample, *_measure(f"the largest ({len(largest.respondents)} people)", largest)]


def _told(assessment: Assessment) -> Computed:
    """What readers may see, with plan and firmness made."""
    whole = Computed(
        framework=framework(),
        assessment=assessment,
        result=score_assessment(framework(), assessment),
        hash_assessment=lambda _: "0" * 64,
    )
    told = whole.told
    _ = told.roadmap, told.firmness, told.snapshot_hash
    return told


def _measure(name: str, assessment: Assessment) -> list[Measurement]:
    told = _told(assessment)
    printers: tuple[tuple[str, Callable[..., bytes], int], ...] = (
        ("Workbook", workbook_bytes, WORKBOOK_BAR),
        ("CSV files", csv_zip_bytes, CSV_BAR),
        ("Deck", deck_bytes, DECK_BAR),
    )
    found = []
    for kind, printer, bar in printers:
        run = partial(printer, told, printed_on=DAY, product_version=VERSION)
        found.append(measured(f"{kind} of {name} ({len(run()) // 1024} KB)", timed(run, RUN_COUNT), bar=bar, on="p50"))
    return found
