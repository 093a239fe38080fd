"""What was said of a question, and what was seen: kept with the person who said it."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import NoteKind
from assessment.domain.authored.framework import Item
from assessment.domain.workshop.sealing import is_anonymous_id
from assessment.services.answering import StoredNote
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import plain
from assessment.ui.pages.questionnaire.evidence import draw_evidence
from assessment.ui.pages.questionnaire.notes import draw_notes
from assessment.ui.pages.questionnaire.place import Place
from assessment.ui.pages.workshop.moving import ROOM_SIGN
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.reasoning import named_people
from assessment.views.names import people_names
from assessment.views.wording.pages import questionnaire_folds as folds
from assessment.views.wording.pages import workshop as words
from assessment.views.wording.people import ANONYMOUS


def draw_saying(cockpit: Cockpit, item: Item) -> None:
    """Draw the fold with whoever said something, their note, their evidence and its files."""
    fold = st.expander(words.SAID, key=cockpit.item_key(item, "said"), on_change="rerun", type="compact")
    if not fold.open:
        return
    with fold:
        _draw_comments(cockpit, item)
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


def _draw_comments(cockpit: Cockpit, item: Item) -> None:
    """What people wrote beside their votes, each with the switch that releases it; the anonymous are not told apart."""
    service, actor = session.plumbline().answering, session.actor()
    notes = [one for one in service.notes(actor, cockpit.assessment_id) if one.note.item_id == item.id]
    comments, names = [one for one in notes if one.note.kind is NoteKind.NOTE], people_names(cockpit.respondents)
    if comments:
        plain(words.COMMENTS, "strong")
    for place, one in enumerate(comments):
        is_anonymous = is_anonymous_id(one.note.respondent_id)
        with st.container(gap=None):
            plain(one.note.text)
            plain(ANONYMOUS if is_anonymous else names.get(one.note.respondent_id, ""), "small")
            key = cockpit.item_key(item, f"comment:{place}:{one.version}")
            session.put(key, one.note.is_released)
            st.toggle(
                folds.RELEASED,
                key=key,
                help=folds.RELEASE_HINT,
                on_change=_release,
                args=(cockpit, one),
                disabled=cockpit.is_locked,
            )


def _release(cockpit: Cockpit, one: StoredNote) -> None:
    """Callback: release a comment as it stands, or hold it back."""
    with session.saving(cockpit.key(ROOM_SIGN)):
        session.plumbline().answering.release(
            session.actor(), cockpit.assessment_id, (one,), is_released=not one.note.is_released
        )


def _draw_notes_of(cockpit: Cockpit, item: Item, respondent_id: str) -> None:
    respondent = cockpit.assessment.respondent_by_id[respondent_id]
    place = Place.read(cockpit.assessment, cockpit.framework, respondent)
    entry = session.plumbline().answering.question(session.actor(), cockpit.assessment_id, respondent_id, item.id)
    draw_notes(place, entry)
    draw_evidence(place, entry)
