"""Paragraphs into the text body of a shape or a cell: exact line heights, direction, language, colours of the theme."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from lxml import etree
from pptx.oxml.ns import qn

from assessment.reporting.slides.measuring import line_height
from assessment.views.wording.directions import runs_right_to_left


class Align(StrEnum):
    """Where a line stands; a text that runs from right to left begins at the right."""

    LEFT = "l"
    CENTRE = "ctr"
    RIGHT = "r"


class Ink(StrEnum):
    """The colours of text, by their names in the theme."""

    PLAIN = "tx1"
    QUIET = "tx2"
    ACCENT = "accent1"


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Some letters that look alike; `ink` is a colour of the theme, or `#RRGGBB` on a fill of its own."""

    text: str
    is_bold: bool = False
    ink: str = Ink.PLAIN


@dataclass(frozen=True, slots=True, kw_only=True)
class Paragraph:
    """One paragraph; `size` and `before` in points, None for the size that the placeholder has."""

    runs: tuple[Run, ...]
    size: float | None = None
    before: float = 0
    align: Align = Align.LEFT

    @property
    def text(self) -> str:
        """All its letters."""
        return "".join(run.text for run in self.runs)


def plain(text: str, size: float | None = None, *, is_bold: bool = False, ink: str = Ink.PLAIN) -> Paragraph:
    """A paragraph of one run."""
    return Paragraph(runs=(Run(text=text, is_bold=is_bold, ink=ink),), size=size)


def write(body: etree._Element, paragraphs: Sequence[Paragraph], language: str) -> None:
    """Take the place of every paragraph of a text body."""
    for old in body.findall(qn("a:p")):
        body.remove(old)
    for paragraph in paragraphs:
        _write_paragraph(etree.SubElement(body, qn("a:p")), paragraph, language)


def _write_paragraph(element: etree._Element, paragraph: Paragraph, language: str) -> None:
    properties = etree.SubElement(element, qn("a:pPr"))
    is_reversed = runs_right_to_left(paragraph.text)
    align = Align.RIGHT if is_reversed and paragraph.align is Align.LEFT else paragraph.align
    properties.set("algn", align.value)
    if is_reversed:
        properties.set("rtl", "1")
    if paragraph.size is not None:
        spacing = etree.SubElement(etree.SubElement(properties, qn("a:lnSpc")), qn("a:spcPts"))
        spacing.set("val", str(round(100 * line_height(paragraph.size))))
        before = etree.SubElement(etree.SubElement(properties, qn("a:spcBef")), qn("a:spcPts"))
        before.set("val", str(round(100 * paragraph.before)))
    for run in paragraph.runs:
        if run.text:
            _write_run(element, run, paragraph.size, language)
    if paragraph.size is not None:  # an empty cell would be as high as letters of the usual size
        end = etree.SubElement(element, qn("a:endParaRPr"))
        end.set("lang", language)
        end.set("sz", str(round(100 * paragraph.size)))


def _write_run(element: etree._Element, run: Run, size: float | None, language: str) -> None:
    for place, line in enumerate(run.text.split("\n")):
        if place:
            etree.SubElement(element, qn("a:br"))
        written = etree.SubElement(element, qn("a:r"))
        properties = etree.SubElement(written, qn("a:rPr"))
        properties.set("lang", language)
        properties.set("b", str(int(run.is_bold)))
        if size is not None:
            properties.set("sz", str(round(100 * size)))
        fill = etree.SubElement(properties, qn("a:solidFill"))
        if run.ink.startswith("#"):
            etree.SubElement(fill, qn("a:srgbClr")).set("val", run.ink[1:])
        else:
            etree.SubElement(fill, qn("a:schemeClr")).set("val", str(run.ink))
        etree.SubElement(written, qn("a:t")).text = line
