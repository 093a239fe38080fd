"""All units of an organisation side by side: `make_portfolio`."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.portfolio.benchmark import Benchmark, BenchmarkLine
from assessment.domain.portfolio.comparable import Bar, Basis, barred
from assessment.domain.portfolio.figures import ProcessFigures, UnitLine
from assessment.domain.portfolio.sharing import CommonGap, Lending, Place, common_gaps_of, lending_of
from assessment.domain.portfolio.spread import Spread, spread_of


class Against(StrEnum):
    """Where the median of the units lies against the quartiles of others."""

    BELOW = "below"
    WITHIN = "within"
    ABOVE = "above"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessAcross:
    """One process over the units that are compared. `spread` is None with fewer than two levels.

    `first_ids`: units that name it among the three to raise first. `against` is None without a benchmark or a median.
    """

    process_id: str
    name: str
    group: str
    spread: Spread | None
    below_count: int
    first_ids: tuple[str, ...]
    benchmark: BenchmarkLine | None
    against: Against | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """The units of an organisation. `bars` says of each that is not compared why; `basis` is None where none is.

    `hash` is a SHA-256 over the snapshots of the units and the benchmark: equal hashes, equal content. `is_lettered`:
    letters stand in place of names and ids.
    """

    organisation_id: str
    organisation: str
    units: tuple[UnitLine, ...]
    basis: Basis | None
    bars: Mapping[str, Bar]
    processes: tuple[ProcessAcross, ...]
    lenders: tuple[Lending, ...]
    common_gaps: tuple[CommonGap, ...]
    benchmark: Benchmark | None
    hash: str
    is_fictional: bool = False
    is_lettered: bool = False

    @property
    def compared(self) -> tuple[UnitLine, ...]:
        """The units that are compared."""
        return tuple(line for line in self.units if line.assessment_id not in self.bars)

    def unit(self, assessment_id: str) -> UnitLine:
        """A unit by the id of its assessment; KeyError for none."""
        for line in self.units:
            if line.assessment_id == assessment_id:
                return line
        raise KeyError(assessment_id)


def make_portfolio(
    organisation_id: str,
    organisation: str,
    units: Sequence[UnitLine],
    benchmark: Benchmark | None = None,
    *,
    is_fictional: bool = False,
) -> Portfolio:
    """The portfolio of some units; their order is kept. `is_fictional`: one of them is invented."""
    basis, bars = barred(units)
    compared = [line for line in units if line.assessment_id not in bars]
    places = _places(compared)
    across = tuple(_across(own, found, compared, benchmark) for own, found in places)
    spreads = [(one.process_id, found, one.spread) for one, (_, found) in zip(across, places, strict=True)]
    gaps = (gap for process_id, found, _ in spreads for gap in common_gaps_of(process_id, found))
    return Portfolio(
        organisation_id=organisation_id,
        organisation=organisation,
        units=tuple(units),
        basis=basis,
        bars=bars,
        processes=across,
        lenders=tuple(
            lending
            for process_id, found, own in spreads
            if own is not None and (lending := lending_of(process_id, found, own)) is not None
        ),
        common_gaps=tuple(sorted(gaps, key=lambda one: (-len(one.unit_ids) / one.count, -len(one.unit_ids)))),
        benchmark=benchmark,
        hash=_hash(units, benchmark),
        is_fictional=is_fictional,
    )


def _hash(units: Sequence[UnitLine], benchmark: Benchmark | None) -> str:
    made_of = sorted((line.assessment_id, line.figures.snapshot_hash if line.figures else "") for line in units)
    lines = [" ".join(one) for one in made_of] + ([] if benchmark is None else [benchmark.model_dump_json()])
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()


def _places(compared: Iterable[UnitLine]) -> tuple[tuple[ProcessFigures, tuple[Place, ...]], ...]:
    """Of each process that some unit has in scope: its figures in one of them, and the units that have a level there.

    In the model's order, as far as scopes tell it: a process that an earlier unit lacks comes behind its neighbour.
    """
    order: list[str] = []
    known: dict[str, ProcessFigures] = {}
    found: dict[str, list[Place]] = {}
    for line in compared:
        place = 0
        for process in line.figures.processes if line.figures is not None else ():
            if process.process_id in known:
                place = order.index(process.process_id) + 1
            else:
                order.insert(place, process.process_id)
                known[process.process_id] = process
                place += 1
            if process.level is not None:
                found.setdefault(process.process_id, []).append((line, process))
    return tuple((known[one], tuple(found.get(one, ()))) for one in order)


def _across(
    own: ProcessFigures, places: Sequence[Place], compared: Sequence[UnitLine], benchmark: Benchmark | None
) -> ProcessAcross:
    spread = spread_of([process.level for _, process in places if process.level is not None])
    others = None if benchmark is None else benchmark.line(own.process_id)
    return ProcessAcross(
        process_id=own.process_id,
        name=own.name,
        group=own.group,
        spread=spread,
        below_count=sum(process.is_below for _, process in places),
        first_ids=tuple(
            line.assessment_id
            for line in compared
            if line.figures is not None and own.process_id in line.figures.first_ids
        ),
        benchmark=others,
        against=None if spread is None or others is None else against(spread.median, others),
    )


def against(median: float, others: BenchmarkLine) -> Against:
    """Where a median lies against the quartiles of others; one that meets a quartile is within.

    >>> one = BenchmarkLine(process_id="a", median=2, lower_quartile=1.5, upper_quartile=3, n=9, source="S", year=2024)
    >>> against(1.0, one), against(3.0, one), against(3.5, one)
    (<Against.BELOW: 'below'>, <Against.WITHIN: 'within'>, <Against.ABOVE: 'above'>)
    """
    if median < others.lower_quartile:
        return Against.BELOW
    return Against.ABOVE if median > others.upper_quartile else Against.WITHIN
