"""Routes on the app's own port, and which of them are open to strangers."""

from __future__ import annotations

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import current
from assessment.web.pages.answering import COMPANY
from assessment.web.pages.company import CALLBACK, come_back, depart
from assessment.web.pages.files import file
from assessment.web.pages.links import link
from assessment.web.pages.own import password, sign_out
from assessment.web.pages.see import SEE, see, see_style
from assessment.web.pages.signing_in import sign_in
from assessment.web.phone.routes import ROOM_ROUTES
from assessment.web.projector import PROJECTOR_ROUTES
from assessment.web.survey.routes import SURVEY_ROUTES

_log = structlog.get_logger(__name__)


def health(request: Request) -> JSONResponse:
    """200 when the database answers, 503 when it does not; how much is in it, and why it fails, is for no stranger."""
    del request
    try:
        current().assessments.count(LOCAL_ACTOR)
    except AssessmentError as error:
        _log.warning("the database does not answer", reason=str(error))
        return JSONResponse({"status": "unavailable"}, status_code=503)
    return JSONResponse({"status": "ok"})


PHONE_ROUTES: tuple[Route, ...] = (
    Route("/health", health),
    Route(SEE, see),
    Route(f"{SEE}/style.css", see_style),
    Route(f"{SEE}/{{key}}", see),
    *ROOM_ROUTES,
    *SURVEY_ROUTES,
)
"""What phones may ask: open on the app's own port, and all there is on the port for phones."""
OPEN_ROUTES: tuple[BaseRoute, ...] = (
    *PHONE_ROUTES,
    Route("/sign-in", sign_in, methods=["GET", "POST"]),
    Route(COMPANY, depart),
    Route(CALLBACK, come_back),
    Route("/sign-in/files/{name:path}", file),
    Route("/invitation/{token}", link, methods=["GET", "POST"]),
)
"""Open to whoever is not signed in."""
ROUTES: tuple[BaseRoute, ...] = (
    *OPEN_ROUTES,
    Route("/sign-out", sign_out, methods=["POST"]),
    Route("/password", password, methods=["GET", "POST"]),
    *PROJECTOR_ROUTES,
)
