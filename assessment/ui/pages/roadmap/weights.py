"""The three weights of a priority: moving one shows the new order at once; saving is a choice of its own."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.presets import draw_presets
from assessment.ui.pages.roadmap.saving import draw_saved, save_settings
from assessment.ui.pages.roadmap.tried import WEIGHTS, give_up_tried, try_weights
from assessment.views.wording.pages import roadmap as words

_WIDGET = "weights"
_STEP = 0.05


def draw_weights(plan: Plan) -> None:
    """Draw the sliders and, once one was moved, what to do with it."""
    section_head(words.WEIGHTS_TITLE)
    draw_presets(plan, plan.key(_WIDGET))
    shown = shown_weights(plan.settings)
    for name in WEIGHTS:
        key = _key(plan, name)
        session.seed(key, shown[name])
        st.slider(words.WEIGHTS[name], 0.0, 1.0, step=_STEP, key=key, on_change=_try, args=(plan,))
    if plan.is_tried:
        with st.container(horizontal=True, gap="small"):
            st.button(
                words.SAVE_WEIGHTS,
                type="primary",
                key=plan.key("save-weights"),
                on_click=_save,
                args=(plan,),
                disabled=plan.is_locked,
            )
            st.button(words.RESET_WEIGHTS, key=plan.key("reset-weights"), on_click=_reset, args=(plan,))
    draw_saved(plan, words.WEIGHTS_HINT)


def shown_weights(settings: RoadmapSettings) -> dict[str, float]:
    """The weights as sliders show them, 0 to 1: larger ones are divided by their sum, which changes no order."""
    weights = {name: float(getattr(settings, name)) for name in WEIGHTS}
    total = sum(weights.values())
    return weights if max(weights.values()) <= 1 else {name: weight / total for name, weight in weights.items()}


def _key(plan: Plan, name: str) -> str:
    own = plan.key(_WIDGET)
    return f"{own}-{name}-{session.generation(own)}"


def _chosen(plan: Plan) -> dict[str, float]:
    return {name: round(float(session.value(_key(plan, name))), 2) for name in WEIGHTS}


def _try(plan: Plan) -> None:
    try_weights(plan.assessment_id, _chosen(plan))
    session.forget_outcome(plan.sign)


def _save(plan: Plan) -> None:
    chosen = _chosen(plan)
    save_settings(plan, lambda _: chosen)
    if not session.has_trouble(plan.sign):
        give_up_tried()


def _reset(plan: Plan) -> None:
    give_up_tried()
    session.renew(plan.key(_WIDGET))
