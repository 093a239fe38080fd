"""The roadmap as it is shown: waves, steps, money, what is left out and what pins cost, against plans made by hand."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.domain.answered.organisation import Authority
from assessment.domain.answered.roadmap_settings import EffortOverride, Pin, RoadmapSettings
from assessment.domain.authored.content import Effort, Preparation, ReadinessQuestion
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import (
    ActionKind,
    FirstAction,
    PinCost,
    PlanMethod,
    ReasonKind,
    RiskKind,
    Roadmap,
    Step,
    StepReason,
    StepRisk,
)
from assessment.domain.rating.warnings import MethodWarning, WarningKind
from assessment.views.model import Mark
from assessment.views.pins import by_hand_lines
from assessment.views.steps import StepBlock
from assessment.views.waves import RoadmapView, roadmap_view
from assessment.views.wording.plan import wave_label
from tests.builders import fields_of
from tests.views.plans import FRAMEWORK, HARD_SPACE, Given, a_plan, a_step, given, standing, the_sample

ONE = {"planning": 1, "building": 1, "releasing": 1}
FIRST = a_step("planning", 1, 3, 1)
SECOND = a_step("building", 1, 2, 1, effort_count=4, value=5.0)
THIRD = a_step("building", 2, 3, 2, effort_count=2, value=2.25)
LEFT = a_step("releasing", 1, 2, 0, effort_count=5)
LEFT_TOO = a_step("releasing", 2, 3, 0, effort_count=6)


def hard(text: str) -> str:
    return text.replace(" ", HARD_SPACE)


def priced(step: Step) -> Step:
    return replace(step, person_day_count=7.5, cost=12000.0)


def planned(*steps: Step, settings: RoadmapSettings | None = None, **changes: Any) -> Given:
    assessment = standing(ONE, **({} if settings is None else {"roadmap": settings}))
    return given(assessment, plan=a_plan(*steps, **changes))


def view_of(*steps: Step, **changes: Any) -> RoadmapView:
    return roadmap_view(planned(*steps, **changes))


def test_the_overview_has_a_row_a_process_and_a_column_a_wave() -> None:
    table = view_of(FIRST, SECOND, THIRD).table("waves")
    assert [column.id for column in table.columns] == ["process", "wave-1", "wave-2"]
    assert [row.id for row in table.rows] == ["planning", "building", "effort"]
    assert table.cell("planning", "wave-1").text == hard("1 to 3")
    assert table.cell("planning", "wave-1").value == 3
    assert table.cell("planning", "wave-1").style == "rating-3"
    assert (table.cell("planning", "wave-2").text, table.cell("planning", "wave-2").value) == ("", None)
    assert table.cell("building", "wave-1").style == "rating-2"
    assert table.cell("building", "wave-2").text == hard("2 to 3")
    assert [entry.text for entry in table.legend] == ["raised to level 2", "raised to level 3"]


def test_steps_that_are_not_funded_share_a_dashed_cell_in_a_column_of_their_own() -> None:
    table = view_of(FIRST, LEFT, LEFT_TOO).table("waves")
    assert [column.name for column in table.columns] == [
        "Process",
        "Wave 1 (months 1 to 3)",
        "Wave 2 (months 4 to 6)",
        "Not funded",
    ]
    cell = table.cell("releasing", "not-funded")
    assert (cell.text, cell.value, cell.style) == (hard("1 to 3"), 3, "")
    assert cell.marks == {Mark.DASHED, Mark.QUIET}
    assert table.legend[-1].marks == {Mark.DASHED, Mark.QUIET}
    assert table.legend[-1].text == "not funded"
    assert table.cell("effort", "not-funded").value == 11


def test_the_totals_of_a_wave_are_the_sums_of_its_steps() -> None:
    steps = [priced(step) for step in (FIRST, SECOND, THIRD, LEFT)]
    table = view_of(*steps, settings=RoadmapSettings(currency="CHF")).table("waves")
    columns = ("wave-1", "wave-2", "not-funded")
    assert [table.cell("effort", name).text for name in columns] == ["7 of 8", "2 of 8", "5"]
    assert [table.cell("effort", name).value for name in columns] == [7, 2, 5]
    assert [table.cell("days", name).text for name in columns] == ["15", "7.5", "7.5"]
    assert [table.cell("cost", name).text for name in columns] == [
        hard("CHF 24,000"),
        hard("CHF 12,000"),
        hard("CHF 12,000"),
    ]
    assert [table.cell("cost", name).value for name in columns] == [24000.0, 12000.0, 12000.0]
    assert all(Mark.TOTAL in cell.marks for name in ("effort", "days", "cost") for cell in table.row(name).cells)


def test_days_and_cost_are_shown_for_each_step_wave_and_the_whole_where_they_are_set() -> None:
    view = view_of(*(priced(step) for step in (FIRST, THIRD, LEFT)))
    steps = view.table("steps")
    assert (steps.cell("planning:3", "days").text, steps.cell("planning:3", "days").value) == ("7.5", 7.5)
    assert steps.cell("releasing:2", "cost").text == hard("EUR 12,000")
    assert (view.fact("days").text, view.fact("days").value) == ("15", 15.0)
    assert (view.fact("cost").text, view.fact("cost").value) == (hard("EUR 24,000"), 24000.0)
    assert view.waves[0].summary == f"1 step takes 3 of {hard('8 points')}, {hard('7.5 person-days')} and " + (
        hard("EUR 12,000") + "."
    )
    assert view.not_funded.summary == (
        f"1 step takes {hard('5 points')}, {hard('7.5 person-days')} and {hard('EUR 12,000')}."
    )
    assert view.fact("not-funded").note == f"{hard('5 points')}, {hard('7.5 person-days')} and " + (
        hard("EUR 12,000") + " more"
    )
    block = view.waves[0].steps[0]
    assert {fact.id: fact.text for fact in block.facts if fact.id in ("days", "cost")} == {
        "days": "7.5",
        "cost": hard("EUR 12,000"),
    }


def test_a_wave_without_a_step_takes_no_money_where_prices_are_set() -> None:
    table = view_of(priced(FIRST)).table("waves")
    assert (table.cell("days", "wave-2").text, table.cell("cost", "wave-2").text) == ("0", hard("EUR 0"))


def test_days_alone_show_no_cost_and_cost_alone_no_days() -> None:
    days = view_of(replace(FIRST, person_day_count=7.5))
    assert "days" in {column.id for column in days.table("steps").columns}
    assert "cost" not in {column.id for column in days.table("steps").columns}
    assert "cost" not in {fact.id for fact in days.facts}
    cost = view_of(replace(FIRST, cost=1.0))
    assert "days" not in {column.id for column in cost.table("steps").columns}
    assert "days" not in {row.id for row in cost.table("waves").rows}


def test_without_prices_nothing_speaks_of_money() -> None:
    view = view_of(FIRST, LEFT)
    assert {column.id for column in view.table("steps").columns} == {
        "process",
        "level",
        "value",
        "effort",
        "owner",
        "why",
    }
    assert [row.id for row in view.table("waves").rows] == ["planning", "releasing", "effort"]
    assert view.waves[0].summary == f"1 step takes 3 of {hard('8 points')}."


def test_a_step_is_a_row_named_by_process_and_landing_with_value_effort_owner_and_reason() -> None:
    owned = replace(FIRST, owner_name="Ada", is_quick_win=True, is_pinned=True, is_effort_set_by_hand=True)
    table = view_of(owned, SECOND).table("steps")
    assert [row.id for row in table.rows] == ["planning:3", "building:2"]
    assert table.cell("planning:3", "process").text == "Planning"
    assert table.cell("planning:3", "process").note == "quick win, wave set by hand and effort set by hand"
    assert (table.cell("planning:3", "level").text, table.cell("planning:3", "level").value) == (hard("1 to 3"), 3)
    assert (table.cell("planning:3", "value").text, table.cell("planning:3", "value").value) == ("9.6", 9.64)
    assert (table.cell("building:2", "effort").text, table.cell("building:2", "effort").value) == ("4", 4)
    assert (table.cell("planning:3", "owner").text, table.cell("planning:3", "owner").value) == ("Ada", "Ada")
    assert (table.cell("building:2", "owner").text, table.cell("building:2", "owner").value) == ("not named yet", None)
    assert table.cell("building:2", "process").note == ""
    why = FRAMEWORK.process_by_id["building"].why
    assert table.cell("building:2", "why").text == f"{why} Nothing has to come before it."


def test_steps_are_grouped_by_wave_and_what_is_not_funded_comes_last() -> None:
    table = view_of(FIRST, SECOND, THIRD, LEFT).table("steps")
    assert [row.group for row in table.rows] == [
        "Wave 1 (months 1 to 3)",
        "Wave 1 (months 1 to 3)",
        "Wave 2 (months 4 to 6)",
        "Not funded",
    ]
    assert table.rows[0].group_note == f"7 of {hard('8 points')}"
    assert table.rows[-1].group_note == hard("5 points")


def test_a_wave_holds_its_own_steps_and_says_how_many_processes_are_at_target_then() -> None:
    view = view_of(FIRST, SECOND, THIRD, LEFT)
    assert [[row.id for row in wave.table.rows] for wave in view.waves] == [
        ["planning:3", "building:2"],
        ["building:3"],
    ]
    assert [[step.id for step in wave.steps] for wave in view.waves] == [
        ["step-planning-3", "step-building-2"],
        ["step-building-3"],
    ]
    assert [wave.outcome for wave in view.waves] == [
        "1 of 3 processes is at target then.",
        "2 of 3 processes are at target then.",
    ]
    assert [row.id for row in view.not_funded.table.rows] == ["releasing:2"]
    assert view_of(FIRST).not_funded.table.empty == "Every step has a wave."


def test_the_finding_says_how_many_steps_lead_where() -> None:
    assert view_of(FIRST, SECOND, THIRD).finding == (
        "After 3 steps in 2 waves, 2 of 3 processes are at target; today it is 0."
    )
    assert view_of(LEFT).finding == "The only step is not funded."
    assert view_of(LEFT, LEFT_TOO).finding == "None of the 2 steps is funded."


def test_the_facts_count_steps_processes_and_effort() -> None:
    view = view_of(FIRST, SECOND, THIRD, LEFT)
    assert {fact.id: (fact.text, fact.value) for fact in view.facts} == {
        "steps": ("3", 3),
        "moving": ("2", 2),
        "effort": ("9 of 16", 9),
        "not-funded": ("1", 1),
    }


def test_no_step_says_so_and_what_to_do() -> None:
    view = roadmap_view(given(standing({"planning": 3, "building": 3, "releasing": 3}), plan=a_plan()))
    assert view.finding == "No step is needed: all 3 processes with a level are at or above their targets."
    assert view.empty == "No step is needed. Raise a target in Set-up to plan further."


def test_nothing_assessed_asks_for_answers_and_never_says_that_no_step_is_needed() -> None:
    view = roadmap_view(given(standing({}), plan=a_plan()))
    assert view.finding == view.empty == "No process has a level yet. Collect answers in the Questionnaire."
    assert {table.empty for table in view.tables} == {view.empty}


def test_no_step_but_a_warning_is_still_something_to_show() -> None:
    warning = MethodWarning(kind=WarningKind.CELLS_BEYOND_TARGET, process_id="planning", attribute_ids=("measurement",))
    view = view_of(warnings=(warning,))
    assert view.empty == ""
    assert view.notes[0] == view.warnings[0]
    assert "Planning" in view.warnings[0]


def test_only_a_plan_without_pins_is_said_to_have_no_better() -> None:
    best = "No other plan within these capacities is worth more."
    assert best in view_of(FIRST).remarks
    pin = Pin(process_id="planning", to_level=3, wave=1)
    costs = (PinCost(pin=pin, objective_with=402.31, objective_without=410.94),)
    pinned = view_of(FIRST, objective=402.31, objective_without_pins=410.94, pin_costs=costs)
    assert best not in pinned.notes
    assert "With 1 pin the plan is worth 402.3 points; without it, 410.9." in pinned.remarks
    for method in (PlanMethod.NODE_LIMIT, PlanMethod.GREEDY, PlanMethod.NOTHING):
        assert best not in view_of(FIRST, method=method).notes


def test_each_pin_says_what_it_costs_and_is_named_by_its_step() -> None:
    costs = (
        PinCost(pin=Pin(process_id="planning", to_level=3, wave=1), objective_with=402.31, objective_without=410.94),
        PinCost(pin=Pin(process_id="releasing", to_level=2, wave=0), objective_with=402.31, objective_without=402.31),
    )
    view = view_of(FIRST, LEFT, objective=402.31, objective_without_pins=415.0, pin_costs=costs)
    table = view.table("pins")
    assert [row.id for row in table.rows] == ["planning:3", "releasing:2"]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        [f"Planning: level {hard('1 to 3')}", "wave 1", "402.3", "410.9", hard("8.6 points")],
        [f"Releasing: level {hard('1 to 2')}", "left out", "402.3", "402.3", "nothing"],
    ]
    assert table.cell("planning:3", "cost").value == pytest.approx(8.63)
    assert table.cell("planning:3", "with").value == 402.31
    assert "With 2 pins the plan is worth 402.3 points; without them, 415.0." in view.remarks


def test_without_pins_there_is_no_table_of_them() -> None:
    assert [table.id for table in view_of(FIRST).tables] == ["waves", "steps"]


def test_a_step_that_lands_above_the_target_is_explained() -> None:
    above = "A step is named by the level it lands on. Where that is above the target, value and effort count up to "
    assert not [remark for remark in view_of(FIRST).remarks if remark.startswith(above)]
    assert [remark for remark in view_of(replace(FIRST, to_level=4)).remarks if remark.startswith(above)]


def block_of(step: Step, framework: Framework = FRAMEWORK) -> StepBlock:
    computed = given(standing(ONE), framework, plan=a_plan(step))
    return roadmap_view(computed).waves[0].steps[0]


def test_a_step_says_what_it_takes_earns_raises_and_leads_to() -> None:
    block = block_of(replace(FIRST, owner_name="Ada", is_quick_win=True))
    assert block.title == f"Planning: level {hard('1 to 3')}"
    assert {fact.id: fact.text for fact in block.facts} == {
        "owner": "Ada",
        "effort": hard("3 points"),
        "value": "9.6",
        "raises": "ownership and quality control",
        "score": hard("1.3 to 2.9"),
        "marked": "quick win",
    }


def test_first_actions_stand_in_a_table_with_who_how_long_and_how_one_sees_it() -> None:
    actions = FRAMEWORK.actions("planning", "ownership")
    step = replace(
        FIRST,
        first_actions=(
            FirstAction(kind=ActionKind.APPOINT_OWNER),
            FirstAction(kind=ActionKind.STEP, action=actions[2], attribute_id="ownership"),
        ),
    )
    preparations, first = block_of(step).tables
    assert (preparations.id, preparations.title) == ("preparations", "Before it begins")
    assert [[cell.text for cell in row.cells] for row in preparations.rows] == [
        [
            "Appoint the owner of Planning: one person, accountable from end to end, with authority to match.",
            "Signed appointment that names the owner, the mandate and the sponsor",
            "Head of IT",
            "up to 5 days",
            "4\xa0weeks",
            "The owner's name and mandate are published to every unit the process touches",
        ]
    ]
    assert (first.id, first.title) == ("actions", "First actions")
    assert [[cell.text for cell in row.cells] for row in first.rows] == [
        [
            "Raise ownership of Planning to L-.",
            "A record of ownership at L-.",
            "Process owner",
            "up to 20 days",
            "6\xa0weeks",
            "ownership seen at L-.",
        ]
    ]


def test_what_must_be_there_before_an_action_has_a_column_only_where_there_is_any() -> None:
    action = FRAMEWORK.actions("planning", "ownership")[2]
    plain = replace(FIRST, first_actions=(FirstAction(kind=ActionKind.STEP, action=action, attribute_id="ownership"),))
    assert [column.id for column in block_of(plain).tables[0].columns][-1] == "seen"
    needy = action.model_copy(update={"prerequisite": "A named owner."})
    step = replace(FIRST, first_actions=(FirstAction(kind=ActionKind.STEP, action=needy, attribute_id="ownership"),))
    (table,) = block_of(step).tables
    assert table.cell("planning.first.ownership.3", "before").text == "A named owner."


def test_days_of_work_and_weeks_on_the_calendar_stand_in_columns_of_their_own() -> None:
    action = FRAMEWORK.actions("planning", "ownership")[0].model_copy(update={"elapsed_weeks": 26})
    step = replace(FIRST, first_actions=(FirstAction(kind=ActionKind.STEP, action=action, attribute_id="ownership"),))
    (table,) = block_of(step).tables
    assert {column.id: column.name for column in table.columns if column.id in ("work", "elapsed")} == {
        "work": "Work",
        "elapsed": "On the calendar",
    }
    assert table.cell("planning.first.ownership.1", "work").text == "up to 5 days"
    assert (
        table.cell("planning.first.ownership.1", "elapsed").text,
        table.cell("planning.first.ownership.1", "elapsed").value,
    ) == ("26\xa0weeks", 26)


def with_readiness() -> Framework:
    prepared = Preparation(
        text="Free the hours.", deliverable="Hours.", owner_role="Sponsor", effort=Effort.LARGE, evidence="Rosters."
    )
    asked = ReadinessQuestion(id="time", question="Time?", good="Yes.", risk="No time.", action=prepared)
    return Framework(**{**fields_of(FRAMEWORK), "readiness": (asked,)})


def test_what_readiness_denies_is_an_action_and_a_risk_in_the_frameworks_words() -> None:
    step = replace(
        FIRST,
        first_actions=(FirstAction(kind=ActionKind.READINESS, question_id="time"),),
        risks=(
            StepRisk(kind=RiskKind.AUTHORITY, authority=Authority.PARTLY),
            StepRisk(kind=RiskKind.READINESS, question_id="time"),
        ),
    )
    block = block_of(step, with_readiness())
    (table,) = block.tables
    assert [cell.text for cell in table.row("planning.before.time").cells] == [
        "Free the hours.",
        "Hours.",
        "Sponsor",
        "up to 60 days",
        "Rosters.",
    ]
    assert "elapsed" not in [column.id for column in table.columns]
    (risks,) = block.passages
    assert risks.sentences == ("R1: The owner's authority only partly reaches from end to end.", "R2: No time.")


def test_no_authority_is_another_sentence_than_some() -> None:
    step = replace(FIRST, risks=(StepRisk(kind=RiskKind.AUTHORITY, authority=Authority.NO),))
    assert block_of(step).passages[0].sentences == ("R1: The owner's authority does not reach from end to end.",)


def with_shared_advice() -> RoadmapView:
    """Planning's two steps lack hours and authority, building's step lacks hours; releasing is not funded."""
    hours = StepRisk(kind=RiskKind.READINESS, question_id="time")
    authority = StepRisk(kind=RiskKind.AUTHORITY, authority=Authority.NO)
    free, appoint = (
        FirstAction(kind=ActionKind.READINESS, question_id="time"),
        FirstAction(kind=ActionKind.APPOINT_OWNER),
    )
    plan = a_plan(
        replace(FIRST, risks=(authority, hours), first_actions=(free,)),
        a_step("planning", 3, 4, 2, value=1.0, risks=(authority, hours)),
        a_step("building", 1, 2, 2, value=2.5, risks=(hours,), first_actions=(appoint, free)),
        a_step("releasing", 1, 2, 0, risks=(authority,), first_actions=(appoint,)),
    )
    return roadmap_view(given(standing({"planning": 1}), with_readiness(), plan=plan))


def test_a_risk_is_said_once_ranked_by_the_steps_it_threatens() -> None:
    table = with_shared_advice().table("risks")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["R1", "No time.", "3", "13.1", "Planning and Building"],
        ["R2", "The owner's authority does not reach from end to end.", "2", "10.6", "Planning"],
    ]


def test_what_must_be_there_before_is_said_once_and_begins_with_the_earliest_wave() -> None:
    table = with_shared_advice().table("preparations")
    assert [[row.id, row.cells[0].text, row.cells[1].text, row.cells[-1].text] for row in table.rows] == [
        ["time", "B1", "Free the hours.", "Planning and Building"],
        [
            "owner",
            "B2",
            "Appoint the owner: one person, accountable from end to end, with authority to match.",
            "Building",
        ],
    ]


def test_steps_refer_to_what_they_share_by_its_code() -> None:
    view = with_shared_advice()
    steps = [step for wave in (*view.waves, view.not_funded) for step in wave.steps]
    assert [[(passage.id, passage.sentences) for passage in step.references] for step in steps] == [
        [("preparations", ("B1.",)), ("risks", ("R1 and R2.",))],
        [("risks", ("R1 and R2.",))],
        [("preparations", ("B1 and B2.",)), ("risks", ("R1.",))],
        [("preparations", ("B2.",)), ("risks", ("R2.",))],
    ]


def test_without_risk_and_preparation_their_tables_are_left_out() -> None:
    assert {table.id for table in view_of(FIRST).tables} == {"waves", "steps"}


def test_evidence_of_done_is_sentences_and_what_a_step_unblocks_is_named() -> None:
    seen = {"ownership": "Ownership seen", "quality-control": "Quality seen."}
    last = tuple(
        FirstAction(
            kind=ActionKind.STEP,
            attribute_id=attribute_id,
            action=FRAMEWORK.actions("planning", attribute_id)[2].model_copy(update={"evidence": evidence}),
        )
        for attribute_id, evidence in seen.items()
    )
    step = replace(FIRST, last_actions=last, unblocks=("building", "releasing"))
    evidence, unblocks = block_of(step).passages
    assert (evidence.title, evidence.sentences) == ("Done when", ("Ownership seen.", "Quality seen."))
    assert unblocks.sentences == ("Steps of Building and Releasing need it first.",)


def test_everything_set_by_hand_is_listed_by_its_step_or_said_to_be_none_now() -> None:
    settings = RoadmapSettings(
        pins=(
            Pin(process_id="planning", to_level=3, wave=2),
            Pin(process_id="releasing", to_level=5, wave=0),
        ),
        efforts=(
            EffortOverride(process_id="planning", to_level=3, point_count=1),
            EffortOverride(process_id="building", to_level=5, point_count=7),
        ),
    )
    assert by_hand_lines(planned(FIRST, settings=settings)) == (
        f"Planning {hard('1 to 3')}: wave 2",
        "Releasing to level 5, which is no step now: left out",
        f"Planning {hard('1 to 3')}: {hard('1 point')}",
        f"Building to level 5, which is no step now: {hard('7 points')}",
    )
    assert by_hand_lines(planned(FIRST)) == ()


@pytest.mark.parametrize(
    ("months", "dates", "label"),
    [
        ((4, 6), (None, None), "Wave 1 (months 4 to 6)"),
        ((4, 4), (None, None), "Wave 1 (month 4)"),
        ((1, 3), (date(2026, 11, 1), date(2027, 1, 31)), "Wave 1 (Nov 2026 to Jan 2027)"),
        ((1, 1), (date(2026, 11, 1), date(2026, 11, 30)), "Wave 1 (Nov 2026)"),
    ],
)
def test_a_wave_is_named_by_the_calendar_or_by_counted_months(
    months: tuple[int, int], dates: tuple[date | None, date | None], label: str
) -> None:
    wave = replace(
        a_plan(FIRST).waves[0], first_month=months[0], last_month=months[1], starts_on=dates[0], ends_on=dates[1]
    )
    assert wave_label(wave) == label


def of_process(plan: Roadmap, process_id: str, wave: int) -> list[Step]:
    own = [step for step in plan.steps if (step.process_id, step.wave) == (process_id, wave)]
    return sorted(own, key=lambda step: step.from_level)


def test_the_sample_shows_every_step_in_its_wave_and_nothing_else() -> None:
    plan, view = the_sample().roadmap, roadmap_view(the_sample())
    table, steps = view.table("waves"), view.table("steps")
    processes = [row for row in table.rows if Mark.TOTAL not in row.cells[0].marks]
    assert {row.id for row in processes} == {step.process_id for step in plan.steps}
    for row in processes:
        for wave in (*plan.waves, None):
            column = "not-funded" if wave is None else f"wave-{wave.number}"
            if column not in {own.id for own in table.columns}:
                continue
            own = of_process(plan, row.id, 0 if wave is None else wave.number)
            pinned = "*" if any(step.is_pinned for step in own) else ""
            text = hard(f"{own[0].from_level} to {own[-1].to_level}") + pinned if own else ""
            assert table.cell(row.id, column).text == text
    assert [row.id for row in steps.rows] == [f"{step.process_id}:{step.to_level}" for step in plan.steps]
    for step in plan.steps:
        cells = {name: steps.cell(f"{step.process_id}:{step.to_level}", name).value for name in ("value", "effort")}
        assert cells == {"value": step.value, "effort": step.effort_count}


def test_the_sample_moves_each_process_from_where_the_wave_before_left_it() -> None:
    computed = the_sample()
    table = roadmap_view(computed).table("waves")
    for row in table.rows:
        if Mark.TOTAL in row.cells[0].marks:
            continue
        standing_at = computed.result.process(row.id).level.level
        for cell in row.cells[1:]:
            if cell.text:
                start, _, landing = cell.text.rstrip("*").split(HARD_SPACE)
                assert int(start) == standing_at
                standing_at = int(landing)


def test_a_reason_in_the_table_is_the_steps_own() -> None:
    follows = StepReason(kind=ReasonKind.AFTER_OWN_STEP, level=2, wave=1)
    view = view_of(SECOND, replace(THIRD, reason=follows))
    sentence = "It follows its own step to level 2 in wave 1; it could not be earlier."
    assert view.table("steps").cell("building:3", "why").text == sentence
    assert view.table("steps").cell("building:3", "why").value == "after-own-step"
    assert view.waves[1].steps[0].reason == sentence
