"""What a portfolio keeps: figures beside each assessment, the number of each unit, the benchmark of an organisation.

Figures and numbers are derived and never journaled; a benchmark is what somebody handed in, and is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import datetime

from sqlalchemy import Connection, delete, func, insert, select, update

from assessment.domain.answered.kept_out import kept_out
from assessment.domain.portfolio.benchmark import Benchmark
from assessment.errors import NotAvailable
from assessment.store.canonical import digest
from assessment.store.dialects import insert_if_absent
from assessment.store.headers import ASSESSMENT, ORGANISATION
from assessment.store.journal import CHAIN, STORE_CHAIN
from assessment.store.outdated import OutdatedBenchmark
from assessment.store.recorder import Recorder
from assessment.store.sections import table_of
from assessment.store.tables import BenchmarkRow, UnitFiguresRow, UnitNumberRow

FIGURES = table_of(UnitFiguresRow)
NUMBER = table_of(UnitNumberRow)
BENCHMARK = table_of(BenchmarkRow)
NOUN = "benchmark"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredFigures:
    """What a version of the method made of the state that `head` names; `content` is JSON."""

    assessment_id: str
    head: str
    method_version: int
    content: str


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredBenchmark:
    """A benchmark with its version, which only grows, and when it was handed in."""

    benchmark: Benchmark
    version: int
    updated_at: datetime


class PortfolioReader:
    """Reads what a portfolio keeps."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def figures(self, organisation_id: str, method_version: int) -> Mapping[str, str]:
        """The content by assessment id, of the assessments that are still in the state it was made of."""
        is_present = (CHAIN.c.id == FIGURES.c.assessment_id) & (CHAIN.c.head == FIGURES.c.head)
        joined = FIGURES.join(CHAIN, is_present).join(ASSESSMENT, ASSESSMENT.c.id == FIGURES.c.assessment_id)
        query = select(FIGURES.c.assessment_id, FIGURES.c.content).select_from(joined)
        wanted = query.where(
            FIGURES.c.method_version == method_version, ASSESSMENT.c.organisation_id == organisation_id
        )
        return {row[0]: row[1] for row in self._connection.execute(wanted)}

    def numbers(self, organisation_id: str) -> Mapping[str, int]:
        """The number of each unit of an organisation that has one, by the id of its assessment."""
        query = select(NUMBER.c.assessment_id, NUMBER.c.number).where(NUMBER.c.organisation_id == organisation_id)
        return {row[0]: row[1] for row in self._connection.execute(query)}

    def benchmark(self, organisation_id: str) -> StoredBenchmark | None:
        """The benchmark of an organisation; None for none."""
        query = select(BENCHMARK).where(BENCHMARK.c.organisation_id == organisation_id)
        row = self._connection.execute(query).mappings().one_or_none()
        if row is None:
            return None
        return StoredBenchmark(
            benchmark=Benchmark.model_validate_json(row["content"]),
            version=row["version"],
            updated_at=row["updated_at"],
        )


class PortfolioWriter:
    """Writes it within one transaction."""

    def __init__(self, connection: Connection, recorder: Recorder, reader: PortfolioReader) -> None:
        self._connection = connection
        self._recorder = recorder
        self._reader = reader

    def keep_figures(self, figures: StoredFigures) -> None:
        """Keep figures in place of those before; nothing happens once the assessment has moved on or is gone."""
        query = select(CHAIN.c.head).where(CHAIN.c.id == figures.assessment_id).with_for_update()
        if self._connection.scalar(query) != figures.head:
            return
        self._connection.execute(delete(FIGURES).where(FIGURES.c.assessment_id == figures.assessment_id))
        self._connection.execute(insert(FIGURES), asdict(figures))

    def number_units(self, organisation_id: str, assessment_ids: Sequence[str]) -> None:
        """Give numbers, in the order given, to units that have none; a unit keeps its own for good."""
        self._hold(organisation_id)
        present = self._reader.numbers(organisation_id)
        of_organisation = NUMBER.c.organisation_id == organisation_id
        last = self._connection.scalar(select(func.max(NUMBER.c.number)).where(of_organisation)) or 0
        new = [one for one in assessment_ids if one not in present]
        for number, assessment_id in enumerate(new, start=last + 1):
            row = {"organisation_id": organisation_id, "assessment_id": assessment_id, "number": number}
            insert_if_absent(self._connection, NUMBER, row)

    def put_benchmark(
        self, organisation_id: str, benchmark: Benchmark | None, *, expected_version: int | None = None
    ) -> int:
        """Store the benchmark of an organisation, or take it out (None); returns its version, 0 for none.

        OutdatedBenchmark where another version is stored than `expected_version`, 0 for none.
        """
        self._recorder.open(STORE_CHAIN)  # benchmarks have no chain of their own: their writers take turns
        self._hold(organisation_id)
        stored = self._reader.benchmark(organisation_id)
        present = 0 if stored is None else stored.version
        before = None if stored is None else stored.benchmark
        if before == benchmark:
            return present
        if expected_version is not None and expected_version != present:
            raise OutdatedBenchmark(theirs=before, yours=benchmark, version=present)
        self._connection.execute(delete(BENCHMARK).where(BENCHMARK.c.organisation_id == organisation_id))
        version = self._recorder.next_version(STORE_CHAIN)
        if benchmark is not None:
            row = {"organisation_id": organisation_id, "version": version, "updated_at": self._recorder.now}
            self._connection.execute(insert(BENCHMARK), {**row, "content": benchmark.model_dump_json()})
        self._recorder.record(None, f"{NOUN} {organisation_id}", _content(before), _content(benchmark))
        return 0 if benchmark is None else version

    def _hold(self, organisation_id: str) -> None:
        """Keep the organisation until the transaction ends. Raises NotAvailable for none."""
        query = select(ORGANISATION.c.id).where(ORGANISATION.c.id == organisation_id)
        if self._connection.scalar(query.with_for_update()) is None:
            raise NotAvailable("This organisation")


def move_benchmark(connection: Connection, from_id: str, into_id: str) -> None:
    """Let the benchmark of an organisation go with it into another, which keeps its own where it has one."""
    has_own = connection.scalar(select(BENCHMARK.c.version).where(BENCHMARK.c.organisation_id == into_id)) is not None
    if not has_own:
        of_former = BENCHMARK.c.organisation_id == from_id
        connection.execute(update(BENCHMARK).where(of_former).values(organisation_id=into_id))


def _content(benchmark: Benchmark | None) -> Mapping[str, object] | None:
    """What the journal keeps: how many processes, a hash over all of it, and no word that somebody wrote."""
    if benchmark is None:
        return None
    return {
        "line_count": len(benchmark.lines),
        "hash": digest(benchmark.model_dump_json()),
        "file": kept_out(benchmark.file_name).as_content(),
    }
