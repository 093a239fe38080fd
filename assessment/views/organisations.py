"""The organisations and units that assessments are of.

| column | value | range |
|---|---|---|
| organisation, unit | id; None in the row of an organisation as a whole | |
| assessments | how many there are of it, units included | 0 up |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.wording import organisations as words
from assessment.views.wording.numbers import whole_text


class Unit(Protocol):
    """A unit, and how many assessments there are of it."""

    @property
    def id(self) -> str:
        """Its id."""

    @property
    def name(self) -> str:
        """Its name in the spelling that is kept."""

    @property
    def assessment_count(self) -> int:
        """How many assessments there are of it."""


class Organisation(Unit, Protocol):
    """An organisation with its units; its count includes theirs."""

    @property
    def units(self) -> Sequence[Unit]:
        """Its units, by name."""


def organisations_view(organisations: Sequence[Organisation]) -> View:
    """A row for each organisation and below it one for each of its units, in the order given."""
    return View(
        id="organisations",
        question=words.QUESTION,
        finding=words.how_many(len(organisations), sum(len(one.units) for one in organisations)),
        tables=(
            Table(
                id="organisations",
                title=words.QUESTION,
                measure=words.MEASURE,
                columns=(
                    Column(id="organisation", name=words.ORGANISATION_COLUMN),
                    Column(id="unit", name=words.UNIT_COLUMN),
                    Column(id="assessments", name=words.COUNT_COLUMN, kind=Kind.NUMBER),
                ),
                rows=tuple(row for organisation in organisations for row in _rows(organisation)),
                empty=words.EMPTY,
            ),
        ),
        empty="" if organisations else words.EMPTY,
    )


def _rows(organisation: Organisation) -> Iterator[Row]:
    strong = frozenset({Mark.STRONG})
    name = Cell(text=organisation.name, value=organisation.id, marks=strong)
    yield Row(id=organisation.id, cells=(name, Cell(), _count_cell(organisation)))
    for unit in organisation.units:
        yield Row(
            id=f"{organisation.id}:{unit.id}",
            cells=(
                Cell(text=organisation.name, value=organisation.id),
                Cell(text=unit.name, value=unit.id),
                _count_cell(unit),
            ),
        )


def _count_cell(counted: Unit) -> Cell:
    return Cell(text=whole_text(counted.assessment_count), value=counted.assessment_count)
