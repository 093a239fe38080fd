"""The figures of units that have none yet: made a few at a time, so that the reader sees how far it is."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.text import plain
from assessment.views.wording.pages import portfolio as words

AT_ONCE = 2


def make_figures(organisation_id: str) -> None:
    """Make what is missing. Whoever leaves meanwhile loses nothing: what is made is kept."""
    portfolio, actor = session.plumbline().portfolio, session.actor()
    pending = portfolio.prepare(actor, organisation_id, 0)
    if not pending.left_count:
        return
    place = st.empty()
    with place.container():
        plain(words.MAKING, "small")
        bar = st.progress(0.0, text=words.making(pending.count - pending.left_count, pending.count))
        before = pending.left_count + 1
        while 0 < pending.left_count < before:  # one that cannot be made is not tried for ever
            before = pending.left_count
            pending = portfolio.prepare(actor, organisation_id, AT_ONCE)
            done = pending.count - pending.left_count
            bar.progress(done / pending.count, text=words.making(done, pending.count))
    place.empty()
