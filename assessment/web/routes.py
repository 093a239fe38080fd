"""Routes on the app's own port."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import JSONResponse
from starlette.routing import BaseRoute, Route

from assessment.errors import AssessmentError
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import current


def health(request: Request) -> JSONResponse:
    """200 and the number of assessments when the database answers, 503 and the reason when it does not."""
    del request
    try:
        count = current().assessments.count(LOCAL_ACTOR)
    except AssessmentError as error:
        return JSONResponse({"status": "unavailable", "reason": str(error)}, status_code=503)
    return JSONResponse({"status": "ok", "assessment_count": count})


ROUTES: tuple[BaseRoute, ...] = (Route("/health", health),)
