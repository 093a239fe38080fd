"""Notes, evidence, their release and the flag: each is kept as entered, and nothing else changes with it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import Flag, Note, NoteKind
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.quotes import released_quotes
from tests.ui.assessed import HOSTILE, opened, words
from tests.ui.set_up import loaded, with_entries, without
from tests.ui.talked_over import ACTIVITY, ANCHORED, ANOTHER, SAID, SEEN, a_talked_over_one, questions, unfolded

NOTE, EVIDENCE = f"questionnaire:note:r1:{ACTIVITY}", f"questionnaire:evidence:r1:{ACTIVITY}"
FLAG = f"questionnaire:flag:{ACTIVITY}"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def notes_of(assessment_id: str, item_id: str = ACTIVITY) -> AppTest:
    return unfolded(questions(assessment_id), "notes", item_id)


def flag_of(assessment_id: str, item_id: str = ACTIVITY) -> AppTest:
    return unfolded(questions(assessment_id), "flag", item_id)


def test_what_was_said_and_seen_is_there_with_its_release(plumbline: Plumbline) -> None:
    test = notes_of(a_talked_over_one(plumbline))

    assert [(area.label, area.value) for area in test.text_area] == [
        ("Note: what was said", "Only the loud ones."),
        ("Evidence: what was seen, where", "Log of March."),
    ]
    assert [(toggle.label, toggle.value) for toggle in test.toggle] == [
        ("May be printed as a quote", True),
        ("May be printed as a quote", False),
    ]


@pytest.mark.parametrize(("key", "before"), [(NOTE, SAID), (EVIDENCE, SEEN)])
def test_a_text_that_is_written_anew_keeps_its_kind_and_its_release(
    plumbline: Plumbline, key: str, before: Note
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)

    notes_of(assessment_id).text_area(key=key).input(f" {HOSTILE} ").run()

    wanted = before.model_copy(update={"text": HOSTILE})
    assert loaded(plumbline, assessment_id) == with_entries(everything, "notes", wanted)


@pytest.mark.parametrize(("key", "before"), [(NOTE, SAID), (EVIDENCE, SEEN)])
def test_a_quote_is_released_and_taken_back_with_its_text_as_it_was(
    plumbline: Plumbline, key: str, before: Note
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = notes_of(assessment_id)

    for is_released in (not before.is_released, before.is_released):
        test.toggle(key=f"{key}:release").set_value(is_released).run()
        wanted = before.model_copy(update={"is_released": is_released})
        assert loaded(plumbline, assessment_id) == with_entries(everything, "notes", wanted)


def test_what_is_released_is_what_is_printed(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = notes_of(assessment_id)
    test.toggle(key=f"{NOTE}:release").set_value(False).run()
    test.toggle(key=f"{EVIDENCE}:release").set_value(True).run()

    computed = plumbline.results.compute(LOCAL_ACTOR, assessment_id)

    assert {quote.text for quote in released_quotes(computed, "planning")} == {"Log of March.", "Not at night."}


def test_a_first_note_is_kept_and_not_released(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = notes_of(assessment_id, ANCHORED)
    assert "Kept when you leave the field" in words(test)
    assert not test.toggle

    test.text_area(key=f"questionnaire:evidence:r1:{ANCHORED}").input("The chart on the wall.").run()
    test.run()

    wanted = Note(respondent_id="r1", item_id=ANCHORED, kind=NoteKind.EVIDENCE, text="The chart on the wall.")
    assert loaded(plumbline, assessment_id) == with_entries(everything, "notes", wanted)
    assert [toggle.value for toggle in test.toggle] == [False]


def test_a_text_that_is_emptied_goes_and_the_next_one_is_not_released(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = notes_of(assessment_id)

    test.text_area(key=NOTE).input("  ").run()
    assert loaded(plumbline, assessment_id) == without(everything, "notes", "r1", ACTIVITY, "note")
    test.text_area(key=NOTE).input("Said again.").run()

    wanted = SAID.model_copy(update={"text": "Said again.", "is_released": False})
    assert loaded(plumbline, assessment_id) == with_entries(everything, "notes", wanted)


def kept(plumbline: Plumbline, assessment_id: str) -> Note | None:
    return plumbline.answering.question(LOCAL_ACTOR, assessment_id, "r1", ACTIVITY).note


def two_who_edit(assessment_id: str) -> AppTest:
    """The page of the second of two people who changed the same note."""
    mine, theirs = notes_of(assessment_id), notes_of(assessment_id)
    theirs.text_area(key=NOTE).input("Theirs.").run()
    mine.text_area(key=NOTE).input("Mine.").run()
    return mine


def test_two_people_editing_one_note_see_both_texts_and_may_save_theirs_over_it(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)

    mine = two_who_edit(assessment_id)
    assert kept(plumbline, assessment_id) == SAID.model_copy(update={"text": "Theirs."})
    assert {"Theirs.", "Mine."} <= {text.value for text in mine.text}
    mine.button(key=f"conflict:mine:{NOTE}").click().run()

    assert kept(plumbline, assessment_id) == SAID.model_copy(update={"text": "Mine."})


def test_two_people_editing_one_note_may_keep_what_the_store_holds(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)

    mine = two_who_edit(assessment_id)
    mine.button(key=f"conflict:theirs:{NOTE}").click().run()

    assert kept(plumbline, assessment_id) == SAID.model_copy(update={"text": "Theirs."})
    assert mine.text_area(key=NOTE).value == "Theirs."
    assert "Not saved" not in words(mine)


def test_a_flag_is_there_with_its_reason(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)

    flagged, other, free = (flag_of(assessment_id, item_id) for item_id in (ACTIVITY, ANOTHER, ANCHORED))

    assert [(toggle.label, toggle.value) for toggle in flagged.toggle] == [("Come back to this question", True)]
    assert flagged.text_input(key=f"{FLAG}:reason").value == "Ask the board."
    assert other.text_input(key=f"questionnaire:flag:{ANOTHER}:reason").value == ""
    assert [toggle.value for toggle in free.toggle] == [False]
    assert "Not flagged" in words(free)
    assert not [field for field in free.text_input if field.key == f"questionnaire:flag:{ANCHORED}:reason"]


@pytest.mark.parametrize(
    ("typed", "reason"), [(f" {HOSTILE} ", HOSTILE), ("  ", None)], ids=["another reason", "no reason any more"]
)
def test_the_reason_of_a_flag_is_kept(plumbline: Plumbline, typed: str, reason: str | None) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)

    flag_of(assessment_id).text_input(key=f"{FLAG}:reason").input(typed).run()

    assert loaded(plumbline, assessment_id) == with_entries(everything, "flags", Flag(item_id=ACTIVITY, reason=reason))


def test_a_flag_is_taken_off_and_set_again_without_its_old_reason(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = flag_of(assessment_id)

    test.toggle(key=FLAG).set_value(False).run()
    assert loaded(plumbline, assessment_id) == without(everything, "flags", ACTIVITY)
    test.toggle(key=FLAG).set_value(True).run()

    assert loaded(plumbline, assessment_id) == with_entries(everything, "flags", Flag(item_id=ACTIVITY))


@pytest.mark.parametrize("change", [{"notes": ()}, {"flags": ()}], ids=["no notes", "no flag"])
def test_the_sign_names_only_what_is_there(plumbline: Plumbline, change: dict[str, Any]) -> None:
    said = words(questions(a_talked_over_one(plumbline, **change)))

    assert ("with flag." in said) is ("notes" in change)
    assert ("with note and evidence." in said) is ("flags" in change)
