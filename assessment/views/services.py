"""The business services that matter, the processes each leans on, and the weakest of these.

| column | value | range |
|---|---|---|
| importance | importance of the service | 1 to 5 |
| leans-on, weakest | ids of processes, None for none | |
| lowest | lowest level of the processes it leans on, None where none has a level | 0 to 5 |
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from assessment.domain.answered.assessment import CriticalService
from assessment.domain.computed import Computed
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, View
from assessment.views.names import process_name, process_names
from assessment.views.wording import services as words
from assessment.views.wording.numbers import NO_VALUE, level_text, whole_text


@dataclass(frozen=True, slots=True, kw_only=True)
class _Footing:
    """A service with what it leans on, in the framework's order; `lowest` is None where none of it has a level."""

    service: CriticalService
    process_ids: tuple[str, ...]
    lowest: int | None
    weakest_ids: tuple[str, ...]
    apart_ids: tuple[str, ...]


def services_view(computed: Computed) -> View:
    """Every critical service, the most important first, of these the one on the weakest footing."""
    footings = sorted(
        (_footing(computed, service) for service in computed.assessment.critical_services), key=_weakest_first
    )
    return View(
        id="services",
        question=words.QUESTION,
        finding=_finding(computed, footings),
        tables=(_table(computed, footings),),
        notes=(words.proposes(),) if footings else (),
        empty="" if footings else words.EMPTY,
    )


def _footing(computed: Computed, service: CriticalService) -> _Footing:
    levels = {process.process_id: process.level.level for process in computed.result.processes}
    process_ids = tuple(own.id for own in computed.framework.processes if own.id in service.process_ids)
    known = {own: level for own in process_ids if (level := levels.get(own)) is not None}
    lowest = min(known.values(), default=None)
    return _Footing(
        service=service,
        process_ids=process_ids,
        lowest=lowest,
        weakest_ids=tuple(own for own, level in known.items() if level == lowest),
        apart_ids=tuple(own for own in process_ids if own not in known),
    )


def _weakest_first(footing: _Footing) -> tuple[int, bool, int, str]:
    """Most important first; of these the lowest level first, none of them last; then by name."""
    return -footing.service.importance, footing.lowest is None, footing.lowest or 0, footing.service.name


def _finding(computed: Computed, footings: Sequence[_Footing]) -> str:
    if not footings:
        return words.none_recorded()
    first = next((footing for footing in footings if footing.lowest is not None), None)
    if first is None or first.lowest is None:
        return words.no_level()
    names = [process_name(computed.framework, own) for own in first.weakest_ids]
    return words.rests_on(first.service.name, names, first.lowest)


def _table(computed: Computed, footings: Sequence[_Footing]) -> Table:
    number = Kind.NUMBER
    return Table(
        id="services",
        title=words.TITLE,
        measure=words.MEASURE,
        columns=(
            Column(id="service", name=words.SERVICE_COLUMN, width=22),
            Column(
                id="importance", name=words.IMPORTANCE_COLUMN, kind=number, width=11, meaning=words.IMPORTANCE_MEANING
            ),
            Column(id="leans-on", name=words.LEANS_ON_COLUMN, width=35),
            Column(id="lowest", name=words.LOWEST_COLUMN, kind=number, width=8, meaning=words.LOWEST_MEANING),
            Column(id="weakest", name=words.WEAKEST_COLUMN, width=24, meaning=words.WEAKEST_MEANING),
        ),
        rows=tuple(_row(computed, footing) for footing in footings),
        empty=words.EMPTY,
    )


def _row(computed: Computed, footing: _Footing) -> Row:
    service = footing.service
    return Row(
        id=service.id,
        cells=(
            Cell(text=service.name, value=service.id, marks=frozenset({Mark.STRONG})),
            Cell(text=whole_text(service.importance), value=service.importance),
            replace(_processes_cell(computed, footing.process_ids), note=_apart_note(computed, footing)),
            Cell(text=level_text(footing.lowest), value=footing.lowest),
            _processes_cell(computed, footing.weakest_ids),
        ),
    )


def _apart_note(computed: Computed, footing: _Footing) -> str:
    names = [process_name(computed.framework, own) for own in footing.apart_ids]
    return words.without_a_level(names) if names else ""


def _processes_cell(computed: Computed, process_ids: Sequence[str]) -> Cell:
    return Cell(text=process_names(computed.framework, process_ids) or NO_VALUE, value=" ".join(process_ids) or None)
