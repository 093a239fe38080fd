"""The value that the room agrees on: one touch takes a statement; what is said of it is folded until it is needed."""

from __future__ import annotations

import streamlit as st

from assessment.ui import session
from assessment.ui.components.saved import draw_outdated
from assessment.ui.components.text import escaped
from assessment.ui.components.writing import draw_sign
from assessment.ui.pages.workshop.form import Form
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.reasoning import draw_more, draw_reason
from assessment.ui.pages.workshop.spread import draw_statement
from assessment.ui.pages.workshop.taking import keep, keep_theirs, take
from assessment.views.conflicts import Teller
from assessment.views.wording.pages import questionnaire_folds as folds
from assessment.views.wording.pages import workshop as words
from assessment.views.wording.workshop import cockpit as said
from assessment.views.workshop.cockpit import AskedView, Choice
from assessment.views.workshop.reveal import Spread


def draw_choices(cockpit: Cockpit, view: AskedView, form: Form, spread: Spread | None) -> None:
    """Draw what the room can agree on, a row each: the button that takes it, the statement, its votes."""
    with st.container(key=f"room-choices-{form.horizon}", gap="xsmall"):
        for choice in view.choices:
            taking, statement = st.columns([3, 7], gap="small", vertical_alignment="center")
            with taking:
                _draw_button(cockpit, form, choice)
            with statement:
                if choice.letter:
                    draw_statement(choice, spread)


def _draw_button(cockpit: Cockpit, form: Form, choice: Choice) -> None:
    is_taken, is_proposed = choice.id == form.chosen, choice.id == form.proposed
    st.button(
        escaped(said.proposed_choice(choice.label) if is_proposed and not is_taken else choice.label),
        key=f"{form.key}:take:{choice.id}",
        icon=":material/check_circle:" if is_taken else ":material/arrow_forward:" if is_proposed else None,
        width="stretch",
        wrap=True,
        on_click=take,
        args=(cockpit, form, choice.id),
        disabled=cockpit.is_locked,
    )


def draw_taken(cockpit: Cockpit, form: Form) -> None:
    """Draw what is kept, the reason where one is asked, and the rest folded."""
    _draw_kept(cockpit, form)
    if form.needs_reason:
        draw_reason(cockpit, form)
    fold = st.expander(words.MORE, key=f"{form.key}:more", on_change="rerun", type="compact")
    if fold.open:
        with fold:
            draw_more(cockpit, form)


def _draw_kept(cockpit: Cockpit, form: Form) -> None:
    """The saved sign, or both values where somebody else agreed on another one meanwhile."""
    yours = None if form.lacks_reason else form.value()
    if session.drawn_version(form.key) != form.version and yours == form.stored:
        session.rebind(form.key, form.version)
    if session.drawn_version(form.key) == form.version:
        is_stored = form.stored is not None and not form.lacks_reason
        draw_sign(
            form.key,
            is_stored=is_stored,
            said="" if is_stored else folds.REASON_ASKED if form.lacks_reason else words.NOT_SAVED_YET,
        )
        return
    is_sent = session.has_trouble(form.key)
    teller = Teller(framework=cockpit.framework, respondents=cockpit.respondents)
    theirs, mine = teller.both(form.stored, yours if is_sent else None)
    draw_outdated(
        form.key,
        theirs,
        mine if is_sent else None,
        keep_theirs=lambda: keep_theirs(form),
        save_mine=lambda: keep(cockpit, form, form.version),
    )
