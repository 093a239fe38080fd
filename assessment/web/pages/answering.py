"""What the plain pages have in common."""

from __future__ import annotations

from dataclasses import dataclass
from urllib.parse import urlencode, urlsplit

import structlog
from starlette.concurrency import run_in_threadpool
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from assessment.errors import (
    AssessmentError,
    FormRefused,
    InvalidInput,
    LinkRefused,
    NotAdmitted,
    NotAvailable,
    ProviderFailed,
    SignInRefused,
    TooManyAttempts,
)
from assessment.services.accounts import AccountService
from assessment.services.plumbline import current
from assessment.services.signing_in import SignedIn
from assessment.views.wording.pages import signing_in as words
from assessment.web.cookies import form_secret, keep_form_secret, keep_sign_in, new_form_secret, token_of
from assessment.web.forms import marked
from assessment.web.rendering import page

HOME = "/"
COMPANY = "/sign-in/provider"
_LONGEST_NEXT = 2_000
_STATUS = (
    (SignInRefused, 403),
    (TooManyAttempts, 429),
    (FormRefused, 403),
    (LinkRefused, 404),
    (NotAdmitted, 403),
    (ProviderFailed, 403),
    (InvalidInput, 400),
    (NotAvailable, 403),
)
_log = structlog.get_logger(__name__)


def accounts() -> AccountService:
    """The accounts of the open database."""
    return current().accounts


def status_of(error: AssessmentError) -> int:
    """The status of an answer that shows an error."""
    return next((status for kind, status in _STATUS if isinstance(error, kind)), 503)


def told(error: AssessmentError) -> str:
    """What somebody who is not signed in is told of an error; what is wrong with a database is for the log alone."""
    if status_of(error) == 503:
        _log.error("a page could not be answered", reason=str(error))
        return words.UNAVAILABLE
    return str(error)


def form_page(
    request: Request, template: str, purpose: str, trouble: AssessmentError | None, **values: object
) -> Response:
    """A page with a form that this browser alone may send."""
    secret = form_secret(request) or new_form_secret()
    text = None if trouble is None else told(trouble)
    status_code = 200 if trouble is None else status_of(trouble)
    answer = page(template, status_code, trouble=text, form=marked(purpose, secret), **values)
    keep_form_secret(answer, request, secret)
    if isinstance(trouble, TooManyAttempts):
        answer.headers["Retry-After"] = str(trouble.seconds)
    return answer


async def signed_in(request: Request, begun: SignedIn, next_path: str) -> Response:
    """Let a browser be signed in, and go on; what it was signed in to before ends."""
    await run_in_threadpool(end_sign_in, token_of(request))
    answer = RedirectResponse(next_path, 303)
    keep_sign_in(answer, request, begun)
    return answer


@dataclass(frozen=True, slots=True, kw_only=True)
class CompanyWay:
    """The button that leads to the company's own sign-in."""

    address: str
    label: str


def company_way(next_path: str) -> CompanyWay | None:
    """The way in through the company, to a path of ours; None where none is set up."""
    name = current().provider.name
    if name is None:
        return None
    return CompanyWay(address=f"{COMPANY}?{urlencode({'next': next_path})}", label=words.through(name))


def end_sign_in(token: str) -> None:
    """End the sign-in of a token, if there is one."""
    actor = accounts().actor_of(token)
    if actor is not None:
        accounts().sign_out(actor)


def own_path(text: str) -> str:
    """A path of ours to go on to; the start for anything else.

    >>> [own_path(one) for one in ("/report?assessment=a", "//evil.test", "https://evil.test", "/sign-out")]
    ['/report?assessment=a', '/', '/', '/']
    """
    is_plain = text.isprintable() and "\\" not in text and len(text) <= _LONGEST_NEXT
    if not is_plain or not text.startswith("/") or text.startswith("//"):
        return HOME
    try:
        parts = urlsplit(text)
    except ValueError:
        return HOME
    return HOME if parts.scheme or parts.netloc or parts.path.startswith("/sign-") else text
