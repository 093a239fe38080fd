"""The steps of the set-up above its tabs: needed, optional, done, and the way on."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.ui import navigation, session
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.set_up_steps import SetUpStep, set_up_steps
from assessment.views.wording.pages.set_up import steps as words

SECTION = "section"
_HARD_SPACE = "\u00a0"


def draw_steps(frame: Frame) -> None:
    """Draw the two kinds of steps, a line each, and one button: to what is still needed, or to the questions."""
    view = set_up_steps(frame.framework, frame.assessment)
    with st.container(horizontal=True, vertical_alignment="center", gap="medium", key="set-up-steps"):
        with st.container(gap=None, width="stretch"):
            _draw_line(words.NEEDED_TITLE, [step for step in view.steps if step.is_needed])
            _draw_line(words.OPTIONAL_TITLE, [step for step in view.steps if not step.is_needed])
            plain(view.finding, "small")
        if view.next_needed is not None:
            name = view.next_needed.name
            st.button(words.go_to_step(name), key=frame.key("steps:next"), type="primary", on_click=_open, args=(name,))
        elif st.button(words.TO_QUESTIONNAIRE, key=frame.key("steps:ask"), type="primary"):
            navigation.go_to(navigation.QUESTIONNAIRE)


def _draw_line(title: str, steps: Sequence[SetUpStep]) -> None:
    """Each step an element of its own, so that a line breaks between steps and never inside one."""
    with st.container(horizontal=True, gap="small"):
        st.markdown(f":small[**{escaped(title)}**]", width="content")
        for step in steps:
            st.markdown(f":small[{_step(step)}]", width="content")


def _step(step: SetUpStep) -> str:
    name, told = escaped(words.numbered(step.number, step.name)), escaped(step.told)
    icon = "check_circle" if step.is_done else "radio_button_unchecked"
    colour = "green" if step.is_done else "gray"
    return f":{colour}[:material/{icon}:]{_HARD_SPACE}{name}{_HARD_SPACE}:gray[{told}]".replace(" ", _HARD_SPACE)


def _open(name: str) -> None:
    """Callback: open the tab of a step."""
    session.put(SECTION, name)
