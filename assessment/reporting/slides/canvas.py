"""A slide being filled: text, tables and charts at their places, each with a name and words for those who listen."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from pptx.oxml.ns import qn
from pptx.util import Pt

from assessment.reporting.slides.template import Box
from assessment.reporting.slides.writing import Paragraph, write


@dataclass(frozen=True, slots=True, kw_only=True)
class Canvas:
    """The shapes of a slide, and the language of its texts."""

    shapes: Any
    language: str

    def text(self, box: Box, paragraphs: Sequence[Paragraph], name: str) -> Any:
        """A text box without margins that stays as large as it is said to be."""
        shape = self.shapes.add_textbox(*points(box))
        shape.name = name
        body = shape._element.txBody
        frame = body.find(qn("a:bodyPr"))
        for key, value in (("wrap", "square"), ("lIns", "0"), ("tIns", "0"), ("rIns", "0"), ("bIns", "0")):
            frame.set(key, value)
        for child in list(frame):
            frame.remove(child)
        write(body, paragraphs, self.language)
        return shape


def points(box: Box) -> tuple[Pt, Pt, Pt, Pt]:
    """Left, top, width and height as python-pptx takes them."""
    return Pt(box.left), Pt(box.top), Pt(box.width), Pt(box.height)


def describe(shape: Any, name: str, spoken: str) -> None:
    """The name of a shape, and what it shows in words."""
    shape.name = name
    properties = shape._element.xpath(".//p:cNvPr")[0]
    properties.set("descr", spoken)


def without_style(shape: Any) -> None:
    """Take off what a theme would add to a shape: a shadow, an edge, another colour of its text."""
    style = shape._element.find(qn("p:style"))
    if style is not None:
        shape._element.remove(style)
