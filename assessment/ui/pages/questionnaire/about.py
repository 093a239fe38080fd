"""What the process is, folded: for whoever comes to it for the first time."""

from __future__ import annotations

import streamlit as st

from assessment.domain.questionnaire import Origin, Process
from assessment.ui.components.text import plain
from assessment.ui.components.words import EXTENSION_MARK
from assessment.ui.pages.questionnaire.place import Place


@st.fragment
def draw_about(place: Place, process_id: str) -> None:
    """Draw the button; the text is made when it is opened."""
    fold = st.popover("About it", key=f"questionnaire:about:{process_id}", width="stretch", on_change="rerun")
    if fold.open:
        with fold:
            _draw(place, place.framework.process_by_id[process_id])


def _draw(place: Place, process: Process) -> None:
    plain(process.purpose)
    plain(process.why, "quiet")
    mistaken = " ".join(_mistaken(place, entry.process_id, entry.difference) for entry in process.confused_with)
    opening = process.guide.opening if process.guide is not None else ""
    for label, text in (
        ("Starts", process.starts),
        ("Ends", process.ends),
        ("In the room", ", ".join(process.in_the_room)),
        ("Not to be taken for", mistaken),
        ("To open with", opening),
    ):
        if text:
            with st.container(gap=None):
                plain(label, "strong")
                plain(text)
    if process.origin is Origin.EXTENSION:
        plain(f"An extension: {EXTENSION_MARK}.", "small")


def _mistaken(place: Place, other_id: str, difference: str) -> str:
    return f"{place.framework.process_by_id[other_id].name}: {difference}"
