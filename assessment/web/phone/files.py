"""Styles and scripts of the pages of phones and surveys.

Their names hold a hash of what is in them, so that a phone may keep them.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from assessment.charts import tokens
from assessment.views.wording.pages import gate as words
from assessment.web.rendering import templates

FOLDER = "/join/files/"
_SCRIPTS = Path(__file__).resolve().parents[1] / "static"
_ICON = Path(__file__).resolve().parents[3] / "assets" / "plumbline.svg"
_COLOURS = ("ground", "panel", "ink", "quiet_ink", "accent", "trouble", "good", "care", "line", "edge")
_KEEP = "public, max-age=31536000, immutable"
_THERE = frozenset({("phone", "css"), ("phone", "js"), ("phone", "svg"), ("survey", "css"), ("survey", "js")})
_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_HASH_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Where styles, scripts and the drawing for the tab are; a survey has a script of its own, and a style beside."""

    style: str
    script: str
    icon: str
    survey_style: str
    survey_script: str


@cache
def files() -> Files:
    """Where they are, as this process has them."""
    return Files(
        style=FOLDER + _name("phone", "css"),
        script=FOLDER + _name("phone", "js"),
        icon=FOLDER + _name("phone", "svg"),
        survey_style=FOLDER + _name("survey", "css"),
        survey_script=FOLDER + _name("survey", "js"),
    )


def file(request: Request) -> Response:
    """One of them. A name that another release gave gets what there is now, and is not kept."""
    name = request.path_params["name"]
    page, kind = name.partition("-")[0], name.rpartition(".")[2]
    if (page, kind) not in _THERE:
        return PlainTextResponse(words.NOT_HERE, 404)
    keep = _KEEP if name == _name(page, kind) else "no-cache"
    return Response(_content(page, kind), media_type=_KINDS[kind], headers={"Cache-Control": keep})


@cache
def _content(page: str, kind: str) -> str:
    if kind == "svg":
        return _ICON.read_text("utf-8")
    if kind == "js":
        return (_SCRIPTS / f"{page}.js").read_text("utf-8")
    style = templates().get_template(f"{page}/{page}.css")
    return style.render(light=tokens.LIGHT, dark=tokens.DARK, names=_COLOURS)


@cache
def _name(page: str, kind: str) -> str:
    digest = hashlib.sha256(_content(page, kind).encode()).hexdigest()[:_HASH_LENGTH]
    return f"{page}-{digest}.{kind}"
