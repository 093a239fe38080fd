"""Priority from need and impact, and where pain and importance come from (METHOD.md section 11)."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import CriticalService, Opinion
from assessment.domain.planning.priority import Stake, Weights, impact_share, median_code, priority_points, stakes_of
from assessment.domain.refusal import MethodRefusal


def test_impact_is_the_weighted_mean_of_the_three_criteria() -> None:
    assert impact_share(5, 5, 1.0, Weights()) == 1.0
    assert impact_share(0, 0, 0.0, Weights()) == 0.0
    assert impact_share(4, 2, 0.5, Weights()) == pytest.approx(0.5 * 0.8 + 0.3 * 0.4 + 0.2 * 0.5)
    assert impact_share(4, 2, 0.5, Weights(pain=1, importance=1, leverage=2)) == pytest.approx((0.8 + 0.4 + 1.0) / 4)


def test_only_the_proportions_of_the_weights_matter() -> None:
    once, tenfold = Weights(), Weights(pain=5.0, importance=3.0, leverage=2.0)
    assert impact_share(3, 1, 0.7, once) == pytest.approx(impact_share(3, 1, 0.7, tenfold))


def test_a_criterion_nobody_answered_leaves_the_weights() -> None:
    assert impact_share(4, None, 0.5, Weights()) == pytest.approx((0.5 * 0.8 + 0.2 * 0.5) / 0.7)
    assert impact_share(None, 4, 0.5, Weights()) == pytest.approx((0.3 * 0.8 + 0.2 * 0.5) / 0.5)
    assert impact_share(None, None, 0.25, Weights()) == 0.25


def test_a_pain_of_0_is_an_answer_and_not_a_missing_one() -> None:
    assert impact_share(0, 5, 1.0, Weights()) == pytest.approx(0.5)


def test_when_no_weight_is_left_the_impact_is_1() -> None:
    assert impact_share(0, 0, 0.0, Weights(pain=0, importance=0, leverage=0)) == 1.0
    assert impact_share(None, None, 0.0, Weights(pain=1, importance=1, leverage=0)) == 1.0


@pytest.mark.parametrize("weights", [{"pain": -0.1}, {"importance": -1.0}, {"leverage": -1e-9}, {"pain": math.nan}])
def test_a_weight_below_0_is_refused_by_name(weights: dict[str, float]) -> None:
    with pytest.raises(MethodRefusal, match=f"the weight of {next(iter(weights))}"):
        Weights(**weights)


CODE = st.one_of(st.none(), st.integers(0, 5))
WEIGHT = st.one_of(st.just(0.0), st.floats(0.001, 10))


@given(CODE, CODE, st.floats(0, 1), st.tuples(WEIGHT, WEIGHT, WEIGHT), st.floats(0, 1))
def test_impact_is_a_share_and_priority_runs_from_0_to_100(
    pain: int | None, importance: int | None, leverage: float, weights: tuple[float, float, float], need: float
) -> None:
    impact = impact_share(
        pain, importance, leverage, Weights(pain=weights[0], importance=weights[1], leverage=weights[2])
    )
    assert -1e-12 <= impact <= 1 + 1e-12
    assert -1e-9 <= priority_points(need, impact) <= 100 + 1e-9


def test_no_gap_no_priority_and_nobody_cares_no_priority() -> None:
    assert priority_points(0.0, 1.0) == 0.0
    assert priority_points(0.4, 0.0) == 0.0
    assert priority_points(0.4, 1.0) == 40.0


def test_the_median_of_opinions_is_the_lower_one_of_those_given() -> None:
    assert median_code([5, None, 3, None]) == 3
    assert median_code([0]) == 0
    assert median_code([]) is None


def opinion(pain: int | None = None, importance: int | None = None, respondent_id: str = "r1") -> Opinion:
    return Opinion(respondent_id=respondent_id, process_id="a", pain=pain, importance=importance)


def service(importance: int, *process_ids: str) -> CriticalService:
    return CriticalService(id=f"service-{importance}", name="Service", importance=importance, process_ids=process_ids)


def test_pain_and_importance_are_the_lower_median_over_respondents() -> None:
    opinions = (opinion(5, 1, "r1"), opinion(2, None, "r2"), opinion(None, 4, "r3"))
    assert stakes_of(["a"], opinions, ())["a"] == Stake(pain=2, importance=1, is_importance_proposed=False)


def test_the_most_important_critical_service_proposes_the_importance() -> None:
    services = (service(3, "a", "b"), service(5, "a"), service(4, "elsewhere"))
    stakes = stakes_of(["a", "b", "c"], (opinion(pain=1),), services)
    assert stakes["a"] == Stake(pain=1, importance=5, is_importance_proposed=True)
    assert stakes["b"] == Stake(pain=None, importance=3, is_importance_proposed=True)
    assert stakes["c"] == Stake(pain=None, importance=None, is_importance_proposed=False)


def test_what_respondents_said_stands_before_what_services_propose() -> None:
    stake = stakes_of(["a"], (opinion(importance=0),), (service(5, "a"),))["a"]
    assert (stake.importance, stake.is_importance_proposed) == (0, False)


def test_only_with_neither_pain_nor_importance_is_a_stake_unknown() -> None:
    assert Stake(pain=None, importance=None, is_importance_proposed=False).is_unknown
    assert not Stake(pain=0, importance=None, is_importance_proposed=False).is_unknown
    assert not Stake(pain=None, importance=3, is_importance_proposed=True).is_unknown


def test_an_opinion_of_another_process_is_passed_over() -> None:
    assert stakes_of(["b"], (opinion(5, 5),), ()) == {
        "b": Stake(pain=None, importance=None, is_importance_proposed=False)
    }
