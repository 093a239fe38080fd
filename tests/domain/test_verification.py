"""Worked cases come out as written, a wrong one is named, and a malformed one is refused with its place."""

from __future__ import annotations

import copy
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.verification import AREAS, MalformedCases, verify_cases

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "data" / "method-cases.json").read_text("utf-8"))
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
    assert {case["area"] for case in CASES} == set(AREAS)


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
    assert difference.case_id == case["id"]
    assert str(difference).startswith(f"{case['id']} ({case['area']})")


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
    assert words in str(refused.value)
    assert refused.value.where.startswith("case")


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
        assert all(str(difference) for difference in verify_cases([damaged]))
