"""The chart of leadership beside practitioners: what it draws is what its view holds."""

from __future__ import annotations

from typing import Any

import pytest
import vl_convert

from assessment.charts.agreement import perception
from assessment.charts.theme import AnyChart, Theme
from assessment.charts.tokens import DARK, LIGHT
from assessment.views.agreement import perception_view
from assessment.views.model import View
from tests.computing import mixed, the_sample


def view_of(process_id: str = "change-management") -> View:
    return perception_view(the_sample(), the_sample().result.process(process_id))


def rows_of(chart: AnyChart) -> list[dict[str, Any]]:
    rows: list[dict[str, Any]] = chart.to_dict()["datasets"]["rows"]
    return rows


def test_each_attribute_has_both_sides_and_the_difference() -> None:
    gaps = the_sample().result.process("change-management").perception_gaps
    names = the_sample().framework.attribute_by_id
    assert [(row["attribute"], row["leadership"], row["practitioners"]) for row in rows_of(perception(view_of()))] == [
        (names[gap.attribute_id].name, gap.leadership_percent, gap.practitioner_percent) for gap in gaps
    ]
    by_name = {row["attribute"]: row["difference"] for row in rows_of(perception(view_of()))}
    assert (by_name["Process control"], by_name["Continuous improvement"]) == ("+60", "−20")


def test_leadership_is_the_diamond_and_practitioners_the_dot() -> None:
    layers = perception(view_of()).to_dict()["layer"]
    points = {layer["mark"].get("shape"): layer for layer in layers if layer["mark"]["type"] == "point"}
    assert points["diamond"]["encoding"]["x"]["field"] == "leadership"
    assert points[None]["encoding"]["x"]["field"] == "practitioners"
    (line,) = [layer for layer in layers if layer["mark"]["type"] == "rule"]
    assert (line["encoding"]["x"]["field"], line["encoding"]["x2"]["field"]) == ("leadership", "practitioners")
    (text,) = [layer for layer in layers if layer["mark"]["type"] == "text"]
    assert text["encoding"]["text"]["field"] == "difference"


def test_the_tooltip_reads_the_texts_of_the_view() -> None:
    (first, *_) = perception(view_of()).to_dict()["layer"]
    fields = [(entry["field"], entry["title"]) for entry in first["encoding"]["tooltip"]]
    assert fields == [
        ("attribute", "Attribute"),
        ("leadership_text", "Leadership"),
        ("practitioners_text", "Practitioners"),
        ("difference", "Difference"),
    ]
    row = rows_of(perception(view_of()))[0]
    cells = view_of().table("perception").rows[0].cells
    assert (row["leadership_text"], row["practitioners_text"]) == (cells[1].text, cells[2].text)


def test_title_and_subtitle_are_the_views_words() -> None:
    view = view_of()
    title = perception(view).to_dict()["title"]
    assert (
        " ".join(title["text"])
        == view.finding
        == "Leadership rates process control 60 points higher than practitioners."
    )
    assert " ".join(title["subtitle"]) == view.table("perception").measure
    assert "title" not in perception(view, Theme.PRINT).to_dict()


def test_the_dark_theme_draws_in_dark_colours() -> None:
    light, dark = (str(perception(view_of(), theme).to_dict()) for theme in (Theme.LIGHT, Theme.DARK))
    assert LIGHT.accent in light
    assert DARK.accent in dark
    assert LIGHT.accent not in dark


@pytest.mark.parametrize("theme", Theme)
def test_it_draws_in_every_theme_also_without_a_row(theme: Theme) -> None:
    for view in (view_of(), perception_view(mixed(), mixed().result.process("planning"))):
        spec = perception(view, theme).to_dict()
        spec["width"] = 700
        assert "<svg" in vl_convert.vegalite_to_svg(spec)
