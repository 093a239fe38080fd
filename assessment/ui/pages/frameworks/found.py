"""Search results: what was found, the text it was found in, and the way to it."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.empty import empty_state
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.frameworks.browser import Browser
from assessment.ui.pages.frameworks.markup import lines, marked, quiet
from assessment.views.frameworks.search import FoundEntry, search_view


def draw_found(browser: Browser, query: str) -> None:
    """Draw the best results; each name leads to its place."""
    view = search_view(browser.framework, query)
    if view.empty:
        empty_state(view.finding, view.empty)
        return
    plain(view.finding, "quiet")
    for number, entry in enumerate(view.found):
        with st.container(gap=None, key=f"{browser.key}-hit-{number}"):
            _draw_entry(browser, number, entry)


def _draw_entry(browser: Browser, number: int, entry: FoundEntry) -> None:
    st.button(
        escaped(entry.title),
        type="tertiary",
        key=f"{browser.key}:hit:{number}",
        on_click=_open,
        args=(browser, entry),
    )
    st.markdown(lines(quiet(entry.place), marked(entry.pieces)))


def _open(browser: Browser, entry: FoundEntry) -> None:
    """Callback: go to where an entry is shown."""
    if entry.term is not None:
        browser.open_term(entry.term)
    elif entry.process_id is None:
        browser.open_topic(entry.topic)
    else:
        browser.open_process(entry.process_id, entry.part, entry.item_id)
