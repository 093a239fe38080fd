"""Priority from need and impact, and where pain and importance come from (METHOD.md section 11)."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import CriticalService, Opinion
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.planning.priority import (
    Stake,
    Weights,
    impact_share,
    median_code,
    priority_points,
    proposed_pain,
    stakes_of,
)
from assessment.domain.refusal import MethodRefusal
from tests.builders import an_assessment, tiny_framework

WEIGHTS = Weights(pain=0.5, importance=0.3, leverage=0.2)
NO_WEIGHTS = Weights(pain=0.0, importance=0.0, leverage=0.0)


def test_the_weights_are_those_of_the_roadmap_and_pain_counts_most_by_default() -> None:
    assert Weights.of(RoadmapSettings()) == Weights(pain=0.4, importance=0.3, leverage=0.3)
    settings = RoadmapSettings(pain_weight=1.0, importance_weight=2.0, leverage_weight=4.0)
    assert Weights.of(settings) == Weights(pain=1.0, importance=2.0, leverage=4.0)


def test_impact_is_the_weighted_mean_of_the_three_criteria() -> None:
    assert impact_share(5, 5, 1.0, WEIGHTS) == 1.0
    assert impact_share(0, 0, 0.0, WEIGHTS) == 0.0
    assert impact_share(4, 2, 0.5, WEIGHTS) == pytest.approx(0.5 * 0.8 + 0.3 * 0.4 + 0.2 * 0.5)
    assert impact_share(4, 2, 0.5, Weights(pain=1, importance=1, leverage=2)) == pytest.approx((0.8 + 0.4 + 1.0) / 4)


def test_only_the_proportions_of_the_weights_matter() -> None:
    tenfold = Weights(pain=5.0, importance=3.0, leverage=2.0)
    assert impact_share(3, 1, 0.7, WEIGHTS) == pytest.approx(impact_share(3, 1, 0.7, tenfold))


def test_a_criterion_that_no_process_has_leaves_the_weights() -> None:
    assert impact_share(4, None, 0.5, WEIGHTS) == pytest.approx((0.5 * 0.8 + 0.2 * 0.5) / 0.7)
    assert impact_share(None, 4, 0.5, WEIGHTS) == pytest.approx((0.3 * 0.8 + 0.2 * 0.5) / 0.5)
    assert impact_share(None, None, 0.25, WEIGHTS) == 0.25


def test_the_weights_in_force_are_those_of_criteria_that_some_process_has() -> None:
    pain, importance = Stake(pain=0, importance=None), Stake(pain=None, importance=0)
    assert WEIGHTS.in_force([pain]) == Weights(pain=0.5, importance=0.0, leverage=0.2)
    assert WEIGHTS.in_force([importance]) == Weights(pain=0.0, importance=0.3, leverage=0.2)
    assert WEIGHTS.in_force([pain, importance]) == WEIGHTS
    assert WEIGHTS.in_force([]).whole == 0.2


def test_a_pain_of_0_is_an_answer_and_not_a_missing_one() -> None:
    assert impact_share(0, 5, 1.0, WEIGHTS) == pytest.approx(0.5)


def test_when_no_weight_is_left_the_impact_is_1() -> None:
    assert impact_share(0, 0, 0.0, NO_WEIGHTS) == 1.0
    assert impact_share(None, None, 0.0, Weights(pain=1, importance=1, leverage=0)) == 1.0


@pytest.mark.parametrize("weights", [{"pain": -0.1}, {"importance": -1.0}, {"leverage": -1e-9}, {"pain": math.nan}])
def test_a_weight_below_0_is_refused_by_name(weights: dict[str, float]) -> None:
    with pytest.raises(MethodRefusal, match=f"the weight of {next(iter(weights))}"):
        Weights(**{"pain": 0.0, "importance": 0.0, "leverage": 0.0, **weights})


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


def opinion(
    pain: int | None = None, importance: int | None = None, respondent_id: str = "r1", process_id: str = "a"
) -> Opinion:
    return Opinion(respondent_id=respondent_id, process_id=process_id, pain=pain, importance=importance)


def service(importance: int, *process_ids: str) -> CriticalService:
    return CriticalService(id=f"service-{importance}", name="Service", importance=importance, process_ids=process_ids)


def test_pain_and_importance_are_the_lower_median_over_respondents() -> None:
    opinions = (opinion(5, 1, "r1"), opinion(2, None, "r2"), opinion(None, 4, "r3"))
    assert stakes_of(["a"], opinions, ())["a"] == Stake(pain=2, importance=1)


def test_the_most_important_critical_service_proposes_the_importance() -> None:
    services = (service(3, "a", "b"), service(5, "a"), service(4, "elsewhere"))
    stakes = stakes_of(["a", "b", "c"], (opinion(pain=1),), services)
    assert stakes["a"] == Stake(pain=1, importance=5, importance_is_proposed=True)
    assert stakes["b"] == Stake(pain=1, importance=3, pain_is_assumed=True, importance_is_proposed=True)


def test_what_respondents_said_stands_before_what_services_propose() -> None:
    stake = stakes_of(["a"], (opinion(importance=0),), (service(5, "a"),))["a"]
    assert (stake.importance, stake.importance_is_proposed) == (0, False)


def test_what_a_process_lacks_is_assumed_as_the_lower_median_of_what_the_others_have() -> None:
    # pains 1, 3, 4; importances 2 and 4 by people and 5 by a service
    opinions = (
        opinion(1, 2, process_id="a"),
        opinion(3, None, process_id="b"),
        opinion(4, 4, process_id="d"),
    )
    stakes = stakes_of(["a", "b", "c", "d"], opinions, (service(5, "b"), service(3, "b")))
    assert stakes["c"] == Stake(pain=3, importance=4, pain_is_assumed=True, importance_is_assumed=True)
    assert stakes["b"] == Stake(pain=3, importance=5, importance_is_proposed=True)
    assert stakes["a"] == Stake(pain=1, importance=2)


def test_of_an_even_number_of_others_the_lower_middle_one_is_assumed() -> None:
    opinions = (opinion(pain=2, process_id="a"), opinion(pain=5, process_id="b"))
    assert stakes_of(["a", "b", "c"], opinions, ())["c"].pain == 2


def test_a_process_without_a_level_lends_nothing_to_be_assumed() -> None:
    opinions = (opinion(pain=5, process_id="out"), opinion(pain=1, process_id="a"))
    assert stakes_of(["a", "b"], opinions, ())["b"] == Stake(pain=1, importance=None, pain_is_assumed=True)


def test_a_criterion_that_no_process_has_is_not_assumed() -> None:
    assert stakes_of(["a", "b"], (opinion(importance=2),), ())["b"] == Stake(
        pain=None, importance=2, importance_is_assumed=True
    )
    assert stakes_of(["b"], (opinion(5, 5),), ()) == {"b": Stake(pain=None, importance=None)}


def test_only_with_neither_pain_nor_importance_of_its_own_is_a_process_provisional() -> None:
    assert Stake(pain=None, importance=None).is_provisional
    assert Stake(pain=3, importance=2, pain_is_assumed=True, importance_is_assumed=True).is_provisional
    assert Stake(pain=3, importance=None, pain_is_assumed=True).is_provisional
    assert not Stake(pain=0, importance=None).is_provisional
    assert not Stake(pain=3, importance=0, pain_is_assumed=True).is_provisional
    assert not Stake(pain=None, importance=3, importance_is_proposed=True).is_provisional


@given(st.lists(st.integers(0, 5), min_size=1, max_size=8), st.integers(0, 5), st.floats(0, 1), st.floats(0, 1))
def test_not_knowing_pain_neither_beats_nor_loses_to_knowing_the_median_of_the_others(
    pains: list[int], importance: int, leverage: float, need: float
) -> None:
    others = [opinion(pain, 2, process_id=f"p{number}") for number, pain in enumerate(pains)]
    process_ids = ["a", *(own.process_id for own in others)]
    median = sorted(pains)[(len(pains) - 1) // 2]

    def priority(own: Opinion) -> float:
        stake = stakes_of(process_ids, [own, *others], ())["a"]
        return priority_points(need, impact_share(stake.pain, stake.importance, leverage, WEIGHTS))

    unknown = priority(opinion(None, importance))
    assert unknown == priority(opinion(median, importance))
    known = [priority(opinion(pain, importance)) for pain in range(6)]
    assert known == sorted(known)
    assert known[min(pains)] <= unknown <= known[max(pains)]


def test_the_pain_of_the_scenario_stands_only_where_nobody_said_and_only_if_it_was_taken() -> None:
    stakes = stakes_of(["a", "b", "c"], (opinion(pain=1, process_id="a"),), (), {"a": 5, "b": 4})
    assert stakes["a"] == Stake(pain=1, importance=None)
    assert stakes["b"] == Stake(pain=4, importance=None, pain_is_proposed=True)
    assert stakes["c"] == Stake(pain=1, importance=None, pain_is_assumed=True)
    assert not stakes["b"].is_provisional

    framework = tiny_framework()
    for takes, expected in ((None, {}), (False, {}), (True, {"planning": 5})):
        told = an_assessment(framework, scope=("planning",), scenario_id="late-releases", takes_scenario_pain=takes)
        assert proposed_pain(framework, told) == expected
