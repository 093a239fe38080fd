"""What slides are made of: frozen blocks with every word made and every exact value kept; the printer only places them.

Areas of a slide stand side by side, the blocks of an area one above the other. Places in a `Dots` chart run from `low`
to `high` of its scale; a cell without a value has no dot: unknown is not zero.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from assessment.views.importance import ImportanceView
from assessment.views.map.process_map import MapView
from assessment.views.model import Cell, Fact, Number, Table
from assessment.views.report import Imprint


class SlideKind(StrEnum):
    """Which layout of the template a slide takes."""

    COVER = "cover"
    MESSAGE = "message"


class DotMark(StrEnum):
    """The sign of a series of dots."""

    DOT = "dot"
    RING = "ring"
    DIAMOND = "diamond"


@dataclass(frozen=True, slots=True, kw_only=True)
class Point:
    """One line of a list; `lead` stands before it in semibold."""

    text: str
    lead: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Points:
    """A list under a small title."""

    id: str
    title: str
    points: tuple[Point, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """Facts as large figures, each over its label and note."""

    id: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Grid:
    """A native table. Rows past the room a slide has were left out and are counted in `more`."""

    id: str
    table: Table
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DotSeries:
    """One dot a row; `cells` have the exact values and what they are shown as, `name` stands in the legend."""

    id: str
    name: str
    mark: DotMark
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Dots:
    """A dot chart beside the columns of a table, a row each; `axis` names the scale from `low` to `high`."""

    id: str
    table: Table
    series: tuple[DotSeries, ...]
    low: float
    high: float
    step: float
    axis: str
    spoken: str
    more: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class BarSeries:
    """One series of bars; `style` is a step of a scale, or empty for the accent."""

    id: str
    name: str
    style: str
    cells: tuple[Cell, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Bars:
    """A bar chart: `is_lying` from left to right, `is_stacked` one upon the other; `high` is the end of its scale."""

    id: str
    title: str
    categories: tuple[str, ...]
    series: tuple[BarSeries, ...]
    high: Number
    is_lying: bool
    is_stacked: bool
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Map:
    """The process map, of shapes."""

    id: str
    view: MapView
    spoken: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Scatter:
    """Maturity against importance, of shapes."""

    id: str
    view: ImportanceView
    spoken: str


Block = Points | Figures | Grid | Dots | Bars | Map | Scatter


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """Blocks one above the other, over a share of the width."""

    width: float
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Slide:
    """One slide. `title` is its message, `caption` what is measured, with the legend; `notes` say where it is from."""

    id: str
    kind: SlideKind
    section: str
    title: str
    areas: tuple[Area, ...]
    caption: str = ""
    notes: tuple[str, ...] = ()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every block, from the left and from above."""
        return tuple(block for area in self.areas for block in area.blocks)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deck:
    """All slides in order, and what stands at the foot of each and in the file's properties."""

    imprint: Imprint
    slides: tuple[Slide, ...]

    def slide(self, slide_id: str) -> Slide:
        """A slide by its id; KeyError for none."""
        for slide in self.slides:
            if slide.id == slide_id:
                return slide
        raise KeyError(slide_id)
