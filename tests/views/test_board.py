"""The views of a plan that is run: what they say of a day, worked out by hand from the plan of `test_running`."""

from __future__ import annotations

from datetime import date

import pytest

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.organisation import Authority, Owner
from assessment.domain.answered.running import RunningStep
from assessment.domain.planning.running import run_of
from assessment.views.board.calendar import calendar_view
from assessment.views.board.columns import board_view
from assessment.views.board.owners import listed_lines, owners_view, urgent_first
from assessment.views.board.progress import progress_view
from assessment.views.model import Table
from tests.computing import nothing_answered
from tests.domain.planning.test_running import FIRST, SETTINGS, done, entry, the_plan
from tests.views.plans import Given, a_plan, a_step, given, standing

APRIL = date(2026, 4, 10)
OWNERS = (Owner(process_id="building", name="Grace", authority=Authority.YES),)
ADA = entry("planning", 2, owner="Ada", note="After the audit")


def texts(table: Table) -> list[list[str]]:
    return [[f"{cell.text} ({cell.note})" if cell.note else cell.text for cell in row.cells] for row in table.rows]


def late() -> Given:
    """On 10 April planning and building to 2 are late, building to 3 needs planning."""
    return the_plan(ADA, owners=OWNERS)


def test_the_finding_sets_what_is_done_beside_what_was_due_and_counts_the_trouble() -> None:
    assert progress_view(late(), APRIL).finding == (
        "0 % of the plan's effort is done; 50 % was due by 10 April 2026. 2 steps are late and 1 is blocked."
    )
    whole = the_plan(done("planning", 2), done("building", 2))
    assert progress_view(whole, APRIL).finding == (
        "50 % of the plan's effort is done; 50 % was due by 10 April 2026. No step is late or blocked."
    )
    undated = the_plan(settings=SETTINGS.model_copy(update={"start": None}))
    assert progress_view(undated, APRIL).finding.startswith(
        "0 % of the plan's effort is done; no step has a day by which it is due."
    )


def test_the_facts_carry_their_numbers_and_what_stands_beside_them() -> None:
    view = progress_view(the_plan(done("planning", 2), owners=OWNERS), APRIL)
    assert [(fact.id, fact.text, fact.note) for fact in view.facts] == [
        ("done", "33 %", "4 of 12 points"),
        ("due", "50 %", "by 10 April 2026"),
        ("late", "1", ""),
        ("blocked", "0", ""),
        ("at-target", "0 of 2", "the plan wanted 1 by now"),
        ("confirmed", "0 of 1", ""),
    ]
    assert view.fact("done").value == 4 / 12
    assert "confirmed" not in [fact.id for fact in progress_view(late(), APRIL).facts]


def test_each_wave_has_its_progress_and_its_trouble() -> None:
    table = progress_view(the_plan(done("planning", 2)), APRIL).table("progress-waves")
    assert [row[0:1] + row[2:] for row in texts(table)] == [
        ["Wave 1 (Jan 2026 to Mar 2026)", "66 %", "100 %", "1 of 2", "4 of 6", "1", "0"],
        ["Wave 2 (Apr 2026 to Jun 2026)", "0 %", "0 %", "0 of 1", "0 of 6", "0", "0"],
    ]
    track = table.cell("wave-1", "track").track
    assert track is not None
    assert track.fill == pytest.approx(100 * 4 / 6)
    assert track.ticks == (100.0,)
    assert table.cell("wave-1", "track").spoken == "Wave 1 (Jan 2026 to Mar 2026): 66 % done, 100 % was due"


def test_what_is_late_comes_before_what_is_blocked_with_owner_day_and_reason() -> None:
    assert texts(progress_view(late(), APRIL).table("attention")) == [
        [
            "Planning: level 1\xa0to\xa02",
            "Ada",
            "31 March 2026 (by its wave)",
            "Late: it was due on 31 March 2026",
        ],
        [
            "Building: level 1\xa0to\xa02",
            "Grace (owns the process)",
            "31 March 2026 (by its wave)",
            "Late: it was due on 31 March 2026",
        ],
        [
            "Building: level 2\xa0to\xa03",
            "Grace (owns the process)",
            "30 June 2026 (by its wave)",
            "Blocked: it needs Planning to level 2 first",
        ],
    ]


def test_an_action_is_told_as_late_by_itself_only_where_somebody_touched_it() -> None:
    own = PlannedAction(
        id=FIRST, process_id="planning", to_level=2, kind=ActionKind.FIRST, due=date(2026, 4, 9), owner="Ben"
    )
    untouched = [row.id for row in progress_view(late(), APRIL).table("attention").rows]
    touched = [row.id for row in progress_view(the_plan(ADA, actions=(own,)), APRIL).table("attention").rows]
    assert (FIRST in untouched, FIRST in touched) == (False, True)


def test_a_late_step_that_waits_says_both() -> None:
    waiting = entry("planning", 2, status=ActionStatus.WAITING)
    (row, *_) = texts(progress_view(the_plan(waiting), APRIL).table("attention"))
    assert row[-1] == "Late: it was due on 31 March 2026. Blocked: its status is waiting"


def test_what_has_no_room_is_counted() -> None:
    steps = [a_step("planning", 1, 2, 1)] + [a_step(f"process-{number}", 1, 2, 1) for number in range(4, 6)]
    many = given(standing({"planning": 1}, roadmap=SETTINGS), plan=a_plan(steps[0]))
    assert progress_view(many, APRIL).table("attention").notes == ()
    actions = tuple(
        PlannedAction(
            id=f"own-{number}",
            process_id="planning",
            to_level=2,
            kind=ActionKind.FIRST,
            text=f"Action {number}",
            due=date(2026, 4, number),
        )
        for number in range(1, 10)
    )
    whole = given(standing({"planning": 1}, roadmap=SETTINGS, actions=actions), plan=a_plan(steps[0]))
    table = progress_view(whole, APRIL).table("attention")
    assert (len(table.rows), table.notes) == (8, ("2 more are on the board.",))


def test_what_is_done_stands_with_what_was_seen_and_what_the_answers_say() -> None:
    table = progress_view(the_plan(done("planning", 2)), APRIL).table("done")
    assert texts(table) == [["Planning: level 1\xa0to\xa02", "1 February 2026", "Seen", "level 1: not yet"]]
    reached = given(
        standing({"planning": 2, "building": 1}, roadmap=SETTINGS, running=(done("planning", 2),)), plan=the_plan().plan
    )
    assert progress_view(reached, APRIL).table("done").cell("planning:2", "answers").text == "level 2: confirmed"


def test_due_next_leaves_out_what_is_late_or_done() -> None:
    assert [row.id for row in progress_view(late(), APRIL).table("next").rows] == ["building:3"]
    assert [row.id for row in progress_view(late(), date(2026, 3, 1)).table("next").rows] == [
        "planning:2",
        "building:2",
        "building:3",
    ]


def test_the_notes_say_which_plan_it_is_and_where_its_days_come_from() -> None:
    assert progress_view(late(), APRIL).notes == (
        "The plan is the roadmap as it is now.",
        "A day marked \u201cby its wave\u201d was set by nobody: it is the first or last day of the wave.",
    )
    undated = the_plan(settings=SETTINGS.model_copy(update={"start": None}))
    assert progress_view(undated, APRIL).notes[-1].startswith("The plan has no start, so no step has a day by itself.")


def test_a_plan_without_a_step_or_capacity_says_what_to_do() -> None:
    assert progress_view(nothing_answered(), APRIL).empty.startswith("No step is planned")
    unfunded = given(standing({"planning": 1}), plan=a_plan(a_step("planning", 1, 2, 0)))
    assert progress_view(unfunded, APRIL).empty.startswith("No step has a wave")
    assert board_view(unfunded, APRIL).empty.startswith("No step has a wave")


def test_the_board_has_a_column_for_each_status_and_begins_with_the_wave_of_the_day() -> None:
    view = board_view(the_plan(entry("planning", 2, status=ActionStatus.STARTED)), APRIL)
    assert (view.current, [wave.number for wave in view.waves]) == (2, [1, 2])
    first = view.waves[0]
    assert [(column.title, [line.id for line in column.lines]) for column in first.columns] == [
        ("Planned", ["building:2"]),
        ("Started", ["planning:2"]),
        ("Waiting", []),
        ("Done", []),
    ]
    assert first.trouble_count == 2
    assert first.columns[2].empty == "Nothing waits."


def test_what_was_begun_beside_the_plan_has_a_place_of_its_own() -> None:
    begun = RunningStep(process_id="releasing", to_level=2, status=ActionStatus.STARTED)
    plan = a_plan(a_step("planning", 1, 2, 1), a_step("releasing", 1, 2, 0))
    view = board_view(
        given(standing({"planning": 1, "releasing": 1}, roadmap=SETTINGS, running=(begun,)), plan=plan), APRIL
    )
    assert [(wave.number, wave.title) for wave in view.waves][-1] == (0, "Not funded, and begun")


def test_the_list_is_by_owner_with_nobodys_last_and_the_urgent_ones_can_stand_first() -> None:
    stray = entry("planning", 5, owner="Zoe", status=ActionStatus.DONE, evidence="Seen")
    whole = the_plan(ADA, stray, owners=OWNERS)
    view = owners_view(whole, date(2026, 2, 1))
    groups = dict.fromkeys(row.group for row in view.table("owners").rows)
    assert list(groups) == ["Ada", "Grace"]
    assert texts(view.table("stray")) == [["Planning to level 5", "", "", "Done", "Done"]]
    lines = listed_lines(whole, run_of(whole, APRIL))
    assert [line.id for line in urgent_first(lines)][:3] == ["planning:2", "building:2", "building:3"]


def test_the_calendar_has_steps_and_touched_actions_by_day_under_names_that_stay() -> None:
    own = PlannedAction(id=FIRST, process_id="planning", to_level=2, kind=ActionKind.FIRST, due=date(2026, 2, 9))
    view = calendar_view(the_plan(ADA, done("building", 2), actions=(own,)), APRIL)
    header = the_plan().assessment.header
    assert view.name == f"{header.organisation}: {header.name}"
    assert [(one.uid.partition("@")[0], one.day, one.title.split(":")[0], one.categories) for one in view.entries] == [
        (FIRST, date(2026, 2, 9), "Due", ("Action",)),
        ("building:2", date(2026, 3, 31), "Done", ("Step",)),
        ("planning:2", date(2026, 3, 31), "Due", ("Step",)),
        ("building:3", date(2026, 6, 30), "Due", ("Step",)),
    ]
    planning = view.entries[2]
    assert planning.description.splitlines() == [
        "Owner: Ada",
        "Status: Planned",
        "Late: it was due on 31 March 2026",
        "After the audit",
    ]
