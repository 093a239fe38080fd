"""Native charts: dots as XY scatter over the rows of a table, bars lying or standing; data can be edited in PowerPoint.

Row `n` of a dot chart stands at height `count - n`, so that the first is above; the table beside it has the words.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from lxml import etree
from pptx.chart.data import CategoryChartData, XyChartData
from pptx.dml.color import RGBColor
from pptx.enum.chart import XL_CHART_TYPE, XL_LABEL_POSITION, XL_LEGEND_POSITION, XL_MARKER_STYLE, XL_TICK_MARK
from pptx.enum.dml import MSO_THEME_COLOR
from pptx.oxml.ns import qn
from pptx.util import Pt

from assessment.charts.tokens import LIGHT, LIGHT_STEPS
from assessment.reporting.pdf.cleaning import ZERO_WIDTH_SPACE
from assessment.reporting.slides.canvas import Canvas, describe, points
from assessment.reporting.slides.grids import fill, frame_of, head_height, room, said, widths_of
from assessment.reporting.slides.measuring import line_height, text_width
from assessment.reporting.slides.template import Box
from assessment.reporting.slides.writing import Ink, Paragraph, Run, write
from assessment.views.deck.model import Bars, DotMark, Dots, DotSeries
from assessment.views.model import Cell, Column, Mark

SIZES = (13.0, 12.0, 11.0, 10.0, 9.0)
CHART_WIDTH = 0.42
HIGHEST_ROW = 30.0
AXIS_HEIGHT = 34.0
AXIS_SIZE = 10.0
EDGE = 12.0
"""Room at both ends of the scale, so that a dot at its end is whole."""
SIGNS = {DotMark.DOT: "●", DotMark.RING: "●", DotMark.DIAMOND: "◆"}
INKS = {DotMark.DOT: "accent1", DotMark.RING: "accent2", DotMark.DIAMOND: "accent4"}
"""Colours of the theme. A ring is a larger, lighter disk around the dot: not every program draws a hollow marker."""
THEME_COLOURS = {
    DotMark.DOT: MSO_THEME_COLOR.ACCENT_1,
    DotMark.RING: MSO_THEME_COLOR.ACCENT_2,
    DotMark.DIAMOND: MSO_THEME_COLOR.ACCENT_4,
}
LEGEND_SPACE = "   "
MARKER_SIZES = {DotMark.DOT: 8, DotMark.RING: 12, DotMark.DIAMOND: 10}
CHART = "chart"
_READ = re.compile(r"\{?=|[a-z]+:", re.IGNORECASE)
"""What begins so would become a formula or a link in a cell."""
CHART_CELL = Cell()


def place_dots(canvas: Canvas, block: Dots, box: Box) -> None:
    """The table over the whole width, the chart over its last column, which has no words."""
    height = min(HIGHEST_ROW, (box.height - AXIS_HEIGHT - 2 * line_height(SIZES[0])) / max(1, len(block.table.rows)))
    table = replace(
        block.table,
        columns=(*(replace(own, width=own.width * (1 - CHART_WIDTH)) for own in block.table.columns), _legend(block)),
        rows=tuple(replace(row, cells=(*row.cells, CHART_CELL)) for row in block.table.rows),
    )
    widths = widths_of(table, box.width)
    size = next((own for own in SIZES if _fits(block, widths, own, height)), SIZES[-1])
    head = head_height(table, widths, size)
    whole = head + height * len(table.rows)
    frame = frame_of(
        canvas,
        Box(left=box.left, top=box.top, width=box.width, height=whole),
        widths,
        [head, *(height for _ in table.rows)],
    )
    describe(frame, block.table.title or block.id, block.spoken)
    lines = max(1, int((height - 2) // line_height(size)))
    fill(frame, table, widths, size, [lines] * len(table.rows), canvas.language)
    _write_legend(frame.table._tbl.tr_lst[0].tc_lst[-1], block, size, canvas.language)
    left = box.left + sum(widths[:-1])
    plot = Box(left=left, top=box.top + head, width=widths[-1], height=height * len(table.rows))
    _dot_chart(canvas, block, plot)


def _legend(block: Dots) -> Column:
    """The head of the chart's column: what each sign is."""
    whole = sum(column.width for column in block.table.columns)
    return Column(id=CHART, name="".join(run.text for run in _signs(block)), width=whole * CHART_WIDTH)


def _signs(block: Dots) -> tuple[Run, ...]:
    parts = ((INKS[series.mark], SIGNS[series.mark], series.name) for series in reversed(block.series))
    return tuple(
        run
        for ink, sign, name in parts
        for run in (Run(text=f"{sign} ", ink=ink), Run(text=f"{name}{LEGEND_SPACE}", is_bold=True, ink=Ink.QUIET))
    )


def _write_legend(element: Any, block: Dots, size: float, language: str) -> None:
    """The signs in their colours over what they are called."""
    write(element.txBody, (Paragraph(runs=_signs(block), size=size),), language)


def _fits(block: Dots, widths: Sequence[float], size: float, height: float) -> bool:
    if line_height(size) + 2 > height:
        return False
    lines = max(1, int((height - 2) // line_height(size)))
    return all(
        text_width(said(cell), size, is_bold=Mark.STRONG in cell.marks)
        <= lines * room(column, width) * (0.8 if lines > 1 else 1)
        for row in block.table.rows
        for cell, column, width in zip(row.cells, block.table.columns, widths[:-1], strict=True)
    )


def _dot_chart(canvas: Canvas, block: Dots, plot: Box) -> None:
    count = len(block.table.rows)
    data = XyChartData()
    for series in block.series:
        written = data.add_series(unread(series.name))
        for place, cell in enumerate(series.cells):
            written.add_data_point(*((None, None) if cell.value is None else (cell.value, count - place)))
    box = replace(plot, height=plot.height + AXIS_HEIGHT)
    frame = canvas.shapes.add_chart(XL_CHART_TYPE.XY_SCATTER, *points(box), data)
    describe(frame, block.axis, block.spoken)
    chart = frame.chart
    _without_blanks(chart)
    _bare(chart)
    _inner(chart, EDGE / box.width, 0.0, 1 - 2 * EDGE / box.width, plot.height / box.height)
    across, up = chart.category_axis, chart.value_axis
    across.minimum_scale, across.maximum_scale, across.major_unit = block.low, block.high, block.step
    up.minimum_scale, up.maximum_scale = 0.5, count + 0.5
    up.visible = up.has_major_gridlines = False
    across.has_major_gridlines = True
    across.major_gridlines.format.line.color.rgb = _rgb(LIGHT.line)
    across.major_gridlines.format.line.width = Pt(0.5)
    _quiet_axis(across, block.axis)
    for own, series in zip(chart.plots[0].series, block.series, strict=True):
        _dot(own, series)


def _without_blanks(chart: Any) -> None:
    """A point without a value is left out of the numbers kept in the chart; python-pptx would write a word for it."""
    for point in list(chart._chartSpace.iter(qn("c:pt"))):
        if point.findtext(qn("c:v")) == "None":
            point.getparent().remove(point)


def _dot(own: Any, series: DotSeries) -> None:
    own.format.line.fill.background()
    marker = own.marker
    marker.style = XL_MARKER_STYLE.DIAMOND if series.mark is DotMark.DIAMOND else XL_MARKER_STYLE.CIRCLE
    marker.size = MARKER_SIZES[series.mark]
    marker.format.fill.solid()
    marker.format.fill.fore_color.theme_color = THEME_COLOURS[series.mark]
    marker.format.line.fill.background()


def place_bars(canvas: Canvas, block: Bars, box: Box) -> None:
    """Bars with their numbers in or over them."""
    data = CategoryChartData(number_format="0;;")
    data.categories = tuple(unread(name) for name in block.categories)
    for series in block.series:
        data.add_series(unread(series.name), tuple(cell.value for cell in series.cells))
    frame = canvas.shapes.add_chart(_chart_type(block), *points(box), data)
    describe(frame, block.title or block.id, block.spoken)
    chart = frame.chart
    _bare(chart)
    chart.has_legend = len(block.series) > 1
    if chart.has_legend:
        chart.legend.position, chart.legend.include_in_layout = XL_LEGEND_POSITION.TOP, False
        chart.legend.font.size = Pt(AXIS_SIZE)
    chart.value_axis.visible = chart.value_axis.has_major_gridlines = False
    chart.value_axis.minimum_scale, chart.value_axis.maximum_scale = 0, max(1, block.high)
    axis = chart.category_axis
    axis.reverse_order = block.is_lying
    axis.tick_labels.font.size = Pt(AXIS_SIZE + 1)
    axis.major_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.color.rgb = _rgb(LIGHT.edge)
    plot = chart.plots[0]
    plot.gap_width, plot.overlap = 45, 100 if block.is_stacked else 0
    for own, series in zip(plot.series, block.series, strict=True):
        _bar(own, series.style, is_stacked=block.is_stacked)


def unread(name: str) -> str:
    """A name that the workbook behind a chart takes as it is: no formula and no address, whatever it begins with.

    >>> unread("Delivery"), unread("=1+1").endswith("=1+1"), unread("=1+1") == "=1+1"
    ('Delivery', True, False)
    """
    return f"{ZERO_WIDTH_SPACE}{name}" if _READ.match(name) else name


def _chart_type(block: Bars) -> Any:
    if block.is_lying:
        return XL_CHART_TYPE.BAR_STACKED if block.is_stacked else XL_CHART_TYPE.BAR_CLUSTERED
    return XL_CHART_TYPE.COLUMN_STACKED if block.is_stacked else XL_CHART_TYPE.COLUMN_CLUSTERED


def _bar(own: Any, style: str, *, is_stacked: bool) -> None:
    step = LIGHT_STEPS.get(style)
    own.format.fill.solid()
    labels = own.data_labels
    labels.show_value, labels.number_format, labels.number_format_is_linked = True, "0;;" if is_stacked else "0", False
    labels.font.size, labels.font.bold = Pt(AXIS_SIZE + 1), True
    labels.position = XL_LABEL_POSITION.CENTER if is_stacked else XL_LABEL_POSITION.OUTSIDE_END
    if step is None:
        own.format.fill.fore_color.theme_color = MSO_THEME_COLOR.ACCENT_1
        labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_1
        return
    own.format.fill.fore_color.rgb = _rgb(step.fill)
    own.format.line.color.rgb = _rgb(LIGHT.edge)
    own.format.line.width = Pt(0.5)
    labels.font.color.rgb = _rgb(step.ink)


def _bare(chart: Any) -> None:
    """Without a title, a legend and a fill."""
    chart.has_title = chart.has_legend = False
    chart.font.size = Pt(AXIS_SIZE)
    chart.font.color.theme_color = MSO_THEME_COLOR.TEXT_1


def _quiet_axis(axis: Any, title: str) -> None:
    axis.tick_labels.font.size = Pt(AXIS_SIZE)
    axis.tick_labels.number_format, axis.tick_labels.number_format_is_linked = "0", False
    axis.tick_labels.font.color.theme_color = MSO_THEME_COLOR.TEXT_2
    axis.major_tick_mark = axis.minor_tick_mark = XL_TICK_MARK.NONE
    axis.format.line.color.rgb = _rgb(LIGHT.edge)
    axis.has_title = True
    axis.axis_title.text_frame.text = title
    font = axis.axis_title.text_frame.paragraphs[0].runs[0].font
    font.size, font.bold = Pt(AXIS_SIZE), False
    font.color.theme_color = MSO_THEME_COLOR.TEXT_2


def _inner(chart: Any, left: float, top: float, width: float, height: float) -> None:
    """Where the plot stands within its chart, in shares of it, the axis left out: its rows are those of the table."""
    area = chart._chartSpace.chart.plotArea
    for old in area.findall(qn("c:layout")):
        area.remove(old)
    layout = etree.Element(qn("c:layout"))
    manual = etree.SubElement(layout, qn("c:manualLayout"))
    places = (
        ("layoutTarget", "inner"),
        ("xMode", "edge"),
        ("yMode", "edge"),
        ("x", left),
        ("y", top),
        ("w", width),
        ("h", height),
    )
    for name, value in places:
        etree.SubElement(manual, qn(f"c:{name}")).set("val", value if isinstance(value, str) else f"{value:.5f}")
    area.insert(0, layout)


def _rgb(colour: str) -> RGBColor:
    return RGBColor.from_string(colour.removeprefix("#"))
