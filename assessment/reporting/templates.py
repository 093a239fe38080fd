"""The templates of everything that is printed as HTML, and where their fonts are; nothing that prints is imported."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from assessment.charts.tokens import FONT_FOLDER
from assessment.views.wording.directions import runs_right_to_left

ROOT_FOLDER = Path(__file__).resolve().parents[2]
TEMPLATE_FOLDER = ROOT_FOLDER / "reports" / "templates"
FONTS_FOLDER = ROOT_FOLDER / "assets" / FONT_FOLDER
_INDENT = re.compile(r"^ +")


@cache
def templates() -> Environment:
    """The templates of everything that is printed; a name that is missing in them is an error."""
    environment = Environment(
        loader=FileSystemLoader(TEMPLATE_FOLDER),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        finalize=_with_lines,
    )
    environment.filters["direction"] = _direction
    return environment


def _with_lines(value: object) -> object:
    """What a template prints, the lines of a text as lines."""
    if not isinstance(value, str) or isinstance(value, Markup) or "\n" not in value:
        return value
    return Markup("<br/>").join(
        _INDENT.sub(lambda found: "\u00a0" * len(found.group()), line) for line in value.split("\n")
    )


def _direction(text: str) -> str:
    """The attribute of an element whose text runs from right to left, else nothing: WeasyPrint knows no `auto`."""
    return Markup(' dir="rtl"') if runs_right_to_left(text) else ""
