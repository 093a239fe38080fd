"""What the roadmap is planned with: how many waves, from when, how long; beside them what else is set."""

from __future__ import annotations

from collections.abc import Callable

import streamlit as st

from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.binding import draw_binding
from assessment.ui.pages.roadmap.budgets import draw_room
from assessment.ui.pages.roadmap.by_hand import draw_by_hand
from assessment.ui.pages.roadmap.costs import draw_costs
from assessment.ui.pages.roadmap.lengths import MOST_MONTHS, draw_lengths, grown
from assessment.ui.pages.roadmap.plan import Plan, read_plan
from assessment.ui.pages.roadmap.price import draw_price
from assessment.ui.pages.roadmap.saving import draw_saved, save_settings
from assessment.ui.pages.roadmap.strengths import draw_strengths
from assessment.views.wording.pages import roadmap as words

_MOST_WAVES = 12


@st.fragment
@guarded
def draw_settings(assessment_id: str) -> None:
    """Draw the settings; each is saved when it is changed."""
    plan = read_plan(assessment_id)
    waves_place, linkages_place = st.columns(2, gap="large")
    with waves_place:
        _draw_waves(plan)
        draw_price(plan)
        draw_by_hand(plan)
    with linkages_place:
        draw_binding(plan)
        draw_strengths(plan)
    draw_costs(plan)
    draw_saved(plan, words.SETTINGS_HINT)


def _draw_waves(plan: Plan) -> None:
    section_head(words.WAVES_TITLE)
    with st.container(horizontal=True, gap="medium"):
        _draw_number(plan, "wave_count", words.WAVE_COUNT_LABEL, _MOST_WAVES, _change_wave_count)
        _draw_number(plan, "wave_months", words.WAVE_MONTHS_LABEL, MOST_MONTHS, _change_wave_months)
        key = plan.setting_key("start")
        session.seed(key, plan.saved.start)
        st.date_input(
            words.START_LABEL, key=key, on_change=_save_start, args=(plan, key), disabled=plan.is_locked, width=160
        )
    draw_lengths(plan)
    draw_room(plan)


def _draw_number(plan: Plan, name: str, label: str, most: int, save: Callable[[Plan, str], None]) -> None:
    key = plan.setting_key(name)
    session.seed(key, getattr(plan.saved, name))
    is_overruled = name == "wave_months" and plan.saved.wave_lengths is not None
    is_locked = plan.is_locked or is_overruled
    st.number_input(label, 1, most, key=key, on_change=save, args=(plan, key), disabled=is_locked, width=150)


def _change_wave_count(plan: Plan, key: str) -> None:
    count = int(session.value(key))
    save_settings(plan, lambda stored: grown(stored, count))


def _change_wave_months(plan: Plan, key: str) -> None:
    count = int(session.value(key))
    save_settings(plan, lambda _: {"wave_months": count})


def _save_start(plan: Plan, key: str) -> None:
    start = session.value(key)
    save_settings(plan, lambda _: {"start": start})
