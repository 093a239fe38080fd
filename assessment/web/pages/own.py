"""What everybody does with their own sign-in: end it, and change its password."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assessment.errors import AssessmentError, NotAvailable
from assessment.services.authority import Actor
from assessment.web.cookies import forget_sign_in, place_of, token_of
from assessment.web.forms import marked, read_form
from assessment.web.pages.answering import HOME, accounts, end_sign_in, form_page, status_of, told
from assessment.web.pages.links import require_alike
from assessment.web.rendering import page

PASSWORD = "password"  # noqa: S105  # what a form is for
LEAVING = "sign-out"
SIGN_IN = "/sign-in"


async def sign_out(request: Request) -> Response:
    """End the sign-in of this browser, and go to the sign-in page."""
    token = token_of(request)
    try:
        await read_form(request, LEAVING, token)
        await run_in_threadpool(end_sign_in, token)
    except AssessmentError as error:
        return form_page(request, "trouble.html", LEAVING, error)
    answer = RedirectResponse(SIGN_IN, 303)
    forget_sign_in(answer, request)
    return answer


async def password(request: Request) -> Response:
    """The page where one changes one's own password, and what it sends."""
    token = token_of(request)
    try:
        actor = await run_in_threadpool(accounts().actor_of, token)
        if actor is None:
            return RedirectResponse(HOME, 303)
        if request.method != "POST":
            return await _page(actor, token)
        return await _changed(request, actor, token)
    except NotAvailable:
        return RedirectResponse(SIGN_IN, 303)
    except AssessmentError as error:
        return form_page(request, "trouble.html", PASSWORD, error)


async def _changed(request: Request, actor: Actor, token: str) -> Response:
    try:
        form = await read_form(request, PASSWORD, token)
        require_alike(form)
        await run_in_threadpool(
            accounts().change_password, actor, form.text("present"), form.text("password"), place_of(request)
        )
    except NotAvailable:
        raise
    except AssessmentError as error:
        return await _page(actor, token, error)
    return await _page(actor, token, is_changed=True)


async def _page(
    actor: Actor, token: str, trouble: AssessmentError | None = None, *, is_changed: bool = False
) -> Response:
    account = await run_in_threadpool(accounts().own_account, actor)
    return page(
        "password.html",
        200 if trouble is None else status_of(trouble),
        trouble=None if trouble is None else told(trouble),
        form=marked(PASSWORD, token),
        leaving=marked(LEAVING, token),
        email=account.email,
        has_password=account.password_hash is not None,
        is_changed=is_changed,
    )
