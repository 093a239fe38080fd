"""The page Commentary: a text begins empty or from the proposal, is kept as typed, and says when facts overtook it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import Target
from assessment.domain.answered.texts import OwnText
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.ui.components.marked import markdown_of
from assessment.views.commentary.marked import blocks_of
from tests.ui.assessed import HOSTILE, an_answered_one, an_empty_one, id_in_url, opened, page, words

PLACE = "process:planning"
KEY = f"commentary:test-assessment:text:{PLACE}"
SIGNS = "# Ours\nIt is **so**."


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def commentary(assessment_id: str, place_id: str = PLACE) -> AppTest:
    return page("commentary", assessment=assessment_id, place=place_id)


def kept(plumbline: Plumbline, assessment_id: str) -> dict[str, str]:
    return {text.place_id: text.text for text in plumbline.assessments.load(LOCAL_ACTOR, assessment_id).texts}


def pressed(test: AppTest, name: str) -> AppTest:
    return test.button(key=f"commentary:test-assessment:{name}:{PLACE}").click().run()


def offered(test: AppTest) -> set[str]:
    return {one.label for one in test.button}


def wrote(plumbline: Plumbline, assessment_id: str, text: str) -> None:
    """Somebody else saves a text begun from the same facts."""
    proposed = plumbline.texts.read(LOCAL_ACTOR, assessment_id, PLACE).view.proposal
    own = OwnText(place_id=PLACE, text=text, facts_hash=proposed.facts_hash)
    plumbline.texts.save(LOCAL_ACTOR, assessment_id, own)


def test_a_place_without_a_text_shows_what_is_proposed_and_that_it_is_printed_nowhere(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = commentary(assessment_id)
    said = words(test)
    assert "None of 11 places has a text of your own." in said
    assert "A proposal made of the facts, not edited. It is printed nowhere until you use it." in said
    assert "with whoever you name in them" in said
    assert "Planning is at level" in said
    assert test.text_area(key=KEY).value == ""
    assert "Use this as a start" in offered(test)
    assert "How it prints" not in said
    assert kept(plumbline, assessment_id) == {}


def test_the_proposal_is_taken_as_a_start_and_then_edited(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    proposed = plumbline.texts.read(LOCAL_ACTOR, assessment_id, PLACE).view.proposal.text
    test = pressed(commentary(assessment_id), "start")
    assert kept(plumbline, assessment_id) == {PLACE: proposed}
    assert test.text_area(key=KEY).value == proposed
    assert "Your own words. They are shown on Results and printed." in words(test)
    assert "Use this as a start" not in offered(test)

    test.text_area(key=KEY).input(f"{proposed}\n\nAnd so on.").run()
    assert kept(plumbline, assessment_id) == {PLACE: f"{proposed}\n\nAnd so on."}
    assert "And so on." in words(test)  # how it prints
    assert "1 of 11 places has a text of your own." in words(test)


def test_a_text_of_ones_own_is_printed_by_its_signs_and_given_back(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = commentary(assessment_id)
    test.text_area(key=KEY).input(SIGNS).run()
    assert "### Ours\n\nIt is **so**." in [element.value for element in test.markdown]
    assert "Proposed" not in [header.value for header in test.header]
    pressed(test, "give-back")
    assert kept(plumbline, assessment_id) == {}
    assert test.text_area(key=KEY).value == ""
    assert "Use this as a start" in offered(test)


def test_an_emptied_field_gives_the_place_back_to_its_proposal(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = commentary(assessment_id)
    test.text_area(key=KEY).input("Ours.").run()
    test.text_area(key=KEY).input("  ").run()
    assert kept(plumbline, assessment_id) == {}
    assert "A proposal made of the facts, not edited." in words(test)


def test_new_facts_overtake_a_text_which_holds_or_takes_what_is_proposed_now(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    wrote(plumbline, assessment_id, "Ours.")
    assert "Proposed now, from the newest answers" not in words(commentary(assessment_id))
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Target(process_id="planning", level=5, rationale="So."))
    test = commentary(assessment_id)
    assert "Your own words, overtaken by new answers" in words(test)
    assert "1 of 11 places has a text of your own; 1 was overtaken by new answers." in words(test)
    assert "Proposed now, from the newest answers" in words(test)
    assert test.text_area(key=KEY).value == "Ours."

    pressed(test, "confirm")
    assert kept(plumbline, assessment_id) == {PLACE: "Ours."}
    assert "overtaken" not in words(test)

    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Target(process_id="planning", level=4, rationale="So."))
    proposed = plumbline.texts.read(LOCAL_ACTOR, assessment_id, PLACE).view.proposal.text
    test = pressed(commentary(assessment_id), "add")
    assert kept(plumbline, assessment_id) == {PLACE: f"Ours.\n\n{proposed}"}
    assert "overtaken" not in words(test)


def test_of_two_who_write_at_once_the_second_sees_both_texts_and_chooses(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = commentary(assessment_id)
    wrote(plumbline, assessment_id, "Theirs.")
    test.text_area(key=KEY).input("Mine.").run()
    assert kept(plumbline, assessment_id) == {PLACE: "Theirs."}
    said = words(test)
    assert "Somebody else saved this meanwhile. Which one stays?" in said
    assert "Theirs." in said
    assert "Mine." in said
    test.button(key=f"conflict:mine:{KEY}").click().run()
    assert kept(plumbline, assessment_id) == {PLACE: "Mine."}

    wrote(plumbline, assessment_id, "Theirs again.")
    test.text_area(key=KEY).input("Mine again.").run()
    test.button(key=f"conflict:theirs:{KEY}").click().run()
    assert test.text_area(key=KEY).value == "Theirs again."
    assert kept(plumbline, assessment_id) == {PLACE: "Theirs again."}


def test_hostile_words_are_kept_and_shown_as_typed(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = commentary(assessment_id)
    test.text_area(key=KEY).input(HOSTILE).run()
    assert kept(plumbline, assessment_id) == {PLACE: HOSTILE}
    drawn = [element.value for element in test.markdown if "alert" in element.value]
    assert drawn == [r"\<script\>alert(1)\</script\> **bold** :" + "\u2060" + r"red\[x\] {{7\*7}}"]


def test_each_place_has_its_own_text_and_an_address(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = commentary(assessment_id, "introduction")
    test.text_area(key="commentary:test-assessment:text:introduction").input("Why we came.").run()
    test.selectbox(key="commentary:test-assessment:place").set_value("next-steps").run()
    assert id_in_url(test, "place") == "next-steps"
    test.text_area(key="commentary:test-assessment:text:next-steps").input("- Begin").run()
    assert kept(plumbline, assessment_id) == {"introduction": "Why we came.", "next-steps": "- Begin"}
    gone = commentary(assessment_id, "process:nothing")
    assert "a place that this assessment does not have" in words(gone)
    assert len(gone.text_area) == 0


def test_once_it_is_no_draft_texts_are_read_only(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    wrote(plumbline, assessment_id, "Ours.")
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)
    test = commentary(assessment_id)
    assert "cannot be changed" in words(test)
    assert "the text stays as it is" in words(test)
    assert test.text_area(key=KEY).disabled
    assert all(one.disabled for one in test.button)


def test_an_assessment_without_answers_has_places_too(plumbline: Plumbline) -> None:
    test = commentary(an_empty_one(plumbline), "whole")
    assert not test.exception
    assert "No process has a level yet." in words(test)


def test_lists_within_lists_keep_their_numbers_and_their_place() -> None:
    text = "9. *nine*\n10. ten\n    - inner **x**\n\n      more\n- other"
    assert markdown_of(blocks_of(text)) == ("9. *nine*\n10. ten\n    - inner **x**\n\n      more\n\n- other")
    assert markdown_of(blocks_of("a\nb *c \nd*")) == "a  \nb *c*  \n*d*"


def results(assessment_id: str, **ids: str) -> AppTest:
    return page("results", assessment=assessment_id, **ids)


def test_results_show_own_words_of_the_whole_a_group_and_a_process_and_no_proposal(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    overview = results(assessment_id)
    assert "Write a commentary" in links(overview)
    assert "Commentary" not in [header.value for header in overview.header]
    for place_id, text in (("whole", "# Seen\nAs a **whole**."), ("group:group-1", "Of one group."), (PLACE, "Mine.")):
        own = OwnText(place_id=place_id, text=text)
        plumbline.texts.save(LOCAL_ACTOR, assessment_id, own)

    overview = results(assessment_id)
    drawn = [element.value for element in overview.markdown]
    assert "### Seen\n\nAs a **whole**." in drawn
    assert "Of one group." in drawn
    assert {"Commentary", "Group 1"} <= {header.value for header in overview.header}
    assert "New answers overtook this text." in words(overview)
    process = results(assessment_id, part="process", process="planning")
    assert "Mine." in [element.value for element in process.markdown]
    assert "Change this text" in links(process)
    other = results(assessment_id, part="process", process="building")
    assert "Mine." not in words(other)
    assert "Write a commentary" in links(other)


def links(test: AppTest) -> list[str]:
    """The labels of the links of a page; AppTest has no name for them."""
    return [str(one.proto.label) for one in test.get("page_link")]
