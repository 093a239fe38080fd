"""The sign-in page."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assessment.errors import AssessmentError
from assessment.views.wording.pages import gate as gate_words
from assessment.web.access import access_of, came_over_loopback
from assessment.web.cookies import form_secret, place_of, token_of
from assessment.web.forms import read_form
from assessment.web.pages.answering import accounts, company_way, form_page, own_path, signed_in

PURPOSE = "sign-in"


async def sign_in(request: Request) -> Response:
    """The page, and what it sends: an address and a password."""
    if request.method == "POST":
        return await _signed_in(request)
    next_path = own_path(request.query_params.get("next", ""))
    try:
        if await run_in_threadpool(_needs_none, request):
            return RedirectResponse(next_path, 303)
        return await sign_in_page(request, next_path)
    except AssessmentError as error:
        return form_page(request, "trouble.html", PURPOSE, error)


async def _signed_in(request: Request) -> Response:
    email, next_path = "", "/"
    try:
        form = await read_form(request, PURPOSE, form_secret(request))
        email, next_path = form.text("email"), own_path(form.text("next"))
        begun = await run_in_threadpool(accounts().sign_in, email, form.text("password"), place_of(request))
        return await signed_in(request, begun, next_path)
    except AssessmentError as error:
        return await sign_in_page(request, next_path, email, error)


async def sign_in_page(
    request: Request, next_path: str, email: str = "", trouble: AssessmentError | None = None
) -> Response:
    """The page, with what went wrong."""
    return form_page(
        request,
        "sign_in.html",
        PURPOSE,
        trouble,
        has_accounts=trouble is not None or await run_in_threadpool(accounts().has_accounts),
        company=company_way(next_path),
        next=next_path,
        email=email,
        warning=_warning(request),
    )


def _needs_none(request: Request) -> bool:
    """Whether somebody has no need to sign in: they are signed in, or nobody has to."""
    return not access_of(request).is_team(request.scope) or accounts().actor_of(token_of(request)) is not None


def _warning(request: Request) -> str | None:
    """What is said where a password would cross a network in the clear."""
    access = access_of(request)
    if access.is_https(request.scope) or came_over_loopback(request.scope):
        return None
    return gate_words.without_https(has_base_url=bool(access.base_url))
