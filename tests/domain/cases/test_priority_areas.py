"""Cases of targets, roll-ups, priorities and firmness: what an area makes of its input, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.cases import MalformedCases, verify_cases
from assessment.domain.cases.priority_areas import AREAS

PROFILE = {"D": 80, "C1": 60, "Q": 60, "C6": None, "C2": 0, "C3": 0, "C4": 0, "C5": 0}
PROCESS: dict[str, Any] = {"need": 0.4, "pain": None, "importance": None, "leverage": 0.5, "services": []}
ORDERS = {"need": {"A": 0.4, "B": 0.2, "C": 0.1}, "base": {"A": 1, "B": 2, "C": 3}, "draws": [{"A": 1, "B": 2, "C": 3}]}


def differences(area: str, given: object, output: object) -> list[tuple[str, object, object]]:
    """Path, expected and computed of what an area computes otherwise."""
    found = verify_cases([{"id": "X", "area": area, "input": given, "output": output}])
    return [(own.path, own.expected, own.computed) for own in found]


def test_the_areas_are_those_of_the_sections_on_targets_priorities_and_firmness() -> None:
    assert list(AREAS) == [
        "to-be",
        "target",
        "gap",
        "rollup",
        "priority",
        "priorities",
        "leverage",
        "resampled",
        "firmness",
        "tau",
    ]


def test_an_impossible_target_is_recomputed_with_what_it_counts_as() -> None:
    expected = {"effective": 2, "profile": {**PROFILE, "C1": 80, "Q": 80}, "level": 2}
    assert differences("to-be", {"attributes": PROFILE, "target": 3, "carry": 67.5}, expected) == []
    wrong = {**expected, "effective": 3}
    assert differences("to-be", {"attributes": PROFILE, "target": 3, "carry": 67.5}, wrong) == [("effective", 3, 2)]


def test_a_gap_without_a_level_has_no_number_but_its_need() -> None:
    expected = {"level_gap": None, "score_gap": None, "shown_gap": None, "need": 0, "status": None}
    assert differences("gap", {"target": 3, "score": None, "level": None}, expected) == []


def test_an_importance_given_for_a_process_without_a_level_is_not_assumed() -> None:
    given = [[None, None, 5], [1, 1.0, None], [3, 3.0, 1]]
    assert differences("rollup", given, {"floor": 1, "mean": 2.0, "n": 2, "of": 3}) == []
    assert differences("rollup", [[1, 1.0, None], [2, 2.5, None]], {"floor": 1, "mean": 1.75, "n": 2, "of": 2}) == []


def test_priorities_without_any_opinion_go_by_leverage_and_are_provisional() -> None:
    expected: dict[str, Any] = {"pain": None, "importance": None, "assumed": [], "provisional": True, "priority": 20}
    given = {"processes": {"A": PROCESS}, "weights": [0.4, 0.3, 0.3]}
    assert differences("priorities", given, {"A": expected}) == []


def test_people_who_gave_no_number_are_not_resampled_and_an_agreed_na_is_no_rated_item() -> None:
    answers = {f"p{number}": [3, "NA"] for number in range(5)}
    given = {"answers": {**answers, "quiet": ["DK", None]}, "agreed": [None, "NA"]}
    assert differences("resampled", given, {"resampled": list(answers), "range": True}) == []
    settled = {**given, "agreed": [4, "NA"]}
    assert differences("resampled", settled, {"resampled": list(answers), "range": False}) == []
    voted_out = {**given, "agreed": [4, None]}
    assert differences("resampled", voted_out, {"resampled": list(answers), "range": False}) == []


def test_firmness_of_orders_that_are_all_alike_is_firm() -> None:
    assert differences("firmness", ORDERS, {"tau": 1, "word": "firm"}) == []


@pytest.mark.parametrize(
    ("area", "given", "words"),
    [
        (
            "to-be",
            {"attributes": PROFILE, "target": 6, "carry": 85},
            "input.target: 6 is not a whole number from 0 to 5",
        ),
        ("target", {"attributes": PROFILE, "target": 3, "carry": 70}, "the carry bound is 67.5 or 85"),
        ("rollup", [[1, 1.5, 2.5]], "input[0][2]: 2.5 is not a whole number from 0 to 5"),
        ("priorities", {"processes": {"A": {**PROCESS, "services": [0]}}, "weights": [1, 1, 1]}, "from 1 to 5"),
        ("priorities", {"processes": {"A": PROCESS}, "weights": [-1, 1, 1]}, "the weight of pain"),
        ("priorities", {"processes": {}, "weights": [1, 1, 1]}, "it has 0 names"),
        ("leverage", {"edges": [["A", "B", 1]], "need": {"A": 0}}, "'B' is not one of A"),
        (
            "resampled",
            {"answers": {"ann": [3]}, "agreed": [None, None]},
            "input.answers.ann: it has 1 entries, not 2 to 2",
        ),
        ("resampled", {"answers": {"ann": [6]}, "agreed": [None]}, "6 is not a whole number from 0 to 5"),
        ("resampled", {"answers": {"ann": ["?"]}, "agreed": [None]}, "'?' is not one of NA, DK"),
        ("resampled", {"answers": {"ann": [3]}, "agreed": ["DK"]}, "'DK' is not a whole number from 0 to 5"),
        ("firmness", {**ORDERS, "base": {"A": 1, "B": 2}}, "'C' is missing"),
        ("firmness", {**ORDERS, "draws": []}, "it has 0 entries"),
    ],
)
def test_an_input_an_area_has_no_use_for_is_refused_with_its_place(area: str, given: Any, words: str) -> None:
    with pytest.raises(MalformedCases) as refused:
        verify_cases([{"id": "X", "area": area, "input": given, "output": None}])
    assert words in str(refused.value)
