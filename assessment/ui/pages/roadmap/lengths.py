"""The months of each wave: all alike, or each its own."""

from __future__ import annotations

from typing import Any

import streamlit as st

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.planning.budgets import lengths_of
from assessment.ui import session
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.saving import save_settings
from assessment.views.wording.pages import roadmap as words

MOST_MONTHS = 24


def draw_lengths(plan: Plan) -> None:
    """Draw whether waves differ in length and, if so, the months of each."""
    key = plan.setting_key("own-lengths")
    session.seed(key, plan.saved.wave_lengths is not None)
    st.toggle(words.LENGTHS_SWITCH, key=key, on_change=_switch, args=(plan, key), disabled=plan.is_locked)
    with st.container(horizontal=True, gap="small"):
        for place, count in enumerate(plan.saved.wave_lengths or ()):
            own = plan.setting_key(f"length-{place}")
            session.seed(own, count)
            st.number_input(
                words.months_of_wave(place + 1),
                1,
                MOST_MONTHS,
                key=own,
                on_change=_save,
                args=(plan, place, own),
                disabled=plan.is_locked,
                width=150,
            )


def grown(stored: RoadmapSettings, count: int) -> dict[str, Any]:
    """What another number of waves makes of what each wave has: new ones get what the last one has."""
    by_wave = {"capacity": stored.capacity, "budgets": stored.budgets, "wave_lengths": stored.wave_lengths}
    changed = {name: (*own, *[own[-1]] * count)[:count] for name, own in by_wave.items() if own is not None}
    return {"wave_count": count, **changed}


def _switch(plan: Plan, key: str) -> None:
    is_own = session.value(key)
    session.drop_all(plan.setting_key("length-"))
    save_settings(plan, lambda stored: {"wave_lengths": lengths_of(stored) if is_own else None})


def _save(plan: Plan, place: int, key: str) -> None:
    count = int(session.value(key))

    def change(stored: RoadmapSettings) -> dict[str, Any]:
        before = lengths_of(stored)
        return {"wave_lengths": (*before[:place], count, *before[place + 1 :])}

    save_settings(plan, change)
