"""The answer in six facts."""

from __future__ import annotations

import pytest

from assessment.domain.answered.assessment import Certainty
from assessment.domain.rating.results import Verification
from assessment.views.headline import overview_view
from assessment.views.model import View
from assessment.views.wording.headline import partly_verified
from tests.builders import agreed, an_assessment, answered, rated, tiny_framework
from tests.computing import computed, mixed, nothing_answered


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


def test_an_answer_more_changes_what_is_shown() -> None:
    framework = tiny_framework()
    whole = answered(framework, an_assessment(framework), seed=3)
    before = overview_view(computed(framework, whole))
    raised = tuple(rating.model_copy(update={"answer": rated(rating.item_id, 5).answer}) for rating in whole.ratings)
    after = overview_view(computed(framework, whole.model_copy(update={"ratings": raised})))
    assert after.fact("mean").value == 5
    assert before.fact("mean").value != after.fact("mean").value
    assert after.fact("at-target").text == "3 of 3"
