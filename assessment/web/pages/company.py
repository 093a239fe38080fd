"""The way in through a company's own provider: there, and back with its answer. What goes wrong is told on the sign-in
page; what is to be remembered in between is in a cookie, sealed, and good for one return.
"""

from __future__ import annotations

from dataclasses import replace

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assessment.errors import AssessmentError
from assessment.services.plumbline import current
from assessment.services.provider import ProviderAnswer
from assessment.web.access import access_of
from assessment.web.cookies import departure_of, forget_departure, keep_departure
from assessment.web.pages.answering import HOME, own_path, signed_in
from assessment.web.pages.signing_in import sign_in_page

CALLBACK = "/sign-in/callback"


async def depart(request: Request) -> Response:
    """Send the browser to the provider."""
    next_path = own_path(request.query_params.get("next", ""))
    provider = current().provider
    try:
        departure, address = await provider.begin(_callback(request))
        answer = RedirectResponse(address, 303)
        keep_departure(answer, request, provider.sealed(replace(departure, next_path=next_path)))
    except AssessmentError as error:
        return await sign_in_page(request, next_path, trouble=error)
    return answer


async def come_back(request: Request) -> Response:
    """Take the browser back, with what the provider says of who sits before it."""
    answer = await _answer(request)
    forget_departure(answer, request)
    return answer


async def _answer(request: Request) -> Response:
    provider, next_path = current().provider, HOME
    asked = request.query_params
    said = ProviderAnswer(
        state=asked.get("state"), code=asked.get("code"), issuer=asked.get("iss"), error=asked.get("error")
    )
    try:
        departure = provider.opened(departure_of(request))
        next_path = HOME if departure is None else own_path(departure.next_path)
        claims = await provider.finish(departure, said, _callback(request))
        return await signed_in(request, await run_in_threadpool(provider.admit, claims), next_path)
    except AssessmentError as error:
        return await sign_in_page(request, next_path, trouble=error)


def _callback(request: Request) -> str:
    """Where the provider sends the browser back to, as the browser calls us."""
    return access_of(request).origin(request.scope) + CALLBACK
