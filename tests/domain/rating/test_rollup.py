"""Several processes at once: at target, levels, mean, floor, and the profile of Figure 3 (METHOD.md section 10)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.assessment import CriticalService, Opinion, Target
from assessment.domain.rating.results import Rollup
from assessment.domain.rating.rollup import weighted_mean_score
from tests.builders import NA, tiny_framework
from tests.domain.scored import Values, at_level, score, without_delivery

FRAMEWORK = tiny_framework(5)


def test_the_mean_is_weighted_by_importance() -> None:
    assert weighted_mean_score([1.0, 3.0], [1, 3]) == 2.5


def test_when_every_importance_is_zero_or_unknown_the_mean_is_plain() -> None:
    assert weighted_mean_score([1.0, 4.0], [0, 0]) == 2.5
    assert weighted_mean_score([1.0, 4.0], [None, None]) == 2.5


def test_a_process_of_importance_0_beside_an_important_one_weighs_nothing() -> None:
    assert weighted_mean_score([1.0, 4.0], [0, 2]) == 4.0


def test_without_a_score_there_is_no_mean() -> None:
    assert weighted_mean_score([], []) is None


@given(st.lists(st.tuples(st.floats(0, 5), st.integers(0, 5)), min_size=1, max_size=8))
def test_a_mean_lies_among_its_scores(pairs: list[tuple[float, int]]) -> None:
    scores = [own for own, _ in pairs]
    mean = weighted_mean_score(scores, [importance for _, importance in pairs])
    assert mean is not None
    assert min(scores) - 1e-9 <= mean <= max(scores) + 1e-9


def whole_of_five() -> Rollup:
    """Levels 1, 0, 2, none, 0 against targets 1, 3, 1, 3, 3."""
    answers = {
        "planning": at_level(1),
        "building": at_level(0),
        "releasing": at_level(2),
        "process-4": without_delivery(),
        "process-5": at_level(0),
    }
    targets = (Target(process_id="planning", level=1), Target(process_id="releasing", level=1))
    return score(FRAMEWORK, answers, targets=targets).whole


def test_levels_and_targets_are_counted_without_the_process_that_has_no_level() -> None:
    whole = whole_of_five()
    assert (whole.at_target_count, whole.process_count) == (2, 4)
    assert whole.level_counts == (2, 1, 1, 0, 0, 0)


def test_what_has_no_level_is_named_and_not_assessed_is_not_not_applicable() -> None:
    answers: dict[str, dict[str, int | str]] = {
        "planning": at_level(1),
        "building": without_delivery(),
        "releasing": {},
    }
    whole = score(FRAMEWORK, answers).whole
    assert (whole.not_assessed_ids, whole.not_applicable_ids) == (("releasing",), ("building",))
    assert (whole.process_count, whole.level_counts) == (1, (0, 1, 0, 0, 0, 0))
    assert whole.floor_process_ids == ("planning",)


def test_the_floor_is_the_lowest_level_with_every_process_that_has_it() -> None:
    whole = whole_of_five()
    assert (whole.floor_level, whole.floor_process_ids) == (0, ("building", "process-5"))


def test_without_any_level_there_is_no_number() -> None:
    whole = score(FRAMEWORK, {"planning": without_delivery()}).whole
    assert (whole.mean_score, whole.floor_level, whole.floor_process_ids) == (None, None, ())
    assert (whole.process_count, whole.at_target_count) == (0, 0)


def test_the_whole_is_weighted_by_what_respondents_find_important() -> None:
    answers = {"planning": 4, "building": 0}
    opinions = (
        Opinion(respondent_id="r1", process_id="planning", importance=4),
        Opinion(respondent_id="r1", process_id="building", importance=1),
    )
    assert score(FRAMEWORK, answers, opinions=opinions).whole.mean_score == pytest.approx(4.0)
    assert score(FRAMEWORK, answers).whole.mean_score == pytest.approx(2.5)


def test_an_importance_nobody_gave_weighs_as_it_is_assumed_and_as_services_propose() -> None:
    answers: dict[str, Values] = {"planning": 4, "building": at_level(0), "releasing": at_level(0)}  # 5.0, 0.0 and 0.0
    opinions = (
        Opinion(respondent_id="r1", process_id="planning", importance=4),
        Opinion(respondent_id="r1", process_id="building", importance=1),
    )
    assumed = score(FRAMEWORK, answers, opinions=opinions).whole
    assert assumed.mean_score == pytest.approx(4 * 5 / (4 + 1 + 1)), "the lower median of 1 and 4 is 1"
    services = (CriticalService(id="till", name="Till", importance=5, process_ids=("releasing",)),)
    proposed = score(FRAMEWORK, answers, opinions=opinions, critical_services=services).whole
    assert proposed.mean_score == pytest.approx(4 * 5 / (4 + 1 + 5))


def test_a_group_weighs_with_the_importance_that_the_whole_assumed() -> None:
    opinions = (Opinion(respondent_id="r1", process_id="planning", importance=0),)
    groups = score(FRAMEWORK, {"planning": 4, "building": at_level(0), "process-4": 4}, opinions=opinions).groups
    assert groups["group-1"].mean_score == pytest.approx(2.5), "0 and an assumed 0: plain"


def test_groups_are_rolled_up_by_themselves_and_only_where_they_have_a_process_in_scope() -> None:
    groups = score(FRAMEWORK, {"planning": 4, "building": 0, "process-4": 4}).groups
    assert {group_id: group.level_counts for group_id, group in groups.items()} == {
        "group-1": (1, 0, 0, 0, 0, 1),
        "group-2": (0, 0, 0, 0, 0, 1),
    }
    assert list(score(FRAMEWORK, {"process-4": 4}).groups) == ["group-2"]


def test_the_profile_of_a_characteristic_counts_letters_and_names_the_weakest_three() -> None:
    answers = {
        "planning": {**at_level(1), "control": 5},
        "building": {**at_level(1), "control": 1},
        "releasing": {**at_level(1), "control": NA},
        "process-4": {**at_level(1), "control": 1},
        "process-5": {**at_level(1), "control": 3},
    }
    profiles = {own.attribute_id: own for own in score(FRAMEWORK, answers).characteristics}
    control = profiles["control"]
    assert control.band_counts == {"N": 0, "P": 2, "L": 1, "F": 1}
    assert control.mean_percent == pytest.approx((100 + 20 + 20 + 60) / 4)
    assert control.weakest_process_ids == ("building", "process-4", "process-5")
    assert [own.attribute_id for own in score(FRAMEWORK, answers).characteristics] == list(FRAMEWORK.attribute_by_id)


def test_a_process_without_a_level_leaves_the_profiles() -> None:
    profiles = score(FRAMEWORK, {"planning": without_delivery(), "building": 3}).characteristics
    assert all(sum(own.band_counts.values()) == 1 for own in profiles)
    nothing = score(FRAMEWORK, {"planning": without_delivery()}).characteristics
    assert all(own.mean_percent is None and own.weakest_process_ids == () for own in nothing)
