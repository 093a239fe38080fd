"""What a person decided in place of the plan: the wave and the effort of a step."""

from __future__ import annotations

from typing import TypeVar

import streamlit as st

from assessment.domain.answered.roadmap_settings import EffortOverride, Pin
from assessment.domain.planning.results import Step
from assessment.ui import session
from assessment.ui.components.format import counted, process_name
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.roadmap.plan import Plan, save_settings

ByHand = TypeVar("ByHand", Pin, EffortOverride)
_AUTOMATIC = -1
_LEFT_OUT = 0
_MOST_POINTS = 100
_WAVE = "roadmap:pin-"
_EFFORT = "roadmap:effort-"


def draw_choices(plan: Plan, step: Step) -> None:
    """Draw the wave and the effort of a step, each saved when it is changed."""
    waves = [_AUTOMATIC, *range(1, plan.settings.wave_count + 1), _LEFT_OUT]
    labels = {_AUTOMATIC: "Let the plan decide", _LEFT_OUT: "Leave it out"}
    pinned = next((pin.wave for pin in plan.saved.pins if _is_of(pin, step)), _AUTOMATIC)
    key = f"{step.process_id}-{step.to_level}"
    session.seed(_WAVE + key, pinned if pinned in waves else _AUTOMATIC)
    session.seed(_EFFORT + key, step.effort_count)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        st.selectbox(
            "Wave",
            waves,
            format_func=lambda wave: labels.get(wave, f"Wave {wave}"),
            key=_WAVE + key,
            on_change=_save_wave,
            args=(plan, step, _WAVE + key),
            disabled=plan.is_locked,
            width=220,
        )
        st.number_input(
            "Effort in points",
            1,
            _MOST_POINTS,
            key=_EFFORT + key,
            on_change=_save_effort,
            args=(plan, step, _EFFORT + key),
            disabled=plan.is_locked,
            width=160,
        )
        if step.is_effort_set_by_hand:
            st.button(
                "Effort from the framework",
                key=f"roadmap:framework-effort-{key}",
                on_click=_forget_effort,
                args=(plan, step, _EFFORT + key),
                disabled=plan.is_locked,
            )


def draw_by_hand(plan: Plan) -> None:
    """Draw everything set by hand and a way to forget it."""
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
        "Forget all of these", key="roadmap:forget-by-hand", on_click=_forget_all, args=(plan,), disabled=plan.is_locked
    )


def _is_of(entry: Pin | EffortOverride, step: Step) -> bool:
    return entry.process_id == step.process_id and entry.to_level == step.to_level


def _save_wave(plan: Plan, step: Step, key: str) -> None:
    wave = session.value(key)
    own = () if wave == _AUTOMATIC else (Pin(process_id=step.process_id, to_level=step.to_level, wave=wave),)
    save_settings(plan, lambda stored: {"pins": _replaced(stored.pins, step, own)})


def _save_effort(plan: Plan, step: Step, key: str) -> None:
    own = EffortOverride(process_id=step.process_id, to_level=step.to_level, point_count=session.value(key))
    save_settings(plan, lambda stored: {"efforts": _replaced(stored.efforts, step, (own,))})


def _forget_effort(plan: Plan, step: Step, key: str) -> None:
    session.drop(key)
    save_settings(plan, lambda stored: {"efforts": _replaced(stored.efforts, step, ())})


def _forget_all(plan: Plan) -> None:
    session.drop_all(_WAVE)
    session.drop_all(_EFFORT)
    save_settings(plan, lambda _: {"pins": (), "efforts": ()})


def _replaced(entries: tuple[ByHand, ...], step: Step, own: tuple[ByHand, ...]) -> tuple[ByHand, ...]:
    """The entries with those of a step replaced, in the order of their ids."""
    kept = tuple(entry for entry in entries if not _is_of(entry, step))
    return tuple(sorted(kept + own, key=lambda entry: (entry.process_id, entry.to_level)))
