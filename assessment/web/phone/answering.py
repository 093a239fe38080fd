"""What the pages of a phone have in common."""

from __future__ import annotations

import hashlib
import time

import structlog
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from assessment.errors import (
    AssessmentError,
    CodeRefused,
    InvalidInput,
    NoPlace,
    NotAvailable,
    PutOut,
    RoomClosed,
    TooManyCodes,
)
from assessment.services.door import DoorService
from assessment.services.plumbline import current
from assessment.views.wording.workshop import phone as words
from assessment.web.cookies import places_of
from assessment.web.forms import Form, read_fields
from assessment.web.phone.files import files
from assessment.web.rendering import templates

ROOM = "/room"
SURVEY = "/survey"
LARGEST_VOTE_BYTES = 128 * 1024
"""A comment of 4,000 letters of any script, each of them written as twelve."""
UNAVAILABLE = 503
_STATUS: tuple[tuple[type[AssessmentError], int], ...] = (
    (CodeRefused, 404),
    (TooManyCodes, 429),
    (NoPlace, 403),
    (PutOut, 403),
    (RoomClosed, 409),
    (InvalidInput, 400),
    (NotAvailable, 404),
)
_MARK_LENGTH = 16
_log = structlog.get_logger(__name__)


def door() -> DoorService:
    """What phones may ask, of the open database."""
    return current().door


def status_of(error: AssessmentError) -> int:
    """The status of an answer that shows an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), UNAVAILABLE)


def told(error: AssessmentError, unavailable: str = words.UNAVAILABLE_PLAIN) -> str:
    """What a phone is told of an error; what is wrong with a database is for the log alone."""
    if status_of(error) == UNAVAILABLE:
        _log.error("a phone could not be answered", reason=str(error))
        return unavailable
    return str(error)


def phone_page(template: str, trouble: AssessmentError | None = None, **values: object) -> Response:
    """A page of a phone; `trouble` is said at its head."""
    text = None if trouble is None else told(trouble)
    status = 200 if trouble is None else status_of(trouble)
    content = templates().get_template(f"phone/{template}").render(words=words, files=files(), trouble=text, **values)
    answer = HTMLResponse(content, status)
    if isinstance(trouble, TooManyCodes):
        answer.headers["Retry-After"] = str(trouble.seconds)
    return answer


def trouble_page(error: AssessmentError, back: str = "/join", back_text: str = words.JOIN) -> Response:
    """A page that says what went wrong, and where to go on."""
    return phone_page("message.html", error, title=words.TROUBLE, note="", back=back, back_text=back_text)


def token_of(request: Request) -> str:
    """The token of who has the phone in hand. NoPlace where it holds none."""
    held = places_of(request)
    if not held:
        raise NoPlace
    return held[0]


def mark_of(token: str) -> str:
    """What tells one person's page on a phone from another's, and says nothing of the token."""
    return hashlib.sha256(f"plumbline.phone\n{token}".encode()).hexdigest()[:_MARK_LENGTH]


def together(request: Request) -> tuple[str, ...]:
    """The tokens of the phone that are places in the same room as the first, that one included, in turn."""
    held = places_of(request)
    rooms = [_room_of(token) for token in held]
    return tuple(token for token, room in zip(held, rooms, strict=True) if room and room == rooms[0])


def held_in(request: Request, room_id: str) -> str | None:
    """The token that the phone holds for a room; None without one."""
    return next((token for token in places_of(request) if _room_of(token) == room_id), None)


async def sent_fields(request: Request, largest: int) -> Form:
    """What a page of ours sent. InvalidInput for what is larger than any of them sends, or of another kind."""
    form = await read_fields(request, largest)
    if form is None:
        raise too_large()
    return form


def too_large() -> InvalidInput:
    """What was sent is larger than anything our pages send, or cannot be read."""
    return InvalidInput(words.TOO_MUCH_FIELD, words.TOO_MUCH, words.TOO_MUCH_NEXT)


def next_sequence(kept: int) -> int:
    """The sequence of an answer that a form sends: above the highest that is kept, by the clock of this server."""
    return max(int(time.time() * 1000), kept + 1)


def _room_of(token: str) -> str | None:
    try:
        return door().beat(token).room_id
    except (NoPlace, PutOut):
        return None
