"""How much may be held of what people chose to upload: Streamlit keeps a file in memory until its page is closed.

Counted are the files that are held now and those on their way. An account has a share, however often it signed in, and
all have one together.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.services.signed_in import ACCOUNT_HEADER, HEADER
from assessment.views.wording.pages import gate as words
from assessment.web.refusing import refuse

_ROUTE = "/_stcore/upload_file/"
_MEGABYTE = 1024 * 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What one of Streamlit's sessions holds: by whose token and account it is, and how many bytes."""

    session_id: str
    token: str
    account_id: str
    byte_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """How much may be held, in bytes, and what asks Streamlit what is; `largest` is the most that one file may be."""

    held: Callable[[], Sequence[tuple[str, str, str, int]]]
    of_one: int
    of_all: int
    largest: int


class UploadQuota:
    """Pure ASGI middleware behind the gate, which says by whose sign-in a request comes."""

    def __init__(self, app: ASGIApp, shelf: Shelf) -> None:
        self._app = app
        self._shelf = shelf
        self._coming: list[tuple[str, int]] = []

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Let an upload through as long as there is room for it."""
        if scope["type"] != "http" or not scope["path"].startswith(_ROUTE) or scope["method"] == "OPTIONS":
            await self._app(scope, receive, send)
            return
        token = Headers(scope=scope).get(HEADER, "")
        held = [
            Held(session_id=id_, token=whose, account_id=account_id, byte_count=count)
            for id_, whose, account_id, count in self._shelf.held()
        ]
        session_id = scope["path"].removeprefix(_ROUTE).partition("/")[0]
        if not any(one.session_id == session_id and one.token == token for one in held):
            await refuse(scope, receive, send, words.NOT_YOURS, 403)
        elif scope["method"] == "PUT":
            await self._put(scope, receive, send, held)
        else:
            await self._app(scope, receive, send)

    async def _put(self, scope: Scope, receive: Receive, send: Send, held: Sequence[Held]) -> None:
        account_id = Headers(scope=scope).get(ACCOUNT_HEADER, "")
        size = _announced(scope, self._shelf.largest)
        together = [(one.account_id, one.byte_count) for one in held] + self._coming
        if sum(count for whose, count in together if whose == account_id) + size > self._shelf.of_one:
            await refuse(scope, receive, send, _said(self._shelf.of_one, is_yours=True), 413)
            return
        if sum(count for _, count in together) + size > self._shelf.of_all:
            await refuse(scope, receive, send, _said(self._shelf.of_all, is_yours=False), 413)
            return
        coming = (account_id, size)
        self._coming.append(coming)
        try:
            await self._app(scope, receive, send)
        finally:
            self._coming.remove(coming)


def _announced(scope: Scope, largest: int) -> int:
    """What an upload says it is long; the most it may be where it says nothing, or nothing that can be read."""
    announced = Headers(scope=scope).get("content-length", "")
    return min(int(announced), largest) if announced.isascii() and announced.isdigit() else largest


def _said(limit: int, *, is_yours: bool) -> str:
    return words.too_much_held(limit // _MEGABYTE, is_yours=is_yours)
