"""What is drawn beside the findings: who owns how much, which tools to connect, who holds the work of others.

| table | column | value | range |
|---|---|---|---|
| load | count | processes a person owns | 1 up |
| pairs | worth | what connecting two pays | 0 up |
| pairs | broken, waiting | hand-offs, processes | 0 up |
| held | an attribute | percent, None where it is not rated | 0 to 100 |
| held | broken | hand-offs rated below L | 0 up |
"""

from __future__ import annotations

from assessment.domain.computed import Computed
from assessment.domain.findings.conditions import CONTROL, MEASUREMENT, attribute_of, broken_linkages
from assessment.domain.findings.owners import MOST_OWNED, same_name
from assessment.domain.findings.sourcing import IN_HOUSE_CODE
from assessment.domain.findings.technology import technology_findings
from assessment.domain.rating.hand_offs import linkage_codes
from assessment.domain.rating.results import ProcessResult
from assessment.views.findings.sourcing import mode_name
from assessment.views.findings.technology import SHOWN_PAIRS
from assessment.views.model import Cell, Column, Kind, Mark, Row, Table, Track
from assessment.views.names import attribute_name, process_name, process_names
from assessment.views.wording.findings import owners as owner_words
from assessment.views.wording.findings import sourcing as sourcing_words
from assessment.views.wording.findings import technology as technology_words
from assessment.views.wording.numbers import NO_VALUE, decimal_text, whole_text

NOBODY_ID = "nobody"


def load_table(computed: Computed) -> Table:
    """How many processes each person owns, most first; those that nobody owns come before."""
    owned: dict[str, list[str]] = {}
    names: dict[str, str] = {}
    for process_id in computed.assessment.scope:
        owner = computed.assessment.owner_by_process.get(process_id)
        key = "" if owner is None or owner.name is None else same_name(owner.name)
        names.setdefault(key, owner_words.NOBODY if owner is None or owner.name is None else owner.name)
        owned.setdefault(key, []).append(process_id)
    order = sorted(owned, key=lambda key: (key != "", -len(owned[key])))
    most = max((len(own) for own in owned.values()), default=1)
    return Table(
        id="load",
        title=owner_words.LOAD_TITLE,
        measure=owner_words.load_measure(MOST_OWNED),
        columns=(
            Column(id="owner", name=owner_words.OWNER_COLUMN, width=26),
            Column(id="bar", name=owner_words.BAR_COLUMN, kind=Kind.TRACK, width=20),
            Column(
                id="count",
                name=owner_words.COUNT_COLUMN,
                kind=Kind.NUMBER,
                width=10,
                meaning=owner_words.COUNT_MEANING,
            ),
            Column(id="processes", name=owner_words.PROCESSES_COLUMN, width=44),
        ),
        rows=tuple(_load_row(computed, key, names[key], owned[key], most) for key in order),
        empty=owner_words.LOAD_EMPTY,
    )


def _load_row(computed: Computed, key: str, name: str, process_ids: list[str], most: int) -> Row:
    is_over = bool(key) and len(process_ids) > MOST_OWNED
    marks = frozenset({Mark.STRONG}) if is_over or not key else frozenset()
    track = Track(fill=100 * len(process_ids) / most, ticks=(100 * min(MOST_OWNED, most) / most,))
    return Row(
        id=f"owner.{process_ids[0]}" if key else NOBODY_ID,
        cells=(
            Cell(text=name, value=name if key else None, marks=marks),
            Cell(value=len(process_ids), track=track, spoken=whole_text(len(process_ids))),
            Cell(text=whole_text(len(process_ids)), value=len(process_ids), marks=marks),
            Cell(text=process_names(computed.framework, process_ids), value=" ".join(process_ids)),
        ),
    )


def pairs_table(computed: Computed) -> Table:
    """The pairs that pay most to connect."""
    words, number = technology_words, Kind.NUMBER
    found = technology_findings(computed.framework, computed.assessment, computed.result).unconnected[:SHOWN_PAIRS]
    most = max((one.worth for one in found), default=1.0)
    return Table(
        id="pairs",
        title=words.PAIRS_TITLE,
        measure=words.PAIRS_MEASURE,
        columns=(
            Column(id="pair", name=words.PAIR_COLUMN, width=46),
            Column(id="bar", name=words.BAR_COLUMN, kind=Kind.TRACK, width=20),
            Column(id="worth", name=words.WORTH_COLUMN, kind=number, width=10, meaning=words.WORTH_MEANING),
            Column(id="broken", name=words.BROKEN_COLUMN, kind=number, width=10, meaning=words.BROKEN_MEANING),
            Column(id="waiting", name=words.WAITING_COLUMN, kind=number, width=14, meaning=words.WAITING_MEANING),
        ),
        rows=tuple(
            Row(
                id=one.id,
                cells=(
                    Cell(
                        text=words.pair(*(process_name(computed.framework, own) for own in one.process_ids)),
                        value=" ".join(one.process_ids),
                    ),
                    Cell(value=one.worth, track=Track(fill=100 * one.worth / most), spoken=decimal_text(one.worth, 2)),
                    Cell(text=decimal_text(one.worth, 2), value=one.worth),
                    Cell(text=whole_text(len(one.broken_ids)), value=len(one.broken_ids)),
                    Cell(text=whole_text(len(one.waiting_ids)), value=len(one.waiting_ids)),
                ),
            )
            for one in found
        ),
        empty=words.PAIRS_EMPTY,
    )


def held_table(computed: Computed) -> Table:
    """The processes that others do work of, with what holds it: letters, hand-offs, interface."""
    words = sourcing_words
    modes = {choice.id: choice.code for choice in computed.framework.sourcing}
    given_out = [
        entry for entry in computed.assessment.sourcing if modes.get(entry.mode_id, IN_HOUSE_CODE) > IN_HOUSE_CODE
    ]
    interfaces = {entry.process_id: (entry.mode_id, entry.interface is not None) for entry in given_out}
    attribute_ids = tuple(
        own for number in (MEASUREMENT, CONTROL) if (own := attribute_of(computed.framework, number)) is not None
    )
    return Table(
        id="held",
        title=words.HELD_TITLE,
        measure=words.HELD_MEASURE,
        columns=(
            Column(id="process", name=words.PROCESS_COLUMN, width=32),
            Column(id="mode", name=words.MODE_COLUMN, width=16),
            *(
                Column(id=own, name=attribute_name(computed.framework, own), kind=Kind.MARK, width=13)
                for own in attribute_ids
            ),
            Column(id="broken", name=words.BROKEN_COLUMN, kind=Kind.NUMBER, width=14),
            Column(id="interface", name=words.INTERFACE_COLUMN, width=12),
        ),
        rows=tuple(
            _held_row(computed, process, attribute_ids, *interfaces[process.process_id])
            for process in computed.result.processes
            if process.process_id in interfaces
        ),
        empty=words.HELD_EMPTY,
    )


def _held_row(
    computed: Computed, process: ProcessResult, attribute_ids: tuple[str, ...], mode_id: str, is_written: bool
) -> Row:
    codes = linkage_codes(computed.framework, computed.assessment)
    broken_count = len(broken_linkages(computed.framework, codes, process.process_id))
    strong = frozenset({Mark.STRONG})
    return Row(
        id=process.process_id,
        cells=(
            Cell(text=process_name(computed.framework, process.process_id), value=process.process_id),
            Cell(text=mode_name(computed, mode_id), value=mode_id),
            *(_letter_cell(process, own) for own in attribute_ids),
            Cell(text=whole_text(broken_count), value=broken_count, marks=strong if broken_count else frozenset()),
            Cell(text=sourcing_words.WRITTEN) if is_written else Cell(text=sourcing_words.NOT_WRITTEN, marks=strong),
        ),
    )


def _letter_cell(process: ProcessResult, attribute_id: str) -> Cell:
    found = process.attribute(attribute_id)
    if found.letter is None or found.band is None:
        return Cell(text=NO_VALUE, style="blank")
    return Cell(text=found.letter.value, value=found.percent, style=f"band-{found.band.lower()}")
