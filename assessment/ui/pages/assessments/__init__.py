"""Assessments, the home page: what there is, how far it is, and the ways to begin.

welcome.py  what the product is, while there is no assessment of one's own
rows.py     the list, one calm row each
new.py      the dialog that starts an assessment from a scenario or a scope of one's own
actions.py  copy, download, import, remove and put back
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.ui import access, navigation, session
from assessment.ui.components.asked import draw_asked
from assessment.ui.components.empty import empty_state
from assessment.ui.components.heading import page_head
from assessment.ui.components.organisations import organisations_fold
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.assessments.actions import draw_binned, import_dialog
from assessment.ui.pages.assessments.new import new_dialog
from assessment.ui.pages.assessments.rows import draw_rows
from assessment.ui.pages.assessments.welcome import draw_welcome
from assessment.views.wording.assessments import NOTHING_YET, NOTHING_YET_NEXT
from assessment.views.wording.pages import assessments as words


@guarded
def show() -> None:
    """Draw the page."""
    mine = access.mine()
    if not mine.may_anywhere(Permission.RESULTS):
        draw_asked()
        return
    summaries = session.plumbline().assessments.list_assessments(session.actor())
    is_first = all(summary.header.is_fictional for summary in summaries)
    has_sample = any(summary.header.is_fictional for summary in summaries)
    title, buttons = st.columns(2, vertical_alignment="bottom")
    with title:
        page_head(words.TITLE)
    with buttons, st.container(horizontal=True, horizontal_alignment="right"):
        if mine.may_begin:
            _draw_actions(offers_sample=mine.may_everywhere(Permission.ORGANISE) and (is_first or not has_sample))
    plain(words.WHAT_IT_IS, "body" if is_first else "small")
    if is_first and mine.may_begin:
        draw_welcome()
    if summaries:
        draw_rows(summaries)
    else:
        empty_state(NOTHING_YET, NOTHING_YET_NEXT)
    if summaries and mine.may_begin:
        organisations_fold()
    draw_binned()


def _draw_actions(*, offers_sample: bool) -> None:
    if st.button(words.NEW, key="assessments:new", type="primary", icon=":material/add:"):
        new_dialog()
    if offers_sample and st.button(words.OPEN_SAMPLE, key="assessments:sample"):
        sample_id = session.plumbline().assessments.restore_sample(session.actor())
        session.open_assessment(sample_id)
        navigation.go_to(navigation.RESULTS)
    if st.button(words.IMPORT, key="assessments:import", icon=":material/upload:"):
        import_dialog()
