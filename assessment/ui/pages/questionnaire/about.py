"""What the process is and how to talk about it, folded: for newcomers, and for the facilitator."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.authored.framework import Framework
from assessment.ui.components.text import bullets, plain
from assessment.ui.pages.questionnaire.place import Place
from assessment.views.frameworks.process import ProcessGuideView, about_view, guide_view
from assessment.views.names import extension_mark
from assessment.views.wording.pages import questionnaire as words
from assessment.views.wording.paper_questionnaire import CHOOSING, confused_with


@st.fragment
def draw_about(place: Place, process_id: str) -> None:
    """Draw the button; the text is made when it is opened."""
    fold = st.popover(words.ABOUT, key=place.key(f"about:{process_id}"), width="stretch", on_change="rerun")
    if not fold.open:
        return
    guide = guide_view(place.framework, process_id)
    with fold:
        if guide.empty:
            _draw_about(place.framework, process_id)
            return
        what, how = st.tabs((words.ABOUT_TAB, words.GUIDE_TAB))
        with what:
            _draw_about(place.framework, process_id)
        with how:
            _draw_guide(guide)


def _draw_about(framework: Framework, process_id: str) -> None:
    view = about_view(framework, process_id)
    plain(view.finding)
    for fact in view.facts:
        _draw_labelled(fact.label, [fact.text])
    _draw_labelled(view.in_the_room.label, view.in_the_room.texts)
    for other in view.confusions:
        _draw_labelled(confused_with(other.label), [other.text])
    mark = extension_mark(framework, framework.process_by_id[process_id])
    if mark:
        plain(mark, "small")


def _draw_guide(view: ProcessGuideView) -> None:
    for fact in view.facts:
        _draw_labelled(fact.label, [fact.text])
    for listing in view.listings:
        _draw_labelled(listing.label, listing.texts)
    plain(CHOOSING, "small")


def _draw_labelled(label: str, texts: Sequence[str]) -> None:
    with st.container(gap=None):
        plain(label, "strong")
        if len(texts) == 1:
            plain(texts[0])
        else:
            st.markdown(bullets(texts))
