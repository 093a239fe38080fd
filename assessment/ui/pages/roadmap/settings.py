"""What the roadmap is planned with: waves, capacity, what a point costs, linkages that bind, choices by hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import streamlit as st

from assessment.domain.framework import Linkage
from assessment.domain.ratings import LinkStrength, RoadmapSettings
from assessment.ui import session
from assessment.ui.components.format import counted, process_name
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.roadmap.plan import SAVED, Plan, read_plan, save_settings

_MOST_WAVES = 12
_MOST_MONTHS = 24
_LEAST_CAPACITY = 8
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
        _draw_linkages(plan)
        _draw_by_hand(plan)
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
                args=(plan,),
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


def _draw_linkages(plan: Plan) -> None:
    section_head(
        "Linkages that bind",
        "The receiver can reach a level only when the supplier is at most one level behind. The others inform the "
        "order and bind nothing.",
    )
    linkages = {
        linkage.id: linkage
        for linkage in plan.framework.linkages
        if linkage.from_process in plan.scope and linkage.to_process in plan.scope
    }
    session.seed(
        _key("binding"), [linkage_id for linkage_id, linkage in linkages.items() if _binds(plan.saved, linkage)]
    )
    st.multiselect(
        "Binding linkages",
        list(linkages),
        format_func=lambda linkage_id: _linkage_name(plan, linkages[linkage_id]),
        key=_key("binding"),
        on_change=_save_binding,
        args=(plan, linkages),
        disabled=plan.is_locked,
        label_visibility="collapsed",
        placeholder="None binds",
    )


def _draw_by_hand(plan: Plan) -> None:
    section_head("Set by hand")
    saved = plan.saved
    if not (saved.pins or saved.efforts):
        plain("Nothing. A step's wave and effort are set where the step is, under Waves.", "small")
        return
    with st.container(gap="xxsmall"):
        for pin in saved.pins:
            where = f"wave {pin.wave}" if pin.wave else "left out"
            plain(f"{process_name(plan.framework, pin.process_id)} to level {pin.to_level}: {where}")
        for effort in saved.efforts:
            name = process_name(plan.framework, effort.process_id)
            plain(f"{name} to level {effort.to_level}: {counted(effort.point_count, 'point')}")
    st.button(
        "Forget all of these",
        key="roadmap:forget-by-hand",
        on_click=_forget_by_hand,
        args=(plan,),
        disabled=plan.is_locked,
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
    save_settings(plan.header.id, {name: session.value(_key(name))})


def _wave_count(plan: Plan) -> None:
    count = session.value(_key("wave_count"))
    change: dict[str, Any] = {"wave_count": count}
    if plan.saved.capacity is not None:
        longer = (*plan.saved.capacity, *[plan.saved.capacity[-1]] * count)
        change["capacity"] = longer[:count]
    save_settings(plan.header.id, change)


def _switch_capacity(plan: Plan) -> None:
    is_by_wave = session.value(_key("by-wave"))
    capacity = (_default_capacity(plan),) * plan.saved.wave_count if is_by_wave else None
    session.drop_all(_key("capacity-"))
    save_settings(plan.header.id, {"capacity": capacity})


def _save_capacity(plan: Plan) -> None:
    count = plan.saved.wave_count
    save_settings(
        plan.header.id, {"capacity": tuple(session.value(_key(f"capacity-{place}")) for place in range(count))}
    )


def _default_capacity(plan: Plan) -> int:
    if plan.saved.capacity is None and plan.roadmap.waves:
        return plan.roadmap.waves[0].capacity_count
    return max(_LEAST_CAPACITY, len(plan.scope))


def _binds(settings: RoadmapSettings, linkage: Linkage) -> bool:
    own = next((entry.is_hard for entry in settings.linkages if entry.linkage_id == linkage.id), None)
    return linkage.is_hard if own is None else own


def _linkage_name(plan: Plan, linkage: Linkage) -> str:
    supplier = process_name(plan.framework, linkage.from_process)
    return f"{supplier} before {process_name(plan.framework, linkage.to_process)}"


def _save_binding(plan: Plan, linkages: dict[str, Linkage]) -> None:
    chosen = set(session.value(_key("binding")))
    stored = {entry.linkage_id: entry for entry in plan.saved.linkages}
    changed = dict(stored)
    for linkage_id, linkage in linkages.items():
        is_hard = linkage_id in chosen
        strength = stored[linkage_id].strength if linkage_id in stored else None
        if is_hard == linkage.is_hard and strength is None:
            changed.pop(linkage_id, None)
        else:
            own = None if is_hard == linkage.is_hard else is_hard
            changed[linkage_id] = LinkStrength(linkage_id=linkage_id, strength=strength, is_hard=own)
    save_settings(plan.header.id, {"linkages": tuple(changed[linkage_id] for linkage_id in sorted(changed))})


def _forget_by_hand(plan: Plan) -> None:
    session.drop_all("roadmap:pin-")
    session.drop_all("roadmap:effort-")
    save_settings(plan.header.id, {"pins": (), "efforts": ()})
