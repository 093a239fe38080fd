"""Migrations: the tables are those of the models; an upgrade keeps every row, has a backup, and is all or nothing."""

from __future__ import annotations

import copy
import hashlib
import json
import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from sqlalchemy import text

from assessment.domain.answered.assessment import Assessment
from assessment.errors import StoreUnavailable
from assessment.store import SECTIONS, Store, migrate, open_store, sqlite
from assessment.store.organisations import folded
from assessment.store.tables import REGISTRY
from tests.builders import rated
from tests.far import IS_FAR
from tests.store.databases import sqlite_url
from tests.store.examples import ASSESSMENT_ID, stored_example
from tests.store.released import add_words, copy_into_postgresql, released_exports, released_sql, write_released_file

ROOT = Path(__file__).resolve().parents[2]
NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "9999"
down_revision = {head!r}


def upgrade() -> None:
    with op.batch_alter_table("assessment", recreate="always") as table:
        table.add_column(sa.Column("colour", sa.Text(), nullable=False, server_default="blue"))
    op.create_table("extra", sa.Column("id", sa.Integer(), primary_key=True))
    {then}
"""


def heads() -> str:
    versions = sorted(path.stem.split("_")[0] for path in (migrate.MIGRATIONS_FOLDER / "versions").glob("*.py"))
    return versions[-1]


def migrations_with_a_next(folder: Path, then: str = "") -> Path:
    """A copy of the migrations with one more, as the next release would have it; it rebuilds the parent of all rows."""
    copy = folder / "migrations"
    shutil.copytree(migrate.MIGRATIONS_FOLDER, copy, ignore=shutil.ignore_patterns("__pycache__"))
    (copy / "versions" / "9999_next.py").write_text(NEXT.format(head=heads(), then=then or "pass"))
    return copy


def example_in(folder: Path) -> Assessment:
    store = open_store(sqlite_url(folder), folder)
    stored_example(store)
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        writer.put(ASSESSMENT_ID, rated("planning.deliver-1", 3))
        loaded = writer.load(ASSESSMENT_ID)
    store.close()
    assert loaded is not None
    return loaded


def loaded_from(folder: Path) -> Assessment | None:
    store = open_store(sqlite_url(folder), folder)
    with store.reading() as reader:
        loaded = reader.load(ASSESSMENT_ID)
        assert reader.broken_link(ASSESSMENT_ID) is None
    store.close()
    return loaded


def dump(file: Path) -> list[str]:
    with closing(sqlite3.connect(file)) as connection:
        return list(connection.iterdump())


def test_the_migrations_make_the_tables_of_the_models(database_url: str, tmp_path: Path) -> None:
    store = open_store(database_url, tmp_path)
    with store._engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, REGISTRY.metadata) == []
    store.close()


def test_a_new_file_needs_no_backup(tmp_path: Path) -> None:
    open_store(sqlite_url(tmp_path), tmp_path).close()
    open_store(sqlite_url(tmp_path), tmp_path).close()
    assert not (tmp_path / "backups").exists()


def test_an_upgrade_keeps_every_row_and_has_a_backup(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = example_in(tmp_path)
    content = dump(tmp_path / "plumbline.db")
    monkeypatch.setattr(migrate, "MIGRATIONS_FOLDER", migrations_with_a_next(tmp_path))
    assert loaded_from(tmp_path) == before
    with closing(sqlite.MODULE.connect(tmp_path / "plumbline.db")) as connection:
        assert connection.execute("SELECT colour FROM assessment").fetchall() == [("blue",)]
        assert connection.execute("PRAGMA foreign_key_check").fetchall() == []
    (backup,) = (tmp_path / "backups").iterdir()
    assert dump(backup) == content
    assert loaded_from(tmp_path) == before
    assert list((tmp_path / "backups").iterdir()) == [backup]


def test_an_upgrade_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = example_in(tmp_path)
    content = dump(tmp_path / "plumbline.db")
    failing = migrations_with_a_next(tmp_path, 'raise RuntimeError("the disk burns")')
    monkeypatch.setattr(migrate, "MIGRATIONS_FOLDER", failing)
    with pytest.raises(RuntimeError):
        open_store(sqlite_url(tmp_path), tmp_path)
    monkeypatch.undo()
    assert dump(tmp_path / "plumbline.db") == content
    assert loaded_from(tmp_path) == before


def test_an_upgrade_killed_in_the_middle_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    before = example_in(tmp_path)
    content = dump(tmp_path / "plumbline.db")
    waiting = migrations_with_a_next(tmp_path, 'import time; print("half done", flush=True); time.sleep(60)')
    program = (
        "import sys; from pathlib import Path; from assessment.store import migrate, open_store\n"
        "migrate.MIGRATIONS_FOLDER = Path(sys.argv[1])\n"
        "open_store(sys.argv[2], Path(sys.argv[3]))"
    )
    command = [sys.executable, "-c", program, str(waiting), sqlite_url(tmp_path), str(tmp_path)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "half done\n"
        process.send_signal(signal.SIGKILL)
    assert loaded_from(tmp_path) == before
    assert dump(tmp_path / "plumbline.db") == content


def test_an_upgrade_without_room_for_a_backup_does_not_begin(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = example_in(tmp_path)
    content = dump(tmp_path / "plumbline.db")
    (tmp_path / "backups").write_text("in the way")
    monkeypatch.setattr(migrate, "MIGRATIONS_FOLDER", migrations_with_a_next(tmp_path))
    with pytest.raises(StoreUnavailable, match="no copy could be put into"):
        open_store(sqlite_url(tmp_path), tmp_path)
    monkeypatch.undo()
    assert dump(tmp_path / "plumbline.db") == content
    assert loaded_from(tmp_path) == before


def test_a_newer_file_is_refused_in_words_and_left_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    example_in(tmp_path)
    monkeypatch.setattr(migrate, "MIGRATIONS_FOLDER", migrations_with_a_next(tmp_path))
    open_store(sqlite_url(tmp_path), tmp_path).close()
    monkeypatch.undo()
    content = dump(tmp_path / "plumbline.db")
    with pytest.raises(StoreUnavailable, match=r"a newer version of Plumbline wrote it \(schema 9999\)"):
        open_store(sqlite_url(tmp_path), tmp_path)
    assert dump(tmp_path / "plumbline.db") == content


COUNTED = (*(section.table.name for section in SECTIONS), "assessment", "journal", "person", "snapshot", "sample")
SINCE = frozenset(
    {
        "feedback",
        "evidence_file",
        "planned_action",
        "own_text",
        "sign_off_claim",
        "agenda_slot",
        "vote_round",
        "parked_point",
        "decision",
        "held_session",
        "saved_plan",
        "running_step",
    }
)
"""Tables that the first schema had not."""


def counts(store: Store) -> dict[str, int]:
    with store._engine.connect() as connection:
        return {name: connection.execute(text(f"SELECT count(*) FROM {name}")).scalar_one() for name in COUNTED}


@pytest.fixture(params=["sqlite", "postgresql"])
def released(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of a database that the release with schema 0001 wrote."""
    file = write_released_file("0001", tmp_path / "plumbline.db")
    if request.param == "sqlite":
        return sqlite_url(tmp_path)
    url: str = request.getfixturevalue("cluster").new_database()
    copy_into_postgresql("0001", file, url)
    return url


def test_a_database_of_the_first_schema_keeps_its_content(released: str, tmp_path: Path) -> None:
    exports = released_exports("0001")
    place = tmp_path / "plumbline.db" if "sqlite" in released else ":memory:"
    with closing(sqlite.MODULE.connect(place)) as connection:
        if "sqlite" not in released:
            connection.executescript(released_sql("0001"))
        before = {
            name: 0 if name in SINCE else connection.execute(f"SELECT count(*) FROM {name}").fetchone()[0]
            for name in COUNTED
        }
    store = open_store(released, tmp_path)
    # the default weights are others since: those that had none of their own have the former ones as rows
    assert counts(store) == {**before, "roadmap_settings": before["assessment"]}
    with store.reading() as reader:
        for assessment_id, export in exports.items():
            loaded = reader.load(assessment_id)
            assert loaded is not None
            assert reader.broken_link(assessment_id) is None
            assert content_of(loaded) == content_of(Assessment.model_validate_json(json.dumps(export["assessment"])))
        assert reader.broken_link(None) is None
        snapshot = reader.snapshot("signed")
    store.close()
    assert snapshot is not None
    signed = exports["signed"]
    assert snapshot.former_hashes == (hash_when_it_was_signed(signed),)
    assert snapshot.hash == hashlib.sha256(snapshot.content.encode()).hexdigest()
    assert json.loads(snapshot.content) == without_names(signed)
    assert written(json.loads(snapshot.content)) == snapshot.content


def written(values: object) -> str:
    """As a document is laid out."""
    return json.dumps(values, ensure_ascii=False, sort_keys=True, indent=2) + "\n"


def hash_when_it_was_signed(export: Any) -> str:
    return hashlib.sha256(written(export).encode()).hexdigest()


def without_names(export: Any) -> Any:
    """The export of an earlier format as one of version 4 has it, worked out by hand."""
    export = copy.deepcopy(export)
    export["format_version"] = 4
    count = 0
    for part, field in (("respondents", "name"), ("targets", "approver"), ("owners", "name"), ("owners", "sponsor")):
        for entry in export["assessment"][part]:
            if entry[field] is not None:
                entry[field] = "(name)"
                count += 1
    assert count
    return export


def test_the_names_of_a_snapshot_of_the_first_schema_stand_beside_it(released: str, tmp_path: Path) -> None:
    store = open_store(released, tmp_path)
    with store.reading() as reader:
        snapshot, names = reader.snapshot("signed"), reader.place_names("signed")
    store.close()
    assert snapshot is not None
    assert names
    assert [name for name in names.values() if name in snapshot.content] == []
    assert snapshot.content.count('"(name)"') == len(names)


def test_a_snapshot_that_was_altered_before_the_upgrade_is_still_told_from_one_that_was_not(tmp_path: Path) -> None:
    file = write_released_file("0001", tmp_path / "plumbline.db")
    with closing(sqlite3.connect(file)) as connection:
        connection.execute(
            "UPDATE snapshot SET content = replace(content, 'anonymity_floor\": 3', 'anonymity_floor\": 1')"
        )
        connection.commit()
    store = open_store(sqlite_url(tmp_path), tmp_path)
    with pytest.raises(StoreUnavailable, match="changed after it was signed"), store.reading() as reader:
        reader.snapshot("signed")
    store.close()


def test_each_installation_has_a_key_of_its_own_to_sign_with(tmp_path: Path) -> None:
    secrets = set()
    for name in ("one", "two"):
        store = open_store(sqlite_url(tmp_path / name), tmp_path / name)
        with store.reading() as reader:
            secrets.add(reader.signing_secret())
        store.close()
    assert len(secrets) == 2
    assert all(len(secret) == 64 for secret in secrets)


def content_of(assessment: Assessment) -> Assessment:
    """The assessment but for the spelling of its organisation and unit."""
    unit = assessment.header.unit and folded(assessment.header.unit)
    named = {"organisation": folded(assessment.header.organisation), "unit": unit}
    return assessment.model_copy(update={"header": assessment.header.model_copy(update=named)})


def test_equal_names_of_the_first_schema_meet_and_other_spellings_stay_apart(released: str, tmp_path: Path) -> None:
    store = open_store(released, tmp_path)
    with store.reading() as reader:
        found = {
            organisation.name: (
                organisation.assessment_count,
                {unit.name: unit.assessment_count for unit in organisation.units},
            )
            for organisation in reader.organisations()
        }
        headers = {stored.header.id: (stored.header.organisation, stored.header.unit) for stored in reader.headers()}
    store.close()
    assert found == {
        "Invented Limited": (1, {"North": 1}),
        "Invented Ltd": (5, {"North": 3, "South": 1}),
    }
    assert headers == {
        "everything": ("Invented Ltd", "North"),
        "first-round": ("Invented Ltd", "North"),
        "same-names": ("Invented Ltd", "North"),
        "no-unit": ("Invented Ltd", None),
        "signed": ("Invented Ltd", "South"),
        "other-spelling": ("Invented Limited", "North"),
    }


KILLED_AT_EACH_STEP = """
import os, shutil, signal, sys
from pathlib import Path
from sqlalchemy import event
from assessment.store import engine, migrate, open_store

source, folder = Path(sys.argv[1]), Path(sys.argv[2])
for step in range(1, 1000, int(sys.argv[3])):
    place = folder / str(step)
    place.mkdir()
    shutil.copy(source, place / "plumbline.db")
    child = os.fork()
    if child == 0:
        new_engine = migrate.new_migration_engine
        def counting(url):
            made = new_engine(url)
            left = [step]
            @event.listens_for(made, "before_cursor_execute")
            def count(connection, cursor, statement, *ignored):
                left[0] -= not statement.startswith(("PRAGMA", "SELECT"))
                if left[0] == 0:
                    os.kill(os.getpid(), signal.SIGKILL)
            return made
        migrate.new_migration_engine = counting
        open_store(f"sqlite:///{place / 'plumbline.db'}", place)
        os._exit(0)
    if os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0:
        break
    print(step, flush=True)
"""


def test_an_upgrade_of_the_first_schema_killed_at_each_step_leaves_the_file_as_it_was(tmp_path: Path) -> None:
    source = add_words(write_released_file("0001", tmp_path / "released.db"), "first-round")
    content = dump(source)
    command = [sys.executable, "-c", KILLED_AT_EACH_STEP, str(source), str(tmp_path), "1" if IS_FAR else "4"]
    said = subprocess.run(command, capture_output=True, text=True, cwd=ROOT, check=True).stdout
    steps = [int(line) for line in said.splitlines()]
    assert len(steps) > (40 if IS_FAR else 10)
    for step in steps:
        assert dump(tmp_path / str(step) / "plumbline.db") == content, step
    store = open_store(sqlite_url(tmp_path / str(steps[-1])), tmp_path)
    assert counts(store)["rating"] == 129
    store.close()
