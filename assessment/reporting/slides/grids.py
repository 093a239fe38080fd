"""Native tables: rows as high as their words, cells with the fill and the ink of their step of a scale."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from lxml import etree
from pptx.oxml.ns import qn
from pptx.util import Emu, Pt

from assessment.charts.tokens import INK_ON_LIGHT, LIGHT, LIGHT_STEPS
from assessment.reporting.slides.canvas import Canvas, describe, points
from assessment.reporting.slides.measuring import line_count, line_height, shortened, text_width
from assessment.reporting.slides.template import Box
from assessment.reporting.slides.writing import Align, Ink, Paragraph, Run, plain, write
from assessment.views.deck.model import Grid
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table

NO_STYLE = "{2D5ABB26-0587-4C30-8999-92F81FD0307C}"
"""PowerPoint's table style without fills and rules: all of them are said in the cells."""
SIDE, MARK_SIDE = 5.0, 2.0
"""Room at both sides of the words of a cell; less where one letter stands in the middle."""
PAD = 0.26
"""Above and below the words of a cell, in parts of their size."""
AIR = 0.7
"""At most so much is added to a row where there is room, in parts of the letters' size."""
NOTE_SPACE = "  "
MOST_LINES = 12
SMALLEST = 9.0
TOO_HIGH = 1e6
"""What a table is said to take in letters that would break the name of a column."""
HATCH_SHARE = 0.2
_ALIGNS = {Kind.NUMBER: Align.RIGHT, Kind.MARK: Align.CENTRE}
_STRONG = frozenset({Mark.STRONG, Mark.TOTAL})


@dataclass(frozen=True, slots=True, kw_only=True)
class Lining:
    """Rules around a cell in points: below, above, at the sides; dashed where the value is provisional."""

    below: float = 0.5
    above: float = 0.0
    sides: float = 0.0
    colour: str = LIGHT.line
    is_dashed: bool = False


def widths_of(table: Table, width: float) -> tuple[float, ...]:
    """The widths of the columns, in points."""
    whole = sum(column.width for column in table.columns)
    return tuple(width * column.width / whole for column in table.columns)


def grid_height(block: Grid, width: float, size: float, limit: int = MOST_LINES) -> float:
    """The height of a table with letters of a size, no row with more lines than the limit."""
    widths = widths_of(block.table, width)
    if size > SMALLEST and _breaks_a_name(block.table, widths, size):
        return TOO_HIGH
    lines = (min(limit, own) for own in _line_counts(block.table, widths, size))
    return _fixed_height(block, widths, size) + sum(lines) * line_height(size)


def _fixed_height(block: Grid, widths: Sequence[float], size: float) -> float:
    """The height of all but the lines of the rows: the names of the columns, what stands under it, the air in rows."""
    more = line_height(size) + PAD * size if block.more else 0.0
    return head_height(block.table, widths, size) + len(block.table.rows) * 2 * PAD * size + more


def _breaks_a_name(table: Table, widths: Sequence[float], size: float) -> bool:
    """Whether a word in the name of a column is wider than the column."""
    return any(
        text_width(word, size, is_bold=True) > room(column, width)
        for column, width in zip(table.columns, widths, strict=True)
        for word in column.name.split()
    )


def head_height(table: Table, widths: Sequence[float], size: float) -> float:
    """The height of the row of names."""
    lines = (
        line_count(column.name, size, room(column, width), is_bold=True)
        for column, width in zip(table.columns, widths, strict=True)
    )
    return max(lines) * line_height(size) + 2 * PAD * size


def _line_counts(table: Table, widths: Sequence[float], size: float) -> tuple[int, ...]:
    """So many lines each row takes, at most `MOST_LINES`."""
    return tuple(
        min(
            MOST_LINES,
            max(
                line_count(said(cell), size, room(column, width), is_bold=bool(cell.marks & _STRONG))
                for cell, column, width in zip(row.cells, table.columns, widths, strict=True)
            ),
        )
        for row in table.rows
    )


def _limits(block: Grid, widths: Sequence[float], size: float, height: float) -> tuple[int, ...]:
    """So many lines each row may have: all it takes where there is room, else about as many each, the upper first."""
    wanted = _line_counts(block.table, widths, size)
    free = int((height - _fixed_height(block, widths, size) + 1e-6) // line_height(size))
    limits = [1] * len(wanted)
    for limit in range(2, MOST_LINES + 1):
        for place, own in enumerate(wanted):
            if own >= limit and sum(limits) < free:
                limits[place] = limit
    return tuple(limits)


def room(column: Column, width: float) -> float:
    """The width that the words of a column have."""
    return width - 2 * _side(column)


def _side(column: Column) -> float:
    return MARK_SIDE if column.kind is Kind.MARK else SIDE


def said(cell: Cell) -> str:
    """What stands in a cell: its text, and its note behind it."""
    return f"{cell.text}{NOTE_SPACE}{cell.note}" if cell.text and cell.note else cell.text or cell.note


def place_grid(canvas: Canvas, block: Grid, box: Box, size: float, spoken: str) -> None:
    """The table in its box; where it is too small, cells are shortened to as many lines as there is room for."""
    table, widths = block.table, widths_of(block.table, box.width)
    limits = _limits(block, widths, size, box.height)
    heights = [count * line_height(size) + 2 * PAD * size for count in limits]
    spare = box.height - _fixed_height(block, widths, size) - sum(limits) * line_height(size)
    air = max(0.0, min(AIR * size, spare / max(1, len(heights))))
    heights = [height + air for height in heights]
    head = head_height(table, widths, size)
    whole = head + sum(heights)
    frame = frame_of(canvas, Box(left=box.left, top=box.top, width=box.width, height=whole), widths, [head, *heights])
    describe(frame, table.title or table.id, spoken)
    fill(frame, table, widths, size, limits, canvas.language)
    if block.more:
        place = Box(left=box.left, top=box.top + whole + PAD * size, width=box.width, height=line_height(size))
        canvas.text(place, (plain(block.more, size, ink=Ink.QUIET),), table.id)


def frame_of(canvas: Canvas, box: Box, widths: Sequence[float], heights: Sequence[float]) -> Any:
    """A table without words: its columns and rows."""
    frame = canvas.shapes.add_table(len(heights), len(widths), *points(box))
    table = frame.table
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Emu(Pt(width))
    for row, height in zip(table.rows, heights, strict=True):
        row.height = Emu(Pt(height))
    properties = table._tbl.tblPr
    properties.set("firstRow", "1")
    properties.set("bandRow", "0")
    properties.find(qn("a:tableStyleId")).text = NO_STYLE
    return frame


def fill(frame: Any, table: Table, widths: Sequence[float], size: float, limits: Sequence[int], language: str) -> None:
    """The words of a table: the names of its columns, then its rows with so many lines each."""
    rows = frame.table._tbl.tr_lst
    for element, column, width in zip(rows[0].tc_lst, table.columns, widths, strict=True):
        _write_head(element, column, width, size, language)
    for element, row, limit in zip(rows[1:], table.rows, limits, strict=True):
        _write_row(element, row, table.columns, widths, size, limit, language)


def _write_head(element: Any, column: Column, width: float, size: float, language: str) -> None:
    text = shortened(column.name, size, room(column, width), MOST_LINES, is_bold=True)
    paragraph = Paragraph(
        runs=(Run(text=text, is_bold=True, ink=Ink.QUIET),), size=size, align=_ALIGNS.get(column.kind, Align.LEFT)
    )
    write(element.txBody, (paragraph,), language)
    _dress(element, Lining(below=1.0, colour=LIGHT.edge), (), side=_side(column), anchor="b")


def _write_row(
    element: Any,
    row: Row,
    columns: Sequence[Column],
    widths: Sequence[float],
    size: float,
    limit: int,
    language: str,
) -> None:
    for part, cell, column, width in zip(element.tc_lst, row.cells, columns, widths, strict=True):
        align = _ALIGNS.get(column.kind, Align.LEFT)
        write(part.txBody, (cell_paragraph(cell, room(column, width), size, limit, align),), language)
        _dress(part, _lining(cell), fills(cell), side=_side(column))


def cell_paragraph(cell: Cell, width: float, size: float, limit: int, align: Align) -> Paragraph:
    """The words of a cell, in the ink of its step where it has one; its note is quiet."""
    is_bold = bool(cell.marks & _STRONG)
    step = LIGHT_STEPS.get(cell.style)
    ink = step.ink if step else Ink.QUIET if Mark.QUIET in cell.marks else Ink.PLAIN
    text = shortened(said(cell), size, width, limit, is_bold=is_bold)
    if cell.note and text.startswith(f"{cell.text}{NOTE_SPACE}"):
        head, note = text[: len(cell.text)], text[len(cell.text) :]
        runs: tuple[Run, ...] = (Run(text=head, is_bold=is_bold, ink=ink), Run(text=note, ink=Ink.QUIET))
    else:
        runs = (Run(text=text, is_bold=is_bold, ink=ink),)
    return Paragraph(runs=runs, size=size, align=align)


def fills(cell: Cell) -> tuple[str, ...]:
    """The colours behind a cell: none, one, or two where it is hatched. The second is further from the ink."""
    step = LIGHT_STEPS.get(cell.style)
    if step is None:
        return ()
    if Mark.HATCHED not in cell.marks:
        return (step.fill,)
    return step.fill, blended(step.fill, "#FFFFFF" if step.ink == INK_ON_LIGHT else "#000000")


def blended(colour: str, towards: str) -> str:
    """A colour, so far on the way to another as `HATCH_SHARE` says.

    >>> blended("#000000", "#FFFFFF")
    '#333333'
    """
    parts = ((int(colour[place : place + 2], 16), int(towards[place : place + 2], 16)) for place in (1, 3, 5))
    return "#" + "".join(f"{round(own + (other - own) * HATCH_SHARE):02X}" for own, other in parts)


def _lining(cell: Cell) -> Lining:
    if Mark.DASHED in cell.marks:
        return Lining(below=1.0, above=1.0, sides=1.0, colour=LIGHT.edge, is_dashed=True)
    if cell.style in LIGHT_STEPS:
        return Lining(below=1.0, above=1.0, sides=1.0, colour=LIGHT.ground)
    return Lining(above=1.0, colour=LIGHT.edge) if Mark.TOTAL in cell.marks else Lining()


def _dress(element: Any, lining: Lining, colours: tuple[str, ...], *, side: float = SIDE, anchor: str = "ctr") -> None:
    """Margins, rules and fill of a cell, in the order that the format asks for."""
    properties = element.get_or_add_tcPr()
    for key in ("marL", "marR"):
        properties.set(key, str(int(Pt(side))))
    for key in ("marT", "marB"):
        properties.set(key, "0")
    properties.set("anchor", anchor)
    for child in list(properties):
        properties.remove(child)
    for tag, width in (
        ("a:lnL", lining.sides),
        ("a:lnR", lining.sides),
        ("a:lnT", lining.above),
        ("a:lnB", lining.below),
    ):
        line = etree.SubElement(properties, qn(tag))
        line.set("w", str(int(Pt(width))))
        if not width:
            etree.SubElement(line, qn("a:noFill"))
            continue
        _colour(etree.SubElement(line, qn("a:solidFill")), lining.colour)
        if lining.is_dashed:
            etree.SubElement(line, qn("a:prstDash")).set("val", "dash")
    if len(colours) == 1:
        _colour(etree.SubElement(properties, qn("a:solidFill")), colours[0])
    elif colours:
        pattern = etree.SubElement(properties, qn("a:pattFill"))
        pattern.set("prst", "wdUpDiag")
        _colour(etree.SubElement(pattern, qn("a:fgClr")), colours[1])
        _colour(etree.SubElement(pattern, qn("a:bgClr")), colours[0])
    else:
        etree.SubElement(properties, qn("a:noFill"))


def _colour(element: etree._Element, colour: str) -> None:
    etree.SubElement(element, qn("a:srgbClr")).set("val", colour.removeprefix("#"))
