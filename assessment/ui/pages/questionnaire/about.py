"""What the process is and how to talk about it, folded: for newcomers, and for the facilitator."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.authored.content import Guide, Origin, Process
from assessment.domain.authored.framework import Depth
from assessment.reporting.wording import CHOOSING
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import EXTENSION_MARK
from assessment.ui.pages.questionnaire.place import Place


@st.fragment
def draw_about(place: Place, process_id: str) -> None:
    """Draw the button; the text is made when it is opened."""
    fold = st.popover("About and guide", key=f"questionnaire:about:{process_id}", width="stretch", on_change="rerun")
    if fold.open:
        process = place.framework.process_by_id[process_id]
        with fold:
            if process.guide is None:
                _draw(place, process)
                return
            what, how = st.tabs(("About the process", "Facilitator's guide"))
            with what:
                _draw(place, process)
            with how:
                _draw_guide(process.guide, place.header.depth)


def _draw(place: Place, process: Process) -> None:
    plain(process.purpose)
    plain(process.why, "quiet")
    mistaken = [_mistaken(place, entry.process_id, entry.difference) for entry in process.confused_with]
    _draw_labelled("Starts", [process.starts])
    _draw_labelled("Ends", [process.ends])
    _draw_labelled("In the room", [", ".join(process.in_the_room)])
    _draw_labelled("Often confused with", mistaken)
    if process.origin is Origin.EXTENSION:
        plain(f"An extension: {EXTENSION_MARK}.", "small")


def _draw_guide(guide: Guide, depth: Depth) -> None:
    minutes = guide.minutes_quick if depth is Depth.QUICK else guide.minutes_full
    _draw_labelled("How to open", [guide.opening])
    _draw_labelled("Time", [f"About {minutes} minutes"])
    _draw_labelled("Ask", guide.probes)
    _draw_labelled("What goes wrong in the room", guide.traps)
    plain(CHOOSING, "small")


def _draw_labelled(label: str, texts: Sequence[str]) -> None:
    if not any(texts):
        return
    with st.container(gap=None):
        plain(label, "strong")
        if len(texts) == 1:
            plain(texts[0])
        else:
            st.markdown("\n".join(f"- {escaped(text)}" for text in texts))


def _mistaken(place: Place, other_id: str, difference: str) -> str:
    return f"{place.framework.process_by_id[other_id].name}: {difference}"
