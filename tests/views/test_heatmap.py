"""The heatmap in its three states and after a wave, against a case worked by hand and the sample's own results."""

from __future__ import annotations

import pytest

from assessment.domain.answered.assessment import Target, TargetCell
from assessment.domain.rating.results import Confidence, Outcome
from assessment.domain.rating.scale import letter_of_percent
from assessment.views.heatmap import HeatmapState, heatmap_view, projected_view
from assessment.views.heatmap_scale import gap_name, gap_style
from assessment.views.model import Mark, Table
from tests.builders import ATTRIBUTE_IDS, tiny_framework
from tests.computing import mixed, nothing_answered, the_sample
from tests.views.plans import Given, a_plan, a_step, given

RATED_FIRST = ("delivery", "ownership", "quality-control", "definition", "measurement")


def letters(table: Table, process_id: str) -> str:
    return " ".join(table.cell(process_id, attribute_id).text for attribute_id in ATTRIBUTE_IDS)


def percents(table: Table, process_id: str) -> list[object]:
    return [table.cell(process_id, attribute_id).value for attribute_id in ATTRIBUTE_IDS]


def test_as_is_shows_the_letter_of_each_attribute_and_its_exact_percent() -> None:
    table = heatmap_view(mixed(), HeatmapState.AS_IS).tables[0]
    assert letters(table, "planning") == "L+ L+ L+ P+ P- P- P- P-"
    assert percents(table, "planning") == [80, 80, 80, 40, 20, 20, 20, 20]
    assert letters(table, "building") == "L- L- L- L- L- L- L- L-"
    assert [table.cell(row.id, "level").text for row in table.rows] == ["2", "1", "–", "–", "1"]
    assert [table.cell("planning", name).style for name in RATED_FIRST] == [
        "rating-4",
        "rating-4",
        "rating-4",
        "rating-2",
        "rating-1",
    ]


def test_to_be_shows_what_the_target_asks_for() -> None:
    table = heatmap_view(mixed(), HeatmapState.TO_BE).tables[0]
    assert letters(table, "planning") == "L+ L+ L+ L+ P- P- P- P-"
    assert percents(table, "planning") == [80, 80, 80, 80, 20, 20, 20, 20]
    assert letters(table, "building") == "L+ L+ L+ L+ L+ L+ L- L-"
    assert [table.cell(row.id, "level").value for row in table.rows] == [3, 4, 3, None, 1]


def test_the_gap_is_to_be_minus_as_is_in_points_and_levels() -> None:
    table = heatmap_view(mixed(), HeatmapState.GAP).tables[0]
    assert letters(table, "planning") == "0 0 0 +40 0 0 0 0"
    assert letters(table, "building") == "+20 +20 +20 +20 +20 +20 0 0"
    assert percents(table, "building") == [20, 20, 20, 20, 20, 20, 0, 0]
    assert [table.cell(row.id, "level").text for row in table.rows] == ["+1", "+3", "–", "–", "0"]
    assert table.cell("planning", "definition").style == "gap-2"
    assert table.cell("building", "delivery").style == "gap-1"
    assert table.cell("building", "optimization").style == "gap-0"


def test_what_lies_above_target_is_a_negative_gap_on_a_scale_of_its_own() -> None:
    target = Target(process_id="planning", level=1, cells=(TargetCell(attribute_id="delivery", code=1),))
    table = heatmap_view(mixed(targets=(target,)), HeatmapState.GAP).tables[0]
    cell = table.cell("planning", "delivery")
    assert (cell.text, cell.value, cell.style) == ("−60", -60, "above-2")
    assert [entry.text for entry in table.legend if entry.style.startswith("above")] == ["above by more than 40"]


def test_nothing_rated_is_a_dot_not_applicable_a_dash_and_neither_is_zero() -> None:
    as_is, to_be, gap = (heatmap_view(mixed(), state).tables[0] for state in HeatmapState)
    assert letters(as_is, "releasing") == "• • • • • • • •"
    assert letters(to_be, "releasing") == "L+ L+ L+ L+ • • • •"
    assert letters(gap, "releasing") == "• • • • • • • •"
    for table in (as_is, to_be, gap):
        assert letters(table, "process-4") == "– – – – – – – –"
        assert {cell.value for cell in table.row("process-4").cells[1:]} == {None}
        assert table.cell("releasing", "process").note == "not assessed"
        assert table.cell("process-4", "process").note == "not applicable"
    assert letters(as_is, "process-5") == "L+ • • • • • • •"
    assert letters(to_be, "process-5") == "L+ • • • • • • •"
    assert letters(gap, "process-5") == "0 • • • • • • •"


def test_a_cell_set_by_hand_to_nothing_is_shown_as_it_was_set() -> None:
    target = Target(process_id="process-5", level=1, cells=(TargetCell(attribute_id="ownership", code=0),))
    table = heatmap_view(mixed(targets=(target,)), HeatmapState.TO_BE).tables[0]
    assert table.cell("process-5", "ownership").text == "N"
    assert table.cell("process-5", "definition").text == "•"


def test_low_confidence_is_hatched_and_provisional_dashed_where_the_as_is_is_shown() -> None:
    for state in (HeatmapState.AS_IS, HeatmapState.GAP):
        view = heatmap_view(mixed(), state)
        table = view.tables[0]
        assert table.cell("process-5", "delivery").marks == {Mark.HATCHED, Mark.DASHED}
        assert not table.cell("process-5", "ownership").marks
        assert not table.cell("planning", "delivery").marks
        explained = {mark: entry.text for entry in table.legend for mark in entry.marks}
        assert explained == {
            Mark.HATCHED: "low confidence",
            Mark.DASHED: "provisional: fewer than half answered",
        }
    to_be = heatmap_view(mixed(), HeatmapState.TO_BE).tables[0]
    assert not any(cell.marks for row in to_be.rows for cell in row.cells)
    assert not any(entry.marks for entry in to_be.legend)


@pytest.mark.parametrize("state", HeatmapState)
def test_the_legend_explains_every_step_mark_and_sign_that_occurs(state: HeatmapState) -> None:
    for computed in (mixed(), the_sample()):
        table = heatmap_view(computed, state).tables[0]
        cells = [cell for row in table.rows for cell in row.cells[2:]]
        assert {cell.style for cell in cells} <= {entry.style for entry in table.legend}
        assert {mark for cell in cells for mark in cell.marks} == {
            mark for entry in table.legend for mark in entry.marks
        }
        assert {cell.text for cell in cells if cell.style == "blank"} == {
            entry.sign for entry in table.legend if entry.sign
        }


def test_the_sample_is_hatched_and_dashed_where_its_confidence_says_so() -> None:
    sample = the_sample()
    table = heatmap_view(sample, HeatmapState.AS_IS).tables[0]
    marked = {
        mark: {row.id for row in table.rows if any(mark in cell.marks for cell in row.cells)}
        for mark in (Mark.HATCHED, Mark.DASHED)
    }
    processes = sample.result.processes
    assert marked[Mark.HATCHED] == {
        own.process_id for own in processes if own.is_assessed and own.basis.confidence is Confidence.LOW
    }
    assert marked[Mark.DASHED] == {own.process_id for own in processes if own.is_assessed and own.basis.is_provisional}
    assert marked[Mark.HATCHED] != marked[Mark.DASHED]


@pytest.mark.parametrize("state", HeatmapState)
def test_the_sample_shows_each_attribute_as_it_was_computed(state: HeatmapState) -> None:
    sample = the_sample()
    table = heatmap_view(sample, state).tables[0]
    for process in sample.result.processes:
        for attribute, target in zip(process.attributes, process.target.cells, strict=True):
            cell = table.cell(process.process_id, attribute.attribute_id)
            if attribute.outcome is not Outcome.RATED:
                assert cell.text in "•–" or state is HeatmapState.TO_BE
                continue
            expected = {
                HeatmapState.AS_IS: attribute.percent,
                HeatmapState.TO_BE: target.to_be_percent,
                HeatmapState.GAP: target.gap_percent,
            }[state]
            assert expected is not None
            assert cell.value == expected
            if state is not HeatmapState.GAP:
                assert cell.text == letter_of_percent(expected).value


def test_rows_stand_in_groups_in_the_order_of_the_framework() -> None:
    table = heatmap_view(mixed(), HeatmapState.AS_IS).tables[0]
    assert [(row.group, row.id) for row in table.rows] == [
        ("Group 1", "planning"),
        ("Group 1", "building"),
        ("Group 1", "releasing"),
        ("Group 2", "process-4"),
        ("Group 2", "process-5"),
    ]
    assert [column.id for column in table.columns] == ["process", "level", *ATTRIBUTE_IDS]


def test_findings_are_the_numbers_shown() -> None:
    as_is, to_be, gap = (heatmap_view(mixed(), state) for state in HeatmapState)
    assert as_is.finding == "1 of 3 processes is at its target."
    assert to_be.finding == "1 of 3 processes is to reach level 1."
    # definition: 40, 20 and, of process-5, unknown: 30 on average over those that show a number
    assert gap.finding == "The widest gap is in definition: 30 points on average."
    reached = mixed(scope=("process-5",))
    assert heatmap_view(reached, HeatmapState.GAP).finding == "No gap is left."


def test_notes_name_what_marks_cannot_say_to_those_who_do_not_see_them() -> None:
    as_is, to_be, gap = (heatmap_view(mixed(), state) for state in HeatmapState)
    assert as_is.notes[1:] == (
        "Low confidence: Process 5.",
        "Provisional, fewer than half of the questions answered: Process 5.",
        "1 of 5 not assessed.",
        "1 of 5 not applicable.",
    )
    assert as_is.notes[0].startswith(
        "Most often the next level is held by delivery, ownership, quality control and definition: in 1 process."
    )
    assert to_be.notes == ("1 target of 3 is the default, level 3. The others were set for the process.",)
    assert gap.notes == (
        "2 processes are below target, 4 levels in all.",
        "The widest distance is in Building: 2.2 from its target of 4.",
    )


def test_cells_set_by_hand_are_counted() -> None:
    target = Target(process_id="planning", level=3, cells=(TargetCell(attribute_id="control", code=4),))
    assert "1 cell of the profile was set by hand." in heatmap_view(mixed(targets=(target,)), HeatmapState.TO_BE).notes


@pytest.mark.parametrize("state", HeatmapState)
def test_where_nothing_is_answered_no_state_claims_anything(state: HeatmapState) -> None:
    view = heatmap_view(nothing_answered(), state)
    assert view.finding == "No process has a level yet."
    assert not any("gap" in note or "below" in note for note in view.notes)
    empty = heatmap_view(mixed(scope=()), state)
    assert empty.empty == "No process is in scope yet. Choose the processes in Set-up."


def test_a_gap_has_the_step_whose_upper_edge_it_does_not_pass() -> None:
    steps = {0.0: "gap-0", 0.5: "gap-1", 20.0: "gap-1", 20.1: "gap-2", 80.0: "gap-4", 100.0: "gap-5"}
    assert {points: gap_style(points) for points in steps} == steps
    above = {-0.5: "above-0", -20.0: "above-0", -20.5: "above-1", -40.0: "above-1", -40.5: "above-2", -100.0: "above-2"}
    assert {points: gap_style(points) for points in above} == above
    assert (gap_name(0.0), gap_name(60.0), gap_name(-100.0)) == ("none", "up to 60", "above by more than 40")


def planned() -> Given:
    """Planning is raised in wave 1 and again in wave 2, building in wave 2."""
    first = {**dict.fromkeys(ATTRIBUTE_IDS, 20.0), **dict.fromkeys(RATED_FIRST[:3], 80.0), "definition": 80.0}
    second = {**first, "measurement": 80.0, "control": 80.0}
    plan = a_plan(
        a_step("planning", 2, 3, 1, profile_after=first),
        a_step("planning", 3, 4, 2, profile_after=second),
        a_step("building", 1, 2, 2, profile_after={**dict.fromkeys(ATTRIBUTE_IDS, 60.0), "delivery": 80.0}),
        wave_count=3,
    )
    return given(mixed().assessment, tiny_framework(process_count=5), plan)


def test_before_the_first_wave_the_projection_is_today() -> None:
    view = projected_view(planned(), 0)
    assert view.tables[0].rows == heatmap_view(planned(), HeatmapState.AS_IS).tables[0].rows
    assert view.finding == "1 of 3 processes at target today."


def test_after_each_wave_the_projection_shows_what_the_steps_so_far_lead_to() -> None:
    tables = {number: projected_view(planned(), number).tables[0] for number in range(4)}
    assert {number: letters(table, "planning") for number, table in tables.items()} == {
        0: "L+ L+ L+ P+ P- P- P- P-",
        1: "L+ L+ L+ L+ P- P- P- P-",
        2: "L+ L+ L+ L+ L+ L+ P- P-",
        3: "L+ L+ L+ L+ L+ L+ P- P-",
    }
    assert {number: letters(table, "building") for number, table in tables.items()} == {
        0: "L- L- L- L- L- L- L- L-",
        1: "L- L- L- L- L- L- L- L-",
        2: "L+ L- L- L- L- L- L- L-",
        3: "L+ L- L- L- L- L- L- L-",
    }
    levels = {number: [cell.value for cell in table.column("level")] for number, table in tables.items()}
    assert levels == {0: [2, 1, None, None, 1], 1: [3, 1, None, None, 1], 2: [4, 2, None, None, 1], 3: levels[2]}
    assert tables[1].cell("planning", "definition").value == 80


def test_the_finding_of_a_projection_is_the_wave_and_its_processes_at_target() -> None:
    # of a plan made by hand, n processes are at target after wave n
    assert projected_view(planned(), 2).finding == "2 of 3 processes at target after Wave 2 (months 4 to 6)."


def test_a_process_without_a_level_stays_as_it_is_in_every_projection() -> None:
    for number in range(4):
        table = projected_view(planned(), number).tables[0]
        assert letters(table, "releasing") == "• • • • • • • •"
        assert letters(table, "process-4") == "– – – – – – – –"
        assert letters(table, "process-5") == "L+ • • • • • • •"
