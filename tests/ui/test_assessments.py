"""The Assessments page on a real database."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Block

from assessment.domain.authored.framework import Depth
from assessment.domain.summary import AssessmentSummary
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline, close_current, open_current
from assessment.views.assessments import assessments_view
from assessment.views.wording.assessments import NOTHING_YET, NOTHING_YET_NEXT
from assessment.views.wording.pages import assessments as page_words
from assessment.views.wording.pages.assessments import NO_FRAMEWORK, scenario_scope
from tests.services.conftest import remove_for_good
from tests.ui.assessed import HOSTILE, an_answered_one, opened, page, words

ASSETS = Path(__file__).resolve().parents[2] / "assets"
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


def part(test: AppTest, key: str) -> Block:
    """The part of a page that was drawn under a key."""
    found = test.get_by_key(key)
    assert isinstance(found, Block)
    return found


def texts(block: Block) -> list[str]:
    """What a part of a page says, as a reader sees it."""
    return [
        str(element.value).removeprefix(":small[:gray[").removesuffix("]]").replace("\u2060", "")
        for element in block.markdown
    ]


def stored(plumbline: Plumbline) -> tuple[AssessmentSummary, ...]:
    return plumbline.assessments.list_assessments(LOCAL_ACTOR)


def test_an_empty_database_says_what_to_do_next(plumbline: Plumbline) -> None:
    test = page("assessments")

    assert NOTHING_YET in words(test)
    assert NOTHING_YET_NEXT in words(test)
    assert [button.label for button in test.button] == ["New assessment", "Open the sample", "Import"]


def test_who_has_nothing_of_their_own_yet_reads_what_this_is_and_what_the_sample_is(plumbline: Plumbline) -> None:
    a_sample = an_answered_one(plumbline, id="sample", is_fictional=True)
    test = page("assessments")

    assert page_words.WHAT_IT_IS in words(test)
    assert page_words.SAMPLE in words(test)
    assert all(text in words(test) for step in page_words.STEPS.items() for text in step)
    assert len(test.get("image")) == 1
    assert [button.label for button in test.button][:3] == ["New assessment", "Open the sample", "Import"]

    an_answered_one(plumbline)
    test = page("assessments")
    assert page_words.WHAT_IT_IS in words(test)
    assert page_words.SAMPLE not in words(test)
    assert len(test.get("image")) == 0
    assert a_sample in {one.header.id for one in stored(plumbline)}


def test_a_page_without_an_assessment_offers_the_list_and_opens_the_one_that_is_clicked(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("results")
    assert "Which assessment?" in words(test)

    test.button(key=f"empty:open:{assessment_id}").click().run()

    assert "Test assessment" in words(test)
    assert len(test.metric) == 6


def test_the_first_page_of_the_app_is_the_list(plumbline: Plumbline) -> None:
    test = AppTest.from_file(str(MAIN), default_timeout=30).run()

    assert not test.exception
    assert [title.value for title in test.title] == ["Assessments"]
    assert (ASSETS / "plumbline.css").is_file()
    assert {one.name for one in ASSETS.iterdir()} >= {"plumbline.svg", "wordmark.svg"}


def test_a_row_is_the_row_of_the_view_in_the_order_of_the_heads(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline, unit="Branch")
    table = assessments_view(stored(plumbline), lambda moment: moment).tables[0]
    columns = ("assessment", "date", "state", "answered", "at-target", "missing", "changed")

    test = page("assessments")
    row = part(test, f"assessment-row-{assessment_id}")

    heads = texts(part(test, "assessment-list-head"))
    assert heads == [table.columns[table.place(column_id)].name for column_id in columns]
    cells = [table.cell(assessment_id, column_id) for column_id in columns]
    assert [button.label for button in row.button] == [cells[0].text, cells[5].text]
    assert cells[0].text == "Test assessment"
    told = [cells[0].note, cells[1].text, cells[2].text, cells[2].note, heads[3], cells[3].text]
    assert texts(row) == [*told, heads[4], cells[4].text, heads[5], heads[6], cells[6].text]
    assert texts(row)[:4] == ["Invented Ltd, Branch · 3 processes · 8 people", "1 March 2024", "Draft", "Full depth"]
    share = cells[3].value
    assert isinstance(share, float)
    assert [bar.value for bar in row.progress] == [int(100 * share)]


def test_what_is_missing_is_one_click_away(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    assessment_id = an_answered_one(plumbline)
    left: list[str] = []
    monkeypatch.setattr("assessment.ui.navigation.go_to", left.append)

    test = page("assessments")
    test.button(key=f"assessments:missing:{assessment_id}").click().run()

    assert left == ["missing"]
    assert test.session_state["url:assessment"] == assessment_id


def test_a_signed_off_row_says_so(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    plumbline.assessments.sign_off(LOCAL_ACTOR, assessment_id, "Grace")

    assert "Signed off" in texts(part(page("assessments"), f"assessment-row-{assessment_id}"))


def test_a_hostile_name_is_shown_as_it_stands(plumbline: Plumbline) -> None:
    an_answered_one(plumbline, name=HOSTILE, organisation=HOSTILE)

    test = page("assessments")

    assert not test.exception
    assert any(r"\<script\>" in button.label and r"\*\*bold" in button.label for button in test.button)


def test_a_new_assessment_is_stored_field_by_field(plumbline: Plumbline) -> None:
    test = dialog("new", "new_dialog")
    test.toggle(key="new:whole").set_value(False).run()
    test.multiselect(key="new:processes").set_value(["releasing", "planning"])
    test.text_input(key="new:organisation").input(" Acme ")
    test.text_input(key="new:unit").input("Branch")
    test.text_input(key="new:name").input("Review 1")
    test.date_input(key="new:date").set_value(date(2025, 4, 2))
    test.radio(key="new:depth").set_value(Depth.QUICK)
    test.segmented_control(key="new:level").set_value(4)
    test.button(key="new:go").click().run()

    (summary,) = stored(plumbline)
    assessment = plumbline.assessments.load(LOCAL_ACTOR, summary.header.id)
    header = assessment.header
    assert (header.organisation, header.unit, header.name) == ("Acme", "Branch", "Review 1")
    assert (header.assessed_on, header.depth, header.default_target_level) == (date(2025, 4, 2), Depth.QUICK, 4)
    assert (header.scenario_id, header.framework.id, header.copied_from) == (None, "tiny", None)
    assert assessment.scope == ("planning", "releasing")


def test_a_new_assessment_that_nobody_named_is_called_by_its_year(plumbline: Plumbline) -> None:
    test = dialog("new", "new_dialog")
    test.text_input(key="new:organisation").input("Acme")
    test.date_input(key="new:date").set_value(date(2025, 4, 2))
    test.button(key="new:go").click().run()

    (summary,) = stored(plumbline)
    assert summary.header.name == "Service management 2025"
    assert (summary.header.unit, summary.header.depth) == (None, Depth.FULL)
    assert (summary.process_count, summary.header.default_target_level) == (3, 3)


def test_a_scenario_tells_its_story_and_sets_the_scope(plumbline: Plumbline) -> None:
    test = dialog("new", "new_dialog")
    test.radio(key="new:scenario").set_value("late-releases").run()
    assert "Every release is late." in words(test)
    assert scenario_scope(["Planning", "Building"]) in words(test)
    assert "This framework's own story, not one of the paper's." in words(test)
    test.text_input(key="new:organisation").input("Acme")
    test.button(key="new:go").click().run()

    (summary,) = stored(plumbline)
    assert summary.header.scenario_id == "late-releases"
    assert plumbline.assessments.load(LOCAL_ACTOR, summary.header.id).scope == ("planning", "building")


def test_without_an_organisation_nothing_is_started_and_the_field_is_named(plumbline: Plumbline) -> None:
    test = dialog("new", "new_dialog")
    test.button(key="new:go").click().run()

    assert "Organisation" in test.error[0].value
    assert stored(plumbline) == ()


def test_without_a_process_nothing_is_started_and_the_field_is_named(plumbline: Plumbline) -> None:
    test = dialog("new", "new_dialog")
    test.toggle(key="new:whole").set_value(False).run()
    test.text_input(key="new:organisation").input("Acme")
    test.button(key="new:go").click().run()

    assert "Scope" in test.error[0].value
    assert stored(plumbline) == ()


@pytest.mark.parametrize("keeps", [False, True])
def test_a_copy_keeps_the_set_up_and_the_answers_only_where_asked(plumbline: Plumbline, keeps: bool) -> None:
    original = an_answered_one(plumbline)
    before = plumbline.assessments.load(LOCAL_ACTOR, original)
    test = with_header("copy_dialog", original)
    test.text_input(key=f"copy:{original}:name").input("Next year")
    test.date_input(key=f"copy:{original}:date").set_value(date(2025, 3, 1))
    test.toggle(key=f"copy:{original}:answers").set_value(keeps)
    test.button(key=f"copy:{original}:go").click().run()

    (made,) = [one for one in stored(plumbline) if one.header.copied_from == original]
    copy = plumbline.assessments.load(LOCAL_ACTOR, made.header.id)
    assert (copy.header.name, copy.header.assessed_on) == ("Next year", date(2025, 3, 1))
    assert (copy.scope, copy.respondents, copy.targets, copy.owners) == (
        before.scope,
        before.respondents,
        before.targets,
        before.owners,
    )
    assert copy.ratings == (before.ratings if keeps else ())
    assert copy.opinions == (before.opinions if keeps else ())
    assert plumbline.assessments.load(LOCAL_ACTOR, original) == before


def test_what_is_downloaded_imports_as_its_equal(plumbline: Plumbline) -> None:
    original = an_answered_one(plumbline)
    assert with_header("download_dialog", original).download_button[0].label == "Download the JSON file"
    before = plumbline.assessments.load(LOCAL_ACTOR, original)
    exported = plumbline.exchange.export_json(LOCAL_ACTOR, original)
    remove_for_good(plumbline, original)

    test = dialog("actions", "import_dialog")
    test.file_uploader[0].upload("acme.json", exported, "application/json").run()
    test.button(key="import:go").click().run()

    assert plumbline.assessments.load(LOCAL_ACTOR, stored(plumbline)[0].header.id) == before


def test_a_file_that_is_no_export_is_refused_in_words_and_nothing_is_stored(plumbline: Plumbline) -> None:
    test = dialog("actions", "import_dialog")
    test.file_uploader[0].upload("bad.json", b"{}", "application/json").run()
    test.button(key="import:go").click().run()

    assert "bad.json was not imported" in test.error[0].value.replace("\\", "")
    assert stored(plumbline) == ()


def test_removing_needs_the_name_typed(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = with_header("remove_dialog", assessment_id)
    assert test.button(key=f"remove:{assessment_id}:go").disabled
    test.text_input(key=f"remove:{assessment_id}:name").input("another").run()
    assert test.button(key=f"remove:{assessment_id}:go").disabled
    assert "The name differs." in words(test)

    test.text_input(key=f"remove:{assessment_id}:name").input("test ASSESSMENT").run()
    assert not test.button(key=f"remove:{assessment_id}:go").disabled
    assert re.search(r"Test assessment goes, with \d+ (person|people), \d+ answers?.*put back for 30 days", words(test))
    test.button(key=f"remove:{assessment_id}:go").click().run()

    assert stored(plumbline) == ()

    page_of_all = page("assessments")
    page_of_all.button(key=f"assessments:bin:{assessment_id}:back").click().run()
    assert [one.header.id for one in stored(plumbline)] == [assessment_id]
    assert "Test assessment is back" in words(page_of_all)


def test_a_closed_database_shows_a_sentence_and_no_traceback(plumbline: Plumbline) -> None:
    from assessment.services.plumbline import close_current

    close_current()

    test = page("assessments")

    assert not test.exception
    assert "The database cannot be used" in words(test)


def test_without_a_framework_the_dialog_says_where_to_put_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "questionnaires").mkdir()
    monkeypatch.setenv("PLUMBLINE_DATA", str(tmp_path))
    monkeypatch.setenv("PLUMBLINE_QUESTIONNAIRES", str(tmp_path / "questionnaires"))
    close_current()
    open_current()
    try:
        said = [text.value for text in dialog("new", "new_dialog").text]
    finally:
        close_current()
    assert said == [NO_FRAMEWORK]
    assert re.match(r"No \S+ is installed\. Put .*questionnaires/", NO_FRAMEWORK)
