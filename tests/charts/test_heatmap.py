"""The chart of the heatmap: cells, hatches and dashes as its view has them."""

from __future__ import annotations

from typing import Any

import pytest
import vl_convert

from assessment.charts.heatmap import CELL_SELECTION, HATCH, heatmap
from assessment.charts.theme import AnyChart, Theme
from assessment.charts.tokens import DARK_STEPS, LIGHT_STEPS
from assessment.domain.authored.framework import Horizon
from assessment.views.heatmap import HeatmapState, heatmap_view
from assessment.views.model import Mark
from tests.builders import an_assessment, rated, tiny_framework
from tests.computing import computed, mixed, nothing_answered, the_sample


def cells_of(chart: AnyChart) -> dict[tuple[str, str], dict[str, Any]]:
    return {(cell["row_id"], cell["column_id"]): cell for cell in chart.to_dict()["datasets"]["cells"]}


def layers_with(spec: dict[str, Any], filtered: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if {"filter": filtered} in layer.get("transform", [])]


@pytest.mark.parametrize("state", HeatmapState)
def test_every_cell_of_the_view_is_drawn_with_its_text_value_and_style(state: HeatmapState) -> None:
    view = heatmap_view(the_sample(), state)
    table = view.tables[0]
    drawn = cells_of(heatmap(view))
    expected = {
        (row.id, column.id): (cell.text, cell.value, cell.style)
        for row in table.rows
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
    }
    assert {key: (cell["text"], cell["value"], cell["style"]) for key, cell in drawn.items()} == expected


@pytest.mark.parametrize("state", HeatmapState)
def test_a_cell_stands_in_the_row_of_its_process_under_the_heading_of_its_column(state: HeatmapState) -> None:
    view = heatmap_view(the_sample(), state)
    table = view.tables[0]
    spec = heatmap(view).to_dict()
    across, down = spec["layer"][0]["encoding"]["x"], spec["layer"][0]["encoding"]["y"]
    heads = across["scale"]["domain"]
    assert [_letters(head) for head in heads] == [_letters(column.name) for column in table.columns[1:]]
    assert (across["field"], down["field"]) == ("column", "row")
    assert across["axis"]["orient"] == "top"
    drawn = cells_of(heatmap(view))
    for row in table.rows:
        for column, head in zip(table.columns[1:], heads, strict=True):
            cell = drawn[row.id, column.id]
            assert (cell["row"], cell["column"], cell["column_name"]) == (row.cells[0].text, head, column.name)


def test_hatches_and_dashes_are_where_the_view_marks_them() -> None:
    view = heatmap_view(the_sample(), HeatmapState.AS_IS)
    drawn = cells_of(heatmap(view))
    for mark, name in ((Mark.HATCHED, "is_hatched"), (Mark.DASHED, "is_dashed")):
        expected = {
            (row.id, column.id)
            for row in view.tables[0].rows
            for column, cell in zip(view.tables[0].columns, row.cells, strict=True)
            if mark in cell.marks
        }
        assert expected
        assert {key for key, cell in drawn.items() if cell[name]} == expected


def test_a_hatch_is_strokes_and_a_provisional_cell_has_a_dashed_edge() -> None:
    spec = heatmap(heatmap_view(mixed(), HeatmapState.AS_IS)).to_dict()
    (hatches,) = layers_with(spec, "datum.is_hatched")
    (dashes,) = layers_with(spec, "datum.is_dashed")
    assert hatches["mark"]["shape"] == HATCH
    assert dashes["mark"]["strokeDash"] == [4, 3]
    assert hatches["mark"]["opacity"] > 0
    assert hatches["encoding"]["stroke"]["field"] == "style"
    assert "stroke-dasharray" in _svg(spec)


def test_no_data_is_an_empty_cell_with_its_sign() -> None:
    spec = heatmap(heatmap_view(mixed(), HeatmapState.AS_IS)).to_dict()
    (empty,) = layers_with(spec, "datum.style == 'blank'")
    assert empty["mark"]["fill"] == "#FFFFFF"
    drawn = {(cell["row_id"], cell["column_id"]): cell for cell in spec["datasets"]["cells"]}
    assert (drawn["releasing", "delivery"]["text"], drawn["releasing", "delivery"]["is_filled"]) == ("•", False)
    assert (drawn["process-4", "delivery"]["text"], drawn["process-4", "delivery"]["is_filled"]) == ("–", False)
    assert drawn["planning", "delivery"]["is_filled"]
    assert not drawn["planning", "level"]["is_filled"]


@pytest.mark.parametrize(("theme", "steps"), [(Theme.LIGHT, LIGHT_STEPS), (Theme.DARK, DARK_STEPS)])
@pytest.mark.parametrize("state", HeatmapState)
def test_fills_and_inks_are_the_steps_of_the_legend(state: HeatmapState, theme: Theme, steps: dict[str, Any]) -> None:
    view = heatmap_view(the_sample(), state)
    scale = [entry.style for entry in view.tables[0].legend if not entry.marks and not entry.sign]
    spec = heatmap(view, theme).to_dict()
    fill = spec["layer"][0]["encoding"]["fill"]
    assert fill["field"] == "style"
    assert fill["scale"] == {"domain": scale, "range": [steps[style].fill for style in scale]}
    ink = spec["layer"][-1]["encoding"]["color"]["scale"]
    inks = dict(zip(ink["domain"], ink["range"], strict=True))
    assert {style: inks[style] for style in scale} == {style: steps[style].ink for style in scale}


def test_rows_stand_under_the_names_of_their_groups() -> None:
    spec = heatmap(heatmap_view(mixed(), HeatmapState.AS_IS)).to_dict()
    order = spec["layer"][0]["encoding"]["y"]["sort"]
    assert [name.strip("\xa0") for name in order] == [
        "Group 1",
        "Planning",
        "Building",
        "Releasing",
        "Group 2",
        "Process 4",
        "Process 5",
    ]


def test_a_click_names_the_row_and_the_column() -> None:
    view = heatmap_view(mixed(), HeatmapState.AS_IS)
    (parameter,) = heatmap(view, is_selectable=True).to_dict()["params"]
    assert parameter["name"] == CELL_SELECTION
    assert parameter["select"]["fields"] == ["row_id", "column_id"]
    assert "params" not in heatmap(view).to_dict()


def test_a_tooltip_says_the_cell_in_words() -> None:
    chart = heatmap(heatmap_view(mixed(), HeatmapState.AS_IS))
    assert cells_of(chart)["planning", "definition"]["spoken"] == "Definition: P+ (40 %)"
    gap = heatmap(heatmap_view(mixed(), HeatmapState.GAP))
    assert cells_of(gap)["planning", "definition"]["spoken"] == "Definition: up to 40 (+40)"
    assert cells_of(gap)["releasing", "definition"]["spoken"] == "nothing rated yet"
    fields = [tooltip["field"] for tooltip in chart.to_dict()["layer"][0]["encoding"]["tooltip"]]
    assert fields == ["row", "column_name", "spoken"]


@pytest.mark.parametrize("state", HeatmapState)
def test_title_and_subtitle_are_the_views_words(state: HeatmapState) -> None:
    view = heatmap_view(the_sample(), state)
    title = heatmap(view).to_dict()["title"]
    assert " ".join(title["text"]) == view.finding
    assert " ".join(title["subtitle"]) == view.tables[0].measure


@pytest.mark.parametrize("theme", Theme)
def test_it_draws_also_where_nothing_is_answered(theme: Theme) -> None:
    for whole in (mixed(), nothing_answered()):
        for state in HeatmapState:
            assert "<svg" in _svg(heatmap(heatmap_view(whole, state), theme).to_dict())


def test_text_that_looks_like_an_expression_stays_text() -> None:
    framework = tiny_framework()
    hostile = framework.processes[0].model_copy(update={"name": "{{7*7}} ' + alert(1) + datum.label"})
    changed = framework.model_copy(update={"processes": (hostile, *framework.processes[1:])})
    item = framework.items("planning", an_assessment(framework).header.depth, Horizon.AS_IS)[0]
    whole = computed(changed, an_assessment(changed, ratings=(rated(item.id, 3),)))
    assert "{{7*7}}" in _svg(heatmap(heatmap_view(whole, HeatmapState.AS_IS)).to_dict())


def _letters(name: str) -> str:
    """A name without the breaks and hyphens of a narrow heading."""
    return "".join(name.replace("-", "").split())


def _svg(spec: dict[str, Any]) -> str:
    svg: str = vl_convert.vegalite_to_svg({**spec, "width": 700})
    return svg
