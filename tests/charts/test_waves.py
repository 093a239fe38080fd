"""The picture of the roadmap holds what its view holds: levels by wave, colours by landing, dashes for what is left."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.charts.theme import Theme
from assessment.charts.tokens import DARK_STEPS, LIGHT_STEPS
from assessment.charts.waves import waves
from assessment.views.model import Mark, View
from assessment.views.waves import roadmap_view
from tests.views.plans import HARD_SPACE, a_plan, a_step, given, standing, the_sample

STEPS = (
    a_step("planning", 1, 3, 1),
    a_step("building", 1, 2, 1),
    a_step("building", 2, 3, 2),
    a_step("releasing", 1, 2, 0),
)


def small_view() -> View:
    return roadmap_view(given(standing({"planning": 1, "building": 1, "releasing": 1}), plan=a_plan(*STEPS)))


def drawn(view: View, theme: Theme = Theme.LIGHT) -> dict[str, Any]:
    spec: dict[str, Any] = waves(view, theme).to_dict()
    return spec


def cells(view: View) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = drawn(view)["datasets"]["steps"]
    return found


def layer(spec: dict[str, Any], kind: str, place: int = 0) -> dict[str, Any]:
    layers: list[dict[str, Any]] = [own for own in spec["layer"] if own["mark"]["type"] == kind]
    return layers[place]


def test_each_cell_stands_in_its_wave_with_its_levels_and_landing() -> None:
    found = [
        (own["process_id"], own["wave_id"], own["levels"], own["value"], own["style"]) for own in cells(small_view())
    ]
    assert found == [
        ("planning", "wave-1", f"1{HARD_SPACE}to{HARD_SPACE}3", 3, "rating-3"),
        ("building", "wave-1", f"1{HARD_SPACE}to{HARD_SPACE}2", 2, "rating-2"),
        ("building", "wave-2", f"2{HARD_SPACE}to{HARD_SPACE}3", 3, "rating-3"),
        ("releasing", "not-funded", f"1{HARD_SPACE}to{HARD_SPACE}2", 2, ""),
    ]


def test_what_is_not_funded_is_dashed_and_nothing_else() -> None:
    assert [own["process_id"] for own in cells(small_view()) if own["is_dashed"]] == ["releasing"]
    spec = drawn(small_view())
    edges = layer(spec, "rect", 1)
    assert edges["mark"]["strokeDash"] == [4, 3]
    assert edges["transform"] == [{"filter": "datum.is_dashed"}]
    assert layer(spec, "rect")["transform"] == [{"filter": "!datum.is_dashed"}]


def test_totals_are_no_rows_of_the_picture() -> None:
    view = small_view()
    spec = drawn(view)
    domain = layer(spec, "rect")["encoding"]["y"]["scale"]["domain"]
    assert domain == ["Planning", "Building", "Releasing"]
    assert len(view.table("waves").rows) == 4


@pytest.mark.parametrize(("theme", "steps"), [(Theme.LIGHT, LIGHT_STEPS), (Theme.DARK, DARK_STEPS)])
def test_colour_is_the_level_a_process_lands_on(theme: Theme, steps: Any) -> None:
    spec = drawn(small_view(), theme)
    fill = layer(spec, "rect")["encoding"]["fill"]
    assert fill["field"] == "style"
    assert fill["scale"] == {
        "domain": ["rating-2", "rating-3"],
        "range": [steps["rating-2"].fill, steps["rating-3"].fill],
    }
    ink = layer(spec, "text")["encoding"]["color"]
    assert ink["scale"]["range"] == [steps["rating-2"].ink, steps["rating-3"].ink]
    assert "raised to level 2" in fill["legend"]["labelExpr"]


def test_title_and_subtitle_are_the_views() -> None:
    view = small_view()
    title = drawn(view)["title"]
    assert " ".join(title["text"]) == view.finding
    assert " ".join(title["subtitle"]) == view.table("waves").measure


def test_columns_are_the_waves_in_their_order() -> None:
    domain = layer(drawn(small_view()), "rect")["encoding"]["x"]["scale"]["domain"]
    assert [name.replace("\n", " ") for name in domain] == [
        "Wave 1 (months 1 to 3)",
        "Wave 2 (months 4 to 6)",
        "Not funded",
    ]


def test_a_cell_says_levels_value_and_effort_when_it_is_asked() -> None:
    first = cells(small_view())[0]
    assert first["spoken"] == f"Level 1 to 3 brings 9.6 points of priority and takes 3{HARD_SPACE}points"
    assert first["wave_name"] == "Wave 1 (months 1 to 3)"


def test_the_sample_is_drawn_cell_by_cell_as_its_table_has_it() -> None:
    view = roadmap_view(the_sample())
    table = view.table("waves")
    expected = [
        (row.id, column.id, cell.text)
        for row in table.rows
        if Mark.TOTAL not in row.cells[0].marks
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
        if cell.text
    ]
    assert [(own["process_id"], own["wave_id"], own["levels"]) for own in cells(view)] == expected
