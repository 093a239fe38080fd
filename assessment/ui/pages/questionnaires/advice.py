"""What to do, step by step: the actions of each attribute from not done to fully done."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import Action, Effort, Process, RatingLetter
from assessment.domain.authored.framework import Framework
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.questionnaires.browser import Browser
from assessment.ui.pages.questionnaires.markup import paragraphs

EFFORTS = {Effort.SMALL: "small, days", Effort.MEDIUM: "medium, weeks", Effort.LARGE: "large, a quarter"}


def draw_actions(browser: Browser, process: Process) -> None:
    """Draw the actions of each attribute, folded."""
    plain(
        "What a good consultant would advise for the next step. Roadmap and report take their advice from here.",
        "quiet",
    )
    framework = browser.framework
    with st.container(gap="xsmall", key=f"{browser.key}-actions"):
        for attribute in framework.attributes:
            is_wanted = browser.item_id == f"{process.id}.{attribute.id}"
            with st.expander(escaped(attribute.name), expanded=is_wanted):
                steps = [_step(framework, action) for action in framework.actions(process.id, attribute.id)]
                st.markdown(paragraphs(*steps))


def _step(framework: Framework, action: Action) -> str:
    letters = tuple(RatingLetter)
    before = framework.scale[letters.index(action.to) - 1].name
    after = framework.scale[letters.index(action.to)].name
    facts = [
        f"Deliverable: {action.deliverable}",
        f"Done when: {action.evidence}",
        f"Who: {action.owner_role}",
        f"Effort: {EFFORTS[action.effort]}",
    ]
    if action.prerequisite:
        facts.append(f"First: {action.prerequisite}")
    head = f":small[:gray[From {escaped(before.lower())} to {escaped(after.lower())}]]  \n**{escaped(action.text)}**"
    return f"{head}\n" + "\n".join(f"- {escaped(fact)}" for fact in facts)
