"""Bounds, confidence and evidence: how sure a level is (METHOD.md section 7)."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.agreement.confidence import ConfidenceBasis, basis_of, judge_confidence
from assessment.domain.answered.assessment import Certainty, Note, NoteKind, Rating, Respondent, Role
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.rating.results import AgreementState, Confidence, ConfidenceFactor, LevelBasis
from assessment.domain.rating.scoring import score_assessment
from tests.builders import DK, NA, agreed, an_assessment, rated, rated_process, respondents, tiny_framework

FRAMEWORK = tiny_framework(1, delivery_count=4)
COVERAGE, PEOPLE, AGREEMENT, ROLES_OR_EVIDENCE = ConfidenceFactor


def basis_from(*ratings: Rating, **changes: Any) -> LevelBasis:
    assessment = an_assessment(FRAMEWORK, ratings=ratings, **changes)
    return score_assessment(FRAMEWORK, assessment).process("planning").basis


def judged(
    coverage: float = 1.0,
    people: float = 5.0,
    agreement: float | None = 1.0,
    roles: int = 2,
    evidence: float | None = 1.0,
) -> tuple[str, tuple[ConfidenceFactor, ...]]:
    confidence, shortfalls = judge_confidence(
        ConfidenceBasis(
            coverage_share=coverage,
            median_people_count=people,
            mean_agreement_share=agreement,
            role_count=roles,
            evidence_share=evidence,
        )
    )
    return confidence.value, shortfalls


@pytest.mark.parametrize(
    ("coverage", "people", "agreement", "expected"),
    [
        (0.90, 3.0, 0.70, ("high", ())),
        (0.8999, 3.0, 0.70, ("medium", (COVERAGE,))),
        (0.90, 2.5, 0.70, ("medium", (PEOPLE,))),
        (0.90, 3.0, 0.6999, ("medium", (AGREEMENT,))),
        (0.60, 2.0, 0.50, ("medium", (COVERAGE, PEOPLE, AGREEMENT))),
        (0.5999, 5.0, 1.00, ("low", (COVERAGE,))),
        (1.00, 1.5, 1.00, ("low", (PEOPLE,))),
        (1.00, 5.0, 0.4999, ("low", (AGREEMENT,))),
        (1.00, 5.0, None, ("medium", (AGREEMENT,))),
        (1.00, 1.0, None, ("low", (PEOPLE,))),
        (0.00, 0.0, None, ("low", (COVERAGE, PEOPLE))),
    ],
)
def test_confidence_at_its_cut_offs(
    coverage: float, people: float, agreement: float | None, expected: tuple[str, tuple[ConfidenceFactor, ...]]
) -> None:
    assert judged(coverage, people, agreement) == expected


@pytest.mark.parametrize(
    ("roles", "evidence", "expected"),
    [
        (2, None, ("high", ())),
        (2, 0.0, ("high", ())),
        (1, 0.5, ("high", ())),
        (1, 0.4999, ("medium", (ROLES_OR_EVIDENCE,))),
        (1, None, ("medium", (ROLES_OR_EVIDENCE,))),
        (0, 1.0, ("high", ())),
    ],
)
def test_high_needs_two_roles_or_evidence_for_half(
    roles: int, evidence: float | None, expected: tuple[str, tuple[ConfidenceFactor, ...]]
) -> None:
    assert judged(roles=roles, evidence=evidence) == expected


def test_one_role_without_evidence_is_never_low_and_not_named_where_something_is() -> None:
    assert judged(coverage=0.4, people=1, agreement=0.3, roles=1, evidence=None) == (
        "low",
        (COVERAGE, PEOPLE, AGREEMENT),
    )


def test_a_sum_of_shares_that_comes_to_the_cut_off_reaches_it_whatever_the_float() -> None:
    assert judged(agreement=0.7 - 1e-12) == ("high", ())


def test_without_items_nothing_is_known() -> None:
    assert basis_of((), frozenset(), ()) == ConfidenceBasis(
        coverage_share=0.0, median_people_count=0.0, mean_agreement_share=None, role_count=0, evidence_share=None
    )


def test_a_level_is_bounded_by_the_unrated_at_none_and_at_all() -> None:
    # delivery 4 of 5 throughout; quality control one of two rated F: 100 %, or 50 to 100 with the other
    ratings = rated_process(FRAMEWORK, "planning", {"delivery": 4, "ownership": 3})
    basis = basis_from(*ratings, rated("planning.check-1", 5))
    assert (basis.low_level, basis.high_level) == (1, 2)
    assert basis.low_score is not None
    assert basis.high_score is not None
    assert basis.low_score < 2 <= basis.high_score


def test_a_complete_process_has_one_level() -> None:
    basis = basis_from(*rated_process(FRAMEWORK, "planning", 4))
    assert basis.low_level == basis.high_level == 5
    assert basis.low_score == basis.high_score == 5.0


def test_not_knowing_never_raises_the_low_bound() -> None:
    everything = rated_process(FRAMEWORK, "planning", 4)
    for missing, rating in enumerate(everything):
        others = (*everything[:missing], *everything[missing + 1 :])
        unknown, worst = basis_from(*others), basis_from(*others, rated(rating.item_id, 0))
        assert (unknown.low_level, unknown.low_score) == (worst.low_level, worst.low_score)
    one = basis_from(rated("planning.control", 0))
    assert (one.low_level, one.high_level) == (0, 3)


def bounds(basis: LevelBasis) -> set[float | int | None]:
    return {
        basis.low_level,
        basis.high_level,
        basis.low_score,
        basis.high_score,
        basis.upper_level,
        basis.upper_score,
        basis.shown_low_level,
        basis.shown_high_level,
    }


def test_a_process_without_a_level_has_no_bounds_and_no_upper_reading() -> None:
    not_applicable = basis_from(*rated_process(FRAMEWORK, "planning", {"delivery": NA, "ownership": 3}))
    assert bounds(not_applicable) == {None}
    not_assessed = basis_from(rated("planning.deliver-1", DK))
    assert bounds(not_assessed) == {None}
    assert (not_assessed.coverage_share, not_assessed.confidence) == (0.0, Confidence.LOW)


def test_the_upper_reading_is_another_level_where_two_people_differ() -> None:
    # delivery 80 %, ownership 40 % by the lower and 80 % by the upper median, quality control 80 %, the rest 0
    values = {attribute.id: 0 for attribute in FRAMEWORK.attributes} | {"delivery": 4, "quality-control": 4}
    first = rated_process(FRAMEWORK, "planning", {**values, "ownership": 2})
    second = rated_process(FRAMEWORK, "planning", {**values, "ownership": 4}, ("r2",))
    basis = basis_from(*first, *second)
    assert (basis.low_level, basis.high_level, basis.upper_level) == (1, 1, 2)
    assert basis.upper_score == 2 + 2 / 3
    assert (basis.shown_low_level, basis.shown_high_level) == (1, 2)
    agreed_on = (agreed("planning.ownership", 2),)
    settled = basis_from(*first, *second, agreed=agreed_on)
    assert (settled.upper_level, settled.shown_high_level) == (1, 1)


def test_what_is_shown_reaches_the_high_bound_where_that_is_above_the_upper_reading() -> None:
    ratings = rated_process(FRAMEWORK, "planning", {"delivery": 4, "ownership": 3})
    basis = basis_from(*ratings, rated("planning.check-1", 5))
    assert (basis.upper_level, basis.high_level) == (2, 2)
    partly = basis_from(*rated_process(FRAMEWORK, "planning", {"delivery": 4, "ownership": 4}))
    assert (partly.upper_level, partly.high_level, partly.shown_high_level) == (1, 5, 5)


def test_coverage_counts_items_that_count_and_apply() -> None:
    # 12 items: 4 delivery, ownership, 2 quality control, 5 more characteristics; the weightless one counts nowhere
    half = rated_process(FRAMEWORK, "planning", {"delivery": 3, "ownership": 3, "definition": 3})
    assert basis_from(*half).coverage_share == 0.5
    assert basis_from(*half, rated("planning.improve-process", 3)).coverage_share == 0.5
    one_less = (*half, rated("planning.check-1", NA), rated("planning.check-2", NA))
    assert basis_from(*one_less).coverage_share == 0.6
    assert basis_from(*half, rated("planning.check-1", DK)).coverage_share == 0.5


def test_below_half_covered_is_provisional() -> None:
    half = rated_process(FRAMEWORK, "planning", {"delivery": 3, "ownership": 3, "definition": 3})
    assert not basis_from(*half).is_provisional
    assert basis_from(*half[1:]).is_provisional


def test_the_typical_item_is_the_median_one() -> None:
    everybody = rated_process(FRAMEWORK, "planning", 3, ("r1", "r2", "r3"))
    basis = basis_from(*everybody)
    assert (basis.median_people_count, basis.mean_agreement_share, basis.within_one_share) == (3.0, 1.0, 1.0)
    assert (basis.confidence, basis.agreement, basis.alpha) == (Confidence.HIGH, AgreementState.UNANIMOUS, None)
    assert basis.shortfalls == ()


def test_people_are_counted_over_the_items_that_count_the_unanswered_ones_too() -> None:
    # quick depth: 8 items, answered by 3 2 1 1 0 0 0 0 people: the median lies between 1 and 0
    ratings = (
        *(rated("planning.delivery", 3, person) for person in ("r1", "r2", "r3")),
        *(rated("planning.ownership", 3, person) for person in ("r1", "r2")),
        rated("planning.quality-control", 3),
        rated("planning.definition", 3),
    )
    basis = basis_from(*ratings, depth=Depth.QUICK)
    assert (basis.median_people_count, basis.shortfalls) == (0.5, (COVERAGE, PEOPLE))


def test_an_item_agreed_in_a_session_counts_the_people_present_where_they_are_more() -> None:
    six = respondents(6)
    present = tuple(person.id for person in six)
    items = FRAMEWORK.items("planning", Depth.QUICK, Horizon.AS_IS)
    values = tuple(agreed(item.id, 3, present_ids=present) for item in items)
    in_session = basis_from(depth=Depth.QUICK, agreed=values, respondents=six)
    assert (in_session.median_people_count, in_session.respondent_count) == (6.0, 0)
    assert in_session.roles == (Role.LEADERSHIP, Role.PRACTITIONER)
    one_rated = basis_from(rated(items[0].id, 3), depth=Depth.QUICK, agreed=values[:5], respondents=six)
    assert one_rated.median_people_count == 6.0
    without_list = tuple(agreed(item.id, 3) for item in items)
    nobody = basis_from(depth=Depth.QUICK, agreed=without_list, respondents=six)
    assert (nobody.median_people_count, nobody.roles, nobody.role_count) == (0.0, (), 0)


def test_somebody_present_who_was_removed_since_counts_no_more() -> None:
    items = FRAMEWORK.items("planning", Depth.QUICK, Horizon.AS_IS)
    values = tuple(agreed(item.id, 3, present_ids=("r1", "stranger")) for item in items)
    basis = basis_from(depth=Depth.QUICK, agreed=values)
    assert (basis.median_people_count, basis.roles) == (1.0, (Role.LEADERSHIP,))


PEOPLE_OF_THREE_ROLES = (
    Respondent(id="r1", role=Role.OTHER),
    Respondent(id="r2", role=Role.CUSTOMER),
    Respondent(id="r3", role=Role.LEADERSHIP),
)


def test_roles_are_those_of_people_with_a_number_on_an_item_that_counts() -> None:
    ratings = (
        rated("planning.deliver-1", 3, "r1"),
        rated("planning.deliver-2", DK, "r2"),
        rated("planning.improve-process", 3, "r3"),
    )
    basis = basis_from(*ratings, respondents=PEOPLE_OF_THREE_ROLES)
    assert (basis.roles, basis.respondent_count) == ((Role.OTHER,), 1)
    both = basis_from(*ratings, rated("planning.deliver-2", 3, "r3"), respondents=PEOPLE_OF_THREE_ROLES)
    assert (both.roles, both.respondent_count) == ((Role.LEADERSHIP, Role.OTHER), 2)


def test_who_gave_a_number_to_an_item_that_is_not_applicable_answered_and_stands_behind_nothing() -> None:
    ratings = (
        rated("planning.deliver-1", 3, "r1"),
        rated("planning.deliver-1", NA, "r2"),
        rated("planning.deliver-1", NA, "r3"),
    )
    basis = basis_from(*ratings, rated("planning.deliver-2", 3, "r2"), respondents=PEOPLE_OF_THREE_ROLES)
    assert (basis.roles, basis.respondent_count) == ((Role.CUSTOMER,), 2)


def test_a_to_be_answer_is_no_answer_to_the_process() -> None:
    basis = basis_from(rated("planning.delivery", 3, horizon=Horizon.TO_BE), asks_to_be=True)
    assert (basis.respondent_count, basis.roles) == (0, ())


def test_people_who_disagree_make_it_low() -> None:
    apart = rated_process(FRAMEWORK, "planning", 0, ("r1", "r2")) + rated_process(
        FRAMEWORK, "planning", 5, ("r3", "r4")
    )
    basis = basis_from(*apart, respondents=respondents(4))
    assert (basis.mean_agreement_share, basis.confidence) == (0.0, Confidence.LOW)
    assert basis.agreement is AgreementState.TALK_FIRST
    assert basis.within_one_share == 0.5


def test_agreement_counts_neither_weight_0_nor_what_is_not_applicable() -> None:
    alike = rated_process(FRAMEWORK, "planning", 3, ("r1", "r2"))
    apart: dict[str, tuple[int | str, int | str]] = {"planning.improve-process": (0, 5), "planning.check-1": (NA, NA)}
    kept = tuple(rating for rating in alike if rating.item_id not in apart)
    answers = tuple(
        rated(item_id, value, person)
        for item_id, values in apart.items()
        for person, value in zip(("r1", "r2"), values, strict=True)
    )
    basis = basis_from(*kept, *answers)
    assert (basis.agreement, basis.within_one_share) == (AgreementState.UNANIMOUS, 1.0)


def test_items_the_room_is_split_on_are_named() -> None:
    ratings = (
        *(rated("planning.deliver-2", code, person) for code, person in ((1, "r1"), (4, "r2"))),
        *(rated("planning.ownership", code, person) for code, person in ((0, "r1"), (2, "r2"))),
        *(rated("planning.control", code, person) for code, person in ((3, "r1"), (4, "r2"))),
    )
    assert basis_from(*ratings).split_item_ids == ("planning.deliver-2", "planning.ownership")
    settled = basis_from(*ratings, agreed=(agreed("planning.ownership", 1),))
    assert settled.split_item_ids == ("planning.deliver-2",)


def test_one_respondent_is_low_and_their_agreement_not_measured() -> None:
    basis = basis_from(*rated_process(FRAMEWORK, "planning", 3))
    assert (basis.confidence, basis.mean_agreement_share) == (Confidence.LOW, None)
    assert basis.agreement is AgreementState.NOT_MEASURED


def evidence(item_id: str, kind: NoteKind = NoteKind.EVIDENCE) -> Note:
    return Note(respondent_id="r1", item_id=item_id, kind=kind, text="Seen.")


def test_evidence_is_the_share_of_items_at_l_and_f_that_have_some() -> None:
    ratings = tuple(
        rated(f"planning.{slug}", code)
        for slug, code in (("delivery", 3), ("ownership", 5), ("definition", 4), ("control", 3), ("measurement", 2))
    )
    notes = (
        evidence("planning.delivery"),
        evidence("planning.measurement"),
        evidence("planning.ownership", NoteKind.NOTE),
    )
    assert basis_from(*ratings, depth=Depth.QUICK).evidence_share == 0.0
    assert basis_from(*ratings, depth=Depth.QUICK, notes=notes).evidence_share == 0.25


def test_an_agreed_value_that_was_seen_or_verified_is_evidence_and_an_asserted_one_is_not() -> None:
    ratings = (rated("planning.delivery", 3), rated("planning.ownership", 4))
    for certainty, share in ((Certainty.ASSERTED, 0.0), (Certainty.EVIDENCE_SEEN, 0.5), (Certainty.VERIFIED, 0.5)):
        values = (agreed("planning.delivery", 3, certainty=certainty),)
        assert basis_from(*ratings, depth=Depth.QUICK, agreed=values).evidence_share == share


def test_without_an_item_at_l_or_f_there_is_no_share_of_evidence() -> None:
    assert basis_from(rated("planning.delivery", 2), depth=Depth.QUICK).evidence_share is None
