"""The kinds of report as they look: the executive page is one, the main part has twenty at most, each is stamped."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

import pytest
from pypdf import PdfReader

from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.reporting.pdf.printing import Printer
from assessment.reporting.pdf.render import _fitted, render_pdf
from assessment.reporting.pdf.report import Density, Report, build_report
from assessment.views.executive import ExecutiveView
from assessment.views.paper import Paper
from assessment.views.report_kinds import ReportKind
from assessment.views.stamp import Stamp, read_stamp
from tests.builders import an_assessment, answered, fields_of, tiny_framework
from tests.computing import SNAPSHOT_HASH, computed, mixed, nothing_answered, the_sample
from tests.far import IS_FAR
from tests.questionnaires import shipped
from tests.reporting.generated import generated_assessment
from tests.reporting.test_pages import LEAST_FILL, MARGIN, overprinted, pages_of, printed, with_long_names

DAY = date(2026, 3, 20)
MAIN_LIMIT = 20
FOOT = 15 * 72 / 25.4


def made(whole: Computed, kind: ReportKind) -> Report:
    return build_report(whole.told, printed_on=DAY, product_version="0.1.0", kind=kind)


@cache
def largest() -> Computed:
    """Every entry that there is, of all processes of the shipped framework."""
    return computed(shipped.framework(), generated_assessment(shipped.framework()))


@cache
def long_names() -> Computed:
    """The sample, with names of 60 characters."""
    return with_long_names(the_sample())


@cache
def few_answers() -> Computed:
    """All processes, 48 answers."""
    whole = largest().assessment
    ratings = whole.ratings[:: len(whole.ratings) // 48][:48]
    return computed(
        shipped.framework(),
        whole.model_copy(update={"ratings": ratings, "agreed": (), "notes": (), "flags": ()}),
    )


MAIN_PARTS = (the_sample, few_answers, *((largest,) if IS_FAR else ()))
"""The largest takes longest and is for the soak."""


@cache
def twice_the_processes() -> Computed:
    """34 processes with names of 60 characters."""
    framework = tiny_framework(process_count=34)
    processes = tuple(
        process.model_copy(update={"name": (process.name + " and all that belongs to it in every country" * 2)[:60]})
        for process in framework.processes
    )
    long = Framework(**fields_of(framework) | {"processes": processes})
    return computed(long, answered(long, an_assessment(long)))


EXECUTIVE_PAGES = (
    *((make, Paper.A4) for make in (the_sample, long_names, largest, mixed, nothing_answered)),
    (largest, Paper.LETTER),
    (twice_the_processes, Paper.LETTER),
    *((make, Paper.LETTER) for make in (the_sample, long_names, mixed, nothing_answered) if IS_FAR),
    *((make, Paper.A4) for make in (twice_the_processes,) if IS_FAR),
)
"""Each assessment on a paper, the fullest on the shorter; on both in the soak."""


@pytest.mark.parametrize(("make", "paper"), EXECUTIVE_PAGES, ids=lambda value: getattr(value, "__name__", str(value)))
def test_the_executive_page_is_one_page_with_everything_on_it(
    make: Callable[[], Computed], paper: Paper, tmp_path: Path
) -> None:
    report, printer = made(make(), ReportKind.EXECUTIVE), Printer()
    content = render_pdf(report, paper, printer=printer)
    (page,) = pages_of(content, tmp_path)
    (part,) = report.parts
    assert isinstance(part.view, ExecutiveView)
    text = " ".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    said = [part.view.finding, *part.view.notes, *part.view.table("chart").notes, part.view.foot]
    said += [cell.text for table in part.view.tables for row in table.rows for cell in row.cells[:1]]
    said += [cell.text for row in part.view.table("executive-waves").rows for cell in row.cells]
    assert [one for one in said if " ".join(one.split()) not in text] == []
    assert _fitted(report, paper, printer).parts[0].density is not Density.CUT
    assert list(overprinted(page)) == []
    outside = [
        word.text
        for word in page.words
        if word.left < MARGIN - 1 or word.right > page.width - MARGIN + 1 or word.bottom > page.height - FOOT + 4
    ]
    assert outside == []


def test_an_executive_page_of_endless_texts_is_one_page_all_the_same(tmp_path: Path) -> None:
    report = made(long_names(), ReportKind.EXECUTIVE)
    (part,) = report.parts
    assert isinstance(part.view, ExecutiveView)
    endless = replace(part.view, decisions=tuple("Decide what nobody can read to its end. " * 40 for _ in range(5)))
    whole = replace(report, parts=(replace(part, view=endless),))
    (page,) = pages_of(render_pdf(whole, Paper.LETTER), tmp_path)
    assert list(overprinted(page)) == []


@pytest.mark.parametrize("make", MAIN_PARTS, ids=lambda make: str(make.__name__))
def test_the_main_part_is_within_its_pages_none_nearly_empty_and_nothing_overprinted(
    make: Callable[[], Computed], tmp_path: Path
) -> None:
    report = made(make(), ReportKind.MAIN)
    found = printed(report, render_pdf(report, Paper.LETTER), tmp_path)  # the shorter paper takes more pages
    assert len(found.pages) <= MAIN_LIMIT
    begins = {found.places[part.view.question] for part in report.parts if not part.flows}
    last = len(found.pages) - 1
    thin = [
        number + 1
        for number, page in enumerate(found.pages)
        if page.fill < LEAST_FILL and number != last and number + 1 not in begins
    ]
    assert thin == []
    assert [pair for page in found.pages for pair in overprinted(page)] == []
    headings = {said for part in report.parts for said in (part.view.question, part.view.finding)}
    headings |= {table.title for part in report.parts for table in part.view.tables}
    assert [page.lines[-1] for page in found.pages if page.lines[-1] in headings] == []


@pytest.mark.parametrize(
    ("kind", "paper"), [*((kind, Paper.A4) for kind in ReportKind), (ReportKind.ROADMAP, Paper.LETTER)]
)
def test_every_kind_says_in_its_keywords_what_it_was_made_from(kind: ReportKind, paper: Paper) -> None:
    metadata = PdfReader(io.BytesIO(render_pdf(made(mixed(), kind), paper))).metadata
    assert metadata is not None
    assert read_stamp(str(metadata["/Keywords"])) == Stamp(
        kind=kind, snapshot_hash=SNAPSHOT_HASH, printed_on=DAY, product_version="0.1.0", paper=paper
    )


@pytest.mark.parametrize("kind", [ReportKind.PROCESSES, ReportKind.ROADMAP])
def test_what_has_no_cover_says_whose_it_is_at_its_head(kind: ReportKind, tmp_path: Path) -> None:
    pages = pages_of(render_pdf(made(mixed(), kind)), tmp_path)
    header = mixed().assessment.header
    assert header.organisation in " ".join(pages[0].lines[:3])
    assert len(pages) <= {ReportKind.PROCESSES: 6, ReportKind.ROADMAP: 3}[kind]
