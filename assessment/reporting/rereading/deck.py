"""What a deck says: texts, tables, charts with their data, and notes, slide by slide."""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

from lxml import etree
from pptx import Presentation
from pptx.exc import PythonPptxError
from pptx.oxml.ns import qn

from assessment.domain.rereading import Place, PlaceKind
from assessment.reporting.rereading.archives import Refused, opened
from assessment.reporting.rereading.workbook import read_workbook

NOTES = "notes"


def read_deck(content: bytes) -> tuple[str, tuple[Place, ...]]:
    """The keywords and everything that is said on the slides."""
    with opened(content):
        try:
            deck = Presentation(io.BytesIO(content))
        except PythonPptxError as error:
            raise Refused("it is damaged") from error
        own = deck.core_properties
        return f"{own.keywords or ''}{own.comments or ''}", tuple(_slides(deck))


def _slides(deck: Any) -> Iterator[Place]:
    for number, slide in enumerate(deck.slides, start=1):
        for shape in _shapes(slide.shapes):
            yield from _said(str(number), shape)
        if slide.has_notes_slide:
            yield _place(str(number), NOTES, text=slide.notes_slide.notes_text_frame.text)


def _shapes(shapes: Any) -> Iterator[Any]:
    for shape in shapes:
        yield shape
        if hasattr(shape, "shapes"):
            yield from _shapes(shape.shapes)


def _said(slide: str, shape: Any) -> Iterator[Place]:
    if shape.has_text_frame and shape.text_frame.text:
        yield _place(slide, shape.name, text=shape.text_frame.text)
    if getattr(shape, "has_table", False) and shape.has_table:
        for row, cells in enumerate(shape.table.rows, start=1):
            for column, cell in enumerate(cells.cells, start=1):
                yield _place(slide, shape.name, str(row), str(column), text=cell.text)
    if getattr(shape, "has_chart", False) and shape.has_chart:
        yield from _chart(slide, shape.name, shape.chart)


def _chart(slide: str, name: str, chart: Any) -> Iterator[Place]:
    """What the chart draws and writes, and what its embedded workbook would make of it when somebody opens it."""
    space = chart._chartSpace  # what is drawn is in no public property, x of a point plot among it
    for number, series in enumerate(space.iter(qn("c:ser")), start=1):
        for part in series:
            for point in part.iter(qn("c:pt")):
                place = f"{etree.QName(part).localname} {point.get('idx')}"
                yield _place(slide, name, str(number), place, text=point.findtext(qn("c:v")) or "")
    for number, text in enumerate(space.iter(qn("a:t")), start=1):
        yield _place(slide, name, str(number), text=text.text or "")
    part = chart.part.chart_workbook.xlsx_part
    if part is not None:
        for cell in read_workbook(part.blob)[1]:
            yield _place(slide, name, *cell.parts, text=cell.text)


def _place(slide: str, *parts: str, text: str) -> Place:
    return Place(kind=PlaceKind.SLIDE, parts=(slide, *parts), text=text)
