"""The page Quotes: everything that was said by role, what of it is released, and the switches that change it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.quotes import released_quotes
from tests.ui.assessed import opened, page, words
from tests.ui.set_up import loaded
from tests.ui.talked_over import ACTIVITY, a_talked_over_one


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def key(respondent_id: str, kind: str = "note", item_id: str = ACTIVITY) -> str:
    return f"quotes:test-assessment:{item_id}:{respondent_id}:{kind}"


def quotes(assessment_id: str) -> AppTest:
    return page("quotes", assessment=assessment_id)


def quoted(plumbline: Plumbline, assessment_id: str) -> set[str]:
    computed = plumbline.results.read(LOCAL_ACTOR, assessment_id)
    return {quote.text for quote in released_quotes(computed, "planning")}


def test_every_note_stands_with_its_state_and_nobody_is_named(plumbline: Plumbline) -> None:
    test = quotes(a_talked_over_one(plumbline))

    said = words(test)
    assert "2 of 4 notes released." in said
    assert [text for text in ("Only the loud ones.", "Log of March.", "Elsewhere.", "Not at night.") if text in said]
    assert "Said by a respondent" in said
    assert not [name for name in ("Ada", "Ben") if name in said]
    assert {toggle.key: toggle.value for toggle in test.toggle} == {
        key("r1", "evidence"): False,
        key("r1"): True,
        key("r2"): True,
        key("r1", item_id="planning.deliver-2"): False,
    }


def test_one_note_is_released_and_taken_back(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = quotes(assessment_id)

    test.toggle(key=key("r1", "evidence")).set_value(True).run()
    assert quoted(plumbline, assessment_id) == {"Only the loud ones.", "Not at night.", "Log of March."}
    assert "3 of 4 notes released." in words(test)
    test.toggle(key=key("r1")).set_value(False).run()
    assert quoted(plumbline, assessment_id) == {"Not at night.", "Log of March."}


def test_all_notes_of_a_question_are_released_and_taken_back_at_once(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = quotes(assessment_id)
    all_of_it = f"quotes:test-assessment:{ACTIVITY}"
    assert test.button(key=all_of_it).label == "Release all 3 notes of this question"

    test.button(key=all_of_it).click().run()
    assert quoted(plumbline, assessment_id) == {"Only the loud ones.", "Not at night.", "Log of March."}
    assert test.button(key=all_of_it).label == "Take all 3 notes of this question back"
    test.button(key=all_of_it).click().run()
    assert quoted(plumbline, assessment_id) == set()


def test_what_somebody_else_rewrote_meanwhile_is_not_released_unseen(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    test = quotes(assessment_id)
    (note,) = [note for note in loaded(plumbline, assessment_id).notes if note.kind == "evidence"]
    plumbline.answering.save_note(LOCAL_ACTOR, assessment_id, note.model_copy(update={"text": "Log of May."}))

    test.button(key=f"quotes:test-assessment:{ACTIVITY}").click().run()

    assert quoted(plumbline, assessment_id) == {"Only the loud ones.", "Not at night."}
    assert "Not saved" in words(test)
    assert "Log of May." in words(test)


def test_where_few_are_asked_it_says_that_nothing_is_quoted(plumbline: Plumbline) -> None:
    said = words(quotes(a_talked_over_one(plumbline, anonymity_floor=6)))
    assert "Quoted nowhere, released or not: fewer than 6 people are asked this question." in said
