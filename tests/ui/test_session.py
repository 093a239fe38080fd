"""What a session remembers of one assessment says nothing of another."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.errors import NotAvailable
from assessment.ui import session
from assessment.ui.components.leaving import leave
from assessment.ui.components.saved import sign_text


@pytest.fixture
def state(monkeypatch: pytest.MonkeyPatch) -> dict[str, Any]:
    kept: dict[str, Any] = {}
    monkeypatch.setattr("streamlit.session_state", kept)
    monkeypatch.setattr("streamlit.query_params", {"assessment": "first"})
    return kept


def test_another_assessment_begins_without_places_and_saved_signs_of_the_one_before(state: dict[str, Any]) -> None:
    session.keep_in_url("process", "planning")
    session.put("theme", "kept")
    with session.saving("questionnaire:flag:planning.control"):
        pass
    assert "Saved" in sign_text("questionnaire:flag:planning.control")

    session.open_assessment("second")

    assert sign_text("questionnaire:flag:planning.control") == ":small[:gray[Not answered]]"
    assert state == {"theme": "kept", "url:assessment": "second"}


def test_whoever_is_not_signed_in_gets_no_further_outside_a_run_either() -> None:
    with pytest.raises(NotAvailable):
        leave()
