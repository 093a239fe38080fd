"""One phone for several people, several devices for one, and the way out."""

from __future__ import annotations

from markupsafe import Markup
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assessment.charts.join_code import join_code_svg
from assessment.errors import AssessmentError
from assessment.views.wording.workshop import phone as words
from assessment.web.access import access_of
from assessment.web.cookies import keep_places, places_of
from assessment.web.phone.answering import ROOM, door, phone_page, together, token_of, trouble_page


async def next_person(request: Request) -> Response:
    """Hand the phone to the next of those who share it."""
    try:
        sharing = await run_in_threadpool(together, request)
    except AssessmentError as error:
        return trouble_page(error, ROOM, words.BACK_TO_ROOM)
    turned = (*sharing[1:], *sharing[:1])
    answer = RedirectResponse(ROOM, 303)
    keep_places(answer, request, (*turned, *places_of(request)))
    return answer


async def add_person(request: Request) -> Response:
    """Let another person join on this phone."""
    try:
        room = await run_in_threadpool(door().next_person, token_of(request))
    except AssessmentError as error:
        return trouble_page(error, ROOM, words.BACK_TO_ROOM)
    return RedirectResponse(f"/join/k/{room.key}", 303)


async def device(request: Request) -> Response:
    """What lets another device of the same person in, as an address and as a code to scan."""
    try:
        link = await run_in_threadpool(door().another_device, token_of(request))
    except AssessmentError as error:
        return trouble_page(error, ROOM, words.BACK_TO_ROOM)
    address = f"{access_of(request).origin(request.scope)}/join/d/{link}"
    return phone_page("device.html", address=address, code=Markup(join_code_svg(address, words.DEVICE_CODE)))  # noqa: S704


async def leave(request: Request) -> Response:
    """Let the phone forget who has it in hand; what they answered stays."""
    held = places_of(request)
    try:
        if held:
            await run_in_threadpool(door().leave, held[0])
    except AssessmentError as error:
        return trouble_page(error, ROOM, words.BACK_TO_ROOM)
    answer = phone_page(
        "message.html", title=words.LEFT_TITLE, note=words.LEFT_NOTE, back="/join", back_text=words.JOIN
    )
    keep_places(answer, request, held[1:])
    return answer
