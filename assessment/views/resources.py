"""What the processes work with: their tools and how far these are integrated, and who does the work.

| table | column | value | range |
|---|---|---|---|
| technology | tool | its name, None where there is none | |
| technology | as-is, to-be | integration of the tool, None where not recorded | 0 to 5 |
| sourcing | mode, nature, candidate | id of the choice, None where not said | |
| sourcing | interface | the interface to keep, None where not recorded | |
"""

from __future__ import annotations

from collections.abc import Container, Sequence

from assessment.domain.answered.organisation import Sourcing, SourcingCandidate, Technology
from assessment.domain.computed import Computed
from assessment.domain.findings.results import Area
from assessment.views.findings.pictures import held_table, pairs_table
from assessment.views.findings.whole import table_of
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import process_name
from assessment.views.wording import resources as words
from assessment.views.wording.numbers import NO_VALUE
from assessment.views.wording.terms import CANDIDATES, NATURES


def technology_view(computed: Computed) -> View:
    """The tool of each process in scope that has one recorded, and how far it is and should be integrated."""
    stored = {entry.process_id: entry for entry in computed.assessment.technology}
    entries = [stored[own] for own in computed.assessment.scope if own in stored]
    return View(
        id="technology",
        question=words.TECHNOLOGY_QUESTION,
        finding=_technology_finding(entries),
        tables=(
            *((table_of(computed, Area.TECHNOLOGY), *_drawn(pairs_table(computed))) if entries else ()),
            _technology_table(computed, entries),
        ),
        notes=_technology_notes(computed, entries),
        empty="" if entries else words.TECHNOLOGY_EMPTY,
    )


def _drawn(picture: Table) -> tuple[Table, ...]:
    """The picture, where there is something to draw."""
    return (picture,) if picture.rows else ()


def _technology_table(computed: Computed, entries: Sequence[Technology]) -> Table:
    return Table(
        id="technology",
        title=words.TECHNOLOGY_TITLE,
        measure=words.TECHNOLOGY_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=21),
            Column(id="tool", name=words.TOOL_COLUMN, width=31),
            Column(id="as-is", name=words.NOW_COLUMN, width=24, meaning=words.INTEGRATION_MEANING),
            Column(id="to-be", name=words.TO_BE_COLUMN, width=24, meaning=words.INTEGRATION_MEANING),
        ),
        rows=tuple(
            Row(
                id=entry.process_id,
                cells=(
                    Cell(text=process_name(computed.framework, entry.process_id), value=entry.process_id),
                    Cell(text=entry.tool or NO_VALUE, value=entry.tool),
                    _integration_cell(computed, entry.as_is),
                    _integration_cell(computed, entry.to_be),
                ),
            )
            for entry in entries
        ),
        empty=words.TECHNOLOGY_EMPTY,
    )


def _integration_cell(computed: Computed, code: int | None) -> Cell:
    if code is None:
        return Cell(text=NO_VALUE)
    name = next((choice.name for choice in computed.framework.technology if choice.code == code), "")
    return Cell(text=words.integration(code, name), value=code)


def _ways(entries: Sequence[Technology]) -> dict[str, int]:
    """To-be minus as-is of each process with both."""
    return {
        entry.process_id: entry.to_be - entry.as_is
        for entry in entries
        if entry.as_is is not None and entry.to_be is not None
    }


def _technology_finding(entries: Sequence[Technology]) -> str:
    if not entries:
        return words.nothing_recorded()
    ways = _ways(entries)
    return words.to_be_integrated(sum(way > 0 for way in ways.values()), len(ways))


def _technology_notes(computed: Computed, entries: Sequence[Technology]) -> tuple[str, ...]:
    if not entries:
        return ()
    ways = _ways(entries)
    longest = max(ways.values(), default=0)
    furthest = [process_name(computed.framework, own) for own, way in ways.items() if way == longest]
    missing = _missing(computed, {entry.process_id for entry in entries})
    return (
        *((words.furthest(furthest, longest),) if longest > 0 else ()),
        *((words.technology_missing(missing),) if missing else ()),
    )


def _missing(computed: Computed, recorded: Container[str]) -> list[str]:
    """Names of the processes in scope without an entry."""
    return [process_name(computed.framework, own) for own in computed.assessment.scope if own not in recorded]


def sourcing_view(computed: Computed) -> View:
    """Who does the work of each process in scope that has it recorded, what could move, and the interface to keep."""
    stored = {entry.process_id: entry for entry in computed.assessment.sourcing}
    entries = [stored[own] for own in computed.assessment.scope if own in stored]
    return View(
        id="sourcing",
        question=words.SOURCING_QUESTION,
        finding=_sourcing_finding(computed, entries),
        tables=(
            *((table_of(computed, Area.SOURCING), *_drawn(held_table(computed))) if entries else ()),
            _sourcing_table(computed, entries),
        ),
        notes=_sourcing_notes(computed, entries),
        empty="" if entries else words.SOURCING_EMPTY,
    )


def _sourcing_table(computed: Computed, entries: Sequence[Sourcing]) -> Table:
    return Table(
        id="sourcing",
        title=words.SOURCING_TITLE,
        measure=words.SOURCING_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=24),
            Column(id="mode", name=words.MODE_COLUMN, width=11),
            Column(id="nature", name=words.NATURE_COLUMN, width=12, meaning=words.NATURE_MEANING),
            Column(id="candidate", name=words.CANDIDATE_COLUMN, width=12, meaning=words.CANDIDATE_MEANING),
            Column(id="interface", name=words.INTERFACE_COLUMN, width=41),
        ),
        rows=tuple(_sourcing_row(computed, entry) for entry in entries),
        empty=words.SOURCING_EMPTY,
    )


def _sourcing_row(computed: Computed, entry: Sourcing) -> Row:
    modes = {choice.id: choice.name for choice in computed.framework.sourcing}
    return Row(
        id=entry.process_id,
        cells=(
            Cell(text=process_name(computed.framework, entry.process_id), value=entry.process_id),
            Cell(text=modes.get(entry.mode_id, entry.mode_id), value=entry.mode_id),
            Cell(text=NO_VALUE) if entry.nature is None else Cell(text=NATURES[entry.nature], value=entry.nature.value),
            Cell(text=CANDIDATES[entry.candidate], value=entry.candidate.value),
            Cell(text=entry.interface or NO_VALUE, value=entry.interface),
        ),
    )


def _sourcing_finding(computed: Computed, entries: Sequence[Sourcing]) -> str:
    insourced, outsourced = (
        [process_name(computed.framework, entry.process_id) for entry in entries if entry.candidate is candidate]
        for candidate in (SourcingCandidate.INSOURCE, SourcingCandidate.OUTSOURCE)
    )
    if not entries:
        return words.no_sourcing()
    if insourced and outsourced:
        return words.insource_and_outsource(insourced, outsourced)
    if insourced:
        return words.insource(insourced)
    return words.outsource(outsourced) if outsourced else words.no_move(len(entries))


def _sourcing_notes(computed: Computed, entries: Sequence[Sourcing]) -> tuple[str, ...]:
    if not entries:
        return ()
    bare = [
        process_name(computed.framework, entry.process_id)
        for entry in entries
        if entry.candidate is not SourcingCandidate.NONE and entry.interface is None
    ]
    missing = _missing(computed, {entry.process_id for entry in entries})
    return (
        *((words.no_interface(bare),) if bare else ()),
        *((words.sourcing_missing(missing),) if missing else ()),
    )
