"""A browser that asks the plain pages, through the gate."""

from __future__ import annotations

import asyncio
import html
import re
import secrets
from typing import Any

import httpx
from starlette.applications import Starlette

from assessment.services.plumbline import Plumbline
from assessment.web.access import Access, Listening
from assessment.web.gate import Doors, Gate
from assessment.web.routes import OPEN_ROUTES, ROUTES
from tests.services.accounts import PASSWORD

HERE = "http://127.0.0.1:8501"
OTHER_PASSWORD = "gravel-otter-lantern"


class Browser:
    """Asks the app through its gate, keeps cookies, and follows nothing by itself."""

    def __init__(self, plumbline: Plumbline, base_url: str = "", at: str = HERE, has_accounts: bool = True) -> None:
        access = Access(
            listening=lambda: Listening(address="127.0.0.1"), has_accounts=lambda: has_accounts, base_url=base_url
        )
        doors = Doors(
            access=access, actor_of=plumbline.accounts.actor_of, open_routes=OPEN_ROUTES, keeps_sessions_apart=True
        )
        address = f"192.0.2.{secrets.randbelow(250)}" if base_url else "127.0.0.1"
        transport = httpx.ASGITransport(Gate(Starlette(routes=ROUTES), doors), client=(address, 50_000))
        self.client = httpx.AsyncClient(transport=transport, base_url=at)

    def get(self, path: str, **more: Any) -> httpx.Response:
        return asyncio.run(self.client.get(path, **more))

    def post(self, path: str, **more: Any) -> httpx.Response:
        return asyncio.run(self.client.post(path, **more))

    def send(self, path: str, page: str | None = None, /, **fields: str) -> httpx.Response:
        """Fill in the first form of a page, and send it."""
        return self.post(path, data={"form": self.mark(page or path), **fields})

    def mark(self, page: str, which: int = 0) -> str:
        """The mark of one of the forms of a page."""
        return str(re.findall(r'name="form" value="([^"]+)"', self.get(page).text)[which])

    def sign_in(self, email: str, password: str = PASSWORD, **more: str) -> httpx.Response:
        return self.send("/sign-in", email=email, password=password, **more)

    @property
    def token(self) -> str | None:
        return self.client.cookies.get("plumbline_sign_in")


def said(answer: httpx.Response) -> str:
    """The sentence of a page that says what went wrong."""
    found = re.search(r'role="alert">(.*?)</p>', answer.text, re.DOTALL)
    return html.unescape(found.group(1)) if found else ""
