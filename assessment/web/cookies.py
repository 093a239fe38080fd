"""The cookies of the sign-in pages: no script reads them, no other site sends them with a form, https keeps them."""

from __future__ import annotations

from collections.abc import Iterable

from starlette.requests import Request
from starlette.responses import Response

from assessment.services.attempts import KNOWN_FOR, Place
from assessment.services.identity import new_token
from assessment.services.provider import DEPARTURE_SECONDS
from assessment.services.signed_in import cookie_name
from assessment.services.signing_in import LONGEST, TOKEN_LENGTH, SignedIn
from assessment.web.access import access_of

FORM = "plumbline_form"
BROWSER = "plumbline_browser"
DEPARTURE = "plumbline_departure"
PLACE = "plumbline_place"
PLACE_SECONDS = 60 * 24 * 3600
MOST_PLACES = 8
_UNKNOWN = "unknown"


def token_of(request: Request) -> str:
    """The token of the sign-in that a browser has; "" without one."""
    return access_of(request).token(request.scope)


def place_of(request: Request) -> Place:
    """Where a request comes from: its address, and what the browser was told when it last signed in."""
    address = request.client.host if request.client else _UNKNOWN
    browser = request.cookies.get(_name(request, BROWSER), "")
    return Place(address=address, browser=browser if len(browser) == TOKEN_LENGTH else None)


def form_secret(request: Request) -> str | None:
    """What marks the forms of a browser that is not signed in; None where it has no such cookie."""
    secret = request.cookies.get(_name(request, FORM), "")
    return secret if len(secret) == TOKEN_LENGTH else None


def new_form_secret() -> str:
    """What marks the forms of a browser from now on."""
    return new_token()


def keep_form_secret(response: Response, request: Request, secret: str) -> None:
    """Let the browser keep what marks its forms, until it closes."""
    _set(response, request, _name(request, FORM), secret, None)


def keep_sign_in(response: Response, request: Request, signed_in: SignedIn) -> None:
    """Let the browser be signed in, and be known when it comes again."""
    name = cookie_name(is_https=_is_https(request))
    _set(response, request, name, signed_in.token, int(LONGEST.total_seconds()))
    _set(response, request, _name(request, BROWSER), signed_in.browser, int(KNOWN_FOR.total_seconds()))


def departure_of(request: Request) -> str | None:
    """What a browser took along to the company's provider, sealed; None without it."""
    return request.cookies.get(_name(request, DEPARTURE))


def keep_departure(response: Response, request: Request, sealed: str) -> None:
    """Let the browser take it along."""
    _set(response, request, _name(request, DEPARTURE), sealed, DEPARTURE_SECONDS)


def forget_departure(response: Response, request: Request) -> None:
    """Take it from the browser: it is good for one return."""
    name, is_https = _name(request, DEPARTURE), _is_https(request)
    response.delete_cookie(name, path="/", secure=is_https, httponly=True, samesite="lax")


def forget_sign_in(response: Response, request: Request) -> None:
    """Take the token of a sign-in from the browser."""
    name = cookie_name(is_https=_is_https(request))
    response.delete_cookie(name, path="/", secure=_is_https(request), httponly=True, samesite="lax")


def places_of(request: Request) -> tuple[str, ...]:
    """The tokens of the places in rooms that a phone holds, that of who has it in hand first."""
    kept = request.cookies.get(_name(request, PLACE), "").split(".")
    return tuple(token for token in kept[:MOST_PLACES] if len(token) == TOKEN_LENGTH)


def keep_places(response: Response, request: Request, tokens: Iterable[str]) -> None:
    """Let a phone hold these places, each once and the first ones where there are too many; none: let it forget."""
    kept = tuple(dict.fromkeys(tokens))[:MOST_PLACES]
    _set(response, request, _name(request, PLACE), ".".join(kept), PLACE_SECONDS if kept else 0)


def _set(response: Response, request: Request, name: str, value: str, max_age: int | None) -> None:
    response.set_cookie(
        name, value, max_age=max_age, path="/", secure=_is_https(request), httponly=True, samesite="lax"
    )


def _name(request: Request, name: str) -> str:
    return f"__Host-{name}" if _is_https(request) else name


def _is_https(request: Request) -> bool:
    return access_of(request).is_https(request.scope)
