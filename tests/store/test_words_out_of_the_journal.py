"""The upgrade that takes what people wrote out of the journal: the words go, and what was broken stays broken."""

from __future__ import annotations

import json
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.domain.answered.kept_out import kept_out
from assessment.store import JournalEntry, open_store, sqlite
from tests.store.databases import sqlite_url
from tests.store.released import WORDS, add_words, copy_into_postgresql, write_released_file

CHAIN = "first-round"


@pytest.fixture(params=["sqlite", "postgresql"])
def upgraded(request: pytest.FixtureRequest, tmp_path: Path) -> tuple[JournalEntry, ...]:
    """The journal of a database of the first schema with words in it, after the upgrade."""
    file = add_words(write_released_file("0001", tmp_path / "plumbline.db"), CHAIN)
    url = sqlite_url(tmp_path)
    if request.param == "postgresql":
        url = request.getfixturevalue("cluster").new_database()
        copy_into_postgresql("0001", file, url)
    with closing(sqlite.MODULE.connect(file)) as connection:
        request.node.old_head = connection.execute("SELECT head FROM chain WHERE id = ?", (CHAIN,)).fetchone()[0]
    store = open_store(url, tmp_path)
    with store.reading() as reader:
        entries = reader.journal(CHAIN, None)
        assert reader.broken_link(CHAIN) is None
        assert reader.broken_link(None) is None
        header = reader.header(CHAIN)
    assert header is not None
    assert (header.revision, header.head) == (entries[0].seq, entries[0].hash)
    with store._engine.connect() as connection:
        everything = str(connection.execute(text("SELECT * FROM journal")).all())
    store.close()
    assert not [word for word in WORDS if word in everything]
    return entries


def test_the_words_go_their_hash_and_length_stand_and_a_last_entry_says_so(
    upgraded: tuple[JournalEntry, ...], request: pytest.FixtureRequest
) -> None:
    last, *entries = upgraded
    assert (last.actor_id, last.operation, last.what) == ("plumbline", "store.upgrade", "journal")
    assert json.loads(last.before or "") == {"head": request.node.old_head}
    assert json.loads(last.after or "") == {"rewritten": 5}
    by_what = {entry.what: entry for entry in entries}
    note = json.loads(by_what["note r1 planning.deliver-1 note"].after or "")
    assert note["text"] == kept_out("Zenobia never answers\r\nher calls").as_content()
    assert (note["respondent_id"], note["kind"]) == ("r1", "note")
    answer = json.loads(by_what["answer r2 planning.deliver-2 as-is"].before or "")
    assert answer["answer_reason"] == kept_out("Zenobia does it elsewhere").as_content()
    assert answer["answer_kind"] == "not-applicable"
    gone = json.loads(by_what["respondent r9"].before or "")
    assert gone["respondents"][0]["unit"] == kept_out("The desk of Zenobia").as_content()
    assert gone["notes"][0]["text"] == kept_out("Zenobia again").as_content()
    assert gone["ratings"] == [{"answer_code": 2, "answer_reason": None}]
    header = json.loads(by_what["header"].after or "")
    assert header == {"name": "The name of an assessment stays"}
    service = json.loads(by_what["critical service s1"].after or "")
    assert service["name"] == "Payroll"
    target = json.loads(by_what["target planning"].after or "")
    assert (target["level"], target["rationale"]["characters"]) == (4, len("Zenobia wants it"))


@pytest.mark.parametrize(
    ("statement", "broken_at"),
    [
        ("UPDATE journal SET actor_id = 'somebody' WHERE seq = 4 AND chain_id = 'first-round'", 4),
        ("UPDATE journal SET after = 'no JSON' WHERE seq = 5 AND chain_id = 'first-round'", 5),
        ("UPDATE journal SET hash = 'x' WHERE seq = 8 AND chain_id = 'first-round'", 8),
        ("DELETE FROM journal WHERE seq = 3 AND chain_id = 'first-round'", 3),
        ("DELETE FROM journal WHERE seq = 8 AND chain_id = 'first-round'", 8),
        ("UPDATE chain SET head = 'x' WHERE id = 'first-round'", 11),
    ],
)
def test_a_chain_that_was_broken_before_is_broken_at_the_same_entry_after(
    tmp_path: Path, statement: str, broken_at: int
) -> None:
    file = add_words(write_released_file("0001", tmp_path / "plumbline.db"), CHAIN)
    with closing(sqlite.MODULE.connect(file)) as connection:
        connection.execute(statement)
        connection.commit()
    store = open_store(sqlite_url(tmp_path), tmp_path)
    with store.reading() as reader:
        assert reader.broken_link(CHAIN) == broken_at
    store.close()
