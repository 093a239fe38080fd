"""What a portfolio says: every number of it once, a dash for what is not known, and why a unit is not compared."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date

import pytest
from openpyxl import load_workbook
from pptx import Presentation

from assessment.charts.heatmap import heatmap
from assessment.charts.portfolio.spread import spread_chart
from assessment.charts.theme import Theme
from assessment.cli_text import view_text
from assessment.domain.authored.framework import Depth
from assessment.domain.portfolio.figures import PlannedFigures
from assessment.domain.portfolio.letters import lettered
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.reporting.pdf.portfolio import build_portfolio_report
from assessment.reporting.pdf.render import render_html
from assessment.reporting.slides import portfolio_deck_bytes
from assessment.reporting.workbook import portfolio_workbook_bytes
from assessment.views.deck.model import Grid
from assessment.views.model import Mark
from assessment.views.portfolio.across import across_view, finding, gaps_finding, lenders_finding
from assessment.views.portfolio.heatmap import heatmap_table, heatmap_view, turned_heatmap_table
from assessment.views.portfolio.paging import UNITS_ON_A_PAGE, page_count, page_of
from assessment.views.portfolio.processes import others_table, processes_table
from assessment.views.portfolio.sharing import first_table, gaps_table, lenders_table
from assessment.views.portfolio.slides import portfolio_deck
from assessment.views.portfolio.units import apart_table, plans_table, unit_names, units_table
from assessment.views.wording.portfolio import APART_GROUP, COMPARED_GROUP
from tests.units import a_portfolio, a_process, a_unit, others

DAY = date(2026, 12, 1)
NO_VALUE = "–"


def the_portfolio() -> Portfolio:
    """Six units: four compared with levels in planning, one of them without; one at another depth; two of one name."""
    planned = PlannedFigures(step_count=3, effort_count=12, person_day_count=40.5, cost=31000.0, currency="EUR")
    units = (
        a_unit("claims", {"planning": 1, "building": 0}, number=1, first_ids=("planning", "building"), planned=planned),
        a_unit("sales", {"planning": 2, "building": None}, number=2, unit="Sales", first_ids=("planning",)),
        a_unit("sales2", {"planning": 2, "building": 1}, number=3, unit="Sales", assessed_on=date(2026, 5, 2)),
        a_unit("it", {"planning": 4, "building": 1}, number=4, unit=None, first_ids=("building",)),
        a_unit("far", {"planning": 5, "building": 5}, number=5, depth=Depth.QUICK),
    )
    return a_portfolio(*units, benchmark=others(("planning", 2.5, 3, 4)))


def test_the_finding_counts_the_compared_and_names_where_they_differ_most() -> None:
    assert finding(the_portfolio()) == (
        "4 of 5 units are compared. They differ most in Planning: from level\u00a01\u00a0to\u00a0level\u00a04."
    )
    same = a_portfolio(a_unit("a", {"planning": 2}), a_unit("b", {"planning": 2}))
    assert finding(same) == "All 2 units are compared. In every process they stand at the same level."
    unlike = a_portfolio(a_unit("a", {"planning": 2}), a_unit("b", {"planning": 2}, depth=Depth.QUICK))
    assert finding(unlike).startswith("No two units were rated alike")
    assert across_view(a_portfolio(a_unit("a", {"planning": 2}))).empty.startswith("One assessment is no comparison")


def test_two_of_one_name_are_told_apart_by_their_day_then_by_a_number() -> None:
    names = unit_names(the_portfolio())
    assert names["sales"] == "Sales, 1 March 2026"
    assert names["sales2"] == "Sales, 2 May 2026"
    assert names["it"] == "Assessment it"
    twins = a_portfolio(a_unit("a", {"planning": 1}, unit="X"), a_unit("b", {"planning": 1}, unit="X"))
    assert list(unit_names(twins).values()) == ["X, 1 March 2026 (1)", "X, 1 March 2026 (2)"]


def test_the_heatmap_has_a_dash_and_no_value_where_nothing_is_known() -> None:
    table = heatmap_table(the_portfolio())
    assert table.cell("sales", "building").text == NO_VALUE
    assert table.cell("sales", "building").value is None
    assert (table.cell("claims", "building").text, table.cell("claims", "building").value) == ("0", 0)
    assert (table.cell("median", "planning").text, table.cell("median", "planning").value) == ("2", 2.0)
    assert (table.cell("median", "building").text, table.cell("median", "building").style) == ("1", "rating-1")
    assert table.cell("range", "planning").text == "1–4"


def test_a_unit_that_is_not_compared_keeps_its_levels_without_colour_and_says_why() -> None:
    portfolio = the_portfolio()
    table = heatmap_table(portfolio)
    assert [row.group for row in table.rows[2:]] == [COMPARED_GROUP] * 4 + [APART_GROUP]
    cell = table.cell("far", "planning")
    assert (cell.text, cell.value, cell.style) == ("5", 5, "blank")
    why = "It was asked at another depth: quick depth, the others full depth."
    assert table.row("far").cells[0].note == why
    assert apart_table(portfolio).cell("far", "why").text == why
    bound = replace(portfolio.units[-1], depth=Depth.FULL, carry_percent=85.0)
    other = a_portfolio(*portfolio.units[:-1], bound)
    assert apart_table(other).cell("far", "why").text.endswith("bound: 85 %, the others 67.5 %.")


def test_low_confidence_and_provisional_are_marked_and_explained() -> None:
    odd = replace(a_process("planning", 2), is_provisional=True)
    portfolio = a_portfolio(a_unit("a", {}, processes=(odd,)), a_unit("b", {"planning": 1}))
    table = heatmap_table(portfolio)
    assert table.cell("a", "planning").marks == {Mark.DASHED}
    assert any(Mark.DASHED in entry.marks for entry in table.legend)
    assert not any(entry.marks for entry in heatmap_table(the_portfolio()).legend)


def test_a_row_a_process_says_how_far_the_units_lie_apart() -> None:
    table = processes_table(the_portfolio())
    assert [
        table.cell("planning", one).text for one in ("count", "median", "quartiles", "range", "below", "first")
    ] == [
        "4",
        "2",
        "from 5 units up",
        "1\u00a0to\u00a04",
        "3 of 4",
        "2",
    ]
    track = table.cell("planning", "drawn").track
    assert track is not None
    assert (track.dot, track.line, track.bar) == (40.0, (20.0, 80.0), (50.0, 80.0))
    five = a_portfolio(*(a_unit(f"u{level}", {"planning": level}) for level in (0, 1, 1, 2, 4)))
    assert processes_table(five).cell("planning", "quartiles").text == "1\u00a0to\u00a02"


def test_others_are_said_with_their_source_and_where_the_median_lies() -> None:
    table = others_table(the_portfolio())
    assert [cell.text for cell in table.row("planning").cells] == [
        "Planning",
        "2",
        "3",
        "2.5\u00a0to\u00a04",
        "40",
        "Below most others",
        "Survey, 2024",
    ]
    assert not others_table(replace(the_portfolio(), benchmark=None, processes=())).rows


def test_who_lends_what_is_common_and_what_comes_first_is_said() -> None:
    portfolio = the_portfolio()
    assert lenders_table(portfolio).cell("planning", "units").text == "Assessment it (4)"
    assert lenders_table(portfolio).cell("planning", "to").text.startswith("Claims, Sales, 1 March 2026 and")
    assert lenders_finding(portfolio) == "1 unit stands out in 1 process and could lend practice."
    gap = gaps_table(portfolio)
    assert (gap.cell("building:definition", "units").text, gap.cell("planning:definition", "units").text) == (
        "3 of 3",
        "3 of 4",
    )
    assert [row.id for row in gap.rows] == ["building:definition", "planning:definition"]
    assert gaps_finding(portfolio).startswith("In 3 of 3 units Building is held by the same attribute, Process")
    assert [(row.id, row.cells[1].text) for row in first_table(portfolio).rows] == [
        ("planning", "2 of 4"),
        ("building", "2 of 4"),
    ]


def test_a_row_a_unit_says_where_it_stands_and_what_it_plans() -> None:
    portfolio = the_portfolio()
    cells = {cell.text for cell in units_table(portfolio).row("claims").cells}
    assert {"Claims", "1 March 2026", "7", "50 %", "3 of 20", "0 of 2", "0.5", "0"} <= cells
    plan = plans_table(portfolio)
    assert (plan.cell("claims", "cost").text, plan.cell("claims", "days").text) == ("EUR\u00a031,000", "40.5")
    assert (plan.cell("sales", "cost").text, plan.cell("sales", "cost").value) == (NO_VALUE, None)
    assert plan.cell("claims", "first").text == "Planning and Building"
    gone = a_portfolio(*portfolio.units, replace(portfolio.units[0], assessment_id="gone", unit="Gone", figures=None))
    assert {cell.text for cell in units_table(gone).row("gone").cells} == {"Gone", "1 March 2026", NO_VALUE}


def test_every_surface_has_the_same_numbers() -> None:
    portfolio = the_portfolio()
    view = across_view(portfolio)
    html = render_html(build_portfolio_report(portfolio, printed_on=DAY))
    printed = view_text(view)
    for table in view.tables:
        for row in table.rows:
            for cell in row.cells:
                assert cell.text in printed
                assert cell.text.replace("'", "&#39;") in html
    sheet = load_workbook(io.BytesIO(portfolio_workbook_bytes(portfolio, printed_on=DAY)))
    levels = {
        row[0]: dict(zip(("planning", "building"), row[2:], strict=True))
        for row in sheet["Levels"].iter_rows(min_row=2, values_only=True)
    }
    spread = {row[0]: row for row in sheet["Spread"].iter_rows(min_row=2, values_only=True)}
    heat, processes = heatmap_table(portfolio), processes_table(portfolio)
    for line in portfolio.units:
        for one in ("planning", "building"):
            assert levels[line.assessment_id][one] == heat.cell(line.assessment_id, one).value
    for one in ("planning", "building"):
        assert spread[one][3] == processes.cell(one, "count").value
        assert spread[one][4] == processes.cell(one, "median").value
        assert spread[one][9] == processes.cell(one, "below").value
    assert [row[11] for row in sheet["Spread"].iter_rows(min_row=2, values_only=True)] == [3, None]
    deck = Presentation(io.BytesIO(portfolio_deck_bytes(portfolio, printed_on=DAY)))
    said = {
        cell.text
        for slide in deck.slides
        for shape in slide.shapes
        if shape.has_table
        for row in shape.table.rows
        for cell in row.cells
    }
    for row in turned_heatmap_table(portfolio).rows:
        assert {cell.text for cell in row.cells} <= said
    drawn = {
        (cell["row_id"], cell["column_id"]): cell["value"]
        for cell in heatmap(heatmap_view(across_view(portfolio))).to_dict()["datasets"]["cells"]
    }
    assert drawn["claims", "planning"] == 1
    assert drawn["sales", "building"] is None


def test_many_units_are_on_slides_a_dozen_at_a_time_and_more_than_a_talk_bears_on_none() -> None:
    def heatmaps(count: int) -> list[list[str]]:
        units = (a_unit(f"unit-{own}", {"planning": own % 6}, number=own) for own in range(1, count + 1))
        deck = portfolio_deck(a_portfolio(*units), printed_on=DAY)
        grids = [block for slide in deck.slides for block in slide.blocks if block.id.startswith("portfolio-heatmap")]
        return [[column.id for column in grid.table.columns] for grid in grids if isinstance(grid, Grid)]

    own = heatmaps(30)
    assert [columns[:3] for columns in own] == [["process", "median", "range"]] * 3
    assert sorted(one for columns in own for one in columns[3:]) == sorted(f"unit-{one}" for one in range(1, 31))
    assert [len(columns) - 3 for columns in own] == [10, 10, 10]
    assert len(heatmaps(72)) == 6
    assert heatmaps(73) == []


def test_letters_hide_names_in_every_file() -> None:
    portfolio = lettered(the_portfolio())
    book = portfolio_workbook_bytes(portfolio, printed_on=DAY)
    cells = [
        str(value)
        for page in load_workbook(io.BytesIO(book)).worksheets
        for row in page.iter_rows(values_only=True)
        for value in row
        if value is not None
    ]
    for text in (
        view_text(across_view(portfolio)),
        render_html(build_portfolio_report(portfolio, printed_on=DAY)),
        *cells,
    ):
        assert not any(name in text for name in ("Claims", "Sales", "sales", "Assessment it"))
    assert "Unit A" in cells
    assert "hash" not in {column.id for column in plans_table(portfolio).columns}
    assert not {"date", "people"} & {column.id for column in units_table(portfolio).columns}
    told = (line.assessed_on or (line.figures and line.figures.respondent_count) for line in portfolio.units)
    assert [one for one in told if one is not None] == []


def test_a_file_of_one_portfolio_is_the_same_bytes() -> None:
    portfolio = the_portfolio()
    for make in (portfolio_workbook_bytes, portfolio_deck_bytes):
        assert make(portfolio, printed_on=DAY) == make(portfolio, printed_on=DAY)


@pytest.mark.parametrize("theme", [Theme.LIGHT, Theme.DARK])
def test_the_picture_of_the_spread_has_each_median_and_the_band_of_others(theme: Theme) -> None:
    rows = spread_chart(processes_table(the_portfolio()), "", theme).to_dict()["datasets"]["rows"]
    planning, building = rows
    assert (planning["lowest"], planning["median"], planning["highest"]) == (1.0, 2.0, 4.0)
    assert (planning["band_start"], planning["band_end"]) == (2.5, 4.0)
    assert building["band_start"] is None
    alone = a_portfolio(a_unit("a", {"planning": 2}), a_unit("b", {"planning": None, "building": 1}))
    (first, _) = spread_chart(processes_table(alone), "").to_dict()["datasets"]["rows"]
    assert (first["lowest"], first["median"]) == (None, None)


def test_many_units_come_a_page_at_a_time_under_the_same_median() -> None:
    portfolio = a_portfolio(*(a_unit(f"u{number}", {"planning": number % 6}) for number in range(85)))
    assert page_count(85) == 3
    table = heatmap_table(portfolio)
    pages = [page_of(table, number) for number in (1, 2, 3)]
    assert [[row.id for row in page.rows[:2]] for page in pages] == [["median", "range"]] * 3
    assert [len(page.rows) - 2 for page in pages] == [UNITS_ON_A_PAGE, UNITS_ON_A_PAGE, 5]
    assert [row.id for page in pages for row in page.rows[2:]] == [row.id for row in table.rows[2:]]
