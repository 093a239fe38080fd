"""Who is in the room: everybody's progress without a value, and what is done about one of them."""

from __future__ import annotations

from assessment.domain.answered.asking import asked_attributes, default_attributes
from assessment.domain.workshop.room import Room
from assessment.services.lobby import Lobby, Present
from assessment.services.room_state import RoomState
from assessment.ui import session
from assessment.ui.components.figure import draw_table
from assessment.ui.components.text import plain
from assessment.ui.pages.workshop.counting import draw_live
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.same import draw_doubles, draw_managing
from assessment.views.wording.pages import workshop as words
from assessment.views.workshop.lobby import LobbyView, lobby_view


def draw(cockpit: Cockpit) -> None:
    """Draw everybody, and what can be done about one."""
    if cockpit.room is None or not cockpit.may_lead_people:
        plain(words.NO_ROOM if cockpit.room is None else words.NOT_TOLD, "quiet")
        return
    draw_live(cockpit, cockpit.room, lambda _: draw_table(_view(cockpit).table("people"), "people"))
    lobby = read_lobby(cockpit, cockpit.room)
    draw_doubles(cockpit, lobby)
    draw_managing(cockpit, lobby)


def read_lobby(cockpit: Cockpit, room: Room) -> Lobby:
    """Who is in the room now."""
    return session.plumbline().rooms.lobby(session.actor(), cockpit.assessment_id, room.id)


def people_in(cockpit: Cockpit) -> tuple[Present, ...]:
    """Who is in the room, as far as whoever looks may know."""
    if cockpit.room is None or not cockpit.may_lead_people:
        return ()
    return read_lobby(cockpit, cockpit.room).participants


def draw_present(cockpit: Cockpit, _: RoomState) -> None:
    """For the lobby: who is here, in a few lines."""
    for line in _view(cockpit).lines:
        plain(line, "small")


def draw_progress(cockpit: Cockpit, _: RoomState) -> None:
    """While votes come in: who is in and who is not, and no value."""
    for line in _view(cockpit).progress:
        plain(line, "small")


def _view(cockpit: Cockpit) -> LobbyView:
    people = people_in(cockpit)
    return lobby_view(people, frozenset(one.participant_id for one in people if not _is_asked(cockpit, one)))


def _is_asked(cockpit: Cockpit, one: Present) -> bool:
    """Whether the question that the room is at is for somebody; who came since the page was drawn counts by role."""
    item, known = cockpit.item, cockpit.assessment.respondent_by_id
    if item is None or one.respondent_id is None or one.role is None:
        return True
    if one.respondent_id in known:
        return item.attribute_id in asked_attributes(
            cockpit.framework, cockpit.assessment, one.respondent_id, item.process_id
        )
    return item.attribute_id in default_attributes(cockpit.framework, one.role)
