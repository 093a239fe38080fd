"""The actions of a step as the team has them: in other words, struck or back, who does what until when; own ones."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.answered.actions import ActionKind
from assessment.domain.answered.entries import NOTE_LIMIT
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.editor import EditorRow, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.writing import ask, settle
from assessment.ui.pages.roadmap.action_rows import action_cells, action_columns, save_action
from assessment.ui.pages.roadmap.plan import Plan
from assessment.views.register import ActionLine
from assessment.views.steps import StepBlock
from assessment.views.wording import register as register_words
from assessment.views.wording.pages import register as words


def draw_actions(plan: Plan, step: StepBlock) -> None:
    """Draw the register of one step and a way to add to it."""
    own = plan.key(f"actions-{step.process_id}-{step.to_level}")
    section_head(words.TITLE, words.LEAD, sign=own)
    _draw_register(plan, step.actions, own, words.table(step.title))
    if not plan.is_locked:
        _draw_form(plan, step, own)


def draw_stray(plan: Plan, lines: Sequence[ActionLine]) -> None:
    """Draw what the team noted of actions that the plan no longer has; nothing where there is none."""
    if not lines:
        return
    own = plan.key("actions-stray")
    section_head(register_words.STRAY_TITLE, register_words.STRAY_MEASURE, sign=own)
    _draw_register(plan, lines, own, register_words.STRAY_TITLE)


def _draw_register(plan: Plan, lines: Sequence[ActionLine], key: str, name: str) -> None:
    """Draw a table of actions, each cell saved when it is left."""
    versions = plan.action_versions
    by_id = {line.id: line for line in lines}
    editor(
        f"{key}-table",
        [EditorRow(id=line.id, cells=action_cells(line), version=versions.get(line.id, 0)) for line in lines],
        action_columns(),
        lambda edit: save_action(plan, by_id[edit.id], edit),
        is_locked=plan.is_locked,
        name=name,
        sign=key,
    )


def _draw_form(plan: Plan, step: StepBlock, own: str) -> None:
    key = f"{own}:new"
    with st.form(key, clear_on_submit=True, border=False):
        text_place, kind_place, button_place = st.columns([5, 2, 1], vertical_alignment="bottom")
        with text_place:
            typed = ask(words.ANOTHER, f"{key}:text", NOTE_LIMIT)
        kind = kind_place.selectbox(
            register_words.KIND_COLUMN,
            tuple(register_words.KINDS),
            index=tuple(register_words.KINDS).index(ActionKind.FIRST),
            format_func=labels(register_words.KINDS),
            key=f"{key}:kind",
        )
        is_sent = button_place.form_submit_button(words.ADD, width="stretch")
    if is_sent:
        with session.saving(key):
            session.plumbline().register.add(
                session.actor(), plan.assessment_id, step.process_id, step.to_level, kind, typed
            )
            settle(f"{key}:text", typed)
            st.rerun()
        saved_sign(key)
