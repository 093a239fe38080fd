"""Notes, evidence, their release and the flag: each is kept as entered, and nothing else changes with it."""

from __future__ import annotations

import re
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
from tests.ui.talked_over import (
    ACTIVITY,
    ANCHORED,
    ANOTHER,
    SAID,
    SEEN,
    a_talked_over_one,
    item_key,
    key_of,
    page_key,
    questions,
    unfolded,
)

NOTE, EVIDENCE = item_key(ACTIVITY, "note"), item_key(ACTIVITY, "evidence")
FLAG = item_key(ACTIVITY, "flag")


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
        ("Released: may be quoted", True),
        ("Released: may be quoted", False),
    ]


def reworded(text: str) -> Note:
    """The released note with other words: not released until they are."""
    return SAID.model_copy(update={"text": text, "is_released": False, "is_reworded": True})


@pytest.mark.parametrize(
    ("key", "typed", "wanted"),
    [
        (NOTE, HOSTILE, reworded(HOSTILE)),
        (NOTE, "only the LOUD ones", SAID.model_copy(update={"text": "only the LOUD ones"})),
        (EVIDENCE, HOSTILE, SEEN.model_copy(update={"text": HOSTILE})),
    ],
)
def test_a_text_that_is_written_anew_keeps_its_kind_and_while_its_words_stay_its_release(
    plumbline: Plumbline, key: str, typed: str, wanted: Note
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)

    notes_of(assessment_id).text_area(key=key).input(f" {typed} ").run()

    assert loaded(plumbline, assessment_id) == with_entries(everything, "notes", wanted)


@pytest.mark.parametrize("is_released", [True, False])
def test_other_words_than_were_released_are_asked_about(plumbline: Plumbline, is_released: bool) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = notes_of(assessment_id)
    asked = "The words changed since they were released. They are not quoted until you release them again."
    assert asked not in words(test)

    test.text_area(key=NOTE).input("Only the quiet ones.").run()
    assert asked in words(test)
    assert not test.toggle(key=f"{NOTE}:release").value
    test.button(key=f"{NOTE}:release:{is_released}").click().run()

    assert kept(plumbline, assessment_id) == SAID.model_copy(
        update={"text": "Only the quiet ones.", "is_released": is_released}
    )
    assert asked not in words(test)
    assert test.toggle(key=f"{NOTE}:release").value is is_released


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

    computed = plumbline.results.read(LOCAL_ACTOR, assessment_id)

    assert {quote.text for quote in released_quotes(computed, "planning")} == {"Log of March.", "Not at night."}


def test_a_first_note_is_kept_and_not_released(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = notes_of(assessment_id, ANCHORED)
    assert "Saved as you type" in words(test)
    assert not test.toggle

    test.text_area(key=item_key(ANCHORED, "evidence")).input("The chart on the wall.").run()
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
    assert kept(plumbline, assessment_id) == reworded("Theirs.")
    assert {"Theirs.", "Mine."} <= {text.value for text in mine.text}
    mine.button(key=f"conflict:mine:{NOTE}").click().run()

    assert kept(plumbline, assessment_id) == reworded("Mine.")


def test_typing_on_after_a_conflict_overwrites_nothing(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    mine = two_who_edit(assessment_id)

    mine.text_area(key=NOTE).input("Mine, and more.").run()

    assert kept(plumbline, assessment_id) == reworded("Theirs.")
    assert {"Theirs.", "Mine, and more."} <= {text.value for text in mine.text}
    assert "Not saved. The note of Ada (Leadership), Board to 'Deliver 1' was changed by somebody else" in words(mine)


def test_a_text_stays_bound_to_the_version_it_was_drawn_with_while_the_question_is_drawn_again(
    plumbline: Plumbline,
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    mine, theirs = notes_of(assessment_id), notes_of(assessment_id)
    theirs.text_area(key=NOTE).input("Theirs.").run()

    mine.radio(key=key_of(ACTIVITY)).set_value("0").run()
    assert mine.text_area(key=NOTE).value == "Only the loud ones."
    assert {"Theirs.", "Only the loud ones."} <= {text.value for text in mine.text}
    mine.text_area(key=NOTE).input("Mine.").run()

    assert kept(plumbline, assessment_id) == reworded("Theirs.")
    assert {"Theirs.", "Mine."} <= {text.value for text in mine.text}


@pytest.mark.parametrize("typed", ["", "  "])
def test_emptying_a_text_that_somebody_else_changed_removes_nothing_unasked(plumbline: Plumbline, typed: str) -> None:
    assessment_id = a_talked_over_one(plumbline)
    mine, theirs = notes_of(assessment_id), notes_of(assessment_id)
    theirs.text_area(key=NOTE).input("Theirs.").run()

    mine.text_area(key=NOTE).input(typed).run()

    assert kept(plumbline, assessment_id) == reworded("Theirs.")
    assert "(to be removed)" in {text.value for text in mine.text}
    mine.button(key=f"conflict:mine:{NOTE}").click().run()
    assert kept(plumbline, assessment_id) is None


def test_a_release_over_a_text_that_somebody_else_changed_is_asked_for(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    mine, theirs = notes_of(assessment_id), notes_of(assessment_id)
    theirs.text_area(key=NOTE).input("Theirs.").run()

    mine.toggle(key=f"{NOTE}:release").set_value(False).run()

    assert kept(plumbline, assessment_id) == reworded("Theirs.")
    assert "Not saved" in words(mine)


def test_a_text_that_both_wrote_alike_is_no_conflict(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    mine, theirs = notes_of(assessment_id), notes_of(assessment_id)
    theirs.text_area(key=NOTE).input("The same.").run()
    mine.text_area(key=NOTE).input("The same.").run()
    assert "Not saved" not in words(mine)

    mine.text_area(key=NOTE).input("Mine.").run()

    assert kept(plumbline, assessment_id) == reworded("Mine.")


def test_two_saves_of_ones_own_one_after_the_other_are_no_conflict(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    mine = notes_of(assessment_id)
    for text in ("One.", "", "Two.", "Three."):
        mine.text_area(key=NOTE).input(text).run()
        assert "Not saved" not in words(mine)

    assert kept(plumbline, assessment_id) == SAID.model_copy(update={"text": "Three.", "is_released": False})


def test_no_sign_of_one_assessment_stands_in_another_that_asks_the_same(plumbline: Plumbline) -> None:
    first, second = a_talked_over_one(plumbline), a_talked_over_one(plumbline)
    test = notes_of(first)
    test.text_area(key=NOTE).input("Of the first.").run()
    assert re.search(r"Saved\].*\d\d:\d\d:\d\d", words(test))

    test.query_params["assessment"] = second
    test.run()
    test.button_group(key=page_key(f"{ACTIVITY}:fold", assessment_id=second)).set_value("notes").run()

    assert test.text_area(key=page_key(f"{ACTIVITY}:note", assessment_id=second)).value == "Only the loud ones."
    assert not re.search(r"\d\d:\d\d:\d\d", words(test))


def flags(plumbline: Plumbline, assessment_id: str) -> dict[str, Flag]:
    return {flag.item_id: flag for flag in loaded(plumbline, assessment_id).flags}


def test_a_flag_whose_reason_somebody_else_wrote_is_neither_changed_nor_taken_off_unasked(
    plumbline: Plumbline,
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    for act in ("reason", "toggle"):
        mine, theirs = flag_of(assessment_id), flag_of(assessment_id)
        theirs.text_input(key=f"{FLAG}:reason").input(f"Theirs, {act}.").run()
        if act == "reason":
            mine.text_input(key=f"{FLAG}:reason").input("Mine.").run()
        else:
            mine.toggle(key=FLAG).set_value(False).run()

        assert flags(plumbline, assessment_id)[ACTIVITY].reason == f"Theirs, {act}."
        assert "Not saved" in words(mine)
        mine.button(key=f"conflict:mine:{FLAG}").click().run()
        assert flags(plumbline, assessment_id).get(ACTIVITY) == (
            Flag(item_id=ACTIVITY, reason="Mine.") if act == "reason" else None
        )


def test_two_people_editing_one_note_may_keep_what_the_store_holds(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)

    mine = two_who_edit(assessment_id)
    mine.button(key=f"conflict:theirs:{NOTE}").click().run()

    assert kept(plumbline, assessment_id) == reworded("Theirs.")
    assert mine.text_area(key=NOTE).value == "Theirs."
    assert "Not saved" not in words(mine)


def test_a_flag_is_there_with_its_reason(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)

    flagged, other, free = (flag_of(assessment_id, item_id) for item_id in (ACTIVITY, ANOTHER, ANCHORED))

    assert [(toggle.label, toggle.value) for toggle in flagged.toggle] == [("Come back to this question", True)]
    assert flagged.text_input(key=f"{FLAG}:reason").value == "Ask the board."
    assert other.text_input(key=f"{item_key(ANOTHER, 'flag')}:reason").value == ""
    assert [toggle.value for toggle in free.toggle] == [False]
    assert "Not flagged" in words(free)
    assert not [field for field in free.text_input if field.key == f"{item_key(ANCHORED, 'flag')}:reason"]


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


def test_the_history_of_an_answer_is_one_click_away_by_role(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = unfolded(questions(assessment_id), "history")
    assert "No change is recorded." in words(test)

    test.radio(key=key_of(ACTIVITY)).set_value("0").run()
    test = unfolded(questions(assessment_id), "history")

    (change,) = test.table[0].value.values.tolist()
    assert change[1:] == ["Leadership", "Point 2", "Point 0"]
