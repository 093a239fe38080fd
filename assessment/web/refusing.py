"""How the gate turns somebody away: in words, or to the sign-in page."""

from __future__ import annotations

from urllib.parse import quote

from starlette.datastructures import Headers
from starlette.responses import PlainTextResponse, RedirectResponse, Response
from starlette.types import Receive, Scope, Send

from assessment.views.wording.pages import gate as words

SIGN_IN = "/sign-in"
POLICY_VIOLATION = 1008


async def refuse(scope: Scope, receive: Receive, send: Send, text: str, status_code: int) -> None:
    """Answer a request with a sentence; close a websocket before it is accepted."""
    if scope["type"] == "websocket":
        await send({"type": "websocket.close", "code": POLICY_VIOLATION})
        return
    await PlainTextResponse(text, status_code, headers={"Connection": "close"})(scope, receive, send)


async def ask_to_sign_in(scope: Scope, receive: Receive, send: Send) -> None:
    """Take somebody who opens a page to the sign-in page, and from there back; refuse everything else."""
    if scope["type"] == "http" and _opens_page(scope):
        answer: Response = RedirectResponse(f"{SIGN_IN}?next={quote(_here(scope), safe='')}", 303)
        await answer(scope, receive, send)
        return
    await refuse(scope, receive, send, words.SIGN_IN_FIRST, 401)


def _opens_page(scope: Scope) -> bool:
    headers = Headers(scope=scope)
    mode = headers.get("sec-fetch-mode")
    return mode == "navigate" if mode else "text/html" in headers.get("accept", "")


def _here(scope: Scope) -> str:
    """The path and query to come back to; a form that was sent is not sent again."""
    if scope["method"] not in ("GET", "HEAD"):
        return "/"
    query = scope.get("query_string", b"").decode("latin-1")
    path: str = quote(scope["path"])
    return f"{path}?{query}" if query else path
