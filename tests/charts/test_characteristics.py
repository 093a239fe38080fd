"""The chart of the organisation's profile: pieces of bars as wide as the counts of its view."""

from __future__ import annotations

from typing import Any

import vl_convert

from assessment.charts.characteristics import characteristics
from assessment.charts.theme import Theme
from assessment.charts.tokens import DARK_STEPS, LIGHT_STEPS
from assessment.views.characteristics import characteristics_view
from tests.computing import mixed, nothing_answered, the_sample

BANDS = ["band-n", "band-p", "band-l", "band-f"]


def pieces(spec: dict[str, Any], attribute_id: str) -> list[tuple[str, int, float, float, str]]:
    return [
        (row["band"], row["count"], row["start"], row["end"], row["text"])
        for row in spec["datasets"]["counts"]
        if row["attribute_id"] == attribute_id
    ]


def test_pieces_follow_each_other_from_n_to_f_and_carry_their_counts() -> None:
    spec = characteristics(characteristics_view(mixed())).to_dict()
    assert pieces(spec, "definition") == [("N", 1, 0, 1, "1"), ("P", 1, 1, 2, "1"), ("L", 1, 2, 3, "1")]
    assert pieces(spec, "delivery") == [("L", 3, 0, 3, "3")]


def test_a_number_stands_in_the_middle_of_its_piece() -> None:
    for row in characteristics(characteristics_view(the_sample())).to_dict()["datasets"]["counts"]:
        assert row["middle"] == (row["start"] + row["end"]) / 2


def test_every_count_of_the_view_is_drawn_and_nothing_else() -> None:
    view = characteristics_view(the_sample())
    spec = characteristics(view).to_dict()
    table = view.tables[0]
    drawn = {(row["attribute_id"], row["band"]): row["count"] for row in spec["datasets"]["counts"]}
    assert drawn == {
        (row.id, band): value for row in table.rows for band in "NPLF" if (value := table.cell(row.id, band).value)
    }


def test_the_mean_stands_beside_its_bar() -> None:
    view = characteristics_view(mixed())
    spec = characteristics(view).to_dict()
    means = {row["attribute"]: (row["mean"], row["place"]) for row in spec["datasets"]["means"]}
    assert means["Delivery"] == ("73 %", 3)
    assert means["Control"] == ("27 %", 3)
    assert list(means) == [row.cells[0].text for row in view.tables[0].rows]


def test_colours_are_the_bands_and_the_legend_says_them_in_words() -> None:
    for theme, steps in ((Theme.LIGHT, LIGHT_STEPS), (Theme.DARK, DARK_STEPS)):
        spec = characteristics(characteristics_view(mixed()), theme).to_dict()
        bars, numbers = (layer["encoding"] for layer in spec["layer"][:2])
        assert bars["fill"]["field"] == numbers["color"]["field"] == "style"
        assert bars["fill"]["scale"] == {"domain": BANDS, "range": [steps[band].fill for band in BANDS]}
        assert numbers["color"]["scale"] == {"domain": BANDS, "range": [steps[band].ink for band in BANDS]}
        assert "'band-n': 'N, not done'" in bars["fill"]["legend"]["labelExpr"]


def test_title_and_subtitle_are_the_views_words() -> None:
    view = characteristics_view(mixed())
    title = characteristics(view).to_dict()["title"]
    assert " ".join(title["text"]) == view.finding
    assert " ".join(title["subtitle"]) == view.tables[0].measure


def test_it_draws_in_every_theme_also_where_nothing_is_answered() -> None:
    for computed in (mixed(), nothing_answered()):
        for theme in Theme:
            spec = characteristics(characteristics_view(computed), theme).to_dict()
            spec["width"] = 700
            assert "<svg" in vl_convert.vegalite_to_svg(spec)
