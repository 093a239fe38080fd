"""What is printed is found from whichever process is asked, and a process that died says so by its silence."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import func, select

from assessment.errors import InvalidInput, NotAvailable, StoreUnavailable
from assessment.services import job_runner
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.beside import Besides
from assessment.services.computing import Computing
from assessment.services.job_states import LIFE, SILENCE
from assessment.services.jobs import WAITING_LIMIT, JobState
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.reports import ReportService
from assessment.services.repository import Repository
from assessment.store import Store, open_store
from assessment.store.jobs import JOB
from tests.durability.setting import settings_in
from tests.services.conftest import begun, remove_for_good
from tests.services.printing import Printer, waited

ON_SQLITE = pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
ON_POSTGRESQL = pytest.mark.parametrize("database_url", ["postgresql"], indirect=True)
NOW = datetime(2026, 3, 20, 9, 0, tzinfo=UTC)


class Servers:
    """Several processes on one database, as far as reports go: each with a store, a printer and a clock."""

    def __init__(self, plumbline: Plumbline, url: str, folder: Path) -> None:
        self.now = NOW
        self.plumbline = plumbline
        self._url = url
        self._folder = folder
        self.stores = [plumbline._store]
        self.services: list[ReportService] = []
        self.printers: list[Printer] = []
        self._keep_time(plumbline._store)

    def start(self) -> ReportService:
        """Another one. On PostgreSQL it has a store of its own; a file of SQLite is open once here."""
        store = self.stores[0]
        if self.services and not self._url.startswith("sqlite"):
            store = open_store(self._url, self._folder)
            self.stores.append(store)
            self._keep_time(store)
        self.printers.append(Printer(lambda order: f"%PDF {order.document.kind} {order.paper}".encode()))
        computing = Computing(Repository(store, self._folder / "data-0" / "questionnaires"))
        self.services.append(
            ReportService(computing, self.printers[-1], Besides(computing), today=lambda: date(2026, 3, 20))
        )
        return self.services[-1]

    def count(self) -> int:
        """How many jobs the database knows."""
        with self.stores[0]._engine.connect() as connection:
            return connection.scalar(select(func.count()).select_from(JOB)) or 0

    def close(self) -> None:
        """End them all."""
        for service in self.services:
            service.close()
        for printer in self.printers:  # whoever still prints, as one that died here, ends
            printer.may_print.set()
        for store in self.stores[1:]:
            store.close()

    def _keep_time(self, store: Store) -> None:
        store._clock = lambda: self.now


@pytest.fixture
def servers(new_plumbline: Callable[[str], Plumbline], database_url: str, tmp_path: Path) -> Iterator[Servers]:
    """No process yet, on each kind of database."""
    started = Servers(new_plumbline(database_url), database_url, tmp_path)
    yield started
    started.close()


def test_a_report_begun_in_one_process_is_watched_and_handed_out_by_another(servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    servers.printers[0].may_print.clear()
    job_id = one.start(ME, begun(servers.plumbline), "full", "Letter")
    running = waited(other.status, job_id, lambda job: job.page == 1)
    assert (running.state, running.is_ended) == (JobState.RUNNING, False)
    assert 0 < running.done_share < 1
    servers.printers[0].may_print.set()
    done = waited(other.status, job_id)
    assert (done.state, done.done_share, done.page) == (JobState.DONE, 1.0, None)
    assert (done.kind, done.file_name) == ("full", "plumbline-invented-ltd-first-round-2026-01-15-full-letter.pdf")
    assert other.content(ME, job_id) == one.content(ME, job_id) == b"%PDF full Letter"
    assert servers.printers[1].orders == []


def test_a_report_cancelled_in_another_process_is_stopped_where_it_is_printed(servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    servers.printers[0].may_print.clear()
    assessment_id = begun(servers.plumbline)
    job_id = one.start(ME, assessment_id)
    waited(other.status, job_id, lambda job: job.page == 1)
    other.cancel(ME, job_id)
    assert one.status(ME, job_id).state is JobState.CANCELLED
    next_id = one.start(
        ME, assessment_id
    )  # its turn comes once the first has let go of the printer, which never prints
    waited(one.status, next_id, lambda job: job.page == 1)
    assert one.status(ME, job_id).state is JobState.CANCELLED
    with pytest.raises(NotAvailable):
        one.content(ME, job_id)


@ON_POSTGRESQL
def test_a_process_that_starts_or_stops_takes_nothing_of_another(servers: Servers) -> None:
    one = servers.start()
    assessment_id = begun(servers.plumbline)
    done_id = one.start(ME, assessment_id)
    waited(one.status, done_id)
    servers.printers[0].may_print.clear()
    going_id = one.start(ME, assessment_id)
    waited(one.status, going_id, lambda job: job.page == 1)
    servers.start().close()
    assert one.content(ME, done_id) == b"%PDF full A4"
    servers.printers[0].may_print.set()
    assert waited(one.status, going_id).state is JobState.DONE


@ON_SQLITE
def test_a_report_whose_process_died_is_told_as_failed_and_stands_in_nobodys_way(servers: Servers) -> None:
    dying, other = servers.start(), servers.start()
    assessment_id = begun(servers.plumbline)
    servers.printers[0].may_print.clear()
    left = [dying.start(ME, assessment_id) for _ in range(WAITING_LIMIT)]
    waited(other.status, left[0], lambda job: job.page == 1)
    dying._jobs._runner._closing.set()  # it gives no sign of life from now on, as after kill -9
    with pytest.raises(InvalidInput, match="being built already"):
        other.start(ME, assessment_id)
    servers.now += SILENCE + timedelta(seconds=1)
    for job_id in left:
        lost = other.status(ME, job_id)
        assert (lost.state, lost.is_ended) == (JobState.FAILED, True)
        assert "has stopped; begin it again" in lost.trouble
        with pytest.raises(NotAvailable):
            other.content(ME, job_id)
    assert waited(other.status, other.start(ME, assessment_id)).state is JobState.DONE


@ON_SQLITE
def test_a_process_that_prints_for_long_gives_signs_of_life(servers: Servers, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(job_runner, "BEAT_SECONDS", 0.0)
    one, other = servers.start(), servers.start()
    servers.printers[0].may_print.clear()
    going, waiting = (one.start(ME, begun(servers.plumbline)) for _ in range(2))
    for _ in range(2):
        servers.now += SILENCE - timedelta(seconds=1)
        for job_id in (going, waiting):
            waited(other.status, job_id, lambda job: other._jobs._stored(job.id).beat_at == servers.now)
    assert [other.status(ME, one).state for one in (going, waiting)] == [JobState.RUNNING, JobState.QUEUED]


def test_what_was_made_is_gone_an_hour_after_its_end_from_the_database_too(servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    job_id = one.start(ME, begun(servers.plumbline))
    waited(one.status, job_id)
    servers.now += LIFE
    assert other.content(ME, job_id) == b"%PDF full A4"
    servers.now += timedelta(seconds=1)
    for operation in (other.status, other.content):
        with pytest.raises(NotAvailable):
            operation(ME, job_id)
    servers.start()
    assert servers.count() == 0


@ON_SQLITE
def test_what_a_process_had_not_finished_when_it_was_stopped_says_so_at_once(servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    servers.printers[0].may_print.clear()
    assessment_id = begun(servers.plumbline)
    going, waiting = one.start(ME, assessment_id), one.start(ME, assessment_id)
    waited(other.status, going, lambda job: job.page == 1)
    one.close()
    for job_id in (going, waiting):
        assert other.status(ME, job_id).state is JobState.FAILED
        assert "was stopped while it was being made" in other.status(ME, job_id).trouble


@ON_POSTGRESQL
def test_what_was_prepared_in_one_process_is_there_at_the_click_in_another(servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    assessment_id = begun(servers.plumbline)
    one.prepare(ME, assessment_id, "main")
    for _ in range(2):
        other.prepare(ME, assessment_id, "main")
    job_id = other.start(ME, assessment_id, "main")
    waited(other.status, job_id)
    assert other.content(ME, job_id) == b"%PDF main A4"
    assert [len(printer.orders) for printer in servers.printers] == [1, 0]


@ON_SQLITE
def test_a_real_order_does_not_end_what_somebody_asked_for_or_another_process_prepared(servers: Servers) -> None:
    one, other = servers.start(), servers.start()
    assessment_id = begun(servers.plumbline)
    for printer in servers.printers:
        printer.may_print.clear()
    one.prepare(ME, assessment_id, "main")
    others = waited_for_one(servers)
    full = other.start(ME, assessment_id, "full")
    assert not other.status(ME, others).is_ended
    taken = one.start(ME, assessment_id, "main")
    one.start(ME, assessment_id, "roadmap")
    assert taken == others
    assert [one.status(ME, job_id).is_ended for job_id in (taken, full)] == [False, False]


def waited_for_one(servers: Servers) -> str:
    """The id of the one job there is."""
    with servers.stores[0]._engine.connect() as connection:
        return str(connection.scalars(select(JOB.c.id)).one())


def test_what_was_printed_of_an_assessment_goes_with_it(servers: Servers) -> None:
    one = servers.start()
    first, second = begun(servers.plumbline), begun(servers.plumbline)
    for assessment_id in (first, second):
        waited(one.status, one.start(ME, assessment_id))
    remove_for_good(servers.plumbline, first)
    assert servers.count() == 1


@ON_SQLITE
def test_a_report_is_kept_though_the_database_was_away_as_it_was_finished(
    servers: Servers, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = servers.start()
    servers.printers[0].may_print.clear()
    job_id = one.start(ME, begun(servers.plumbline))
    waited(one.status, job_id, lambda job: job.page == 1)
    store, away = servers.stores[0], [2]
    honest: Any = store.writing

    @contextmanager
    def restarting(**named: str) -> Iterator[Any]:
        if away and away.pop() is not None:
            raise StoreUnavailable("it restarts", "Wait.")
        with honest(**named) as writer:
            yield writer

    monkeypatch.setattr(store, "writing", restarting)
    servers.printers[0].may_print.set()
    assert waited(one.status, job_id).state is JobState.DONE
    assert one.content(ME, job_id) == b"%PDF full A4"


@ON_SQLITE
def test_ids_that_no_job_can_have_are_refused_like_unknown_ones(servers: Servers) -> None:
    one = servers.start()
    for job_id in ("", "nothing", "a\x00b", "' OR 1=1"):
        with pytest.raises(NotAvailable, match="This document"):
            one.status(ME, job_id)


def test_what_earlier_versions_printed_into_files_is_removed_and_nothing_else(tmp_path: Path) -> None:
    ours, own = tmp_path / "reports" / f"{'0a' * 16}.pdf", tmp_path / "reports" / "March.pdf"
    half_made = tmp_path / "sheets" / "tmpab12cd_x"
    for file in (ours, own, half_made):
        file.parent.mkdir(exist_ok=True)
        file.write_bytes(b"%PDF")
    open_plumbline(settings_in(tmp_path)).close()
    assert (ours.exists(), own.exists(), half_made.parent.exists()) == (False, True, False)
