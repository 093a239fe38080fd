"""How the votes came out, and the value that the room takes."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.authored.framework import Item
from assessment.domain.workshop.room import Room
from assessment.ui import session
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.agreeing import draw_choices, draw_taken
from assessment.ui.pages.workshop.bar import Step, draw_bar, go_on
from assessment.ui.pages.workshop.choosing import draw_another, draw_by_hand
from assessment.ui.pages.workshop.counting import draw_live
from assessment.ui.pages.workshop.form import Form
from assessment.ui.pages.workshop.forming import forms_of
from assessment.ui.pages.workshop.keys import attend_letters
from assessment.ui.pages.workshop.moving import again, park, pause
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.saying import draw_saying
from assessment.ui.pages.workshop.spread import draw_finding, spreads_of
from assessment.ui.pages.workshop.taking import take_and_go_on
from assessment.ui.pages.workshop.voting import draw_count
from assessment.views.wording.pages import workshop as words
from assessment.views.wording.terms import HORIZON_QUESTIONS
from assessment.views.wording.workshop import cockpit as said
from assessment.views.workshop.cockpit import AskedView, asked_view


def draw_revealed(cockpit: Cockpit, room: Room, item: Item) -> None:
    """Draw the spread with what the room can take of it, and the bar."""
    state = session.plumbline().voting.state(session.actor(), cockpit.assessment_id, room.id)
    view = asked_view(cockpit.framework, cockpit.assessment, item)
    forms = forms_of(cockpit, item, state)
    spreads = spreads_of(cockpit, item, state, {one.horizon: one.stored.answer for one in forms if one.stored})
    plain(said.where(view.process, view.finding, view.place), "quiet")
    for form in forms:
        form.bind()
        if len(forms) > 1:
            plain(HORIZON_QUESTIONS[form.horizon], "strong")
        choices, beside = st.columns([7, 3], gap="large")
        with choices:
            draw_choices(cockpit, view, form, spreads.get(form.horizon))
        with beside:
            draw_finding(spreads.get(form.horizon))
            draw_taken(cockpit, form)
    draw_saying(cockpit, item)
    draw_by_hand(cockpit, item)
    draw_another(cockpit, room)
    attend_letters()
    _draw_bar(cockpit, room, item, view, forms)


def _draw_bar(cockpit: Cockpit, room: Room, item: Item, view: AskedView, forms: tuple[Form, ...]) -> None:
    draw_bar(
        cockpit,
        lambda: draw_live(cockpit, room, draw_count),
        (
            Step(id="pause", label=words.TO_LOBBY, act=partial(pause, cockpit)),
            Step(id="park", label=words.PARK, act=partial(park, cockpit, item), shortcut="Alt+P"),
            Step(id="again", label=words.ASK_AGAIN, act=partial(again, cockpit), shortcut="Alt+V"),
            _main(cockpit, view, forms),
        ),
    )


def _main(cockpit: Cockpit, view: AskedView, forms: tuple[Form, ...]) -> Step:
    """Agree on what is proposed and go on; go on alone where all is agreed, or nothing is proposed."""
    open_forms = [form for form in forms if form.stored is None]
    if open_forms and all(form.proposed is not None for form in open_forms):
        letters = " / ".join(
            view.choice(str(form.proposed)).letter or view.choice(str(form.proposed)).name for form in open_forms
        )
        label = words.agree_and_next(letters) if view.next_id is not None else words.agree_only(letters)
        return Step(id="agree", label=label, act=partial(take_and_go_on, cockpit, forms, view.next_id))
    return go_on(cockpit, view.next_id)
