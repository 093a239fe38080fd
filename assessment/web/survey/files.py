"""The script of the pages of a survey, and what they need beside the style of a phone's pages."""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from assessment.web.rendering import rendered

_SCRIPT = Path(__file__).resolve().parents[1] / "static" / "survey.js"
_KEEP = {"Cache-Control": "public, max-age=31536000, immutable"}
"""A page names each by the hash of what is in them, so that a phone loads them once a release."""


def style(request: Request) -> Response:
    """The style sheet."""
    del request
    return Response(style_sheet(), media_type="text/css", headers=_KEEP)


def script(request: Request) -> Response:
    """The script."""
    del request
    return Response(_script(), media_type="text/javascript", headers=_KEEP)


@cache
def style_sheet() -> str:
    """What stands beside the style of a phone's pages."""
    return rendered("survey/survey.css")


@cache
def _script() -> str:
    return _SCRIPT.read_text("utf-8")


@cache
def version() -> str:
    """What tells style and script of this release from those of another."""
    return hashlib.sha256(f"{style_sheet()}\n{_script()}".encode()).hexdigest()[:12]
