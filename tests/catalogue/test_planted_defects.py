"""Each defect an author can make is found, at its file and line, and nothing else is reported beside it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from assessment.catalogue import check_framework, load_framework
from tests.catalogue.folders import Values, change, replace, write_folder

Plant = Callable[[Path], object]
PLANNING = "processes/planning.yaml"
BUILDING = "processes/building.yaml"


def edited(name: str, edit: Callable[[Values], object]) -> Plant:
    return lambda folder: change(folder, name, edit)


def swapped(name: str, old: str, new: str) -> Plant:
    return lambda folder: replace(folder, name, old, new)


def appended(name: str, text: str) -> Plant:
    def plant(folder: Path) -> None:
        path = folder / name
        path.write_text(path.read_text() + text)

    return plant


def _double_statement(values: Values) -> None:
    statements = values["attributes"][0]["item"]["statements"]
    statements[3] = statements[1]


DEFECTS: dict[str, tuple[Plant, str, str]] = {
    "broken YAML": (appended(PLANNING, "x: [1\n"), PLANNING, "not valid YAML"),
    "an alias": (appended("glossary.yaml", "more: &a [1]\nagain: *a\n"), "glossary.yaml", "alias"),
    "a key written twice": (appended(PLANNING, "name: Second\n"), PLANNING, "'name' twice"),
    "an unquoted No": (swapped(PLANNING, "why: It matters.", "why: No"), PLANNING, "quotes"),
    "an unquoted date": (swapped(PLANNING, "why: It matters.", "why: 2024-01-01"), PLANNING, "quotes"),
    "a missing file": (lambda folder: (folder / BUILDING).unlink(), BUILDING, "is missing"),
    "a file in no group": (
        lambda folder: (folder / "processes/stray.yaml").write_text("id: stray\n"),
        "processes/stray.yaml",
        "in no group",
    ),
    "a misspelt key": (edited(PLANNING, lambda v: v.update(metric=[])), PLANNING, "not a key"),
    "an empty name": (edited(PLANNING, lambda v: v.update(name="  ")), PLANNING, "name is empty"),
    "a number where text belongs": (edited(PLANNING, lambda v: v.update(why=12)), PLANNING, "must be text"),
    "a process id unlike its file": (edited(PLANNING, lambda v: v.update(id="other")), PLANNING, "file is named"),
    "an activity id twice": (
        edited(PLANNING, lambda v: v["activities"][1].update(id=v["activities"][0]["id"])),
        PLANNING,
        "used twice",
    ),
    "an activity named like an attribute": (
        edited(PLANNING, lambda v: v["activities"][0].update(id="control")),
        PLANNING,
        "id of an attribute",
    ),
    "an activity of an attribute that asks none": (
        edited(PLANNING, lambda v: v["activities"][0].update(attribute="control")),
        PLANNING,
        "asks no activities",
    ),
    "a level nobody can reach, for want of a counting activity": (
        edited(PLANNING, lambda v: [a.update(weight=0.0) for a in v["activities"] if a["attribute"] == "delivery"]),
        PLANNING,
        "level cannot be reached",
    ),
    "a level nobody can reach, for want of an attribute": (
        edited("framework.yaml", lambda v: v["attributes"][3].update(level=2)),
        "framework.yaml",
        "level 3",
    ),
    "a paper activity without its line": (
        edited(PLANNING, lambda v: v["activities"][0].update(origin="paper")),
        PLANNING,
        "name its line",
    ),
    "a scale with a gap": (edited("framework.yaml", lambda v: v["scale"].pop()), "framework.yaml", "at least 6"),
    "five statements": (
        edited("framework.yaml", lambda v: v["attributes"][0]["item"]["statements"].pop()),
        "framework.yaml",
        "at least 6",
    ),
    "two statements alike": (edited("framework.yaml", _double_statement), "framework.yaml", "are alike"),
    "a step of the scale without an action": (
        edited("framework.yaml", lambda v: v["attributes"][0]["actions"].pop()),
        "framework.yaml",
        "no action that leads to F",
    ),
    "an unknown placeholder": (
        edited("framework.yaml", lambda v: v["attributes"][0]["item"].update(question="How is {proces}?")),
        "framework.yaml",
        "'{proces}'",
    ),
    "an overlap that leads nowhere": (
        edited(PLANNING, lambda v: v["activities"][0].update(overlaps=["building.nothing"])),
        PLANNING,
        "not an item of another process",
    ),
    "a linkage to an unknown process": (
        edited("linkages.yaml", lambda v: v["linkages"][0].update(to_process="nowhere")),
        "linkages.yaml",
        "'nowhere' is not in this framework",
    ),
    "a linkage from a process to itself": (
        edited("linkages.yaml", lambda v: v["linkages"][0].update(to_process="planning")),
        "linkages.yaml",
        "to itself",
    ),
    "a linkage id twice": (
        edited("linkages.yaml", lambda v: v["linkages"][1].update(id=v["linkages"][0]["id"])),
        "linkages.yaml",
        "used twice",
    ),
    "a scenario with an unknown process": (
        edited("scenarios.yaml", lambda v: v["scenarios"][0]["processes"][0].update(process="nowhere")),
        "scenarios.yaml",
        "'nowhere' is not in this framework",
    ),
    "a question asked twice": (
        edited(BUILDING, lambda v: v["activities"][0].update(question="How is deliver-1 done in PLANNING ?")),
        BUILDING,
        "alike to that of 'planning.deliver-1'",
    ),
    "an invisible character": (
        edited(PLANNING, lambda v: v.update(why="It \u202ematters.")),
        PLANNING,
        "control character",
    ),
    "a term explained twice": (
        edited("glossary.yaml", lambda v: v["terms"].append({"term": "Step", "meaning": "Again."})),
        "glossary.yaml",
        "used twice",
    ),
}


def test_a_sound_framework_has_no_finding(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    assert check_framework(folder) == ()
    assert [process.id for process in load_framework(folder).processes] == ["planning", "building", "releasing"]


@pytest.mark.parametrize("defect", DEFECTS)
def test_each_planted_defect_is_found_where_it_is(tmp_path: Path, defect: str) -> None:
    plant, file, words = DEFECTS[defect]
    folder = write_folder(tmp_path)
    plant(folder)
    findings = check_framework(folder)
    assert len(findings) == 1, [str(finding) for finding in findings]
    assert findings[0].file == file
    assert words in findings[0].reason


def test_the_line_named_is_the_line_of_the_fault(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    replace(folder, PLANNING, "why: It matters.", "why: No")
    lines = (folder / PLANNING).read_text().splitlines()
    assert check_framework(folder)[0].line == lines.index("why: No") + 1


def test_everything_wrong_is_reported_at_once(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    change(folder, PLANNING, lambda values: values.update(why=12))
    change(folder, BUILDING, lambda values: values.update(name=""))
    change(folder, "scenarios.yaml", lambda values: values.update(stories=1))
    assert {finding.file for finding in check_framework(folder)} == {PLANNING, BUILDING, "scenarios.yaml"}


def test_a_folder_without_a_header_says_what_is_missing(tmp_path: Path) -> None:
    (finding,) = check_framework(tmp_path)
    assert finding.file.endswith("framework.yaml")
    assert "is missing" in finding.reason


def test_at_least_25_defects_are_planted() -> None:
    assert len(DEFECTS) >= 25
