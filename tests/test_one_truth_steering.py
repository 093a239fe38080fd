"""Screen, paper, deck, workbook and command line say the same of capacity and of decisions by hand."""

from __future__ import annotations

import contextlib
import html
import io
import re
import time
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from assessment.cli import main
from assessment.domain.computed import Computed
from assessment.reporting.pdf.cleaning import cleaned
from assessment.reporting.pdf.render import render_html
from assessment.reporting.pdf.report import build_report
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.documents import FileFormat
from assessment.services.plumbline import close_current, open_current
from assessment.views.capacity import curve_sentences, curve_view
from assessment.views.choices import choice_sentences, choices_view
from assessment.views.model import Kind, Table, View
from assessment.views.report_kinds import ReportKind
from tests.test_one_truth import DAY, VERSION, plain, rows_of
from tests.ui.assessed import page, words
from tests.ui.test_roadmap import shown_rows


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The sample, and what is made of it."""

    sample_id: str
    computed: Computed
    deck: bytes
    workbook: bytes

    @property
    def views(self) -> tuple[View, View]:
        return curve_view(self.computed), choices_view(self.computed)

    @property
    def tables(self) -> tuple[Table, ...]:
        return tuple(table for view in self.views for table in view.tables if table.rows)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLUMBLINE_DATA", str(tmp_path_factory.mktemp("steering")))
        patch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
        close_current()
        try:
            services = open_current()
            sample_id = services.assessments.ensure_sample(ME)
            deck, workbook = (
                services.documents.file(ME, sample_id, one) for one in (FileFormat.DECK, FileFormat.WORKBOOK)
            )
            yield World(
                sample_id=sample_id, computed=services.results.read(ME, sample_id), deck=deck, workbook=workbook
            )
        finally:
            close_current()


def test_the_page_shows_every_sentence_and_every_cell(world: World) -> None:
    services = open_current()
    deadline = time.monotonic() + 60
    while not services.curves.follow(ME, world.sample_id).is_done and time.monotonic() < deadline:
        time.sleep(0.05)
    curve, choices = world.views
    test = page("roadmap", assessment=world.sample_id, plan="curve")
    assert plain(curve.finding) in plain(words(test))
    shown = [[plain(cell) for cell in row] for row in shown_rows(test, curve.tables[0].columns[0].name)]
    assert shown == rows_of(curve.tables[0], with_tracks=False)
    test = page("roadmap", assessment=world.sample_id, plan="settings")
    assert plain(choices.finding) in plain(words(test))
    shown = [[plain(cell) for cell in row] for row in shown_rows(test, choices.tables[0].columns[0].name)]
    assert shown == rows_of(choices.tables[0], with_tracks=False)


def test_paper_has_every_sentence_and_every_row(world: World) -> None:
    report = build_report(world.computed, printed_on=DAY, product_version=VERSION, kind=ReportKind.ROADMAP)
    paper = plain(html.unescape(re.sub(r"<[^>]+>", " ", render_html(report))))
    for view in world.views:
        for said in (view.finding, *view.notes):
            assert plain(cleaned(said)) in paper, said
    for table in world.tables:
        for row in table.rows:
            line = plain(" ".join(cleaned(cell.text) for cell in row.cells))
            assert line in paper, line


def test_the_slides_have_every_finding_and_every_row(world: World) -> None:
    slides = Presentation(io.BytesIO(world.deck)).slides
    rows = [
        [plain(cell.text) for cell in row.cells]
        for slide in slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
    ]
    said = plain(" ".join(shape.text_frame.text for slide in slides for shape in slide.shapes if shape.has_text_frame))
    curve, choices = curve_sentences(world.computed, world.computed.curve), choice_sentences(world.computed)
    assert [plain(sentence) for sentence in (*curve, *choices) if plain(sentence) not in said] == []
    titles = [plain(slide.shapes.title.text) for slide in slides if slide.shapes.title is not None]
    assert {plain(curve[0]), plain(choices[0])} <= set(titles)
    for table in world.tables:
        assert [row for row in rows_of(table, with_tracks=False) if row not in rows] == []


def test_the_workbook_holds_the_numbers_behind_the_cells(world: World) -> None:
    book = load_workbook(io.BytesIO(world.workbook), read_only=True)
    curve, choices = world.views
    for name, table, ids in (
        ("Capacity", curve.tables[0], [column.id for column in curve.tables[0].columns]),
        ("Decisions by hand", choices.tables[0], ["worth", "value", "at-target"]),
    ):
        rows = [list(row) for row in book[name].iter_rows(values_only=True)]
        head = next(place for place, row in enumerate(rows) if sum(value is not None for value in row) > 3)
        written = rows[head + 1 :]
        assert len(written) >= len(table.rows)
        for own, row in zip(table.rows, written, strict=False):
            wanted = [table.cell(own.id, one).value for one in ids]
            numbers = [value for value in row if not isinstance(value, str)][: len(wanted)]
            assert numbers == pytest.approx(wanted), own.id


def test_the_command_line_prints_every_sentence_and_every_cell(world: World) -> None:
    curve, choices = world.views
    close_current()  # the command line opens the database itself
    try:
        for command, view in ((["plan", "curve"], curve), (["show"], choices)):
            name = [] if command == ["plan", "curve"] else ["choices"]
            with contextlib.redirect_stdout(io.StringIO()) as said:
                assert main([*command, world.sample_id, *name]) == 0
            text = plain(said.getvalue())
            assert [one for one in (view.finding, *view.notes) if plain(one) not in text] == []
            for table in view.tables:
                assert all(column.kind is not Kind.TRACK for column in table.columns)
                for row in rows_of(table, with_tracks=False):
                    assert plain(" ".join(row)) in text, row
    finally:
        open_current()
