"""The pages of a survey but for its questions."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assessment.errors import AssessmentError
from assessment.services.plumbline import current
from assessment.views.wording.workshop import survey_page as words
from assessment.views.workshop.survey_page import SurveyView, survey_view
from assessment.web.rendering import page
from assessment.web.survey.place import COOKIE, token_of, trouble

HOME = "/survey"


async def overview(request: Request) -> Response:
    """What is kept and who sees it, first; then every process with how far one is."""
    return await _page(request, "survey/overview.html")


async def left(request: Request) -> Response:
    """The questions without an answer."""
    return await _page(request, "survey/left.html")


async def done(request: Request) -> Response:
    """The end, from which one still gets back."""
    return await _page(request, "survey/done.html")


async def leave(request: Request) -> Response:
    """Take the place from this device; the answers stay."""
    token = token_of(request)
    try:
        await run_in_threadpool(lambda: current().door.leave(token))
    except AssessmentError as error:
        return trouble(error)
    answer = RedirectResponse(HOME, 303)
    answer.delete_cookie(COOKIE, path="/", httponly=True, samesite="lax")
    return answer


async def _page(request: Request, template: str) -> Response:
    try:
        view = await run_in_threadpool(_view, token_of(request))
    except AssessmentError as error:
        return trouble(error)
    return page(template, survey=words, view=view)


def _view(token: str) -> SurveyView:
    return survey_view(current().survey_sheets.sheet(token))
