"""The chart of transitions: a dot where the organisation stands, a diamond where it should, as its view has them."""

from __future__ import annotations

import re
from typing import Any

import pytest
import vl_convert

from assessment.charts.theme import ROW_HEIGHT, AnyChart, Theme
from assessment.charts.tokens import DARK, LIGHT
from assessment.charts.transitions import transitions
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


def layers_of(chart: AnyChart) -> tuple[list[dict[str, Any]], dict[str, Any]]:
    """Lines, diamonds and dots; and the layer that carries the names of the new ends."""
    drawn, ends = chart.to_dict()["layer"]
    return drawn["layer"], ends


def test_the_dot_is_now_and_the_diamond_is_the_to_be() -> None:
    chart = transitions(transitions_view(shop(TransitionPlace(transition_id="craft-to-system", as_is=1, to_be=4))))
    row = rows_of(chart)["craft-to-system"]
    assert (row["from"], row["to"], row["as_is"], row["to_be"]) == ("Craft", "System", 1, 4)
    assert row["spoken"] == "Now 1, to be 4"
    (line, diamond, dot), _ = layers_of(chart)
    assert (dot["encoding"]["x"]["field"], "shape" in dot["mark"]) == ("as_is", False)
    assert (diamond["encoding"]["x"]["field"], diamond["mark"]["shape"]) == ("to_be", "diamond")
    assert (line["encoding"]["x"]["field"], line["encoding"]["x2"]["field"]) == ("as_is", "to_be")
    for layer in (line, diamond, dot):
        assert layer["encoding"]["x"]["scale"]["domain"] == [-0.25, 5.25]
        assert layer["encoding"]["x"]["axis"]["values"] == [0, 1, 2, 3, 4, 5]


def test_a_missing_place_draws_neither_mark_nor_line() -> None:
    places = (
        TransitionPlace(transition_id="craft-to-system", as_is=0),
        TransitionPlace(transition_id="second", to_be=5),
    )
    chart = transitions(transitions_view(shop(*places)))
    assert [(row["as_is"], row["to_be"]) for row in rows_of(chart).values()] == [(0, None), (None, 5)]
    (line, diamond, dot), _ = layers_of(chart)
    assert dot["transform"] == [{"filter": "isValid(datum.as_is)"}]
    assert diamond["transform"] == [{"filter": "isValid(datum.to_be)"}]
    assert line["transform"] == [{"filter": "isValid(datum.as_is) && isValid(datum.to_be)"}]


def test_ends_of_the_same_name_stay_two_rows_in_the_order_of_the_view() -> None:
    places = (
        TransitionPlace(transition_id="craft-to-system", as_is=1, to_be=2),
        TransitionPlace(transition_id="second", as_is=3, to_be=4),
    )
    chart = transitions(transitions_view(shop(*places)))
    (line, *_), ends = layers_of(chart)
    left, right = line["encoding"]["y"], ends["encoding"]["y"]
    assert (ends["encoding"]["x"]["field"], ends["mark"]["opacity"], ends["data"]) == ("to_be", 0, {"name": "rows"})
    assert [name.strip("\u200b") for name in left["sort"]] == ["Craft", "Craft"]
    assert len(set(left["sort"])) == 2
    assert right["sort"] == ["System", "Science"]
    assert (left["axis"]["orient"], right["axis"]["orient"]) == ("left", "right")
    assert chart.to_dict()["resolve"] == {"scale": {"y": "independent"}}


def test_the_sample_is_drawn_row_by_row() -> None:
    sample = the_sample()
    view = transitions_view(sample)
    rows = rows_of(transitions(view))
    places = {place.transition_id: (place.as_is, place.to_be) for place in sample.assessment.transitions}
    assert {row_id: (row["as_is"], row["to_be"]) for row_id, row in rows.items()} == places
    assert list(rows) == [row.id for row in view.tables[0].rows]


def test_title_and_subtitle_are_the_views_words() -> None:
    view = transitions_view(the_sample())
    title = transitions(view).to_dict()["title"]
    assert " ".join(title["text"]) == view.finding
    assert " ".join(title["subtitle"]) == view.tables[0].measure


@pytest.mark.parametrize(("theme", "accent"), [(Theme.LIGHT, LIGHT.accent), (Theme.DARK, DARK.accent)])
def test_dots_take_the_accent_of_the_theme(theme: Theme, accent: str) -> None:
    (_, _, dot), _ = layers_of(transitions(transitions_view(the_sample()), theme))
    assert dot["mark"]["color"] == accent


@pytest.mark.parametrize("theme", Theme)
def test_it_draws_also_where_nothing_is_placed(theme: Theme) -> None:
    for whole in (the_sample(), shop()):
        spec = transitions(transitions_view(whole), theme).to_dict()
        assert "<svg" in vl_convert.vegalite_to_svg({**spec, "width": 700})


def test_every_row_has_its_height() -> None:
    chart = transitions(transitions_view(the_sample()))
    drawn = vl_convert.vegalite_to_svg({**chart.to_dict(), "width": 800, "autosize": {"type": "fit"}})
    found = re.search(r'<svg[^>]* height="(\d+)"', drawn)
    assert found is not None
    assert int(found.group(1)) >= ROW_HEIGHT * len(rows_of(chart)) > 0
