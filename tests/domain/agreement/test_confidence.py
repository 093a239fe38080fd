"""Bounds, confidence and evidence: how sure a level is (METHOD.md section 7)."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.agreement.confidence import Basis, basis_of, judge_confidence
from assessment.domain.answered.assessment import Certainty, Note, NoteKind, Rating
from assessment.domain.authored.framework import Depth
from assessment.domain.rating.results import AgreementState, Confidence, Sureness
from assessment.domain.rating.scoring import score_assessment
from tests.builders import DK, NA, agreed, an_assessment, rated, rated_process, respondents, tiny_framework

FRAMEWORK = tiny_framework(1, delivery_count=4)


def sureness_of(*ratings: Rating, **changes: Any) -> Sureness:
    assessment = an_assessment(FRAMEWORK, ratings=ratings, **changes)
    return score_assessment(FRAMEWORK, assessment).process("planning").sureness


def confidence_of(coverage: float = 1.0, people: float = 5.0, agreement: float | None = 1.0) -> str:
    basis = Basis(coverage_share=coverage, median_respondent_count=people, mean_agreement_share=agreement)
    return judge_confidence(basis)[0].value


@pytest.mark.parametrize(
    ("coverage", "people", "agreement", "confidence"),
    [
        (0.90, 3.0, 0.70, "high"),
        (0.8999, 3.0, 0.70, "medium"),
        (0.90, 2.5, 0.70, "medium"),
        (0.90, 3.0, 0.6999, "medium"),
        (0.60, 2.0, 0.50, "medium"),
        (0.5999, 5.0, 1.00, "low"),
        (1.00, 1.5, 1.00, "low"),
        (1.00, 5.0, 0.4999, "low"),
        (1.00, 5.0, None, "medium"),
        (1.00, 1.0, None, "low"),
        (0.00, 0.0, None, "low"),
    ],
)
def test_confidence_at_its_cut_offs(coverage: float, people: float, agreement: float | None, confidence: str) -> None:
    assert confidence_of(coverage, people, agreement) == confidence


def test_the_reason_names_everything_that_is_low() -> None:
    basis = Basis(coverage_share=0.4, median_respondent_count=1, mean_agreement_share=0.3)
    assert judge_confidence(basis)[1] == (
        "Low: only 40 % of the questions have an answer; fewer than two people answered the typical question; "
        "people agree only to 30 %."
    )


def test_a_basis_without_items_is_empty() -> None:
    assert basis_of(()) == Basis(coverage_share=0.0, median_respondent_count=0.0, mean_agreement_share=None)


def test_a_level_is_bounded_by_the_unrated_at_none_and_at_all() -> None:
    # delivery 4 of 5 throughout; quality control one of two rated F: 100 %, or 50 to 100 with the other
    ratings = rated_process(FRAMEWORK, "planning", {"delivery": 4, "ownership": 3})
    sure = sureness_of(*ratings, rated("planning.check-1", 5))
    assert (sure.low_level, sure.high_level) == (1, 2)
    assert sure.low_score is not None
    assert sure.high_score is not None
    assert sure.low_score < 2 <= sure.high_score


def test_a_complete_process_has_one_level() -> None:
    sure = sureness_of(*rated_process(FRAMEWORK, "planning", 4))
    assert sure.low_level == sure.high_level == 5
    assert sure.low_score == sure.high_score == 5.0


def test_not_knowing_never_raises_the_low_bound() -> None:
    everything = rated_process(FRAMEWORK, "planning", 4)
    for missing in range(len(everything)):
        partly = sureness_of(*everything[:missing], *everything[missing + 1 :])
        assert partly.low_level is not None
        assert partly.low_level <= 5
    nothing = sureness_of()
    assert (nothing.low_level, nothing.high_level) == (0, 5)


def test_a_process_without_a_level_has_no_bounds() -> None:
    sure = sureness_of(*rated_process(FRAMEWORK, "planning", {"delivery": NA, "ownership": 3}))
    assert (sure.low_level, sure.high_level, sure.low_score, sure.high_score) == (None, None, None, None)


def test_coverage_counts_items_that_count_and_apply() -> None:
    # 12 items: 4 delivery, ownership, 2 quality control, 5 more characteristics; the weightless one counts nowhere
    half = rated_process(FRAMEWORK, "planning", {"delivery": 3, "ownership": 3, "definition": 3})
    assert sureness_of(*half).coverage_share == 0.5
    assert sureness_of(*half, rated("planning.improve-process", 3)).coverage_share == 0.5
    one_less = (*half, rated("planning.check-1", NA), rated("planning.check-2", NA))
    assert sureness_of(*one_less).coverage_share == 0.6
    assert sureness_of(*half, rated("planning.check-1", DK)).coverage_share == 0.5


def test_below_half_covered_is_provisional() -> None:
    half = rated_process(FRAMEWORK, "planning", {"delivery": 3, "ownership": 3, "definition": 3})
    assert not sureness_of(*half).is_provisional
    assert sureness_of(*half[1:]).is_provisional


def test_the_typical_item_is_the_median_one() -> None:
    everybody = rated_process(FRAMEWORK, "planning", 3, ("r1", "r2", "r3"))
    sure = sureness_of(*everybody)
    assert (sure.median_respondent_count, sure.mean_agreement_share) == (3.0, 1.0)
    assert (sure.confidence, sure.agreement, sure.alpha) == (Confidence.HIGH, AgreementState.UNANIMOUS, None)


def test_people_who_disagree_make_it_low() -> None:
    apart = rated_process(FRAMEWORK, "planning", 0, ("r1", "r2")) + rated_process(
        FRAMEWORK, "planning", 5, ("r3", "r4")
    )
    sure = sureness_of(*apart, respondents=respondents(4))
    assert (sure.mean_agreement_share, sure.confidence) == (0.0, Confidence.LOW)
    assert sure.agreement is AgreementState.TALK_FIRST


def test_one_respondent_is_low_and_their_agreement_not_measured() -> None:
    sure = sureness_of(*rated_process(FRAMEWORK, "planning", 3))
    assert (sure.confidence, sure.mean_agreement_share) == (Confidence.LOW, None)
    assert sure.agreement is AgreementState.NOT_MEASURED


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
    assert sureness_of(*ratings, depth=Depth.QUICK).evidence_share == 0.0
    assert sureness_of(*ratings, depth=Depth.QUICK, notes=notes).evidence_share == 0.25


def test_an_agreed_value_that_was_seen_or_verified_is_evidence_and_an_asserted_one_is_not() -> None:
    ratings = (rated("planning.delivery", 3), rated("planning.ownership", 4))
    for certainty, share in ((Certainty.ASSERTED, 0.0), (Certainty.EVIDENCE_SEEN, 0.5), (Certainty.VERIFIED, 0.5)):
        values = (agreed("planning.delivery", 3, certainty=certainty),)
        assert sureness_of(*ratings, depth=Depth.QUICK, agreed=values).evidence_share == share


def test_without_an_item_at_l_or_f_there_is_no_share_of_evidence() -> None:
    assert sureness_of(rated("planning.delivery", 2), depth=Depth.QUICK).evidence_share is None
