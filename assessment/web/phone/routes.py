"""The routes of phones. All of them are open: a code, a link or a place is what lets somebody in, not an account."""

from __future__ import annotations

from starlette.routing import Route

from assessment.web.phone.files import file
from assessment.web.phone.joining import code, device_link, link, personal_link
from assessment.web.phone.room import room, state
from assessment.web.phone.sharing import add_person, device, leave, next_person
from assessment.web.phone.voting import vote

ROOM_ROUTES: tuple[Route, ...] = (
    Route("/join", code, methods=["GET", "POST"]),
    Route("/join/files/{name}", file),
    Route("/join/k/{key}", link, methods=["GET", "POST"]),
    Route("/join/p/{key}", personal_link, methods=["GET", "POST"]),
    Route("/join/d/{key}", device_link, methods=["GET", "POST"]),
    Route("/room", room),
    Route("/room/state", state),
    Route("/room/vote", vote, methods=["POST"]),
    Route("/room/next-person", next_person, methods=["POST"]),
    Route("/room/add-person", add_person, methods=["POST"]),
    Route("/room/device", device, methods=["POST"]),
    Route("/room/leave", leave, methods=["POST"]),
)
