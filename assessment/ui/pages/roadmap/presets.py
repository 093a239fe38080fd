"""Sets of weights to begin with, and what would change the order that the weights give."""

from __future__ import annotations

import streamlit as st

from assessment.domain.planning.presets import PRESETS, Preset, preset_of
from assessment.domain.planning.priority import Weights
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import table_fold
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.tried import try_weights
from assessment.views.order_change import order_change_view
from assessment.views.wording import order_change as words


def draw_presets(plan: Plan, widget: str) -> None:
    """Draw the presets; the one that the weights are in the proportions of is chosen. `widget` names the sliders."""
    key = plan.key("preset")
    session.put(key, preset_of(Weights.of(plan.settings)))
    chosen = st.selectbox(
        words.PRESETS_LABEL,
        list(Preset),
        index=None,
        placeholder=words.OWN_WEIGHTS,
        format_func=labels(words.PRESETS),
        key=key,
        on_change=_try,
        args=(plan, key, widget),
    )
    if chosen is not None:
        plain(words.PRESET_MEANINGS[chosen], "small")


def draw_order_change(plan: Plan) -> None:
    """Draw in words what would swap the first two, and folded how far each weight is from it."""
    view = order_change_view(plan.computed)
    if view.empty:
        return
    section_head(view.question)
    plain(view.finding, "small")
    if view.table("swaps").rows:
        table_fold(view.table("swaps"), "roadmap:swaps")


def _try(plan: Plan, key: str, widget: str) -> None:
    preset = session.value(key)
    if preset is None:
        return
    weights = PRESETS[preset]
    try_weights(
        plan.assessment_id,
        {
            "pain_weight": weights.pain,
            "importance_weight": weights.importance,
            "leverage_weight": weights.leverage,
        },
    )
    session.renew(widget)
    session.forget_outcome(plan.sign)
