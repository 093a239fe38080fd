"""The questions of one process, in the order of its attributes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

import streamlit as st

from assessment.domain.authored.framework import Framework
from assessment.services.answering import Question
from assessment.ui import session
from assessment.ui.components.answering import attend_keys
from assessment.ui.components.choosing import labels
from assessment.ui.components.heading import page_head
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.questionnaire.about import draw_about
from assessment.ui.pages.questionnaire.chosen import KEYS
from assessment.ui.pages.questionnaire.pickers import draw_in_sight, pick_respondent
from assessment.ui.pages.questionnaire.place import Place, go_to_overview, go_to_process, neighbour, read_progress
from assessment.ui.pages.questionnaire.progress import draw_bar
from assessment.ui.pages.questionnaire.question import draw_question
from assessment.ui.pages.questionnaire.unsaved import draw_unsaved_texts
from assessment.views.names import process_name
from assessment.views.wording.pages import questionnaire as words
from assessment.views.wording.pages.shared import PROCESS_COLUMN
from assessment.views.wording.paper_questionnaire import CHOOSING


def draw_questions(place: Place, process_id: str) -> None:
    """Draw the pickers, the questions and the bar."""
    questions = session.plumbline().answering.questions(
        session.actor(), place.assessment_id, place.respondent.id, process_id
    )
    name, asked = process_name(place.framework, process_id), _asked_ids(place, process_id)
    page_head(name, place.header)
    _draw_pickers(place, process_id, asked)
    attend_keys(KEYS, words.KEYS)
    with st.container(key="answering"):
        draw_in_sight(place, name)
        if not questions:
            plain(words.NOTHING_OF_PROCESS)
        draw_unsaved_texts(place, questions)
        with st.container(key="questions"):
            _draw_by_attribute(place, questions)
        _draw_ways_on(place, process_id, asked)
        plain(CHOOSING, "small")
    draw_bar(place, process_id)


def _asked_ids(place: Place, process_id: str) -> tuple[str, ...]:
    """The processes this person is asked anything of, with the one that is open."""
    asked = {process_id, *(row.id for row in read_progress(place).table("processes").rows)}
    return tuple(known for known in place.scope if known in asked)


def _draw_pickers(place: Place, process_id: str, known_ids: Sequence[str]) -> None:
    names = {known: process_name(place.framework, known) for known in known_ids}
    key = place.key("process")
    session.put(key, process_id)
    who, which, ways = st.columns(3, vertical_alignment="bottom")
    with who:
        pick_respondent(place)
    which.selectbox(
        PROCESS_COLUMN,
        tuple(names),
        format_func=labels(names),
        key=key,
        on_change=lambda: go_to_process(session.value(key)),
    )
    with ways, st.container(horizontal=True, wrap=False, gap="small", key="questions-ways"):
        draw_about(place, process_id)
        st.button(
            words.ALL_PROCESSES,
            key=place.key("overview"),
            on_click=go_to_overview,
            icon=":material/list:",
            width="stretch",
        )


def _draw_by_attribute(place: Place, questions: Sequence[Question]) -> None:
    """Draw the questions; a question alone carries the attribute's name itself."""
    counts = Counter(entry.item.attribute_id for entry in questions)
    attribute_id = ""
    for number, entry in enumerate(questions, start=1):
        if entry.item.attribute_id != attribute_id:
            attribute_id = entry.item.attribute_id
            if counts[attribute_id] > 1:
                _draw_attribute(place.framework, attribute_id)
        draw_question(place, number, entry)


def _draw_attribute(framework: Framework, attribute_id: str) -> None:
    attribute = framework.attribute_by_id[attribute_id]
    with st.container(key=f"attribute-{attribute_id}", gap=None):
        st.header(escaped(attribute.name), anchor=False)
        plain(attribute.meaning, "small")


def _draw_ways_on(place: Place, process_id: str, known_ids: Sequence[str]) -> None:
    with st.container(horizontal=True, horizontal_alignment="distribute", key="way-on"):
        _draw_way(place, neighbour(known_ids, process_id, -1), -1)
        _draw_way(place, neighbour(known_ids, process_id, 1), 1)


def _draw_way(place: Place, other_id: str | None, distance: int) -> None:
    if other_id is None:
        return
    name, is_back = process_name(place.framework, other_id), distance < 0
    st.button(
        escaped(words.previous(name) if is_back else words.next_one(name)),
        key=place.key(f"go:{distance}"),
        icon=":material/arrow_back:" if is_back else ":material/arrow_forward:",
        icon_position="left" if is_back else "right",
        on_click=go_to_process,
        args=(other_id,),
        shortcut="Alt+K" if is_back else "Alt+J",
    )
