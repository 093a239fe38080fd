"""What moves when: the picture of all waves, one wave in detail, and what is not funded."""

from __future__ import annotations

import streamlit as st

from assessment.domain.planning.results import Step, Wave
from assessment.reporting.charts import waves, waves_table
from assessment.ui import session
from assessment.ui.components.facts import Fact, facts
from assessment.ui.components.figure import figure, screen_theme, text_table
from assessment.ui.components.format import (
    counted,
    money_text,
    number_text,
    process_name,
    process_names,
    share_text,
    step_move,
    unbroken,
)
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import care, plain
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.plan import Plan, read_plan
from assessment.ui.pages.roadmap.step import draw_step, step_marks

NOT_FUNDED = 0
_COLUMNS = ("Process", "Level", "Effort", "Owner", "Why now", "Unblocks")


@st.fragment
@guarded
def draw_waves(assessment_id: str) -> None:
    """Draw the plan as a picture and then wave by wave."""
    plan = read_plan(assessment_id)
    if plan.is_tried:
        plain("Shown with weights that are not saved; save them under Priorities.", "small")
    _draw_numbers(plan)
    if plan.roadmap.warnings:
        care("\n".join(warning.sentence for warning in plan.roadmap.warnings))
    if not plan.roadmap.steps:
        plain("No step is needed: every process is at its target. Raise a target in Set-up to plan further.")
        return
    figure(
        waves(plan.framework, plan.result, plan.roadmap, screen_theme()),
        waves_table(plan.framework, plan.roadmap),
        "roadmap:waves-chart",
        is_wide=True,
    )
    _draw_chosen_wave(plan)
    plain(_how_found(plan), "small")


def _how_found(plan: Plan) -> str:
    gap = plan.roadmap.gap_share
    rest = f", at most {share_text(gap)} from the best possible" if gap > 0 else ""
    return f"How good this plan is: {plan.roadmap.method}{rest}."


def _draw_numbers(plan: Plan) -> None:
    roadmap = plan.roadmap
    funded = [step for wave in roadmap.waves for step in wave.steps]
    effort = sum(wave.effort_count for wave in roadmap.waves)
    capacity = sum(wave.capacity_count for wave in roadmap.waves)
    entries = [
        Fact(label="Steps planned", value=str(len(funded)), note=f"in {counted(len(roadmap.waves), 'wave')}"),
        Fact(label="Processes that move", value=str(len({step.process_id for step in funded}))),
        Fact(label="Effort", value=f"{effort} of {capacity}", note="points of the capacity"),
        Fact(label="Not funded", value=str(len(roadmap.not_funded)), note="steps left for later"),
    ]
    days = [wave.person_day_count for wave in roadmap.waves if wave.person_day_count is not None]
    costs = [wave.cost for wave in roadmap.waves if wave.cost is not None]
    if days:
        entries.append(Fact(label="Person-days", value=number_text(sum(days), 0)))
    if costs:
        entries.append(Fact(label="Cost", value=money_text(sum(costs), plan.settings.currency)))
    facts(entries)


def _draw_chosen_wave(plan: Plan) -> None:
    numbers = [wave.number for wave in plan.roadmap.waves]
    if plan.roadmap.not_funded:
        numbers.append(NOT_FUNDED)
    labels = {number: f"Wave {number}" for number in numbers} | {NOT_FUNDED: "Not funded"}
    if session.value("roadmap:wave") not in numbers:
        session.put("roadmap:wave", numbers[0])
    number = st.segmented_control(
        "Wave", numbers, required=True, format_func=labels.__getitem__, key="roadmap:wave", label_visibility="collapsed"
    )
    if number == NOT_FUNDED:
        _draw_not_funded(plan)
    else:
        _draw_wave(plan, next(wave for wave in plan.roadmap.waves if wave.number == number))


def _draw_wave(plan: Plan, wave: Wave) -> None:
    spent = [f"{wave.effort_count} of {counted(wave.capacity_count, 'point')} used"]
    if wave.person_day_count is not None:
        spent.append(f"{number_text(wave.person_day_count, 0)} person-days")
    if wave.cost is not None:
        spent.append(money_text(wave.cost, plan.settings.currency))
    section_head(wave.label, ", ".join(spent))
    if not wave.steps:
        plain("No step is in this wave.")
        return
    text_table(_COLUMNS, [_row(plan, step) for step in wave.steps], alt=f"Steps of {wave.label}")
    _draw_steps(plan, wave.steps)


def _draw_not_funded(plan: Plan) -> None:
    section_head("Not funded", "Steps that the capacity of the waves, or what has to come before them, leaves out.")
    text_table(
        ("Process", "Level", "Effort", "Owner", "Why not", "Would unblock"),
        [_row(plan, step) for step in plan.roadmap.not_funded],
        alt="Steps that are not funded",
    )
    _draw_steps(plan, plan.roadmap.not_funded)


def _draw_steps(plan: Plan, steps: tuple[Step, ...]) -> None:
    with st.container(gap="xsmall"):
        for step in steps:
            draw_step(plan, step)


def _row(plan: Plan, step: Step) -> tuple[str, ...]:
    name = process_name(plan.framework, step.process_id)
    marks = step_marks(step)
    return (
        f"{name} ({', '.join(marks)})" if marks else name,
        step_move(step),
        unbroken(counted(step.effort_count, "point")),
        step.owner_name or "nobody yet",
        step.reason,
        process_names(plan.framework, step.unblocks, limit=3),
    )
