"""Style and script of the phone's page: their names hold a hash of what is in them, so that a phone may keep them."""

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
_SCRIPT = Path(__file__).resolve().parents[1] / "static" / "phone.js"
_ICON = Path(__file__).resolve().parents[3] / "assets" / "plumbline.svg"
_COLOURS = ("ground", "panel", "ink", "quiet_ink", "accent", "trouble", "good", "care", "line", "edge")
_KEEP = "public, max-age=31536000, immutable"
_KINDS = {"css": "text/css", "js": "text/javascript", "svg": "image/svg+xml"}
_HASH_LENGTH = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Where the style, the script and the drawing for the tab are."""

    style: str
    script: str
    icon: str


@cache
def files() -> Files:
    """Where they are, as this process has them."""
    return Files(style=FOLDER + _name("css"), script=FOLDER + _name("js"), icon=FOLDER + _name("svg"))


def file(request: Request) -> Response:
    """One of the three. A name that another release gave gets what there is now, and is not kept."""
    name = request.path_params["name"]
    kind = name.rpartition(".")[2]
    if kind not in _KINDS or not name.startswith("phone-"):
        return PlainTextResponse(words.NOT_HERE, 404)
    keep = _KEEP if name == _name(kind) else "no-cache"
    return Response(_content(kind), media_type=_KINDS[kind], headers={"Cache-Control": keep})


@cache
def _content(kind: str) -> str:
    if kind != "css":
        return {"js": _SCRIPT, "svg": _ICON}[kind].read_text("utf-8")
    style = templates().get_template("phone/phone.css")
    return style.render(light=tokens.LIGHT, dark=tokens.DARK, names=_COLOURS)


@cache
def _name(kind: str) -> str:
    digest = hashlib.sha256(_content(kind).encode()).hexdigest()[:_HASH_LENGTH]
    return f"phone-{digest}.{kind}"
