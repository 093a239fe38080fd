"""The process map as a view: groups and boxes at their places, coloured one way, and the process that is chosen.

| column | value | range |
|---|---|---|
| level | capability level | 0 to 5 |
| gap | target level minus level | -5 to 5 |
| priority | place in the order, 0 at target | 0 up |
| pain | as used | 0 to 5 |
| agreement, confidence | state | a word |
| leverage | others' unmet need downstream | 0 to 1 |

The table has every process of the framework in all colourings; a process out of scope has empty cells and says so.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.rating.results import PriorityResult, ProcessResult
from assessment.views.levels import status_note
from assessment.views.map.chosen import Chosen, chosen_process
from assessment.views.map.colouring import Colour, map_cell
from assessment.views.map.findings import map_finding
from assessment.views.map.legends import map_legend
from assessment.views.map.lines import lines_of
from assessment.views.map.places import Place, Places, places_of
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.names import extension_mark, named_apart, process_name
from assessment.views.wording import process_map as words
from assessment.views.wording.numbers import decimal_text

COLOUR_WIDTHS = 11.0


class Role(StrEnum):
    """What a box is to the chosen process."""

    NONE = "none"
    CHOSEN = "chosen"
    LINKED = "linked"


@dataclass(frozen=True, slots=True, kw_only=True)
class Frame:
    """A group with its name over its boxes."""

    id: str
    name: str
    place: Place
    is_hub: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Box:
    """A process: `note` stands small under its name; `is_out` where it is not in scope."""

    id: str
    name: str
    note: str
    cell: Cell
    spoken: str
    place: Place
    is_out: bool
    role: Role


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView(View):
    """The map in one colouring; its table has all of them. `row_count` is its height in rows of boxes."""

    colour: Colour
    measure: str
    frames: tuple[Frame, ...]
    boxes: tuple[Box, ...]
    row_count: float
    column_count: float
    chosen: Chosen | None

    @property
    def listed(self) -> Table:
        """The processes by group in this colouring alone: the map where there is no room for one."""
        return self.table("map").only("process", self.colour.value)


def map_view(computed: Computed, colour: Colour = Colour.LEVEL, process_id: str | None = None) -> MapView:
    """The map of an assessment; a process that is chosen and in scope has its lines."""
    framework, result = computed.framework, computed.result
    places = places_of(framework)
    table = _table(computed, colour)
    boxes = {row.id: row.cells[table.place(colour.value)] for row in table.rows}
    chosen = _chosen(computed, places, process_id, boxes)
    linked = {end for line in chosen.lines for end in (line.from_process, line.to_process)} if chosen else set()
    return MapView(
        id="map",
        question=words.QUESTION,
        finding=map_finding(computed, colour),
        tables=(table,),
        notes=_notes(computed),
        empty="" if result.whole.process_count else words.EMPTY,
        colour=colour,
        measure=words.MEASURES[colour.value],
        frames=tuple(
            Frame(
                id=placed.id,
                name=next(group.name for group in framework.groups if group.id == placed.id),
                place=placed.place,
                is_hub=placed.id == places.hub_id,
            )
            for placed in places.groups
        ),
        boxes=tuple(
            Box(
                id=placed.id,
                name=process_name(framework, placed.id),
                note=table.cell(placed.id, "process").note,
                cell=boxes[placed.id],
                spoken=words.spoken(process_name(framework, placed.id), boxes[placed.id].spoken),
                place=placed.place,
                is_out=Mark.QUIET in boxes[placed.id].marks,
                role=_role(placed.id, chosen, linked),
            )
            for placed in places.processes
        ),
        row_count=places.row_count,
        column_count=places.column_count,
        chosen=chosen,
    )


def _chosen(computed: Computed, places: Places, process_id: str | None, boxes: dict[str, Cell]) -> Chosen | None:
    if process_id is None or process_id not in computed.assessment.scope:
        return None
    said = words.spoken(process_name(computed.framework, process_id), boxes[process_id].spoken)
    return chosen_process(computed, process_id, words.sentence(said), lines_of(computed, places, process_id))


def _role(process_id: str, chosen: Chosen | None, linked: set[str]) -> Role:
    if chosen is not None and process_id == chosen.process_id:
        return Role.CHOSEN
    return Role.LINKED if process_id in linked else Role.NONE


def _table(computed: Computed, colour: Colour) -> Table:
    framework = computed.framework
    found = {process.process_id: process for process in computed.result.processes}
    entries = {entry.process_id: entry for entry in computed.result.priorities}
    rows = tuple(_row(framework, own.id, found.get(own.id), entries.get(own.id)) for own in framework.processes)
    place = 1 + list(Colour).index(colour)
    return Table(
        id="map",
        title=words.TABLE_TITLE,
        measure=words.MEASURES[colour.value],
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=100 - COLOUR_WIDTHS * (len(Colour) + 1)),
            *(
                Column(
                    id=own.value,
                    name=words.COLOURS[own.value],
                    kind=Kind.MARK,
                    width=COLOUR_WIDTHS,
                    meaning=words.MEANINGS[own.value],
                )
                for own in Colour
            ),
            Column(
                id="leverage",
                name=words.LEVERAGE_COLUMN,
                kind=Kind.NUMBER,
                width=COLOUR_WIDTHS,
                meaning=words.LEVERAGE_MEANING,
            ),
        ),
        rows=rows,
        empty=words.EMPTY,
        legend=map_legend(framework, colour, [row.cells[place] for row in rows]),
    )


def _row(framework: Framework, process_id: str, process: ProcessResult | None, entry: PriorityResult | None) -> Row:
    share = entry.leverage_share if entry else None
    leverage = Cell() if share is None else Cell(text=decimal_text(share, 2), value=share)
    name = Cell(text=process_name(framework, process_id), value=process_id, note=_note(framework, process_id, process))
    return Row(
        id=process_id,
        cells=(name, *(map_cell(framework, process, entry, colour) for colour in Colour), leverage),
        group=framework.group_by_process[process_id].name,
    )


def _note(framework: Framework, process_id: str, process: ProcessResult | None) -> str:
    """Why a process has no colour, else that the paper does not have it, or the badge of one that reaches all."""
    if process is None:
        return words.OUT_OF_SCOPE
    is_extension = bool(extension_mark(framework, framework.process_by_id[process_id]))
    reaches = any(one.from_process == process_id and one.counts_in_leverage for one in framework.universal)
    return (
        status_note(process)
        or (words.EXTENSION_NOTE if is_extension else "")
        or (words.REACHES_ALL_NOTE if reaches else "")
    )


def _notes(computed: Computed) -> tuple[str, ...]:
    return (*_extensions(computed.framework), *named_apart(computed.framework, computed.result.whole), *_out(computed))


def _extensions(framework: Framework) -> Iterator[str]:
    """Which processes the paper does not have, in one sentence for all."""
    marks = {process.name: extension_mark(framework, process) for process in framework.processes}
    names = [name for name, mark in marks.items() if mark]
    if names:
        yield words.extensions(names, next(mark for mark in marks.values() if mark))


def _out(computed: Computed) -> Iterator[str]:
    scope = frozenset(computed.assessment.scope)
    names = [process.name for process in computed.framework.processes if process.id not in scope]
    if names:
        yield words.out_of_scope(names, len(computed.framework.processes))
