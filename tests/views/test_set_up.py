"""What the set-up says of what was entered so far, counted again from the entries themselves."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.domain.answered.assessment import Opinion, Target
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.authored.content import Origin
from assessment.domain.rating.results import ProcessStatus
from assessment.views.hand_offs import hand_offs_view
from assessment.views.names import assessment_line
from assessment.views.set_up import (
    answer_counts,
    customer_attribute_names,
    default_target,
    hand_offs_finding,
    missing_rationale,
    opinions_finding,
    people_finding,
    row_name,
    scope_finding,
    target_in_force,
)
from tests.builders import DK, NA, an_answer, an_assessment, rated, rated_process, tiny_framework
from tests.computing import computed, the_sample

FRAMEWORK = tiny_framework()


def test_the_scope_and_the_people_are_counted() -> None:
    assessment = an_assessment(FRAMEWORK)

    assert scope_finding(assessment) == "3 processes in scope"
    assert scope_finding(an_assessment(FRAMEWORK, scope=("planning",))) == "1 process in scope"
    assert people_finding(assessment) == "3 people answer"
    assert people_finding(an_assessment(FRAMEWORK, respondents=assessment.respondents[:1])) == "1 person answers"
    assert people_finding(an_assessment(FRAMEWORK, respondents=())) == "Who answers?"


def test_every_answer_counts_for_who_gave_it_also_one_that_is_no_number() -> None:
    ratings = (
        rated("planning.deliver-1", 3, "r1"),
        rated("planning.deliver-2", NA, "r1"),
        rated("planning.deliver-3", DK, "r1"),
        rated("planning.deliver-1", 0, "r2"),
    )

    counts = answer_counts(an_assessment(FRAMEWORK, ratings=ratings))

    assert [counts.get(one, 0) for one in ("r1", "r2", "r3")] == [3, 1, 0]


def test_the_answers_of_the_sample_are_those_of_its_people() -> None:
    assessment = the_sample().assessment

    assert sum(answer_counts(assessment).values()) == len(assessment.ratings)
    assert set(answer_counts(assessment)) <= set(assessment.respondent_by_id)


@pytest.mark.parametrize(
    ("opinions", "said"),
    [
        ((), "0 people have said so far. The lower median of them counts."),
        ((("r1", None, None),), "0 people have said so far. The lower median of them counts."),
        ((("r1", 0, None),), "1 person has said so far. The lower median of them counts."),
        ((("r1", None, 5), ("r2", 1, 1)), "2 people have said so far. The lower median of them counts."),
    ],
)
def test_who_gave_a_value_has_said_something(
    opinions: tuple[tuple[str, int | None, int | None], ...], said: str
) -> None:
    entries = tuple(
        Opinion(respondent_id=who, process_id="planning", pain=pain, importance=importance)
        for who, pain, importance in opinions
    )

    assert opinions_finding(an_assessment(FRAMEWORK, opinions=entries)) == said


def test_customers_are_asked_what_the_method_says() -> None:
    assert customer_attribute_names(FRAMEWORK) == ("delivery", "measurement")


def test_an_extension_is_marked_and_a_process_of_the_model_is_not() -> None:
    process = FRAMEWORK.processes[0]

    assert row_name(process) == "Planning (extension)"
    assert row_name(process.model_copy(update={"origin": Origin.PAPER})) == "Planning"


def test_the_default_target_is_said_with_its_name() -> None:
    said = default_target(FRAMEWORK, an_assessment(FRAMEWORK, default_target_level=2))

    assert said == "Without a choice of its own the target of a process is level 2, Managed."


def test_targets_that_lack_a_rationale_are_named_and_past_five_counted() -> None:
    framework = tiny_framework(8)
    high = an_assessment(framework, default_target_level=5)

    assert missing_rationale(FRAMEWORK, an_assessment(FRAMEWORK)) == ""
    assert missing_rationale(framework, high) == (
        "The targets of Planning, Building, Releasing, Process 4, Process 5 and 3 more are above level 3 without a "
        "rationale. Say why they are worth it."
    )


def test_the_target_in_force_says_why_it_is_not_the_chosen_one() -> None:
    ratings = (
        *rated_process(FRAMEWORK, "planning", 2),
        *rated_process(FRAMEWORK, "building", {"delivery": 3, "ownership": 3, "quality-control": NA, "definition": NA}),
        *rated_process(FRAMEWORK, "releasing", NA),
    )
    found = computed(
        FRAMEWORK, an_assessment(FRAMEWORK, ratings=ratings, targets=(Target(process_id="planning", level=4),))
    )

    said = {one.process_id: target_in_force(FRAMEWORK, one) for one in found.result.processes}

    assert found.result.process("releasing").status is ProcessStatus.NOT_APPLICABLE
    assert said == {"planning": "4 Controlled", "building": "2 Managed: 3 cannot be", "releasing": "–"}


def test_nobody_assessed_takes_the_default() -> None:
    process = computed(FRAMEWORK, an_assessment(FRAMEWORK)).result.process("planning")

    assert target_in_force(FRAMEWORK, process) == "3 Established, by default"


def test_a_hand_off_has_a_rating_where_it_has_a_code_and_both_ends_in_scope() -> None:
    ratings = (
        LinkageRating(linkage_id="planning-to-building", answer=an_answer(0)),
        LinkageRating(linkage_id="building-to-releasing", answer=an_answer(DK)),
        LinkageRating(linkage_id="releasing-to-planning", answer=an_answer(4)),
    )

    def said(*scope: str) -> str:
        return hand_offs_finding(FRAMEWORK, an_assessment(FRAMEWORK, linkage_ratings=ratings, scope=scope))

    assert said("planning", "building", "releasing") == "2 of 3 hand-offs rated"
    assert said("planning", "building") == "1 of 1 hand-off rated"
    assert said("planning") == "There is no hand-off between processes in scope."


def test_the_set_up_counts_the_same_hand_offs_as_the_results_do() -> None:
    sample = the_sample()
    rated_count = len(hand_offs_view(sample).tables[0].rows)

    assert hand_offs_finding(sample.framework, sample.assessment).startswith(f"{rated_count} of ")


def test_an_assessment_is_named_with_whom_it_is_of_and_how_it_is_asked() -> None:
    header = an_assessment(FRAMEWORK, unit="Desk", assessed_on=date(2026, 3, 1), is_fictional=True).header

    assert assessment_line(header) == (
        "Test assessment · Invented Ltd, Desk · 1 March 2026 · Full depth · Draft · sample, invented"
    )
    assert "Desk" not in assessment_line(header.model_copy(update={"unit": None}))
