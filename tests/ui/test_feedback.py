"""What people say of the questions themselves: kept for each person, collected for authors without names."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import Feedback, FeedbackKind
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.builders import respondents
from tests.ui.assessed import HOSTILE, framework_of, opened, page, words
from tests.ui.set_up import loaded, with_entries, without
from tests.ui.talked_over import ACTIVITY, ANCHORED, a_talked_over_one, item_key, questions, unfolded

KEY = item_key(ACTIVITY, "feedback")
FILE = "browse:feedback-file"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def said(kind: FeedbackKind, text: str | None = None, person: str = "r1", item_id: str = ACTIVITY) -> Feedback:
    return Feedback(respondent_id=person, item_id=item_id, kind=kind, text=text)


def fold(assessment_id: str) -> AppTest:
    return unfolded(questions(assessment_id), "feedback")


def collected() -> AppTest:
    return page("frameworks", **{"browse-view": "feedback"})


def test_a_click_and_a_word_are_kept_and_another_click_takes_them_back(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    everything = loaded(plumbline, assessment_id)
    test = fold(assessment_id)
    assert "without your name" in words(test)

    test.button_group(key=KEY).set_value(FeedbackKind.TWO_IN_ONE).run()
    assert loaded(plumbline, assessment_id) == with_entries(everything, "feedback", said(FeedbackKind.TWO_IN_ONE))
    test.text_input(key=f"{KEY}:text").input(f" {HOSTILE} ").run()
    assert loaded(plumbline, assessment_id).feedback == (said(FeedbackKind.TWO_IN_ONE, HOSTILE),)
    assert "with note, evidence, flag and feedback on the question." in words(test)

    test.button_group(key=KEY).set_value(None).run()
    assert loaded(plumbline, assessment_id) == everything


def test_what_was_said_elsewhere_meanwhile_is_not_overwritten_unasked(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline, feedback=(said(FeedbackKind.UNCLEAR, "Before"),))
    test = fold(assessment_id)
    assert test.button_group(key=KEY).value is FeedbackKind.UNCLEAR
    plumbline.answering.save_feedback(LOCAL_ACTOR, assessment_id, said(FeedbackKind.UNCLEAR, "Theirs"))

    test.text_input(key=f"{KEY}:text").input("Mine").run()
    assert loaded(plumbline, assessment_id).feedback == (said(FeedbackKind.UNCLEAR, "Theirs"),)
    assert test.text_input(key=f"{KEY}:text").value == "Mine"
    test.button(key=f"conflict:mine:{KEY}").click().run()

    assert loaded(plumbline, assessment_id).feedback == (said(FeedbackKind.UNCLEAR, "Mine"),)


def test_it_goes_with_the_person_and_is_not_copied_without_the_answers(plumbline: Plumbline) -> None:
    given = (said(FeedbackKind.UNCLEAR), said(FeedbackKind.DOES_NOT_FIT, person="r2", item_id=ANCHORED))
    assessment_id = a_talked_over_one(plumbline, feedback=given)
    everything = loaded(plumbline, assessment_id)
    day = everything.header.assessed_on
    copies = [plumbline.assessments.copy(LOCAL_ACTOR, assessment_id, "Again", day, keeps) for keeps in (True, False)]
    assert [loaded(plumbline, copy_id).feedback for copy_id in copies] == [given, ()]

    plumbline.answering.clear_feedback(LOCAL_ACTOR, assessment_id, "r2", ANCHORED)
    assert loaded(plumbline, assessment_id) == without(everything, "feedback", "r2", ANCHORED)


def test_authors_see_it_by_question_over_all_assessments_and_nobody_by_name(plumbline: Plumbline) -> None:
    a_talked_over_one(
        plumbline,
        feedback=(
            said(FeedbackKind.UNCLEAR, "Which board?"),
            said(FeedbackKind.UNCLEAR, HOSTILE, person="r2"),
            said(FeedbackKind.DOES_NOT_FIT, "No board here.", person="r2", item_id=ANCHORED),
        ),
    )
    few = respondents(2)
    a_talked_over_one(
        plumbline,
        name="Small",
        respondents=few,
        ratings=(),
        notes=(),
        agreed=(),
        feedback=(said(FeedbackKind.TWO_IN_ONE, "We are two."),),
    )

    test = collected()
    table = test.table[0].value
    shown = [[str(cell).replace("\\", "").replace("\u2060", "") for cell in row] for row in table.values.tolist()]

    assert "4 remarks on 2 questions" in words(test)
    assert shown == [
        ["Deliver 1 (Planning)", "2", "1", "", f"“{HOSTILE}” and “Which board?”"],
        ["Ownership (Planning)", "", "", "1", "“No board here.”"],
    ]
    assert "We are two." not in words(test)
    assert not any(name in words(test) for name in ("Ada", "Ben", "Small"))


def test_the_file_holds_a_line_for_each_thing_said_and_no_formula(plumbline: Plumbline) -> None:
    given = (said(FeedbackKind.UNCLEAR, "=1+1"), said(FeedbackKind.TWO_IN_ONE, person="r2"))
    a_talked_over_one(plumbline, feedback=given)

    content = plumbline.frameworks.feedback_file(LOCAL_ACTOR, "tiny", framework_of(plumbline))

    assert list(csv.reader(io.StringIO(content.decode("utf-8-sig")))) == [
        ["Process", "Question", "Id", "Said", "In a word"],
        ["Planning", "Deliver 1", ACTIVITY, "Two questions in one", ""],
        ["Planning", "Deliver 1", ACTIVITY, "Unclear", "'=1+1"],
    ]


def test_a_framework_that_nobody_spoke_of_says_where_to_speak(plumbline: Plumbline) -> None:
    assert "Nobody has said anything about a question yet." in words(collected())
