"""Screen, PDF, command line and JSON say the same of the sample, as far as this file looks.

Each view is taken once, as the services compute it. Looked up are every cell, fact, finding and note on the command
line and in the chapters on paper; facts, findings, notes and the open tables on the pages of results and roadmap; each
step with its reason, actions and risks on screen, on paper and in the JSON; levels, scores, targets, gaps and percents
in the JSON. Charts are compared with their views, cell by cell, in tests/charts.
"""

from __future__ import annotations

import contextlib
import html
import io
import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest

from assessment.charts.heatmap import heatmap
from assessment.cli import main
from assessment.cli_text import view_text
from assessment.domain.computed import Computed
from assessment.reporting.pdf.cleaning import cleaned, cleaned_throughout
from assessment.reporting.pdf.render import render_html
from assessment.reporting.pdf.report import Report, build_report
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import close_current, open_current
from assessment.views.board.progress import progress_view
from assessment.views.heatmap import HeatmapState
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.process import ProcessView
from assessment.views.registry import VIEWS
from assessment.views.report_kinds import ReportKind
from assessment.views.waves import roadmap_view
from tests.ui.assessed import page, words

ROOT = Path(__file__).resolve().parent.parent
DAY = date(2026, 11, 30)
NOT_FUNDED = 0
VERSION = "0.0.0"


FOLDED = {
    "priorities": ("why", "process"),
}
"""On paper the first column stands below the second: a column of its own would be a thumb wide."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An open Plumbline with the sample; the sample's id."""
    folder = tmp_path_factory.mktemp("one-truth")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLUMBLINE_DATA", str(folder))
        patch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
        close_current()
        try:
            yield open_current().assessments.ensure_sample(LOCAL_ACTOR)
        finally:
            close_current()


@pytest.fixture(scope="module")
def computed(home: str) -> Computed:
    return open_current().results.read(LOCAL_ACTOR, home)


@pytest.fixture(scope="module")
def report(computed: Computed) -> Report:
    return build_report(computed, printed_on=DAY, product_version=VERSION)


@pytest.fixture(scope="module")
def paper(report: Report) -> ElementTree.Element:
    return ElementTree.fromstring(render_html(report).removeprefix("<!DOCTYPE html>"))


@pytest.fixture(scope="module")
def printed(home: str) -> dict[str, str]:
    """What the command line prints of each view."""
    close_current()  # the command line opens the database itself
    found: dict[str, str] = {}
    for name in VIEWS:
        said = io.StringIO()
        with contextlib.redirect_stdout(said):
            assert main(["show", home, name]) == 0
        found[name] = said.getvalue()
    open_current()
    return found


def plain(text: str) -> str:
    """A text as it is read: white space is one space, what breaks long runs is gone."""
    return re.sub(r"\s+", " ", text.replace("\u200b", "").replace("\u00a0", " ")).strip()


def sections(paper: ElementTree.Element) -> list[ElementTree.Element]:
    return paper.findall(".//section")


def text_of(element: ElementTree.Element) -> str:
    return plain(html.unescape(" ".join(element.itertext())))


def rows_of(table: Table, *, with_tracks: bool) -> list[list[str]]:
    """Text and note of each cell of each row, as a reader sees them."""
    places = [place for place, column in enumerate(table.columns) if with_tracks or column.kind is not Kind.TRACK]
    return [[plain(f"{row.cells[place].text} {row.cells[place].note}") for place in places] for row in table.rows]


def test_every_cell_of_every_table_of_the_report_stands_on_paper_in_its_place(
    report: Report, paper: ElementTree.Element
) -> None:
    drawn: dict[str, list[list[list[str]]]] = {}
    for element in paper.iter("table"):
        name = element.get("class", "").removeprefix("data ").strip()
        body = element.find("tbody")
        assert body is not None
        lines = [line for line in body.findall("tr") if line.get("class") != "heading"]
        drawn.setdefault(name, []).append([[_cell_text(cell) for cell in line.findall("td")] for line in lines])
    wanted = 0
    for table in tables_of(report):
        rows = [on_paper(table, row) for row in table.rows]
        if rows:
            assert rows in drawn[table.id], f"{table.id}: {table.title}"
            wanted += sum(map(len, rows))
    assert wanted > 1_200


def on_paper(table: Table, row: Row) -> list[str]:
    """The cells of a row as paper has them: drawings apart, and some columns below another one."""
    folded, under = FOLDED.get(table.id, ("", ""))
    texts = []
    for cell, column in zip(row.cells, table.columns, strict=True):
        below = table.cell(row.id, folded).text if column.id == under else ""
        if column.id != folded:
            texts.append("" if cell.track is not None else plain(f"{cleaned(cell.text)} {cleaned(cell.note)} {below}"))
    return texts


def _cell_text(cell: ElementTree.Element) -> str:
    return "" if cell.find("{http://www.w3.org/2000/svg}svg") is not None else text_of(cell)


def tables_of(report: Report) -> Iterator[Table]:
    for part in report.parts:
        if type(part.view) is View:
            yield from part.view.tables


def test_every_finding_fact_and_note_of_a_chapter_stands_on_paper(report: Report, paper: ElementTree.Element) -> None:
    texts = [text_of(section) for section in sections(paper)]
    for part in report.parts:
        if type(part.view) is not View or part.view.empty:
            continue
        own = next(text for text in texts if text.startswith(plain(part.view.question)))
        for said in said_by(part.view):
            assert plain(cleaned(said)) in own, said


def said_by(view: View) -> Iterator[str]:
    yield view.finding
    yield from view.notes
    for fact in view.facts:
        yield from (fact.label, fact.text, fact.note)
    for table in view.tables:
        yield from table.notes


@pytest.mark.parametrize("name", list(VIEWS))
def test_the_command_line_prints_every_cell_fact_finding_and_note(
    name: str, computed: Computed, printed: dict[str, str]
) -> None:
    view = VIEWS[name](computed)
    lines = [plain(line) for line in printed[name].splitlines()]
    whole = plain(printed[name])
    assert plain(view.finding) in whole
    for said in (text for text in said_by(view) if text):
        assert plain(said) in whole, said
    for table in view.tables:
        for row in table.rows:
            cells = [
                cell for cell, column in zip(row.cells, table.columns, strict=True) if column.kind is not Kind.TRACK
            ]
            shown = [
                plain(f"{cell.text} ({cell.note})" if cell.note and cell.text else cell.text or cell.note)
                for cell in cells
            ]
            assert plain(" ".join(shown)) in lines, (table.id, row.id)
    assert computed.snapshot_hash in whole


def test_the_json_of_the_command_line_holds_the_numbers_behind_the_cells(
    home: str, computed: Computed, capsys: pytest.CaptureFixture[str]
) -> None:
    close_current()
    assert main(["score", home, "--json"]) == 0
    result: dict[str, Any] = json.loads(capsys.readouterr().out)
    open_current()
    table = VIEWS["processes"](computed).table("processes")
    by_id = {process["process_id"]: process for process in result["processes"]}
    assert list(by_id) == [row.id for row in table.rows]
    for row in table.rows:
        process = by_id[row.id]
        assert table.cell(row.id, "level").value == process["level"]["level"]
        assert table.cell(row.id, "score").value == process["level"]["score"]
        assert table.cell(row.id, "target").value == process["target"]["target_level"]
        assert table.cell(row.id, "gap").value == process["target"]["shown_gap"]
    heatmap = VIEWS["heatmap"](computed).table("heatmap")
    for row in heatmap.rows:
        for attribute in by_id[row.id]["attributes"]:
            value = heatmap.cell(row.id, attribute["attribute_id"]).value
            assert value in (None, attribute["percent"])
            assert (value is None) == (attribute["outcome"] != "rated" or by_id[row.id]["status"] == "not-applicable")
    assert result["snapshot_hash"] == computed.snapshot_hash


PAGES = {
    "overview": ("overview", "heatmap", "groups", "levels", "movement"),
    "characteristics": ("characteristics",),
    "hand-offs": ("hand-offs",),
    "organisation": ("owners", "transitions", "technology", "sourcing", "services"),
}
OPENED = dict.fromkeys(
    (
        *(f"results:heatmap-{state}-table" for state in HeatmapState),
        *(f"results:{picture}-table" for picture in ("load", "pairs")),
        *("results:levels-fold", "results:levels-table", "results:movement-fold", "results:movement-table"),
    ),
    True,
)
"""What the reader has unfolded."""
DRAWN_TABLES = {
    "overview": ("heatmap", "groups", "levels", "movement"),
    "characteristics": ("characteristics",),
    "hand-offs": (),  # its table holds the broken ones until one asks for others
    "organisation": ("owners", "technology", "sourcing", "services"),
}


@pytest.mark.parametrize("part", list(PAGES))
def test_the_results_page_shows_the_facts_findings_and_tables_of_its_views(
    part: str, home: str, computed: Computed
) -> None:
    drawn = screen("results", home, OPENED if part in ("overview", "organisation") else None, part=part)
    for name in PAGES[part]:
        view = VIEWS[name](computed)
        for fact in view.facts:
            assert plain(fact.text) in drawn.text, fact.id
            assert plain(fact.note) in drawn.text, fact.id
        assert plain(view.finding) in drawn.text
    for name in DRAWN_TABLES[part]:
        for table in VIEWS[name](computed).tables:
            if not table.id.endswith("-findings"):
                assert on_page(table) in drawn.tables, table.id
                continue
            for row in table.rows:  # drawn line by line, with the way to the processes
                assert all(plain(cell.text) in drawn.text for cell in row.cells), row.id


@pytest.mark.parametrize("state", [state for state in HeatmapState if state is not HeatmapState.AS_IS])
def test_the_results_page_shows_the_heatmap_that_was_chosen(state: HeatmapState, home: str, computed: Computed) -> None:
    drawn = screen("results", home, {**OPENED, "results:view": state})
    assert on_page(VIEWS[f"heatmap-{state}"](computed).table("heatmap")) in drawn.tables
    assert on_page(VIEWS["heatmap"](computed).table("heatmap")) not in drawn.tables


def test_the_roadmap_page_shows_the_plan_its_facts_and_everything_beside_it(home: str, computed: Computed) -> None:
    drawn = screen("roadmap", home, plan="waves")
    view = VIEWS["roadmap"](computed)
    for said in filter(None, said_by(view)):
        assert plain(said) in drawn.text, said
    assert on_page(view.table("pins")) in drawn.tables


def test_the_board_shows_the_progress_of_the_plan_that_paper_and_command_line_say(
    home: str, computed: Computed, capsys: pytest.CaptureFixture[str]
) -> None:
    view = progress_view(computed, date.today())
    drawn = screen("board", home, on="progress")
    report = build_report(computed, printed_on=date.today(), product_version="0.1.0", kind=ReportKind.PROGRESS)
    assert report.parts[0].view == cleaned_throughout(view)
    close_current()
    assert main(["plan", "status", home]) == 0
    printed = capsys.readouterr().out
    open_current()
    for said in filter(None, said_by(view)):
        assert plain(said) in drawn.text, said
        assert said in printed, said
    for table in view.tables:
        assert not table.rows or table.id == "progress-waves" or on_page(table) in drawn.tables, table.id
        assert all(cell.text in printed for row in table.rows for cell in row.cells)


def test_every_step_is_the_same_on_screen_on_paper_and_in_the_json(
    home: str, computed: Computed, paper: ElementTree.Element, capsys: pytest.CaptureFixture[str]
) -> None:
    view = roadmap_view(computed)
    texts = [text_of(section) for section in sections(paper)]
    close_current()
    assert main(["roadmap", home, "--json"]) == 0
    told: dict[str, Any] = json.loads(capsys.readouterr().out)
    steps = [*(step for wave in told["waves"] for step in wave["steps"]), *told["not_funded"]]
    stored = {(step["process_id"], step["to_level"]): step for step in steps}
    open_current()
    blocks = (*view.waves, view.not_funded)
    assert sum(len(block.steps) for block in blocks) == len(stored) > 20
    for block in blocks:
        folds = {f"roadmap:step-{step.process_id}-{step.to_level}": True for step in block.steps}
        drawn = screen("roadmap", home, {"roadmap:wave": block.number, **folds}, plan="waves")
        assert on_page(block.table) in drawn.tables, block.id
        own = next(text for text in texts if text.startswith(plain(block.title)))
        for step, row in zip(block.steps, block.table.rows, strict=True):
            said = [step.reason, *(fact.text for fact in step.facts)]
            said += [sentence for passage in step.passages for sentence in (passage.title, *passage.sentences)]
            once = {sentence for passage in step.passages if passage.id == "risks" for sentence in passage.sentences}
            for text in said:
                assert plain(text) in drawn.text, text
                is_here = block.number != NOT_FUNDED and text not in once
                assert not is_here or plain(cleaned(text)) in own, text
            for table in step.tables:
                assert on_page(table) in drawn.tables, (step.id, table.id)
            found = stored[step.process_id, step.to_level]
            numbers = tuple(block.table.cell(row.id, name).value for name in ("value", "effort"))
            assert numbers == (found["value"], found["effort_count"])
            assert found["wave"] == block.number


def test_the_roadmap_page_shows_the_priorities_whole(home: str, computed: Computed) -> None:
    drawn = screen("roadmap", home, plan="priorities")
    view = VIEWS["priorities"](computed)
    assert plain(view.finding) in drawn.text
    for note in view.notes:
        assert plain(note) in drawn.text, note
    assert on_page(view.table("priorities"), without=("bar",)) in drawn.tables


@dataclass(frozen=True, slots=True, kw_only=True)
class Screen:
    """All text of a page as a reader sees it, and each of its tables: the headings, then the rows."""

    text: str
    tables: list[list[list[str]]]


def screen(name: str, assessment_id: str, kept: Mapping[str, object] | None = None, **place: str) -> Screen:
    """A page of the sample; `kept`: what the reader chose on it before."""
    own = {key.replace(":", f":{assessment_id}:", 1): choice for key, choice in (kept or {}).items()}
    drawn = page(name, own, assessment=assessment_id, **place)
    assert not drawn.exception
    text = re.sub(r":(?:small|gray|orange)\[|\*\*", "", plain(words(drawn)).replace("\u2060", ""))
    tables = [[list(table.value.columns), *table.value.values.tolist()] for table in drawn.table]
    return Screen(text=text, tables=[[[_bare(cell) for cell in row] for row in table] for table in tables])


def on_page(table: Table, *, without: tuple[str, ...] = ()) -> list[list[str]]:
    """Headings and rows of a table as a page draws it: no drawings, notes in brackets, groups in front."""
    places = [
        place
        for place, column in enumerate(table.columns)
        if column.kind is not Kind.TRACK and column.id not in without
    ]
    lines = [[table.columns[place].name for place in places]]
    for row in table.rows:
        cells = [row.cells[place] for place in places]
        lines.append([f"{cell.text or cell.spoken}{f' ({cell.note})' if cell.note else ''}" for cell in cells])
    if any(row.group for row in table.rows):
        groups = ["", *(row.group for row in table.rows)]
        lines = [[group, *line] for group, line in zip(groups, lines, strict=True)]
    return [[_bare(text) for text in line] for line in lines]


def _bare(text: str) -> str:
    return plain(text.replace("\\", "").replace("\u2060", ""))


def test_each_process_is_the_same_on_paper_and_alone(report: Report, paper: ElementTree.Element) -> None:
    texts = [text_of(section) for section in sections(paper)]
    views = [part.view for part in report.parts if isinstance(part.view, ProcessView)]
    assert len(views) == 17
    for view in views:
        own = next(text for text in texts if plain(view.finding) in text and plain(view.question) in text)
        for said in (view.finding, view.target.finding, *view.flags, *(fact.text for fact in view.facts)):
            assert plain(cleaned(said)) in own, said
        for table in (view.profile.table("profile"), view.answers.table("answers"), view.answers.table("agreed")):
            for row in rows_of(table, with_tracks=False):
                for cell in row:
                    assert plain(cleaned(cell)) in own, (table.id, cell)


def test_a_new_column_of_the_heatmap_shows_on_screen_paper_and_command_line(computed: Computed, report: Report) -> None:
    view = VIEWS["heatmap"](computed)
    before = view.tables[0]
    wider = replace(
        before,
        columns=(*before.columns, Column(id="shoe-size", name="Shoe size", kind=Kind.MARK)),
        rows=tuple(
            replace(row, cells=(*row.cells, Cell(text=f"no. {place}", value=place)))
            for place, row in enumerate(before.rows)
        ),
    )
    changed = replace(view, tables=(wider,))

    chart = heatmap(changed)
    drawn = {row["text"] for row in chart.datasets["cells"] if row["column_id"] == "shoe-size"}
    assert drawn == {f"no. {place}" for place in range(len(before.rows))}

    parts = tuple(replace(part, view=changed) if part.view.id == view.id else part for part in report.parts)
    on_paper = plain(re.sub("<[^>]*>", " ", render_html(replace(report, parts=parts))))
    lines = view_text(changed).splitlines()
    for place, row in enumerate(before.rows):
        assert f"no. {place}" in on_paper
        assert any(line.startswith(row.cells[0].text) and line.endswith(f"no. {place}") for line in lines)
    assert "Shoe size" in on_paper
