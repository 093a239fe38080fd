"""An assessment is verified when every rated value is."""

from __future__ import annotations

from assessment.domain.agreement.verified import Standing, standing_of
from assessment.domain.answered.assessment import Certainty
from assessment.domain.rating.scoring import score_assessment
from tests.builders import agreed, an_assessment, rated, tiny_framework


def test_without_a_verified_value_it_is_a_self_assessment() -> None:
    framework = tiny_framework()
    assessment = an_assessment(
        framework,
        ratings=(rated("planning.deliver-1", 3),),
        agreed=(agreed("planning.deliver-2", 3, certainty=Certainty.EVIDENCE_SEEN),),
    )

    standing = standing_of(assessment, score_assessment(framework, assessment))

    assert standing == Standing(verified_count=0, rated_count=2)
    assert not standing.is_verified


def test_it_is_verified_only_when_every_rated_value_is() -> None:
    framework = tiny_framework()
    one = agreed("planning.deliver-1", 3, certainty=Certainty.VERIFIED)
    alone = an_assessment(framework, agreed=(one,))
    with_more = an_assessment(framework, agreed=(one,), ratings=(rated("building.deliver-1", 2),))

    assert standing_of(alone, score_assessment(framework, alone)).is_verified
    assert not standing_of(with_more, score_assessment(framework, with_more)).is_verified


def test_nothing_rated_is_not_verified() -> None:
    framework = tiny_framework()
    assessment = an_assessment(framework)

    assert not standing_of(assessment, score_assessment(framework, assessment)).is_verified
