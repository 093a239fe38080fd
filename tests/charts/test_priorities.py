"""Bars of priority and lines of ranks hold what their views hold."""

from __future__ import annotations

from typing import Any

import pytest
import vl_convert

from assessment.charts.priorities import priorities, ranks
from assessment.charts.theme import Theme
from assessment.charts.waves import waves
from assessment.domain.answered.assessment import Opinion
from assessment.domain.planning.results import Firmness, FirmnessWord, RankFirmness
from assessment.views.firmness import firmness_view
from assessment.views.model import View
from assessment.views.priorities import priorities_view
from assessment.views.waves import roadmap_view
from tests.views.plans import a_plan, a_step, given, standing, the_sample

ONE = {"planning": 1, "building": 1, "releasing": 1}
OPINIONS = tuple(
    Opinion(respondent_id="r1", process_id=process_id, pain=pain)
    for process_id, pain in (("building", 5), ("planning", 3))
)
FIRMNESS = Firmness(
    mean_tau=0.9,
    word=FirmnessWord.FIRM,
    draw_count=2000,
    seed=7,
    processes=(
        RankFirmness(process_id="planning", top_three_share=0.97, median_rank=1.0, low_rank=1.0, high_rank=2.0),
        RankFirmness(process_id="building", top_three_share=0.41, median_rank=2.5, low_rank=1.5, high_rank=6.1),
    ),
    sensitivity_ranges=(),
)


def order_view() -> View:
    return priorities_view(given(standing(ONE, opinions=OPINIONS)))


def ranks_view() -> View:
    return firmness_view(given(standing(ONE), firmness=FIRMNESS))


def layers(spec: dict[str, Any]) -> dict[str, dict[str, Any]]:
    return {own["mark"]["type"]: own for own in reversed(spec["layer"])}


def test_a_bar_is_as_long_as_its_priority_and_carries_its_number() -> None:
    view = order_view()
    table = view.table("priorities")
    spec = priorities(view).to_dict()
    rows = spec["datasets"]["rows"]
    assert [(own["process_id"], own["value"], own["priority"]) for own in rows] == [
        (row.id, table.cell(row.id, "priority").value, table.cell(row.id, "priority").text) for row in table.rows
    ]
    assert layers(spec)["bar"]["encoding"]["x"]["field"] == "value"
    assert layers(spec)["text"]["encoding"]["text"]["field"] == "priority"
    scale = layers(spec)["bar"]["encoding"]["x"]["scale"]
    longest = max(own["value"] for own in rows)
    assert longest < scale["domain"][1] < 1.3 * longest
    assert (scale["domain"][0], scale["nice"]) == (0, False)
    assert layers(spec)["bar"]["encoding"]["y"]["scale"]["domain"] == [own["process"] for own in rows]


def test_a_provisional_bar_is_dashed_and_pale_and_no_other() -> None:
    spec = priorities(order_view()).to_dict()
    assert {own["process_id"] for own in spec["datasets"]["rows"] if own["is_dashed"]} == {"releasing"}
    bars = [own for own in spec["layer"] if own["mark"]["type"] == "bar"]
    assert bars[1]["transform"] == [{"filter": "datum.is_dashed"}]
    assert bars[1]["mark"]["strokeDash"] == [4, 3]
    assert bars[1]["mark"]["fillOpacity"] == 0
    assert bars[0]["encoding"]["fillOpacity"] == {"condition": {"test": "datum.is_dashed", "value": 0.25}, "value": 1}


def test_a_bar_says_its_parts_when_it_is_asked() -> None:
    spec = priorities(order_view()).to_dict()
    tooltip = {own["field"]: own["title"] for own in layers(spec)["bar"]["encoding"]["tooltip"]}
    assert tooltip == {
        "process": "Process",
        "priority": "Priority",
        "need": "Need",
        "pain": "Pain",
        "importance": "Importance",
        "leverage": "Leverage",
    }
    pains = {own["process_id"]: own["pain"] for own in spec["datasets"]["rows"]}
    assert pains == {"building": "5", "planning": "3", "releasing": "3**"}


def test_a_line_goes_from_low_to_high_rank_with_the_median_on_it() -> None:
    spec = ranks(ranks_view()).to_dict()
    found = [
        (own["process_id"], own["low_rank"], own["median_rank"], own["high_rank"], own["top-three"])
        for own in spec["datasets"]["rows"]
    ]
    assert found == [("planning", 1.0, 1.0, 2.0, "97 %"), ("building", 1.5, 2.5, 6.1, "41 %")]
    assert layers(spec)["rule"]["encoding"]["x"]["field"] == "low_rank"
    assert layers(spec)["rule"]["encoding"]["x2"]["field"] == "high_rank"
    assert layers(spec)["point"]["encoding"]["x"]["field"] == "median_rank"
    assert layers(spec)["text"]["encoding"]["text"]["field"] == "top-three"
    assert layers(spec)["text"]["encoding"]["x"]["field"] == "high_rank"
    assert layers(spec)["rule"]["encoding"]["x"]["scale"]["domain"] == [0.5, 6.6]


@pytest.mark.parametrize(("draw", "table_id"), [(priorities, "priorities"), (ranks, "firmness")])
def test_title_and_subtitle_are_the_views(draw: Any, table_id: str) -> None:
    view = order_view() if table_id == "priorities" else ranks_view()
    title = draw(view).to_dict()["title"]
    assert " ".join(title["text"]) == view.finding
    assert " ".join(title["subtitle"]) == view.table(table_id).measure


@pytest.mark.parametrize("theme", list(Theme))
def test_every_picture_of_the_plan_can_be_drawn(theme: Theme) -> None:
    plan = roadmap_view(given(standing(ONE), plan=a_plan(a_step("planning", 1, 3, 1), a_step("building", 1, 2, 0))))
    for chart, name in (
        (priorities(order_view(), theme), "Planning"),
        (ranks(ranks_view(), theme), "Building"),
        (waves(plan, theme), "Planning"),
    ):
        assert name in vl_convert.vegalite_to_svg(chart.to_dict())


def test_the_sample_draws_a_bar_for_each_process_with_need() -> None:
    view = priorities_view(the_sample())
    wanted = {own.process_id: own.priority for own in the_sample().result.priorities if own.need_share > 0}
    rows = priorities(view).to_dict()["datasets"]["rows"]
    assert {own["process_id"]: own["value"] for own in rows} == wanted
