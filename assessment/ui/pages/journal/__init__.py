"""Journal: who changed what and when, in this assessment or, for administrators, in everything.

filters.py    whose journal, and which entries of it
checking.py   whether it is whole
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.domain.journal import JournalFilter, JournalPage
from assessment.services.authority import Actor
from assessment.services.csv_file import table_csv
from assessment.services.journal import ENTRIES_IN_A_FILE, ENTRIES_ON_A_PAGE
from assessment.ui import session
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.figure import draw_listing, load_style
from assessment.ui.components.heading import page_head
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.journal.checking import draw_check
from assessment.ui.pages.journal.filters import chosen_chain, chosen_filter, may_see_everything
from assessment.views.journal.view import journal_view
from assessment.views.model import View
from assessment.views.wording.files import file_stem
from assessment.views.wording.pages import journal as words


@guarded
def show() -> None:
    """Draw the page."""
    load_style()
    assessment_id = session.assessment_id()
    header = None
    if assessment_id is not None:
        header = session.plumbline().assessments.header(session.actor(), assessment_id)
        session.keep_in_url(session.ASSESSMENT, assessment_id)
    page_head(words.TITLE, header)
    sees_everything = may_see_everything()
    if assessment_id is None and not sees_everything:
        no_assessment_open()
        return
    chain_id = chosen_chain(assessment_id, sees_everything=sees_everything)
    wanted = chosen_filter(chain_id, _read(session.actor(), chain_id, JournalFilter(), limit=0))
    _draw_entries(chain_id, wanted, header)
    draw_check(chain_id)


def _draw_entries(chain_id: str | None, wanted: JournalFilter, header: AssessmentHeader | None) -> None:
    key = session.of_assessment(f"journal:page:{chain_id}:{wanted}")
    number = int(session.value(key) or 1)
    page = _read(session.actor(), chain_id, wanted, limit=ENTRIES_ON_A_PAGE, skip=(number - 1) * ENTRIES_ON_A_PAGE)
    view = _view(page, chain_id)
    if view.empty:
        plain(view.empty, "quiet")
        return
    with st.container(horizontal=True, horizontal_alignment="distribute", vertical_alignment="center"):
        plain(view.finding, "strong", width="content")
        stem = words.FILE_STEM if header is None or chain_id is None else f"{words.FILE_STEM}-{file_stem(header)}"
        st.download_button(
            words.DOWNLOAD,
            data=partial(_csv, session.actor(), session.clock(), chain_id, wanted),
            file_name=f"{stem}.csv",
            mime="text/csv",
            key=session.of_assessment("journal:csv"),
            on_click="ignore",
            icon=":material/download:",
        )
    draw_listing(view.table("journal"), "journal")
    page_count = -(-page.count // ENTRIES_ON_A_PAGE)
    if page_count > 1:
        st.pagination(page_count, key=key)
    for note in view.notes:
        plain(note, "small")


def _csv(actor: Actor, clock: Callable[[datetime], datetime], chain_id: str | None, wanted: JournalFilter) -> bytes:
    """Every wanted entry, built by the click: outside a run of the page, where nobody knows who reads, and where."""
    page = _read(actor, chain_id, wanted, limit=ENTRIES_IN_A_FILE)
    return table_csv(journal_view(page, clock, is_of_everything=chain_id is None).table("journal"))


def _view(page: JournalPage, chain_id: str | None) -> View:
    return journal_view(page, session.clock(), is_of_everything=chain_id is None)


def _read(actor: Actor, chain_id: str | None, wanted: JournalFilter, *, limit: int, skip: int = 0) -> JournalPage:
    journal = session.plumbline().journal
    if chain_id is None:
        return journal.read_all(actor, wanted, limit=limit, skip=skip)
    return journal.read(actor, chain_id, wanted, limit=limit, skip=skip)
