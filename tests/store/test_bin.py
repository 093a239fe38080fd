"""The bin: what was removed comes back as it was, is found nowhere meanwhile, and goes for good after its time."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.domain.answered.assessment import (
    Assessment,
    CriticalService,
    Note,
    NoteKind,
    Opinion,
    Respondent,
    Role,
)
from assessment.domain.answered.entries import AssessmentModel
from assessment.store import Kept, Outdated, Store, open_store
from tests.builders import agreed, rated
from tests.store.examples import ASSESSMENT_ID, example, stored_example

ITEM = "planning.deliver-1"
ANN = Respondent(id="r9", role=Role.LEADERSHIP, name="Zenobia Quux", unit="Claims")
BEGUN = datetime(2026, 3, 1, 9, tzinfo=UTC)
THEIRS: tuple[AssessmentModel, ...] = (
    ANN,
    rated(ITEM, 3, "r9"),
    Note(respondent_id="r9", item_id=ITEM, kind=NoteKind.NOTE, text="Łódź, at night"),
    Opinion(respondent_id="r9", process_id="planning", pain=4),
    rated(ITEM, 1, "r1"),
    agreed(ITEM, 2).model_copy(update={"present_ids": ("r1", "r9")}),
)


class Clock:
    def __init__(self) -> None:
        self.now = BEGUN

    def __call__(self) -> datetime:
        return self.now


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def store(database_url: str, tmp_path: Path, clock: Clock) -> Iterator[Store]:
    opened = open_store(database_url, tmp_path, clock=clock)
    stored_example(opened)
    change(opened, *THEIRS)
    yield opened
    opened.close()


def change(store: Store, *entries: AssessmentModel) -> None:
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        for entry in entries:
            writer.put(ASSESSMENT_ID, entry)


def remove(store: Store, model: type[AssessmentModel], *key: str) -> None:
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        assert writer.remove(ASSESSMENT_ID, model, *key)


def put_back(store: Store) -> Kept:
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        (kept,) = writer.bin.entries(ASSESSMENT_ID)
        writer.bin.put_back_entry(kept, kept.parts)
    return kept


def loaded(store: Store) -> Assessment:
    with store.reading() as reader:
        assert reader.broken_link(ASSESSMENT_ID) is None
        assert reader.broken_link(None) is None
        found = reader.load(ASSESSMENT_ID)
    assert found is not None
    return found


def stored_text(store: Store, *but: str) -> str:
    """Everything in the database but some tables."""
    with store._engine.connect() as connection:
        names = ("respondent", "rating", "note", "opinion", "agreed_value", "bin", "journal", "person", "assessment")
        return "".join(str(connection.execute(text(f"SELECT * FROM {one}")).all()) for one in names if one not in but)


def test_a_person_comes_back_with_everything_that_was_theirs(store: Store) -> None:
    before = loaded(store)
    remove(store, Respondent, "r9")
    without = loaded(store)
    assert "r9" not in without.respondent_by_id
    assert [one.respondent_id for one in without.ratings] == ["r1"]
    assert without.agreed[0].present_ids == ("r1",)
    assert "Zenobia" not in stored_text(store, "person")

    kept = put_back(store)

    assert kept.binned.entry == ANN
    assert kept.binned.counts == {"ratings": 1, "notes": 1, "opinions": 1}
    assert kept.binned.kept_until == BEGUN + timedelta(days=30)
    assert loaded(store) == before
    with store.reading() as reader:
        assert reader.binned_entries(ASSESSMENT_ID) == ()
        journal = [one for one in reader.journal(ASSESSMENT_ID, None) if one.what == "respondent r9"]
    back, gone = (json.loads(content or "") for content in (journal[0].after, journal[1].before))
    assert journal[0].before is None
    assert journal[1].after is None
    assert back["ratings"] == gone["ratings"]
    assert "Zenobia" not in stored_text(store, "person")


def test_a_value_that_the_room_decided_anew_stays_without_the_person(store: Store) -> None:
    remove(store, Respondent, "r9")
    change(store, agreed(ITEM, 4).model_copy(update={"present_ids": ("r1",)}))
    put_back(store)
    assert [(one.answer.code, one.present_ids) for one in loaded(store).agreed] == [(4, ("r1",))]


def test_two_who_were_present_come_back_in_either_order(store: Store) -> None:
    before = loaded(store)
    remove(store, Respondent, "r9")
    remove(store, Respondent, "r1")
    for wanted in ("r9", "r1"):
        with store.writing(actor_id="local", operation="test") as writer:
            writer.lock(ASSESSMENT_ID)
            kept = next(
                one for one in writer.bin.entries(ASSESSMENT_ID) if getattr(one.binned.entry, "id", "") == wanted
            )
            writer.bin.put_back_entry(kept, kept.parts)
    assert loaded(store) == before


def test_an_id_that_is_taken_again_is_refused_with_both(store: Store) -> None:
    service = CriticalService(id="s1", name="Mail", importance=3, process_ids=("planning",))
    change(store, service)
    remove(store, CriticalService, "s1")
    change(store, service.model_copy(update={"name": "Payments"}))
    with pytest.raises(Outdated) as refused:
        put_back(store)
    assert (refused.value.theirs, refused.value.yours) == (service.model_copy(update={"name": "Payments"}), service)
    remove(store, CriticalService, "s1")
    with store.reading() as reader:
        assert len(reader.binned_entries(ASSESSMENT_ID)) == 2


def test_what_is_over_cannot_be_put_back_and_goes_for_good_with_its_name(store: Store, clock: Clock) -> None:
    remove(store, Respondent, "r9")
    clock.now = BEGUN + timedelta(days=29, hours=23)
    with store.writing(actor_id="local", operation="test") as writer:
        assert writer.bin.forget_over() == 0
        assert len(writer.bin.entries(ASSESSMENT_ID)) == 1
    clock.now = BEGUN + timedelta(days=30)
    with store.writing(actor_id="local", operation="test") as writer:
        assert writer.bin.entries(ASSESSMENT_ID) == ()
        assert writer.bin.forget_over() == 1
        assert writer.bin.forget_over() == 0
    assert "Zenobia" not in stored_text(store)
    assert "Łódź" not in stored_text(store, "journal")
    with store.reading() as reader:
        last = reader.journal(ASSESSMENT_ID, 1)[0]
    assert json.loads(last.before or "") == {"removed": "respondent r9"}


def put_in(store: Store) -> None:
    with store.writing(actor_id="local", operation="test") as writer:
        stored = writer.lock(ASSESSMENT_ID)
        assert stored is not None
        writer.bin.put_in(stored)


def test_an_assessment_in_the_bin_is_nowhere_and_comes_back_whole(store: Store) -> None:
    before = loaded(store)
    put_in(store)
    with store.reading() as reader:
        assert reader.headers() == ()
        assert reader.header(ASSESSMENT_ID) is None
        assert reader.load(ASSESSMENT_ID) is None
        assert reader.assessment_count() == 0
        assert reader.organisations() == ()
        assert [one.header for one in reader.binned_headers()] == [before.header]
    with store.writing(actor_id="local", operation="test") as writer:
        assert writer.lock(ASSESSMENT_ID) is None
        assert not writer.reserve(ASSESSMENT_ID)
        stored = writer.bin.lock(ASSESSMENT_ID)
        assert stored is not None
        writer.bin.put_back(stored)
    assert loaded(store) == before
    with store.reading() as reader:
        assert [one.name for one in reader.organisations()] == [before.header.organisation]
        own = [(one.what, one.before, one.after) for one in reader.journal(ASSESSMENT_ID, 2)]
        of_store = [json.loads(one.after or "") for one in reader.journal(None, 2)]
    assert own == [("bin", '{"in_bin":true}', None), ("bin", None, '{"in_bin":true}')]
    assert of_store[1] == {"in_bin": True}
    assert of_store[0]["state"] == "draft"


def test_an_assessment_whose_time_is_over_goes_for_good(store: Store, clock: Clock) -> None:
    put_in(store)
    clock.now = BEGUN + timedelta(days=30)
    with store.writing(actor_id="local", operation="test") as writer:
        assert writer.bin.lock(ASSESSMENT_ID) is None
        assert writer.bin.forget_over() == 1
    assert "Zenobia" not in stored_text(store)
    with store.reading() as reader:
        assert reader.binned_headers() == ()
        assert reader.journal(ASSESSMENT_ID, None) == ()


def test_renaming_an_organisation_reaches_its_assessments_in_the_bin(store: Store) -> None:
    with store.writing(actor_id="local", operation="test") as writer:
        header = example("another").header
        writer.create(example("another").model_copy(update={"header": header}))
    put_in(store)
    with store.reading() as reader:
        (organisation,) = reader.organisations()
    assert organisation.assessment_count == 1
    with store.writing(actor_id="local", operation="test") as writer:
        writer.organisation_writer.rename(organisation.id, "Otherwise")
        stored = writer.bin.lock(ASSESSMENT_ID)
        assert stored is not None
        writer.bin.put_back(stored)
    assert loaded(store).header.organisation == "Otherwise"
