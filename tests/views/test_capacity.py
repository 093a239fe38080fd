"""What more capacity buys is said in words, and each row has the numbers of one plan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from assessment.charts.capacity import capacity
from assessment.domain.planning.capacity_curve import CapacityCurve, curve_points
from assessment.domain.planning.outcome import Outcome
from assessment.domain.planning.posing import pose
from assessment.domain.planning.results import PlanMethod
from assessment.views.capacity import capacity_view
from assessment.views.model import Mark, View
from assessment.views.wording import capacity as words
from tests.computing import nothing_answered, the_sample

HARD_SPACE = "\u00a0"


@pytest.fixture(scope="module")
def curve() -> CapacityCurve:
    sample = the_sample()
    return CapacityCurve.of(curve_points(pose(sample.framework, sample.assessment, sample.result)))


def outcome(value: float, at_target_count: int, effort_count: int, funded_count: int = 3) -> Outcome:
    return Outcome(
        worth=2 * value,
        value=value,
        at_target_count=at_target_count,
        effort_count=effort_count,
        funded_count=funded_count,
        step_count=5,
        waves=(),
        method=PlanMethod.PROVEN,
    )


def drawn(curve: CapacityCurve, *outcomes: tuple[int, Outcome], cost: float | None = 900.0) -> CapacityCurve:
    """The curve of these changes alone."""
    point = curve.present
    return CapacityCurve.of(
        replace(
            point,
            change_count=change,
            outcome=one,
            cost=None if cost is None else one.effort_count * cost,
            person_day_count=None if cost is None else one.effort_count * 2.0,
        )
        for change, one in outcomes
    )


def finding(curve: CapacityCurve) -> str:
    return capacity_view(the_sample(), curve).finding.replace(HARD_SPACE, " ")


def test_the_nearest_capacity_that_brings_more_is_said_with_what_it_takes(curve: CapacityCurve) -> None:
    now, same, more = outcome(10.0, 2, 20), outcome(10.0, 2, 21), outcome(14.25, 3, 24)
    assert finding(drawn(curve, (0, now), (1, same), (2, more))) == (
        "With 2 points more in every wave, 3 in place of 2 processes are at target, and 14.3 points of priority are "
        "earned in place of 10.0. It takes 4 points, 8 person-days and EUR 3,600 more."
    )


def test_more_value_alone_is_a_gain_and_what_no_point_stands_for_is_left_out(curve: CapacityCurve) -> None:
    now, more = outcome(10.0, 2, 20), outcome(12.0, 2, 21)
    assert finding(drawn(curve, (0, now), (1, more), cost=None)) == (
        "With 1 point more in every wave, 12.0 points of priority are earned in place of 10.0; as many processes are "
        "at target, 2. It takes 1 point more."
    )


def test_where_more_brings_nothing_that_is_said(curve: CapacityCurve) -> None:
    now = outcome(10.0, 2, 20)
    assert finding(drawn(curve, (0, now), (1, now))) == words.NOT_BY_THEN
    assert finding(drawn(curve, (0, outcome(10.0, 2, 20, funded_count=5)))) == words.MORE_BUYS_NOTHING


def test_each_row_has_the_numbers_of_its_plan_and_the_present_one_is_strong(curve: CapacityCurve) -> None:
    table = capacity_view(the_sample(), curve).table("capacity")
    assert [row.id for row in table.rows] == [f"change-{point.change_count}" for point in curve.points]
    outcomes = [point.outcome for point in curve.points]
    expected: dict[str, list[float | None]] = {
        "effort": [one.effort_count for one in outcomes],
        "value": [one.value for one in outcomes],
        "worth": [one.worth for one in outcomes],
        "at-target": [one.at_target_count for one in outcomes],
        "left": [one.step_count - one.funded_count for one in outcomes],
        "days": [point.person_day_count for point in curve.points],
        "cost": [point.cost for point in curve.points],
        "capacity": [sum(point.capacities) for point in curve.points],
    }
    for column_id, numbers in expected.items():
        assert [cell.value for cell in table.column(column_id)] == numbers
    strong = [row.id for row in table.rows if Mark.STRONG in row.cells[0].marks]
    assert strong == ["change-0"]
    assert table.cell("change-0", "change").text == words.AS_IT_IS
    assert table.cell("change-2", "change").text == "+2"
    assert table.cell("change-0", "capacity").text == "12, 12, 14 and 14 points"


def test_days_and_cost_have_no_column_where_a_point_stands_for_neither(curve: CapacityCurve) -> None:
    table = capacity_view(the_sample(), drawn(curve, (0, outcome(1.0, 1, 1)), cost=None)).table("capacity")
    assert {column.id for column in table.columns}.isdisjoint({"days", "cost"})


def test_without_a_step_there_is_nothing_to_buy() -> None:
    nothing = nothing_answered()
    curve = CapacityCurve.of(curve_points(pose(nothing.framework, nothing.assessment, nothing.result)))
    assert capacity_view(nothing, curve).empty == words.NOTHING


def test_equal_waves_are_said_once() -> None:
    assert words.capacities_text((17, 17)) == "17 points each"


def test_a_picture_has_a_dot_for_each_plan_in_order_and_marks_the_present_one(curve: CapacityCurve) -> None:
    view: View = capacity_view(the_sample(), curve)
    table = view.table("capacity")
    for column_id in ("value", "at-target", "cost"):
        spec = capacity(view, column_id).to_dict()
        rows = spec["datasets"]["rows"]
        assert [(row["change"], row["value"], row["text"]) for row in rows] == [
            (row.cells[0].text, table.cell(row.id, column_id).value, table.cell(row.id, column_id).text)
            for row in table.rows
        ]
        assert [row["change"] for row in rows if row["is_now"]] == [words.AS_IT_IS]
        assert spec["layer"][0]["encoding"]["x"]["sort"] == [row["change"] for row in rows]
        assert spec["description"].startswith(table.columns[table.place(column_id)].name)
