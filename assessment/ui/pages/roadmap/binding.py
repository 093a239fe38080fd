"""Linkages that bind the plan: those of the framework, each of which can be let go, and any other made to bind."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.roadmap_settings import LinkStrength, RoadmapSettings
from assessment.domain.authored.content import Linkage
from assessment.ui import session
from assessment.ui.components.format import process_name
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped
from assessment.ui.pages.roadmap.plan import Plan, save_settings

_NEW = "roadmap:set-new-binding"


def draw_binding(plan: Plan) -> None:
    """Draw a box for each linkage that binds or would by default, and a way to add one."""
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
    shown = [linkage for linkage in linkages.values() if linkage.is_hard or is_binding(plan.saved, linkage)]
    with st.container(gap="xxsmall"):
        for linkage in shown:
            session.seed(_key(linkage), is_binding(plan.saved, linkage))
            st.checkbox(
                escaped(_name(plan, linkage)),
                key=_key(linkage),
                on_change=_save,
                args=(plan, linkage),
                disabled=plan.is_locked,
            )
    st.selectbox(
        "Let another one bind",
        [linkage_id for linkage_id, linkage in linkages.items() if linkage not in shown],
        index=None,
        placeholder="Choose a linkage",
        format_func=lambda linkage_id: _name(plan, linkages[linkage_id]),
        key=_NEW,
        on_change=_add,
        args=(plan, linkages),
        disabled=plan.is_locked,
    )


def is_binding(settings: RoadmapSettings, linkage: Linkage) -> bool:
    """Whether a linkage binds under these settings."""
    own = next((entry.is_hard for entry in settings.linkages if entry.linkage_id == linkage.id), None)
    return linkage.is_hard if own is None else own


def _name(plan: Plan, linkage: Linkage) -> str:
    supplier = process_name(plan.framework, linkage.from_process)
    return f"{supplier} before {process_name(plan.framework, linkage.to_process)}"


def _key(linkage: Linkage) -> str:
    return f"roadmap:set-binds-{linkage.id}"


def _save(plan: Plan, linkage: Linkage) -> None:
    _bind(plan, linkage, bool(session.value(_key(linkage))))


def _add(plan: Plan, linkages: dict[str, Linkage]) -> None:
    linkage_id = session.value(_NEW)
    if linkage_id is None:
        return
    session.drop(_key(linkages[linkage_id]))
    session.put(_NEW, None)
    _bind(plan, linkages[linkage_id], True)


def _bind(plan: Plan, linkage: Linkage, is_hard: bool) -> None:
    """Store what differs from the framework and nothing else; a strength set by hand stays."""
    own = None if is_hard == linkage.is_hard else is_hard

    def change(stored: RoadmapSettings) -> dict[str, tuple[LinkStrength, ...]]:
        entries = {entry.linkage_id: entry for entry in stored.linkages}
        before = entries.pop(linkage.id, None)
        strength = before.strength if before is not None else None
        if own is not None or strength is not None:
            entries[linkage.id] = LinkStrength(linkage_id=linkage.id, strength=strength, is_hard=own)
        return {"linkages": tuple(entries[linkage_id] for linkage_id in sorted(entries))}

    save_settings(plan, change)
