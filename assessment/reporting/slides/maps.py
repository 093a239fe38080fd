"""The process map of native shapes, one group of them: frames, boxes with their letter and name, hatches and dashes."""

from __future__ import annotations

from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE
from pptx.enum.shapes import MSO_CONNECTOR, MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from assessment.charts.process_map.names import box_lines, frame_lines
from assessment.charts.tokens import LIGHT, LIGHT_STEPS, ScaleStep
from assessment.reporting.slides.canvas import Canvas, describe, points, without_style
from assessment.reporting.slides.measuring import line_height, text_width
from assessment.reporting.slides.template import Box
from assessment.reporting.slides.writing import Paragraph, Run, write
from assessment.views.deck.model import Map
from assessment.views.map.places import Place
from assessment.views.map.process_map import Box as MapBox
from assessment.views.map.process_map import Frame
from assessment.views.model import Mark

HIGHEST_ROW = 70.0
NAME_SIZES = (11.0, 10.0, 9.0, 8.0)
PAD = 4.0
HATCH_STROKES, HATCH_STEP = 5, 5.0
NO_STEP = ScaleStep(fill=LIGHT.ground, ink=LIGHT.ink)
OUT_STEP = ScaleStep(fill=LIGHT.panel, ink=LIGHT.quiet_ink)


def place_map(canvas: Canvas, block: Map, box: Box) -> None:
    """The map in its box, as high as its rows want to be."""
    view = block.view
    height = min(box.height, HIGHEST_ROW * view.row_count)
    room = Box(left=box.left, top=box.top, width=box.width, height=height)
    group = canvas.shapes.add_group_shape()
    size = _size(block, room)
    for frame in view.frames:
        _place_frame(group.shapes, canvas.language, frame, view.column_count, _inside(room, frame.place), size)
    for own in view.boxes:
        _place_box(group.shapes, canvas.language, own, _inside(room, own.place), size)
    describe(group, view.question, block.spoken)


def _inside(room: Box, place: Place) -> Box:
    """A place from 0 to 100 in points."""
    across, down = room.width / 100, room.height / 100
    return Box(
        left=room.left + place.left * across,
        top=room.top + place.top * down,
        width=place.width * across,
        height=place.height * down,
    )


def _size(block: Map, room: Box) -> float:
    """The largest letters with which every line of every box fits."""
    return next((size for size in NAME_SIZES if _fits(block, room, size)), NAME_SIZES[-1])


def _fits(block: Map, room: Box, size: float) -> bool:
    for own in block.view.boxes:
        box, lines = _inside(room, own.place), box_lines(own)
        is_wide = any(text_width(line, size) > box.width - 2 * PAD for line in lines)
        if is_wide or (len(lines) + 1) * line_height(size) + PAD > box.height:
            return False
    return True


def _place_frame(shapes: Any, language: str, frame: Frame, column_count: float, box: Box, size: float) -> None:
    shape = _rectangle(shapes, box, LIGHT.panel, LIGHT.edge if frame.is_hub else LIGHT.line, 1.5)
    head = Run(text="\n".join(frame_lines(frame, column_count)), is_bold=True, ink=LIGHT.ink)
    _write(shape, (Paragraph(runs=(head,), size=size),), language)
    shape.name = frame.name


def _place_box(shapes: Any, language: str, own: MapBox, box: Box, size: float) -> None:
    step = OUT_STEP if own.is_out else LIGHT_STEPS.get(own.cell.style, NO_STEP)
    is_dashed = Mark.DASHED in own.cell.marks
    shape = _rectangle(shapes, box, step.fill, LIGHT.ink if is_dashed else LIGHT.edge, 1.5 if is_dashed else 0.5)
    if is_dashed or own.is_out:
        shape.line.dash_style = MSO_LINE.DASH if is_dashed else MSO_LINE.ROUND_DOT
    letter = Run(text=own.cell.text, is_bold=True, ink=step.ink)
    name = Run(text="\n".join(box_lines(own)), ink=step.ink)
    _write(shape, (Paragraph(runs=(letter,), size=size), Paragraph(runs=(name,), size=size)), language)
    describe(shape, own.name, own.spoken)
    if Mark.HATCHED in own.cell.marks:
        _hatch(shapes, box, step.ink, size)


def _rectangle(shapes: Any, box: Box, fill: str, edge: str, width: float) -> Any:
    shape = shapes.add_shape(MSO_SHAPE.RECTANGLE, *points(box))
    without_style(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(fill)
    shape.line.color.rgb = _rgb(edge)
    shape.line.width = Pt(width)
    return shape


def _write(shape: Any, paragraphs: tuple[Paragraph, ...], language: str) -> None:
    body = shape._element.txBody
    frame = body.find(qn("a:bodyPr"))
    for key, value in (("wrap", "none"), ("anchor", "t"), ("rIns", "0"), ("bIns", "0")):
        frame.set(key, value)
    for key in ("lIns", "tIns"):
        frame.set(key, str(int(Pt(PAD))))
    write(body, paragraphs, language)


def _hatch(shapes: Any, box: Box, ink: str, size: float) -> None:
    """Strokes beside the letter, up to the right edge."""
    right, top = box.left + box.width - PAD, box.top + PAD
    for number in range(HATCH_STROKES):
        left = right - HATCH_STEP * (number + 1)
        ends = (Pt(left), Pt(top + size), Pt(left + HATCH_STEP - 1), Pt(top + 1))
        stroke = shapes.add_connector(MSO_CONNECTOR.STRAIGHT, *ends)
        stroke.line.color.rgb = _rgb(ink)
        stroke.line.width = Pt(0.75)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
