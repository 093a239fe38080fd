"""The groups in numbers: in the order that METHOD.md section 10 asks for, and what has no level named apart."""

from __future__ import annotations

import pytest

from assessment.views.groups import groups_view
from assessment.views.wording.groups import furthest
from tests.computing import mixed, nothing_answered, the_sample

COLUMNS = ("group", "at-target", *(f"level-{level}" for level in range(6)), "mean", "floor", "lowest")


def test_columns_stand_in_the_order_at_target_levels_mean_floor() -> None:
    assert tuple(column.id for column in groups_view(mixed()).tables[0].columns) == COLUMNS


def test_every_group_and_the_whole_are_counted() -> None:
    table = groups_view(mixed()).tables[0]
    shown = {row.id: tuple(cell.text for cell in row.cells) for row in table.rows}
    assert shown == {
        "group-1": ("Group 1", "0 of 2", "", "1", "1", "", "", "", "2.0", "1", "Building"),
        "group-2": ("Group 2", "1 of 1", "", "1", "", "", "", "", "1.3", "1", "Process 5"),
        "whole": ("All", "1 of 3", "", "2", "1", "", "", "", "1.9", "1", "Building and Process 5"),
    }
    assert [row.id for row in table.rows] == ["group-1", "group-2", "whole"]
    planning, building, fifth = 2 + (1 + 1 + 0.8) / 3, 1 + 18 / 21, 4 / 3
    assert table.cell("group-1", "mean").value == pytest.approx((planning + 5 * building) / 6)
    assert table.cell("whole", "mean").value == pytest.approx((planning + 5 * building + fifth) / 7)
    assert [cell.value for cell in table.row("whole").cells] == [
        "whole",
        1,
        0,
        2,
        1,
        0,
        0,
        0,
        pytest.approx(1.93605, abs=1e-4),
        1,
        "building process-5",
    ]


def test_a_process_without_a_level_stands_by_name_under_its_group() -> None:
    view = groups_view(mixed())
    assert view.tables[0].cell("group-1", "group").note == "1 of 3 not assessed: Releasing."
    assert view.tables[0].cell("group-2", "group").note == "1 of 2 not applicable: Process 4."
    assert view.tables[0].cell("whole", "group").note == ""
    assert view.notes == ("1 of 5 not assessed.", "1 of 5 not applicable.")


def test_a_group_without_any_level_has_dashes_and_no_zero() -> None:
    view = groups_view(nothing_answered())
    assert view.finding == "No process has a level yet."
    for row in view.tables[0].rows:
        assert {cell.text for cell in row.cells[1:]} == {"–"}
        assert {cell.value for cell in row.cells[1:]} == {None}


def test_the_group_with_the_smallest_share_at_target_has_furthest_to_go() -> None:
    assert groups_view(mixed()).finding == ("Group 1 has furthest to go: 0 of 2 processes at target, mean score 2.0.")
    assert groups_view(mixed(scope=("process-5",))).finding == "Every process with a level is at its target."
    assert furthest("One", 0, 1, 0.99) == "One has furthest to go: 0 of 1 process at target, mean score 0.9."


def test_the_sample_is_rolled_up_as_its_processes_say() -> None:
    sample = the_sample()
    table = groups_view(sample).tables[0]
    for group in sample.framework.groups:
        own = [process for process in sample.result.processes if process.process_id in group.processes]
        levels = [process.level.level for process in own if process.level.level is not None]
        reached = sum(
            process.level.level is not None and process.level.level >= process.target.target_level for process in own
        )
        assert table.cell(group.id, "at-target").text == f"{reached} of {len(levels)}"
        assert table.cell(group.id, "floor").value == min(levels)
        assert [table.cell(group.id, f"level-{level}").value for level in range(6)] == [
            levels.count(level) for level in range(6)
        ]


def test_nothing_in_scope_says_what_to_do() -> None:
    view = groups_view(mixed(scope=()))
    assert view.empty == "No process is in scope yet. Choose the processes in Set-up."
    assert not view.tables[0].rows
