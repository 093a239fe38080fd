"""Opening a database: what it needs, whom it keeps out, and what it says when it cannot."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from sqlalchemy import event

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.errors import StoreUnavailable
from assessment.store import Store, engine, open_store, sqlite
from tests.builders import rated
from tests.store.cluster import Cluster
from tests.store.databases import sqlite_url
from tests.store.examples import ASSESSMENT_ID, stored_example

ITEM = "planning.deliver-1"
NOBODY = 65534


def answer(store: Store, code: int) -> None:
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        writer.put(ASSESSMENT_ID, rated(ITEM, code))


@contextmanager
def example_file(folder: Path) -> Iterator[Path]:
    """A closed database with the example and one answer."""
    store = open_store(sqlite_url(folder), folder)
    stored_example(store)
    answer(store, 3)
    store.close()
    yield folder / "plumbline.db"


@pytest.mark.parametrize(("sound_since", "pages"), [((3, 51, 3), 1000), ((99,), 0)])
def test_every_connection_is_durable_and_moves_the_log_by_itself_only_where_that_is_sound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sound_since: tuple[int, ...], pages: int
) -> None:
    monkeypatch.setattr(sqlite, "SOUND_SINCE", sound_since)
    store = open_store(sqlite_url(tmp_path), tmp_path)
    wanted = {
        "journal_mode": "wal",
        "synchronous": 2,
        "foreign_keys": 1,
        "wal_autocheckpoint": pages,
        "mmap_size": 0,
        "busy_timeout": engine.BUSY_SECONDS * 1000,
    }
    with store._engine.connect() as first, store._engine.connect() as second:
        for connection in (engine.for_reading(first), engine.for_reading(second)):
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar() for name in wanted}
            assert found == wanted
    store.close()


@pytest.mark.parametrize("sound_since", [(3, 51, 3), (99,)])
def test_the_write_ahead_log_stays_small_and_is_gone_after_closing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, sound_since: tuple[int, ...]
) -> None:
    monkeypatch.setattr(sqlite, "SOUND_SINCE", sound_since)
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    sizes = []
    for number in range(450):
        answer(store, number % 6)
        sizes.append((tmp_path / "plumbline.db-wal").stat().st_size)
    assert max(sizes[250:]) <= 1.1 * max(sizes[:250])
    store.close()
    assert not (tmp_path / "plumbline.db-wal").exists()
    with sqlite.MODULE.connect(tmp_path / "plumbline.db") as connection:
        assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert connection.execute("SELECT answer_code FROM rating").fetchall() == [(449 % 6,)]


def test_a_closed_store_says_so(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    store.close()
    store.close()
    with pytest.raises(StoreUnavailable, match="it is closed"), store.reading():
        pass
    with pytest.raises(StoreUnavailable, match="it is closed"):
        answer(store, 1)


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("sqlite://", "in memory"),
        ("sqlite:///:memory:", "in memory"),
        ("mysql://root@localhost/x", "'mysql' is no database that Plumbline knows"),
        ("not a url", "is not a database URL"),
    ],
)
def test_an_address_that_cannot_be_used_is_explained(tmp_path: Path, url: str, reason: str) -> None:
    with pytest.raises(StoreUnavailable, match=reason):
        open_store(url, tmp_path)


def test_a_file_that_is_no_database_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "plumbline.db"
    file.write_bytes(b"Dear diary, " * 1000)
    with pytest.raises(StoreUnavailable, match="damaged or is no database"):
        open_store(sqlite_url(tmp_path), tmp_path)
    assert file.read_bytes() == b"Dear diary, " * 1000


@pytest.mark.parametrize("kind", ["cut short", "flipped"])
def test_a_damaged_file_is_refused_before_anything_is_written(tmp_path: Path, kind: str) -> None:
    with example_file(tmp_path) as file:
        content = bytearray(file.read_bytes())
    if kind == "cut short":
        content = content[: len(content) // 2]
    else:
        content[4096 * 2 : 4096 * 12] = bytes(byte ^ 0xFF for byte in content[4096 * 2 : 4096 * 12])
    file.write_bytes(content)
    with pytest.raises(StoreUnavailable, match="damaged"):
        open_store(sqlite_url(tmp_path), tmp_path)
    assert file.read_bytes() == content


@contextmanager
def without_root() -> Iterator[None]:
    """Acts as an unprivileged account where the tests run as root, who may write anywhere."""
    if os.geteuid() != 0:
        yield
        return
    os.seteuid(NOBODY)
    try:
        yield
    finally:
        os.seteuid(0)


def test_a_read_only_folder_is_explained(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("read-only")
    for closed in [one for one in (folder, *folder.parents) if not one.stat().st_mode & stat.S_IXOTH]:
        closed.chmod(0o755)  # however deep pytest puts it, the other account gets there
    with example_file(folder) as file:
        before = file.read_bytes()
    folder.chmod(0o555)
    with without_root(), pytest.raises(StoreUnavailable, match="cannot be written to"):
        open_store(sqlite_url(folder), folder)
    folder.chmod(0o755)
    assert file.read_bytes() == before


def test_a_folder_that_cannot_be_made_is_explained(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(StoreUnavailable, match="cannot be made"):
        open_store(f"sqlite:///{tmp_path / 'file' / 'x.db'}", tmp_path)


def test_a_full_disk_is_explained_and_loses_nothing(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    answer(store, 3)
    assert store._file is not None
    page_count = store._file.keeper.execute("PRAGMA page_count").fetchone()[0]
    store._engine.pool.dispose()

    @event.listens_for(store._engine, "begin")
    def full(connection: object) -> None:
        connection.exec_driver_sql(f"PRAGMA max_page_count={page_count}")  # type: ignore[attr-defined]  # a connection

    with store.reading() as reader:
        before = reader.load(ASSESSMENT_ID)
    note = Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="x" * 10_000)

    def write() -> None:
        with store.writing(actor_id="local", operation="test") as writer:
            writer.lock(ASSESSMENT_ID)
            for number in range(200):
                writer.put(ASSESSMENT_ID, note.model_copy(update={"item_id": f"planning.item-{number}"}))

    with pytest.raises(StoreUnavailable, match=r"the disk is full\. Free some space"):
        write()
    with store.reading() as reader:
        assert reader.load(ASSESSMENT_ID) == before
        assert reader.broken_link(ASSESSMENT_ID) is None
    store.close()


def test_a_database_that_stays_locked_is_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_SECONDS", 0.2)
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    with sqlite.connect(tmp_path / "plumbline.db") as outsider:
        outsider.execute("BEGIN IMMEDIATE")
        with pytest.raises(StoreUnavailable, match="busy with another change"):
            answer(store, 3)
        with store.reading() as reader:
            assert reader.header(ASSESSMENT_ID) is not None
        outsider.execute("ROLLBACK")
    outsider.close()
    answer(store, 3)
    store.close()


def test_a_postgresql_server_that_is_not_there_is_explained(tmp_path: Path) -> None:
    url = f"postgresql+psycopg://nobody@/nothing?host={tmp_path}"
    with pytest.raises(StoreUnavailable, match="cannot be reached"):
        open_store(url, tmp_path)


def test_a_postgresql_database_that_does_not_exist_is_named(cluster: Cluster, tmp_path: Path) -> None:
    url = cluster.new_database().replace("/plumbline_", "/missing_")
    with pytest.raises(StoreUnavailable, match=r"no database of that name|cannot be reached"):
        open_store(url, tmp_path)


def test_a_restart_of_postgresql_loses_no_answer_and_is_waited_for(cluster: Cluster, tmp_path: Path) -> None:
    store = open_store(cluster.new_database(), tmp_path)
    stored_example(store)
    answer(store, 3)
    cluster.stop()
    cluster.start()
    with store.reading() as reader:
        loaded = reader.load(ASSESSMENT_ID)
    assert loaded is not None
    assert [rating.answer.code for rating in loaded.ratings] == [3]
    answer(store, 4)
    store.close()
