"""What a process hands to others and receives from them, and how one sees that it works."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.frameworks.browser import Browser
from assessment.ui.pages.frameworks.markup import labelled, paragraphs
from assessment.views.frameworks.linkages import LinkageSection, LinkageText, linkages_view


def draw_linkages(browser: Browser, process_id: str) -> None:
    """Draw outgoing, incoming and universal linkages."""
    view = linkages_view(browser.framework, process_id)
    for section in view.sections:
        _draw_section(browser, section)
    if view.universal:
        st.subheader(view.universal_title, anchor=False)
        st.markdown(paragraphs(*map(labelled, view.universal)))


def _draw_section(browser: Browser, section: LinkageSection) -> None:
    st.subheader(section.title, anchor=False)
    if not section.linkages:
        plain(section.empty, "quiet")
    with st.container(gap="xsmall", key=f"{browser.key}-{section.id}"):
        for linkage in section.linkages:
            _draw_linkage(linkage)


def _draw_linkage(linkage: LinkageText) -> None:
    with st.expander(f"**{escaped(linkage.other_name)}.** {escaped(linkage.flow)}"):
        st.markdown(paragraphs(*map(labelled, linkage.facts)))
        plain("\n".join(linkage.remarks), "small")
