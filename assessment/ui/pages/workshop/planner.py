"""The planner: people, minutes, order and pace, what fits, and one click that makes it the agenda."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.answered.workshop import SlotState
from assessment.domain.authored.framework import Depth
from assessment.domain.workshop.planner import ProcessOrder, WorkshopPlan
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.workshop import planner as words
from assessment.views.workshop.planner import planner_view

USUAL_MINUTES, LEAST_MINUTES, MOST_MINUTES, STEP_MINUTES = 120, 15, 2880, 15
MOST_PEOPLE, USUAL_PEOPLE = 500, 12
LEAST_PACE, MOST_PACE = 10, 900


def draw(cockpit: Cockpit, people_count: int | None = None) -> None:
    """Draw the planner. `people_count` is how many are in the room; without one, how many the assessment has."""
    people, minutes, order, pace = _asked(cockpit, people_count)

    def proposed(depth: Depth) -> WorkshopPlan:
        return session.plumbline().agenda.propose(
            session.actor(),
            cockpit.assessment_id,
            people_count=people,
            minutes=minutes,
            order=order,
            pace_seconds=pace,
            depth=depth,
        )

    plan = proposed(cockpit.header.depth)
    quick = None if cockpit.header.depth is Depth.QUICK else proposed(Depth.QUICK)
    view = planner_view(cockpit.framework, plan, people, minutes, quick)
    with st.container(gap="xsmall"):
        plain(view.finding, "strong")
        for note in view.notes:
            plain(note, "small")
    if view.empty:
        plain(view.empty, "quiet")
        return
    draw_table(view.table("plan"), cockpit.key("plan"))
    if not cockpit.is_locked:
        _draw_taking(cockpit, plan)


def _asked(cockpit: Cockpit, people_count: int | None) -> tuple[int, int, ProcessOrder, float | None]:
    """How many people and minutes, in what order, and at what pace where somebody chose one."""
    key = cockpit.key("planner")
    known = people_count or len(cockpit.respondents) or USUAL_PEOPLE
    session.seed(f"{key}:people", min(known, MOST_PEOPLE))
    session.seed(f"{key}:minutes", USUAL_MINUTES)
    session.seed(f"{key}:order", ProcessOrder.STAKE)
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        people = st.number_input(words.PEOPLE_LABEL, 1, MOST_PEOPLE, key=f"{key}:people", width=140)
        minutes = st.number_input(
            words.MINUTES_LABEL, LEAST_MINUTES, MOST_MINUTES, step=STEP_MINUTES, key=f"{key}:minutes", width=140
        )
        pace = st.number_input(
            words.PACE_LABEL,
            LEAST_PACE,
            MOST_PACE,
            value=None,
            step=5,
            key=f"{key}:pace",
            help=words.PACE_HELP,
            placeholder=words.PACE_EMPTY,
            width=180,
        )
        order = st.segmented_control(
            words.ORDER_LABEL,
            tuple(ProcessOrder),
            required=True,
            format_func=labels(words.ORDERS),
            key=f"{key}:order",
        )
    return int(people), int(minutes), order or ProcessOrder.STAKE, None if pace is None else float(pace)


def _draw_taking(cockpit: Cockpit, plan: WorkshopPlan) -> None:
    """The one click, with what becomes of an agenda that is there."""
    slots = session.plumbline().agenda.slots(session.actor(), cockpit.assessment_id)
    has_begun = any(one.slot.spent_seconds or one.slot.state is not SlotState.PLANNED for one in slots)
    seen = {one.slot.process_id: one.version for one in slots}
    key = cockpit.key("planner:take")
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        st.button(
            words.TAKE_REST if has_begun else words.TAKE,
            key=key,
            on_click=partial(_take, cockpit, plan, seen),
            type="secondary" if slots else "primary",
        )
        if session.save_outcome(key) is not None:
            saved_sign(key)
    if slots:
        plain(words.WAITING_REPLACED, "small")


def _take(cockpit: Cockpit, plan: WorkshopPlan, seen: dict[str, int]) -> None:
    """Callback: make the proposal the agenda."""
    with session.saving(cockpit.key("planner:take")):
        session.plumbline().agenda.take(session.actor(), cockpit.assessment_id, plan.boxes, expected_versions=seen)
