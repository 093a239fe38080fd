"""A one-time link: it makes an account, or renews the password of one. Looking at it does not use it."""

from __future__ import annotations

from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import Response

from assessment.errors import AssessmentError, InvalidInput, LinkRefused
from assessment.services.signing_in import InvitationKind, Invited
from assessment.views.wording.pages import signing_in as words
from assessment.web.cookies import form_secret, place_of
from assessment.web.forms import Form, read_form
from assessment.web.pages.answering import HOME, accounts, company_way, form_page, signed_in

PURPOSE = "link"
_TITLES = {InvitationKind.FIRST: words.FIRST, InvitationKind.INVITE: words.WELCOME}
_NOTES = {InvitationKind.FIRST: words.FIRST_NOTE, InvitationKind.INVITE: words.INVITED_NOTE}


async def link(request: Request) -> Response:
    """The page of a link, and what it sends."""
    token = request.path_params["token"]
    try:
        invited = await run_in_threadpool(accounts().invited, token)
        if request.method == "POST":
            return await _taken_up(request, token, invited)
        return _page(request, invited)
    except AssessmentError as error:
        return form_page(request, "trouble.html", PURPOSE, error)


async def _taken_up(request: Request, token: str, invited: Invited) -> Response:
    form = Form(fields=())
    try:
        form = await read_form(request, PURPOSE, form_secret(request))
        require_alike(form)
        begun = await run_in_threadpool(
            accounts().accept, token, form.text("name"), form.text("password"), place_of(request), form.text("email")
        )
    except LinkRefused:
        raise
    except AssessmentError as error:
        return _page(request, invited, form, error)
    return await signed_in(request, begun, HOME)


def require_alike(form: Form) -> None:
    """InvalidInput where a new password was not typed the same both times."""
    if form.text("password") != form.text("again"):
        raise InvalidInput(words.PASSWORD, words.NOT_ALIKE, words.NOT_ALIKE_NEXT)


def _page(
    request: Request, invited: Invited, form: Form | None = None, trouble: AssessmentError | None = None
) -> Response:
    return form_page(
        request,
        "invitation.html",
        PURPOSE,
        trouble,
        title=_TITLES.get(invited.kind, words.NEW_PASSWORD),
        note=_NOTES.get(invited.kind, words.NEW_PASSWORD_NOTE),
        company=company_way(HOME) if invited.kind is InvitationKind.INVITE else None,
        asks_name=invited.name is None,
        name=form.text("name") if form else "",
        email_known=invited.email is not None,
        email=invited.email or (form.text("email") if form else ""),
    )
