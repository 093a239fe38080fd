"""Several processes with one SQLite file: shared where SQLite is sound, kept away where it is not."""

from __future__ import annotations

import fcntl
import os
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from assessment.errors import StoreUnavailable
from assessment.store import Store, held_file, open_store, sqlite
from tests.store.cluster import Cluster
from tests.store.databases import sqlite_url
from tests.store.examples import ASSESSMENT_ID, stored_example
from tests.store.test_opening import answer

ROOT = Path(__file__).resolve().parents[2]
OPENING = """
import sys
from pathlib import Path
from assessment.errors import StoreUnavailable
from assessment.store import held_file, open_store, sqlite
if "unsound" in sys.argv:
    sqlite.SOUND_SINCE = (99,)
try:
    store = open_store(sys.argv[1], Path(sys.argv[2]))
except StoreUnavailable as error:
    print(error)
else:
    with store.reading() as reader:
        print(reader.assessment_count(), flush=True)
    if "stay" in sys.argv:
        sys.stdin.read()
    store.close()
"""


@pytest.fixture
def opened(tmp_path: Path) -> Iterator[Store]:
    """A store with the example, in this process."""
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    yield store
    store.close()


@pytest.fixture
def unsound(monkeypatch: pytest.MonkeyPatch) -> None:
    """An SQLite that must have its file alone."""
    monkeypatch.setattr(sqlite, "SOUND_SINCE", (99,))


def another_process(file: Path, *options: str) -> str:
    """What another process says that opens a file."""
    command = [sys.executable, "-c", OPENING, f"sqlite:///{file}", str(file.parent), *options]
    return subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout


def test_the_sqlite_in_use_is_sound_and_said(opened: Store, tmp_path: Path) -> None:
    assert sqlite.is_sound()
    version = sqlite.MODULE.sqlite_version
    assert f"plumbline.db: SQLite {version} " in opened.called
    assert "shared by processes" in opened.called


def test_another_process_reads_what_this_one_wrote_and_this_one_goes_on(opened: Store, tmp_path: Path) -> None:
    assert another_process(tmp_path / "plumbline.db") == "1\n"
    answer(opened, 4)
    opened.close()
    assert not (tmp_path / "plumbline.db-wal").exists()


@contextmanager
def held_elsewhere(file: Path, how: int) -> Iterator[None]:
    """A file as another process holds it: shared, or alone."""
    descriptor = os.open(file, os.O_RDWR | os.O_CREAT)
    fcntl.flock(descriptor, how | fcntl.LOCK_NB)
    try:
        yield
    finally:
        os.close(descriptor)


def test_an_sqlite_that_is_not_sound_has_its_file_alone(tmp_path: Path, unsound: None) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    assert "for one process at a time" in store.called
    for stray in tmp_path.glob("*.lock"):
        stray.unlink()
    link = tmp_path / "link.db"
    link.symlink_to(tmp_path / "plumbline.db")
    assert "another Plumbline already has" in another_process(link, "unsound")
    with pytest.raises(StoreUnavailable, match="another Plumbline already has"):
        open_store(sqlite_url(tmp_path), tmp_path)
    store.close()
    open_store(sqlite_url(tmp_path), tmp_path).close()


def test_an_sqlite_that_is_not_sound_is_kept_away_by_one_that_is(tmp_path: Path, unsound: None) -> None:
    with (
        held_elsewhere(tmp_path / "plumbline.db", fcntl.LOCK_SH),
        pytest.raises(StoreUnavailable, match="another Plumbline already has"),
    ):
        open_store(sqlite_url(tmp_path), tmp_path)


def test_a_process_that_needs_the_file_alone_keeps_the_others_away(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(held_file, "SECONDS_TO_WAIT_FOR_CLOSING", 0.1)
    with (
        held_elsewhere(tmp_path / "plumbline.db", fcntl.LOCK_EX),
        pytest.raises(StoreUnavailable, match=r"that needs .* for itself has it open"),
    ):
        open_store(sqlite_url(tmp_path), tmp_path)


def test_a_file_with_a_second_name_is_refused(tmp_path: Path, opened: Store) -> None:
    os.link(tmp_path / "plumbline.db", tmp_path / "second.db")
    with pytest.raises(StoreUnavailable, match="has a second name"):
        open_store(f"sqlite:///{tmp_path / 'second.db'}", tmp_path)
    (tmp_path / "second.db").unlink()


@pytest.mark.parametrize(
    ("deed", "said"),
    [
        ("move", "was moved away or removed"),
        ("replace", "was replaced"),
        ("remove the log", "lost its log"),
        ("replace the log", "lost its log"),
        ("cut the log", "lost a part of its log"),
        ("overwrite", "was overwritten"),
    ],
)
def test_what_happens_to_the_file_under_the_app_is_noticed_at_the_next_write(
    tmp_path: Path, deed: str, said: str
) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    file, log = tmp_path / "plumbline.db", tmp_path / "plumbline.db-wal"
    if deed == "move":
        file.rename(tmp_path / "gone.db")
    elif deed == "replace":
        shutil.copy(file, tmp_path / "copy.db")
        (tmp_path / "copy.db").replace(file)
    elif deed == "remove the log":
        log.unlink()
    elif deed == "replace the log":
        content = log.read_bytes()
        log.unlink()
        log.write_bytes(content)
    elif deed == "cut the log":
        os.truncate(log, log.stat().st_size // 2)
    else:
        with file.open("r+b") as overwritten:
            overwritten.write(b"\0" * 4096)
    with pytest.raises(StoreUnavailable, match=said):
        answer(store, 3)
    with pytest.raises(StoreUnavailable, match=said), store.reading():
        pass
    store.close()


def test_a_log_that_grows_while_two_look_at_it_was_not_cut(opened: Store) -> None:
    file = opened._file
    assert file is not None
    file.keeper.execute("CREATE TABLE grown (content BLOB)").close()
    file.require_in_place()
    found: list[str | None] = []
    looking = threading.Thread(target=lambda: found.append(file._what_happened()))
    with file._lock:  # the other one looks first, and sees more of it
        looking.start()
        time.sleep(0.2)
        before = file.log_bytes()
        file.keeper.execute("INSERT INTO grown VALUES (zeroblob(1000000))").close()
        file._log_size = file.log_bytes()
        assert file._log_size > before
    looking.join()
    assert found == [None]


def test_a_change_that_went_into_a_file_just_moved_away_is_not_acknowledged(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)

    def write() -> None:
        with store.writing(actor_id="local", operation="test") as writer:
            writer.lock(ASSESSMENT_ID)
            writer.mark_sample_loaded("x", "y")
            (tmp_path / "plumbline.db").rename(tmp_path / "gone.db")

    with pytest.raises(StoreUnavailable, match="was moved away"):
        write()
    store.close()


def test_a_file_that_is_put_back_goes_on(tmp_path: Path, opened: Store) -> None:
    (tmp_path / "plumbline.db").rename(tmp_path / "gone.db")
    with pytest.raises(StoreUnavailable):
        answer(opened, 3)
    (tmp_path / "gone.db").rename(tmp_path / "plumbline.db")
    answer(opened, 3)


def killed_in(folder: Path, mark: str = "keep") -> Path:
    """A database as a killed process leaves it: with its log beside it."""
    store = open_store(sqlite_url(folder), folder)
    stored_example(store)
    for code in range(5):
        answer(store, code)
    left = folder / "left"
    left.mkdir()
    for file in folder.glob("plumbline.db*"):
        if not file.name.endswith("-mark") or mark == "keep":
            shutil.copy(file, left)
    (left / "plumbline.db-shm").unlink()
    store.close()
    return left


def codes_in(folder: Path) -> list[int | None]:
    store = open_store(sqlite_url(folder), folder)
    with store.reading() as reader:
        loaded = reader.load(ASSESSMENT_ID)
    store.close()
    assert loaded is not None
    return [rating.answer.code for rating in loaded.ratings]


@pytest.mark.parametrize("mark", ["keep", "remove"])
def test_what_a_killed_process_leaves_opens_with_everything(tmp_path: Path, mark: str) -> None:
    assert codes_in(killed_in(tmp_path, mark)) == [4]


@pytest.mark.parametrize("mark", ["keep", "remove"])
def test_a_file_copied_without_its_log_is_not_opened_as_an_empty_one(tmp_path: Path, mark: str) -> None:
    left = killed_in(tmp_path, mark)
    (left / "plumbline.db-wal").unlink()
    before = (left / "plumbline.db").read_bytes()
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match="without its log, which has the newest changes"):
            open_store(sqlite_url(left), left)
    assert (left / "plumbline.db").read_bytes() == before


def test_a_log_that_was_cut_is_noticed_and_left_as_it_is(tmp_path: Path) -> None:
    left = killed_in(tmp_path)
    log = left / "plumbline.db-wal"
    os.truncate(log, 32 + 5 * (24 + 4096))
    before = log.read_bytes()
    for _ in range(2):
        with pytest.raises(StoreUnavailable, match="a log that was cut"):
            open_store(sqlite_url(left), left)
    assert log.read_bytes() == before


def test_a_damaged_file_is_refused_with_its_log_left_as_it_is(tmp_path: Path) -> None:
    left = killed_in(tmp_path)
    with (left / "plumbline.db").open("r+b") as damaged:
        damaged.seek((left / "plumbline.db").stat().st_size // 8192 * 4096)  # behind the schema
        damaged.write(b"\xff" * 4096 * 20)
    before = [(left / f"plumbline.db{suffix}").read_bytes() for suffix in ("", "-wal")]
    with pytest.raises(StoreUnavailable, match="damaged"):
        open_store(sqlite_url(left), left)
    assert [(left / f"plumbline.db{suffix}").read_bytes() for suffix in ("", "-wal")] == before


def test_a_file_says_that_it_is_in_use_after_its_log_was_moved_into_it(tmp_path: Path, opened: Store) -> None:
    answer(opened, 4)
    with closing(sqlite.connect(tmp_path / "plumbline.db")) as connection:
        connection.execute("PRAGMA wal_checkpoint(PASSIVE)").close()
    (tmp_path / "copied").mkdir()
    subprocess.run(["cp", tmp_path / "plumbline.db", tmp_path / "copied"], check=True)  # another process's descriptor
    with pytest.raises(StoreUnavailable, match="without its log"):
        open_store(sqlite_url(tmp_path / "copied"), tmp_path)


def test_a_log_that_another_program_moved_into_the_file_is_not_missed(tmp_path: Path) -> None:
    left = killed_in(tmp_path)
    with closing(sqlite.connect(left / "plumbline.db")) as connection:
        connection.execute("SELECT count(*) FROM rating").fetchall()
    assert not (left / "plumbline.db-wal").exists()
    assert codes_in(left) == [4]


@pytest.mark.parametrize("deed", ["remove", "empty"])
def test_a_database_that_is_gone_is_not_begun_anew_without_a_word(tmp_path: Path, deed: str) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    store.close()
    file = tmp_path / "plumbline.db"
    file.unlink() if deed == "remove" else os.truncate(file, 0)
    with pytest.raises(StoreUnavailable, match=r"(is not there any more|is empty), though changes were saved in it"):
        open_store(sqlite_url(tmp_path), tmp_path)


def test_an_older_whole_copy_in_its_place_is_opened(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    answer(store, 2)
    store.close()
    shutil.copy(tmp_path / "plumbline.db", tmp_path / "older.db")
    codes_in(tmp_path)
    (tmp_path / "older.db").replace(tmp_path / "plumbline.db")
    assert codes_in(tmp_path) == [2]


def test_migrations_of_two_processes_at_once_are_done_by_one(tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPENING, sqlite_url(tmp_path), str(tmp_path), "stay"]
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(2)
    ]
    assert [one.communicate("", 60)[0] for one in both] == ["0\n"] * 2


def test_migrations_of_two_processes_at_once_are_done_by_one_on_postgresql(cluster: Cluster, tmp_path: Path) -> None:
    command = [sys.executable, "-c", OPENING, cluster.new_database(), str(tmp_path), "stay"]
    both = [
        subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True, cwd=ROOT) for _ in range(2)
    ]
    assert [one.communicate("", 60)[0] for one in both] == ["0\n"] * 2


@pytest.mark.parametrize("name", ["assessment", "something"])
def test_a_file_of_another_program_is_refused_and_left_as_it_is(tmp_path: Path, name: str) -> None:
    file = tmp_path / "plumbline.db"
    with closing(sqlite.connect(file)) as connection:
        connection.execute(f"CREATE TABLE {name} (id INTEGER)")
    before = file.read_bytes()
    with pytest.raises(StoreUnavailable, match="tables that are not Plumbline's"):
        open_store(sqlite_url(tmp_path), tmp_path)
    assert file.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["plumbline.db"]


def test_a_database_and_everything_beside_it_is_for_its_account_alone(tmp_path: Path) -> None:
    before = os.umask(0o022)
    try:
        store = open_store(sqlite_url(tmp_path / "made"), tmp_path / "made")
        stored_example(store)
        modes = {path.name: path.stat().st_mode & 0o777 for path in (tmp_path / "made").iterdir()}
        store.close()
    finally:
        os.umask(before)
    assert modes == {f"plumbline.db{suffix}": 0o600 for suffix in ("", "-wal", "-shm", "-mark")}
    assert (tmp_path / "made").stat().st_mode & 0o777 == 0o700
