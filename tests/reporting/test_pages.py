"""The pages as they look: how full they are, where words stand on them, and what begins and ends them."""

from __future__ import annotations

import io
import re
import subprocess
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path
from xml.etree import ElementTree

import pytest
from markupsafe import escape
from pypdf import PdfReader

from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.reporting.pdf.render import render_html, render_pdf
from assessment.reporting.pdf.report import Report, Template
from assessment.reporting.stages import unheard
from assessment.reporting.templates import TEMPLATE_FOLDER
from assessment.reporting.worker import PrintingWorker
from assessment.views.paper import MARGIN_MM, Paper
from assessment.views.process import ProcessView
from tests.builders import fields_of
from tests.computing import computed, mixed, nothing_answered, the_sample
from tests.far import far
from tests.reporting.conftest import built, report_order

MARGIN = MARGIN_MM * 72 / 25.4
XHTML = "{http://www.w3.org/1999/xhtml}"
SAME_LINE = 2.0
HAIR = 1.0
"""Points a glyph's box may reach past the margin without a reader seeing it."""
LEAST_FILL = 1 / 3
LEAST_SIZE_PT = 8.0
TAIL = " and continuous coordination of the enterprise wide work"


@dataclass(frozen=True, slots=True, kw_only=True)
class Word:
    """A word on a page; places in points from the upper left corner."""

    text: str
    left: float
    top: float
    right: float
    bottom: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The words of a page between its margins, in the order they are printed."""

    width: float
    height: float
    words: tuple[Word, ...]

    @property
    def fill(self) -> float:
        """Share of the height between the margins that is used, 0 to 1: down to the lowest word."""
        lowest = max((word.bottom for word in self.words), default=MARGIN)
        return (lowest - MARGIN) / (self.height - 2 * MARGIN)

    @property
    def lines(self) -> tuple[str, ...]:
        """The words of each line from the top down; words of one line end within two points, whatever their size."""
        lines: list[list[Word]] = []
        for word in sorted(self.words, key=lambda word: word.bottom):
            if lines and word.bottom - lines[-1][-1].bottom < SAME_LINE:
                lines[-1].append(word)
            else:
                lines.append([word])
        return tuple(" ".join(word.text for word in sorted(line, key=lambda word: word.left)) for line in lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A report with the pages it was printed on, and the page on which each part begins, from 0."""

    report: Report
    pages: tuple[Page, ...]
    places: dict[str, int]


def pages_of(content: bytes, folder: Path) -> tuple[Page, ...]:
    """Every page with its words, as poppler places them; heads and feet are left out."""
    path = folder / "report.pdf"
    path.write_bytes(content)
    said = subprocess.run(["pdftotext", "-bbox", str(path), "-"], capture_output=True, check=True).stdout.decode()
    root = ElementTree.fromstring(re.sub(r"<!DOCTYPE[^>]*>|[\x00-\x08\x0b\x0c\x0e-\x1f]", "", said))
    return tuple(_page(node) for node in root.iter(f"{XHTML}page"))


def _page(node: ElementTree.Element) -> Page:
    height = float(node.attrib["height"])
    words = (
        Word(
            text=word.text or "",
            left=float(word.attrib["xMin"]),
            top=float(word.attrib["yMin"]),
            right=float(word.attrib["xMax"]),
            bottom=float(word.attrib["yMax"]),
        )
        for word in node.iter(f"{XHTML}word")
    )
    inside = tuple(word for word in words if word.bottom > MARGIN and word.top < height - MARGIN)
    return Page(width=float(node.attrib["width"]), height=height, words=inside)


def printed(report: Report, content: bytes, folder: Path) -> Printed:
    """What was printed, read back."""
    reader = PdfReader(io.BytesIO(content))
    found: dict[str, int] = {}

    def walk(entries: object) -> Iterator[tuple[str, int]]:
        assert isinstance(entries, list)
        for entry in entries:
            if isinstance(entry, list):
                yield from walk(entry)
            else:
                yield str(entry.title), reader.get_destination_page_number(entry) or 0

    for title, place in walk(reader.outline):
        found.setdefault(title, place)
    places = {entry.title: found[entry.title] for entry in report.contents}
    return Printed(report=report, pages=pages_of(content, folder), places=places)


@pytest.fixture(scope="module", params=[pytest.param("generated on A4", marks=far), "sample on Letter"])
def whole_report(
    request: pytest.FixtureRequest,
    worker: PrintingWorker,
    report: Report,
    tmp_path_factory: pytest.TempPathFactory,
) -> Printed:
    """A whole report on either paper."""
    folder = tmp_path_factory.mktemp("pages")
    if request.param == "generated on A4":
        return printed(report, request.getfixturevalue("full_content"), folder)
    sample = built(the_sample())
    return printed(sample, worker.render(report_order(sample, Paper.LETTER), unheard), folder)


def with_long_names(whole: Computed) -> Computed:
    """The same assessment of processes whose names have 60 characters."""
    framework = whole.framework
    processes = tuple(
        process.model_copy(update={"name": (process.name + TAIL)[:60].ljust(60, "s")})
        for process in framework.processes
    )
    return computed(Framework(**fields_of(framework) | {"processes": processes}), whole.assessment)


def alone(report: Report, *templates: Template) -> Report:
    """The report with the parts of these templates only, and nothing in its contents."""
    parts = tuple(part for part in report.parts if part.template in templates)
    return replace(report, parts=parts, contents=())


def test_no_page_is_under_a_third_full_but_the_last_of_a_part(whole_report: Printed) -> None:
    begins = set(whole_report.places.values())
    last = len(whole_report.pages) - 1
    thin = [
        (number + 1, round(page.fill, 2))
        for number, page in enumerate(whole_report.pages)
        if page.fill < LEAST_FILL and number != last and number + 1 not in begins
    ]
    assert thin == []


def test_a_process_takes_two_pages_at_most(whole_report: Printed) -> None:
    names = [part.view.question for part in whole_report.report.parts if isinstance(part.view, ProcessView)]
    after = whole_report.places[whole_report.report.parts[-1].view.question]
    places = [*(whole_report.places[name] for name in names), after]
    assert [name for name, (begin, end) in zip(names, pairwise(places), strict=True) if end - begin > 2] == []


def test_no_word_stands_outside_the_margins(whole_report: Printed) -> None:
    outside = [
        (number + 1, word.text)
        for number, page in enumerate(whole_report.pages)
        for word in page.words
        if word.left < MARGIN - HAIR
        or word.right > page.width - MARGIN + HAIR
        or word.bottom > page.height - MARGIN + 3 * HAIR
    ]
    assert outside == []


def overprinted(page: Page) -> Iterator[tuple[str, str]]:
    """Words that share more than a hair of their width and two fifths of their height."""
    words = sorted(page.words, key=lambda word: word.top)
    for place, upper in enumerate(words):
        for lower in words[place + 1 :]:
            if lower.top >= upper.bottom:
                break
            width = min(upper.right, lower.right) - max(upper.left, lower.left)
            height = min(upper.bottom, lower.bottom) - lower.top
            if width > HAIR and height > 0.4 * min(upper.bottom - upper.top, lower.bottom - lower.top):
                yield upper.text, lower.text


def test_no_word_is_printed_over_another(whole_report: Printed) -> None:
    assert [(number + 1, *pair) for number, page in enumerate(whole_report.pages) for pair in overprinted(page)] == []


def test_no_word_of_a_small_report_is_printed_over_another(small_report: Report, tmp_path: Path) -> None:
    pages = pages_of(render_pdf(small_report), tmp_path)
    assert len(pages) > 10
    assert [(number + 1, *pair) for number, page in enumerate(pages) for pair in overprinted(page)] == []


def test_no_heading_ends_a_page(whole_report: Printed) -> None:
    headings = {said for part in whole_report.report.parts for said in (part.view.question, part.view.finding)}
    for part in whole_report.report.parts:
        headings |= {table.title for table in part.view.tables} | {table.measure for table in part.view.tables}
        if isinstance(part.view, ProcessView):
            view = part.view
            headings -= {view.question}  # begins a page; the same name ends lists of processes
            headings |= {view.answers.question, view.target.question, view.confidence.question, view.quotes_title}
    endings = [page.lines[-1] for page in whole_report.pages]
    assert [line for line in endings if line in headings] == []


def test_the_report_of_the_sample_has_no_more_pages_than_it_needs(whole_report: Printed) -> None:
    assert 40 <= len(whole_report.pages) <= 76


@pytest.mark.parametrize("name", ["report.css", "paper_questionnaire.css"])
def test_no_type_is_smaller_than_eight_points(name: str) -> None:
    sheet = (TEMPLATE_FOLDER / name).read_text(encoding="utf-8")
    sizes = [float(size) for size in re.findall(r"(?:font-size|font):\s*([\d.]+)pt", sheet)]
    assert len(sizes) == len(re.findall(r"font-size:|font:", sheet))
    assert min(sizes) >= LEAST_SIZE_PT


def test_the_columns_of_every_table_share_its_width(whole_report: Printed) -> None:
    tables = [table for part in whole_report.report.parts for table in part.view.tables]
    assert len(tables) > 50
    assert [table.id for table in tables if sum(column.width for column in table.columns) > 100 + 1e-9] == []


def test_the_reason_of_a_place_stands_below_its_process_and_not_in_a_column_of_its_own() -> None:
    report = built(the_sample())
    table = next(part.view for part in report.parts if part.view.id == "priorities").table("priorities")
    html = render_html(alone(report, Template.PRIORITIES))
    assert ">Why</th>" not in html
    assert html.count("<th scope") == len(table.columns) - 1
    for name, why in zip(table.column("process"), table.column("why"), strict=True):
        assert re.search(
            rf'{re.escape(name.text)}[^/]*(/span> )?<span class="note folded">{re.escape(str(escape(why.text)))}<',
            html,
        )


@pytest.mark.parametrize("make", [the_sample, mixed, nothing_answered], ids=lambda make: str(make.__name__))
def test_every_link_leads_to_something_printed(make: Callable[[], Computed]) -> None:
    report = built(make())
    for printed_parts in (report, alone(report, Template.PRIORITIES, Template.EXECUTIVE)):
        html = render_html(printed_parts)
        targets = re.findall(r' id="([^"]+)"', html)
        assert set(re.findall(r'href="#([^"]+)"', html)) <= set(targets)
        assert len(targets) == len(set(targets))


def test_a_process_in_a_table_leads_to_its_page() -> None:
    report = built(the_sample())
    html = render_html(report)
    for part in report.parts:
        if isinstance(part.view, ProcessView):
            assert html.count(f'<a href="#{part.view.id}">') >= len(["contents", "three heatmaps", "movement"]) + 2
            assert html.count(f' id="{part.view.id}"') == 1


def test_a_chapter_with_nothing_in_it_is_one_line(brief_report: Report, tmp_path: Path) -> None:
    pages = pages_of(render_pdf(brief_report), tmp_path)
    lines = {line for page in pages for line in page.lines}
    empty = [part.view for part in brief_report.parts if part.view.empty and part.template is not Template.EXECUTIVE]
    assert len(empty) > 5
    assert [view.id for view in empty if f"{view.question} {view.empty}" not in lines] == []


@pytest.mark.parametrize("paper", Paper)
def test_a_cover_with_the_longest_names_is_one_page(paper: Paper, tmp_path: Path) -> None:
    sample = the_sample()
    name = ("Directorate General for Digital Services and Shared Infrastructure " * 4)[:200]
    header = sample.assessment.header.model_copy(update={"organisation": name, "unit": name, "name": name})
    report = built(computed(sample.framework, sample.assessment.model_copy(update={"header": header})))
    pages = pages_of(render_pdf(alone(report, Template.EXECUTIVE), paper), tmp_path)
    cover = " ".join(word.text for word in pages[0].words)
    assert len(pages) == len(["cover", "contents", "executive"])
    for said in (name.strip(), report.imprint.short_hash, report.imprint.date, report.imprint.independence):
        assert said in cover
