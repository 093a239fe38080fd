"""Screen, paper, slides, workbook, command line and JSON say the same of what moved since last year's sample."""

from __future__ import annotations

import contextlib
import html
import io
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from assessment.cli import main
from assessment.domain.computed import Computed
from assessment.errors import InvalidInput
from assessment.reporting.pdf.cleaning import cleaned
from assessment.reporting.pdf.render import render_html
from assessment.reporting.pdf.report import build_report
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.documents import FileFormat
from assessment.services.export_format import to_export
from assessment.services.plumbline import close_current, current, open_current
from assessment.views.comparison.since import since_view
from assessment.views.comparison.trend import trend_view
from assessment.views.model import Kind, Table, View
from assessment.views.report_kinds import ReportKind
from assessment.views.stamp import read_stamp
from tests.last_year import BEFORE_LAST_ID, LAST_YEAR_ID, before_last, last_year
from tests.ui.assessed import page, words

DAY = date(2026, 11, 30)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """The sample with those of two years before, what it is beside last year's, and what is made of it."""

    sample_id: str
    computed: Computed
    deck: bytes
    workbook: bytes
    printed: str
    json: dict[str, Any]

    @property
    def views(self) -> tuple[View, View]:
        return since_view(self.computed), trend_view(self.computed)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("since")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLUMBLINE_DATA", str(folder))
        patch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
        close_current()
        plumbline = open_current()
        try:
            sample_id = plumbline.assessments.ensure_sample(LOCAL_ACTOR)
            for one in (last_year(), before_last()):
                plumbline.exchange.import_json(LOCAL_ACTOR, to_export(one.assessment).encode(), "earlier.json")
            computed = plumbline.results.beside(LOCAL_ACTOR, sample_id)
            deck, workbook = (
                plumbline.documents.file(LOCAL_ACTOR, sample_id, one) for one in (FileFormat.DECK, FileFormat.WORKBOOK)
            )
            close_current()
            printed = told(["compare", LAST_YEAR_ID, sample_id])
            as_json = json.loads(told(["compare", LAST_YEAR_ID, sample_id, "--json"]))
            open_current()
            yield World(
                sample_id=sample_id, computed=computed, deck=deck, workbook=workbook, printed=printed, json=as_json
            )
        finally:
            close_current()


def told(arguments: list[str]) -> str:
    said = io.StringIO()
    with contextlib.redirect_stdout(said):
        assert main(arguments) == 0
    return said.getvalue()


def plain(text: str) -> str:
    return re.sub(r"\s+", " ", text.replace("\u200b", "").replace("\u00a0", " ").replace("\u2060", "")).strip()


def texts_of(table: Table) -> list[list[str]]:
    """Text and note of each cell of each row, drawings left out."""
    places = [place for place, column in enumerate(table.columns) if column.kind is not Kind.TRACK]
    return [
        [plain(f"{one.text} ({one.note})" if one.note else one.text) for one in (row.cells[place] for place in places)]
        for row in table.rows
    ]


def said_by(view: View) -> list[str]:
    facts = [said for fact in view.facts for said in (fact.label, fact.text, fact.note)]
    notes = [note for table in view.tables for note in table.notes]
    return [plain(said) for said in (view.finding, *facts, *view.notes, *notes) if said]


def test_the_usual_one_is_last_years(world: World) -> None:
    compared = world.computed.compared
    assert compared is not None
    assert compared.comparison.before.assessment_id == LAST_YEAR_ID
    assert compared.trend is not None
    assert [side.assessment_id for side in compared.trend.sides] == [BEFORE_LAST_ID, LAST_YEAR_ID, world.sample_id]


def test_the_command_line_prints_every_row_fact_and_note(world: World) -> None:
    lines = [plain(line) for line in world.printed.splitlines()]
    for view in world.views:
        for said in said_by(view):
            assert said in plain(world.printed), said
        for table in view.tables:
            for row in texts_of(table):
                assert plain(" ".join(row)) in lines, (table.id, row)
    assert world.computed.snapshot_hash in world.printed


def test_the_json_holds_the_numbers_behind_the_cells(world: World) -> None:
    table, deltas = (world.views[0].table(one) for one in ("since-movement", "since-deltas"))
    stored = {one["process_id"]: one for one in world.json["processes"]}
    assert set(stored) == {row.id for row in table.rows}
    for row in table.rows:
        own = stored[row.id]
        for column, field in (
            ("level-before", "before_level"),
            ("level", "after_level"),
            ("score-before", "before_score"),
            ("score", "after_score"),
            ("change", "score_change"),
            ("target-before", "before_target"),
            ("target", "after_target"),
            ("moved", "movement"),
        ):
            assert table.cell(row.id, column).value == own[field], (row.id, column)
        changes = {one["attribute_id"]: one["change"] for one in own["attributes"]}
        for one in deltas.columns[2:]:
            assert deltas.cell(row.id, one.id).value == changes.get(one.id)
    assert world.json["snapshot_hash"] == world.computed.snapshot_hash


def test_the_page_shows_every_table_fact_finding_and_note(world: World) -> None:
    own = {f"results:{world.sample_id}:since-deltas-table": True}
    drawn = page("results", own, assessment=world.sample_id, part="since")
    assert not drawn.exception
    said = re.sub(r":(?:small|gray)\[|\*\*|\\", "", plain(words(drawn)))
    tables = [
        [[plain(str(cell).replace("\\", "")) for cell in row] for row in one.value.values.tolist()]
        for one in drawn.table
    ]
    for view in world.views:
        for text in said_by(view):
            assert text in said, text
        for table in view.tables:
            rows = texts_of(table)
            grouped = [[row.group, *texts] for row, texts in zip(table.rows, rows, strict=True)]
            assert (grouped if table.rows[0].group else rows) in tables, table.id


def test_paper_has_every_row_fact_and_note(world: World) -> None:
    report = build_report(world.computed, printed_on=DAY, product_version="0.0.0", kind=ReportKind.MAIN)
    assert [part.view.id for part in report.parts if part.section == "since"] == ["since", "trend"]
    paper = plain(html.unescape(re.sub(r"<[^>]+>", " ", render_html(report))))
    for view in world.views:
        for said in said_by(view):
            assert cleaned(said) in paper, said
        for table in view.tables:
            for row, texts in zip(table.rows, texts_of(table), strict=True):
                for cell, text in zip(row.cells[:2], texts[:2], strict=True):
                    assert cleaned(cell.text) in paper, text
    assert report.stamp is not None
    assert report.stamp.before_hash == world.computed.before_hash != ""


def test_paper_without_anything_earlier_has_no_such_section(world: World) -> None:
    report = build_report(world.computed.beside(None), printed_on=DAY, product_version="0.0.0", kind=ReportKind.MAIN)
    assert "since" not in [part.view.id for part in report.parts]
    assert report.stamp is not None
    assert report.stamp.before_hash == ""


def test_the_slides_have_each_process_before_and_now_and_every_reason(world: World) -> None:
    view = world.views[0]
    slides = Presentation(io.BytesIO(world.deck)).slides
    tables = [
        [[plain(cell.text) for cell in row.cells] for row in shape.table.rows]
        for slide in slides
        for shape in slide.shapes
        if shape.has_table
    ]
    lines = {tuple(row) for table in tables for row in table}
    flat = {cell for line in lines for cell in line}
    movement = view.table("since-movement")
    for row in movement.rows:
        own = tuple(plain(movement.cell(row.id, one).text) for one in ("process", "score-before", "score", "change"))
        found = [line for line in lines if line[:4] == own]
        assert found, own
        assert not [cell for line in found for cell in line if cell.endswith("…")]
    for row in view.table("since-reasons").rows:
        assert plain(row.cells[1].text) in flat
    titles = [slide.shapes.title.text for slide in slides if slide.shapes.title is not None]
    assert view.finding in titles


def test_the_workbook_holds_the_same_numbers_on_a_sheet_of_its_own(world: World) -> None:
    sheet = load_workbook(io.BytesIO(world.workbook), read_only=True)["Since"]
    rows = [list(row) for row in sheet.iter_rows(values_only=True)]
    head = next(place for place, row in enumerate(rows) if row[:3] == ["Process id", "Process", "Level before"])
    view = world.views[0]
    movement, reasons = view.table("since-movement"), view.table("since-reasons")
    ids = ("level-before", "level", "score-before", "score", "change", "target-before", "target")
    for row, written in zip(movement.rows, rows[head + 1 :], strict=False):
        assert written[0] == row.id
        wanted = [movement.cell(row.id, one).value for one in ids]
        for number, value in zip(written[2:9], wanted, strict=True):
            assert (number is None and value is None) or number == pytest.approx(value)
        assert written[9:11] == [plain(movement.cell(row.id, one).text) for one in ("target", "moved")]
    cells = {value for row in rows for value in row}
    assert {plain(row.cells[1].text) for row in reasons.rows} <= cells


def test_a_file_names_what_it_was_set_beside_and_is_verified_by_it(world: World) -> None:
    stamp = read_stamp(load_workbook(io.BytesIO(world.workbook), read_only=True).properties.keywords)
    assert stamp is not None
    assert stamp.before_hash == world.computed.before_hash
    found = current().verifying.verify(LOCAL_ACTOR, world.workbook, "workbook.xlsx")
    assert found.is_identical
    assert found.differences == ()


def test_a_file_whose_earlier_state_is_not_here_says_so(world: World, tmp_path: Path) -> None:
    plumbline = current()
    header = plumbline.assessments.header(LOCAL_ACTOR, LAST_YEAR_ID)
    plumbline.assessments.remove(LOCAL_ACTOR, header.id)
    try:
        with pytest.raises(InvalidInput, match="Import the export of that state first"):
            plumbline.verifying.verify(LOCAL_ACTOR, world.workbook, "workbook.xlsx")
    finally:
        plumbline.bin.put_back_assessment(LOCAL_ACTOR, LAST_YEAR_ID)


def test_two_that_cannot_be_compared_are_refused_in_words(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    close_current()
    try:
        assert main(["compare", world.sample_id, world.sample_id]) == 1
        assert "it is the same assessment" in capsys.readouterr().err
        assert main(["compare", "nobody", world.sample_id]) == 1
        assert "The assessment to compare with" in capsys.readouterr().err
    finally:
        open_current()
