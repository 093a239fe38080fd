"""An address that leads to an assessment, a process or a framework that is gone says so, and shows no other one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.wording.numbers import long_date
from tests.ui.assessed import an_answered_one, opened, page, words

PAGES = ("set_up", "questionnaire", "quotes", "results", "roadmap", "board", "commentary", "report")


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def navigated(name: str, earlier: str, **ids: str) -> AppTest:
    """A page as the navigation shows it, in a session that had another assessment open before."""
    test = AppTest.from_string(
        f"from assessment.ui import navigation\nnavigation._show({name!r})\n", default_timeout=30
    )
    test.session_state["url:assessment"] = earlier
    for key, value in ids.items():
        test.query_params[key] = value
    return test.run()


def test_every_page_of_an_assessment_that_was_removed_says_so_and_shows_no_other(plumbline: Plumbline) -> None:
    gone_id, other_id = an_answered_one(plumbline), an_answered_one(plumbline)
    plumbline.assessments.remove(LOCAL_ACTOR, gone_id)
    (binned,) = plumbline.bin.assessments(LOCAL_ACTOR)
    for name in PAGES:
        test = navigated(name, other_id, assessment=gone_id)
        assert [title.value for title in test.title] == ["This assessment is not here any more"]
        assert f"put back on the Assessments page until {long_date(binned.kept_until)}" in words(test)
        assert "Test assessment" not in words(test)
    plumbline.bin.forget_assessment(LOCAL_ACTOR, gone_id)
    test = navigated("results", other_id, assessment=gone_id)
    assert "was removed, or that never was here" in words(test)
    assert navigated("questionnaire", gone_id, assessment=other_id).title[0].value == "Who answers?"


def test_the_questions_of_a_process_that_is_out_of_scope_are_said_to_be_gone(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    plumbline.setup.change_scope(LOCAL_ACTOR, assessment_id, "building", is_in=False)
    test = page("questionnaire", assessment=assessment_id, respondent="r1", process="building")
    assert "a process that is not in the scope of this assessment" in words(test)
    test.run()
    assert "a process that is not in the scope of this assessment" not in words(test)


def test_results_of_a_process_that_is_out_of_scope_are_nobody_elses(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    plumbline.setup.change_scope(LOCAL_ACTOR, assessment_id, "building", is_in=False)
    test = page("results", assessment=assessment_id, part="process", process="building")
    box = test.selectbox(key=f"results:{assessment_id}:process")
    assert box.value is None
    assert "a process that is not in the scope of this assessment" in words(test)
    assert "Planning" not in words(test)
    box.set_value("planning").run()
    assert "a process that is not in the scope of this assessment" not in words(test)
    assert test.query_params["process"] in ("planning", ["planning"])


def test_a_framework_and_a_process_of_it_that_are_not_there_are_said_to_be_gone(plumbline: Plumbline) -> None:
    test = page("frameworks", framework="another")
    assert "a framework that is not installed here" in words(test)
    assert test.selectbox(key="frameworks:framework").value is None
    test.selectbox(key="frameworks:framework").set_value("tiny").run()
    assert "a framework that is not installed here" not in words(test)
    test = page("frameworks", **{"browse-process": "nothing"})
    assert "a process that this framework does not have" in words(test)
