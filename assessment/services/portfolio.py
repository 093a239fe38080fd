"""Portfolios: the assessments of an organisation side by side, as far as the actor may see what they come to.

What a unit is shown by is made once for each state of its assessment and version of the method, then stored beside it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

import structlog
from pydantic import TypeAdapter, ValidationError

from assessment.domain.computed import METHOD_VERSION
from assessment.domain.portfolio.figures import UnitFigures, UnitLine, unit_figures
from assessment.domain.portfolio.letters import lettered
from assessment.domain.portfolio.portfolio import Portfolio, make_portfolio
from assessment.errors import AssessmentError, Conflict, NotAvailable
from assessment.services.authority import SIGNED_IN, Permission, Permit, Subject, operation
from assessment.services.benchmark_file import read_benchmark
from assessment.services.computing import Computing
from assessment.services.seen import seen
from assessment.store import OutdatedBenchmark, StoredBenchmark, StoredFigures, StoredHeader, folded
from assessment.views.portfolio.benchmarks import benchmark_text
from assessment.views.wording import portfolio as words

__all__ = ["Pending", "PortfolioOrganisation", "PortfolioService", "StoredBenchmark"]
_log = structlog.get_logger(__name__)
_FIGURES = TypeAdapter(UnitFigures)
FIGURES_KEPT = 1024
"""Of how many units the figures are kept as they were read; 12 KB a unit."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PortfolioOrganisation:
    """An organisation of which the actor sees results, and of how many assessments."""

    id: str
    name: str
    unit_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Pending:
    """How many units an organisation has, and of how many the figures are still to be made."""

    count: int
    left_count: int


class PortfolioService:
    """The units of an organisation side by side."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._repository = computing.repository
        self._read = lru_cache(maxsize=FIGURES_KEPT)(_read)  # by what is stored, so never old

    @operation("portfolio.organisations", SIGNED_IN, on=Subject.INSTALLATION)
    def organisations(self, permit: Permit) -> tuple[PortfolioOrganisation, ...]:
        """The organisations of which the actor sees the results of some assessment, by name."""
        with self._repository.store.reading() as reader:
            headers = reader.headers()
        found: dict[str, list[StoredHeader]] = {}
        for stored in seen(self.rights, permit, headers, Permission.RESULTS):
            found.setdefault(stored.organisation_id, []).append(stored)
        organisations = (
            PortfolioOrganisation(id=one, name=own[0].header.organisation, unit_count=len(own))
            for one, own in found.items()
        )
        return tuple(sorted(organisations, key=lambda one: (folded(one.name), one.id)))

    @operation("portfolio.read", SIGNED_IN, on=Subject.INSTALLATION)
    def read(self, permit: Permit, organisation_id: str, *, is_lettered: bool = False) -> Portfolio:
        """The portfolio of what the actor may see of an organisation; letters in place of names if wanted.

        Figures that are missing are made first, which takes seconds a unit: see `prepare`. NotAvailable where the
        actor sees nothing of the organisation.
        """
        stored, figures = self._kept(permit, organisation_id)
        figures = {**figures, **self._made(permit, stored, figures, None)}
        numbers = self._numbers(permit, organisation_id, stored)
        with self._repository.store.reading() as reader:
            benchmark = reader.portfolio.benchmark(organisation_id)
        portfolio = make_portfolio(
            organisation_id,
            stored[0].header.organisation,
            [_line(one, numbers[one.header.id], figures.get(one.header.id)) for one in stored],
            None if benchmark is None else benchmark.benchmark,
            is_fictional=any(one.header.is_fictional for one in stored),
        )
        return lettered(portfolio) if is_lettered else portfolio

    @operation("portfolio.prepare", SIGNED_IN, on=Subject.INSTALLATION)
    def prepare(self, permit: Permit, organisation_id: str, limit: int) -> Pending:
        """Make the figures of at most `limit` units that have none, for whoever waits and is told how far it is."""
        stored, figures = self._kept(permit, organisation_id)
        made = self._made(permit, stored, figures, limit)
        left = sum(one.header.id not in figures for one in stored) - len(made)
        return Pending(count=len(stored), left_count=left)

    @operation("portfolio.benchmark", SIGNED_IN, on=Subject.INSTALLATION)
    def benchmark(self, permit: Permit, organisation_id: str) -> StoredBenchmark | None:
        """The benchmark of an organisation of which the actor sees something; None for none."""
        self._seen(permit, organisation_id)
        with self._repository.store.reading() as reader:
            return reader.portfolio.benchmark(organisation_id)

    @operation("portfolio.put-benchmark", Permission.ORGANISE, on=Subject.ORGANISATION)
    def put_benchmark(
        self,
        permit: Permit,
        organisation_id: str,
        content: bytes,
        file_name: str,
        *,
        expected_version: int | None = None,
    ) -> int:
        """Read a benchmark from a CSV file and store it in place of the one before; returns its version.

        InvalidInput names each line with a fault. Conflict where another version is stored than `expected_version`, 0
        for none.
        """
        stored, figures = self._kept(permit, organisation_id)
        figures = {**figures, **self._made(permit, stored, figures, None)}
        processes = {
            process.process_id: process.name for own in figures.values() if own is not None for process in own.processes
        }
        benchmark = read_benchmark(content, file_name, processes)
        try:
            with self._repository.writing(permit) as writer:
                return writer.portfolio_writer.put_benchmark(
                    organisation_id, benchmark, expected_version=expected_version
                )
        except OutdatedBenchmark as error:
            raise _conflict(error) from error

    @operation("portfolio.remove-benchmark", Permission.ORGANISE, on=Subject.ORGANISATION)
    def remove_benchmark(self, permit: Permit, organisation_id: str, *, expected_version: int | None = None) -> None:
        """Take the benchmark of an organisation out. Raises Conflict as `put_benchmark` does."""
        try:
            with self._repository.writing(permit) as writer:
                writer.portfolio_writer.put_benchmark(organisation_id, None, expected_version=expected_version)
        except OutdatedBenchmark as error:
            raise _conflict(error) from error

    def _seen(self, permit: Permit, organisation_id: str) -> tuple[StoredHeader, ...]:
        """What the actor sees of an organisation, by unit and name; never nothing."""
        with self._repository.store.reading() as reader:
            headers = [one for one in reader.headers() if one.organisation_id == organisation_id]
        found = tuple(seen(self.rights, permit, headers, Permission.RESULTS))
        if not found:
            raise NotAvailable("This organisation")
        return tuple(sorted(found, key=lambda one: (folded(one.header.unit or one.header.name), one.header.id)))

    def _kept(
        self, permit: Permit, organisation_id: str
    ) -> tuple[tuple[StoredHeader, ...], Mapping[str, UnitFigures | None]]:
        stored = self._seen(permit, organisation_id)
        with self._repository.store.reading() as reader:
            contents = reader.portfolio.figures(organisation_id, METHOD_VERSION)
        wanted = {one.header.id for one in stored}
        read = ((one, self._read(content)) for one, content in contents.items() if one in wanted)
        return stored, {one: figures for one, figures in read if figures is not None}

    def _made(
        self,
        permit: Permit,
        stored: Sequence[StoredHeader],
        figures: Mapping[str, UnitFigures | None],
        limit: int | None,
    ) -> Mapping[str, UnitFigures | None]:
        missing = [one.header.id for one in stored if one.header.id not in figures]
        return {one: self._make(permit, one) for one in missing[:limit]}

    def _make(self, permit: Permit, assessment_id: str) -> UnitFigures | None:
        try:
            state, computed = self._computing.compute_state(assessment_id)
            figures = unit_figures(computed)
        except AssessmentError as error:  # one assessment that cannot be computed hides no other
            _log.warning("no figures", assessment_id=assessment_id, error_type=type(error).__name__)
            return None
        kept = StoredFigures(
            assessment_id=assessment_id,
            head=state.head,
            method_version=METHOD_VERSION,
            content=_FIGURES.dump_json(figures).decode(),
        )
        with self._repository.writing(permit) as writer:
            writer.portfolio_writer.keep_figures(kept)
        return figures

    def _numbers(self, permit: Permit, organisation_id: str, stored: Sequence[StoredHeader]) -> Mapping[str, int]:
        """The number of each unit. All units of the organisation get theirs, so that everybody sees the same letters.

        New ones in an order that says nothing of them.
        """
        with self._repository.store.reading() as reader:
            numbers = reader.portfolio.numbers(organisation_id)
            if all(one.header.id in numbers for one in stored):
                return numbers
            ids = [one.header.id for one in reader.headers() if one.organisation_id == organisation_id]
        with self._repository.writing(permit) as writer:
            writer.portfolio_writer.number_units(organisation_id, sorted(ids, key=_scattered))
            return writer.portfolio.numbers(organisation_id)


def _scattered(assessment_id: str) -> str:
    return hashlib.sha256(assessment_id.encode()).hexdigest()


def _read(content: str) -> UnitFigures | None:
    """The figures as they were stored; None where they are none of this form."""
    try:
        return _FIGURES.validate_json(content)
    except ValidationError:
        return None


def _line(stored: StoredHeader, number: int, figures: UnitFigures | None) -> UnitLine:
    header = stored.header
    return UnitLine(
        assessment_id=header.id,
        name=header.name,
        unit=header.unit,
        unit_id=stored.unit_id,
        assessed_on=header.assessed_on,
        state=header.state,
        framework_id=header.framework.id,
        framework_version=header.framework.version,
        depth=header.depth,
        carry_percent=header.carry_percent,
        copied_from=header.copied_from,
        number=number,
        figures=figures,
    )


def _conflict(error: OutdatedBenchmark) -> Conflict:
    return Conflict(words.BENCHMARK, benchmark_text(error.theirs), benchmark_text(error.yours), error.version)
