"""The printed page of the map: both pictures on one page of either paper, with what they say."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.reporting.pdf.printing import Printer
from assessment.reporting.pdf.render import SHEET, render_html
from assessment.reporting.pdf.report import Report, build_report
from assessment.views.map.page import map_page_view
from assessment.views.paper import Paper
from assessment.views.report_kinds import ReportKind, Section
from tests.computing import mixed, nothing_answered, the_sample


def report(whole: object) -> Report:
    return build_report(
        whole.told,  # type: ignore[attr-defined]
        printed_on=date(2026, 11, 30),
        product_version="1.2.3",
        kind=ReportKind.MAIN,
        sections=(Section.COVER, Section.MAP),
    )


@pytest.mark.parametrize("paper", Paper)
def test_the_map_and_what_matters_stand_on_one_page(paper: Paper) -> None:
    pages = Printer().page_count(render_html(report(the_sample()), paper), SHEET, paper)
    assert pages == 2  # the cover is the first


def test_the_page_says_what_both_pictures_find_and_every_letter_and_name() -> None:
    for whole in (the_sample(), mixed()):
        view, html = map_page_view(whole.told), render_html(report(whole))
        assert view.map.finding in html
        assert view.importance.finding in html
        assert all(f">{dot.label}<" in html for dot in view.importance.dots)
        assert all(box.cell.text in html for box in view.map.boxes)
        assert all(note in html for note in view.importance.notes)


def test_without_a_level_the_page_is_a_line() -> None:
    assert "<svg" not in render_html(report(nothing_answered()))
