"""The chart of transitions: a dot where the organisation stands, a diamond where it should, as its view has them."""

from __future__ import annotations

from itertools import pairwise
from typing import Any

import pytest
import vl_convert

from assessment.charts.theme import AnyChart, Theme
from assessment.charts.tokens import DARK, LIGHT
from assessment.charts.transitions import LINE_PIXELS, transitions
from assessment.domain.answered.organisation import TransitionPlace
from assessment.domain.authored.transition import Transition
from assessment.domain.computed import Computed
from assessment.views.organisation import transitions_view
from tests.builders import an_assessment, tiny_framework
from tests.computing import computed, the_sample


def shop(*places: TransitionPlace) -> Computed:
    """Two transitions that begin at ends of the same name."""
    framework = tiny_framework()
    second = Transition(id="second", from_name="Craft", to_name="Science", from_text="One.", to_text="All.")
    both = framework.model_copy(update={"transitions": (*framework.transitions, second)})
    return computed(both, an_assessment(both, transitions=places))


def rows_of(chart: AnyChart) -> dict[str, dict[str, Any]]:
    return {row["id"]: row for row in chart.to_dict()["datasets"]["rows"]}


def layers_of(chart: AnyChart) -> list[dict[str, Any]]:
    """Lines; points and names of now; points and names of the to-be."""
    layers: list[dict[str, Any]] = chart.to_dict()["layer"]
    return layers


def test_a_line_runs_from_now_to_the_to_be_between_the_names_of_its_ends() -> None:
    chart = transitions(transitions_view(shop(TransitionPlace(transition_id="craft-to-system", as_is=1, to_be=4))))
    row = rows_of(chart)["craft-to-system"]
    assert (row["from"], row["to"], row["as_is"], row["to_be"]) == ("Craft", "System", 1, 4)
    assert (row["as_is_y"], row["to_be_y"], row["spoken"]) == (1, 4, "Now 1, to be 4")
    line, now, first, _, to_be, last, _ = layers_of(chart)
    assert (line["encoding"]["y"]["field"], line["encoding"]["y2"]["field"]) == ("as_is_y", "to_be_y")
    assert [one["mark"]["shape"] for one in (now, to_be)] == ["circle", "diamond"]
    assert [one["encoding"]["y"]["field"] for one in (now, first, to_be, last)] == ["as_is_y"] * 2 + ["to_be_y"] * 2
    assert [(one["encoding"]["text"]["field"], one["mark"]["align"]) for one in (first, last)] == [
        ("from", "right"),
        ("to", "left"),
    ]
    for layer in (line, now, first, to_be, last):
        assert layer["encoding"]["y"]["scale"]["domain"] == [-0.5, 5.5]
        assert layer["encoding"]["y"]["axis"]["values"] == [0, 1, 2, 3, 4, 5]


def test_a_missing_place_draws_neither_mark_nor_line() -> None:
    places = (
        TransitionPlace(transition_id="craft-to-system", as_is=0),
        TransitionPlace(transition_id="second", to_be=5),
    )
    chart = transitions(transitions_view(shop(*places)))
    assert [(row["as_is"], row["to_be"]) for row in rows_of(chart).values()] == [(0, None), (None, 5)]
    line, now, _, _, to_be, _, _ = layers_of(chart)
    assert now["transform"][0] == {"filter": "isValid(datum.as_is)"}
    assert to_be["transform"][0] == {"filter": "isValid(datum.to_be)"}
    assert line["transform"][0] == {"filter": "isValid(datum.as_is) && isValid(datum.to_be)"}


def test_those_at_one_place_stand_apart_within_it_in_the_order_of_their_other_end() -> None:
    places = (
        TransitionPlace(transition_id="craft-to-system", as_is=2, to_be=4),
        TransitionPlace(transition_id="second", as_is=2, to_be=3),
    )
    rows = rows_of(transitions(transitions_view(shop(*places))))
    first, second = rows["craft-to-system"]["as_is_y"], rows["second"]["as_is_y"]
    assert (first + second) / 2 == 2
    assert second < 2 < first < 2.5


def test_the_longest_way_is_thicker_and_its_names_bold() -> None:
    places = (
        TransitionPlace(transition_id="craft-to-system", as_is=2, to_be=4),
        TransitionPlace(transition_id="second", as_is=2, to_be=3),
    )
    chart = transitions(transitions_view(shop(*places)))
    assert [row["is_furthest"] for row in rows_of(chart).values()] == [True, False]
    line, _, first, bold, _, _, _ = layers_of(chart)
    assert line["encoding"]["strokeWidth"]["condition"] == {"test": "datum.is_furthest", "value": 3.5}
    assert [(one["transform"][-1]["filter"], one["mark"]["fontWeight"]) for one in (first, bold)] == [
        ("!datum.is_furthest", 400),
        ("datum.is_furthest", 600),
    ]


def test_no_two_names_of_the_sample_cover_each_other() -> None:
    chart = transitions(transitions_view(the_sample()))
    pixels = chart.to_dict()["height"] / 6
    for side in ("as_is_y", "to_be_y"):
        places = sorted(row[side] for row in rows_of(chart).values())
        assert min(after - before for before, after in pairwise(places)) * pixels >= LINE_PIXELS - 0.01


def test_the_sample_is_drawn_row_by_row() -> None:
    sample = the_sample()
    view = transitions_view(sample)
    rows = rows_of(transitions(view))
    places = {place.transition_id: (place.as_is, place.to_be) for place in sample.assessment.transitions}
    assert {row_id: (row["as_is"], row["to_be"]) for row_id, row in rows.items()} == places
    assert list(rows) == [row.id for row in view.table("transitions").rows]


def test_title_and_subtitle_are_the_views_words() -> None:
    view = transitions_view(the_sample())
    title = transitions(view).to_dict()["title"]
    assert " ".join(title["text"]) == view.finding
    assert " ".join(title["subtitle"]) == view.table("transitions").measure


@pytest.mark.parametrize(("theme", "accent"), [(Theme.LIGHT, LIGHT.accent), (Theme.DARK, DARK.accent)])
def test_lines_take_the_accent_of_the_theme(theme: Theme, accent: str) -> None:
    assert layers_of(transitions(transitions_view(the_sample()), theme))[0]["mark"]["color"] == accent


@pytest.mark.parametrize("theme", Theme)
def test_it_draws_also_where_nothing_is_placed(theme: Theme) -> None:
    for whole in (the_sample(), shop()):
        spec = transitions(transitions_view(whole), theme).to_dict()
        assert "<svg" in vl_convert.vegalite_to_svg({**spec, "width": 700})
