"""Set-up says that a newer version is installed; its dialog shows what that changes, and does it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.authored.framework import Framework
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import rated
from tests.services.folders import write_framework
from tests.ui.assessed import an_answered_one, framework_of, opened, page, words

DIALOG = """
import streamlit as st
from assessment.ui import navigation, session
from assessment.ui.components.versions import version_dialog
st.navigation(navigation.pages(), position="hidden")
version_dialog(session.plumbline().assessments.header(session.actor(), "{id}"))
"""


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def install_newer(plumbline: Plumbline, folder: Path) -> Framework:
    newer = framework_of(plumbline).model_copy(update={"version": "1.1.0", "description": "Other words."})
    write_framework(newer, folder / "questionnaires")
    return newer


def dialog(assessment_id: str) -> AppTest:
    return AppTest.from_string(DIALOG.format(id=assessment_id), default_timeout=30).run()


def test_set_up_says_nothing_of_versions_until_a_newer_one_is_installed(plumbline: Plumbline, tmp_path: Path) -> None:
    assessment_id = an_answered_one(plumbline)
    assert "is installed" not in words(page("set_up", assessment=assessment_id))
    install_newer(plumbline, tmp_path)
    test = page("set_up", assessment=assessment_id)
    assert "This assessment answers Tiny framework 1.0.0. Version 1.1.0 is installed; the assessment" in words(test)
    assert test.button(key=f"version:{assessment_id}:see").label == "See what it would change"


def test_the_dialog_shows_the_preview_and_brings_it_over_with_a_copy(plumbline: Plumbline, tmp_path: Path) -> None:
    assessment_id = an_answered_one(plumbline)
    newer = install_newer(plumbline, tmp_path)
    test = dialog(assessment_id)
    said = words(test)
    assert "No question differs, no process changes its level or target, and nothing is lost." in said
    assert "1.0.0 to 1.1.0" in said
    assert plumbline.assessments.header(ME, assessment_id).framework.version == "1.0.0"
    test.button(key=f"version:{assessment_id}:go").click().run()
    assert plumbline.assessments.framework(ME, assessment_id) == newer
    names = {line.header.name: line.header.framework.version for line in plumbline.assessments.list_assessments(ME)}
    name = plumbline.assessments.header(ME, assessment_id).name
    assert names == {name: "1.1.0", f"{name}, on 1.0.0": "1.0.0"}
    assert "No newer version is installed." in words(dialog(assessment_id))


def test_without_the_toggle_there_is_no_copy(plumbline: Plumbline, tmp_path: Path) -> None:
    assessment_id = an_answered_one(plumbline)
    install_newer(plumbline, tmp_path)
    test = dialog(assessment_id)
    test.toggle(key=f"version:{assessment_id}:copy").set_value(False).run()
    test.button(key=f"version:{assessment_id}:go").click().run()
    assert [line.header.framework.version for line in plumbline.assessments.list_assessments(ME)] == ["1.1.0"]


def test_what_was_answered_since_the_preview_was_shown_is_told_and_nothing_is_brought_over(
    plumbline: Plumbline, tmp_path: Path
) -> None:
    assessment_id = an_answered_one(plumbline)
    install_newer(plumbline, tmp_path)
    test = dialog(assessment_id)
    item_id = plumbline.assessments.load(ME, assessment_id).ratings[0].item_id
    plumbline.answering.save(ME, assessment_id, rated(item_id, 0, "r2"))
    test.button(key=f"version:{assessment_id}:go").click().run()
    assert "was changed by somebody else meanwhile" in words(test)
    assert plumbline.assessments.header(ME, assessment_id).framework.version == "1.0.0"


def test_what_is_signed_off_can_be_previewed_and_not_brought_over(plumbline: Plumbline, tmp_path: Path) -> None:
    assessment_id = an_answered_one(plumbline)
    install_newer(plumbline, tmp_path)
    plumbline.assessments.sign_off(ME, assessment_id, "Grace")
    test = dialog(assessment_id)
    assert "stays on the version that was signed" in words(test)
    assert [button.key for button in test.button if button.key == f"version:{assessment_id}:go"] == []
