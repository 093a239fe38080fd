"""How sure a level is: the word, its reasons from the numbers, and what else the level could be."""

from __future__ import annotations

import dataclasses

import pytest

from assessment.domain.answered.assessment import AssessmentState, Respondent, Role
from assessment.domain.computed import Computed
from assessment.domain.planning.results import Firmness
from assessment.domain.rating.results import AgreementState, Confidence, ConfidenceFactor, LevelBasis, ProcessResult
from assessment.views.confidence import confidence_reason, confidence_text, confidence_view
from assessment.views.model import View
from tests.builders import agreed, an_assessment, rated_process, respondents, tiny_framework
from tests.computing import computed, mixed, the_sample


def confidence_of(whole: Computed, process_id: str, *, with_range: bool = False) -> View:
    return confidence_view(whole, whole.result.process(process_id), with_range=with_range)


def readings(view: View) -> dict[str, tuple[str, ...]]:
    return {row.id: tuple(cell.text for cell in row.cells[1:]) for row in view.table("readings").rows}


def with_basis(whole: Computed, process_id: str, **facts: object) -> ProcessResult:
    """A process of which the basis has other facts."""
    process = whole.result.process(process_id)
    basis: LevelBasis = dataclasses.replace(process.basis, **facts)  # type: ignore[arg-type] # facts by name
    return dataclasses.replace(process, basis=basis)


def test_high_confidence_names_the_numbers_it_rests_on() -> None:
    view = confidence_of(mixed(), "planning")
    assert view.finding == "Confidence is high: 100 % answered, 3 people a question and 100 % agreement."
    assert {fact.id: (fact.text, fact.value, fact.note) for fact in view.facts} == {
        "answered": ("100 %", 1.0, "of the questions that count"),
        "people": ("3", 3, "3 behind the typical question"),
        "roles": ("2", 2, "leadership and practitioner"),
        "agreement": ("100 %", 1.0, "on a question with two ratings or more"),
        "evidence": ("0 %", 0.0, "of what is rated L or F"),
    }


def test_low_confidence_names_what_is_short_and_what_medium_needs() -> None:
    assert confidence_of(mixed(), "process-5").finding == (
        "Confidence is low: 27 % answered (medium needs 60 %) and 0 people a question (medium needs 2)."
    )


@pytest.mark.parametrize(
    ("facts", "reason"),
    [
        (
            {"shortfalls": (ConfidenceFactor.COVERAGE,), "coverage_share": 0.8999},
            "89 % answered (high needs 90 %)",
        ),
        (
            {"shortfalls": (ConfidenceFactor.PEOPLE,), "median_people_count": 2.5},
            "2.5 people a question (high needs 3)",
        ),
        (
            {"shortfalls": (ConfidenceFactor.AGREEMENT,), "mean_agreement_share": 0.62},
            "62 % agreement (high needs 70 %)",
        ),
        ({"shortfalls": (ConfidenceFactor.AGREEMENT,), "mean_agreement_share": None}, "agreement not measured"),
        (
            {"shortfalls": (ConfidenceFactor.ROLES_OR_EVIDENCE,), "roles": (Role.CUSTOMER,), "evidence_share": 0.3},
            "1 role and evidence for 30 % of L and F (high needs 2, or evidence for 50 % of L and F)",
        ),
        (
            {"shortfalls": (ConfidenceFactor.ROLES_OR_EVIDENCE,), "roles": (), "evidence_share": None},
            "0 roles and nothing at L or F to have evidence for (high needs 2, or evidence for 50 % of L and F)",
        ),
    ],
)
def test_medium_confidence_names_each_shortfall_with_its_number(facts: dict[str, object], reason: str) -> None:
    process = with_basis(mixed(), "planning", confidence=Confidence.MEDIUM, **facts)
    assert confidence_text(process) == "Medium"
    assert confidence_reason(process) == reason


def test_one_person_is_one_person() -> None:
    process = with_basis(
        mixed(),
        "planning",
        confidence=Confidence.LOW,
        shortfalls=(ConfidenceFactor.PEOPLE,),
        median_people_count=1.0,
    )
    assert confidence_reason(process) == "1 person a question (medium needs 2)"


def test_without_a_level_there_is_nothing_to_be_sure_of() -> None:
    for process_id in ("releasing", "process-4"):
        view = confidence_of(mixed(), process_id, with_range=True)
        assert view.finding == view.empty == "Without a level there is nothing to be sure of."
        assert (view.facts, view.table("readings").rows, view.notes) == ((), (), ())
        assert confidence_text(mixed().result.process(process_id)) == "–"


def test_where_nothing_is_open_or_split_there_is_no_other_reading() -> None:
    view = confidence_of(mixed(), "planning")
    assert view.table("readings").rows == ()
    assert view.table("readings").empty == "Nothing is open or split in two: there is no other reading."


def test_open_questions_give_the_low_and_the_high_bound() -> None:
    view = confidence_of(mixed(), "process-5")
    assert readings(view) == {"could-be": ("1", "5", "–", "–"), "open-questions": ("1", "5", "1.3", "5.0")}
    row = view.table("readings").row("open-questions")
    assert [cell.value for cell in row.cells] == ["open-questions", 1, 5, pytest.approx(4 / 3), 5.0]
    assert view.notes == (
        "Could be: from the low bound of the open questions to the higher of their high bound and the upper reading.",
        "Open questions: every question without an answer taken as not done, and as fully done.",
    )


def test_the_upper_reading_stands_where_the_room_is_even() -> None:
    framework = tiny_framework()
    ratings = tuple(
        rating
        for respondent_id, code in (("r1", 2), ("r2", 3))
        for rating in rated_process(framework, "planning", code, (respondent_id,))
    )  # 40 % is level 0, 60 % level 1
    view = confidence_of(computed(framework, an_assessment(framework, ratings=ratings)), "planning")
    assert readings(view) == {"could-be": ("0", "1", "–", "–"), "upper-reading": ("1", "1", "1.8", "1.8")}
    assert "Upper reading: the upper of the two middle answers to each question, in place of the lower." in view.notes


def test_what_is_signed_off_is_the_low_bound() -> None:
    signed = mixed(state=AssessmentState.SIGNED_OFF)
    assert readings(confidence_of(signed, "process-5"))["signed-off"] == ("1", "1", "1.3", "1.3")
    assert "signed-off" not in readings(confidence_of(mixed(), "process-5"))


def test_the_sensitivity_range_is_there_only_when_asked_for() -> None:
    whole = the_sample()
    view = confidence_of(whole, "change-management", with_range=True)
    expected = next(own for own in whole.firmness.sensitivity_ranges if own.process_id == "change-management")
    row = view.table("readings").row("sensitivity-range")
    assert [cell.value for cell in row.cells[1:]] == [None, None, expected.low_score, expected.high_score]
    assert expected.low_score < expected.high_score
    assert row.cells[0].text == "Sensitivity range"
    assert [note for note in view.notes if "2,000 times" in note] == [
        "Sensitivity range: percentiles 5 and 95 of the score when those who answered are drawn again, 2,000 times."
    ]
    assert "sensitivity-range" not in readings(confidence_of(whole, "change-management"))


class _NeverDrawn(Computed):
    """A computed assessment whose draws nobody may ask for."""

    @property
    def firmness(self) -> Firmness:
        raise AssertionError("the draws were asked for")


def test_the_draws_are_made_only_when_the_range_is_asked_for() -> None:
    whole = mixed()
    unasked = _NeverDrawn(
        framework=whole.framework, assessment=whole.assessment, result=whole.result, hash_assessment=str
    )
    assert confidence_of(unasked, "planning").notes == ()
    with pytest.raises(AssertionError, match="the draws were asked for"):
        confidence_of(unasked, "planning", with_range=True)


def test_where_too_few_answered_it_says_why_there_is_no_range() -> None:
    assert confidence_of(mixed(), "planning", with_range=True).notes == (
        "There is no sensitivity range: 3 people answered, and it takes 5.",
    )


def test_where_everything_was_agreed_it_says_why_there_is_no_range() -> None:
    framework = tiny_framework()
    people = respondents(5)
    ratings = rated_process(framework, "planning", {"delivery": 4}, tuple(person.id for person in people))
    values = tuple(agreed(f"planning.deliver-{number}", 4) for number in (1, 2, 3))
    whole = computed(framework, an_assessment(framework, respondents=people, ratings=ratings, agreed=values))
    assert confidence_of(whole, "planning", with_range=True).notes[-1] == (
        "There is no sensitivity range: every value was agreed, so it does not depend on who was asked."
    )


def test_people_and_roles_are_those_who_answered() -> None:
    framework = tiny_framework()
    people = (*respondents(3), Respondent(id="r4", role=Role.CUSTOMER))
    ratings = rated_process(framework, "planning", 3, ("r1", "r4"))
    view = confidence_of(computed(framework, an_assessment(framework, respondents=people, ratings=ratings)), "planning")
    assert (view.fact("people").value, view.fact("people").note) == (2, "2 behind the typical question")
    assert view.fact("roles").note == "leadership and customer"


def test_every_process_of_the_sample_says_the_confidence_computed_for_it() -> None:
    whole = the_sample()
    words = {Confidence.HIGH: "high", Confidence.MEDIUM: "medium", Confidence.LOW: "low"}
    for process in whole.result.processes:
        view = confidence_of(whole, process.process_id)
        assert view.finding.startswith(f"Confidence is {words[process.basis.confidence]}: ")
        assert view.fact("answered").value == process.basis.coverage_share
    assert {process.basis.agreement for process in whole.result.processes} > {AgreementState.TALK_FIRST}
