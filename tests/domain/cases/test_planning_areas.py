"""Cases of steps, efforts, waves and quick wins: what an area makes of its input, and what it refuses."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.cases import MalformedCases, verify_cases
from assessment.domain.cases.planning_areas import AREAS

PROFILE = {"D": 60, "C1": 100, "Q": 100, "C6": 60, "C2": 0, "C3": 0, "C4": 0, "C5": 0}
STEPS: dict[str, Any] = {"attributes": PROFILE, "target": 3, "impact": 0.7, "carry": 67.5}
EFFORT: dict[str, Any] = {"from": 1, "to": 2, "score": 1.5, "ahead": {"D": ["M"], "Q": ["S", "L"], "C6": []}}
S2 = {"process": "S", "to_level": 2, "value": 3, "effort": 1}
T3 = {"process": "T", "to_level": 3, "value": 8, "effort": 1}
WAVES: dict[str, Any] = {
    "items": {"T3": T3, "S2": S2},
    "levels": {"S": 1, "T": 1},
    "waves": 2,
    "capacity": [1, 2],
    "hard_links": [["S", "T"]],
}
QUICK_WINS: dict[str, Any] = {"items": {"T3": T3, "S2": S2}, "levels": {"S": 2, "T": 1}, "hard_links": [["S", "T"]]}


def differences(area: str, given: object, output: object) -> list[tuple[str, object, object]]:
    """What an area computes otherwise than expected."""
    found = verify_cases([{"id": "X", "area": area, "input": given, "output": output}])
    return [(own.path, own.expected, own.computed) for own in found]


def test_the_areas_are_those_of_the_section_on_waves() -> None:
    assert list(AREAS) == ["steps", "effort", "waves", "quick-wins"]


def test_steps_are_recomputed_with_their_sum_and_the_priority() -> None:
    # score 1 + (10 / 17.5 + 1 + 1) / 3 = 1.857; it lands on 3: 14 * (3 - 1.857) = 16
    expected = {"steps": [[1, 3, 16.0]], "sum": 16.0, "priority": 16.0}
    assert differences("steps", STEPS, expected) == []
    assert differences("steps", STEPS, {**expected, "sum": 17.0}) == [("sum", 17.0, pytest.approx(16.0))]


def test_steps_go_to_the_effective_target_and_there_are_none_without_a_level() -> None:
    impossible = {**STEPS, "attributes": {**PROFILE, "D": 80, "C1": 40, "C6": None}}
    # 3 cannot be: score 1 + (1 + .8 + 1) / 3, and 14 * (2 - 1.933)
    expected = {"steps": [[1, 2, 0.933333]], "sum": 0.933333, "priority": 0.933333}
    assert differences("steps", impossible, expected) == []
    nothing = {"steps": [], "sum": 0, "priority": 0}
    assert differences("steps", {**STEPS, "attributes": {**PROFILE, "D": None}}, nothing) == []


def test_an_effort_counts_the_largest_size_of_each_attribute_and_one_where_there_is_none() -> None:
    assert differences("effort", EFFORT, 3) == []  # (2 + 3 + 1) * .5
    assert differences("effort", {**EFFORT, "score": 0.5}, 6) == [], "below the level it begins at: the whole way"
    assert differences("effort", {**EFFORT, "ahead": {}}, 1) == []
    assert differences("effort", EFFORT, 4) == [("", 4, 3)]


def test_waves_are_recomputed_by_the_names_of_the_items_with_the_number_of_optima() -> None:
    expected: dict[str, Any] = {"objective": 3 * 2 + 8, "waves": {"S2": 1, "T3": 2}, "optima": 1}
    assert differences("waves", WAVES, expected) == []
    wrong = {**expected, "waves": {"S2": 1, "T3": 1}}
    assert differences("waves", WAVES, wrong) == [("waves.T3", 1, 2)]


def test_the_order_of_the_levels_is_the_models_order_that_decides_ties() -> None:
    one = {"value": 5, "effort": 1, "to_level": 1}
    given = {
        "items": {"A": {**one, "process": "a"}, "B": {**one, "process": "b"}},
        "levels": {"a": 0, "b": 0},
        "waves": 2,
        "capacity": [1, 1],
        "hard_links": [],
    }
    assert differences("waves", given, {"objective": 15, "waves": {"A": 1, "B": 2}, "optima": 2}) == []
    turned = {**given, "levels": {"b": 0, "a": 0}}
    assert differences("waves", turned, {"objective": 15, "waves": {"A": 2, "B": 1}, "optima": 2}) == []


def test_quick_wins_are_named_in_the_order_of_the_items() -> None:
    assert differences("quick-wins", QUICK_WINS, ["T3"]) == []
    both = {**QUICK_WINS, "items": {"T3": T3, "S2": {**S2, "value": 8}}}
    assert differences("quick-wins", both, ["T3", "S2"]) == []
    waiting = {**QUICK_WINS, "levels": {"S": 1, "T": 1}}
    assert differences("quick-wins", waiting, []) == [], "T needs S at 2"


@pytest.mark.parametrize(
    ("area", "given", "words"),
    [
        ("steps", {**STEPS, "target": 6}, "input.target: 6 is not a whole number from 0 to 5"),
        ("steps", {**STEPS, "impact": 1.1}, "input.impact: 1.1 is not a number from 0 to 1"),
        ("steps", {**STEPS, "carry": 80}, "input.carry: the carry bound is 67.5 or 85"),
        ("steps", {**STEPS, "attributes": {**PROFILE, "D": 101}}, "input.attributes.D: 101 is not a number"),
        ("effort", {**EFFORT, "to": 1}, "input.to: 1 is not a whole number from 2 to 5"),
        ("effort", {**EFFORT, "score": 5.1}, "input.score: 5.1 is not a number from 0 to 5"),
        ("effort", {**EFFORT, "ahead": {"D": ["XL"]}}, "input.ahead.D[0]: 'XL' is not one of S, M, L"),
        ("effort", {**EFFORT, "ahead": {"D9": ["S"]}}, "'D9' is not one of D, C1, Q"),
        ("waves", {**WAVES, "capacity": [1]}, "input.capacity: it has 1 entries, not 2 to 2"),
        ("waves", {**WAVES, "levels": {"T": 1}}, "input.items.S2.process: 'S' is not one of T"),
        ("waves", {**WAVES, "hard_links": [["S", "U"]]}, "input.hard_links[0][1]: 'U' is not one of S, T"),
        ("waves", {**WAVES, "items": {"T3": {**T3, "effort": 0}}}, "input.items.T3.effort: 0 is not a whole number"),
        ("waves", {**WAVES, "items": {"one": T3, "two": T3}}, "input.items.two: another item takes the same process"),
        ("quick-wins", {**QUICK_WINS, "items": {}}, "input.items: it has 0 names"),
        ("quick-wins", {**QUICK_WINS, "waves": 2}, "'waves' is not one of items, levels, hard_links"),
    ],
)
def test_an_input_an_area_has_no_use_for_is_refused_with_its_place(area: str, given: Any, words: str) -> None:
    with pytest.raises(MalformedCases) as refused:
        verify_cases([{"id": "X", "area": area, "input": given, "output": None}])
    assert words in str(refused.value)
