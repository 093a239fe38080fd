"""Commentary: the consultant's own words, place by place, begun from a proposal made of the facts.

field.py     the text of a place: typed, saved as it is typed, in conflict
writing.py   a place as one run drew it
keeping.py   what becomes of the text: saved, begun from the proposal, given back
beside.py    what is proposed, how the text prints, and what to do with both
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.answered.assessment import AssessmentState
from assessment.ui import access, session
from assessment.ui.components.choosing import labels
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.figure import draw_table, load_style
from assessment.ui.components.heading import page_head
from assessment.ui.components.text import care, plain
from assessment.ui.errors import guarded
from assessment.ui.pages.commentary.beside import draw_beside
from assessment.ui.pages.commentary.field import draw_field
from assessment.ui.pages.commentary.writing import Writing
from assessment.views.commentary.view import CommentaryView
from assessment.views.wording.pages import commentary as words
from assessment.views.wording.pages.access import READ_ONLY

PLACE = "place"


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head(words.TITLE)
        no_assessment_open()
        return
    header = session.plumbline().assessments.header(session.actor(), assessment_id)
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    load_style()
    page_head(words.TITLE, header)
    _draw_places(assessment_id)


@st.fragment
@guarded
def _draw_places(assessment_id: str) -> None:
    """Draw the places and the one that is chosen. A fragment: who leaves while a text is being saved, leaves."""
    services, actor = session.plumbline(), session.actor()
    header = services.assessments.header(actor, assessment_id)
    view = services.texts.all(actor, assessment_id)
    plain(view.finding, "strong")
    with st.container(width=560):
        place_id = _chosen(view)
    if place_id is None:
        care(words.PLACE_GONE)
        return
    stored = services.texts.read(actor, assessment_id, place_id)
    framework = services.assessments.framework(actor, assessment_id)
    writing = Writing(
        assessment_id=assessment_id,
        framework=framework,
        stored=stored,
        is_locked=header.state is not AssessmentState.DRAFT,
        is_for_reading=not access.may(Permission.EDIT, assessment_id),
    )
    if writing.is_for_reading:
        plain(READ_ONLY, "small")
        draw_beside(writing)
    else:
        _draw(writing)
    with st.expander(words.ALL_PLACES, key=session.of_assessment("commentary:all")):
        draw_table(view.tables[0].only("place", "state", "begins"), "commentary:places")


def _draw(writing: Writing) -> None:
    view = writing.stored.view
    with st.container(gap="xxsmall"):
        plain(view.finding)
        for note in (view.place.hint, words.LOCKED if writing.is_locked else words.PRIVACY):
            plain(note, "small")
    field_place, beside_place = st.columns(2, gap="large")
    with field_place:
        draw_field(writing)
    with beside_place:
        draw_beside(writing)


def _chosen(view: CommentaryView) -> str | None:
    """The place of the URL, the first without one, None where there is none of that id."""
    names = {one.place.id: one.label for one in view.states}
    key, wanted = session.of_assessment("commentary:place"), session.url_id(PLACE)
    chosen = next(iter(names)) if wanted is None else wanted if wanted in names else None
    session.put(key, chosen)
    return st.selectbox(
        words.PLACE,
        tuple(names),
        index=None if chosen is None else 0,
        placeholder=words.CHOOSE_PLACE,
        format_func=labels(names),
        key=key,
        on_change=lambda: session.keep_in_url(PLACE, session.value(key)),
    )
