"""Screen, paper, deck, workbook and command line say the same of the saved plans of the sample."""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator

import pytest

from assessment.cli import main
from assessment.domain.computed import Computed
from assessment.reporting.pdf.render import render_html
from assessment.reporting.pdf.report import build_report
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import close_current, open_current
from assessment.views.deck.plan import plan_slides
from assessment.views.model import Kind, Table, View
from assessment.views.plans.comparing import plans_compared_view
from assessment.views.plans.drifting import drift_view, plan_line
from assessment.views.plans.listing import plans_view, usual_pair
from assessment.views.sheets.plans import plans_sheet
from tests.test_one_truth import DAY, VERSION, plain, rows_of
from tests.ui.assessed import page, words
from tests.ui.test_roadmap import shown_rows

MARKED = {"plans": "Saved", "drift": "If kept", "steps": "What it does", "sums": "Difference"}
"""A heading that one table of the page has, by the table's id."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An open Plumbline with the sample and two saved plans, one of them chosen; the sample's id."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("PLUMBLINE_DATA", str(tmp_path_factory.mktemp("plans")))
        patch.delenv("PLUMBLINE_DATABASE_URL", raising=False)
        close_current()
        try:
            services = open_current()
            sample_id = services.assessments.ensure_sample(ME)
            settings = services.assessments.load(ME, sample_id).roadmap
            services.plans.save(ME, sample_id, "As proposed")
            less = settings.model_copy(update={"capacity": (9, 12, 14, 10)})
            chosen = services.plans.save(ME, sample_id, "Less room", settings=less)
            services.plans.choose(ME, sample_id, chosen, seen_id=None)
            yield sample_id
        finally:
            close_current()


@pytest.fixture(scope="module")
def computed(home: str) -> Computed:
    return open_current().results.read(ME, home)


def views(computed: Computed) -> dict[str, View]:
    return {
        "list": plans_view(computed),
        "compare": plans_compared_view(computed, *usual_pair(computed)),
        "drift": drift_view(computed),
    }


def sentences(view: View) -> list[str]:
    return [plain(text) for text in (view.finding, *view.notes)]


def test_the_page_shows_every_sentence_and_every_cell(home: str, computed: Computed) -> None:
    test = page("roadmap", assessment=home, plan="plans")
    said = plain(words(test))
    seen = 0
    for view in views(computed).values():
        assert [text for text in sentences(view) if text not in said] == []
        for table in view.tables:
            if table.id in MARKED:
                shown = [[plain(cell) for cell in row] for row in shown_rows(test, MARKED[table.id])]
                assert shown == [[_in_brackets(table, row.id, own.id) for own in table.columns] for row in table.rows]
                seen += sum(map(len, shown))
    assert seen > 150


def _in_brackets(table: Table, row_id: str, column_id: str) -> str:
    """A cell as a page shows it, its note in brackets."""
    cell = table.cell(row_id, column_id)
    return plain(f"{cell.text} ({cell.note})" if cell.note else cell.text)


def test_the_command_line_prints_every_sentence_and_every_cell(home: str, computed: Computed) -> None:
    close_current()  # the command line opens the database itself
    try:
        for action, view in views(computed).items():
            with contextlib.redirect_stdout(io.StringIO()) as said:
                assert main(["plan", action, home]) == 0
            text = plain(said.getvalue())
            assert [one for one in sentences(view) if one not in text] == []
            for table in view.tables:
                cells = [cell for row in rows_of(table, with_tracks=False) for cell in row]
                assert [cell for cell in cells if not all(part in text for part in cell.split())] == []
                assert all(column.kind is not Kind.TRACK for column in table.columns)
    finally:
        open_current()


def test_paper_and_deck_have_the_sentence_of_the_page(computed: Computed) -> None:
    line = plain(plan_line(computed))
    assert line.endswith(plain(drift_view(computed).finding))
    paper = render_html(build_report(computed, printed_on=DAY, product_version=VERSION))
    assert plain(paper).count(line) == 1
    captions = {slide.id: plain(slide.caption) for slide in plan_slides(computed)}
    assert [slide_id for slide_id, caption in captions.items() if line in caption] == ["waves-1"]


def test_the_workbook_adds_up_to_the_list_and_has_the_waves_of_the_page(computed: Computed) -> None:
    sheet, listed = plans_sheet(computed), plans_view(computed).table("plans")
    rows = [dict(zip([column.id for column in sheet.columns], row, strict=True)) for row in sheet.rows]
    for plan in listed.rows:
        own = [row for row in rows if row["plan-id"] == plan.id and row["wave"] is not None]
        for column in ("effort", "days", "cost", "value"):
            assert sum(float(str(row[column])) for row in own) == pytest.approx(listed.cell(plan.id, column).value)
        assert len(own) == listed.cell(plan.id, "steps").value
    drift = drift_view(computed).table("drift")
    told = {f"{row['process-id']}:{row['to']}": row for row in rows if row["became"] is not None}
    for row in drift.rows:
        assert told[row.id]["became"] == drift.cell(row.id, "became").text
        for column, own_id in (("wave", "plan"), ("best-wave", "best"), ("kept-wave", "kept")):
            assert told[row.id][column] == (drift.cell(row.id, own_id).value or None)
