"""Style and script of the pages of a survey; the letters are those of the device, so that a page weighs little."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import Response

from assessment.charts import tokens
from assessment.web.rendering import rendered

_SCRIPT = Path(__file__).resolve().parents[1] / "static" / "survey.js"


def style(request: Request) -> Response:
    """The style sheet."""
    del request
    return Response(style_sheet(), media_type="text/css")


def script(request: Request) -> Response:
    """The script."""
    del request
    return Response(_script(), media_type="text/javascript")


@cache
def style_sheet() -> str:
    """The style of the pages, in the colours of the house."""
    return rendered("survey/survey.css", light=tokens.LIGHT, dark=tokens.DARK)


@cache
def _script() -> str:
    return _SCRIPT.read_text("utf-8")
