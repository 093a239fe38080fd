"""Plain pages: a template, the words it shows, and nothing that has to be run in the browser."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from starlette.responses import HTMLResponse

from assessment.charts import tokens
from assessment.views.wording.pages import signing_in as words

TEMPLATE_FOLDER = Path(__file__).parent / "templates"


@cache
def templates() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATE_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )


def page(template: str, status_code: int = 200, **values: Any) -> HTMLResponse:
    """A template of the folder as an answer; `words` are in every one."""
    return HTMLResponse(templates().get_template(template).render(words=words, **values), status_code)


def rendered(template: str, **values: Any) -> str:
    """A part of a page, its texts escaped."""
    return templates().get_template(template).render(words=words, **values)


@cache
def style_sheet() -> str:
    """The style of the plain pages, in the colours and letters of the house."""
    return _styled("style.css")


@cache
def projector_style_sheet() -> str:
    """The style of the wall: sizes follow the screen, so that it is read from ten metres on any."""
    return _styled("projector.css")


def _styled(template: str) -> str:
    faces = [face for face in tokens.FONT_FACES if "/" not in face.file]
    values = {"light": tokens.LIGHT, "dark": tokens.DARK, "faces": faces, "family": tokens.FONT_FAMILY}
    return templates().get_template(template).render(values)


@cache
def small_style_sheet() -> str:
    """The style of the page that says whether a phone gets through: no letters of its own, a kilobyte."""
    return templates().get_template("see.css").render(light=tokens.LIGHT, dark=tokens.DARK)
