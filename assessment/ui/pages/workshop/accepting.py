"""Values on which people agree already: the list first, then one click that takes them."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.workshop.accepting import ACCEPT_BOUND, Acceptable
from assessment.services.accepting import HIGHEST_BOUND
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.figure import draw_table
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.workshop import accepting as words
from assessment.views.workshop.accepting import accepted_text, accepting_view, bound_names

_SHOWN, _LIST_HEIGHT = 6, 420
BOUNDS = (0.7, ACCEPT_BOUND, 0.9, HIGHEST_BOUND)


def draw(cockpit: Cockpit) -> None:
    """Draw what can be taken at once."""
    key = cockpit.key("accepting")
    session.seed(f"{key}:bound", ACCEPT_BOUND)
    bound = st.segmented_control(
        words.BOUND_LABEL, BOUNDS, required=True, format_func=labels(bound_names(BOUNDS)), key=f"{key}:bound"
    )
    bound = ACCEPT_BOUND if bound is None else bound
    items = session.plumbline().accepting.acceptable(session.actor(), cockpit.assessment_id, bound=bound)
    view = accepting_view(cockpit.framework, items, bound=bound, floor=cockpit.header.anonymity_floor)
    plain(view.finding)
    if items:
        with st.container(height=_LIST_HEIGHT if len(items) > _SHOWN else "content", border=False):
            draw_table(view.table("acceptable"), key)
        for note in view.notes:
            plain(note, "small")
    with st.container(horizontal=True, vertical_alignment="center", gap="small"):
        if items and not cockpit.is_locked:
            st.button(words.take(len(items)), key=f"{key}:take", on_click=partial(_take, cockpit, items, bound))
        if session.save_outcome(key) is not None:
            saved_sign(key)


def _take(cockpit: Cockpit, items: tuple[Acceptable, ...], bound: float) -> None:
    """Callback: take the values of the list, each as it was shown."""
    key = cockpit.key("accepting")
    said: list[str] = []
    with session.saving(key):
        accepted = session.plumbline().accepting.accept(session.actor(), cockpit.assessment_id, items, bound=bound)
        said.append(accepted_text(cockpit.framework, accepted))
    if said:
        with session.saving(key, said[0]):
            pass
