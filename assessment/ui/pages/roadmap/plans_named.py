"""The name of a saved plan: calling it otherwise, and removing it."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.domain.answered.plans import SavedPlan
from assessment.ui import session
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.components.writing import ask, settle
from assessment.ui.pages.roadmap.plan import Plan
from assessment.views.wording.pages import plans as words


def draw_named(plan: Plan, one: SavedPlan, version: int) -> None:
    """Draw another name for a plan, and its removal, which is asked for again."""
    key = plan.key(f"plans-rename-{one.id}")
    with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
        with st.container(width=420):
            typed = ask(words.RENAME_LABEL, f"{key}:name", SHORT_TEXT_LIMIT)
        if st.button(words.RENAME, key=f"{key}:save") and typed:
            with session.saving(key, words.RENAMED):
                session.plumbline().plans.rename(
                    session.actor(), plan.assessment_id, one.id, typed, expected_version=version
                )
                settle(f"{key}:name", typed)
                session.drop(f"{key}:name")
                st.rerun()
        with st.popover(words.REMOVE, disabled=one.is_chosen):
            plain(words.remove_question(one.name))
            if st.button(words.CONFIRM_REMOVE, key=f"{key}:remove"):
                with session.saving(key, words.REMOVED):
                    session.plumbline().plans.remove(
                        session.actor(), plan.assessment_id, one.id, expected_version=version
                    )
                    st.rerun()
    if session.save_outcome(key) is not None:
        saved_sign(key)
