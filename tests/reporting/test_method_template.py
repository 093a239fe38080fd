"""The method page and the chapters beside the processes on paper hold every text of their views, in its place."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import date
from html import unescape
from itertools import chain

import pytest

from assessment.charts.drawing import track_svg
from assessment.domain.computed import Computed
from assessment.reporting.pdf.render import classes
from assessment.reporting.pdf.report import Template
from assessment.reporting.templates import templates
from assessment.views.hand_offs import hand_offs_view
from assessment.views.method import MethodView, method_view
from assessment.views.model import Cell, Column, Mark, Track, View
from assessment.views.organisation import owners_view, transitions_view
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.services import services_view
from tests.reporting.conftest import PART_ALONE, PRINTED_ALONE
from tests.views.plans import the_sample

BESIDE = (hand_offs_view, owners_view, transitions_view, technology_view, sourcing_view, services_view)


def printed(view: View, template: Template) -> str:
    def track(drawn: Track, column: Column, spoken: str) -> str:
        return track_svg(drawn, column.width, spoken)

    source = '{% import "_parts.html" as parts with context %}{% include "' + template.value + '.html" %}'
    return (
        templates()
        .from_string(source)
        .render(view=view, part=PART_ALONE, classes=classes, track=track, report=PRINTED_ALONE)
    )


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def page() -> MethodView:
    return method_view(the_sample(), "1.2.3", date(2026, 3, 20))


def cells_of(html: str, table_id: str) -> list[list[str]]:
    """The texts of the cells of a printed table, row by row."""
    found = re.search(rf'<table class="data {table_id}">(.*?)</table>', html, re.S)
    assert found is not None
    rows = re.findall(r"<tr>(.*?)</tr>", found.group(1), re.S)
    return [[text_of(cell) for cell in re.findall(r"<td.*?</td>", row, re.S)] for row in rows if "<td" in row]


def said(cell: Cell) -> str:
    text = cell.spoken if cell.track is not None else cell.text
    return " ".join(f"{text} {cell.note}".split())


def test_every_rule_stands_under_its_theme_with_its_mark_and_what_is_set_here() -> None:
    view = page()
    html = printed(view, Template.METHOD)
    parts = html.split("<h2>")[1:]
    for theme, part in zip(view.themes, parts, strict=False):
        assert part.startswith(f"{theme.title}</h2>")
        rules = re.findall(r"<div><dt>(.*?)</dt><dd>(.*?)</dd></div>", part)
        assert [(text_of(title), text_of(text)) for title, text in rules] == [
            (f"{rule.title} own rule" if rule.is_own else rule.title, f"{rule.text} {rule.here}".strip())
            for rule in theme.rules
        ]
        assert [f"<b>{rule.here}</b>" in part for rule in theme.rules if rule.here] == [True] * sum(
            bool(rule.here) for rule in theme.rules
        )


def test_settings_and_versions_are_printed() -> None:
    view = page()
    shown = text_of(printed(view, Template.METHOD))
    for fact in chain(view.facts, view.versions):
        assert " ".join(f"{fact.label} {fact.text} {fact.note}".split()) in shown
    assert view.finding in shown


@pytest.mark.parametrize("table_id", ["level-attributes", "scale", "respondents"])
def test_a_table_of_the_method_page_is_printed_cell_by_cell(table_id: str) -> None:
    view = page()
    html = printed(view, Template.METHOD)
    assert cells_of(html, table_id) == [[said(cell) for cell in row.cells] for row in view.table(table_id).rows]


@pytest.mark.parametrize("make", BESIDE, ids=lambda make: make.__name__)
def test_a_chapter_beside_the_processes_is_printed_cell_by_cell(make: Callable[[Computed], View]) -> None:
    view = make(the_sample())
    html = printed(view, Template.CHAPTER)
    shown = text_of(html)
    assert f'<h1 id="{view.id}">{view.question}</h1>' in html
    assert view.finding in shown
    assert all(note in shown for note in view.notes)
    for table in view.tables:
        assert cells_of(html, table.id) == [[said(cell) for cell in row.cells] for row in table.rows]
        assert [f'class="{column.kind.value}">{column.name}</th>' in html for column in table.columns] == [True] * len(
            table.columns
        )


def test_a_broken_hand_off_is_set_strong_and_a_rating_is_a_chip_of_its_step() -> None:
    view = hand_offs_view(the_sample())
    html = printed(view, Template.CHAPTER)
    broken = sum(Mark.STRONG in cell.marks for cell in view.tables[0].column("state"))
    assert html.count('<td class="text strong">broken</td>') == broken > 0
    worst = view.tables[0].rows[0].cells[4]
    assert f'<span class="chip {worst.style}">{worst.text}</span>' in html
