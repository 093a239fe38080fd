"""What stands in front of the app, from the outside in: headers, the gate, the quota of uploads."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import Protocol

from starlette.middleware import Middleware

from assessment.errors import AssessmentError
from assessment.services.authority import Actor
from assessment.services.plumbline import current
from assessment.settings import Settings, read_settings
from assessment.web.access import Access, Listening
from assessment.web.gate import Doors, Gate
from assessment.web.headers import Looks, SafeHeaders
from assessment.web.routes import OPEN_ROUTES, PHONE_ROUTES
from assessment.web.uploads import Shelf, UploadQuota

_MEGABYTE = 1024 * 1024


class Serving(Protocol):
    """What is asked of Streamlit, which only `ui` may know: `assessment.ui.serving`."""

    def address(self) -> str:
        """Where the server was told to listen; "" for everywhere."""

    def port(self) -> int:
        """The port it listens at."""

    def has_certificate(self) -> bool:
        """Whether the server speaks https itself."""

    def largest_upload(self) -> int:
        """The most bytes that one file may have."""

    def keeps_sessions_apart(self) -> bool:
        """Whether Streamlit keeps the gate's header with its sessions."""

    def scripts(self) -> Sequence[str]:
        """The text of each inline script that a page may hold."""

    def held_uploads(self) -> Sequence[tuple[str, str, str, int]]:
        """Of each session: its id, the token of its sign-in, its account, the bytes it holds."""


def settings_at_start() -> Settings:
    """The settings of this process; what is wrong with them ends it in a sentence."""
    try:
        return read_settings()
    except AssessmentError as error:
        sys.exit(str(error))


def guards(serving: Serving, settings: Settings, access: Access) -> tuple[Middleware, ...]:
    """The middleware of the app."""
    doors = Doors(
        access=access,
        actor_of=_actor_of,
        open_routes=OPEN_ROUTES,
        phone_routes=PHONE_ROUTES,
        keeps_sessions_apart=serving.keeps_sessions_apart(),
    )
    shelf = Shelf(
        held=serving.held_uploads,
        of_one=settings.uploads_of_one_megabytes * _MEGABYTE,
        of_all=settings.uploads_of_all_megabytes * _MEGABYTE,
        largest=serving.largest_upload(),
    )
    return (
        Middleware(SafeHeaders, looks=Looks(access=access, scripts=serving.scripts)),
        Middleware(Gate, doors=doors),
        Middleware(UploadQuota, shelf=shelf),
    )


def access_to(serving: Serving, settings: Settings) -> Access:
    """How this installation may be reached."""
    return Access(
        listening=lambda: Listening(
            address=serving.address(), port=serving.port(), has_certificate=serving.has_certificate()
        ),
        has_accounts=lambda: current().accounts.has_accounts(),
        base_url=settings.base_url or "",
    )


def _actor_of(token: str) -> Actor | None:
    return current().accounts.actor_of(token)
