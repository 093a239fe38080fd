"""From the report to a tagged PDF: Jinja2 templates, WeasyPrint, and nothing fetched from outside.

Fonts and templates come from the product's own folders through a fetcher that knows only those files. The same report
gives the same bytes.
"""

from __future__ import annotations

import logging
import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any
from xml.etree import ElementTree

import weasyprint
from markupsafe import Markup
from weasyprint import CSS, HTML
from weasyprint.html import UA, UA_COUNTER_STYLE
from weasyprint.text.fonts import FontConfiguration
from weasyprint.urls import URLFetcher, URLFetcherResponse

from assessment.charts.drawing import track_svg
from assessment.charts.tokens import FONT_FACES
from assessment.reporting.pdf.report import Report
from assessment.reporting.pdf.stylesheet import token_rules, with_tokens
from assessment.reporting.stages import OnStage, Stage, unheard
from assessment.reporting.templates import FONTS_FOLDER, TEMPLATE_FOLDER, templates
from assessment.views.model import Cell, Column, LegendEntry, Mark, Track
from assessment.views.paper import Paper

OWN_SCHEME = "plumbline"
CELL_PADDING_MM = 2.0
USUAL_PAGE_COUNT = 60
_NOTE_RULE = re.compile(r"^::(?:foot)?note-.*$", re.MULTILINE)
_PAGE_LINE = re.compile(r"Page (\d+)$")


class BundledFetcher(URLFetcher):  # type: ignore[misc] # WeasyPrint ships no type information
    """Gives the product's own font files and refuses every other address."""

    def __init__(self) -> None:
        super().__init__(allowed_protocols=(OWN_SCHEME,), allow_redirects=False)
        self._known = {f"{OWN_SCHEME}:{face.file}": FONTS_FOLDER / face.file for face in FONT_FACES}

    def fetch(self, url: str, headers: Any = None) -> URLFetcherResponse:  # noqa: ARG002 (signature of the base class)
        """The file of a known address.

        Raises ValueError, which WeasyPrint logs and passes over, for any other.
        """
        path = self._known.get(url)
        if path is None:
            raise ValueError("A report fetches nothing but its own fonts.")
        return URLFetcherResponse(url, body=path.read_bytes(), headers={"Content-Type": "font/woff2"})


def render_html(report: Report, paper: Paper = Paper.A4) -> str:
    """The report as one HTML page, fonts and style sheet left out."""

    def track(drawn: Track, column: Column, spoken: str) -> Markup:
        return track_svg(drawn, paper.text_width_mm * column.width / 100 - CELL_PADDING_MM, spoken)

    return templates().get_template("report.html").render(report=report, track=track, classes=classes)


def classes(drawn: Cell | LegendEntry) -> str:
    """The classes of a cell or swatch: its style, unless a chip carries it, and its marks."""
    marks = sorted(mark.value for mark in drawn.marks if mark is not Mark.CHIP)
    style = "" if Mark.CHIP in drawn.marks else drawn.style
    return " ".join(filter(None, (style, *marks)))


def render_pdf(report: Report, paper: Paper = Paper.A4, on_stage: OnStage = unheard) -> bytes:
    """The report as a tagged PDF (PDF/UA-1) with bookmarks."""
    on_stage(0.02, Stage.WRITING)
    html = render_html(report, paper)
    return html_to_pdf(html, "report.css", paper, report.imprint.short_hash, on_stage)


def html_to_pdf(html: str, sheet_name: str, paper: Paper, identifier: str, on_stage: OnStage) -> bytes:
    """A well-formed page of ours as a tagged PDF, with the tokens and one style sheet of the template folder."""
    fonts, sheets = _fonts_and_sheets(sheet_name, paper)
    source = _OwnPage(html, BundledFetcher())
    on_stage(0.1, Stage.LAYING_OUT)
    with _told_by_weasyprint(on_stage):
        laid_out = source.render(font_config=fonts, stylesheets=sheets, pdf_variant="pdf/ua-1")
    on_stage(0.75, Stage.SAVING, len(laid_out.pages))
    content: bytes = laid_out.write_pdf(pdf_variant="pdf/ua-1", pdf_identifier=identifier.encode())
    return content


class _OwnPage(HTML):  # type: ignore[misc] # WeasyPrint ships no type information
    """A page of our own templates, which are well-formed: read as XML, in a fiftieth of the HTML parser's time.

    Sets what WeasyPrint's own constructor sets; the pinned version makes that safe, and a test prints a page.
    """

    def __init__(self, page: str, fetcher: URLFetcher) -> None:
        root = ElementTree.fromstring(page)  # noqa: S314 (our own markup: texts are escaped, no entity is declared)
        self.base_url = None
        self.url_fetcher = fetcher
        self.media_type = "print"
        self.wrapper_element = weasyprint.cssselect2.ElementWrapper.from_html_root(root, content_language=None)
        self.etree_element = self.wrapper_element.etree_element

    def _ua_stylesheets(self, forms: bool = False) -> list[CSS]:  # noqa: ARG002 (the base class's)
        return [_base_stylesheet()]


@contextmanager
def _told_by_weasyprint(on_stage: OnStage) -> Iterator[None]:
    """Pass on each page that WeasyPrint says it lays out. How many there will be is not known before."""
    logger = logging.getLogger("weasyprint.progress")
    handler = _PageHandler(on_stage)
    level = logger.level
    logger.addHandler(handler)
    logger.setLevel(logging.INFO)
    try:
        yield
    finally:
        logger.removeHandler(handler)
        logger.setLevel(level)


class _PageHandler(logging.Handler):
    """Turns WeasyPrint's log of pages into progress."""

    def __init__(self, on_stage: OnStage) -> None:
        super().__init__(logging.INFO)
        self._on_stage = on_stage
        self._furthest = 0

    def emit(self, record: logging.LogRecord) -> None:
        """Hear one line of the log; only those about pages are passed on."""
        found = _PAGE_LINE.search(record.getMessage())
        number = 0 if found is None else int(found.group(1))
        if number > self._furthest:
            self._furthest = number
            self._on_stage(0.2 + 0.5 * number / (number + USUAL_PAGE_COUNT / 2), Stage.LAYING_OUT, number)


@cache
def _base_stylesheet() -> CSS:
    return CSS(string=base_rules(), counter_style=UA_COUNTER_STYLE)


def base_rules() -> str:
    """WeasyPrint's own rules without those that give every element six boxes for notes and list markers.

    No page of ours has footnotes, and only list items have markers: five in six of the styles computed were for these.
    """
    return _NOTE_RULE.sub("", UA).replace("\n::marker", "\nli::marker")


@cache
def _fonts_and_sheets(name: str, paper: Paper) -> tuple[FontConfiguration, list[CSS]]:
    """The fonts and the rules of a kind of page, read once a process: half a second of each print otherwise."""
    fetcher, fonts = BundledFetcher(), FontConfiguration()
    rules = (
        token_rules(f"{OWN_SCHEME}:", paper.css_size),
        with_tokens((TEMPLATE_FOLDER / name).read_text(encoding="utf-8")),
    )
    return fonts, [CSS(string=text, font_config=fonts, url_fetcher=fetcher) for text in rules]
