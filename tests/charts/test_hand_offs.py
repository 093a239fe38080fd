"""The chart of the matrix of hand-offs: cells, edges and signs as its view has them."""

from __future__ import annotations

from typing import Any

import pytest
import vl_convert

from assessment.charts.hand_offs import hand_offs
from assessment.charts.theme import AnyChart, Theme
from assessment.charts.tokens import DARK, DARK_STEPS, LIGHT, LIGHT_STEPS
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.computed import Computed
from assessment.views.hand_offs import HandOffsView, hand_offs_view
from assessment.views.model import Mark
from tests.builders import an_answer, an_assessment, rated_process, tiny_framework
from tests.computing import computed, the_sample


def shop() -> Computed:
    """Planning, below its target, hands over badly to building, building well to releasing; the third is not rated."""
    framework = tiny_framework()
    ratings = tuple(
        LinkageRating(linkage_id=own, answer=an_answer(code))
        for own, code in (("planning-to-building", 1), ("building-to-releasing", 4))
    )
    answers = rated_process(framework, "planning", 0)
    return computed(framework, an_assessment(framework, ratings=answers, linkage_ratings=ratings))


def cells_of(chart: AnyChart) -> dict[tuple[str, str], dict[str, Any]]:
    return {(cell["from_id"], cell["to_id"]): cell for cell in chart.to_dict()["datasets"]["hand-offs"]}


def layers_with(spec: dict[str, Any], filtered: str) -> list[dict[str, Any]]:
    return [layer for layer in spec["layer"] if {"filter": filtered} in layer.get("transform", [])]


def filled_cells(view: HandOffsView) -> dict[tuple[str, str], Any]:
    return {
        (row.id, column.id): cell
        for row in view.matrix.rows
        for column, cell in zip(view.matrix.columns[1:], row.cells[1:], strict=True)
        if cell.text
    }


@pytest.mark.parametrize("whole", [shop(), the_sample()])
def test_every_hand_off_of_the_view_is_drawn_with_its_letter_value_and_style(whole: Computed) -> None:
    view = hand_offs_view(whole)
    expected = {key: (cell.text, cell.value, cell.style, cell.spoken) for key, cell in filled_cells(view).items()}
    drawn = cells_of(hand_offs(view))
    assert {key: (own["text"], own["value"], own["style"], own["spoken"]) for key, own in drawn.items()} == expected


def test_the_supplier_stands_on_the_left_and_the_receiver_above() -> None:
    spec = hand_offs(hand_offs_view(shop())).to_dict()
    encoding = spec["layer"][0]["encoding"]
    assert (encoding["y"]["field"], encoding["x"]["field"]) == ("from", "to")
    assert encoding["x"]["axis"]["orient"] == "top"
    assert encoding["x"]["scale"]["domain"] == ["Planning", "Building", "Releasing"]
    assert encoding["y"]["sort"] == ["Planning", "Building", "Releasing"]
    cell = cells_of(hand_offs(hand_offs_view(shop())))["planning", "building"]
    assert (cell["from"], cell["to"]) == ("Planning", "Building")


def test_broken_hand_offs_and_no_others_have_an_edge_and_the_sign_of_the_legend() -> None:
    for whole in (shop(), the_sample()):
        view = hand_offs_view(whole)
        spec = hand_offs(view).to_dict()
        broken = {key for key, cell in filled_cells(view).items() if Mark.STRONG in cell.marks}
        drawn = cells_of(hand_offs(view))
        assert broken
        assert {key for key, cell in drawn.items() if cell["is_broken"]} == broken
        assert {key for key, cell in drawn.items() if cell["sign"] == "!"} == broken
        edge, sign = layers_with(spec, "datum.is_broken")
        assert (edge["mark"]["type"], edge["mark"]["strokeWidth"]) == ("rect", 2)
        assert sign["encoding"]["text"]["field"] == "sign"


def test_what_is_not_rated_is_an_empty_cell_with_its_sign_and_what_does_not_exist_no_cell() -> None:
    drawn = cells_of(hand_offs(hand_offs_view(shop())))
    assert (drawn["releasing", "planning"]["text"], drawn["releasing", "planning"]["is_rated"]) == ("•", False)
    assert drawn["planning", "building"]["is_rated"]
    assert ("building", "planning") not in drawn
    (empty,) = layers_with(hand_offs(hand_offs_view(shop())).to_dict(), "!datum.is_rated")
    assert empty["mark"]["fill"] == "#FFFFFF"


@pytest.mark.parametrize(
    ("theme", "steps", "palette"), [(Theme.LIGHT, LIGHT_STEPS, LIGHT), (Theme.DARK, DARK_STEPS, DARK)]
)
def test_fills_and_inks_are_the_steps_of_the_scale(theme: Theme, steps: Any, palette: Any) -> None:
    styles = [f"rating-{code}" for code in range(6)]
    spec = hand_offs(hand_offs_view(the_sample()), theme).to_dict()
    fill = spec["layer"][0]["encoding"]["fill"]
    assert fill["field"] == "style"
    assert fill["scale"] == {"domain": styles, "range": [steps[style].fill for style in styles]}
    for layer in spec["layer"][-2:]:
        ink = layer["encoding"]["color"]["scale"]
        assert dict(zip(ink["domain"], ink["range"], strict=True)) == {
            **{style: steps[style].ink for style in styles},
            "blank": palette.quiet_ink,
        }


def test_title_and_subtitle_are_the_views_words_and_are_left_to_the_page_on_paper() -> None:
    view = hand_offs_view(the_sample())
    title = hand_offs(view).to_dict()["title"]
    assert " ".join(title["text"]) == view.finding
    assert " ".join(title["subtitle"]) == view.matrix.measure
    assert "title" not in hand_offs(view, Theme.PRINT).to_dict()


@pytest.mark.parametrize("theme", Theme)
def test_it_draws_also_where_nothing_is_rated_or_in_scope(theme: Theme) -> None:
    framework = tiny_framework()
    for whole in (
        shop(),
        computed(framework, an_assessment(framework)),
        computed(framework, an_assessment(framework, scope=())),
    ):
        spec = hand_offs(hand_offs_view(whole), theme).to_dict()
        assert "<svg" in vl_convert.vegalite_to_svg({**spec, "width": 700})
