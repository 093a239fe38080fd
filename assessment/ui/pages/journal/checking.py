"""Whether the journal is whole: verified at a click, with the hash of the newest entry."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.figure import draw_table, wide
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain, trouble
from assessment.views.journal.checks import checks_view
from assessment.views.wording.pages import journal as words


def draw_check(chain_id: str | None) -> None:
    """Draw the button and, once it was clicked, what was found."""
    section_head(words.VERIFY_TITLE, words.VERIFY_LEAD)
    if not st.button(words.VERIFY, key=session.of_assessment(f"journal:verify:{chain_id}")):
        return
    journal, actor = session.plumbline().journal, session.actor()
    checks = journal.verify_all(actor) if chain_id is None else (journal.verify(actor, chain_id),)
    view = checks_view(checks)
    if any(check.broken_at is not None for check in checks):
        trouble(view.finding)
    else:
        plain(view.finding, "strong")
    with wide("journal-chains"):
        draw_table(view.table("chains"), "journal-chains")
    for note in view.notes:
        plain(note, "small")
