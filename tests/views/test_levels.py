"""Levels, distances and all numbers of every process, against cases worked by hand and the sample's own answers."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Callable

import pytest

from assessment.domain.computed import Computed
from assessment.domain.rating.results import ProcessStatus
from assessment.views.levels import level_with_bounds, levels_view, movement_view, processes_view
from assessment.views.model import Mark, View
from assessment.views.wording.levels import could_be, furthest
from tests.computing import mixed, nothing_answered, the_sample

APART = ("1 of 5 not assessed: Releasing.", "1 of 5 not applicable: Process 4.")


def texts(view: View, row_id: str, *column_ids: str) -> tuple[str, ...]:
    return tuple(view.tables[0].cell(row_id, column_id).text for column_id in column_ids)


def values(view: View, row_id: str, *column_ids: str) -> tuple[object, ...]:
    return tuple(view.tables[0].cell(row_id, column_id).value for column_id in column_ids)


def test_processes_are_counted_at_each_level_and_where_they_are_to_be() -> None:
    table = levels_view(mixed()).tables[0]
    assert [row.id for row in table.rows] == [f"level-{level}" for level in range(6)]
    assert [cell.value for cell in table.column("level")] == [0, 1, 2, 3, 4, 5]
    assert [cell.text for cell in table.column("name")][:3] == ["Incomplete", "Performed", "Managed"]
    assert [(cell.text, cell.value) for cell in table.column("now")] == [
        ("0", 0),
        ("2", 2),
        ("1", 1),
        ("0", 0),
        ("0", 0),
        ("0", 0),
    ]
    assert [cell.value for cell in table.column("target")] == [0, 1, 0, 1, 1, 0]
    assert [cell.track.fill for cell in table.column("bar") if cell.track] == [0, 100, 50, 0, 0, 0]


def test_the_level_of_most_is_the_finding_and_the_lower_of_a_tie() -> None:
    assert levels_view(mixed()).finding == "2 of 3 processes stand at level 1."
    narrow = mixed(scope=("planning", "building"))
    assert levels_view(narrow).finding == "1 of 2 processes stands at level 1."


@pytest.mark.parametrize("make", [levels_view, movement_view, processes_view])
def test_a_process_without_a_level_is_named_apart(make: Callable[[Computed], View]) -> None:
    assert make(mixed()).notes[-2:] == APART


def test_the_movement_goes_from_the_score_to_the_target_the_most_levels_first() -> None:
    view = movement_view(mixed())
    assert [row.id for row in view.tables[0].rows] == ["building", "planning", "process-5"]
    columns = ("process", "level", "score", "target", "gap", "to-go", "status")
    assert texts(view, "building", *columns) == ("Building", "1", "1.8", "4", "+2.2", "+3", "Below target")
    assert texts(view, "planning", *columns) == ("Planning", "2", "2.9", "3", "+0.1", "+1", "Below target")
    assert texts(view, "process-5", *columns) == ("Process 5", "1", "1.3", "1", "−0.3", "0", "On target")
    assert values(view, "building", *columns[1:]) == (1, pytest.approx(1 + 18 / 21), 4, 2.2, 3, "below")
    assert values(view, "process-5", *columns[1:]) == (1, pytest.approx(4 / 3), 1, -0.3, 0, "on")


def test_the_dot_is_the_score_and_the_diamond_the_target() -> None:
    track = movement_view(mixed()).tables[0].cell("building", "track").track
    assert track is not None
    assert track.dot == pytest.approx(20 * (1 + 18 / 21))
    assert track.diamond == 80
    assert track.line == (track.dot, track.diamond)
    assert track.ticks == (0, 20, 40, 60, 80, 100)
    assert not track.is_dashed


def test_a_provisional_process_is_dashed_and_said_in_words() -> None:
    view = movement_view(mixed())
    row = view.tables[0].row("process-5")
    assert row.cells[0].note == "provisional"
    assert [own.id for own in view.tables[0].rows if own.cells[3].track and own.cells[3].track.is_dashed] == [
        "process-5"
    ]
    assert view.notes[0] == "Provisional, fewer than half of the questions answered: Process 5."
    assert [(entry.marks, entry.text) for entry in view.tables[0].legend] == [
        (frozenset({Mark.DASHED}), "provisional: fewer than half of the questions answered")
    ]
    without = movement_view(mixed(scope=("planning", "building", "releasing")))
    assert not without.tables[0].legend


def test_those_with_furthest_to_go_are_the_finding() -> None:
    assert movement_view(mixed()).finding == "Building is 3 levels below target."
    assert movement_view(mixed(scope=("process-5",))).finding == "No process is below its target."
    assert furthest(["A", "B"], 1) == "A and B are 1 level below target."
    assert furthest(["A", "B", "C", "D"], 2) == "A, B, C and 1 more are 2 levels below target."


def test_every_process_in_scope_has_its_row_of_numbers() -> None:
    view = processes_view(mixed())
    columns = (
        "process",
        "level",
        "score",
        "target",
        "gap",
        "status",
        "coverage",
        "confidence",
        "held-by",
        "bound-33020",
    )
    assert tuple(column.id for column in view.tables[0].columns) == columns
    assert [row.id for row in view.tables[0].rows] == ["planning", "building", "releasing", "process-4", "process-5"]
    assert texts(view, "planning", *columns) == (
        "Planning",
        "2",
        "2.9",
        "3",
        "+0.1",
        "Below target",
        "100 %",
        "High",
        "definition",
        "1",
    )
    assert texts(view, "process-5", *columns) == (
        "Process 5",
        "1 (could be 2 to 5)",
        "1.3",
        "1",
        "−0.3",
        "On target",
        "27 %",
        "Low",
        "ownership and quality control",
        "1",
    )
    assert values(view, "process-5", "level", "coverage", "confidence", "held-by") == (
        1,
        pytest.approx(3 / 11),
        "low",
        "ownership quality-control",
    )
    assert view.finding == "3 processes have a level: their scores run from 1.3 to 2.9."
    assert [row.group for row in view.tables[0].rows] == ["Group 1"] * 3 + ["Group 2"] * 2


def test_a_process_without_a_level_has_no_number_and_says_why() -> None:
    view = processes_view(mixed())
    level_columns = ("level", "score", "gap", "status", "confidence", "bound-33020")
    for row_id, note in (("releasing", "not assessed"), ("process-4", "not applicable")):
        assert view.tables[0].cell(row_id, "process").note == note
        assert set(texts(view, row_id, *level_columns)) == {"–"}
        assert set(values(view, row_id, *level_columns)) == {None}
    assert texts(view, "releasing", "target") == ("3",)
    assert texts(view, "process-4", "target") == ("–",)


def test_the_33020_level_is_not_the_level() -> None:
    sample = the_sample()
    view = processes_view(sample)
    shown = {row.id: values(view, row.id, "level", "bound-33020") for row in view.tables[0].rows}
    assert shown == {
        process.process_id: (process.level.level, process.bound_33020_level) for process in sample.result.processes
    }
    assert sum(level != bound for level, bound in shown.values()) >= 5


def test_what_a_level_could_be_runs_from_the_low_bound_to_the_highest_reading() -> None:
    process = mixed().result.process("process-5")
    assert (process.basis.shown_low_level, process.basis.shown_high_level) == (1, 5)
    assert level_with_bounds(process) == "1 (could be 2 to 5)"
    assert level_with_bounds(mixed().result.process("releasing")) == "–"
    assert could_be(2, 1, 2) == "2 (could be 1)"
    assert could_be(2, 0, 4) == "2 (could be 0 to 4)"


def test_the_sample_counts_agree_with_its_processes_one_by_one() -> None:
    sample = the_sample()
    assessed = [own for own in sample.result.processes if own.status is ProcessStatus.ASSESSED]
    levels = Counter(own.level.level for own in assessed)
    targets = Counter(own.target.target_level for own in assessed)
    table = levels_view(sample).tables[0]
    assert [cell.value for cell in table.column("now")] == [levels[level] for level in range(6)]
    assert [cell.value for cell in table.column("target")] == [targets[level] for level in range(6)]
    moved = movement_view(sample).tables[0]
    for own in assessed:
        assert own.level.score is not None
        shown = math.floor(own.level.score * 10 + 1e-9) / 10
        assert moved.cell(own.process_id, "score").text == f"{shown:.1f}"
        assert moved.cell(own.process_id, "gap").value == pytest.approx(own.target.target_level - shown)
    distances = [int(cell.value or 0) for cell in moved.column("to-go")]
    assert distances == sorted(distances, reverse=True)


def test_nothing_answered_is_said_and_no_zero_is_shown() -> None:
    empty = nothing_answered()
    assert levels_view(empty).finding == movement_view(empty).finding == "No process has a level yet."
    assert levels_view(empty).empty == "No process has a level yet."
    assert not levels_view(empty).tables[0].rows
    assert not movement_view(empty).tables[0].rows
    assert processes_view(empty).finding == "No process has a level yet."
    assert {cell.text for cell in processes_view(empty).tables[0].column("score")} == {"–"}
    assert processes_view(mixed(scope=())).empty == "No process is in scope yet. Choose the processes in Set-up."
