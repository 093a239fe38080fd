"""The three weights of a priority: moving one shows the new order at once; saving is a choice of its own."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.pages.roadmap.plan import SAVED, WEIGHTS, Plan, give_up_tried, save_settings, try_weights
from assessment.views.wording.pages import roadmap as words

_WIDGET = "roadmap:weights"
_STEP = 0.05


def draw_weights(plan: Plan) -> None:
    """Draw the sliders and, once one was moved, what to do with it."""
    section_head(words.WEIGHTS_TITLE)
    shown = shown_weights(plan.settings)
    for name in WEIGHTS:
        key = _key(name)
        session.seed(key, shown[name])
        st.slider(words.WEIGHTS[name], 0.0, 1.0, step=_STEP, key=key, on_change=_try, args=(plan.assessment_id,))
    if plan.is_tried:
        with st.container(horizontal=True, gap="small"):
            st.button(
                words.SAVE_WEIGHTS,
                type="primary",
                key="roadmap:save-weights",
                on_click=_save,
                args=(plan,),
                disabled=plan.is_locked,
            )
            st.button(words.RESET_WEIGHTS, key="roadmap:reset-weights", on_click=_reset)
    saved_sign(SAVED, words=words.WEIGHTS_HINT)


def shown_weights(settings: RoadmapSettings) -> dict[str, float]:
    """The weights as sliders show them, 0 to 1: larger ones are divided by their sum, which changes no order."""
    weights = {name: float(getattr(settings, name)) for name in WEIGHTS}
    total = sum(weights.values())
    return weights if max(weights.values()) <= 1 else {name: weight / total for name, weight in weights.items()}


def _key(name: str) -> str:
    return f"{_WIDGET}-{name}-{session.generation(_WIDGET)}"


def _chosen() -> dict[str, float]:
    return {name: round(float(session.value(_key(name))), 2) for name in WEIGHTS}


def _try(assessment_id: str) -> None:
    try_weights(assessment_id, _chosen())
    session.forget_outcome(SAVED)


def _save(plan: Plan) -> None:
    chosen = _chosen()
    save_settings(plan, lambda _: chosen)
    outcome = session.save_outcome(SAVED)
    if outcome is not None and outcome.trouble is None:
        give_up_tried()


def _reset() -> None:
    give_up_tried()
    session.renew(_WIDGET)
