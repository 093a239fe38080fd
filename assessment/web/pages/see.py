"""Can a phone see this? A tiny page that says so, and tells whoever leads the room that the first one got through."""

from __future__ import annotations

from contextlib import suppress

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from assessment.errors import AssessmentError
from assessment.services.plumbline import current
from assessment.views.wording.workshop import joining as words
from assessment.web.access import is_loopback
from assessment.web.rendering import page, small_style_sheet

SEE = "/see"
JOIN = "/join"


async def see(request: Request) -> Response:
    """The page, of a room by its key or of none."""
    key = request.path_params.get("key")
    is_here, is_told = _is_this_machine(request), False
    if request.method == "GET" and not is_here:
        with suppress(AssessmentError):  # the database cannot be asked: the phone got through all the same
            is_told = await run_in_threadpool(current().reach.seen, key)
    join = JOIN if key is None else f"{JOIN}/k/{key}"
    return page("see.html", seen=words, join=join, is_here=is_here, is_told=is_told)


def see_style(request: Request) -> Response:
    """Its style."""
    del request
    return Response(small_style_sheet(), media_type="text/css")


def _is_this_machine(request: Request) -> bool:
    """Whether it is asked by the machine it runs on, which says nothing of the network."""
    ends = request.scope.get("client"), request.scope.get("server")
    client, server = (None if one is None else one[0] for one in ends)
    return client is None or is_loopback(client) or client == server
