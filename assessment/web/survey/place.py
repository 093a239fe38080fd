"""Whose place a request is about: the token in the browser's cookie, and what is shown without one."""

from __future__ import annotations

import structlog
from starlette.requests import Request
from starlette.responses import Response

from assessment.errors import AssessmentError, FormRefused, InvalidInput, NoPlace, NotAvailable, PutOut, RoomClosed
from assessment.views.wording.pages import signing_in
from assessment.views.wording.workshop import survey_page as words
from assessment.web.rendering import page

COOKIE = "plumbline_place"
_STATUS = (
    (NoPlace, 403),
    (PutOut, 403),
    (NotAvailable, 404),
    (RoomClosed, 410),
    (InvalidInput, 400),
    (FormRefused, 400),
)
_log = structlog.get_logger(__name__)


def token_of(request: Request) -> str:
    """The token of a place; "" without one."""
    return request.cookies.get(COOKIE, "")


def status_of(error: AssessmentError) -> int:
    """The status of an answer that tells an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 503)


def told(error: AssessmentError) -> str:
    """An error in words; what is wrong with a database is for the log alone."""
    if status_of(error) == 503:
        _log.error("a survey could not be answered", reason=str(error))
        return signing_in.UNAVAILABLE
    return str(error)


def trouble(error: AssessmentError) -> Response:
    """A page that says why nothing is shown, and what to do."""
    text = words.NO_PLACE if isinstance(error, NoPlace) else told(error)
    title = words.NO_PLACE_TITLE if isinstance(error, NoPlace) else words.TITLE
    return page("survey/trouble.html", status_of(error), survey=words, title=title, text=text)
