"""An assessment is verified when every rated value is."""

from __future__ import annotations

from typing import Any

from assessment.domain.answered.assessment import Certainty
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.results import Verification
from assessment.domain.rating.scoring import score_assessment
from tests.builders import NA, agreed, an_assessment, rated, tiny_framework

FRAMEWORK = tiny_framework()
ONE = agreed("planning.deliver-1", 3, certainty=Certainty.VERIFIED)


def verification(**changes: Any) -> Verification:
    return score_assessment(FRAMEWORK, an_assessment(FRAMEWORK, **changes)).verification


def test_without_a_verified_value_it_is_a_self_assessment() -> None:
    seen = agreed("planning.deliver-2", 3, certainty=Certainty.EVIDENCE_SEEN)
    found = verification(ratings=(rated("planning.deliver-1", 3),), agreed=(seen,))
    assert found == Verification(verified_count=0, rated_count=2)
    assert not found.is_verified


def test_it_is_verified_only_when_every_rated_value_is() -> None:
    assert verification(agreed=(ONE,)) == Verification(verified_count=1, rated_count=1)
    assert verification(agreed=(ONE,)).is_verified
    with_more = verification(agreed=(ONE,), ratings=(rated("building.deliver-1", 2),))
    assert with_more == Verification(verified_count=1, rated_count=2)
    assert not with_more.is_verified


def test_what_is_out_of_scope_not_applicable_or_to_be_is_no_rated_value() -> None:
    others = (
        agreed("building.deliver-1", 3, certainty=Certainty.VERIFIED),
        agreed("planning.deliver-2", NA, certainty=Certainty.VERIFIED),
        agreed("planning.delivery", 3, Horizon.TO_BE, certainty=Certainty.VERIFIED),
    )
    found = verification(agreed=(ONE, *others), scope=("planning",), asks_to_be=True)
    assert found == Verification(verified_count=1, rated_count=1)


def test_a_verified_to_be_verifies_no_as_is() -> None:
    wanted = agreed("planning.ownership", 3, Horizon.TO_BE, certainty=Certainty.VERIFIED)
    assert verification(agreed=(wanted,), ratings=(rated("planning.ownership", 2),)).verified_count == 0


def test_nothing_rated_is_not_verified() -> None:
    assert verification() == Verification(verified_count=0, rated_count=0)
    assert not verification().is_verified
