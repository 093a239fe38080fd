"""Worked cases come out as written, a wrong one is named, and a malformed one is refused with its place."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.cases import (
    AREAS,
    NOTHING,
    MalformedCases,
    agreement_areas,
    planning_areas,
    priority_areas,
    rating_areas,
    verify_cases,
)

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[2] / "data" / "method-cases.json").read_text("utf-8"))
BY_ID = {case["id"]: case for case in CASES}
JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(max_size=5), inner, max_size=4),
    max_leaves=8,
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_every_worked_case_of_the_method_comes_out_as_written(case: dict[str, Any]) -> None:
    assert verify_cases([case]) == ()


def test_every_area_has_a_worked_case() -> None:
    assert len(CASES) == 118
    assert {case["area"] for case in CASES} == set(AREAS)


def test_every_area_has_one_home() -> None:
    homes = (rating_areas, agreement_areas, priority_areas, planning_areas)
    assert sum(len(home.AREAS) for home in homes) == len(AREAS)


def consensus_of(given: object, case_id: str = "X") -> list[Any]:
    return [{"id": case_id, "area": "consensus", "input": given, "output": 1}]


def altered(value: Any) -> Any:
    """The same output with its first number, text or nothing replaced by another."""
    if isinstance(value, dict):
        name = next(iter(value))
        return {**value, name: altered(value[name])}
    if isinstance(value, list):
        return [altered(value[0]), *value[1:]] if value else ["extra"]
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return value + 0.001
    return "something else"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["id"])
def test_an_output_that_is_a_little_off_is_named(case: dict[str, Any]) -> None:
    (difference,) = verify_cases([{**case, "output": altered(case["output"])}])
    assert (difference.case_id, difference.area) == (case["id"], case["area"])


def test_numbers_agree_within_a_ten_thousandth() -> None:
    case = BY_ID["P1"]
    assert verify_cases([{**case, "output": 40.00009}]) == ()
    assert len(verify_cases([{**case, "output": 40.00011}])) == 1


def test_a_name_too_many_or_too_few_in_an_output_is_a_difference() -> None:
    case = BY_ID["G1"]
    fewer = {name: value for name, value in case["output"].items() if name != "need"}
    assert [own.path for own in verify_cases([{**case, "output": fewer}])] == ["need"]
    assert [own.path for own in verify_cases([{**case, "output": {**case["output"], "extra": 1}}])] == ["extra"]


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"area": "astrology"}, "astrology"),
        ({"input": [6]}, "not a whole number from 0 to 5"),
        ({"input": [True]}, "not a whole number"),
        ({"input": []}, "0 entries"),
        ({"input": 3}, "not a list"),
        ({"input": None}, "null is not a list"),
        ({"extra": 1}, "extra"),
        ({"id": ""}, "not a name"),
        ({"area": "band", "input": [101]}, "from 0 to 100"),
        ({"area": "band", "input": [float("nan")]}, "not a number"),
        ({"area": "level", "input": {"attributes": {"D": 0}, "carry": 85}}, "'C1' is missing"),
        ({"area": "level", "input": {**BY_ID["L1"]["input"], "carry": 70}}, "the carry bound is 67.5 or 85"),
        ({"area": "priority", "input": {**BY_ID["P1"]["input"], "weights": [-1, 0, 1]}}, "-1"),
        ({"area": "leverage", "input": {"edges": [["A", "Z", 1]], "need": {"A": 0}}}, "Z"),
        ({"area": "alpha", "input": [[1, 2], [1]]}, "not all of the same length"),
        ({"area": "waves", "input": {**BY_ID["Z1"]["input"], "capacity": [4]}}, "1 entries, not 3"),
    ],
)
def test_a_malformed_case_is_refused_with_its_place(changes: dict[str, Any], words: str) -> None:
    case = {"id": "X", "area": "consensus", "input": [3], "output": 3, **changes}
    with pytest.raises(MalformedCases) as refused:
        verify_cases([case])
    assert words in refused.value.reason
    assert refused.value.case == (1 if changes.keys() & {"id", "extra"} else "X")


@pytest.mark.parametrize(
    ("cases", "sentence"),
    [
        ({}, "the file: {} is not a list"),
        ([3], "case 1: 3 is not an object with names"),
        ([{"id": ""}], "case 1: 'area' is missing"),
        (consensus_of([1, 7]), "case X, input[1]: 7 is not a whole number from 0 to 5"),
    ],
)
def test_a_refusal_names_the_file_or_the_case_and_the_way_to_the_value(cases: object, sentence: str) -> None:
    with pytest.raises(MalformedCases) as refused:
        verify_cases(cases)
    assert str(refused.value) == sentence


@pytest.mark.parametrize("cases", [None, {}, "cases", [3], [{}], [{"id": "X"}]])
def test_what_is_no_list_of_cases_is_refused(cases: object) -> None:
    with pytest.raises(MalformedCases):
        verify_cases(cases)


def test_two_cases_of_one_id_are_refused() -> None:
    with pytest.raises(MalformedCases, match="another case P1"):
        verify_cases([BY_ID["P1"], BY_ID["P1"]])


def places(value: Any) -> list[list[Any]]:
    """The path of every value inside a value."""
    inner = enumerate(value) if isinstance(value, list) else value.items() if isinstance(value, dict) else ()
    return [[]] + [[name, *rest] for name, own in inner for rest in places(own)]


@given(st.sampled_from(CASES), st.data())
def test_whatever_stands_anywhere_in_a_case_it_is_compared_or_refused(
    case: dict[str, Any], data: st.DataObject
) -> None:
    damaged: Any = copy.deepcopy(case)
    path = data.draw(st.sampled_from([path for path in places(damaged) if path]))
    place = damaged
    for name in path[:-1]:
        place = place[name]
    place[path[-1]] = data.draw(JSON)
    with suppress(MalformedCases):
        assert all(difference.case_id == damaged["id"] for difference in verify_cases([damaged]))


def nested(depth: int) -> list[Any]:
    value: list[Any] = []
    for _ in range(depth):
        value = [value]
    return value


def table_of(area: str, rows: list[list[int]]) -> list[Any]:
    return [{"id": "X", "area": area, "input": rows, "output": 1}]


HUGE_CASES: dict[str, Callable[[], list[Any]]] = {
    "deep": lambda: nested(100_000),
    "a deep input": lambda: consensus_of(nested(100_000)),
    "a long input": lambda: consensus_of([1] * 1_000_000),
    "many names": lambda: consensus_of({str(name): 0 for name in range(100_000)}),
    "a large table": lambda: table_of("concordance", [[1] * 100_000] * 2),
    "many categories": lambda: table_of("alpha", [list(range(101))] * 2),
    "a large number": lambda: consensus_of([10**5000]),
    "a long id": lambda: consensus_of([1], "X" * 1_000_000),
    "an id that clears a screen": lambda: consensus_of([1], "X\x1b[2J"),
    "many cases": lambda: [case for number in range(10_001) for case in consensus_of([1], str(number))],
}
HUGE_OUTPUTS: dict[str, Callable[[], object]] = {
    "deep": lambda: nested(100_000),
    "many names": lambda: {str(name): 0 for name in range(100_000)},
    "a large number": lambda: 10**5000,
    "a long text": lambda: "x" * 1_000_000,
    "no number": lambda: float("nan"),
}


@pytest.mark.timeout(5)
@pytest.mark.parametrize("name", HUGE_CASES)
def test_what_is_deep_or_huge_is_refused_at_once_in_a_short_sentence(name: str) -> None:
    with pytest.raises(MalformedCases) as refused:
        verify_cases(HUGE_CASES[name]())
    assert len(str(refused.value)) < 500
    assert str(refused.value).isprintable()


@pytest.mark.timeout(5)
@pytest.mark.parametrize("name", HUGE_OUTPUTS)
def test_an_output_that_is_deep_or_huge_is_one_short_difference(name: str) -> None:
    for case_id in ("C1", "A1", "S1"):
        (difference, *others) = verify_cases([{**BY_ID[case_id], "output": HUGE_OUTPUTS[name]()}])
        assert others == []
        assert difference.path == ""


def test_a_difference_has_its_case_area_place_and_both_values() -> None:
    case = BY_ID["L3"]
    output = {**case["output"], "score": 2.5, "held_by": ["C1"]}
    score, held_by = verify_cases([{**case, "output": output}])
    assert (score.case_id, score.area, score.path, score.expected) == ("L3", "level", "score", 2.5)
    assert score.computed == pytest.approx(2.190476, abs=1e-6)
    assert (held_by.path, held_by.expected, held_by.computed) == ("held_by", ["C1"], ["C1", "Q", "C6"])
    (whole,) = verify_cases([{**BY_ID["C8"], "output": 0}])
    assert (whole.path, whole.expected, whole.computed) == ("", 0, None)


def test_a_value_missing_from_either_side_is_nothing_there() -> None:
    output = {name: value for name, value in BY_ID["G1"]["output"].items() if name != "need"}
    missing, unknown = verify_cases([{**BY_ID["G1"], "output": {**output, "wish": 1}}])
    assert (missing.path, missing.expected) == ("need", NOTHING)
    assert (unknown.path, unknown.expected, unknown.computed) == ("wish", 1, NOTHING)


def test_answers_of_which_no_case_of_the_file_is_made() -> None:
    def computed(area: str, given: object) -> dict[str, object]:
        case = {"id": "X", "area": area, "input": given, "output": None}
        (difference,) = verify_cases([case])
        assert isinstance(difference.computed, dict)
        return difference.computed

    assert computed("split", {"ratings": [], "agreed": None}) == {"consensus": None, "upper": None, "split": False}
    agreed_away = {"ratings": [0, 5], "agreed": "NA"}
    assert computed("split", agreed_away) == {"consensus": "NA", "upper": "NA", "split": False}
    silent = {attribute_id: [["DK"], []] for attribute_id in BY_ID["CB1"]["input"]["items"]}
    without_level = computed("could-be", {"items": silent, "carry": 67.5})
    assert without_level == {"level": None, "low": None, "high": None, "upper": None, "could_be": None}


def test_true_is_not_1_and_a_text_is_not_a_number() -> None:
    assert len(verify_cases([{**BY_ID["C10"], "output": False}])) == 1
    assert len(verify_cases([{**BY_ID["C10"], "output": "0"}])) == 1
    assert len(verify_cases([{**BY_ID["A1"], "output": {**BY_ID["A1"]["output"], "capped": 0}}])) == 1


def test_plans_are_counted_by_trying_all_and_not_at_all_where_there_are_too_many() -> None:
    def optima(count: int, waves: int) -> object:
        items = {
            f"p{number}": {"process": f"p{number}", "to_level": 1, "value": 1, "effort": 1} for number in range(count)
        }
        levels = dict.fromkeys(items, 0)
        given = {"items": items, "levels": levels, "waves": waves, "capacity": [1] * waves, "hard_links": []}
        case = {"id": "X", "area": "waves", "input": given, "output": {"optima": "?"}}
        return next(own.computed for own in verify_cases([case]) if own.path == "optima")

    assert optima(3, 3) == 6, "the orders of three equal steps"
    assert optima(3, 2) == 6, "two of three, in order"
    assert optima(8, 4) is None


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"hard_links": [["A", "Z"]]}, "case X, input.hard_links[0][1]: 'Z' is not one of A, B"),
        ({"capacity": [4, 4, -1]}, "case X, input.capacity[2]: -1 is not a whole number from 0 to 1000"),
        ({"waves": 0}, "case X, input.waves: 0 is not a whole number from 1 to 12"),
        ({"items": {}}, "case X, input.items: it has 0 names, not 1 to 60"),
    ],
)
def test_a_plan_that_cannot_be_made_is_refused_with_the_value_at_fault(changes: dict[str, Any], words: str) -> None:
    case = {**BY_ID["Z1"], "id": "X", "input": {**BY_ID["Z1"]["input"], **changes}}
    with pytest.raises(MalformedCases) as refused:
        verify_cases([case])
    assert str(refused.value) == words


def test_two_items_of_one_step_are_refused() -> None:
    step = {"process": "A", "to_level": 1, "value": 1, "effort": 1}
    given = {"items": {"one": step, "two": step}, "levels": {"A": 0}, "waves": 1, "capacity": [1], "hard_links": []}
    with pytest.raises(MalformedCases, match="another item takes the same process to level 1"):
        verify_cases([{"id": "X", "area": "waves", "input": given, "output": {}}])


@pytest.mark.parametrize(
    ("area", "given", "words"),
    [
        ("attribute", {"codes": [5, 4], "weights": [1]}, "there are 2 codes and 1 weights"),
        ("attribute", ["DK"], "'DK' is not one of NA"),
        ("attribute", {"codes": [5, 4], "weights": [1, -1]}, "-1 is not a number from 0 to 1000"),
        ("attribute", [[1, 2]], "[1, 2] is not a whole number from 0 to 5"),
        ("not-done", {"codes": [5], "weights": [1], "carry": 70}, "the carry bound is 67.5 or 85"),
        ("not-done", {"codes": [5], "weights": [1, 1], "carry": 85}, "there are 1 codes and 2 weights"),
        ("split", {"ratings": [1, 4], "agreed": 6}, "6 is not a whole number from 0 to 5"),
        ("split", {"ratings": [1, 4], "agreed": "DK"}, "'DK' is not one of NA"),
        ("could-be", {**BY_ID["CB1"]["input"], "carry": 0}, "the carry bound is 67.5 or 85"),
        ("could-be", {"items": {"D": [[1]]}, "carry": 85}, "'C1' is missing"),
        ("could-be", {"items": {**BY_ID["CB1"]["input"]["items"], "D": [4]}, "carry": 85}, "4 is not a list"),
        ("assessed", {"items": {**BY_ID["AS1"]["input"]["items"], "D": []}, "carry": 85}, "it has 0 entries"),
        ("confidence", {**BY_ID["CF1"]["input"], "coverage": 1.1}, "1.1 is not a number from 0 to 1"),
        ("confidence", {**BY_ID["CF1"]["input"], "people": [[3]]}, "it has 1 entries, not 2 to 2"),
        ("confidence", {**BY_ID["CF1"]["input"], "roles": 5}, "5 is not a whole number from 0 to 4"),
        ("agreement-word", [[3, "NA"]], "'NA' is not a whole number from 0 to 5"),
        ("agreement-word", [[3, 3], [3]], "its rows are not all of the same length"),
        ("gap", {"target": 3, "score": None, "level": 1}, "both numbers or both null"),
        ("rollup", [[1, 1.5]], "it has 2 entries, not 3 to 3"),
        ("tau", [[1, 2], [1, 2, 3]], "not of the same length"),
        ("agreement-distribution", [4], "it has 1 entries, not 2 to 100"),
        ("steps", {**BY_ID["Z8"]["input"], "target": 6}, "6 is not a whole number from 0 to 5"),
        ("priority", {"need": 2, "pain": 5, "importance": 5, "leverage": 1, "weights": [1, 1, 1]}, "from 0 to 1"),
    ],
)
def test_an_input_its_area_has_no_use_for_is_refused(area: str, given: object, words: str) -> None:
    with pytest.raises(MalformedCases) as refused:
        verify_cases([{"id": "X", "area": area, "input": given, "output": None}])
    assert words in str(refused.value)
