"""Every change leaves its entry in the same transaction, and an entry that is changed later is found."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.domain.answered.assessment import AgreedValue, Rating, Respondent, Role, Target
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.organisation import Owner
from assessment.domain.authored.framework import Horizon
from assessment.store import Store, Writer, open_store
from tests.builders import rated
from tests.store.databases import sqlite_url
from tests.store.examples import ASSESSMENT_ID, stored_example

ITEM = "planning.deliver-1"


def change(store: Store, *entries: object) -> None:
    with store.writing(actor_id="local", operation="test.change") as writer:
        writer.lock(ASSESSMENT_ID)
        for entry in entries:
            writer.put(ASSESSMENT_ID, entry)  # type: ignore[arg-type]  # any entry


def test_a_change_leaves_who_when_what_before_and_after(store: Store) -> None:
    stored_example(store)
    change(store, rated(ITEM, 2))
    change(store, rated(ITEM, 4))
    with store.reading() as reader:
        newest, older, *_ = reader.journal(ASSESSMENT_ID, 10)
    assert (newest.actor_id, newest.operation) == ("local", "test.change")
    assert newest.what == f"answer r1 {ITEM} as-is"
    assert json.loads(newest.before or "")["answer_code"] == 2
    assert json.loads(newest.after or "")["answer_code"] == 4
    assert older.before is None
    assert newest.seq == older.seq + 1
    assert newest.at.endswith("+00:00")


def test_a_change_that_changes_nothing_leaves_nothing(store: Store) -> None:
    stored_example(store)
    change(store, rated(ITEM, 2))
    with store.reading() as reader:
        before = reader.header(ASSESSMENT_ID)
    change(store, rated(ITEM, 2), rated(ITEM, 2))
    with store.reading() as reader:
        assert reader.header(ASSESSMENT_ID) == before


def test_a_rollback_leaves_neither_the_change_nor_its_entry(store: Store) -> None:
    stored_example(store)
    with store.reading() as reader:
        before = (reader.load(ASSESSMENT_ID), reader.journal(ASSESSMENT_ID, None))

    def break_off() -> None:
        with store.writing(actor_id="local", operation="test") as writer:
            writer.lock(ASSESSMENT_ID)
            writer.put(ASSESSMENT_ID, rated(ITEM, 2))
            assert writer.find(ASSESSMENT_ID, Rating, "r1", ITEM, "as-is") is not None
            raise RuntimeError("the program fails here")

    with pytest.raises(RuntimeError):
        break_off()
    with store.reading() as reader:
        assert (reader.load(ASSESSMENT_ID), reader.journal(ASSESSMENT_ID, None)) == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE journal SET after = replace(after, '\"answer_code\":4', '\"answer_code\":5') WHERE seq = 3",
        "UPDATE journal SET actor_id = 'somebody' WHERE seq = 3",
        "UPDATE journal SET at = '2020-01-01T00:00:00+00:00' WHERE seq = 3",
        "DELETE FROM journal WHERE seq = 3",
        "UPDATE journal SET chain_id = 'another' WHERE seq = 3",
    ],
)
def test_a_changed_or_missing_entry_is_found(tmp_path: Path, statement: str) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    change(store, rated(ITEM, 1), rated(ITEM, 4), rated(ITEM, 2))
    assert broken_after(store, "UPDATE journal SET what = what") is None
    assert broken_after(store, statement) == 3
    store.close()


def test_entries_cut_off_the_end_are_missed(tmp_path: Path) -> None:
    store = open_store(sqlite_url(tmp_path), tmp_path)
    stored_example(store)
    change(store, rated(ITEM, 1), rated(ITEM, 4))
    assert broken_after(store, "DELETE FROM journal WHERE seq >= 3") == 3
    store.close()


def broken_after(store: Store, statement: str) -> int | None:
    """The first broken link after somebody with access to the file ran a statement."""
    with store._engine.begin() as connection:
        connection.exec_driver_sql(statement)
    with store.reading() as reader:
        return reader.broken_link(ASSESSMENT_ID)


def test_the_journal_and_the_rows_hold_no_name(store: Store) -> None:
    stored_example(store)
    change(
        store,
        Respondent(id="r9", role=Role.OTHER, name="Zenobia Quux"),
        Owner(process_id="planning", name="Zenobia Quux", sponsor="Zenobia Quux"),
        Target(process_id="planning", level=3, approver="Zenobia Quux"),
        Respondent(id="r9", role=Role.OTHER, name="Zenobia Quux-Baz"),
    )
    with store.reading() as reader:
        journal = reader.journal(ASSESSMENT_ID, None)
        assert not [entry for entry in journal if "Zenobia" in f"{entry.before}{entry.after}{entry.what}"]
        loaded = reader.load(ASSESSMENT_ID)
    assert loaded is not None
    assert loaded.owner_by_process["planning"].sponsor == "Zenobia Quux"
    assert loaded.respondent_by_id["r9"].name == "Zenobia Quux-Baz"
    with store._engine.connect() as connection:
        for table in ("respondent", "owner", "target", "journal"):
            rows = connection.execute(text(f"SELECT * FROM {table}")).all()
            assert "Zenobia" not in str(rows), table
        names = connection.execute(text("SELECT name FROM person WHERE name LIKE 'Zenobia%'")).scalars().all()
    assert sorted(names) == ["Zenobia Quux"] * 3 + ["Zenobia Quux-Baz"]


def test_a_removed_respondent_takes_their_rows_along_and_the_name_once_the_bin_forgets_them(store: Store) -> None:
    stored_example(store)
    change(store, Respondent(id="r9", role=Role.OTHER, name="Zenobia Quux"), rated(ITEM, 3, "r9"), rated(ITEM, 3, "r1"))
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        assert writer.remove(ASSESSMENT_ID, Respondent, "r9")
        assert not writer.remove(ASSESSMENT_ID, Respondent, "r9")
    with store.reading() as reader:
        loaded = reader.load(ASSESSMENT_ID)
        gone = json.loads(reader.journal(ASSESSMENT_ID, 1)[0].before or "")
    assert loaded is not None
    assert [rating.respondent_id for rating in loaded.ratings] == ["r1"]
    assert gone["ratings"][0]["answer_code"] == 3
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        (kept,) = writer.bin.entries(ASSESSMENT_ID)
        writer.bin.forget_entry(kept)
    with store._engine.connect() as connection:
        assert not connection.execute(text("SELECT name FROM person WHERE name = 'Zenobia Quux'")).all()


def test_a_removed_assessment_leaves_only_that_it_was_there(store: Store) -> None:
    stored_example(store)
    change(store, rated(ITEM, 1))
    with store.writing(actor_id="local", operation="test.remove") as writer:
        header = writer.lock(ASSESSMENT_ID)
        assert header is not None
        writer.delete(header)
    with store.reading() as reader:
        assert reader.load(ASSESSMENT_ID) is None
        assert reader.journal(ASSESSMENT_ID, None) == ()
        last = reader.journal(None, 1)[0]
        assert (last.what, last.after) == (f"assessment {ASSESSMENT_ID}", None)
        assert reader.broken_link(None) is None
    with store._engine.connect() as connection:
        for table in ("rating", "respondent", "person", "journal", "snapshot"):
            column = "chain_id" if table == "journal" else "assessment_id"
            left = connection.execute(text(f"SELECT count(*) FROM {table} WHERE {column} = '{ASSESSMENT_ID}'")).scalar()
            assert left == 0, table


def test_versions_only_grow_even_over_a_removal(store: Store) -> None:
    stored_example(store)

    def put(writer: Writer, code: int) -> int:
        return writer.put(ASSESSMENT_ID, rated(ITEM, code))[0]

    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        first = put(writer, 1)
        second = put(writer, 2)
        writer.remove(ASSESSMENT_ID, Rating, "r1", ITEM, "as-is")
        third = put(writer, 1)
    assert first < second < third


def test_a_removed_respondent_is_no_longer_among_those_present(store: Store) -> None:
    stored_example(store)

    def agreed(item_id: str, *present_ids: str) -> AgreedValue:
        answer = Answer(kind=AnswerKind.RATED, code=3)
        return AgreedValue(
            item_id=item_id, horizon=Horizon.AS_IS, answer=answer, note="Talked through", present_ids=present_ids
        )

    other = "planning.deliver-2"
    change(store, agreed(ITEM, "r1", "r2", "r3"), agreed(other, "r1"))
    with store.reading() as reader:
        versions = reader.versions(ASSESSMENT_ID, AgreedValue)
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        writer.remove(ASSESSMENT_ID, Respondent, "r2")
    with store.reading() as reader:
        loaded = reader.load(ASSESSMENT_ID)
        of_person, of_value, *_ = reader.journal(ASSESSMENT_ID, None)
        later = reader.versions(ASSESSMENT_ID, AgreedValue)
    assert loaded is not None
    assert [value.present_ids for value in loaded.agreed] == [("r1", "r3"), ("r1",)]
    assert of_person.what == "respondent r2"
    assert of_value.what == f"agreed value {ITEM} as-is"
    assert json.loads(of_value.before or "")["present_ids"] == ["r1", "r2", "r3"]
    assert json.loads(of_value.after or "")["present_ids"] == ["r1", "r3"]
    assert later[ITEM, "as-is"] > versions[ITEM, "as-is"]
    assert later[other, "as-is"] == versions[other, "as-is"]
