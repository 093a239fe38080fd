"""The Questionnaire page on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import Assignment, NoteKind
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Depth
from assessment.services.actor import LOCAL_ACTOR
from assessment.services.assessments import HeaderChange
from assessment.services.plumbline import Plumbline
from tests.services.conftest import begun
from tests.ui.assessed import HOSTILE, an_answered_one, an_empty_one, id_in_url, opened, page, words

ITEM = "planning.deliver-1"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def sheet(assessment_id: str, process_id: str = "planning", respondent_id: str = "r1") -> AppTest:
    """The questions of one process for one person."""
    return page("questionnaire", assessment=assessment_id, process=process_id, respondent=respondent_id)


def key_of(item_id: str, horizon: str = "as-is", respondent_id: str = "r1") -> str:
    """Key of the widget with an answer."""
    return f"questionnaire:{respondent_id}:{item_id}:{horizon}"


def fold(test: AppTest, name: str, item_id: str = ITEM) -> AppTest:
    """The page with one fold of a question open."""
    return test.button_group(key=f"questionnaire:fold:r1:{item_id}").set_value(name).run()


def stored(plumbline: Plumbline, assessment_id: str, item_id: str = ITEM) -> Answer | None:
    """What the store holds of an answer."""
    return plumbline.questionnaire.entry(LOCAL_ACTOR, assessment_id, "r1", item_id).as_is


def test_without_an_open_assessment_the_page_says_what_to_do(plumbline: Plumbline) -> None:
    assert "No assessment is open" in words(page("questionnaire"))


def test_without_people_the_first_one_is_asked_for_and_may_begin(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    for person in plumbline.assessments.load(LOCAL_ACTOR, assessment_id).respondents:
        plumbline.setup.remove(LOCAL_ACTOR, assessment_id, type(person), person.id)
    test = page("questionnaire", assessment=assessment_id)
    assert "Who answers?" in words(test)

    next(button for button in test.button if button.label == "Start answering").click().run()

    assert len(plumbline.assessments.load(LOCAL_ACTOR, assessment_id).respondents) == 1
    assert "questions left to answer" in words(test)


def test_the_overview_says_what_is_left_and_where_to_begin(plumbline: Plumbline) -> None:
    test = page("questionnaire", assessment=an_empty_one(plumbline))

    assert "36 questions left to answer" in words(test)
    assert test.button(key="questionnaire:resume").label == "Begin with Planning"


def test_the_overview_prints_the_processes_in_scope_at_the_depth_of_the_assessment(plumbline: Plumbline) -> None:
    test = page("questionnaire", assessment=begun(plumbline, depth=Depth.QUICK))
    assert not [group for group in test.button_group if group.key == "questionnaire:print:depth"]

    test.multiselect(key="questionnaire:print:processes").set_value(["planning"]).run()
    test.button(key="questionnaire:print:go").click().run()

    job = plumbline.library.sheet_status(LOCAL_ACTOR, id_in_url(test, "questionnaire-sheet"))
    assert job.request.depth is Depth.QUICK
    assert job.file_name == "tiny-planning-quick-a4.pdf"


def test_only_processes_that_the_person_is_asked_can_be_gone_to(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    for process_id in ("planning", "releasing"):
        asked = Assignment(respondent_id="r1", process_id=process_id, attribute_ids=("delivery",))
        plumbline.setup.save(LOCAL_ACTOR, assessment_id, asked)
    test = sheet(assessment_id)
    assert test.selectbox(key="questionnaire:process").options == ["Planning", "Releasing"]
    assert test.button(key="questionnaire:go:1").label == "Next: Releasing"


def test_resuming_opens_the_process_with_the_next_question(plumbline: Plumbline) -> None:
    test = page("questionnaire", assessment=an_empty_one(plumbline))

    test.button(key="questionnaire:resume").click().run()

    assert id_in_url(test, "process") == "planning"
    assert test.title[0].value == "Planning"


def test_a_process_of_another_framework_in_the_url_leads_to_the_overview(plumbline: Plumbline) -> None:
    test = sheet(an_empty_one(plumbline), process_id="../../etc")

    assert not test.exception
    assert "questions left to answer" in words(test)
    assert "process" not in test.query_params


def test_an_answer_is_chosen_by_its_words(plumbline: Plumbline) -> None:
    options = sheet(an_empty_one(plumbline)).radio(key=key_of(ITEM)).options

    assert options[0] == "**Point 0.** :gray[One sees point 0.]"
    assert options[-2:] == [":gray[Don't know]", ":gray[Not applicable here]"]
    assert len(options) == 8


def test_one_choice_is_one_saved_answer(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = sheet(assessment_id)

    test.radio(key=key_of(ITEM)).set_value("3").run()

    assert stored(plumbline, assessment_id) == Answer(kind=AnswerKind.RATED, code=3)


def test_a_saved_answer_is_there_when_the_page_is_opened_again(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    sheet(assessment_id).radio(key=key_of(ITEM)).set_value("3").run()

    again = sheet(assessment_id)

    assert again.radio(key=key_of(ITEM)).value == "3"
    assert "Saved] :gray[Point 3]" in words(again)


def test_dont_know_is_an_answer(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)

    sheet(assessment_id).radio(key=key_of(ITEM)).set_value("dont-know").run()

    assert stored(plumbline, assessment_id) == Answer(kind=AnswerKind.DONT_KNOW)


def test_not_applicable_is_saved_once_it_has_its_reason(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = sheet(assessment_id)

    test.radio(key=key_of(ITEM)).set_value("not-applicable").run()
    test.run()
    assert stored(plumbline, assessment_id) is None
    assert "give the reason" in words(test)
    test.text_input(key=f"{key_of(ITEM)}:reason").input("Done by the bank.").run()

    assert stored(plumbline, assessment_id) == Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Done by the bank.")


def test_another_person_sees_answers_of_their_own(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    sheet(assessment_id).radio(key=key_of(ITEM)).set_value("3").run()

    other = sheet(assessment_id, respondent_id="r2")

    assert other.radio(key=key_of(ITEM, respondent_id="r2")).value is None


def test_the_to_be_is_asked_only_where_the_assessment_asks_for_it(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    anchored = "planning.ownership"
    before = [radio.key for radio in sheet(assessment_id).radio]
    plumbline.assessments.update_header(LOCAL_ACTOR, assessment_id, HeaderChange(asks_to_be=True))
    test = sheet(assessment_id)
    test.radio(key=key_of(anchored, "to-be")).set_value("5").run()

    assert key_of(anchored, "to-be") not in before
    assert key_of(ITEM, "to-be") not in [radio.key for radio in test.radio]
    entry = plumbline.questionnaire.entry(LOCAL_ACTOR, assessment_id, "r1", anchored)
    assert entry.to_be == Answer(kind=AnswerKind.RATED, code=5)


def test_guidance_is_folded_until_it_is_asked_for(plumbline: Plumbline) -> None:
    test = sheet(an_empty_one(plumbline))
    assert "Ask to see" not in words(test)

    assert "Ask to see" in words(fold(test, "guidance"))


def test_a_note_and_its_evidence_are_kept(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = fold(sheet(assessment_id), "notes")

    test.text_area(key=f"questionnaire:note:r1:{ITEM}").input(HOSTILE).run()
    test.text_area(key=f"questionnaire:evidence:r1:{ITEM}").input("Log of March.").run()

    entry = plumbline.questionnaire.entry(LOCAL_ACTOR, assessment_id, "r1", ITEM)
    assert entry.note is not None
    assert entry.note.text == HOSTILE
    assert entry.evidence is not None
    assert entry.evidence.kind is NoteKind.EVIDENCE


def test_two_people_editing_one_note_both_see_both_texts_and_the_reader_chooses(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    key = f"questionnaire:note:r1:{ITEM}"
    mine, theirs = fold(sheet(assessment_id), "notes"), fold(sheet(assessment_id), "notes")
    theirs.text_area(key=key).input("Theirs.").run()
    mine.text_area(key=key).input("Mine.").run()

    def kept() -> str:
        note = plumbline.questionnaire.entry(LOCAL_ACTOR, assessment_id, "r1", ITEM).note
        assert note is not None
        return note.text

    assert kept() == "Theirs."
    assert {"Theirs.", "Mine."} <= {text.value for text in mine.text}
    mine.button(key=f"conflict:mine:{key}").click().run()
    assert kept() == "Mine."


def test_a_question_is_flagged_and_unflagged(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = fold(sheet(assessment_id), "flag")
    test.toggle(key=f"questionnaire:flag:{ITEM}").set_value(True).run()
    flagged = plumbline.questionnaire.entry(LOCAL_ACTOR, assessment_id, "r1", ITEM).flag
    test.toggle(key=f"questionnaire:flag:{ITEM}").set_value(False).run()

    assert flagged is not None
    assert plumbline.questionnaire.entry(LOCAL_ACTOR, assessment_id, "r1", ITEM).flag is None


def test_an_answer_can_be_taken_back(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    item_id = next(
        rating.item_id
        for rating in plumbline.assessments.load(LOCAL_ACTOR, assessment_id).ratings
        if rating.respondent_id == "r1" and rating.item_id.startswith("planning.")
    )
    test = fold(sheet(assessment_id), "flag", item_id)

    test.button(key=f"questionnaire:clear:{item_id}:as-is").click().run()

    assert stored(plumbline, assessment_id, item_id) is None
    assert test.radio(key=key_of(item_id)).value is None


def test_the_room_agrees_with_its_reason_and_how_sure_it_is(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = fold(sheet(assessment_id), "agree")
    assert "Answers so far" in words(test)
    key = f"questionnaire:agreed:{ITEM}:as-is"
    test.selectbox(key=f"{key}:value").set_value("2")
    test.text_area(key=f"{key}:note").input("Two of us saw the list.")
    next(button for button in test.button if button.label == "Record the agreement").click().run()

    agreed = plumbline.questionnaire.entry(LOCAL_ACTOR, assessment_id, "r1", ITEM).agreed
    assert agreed is not None
    assert agreed.answer.code == 2
    assert agreed.note == "Two of us saw the list."
    assert "The room agreed on: point 2." in words(test)


def test_an_agreement_without_a_reason_is_refused(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = fold(sheet(assessment_id), "agree")
    test.selectbox(key=f"questionnaire:agreed:{ITEM}:as-is:value").set_value("2")
    next(button for button in test.button if button.label == "Record the agreement").click().run()

    assert "Not saved" in words(test)
    assert plumbline.questionnaire.entry(LOCAL_ACTOR, assessment_id, "r1", ITEM).agreed is None


def test_alone_there_is_nothing_to_agree(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    people = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).respondents
    for person in people[1:]:
        plumbline.setup.remove(LOCAL_ACTOR, assessment_id, type(person), person.id)

    folds = sheet(assessment_id).button_group(key=f"questionnaire:fold:r1:{ITEM}").options

    assert list(folds) == ["What good looks like", "Note and evidence", "Flag or clear"]


def test_a_validated_assessment_takes_no_answer(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    test = sheet(assessment_id)

    assert "cannot be changed" in words(test)
    assert all(radio.disabled for radio in test.radio)


def test_an_answer_given_while_somebody_validates_is_not_shown_as_saved(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = sheet(assessment_id)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    test.radio(key=key_of(ITEM)).set_value("3").run()
    test.run()

    assert stored(plumbline, assessment_id) is None
    assert "Not saved" in words(test)
    assert test.radio(key=key_of(ITEM)).value == "3"


def test_the_next_process_and_back(plumbline: Plumbline) -> None:
    test = sheet(an_empty_one(plumbline))

    test.button(key="questionnaire:go:1").click().run()
    assert id_in_url(test, "process") == "building"
    test.button(key="questionnaire:go:-1").click().run()
    assert id_in_url(test, "process") == "planning"
    assert id_in_url(test, "assessment") == "test-assessment"
