"""The way into a room: by its code, by its link, by a link of one's own. Looking at a link does not use it."""

from __future__ import annotations

from collections.abc import Callable

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assessment.errors import AssessmentError, CodeRefused, InvalidInput
from assessment.services.door import Joined, OpenRoom
from assessment.services.identity import new_token
from assessment.views.wording.workshop import phone as words
from assessment.views.workshop.phone import join_view
from assessment.web.cookies import keep_places, place_of, places_of
from assessment.web.forms import LARGEST_BYTES, Form
from assessment.web.phone.answering import ROOM, door, held_in, phone_page, sent_fields, together, trouble_page

MOST_ON_ONE_PHONE = 4


async def code(request: Request) -> Response:
    """The page where a code is typed, and what it sends."""
    typed = ""
    try:
        if request.method != "POST":
            return phone_page("code.html", code="")
        typed = (await sent_fields(request, LARGEST_BYTES)).text("code")
        room = await run_in_threadpool(door().room_by_code, typed, place_of(request))
    except AssessmentError as error:
        return phone_page("code.html", error, code=typed)
    return RedirectResponse(f"/join/k/{room.key}", 303)


async def link(request: Request) -> Response:
    """The one screen before somebody is in, and what it sends: a role, and a name or none."""
    try:
        room = await run_in_threadpool(door().room_by_link, request.path_params["key"])
        held = await run_in_threadpool(held_in, request, room.room_id)
        if request.method != "POST":
            return _screen(room, is_in=held is not None)
        return await _joined(request, room, held)
    except CodeRefused as error:
        return phone_page("code.html", error, code="")
    except AssessmentError as error:
        return trouble_page(error)


async def _joined(request: Request, room: OpenRoom, held: str | None) -> Response:
    form = Form(fields=())
    try:
        form = await sent_fields(request, LARGEST_BYTES)
        if form.text("as") == "back" and held is not None:
            return _in(request, held)
        await run_in_threadpool(_require_room, request, held)
        name, role = _who(form)
        once = form.text("once") or None
        joined = await run_in_threadpool(lambda: door().join(room.key, name=name, role=role, once=once))
    except CodeRefused:
        raise
    except AssessmentError as error:
        return _screen(room, is_in=held is not None, form=form, trouble=error)
    return _in(request, joined.token)


async def personal_link(request: Request) -> Response:
    """A link that was made for one person: a page, and its button."""
    return await _own_link(request, words.LINK_NOTE, door().join_by_personal_link)


async def device_link(request: Request) -> Response:
    """A link for another device of one person: a page, and its button."""
    return await _own_link(request, words.DEVICE_NOTE, door().join_by_device_link)


async def _own_link(request: Request, note: str, join: Callable[[str], Joined]) -> Response:
    if request.method != "POST":
        return phone_page("link.html", note=note)
    try:
        joined = await run_in_threadpool(join, request.path_params["key"])
    except AssessmentError as error:
        return trouble_page(error)
    return _in(request, joined.token)


def _in(request: Request, token: str) -> Response:
    """Go on to the room as the person of a token."""
    answer = RedirectResponse(ROOM, 303)
    keep_places(answer, request, (token, *places_of(request)))
    return answer


def _who(form: Form) -> tuple[str | None, str]:
    """Name (None: anonymous) and role. InvalidInput for what was left out."""
    role = form.text("role")
    if not role:
        raise InvalidInput(words.ROLE_FIELD, words.ROLE_MISSING, words.ROLE_MISSING_NEXT)
    if form.text("as") == "anonymous":
        return None, role
    name = form.text("name").strip()
    if not name:
        raise InvalidInput(words.NAME_FIELD, words.NAME_MISSING, words.NAME_MISSING_NEXT)
    return name, role


def _require_room(request: Request, held: str | None) -> None:
    """InvalidInput where a phone holds as many people of one room as it may."""
    if held is not None and len(together(request)) >= MOST_ON_ONE_PHONE:
        raise InvalidInput(words.FULL_FIELD, words.FULL, words.FULL_NEXT)


def _screen(
    room: OpenRoom, *, is_in: bool, form: Form | None = None, trouble: AssessmentError | None = None
) -> Response:
    name, role = (form.text("name"), form.text("role")) if form else ("", "")
    return phone_page(
        "join.html", trouble, view=join_view(room), once=new_token(), is_in=is_in, name=name[:200], role=role
    )
