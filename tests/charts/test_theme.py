"""What all charts share: the look of each theme, and the words that a page takes off a chart to set them as text."""

from __future__ import annotations

from collections.abc import Callable

import altair as alt
import pytest
import vl_convert

from assessment.charts.characteristics import characteristics
from assessment.charts.hand_offs import hand_offs
from assessment.charts.heatmap import heatmap
from assessment.charts.levels import levels, movement
from assessment.charts.priorities import priorities
from assessment.charts.theme import PRINT_WIDTH, AnyChart, Theme, specification, untitled
from assessment.charts.tokens import DARK, LIGHT
from assessment.charts.wrapping import wrapped
from assessment.views.characteristics import characteristics_view
from assessment.views.hand_offs import hand_offs_view
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.levels import levels_view, movement_view
from assessment.views.model import View
from assessment.views.priorities import priorities_view
from tests.computing import the_sample

Drawing = tuple[Callable[[], View], Callable[[View, Theme], AnyChart]]
DRAWINGS: dict[str, Drawing] = {
    "characteristics": (lambda: characteristics_view(the_sample()), characteristics),
    "hand-offs": (lambda: hand_offs_view(the_sample()), hand_offs),  # type: ignore[dict-item]  # its own kind of view
    "heatmap": (lambda: heatmap_view(the_sample(), HeatmapState.AS_IS), heatmap),
    "levels": (lambda: levels_view(the_sample()), levels),
    "movement": (lambda: movement_view(the_sample()), movement),
    "priorities": (lambda: priorities_view(the_sample()), priorities),
}


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_browser_gets_the_chart_that_the_library_checks_under_no_theme(name: str) -> None:
    make, draw = DRAWINGS[name]
    chart = draw(make(), Theme.LIGHT)
    with alt.theme.enable("none"):
        checked = chart.to_dict()
    assert specification(chart) == checked
    assert all(checked["datasets"].values())


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_chart_gives_its_words_to_a_page_and_stays_whole_itself(name: str) -> None:
    make, draw = DRAWINGS[name]
    view = make()
    chart = draw(view, Theme.LIGHT)
    before = chart.to_dict()

    title, subtitle, bare = untitled(chart)

    assert title == view.finding
    assert subtitle == " ".join(before["title"]["subtitle"])
    assert bare.to_dict() == {key: value for key, value in before.items() if key != "title"}
    assert chart.to_dict() == before


@pytest.mark.parametrize("name", DRAWINGS)
def test_a_chart_on_paper_has_no_words_to_give(name: str) -> None:
    make, draw = DRAWINGS[name]
    chart = draw(make(), Theme.PRINT)

    title, subtitle, bare = untitled(chart)

    assert (title, subtitle) == ("", "")
    assert bare.to_dict() == chart.to_dict()


@pytest.mark.parametrize("name", DRAWINGS)
def test_each_theme_has_its_own_ground_and_ink_and_paper_its_width(name: str) -> None:
    make, draw = DRAWINGS[name]
    specs = {theme: draw(make(), theme).to_dict() for theme in Theme}

    axes = {theme: spec["config"]["axis"] for theme, spec in specs.items()}
    assert [axes[theme]["gridColor"] for theme in (Theme.LIGHT, Theme.DARK)] == [LIGHT.line, DARK.line]
    assert [axes[theme]["labelColor"] for theme in (Theme.LIGHT, Theme.DARK)] == [LIGHT.ink, DARK.ink]
    grounds = [specs[theme]["config"]["background"] for theme in (Theme.LIGHT, Theme.DARK, Theme.PRINT)]
    assert grounds == ["transparent", "transparent", "#FFFFFF"]
    assert [specs[theme].get("width") for theme in (Theme.LIGHT, Theme.DARK)] == ["container"] * 2
    assert specs[Theme.PRINT]["width"] == PRINT_WIDTH


def test_the_same_view_gives_the_same_drawing() -> None:
    first, second = (movement(movement_view(the_sample()), Theme.PRINT).to_dict() for _ in range(2))

    assert vl_convert.vegalite_to_svg(first) == vl_convert.vegalite_to_svg(second)


@pytest.mark.parametrize(
    ("text", "width", "lines"),
    [
        ("Change and Configuration", 12, "Change and\nConfigu-\nration"),
        ("Change", 12, "Change"),
        ("continuous-improvement", 12, "continuous-\nimprovement"),
        ("", 12, ""),
    ],
)
def test_a_text_is_broken_where_it_would_be_too_wide(text: str, width: int, lines: str) -> None:
    assert wrapped(text, width) == lines
