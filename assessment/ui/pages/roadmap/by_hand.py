"""What a person decided in place of the plan: the wave and the effort of a step, named by where it lands."""

from __future__ import annotations

from typing import TypeVar

import streamlit as st

from assessment.domain.answered.roadmap_settings import EffortOverride, Pin
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.saving import save_settings
from assessment.views.pins import by_hand_lines
from assessment.views.steps import StepBlock
from assessment.views.wording.pages import roadmap as words

ByHand = TypeVar("ByHand", Pin, EffortOverride)
_AUTOMATIC = -1
_LEFT_OUT = 0
_MOST_POINTS = 100
_WAVE = "pin-"
_EFFORT = "effort-"


def draw_choices(plan: Plan, step: StepBlock) -> None:
    """Draw the wave and the effort of a step, each saved when it is changed."""
    own = f"{step.process_id}-{step.to_level}"
    effort_key = plan.key(_EFFORT + own)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        _draw_wave(plan, step, plan.key(_WAVE + own))
        session.seed(effort_key, step.effort_count)
        st.number_input(
            words.EFFORT_LABEL,
            1,
            _MOST_POINTS,
            key=effort_key,
            on_change=_save_effort,
            args=(plan, step, effort_key),
            disabled=plan.is_locked,
            width=160,
        )
        if any(_is_of(effort, step) for effort in plan.saved.efforts):
            st.button(
                words.EFFORT_FROM_FRAMEWORK,
                key=plan.key(f"framework-effort-{own}"),
                on_click=_forget_effort,
                args=(plan, step, effort_key),
                disabled=plan.is_locked,
            )


def draw_by_hand(plan: Plan) -> None:
    """Draw everything set by hand and a way to forget it."""
    section_head(words.BY_HAND_TITLE)
    if not (lines := by_hand_lines(plan.computed)):
        plain(words.BY_HAND_EMPTY, "small")
        return
    with st.container(gap="xxsmall"):
        for line in lines:
            plain(line)
    st.button(
        words.FORGET_BY_HAND,
        key=plan.key("forget-by-hand"),
        on_click=_forget_all,
        args=(plan,),
        disabled=plan.is_locked,
    )


def _draw_wave(plan: Plan, step: StepBlock, key: str) -> None:
    waves = [_AUTOMATIC, *range(1, plan.settings.wave_count + 1), _LEFT_OUT]
    by_hand = {_AUTOMATIC: words.PIN_AUTOMATIC, _LEFT_OUT: words.PIN_LEFT_OUT}
    names = {wave: by_hand.get(wave) or words.wave(wave) for wave in waves}
    pinned = next((pin.wave for pin in plan.saved.pins if _is_of(pin, step)), _AUTOMATIC)
    session.seed(key, pinned if pinned in waves else _AUTOMATIC)
    st.selectbox(
        words.PIN_LABEL,
        waves,
        format_func=labels(names),
        key=key,
        on_change=_save_wave,
        args=(plan, step, key),
        disabled=plan.is_locked,
        width=220,
    )


def _is_of(entry: Pin | EffortOverride, step: StepBlock) -> bool:
    return (entry.process_id, entry.to_level) == (step.process_id, step.to_level)


def _save_wave(plan: Plan, step: StepBlock, key: str) -> None:
    wave = session.value(key)
    own = () if wave == _AUTOMATIC else (Pin(process_id=step.process_id, to_level=step.to_level, wave=wave),)
    save_settings(plan, lambda stored: {"pins": _replaced(stored.pins, step, own)})


def _save_effort(plan: Plan, step: StepBlock, key: str) -> None:
    own = EffortOverride(process_id=step.process_id, to_level=step.to_level, point_count=session.value(key))
    save_settings(plan, lambda stored: {"efforts": _replaced(stored.efforts, step, (own,))})


def _forget_effort(plan: Plan, step: StepBlock, key: str) -> None:
    session.drop(key)
    save_settings(plan, lambda stored: {"efforts": _replaced(stored.efforts, step, ())})


def _forget_all(plan: Plan) -> None:
    session.drop_all(plan.key(_WAVE))
    session.drop_all(plan.key(_EFFORT))
    save_settings(plan, lambda _: {"pins": (), "efforts": ()})


def _replaced(entries: tuple[ByHand, ...], step: StepBlock, own: tuple[ByHand, ...]) -> tuple[ByHand, ...]:
    """The entries with those of a step replaced, in the order of their ids."""
    kept = tuple(entry for entry in entries if not _is_of(entry, step))
    return tuple(sorted(kept + own, key=lambda entry: (entry.process_id, entry.to_level)))
