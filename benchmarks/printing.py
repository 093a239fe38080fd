"""What printing takes, beside Chromium printing the same HTML in turn; memory; and whether it grows with the pages.

Each warm run has a process of its own that has printed something else, so that no chapter is kept; Chromium and the
command line begin from nothing each time. Chromium prints no tags and no bookmarks.
"""

from __future__ import annotations

import io
import os
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import date
from functools import partial
from pathlib import Path

from pypdf import PdfReader

from assessment.reporting.pdf.engine import sheet_rules
from assessment.reporting.pdf.render import SHEET, render_html
from assessment.reporting.pdf.report import Report, Template, build_report
from assessment.reporting.pdf.stylesheet import token_rules
from assessment.reporting.stages import unheard
from assessment.reporting.templates import FONTS_FOLDER
from assessment.reporting.worker import Order, Printable, PrintingWorker
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import read_settings
from assessment.views.paper import Paper
from assessment.views.report_kinds import ReportKind
from benchmarks.clicking import CHROMIUM, CHROMIUM_FLAGS
from benchmarks.measuring import ROOT, Measurement, measured
from tests.builders import rated

RUN_COUNT = int(os.environ.get("PRINTING_RUNS", 5))
EXECUTIVE_BAR, MAIN_BAR, AGAIN_BAR = 1500, 3000, 2000
WARM_BAR, COLD_BAR, GROWTH_BAR, MEMORY_BAR = 1.5, 2.5, 1.15, 600
LONG_PAGE_COUNT = 200
LOOKED_AT_SECONDS = 0.05


def measure(folder: Path) -> list[Measurement]:
    """Every figure of printing, on the sample."""
    folder.mkdir(exist_ok=True)
    kinds = (ReportKind.EXECUTIVE, ReportKind.MAIN, ReportKind.FULL)
    warm: dict[str, list[float]] = {kind: [] for kind in kinds}
    chromium, cold = [], []
    report = sample_report(folder)
    page = for_chromium(report, folder)
    for _ in range(RUN_COUNT):
        for kind in kinds:
            with warm_plumbline(folder) as (plumbline, sample_id):
                warm[kind].append(timed(partial(plumbline.reports.build, LOCAL_ACTOR, sample_id, kind, "A4")))
        chromium.append(timed(partial(print_by_chromium, page)))
        cold.append(timed(partial(print_by_command, folder, sample_id)))
    ratios = [one / other for one, other in zip(warm[ReportKind.FULL], chromium, strict=True)]
    cold_ratios = [one / other for one, other in zip(cold, chromium, strict=True)]
    return [
        measured("Executive page, warm process, nothing kept", warm[ReportKind.EXECUTIVE], EXECUTIVE_BAR, on="p50"),
        measured("Main report, warm process, nothing kept", warm[ReportKind.MAIN], MAIN_BAR, on="p50"),
        measured("Full report, warm process, nothing kept", warm[ReportKind.FULL], None),
        measured("Chromium printing the same HTML, in turn", chromium, None),
        measured("Full report, warm: times Chromium", ratios, WARM_BAR, unit="times", on="p50"),
        measured(
            "Full report by the command line, from nothing: times Chromium", cold_ratios, COLD_BAR, "times", "p50"
        ),
        measured("Full report again after one changed answer", after_one_answer(folder), AGAIN_BAR, on="p50"),
        *long_report(report),
    ]


def timed(run: Callable[[], object]) -> float:
    """Milliseconds of one run."""
    start = time.perf_counter()
    run()
    return (time.perf_counter() - start) * 1000


@contextmanager
def warm_plumbline(folder: Path) -> Iterator[tuple[Plumbline, str]]:
    """The services and the sample, computed; the printing process has printed one page on other paper."""
    plumbline = open_plumbline(read_settings({"PLUMBLINE_DATA": str(folder)}))
    try:
        sample_id = plumbline.assessments.ensure_sample(LOCAL_ACTOR)
        plumbline.reports.build(LOCAL_ACTOR, sample_id, ReportKind.EXECUTIVE, "Letter")
        yield plumbline, sample_id
    finally:
        plumbline.close()


def sample_report(folder: Path) -> Report:
    """The full report of the sample."""
    with warm_plumbline(folder) as (plumbline, sample_id):
        told = plumbline.results.compute(LOCAL_ACTOR, sample_id).told
    return build_report(told, printed_on=date(2026, 9, 14), product_version="benchmark")


def for_chromium(report: Report, folder: Path) -> Path:
    """The same HTML with its rules and fonts, as a file."""
    rules = token_rules(f"{FONTS_FOLDER.as_uri()}/", Paper.A4.css_size) + sheet_rules(SHEET)
    page = folder / "report.html"
    page.write_text(render_html(report).replace("</head>", f"<style>{rules.replace('<', '&lt;')}</style></head>"))
    return page


def print_by_chromium(page: Path) -> None:
    """Chromium, started for this page."""
    with tempfile.TemporaryDirectory() as folder:
        flags = (f"--user-data-dir={folder}", "--no-pdf-header-footer", f"--print-to-pdf={folder}/page.pdf")
        command = (CHROMIUM, "--headless", *CHROMIUM_FLAGS, *flags, page.as_uri())
        subprocess.run(command, check=True, capture_output=True)


def print_by_command(folder: Path, sample_id: str) -> None:
    """The command line, from its start to the file."""
    environment = os.environ | {"PLUMBLINE_DATA": str(folder)}
    command = (sys.executable, "-m", "assessment", "report", sample_id, "-o", str(folder / "report.pdf"))
    subprocess.run(command, cwd=ROOT, env=environment, check=True, capture_output=True)


def after_one_answer(folder: Path) -> list[float]:
    """From an answer saved to the report that counts it: each time an answer of another process."""
    durations = []
    with warm_plumbline(folder) as (plumbline, sample_id):
        plumbline.reports.build(LOCAL_ACTOR, sample_id, ReportKind.FULL, "A4")
        ratings = plumbline.assessments.load(LOCAL_ACTOR, sample_id).ratings
        by_process = {one.item_id.partition(".")[0]: one for one in ratings if one.answer.code is not None}
        for one in list(by_process.values())[:RUN_COUNT]:
            changed = rated(one.item_id, (one.answer.code or 0) - 1 if one.answer.code else 1, one.respondent_id)
            plumbline.answering.save(LOCAL_ACTOR, sample_id, changed)
            durations.append(timed(partial(plumbline.reports.build, LOCAL_ACTOR, sample_id, ReportKind.FULL, "A4")))
    return durations


def long_report(report: Report) -> list[Measurement]:
    """A report of so many pages: the time of a page against that of the sample's, and the memory it takes."""
    own = [timed_pages(report) for _ in range(RUN_COUNT)]
    processes = [part for part in report.parts if part.template is Template.PROCESS]
    pages = own[0][1]
    times = (LONG_PAGE_COUNT - pages) // (2 * len(processes)) + 1
    more = tuple(
        replace(part, view=replace(part.view, id=f"{part.view.id}-{number}"), is_first=False)
        for number in range(times)
        for part in processes
    )
    long = [timed_pages(replace(report, parts=(*report.parts, *more))) for _ in range(RUN_COUNT)]
    growth = [(a / b) / (c / d) for (a, b, _), (c, d, _) in zip(long, own, strict=True)]
    return [
        measured(f"Time a page takes, {long[0][1]} pages against {pages}", growth, GROWTH_BAR, "times", "p50"),
        measured(f"Memory of printing {pages} pages", [memory for _, _, memory in own], MEMORY_BAR, "MB"),
        measured(f"Memory of printing {long[0][1]} pages", [memory for _, _, memory in long], MEMORY_BAR, "MB"),
    ]


def timed_pages(report: Report) -> tuple[float, int, float]:
    """Milliseconds, pages, and the megabytes that the printing process and what it began took at most."""
    worker = PrintingWorker(time_limit_seconds=240)
    try:
        other = replace(report, parts=(), contents=())
        worker.render(Order(printable=Printable.REPORT, document=other, paper=Paper.A4), unheard)
        with watched(worker) as most:
            start = time.perf_counter()
            content = worker.render(Order(printable=Printable.REPORT, document=report, paper=Paper.A4), unheard)
            duration = (time.perf_counter() - start) * 1000
    finally:
        worker.close()
    return duration, len(PdfReader(io.BytesIO(content)).pages), most[0]


@contextmanager
def watched(worker: PrintingWorker) -> Iterator[list[float]]:
    """The most memory that the group of the printing process takes; pages it shares count once."""
    most, ended, leader = [0.0], threading.Event(), worker.process_id

    def watch() -> None:
        while not ended.wait(LOOKED_AT_SECONDS):
            most[0] = max(most[0], sum(megabytes(entry) for entry in Path("/proc").glob("[0-9]*") if leads(entry)))

    def leads(entry: Path) -> bool:
        try:
            return os.getpgid(int(entry.name)) == leader
        except ProcessLookupError:
            return False

    watching = threading.Thread(target=watch)
    watching.start()
    try:
        yield most
    finally:
        ended.set()
        watching.join()


def megabytes(process: Path) -> float:
    """The proportional share of memory of a process; 0 once it has ended."""
    try:
        lines = (process / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(line.split()[1]) / 1024 for line in lines if line.startswith("Pss:")), 0.0)
