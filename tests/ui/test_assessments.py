"""The Assessments page on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.authored.framework import Depth
from assessment.services.actor import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.ui.assessed import HOSTILE, an_answered_one, opened, page, words

MAIN = Path(__file__).resolve().parents[2] / "assessment" / "ui" / "main.py"
DIALOG = """
import streamlit as st
from assessment.ui import navigation
from assessment.ui.pages.assessments.{module} import {name}
st.navigation(navigation.pages(), position="hidden")
{name}({argument})
"""


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def dialog(module: str, name: str, argument: str = "") -> AppTest:
    """A dialog drawn alone: AppTest reruns the whole script, in which a button opens a dialog for one run only."""
    script = DIALOG.format(module=module, name=name, argument=argument)
    return AppTest.from_string(script, default_timeout=30).run()


def with_header(name: str, assessment_id: str) -> AppTest:
    """A dialog about one assessment."""
    read = f'__import__("assessment.ui.session").ui.session.plumbline().assessments.header(LOCAL, "{assessment_id}")'
    return dialog("actions", name, read.replace("LOCAL", '__import__("assessment.ui.session").ui.session.actor()'))


def test_an_empty_database_says_what_to_do_next(plumbline: Plumbline) -> None:
    test = page("assessments")

    assert "Nothing is assessed yet" in words(test)
    assert [button.label for button in test.button] == ["New assessment", "Open the sample", "Import"]


def test_the_first_page_of_the_app_is_the_list(plumbline: Plumbline) -> None:
    test = AppTest.from_file(str(MAIN), default_timeout=30).run()

    assert not test.exception
    assert [title.value for title in test.title] == ["Assessments"]


def test_a_row_shows_name_organisation_date_state_depth_and_progress(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)

    said = words(page("assessments"))

    assert "Invented Ltd" in said
    assert "1 March 2024" in said
    assert "Draft, full depth" in said
    summary = plumbline.assessments.list_assessments(LOCAL_ACTOR)[0]
    assert summary.header.id == assessment_id
    assert f"{summary.answered_count} of {summary.asked_count}" in said


def test_a_hostile_name_is_shown_as_it_stands(plumbline: Plumbline) -> None:
    an_answered_one(plumbline, name=HOSTILE, organisation=HOSTILE)

    test = page("assessments")

    assert not test.exception
    assert any(r"\<script\>" in button.label and r"\*\*bold" in button.label for button in test.button)


def test_a_new_assessment_of_a_scope_of_our_own_is_stored(plumbline: Plumbline) -> None:
    test = dialog("new", "new_dialog")
    test.text_input(key="new:organisation").input("Acme")
    test.radio(key="new:depth").set_value(Depth.QUICK)
    test.button(key="new:go").click().run()

    stored = plumbline.assessments.list_assessments(LOCAL_ACTOR)
    assert [summary.header.organisation for summary in stored] == ["Acme"]
    assert stored[0].header.depth is Depth.QUICK
    assert stored[0].process_count == 3


def test_a_scenario_tells_its_story_and_sets_the_scope(plumbline: Plumbline) -> None:
    test = dialog("new", "new_dialog")
    test.radio(key="new:scenario").set_value("late-releases").run()
    assert "Every release is late." in words(test)
    test.text_input(key="new:organisation").input("Acme")
    test.button(key="new:go").click().run()

    stored = plumbline.assessments.list_assessments(LOCAL_ACTOR)
    assert stored[0].header.scenario_id == "late-releases"
    assert stored[0].process_count == 2


def test_without_an_organisation_nothing_is_started_and_the_field_is_named(plumbline: Plumbline) -> None:
    test = dialog("new", "new_dialog")
    test.button(key="new:go").click().run()

    assert "Organisation" in words(test)
    assert plumbline.assessments.list_assessments(LOCAL_ACTOR) == ()


def test_a_copy_keeps_the_set_up_and_leaves_the_answers(plumbline: Plumbline) -> None:
    original = an_answered_one(plumbline)
    test = with_header("copy_dialog", original)
    test.text_input(key=f"copy:{original}:name").input("Next year")
    test.date_input(key=f"copy:{original}:date").set_value(date(2025, 3, 1))
    test.button(key=f"copy:{original}:go").click().run()

    copies = [one for one in plumbline.assessments.list_assessments(LOCAL_ACTOR) if one.header.copied_from == original]
    assert [(one.header.name, one.header.assessed_on) for one in copies] == [("Next year", date(2025, 3, 1))]
    assert copies[0].respondent_count == 8
    assert copies[0].answered_count == 0


def test_removing_needs_the_name_typed(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = with_header("remove_dialog", assessment_id)
    assert test.button(key=f"remove:{assessment_id}:go").disabled

    test.text_input(key=f"remove:{assessment_id}:name").input("test ASSESSMENT").run()
    assert not test.button(key=f"remove:{assessment_id}:go").disabled
    test.button(key=f"remove:{assessment_id}:go").click().run()

    assert plumbline.assessments.list_assessments(LOCAL_ACTOR) == ()


def test_a_closed_database_shows_a_sentence_and_no_traceback(plumbline: Plumbline) -> None:
    from assessment.services.current import close_current

    close_current()

    test = page("assessments")

    assert not test.exception
    assert "The database cannot be used" in words(test)
