"""The questions of a process: one anchored question an attribute with its six statements, and the activities."""

from __future__ import annotations

import streamlit as st

from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.frameworks.browser import Browser
from assessment.ui.pages.frameworks.markup import answers, labelled, listed, paragraphs
from assessment.views.frameworks.listing import Listing
from assessment.views.frameworks.questions import QuestionSection, QuestionText, questions_view
from assessment.views.wording.frameworks import ANSWERS


def draw_questions(browser: Browser, process_id: str) -> None:
    """Draw every question, attribute by attribute, each folded to its words."""
    for section in questions_view(browser.framework, process_id).sections:
        with st.container(gap="xsmall", key=f"{browser.key}-attribute-{section.attribute_id}"):
            _draw_section(browser, section)


def _draw_section(browser: Browser, section: QuestionSection) -> None:
    with st.container(gap=None):
        st.subheader(escaped(section.name), anchor=False)
        plain(section.meaning, "small")
    for text in section.anchored:
        _draw_question(browser, text, escaped(text.guidance.question))
    if section.activities_lead:
        plain(section.activities_lead, "small")
    for text in section.activities:
        name, question = escaped(text.guidance.finding), escaped(text.guidance.question)
        _draw_question(browser, text, f"**{name}.** {question}")


def _draw_question(browser: Browser, text: QuestionText, label: str) -> None:
    guidance = text.guidance
    is_wanted = guidance.id == browser.item_id
    with st.container(key=browser.item_key(guidance.id)), st.expander(label, expanded=is_wanted):
        if text.statements:
            st.markdown(answers(ANSWERS, text.statements))
        ask_for = Listing(label=guidance.ask_label, texts=guidance.ask_for)
        st.markdown(paragraphs(labelled(guidance.good), listed(ask_for)))
        if guidance.pitfall:
            plain(guidance.pitfall)
        if not text.statements:
            plain("\n".join(guidance.notes), "small")
