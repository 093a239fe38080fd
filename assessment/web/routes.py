"""Routes on the app's own port, and which of them are open to strangers."""

from __future__ import annotations

import structlog
from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import current

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


OPEN_ROUTES: tuple[BaseRoute, ...] = (Route("/health", health),)
"""Open to whoever is not signed in."""
ROUTES: tuple[BaseRoute, ...] = (*OPEN_ROUTES,)
