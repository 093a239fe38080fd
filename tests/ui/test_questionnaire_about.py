"""What a process is and how to talk about it, beside its questions on the Questionnaire page."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.authored.content import Confusion, Guide
from assessment.domain.authored.framework import Framework
from assessment.services.plumbline import Plumbline
from tests.builders import fields_of, tiny_framework
from tests.services.conftest import begun
from tests.ui.assessed import opened, words
from tests.ui.talked_over import questions

GUIDE = Guide(
    opening="Ask for the last plan.",
    minutes_quick=15,
    minutes_full=40,
    probes=("Who saw it?", "Who did not?", "Why not?"),
    traps=("Everybody nods.",),
)


def told() -> Framework:
    """The invented framework; its first process has a guide and is taken for the second."""
    framework = tiny_framework()
    first, *others = framework.processes
    confused = (Confusion(process_id="building", difference="It plans nothing."),)
    first = first.model_copy(update={"guide": GUIDE, "confused_with": confused, "in_the_room": ("Owner", "Planner")})
    return Framework(**{**fields_of(framework), "processes": (first, *others)})


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch, told()) as plumbline:
        yield plumbline


def about(assessment_id: str, process_id: str = "planning") -> AppTest:
    test = questions(assessment_id, process_id)
    test.session_state[f"questionnaire:{assessment_id}:r1:about:{process_id}"] = True
    return test.run()


def test_what_the_process_is_stands_under_its_labels(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    assert "Starts when" not in words(questions(assessment_id))

    test = about(assessment_id)

    said = words(test)
    assert [tab.label for tab in test.tabs] == ["About the process", "Facilitator's guide"]
    assert {"Does something.", "It matters.", "At the start.", "At the end.", "It plans nothing."} <= {
        one.value for one in test.text
    }
    assert all(f"**{label}**" in said for label in ("Why it matters", "Starts when", "Ends when", "In the room"))
    assert "- Owner\n- Planner" in said
    assert "**Often confused with Building**" in said


def test_the_guide_tells_how_to_talk_about_it(plumbline: Plumbline) -> None:
    test = about(begun(plumbline))

    said = words(test)
    assert {"Ask for the last plan.", "Everybody nods."} <= {one.value for one in test.text}
    assert "15 minutes at quick depth, 40 at full depth." in said
    assert all(f"**{label}**" in said for label in ("How to open", "Time", "Probing questions"))
    assert "**What goes wrong in the room**" in said
    assert "- Who saw it?\n- Who did not?\n- Why not?" in said


def test_a_process_without_a_guide_has_no_tab_for_one(plumbline: Plumbline) -> None:
    test = about(begun(plumbline), "building")

    assert len(test.tabs) == 0
    assert "Does something." in words(test)
    assert "Often confused" not in words(test)
