"""How much a linkage weighs in leverage: those weighed by hand, and any other to weigh."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assessment.domain.authored.content import Linkage
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped
from assessment.ui.pages.roadmap.linkage_settings import linkage_name, linkages_in_scope, own_entry, save_strength
from assessment.ui.pages.roadmap.plan import Plan
from assessment.views.wording.pages import roadmap as words

_NEW = "new-strength"
_STEP = 0.1
_FULL = 1.0


def draw_strengths(plan: Plan) -> None:
    """Draw the strength of each linkage that was weighed by hand, and a way to weigh another."""
    section_head(words.STRENGTH_TITLE, words.STRENGTH_LEAD)
    linkages = linkages_in_scope(plan)
    weighed = [linkage for linkage in linkages.values() if own_entry(plan.saved, linkage).strength is not None]
    for linkage in weighed:
        session.seed(_key(plan, linkage), own_entry(plan.saved, linkage).strength)
        st.number_input(
            escaped(linkage_name(plan, linkage)),
            min_value=0.0,
            max_value=_FULL,
            value=None,
            step=_STEP,
            format="%.2f",
            key=_key(plan, linkage),
            on_change=_save,
            args=(plan, linkage),
            placeholder=words.NO_STRENGTH,
            disabled=plan.is_locked,
        )
    st.selectbox(
        words.WEIGH_ANOTHER,
        [linkage_id for linkage_id, linkage in linkages.items() if linkage not in weighed],
        index=None,
        placeholder=words.CHOOSE_LINKAGE,
        format_func=labels({known: linkage_name(plan, linkage) for known, linkage in linkages.items()}),
        key=plan.setting_key(_NEW),
        on_change=_add,
        args=(plan, linkages),
        disabled=plan.is_locked,
    )


def _key(plan: Plan, linkage: Linkage) -> str:
    return plan.setting_key(f"strength-{linkage.id}")


def _save(plan: Plan, linkage: Linkage) -> None:
    """Store the strength; an emptied one is what the linkage's kind says."""
    save_strength(plan, linkage, session.value(_key(plan, linkage)))


def _add(plan: Plan, linkages: Mapping[str, Linkage]) -> None:
    """Begin with the full strength, to be lowered."""
    linkage_id = session.value(plan.setting_key(_NEW))
    if linkage_id is None:
        return
    session.drop(_key(plan, linkages[linkage_id]))
    session.put(plan.setting_key(_NEW), None)
    save_strength(plan, linkages[linkage_id], _FULL)
