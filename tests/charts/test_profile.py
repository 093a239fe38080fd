"""The chart of a process's attributes: what it draws is what its view holds."""

from __future__ import annotations

from typing import Any

import pytest
import vl_convert

from assessment.charts.profile import profile
from assessment.charts.theme import AnyChart, Theme
from assessment.charts.tokens import DARK, LIGHT
from assessment.domain.computed import Computed
from assessment.domain.rating.results import Outcome
from assessment.views.model import View
from assessment.views.profile import profile_view
from tests.builders import an_assessment, rated, tiny_framework
from tests.computing import computed, mixed, nothing_answered, the_sample


def view_of(whole: Computed, process_id: str) -> View:
    return profile_view(whole, whole.result.process(process_id), "Planning is held by definition.")


def rows_of(chart: AnyChart) -> dict[str, dict[str, Any]]:
    rows: list[dict[str, Any]] = chart.to_dict()["datasets"]["rows"]
    return {row["attribute_id"]: row for row in rows}


def layers_of(chart: AnyChart, mark: str) -> list[dict[str, Any]]:
    return [layer for layer in chart.to_dict()["layer"] if layer["mark"]["type"] == mark]


def test_each_attribute_is_a_row_with_its_letter_percent_and_target() -> None:
    rows = rows_of(profile(view_of(mixed(), "planning")))
    assert list(rows) == [attribute.id for attribute in mixed().framework.attributes]
    definition = rows["definition"]
    assert (definition["attribute"], definition["letter"]) == ("Definition", "P+")
    assert (definition["percent"], definition["to_be_percent"], definition["holds"]) == (40.0, 80.0, True)
    assert definition["spoken"] == "as-is P+ (40 %), to-be L+ (80 %)"
    assert [row["holds"] for key, row in rows.items() if key != "definition"] == [False] * 7


def test_the_dot_is_as_is_the_diamond_to_be_and_the_bar_what_is_open() -> None:
    chart = profile(view_of(mixed(), "planning"))
    diamonds = [layer for layer in layers_of(chart, "point") if layer["mark"].get("shape") == "diamond"]
    dots = [layer for layer in layers_of(chart, "point") if layer["mark"].get("shape") != "diamond"]
    assert [layer["encoding"]["x"]["field"] for layer in diamonds] == ["to_be_percent"]
    assert [layer["encoding"]["x"]["field"] for layer in dots] == ["percent"]
    (line,) = layers_of(chart, "rule")
    assert (line["encoding"]["x"]["field"], line["encoding"]["x2"]["field"]) == ("percent", "to_be_percent")
    (bar,) = layers_of(chart, "bar")
    assert (bar["encoding"]["x"]["field"], bar["encoding"]["x2"]["field"]) == ("low_percent", "high_percent")
    (letters,) = layers_of(chart, "text")
    assert letters["encoding"]["text"]["field"] == "letter"


def test_what_holds_the_level_is_a_square_in_another_colour() -> None:
    (dot,) = [
        layer for layer in layers_of(profile(view_of(mixed(), "planning")), "point") if "shape" in layer["encoding"]
    ]
    assert dot["encoding"]["shape"]["condition"]["test"] == "datum.holds"
    assert (dot["encoding"]["shape"]["condition"]["value"], dot["encoding"]["shape"]["value"]) == ("square", "circle")
    assert (dot["encoding"]["color"]["condition"]["value"], dot["encoding"]["color"]["value"]) == (
        LIGHT.care,
        LIGHT.accent,
    )


def test_open_questions_are_drawn_as_a_bar_and_nothing_rated_has_no_dot() -> None:
    framework = tiny_framework()
    ratings = (rated("planning.deliver-1", 3), rated("planning.deliver-2", 3))
    rows = rows_of(profile(view_of(computed(framework, an_assessment(framework, ratings=ratings)), "planning")))
    assert rows["delivery"]["low_percent"] == pytest.approx(40.0)
    assert rows["delivery"]["high_percent"] == pytest.approx(100 * 11 / 15)
    assert (rows["ownership"]["percent"], rows["ownership"]["letter"]) == (None, "•")
    assert (rows["ownership"]["low_percent"], rows["ownership"]["high_percent"]) == (0.0, 100.0)
    answered = rows_of(profile(view_of(mixed(), "planning")))
    assert {row["low_percent"] for row in answered.values()} == {None}


def test_the_axis_stands_at_the_bounds_of_the_assessment() -> None:
    for carry_percent in (67.5, 85.0):
        chart = profile(view_of(mixed(carry_percent=carry_percent), "planning"))
        axis = layers_of(chart, "bar")[0]["encoding"]["x"]["axis"]
        assert axis["values"] == [0, 50, carry_percent, 100]
        assert axis["format"] == ".1~f"  # 67.5 stays 67.5
        assert axis["title"] == "Percent of full achievement, 0 to 100"


def test_title_and_subtitle_are_the_views_words_and_are_left_to_the_page_on_paper() -> None:
    view = view_of(mixed(), "planning")
    title = profile(view).to_dict()["title"]
    assert " ".join(title["text"]) == view.finding
    assert " ".join(title["subtitle"]) == view.table("profile").measure
    assert "title" not in profile(view, Theme.PRINT).to_dict()


def test_every_dot_and_diamond_of_the_sample_stands_where_its_percent_is() -> None:
    whole = the_sample()
    for process in whole.result.processes:
        rows = rows_of(profile(view_of(whole, process.process_id)))
        for attribute, cell in zip(process.attributes, process.target.cells, strict=True):
            percent = attribute.percent if attribute.outcome is Outcome.RATED else None
            assert rows[attribute.attribute_id]["percent"] == percent
            assert rows[attribute.attribute_id]["to_be_percent"] == cell.to_be_percent


def test_the_dark_theme_draws_in_dark_colours() -> None:
    light, dark = (str(profile(view_of(mixed(), "planning"), theme).to_dict()) for theme in (Theme.LIGHT, Theme.DARK))
    assert LIGHT.accent in light
    assert DARK.accent in dark
    assert LIGHT.accent not in dark


@pytest.mark.parametrize("theme", Theme)
def test_it_draws_also_where_nothing_is_answered_or_applies(theme: Theme) -> None:
    for whole, process_id in ((nothing_answered(), "planning"), (mixed(), "process-4")):
        spec = profile(view_of(whole, process_id), theme).to_dict()
        spec["width"] = 700
        assert "<svg" in vl_convert.vegalite_to_svg(spec)
