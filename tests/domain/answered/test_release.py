"""Which words may be quoted: a release goes with the words, not with the way they are set."""

from __future__ import annotations

import pytest
from pydantic import ValidationError

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.answered.release import has_same_words, released, reworded

NOTE = Note(respondent_id="r1", item_id="planning.deliver-1", kind=NoteKind.NOTE, text="It was late.")
FREE = NOTE.model_copy(update={"is_released": True})


@pytest.mark.parametrize(
    ("text", "is_same"),
    [
        ("it was  LATE\n!", True),
        ("It was late. ", True),
        ("It was not late.", False),
        ("It was lat.", False),
        ("It was late 3.", False),
        ("Itwas late.", False),
        ("ES WAR SPÄT", False),
    ],
)
def test_words_are_the_same_whatever_their_case_and_punctuation(text: str, is_same: bool) -> None:
    assert has_same_words(NOTE.text, text) is is_same


def test_a_release_stays_while_the_words_stay_and_waits_where_they_do_not() -> None:
    assert reworded(FREE, "it was late") == FREE.model_copy(update={"text": "it was late"})
    waiting = reworded(FREE, "It was on time.")
    assert (waiting.text, waiting.is_released, waiting.is_reworded) == ("It was on time.", False, True)
    assert reworded(waiting, "On time.").is_reworded
    held = reworded(NOTE, "It was on time.")
    assert (held.is_released, held.is_reworded) == (False, False)


def test_releasing_and_holding_back_end_the_waiting() -> None:
    waiting = reworded(FREE, "It was on time.")
    for is_released in (True, False):
        settled = released(waiting, is_released=is_released)
        assert (settled.text, settled.is_released, settled.is_reworded) == ("It was on time.", is_released, False)


def test_what_is_released_does_not_wait() -> None:
    with pytest.raises(ValidationError, match="does not wait"):
        Note(**{**NOTE.model_dump(), "is_released": True, "is_reworded": True})
