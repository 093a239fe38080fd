"""What moved since last year's sample, which was made of this year's by known changes."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from assessment.domain.comparing.compared import Compared
from assessment.domain.comparing.results import (
    Candidate,
    Candidates,
    ItemFate,
    ItemMap,
    LeftOut,
    Movement,
    MoveReason,
    MoveReasonKind,
    NothingReason,
    Obstacle,
    ObstacleKind,
    StepFate,
    StepReached,
)
from assessment.domain.computed import Computed
from assessment.views.comparison.candidates import blocked_lines, candidate_names
from assessment.views.comparison.deltas import delta_style
from assessment.views.comparison.naming import naming_of
from assessment.views.comparison.reasons import reason_text
from assessment.views.comparison.since import since_view
from assessment.views.comparison.trend import trend_view
from assessment.views.model import Mark, View
from assessment.views.wording.comparison import planned, since
from tests.last_year import FELL, IMPROVED, NEW, OTHERS, RETARGETED, beside_last_year, last_year, this_year


@pytest.fixture(scope="module")
def beside() -> Computed:
    return beside_last_year()


@pytest.fixture(scope="module")
def view(beside: Computed) -> View:
    return since_view(beside)


def compared_of(beside: Computed) -> Compared:
    assert beside.compared is not None
    return beside.compared


def test_the_finding_counts_which_way_the_processes_went(view: View) -> None:
    assert view.question == "Since last time"
    assert view.finding == "2 of 16 processes improved since 15 September 2025, 1 fell and 13 stand where they stood."


def test_the_facts_say_before_and_now_and_what_is_beyond_noise(view: View) -> None:
    told = {fact.id: (fact.text, fact.note) for fact in view.facts}
    assert told == {
        "improved": ("2", "1 beyond noise"),
        "fell": ("1", "1 beyond noise"),
        "same": ("13", ""),
        "at-target": ("4 of 17", "Before: 3 of 16; 1 target changed"),
        "mean": ("2.0", "Before: 1.9"),
        "people": ("14", "Before: 14"),
    }


def test_what_nothing_is_known_of_the_noise_of_is_not_counted_as_beyond_it(beside: Computed) -> None:
    compared = compared_of(beside)
    moves = tuple(replace(move, is_beyond_noise=None) for move in compared.comparison.processes)
    view = since_view(beside.beside(replace(compared, comparison=replace(compared.comparison, processes=moves))))
    assert view.fact("improved").note == "None beyond noise"
    assert view.table("since-movement").cell(OTHERS, "moved").text == "Improved"


def test_what_moved_most_stands_first_and_what_did_not_last(view: View) -> None:
    table = view.table("since-movement")
    assert [row.id for row in table.rows][:4] == [IMPROVED, OTHERS, FELL, NEW]
    assert all(table.cell(row.id, "moved").value == "same" for row in table.rows[4:])


def test_level_and_score_before_and_now_are_those_of_the_two_assessments(view: View) -> None:
    table = view.table("since-movement")
    for row in table.rows:
        now = this_year().result.process(row.id)
        assert table.cell(row.id, "level").value == now.level.level
        assert table.cell(row.id, "score").value == now.level.score
        assert table.cell(row.id, "target").value == now.target.target_level
        if row.id != NEW:
            before = last_year().result.process(row.id)
            assert table.cell(row.id, "level-before").value == before.level.level
            assert table.cell(row.id, "score-before").value == before.level.score
            assert table.cell(row.id, "target-before").value == before.target.target_level


def test_a_change_is_the_difference_of_the_scores_that_are_shown(view: View) -> None:
    table = view.table("since-movement")
    assert [table.cell(IMPROVED, one).text for one in ("score-before", "score", "change")] == ["1.8", "3.9", "+2.1"]
    assert [table.cell(FELL, one).text for one in ("score-before", "score", "change")] == ["1.7", "0.4", "−1.3"]
    assert table.cell(NEW, "change").text == "–"


def test_what_moved_no_further_than_noise_says_so(view: View) -> None:
    cell = view.table("since-movement").cell(OTHERS, "moved")
    assert cell.text == "Improved, not beyond noise"
    assert cell.marks == {Mark.QUIET}
    assert view.table("since-movement").cell(IMPROVED, "moved").text == "Improved"
    assert view.notes[0].startswith("Not beyond noise: Service Level Management.")


def test_a_changed_target_is_printed_as_changed_and_moves_nothing(view: View) -> None:
    table = view.table("since-movement")
    assert [table.cell(RETARGETED, one).text for one in ("target-before", "target")] == ["2", "3, was 2"]
    assert table.cell(RETARGETED, "moved").text == "Same"
    assert "Targets that are others now: Change Management (was 2, now 3). Another target is no progress." in view.notes
    assert table.cell(IMPROVED, "target").text == "4"


def test_what_came_into_scope_is_new_and_not_better(view: View) -> None:
    table = view.table("since-movement")
    assert table.cell(NEW, "moved").text == "New"
    assert "In scope now and not before: Supplier Management." in view.notes


def test_the_drawing_of_a_row_has_before_now_and_target(view: View) -> None:
    cell = view.table("since-movement").cell(IMPROVED, "track")
    assert cell.track is not None
    assert cell.spoken == "before 1.8, now 3.9, target 4"
    assert cell.track.ring is not None
    assert cell.track.dot is not None
    assert cell.track.ring < cell.track.dot < (cell.track.diamond or 0) == 80
    came = view.table("since-movement").cell(NEW, "track").track
    assert came is not None
    assert came.ring is None
    assert came.line is None


def test_each_reason_is_a_sentence_with_its_part_of_the_change(view: View) -> None:
    table = view.table("since-reasons")
    told = {row.id: (table.cell(row.id, "why").text, table.cell(row.id, "part").text) for row in table.rows}
    assert told[f"{IMPROVED}:0"] == (
        "The same people answer otherwise: 19 questions have another value (Accept calls and requests for help, "
        "Log incidents, Categorise incidents and 16 more).",
        "+2.09",
    )
    assert told[f"{IMPROVED}:1"][0].startswith("What was agreed in the room, in place of a median or of another value")
    assert told[f"{OTHERS}:0"][0].endswith("9 answered now and 8 before; which of the two it was is not told.")
    assert told[f"{OTHERS}:1"] == (
        "8 answered before and 9 now: of an even number the lower of the two middle answers counts. With the upper one "
        "it would not have moved so.",
        "–",
    )
    assert told[f"{NEW}:0"] == ("It came into scope.", "–")
    assert {row.cells[0].value for row in table.rows} == {IMPROVED, OTHERS, FELL, NEW}


def test_the_parts_of_a_process_add_up_to_its_change(view: View) -> None:
    reasons, movement = view.table("since-reasons"), view.table("since-movement")
    parts = [row.cells[2].value for row in reasons.rows if row.cells[0].value == IMPROVED]
    change = movement.cell(IMPROVED, "change").value
    assert sum(part for part in parts if isinstance(part, float)) == pytest.approx(change)


@pytest.mark.parametrize(
    ("kind", "is_told_apart", "said"),
    [
        (MoveReasonKind.ANSWERS_CHANGED, True, "The same people answer otherwise."),
        (MoveReasonKind.ANSWERS_CHANGED, False, "9 people answer now as before"),
        (MoveReasonKind.PEOPLE_CHANGED, True, "Other people answer: 9 now, 8 before."),
        (MoveReasonKind.PEOPLE_CHANGED, False, "Other people or other answers. 9 answered now and 8 before"),
        (MoveReasonKind.AGREED_REPLACED, True, "What was agreed in the room is another than before."),
        (MoveReasonKind.CONTENT_CHANGED, True, "Questions asked now and not before: Close the loop."),
        (MoveReasonKind.BOUND_CHANGED, True, "What a level needs before the next one counts was 67.5 % and is 67.5 %."),
    ],
)
def test_every_kind_of_reason_has_its_sentence(
    beside: Computed, kind: MoveReasonKind, is_told_apart: bool, said: str
) -> None:
    compared = compared_of(beside)
    fate = ItemFate(item_id=f"{OTHERS}.close", process_id=OTHERS, name="Close the loop")
    items = ItemMap(same_count=1, reworded=(), moved=(), new=(fate,), gone=())
    comparison = replace(compared.comparison, items=items)
    move = replace(comparison.process(OTHERS), people_shared=None)
    reason = MoveReason(kind=kind, is_told_apart=is_told_apart)
    assert said in reason_text(comparison, naming_of(beside, compared), move, reason)


def test_people_who_answered_both_times_are_counted_and_never_named(beside: Computed) -> None:
    compared = compared_of(beside)
    move = replace(compared.comparison.process(OTHERS), people_shared=7)
    reason = MoveReason(kind=MoveReasonKind.PEOPLE_CHANGED)
    assert reason_text(compared.comparison, naming_of(beside, compared), move, reason) == (
        "Other people answer: 9 now, 8 before, 7 of them both times."
    )


def test_the_changes_of_attributes_are_those_of_the_two_and_fall_into_steps(view: View) -> None:
    table = view.table("since-deltas")
    for row in table.rows:
        for column in table.columns[2:]:
            now = this_year().result.process(row.id).attribute(column.id).percent
            cell = table.cell(row.id, column.id)
            before = None if row.id == NEW else last_year().result.process(row.id).attribute(column.id).percent
            if now is None or before is None:
                assert (cell.text, cell.style, cell.value) == ("–", "blank", None)
            else:
                assert cell.value == pytest.approx(now - before)
                assert cell.style == delta_style(now - before)
    assert table.cell(IMPROVED, "level").text == "1 to 3"
    assert table.cell(IMPROVED, "delivery").text == "+20"
    assert table.cell(FELL, "delivery").text == "−40"
    assert table.cell(OTHERS, "delivery").marks == {Mark.HATCHED}
    assert table.cell(OTHERS, "control").marks == frozenset()


def test_the_scale_of_changes_names_what_occurs_with_its_sign_and_its_hatch(view: View) -> None:
    legend = view.table("since-deltas").legend
    assert [(one.style, one.text) for one in legend] == [
        ("gap-2", "down by up to 40"),
        ("rating-0", "no change"),
        ("rating-1", "up by up to 20"),
        ("rating-1", "not beyond noise: each score lies in the range of the other"),
        ("blank", "not there on one side"),
    ]


def test_an_edge_belongs_to_the_lower_step() -> None:
    assert [delta_style(points) for points in (20.0, 20.1, -60.0, -60.1, 100.0)] == [
        *("rating-1", "rating-2", "gap-3", "gap-4", "rating-5")
    ]


def test_the_former_plan_is_held_against_what_was_reached(beside: Computed, view: View) -> None:
    table, comparison = view.table("since-planned"), compared_of(beside).comparison
    assert len(table.rows) == len(comparison.planned.steps)
    row = next(row for row in table.rows if row.id.startswith(f"{IMPROVED}:1:3:"))
    assert [cell.text for cell in row.cells[1:]] == ["1 to 3", "2", "Landed", "3"]
    landed, not_landed = (len(comparison.planned.of(fate)) for fate in (StepFate.LANDED, StepFate.NOT_LANDED))
    assert table.notes[0].startswith(f"Of {landed + not_landed} planned steps {landed} landed")
    assert "No plan was saved as the plan" in table.notes[1]


def test_a_step_for_nothing_says_why_and_one_that_is_not_due_has_time(beside: Computed) -> None:
    compared = compared_of(beside)
    base: dict[str, Any] = {"process_id": IMPROVED, "from_level": 1, "to_level": 2, "wave": 1, "reached_level": 1}
    steps = (
        StepReached(fate=StepFate.FOR_NOTHING, is_due=True, for_nothing=NothingReason.TARGET_LOWERED, **base),
        StepReached(fate=StepFate.NOT_LANDED, is_due=False, for_nothing=None, **base),
        StepReached(fate=StepFate.UNPLANNED, is_due=None, for_nothing=None, **{**base, "wave": None}),
    )
    plan = replace(compared.comparison.planned, plan_name="Board plan", steps=steps)
    changed = beside.beside(replace(compared, comparison=replace(compared.comparison, planned=plan)))
    table = since_view(changed).table("since-planned")
    assert [row.cells[3].text for row in table.rows] == [
        "Planned for nothing: its target was lowered",
        "Not landed: its wave is not over",
        "Reached without a plan",
    ]
    assert [row.cells[2].text for row in table.rows] == ["1", "1", "–"]
    assert table.notes == (
        "Of 2 planned steps none landed, 1 did not and 1 was planned for nothing. 1 step was taken without the plan.",
        "The plan is the one saved as Board plan.",
        "1 step that did not land is in a wave that was not over.",
    )


def test_a_step_of_a_process_that_neither_side_knows_goes_by_its_id(beside: Computed) -> None:
    compared = compared_of(beside)
    steps = compared.comparison.planned.steps
    told = replace(compared.comparison.planned, steps=(replace(steps[0], process_id="gone"), *steps[1:]))
    view = since_view(beside.beside(replace(compared, comparison=replace(compared.comparison, planned=told))))
    assert view.table("since-planned").rows[0].cells[0].text == "gone"


def test_both_sides_are_named_with_the_rules_their_levels_came_about_by(view: View) -> None:
    table = view.table("since-sides")
    told = {row.id: (row.cells[1].text, row.cells[2].text) for row in table.rows}
    assert told["name"] == ("Group IT, autumn 2025", "Group IT, autumn 2026")
    assert told["date"] == ("15 September 2025", "14 September 2026")
    assert told["people"] == ("14", "14")
    assert told["bound"] == ("67.5 %", "67.5 %")
    assert "One is a copy of the other" in table.notes[0]


def test_questions_that_only_one_version_asks_are_named(beside: Computed) -> None:
    compared = compared_of(beside)
    gone = ItemFate(item_id="x.y", process_id=IMPROVED, name="Fill in the log")
    items = replace(compared.comparison.items, gone=(gone,))
    changed = beside.beside(replace(compared, comparison=replace(compared.comparison, items=items)))
    assert "Questions asked before and not now: Fill in the log." in since_view(changed).table("since-sides").notes


def test_beside_nothing_the_view_says_what_to_do() -> None:
    view = since_view(this_year())
    assert view.empty.startswith("There is no earlier assessment to compare with. Copy this one")
    assert view.tables == ()


def test_a_row_of_three_has_each_score_with_its_level_and_the_mean(beside: Computed) -> None:
    view = trend_view(beside)
    assert (
        view.finding
        == "3 assessments from 15 September 2024 to 14 September 2026: the mean score went from 1.8 to 2.0."
    )
    table = view.table("trend")
    assert [column.name for column in table.columns[1:]] == ["Sept 2024", "Sept 2025", "Sept 2026"]
    assert [cell.text for cell in table.row(IMPROVED).cells[1:]] == ["0.7 (level 0)", "1.8 (level 1)", "3.9 (level 3)"]
    assert [cell.text for cell in table.row(NEW).cells[1:]] == ["–", "–", "2.7 (level 2)"]
    assert [cell.text for cell in table.rows[-1].cells[1:]] == ["1.8", "1.9", "2.0"]


def test_a_trend_says_what_it_leaves_out_and_two_are_none(beside: Computed) -> None:
    compared = compared_of(beside)
    assert compared.trend is not None
    obstacle = Obstacle(kind=ObstacleKind.DEPTH, before="quick", after="full")
    without = replace(compared.trend, left_out=(LeftOut(side=compared.comparison.before, obstacle=obstacle),))
    assert trend_view(beside.beside(replace(compared, trend=without))).notes == (
        "Left out: Group IT, autumn 2025, because one was asked at quick depth, the other at full depth, and such "
        "levels are never compared.",
    )
    two = replace(compared.trend, sides=compared.trend.sides[:2])
    assert trend_view(beside.beside(replace(compared, trend=two))).empty == (
        "A trend takes three assessments that can be compared."
    )


def test_the_box_offers_what_can_be_compared_and_the_rest_says_why_not() -> None:
    header = last_year().assessment.header
    obstacle = Obstacle(kind=ObstacleKind.BOUND, before="85", after="67.5")
    candidates = Candidates(
        found=(
            Candidate(header=header.model_copy(update={"id": "a"}), obstacle=None),
            Candidate(header=header.model_copy(update={"id": "b"}), obstacle=obstacle),
        ),
        is_source_missing=False,
    )
    assert candidate_names(candidates) == {"a": "Group IT, autumn 2025, 15 September 2025"}
    assert blocked_lines(candidates) == (
        "Group IT, autumn 2025, 15 September 2025: cannot be compared, because a level counts from 85 % in one and "
        "from 67.5 % in the other.",
    )


@pytest.mark.parametrize(
    ("counts", "said"),
    [
        ((0, 0, 4), "All 4 processes stand where they stood on 1 March 2025."),
        ((0, 2, 0), "No process improved since 1 March 2025: 2 fell."),
        ((2, 0, 0), "2 of 2 processes improved since 1 March 2025."),
        ((1, 0, 1), "1 of 2 processes improved since 1 March 2025, 1 stands where it stood."),
        ((1, 0, 0), "The one process with a level both times improved since 1 March 2025."),
        ((0, 1, 0), "The one process with a level both times fell since 1 March 2025."),
        ((0, 0, 0), "No process had a level on 1 March 2025 and has one now."),
    ],
)
def test_the_finding_holds_for_any_counts(counts: tuple[int, int, int], said: str) -> None:
    assert since.finding(*counts, date(2025, 3, 1)) == said


def test_a_plan_without_steps_says_so() -> None:
    assert planned.finding(0, 0, 0, 0, 0) == "The earlier assessment has no plan, and no process climbed."
    assert planned.finding(0, 0, 0, 1, 0) == "1 step was taken without the plan."


def test_every_way_a_process_can_go_has_its_word() -> None:
    assert set(since.MOVEMENTS) == set(Movement)
    assert set(planned.FATES) == set(StepFate)
    assert set(planned.REASONS) == set(NothingReason)
