"""The questions of one process, in the order of its attributes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from assessment.domain.authored.framework import Framework
from assessment.reporting.wording import CHOOSING
from assessment.ui import session
from assessment.ui.components.heading import page_head
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.questionnaire.about import draw_about
from assessment.ui.pages.questionnaire.pickers import pick_respondent
from assessment.ui.pages.questionnaire.place import Place, go_to_overview, go_to_process, neighbour
from assessment.ui.pages.questionnaire.progress import draw_bar
from assessment.ui.pages.questionnaire.question import draw_question

KEYS = "Keys: arrows choose an answer, Alt+N next unanswered, Alt+J next process, Alt+K previous process."
_PICKER = "questionnaire:process"


def draw_sheet(place: Place, process_id: str) -> None:
    """Draw the pickers, the questions and the bar."""
    process = place.framework.process_by_id[process_id]
    sheet = session.plumbline().questionnaire.sheet(
        session.actor(), place.assessment_id, place.respondent.id, process_id
    )
    page_head(escaped(process.name), place.header)
    asked = _asked_ids(place, process_id)
    _draw_pickers(place, process_id, asked)
    if not sheet.entries:
        plain(
            "Nothing of this process is asked of this person. "
            "Choose another process, or change who is asked what in Set-up."
        )
    with st.container(key="sheet"):
        counts = Counter(entry.item.attribute_id for entry in sheet.entries)
        attribute_id = ""
        for number, entry in enumerate(sheet.entries, start=1):
            if entry.item.attribute_id != attribute_id:
                attribute_id = entry.item.attribute_id
                if counts[attribute_id] > 1:  # a question alone carries the attribute's name itself
                    _draw_attribute(place.framework, attribute_id)
            draw_question(place, number, entry)
    _draw_way_on(place, process_id, asked)
    plain(f"{CHOOSING}\n{KEYS}", "small")
    draw_bar(place, process_id)


def _asked_ids(place: Place, process_id: str) -> tuple[str, ...]:
    """The processes this person is asked anything of, in the model's order, with the one that is open."""
    progress = session.plumbline().questionnaire.progress(session.actor(), place.assessment_id, place.respondent.id)
    asked = {entry.process_id for entry in progress.processes} | {process_id}
    return tuple(known for known in place.scope if known in asked)


def _draw_pickers(place: Place, process_id: str, known_ids: Sequence[str]) -> None:
    names = {known: place.framework.process_by_id[known].name for known in known_ids}
    session.put(_PICKER, process_id)
    who, which, ways = st.columns(3, vertical_alignment="bottom")
    with who:
        pick_respondent(place)
    which.selectbox(
        "Process",
        tuple(names),
        format_func=names.__getitem__,
        key=_PICKER,
        on_change=lambda: go_to_process(session.value(_PICKER)),
    )
    with ways, st.container(horizontal=True, wrap=False, gap="small", key="sheet-ways"):
        draw_about(place, process_id)
        st.button(
            "All processes",
            key="questionnaire:overview",
            on_click=go_to_overview,
            icon=":material/list:",
            width="stretch",
        )


def _draw_attribute(framework: Framework, attribute_id: str) -> None:
    attribute = framework.attribute_by_id[attribute_id]
    with st.container(key=f"attribute-{attribute_id}", gap=None):
        st.subheader(escaped(attribute.name), anchor=False)
        plain(attribute.meaning, "small")


def _draw_way_on(place: Place, process_id: str, known_ids: Sequence[str]) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", key="way-on"):
        for distance, word, icon, shortcut in (
            (-1, "Previous", "arrow_back", "Alt+K"),
            (1, "Next", "arrow_forward", "Alt+J"),
        ):
            other = neighbour(known_ids, process_id, distance)
            if other is not None:
                st.button(
                    escaped(f"{word}: {place.framework.process_by_id[other].name}"),
                    key=f"questionnaire:go:{distance}",
                    icon=f":material/{icon}:",
                    icon_position="left" if distance < 0 else "right",
                    on_click=go_to_process,
                    args=(other,),
                    shortcut=shortcut,
                )
