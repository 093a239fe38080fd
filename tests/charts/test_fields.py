"""A chart draws and tells nothing that is not in its data: a field it names by mistake would be an empty picture."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

import pytest

from assessment.charts.characteristics import characteristics
from assessment.charts.hand_offs import hand_offs
from assessment.charts.heatmap import heatmap
from assessment.charts.levels import levels, movement
from assessment.charts.priorities import priorities, ranks
from assessment.charts.theme import AnyChart
from assessment.charts.tokens import DARK_STEPS, LIGHT_STEPS
from assessment.charts.transitions import transitions
from assessment.charts.waves import waves
from assessment.views.registry import VIEWS
from tests.computing import the_sample

CHARTS: dict[str, Callable[..., AnyChart]] = {
    "characteristics": characteristics,
    "hand-offs": hand_offs,
    "heatmap": heatmap,
    "levels": levels,
    "movement": movement,
    "priorities": priorities,
    "firmness": ranks,
    "transitions": transitions,
    "roadmap": waves,
}


def named_fields(value: Any) -> Iterator[str]:
    """Every field that an encoding or a tooltip of a specification names."""
    if isinstance(value, Mapping):
        if isinstance(value.get("field"), str):
            yield value["field"]
        for own in value.values():
            yield from named_fields(own)
    elif isinstance(value, list):
        for own in value:
            yield from named_fields(own)


@pytest.mark.parametrize("name", CHARTS)
def test_every_field_a_chart_names_is_in_its_data_and_every_datum_is_named(name: str) -> None:
    spec = CHARTS[name](VIEWS[name](the_sample())).to_dict()
    data = [row for rows in spec.pop("datasets").values() for row in rows]
    held = {field for row in data for field in row}
    assert set(named_fields(spec)) <= held
    told = {tooltip["field"] for layer in spec["layer"] for tooltip in layer.get("encoding", {}).get("tooltip", ())}
    assert all(str(row[field]) for row in data for field in told if field in row)


@pytest.mark.parametrize("steps", [LIGHT_STEPS, DARK_STEPS])
def test_the_four_bands_are_the_ends_and_upper_halves_of_the_six_letters(steps: Mapping[str, Any]) -> None:
    assert [steps[f"band-{letter}"] for letter in "nplf"] == [steps[f"rating-{code}"] for code in (0, 2, 4, 5)]
