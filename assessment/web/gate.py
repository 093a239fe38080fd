"""In front of everything: whoever asks by a foreign name, from a foreign page or without a sign-in gets no further.

A websocket that passes carries, in a header that nobody else can write, the token of its sign-in. Streamlit keeps it
with the session it begins, and gives a session back only to who comes with the same one: the id of a session alone is
worth nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol

from starlette.concurrency import run_in_threadpool
from starlette.datastructures import Headers
from starlette.routing import BaseRoute, Match, Route
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.errors import AssessmentError
from assessment.services.signed_in import ACCOUNT_HEADER, ALONE, HEADER
from assessment.views.wording.pages import gate as words
from assessment.web.access import STATE, Access
from assessment.web.refusing import ask_to_sign_in, refuse

_SAFE_METHODS = frozenset({"GET", "HEAD", "OPTIONS"})
_HEADER, _ACCOUNT_HEADER = HEADER.lower().encode(), ACCOUNT_HEADER.lower().encode()
# of Streamlit's own routes, what its pages need; the rest tells numbers, or offers another way in
_CORE = "/_stcore/"
_CORE_IN_USE = ("health", "host-config", "stream", "upload_file/", "bidi-components/")
_NOT_IN_USE = ("/component/", "/auth/", "/oauth2callback")


class SignedIn(Protocol):
    """Whoever is signed in."""

    @property
    def id(self) -> str:
        """The id of the account."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Doors:
    """What the gate asks: how the app may be reached, who has a token, and which routes are open to strangers.

    `phone_routes`, open ones too, are answered here and go through nothing of Streamlit: phones ask often.
    `keeps_sessions_apart` says whether Streamlit keeps the header with its sessions; without it none is given back.
    """

    access: Access
    actor_of: Callable[[str], SignedIn | None]
    open_routes: Sequence[BaseRoute]
    keeps_sessions_apart: bool
    phone_routes: Sequence[Route] = ()


class Gate:
    """Pure ASGI middleware; the outermost but for the headers."""

    def __init__(self, app: ASGIApp, doors: Doors) -> None:
        self._app = app
        self._doors = doors

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let a request through, or turn it away."""
        if scope["type"] not in ("http", "websocket"):
            await self._app(scope, receive, send)
            return
        access = self._doors.access
        if not access.allows_host(scope):
            await refuse(scope, receive, send, words.FOREIGN_HOST, 400)
        elif is_from_elsewhere(scope, access):
            await refuse(scope, receive, send, words.FOREIGN_ORIGIN, 403)
        elif not _is_in_use(scope["path"]):
            await refuse(scope, receive, send, words.NOT_HERE, 404)
        elif not await self._answers_phone({**scope, STATE: access}, receive, send):
            await self._past_names({**scope, STATE: access}, receive, send)

    async def _answers_phone(self, scope: Scope, receive: Receive, send: Send) -> bool:
        """Answer where a phone's route is asked for, and say so; no account is known to it."""
        if scope["type"] == "websocket":
            return False
        for route in self._doors.phone_routes:
            match, own = route.matches(scope)
            if match is Match.FULL:
                await route.handle({**self._marked(scope, "", ""), **own}, receive, send)
                return True
        return False

    async def _past_names(self, scope: Scope, receive: Receive, send: Send) -> None:
        access = self._doors.access
        try:
            is_open = self._is_open(scope)
            is_team = not is_open and await run_in_threadpool(access.is_team, scope)
        except AssessmentError as error:  # whoever sits at this machine is told why; nobody else is asked for accounts
            await refuse(scope, receive, send, str(error), 503)
            return
        if is_open:
            token = account_id = ""
        elif is_team:
            token = access.token(scope)
            actor = await run_in_threadpool(self._actor, token) if token else None
            if actor is None:
                await ask_to_sign_in(scope, receive, send)
                return
            account_id = actor.id
        else:
            token = account_id = ALONE
        await self._app(self._marked(scope, token, account_id), receive, send)

    def _is_open(self, scope: Scope) -> bool:
        if scope["type"] == "websocket":
            return False
        return any(route.matches(scope)[0] is Match.FULL for route in self._doors.open_routes)

    def _actor(self, token: str) -> SignedIn | None:
        try:
            return self._doors.actor_of(token)
        except AssessmentError:  # the database cannot be asked: nobody is signed in
            return None

    def _marked(self, scope: Scope, token: str, account_id: str) -> Scope:
        """The request with our headers, whatever it brought under those names."""
        ours = ((_HEADER, token.encode("latin-1")), (_ACCOUNT_HEADER, account_id.encode("latin-1")))
        headers = [one for one in scope["headers"] if one[0].lower() not in dict(ours)] + list(ours)
        if scope["type"] == "websocket":
            headers = _with_own_host(scope, headers)
            if not self._doors.keeps_sessions_apart:
                headers = [_without_session(name, value) for name, value in headers]
        return {**scope, "headers": headers}


def is_from_elsewhere(scope: Scope, access: Access) -> bool:
    """Whether a page of another origin asks for more than to be followed to ours."""
    headers = Headers(scope=scope)
    origin = headers.get("origin")
    if scope["type"] == "websocket" or scope["method"] not in _SAFE_METHODS:
        if origin is not None:
            return not access.allows_origin(scope, origin)
        return headers.get("sec-fetch-site", "same-origin") not in ("same-origin", "none")
    is_followed = headers.get("sec-fetch-mode", "navigate") == "navigate"
    return headers.get("sec-fetch-site", "none") not in ("same-origin", "none") and not is_followed


def _is_in_use(path: str) -> bool:
    if path.startswith(_CORE):
        rest = path.removeprefix(_CORE)
        return any(rest.startswith(one) if one.endswith("/") else rest == one for one in _CORE_IN_USE)
    return not path.startswith(_NOT_IN_USE)


def _with_own_host(scope: Scope, headers: list[tuple[bytes, bytes]]) -> list[tuple[bytes, bytes]]:
    """Name the host as the page's origin does: Streamlit compares them, and asks outside where they differ."""
    origin = Headers(scope=scope).get("origin")
    if origin is None:
        return headers
    host = origin.partition("://")[2].encode("latin-1")
    return [(name, host if name == b"host" else value) for name, value in headers]


def _without_session(name: bytes, value: bytes) -> tuple[bytes, bytes]:
    if name != b"sec-websocket-protocol":
        return name, value
    return name, b",".join(value.split(b",")[:2])
