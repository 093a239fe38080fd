"""Maturity against importance of native shapes, one group of them: the view says where each dot and label stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pptx.dml.color import RGBColor
from pptx.enum.dml import MSO_LINE, MSO_THEME_COLOR
from pptx.enum.shapes import MSO_SHAPE
from pptx.oxml.ns import qn
from pptx.util import Pt

from assessment.charts.tokens import LIGHT
from assessment.reporting.slides.canvas import Canvas, describe, points, without_style
from assessment.reporting.slides.measuring import SPARE, line_height
from assessment.reporting.slides.template import Box
from assessment.reporting.slides.writing import Align, Ink, Paragraph, Run, write
from assessment.views.deck.model import Scatter
from assessment.views.importance import ImportanceView, NamedDot
from assessment.views.lanes import ACROSS, SPACE, width_of

ROW_EM = 2.05
SUBSTITUTE = 1.3
"""Room for a label beyond what it takes, so that a wider face that is put in stays in one line."""
SIZES = (12.0, 11.0, 10.0, 9.0, 8.0, 7.0)
NAMES_EM = 7.0
"""Room for the names of bands at the left, in ems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Plot:
    """Points for places across from 0 to 100 and for rows from the top; letters are `em` high."""

    shapes: Any
    language: str
    box: Box
    em: float
    row: float

    def x(self, across: float) -> float:
        names = NAMES_EM * self.em
        return self.box.left + names + (self.box.width - names - self.em) * across / 100

    def y(self, row: float) -> float:
        return self.box.top + self.row * row

    def text(
        self, text: str, left: float, middle: float, width: float, *, align: Align, is_bold: bool, ink: Ink
    ) -> Any:
        """One line around a middle, in a box of its own."""
        height = line_height(self.em)
        shape = self.shapes.add_textbox(*points(Box(left=left, top=middle - height / 2, width=width, height=height)))
        frame = shape._element.txBody.find(qn("a:bodyPr"))
        for key, value in (("wrap", "square"), ("lIns", "0"), ("tIns", "0"), ("rIns", "0"), ("bIns", "0")):
            frame.set(key, value)
        line = Paragraph(runs=(Run(text=text, is_bold=is_bold, ink=ink),), size=self.em, align=align)
        write(shape._element.txBody, (line,), self.language)
        return shape


def place_scatter(canvas: Canvas, block: Scatter, box: Box) -> None:
    """The chart in its box, with the largest letters that leave each row its height."""
    view = block.view
    rows = view.row_count + 1
    em = next((size for size in SIZES if rows * ROW_EM * size <= box.height and _is_wide(box, size)), SIZES[-1])
    group = canvas.shapes.add_group_shape()
    plot = _Plot(shapes=group.shapes, language=canvas.language, box=box, em=em, row=min(box.height / rows, 2.4 * em))
    _place_ground(plot, view)
    for dot in view.dots:
        _place_dot(plot, dot)
    describe(group, view.question, block.spoken)


def _is_wide(box: Box, em: float) -> bool:
    """Whether a band is as wide as its labels were laid out for, the spare of another typeface included."""
    return box.width - (NAMES_EM + 1) * em >= SPARE * ACROSS * em


def _place_ground(plot: _Plot, view: ImportanceView) -> None:
    corner = Box(
        left=plot.x(0),
        top=plot.y(0),
        width=plot.x(view.corner_across) - plot.x(0),
        height=plot.y(1 + view.corner_row_count) - plot.y(0),
    )
    shape = plot.shapes.add_shape(MSO_SHAPE.RECTANGLE, *points(corner))
    _bare(shape, LIGHT.panel)
    shape.line.color.rgb = _rgb(LIGHT.edge)
    shape.line.dash_style = MSO_LINE.DASH
    plot.text(
        view.corner, corner.left + 4, plot.y(0.5), corner.width, align=Align.LEFT, is_bold=True, ink=Ink.PLAIN
    ).name = view.corner
    for band in view.bands:
        _rule(plot, plot.x(0), plot.y(band.first + band.row_count), plot.x(100) - plot.x(0), 0.75)
        middle = plot.y(band.first + band.row_count / 2)
        width = (NAMES_EM - 0.6) * plot.em
        plot.text(band.name, plot.box.left, middle, width, align=Align.RIGHT, is_bold=False, ink=Ink.PLAIN)
    bottom = plot.y(view.row_count)
    for tick in view.score_ticks:
        across = plot.x(100 * tick / view.score_ticks[-1])
        _rule(plot, across, plot.y(0), 0.5, bottom - plot.y(0))
        left, middle = across - plot.em, bottom + 0.9 * plot.em
        plot.text(str(tick), left, middle, 2 * plot.em, align=Align.CENTRE, is_bold=False, ink=Ink.QUIET)
    width = (NAMES_EM - 1.6) * plot.em
    middle = bottom + 0.9 * plot.em
    plot.text(view.score_axis, plot.box.left, middle, width, align=Align.RIGHT, is_bold=False, ink=Ink.QUIET)


def _rule(plot: _Plot, left: float, top: float, width: float, height: float) -> None:
    shape = plot.shapes.add_shape(MSO_SHAPE.RECTANGLE, *points(Box(left=left, top=top, width=width, height=height)))
    _bare(shape, LIGHT.line)
    shape.line.fill.background()


def _place_dot(plot: _Plot, dot: NamedDot) -> None:
    x, y = plot.x(dot.across), plot.y(dot.row + 0.5)
    radius, ring = dot.radius * plot.em, dot.ring * plot.em
    reach = radius + ring / 2
    shape = plot.shapes.add_shape(
        MSO_SHAPE.OVAL, *points(Box(left=x - reach, top=y - reach, width=2 * reach, height=2 * reach))
    )
    without_style(shape)
    shape.fill.solid()
    if dot.is_hollow:
        shape.fill.fore_color.rgb = _rgb(LIGHT.ground)
    else:
        shape.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
    shape.line.color.rgb = _rgb(LIGHT.ink)
    shape.line.width = Pt(max(0.25, ring))
    describe(shape, dot.label, dot.spoken)
    beside, width = radius + ring + SPACE * plot.em, SUBSTITUTE * width_of(dot.label) * plot.em
    left = x - beside - width if dot.is_left else x + beside
    align = Align.RIGHT if dot.is_left else Align.LEFT
    plot.text(dot.label, left, y, width, align=align, is_bold=dot.is_weak, ink=Ink.PLAIN).name = dot.label


def _bare(shape: Any, fill: str) -> None:
    without_style(shape)
    shape.fill.solid()
    shape.fill.fore_color.rgb = _rgb(fill)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
