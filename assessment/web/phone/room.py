"""The page of somebody in a room, and what its script asks for: whether the room moved on, and what to show instead."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import URL
from starlette.requests import Request
from starlette.responses import JSONResponse, RedirectResponse, Response

from assessment.errors import AssessmentError, NoPlace, NotAvailable, PutOut
from assessment.services.door import VoteOutcome
from assessment.views.wording.workshop import phone as words
from assessment.views.workshop.phone import PhoneView, in_line, phone_view
from assessment.web.phone.answering import (
    ROOM,
    SURVEY,
    door,
    mark_of,
    phone_page,
    status_of,
    together,
    token_of,
    told,
    trouble_page,
)
from assessment.web.rendering import templates

_PARTS = ("now", "others")
SAID = {
    VoteOutcome.KEPT: words.SAVED,
    VoteOutcome.KNOWN: words.SAVED,
    VoteOutcome.LATE: words.SAVED_LATE,
    VoteOutcome.REVEALED: words.REVEALED_MEANWHILE,
}
"""What is said of an answer."""


async def room(request: Request) -> Response:
    """The page; with `item` that of one of the questions that are open to this person."""
    outcome = request.query_params.get("said", "")
    said = SAID[VoteOutcome(outcome)] if outcome in tuple(VoteOutcome) else ""
    return await room_page(request, request.query_params.get("item") or None, said)


async def room_page(
    request: Request, item_id: str | None, said: str = "", trouble: AssessmentError | None = None
) -> Response:
    """The page, with what was saved or went wrong."""
    try:
        token = token_of(request)
        place = await run_in_threadpool(door().place, token, item_id)
        if place.is_survey:
            return RedirectResponse(SURVEY, 303)
        view = phone_view(place, item_id)
        people = len(await run_in_threadpool(together, request))
    except NotAvailable as error:  # a question that was answered meanwhile, or never was open
        return trouble_page(error, ROOM, words.BACK_TO_ROOM) if item_id is None else RedirectResponse(ROOM, 303)
    except AssessmentError as error:
        return trouble_page(error)
    return phone_page("room.html", trouble, saved=said, people=people, **addresses(item_id), **shown(view, token))


async def state(request: Request) -> Response:
    """What changed since the step that the script names: nothing, or the parts of the page anew."""
    asked = request.query_params
    item_id = asked.get("item") or None
    try:
        token = token_of(request)
        if mark_of(token) != asked.get("mark"):
            return JSONResponse({"is_gone": True})
        step = number_in(asked.get("step", ""))
        beat = door().beat_at_hand(token, step)
        if beat is None:
            beat = await run_in_threadpool(door().beat, token, step)
        if not beat.is_new and asked.get("moment") == beat.moment:
            count = in_line(beat.moment, beat.in_count, beat.expected_count)
            return JSONResponse({"step": beat.step, "wait": beat.wait_ms, "count": count})
        view = phone_view(await run_in_threadpool(door().place, token, item_id), item_id)
    except (NoPlace, PutOut, NotAvailable):
        return JSONResponse({"is_gone": True})
    except AssessmentError as error:
        return JSONResponse({"say": told(error, words.UNAVAILABLE)}, status_of(error))
    return JSONResponse(_moved(view, token, item_id))


def _moved(view: PhoneView, token: str, item_id: str | None) -> dict[str, object]:
    values = {**addresses(item_id), **shown(view, token), "words": words}
    parts = {name: templates().get_template(f"phone/{name}.html").render(values) for name in _PARTS}
    said = {"step": view.step, "wait": view.wait_ms, "count": view.count, "key": view.key, "sequence": view.sequence}
    return {**said, "moment": view.moment, "parts": parts}


def shown(view: PhoneView, token: str) -> dict[str, object]:
    """What the templates of the page's parts place."""
    return {"view": view, "mark": mark_of(token)}


def addresses(item_id: str | None) -> dict[str, object]:
    """Where the page's parts lead, in a workshop; `here` is the page itself."""
    here = URL(ROOM).include_query_params(item=item_id) if item_id else URL(ROOM)
    return {
        "room_at": ROOM,
        "vote_at": f"{ROOM}/vote",
        "state_at": f"{ROOM}/state",
        "here": str(here),
        "item": item_id or "",
    }


def number_in(text: str) -> int | None:
    """A number that a page of ours sent; None for anything else."""
    return int(text) if text.isascii() and text.isdigit() and len(text) < 16 else None
