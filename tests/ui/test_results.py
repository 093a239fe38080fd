"""The Results page on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.authored.framework import Horizon
from assessment.services.actor import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.builders import agreed
from tests.ui.assessed import HOSTILE, an_answered_one, an_empty_one, framework_of, opened, page, words


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def test_without_an_open_assessment_the_page_says_what_to_do(plumbline: Plumbline) -> None:
    said = words(page("results"))

    assert "No assessment is open" in said


def test_an_unanswered_assessment_shows_no_number(plumbline: Plumbline) -> None:
    test = page("results", assessment=an_empty_one(plumbline))

    assert "Nothing is answered yet" in words(test)
    assert not test.metric


def test_an_id_that_does_not_exist_is_answered_in_words(plumbline: Plumbline) -> None:
    test = page("results", assessment="of-somebody-else")

    assert not test.exception
    assert "is not available" in test.error[0].value


def test_the_headline_is_the_services_own_numbers(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    whole = plumbline.results.compute(LOCAL_ACTOR, assessment_id).result.whole

    shown = {metric.label: metric.value for metric in page("results", assessment=assessment_id).metric}

    assert shown["At target"] == f"{whole.at_target_count} of {whole.process_count}"
    assert shown["Floor"] == f"Level {whole.floor_level}"
    assert shown["Standing"] == "Self-assessed"
    assert len(shown) == 6


def test_a_cell_chosen_in_the_boxes_shows_what_stands_behind_it(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    result = plumbline.results.compute(LOCAL_ACTOR, assessment_id).result
    test = page("results", assessment=assessment_id)

    test.selectbox(key="results:cell-process").set_value("releasing")
    test.selectbox(key="results:cell-attribute").set_value("control").run()

    attribute = result.process("releasing").attribute("control")
    assert attribute.letter is not None
    assert f"{attribute.letter.value}, {round(attribute.percent or 0)} %; 100 % answered." in words(test)


@pytest.mark.parametrize("view", ["to-be", "gap"])
def test_the_heatmap_shows_the_other_states(plumbline: Plumbline, view: str) -> None:
    test = page("results", assessment=an_answered_one(plumbline))

    test.segmented_control(key="results:view").set_value(view).run()

    assert not test.exception
    assert not test.error


def test_a_score_never_stands_without_what_holds_it(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    process = plumbline.results.compute(LOCAL_ACTOR, assessment_id).result.process("building")
    assert process.level.held_by

    said = words(page("results", assessment=assessment_id, part="process", process="building"))

    assert f"held by {process.level.held_by[0]}" in said
    assert f"{process.level.shown_score:.1f}" in said


def test_the_target_shows_who_decided_it_and_why(plumbline: Plumbline) -> None:
    said = words(page("results", assessment=an_answered_one(plumbline), part="process", process="building"))

    assert "Target: level 4" in said
    assert "The board wants it." in said
    assert "Approved by Grace." in said


def test_why_this_number_opens_down_to_what_people_said(plumbline: Plumbline) -> None:
    value = agreed("planning.deliver-1", 3).model_copy(update={"note": "We looked at ten records."})
    assessment_id = an_answered_one(plumbline, agreed=(value,))
    test = page("results", assessment=assessment_id, part="process", process="planning")
    assert "We looked at ten records." not in words(test)

    test.session_state["results:reason-planning-delivery"] = True
    said = words(test.run())

    item = plumbline.results.compute(LOCAL_ACTOR, assessment_id).result.process("planning").attributes[0].items[0]
    assert (item.item_id, item.horizon) == ("planning.deliver-1", Horizon.AS_IS)
    assert "L-, agreed" in said
    assert "We looked at ten records." in said
    assert "●" * min(5, max(item.code_counts)) in said


def test_a_question_shows_every_statement_with_its_letter_and_marks_the_one_that_counts(plumbline: Plumbline) -> None:
    test = page("results", assessment=an_answered_one(plumbline), part="process", process="planning")

    test.session_state["results:reason-planning-delivery"] = True
    test.run()

    shown = next(table.value for table in test.table if "What it says" in table.value.columns)
    code = (
        plumbline.results.compute(LOCAL_ACTOR, "test-assessment").result.process("planning").attributes[0].items[0].code
    )
    rows = [[str(cell).replace("\\", "") for cell in row] for row in shown.values.tolist()]
    assert [row[0] for row in rows] == ["N", "P-", "P+", "L-", "L+", "F"]
    assert [place for place, row in enumerate(rows) if row[2] == "counts"] == [code]


def test_what_people_wrote_is_never_markup(plumbline: Plumbline) -> None:
    test = page("results", assessment=an_answered_one(plumbline), part="process", process="planning")
    test.session_state["results:reason-planning-delivery"] = True
    test.run()

    assert HOSTILE in [text.value for text in test.text]
    assert not [element for element in test.markdown if "<script>" in element.value]


def test_a_note_of_evidence_is_told_from_what_was_said(plumbline: Plumbline) -> None:
    note = Note(respondent_id="r2", item_id="planning.deliver-2", kind=NoteKind.EVIDENCE, text="Minutes of May.")
    test = page("results", assessment=an_answered_one(plumbline, notes=(note,)), part="process", process="planning")

    test.session_state["results:reason-planning-delivery"] = True
    said = words(test.run())

    assert "Evidence seen with Person 2" in said
    assert "Minutes of May." in said


@pytest.mark.parametrize("part", ["characteristics", "hand-offs", "organisation"])
def test_every_part_opens_from_its_address(plumbline: Plumbline, part: str) -> None:
    test = page("results", assessment=an_answered_one(plumbline), part=part)

    assert not test.exception
    assert not test.error
    assert test.table


def test_the_matrix_of_hand_offs_says_in_its_title_how_many_are_broken(plumbline: Plumbline) -> None:
    linkage = framework_of(plumbline).linkages[0]
    poor = LinkageRating(linkage_id=linkage.id, answer=Answer(kind=AnswerKind.RATED, code=0))
    test = page("results", assessment=an_answered_one(plumbline, linkage_ratings=(poor,)), part="hand-offs")

    assert "1 of 1 rated hand-off is broken; there are 3 in scope" in words(test)


def test_the_list_of_hand_offs_opens_with_the_broken_one_and_its_note(plumbline: Plumbline) -> None:
    linkage, *others = framework_of(plumbline).linkages
    poor, good = (Answer(kind=AnswerKind.RATED, code=code) for code in (0, 3))
    ratings = (
        LinkageRating(linkage_id=linkage.id, answer=poor, note="By word of mouth"),
        LinkageRating(linkage_id=others[0].id, answer=good),
    )
    test = page("results", assessment=an_answered_one(plumbline, linkage_ratings=ratings), part="hand-offs")

    rows = test.table[-1].value.values.tolist()
    assert len(rows) == 1
    assert [rows[0][column] for column in (3, 5)] == ["N", "By word of mouth"]
    assert rows[0][2].startswith(linkage.flow)
    assert rows[0][4].startswith("broken")


def test_an_owner_with_markup_in_the_name_stays_text(plumbline: Plumbline) -> None:
    test = page("results", assessment=an_answered_one(plumbline), part="organisation")

    cells = [str(cell) for table in test.table for row in table.value.values.tolist() for cell in row]
    assert not [cell for cell in cells if "<b>" in cell]
    assert "Ada <b>Owner</b>" in words(test)
