"""The wall for the second screen: a plain page that asks every half second what is to be seen, behind the gate.

The page is drawn on the server as it is at that moment, and again whenever it changes; the script puts what came in its
place. Nothing of it is anybody's alone: it may be thrown before everybody or shared in a call.
"""

from __future__ import annotations

import hashlib
from functools import lru_cache
from pathlib import Path

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, PlainTextResponse, Response
from starlette.routing import BaseRoute, Route

from assessment.charts.join_code import join_code_svg
from assessment.charts.votes import dots_svg, earlier_svg, most_dots
from assessment.errors import AssessmentError, NotAvailable
from assessment.services.authority import LOCAL_ACTOR, Actor
from assessment.services.plumbline import current
from assessment.services.signed_in import ALONE, HEADER
from assessment.views.wording.pages import gate as gate_words
from assessment.views.wording.workshop import joining
from assessment.views.wording.workshop import projector as words
from assessment.views.wording.workshop import reveal as reveal_words
from assessment.views.workshop.projector import ProjectorView
from assessment.web.rendering import page, projector_style_sheet, rendered

PROJECTOR = "/projector"
WAIT_MS = 500
WALLS_KEPT = 16
_SCRIPT = Path(__file__).parent / "static" / "projector.js"
_REVALIDATED = {"Cache-Control": "no-cache"}


async def projector(request: Request) -> Response:
    """The page of a room."""
    try:
        view = await run_in_threadpool(_look, request)
    except AssessmentError as error:
        return page("projector_trouble.html", _status(error), trouble=str(error), projector=words)
    stage = drawn(view)
    return page("projector.html", view=view, stage=stage, key=_key(stage), wait_ms=WAIT_MS, projector=words)


async def state(request: Request) -> Response:
    """What is on the wall now, where it is not what the page says it has."""
    try:
        view = await run_in_threadpool(_look, request)
    except AssessmentError as error:
        return JSONResponse({"trouble": str(error)}, _status(error))
    stage = drawn(view)
    key = _key(stage)
    if request.query_params.get("key") == key:
        return JSONResponse({"key": key, "wait_ms": WAIT_MS})
    return JSONResponse({"key": key, "html": stage, "said": view.said, "stage": view.stage.value, "wait_ms": WAIT_MS})


def projector_file(request: Request) -> Response:
    """Its script and its style, and nothing else."""
    match request.path_params["name"]:
        case "projector.js":
            return FileResponse(_SCRIPT, media_type="text/javascript", headers=_REVALIDATED)
        case "projector.css":
            return Response(projector_style_sheet(), media_type="text/css", headers=_REVALIDATED)
    return PlainTextResponse(gate_words.NOT_HERE, 404)


@lru_cache(WALLS_KEPT)
def drawn(view: ProjectorView) -> str:
    """The wall as HTML; every text in it is escaped. Drawn once for all who ask while nothing changes."""
    return rendered(
        "projector_stage.html",
        view=view,
        joining=joining,
        projector=words,
        reveal=reveal_words,
        most=0 if view.reveal is None else most_dots(view.reveal.spreads),
        dots_svg=dots_svg,
        earlier_svg=earlier_svg,
        join_code_svg=join_code_svg,
    )


def _look(request: Request) -> ProjectorView:
    actor = _actor(request)
    if actor is None:
        raise NotAvailable("This room")
    return current().projector.look(actor, request.path_params["room_id"])


def _actor(request: Request) -> Actor | None:
    """Whoever asks, by what the gate wrote: nobody else can write it."""
    accounts, token = current().accounts, request.headers.get(HEADER, "")
    if token == ALONE:
        return None if accounts.has_accounts() else LOCAL_ACTOR
    return accounts.actor_of(token) if token else None


def _status(error: AssessmentError) -> int:
    return 404 if isinstance(error, NotAvailable) else 503


def _key(stage: str) -> str:
    return hashlib.sha256(stage.encode("utf-8", "replace")).hexdigest()[:16]


PROJECTOR_ROUTES: tuple[BaseRoute, ...] = (
    Route(f"{PROJECTOR}/files/{{name}}", projector_file),
    Route(f"{PROJECTOR}/{{room_id}}", projector),
    Route(f"{PROJECTOR}/{{room_id}}/state", state),
)
"""Behind the gate: for whoever leads the room."""
