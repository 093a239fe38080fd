"""One step: what to do first, how one sees that it is done, what may go wrong; its wave and effort by hand."""

from __future__ import annotations

import streamlit as st

from assessment.domain.ratings import EffortOverride, Pin
from assessment.domain.results import FirstAction, Step
from assessment.ui import session
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
from assessment.ui.pages.roadmap.plan import Plan, save_settings

_EFFORT_WORDS = {"S": "days", "M": "weeks", "L": "a quarter"}
_AUTOMATIC = -1
_NOT_FUNDED = 0
_MOST_POINTS = 100


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
        f"**{name}** {step_move(step)}: first actions, evidence, risks",
        key=f"roadmap:step-{_step_key(step)}",
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
    if step.first_actions:
        plain("First actions", "strong")
        text_table(
            ("Do", "What exists then", "Who", "Takes", "How one sees it", "Before that"),
            [_action_row(action) for action in step.first_actions],
            alt=f"First actions for {process_name(plan.framework, step.process_id)}",
        )
    _draw_list("Done when", step.evidence_of_done)
    _draw_list("Risks", step.risks)
    _draw_choices(plan, step)


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


def _draw_choices(plan: Plan, step: Step) -> None:
    key = _step_key(step)
    waves = [_AUTOMATIC, *range(1, plan.settings.wave_count + 1), _NOT_FUNDED]
    labels = {_AUTOMATIC: "Let the plan decide", _NOT_FUNDED: "Leave it out"}
    pinned = next((pin.wave for pin in plan.saved.pins if _is_of(pin, step)), _AUTOMATIC)
    session.seed(f"roadmap:pin-{key}", pinned if pinned in waves else _AUTOMATIC)
    session.seed(f"roadmap:effort-{key}", step.effort_count)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.selectbox(
            "Wave",
            waves,
            format_func=lambda wave: labels.get(wave, f"Wave {wave}"),
            key=f"roadmap:pin-{key}",
            on_change=_pin,
            args=(plan, step),
            disabled=plan.is_locked,
            width=220,
        )
        st.number_input(
            "Effort in points",
            1,
            _MOST_POINTS,
            key=f"roadmap:effort-{key}",
            on_change=_set_effort,
            args=(plan, step),
            disabled=plan.is_locked,
            width=160,
        )
        if step.is_effort_set_by_hand:
            st.button(
                "Effort from the framework",
                key=f"roadmap:effort-back-{key}",
                on_click=_clear_effort,
                args=(plan, step),
                disabled=plan.is_locked,
            )


def _step_key(step: Step) -> str:
    return f"{step.process_id}-{step.to_level}"


def _is_of(entry: Pin | EffortOverride, step: Step) -> bool:
    return entry.process_id == step.process_id and entry.to_level == step.to_level


def _place(entry: Pin | EffortOverride) -> tuple[str, int]:
    return entry.process_id, entry.to_level


def _pin(plan: Plan, step: Step) -> None:
    wave = session.value(f"roadmap:pin-{_step_key(step)}")
    kept = tuple(pin for pin in plan.saved.pins if not _is_of(pin, step))
    if wave != _AUTOMATIC:
        kept += (Pin(process_id=step.process_id, to_level=step.to_level, wave=wave),)
    save_settings(plan.header.id, {"pins": tuple(sorted(kept, key=_place))})


def _set_effort(plan: Plan, step: Step) -> None:
    count = session.value(f"roadmap:effort-{_step_key(step)}")
    kept = tuple(entry for entry in plan.saved.efforts if not _is_of(entry, step))
    kept += (EffortOverride(process_id=step.process_id, to_level=step.to_level, point_count=count),)
    save_settings(plan.header.id, {"efforts": tuple(sorted(kept, key=_place))})


def _clear_effort(plan: Plan, step: Step) -> None:
    session.drop(f"roadmap:effort-{_step_key(step)}")
    kept = tuple(entry for entry in plan.saved.efforts if not _is_of(entry, step))
    save_settings(plan.header.id, {"efforts": tuple(sorted(kept, key=_place))})
