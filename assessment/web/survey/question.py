"""One question of a survey. Its form answers without a script; with one every choice is sent as it is made."""

from __future__ import annotations

from asyncio import wrap_future

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assessment.errors import AssessmentError, NotAvailable
from assessment.services.door import Cast
from assessment.services.plumbline import current
from assessment.services.survey_sheets import SURVEY_ROUND
from assessment.views.wording.workshop import survey_page as words
from assessment.views.workshop.survey_page import Asking, SurveyQuestion, question_view
from assessment.web.forms import Form
from assessment.web.phone.answering import (
    LARGEST_VOTE_BYTES,
    SURVEY,
    door,
    next_sequence,
    sent_fields,
    status_of,
    token_of,
    told,
)
from assessment.web.survey.place import survey_page, trouble_page

ENDS = {"left": f"{SURVEY}/left", "done": f"{SURVEY}/done", "list": SURVEY}


async def question(request: Request) -> Response:
    """The page of a question, and what its form sends."""
    item_id = request.path_params["item_id"]
    try:
        token = token_of(request)
        if request.method == "POST":
            return await _answered(request, token, item_id)
        return _page(await run_in_threadpool(_view, token, item_id))
    except AssessmentError as error:
        return trouble_page(error)


async def _answered(request: Request, token: str, item_id: str) -> Response:
    view = await run_in_threadpool(_view, token, item_id)
    try:
        sent = await sent_fields(request, LARGEST_VOTE_BYTES)
        for cast in _casts(view, sent):
            await wrap_future(door().voting(token, cast))
        if sent.text("comment").strip() and not any(sent.text(one.horizon) for one in view.askings):
            return _page(view, words.COMMENT_ALONE, 400)
    except AssessmentError as error:
        return _page(view, told(error), status_of(error))
    return RedirectResponse(_way_on(view, sent.text("go")), 303)


def _casts(view: SurveyQuestion, sent: Form) -> tuple[Cast, ...]:
    """The votes of a form that say something new."""
    sequence = next_sequence(view.last_sequence)
    comment = sent.text("comment").strip()
    return tuple(
        Cast(
            item_id=view.item_id,
            horizon=one.horizon,
            round_number=SURVEY_ROUND,
            choice=sent.text(one.horizon),
            sequence=sequence,
            reason=sent.text(f"{one.horizon}-reason").strip() if sent.text(one.horizon) == view.needs_reason else "",
            comment=comment,
        )
        for one in view.askings
        if sent.text(one.horizon) and (_is_new(one, sent, view.needs_reason) or comment != view.comment)
    )


def _is_new(asking: Asking, sent: Form, needs_reason: str) -> bool:
    choice = sent.text(asking.horizon)
    if choice == needs_reason and sent.text(f"{asking.horizon}-reason").strip() != asking.reason:
        return True
    return not any(one.is_chosen and one.value == choice for one in asking.choices)


def _way_on(view: SurveyQuestion, go: str) -> str:
    if go in ENDS:
        return ENDS[go]
    if go == "stay":
        return f"{SURVEY}/question/{view.item_id}"
    wanted = view.back_item_id if go == "back" else view.next_item_id
    return ENDS["done"] if wanted is None else f"{SURVEY}/question/{wanted}"


def _view(token: str, item_id: str) -> SurveyQuestion:
    view = question_view(current().survey_sheets.sheet(token), item_id)
    if view is None:
        raise NotAvailable("This question")
    return view


def _page(view: SurveyQuestion, text: str = "", status_code: int = 200) -> Response:
    return survey_page("question.html", status_code, text or None, view=view)
