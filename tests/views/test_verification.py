"""What differs from a worked case is said with its case, its area, its place and both values."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from assessment.domain.cases import verify_cases
from assessment.views.verification import difference_text, verification_summary

CASES: list[dict[str, Any]] = json.loads((Path(__file__).parents[1] / "data" / "method-cases.json").read_text("utf-8"))
BY_ID = {case["id"]: case for case in CASES}


def said(case: dict[str, Any]) -> list[str]:
    return [difference_text(difference) for difference in verify_cases([case])]


def test_a_difference_says_case_area_place_and_both_values() -> None:
    case = BY_ID["L3"]
    assert said({**case, "output": {**case["output"], "score": 2.5, "held_by": ["C1"]}}) == [
        "L3 (level) at score: expected 2.5, computed 2.190476",
        "L3 (level) at held_by: expected ['C1'], computed ['C1', 'Q', 'C6']",
    ]
    assert said({**BY_ID["C8"], "output": 0}) == ["C8 (consensus): expected 0, computed null"]


def test_a_value_missing_from_either_side_is_said_to_be_missing() -> None:
    output = {name: value for name, value in BY_ID["G1"]["output"].items() if name != "need"}
    missing, unknown = said({**BY_ID["G1"], "output": {**output, "wish": 1}})
    assert missing.startswith("G1 (gap) at need: expected nothing of that name, computed ")
    assert unknown == "G1 (gap) at wish: expected 1, computed nothing of that name"


HUGE: dict[str, Callable[[], object]] = {
    "many names": lambda: {str(name): 0 for name in range(100_000)},
    "a large number": lambda: 10**5000,
    "a long text": lambda: "x" * 1_000_000,
}


@pytest.mark.parametrize("name", HUGE)
def test_an_output_that_is_huge_is_said_in_one_short_line(name: str) -> None:
    (line,) = said({**BY_ID["C1"], "output": HUGE[name]()})
    assert len(line) < 500


def test_a_number_beyond_all_bounds_is_said_to_be_beyond_them() -> None:
    (above,) = said({**BY_ID["C1"], "output": 10**5000})
    (below,) = said({**BY_ID["C1"], "output": -(10**5000)})
    assert "expected >1e+15, computed" in above
    assert "expected <-1e+15, computed" in below


def test_cases_are_counted_and_not_the_values_that_differ_in_them() -> None:
    case = BY_ID["L3"]
    differences = verify_cases([{**case, "output": {**case["output"], "score": 0, "level": 5}}, BY_ID["C1"]])
    assert len(differences) == 2
    assert verification_summary(2, differences) == "2 cases, 1 differ"
    assert verification_summary(1, ()) == "1 case, 0 differ"
