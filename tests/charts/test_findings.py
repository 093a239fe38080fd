"""The charts of findings: bars of who owns how much and of what to connect, with the numbers of their views."""

from __future__ import annotations

from typing import Any

import pytest
import vl_convert

from assessment.charts.findings import load, pairs
from assessment.charts.theme import Theme
from assessment.charts.tokens import LIGHT
from assessment.views.organisation import owners_view
from assessment.views.resources import technology_view
from tests.computing import the_sample

VIEWS = ((load, owners_view, "load", "count"), (pairs, technology_view, "pairs", "worth"))


@pytest.mark.parametrize(("chart", "view_of", "table_id", "column_id"), VIEWS)
def test_each_row_is_a_bar_with_its_number(chart: Any, view_of: Any, table_id: str, column_id: str) -> None:
    view = view_of(the_sample())
    table = view.table(table_id)
    spec = chart(view).to_dict()
    rows = spec["datasets"]["rows"]
    assert [(row["id"], row["value"]) for row in rows] == [
        (row.id, table.cell(row.id, column_id).value) for row in table.rows
    ]
    assert [row[column_id] for row in rows] == [cell.text for cell in table.column(column_id)]
    bars, numbers, _ = spec["layer"]
    assert (bars["mark"]["type"], bars["encoding"]["x"]["field"]) == ("bar", "value")
    assert numbers["encoding"]["text"]["field"] == column_id
    assert " ".join(spec["title"]["text"]) == table.title
    assert " ".join(spec["title"]["subtitle"]) == table.measure


def test_what_stands_out_is_darker_and_its_number_bold() -> None:
    spec = load(owners_view(the_sample())).to_dict()
    assert [row["is_strong"] for row in spec["datasets"]["rows"]][:2] == [True, False], "nobody, then people"
    bars, numbers, strong = spec["layer"]
    assert bars["encoding"]["color"]["condition"] == {"test": "datum.is_strong", "value": LIGHT.care}
    assert [one["transform"] for one in (numbers, strong)] == [
        [{"filter": "!datum.is_strong"}],
        [{"filter": "datum.is_strong"}],
    ]
    assert strong["mark"]["fontWeight"] == 600


@pytest.mark.parametrize("theme", Theme)
def test_both_draw_in_each_theme(theme: Theme) -> None:
    for chart, view_of, _, _ in VIEWS:
        spec = chart(view_of(the_sample()), theme).to_dict()
        assert "<svg" in vl_convert.vegalite_to_svg({**spec, "width": 700})
