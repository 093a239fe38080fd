"""Asks an ASGI app as a server would: what it answers, and what reaches what stands behind it."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from starlette.datastructures import Headers
from starlette.types import ASGIApp, Receive, Scope, Send

HERE = "127.0.0.1:8501"


@dataclass
class Behind:
    """What stands behind the middleware: it answers with 200, and remembers what reached it."""

    reached: list[Scope] = field(default_factory=list)
    headers: tuple[tuple[bytes, bytes], ...] = ()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        self.reached.append(scope)
        if scope["type"] == "websocket":
            await send({"type": "websocket.accept"})
            return
        await send({"type": "http.response.start", "status": 200, "headers": list(self.headers)})
        await send({"type": "http.response.body", "body": b"behind"})

    def header(self, name: str) -> str:
        """A header of the last request that got here."""
        return Headers(scope=self.reached[-1]).get(name, "")


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What came back: 101 for a websocket that was accepted, 403 for one closed before."""

    status: int
    headers: dict[str, str]
    text: str


def scope_of(path: str = "/", method: str = "GET", **more: Any) -> Scope:
    """A request over loopback; a keyword with underscores is a header of that name, `host` the usual one."""
    known = {"client": ("127.0.0.1", 50000), "server": ("127.0.0.1", 8501), "scheme": "http", "type": "http"}
    scope: Scope = {name: more.pop(name, default) for name, default in known.items()}
    headers = {"host": HERE, **more}
    path, _, query = path.partition("?")
    if scope["type"] == "websocket":
        scope["scheme"] = {"http": "ws", "https": "wss"}[scope["scheme"]]
    else:
        scope["method"] = method
    raw = [(name.replace("_", "-").encode(), str(value).encode()) for name, value in headers.items()]
    return {**scope, "path": path, "query_string": query.encode(), "headers": raw}


def ask(app: ASGIApp, scope: Scope) -> Answer:
    """The answer of an app to one request."""
    sent: list[Any] = []

    async def receive() -> dict[str, Any]:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Any) -> None:
        sent.append(message)

    asyncio.run(app(scope, receive, send))  # type: ignore[arg-type]  # an ASGI app gives a coroutine
    if scope["type"] == "websocket":
        return Answer(status=101 if sent[0]["type"] == "websocket.accept" else 403, headers={}, text="")
    headers = {name.decode().lower(): value.decode() for name, value in sent[0]["headers"]}
    return Answer(status=sent[0]["status"], headers=headers, text=b"".join(one["body"] for one in sent[1:]).decode())
