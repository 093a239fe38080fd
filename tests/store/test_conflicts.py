"""Two people change one thing: one wins, the other is told, nothing is lost silently."""

from __future__ import annotations

import os
import threading
from datetime import datetime

import pytest

from assessment.domain.answered.assessment import Note, NoteKind, Target
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.answered.organisation import Owner
from assessment.store import Outdated, Store, Writer
from tests.store.examples import ASSESSMENT_ID, stored_example

RACES = int(os.environ.get("PLUMBLINE_RACES", "15"))


def note(text: str) -> Note:
    return Note(respondent_id="r1", item_id="planning.deliver-1", kind=NoteKind.NOTE, text=text)


def put(store: Store, entry: AssessmentModel, expected_version: int | None = None) -> int:
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        return writer.put(ASSESSMENT_ID, entry, expected_version=expected_version)[0]


def test_a_save_from_a_stale_version_is_refused_with_both_texts(store: Store) -> None:
    stored_example(store)
    version = put(store, note("As it was"), 0)
    put(store, note("Theirs"), version)
    with pytest.raises(Outdated) as refused:
        put(store, note("Yours"), version)
    assert (refused.value.theirs, refused.value.yours) == (note("Theirs"), note("Yours"))
    with store.reading() as reader:
        stored = reader.find(ASSESSMENT_ID, Note, "r1", "planning.deliver-1", "note")
    assert stored is not None
    assert stored.entry.text == "Theirs"


def test_a_save_of_what_is_stored_already_is_no_conflict(store: Store) -> None:
    stored_example(store)
    version = put(store, note("Same"), 0)
    assert put(store, note("Same"), 0) == version


def test_a_save_over_a_removed_entry_says_that_it_was_removed(store: Store) -> None:
    stored_example(store)
    version = put(store, note("As it was"), 0)
    with store.writing(actor_id="local", operation="test") as writer:
        writer.lock(ASSESSMENT_ID)
        writer.remove(ASSESSMENT_ID, Note, "r1", "planning.deliver-1", "note")
    with pytest.raises(Outdated) as refused:
        put(store, note("Yours"), version)
    assert (refused.value.theirs, refused.value.version) == (None, 0)


def test_what_was_refused_is_told_with_the_version_of_what_is_there(store: Store) -> None:
    stored_example(store)
    version = put(store, Target(process_id="planning", level=3, rationale="Law"), 0)
    with pytest.raises(Outdated) as refused:
        put(store, Target(process_id="planning", level=4, approver="Ann Example"), 0)
    assert refused.value.theirs == Target(process_id="planning", level=3, rationale="Law")
    assert (refused.value.model, refused.value.key, refused.value.version) == (Target, ("planning",), version)


def owner(number: int, name: str) -> Owner:
    return Owner(process_id="planning", name=f"{name} {number}")


def race(store: Store, first: Owner, second: Owner, version: int) -> list[int | Outdated]:
    """Both saved at once from the same version, in threads; what each got."""
    barrier = threading.Barrier(2)
    got: list[int | Outdated] = []

    def run(entry: Owner) -> None:
        barrier.wait()
        try:
            got.append(put(store, entry, version))
        except Outdated as conflict:
            got.append(conflict)

    threads = [threading.Thread(target=run, args=(entry,)) for entry in (first, second)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return got


def winners_of_races(store: Store) -> list[int]:
    """How many of two simultaneous saves won, race by race."""
    stored_example(store)
    counts = []
    for number in range(RACES):
        with store.reading() as reader:
            stored = reader.find(ASSESSMENT_ID, Owner, "planning")
        outcomes = race(store, owner(number, "First"), owner(number, "Second"), stored.version if stored else 0)
        counts.append(sum(isinstance(outcome, int) for outcome in outcomes))
    return counts


@pytest.mark.soak
def test_of_two_simultaneous_saves_one_wins_and_one_is_told(store: Store) -> None:
    assert winners_of_races(store) == [1] * RACES


def test_the_race_catches_a_build_that_does_not_compare(store: Store, monkeypatch: pytest.MonkeyPatch) -> None:
    honest = Writer.put

    def careless(self: Writer, assessment_id: str, entry: AssessmentModel, **ignored: int) -> tuple[int, datetime]:
        return honest(self, assessment_id, entry)

    monkeypatch.setattr(Writer, "put", careless)
    assert set(winners_of_races(store)) == {2}
