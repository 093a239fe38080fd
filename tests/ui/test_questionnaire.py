"""The Questionnaire page on a real database: who answers, what is left, the way through, and what a lock means."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Radio

from assessment.domain.answered.assessment import Assignment, Respondent, Role
from assessment.domain.answered.entries import Answer
from assessment.domain.authored.framework import Depth
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.builders import rated, rated_process
from tests.services.conftest import begun
from tests.ui.assessed import an_empty_one, framework_of, id_in_url, opened, page, words
from tests.ui.set_up import loaded
from tests.ui.talked_over import (
    ACTIVITY,
    ANCHORED,
    NAMES,
    PICKER,
    a_talked_over_one,
    item_key,
    key_of,
    page_key,
    questions,
    unfolded,
)


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def overview(assessment_id: str, respondent_id: str = "r1") -> AppTest:
    """All processes with the progress of one person."""
    return page("questionnaire", assessment=assessment_id, respondent=respondent_id)


def stored(plumbline: Plumbline, assessment_id: str, item_id: str = ACTIVITY) -> Answer | None:
    """What the store holds of an answer."""
    return plumbline.answering.question(LOCAL_ACTOR, assessment_id, "r1", item_id).as_is


def ask_delivery(plumbline: Plumbline, assessment_id: str, *process_ids: str, respondent_id: str = "r1") -> None:
    """Ask somebody for the delivery of these processes alone."""
    for process_id in process_ids:
        asked = Assignment(respondent_id=respondent_id, process_id=process_id, attribute_ids=("delivery",))
        plumbline.setup.save(LOCAL_ACTOR, assessment_id, asked)


def test_without_an_open_assessment_the_page_says_what_to_do(plumbline: Plumbline) -> None:
    test = page("questionnaire")

    assert test.title[0].value == "Questionnaire"
    assert "Which assessment?" in words(test)


def test_without_people_the_first_one_is_asked_for_and_may_begin(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, respondent_ids=())
    test = page("questionnaire", assessment=assessment_id)
    assert test.title[0].value == "Who answers?"
    assert "Answers belong to a person, named or not." in words(test)

    test.text_input(key=f"questionnaire:{assessment_id}:first-person:name").input("Ines")
    next(button for button in test.button if button.label == "Start answering").click().run()

    assert [person.name for person in loaded(plumbline, assessment_id).respondents] == ["Ines"]
    assert test.title[0].value == "36 questions left to answer"


def test_the_overview_says_what_is_left_and_where_to_begin(plumbline: Plumbline) -> None:
    test = overview(an_empty_one(plumbline))

    assert test.title[0].value == "36 questions left to answer"
    assert test.button(key=page_key("resume")).label == "Begin with Planning"
    assert [text.value for text in test.header] == ["Group 1", "Group 2"]


def test_the_overview_counts_what_one_person_answered_process_by_process(plumbline: Plumbline) -> None:
    framework = framework_of(plumbline)
    ratings = (*rated_process(framework, "building", 3), rated("planning.deliver-1", 2, "r1"))
    assessment_id = a_talked_over_one(plumbline, asks_to_be=False, ratings=ratings, agreed=())

    mine, theirs = overview(assessment_id), overview(assessment_id, "r2")

    assert mine.title[0].value == "23 questions left to answer"
    assert [text for text in words(mine).replace(":small[:gray[", "").splitlines() if " of 12" in text] == [
        "1 of 12]]",
        "12 of 12]]",
        "0 of 12]]",
    ]
    assert [bar.proto.value for bar in mine.get("progress")] == [8, 100, 0]
    assert mine.button(key=page_key("resume")).label == "Go on with Releasing"
    assert theirs.title[0].value == "36 questions left to answer"
    assert theirs.button(key=page_key("resume", "r2")).label == "Begin with Planning"


def test_the_overview_says_when_everything_is_answered(plumbline: Plumbline) -> None:
    framework = framework_of(plumbline)
    ratings = tuple(rating for process in framework.processes for rating in rated_process(framework, process.id, 3))
    test = overview(a_talked_over_one(plumbline, asks_to_be=False, ratings=ratings, agreed=()))

    assert test.title[0].value == "Everything is answered"
    assert not [button for button in test.button if button.key == page_key("resume")]


def test_who_is_asked_nothing_reads_what_to_do(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    ask_delivery(plumbline, assessment_id, "planning", respondent_id="r2")
    test = questions(assessment_id, "building", "r2")

    assert "Nothing of this process is asked of this person." in words(test)
    assert test.selectbox(key=page_key("process", "r2")).options == ["Planning", "Building"]


def scrolled_to(test: AppTest) -> str:
    """The place of the page that the browser is told to bring into view."""
    told = [re.match(r'<script data-told="([^"]*)"', str(element.proto.body)) for element in test.get("html")]
    facts = [json.loads(unescape(found[1])) for found in told if found]
    (place,) = [one["place"] for one in facts if isinstance(one, dict) and "place" in one]
    return str(place)


def test_a_process_of_the_overview_opens_at_its_first_open_question(plumbline: Plumbline) -> None:
    answered = (rated(ACTIVITY, 2), rated("planning.deliver-2", 2))
    test = overview(a_talked_over_one(plumbline, asks_to_be=False, ratings=answered, agreed=()))

    test.button(key=page_key("open:planning")).click().run()

    assert (id_in_url(test, "process"), test.title[0].value) == ("planning", "Planning")
    assert scrolled_to(test) == "question-planning--deliver-3"


def test_the_overview_prints_the_processes_in_scope_at_the_depth_of_the_assessment(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, depth=Depth.QUICK)
    test = page("questionnaire", assessment=assessment_id, respondent="r1")
    paper = f"questionnaire:{assessment_id}:paper:print"
    assert not [group for group in test.button_group if group.key == f"{paper}:depth"]

    test.multiselect(key=f"{paper}:processes").set_value(["planning"]).run()
    test.button(key=f"{paper}:go").click().run()

    job = plumbline.frameworks.paper_status(LOCAL_ACTOR, id_in_url(test, "questionnaire-sheet"))
    assert job.request.depth is Depth.QUICK
    assert job.file_name == "tiny-planning-quick-a4.pdf"


def test_only_processes_that_the_person_is_asked_can_be_gone_to(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    ask_delivery(plumbline, assessment_id, "planning", "releasing")

    test = questions(assessment_id)

    assert test.selectbox(key=page_key("process")).options == ["Planning", "Releasing"]
    assert test.button(key=page_key("go:1")).label == "Next: Releasing"


def test_resuming_opens_the_process_with_the_next_question(plumbline: Plumbline) -> None:
    framework = framework_of(plumbline)
    ratings = rated_process(framework, "planning", 3)
    test = overview(a_talked_over_one(plumbline, asks_to_be=False, ratings=ratings, agreed=()))

    test.button(key=page_key("resume")).click().run()

    assert (id_in_url(test, "process"), test.title[0].value) == ("building", "Building")
    assert scrolled_to(test) == "question-building--deliver-1"


def test_a_process_of_another_framework_in_the_url_leads_to_the_overview(plumbline: Plumbline) -> None:
    test = questions(an_empty_one(plumbline), process_id="../../etc")

    assert not test.exception
    assert "questions left to answer" in words(test)
    assert "process" not in test.query_params


def test_another_person_sees_answers_of_their_own(plumbline: Plumbline) -> None:
    test = questions(a_talked_over_one(plumbline))
    assert test.selectbox(key=PICKER).options == list(NAMES.values())

    test.selectbox(key=PICKER).set_value("r2").run()

    assert id_in_url(test, "respondent") == "r2"
    assert test.radio(key=key_of(ACTIVITY, respondent_id="r2")).value == "4"
    assert not [radio for radio in test.radio if radio.key == key_of(ACTIVITY)]


def test_another_process_is_chosen_by_its_name(plumbline: Plumbline) -> None:
    test = questions(an_empty_one(plumbline))

    test.selectbox(key=page_key("process")).set_value("releasing").run()

    assert (id_in_url(test, "process"), test.title[0].value) == ("releasing", "Releasing")
    test.button(key=page_key("overview")).click().run()
    assert test.title[0].value == "36 questions left to answer"


def test_the_questions_stand_numbered_under_their_attributes(plumbline: Plumbline) -> None:
    test = questions(an_empty_one(plumbline))

    labels = [radio.label.replace("\\", "").split("  \n") for radio in test.radio]
    assert labels[0] == ["1\u2002Deliver 1", "Planning: Do you deliver-1?"]
    assert [name for name, _ in labels[3:5]] == ["4\u2002Ownership", "5\u2002Check 1"]
    assert [text.value for text in test.header] == ["Delivery", "Quality control"]
    assert "What delivery means." in words(test)


def test_the_to_be_is_asked_only_where_the_assessment_asks_for_it(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    before = [radio.key for radio in questions(assessment_id).radio]
    plumbline.assessments.update_header(LOCAL_ACTOR, assessment_id, HeaderChange(asks_to_be=True))

    after = [radio.key for radio in questions(assessment_id).radio]

    assert len(before) == 12
    assert len(after) == 20
    assert {key_of(ANCHORED), key_of(ANCHORED, "to-be"), key_of("planning.delivery", "to-be")} <= set(after)
    assert key_of(ACTIVITY, "to-be") not in after
    assert key_of("planning.delivery") not in after


def test_guidance_is_folded_until_it_is_asked_for(plumbline: Plumbline) -> None:
    test = questions(an_empty_one(plumbline))
    assert "Ask to see" not in words(test)

    said = words(unfolded(test, "guidance"))

    assert "**What good looks like**\n" in said
    assert "- A record." in said
    assert "Extension: not from the paper." not in said  # where a question comes from is for its author


def test_what_can_be_unfolded_is_named(plumbline: Plumbline) -> None:
    folds = questions(an_empty_one(plumbline)).button_group(key=item_key(ACTIVITY, "fold")).options

    assert list(folds) == [
        "What good looks like",
        "Note and evidence",
        "Flag or clear",
        "Comment on the question",
        "Agree in the room",
        "History",
    ]


def test_alone_there_is_nothing_to_agree(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline, respondent_ids=("r1",))
    test = questions(assessment_id)

    folds = test.button_group(key=page_key(f"{ACTIVITY}:fold", assessment_id=assessment_id)).options

    assert list(folds) == [
        "What good looks like",
        "Note and evidence",
        "Flag or clear",
        "Comment on the question",
        "History",
    ]


def test_the_bar_says_what_is_left_here_and_in_all(plumbline: Plumbline) -> None:
    test = questions(a_talked_over_one(plumbline))
    assert "**3 of 20 answered**" in words(test)
    assert "57 questions left in all" in words(test)

    test.radio(key=key_of("planning.control")).set_value("3").run()

    assert "**4 of 20 answered**" in words(test)
    assert "56 questions left in all" in words(test)


def test_the_bar_leads_to_the_next_open_question_and_says_where_it_is(plumbline: Plumbline) -> None:
    framework = framework_of(plumbline)
    ratings = rated_process(framework, "planning", 3)
    test = questions(a_talked_over_one(plumbline, asks_to_be=False, ratings=ratings, agreed=()))
    following = test.button(key=page_key("next"))
    assert (following.label, following.help) == ("Next unanswered", "It is in Building.")

    following.click().run()

    assert id_in_url(test, "process") == "building"
    assert scrolled_to(test) == "question-building--deliver-1"
    assert test.button(key=page_key("next")).help == ""


def test_the_bar_says_when_everything_is_answered(plumbline: Plumbline) -> None:
    framework = framework_of(plumbline)
    ratings = tuple(rating for process in framework.processes for rating in rated_process(framework, process.id, 3))
    test = questions(a_talked_over_one(plumbline, asks_to_be=False, ratings=ratings, agreed=()))

    assert "Everything is answered" in words(test)
    assert "0 questions left in all" in words(test)
    assert not [button for button in test.button if button.key == page_key("next")]


def test_a_validated_assessment_takes_nothing_more(plumbline: Plumbline) -> None:
    assessment_id = a_talked_over_one(plumbline)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    test = questions(assessment_id)
    assert "cannot be changed" in words(test)
    assert all(radio.disabled for radio in test.radio)
    assert all(field.disabled for field in questions(assessment_id, respondent_id="r2").text_input)
    notes, flag = unfolded(test, "notes"), unfolded(questions(assessment_id), "flag")

    assert [element.disabled for element in (*notes.text_area, *notes.toggle)] == [True] * 4
    assert [element.disabled for element in (*flag.text_input, *flag.toggle)] == [True] * 2
    assert flag.button(key=item_key(ACTIVITY, "clear-as-is")).disabled


def test_an_answer_given_while_somebody_validates_is_not_shown_as_saved(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = questions(assessment_id)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    test.radio(key=key_of(ACTIVITY)).set_value("3").run()
    test.run()

    assert stored(plumbline, assessment_id) is None
    assert "Not saved" in words(test)
    assert test.radio(key=key_of(ACTIVITY)).value == "3"


def test_the_next_process_and_back(plumbline: Plumbline) -> None:
    test = questions(an_empty_one(plumbline))
    assert not [button for button in test.button if button.key == page_key("go:-1")]

    test.button(key=page_key("go:1")).click().run()
    assert id_in_url(test, "process") == "building"
    assert scrolled_to(test) == "page-head"
    assert test.button(key=page_key("go:-1")).label == "Previous: Planning"
    test.button(key=page_key("go:-1")).click().run()
    assert id_in_url(test, "process") == "planning"
    assert id_in_url(test, "assessment") == "test-assessment"


def test_the_keys_are_told_under_the_questions(plumbline: Plumbline) -> None:
    assert "Alt+N next unanswered, Alt+J next process, Alt+K previous process." in words(
        questions(an_empty_one(plumbline))
    )


def test_who_answers_is_asked_first_and_nobody_is_taken_for_granted(plumbline: Plumbline) -> None:
    test = page("questionnaire", assessment=a_talked_over_one(plumbline), process="planning")

    assert test.title[0].value == "Who answers?"
    assert test.selectbox(key=PICKER).value is None
    assert not test.radio
    assert "respondent" not in test.query_params
    test.selectbox(key=PICKER).set_value("r4").run()
    assert (id_in_url(test, "respondent"), test.title[0].value) == ("r4", "Planning")
    assert test.radio(key=key_of(ACTIVITY, respondent_id="r4")).value is None


def test_the_questions_of_somebody_who_is_gone_are_nobody_elses(plumbline: Plumbline) -> None:
    test = questions(a_talked_over_one(plumbline), respondent_id="r99")

    assert test.title[0].value == "Who answers?"
    assert "The person whose questions these were is not in this assessment any more." in words(test)
    assert not test.radio


def test_person_and_process_stand_in_one_line_over_the_questions(plumbline: Plumbline) -> None:
    assert f"**Planning · {NAMES['r4']}**" in words(questions(a_talked_over_one(plumbline), respondent_id="r4"))


@pytest.mark.parametrize("is_at_once", [True, False], ids=["in one run", "in the run after"])
def test_a_click_on_the_questions_of_the_person_before_is_kept_for_nobody_and_said(
    plumbline: Plumbline, is_at_once: bool
) -> None:
    assessment_id = a_talked_over_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = questions(assessment_id)
    late = test.radio(key=key_of(ACTIVITY))

    test.selectbox(key=PICKER).set_value("r2")
    if is_at_once:
        late.set_value("0").run()
    else:
        test.run()
        send(test, late.set_value("0"))

    assert loaded(plumbline, assessment_id) == before
    assert "A click came while the questions were being changed." in words(test)
    assert test.radio(key=key_of(ACTIVITY, respondent_id="r2")).value == "4"
    test.radio(key=key_of(ACTIVITY, respondent_id="r2")).set_value("1").run()
    assert rated(ACTIVITY, 1, "r2") in loaded(plumbline, assessment_id).ratings
    assert "A click came" not in words(test.run())


def send(test: AppTest, widget: Radio[str]) -> AppTest:
    """What the browser sends for a widget that the server has drawn no more."""
    states = test._tree.get_widget_states()
    states.widgets.append(widget._widget_state)
    return test._run(states)


def test_who_came_to_a_room_anonymously_can_neither_be_chosen_nor_opened_by_the_address(plumbline: Plumbline) -> None:
    unnamed = Respondent(id="a0123456789abcdef", role=Role.PRACTITIONER)
    assessment_id = an_empty_one(plumbline)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, unnamed)
    names = [one.id for one in loaded(plumbline, assessment_id).respondents]
    assert unnamed.id in names

    test = page("questionnaire", assessment=assessment_id, respondent=unnamed.id)
    assert "in this assessment any more" in words(test)
    assert len(test.selectbox[0].options) == len(names) - 1
    assert not any("cdef" in option for option in test.selectbox[0].options)
