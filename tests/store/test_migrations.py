"""Migrations: the tables are those of the models; an upgrade keeps every row, has a backup, and is all or nothing."""

from __future__ import annotations

import shutil
import signal
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext

from assessment.domain.answered.assessment import Assessment
from assessment.errors import StoreUnavailable
from assessment.store import migrate, open_store
from assessment.store.tables import REGISTRY
from tests.builders import rated
from tests.store.databases import sqlite_url
from tests.store.examples import ASSESSMENT_ID, stored_example

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
    with closing(sqlite3.connect(tmp_path / "plumbline.db")) as connection:
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
