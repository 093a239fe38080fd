"""One step: what to do first, how one sees that it is done, what may go wrong."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.planning.results import FirstAction, Step
from assessment.ui.components.figure import text_table
from assessment.ui.components.format import (
    attribute_names,
    counted,
    money_text,
    number_text,
    process_name,
    score_text,
    step_move,
)
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.roadmap.by_hand import draw_choices
from assessment.ui.pages.roadmap.plan import Plan

_EFFORT_WORDS = {"S": "days", "M": "weeks", "L": "a quarter"}


def step_marks(step: Step) -> list[str]:
    """What is special about a step, in words."""
    marks = []
    if step.is_quick_win:
        marks.append("quick win")
    if step.is_pinned:
        marks.append("wave set by hand")
    if step.is_effort_set_by_hand:
        marks.append("effort set by hand")
    return marks


def draw_step(plan: Plan, step: Step) -> None:
    """Draw a step, folded until it is asked for."""
    name = escaped(process_name(plan.framework, step.process_id))
    fold = st.expander(
        f"**{name}** {step_move(step)}: first actions, when it is done, risks",
        key=f"roadmap:step-{step.process_id}-{step.to_level}",
        on_change="rerun",
    )
    if fold.open:
        with fold:
            _draw_content(plan, step)


def _draw_content(plan: Plan, step: Step) -> None:
    raised = attribute_names(plan.framework, step.raises).lower() or "nothing beyond the step before"
    plain(f"Raises {raised}; score {score_text(step.score_after)} once it is done.")
    if step.person_day_count is not None or step.cost is not None:
        plain(_price(plan, step), "small")
    _draw_actions(plan, step, "Before it begins", [action for action in step.first_actions if action.prepares])
    _draw_actions(plan, step, "First actions", [action for action in step.first_actions if not action.prepares])
    _draw_list("Done when", step.evidence_of_done)
    _draw_list("Risks", step.risks)
    draw_choices(plan, step)


def _draw_actions(plan: Plan, step: Step, title: str, actions: Sequence[FirstAction]) -> None:
    if not actions:
        return
    plain(title, "strong")
    has_before = any(action.prerequisite for action in actions)
    columns = ("Do", "What exists then", "Who", "Takes", "How one sees it", "Before that")
    text_table(
        columns if has_before else columns[:-1],
        [_action_row(action)[: len(columns) if has_before else -1] for action in actions],
        alt=f"{title}: {process_name(plan.framework, step.process_id)} to level {step.to_level}",
    )


def _price(plan: Plan, step: Step) -> str:
    parts = []
    if step.person_day_count is not None:
        parts.append(f"{number_text(step.person_day_count, 0)} person-days")
    if step.cost is not None:
        parts.append(money_text(step.cost, plan.settings.currency))
    return f"{counted(step.effort_count, 'point')}: {', '.join(parts)}"


def _action_row(action: FirstAction) -> tuple[str, ...]:
    return (
        action.text,
        action.deliverable,
        action.owner_role,
        _EFFORT_WORDS.get(action.effort, action.effort),
        action.evidence,
        action.prerequisite or "",
    )


def _draw_list(title: str, sentences: tuple[str, ...]) -> None:
    if not sentences:
        return
    plain(title, "strong")
    with st.container(gap="xxsmall"):
        for sentence in sentences:
            plain(sentence)
