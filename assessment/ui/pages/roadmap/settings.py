"""What the roadmap is planned with: waves, their capacity, and what a point of effort stands for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.ui import session
from assessment.ui.components.format import counted
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.binding import draw_binding
from assessment.ui.pages.roadmap.by_hand import draw_by_hand
from assessment.ui.pages.roadmap.plan import SAVED, Plan, read_plan, save_settings

_MOST_WAVES = 12
_MOST_MONTHS = 24
_CURRENCIES = ("EUR", "USD", "GBP", "CHF", "JPY", "SEK", "DKK", "NOK", "PLN", "CZK", "AUD", "CAD", "INR", "SGD")


@st.fragment
@guarded
def draw_settings(assessment_id: str) -> None:
    """Draw the settings; each is saved when it is changed."""
    plan = read_plan(assessment_id)
    waves_place, linkages_place = st.columns(2, gap="large")
    with waves_place:
        _draw_waves(plan)
        _draw_price(plan)
    with linkages_place:
        draw_binding(plan)
        draw_by_hand(plan)
    saved_sign(SAVED, words="Saved as you go; the plan follows at once.")


def _draw_waves(plan: Plan) -> None:
    section_head("Waves")
    saved = plan.saved
    with st.container(horizontal=True, gap="medium"):
        _number(plan, "wave_count", "Number of waves", 1, _MOST_WAVES, change=_wave_count)
        _number(plan, "wave_months", "Months in a wave", 1, _MOST_MONTHS)
        session.seed(_key("start"), saved.start)
        st.date_input(
            "First wave starts",
            key=_key("start"),
            on_change=_save_one,
            args=(plan, "start"),
            disabled=plan.is_locked,
            width=160,
        )
    session.seed(_key("by-wave"), saved.capacity is not None)
    st.toggle(
        "Set the capacity of each wave",
        key=_key("by-wave"),
        on_change=_switch_capacity,
        args=(plan,),
        disabled=plan.is_locked,
    )
    if saved.capacity is None:
        plain(f"Each wave takes {counted(_default_capacity(plan), 'point')} of effort.", "small")
        return
    with st.container(horizontal=True, gap="small"):
        for place, count in enumerate(saved.capacity):
            key = _key(f"capacity-{place}")
            session.seed(key, count)
            st.number_input(
                f"Wave {place + 1}",
                0,
                1000,
                key=key,
                on_change=_save_capacity,
                args=(plan, place),
                disabled=plan.is_locked,
                width=120,
            )


def _draw_price(plan: Plan) -> None:
    section_head("What a point of effort stands for", "Leave empty what you do not want to see in the plan.")
    with st.container(horizontal=True, gap="medium"):
        for name, label in (("person_days_per_point", "Person-days"), ("cost_per_point", "Cost")):
            session.seed(_key(name), getattr(plan.saved, name))
            st.number_input(
                label,
                min_value=0.5 if name == "person_days_per_point" else 1.0,
                step=0.5 if name == "person_days_per_point" else 100.0,
                format="%.1f" if name == "person_days_per_point" else "%.0f",
                key=_key(name),
                on_change=_save_one,
                args=(plan, name),
                placeholder="none",
                disabled=plan.is_locked,
                width=160,
            )
        session.seed(_key("currency"), plan.saved.currency)
        st.selectbox(
            "Currency",
            sorted({*_CURRENCIES, plan.saved.currency}),
            key=_key("currency"),
            on_change=_save_one,
            args=(plan, "currency"),
            disabled=plan.is_locked,
            width=120,
        )


def _number(
    plan: Plan, name: str, label: str, least: int, most: int, change: Callable[[Plan], None] | None = None
) -> None:
    session.seed(_key(name), getattr(plan.saved, name))
    st.number_input(
        label,
        least,
        most,
        key=_key(name),
        on_change=change or _save_one,
        args=(plan,) if change else (plan, name),
        disabled=plan.is_locked,
        width=150,
    )


def _key(name: str) -> str:
    return f"roadmap:set-{name}"


def _save_one(plan: Plan, name: str) -> None:
    value = session.value(_key(name))
    save_settings(plan, lambda _: {name: value})


def _wave_count(plan: Plan) -> None:
    count = int(session.value(_key("wave_count")))

    def change(stored: RoadmapSettings) -> dict[str, Any]:
        if stored.capacity is None:
            return {"wave_count": count}
        longer = (*stored.capacity, *[stored.capacity[-1]] * count)
        return {"wave_count": count, "capacity": longer[:count]}

    save_settings(plan, change)


def _switch_capacity(plan: Plan) -> None:
    is_by_wave = session.value(_key("by-wave"))
    each = _default_capacity(plan)
    session.drop_all(_key("capacity-"))
    save_settings(plan, lambda stored: {"capacity": (each,) * stored.wave_count if is_by_wave else None})


def _save_capacity(plan: Plan, place: int) -> None:
    count = session.value(_key(f"capacity-{place}"))

    def change(stored: RoadmapSettings) -> dict[str, Any]:
        counts = list(stored.capacity or ())
        counts[place : place + 1] = [count]
        return {"capacity": tuple(counts)}

    save_settings(plan, change)


def _default_capacity(plan: Plan) -> int:
    """What the plan gives each wave while nobody set it."""
    return plan.roadmap.waves[0].capacity_count
