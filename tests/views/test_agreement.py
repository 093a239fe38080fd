"""How far people agree, what to talk about first, and leadership beside practitioners."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping

import pytest

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.evidence import Speaks
from assessment.domain.computed import Computed
from assessment.domain.rating.results import AgreementState, LevelBasis
from assessment.views.agreement import agreement_view, perception_view, to_talk_about
from assessment.views.model import View
from tests.builders import agreed, an_assessment, an_evidence_file, rated, rated_process, respondents, tiny_framework
from tests.computing import computed, mixed, the_sample

DELIVERY = ("planning.deliver-1", "planning.deliver-2", "planning.deliver-3")


def spread(codes: Mapping[str, tuple[int, ...]], **changes: object) -> Computed:
    """A process of which each item got these codes, one a person."""
    framework = tiny_framework()
    count = max(len(given) for given in codes.values())
    ratings = tuple(
        rated(item_id, code, f"r{number}")
        for item_id, given in codes.items()
        for number, code in enumerate(given, start=1)
    )
    return computed(framework, an_assessment(framework, respondents=respondents(count), ratings=ratings, **changes))


def agreement_of(whole: Computed, process_id: str = "planning") -> View:
    return agreement_view(whole, whole.result.process(process_id))


def finding_with(state: AgreementState, **facts: object) -> str:
    whole = mixed()
    process = whole.result.process("planning")
    basis: LevelBasis = dataclasses.replace(process.basis, agreement=state, **facts)  # type: ignore[arg-type] # by name
    return agreement_view(whole, dataclasses.replace(process, basis=basis)).finding


def test_each_word_of_agreement_has_its_sentence_with_the_number_it_goes_by() -> None:
    assert [
        finding_with(AgreementState.NOT_MEASURED),
        finding_with(AgreementState.UNANIMOUS),
        finding_with(AgreementState.WITHIN_ONE_STEP, within_one_share=0.968),
        finding_with(AgreementState.RELIABLE, alpha=0.8),
        finding_with(AgreementState.TENTATIVE, alpha=0.79999),
        finding_with(AgreementState.TALK_FIRST, alpha=-0.1312),
        finding_with(AgreementState.NOT_TOLD),
    ] == [
        "Agreement is not measured: no question has two ratings.",
        "Unanimous: on each question everybody gave the same answer.",
        "People agree within one step: 96 % of their answers lie at most one step from the value that counts.",
        "The answers are reliable (Krippendorff's alpha 0.800).",
        "The answers are good enough for tentative conclusions (Krippendorff's alpha 0.799).",
        "Talk first: people differ too much to rely on it (Krippendorff's alpha −0.132).",
        "How far people agree is not shown: fewer than 3 people answered each question. The facilitator sees the "
        "answers on the Questionnaire page.",
    ]


def test_a_process_of_the_sample_says_what_its_answers_come_to() -> None:
    states = {
        process.process_id: agreement_of(the_sample(), process.process_id).finding.split(" ")[0]
        for process in the_sample().result.processes
    }
    assert states["business-assessment"] == "Agreement"
    assert states["service-planning"] == "The"
    assert states["change-management"] == "Talk"
    assert states["problem-management"] == "People"


def test_the_facts_hold_the_word_alpha_and_the_share_within_one_step() -> None:
    whole = spread({DELIVERY[0]: (0, 5), DELIVERY[1]: (5, 0)})
    facts = {fact.id: (fact.text, fact.value) for fact in agreement_of(whole).facts}
    assert facts == {
        "agreement": ("Talk first", "talk-first"),
        "alpha": ("−0.500", -0.5),  # two units, each 0 and 5: 1 - 3 * 2 * 9 / (2 * 18), worked by hand
        "within-one": ("50 %", 0.5),
    }
    alone = {fact.id for fact in agreement_of(spread({DELIVERY[0]: (3,)})).facts}
    assert alone == {"agreement"}


def test_split_questions_come_first_then_those_with_the_lowest_agreement() -> None:
    whole = spread(
        {
            DELIVERY[0]: (0, 0, 0, 5, 5, 5, 5),  # odd: low agreement, not split
            DELIVERY[1]: (2, 2, 4, 4),  # even, the middle ones two apart: split
            DELIVERY[2]: (3, 3, 3, 4),
        }
    )
    table = agreement_of(whole).table("talk")
    assert [row.id for row in table.rows] == [DELIVERY[1], DELIVERY[0], DELIVERY[2]]
    assert [cell.note for cell in table.column("agreement")] == ["split", "", ""]
    assert [cell.text for cell in table.column("answers")] == ["2 × P+, 2 × L+", "3 × N, 4 × F", "3 × L-, 1 × L+"]
    shares = {item.item_id: item.consensus_share for item in to_talk_about(whole.result.process("planning"))}
    assert [cell.value for cell in table.column("agreement")] == [shares[row.id] for row in table.rows]


def test_a_value_that_evidence_speaks_against_is_talked_about_though_everybody_agrees() -> None:
    answers = {DELIVERY[0]: (0, 0, 0, 5, 5, 5, 5), DELIVERY[1]: (2, 2, 4, 4), DELIVERY[2]: (3, 3, 3, 3)}
    whole = spread(answers, evidence_files=(an_evidence_file(DELIVERY[2], speaks=Speaks.AGAINST),))
    table = agreement_of(whole).table("talk")
    assert [row.id for row in table.rows] == [DELIVERY[1], DELIVERY[2], DELIVERY[0]]
    assert [cell.note for cell in table.column("question")] == ["", "evidence speaks against its value", ""]


def test_an_agreed_value_ends_the_split() -> None:
    whole = spread({DELIVERY[1]: (2, 2, 4, 4)}, agreed=(agreed(DELIVERY[1], 3),))
    (row,) = agreement_of(whole).table("talk").rows
    assert row.cells[2].note == "agreed"


def test_at_most_five_questions_are_listed() -> None:
    assert len(agreement_of(the_sample(), "change-management").table("talk").rows) == 5


def test_where_people_differ_on_nothing_it_says_so() -> None:
    table = agreement_of(mixed()).table("talk")
    assert (table.rows, table.empty) == ((), "People differ on no question.")


def test_a_reader_sees_no_answers_of_too_few_people_and_the_facilitator_does() -> None:
    whole = spread({DELIVERY[0]: (0, 5), DELIVERY[1]: (2, 3, 3)})
    (told,) = agreement_of(whole.told).table("talk").rows
    assert [cell.text for cell in told.cells] == ["Deliver 2", "1 × P+, 2 × L-", "86 %"]
    assert agreement_of(whole.told).notes[-1] == "1 question is left out of this: fewer than 3 people answered it."
    seen, _ = agreement_of(whole).table("talk").rows
    assert [cell.text for cell in seen.cells] == ["Deliver 1", "1 × N, 1 × F", "0 %"]
    assert len(agreement_of(whole).notes) == 1


def two_sides(leadership: int, practitioners: int, **changes: object) -> Computed:
    framework = tiny_framework()
    people = respondents(6)  # r1, r3, r5 lead
    ratings = tuple(
        rating
        for person in people
        for rating in rated_process(
            framework,
            "planning",
            {"delivery": leadership if person.role is Role.LEADERSHIP else practitioners, "control": 3},
            (person.id,),
        )
    )
    return computed(framework, an_assessment(framework, respondents=people, ratings=ratings, **changes))


def perception_of(whole: Computed) -> View:
    return perception_view(whole, whole.result.process("planning"))


def test_both_sides_stand_beside_each_other_with_the_difference() -> None:
    view = perception_of(two_sides(4, 2))
    assert view.finding == "Leadership rates delivery 40 points higher than practitioners."
    table = view.table("perception")
    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["Delivery", "80 %", "40 %", "+40"],
        ["Control", "60 %", "60 %", "0"],
    ]
    assert [cell.value for cell in table.row("delivery").cells] == ["delivery", 80.0, 40.0, 40.0]


def test_leadership_may_see_less() -> None:
    assert perception_of(two_sides(2, 3)).finding == "Leadership rates delivery 20 points lower than practitioners."


def test_where_both_see_the_same_it_says_so() -> None:
    assert perception_of(two_sides(3, 3)).finding == "Leadership and practitioners see the same."


@pytest.mark.parametrize(("floor", "is_shown"), [(3, True), (4, False)])
def test_nothing_is_compared_below_the_anonymity_floor(floor: int, is_shown: bool) -> None:
    view = perception_of(two_sides(4, 2, anonymity_floor=floor))
    assert bool(view.table("perception").rows) is is_shown
    if not is_shown:
        assert view.finding == view.table("perception").empty
        assert view.finding == (
            "Leadership is compared with practitioners from 4 people on each side, and as many on neither side "
            "or nobody, so that nobody can be picked out."
        )


def test_customers_stand_on_neither_side() -> None:
    framework = tiny_framework()
    people = (*respondents(5), Respondent(id="r6", role=Role.CUSTOMER))
    ratings = rated_process(framework, "planning", 3, tuple(person.id for person in people))
    whole = computed(framework, an_assessment(framework, respondents=people, ratings=ratings))
    assert perception_of(whole).table("perception").rows == ()  # two practitioners only
