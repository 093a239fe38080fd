"""One step: what to do first, how one sees that it is done, what may go wrong."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.roadmap.actions import draw_actions
from assessment.ui.pages.roadmap.by_hand import draw_choices
from assessment.ui.pages.roadmap.plan import Plan
from assessment.views.steps import StepBlock
from assessment.views.wording.pages.roadmap import step_fold


def draw_step(plan: Plan, step: StepBlock) -> None:
    """Draw a step, folded until it is asked for."""
    fold = st.expander(
        escaped(step_fold(step.title)),
        key=plan.key(f"step-{step.process_id}-{step.to_level}"),
        on_change="rerun",
    )
    if fold.open:
        with fold:
            _draw_content(plan, step)


def _draw_content(plan: Plan, step: StepBlock) -> None:
    plain(step.reason)
    with st.container(horizontal=True, gap="medium"):
        for fact in step.facts:
            st.markdown(f":small[:gray[{escaped(fact.label)}]\u2002{escaped(fact.text)}]", width="content")
    for table in step.tables:
        plain(table.title, "strong")
        draw_table(table, f"roadmap:{table.id}-{step.id}")
    for passage in step.passages:
        plain(passage.title, "strong")
        with st.container(gap="xxsmall"):
            for sentence in passage.sentences:
                plain(sentence)
    draw_choices(plan, step)
    draw_actions(plan, step)
