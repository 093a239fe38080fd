"""Where steps go between two plans, and how many processes are at target, drawn as their views have it."""

from __future__ import annotations

import json

import pytest
import vl_convert

from assessment.charts.plans import moves, reached
from assessment.charts.theme import Theme
from assessment.views.plans.comparing import plans_compared_view
from assessment.views.plans.drifting import drift_view
from tests.views.test_plans import sample_with_plans


def test_a_step_runs_from_its_place_in_the_first_plan_to_that_in_the_second() -> None:
    view = plans_compared_view(sample_with_plans(), "p1", "p2")
    table = view.table("steps")
    spec = moves(view).to_dict()
    assert [(row["step"], row["first"], row["second"]) for row in spec["datasets"]["rows"]] == [
        tuple(cell.text for cell in row.cells[:3]) for row in table.rows
    ]
    rule, ends = spec["layer"]
    assert (rule["encoding"]["x"]["field"], rule["encoding"]["x2"]["field"]) == ("first", "second")
    assert rule["encoding"]["x"]["scale"]["domain"] == list(view.places)
    assert ends["encoding"]["shape"]["scale"] == {"domain": ["first", "second"], "range": ["circle", "diamond"]}
    label = ends["encoding"]["shape"]["legend"]["labelExpr"]
    assert (json.dumps(view.first) in label, json.dumps(view.second) in label) == (True, True)
    assert spec["description"] == f"{view.finding} {table.measure}"


@pytest.mark.parametrize("which", ["plans", "drift"])
def test_each_count_of_both_lines_is_a_cell_of_the_table(which: str) -> None:
    now = sample_with_plans()
    view = plans_compared_view(now, "p1", "p2") if which == "plans" else drift_view(now)
    table = view.table("reached")
    spec = reached(view).to_dict()
    drawn = {(row["which"], row["wave"]): row["count"] for row in spec["datasets"]["rows"]}
    assert drawn == {
        (column.id, row.cells[0].text): table.cell(row.id, column.id).value
        for column in table.columns[1:]
        for row in table.rows
    }
    dashes = spec["layer"][0]["encoding"]["strokeDash"]
    assert dashes["scale"]["domain"] == [column.id for column in table.columns[1:]]
    assert dashes["scale"]["range"][0] != dashes["scale"]["range"][1]


def test_a_wave_that_a_shorter_plan_does_not_have_has_no_point() -> None:
    now = sample_with_plans()
    plan = now.assessment.plans[1]
    short = plan.model_copy(
        update={
            "id": "p3",
            "settings": plan.settings.model_copy(update={"wave_count": 2, "capacity": (9, 12)}),
            "steps": tuple(step.model_copy(update={"wave": min(step.wave, 2)}) for step in plan.steps),
            "at_target_counts": plan.at_target_counts[:3],
        }
    )
    assessment = now.assessment.model_copy(update={"plans": (*now.assessment.plans, short)})
    object.__setattr__(longer := now.at(None), "assessment", assessment)
    rows = reached(plans_compared_view(longer, "p1", "p3")).to_dict()["datasets"]["rows"]
    assert len([row for row in rows if row["which"] == "second"]) == 3
    assert len([row for row in rows if row["which"] == "first"]) == 5


def test_a_hostile_name_stays_a_text() -> None:
    now = sample_with_plans()
    odd = now.assessment.plans[0].model_copy(update={"name": "' + datum.x + \"<script>\\"})
    object.__setattr__(
        named := now.at(None),
        "assessment",
        now.assessment.model_copy(update={"plans": (odd, *now.assessment.plans[1:])}),
    )
    view = plans_compared_view(named, "p1", "p2")
    svg = vl_convert.vegalite_to_svg({**moves(view).to_dict(), "width": 400})
    assert "&lt;script&gt;" in svg
    assert "<script>" not in svg


@pytest.mark.parametrize("theme", list(Theme))
def test_both_are_drawn_in_every_theme(theme: Theme) -> None:
    view = plans_compared_view(sample_with_plans(), "p1", "p2")
    for chart in (moves(view, theme), reached(view, theme)):
        assert vl_convert.vegalite_to_svg({**chart.to_dict(), "width": 400}).startswith("<svg")
