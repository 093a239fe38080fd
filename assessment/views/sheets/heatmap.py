"""The heatmap as a sheet: a row a process, the letters of every attribute as it is and to be, and the gap between."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.content import Attribute
from assessment.domain.computed import Computed
from assessment.views.heatmap import LEVEL, HeatmapState, heatmap_view
from assessment.views.model import Cell
from assessment.views.names import process_name
from assessment.views.sheets.fields import Field, mark, number_of, sheet_of, text
from assessment.views.sheets.model import Scale, Sheet
from assessment.views.wording.numbers import NO_VALUE
from assessment.views.wording.sheets import processes as words
from assessment.views.wording.sheets import units

SHEET_ID = "heatmap"
_WORDS = {HeatmapState.AS_IS: words.as_is, HeatmapState.TO_BE: words.to_be, HeatmapState.GAP: words.gap}


@dataclass(frozen=True, slots=True, kw_only=True)
class StateCells:
    """The cells of the three heatmaps: of a state, by process and attribute; `level` is an attribute among them."""

    by_place: dict[tuple[HeatmapState, str, str], Cell]

    def cell(self, state: HeatmapState, process_id: str, attribute_id: str) -> Cell:
        """One cell; KeyError where there is none."""
        return self.by_place[state, process_id, attribute_id]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    process_id: str
    process: str
    group: str
    cells: StateCells

    def cell(self, state: HeatmapState, column_id: str) -> Cell:
        return self.cells.cell(state, self.process_id, column_id)


def state_cells(computed: Computed) -> StateCells:
    """The cells of the heatmaps as it is, to be, and of the gap."""
    found: dict[tuple[HeatmapState, str, str], Cell] = {}
    for state in HeatmapState:
        (table,) = heatmap_view(computed, state).tables
        for row in table.rows:
            found |= {(state, row.id, column.id): cell for column, cell in zip(table.columns, row.cells, strict=True)}
    return StateCells(by_place=found)


def heatmap_sheet(computed: Computed, cells: StateCells) -> Sheet:
    """A row a process in scope; of each state its level and then the attributes in the framework's order."""
    attributes = computed.framework.attributes
    column_words = {
        **words.HEATMAP_COLUMNS,
        **{
            _column_id(attribute, state): _WORDS[state](attribute.name)
            for state in HeatmapState
            for attribute in attributes
        },
    }
    fields: list[Field[_Line]] = [
        text("process-id", lambda one: one.process_id, 22),
        text("process", lambda one: one.process, 28),
        text("group", lambda one: one.group, 30),
    ]
    for state in HeatmapState:
        fields += [_level_field(state), *(_attribute_field(attribute, state) for attribute in attributes)]
    return sheet_of(SHEET_ID, words.HEATMAP_NAME, column_words, fields, _lines(computed, cells))


def _lines(computed: Computed, cells: StateCells) -> list[_Line]:
    framework = computed.framework
    return [
        _Line(
            process_id=result.process_id,
            process=process_name(framework, result.process_id),
            group=framework.group_by_process[result.process_id].name,
            cells=cells,
        )
        for result in computed.result.processes
    ]


def _level_field(state: HeatmapState) -> Field[_Line]:
    is_gap = state is HeatmapState.GAP
    unit, scale = (units.GAP, Scale.NONE) if is_gap else (units.LEVEL, Scale.LEVEL)
    return mark(state.value, lambda one: number_of(one.cell(state, LEVEL)), unit, scale, 9)


def _attribute_field(attribute: Attribute, state: HeatmapState) -> Field[_Line]:
    column_id = _column_id(attribute, state)
    if state is HeatmapState.GAP:
        return mark(
            column_id,
            lambda one: number_of(one.cell(state, attribute.id)),
            units.POINTS_OF_PERCENT,
            Scale.GAP,
            13,
            1,
        )
    return mark(column_id, lambda one: _letter(one.cell(state, attribute.id)), units.LETTER, Scale.RATING, 13)


def _column_id(attribute: Attribute, state: HeatmapState) -> str:
    return f"{attribute.id}:{state.value}"


def _letter(cell: Cell) -> str | None:
    return None if cell.text == NO_VALUE else cell.text
