"""Every process by group, with the one sentence that says why it matters."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.frameworks.browser import Browser
from assessment.views.frameworks.overview import overview_view
from assessment.views.model import Row, Table

_NAME_WIDTH = 260


def draw_overview(browser: Browser) -> None:
    """Draw the groups in the model's order."""
    for table in overview_view(browser.framework).tables:
        with st.container(gap=None, key=f"{browser.key}-{table.id}"):
            _draw_group(browser, table)


def _draw_group(browser: Browser, table: Table) -> None:
    head = f"{browser.key}-head-{table.id}"
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key=head):
        st.header(escaped(table.title), anchor=False, width="content")
        plain(table.measure, "small", width="content")
    for row in table.rows:
        _draw_row(browser, row)


def _draw_row(browser: Browser, row: Row) -> None:
    name, why, mark = row.cells
    with st.container(horizontal=True, vertical_alignment="center", gap=None):
        with st.container(width=_NAME_WIDTH):
            st.button(
                escaped(name.text),
                type="tertiary",
                key=f"{browser.key}:open:{row.id}",
                on_click=browser.open_process,
                args=(row.id,),
            )
        marked = f" :small[:gray[{escaped(mark.text)}]]" if mark.text else ""
        st.markdown(f":small[{escaped(why.text)}]{marked}", width="content")
