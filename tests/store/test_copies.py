"""Copies of a database: whole, private, made while others write, restored elsewhere; what a check finds in one."""

from __future__ import annotations

import random
import shutil
import threading
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import make_url

from assessment.domain.answered.assessment import Note, NoteKind, Respondent, Role
from assessment.domain.answered.organisation import Owner
from assessment.domain.checked import FaultKind
from assessment.errors import InvalidInput, StoreUnavailable
from assessment.store import Store, copies, dumps, open_store, restore, sqlite
from assessment.store.held_file import hold
from tests.builders import rated
from tests.store.cluster import Cluster
from tests.store.databases import sqlite_url
from tests.store.examples import ASSESSMENT_ID, stored_example
from tests.store.test_opening import answer

ITEM = "planning.deliver-1"
NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


def change(store: Store, *entries: Any) -> None:
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        for entry in entries:
            writer.put(ASSESSMENT_ID, entry)


def filled(store: Store) -> None:
    """An assessment with a history: names, answers changed, somebody removed and put back, a note removed."""
    stored_example(store)
    note = Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.NOTE, text="Seen in March")
    change(store, rated(ITEM, 2), rated(ITEM, 4), note, Owner(process_id="planning", name="Zenobia Quux"))
    change(store, Respondent(id="r9", role=Role.OTHER, name="Somebody Else"))
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        writer.remove(ASSESSMENT_ID, Note, "r1", ITEM, "note")
        writer.remove(ASSESSMENT_ID, Respondent, "r9")


@pytest.fixture
def full(store: Store) -> Store:
    """A store of either kind with a history."""
    filled(store)
    return store


def content(store: Store) -> object:
    with store.reading() as reader:
        return reader.load(ASSESSMENT_ID), reader.journal(ASSESSMENT_ID, None), reader.journal(None, None)


def kind_of(store: Store) -> str:
    return store._engine.dialect.name


def test_a_copy_restored_elsewhere_is_equal(full: Store, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    copy, place = tmp_path / "copies" / "copy", tmp_path / "elsewhere"
    full.back_up(copy)
    is_sqlite = kind_of(full) == "sqlite"
    url = sqlite_url(place) if is_sqlite else request.getfixturevalue("cluster").new_database()
    checked = restore(url, place, copy)
    assert (checked.assessment_count, checked.faults) == (1, ())
    restored = open_store(url, place)
    assert content(restored) == content(full)
    restored.close()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in copy.parent.iterdir()] == ["copy"]
    with pytest.raises(StoreUnavailable, match=r"into an empty (place|one) only"):
        restore(url, place, copy)


def test_a_copy_is_not_written_over_a_file(full: Store, tmp_path: Path) -> None:
    (tmp_path / "mine").write_text("precious")
    with pytest.raises(InvalidInput, match="a file of that name already"):
        full.back_up(tmp_path / "mine")
    assert (tmp_path / "mine").read_text() == "precious"


def test_a_copy_that_has_no_room_is_a_sentence_and_leaves_nothing(full: Store, tmp_path: Path) -> None:
    (tmp_path / "file").write_text("in the way")
    with pytest.raises(InvalidInput, match="cannot be written"):
        full.back_up(tmp_path / "file" / "copy")


def test_postgresql_without_its_programs_is_a_sentence(
    cluster: Cluster, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dumps, "_path_of", lambda program: None)
    with pytest.raises(StoreUnavailable, match="pg_dump is not installed here"):
        dumps.write_dump(make_url(cluster.new_database()), tmp_path / "copy")
    assert list(tmp_path.iterdir()) == []


def test_the_password_of_postgresql_is_no_argument() -> None:
    url = make_url("postgresql+psycopg://me:s3cret@db.example/plumb?sslmode=require")
    arguments, environment = dumps._connection(url)
    assert environment["PGPASSWORD"] == "s3cret"
    assert "s3cret" not in "".join(arguments)
    assert all(part in arguments[0] for part in ("host=db.example", "user=me", "dbname=plumb", "sslmode=require"))


def test_copies_of_the_day_are_made_once_and_the_newest_are_kept(tmp_path: Path) -> None:
    days = [NOW]
    store = open_store(sqlite_url(tmp_path), tmp_path, clock=lambda: days[0])
    stored_example(store)
    folder = tmp_path / "backups"
    folder.mkdir()
    (folder / "plumbline.db-old.partial").write_bytes(b"half")
    for day in range(5):
        days[0] = NOW + timedelta(days=day)
        assert store.back_up_daily(3) == folder / f"plumbline-daily-2026030{day + 1}.db"
        assert store.back_up_daily(3) is None
    assert sorted(path.name for path in folder.iterdir()) == [f"plumbline-daily-2026030{day}.db" for day in (3, 4, 5)]
    assert store.back_up_daily(0) is None
    store.close()


def test_a_half_made_copy_is_left_while_somebody_makes_it(tmp_path: Path) -> None:
    partial = tmp_path / "x.partial"
    held = hold(partial)
    copies.clean_partials(tmp_path)
    assert partial.exists()
    held.release()
    copies.clean_partials(tmp_path)
    assert not partial.exists()


def test_a_damage_names_the_newest_copy_that_is_good(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path, clock=lambda: NOW)
    stored_example(store)
    good = store.back_up_daily(9)
    assert good is not None
    newer = tmp_path / "backups" / "plumbline-newer.db"
    shutil.copy(good, newer)
    with closing(sqlite.connect(newer)) as connection:
        connection.execute("UPDATE assessment SET name = CAST(x'ff41' AS TEXT)")
    damage(store, "UPDATE assessment SET name = CAST(x'ff41' AS TEXT)")
    with pytest.raises(StoreUnavailable) as told, store.reading() as reader:
        reader.headers()
    assert str(told.value).endswith(f"python -m assessment restore {good}")
    store.close()


def read_everything(store: Store) -> None:
    with store.reading() as reader:
        reader.headers()
        reader.load(ASSESSMENT_ID)


def damage(store: Store, *statements: str) -> None:
    """What somebody does who writes into the file."""
    with store._engine.connect() as connection:
        driver: Any = connection.connection.dbapi_connection
        for statement in ("PRAGMA foreign_keys=OFF", "PRAGMA ignore_check_constraints=ON", *statements):
            driver.execute(statement).close()


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE assessment SET name = CAST(x'ff41c1' AS TEXT)",
        "UPDATE assessment SET assessed_on = 'SECRET'",
        "UPDATE assessment SET scope = 'SECRET'",
        "UPDATE assessment SET depth = 'SECRET'",
        "UPDATE assessment SET anonymity_floor = 'SECRET'",
        "UPDATE chain SET updated_at = 'SECRET'",
        "UPDATE rating SET answer_code = 'SECRET'",
        "UPDATE rating SET answer_code = 77",
        "UPDATE rating SET answer_kind = x'ff'",
        "UPDATE person SET name = CAST(x'ff41c1' AS TEXT)",
    ],
)
def test_an_impossible_value_is_told_without_a_word_of_what_is_stored(
    tmp_path: Path, statement: str, capfd: pytest.CaptureFixture[str]
) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    filled(store)
    damage(store, statement)
    with pytest.raises(StoreUnavailable, match="it is damaged: it holds something") as told:
        read_everything(store)
    assert told.value.__cause__ is None
    text = f"{told.value}{capfd.readouterr()}"
    assert "is safe" not in text
    assert "SECRET" not in text
    assert FaultKind.UNREADABLE in {fault.kind for fault in store.check().faults}
    store.close()


def test_a_fault_of_the_program_is_not_blamed_on_the_database(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    with pytest.raises(ValueError, match="mine"), store.reading():
        raise ValueError("mine")
    store.close()


def test_a_database_with_a_history_has_no_faults(full: Store) -> None:
    checked = full.check()
    assert checked.faults == ()
    assert checked.assessment_count == 1
    assert checked.change_count > 7


@pytest.mark.parametrize(
    ("statement", "kind", "what"),
    [
        ("UPDATE journal SET actor_id = 'x' WHERE seq = 3", FaultKind.CHAIN, "journal"),
        ("UPDATE rating SET answer_code = 5", FaultKind.CHANGED, f"answer r1 {ITEM} as-is"),
        ("UPDATE rating SET answer_code = 2, version = version - 1", FaultKind.CHANGED, f"answer r1 {ITEM} as-is"),
        ("UPDATE rating SET version = 99", FaultKind.CHANGED, f"answer r1 {ITEM} as-is"),
        ("DELETE FROM rating", FaultKind.MISSING, f"answer r1 {ITEM} as-is"),
        ("DELETE FROM owner", FaultKind.MISSING, "owner planning"),
        ("DELETE FROM chain WHERE id <> 'store'", FaultKind.MISSING, "chain"),
        ("INSERT INTO chain VALUES ('gone', 1, 'x', '2026-01-01 00:00:00')", FaultKind.ORPHAN, "chain gone"),
        (f"INSERT INTO person VALUES ('{ASSESSMENT_ID}', 'p-nobody', 'Nobody')", FaultKind.ORPHAN, "person p-nobody"),
        ("UPDATE owner SET assessment_id = 'nowhere'", FaultKind.ORPHAN, "owner"),
        ("UPDATE framework SET content = 'x'", FaultKind.HASH, "framework"),
    ],
)
def test_a_check_finds_what_somebody_changed(tmp_path: Path, statement: str, kind: FaultKind, what: str) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    filled(store)
    damage(store, statement)
    found = [fault for fault in store.check().faults if fault.kind is kind and fault.what.startswith(what)]
    store.close()
    assert found


def test_a_check_on_postgresql_goes_on_after_what_cannot_be_read(cluster: Cluster, tmp_path: Path) -> None:
    store = open_store(cluster.new_database(), tmp_path)
    filled(store)
    with store._engine.begin() as connection:
        connection.exec_driver_sql("ALTER TABLE person RENAME TO lost")
        connection.exec_driver_sql("UPDATE rating SET answer_code = 5")
    kinds = {fault.kind for fault in store.check().faults}
    store.close()
    assert kinds == {FaultKind.UNREADABLE, FaultKind.CHANGED}


@pytest.fixture(scope="module")
def copy(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of a database with a history."""
    folder = tmp_path_factory.mktemp("copied")
    store = open_store(sqlite_url(folder), folder)
    filled(store)
    store.back_up(folder / "copy.db")
    store.close()
    return folder / "copy.db"


@pytest.mark.parametrize(
    ("spoil", "said"),
    [
        (lambda file: file.write_bytes(b"Dear diary" * 99), "damaged or is no database"),
        (lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]), "damaged"),
        (lambda file: foreign(file), "tables that are not Plumbline's"),
        (lambda file: run(file, "UPDATE rating SET answer_code = 1"), "the copy has 1 faults"),
        (lambda file: run(file, "PRAGMA user_version=-7"), "copied while it was in use and without its log"),
    ],
)
def test_a_copy_that_cannot_be_trusted_is_refused_and_nothing_is_left(
    tmp_path: Path, copy: Path, spoil: Callable[[Path], None], said: str
) -> None:
    spoiled = tmp_path / "spoiled.db"
    shutil.copy(copy, spoiled)
    spoil(spoiled)
    place = tmp_path / "place"
    with pytest.raises(StoreUnavailable, match=said):
        restore(sqlite_url(place), place, spoiled)
    assert not place.exists() or [path.name for path in place.iterdir() if path.name != "backups"] == []


@pytest.mark.parametrize("statement", ["UPDATE rating SET answer_code = 1", "PRAGMA user_version=-7"])
def test_a_copy_with_faults_is_taken_where_somebody_says_so(tmp_path: Path, copy: Path, statement: str) -> None:
    spoiled = tmp_path / "spoiled.db"
    shutil.copy(copy, spoiled)
    run(spoiled, statement)
    place = tmp_path / "place"
    restore(sqlite_url(place), place, spoiled, as_it_is=True)
    store = open_store(sqlite_url(place), place)
    answer(store, 3)
    store.close()


def test_a_restored_copy_opens_where_another_database_was(tmp_path: Path, copy: Path) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    store.close()
    (tmp_path / "plumbline.db").unlink()
    restore(sqlite_url(tmp_path), tmp_path, copy)
    open_store(sqlite_url(tmp_path), tmp_path).close()


def test_a_copy_of_the_other_kind_of_database_is_refused(tmp_path: Path, copy: Path) -> None:
    with pytest.raises(InvalidInput, match="names a PostgreSQL database, and this is no copy of one"):
        restore("postgresql://nobody@/x", tmp_path, copy)
    (tmp_path / "dump").write_bytes(b"PGDMP and so on")
    with pytest.raises(InvalidInput, match="names a SQLite database"):
        restore(sqlite_url(tmp_path / "place"), tmp_path, tmp_path / "dump")


def run(file: Path, statement: str) -> None:
    with closing(sqlite.connect(file)) as connection:
        connection.execute(statement).close()


def foreign(file: Path) -> None:
    file.unlink()
    run(file, "CREATE TABLE diary (day TEXT)")


def test_copies_made_while_people_answer_are_whole(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    is_over = threading.Event()

    def write() -> None:
        draw = random.Random(3)
        while not is_over.is_set():
            answer(store, draw.randrange(6))

    writing = threading.Thread(target=write)
    writing.start()
    try:
        for number in range(3):
            store.back_up(tmp_path / f"copy-{number}.db")
    finally:
        is_over.set()
        writing.join()
    store.close()
    for number in range(3):
        place = tmp_path / f"place-{number}"
        assert restore(sqlite_url(place), place, tmp_path / f"copy-{number}.db").faults == ()
