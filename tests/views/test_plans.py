"""What is said of saved plans: every number of the list, of two side by side, and of the drift of the chosen one."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from functools import cache

import pytest

from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.drift import DriftKind, NotNeeded, drift_of
from assessment.domain.planning.saved import PRESENT_ID, Saving, StepMove, kept_plan, sum_of
from assessment.views.deck.plan import plan_slides
from assessment.views.model import Mark, Table
from assessment.views.plan_brief import plan_view
from assessment.views.plans.comparing import plans_compared_view
from assessment.views.plans.drifting import drift_view, plan_line
from assessment.views.plans.listing import newest_first, plan_called, plan_names, plans_view, usual_pair
from assessment.views.sheets.plans import plans_sheet, plans_sheets
from assessment.views.wording import plans as words
from tests.computing import computed, the_sample
from tests.domain.planning.test_saved import a_saved_plan, a_step

TIGHT = (9, 12, 14, 10)


@cache
def sample_with_plans() -> Computed:
    """The sample, its present plan kept, and one with less room, which is the plan."""
    now = the_sample()
    assessment = now.assessment
    less = computed(
        now.framework,
        assessment.model_copy(update={"roadmap": assessment.roadmap.model_copy(update={"capacity": TIGHT})}),
    )
    plans = (
        kept_plan(now, "p1", "As proposed", saving(1, "Ada Example")),
        kept_plan(less, "p2", "Less room", saving(2, None)).model_copy(update={"is_chosen": True}),
    )
    return with_plans(now, *plans)


def saving(day: int, by: str | None) -> Saving:
    return Saving(at=datetime(2026, 12, day, 9, tzinfo=UTC), by=by, revision=10 * day, state_hash="ab" * 32)


def with_plans(now: Computed, *plans: SavedPlan) -> Computed:
    changed = replace(now, assessment=now.assessment.model_copy(update={"plans": plans}))
    object.__setattr__(changed, "_roadmap", now._roadmap)  # planned once
    return changed


def shown(table: Table, row_id: str) -> list[str]:
    return [cell.text for cell in table.row(row_id).cells]


# --- the list --------------------------------------------------------------------------------------------------------


def test_without_a_plan_it_is_said_how_to_keep_one() -> None:
    view = plans_view(the_sample())
    assert (view.finding, view.empty) == (words.NONE_SAVED, words.HOW_TO_SAVE)
    assert view.table("plans").rows == ()
    assert usual_pair(the_sample()) == ()
    assert drift_view(the_sample()).empty == words.HOW_TO_CHOOSE
    assert plan_line(the_sample()) == ""


def test_the_list_says_of_each_plan_what_it_takes_and_leads_to() -> None:
    view = plans_view(sample_with_plans())
    table = view.table("plans")
    assert view.finding == "2 plans are saved; the plan is “Less room”."
    assert [row.id for row in table.rows] == ["p2", "p1"]
    for plan in sample_with_plans().assessment.plans:
        found = sum_of(plan)
        values = {column.id: table.cell(plan.id, column.id).value for column in table.columns}
        assert values == {
            "plan": plan.id,
            "saved": plan.saved_at.date().isoformat(),
            "steps": found.funded_count,
            "effort": found.effort_count,
            "days": found.person_day_count,
            "cost": found.cost,
            "value": found.value,
            "at-target": plan.at_target_counts[-1],
        }
    assert shown(table, "p1") == [
        *("As proposed", "1 December 2026, Ada Example", "15", "52", "624", "EUR\xa0468,000", "151.2"),
        "12 of 17",
    ]
    assert table.cell("p1", "saved").note == "after change 10"
    assert (table.cell("p2", "plan").note, table.cell("p2", "plan").marks) == ("the plan", frozenset({Mark.STRONG}))
    assert (table.cell("p1", "plan").note, table.cell("p1", "plan").marks) == ("", frozenset())


def test_a_plan_from_elsewhere_without_days_cost_and_counts_has_none() -> None:
    now = with_plans(the_sample(), a_saved_plan(a_step("gone", 1, 1), at_target_counts=()))
    table = plans_view(now).table("plans")
    assert [table.cell("p1", own).text for own in ("days", "cost", "at-target")] == ["–", "–", "–"]
    assert [table.cell("p1", own).value for own in ("days", "cost", "at-target")] == [None, None, None]
    assert plans_view(now).finding == "1 plan is saved; none is chosen as the plan."


def test_plans_are_named_with_the_present_one_and_the_usual_pair_begins_with_the_chosen() -> None:
    now = sample_with_plans()
    assert dict(plan_names(now)) == {PRESENT_ID: words.PRESENT, "p2": "Less room", "p1": "As proposed"}
    assert usual_pair(now) == ("p2", "p1")
    assert usual_pair(with_plans(now, newest_first(now)[1])) == ("p1", PRESENT_ID)
    assert plan_called(now, PRESENT_ID).name == words.PRESENT
    with pytest.raises(KeyError):
        plan_called(now, "gone")


# --- two side by side ------------------------------------------------------------------------------------------------


def test_two_plans_are_told_in_a_sentence_with_sums_counts_and_moves() -> None:
    view = plans_compared_view(sample_with_plans(), "p1", "p2")
    assert view.finding == (
        "From “As proposed” to “Less room”, steps: 2 earlier, 5 later, 1 in and 4 out. At target "
        "after the last wave: 10 processes, with the first 12."
    )
    sums = view.table("sums")
    assert [shown(sums, row.id)[1:] for row in sums.rows] == [
        ["15", "12", "−3"],
        ["9", "7", "−2"],
        ["52", "44", "−8"],
        ["624", "528", "−96"],
        ["EUR\xa0468,000", "EUR\xa0396,000", "EUR\xa0−72,000"],
        ["151.2", "129.0", "−22.2"],
        ["12", "10", "−2"],
        ["12", "12", "0"],
    ]
    assert sums.cell("effort", "difference").value == -8
    reached = view.table("reached")
    first, second = (plan_called(sample_with_plans(), own).at_target_counts for own in ("p1", "p2"))
    assert [cell.value for cell in reached.column("first")] == list(first)
    assert [cell.value for cell in reached.column("second")] == list(second)
    assert reached.cell("wave-2", "first").note == "month 6"
    assert view.notes == ("Planned with other settings: Capacity of the waves.",)
    assert view.places == ("wave 1", "wave 2", "wave 3", "wave 4", "not funded")


def test_each_step_that_moves_has_a_row_with_both_waves() -> None:
    view = plans_compared_view(sample_with_plans(), "p1", "p2")
    table = view.table("steps")
    old, new = (
        {(one.process_id, one.to_level): one.wave for one in plan_called(sample_with_plans(), own).steps}
        for own in ("p1", "p2")
    )
    moved = {f"{key[0]}:{key[1]}": (old[key], new[key]) for key in old if old[key] != new[key]}
    assert {row.id: (row.cells[1].value, row.cells[2].value) for row in table.rows} == moved
    said = {row.id: row.cells[3].value for row in table.rows}
    for row_id, (first, second) in moved.items():
        expected = StepMove.IN if not first else StepMove.OUT if not second else None
        assert said[row_id] == (expected or (StepMove.EARLIER if second < first else StepMove.LATER)).value
    assert table.notes == (f"{len(old) - len(moved)} more steps are at the same time in both, or in neither.",)


def test_plans_of_other_states_are_compared_with_care() -> None:
    first = a_saved_plan(a_step("planning", 1, 1), a_step("planning", 2, 0), name="Old")
    second = a_saved_plan(
        a_step("planning", 1, 1, value=7.0),
        plan_id="p2",
        name="New",
        at_target_counts=(),
        settings=RoadmapSettings(wave_count=2, cost_per_point=10.0, currency="CHF"),
    )
    view = plans_compared_view(with_plans(the_sample(), first, second), "p1", "p2")
    assert view.finding == "From “Old” to “New” no step moves."
    assert shown(view.table("sums"), "value")[1:] == ["5.0", "7.0", "–"]
    assert shown(view.table("sums"), "cost")[1:] == ["–", "CHF\xa020", "–"]
    assert shown(view.table("reached"), "wave-4")[1:] == ["2 of 3", "–"]
    assert words.OTHER_STEPS in view.notes
    assert words.OTHER_VALUES in view.notes
    assert view.table("steps").empty == words.STEPS_SAME
    back = plans_compared_view(with_plans(the_sample(), first, second), "p2", PRESENT_ID)
    assert back.places[-2:] == ("not funded", "no such step")


# --- drift -----------------------------------------------------------------------------------------------------------


def test_the_drift_is_told_in_a_sentence_and_step_by_step() -> None:
    now = sample_with_plans()
    view, drift = drift_view(now), drift_of(now, plan_called(now, "p2"))
    assert view.finding == (
        "The plan “Less room” of 2 December 2026 has drifted: 5 better earlier, 2 better later, 4 to be funded "
        "now and 1 not to be funded now; keeping it loses 29.7 of 340.1 points of worth."
    )
    assert view.fact("lost").value == pytest.approx(now.roadmap.objective - drift.kept_worth)
    assert (view.fact("drifted").value, view.fact("drifted").text) == (12, "12")
    table = view.table("drift")
    assert {row.id: tuple(cell.value for cell in row.cells[1:]) for row in table.rows} == {
        f"{one.process_id}:{one.to_level}": (one.plan_wave, one.best_wave, one.kept_wave, one.kind.value)
        for one in drift.drifted
    }
    reached = view.table("reached")
    assert [cell.value for cell in reached.column("kept")] == list(drift.kept_at_target_counts)
    assert [cell.value for cell in reached.column("best")] == list(drift.best_at_target_counts)
    assert view.notes == ("Planned with other settings: Capacity of the waves.",)


def test_a_plan_that_holds_is_said_to_hold() -> None:
    now = sample_with_plans()
    chosen = with_plans(now, plan_called(now, "p1").model_copy(update={"is_chosen": True}))
    assert drift_view(chosen).finding == ("The plan “As proposed” of 1 December 2026 is still what would be best now.")
    assert drift_view(chosen).table("drift").rows == ()
    assert plan_line(chosen) == drift_view(chosen).finding


def test_what_became_of_a_step_is_said_with_its_reason() -> None:
    now = the_sample()
    over = RoadmapSettings(start=date(2020, 1, 1))
    plan = a_saved_plan(
        *(a_step("incident-management", 2, 1), a_step("gone", 2, 1), a_step("problem-management", 1, 1)),
        a_step("problem-management", 3, 2),
        is_chosen=True,
        settings=over,
    )
    begun = now.assessment.roadmap.model_copy(update={"start": date(2026, 10, 1)})
    view = drift_view(computed(now.framework, now.assessment.model_copy(update={"roadmap": begun, "plans": (plan,)})))
    table = view.table("drift")
    assert shown(table, "incident-management:2")[1:] == ["wave 1", "–", "–", "Reached"]
    assert shown(table, "gone:2") == ["gone: level 1\xa0to\xa02", "wave 1", "–", "–", "Not needed any more"]
    assert table.cell("gone:2", "became").note == words.WHY[NotNeeded.OUT_OF_SCOPE]
    assert table.cell("problem-management:1", "became").note in ("", words.OVERDUE)
    assert words.stuck(["Problem Management: level 2\xa0to\xa03"]) in view.notes
    assert all(row.cells[4].text == words.KINDS[DriftKind(str(row.cells[4].value))] for row in table.rows)


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        (0.04, "keeping it loses nothing"),
        (-0.04, "keeping it loses nothing"),
        (2.0, "keeping it loses 2.0 of 10.0 points of worth"),
        (-2.0, "keeping it would be worth 2.0 points more than the present plan"),
    ],
)
def test_what_keeping_loses_is_said_in_words(lost: float, said: str) -> None:
    assert words.lost_text(lost, 10.0) == said


def test_paper_and_deck_say_which_plan_they_print() -> None:
    now = sample_with_plans()
    line = f"Printed here is the plan that is best now. {drift_view(now).finding}"
    assert plan_line(now) == line
    assert plan_view(now).notes[0] == line
    assert plan_view(the_sample()).notes == plan_view(now).notes[1:]
    slides = {slide.id: slide for slide in plan_slides(now)}
    assert slides["waves-1"].caption.startswith(line)


# --- the sheet -------------------------------------------------------------------------------------------------------


def test_the_sheet_has_every_step_of_every_plan_and_what_became_of_the_chosen_ones() -> None:
    now = sample_with_plans()
    sheet = plans_sheet(now)
    rows = [dict(zip([column.id for column in sheet.columns], row, strict=True)) for row in sheet.rows]
    for plan in now.assessment.plans:
        own = {(row["process-id"], row["to"]): row for row in rows if row["plan-id"] == plan.id}
        assert len(own) == len(plan.steps)
        for step in plan.steps:
            row = own[step.process_id, step.to_level]
            assert (row["wave"], row["effort"], row["value"], row["from"]) == (
                *(step.wave or None, step.effort_count, step.value),
                step.from_level,
            )
            assert row["state"] == ("Funded" if step.wave else "Not funded")
            assert (row["days"], row["cost"]) == (step.effort_count * 12.0, step.effort_count * 9000.0)
            assert (row["chosen"], row["saved"]) == ("Yes" if plan.is_chosen else "No", plan.saved_at.date())
    became = {(one.process_id, one.to_level): one for one in drift_of(now, plan_called(now, "p2")).steps}
    for row in rows:
        told = became[str(row["process-id"]), int(str(row["to"]))] if row["plan-id"] == "p2" else None
        assert row["became"] == (None if told is None else words.KINDS[told.kind])
        assert row["best-wave"] == (None if told is None else told.best_wave or None)
        assert row["kept-wave"] == (None if told is None else told.kept_wave or None)


def test_there_is_no_sheet_without_a_plan() -> None:
    assert plans_sheets(the_sample()) == ()
    assert [sheet.name for sheet in plans_sheets(sample_with_plans())] == ["Plans"]


def test_a_step_that_is_new_has_a_row_without_a_wave() -> None:
    now = with_plans(the_sample(), a_saved_plan(is_chosen=True, name="Empty"))
    sheet = plans_sheet(now)
    assert len(sheet.rows) == len(now.roadmap.steps)
    assert set(sheet.column("state")) == {"No step"}
    assert set(sheet.column("wave")) == set(sheet.column("effort")) == set(sheet.column("currency")) == {None}
    assert set(sheet.column("became")) == {"New"}
