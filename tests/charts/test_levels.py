"""The charts of levels and of the distance to target: what they draw is what their views hold."""

from __future__ import annotations

from typing import Any

import pytest
import vl_convert

from assessment.charts.levels import levels, movement
from assessment.charts.theme import AnyChart, Theme
from assessment.charts.tokens import DARK, LIGHT
from assessment.views.levels import levels_view, movement_view
from tests.computing import mixed, nothing_answered, the_sample


def rows_of(chart: AnyChart) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = chart.to_dict()["datasets"]["rows"]
    return rows


def layers_of(chart: AnyChart, mark: str) -> list[dict[str, Any]]:
    return [layer for layer in chart.to_dict()["layer"] if layer["mark"]["type"] == mark]


def test_the_bars_are_the_processes_now_and_the_diamonds_those_to_be() -> None:
    chart = levels(levels_view(mixed()))
    assert [(row["level"], row["now"], row["target"]) for row in rows_of(chart)] == [
        ("0  Incomplete", 0, 0),
        ("1  Performed", 2, 1),
        ("2  Managed", 1, 0),
        ("3  Established", 0, 1),
        ("4  Controlled", 0, 1),
        ("5  Improving", 0, 0),
    ]
    (bar,) = layers_of(chart, "bar")
    (diamond,) = layers_of(chart, "point")
    (count,) = layers_of(chart, "text")
    assert bar["encoding"]["x"]["field"] == "now"
    assert count["encoding"]["text"]["field"] == "now_text"
    assert diamond["encoding"]["x"]["field"] == "target"
    assert diamond["mark"]["shape"] == "diamond"
    assert diamond["transform"] == [{"filter": "datum.target > 0"}]


def test_the_dot_stands_at_the_score_the_diamond_at_the_target_and_not_at_the_level() -> None:
    chart = movement(movement_view(mixed()))
    rows = {row["process_id"]: row for row in rows_of(chart)}
    assert rows["building"]["score"] == pytest.approx(1 + 18 / 21)
    assert rows["building"]["target"] == 4
    assert rows["planning"]["target"] == 3
    diamonds = [layer for layer in layers_of(chart, "point") if layer["mark"].get("shape") == "diamond"]
    dots = [layer for layer in layers_of(chart, "point") if layer["mark"].get("shape") != "diamond"]
    assert [layer["encoding"]["x"]["field"] for layer in diamonds] == ["target"]
    assert [layer["encoding"]["x"]["field"] for layer in dots] == ["score", "score"]
    (line,) = layers_of(chart, "rule")
    assert (line["encoding"]["x"]["field"], line["encoding"]["x2"]["field"]) == ("score", "target")


def test_the_number_beside_a_dot_is_the_score_as_shown_rounded_down() -> None:
    chart = movement(movement_view(mixed()))
    assert {row["process_id"]: row["score_text"] for row in rows_of(chart)} == {
        "building": "1.8",
        "planning": "2.9",
        "process-5": "1.3",
    }
    assert {layer["encoding"]["text"]["field"] for layer in layers_of(chart, "text")} == {"score_text"}


def test_a_provisional_dot_is_dashed_and_no_other() -> None:
    chart = movement(movement_view(mixed()))
    assert [row["process_id"] for row in rows_of(chart) if row["is_dashed"]] == ["process-5"]
    by_filter = {
        transform["filter"]: layer for layer in layers_of(chart, "point") for transform in layer.get("transform", [])
    }
    assert by_filter["datum.is_dashed"]["encoding"]["strokeDash"] == {"value": [3, 2]}
    assert "strokeDash" not in by_filter["!datum.is_dashed"]["encoding"]


def test_the_rows_keep_the_order_of_the_view() -> None:
    view = movement_view(the_sample())
    chart = movement(view)
    names = [row.cells[0].text for row in view.tables[0].rows]
    assert [row["process"] for row in rows_of(chart)] == names
    assert layers_of(chart, "rule")[0]["encoding"]["y"]["sort"] == names


def test_title_and_subtitle_are_the_views_words_and_are_left_to_the_page_on_paper() -> None:
    for view, draw in ((levels_view(the_sample()), levels), (movement_view(the_sample()), movement)):
        title = draw(view).to_dict()["title"]
        assert " ".join(title["text"]) == view.finding
        assert " ".join(title["subtitle"]) == view.tables[0].measure
        assert "title" not in draw(view, Theme.PRINT).to_dict()


def test_the_dark_theme_draws_in_dark_colours() -> None:
    for view, draw in ((levels_view(mixed()), levels), (movement_view(mixed()), movement)):
        light, dark = (str(draw(view, theme).to_dict()) for theme in (Theme.LIGHT, Theme.DARK))
        assert LIGHT.accent in light
        assert DARK.accent in dark
        assert LIGHT.accent not in dark


@pytest.mark.parametrize("theme", Theme)
def test_each_draws_also_where_nothing_is_answered(theme: Theme) -> None:
    for computed in (mixed(), nothing_answered()):
        for view, draw in ((levels_view(computed), levels), (movement_view(computed), movement)):
            spec = draw(view, theme).to_dict()
            spec["width"] = 700
            assert "<svg" in vl_convert.vegalite_to_svg(spec)
