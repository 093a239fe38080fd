"""The answer in six facts, and the one page that a board reads."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.answered.assessment import Certainty, Opinion
from assessment.domain.planning.results import Roadmap
from assessment.domain.rating.results import Verification
from assessment.views.headline import headline_view, overview_view
from assessment.views.levels import levels_view
from assessment.views.model import View
from assessment.views.wording.headline import partly_verified, plan_brings
from tests.builders import agreed, an_assessment, answered, rated, tiny_framework
from tests.computing import EVERYBODY, computed, mixed, nothing_answered, the_sample
from tests.views.plans import Given, a_plan, a_step, given


def said(view: View) -> dict[str, tuple[str, str]]:
    return {fact.id: (fact.text.replace("\u2009", " "), fact.note) for fact in view.facts}


def test_the_six_facts_stand_in_the_order_of_the_method() -> None:
    facts = overview_view(mixed()).facts
    assert [fact.id for fact in facts] == ["at-target", "levels", "mean", "floor", "confidence", "verification"]
    assert [fact.label for fact in facts] == [
        "At target",
        "Most stand at",
        "Mean score",
        "Lowest level",
        "How sure",
        "Verification",
    ]
    assert all(fact.meaning for fact in facts)


def test_the_facts_are_those_worked_out_by_hand() -> None:
    view = overview_view(mixed())
    assert said(view) == {
        "at-target": ("1 of 3", "processes"),
        "levels": ("Level 1", "2 at level 1, 1 at 2"),
        "mean": ("1.9", "of 5, by importance"),
        "floor": ("Level 1", "Building and 1 more"),
        "confidence": ("Low", "56 % answered, 1 provisional"),
        "verification": ("Self-assessed", "by the people who do the work"),
    }
    planning, building, fifth = 2 + (1 + 1 + 0.8) / 3, 1 + 18 / 21, 4 / 3
    assert [fact.value for fact in view.facts] == [
        1,
        1,
        pytest.approx((planning + 5 * building + fifth) / 7),
        1,
        "low",
        0,
    ]


def test_processes_without_a_level_are_named_apart_and_in_no_count() -> None:
    view = overview_view(mixed())
    assert view.finding == "1 of 3 processes is at its target."
    assert view.remarks == ("1 of 5 not assessed: Releasing.", "1 of 5 not applicable: Process 4.")


def test_what_the_method_says_about_the_whole_comes_first_of_the_notes() -> None:
    view = overview_view(mixed(opinions=()))
    assert "The priority of Building is provisional: nobody said how much it hurts or matters." in view.warnings
    assert view.notes == (*view.warnings, *view.remarks)
    assert len(view.warnings) == len(mixed(opinions=()).result.warnings) > 0


def test_nothing_answered_has_no_number_that_could_be_taken_for_a_result() -> None:
    assert said(overview_view(nothing_answered())) == {
        "at-target": ("0 of 0", "processes"),
        "levels": ("–", "none has a level"),
        "mean": ("–", "of 5, by importance"),
        "floor": ("–", ""),
        "confidence": ("–", "0 % answered"),
        "verification": ("Self-assessed", "by the people who do the work"),
    }


@pytest.mark.parametrize(
    ("certainties", "text", "note"),
    [
        ((Certainty.VERIFIED, Certainty.VERIFIED), "Verified", "by a second person"),
        ((Certainty.VERIFIED, Certainty.ASSERTED), "Self-assessed", "1 of 2 values verified"),
        ((Certainty.EVIDENCE_SEEN, Certainty.ASSERTED), "Self-assessed", "by the people who do the work"),
    ],
)
def test_it_is_verified_once_a_second_person_verified_every_answer(
    certainties: tuple[Certainty, ...], text: str, note: str
) -> None:
    framework = tiny_framework(process_count=1)
    ids = ("planning.deliver-1", "planning.deliver-2")
    whole = computed(
        framework,
        an_assessment(
            framework,
            ratings=tuple(rated(item_id, 4) for item_id in ids),
            agreed=tuple(
                agreed(item_id, 4, certainty=certainty) for item_id, certainty in zip(ids, certainties, strict=True)
            ),
        ),
    )
    assert whole.result.verification == Verification(
        verified_count=sum(one is Certainty.VERIFIED for one in certainties), rated_count=2
    )
    assert said(overview_view(whole))["verification"] == (text, note)
    assert partly_verified(1, 1) == "1 of 1 value verified"


def planned(plan: Roadmap, **changes: Any) -> Given:
    return given(mixed(**changes).assessment, tiny_framework(process_count=5), plan)


def test_the_board_page_has_the_same_facts_and_the_plan_beside_them() -> None:
    whole = planned(a_plan(a_step("planning", 2, 3, 1), a_step("building", 1, 2, 1), a_step("building", 2, 4, 2)))
    board = headline_view(whole)
    assert board.facts == overview_view(whole).facts
    assert [table.id for table in board.tables] == ["levels", "first-five", "waves-brief"]
    # of a plan made by hand, n processes are at target after wave n
    assert board.finding == "1 of 3 processes is at its target. 3 steps in 2 waves bring 2 there."
    assert board.table("levels") == levels_view(whole).tables[0]
    assert plan_brings(1, 1, 3, 4) == "1 step in 1 wave brings 3 there."
    assert plan_brings(2, 4, 1, 1) == "2 steps in 4 waves bring it there."


def test_where_nothing_is_funded_the_answer_says_so() -> None:
    board = headline_view(planned(a_plan(a_step("planning", 2, 3, 0), a_step("building", 1, 2, 0))))
    assert board.finding == "1 of 3 processes is at its target. None of the 2 steps is funded."


def test_the_first_five_are_the_first_by_rank_with_levels_and_the_business_sentence() -> None:
    sample = given(the_sample().assessment, the_sample().framework, a_plan())
    table = headline_view(sample).table("first-five")
    off = {process.process_id for process in sample.result.processes if process.basis.is_provisional}
    by_rank = sorted(sample.result.priorities, key=lambda entry: entry.rank)
    expected = [entry for entry in by_rank if entry.need_share > 0 and entry.process_id not in off][:5]
    assert [row.id for row in table.rows] == [entry.process_id for entry in expected]
    for entry in expected:
        process = sample.result.process(entry.process_id)
        assert table.cell(entry.process_id, "rank").value == entry.rank
        moves = table.cell(entry.process_id, "level").text.replace("\xa0", " ")
        assert moves == f"{process.level.level} to {process.target.target_level}"
        business = table.cell(entry.process_id, "business").text
        assert business == sample.framework.process_by_id[entry.process_id].why


def test_no_provisional_process_stands_on_the_board_page_and_the_page_says_so() -> None:
    hurts = tuple(
        Opinion(respondent_id=person, process_id=process_id, pain=pain, importance=pain)
        for person in EVERYBODY
        for process_id, pain in (("planning", 1), ("process-5", 5))
    )
    whole = planned(a_plan(), targets=(), opinions=hurts)
    assert whole.result.process("process-5").basis.is_provisional
    assert min(whole.result.priorities, key=lambda entry: entry.rank).process_id == "process-5"
    board = headline_view(whole)
    assert "process-5" not in [row.id for row in board.table("first-five").rows]
    assert board.table("first-five").rows
    assert (
        "Left off what to raise first, because fewer than half of their questions are answered: Process 5."
        in board.notes
    )


def test_the_waves_say_what_they_take_what_moves_and_where_that_leads() -> None:
    plan = a_plan(
        a_step("planning", 2, 3, 1, person_day_count=15.0, cost=6000.0),
        a_step("building", 1, 2, 1, effort_count=2, person_day_count=10.0, cost=4000.0),
        a_step("building", 2, 4, 2, effort_count=4, person_day_count=20.0, cost=8000.0),
        a_step("process-5", 1, 2, 0, effort_count=1, person_day_count=5.0, cost=2000.0),
        wave_count=3,
    )
    table = headline_view(planned(plan)).table("waves-brief")
    shown = {row.id: tuple(cell.text.replace("\xa0", " ") for cell in row.cells) for row in table.rows}
    assert shown == {
        "wave-1": (
            "Wave 1 (months 1 to 3)",
            "5 of 8 points, 25 person-days and EUR 10,000",
            "Planning and Building",
            "1 of 3",
        ),
        "wave-2": ("Wave 2 (months 4 to 6)", "4 of 8 points, 20 person-days and EUR 8,000", "Building", "2 of 3"),
        "not-funded": ("Not funded", "1 point, 5 person-days and EUR 2,000", "Process 5", "–"),
    }
    assert [cell.value for cell in table.column("takes")] == [5, 4, 1]
    assert [cell.value for cell in table.column("moves")] == ["planning building", "building", "process-5"]
    assert [cell.value for cell in table.column("at-target")] == [1, 2, None]


def test_where_every_process_is_at_its_target_no_step_is_needed() -> None:
    board = headline_view(planned(a_plan(), scope=("process-5",)))
    assert board.finding == "The one process with a level is at its target. No step is needed."
    assert board.table("waves-brief").empty == "No step is needed. Raise a target in Set-up to plan further."
    assert not board.table("waves-brief").rows


def test_where_nothing_is_answered_there_is_nothing_to_plan() -> None:
    board = headline_view(given(nothing_answered().assessment, tiny_framework(), a_plan()))
    assert board.finding == "No process has a level yet."
    assert board.table("waves-brief").empty == "No process has a level yet. Collect answers in the Questionnaire."
    assert not board.table("first-five").rows
    assert not board.table("levels").rows


def test_the_board_page_says_whether_it_was_verified_and_who_is_not_assessed() -> None:
    notes = headline_view(planned(a_plan())).notes
    assert notes[0] == "Self-assessed: no value has been verified by a second person."
    assert notes[-2:] == ("1 of 5 not assessed: Releasing.", "1 of 5 not applicable: Process 4.")


def test_an_answer_more_changes_what_is_shown() -> None:
    framework = tiny_framework()
    whole = answered(framework, an_assessment(framework), seed=3)
    before = overview_view(computed(framework, whole))
    raised = tuple(rating.model_copy(update={"answer": rated(rating.item_id, 5).answer}) for rating in whole.ratings)
    after = overview_view(computed(framework, whole.model_copy(update={"ratings": raised})))
    assert after.fact("mean").value == 5
    assert before.fact("mean").value != after.fact("mean").value
    assert after.fact("at-target").text == "3 of 3"
