"""What was deleted is out of the file and its log, and whoever else has the file open goes on."""

from __future__ import annotations

from pathlib import Path

from assessment.store import open_store
from tests.builders import rated
from tests.store.databases import sqlite_url
from tests.store.examples import ASSESSMENT_ID, stored_example

NAME = "Zdenka Vrbová"


def test_a_scrubbed_file_and_its_log_hold_nothing_of_what_was_deleted_and_others_go_on(tmp_path: Path) -> None:
    store, other = (open_store(sqlite_url(tmp_path), tmp_path) for _ in range(2))
    stored_example(store)
    files = [tmp_path / "plumbline.db", tmp_path / "plumbline.db-wal"]
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        writer.record(ASSESSMENT_ID, "test", {"name": NAME}, None)
    with other.reading() as reader:
        assert NAME in str(reader.journal(ASSESSMENT_ID, 1))
    with store._engine.begin() as connection:
        connection.exec_driver_sql("DELETE FROM journal WHERE what = 'test'")
    assert any(NAME.encode() in file.read_bytes() for file in files)
    store.scrub()
    assert files[1].stat().st_size == 0
    assert not any(NAME.encode() in file.read_bytes() for file in files)
    for code in (1, 2, 3):
        with store.writing(actor_id="local", operation="test") as writer:
            writer.lock(ASSESSMENT_ID)
            writer.put(ASSESSMENT_ID, rated("planning.deliver-1", code))
    with other.writing(actor_id="local", operation="test") as writer:  # it saw neither the emptying nor the writes
        writer.lock(ASSESSMENT_ID)
        writer.put(ASSESSMENT_ID, rated("planning.deliver-1", 4))
    store.close()
    other.close()
