"""The capacity of the waves in points: the usual one, or one for each set by hand."""

from __future__ import annotations

from typing import Any

import streamlit as st

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.ui import session
from assessment.ui.components.text import plain
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.saving import save_settings
from assessment.views.wording.pages import roadmap as words

_MOST_POINTS = 1000


def draw_capacity(plan: Plan) -> None:
    """Draw whether the waves have a capacity of their own and, if so, each."""
    key = plan.setting_key("by-wave")
    session.seed(key, plan.saved.capacity is not None)
    st.toggle(words.CAPACITY_SWITCH, key=key, on_change=_switch_capacity, args=(plan, key), disabled=plan.is_locked)
    if plan.saved.capacity is None:
        plain(words.each_wave_takes(_usual_capacity(plan)), "small")
        return
    with st.container(horizontal=True, gap="small"):
        for place, count in enumerate(plan.saved.capacity):
            key = plan.setting_key(f"capacity-{place}")
            session.seed(key, count)
            st.number_input(
                words.wave(place + 1),
                0,
                _MOST_POINTS,
                key=key,
                on_change=_save_capacity,
                args=(plan, place, key),
                disabled=plan.is_locked,
                width=120,
            )


def _switch_capacity(plan: Plan, key: str) -> None:
    is_by_wave, each = session.value(key), _usual_capacity(plan)
    session.drop_all(plan.setting_key("capacity-"))
    save_settings(plan, lambda stored: {"capacity": (each,) * stored.wave_count if is_by_wave else None})


def _save_capacity(plan: Plan, place: int, key: str) -> None:
    count = session.value(key)

    def change(stored: RoadmapSettings) -> dict[str, Any]:
        before = stored.capacity or ()
        return {"capacity": (*before[:place], count, *before[place + 1 :])}

    save_settings(plan, change)


def _usual_capacity(plan: Plan) -> int:
    """What the plan gives each wave while nobody set it; the first wave's where somebody did."""
    return plan.computed.roadmap.waves[0].capacity_count
