"""Headers on every answer: what a browser may load and run on our pages, who may show them, what it may keep.

The policy names each inline script by its hash: Streamlit's own page has one, and each of ours. Anything else that
got into a page does not run.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from starlette.datastructures import MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from assessment.web.access import Access

_ALWAYS = {
    "X-Frame-Options": "DENY",
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": (
        "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), magnetometer=(), "
        "microphone=(), midi=(), payment=(), usb=()"
    ),
    "Cross-Origin-Resource-Policy": "same-origin",
}
_YEAR_SECONDS = 365 * 24 * 3600
_KEPT = (
    "/static/",
    "/app/static/",
    "/_stcore/bidi-components/",
    "/sign-in/files/fonts/",
    "/join/files/",
    "/projector/files/",
)
"""Files that are the same for everybody: the browser may keep them."""
_DIRECTIVES = {
    "default-src": ("'none'",),
    "script-src": ("'self'", "blob:"),  # a component of Streamlit is loaded out of the page's own memory
    "style-src": ("'self'", "'unsafe-inline'"),
    "img-src": ("'self'", "data:", "blob:"),
    "font-src": ("'self'", "data:"),
    "connect-src": ("'self'",),
    "media-src": ("'self'",),
    "manifest-src": ("'self'",),
    "form-action": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "frame-ancestors": ("'none'",),
}
_PLAIN = {
    "default-src": ("'none'",),
    "style-src": ("'self'",),
    "img-src": ("'self'",),
    "font-src": ("'self'",),
    "form-action": ("'self'",),
    "object-src": ("'none'",),
    "base-uri": ("'none'",),
    "frame-ancestors": ("'none'",),
}
_SCRIPTED = {**_PLAIN, "script-src": ("'self'",), "connect-src": ("'self'",)}
_PLAIN_PAGES = ("/sign-in", "/sign-out", "/invitation", "/password", "/health", "/see")
"""Pages of our own, which run no script at all."""
_SCRIPTED_PAGES = ("/join", "/room", "/survey", "/projector")
"""Pages of our own whose scripts are files of ours, and no inline one."""
_XSRF_COOKIE = "_streamlit_xsrf="


@dataclass(frozen=True, slots=True, kw_only=True)
class Looks:
    """What the headers are made of; `scripts` gives the text of each inline script of the pages."""

    access: Access
    scripts: Callable[[], Sequence[str]]


class SafeHeaders:
    """Pure ASGI middleware, around everything."""

    def __init__(self, app: ASGIApp, looks: Looks) -> None:
        self._app = app
        self._looks = looks

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer with the headers."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                self._complete(MutableHeaders(scope=message), scope)
            await send(message)

        await self._app(scope, receive, send_with_headers)

    def _complete(self, headers: MutableHeaders, scope: Scope) -> None:
        is_https = self._looks.access.is_https(scope)
        for name, value in _ALWAYS.items():
            headers[name] = value
        headers["Content-Security-Policy"] = self._policy(scope["path"])
        if is_https or not self._looks.access.lets_others_listen(scope):
            headers["Cross-Origin-Opener-Policy"] = "same-origin"  # over plain http a browser only complains of it
        if is_https:
            headers["Strict-Transport-Security"] = f"max-age={_YEAR_SECONDS}"
            _secure_cookies(headers)
        if not scope["path"].startswith(_KEPT):
            headers["Cache-Control"] = "no-store"
        for name in ("Access-Control-Allow-Origin", "Access-Control-Allow-Credentials"):
            del headers[name]

    def _policy(self, path: str) -> str:
        if path.startswith(_PLAIN_PAGES):
            return plain_policy()
        return scripted_policy() if path.startswith(_SCRIPTED_PAGES) else policy(tuple(self._looks.scripts()))


@cache
def policy(scripts: tuple[str, ...]) -> str:
    """The content security policy of pages with these inline scripts."""
    directives = {**_DIRECTIVES, "script-src": (*_DIRECTIVES["script-src"], *map(_hash, scripts))}
    return _written(directives)


@cache
def plain_policy() -> str:
    """The policy of pages without a script."""
    return _written(_PLAIN)


@cache
def scripted_policy() -> str:
    """The policy of pages whose scripts are files of ours."""
    return _written(_SCRIPTED)


def _written(directives: Mapping[str, Sequence[str]]) -> str:
    return "; ".join(f"{name} {' '.join(sources)}" for name, sources in directives.items())


def _hash(script: str) -> str:
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    return f"'sha256-{digest}'"


def _secure_cookies(headers: MutableHeaders) -> None:
    """Streamlit marks its own cookie as secure with its own certificate alone, not behind a proxy that holds one."""
    cookies = headers.getlist("set-cookie")
    if not any(one.startswith(_XSRF_COOKIE) and "; Secure" not in one for one in cookies):
        return
    del headers["set-cookie"]
    for one in cookies:
        needs_mark = one.startswith(_XSRF_COOKIE) and "; Secure" not in one
        headers.append("set-cookie", f"{one}; Secure" if needs_mark else one)
