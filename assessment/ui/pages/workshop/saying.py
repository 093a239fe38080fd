"""What was said of a question, and what was seen: kept with the person who said it."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.framework import Item
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import plain
from assessment.ui.pages.questionnaire.evidence import draw_evidence
from assessment.ui.pages.questionnaire.notes import draw_notes
from assessment.ui.pages.questionnaire.place import Place
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.reasoning import named_people
from assessment.views.wording.pages import workshop as words


def draw_saying(cockpit: Cockpit, item: Item) -> None:
    """Draw the fold with whoever said something, their note, their evidence and its files."""
    fold = st.expander(words.SAID, key=cockpit.item_key(item, "said"), on_change="rerun", type="compact")
    if not fold.open:
        return
    with fold:
        named = named_people(cockpit)
        if not named:
            plain(words.NOBODY_NAMED, "quiet")
            return
        key = cockpit.item_key(item, "said-by")
        respondent_id = st.selectbox(
            words.SAID_BY,
            tuple(named),
            index=None,
            format_func=labels(named),
            key=key,
            placeholder=words.CHOOSE_PERSON,
        )
        plain(words.SAID_LEAD, "small")
        if respondent_id is not None:
            _draw_notes_of(cockpit, item, respondent_id)


def _draw_notes_of(cockpit: Cockpit, item: Item, respondent_id: str) -> None:
    respondent = cockpit.assessment.respondent_by_id[respondent_id]
    place = Place.read(cockpit.assessment, cockpit.framework, respondent)
    entry = session.plumbline().answering.question(session.actor(), cockpit.assessment_id, respondent_id, item.id)
    draw_notes(place, entry)
    draw_evidence(place, entry)
