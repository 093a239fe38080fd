"""The bar at the bottom: what changes by itself at the left, the steps of the room at the right, one of them marked."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

import streamlit as st

from assessment.ui.components.text import escaped
from assessment.ui.pages.workshop.moving import ask, pause
from assessment.ui.pages.workshop.place import Cockpit
from assessment.views.wording.pages import workshop as words


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One step: its label, the key it is pressed by, and the callback."""

    id: str
    label: str
    act: Callable[[], None]
    shortcut: str | None = None
    is_disabled: bool = False


MAIN_KEY = "Alt+N"


def go_on(cockpit: Cockpit, next_id: str | None) -> Step:
    """The step behind a question that is done with: the next of its process, else the choice of what is next."""
    if next_id is None:
        return Step(id="lobby", label=words.CHOOSE_PROCESS, act=partial(pause, cockpit))
    return Step(id="next", label=words.NEXT, act=partial(ask, cockpit, next_id))


def draw_bar(cockpit: Cockpit, draw_left: Callable[[], None], steps: Sequence[Step]) -> None:
    """Draw the bar; the last step is the marked one, which stands at the right."""
    with (
        st.bottom,
        st.container(
            horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="progress-bar"
        ),
    ):
        with st.container(gap=None, width="content"):
            draw_left()
        with st.container(horizontal=True, gap="small", width="content", key="room-steps"):
            for step in steps:
                is_main = step is steps[-1]
                st.button(
                    escaped(step.label),
                    key=cockpit.key(f"step:{step.id}"),
                    type="primary" if is_main else "secondary",
                    shortcut=MAIN_KEY if is_main else step.shortcut,
                    on_click=step.act,
                    disabled=step.is_disabled or cockpit.is_locked,
                )
