"""The saved sign says what became of a save, when by the reader's clock, and lets nobody's text act."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from assessment.errors import Conflict, InvalidInput
from assessment.ui import session
from assessment.ui.components.saved import sign_text

NOON = datetime(2026, 1, 15, 12, 0, 5, tzinfo=UTC)


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", kept)
    monkeypatch.setattr(session, "_zone", lambda: ZoneInfo("America/New_York"))
    return kept


def test_what_was_saved_is_said_with_the_time_of_the_readers_clock(state: dict[str, Any]) -> None:
    state["outcome:target"] = session.SaveOutcome(at=NOON, words="as signed off")

    assert sign_text("target") == ":small[:green[:material/check: Saved] :gray[as signed off · 07:00:05]]"


def test_a_save_that_was_refused_is_said_with_its_reason_and_its_marks_do_nothing(state: dict[str, Any]) -> None:
    with session.saving("target"):
        raise InvalidInput("Name", "'**x**' is too long", "Shorten it.")

    assert sign_text("target") == (
        ":small[:red[:material/error: Not saved. Name: '\\*\\*x\\*\\*' is too long. Shorten it. Nothing was changed.]]"
    )


def test_a_save_after_a_refused_one_takes_its_place(state: dict[str, Any]) -> None:
    with session.saving("target"):
        raise InvalidInput("Name", "it is empty", "Write something.")
    with session.saving("target"):
        pass

    assert sign_text("target").startswith(":small[:green[:material/check: Saved]")


def test_without_a_save_the_sign_speaks_of_what_is_stored(state: dict[str, Any]) -> None:
    assert sign_text("target") == ":small[:gray[Not answered]]"
    assert sign_text("target", words="Saved as you go") == ":small[:gray[Saved as you go]]"
    assert sign_text("target", is_stored=True, words="Largely") == (
        ":small[:green[:material/check: Saved] :gray[Largely]]"
    )


def test_a_conflict_is_kept_with_both_texts(state: dict[str, Any]) -> None:
    with session.saving("note"):
        raise Conflict("Note", "theirs", "mine")

    outcome = session.save_outcome("note")
    assert outcome is not None
    assert outcome.conflict == {"theirs": "theirs", "yours": "mine"}
    session.forget_outcome("note")
    assert session.save_outcome("note") is None
