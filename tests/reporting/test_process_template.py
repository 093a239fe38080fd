"""A process on paper holds every text of its view that a reader may see, on two pages."""

from __future__ import annotations

import io
import re
from html import unescape
from types import SimpleNamespace

import pytest
from markupsafe import Markup
from pypdf import PdfReader

from assessment.charts.drawing import track_svg
from assessment.domain.answered.assessment import Note, NoteKind, Target
from assessment.domain.computed import Computed
from assessment.reporting.pdf.render import classes, html_to_pdf
from assessment.reporting.stages import unheard
from assessment.reporting.templates import templates
from assessment.views.model import Column, Table, Track
from assessment.views.paper import Paper
from assessment.views.process import ProcessView, process_view
from tests.builders import agreed
from tests.computing import mixed, the_sample
from tests.reporting.conftest import PRINTED_ALONE

SOURCE = '{% import "_parts.html" as parts with context %}{% include "process.html" %}'
CELL_PADDING_MM = 2.0


def track(drawn: Track, column: Column, spoken: str) -> Markup:
    return track_svg(drawn, Paper.A4.text_width_mm * column.width / 100 - CELL_PADDING_MM, spoken)


def printed(view: ProcessView, *, is_first: bool = True) -> str:
    part = SimpleNamespace(over="Process by process", is_first=is_first, flows=False)
    return (
        templates().from_string(SOURCE).render(view=view, part=part, track=track, classes=classes, report=PRINTED_ALONE)
    )


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def same(text: str) -> str:
    return " ".join(text.split())


def a_full_one() -> Computed:
    return mixed(
        targets=(Target(process_id="planning", level=4, rationale="The <b>board</b>.", approver="Grace"),),
        notes=(
            Note(
                respondent_id="r1",
                item_id="planning.deliver-1",
                kind=NoteKind.NOTE,
                text="{{ 7*7 }} said.",
                is_released=True,
            ),
            Note(respondent_id="r1", item_id="planning.deliver-1", kind=NoteKind.NOTE, text="Between us."),
        ),
        agreed=(agreed("planning.deliver-2", 3),),
    )


def texts_of(table: Table) -> list[str]:
    return [
        *(column.name for column in table.columns),
        *(text for row in table.rows for cell in row.cells for text in (cell.text, cell.note) if text),
        *(text for row in table.rows for text in (row.group, row.group_note) if text),
    ]


def test_everything_a_process_says_is_printed() -> None:
    view = process_view(a_full_one(), "planning")
    text = text_of(printed(view))
    for said in (
        view.question,
        view.group,
        view.extension,
        view.finding,
        view.purpose,
        view.practice,
        *view.flags,
        *(part for fact in view.facts for part in (fact.label, fact.text, fact.note)),
        view.next_level.question,
        view.next_level.finding,
        *view.next_level.notes,
        view.target.question,
        *(part for fact in (*view.target.facts, *view.target.decision) for part in (fact.label, fact.text)),
        view.target.finding,
        view.confidence.finding,
        view.agreement.finding,
        view.perception.finding,
        *texts_of(view.profile.table("profile")),
        *texts_of(view.answers.table("answers")),
        *texts_of(view.answers.table("agreed")),
        *(part for quote in view.quotes for part in (quote.text, quote.who, quote.where)),
    ):
        assert same(said) in text, said
    assert "The <b>board</b>." in text
    assert "{{ 7*7 }} said." in text
    assert "Between us." not in text


def test_indicators_other_publications_and_overlaps_of_the_framework_are_printed() -> None:
    view = process_view(the_sample(), "supplier-management")
    text = text_of(printed(view))
    for row in (*view.background.table("metrics").rows, *view.background.table("crosswalk").rows):
        assert same(row.cells[0].text) in text
        assert same(row.cells[1].text) in text
    assert view.background.overlaps
    for sentence in view.background.overlaps:
        assert same(sentence) in text


def test_the_first_process_opens_the_chapter_and_each_has_its_anchor() -> None:
    view = process_view(mixed(), "planning", with_range=False)
    assert '<h1 id="processes" class="overline">Process by process</h1>' in printed(view)
    later = printed(view, is_first=False)
    assert 'id="processes"' not in later
    assert '<h2 id="process-planning" class="listed process-name">Planning</h2>' in later


def test_what_else_the_level_could_be_and_the_sensitivity_range_are_printed() -> None:
    view = process_view(the_sample(), "change-management")
    row = view.confidence.table("readings").row("sensitivity-range")
    assert f"{row.cells[0].text} – – {row.cells[3].text} {row.cells[4].text}" in text_of(printed(view))
    firm = process_view(mixed(), "planning")
    assert "What else it could be" not in text_of(printed(firm))


def test_each_row_of_the_profile_is_drawn_with_its_words() -> None:
    view = process_view(mixed(), "planning", with_range=False)
    html = printed(view)
    assert html.count("<svg") == 8
    assert "as-is P+ (40 %), to-be L+ (80 %)" in unescape(html)
    assert '<span class="chip rating-2">P+</span>' in html


def test_a_process_without_a_level_prints_what_it_is_and_no_number() -> None:
    for process_id in ("releasing", "process-4"):
        view = process_view(mixed(), process_id)
        text = text_of(printed(view))
        assert view.finding in text
        assert "Level –" in text
        assert "Practice covered, " not in text


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("process_id", ["build-and-test", "operations-management"])
def test_the_longest_processes_of_the_sample_fill_two_pages_and_no_third(process_id: str, paper: Paper) -> None:
    view = process_view(the_sample(), process_id)
    html = f'<html lang="en"><head><title>x</title></head><body>{printed(view)}</body></html>'
    pages = PdfReader(io.BytesIO(html_to_pdf(html, "report.css", paper, "x", unheard))).pages
    assert len(pages) == 2
    assert re.sub(r"\s+", "", view.quotes[-1].text) in re.sub(r"\s+", "", pages[1].extract_text())
