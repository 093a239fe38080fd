"""How far the plan is: the answer, the waves, what is late or blocked, what is done; and what leaves the house."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.charts.progress import progress
from assessment.ui import navigation, session
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_listing, figure, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.board.place import Place
from assessment.views.board.calendar import calendar_view
from assessment.views.wording.files import file_stem
from assessment.views.wording.pages import board as words

_MIME = "text/calendar"


def draw_progress(place: Place) -> None:
    """Draw the page for a sponsor, and the ways to take it along."""
    view = place.view
    facts(view.facts)
    figure(progress(view, screen_theme()), view.table("progress-waves"), "board:progress")
    for table_id in ("attention", "next", "done"):
        table = view.table(table_id)
        section_head(table.title, table.measure)
        draw_listing(table, f"board:{table_id}")
    for note in view.notes:
        plain(note, "small")
    _draw_files(place)


def _draw_files(place: Place) -> None:
    header = place.computed.assessment.header
    if calendar_view(place.computed, place.day).entries:
        st.download_button(
            words.CALENDAR,
            data=partial(session.plumbline().running.calendar, session.actor(), place.assessment_id, place.day),
            file_name=f"plumbline-{file_stem(header)}.ics",
            mime=_MIME,
            key=session.of_assessment("board:calendar"),
            on_click="ignore",
            icon=":material/calendar_month:",
        )
        plain(words.CALENDAR_LINE, "small")
    else:
        plain(words.NO_CALENDAR, "small")
    navigation.link_to(navigation.REPORT, escaped(words.ON_PAPER))
    navigation.link_to(navigation.REPORT, escaped(words.AS_A_SHEET))
