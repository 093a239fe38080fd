"""The register shows what to do as the team has it, beside what the framework says, and who does it until when."""

from __future__ import annotations

from datetime import date

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.planning.results import ActionKind as Advice
from assessment.domain.planning.results import FirstAction
from assessment.views.model import View
from assessment.views.register import action_lines, evidence_sentences, register_view, stray_lines
from assessment.views.waves import roadmap_view
from tests.views.plans import FRAMEWORK, Given, a_plan, a_step, given, standing

OWNERSHIP = FRAMEWORK.actions("planning", "ownership")
STEP = a_step(
    "planning",
    1,
    2,
    1,
    first_actions=(
        FirstAction(kind=Advice.APPOINT_OWNER),
        FirstAction(kind=Advice.STEP, attribute_id="ownership", action=OWNERSHIP[0]),
    ),
    last_actions=(FirstAction(kind=Advice.STEP, attribute_id="ownership", action=OWNERSHIP[2]),),
)


def planned(action_id: str, **changes: object) -> PlannedAction:
    values: dict[str, object] = {"process_id": "planning", "to_level": 2, "kind": ActionKind.FIRST, **changes}
    return PlannedAction.model_validate({"id": action_id, **values})


REWORDED = planned(
    "planning.first.ownership.1",
    text="Name a deputy",
    owner="Ada",
    start=date(2026, 4, 1),
    due=date(2026, 5, 2),
    status=ActionStatus.DONE,
    done_percent=100,
    note="Signed in May",
    done_on=date(2026, 5, 20),
)
OWN = planned("own-a", text="Ring the union")
STRUCK = planned("planning.before.owner", kind=ActionKind.BEFORE, is_struck=True)
STRAY = planned("building.first.control.2", process_id="building", to_level=3, note="Half way")


def computed(*actions: PlannedAction) -> Given:
    return given(standing({"planning": 1}, actions=tuple(sorted(actions, key=lambda one: one.id))), plan=a_plan(STEP))


def register(*actions: PlannedAction) -> View:
    return register_view(computed(*actions))


def test_every_action_has_a_row_under_its_step_with_everything_that_is_known_of_it() -> None:
    table = register(REWORDED, OWN).table("register")
    assert [(row.id, row.group, row.group_note) for row in table.rows] == [
        (row_id, "Planning: level 1\xa0to\xa02", "wave 1")
        for row_id in (
            "planning.before.owner",
            "planning.first.ownership.1",
            "own-a",
            "planning.evidence.ownership.3",
        )
    ]
    row = table.row("planning.first.ownership.1")
    assert [cell.text for cell in row.cells] == [
        "First action",
        "Name a deputy",
        "Process owner",
        "Ada",
        "1 April 2026",
        "2 May 2026",
        "Done",
        "100 %",
        "20 May 2026",
        "Signed in May",
    ]
    assert [column.id for column in table.columns] == [
        *("kind", "do", "role", "owner", "start", "due", "status", "done", "done-on", "note")
    ]
    assert row.cells[1].note == "The framework says: Raise ownership of Planning to P-."
    assert table.cell("planning.first.ownership.1", "due").value == "2026-05-02"
    assert table.cell("own-a", "do").note == "added by the team"


def test_what_nobody_said_is_empty_and_no_number() -> None:
    table = register(OWN).table("register")
    cells = table.row("planning.first.ownership.1").cells
    assert [cell.text for cell in cells[3:]] == [""] * 7
    assert [cell.value for cell in cells[3:]] == [None] * 7
    assert cells[1].note == ""


def test_struck_actions_and_those_no_longer_planned_stand_apart() -> None:
    view = register(STRUCK, STRAY, OWN)
    assert "planning.before.owner" not in {row.id for row in view.table("register").rows}
    assert [row.id for row in view.table("struck").rows] == ["planning.before.owner"]
    (stray,) = view.table("stray").rows
    assert (stray.id, stray.group, stray.cells[-1].text) == (
        "building.first.control.2",
        "Building to level 3",
        "Half way",
    )
    assert {table.id for table in register().tables} == {"register"}


def test_the_finding_and_the_facts_count_what_is_left_to_do() -> None:
    view = register(REWORDED, OWN, STRUCK, STRAY)
    assert view.finding == "3 actions lead into 1 step; 1 of them are done."
    assert {fact.id: fact.value for fact in view.facts} == {
        "actions": 3,
        "owned": 1,
        "dated": 1,
        "done": 1,
        "struck": 1,
        "stray": 1,
    }
    assert "struck" not in {fact.id for fact in register().facts}


def test_lines_for_a_page_hold_the_frameworks_words_beside_the_teams() -> None:
    owner, first, own, evidence = action_lines(computed(REWORDED, OWN, STRUCK), STEP)
    assert (owner.is_struck, owner.kind) == (True, ActionKind.BEFORE)
    assert (first.text, first.original, first.is_own) == ("Name a deputy", "Raise ownership of Planning to P-.", False)
    assert (own.text, own.original, own.is_own) == ("Ring the union", "", True)
    assert (evidence.kind, evidence.text) == (ActionKind.EVIDENCE, OWNERSHIP[2].evidence)
    assert [line.id for line in stray_lines(computed(STRAY, OWN))] == [STRAY.id]


def test_a_step_on_every_surface_shows_the_teams_words_and_leaves_out_what_is_struck() -> None:
    (block,) = roadmap_view(computed(REWORDED, OWN, STRUCK)).waves[0].steps
    (actions,) = block.tables
    assert [(row.id, row.cells[0].text) for row in actions.rows] == [
        ("planning.first.ownership.1", "Name a deputy"),
        ("own-a", "Ring the union"),
    ]
    assert actions.cell("planning.first.ownership.1", "owner").text == "Ada"
    assert actions.cell("planning.first.ownership.1", "due").text == "2 May 2026"
    assert actions.cell("own-a", "due").text == ""


def test_columns_of_owner_and_due_are_left_out_where_nobody_is_named() -> None:
    (block,) = roadmap_view(computed()).waves[0].steps
    assert {"owner", "due"}.isdisjoint(column.id for table in block.tables for column in table.columns)


def test_evidence_that_was_reworded_or_struck_is_so_in_the_step() -> None:
    said = planned("planning.evidence.ownership.3", kind=ActionKind.EVIDENCE, text="The board has seen it")
    assert evidence_sentences(computed(said), STEP) == ("The board has seen it.",)
    assert evidence_sentences(computed(said.model_copy(update={"is_struck": True})), STEP) == ()


def test_without_a_plan_there_is_nothing_to_do_and_a_word_for_it() -> None:
    view = register_view(given(standing({"planning": 1}), plan=a_plan()))
    assert (view.empty, view.finding) == ("Nothing is planned, so there is nothing to do first.", view.empty)
