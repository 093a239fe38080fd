"""Linkages that bind the plan: those of the framework, each of which can be let go, and any other made to bind."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from assessment.domain.authored.content import Linkage
from assessment.domain.planning.leverage import hard_linkage_ids
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped
from assessment.ui.pages.roadmap.linkage_settings import linkage_name, linkages_in_scope, save_binding
from assessment.ui.pages.roadmap.plan import Plan
from assessment.views.wording.pages import roadmap as words

_NEW = "new-binding"


def draw_binding(plan: Plan) -> None:
    """Draw a box for each linkage that binds or would by default, and a way to add one."""
    section_head(words.BINDING_TITLE, words.BINDING_LEAD)
    linkages = linkages_in_scope(plan)
    hard_ids = hard_linkage_ids(plan.computed.framework, plan.saved)
    shown = [linkage for linkage in linkages.values() if linkage.is_hard or linkage.id in hard_ids]
    with st.container(gap="xxsmall"):
        for linkage in shown:
            session.seed(_key(plan, linkage), linkage.id in hard_ids)
            st.checkbox(
                escaped(linkage_name(plan, linkage)),
                key=_key(plan, linkage),
                on_change=_save,
                args=(plan, linkage),
                disabled=plan.is_locked,
            )
    st.selectbox(
        words.BIND_ANOTHER,
        [linkage_id for linkage_id, linkage in linkages.items() if linkage not in shown],
        index=None,
        placeholder=words.CHOOSE_LINKAGE,
        format_func=labels({known: linkage_name(plan, linkage) for known, linkage in linkages.items()}),
        key=plan.setting_key(_NEW),
        on_change=_add,
        args=(plan, linkages),
        disabled=plan.is_locked,
    )


def _key(plan: Plan, linkage: Linkage) -> str:
    return plan.setting_key(f"binds-{linkage.id}")


def _save(plan: Plan, linkage: Linkage) -> None:
    _bind(plan, linkage, bool(session.value(_key(plan, linkage))))


def _add(plan: Plan, linkages: Mapping[str, Linkage]) -> None:
    linkage_id = session.value(plan.setting_key(_NEW))
    if linkage_id is None:
        return
    session.drop(_key(plan, linkages[linkage_id]))
    session.put(plan.setting_key(_NEW), None)
    _bind(plan, linkages[linkage_id], True)


def _bind(plan: Plan, linkage: Linkage, is_hard: bool) -> None:
    """Store what differs from the framework and nothing else."""
    save_binding(plan, linkage, None if is_hard == linkage.is_hard else is_hard)
