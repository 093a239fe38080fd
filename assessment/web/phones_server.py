"""A second, small server for phones, while the app itself is for this machine alone.

It listens on every network of this machine and has the phones' pages, whether they reach it, and health; everything
else is not there: neither the app nor a way to sign in. It runs in a thread of the same process over the same open
database, begins when whoever leads a workshop says so, and ends when they say so or the app ends. It keeps no log of
what is asked, for the addresses of phones hold keys.
"""

from __future__ import annotations

import errno
import socket
import threading
from collections.abc import Callable, Sequence
from contextlib import suppress

import structlog
import uvicorn
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import PlainTextResponse
from starlette.routing import BaseRoute
from starlette.types import ASGIApp, Receive, Scope, Send

from assessment.errors import PhonesShut
from assessment.services.interfaces import own_names
from assessment.views.wording.pages import gate as words
from assessment.web.access import STATE, Access, Listening, host_of
from assessment.web.gate import is_from_elsewhere
from assessment.web.headers import Looks, SafeHeaders
from assessment.web.refusing import refuse

EVERYWHERE = "0.0.0.0"  # noqa: S104 (phones come from other machines; only their own routes are there)
EVERYWHERE_IPV6 = "::"
_BACKLOG = 1024
_MOST_AT_ONCE = 2_000
_KEPT_ALIVE_SECONDS = 20
_START_SECONDS = 5.0
_END_SECONDS = 3.0
_log = structlog.get_logger(__name__)


class PhonesServer:
    """The server for phones of one process; `routes` is all it has. Safe to use from many threads."""

    def __init__(self, routes: Sequence[BaseRoute], port: int, names: Callable[[], frozenset[str]] = own_names) -> None:
        self._routes = tuple(routes)
        self._port = port
        self._names = names
        self._lock = threading.Lock()
        self._server: uvicorn.Server | None = None
        self._thread: threading.Thread | None = None

    @property
    def port(self) -> int:
        """The port it has, or would have; 0 where it may not be."""
        return self._port

    @property
    def is_running(self) -> bool:
        """Whether it lets phones in now."""
        thread = self._thread
        return thread is not None and thread.is_alive() and self._server is not None and self._server.started

    def begin(self) -> None:
        """Let phones in; nothing happens where it does already. PhonesShut where it cannot."""
        with self._lock:
            if self.is_running:
                return
            if self._port == 0:
                raise PhonesShut(self._port, words.PHONES_NOT_ALLOWED, words.ASK_WHO_RUNS_IT)
            sockets = listening_sockets(self._port)
            self._server = uvicorn.Server(_config(phones_app(self._routes, self._port, self._names())))
            self._thread = threading.Thread(
                target=self._server.run, kwargs={"sockets": sockets}, name="phones", daemon=True
            )
            self._thread.start()
            self._await_start()
            _log.info("phones are let in", port=self._port)

    def end(self) -> None:
        """Let no phones in any more; what is being answered has a moment to be finished."""
        with self._lock:
            server, thread = self._server, self._thread
            self._server = self._thread = None
            if server is None or thread is None or not thread.is_alive():
                return
            server.should_exit = True
            thread.join(_END_SECONDS)
            if thread.is_alive():
                server.force_exit = True
                thread.join(_END_SECONDS)
            _log.info("phones are let in no more", port=self._port)

    def _await_start(self) -> None:
        server, thread = self._server, self._thread
        waiting = threading.Event()
        for _ in range(int(_START_SECONDS / 0.02)):
            if server is not None and server.started:
                return
            if thread is None or not thread.is_alive():
                break
            waiting.wait(0.02)
        raise PhonesShut(self._port, words.PHONES_DID_NOT_BEGIN, words.FREE_THE_PORT)


class _AtThisMachine:
    """Turns away who asks by a foreign name or from a foreign page; there are no websockets here."""

    def __init__(self, app: ASGIApp, access: Access, names: frozenset[str]) -> None:
        self._app = app
        self._access = access
        self._names = names

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] == "lifespan":
            await self._app(scope, receive, send)
        elif not self._allows_host(scope):
            await refuse(scope, receive, send, words.FOREIGN_HOST, 400)
        elif scope["type"] == "websocket" or is_from_elsewhere(scope, self._access):
            await refuse(scope, receive, send, words.FOREIGN_ORIGIN, 403)
        else:
            await self._app({**scope, STATE: self._access}, receive, send)

    def _allows_host(self, scope: Scope) -> bool:
        """By a number, or by a name of this machine: nobody can point either at it from elsewhere."""
        host = host_of(scope)
        return host is not None and (self._access.allows_host(scope) or host.name.rstrip(".") in self._names)


def phones_app(routes: Sequence[BaseRoute], port: int, names: frozenset[str]) -> Starlette:
    """What phones may ask: these routes, behind the headers and the rule of names of the app."""
    access = Access(listening=lambda: Listening(address=EVERYWHERE, port=port), has_accounts=lambda: True)
    return Starlette(
        routes=routes,
        middleware=[
            Middleware(SafeHeaders, looks=Looks(access=access, scripts=tuple)),
            Middleware(_AtThisMachine, access=access, names=names),
        ],
        exception_handlers={404: _nothing_here, 405: _nothing_here},
    )


def listening_sockets(port: int) -> list[socket.socket]:
    """Sockets at a port of every address of this machine. PhonesShut where another program has it."""
    sockets = [_listening(socket.AF_INET, EVERYWHERE, port)]
    with suppress(OSError, PhonesShut):  # a machine without IPv6 has phones without it
        sockets.append(_listening(socket.AF_INET6, EVERYWHERE_IPV6, port))
    return sockets


def _listening(family: socket.AddressFamily, address: str, port: int) -> socket.socket:
    made = socket.socket(family, socket.SOCK_STREAM)
    try:
        if hasattr(socket, "SO_EXCLUSIVEADDRUSE"):  # on Windows two programs could share a port
            made.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        else:
            made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        if family is socket.AF_INET6:
            made.setsockopt(socket.IPPROTO_IPV6, socket.IPV6_V6ONLY, 1)
        made.bind((address, port))
        made.listen(_BACKLOG)
    except OSError as error:
        made.close()
        if error.errno in (errno.EADDRINUSE, getattr(errno, "WSAEADDRINUSE", errno.EADDRINUSE)):
            raise PhonesShut(port, words.PHONES_PORT_TAKEN, words.FREE_THE_PORT) from error
        raise PhonesShut(port, words.PHONES_PORT_REFUSED, words.OTHER_PORT) from error
    return made


def _config(app: Starlette) -> uvicorn.Config:
    return uvicorn.Config(
        app,
        lifespan="off",
        ws="none",
        log_config=None,
        access_log=False,
        proxy_headers=False,  # nothing stands before it: where somebody comes from is what the network says
        server_header=False,
        limit_concurrency=_MOST_AT_ONCE,
        timeout_keep_alive=_KEPT_ALIVE_SECONDS,
        timeout_graceful_shutdown=1,
    )


def _nothing_here(request: Request, error: Exception) -> PlainTextResponse:
    del request, error
    return PlainTextResponse(words.NOT_HERE, 404)
