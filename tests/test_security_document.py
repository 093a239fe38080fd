"""What docs/security.md says holds has the test it names, and what does not hold says why."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROW = re.compile(r"^\| (\d+\.\d+\.\d+[^|]*) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`(tests/[\w/]+\.py)::(\w+)`")
PLACE = re.compile(r"`(assessment/[\w/.]+)`")


@cache
def rows() -> tuple[tuple[str, str, str, str], ...]:
    return tuple(ROW.findall((ROOT / "docs" / "security.md").read_text("utf-8")))


def test_every_chapter_has_its_rows_and_each_says_whether_it_holds() -> None:
    assert {number.split(".")[0] for number, *_ in rows()} == {"2", "3", "5", "6", "7", "8", "13", "14"}
    assert {holds for _, _, holds, _ in rows()} <= {"yes", "in part", "no", "-"}
    assert len({number for number, *_ in rows()}) == len(rows()) > 100


@pytest.mark.parametrize("row", rows(), ids=lambda row: str(row[0]))
def test_the_tests_and_places_that_a_row_names_exist(row: tuple[str, str, str, str]) -> None:
    for file, test in NAMED.findall(row[3]):
        assert f"def {test}(" in (ROOT / file).read_text("utf-8"), row[0]
    assert row[3].count("::") == len(NAMED.findall(row[3]))
    for place in PLACE.findall(row[3]):
        assert (ROOT / place).exists(), place
