"""What the room is at."""

from __future__ import annotations

from assessment.domain.workshop.room import Phase
from assessment.ui import session
from assessment.ui.components.saved import saved_sign
from assessment.ui.pages.workshop.lobby import draw_lobby
from assessment.ui.pages.workshop.moving import ROOM_SIGN
from assessment.ui.pages.workshop.opening import draw_opening
from assessment.ui.pages.workshop.place import Cockpit
from assessment.ui.pages.workshop.revealed import draw_revealed
from assessment.ui.pages.workshop.voting import draw_voting


def draw_now(cockpit: Cockpit) -> None:
    """Draw the one thing that is to be done."""
    if session.save_outcome(cockpit.key(ROOM_SIGN)) is not None:
        saved_sign(cockpit.key(ROOM_SIGN))
    room, item = cockpit.room, cockpit.item
    if room is None:
        draw_opening(cockpit)
    elif item is None:
        draw_lobby(cockpit, room)
    elif room.phase is Phase.VOTING:
        draw_voting(cockpit, room, item)
    else:
        draw_revealed(cockpit, room, item)
