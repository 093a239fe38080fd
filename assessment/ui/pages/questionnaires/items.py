"""The questions of a process: one anchored item an attribute with its six statements, and the activities."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import Attribute, Origin, Process
from assessment.domain.authored.framework import Framework, Item, ItemKind
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import counted
from assessment.ui.pages.questionnaires.browser import Browser
from assessment.ui.pages.questionnaires.markup import answers, labelled, listed, paragraphs


def draw_questions(browser: Browser, process: Process) -> None:
    """Draw every question, attribute by attribute, each folded to its words."""
    for attribute in browser.framework.attributes:
        items = [
            item
            for item in browser.framework.item_by_id.values()
            if item.process_id == process.id and item.attribute_id == attribute.id
        ]
        with st.container(gap="xsmall", key=f"{browser.key}-attribute-{attribute.id}"):
            _draw_attribute(browser, attribute, items)


def _draw_attribute(browser: Browser, attribute: Attribute, items: list[Item]) -> None:
    framework = browser.framework
    with st.container(gap=None):
        st.subheader(escaped(attribute.name), anchor=False)
        level = framework.levels[attribute.level]
        plain(f"{attribute.meaning} Needed for level {level.level}, {level.name}.", "small")
    activities = [item for item in items if item.kind is ItemKind.ACTIVITY]
    for item in items:
        if item.kind is ItemKind.ANCHORED:
            _draw_item(browser, item, escaped(item.question))
    if activities:
        plain(
            f"At full depth {counted(len(activities), 'named activity is', 'named activities are')} "
            "asked for today's state, on the shared scale:",
            "small",
        )
    for item in activities:
        _draw_item(browser, item, f"**{escaped(item.name)}.** {escaped(item.question)}")


def _draw_item(browser: Browser, item: Item, label: str) -> None:
    with st.container(key=browser.item_key(item.id)), st.expander(label, expanded=item.id == browser.item_id):
        framework = browser.framework
        if item.kind is ItemKind.ANCHORED:
            st.markdown(answers("The answers", zip(framework.scale, item.statements, strict=True)))
        st.markdown(
            paragraphs(
                labelled("What good looks like", item.good),
                listed("Ask to see", item.ask_for),
                labelled("Easily fooled by", item.pitfall) if item.pitfall else "",
            )
        )
        if item.kind is ItemKind.ACTIVITY:
            plain(source_line(framework, item), "small")


def source_line(framework: Framework, item: Item) -> str:
    """Where an activity comes from, what else asks about the same work, and whether it counts."""
    parts = ["Extension: not from the paper." if item.origin is Origin.EXTENSION else f"Paper, line {item.line}."]
    for item_id in item.overlaps:
        other = framework.item_by_id[item_id]
        parts.append(f"Touches '{other.name}' of {framework.process_by_id[other.process_id].name}.")
    if item.weight == 0:
        parts.append("Asked and shown, but it counts in no level.")
    elif item.weight != 1:
        parts.append(f"Counts {item.weight:g} times.")
    return " ".join(parts)
