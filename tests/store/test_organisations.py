"""Organisations and units are rows: found by name, renamed and merged with every assessment that refers to them."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import text

from assessment.domain.answered.assessment import Assessment, AssessmentHeader
from assessment.errors import InvalidInput, NotAvailable
from assessment.store import Store, StoredHeader, Writer
from assessment.store.canonical import digest
from assessment.store.organisation_writer import OrganisationWriter
from tests.store.examples import example, stored_example


def store_as(store: Store, assessment_id: str, organisation: str, unit: str | None = None) -> Assessment:
    """The example stored under an id, of an organisation and a unit."""
    assessment = example(assessment_id)
    header = assessment.header.model_copy(update={"organisation": organisation, "unit": unit})
    with store.writing(actor_id="local", operation="test.create") as writer:
        writer.create(assessment.model_copy(update={"header": header}))
    return assessment


def rename_header(store: Store, assessment_id: str, **names: str | None) -> None:
    with store.writing(actor_id="local", operation="test.header") as writer:
        stored = writer.lock(assessment_id)
        assert stored is not None
        writer.change_header(stored, stored.header.model_copy(update=names), stored.scope)


def changed(store: Store, change: Callable[[OrganisationWriter], None]) -> None:
    with store.writing(actor_id="local", operation="test.organisations") as writer:
        change(writer.organisation_writer)


def header(store: Store, assessment_id: str) -> StoredHeader:
    with store.reading() as reader:
        stored = reader.header(assessment_id)
    assert stored is not None
    return stored


def names(store: Store, *assessment_ids: str) -> list[tuple[str, str | None]]:
    headers = [header(store, assessment_id).header for assessment_id in assessment_ids]
    return [(one.organisation, one.unit) for one in headers]


def organisations(store: Store) -> dict[str, tuple[int, dict[str, int]]]:
    """Each organisation by name: how many assessments, and how many of each unit."""
    with store.reading() as reader:
        return {
            one.name: (one.assessment_count, {unit.name: unit.assessment_count for unit in one.units})
            for one in reader.organisations()
        }


def ids(store: Store) -> dict[str, str]:
    """The id of each organisation and of each unit, by name; a unit as 'organisation/unit'."""
    with store.reading() as reader:
        found = reader.organisations()
    units = {f"{one.name}/{unit.name}": unit.id for one in found for unit in one.units}
    return {**{one.name: one.id for one in found}, **units}


@pytest.fixture
def filled(store: Store) -> Store:
    """Acme (one without unit, two of IT), ACME Limited (one of it, one of Sales), and the example of its own."""
    stored_example(store)
    store_as(store, "a1", "Acme")
    store_as(store, "a2", "Acme", "IT")
    store_as(store, "a3", "Acme", "IT")
    store_as(store, "b1", "ACME Limited", "it")
    store_as(store, "b2", "ACME Limited", "Sales")
    return store


def test_another_spelling_finds_the_row_and_the_first_spelling_is_kept(store: Store) -> None:
    stored_example(store)
    store_as(store, "a1", "Acme Ltd", "North Sea")
    store_as(store, "a2", "  ACME   LTD", "north\tsea")
    assert names(store, "a1", "a2") == [("Acme Ltd", "North Sea")] * 2
    assert organisations(store) == {"Acme Ltd": (2, {"North Sea": 2}), "Invented Ltd": (1, {})}


def test_a_unit_of_the_same_name_is_another_one_in_another_organisation(filled: Store) -> None:
    assert organisations(filled)["Acme"] == (3, {"IT": 2})
    assert organisations(filled)["ACME Limited"] == (2, {"it": 1, "Sales": 1})


def test_a_header_that_only_spells_the_names_otherwise_changes_nothing(filled: Store) -> None:
    before = header(filled, "a2")
    rename_header(filled, "a2", organisation="ACME", unit="it")
    assert header(filled, "a2") == before


def test_a_header_moved_to_another_organisation_leaves_no_empty_one_behind(filled: Store) -> None:
    rename_header(filled, "b1", organisation="Acme")
    rename_header(filled, "b2", organisation="Other", unit=None)
    assert organisations(filled) == {
        "Acme": (4, {"IT": 3}),
        "Invented Ltd": (1, {}),
        "Other": (1, {}),
    }
    with filled.reading() as reader:
        newest = reader.journal("b2", 1)[0]
    assert json.loads(newest.after or "") == {"organisation": "Other", "unit": None}


def test_a_removed_assessment_takes_an_organisation_along_that_no_other_is_of(filled: Store) -> None:
    for assessment_id in ("b1", "b2"):
        with filled.writing(actor_id="local", operation="test.remove") as writer:
            stored = writer.lock(assessment_id)
            assert stored is not None
            writer.delete(stored)
    assert "ACME Limited" not in organisations(filled)
    with filled._engine.connect() as connection:
        assert connection.execute(text("SELECT count(*) FROM unit")).scalar_one() == 1


def test_renaming_an_organisation_reaches_every_assessment_and_its_journal(filled: Store) -> None:
    before = {one: header(filled, one) for one in ("a1", "a2", "b1")}
    changed(filled, lambda writer: writer.rename(ids(filled)["Acme"], "ACME plc"))
    assert names(filled, "a1", "a2", "b1") == [("ACME plc", None), ("ACME plc", "IT"), ("ACME Limited", "it")]
    for assessment_id in ("a1", "a2"):
        after = header(filled, assessment_id)
        assert (after.revision, after.version) == (before[assessment_id].revision + 1,) * 2
        assert after.head != before[assessment_id].head
        with filled.reading() as reader:
            newest = reader.journal(assessment_id, 1)[0]
            assert reader.broken_link(assessment_id) is None
        assert (newest.what, newest.before, newest.after) == (
            "header",
            '{"organisation":"Acme"}',
            '{"organisation":"ACME plc"}',
        )
    assert header(filled, "b1") == before["b1"]
    with filled.reading() as reader:
        of_store = reader.journal(None, 1)[0]
    assert (of_store.before, of_store.after) == ('{"name":"Acme"}', '{"name":"ACME plc"}')


def test_a_renamed_organisation_is_found_by_its_new_name(filled: Store) -> None:
    changed(filled, lambda writer: writer.rename(ids(filled)["Acme"], "ACME plc"))
    store_as(filled, "a4", "acme PLC")
    store_as(filled, "a5", "Acme")
    assert names(filled, "a4", "a5") == [("ACME plc", None), ("Acme", None)]


def test_another_spelling_of_the_same_name_is_a_renaming(filled: Store) -> None:
    changed(filled, lambda writer: writer.rename(ids(filled)["Acme"], "ACME"))
    assert names(filled, "a1") == [("ACME", None)]


def test_a_name_that_stays_as_it_is_leaves_no_trace(filled: Store) -> None:
    with filled.reading() as reader:
        before = (reader.header("a1"), reader.journal(None, None))
    changed(filled, lambda writer: writer.rename(ids(filled)["Acme"], "Acme"))
    with filled.reading() as reader:
        assert (reader.header("a1"), reader.journal(None, None)) == before


def test_the_name_of_another_is_refused_and_nothing_changes(filled: Store) -> None:
    found, before = ids(filled), organisations(filled)
    with pytest.raises(InvalidInput, match=r"another one called 'acme limited'\. Merge the two"):
        changed(filled, lambda writer: writer.rename(found["Acme"], "acme limited"))
    with pytest.raises(InvalidInput, match="Unit: there is another one called 'SALES'"):
        changed(
            filled,
            lambda writer: writer.rename_unit(found["ACME Limited"], found["ACME Limited/it"], "SALES"),
        )
    assert organisations(filled) == before


def test_merging_organisations_moves_every_assessment_and_units_of_one_name_meet(filled: Store) -> None:
    found = ids(filled)
    changed(filled, lambda writer: writer.merge(found["ACME Limited"], found["Acme"]))
    assert organisations(filled) == {"Acme": (5, {"IT": 3, "Sales": 1}), "Invented Ltd": (1, {})}
    assert names(filled, "b1", "b2") == [("Acme", "IT"), ("Acme", "Sales")]
    with filled.reading() as reader:
        newest = reader.journal("b1", 1)[0]
        of_store = reader.journal(None, 1)[0]
    assert json.loads(newest.before or "") == {"organisation": "ACME Limited", "unit": "it"}
    assert json.loads(newest.after or "") == {"organisation": "Acme", "unit": "IT"}
    assert json.loads(of_store.after or "") == {"merged_into": found["Acme"]}


def test_merging_units_moves_every_assessment_of_the_one(filled: Store) -> None:
    store_as(filled, "a4", "Acme", "Information technology")
    found = ids(filled)
    before = header(filled, "a2")
    changed(
        filled,
        lambda writer: writer.merge_units(found["Acme"], found["Acme/Information technology"], found["Acme/IT"]),
    )
    assert organisations(filled)["Acme"] == (4, {"IT": 3})
    assert names(filled, "a4") == [("Acme", "IT")]
    assert header(filled, "a2") == before


def test_merging_keeps_the_bytes_of_a_snapshot_and_changes_the_head(filled: Store) -> None:
    content = '{"organisation":"ACME Limited"}'
    with filled.writing(actor_id="local", operation="test.sign") as writer:
        writer.lock("b1")
        writer.sign("b1", content, None)
    before, found = header(filled, "b1"), ids(filled)
    changed(filled, lambda writer: writer.merge(found["ACME Limited"], found["Acme"]))
    with filled.reading() as reader:
        snapshot = reader.snapshot("b1")
    assert snapshot is not None
    assert (snapshot.content, snapshot.hash) == (content, digest(content))
    assert header(filled, "b1").head != before.head


@pytest.mark.parametrize(
    "change",
    [
        lambda writer, found: writer.rename("o-none", "X"),
        lambda writer, found: writer.merge("o-none", found["Acme"]),
        lambda writer, found: writer.merge(found["Acme"], "o-none"),
        lambda writer, found: writer.rename_unit(found["Acme"], "u-none", "X"),
        lambda writer, found: writer.rename_unit(found["Acme"], found["ACME Limited/Sales"], "X"),
        lambda writer, found: writer.merge_units(found["Acme"], found["Acme/IT"], found["ACME Limited/it"]),
    ],
    ids=range(6),
)
def test_what_is_not_there_or_not_of_the_organisation_is_refused(
    filled: Store, change: Callable[[OrganisationWriter, dict[str, str]], None]
) -> None:
    found, before = ids(filled), organisations(filled)
    with pytest.raises(NotAvailable):
        changed(filled, lambda writer: change(writer, found))
    assert organisations(filled) == before


def test_a_rollback_leaves_names_and_journals_as_they_were(filled: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    with filled.reading() as reader:
        before = (reader.headers(), reader.organisations(), reader.journal("b1", None), reader.journal(None, None))
    found = ids(filled)
    monkeypatch.setattr(OrganisationWriter, "_drop", lambda *ignored: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        changed(filled, lambda writer: writer.merge(found["ACME Limited"], found["Acme"]))
    with filled.reading() as reader:
        after = (reader.headers(), reader.organisations(), reader.journal("b1", None), reader.journal(None, None))
    assert after == before


def test_assessments_begun_at_once_under_one_new_name_share_its_row(store: Store) -> None:
    stored_example(store)
    spellings = ("Acme", "ACME", "acme ", " acme", "aCme", "acmE")
    failures: list[BaseException] = []

    def begin(number: int) -> None:
        try:
            store_as(store, f"a{number}", spellings[number], "IT")
        except BaseException as error:
            failures.append(error)

    threads = [threading.Thread(target=begin, args=(number,)) for number in range(len(spellings))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert failures == []
    assert [count for name, count in organisations(store).items() if name != "Invented Ltd"] == [(6, {"IT": 6})]


def test_one_that_joins_while_its_organisation_is_merged_away_is_not_lost(store: Store) -> None:
    """Whoever comes first: the newcomer is moved along, or its organisation is made again."""
    stored_example(store)
    store_as(store, "a1", "Acme")
    for number in range(6):
        store_as(store, f"b{number}", "Acme Limited")
        found = ids(store)
        both = threading.Barrier(2)
        failures: list[BaseException] = []

        def at_once(act: Callable[[], Any], both: threading.Barrier = both, failures: list[Any] = failures) -> None:
            both.wait()
            try:
                act()
            except BaseException as error:
                failures.append(error)

        def merge(found: dict[str, str] = found) -> None:
            changed(store, lambda writer: writer.merge(found["Acme Limited"], found["Acme"]))

        def join(number: int = number) -> None:
            store_as(store, f"c{number}", "Acme Limited")

        threads = [threading.Thread(target=at_once, args=(act,)) for act in (merge, join)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        assert failures == []
    counted = organisations(store)
    assert counted["Acme"][0] + counted.get("Acme Limited", (0, {}))[0] == 1 + 6 + 6


def test_a_name_of_full_length_in_any_script_can_be_stored(store: Store) -> None:
    stored_example(store)
    for number, letter in enumerate("aΐ漢🏢ﬃß"):
        name = letter * 300
        AssessmentHeader.model_validate(example().header.model_dump() | {"organisation": name})
        store_as(store, f"a{number}", name, name)
        assert names(store, f"a{number}") == [(name, name)]


def test_the_writer_of_an_assessment_writes_its_organisation_in_the_same_transaction(store: Store) -> None:
    stored_example(store)

    def break_off(writer: Writer) -> None:
        writer.create(example("a1"))
        raise RuntimeError("the program fails here")

    with pytest.raises(RuntimeError), store.writing(actor_id="local", operation="test") as writer:
        break_off(writer)
    assert organisations(store) == {"Invented Ltd": (1, {})}
