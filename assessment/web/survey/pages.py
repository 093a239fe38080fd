"""The pages of a survey but for its questions."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from assessment.errors import AssessmentError
from assessment.services.plumbline import current
from assessment.views.workshop.survey_page import SurveyView, survey_view
from assessment.web.phone.answering import together, token_of
from assessment.web.survey.place import survey_page, trouble_page


async def overview(request: Request) -> Response:
    """What is kept and who sees it, first; then every process with how far one is."""
    return await _page(request, "overview.html")


async def left(request: Request) -> Response:
    """The questions without an answer."""
    return await _page(request, "left.html")


async def done(request: Request) -> Response:
    """The end, from which one still gets back."""
    return await _page(request, "done.html")


async def _page(request: Request, template: str) -> Response:
    try:
        view = await run_in_threadpool(_view, token_of(request))
        people = len(await run_in_threadpool(together, request))
    except AssessmentError as error:
        return trouble_page(error)
    return survey_page(template, view=view, people=people)


def _view(token: str) -> SurveyView:
    return survey_view(current().survey_sheets.sheet(token))
