"""The workshop: a room and its phones, one question at a time, one agreed value each.

place.py      the assessment, its framework and the room: what every part takes, as draw(cockpit)
now.py        what the room is at: no room, the lobby, a question being voted on, its reveal
opening.py    no room is open: how one is opened, or opened again
lobby.py      who is here, and the first question; joining.py how people join
people.py     who is in the room; same.py two phones of one name, putting out, a new link
choosing.py   which question is asked; spread.py how its votes came out
voting.py     a question and its statements while the votes come in
counting.py   what changes by itself: head count, who is in; drawn anew every second
revealed.py   how the votes came out; agreeing.py takes the value (form.py,
              forming.py, reasoning.py), taking.py keeps it, saying.py has quotes and evidence
moving.py     the steps of the room; bar.py the marked one, at the bottom of the window
planned.py    the agenda with its clock (agenda*.py), and what fits (planner.py)
next_item.py, accepting.py, hands.py    what to talk about next, what is taken at once, votes without phones
presenter.py  the large view with the guide, for whoever stands in front; presenting.py the way into it
noted.py      what is written down: noting.py the field, noted_lists.py and noted_decisions.py the tables
minutes.py    what it all came to
survey.py     people answer in their own time: survey_opening.py, survey_people.py their links, reminders.py letters
keys.py       what the keyboard does
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

import streamlit as st

from assessment.domain.answered.workshop import RoomKind
from assessment.domain.workshop.room import Room
from assessment.ui import session
from assessment.ui.components.empty import no_assessment_open
from assessment.ui.components.heading import page_head
from assessment.ui.errors import guarded
from assessment.ui.pages.workshop import minutes, noted, people, survey
from assessment.ui.pages.workshop.now import draw_now
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.planned import draw_planned
from assessment.ui.pages.workshop.presenter import draw_presenter
from assessment.ui.pages.workshop.presenting import is_presented
from assessment.views.wording.pages import workshop as words

TAB = "tab"
TABS: Mapping[str, Callable[[Cockpit], None]] = {
    words.NOW_TAB: draw_now,
    words.AGENDA_TAB: draw_planned,
    words.PEOPLE_TAB: people.draw,
    words.NOTED_TAB: noted.draw,
    words.SURVEY_TAB: survey.draw,
    words.MINUTES_TAB: minutes.draw,
}


@guarded
def show() -> None:
    """Draw the page."""
    assessment_id = session.assessment_id()
    if assessment_id is None:
        page_head(words.TITLE)
        no_assessment_open()
        return
    cockpit = Cockpit.read(assessment_id, _open_workshop(assessment_id))
    session.keep_in_url(session.ASSESSMENT, assessment_id)
    if is_presented():
        draw_presenter(cockpit)
        return
    page_head(_title(cockpit), cockpit.header)
    places = tuple(zip(st.tabs(tuple(TABS), key=TAB, bind="query-params"), TABS.values(), strict=True))
    place, draw = next((both for both in places if both[0].open), places[0])
    with place:
        guarded(draw)(cockpit)


def _open_workshop(assessment_id: str) -> Room | None:
    """The workshop that is open, the newest where there are several."""
    rooms = session.plumbline().rooms.rooms(session.actor(), assessment_id)
    return next((room for room in rooms if room.kind is RoomKind.WORKSHOP and room.is_open), None)


def _title(cockpit: Cockpit) -> str:
    """What the page answers: the question that the room is at, who is here, or what a workshop is."""
    room, item = cockpit.room, cockpit.item
    if room is None or (session.value(TAB) or session.url_id(TAB)) not in (None, words.NOW_TAB):
        return words.TITLE
    return words.LOBBY_TITLE if item is None else item.question
