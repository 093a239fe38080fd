"""From the report to HTML by our templates, and from there to a tagged PDF by WeasyPrint.

The same report gives the same bytes.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from xml.etree import ElementTree

from markupsafe import Markup

from assessment.charts.drawing import axis_svg, track_svg
from assessment.charts.importance.paper import importance_svg
from assessment.charts.process_map.paper import map_svg
from assessment.domain.layout.brand import HOUSE_BRAND, Brand
from assessment.reporting.pdf.engine import VARIANT, hearing_pages, laid_out, sheet_rules
from assessment.reporting.pdf.printing import Printer, Progress, new_pages
from assessment.reporting.pdf.report import ONE_PAGE, Density, Part, Report
from assessment.reporting.stages import OnStage, Stage, unheard
from assessment.reporting.templates import templates
from assessment.views.importance import ImportanceView
from assessment.views.map.process_map import MapView
from assessment.views.model import Cell, Column, LegendEntry, Mark, Track
from assessment.views.paper import Paper
from assessment.views.stamp import stamp_text

CELL_PADDING_MM = 2.0
SIGN_MM = 4.2
"""Width of a sign in a key: the margins of a track and a dot."""
MAP_ROW_MM, MAP_HEIGHT_MM = 16.8, 180.0
"""Height of a row of boxes on the map, and of a whole map that has many of them."""
SHEET = "report.css"


def render_html(report: Report, paper: Paper = Paper.A4) -> str:
    """The report as one HTML page, fonts and style sheet left out."""
    accent = report.brand.layout.accent

    def width_mm(column: Column) -> float:
        return paper.text_width_mm * column.width / 100 - CELL_PADDING_MM

    def track(drawn: Track, column: Column, spoken: str) -> Markup:
        return track_svg(drawn, width_mm(column), spoken, accent)

    def axis(labels: Sequence[str], column: Column) -> Markup:
        return axis_svg(labels, width_mm(column))

    def sign(drawn: Track, said: str) -> Markup:
        return track_svg(drawn, SIGN_MM, said, accent)

    def map_picture(view: MapView) -> Markup:
        return map_svg(view, paper.text_width_mm, min(MAP_ROW_MM, MAP_HEIGHT_MM / view.row_count))

    def importance_picture(view: ImportanceView) -> Markup:
        return importance_svg(view, paper.text_width_mm, accent)

    template = templates().get_template("report.html")
    stamp = "" if report.stamp is None else stamp_text(replace(report.stamp, paper=paper))
    return template.render(
        report=report,
        stamp=stamp,
        track=track,
        axis=axis,
        sign=sign,
        classes=classes,
        map_picture=map_picture,
        importance_picture=importance_picture,
    )


def classes(drawn: Cell | LegendEntry) -> str:
    """The classes of a cell or swatch: its style, unless a chip carries it, and its marks."""
    marks = sorted(mark.value for mark in drawn.marks if mark is not Mark.CHIP)
    style = "" if Mark.CHIP in drawn.marks else drawn.style
    return " ".join(filter(None, (style, *marks)))


def render_pdf(
    report: Report, paper: Paper = Paper.A4, on_stage: OnStage = unheard, printer: Printer | None = None
) -> bytes:
    """The report as a tagged PDF (PDF/UA-1) with bookmarks. A printer that is kept keeps the chapters it has drawn."""
    on_stage(0.02, Stage.WRITING)
    used = printer or Printer()
    html = render_html(_fitted(report, paper, used), paper)
    on_stage(0.1, Stage.LAYING_OUT)
    return used.printed(html, SHEET, paper, report.imprint.short_hash, on_stage, report.brand)


def _fitted(report: Report, paper: Paper, printer: Printer) -> Report:
    """The same report, what has to be one page set as closely as that takes and no closer."""

    def fits(part: Part) -> bool:
        alone = replace(report, sections=(part.section,), parts=(part,), contents=())
        return printer.page_count(render_html(alone, paper), SHEET, paper, report.brand) == 1

    def fit(part: Part) -> Part:
        tried = (replace(part, density=density) for density in Density)
        return next((one for one in tried if fits(one)), replace(part, density=Density.CUT))

    parts = tuple(fit(part) if part.template in ONE_PAGE else part for part in report.parts)
    return replace(report, parts=parts)


def html_to_pdf(
    html: str, sheet_name: str, paper: Paper, identifier: str, on_stage: OnStage, brand: Brand = HOUSE_BRAND
) -> bytes:
    """A well-formed page of ours as a tagged PDF, laid out in one piece."""
    root = ElementTree.fromstring(html)  # noqa: S314 (our own markup: texts are escaped, no entity is declared)
    progress = Progress(on_stage)
    on_stage(0.1, Stage.LAYING_OUT)
    with hearing_pages(new_pages(progress.add)):
        document = laid_out(root, paper, sheet_rules(sheet_name, brand.layout), brand)
    on_stage(0.75, Stage.SAVING, len(document.pages))
    content: bytes = document.write_pdf(pdf_variant=VARIANT, pdf_identifier=identifier.encode())
    return content
