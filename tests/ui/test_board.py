"""The page Board: every field that is driven is in the store, nothing typed is lost, two people do not overwrite."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.running import RunningStep
from assessment.domain.planning.results import Step
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from assessment.ui import session
from tests.ui.assessed import an_answered_one, an_empty_one, opened, page, words
from tests.ui.grids import Grid, grid

DAY = date(2026, 5, 20)
SEEN = "Three reviews, each with its minutes."


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    monkeypatch.setattr(session, "today", lambda: DAY)
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


@pytest.fixture
def assessment_id(plumbline: Plumbline) -> str:
    """Planned from April 2026, so that the day is in the first wave."""
    own_id = an_answered_one(plumbline)
    plumbline.setup.change_roadmap(ME, own_id, lambda stored: stored.model_copy(update={"start": date(2026, 4, 1)}))
    return own_id


def step_of(plumbline: Plumbline, assessment_id: str, wave: int = 1) -> Step:
    return plumbline.results.read(ME, assessment_id).roadmap.waves[wave - 1].steps[0]


def entry(step: Step, **changes: object) -> RunningStep:
    return RunningStep.model_validate({"process_id": step.process_id, "to_level": step.to_level, **changes})


def kept(plumbline: Plumbline, assessment_id: str) -> tuple[RunningStep, ...]:
    return plumbline.assessments.load(ME, assessment_id).running


def on(assessment_id: str, part: str) -> AppTest:
    return page("board", assessment=assessment_id, on=part).run()


def steps(test: AppTest) -> Grid:
    return grid(test, "Steps")


def row_of(plumbline: Plumbline, assessment_id: str, step: Step) -> str:
    name = plumbline.assessments.framework(ME, assessment_id).process_by_id[step.process_id].name
    return f"{name}: level {step.from_level}\xa0to\xa0{step.to_level}"


def choose(test: AppTest, assessment_id: str, step: Step, status: ActionStatus) -> AppTest:
    found = test.selectbox(key=f"board:{assessment_id}:status-{step.process_id}:{step.to_level}")
    return found.set_value(status).run()


def press(test: AppTest, label: str) -> AppTest:
    return next(button for button in test.button if button.label == label).click().run()


# --- the list ---------------------------------------------------------------------------------------------------------


def test_what_is_typed_of_a_step_is_in_the_store_field_by_field(plumbline: Plumbline, assessment_id: str) -> None:
    step = step_of(plumbline, assessment_id)
    row, table = row_of(plumbline, assessment_id, step), steps(on(assessment_id, "list"))
    table.edit(
        row,
        {
            "Owner": "Ada",
            "Start": "2026-04-02",
            "Due": "2026-05-30",
            "Status": "Started",
            "Note": "After the audit",
        },
    )
    begun = entry(
        step,
        owner="Ada",
        start=date(2026, 4, 2),
        due=date(2026, 5, 30),
        status=ActionStatus.STARTED,
        note="After the audit",
    )
    assert kept(plumbline, assessment_id) == (begun,)
    steps(table.test).edit(row, {"Done on": "2026-05-18", "What was seen": SEEN})
    done = begun.model_copy(update={"status": ActionStatus.DONE, "done_on": date(2026, 5, 18), "evidence": SEEN})
    assert kept(plumbline, assessment_id) == (done,)
    assert "Done on 18 May 2026" in steps(table.test).column("How it stands")
    steps(table.test).edit(row, {"Status": "Waiting"})
    assert [(one.status, one.done_on, one.evidence) for one in kept(plumbline, assessment_id)] == [
        (ActionStatus.WAITING, None, SEEN)
    ]
    steps(table.test).edit(row, dict.fromkeys(("Owner", "Start", "Due", "Status", "Note", "What was seen")))
    assert kept(plumbline, assessment_id) == ()


def test_a_step_that_is_closed_unseen_stays_as_typed_until_somebody_says_what_was_seen(
    plumbline: Plumbline, assessment_id: str
) -> None:
    step = step_of(plumbline, assessment_id)
    row, table = row_of(plumbline, assessment_id, step), steps(on(assessment_id, "list"))
    table.edit(row, {"Status": "Done"})
    (reason,) = steps(table.test).troubles().values()
    assert "a step that is done needs a word on what was seen of it" in reason
    assert kept(plumbline, assessment_id) == ()
    assert "Done" in steps(table.test).column("Status")
    steps(table.test).edit(row, {"What was seen": SEEN})
    assert kept(plumbline, assessment_id) == (entry(step, status=ActionStatus.DONE, done_on=DAY, evidence=SEEN),)
    assert not steps(table.test).troubles()


def test_what_is_typed_of_an_action_is_in_the_store_and_its_words_stay(
    plumbline: Plumbline, assessment_id: str
) -> None:
    step = step_of(plumbline, assessment_id)
    own_id = plumbline.register.add(
        ME, assessment_id, step.process_id, step.to_level, ActionKind.FIRST, "Ring the union"
    )
    test = on(assessment_id, "list")
    grid(test, "Actions").edit(
        "Ring the union",
        {"Owner": "Ben", "Start": "2026-04-02", "Due": "2026-04-30", "Status": "Done", "Note": "By phone"},
    )
    (action,) = plumbline.assessments.load(ME, assessment_id).actions
    assert action == PlannedAction(
        id=own_id,
        process_id=step.process_id,
        to_level=step.to_level,
        kind=action.kind,
        text="Ring the union",
        owner="Ben",
        start=date(2026, 4, 2),
        due=date(2026, 4, 30),
        status=ActionStatus.DONE,
        note="By phone",
        done_on=DAY,
    )
    grid(test, "Actions").edit("Ring the union", {"Done on": "2026-04-29"})
    assert plumbline.assessments.load(ME, assessment_id).actions[0].done_on == date(2026, 4, 29)


def test_the_list_is_of_one_owner_and_says_who_has_what_where_nobody_was_named(
    plumbline: Plumbline, assessment_id: str
) -> None:
    step = step_of(plumbline, assessment_id)
    plumbline.running.save(ME, assessment_id, entry(step, owner="Ada"), DAY)
    test = on(assessment_id, "list")
    key = f"board:{assessment_id}:whose"
    assert "Ada" in test.selectbox(key=key).options
    test.selectbox(key=key).set_value("Ada").run()
    assert steps(test).column("Owner") == ["Ada"]
    assert steps(test).column("Where nothing is set") == ["Until 30 June 2026"]
    assert set(grid(test, "Actions").column("Where nothing is set")) <= {
        "Ada, until 30 June 2026",
        "Ada, until 1 April 2026",
    }


def test_late_and_blocked_ones_stand_first_whatever_wave_they_are_in(plumbline: Plumbline, assessment_id: str) -> None:
    later = step_of(plumbline, assessment_id, wave=2)
    plumbline.running.save(ME, assessment_id, entry(later, due=date(2026, 5, 19)), DAY)
    table = steps(on(assessment_id, "list"))
    assert table.rows()[0][0] == row_of(plumbline, assessment_id, later)
    assert str(table.rows()[0][1]).startswith("Late: it was due on 19 May 2026")


def test_two_people_on_the_list_are_told_both_values(plumbline: Plumbline, assessment_id: str) -> None:
    step = step_of(plumbline, assessment_id)
    table = steps(on(assessment_id, "list"))
    plumbline.running.save(ME, assessment_id, entry(step, owner="Theirs"), DAY)
    table.type(row_of(plumbline, assessment_id, step), "Owner", "Mine")
    table.send()
    assert [one.owner for one in kept(plumbline, assessment_id)] == ["Theirs"]
    assert {"Owner: Theirs", "Owner: Mine"} <= set(words(table.test).splitlines())
    press(table.test, "Save mine")
    assert [one.owner for one in kept(plumbline, assessment_id)] == ["Mine"]


# --- the board --------------------------------------------------------------------------------------------------------


def test_a_status_that_is_chosen_on_a_card_is_in_the_store(plumbline: Plumbline, assessment_id: str) -> None:
    step = step_of(plumbline, assessment_id)
    plumbline.running.save(ME, assessment_id, entry(step, owner="Ada"), DAY)
    test = on(assessment_id, "board")
    choose(test, assessment_id, step, ActionStatus.WAITING)
    assert kept(plumbline, assessment_id) == (entry(step, owner="Ada", status=ActionStatus.WAITING),)
    assert "Waiting (1)" in words(test)
    assert "Blocked: " in words(test)


def test_a_step_is_closed_on_the_board_with_a_word_on_what_was_seen(plumbline: Plumbline, assessment_id: str) -> None:
    step = step_of(plumbline, assessment_id)
    test = choose(on(assessment_id, "board"), assessment_id, step, ActionStatus.DONE)
    assert kept(plumbline, assessment_id) == ()
    assert "How one sees that it is done:" in words(test)
    press(test, "Close the step")
    assert "a step that is done needs a word on what was seen of it" in words(test)
    assert kept(plumbline, assessment_id) == ()
    key = f"board:{assessment_id}:seen-{step.process_id}:{step.to_level}"
    test.text_area(key=key).set_value(SEEN)
    test.date_input(key=f"{key}:day").set_value(date(2026, 5, 18))
    press(test, "Close the step")
    done = entry(step, status=ActionStatus.DONE, done_on=date(2026, 5, 18), evidence=SEEN)
    assert kept(plumbline, assessment_id) == (done,)
    assert not test.text_area
    assert "Done on 18 May 2026" in words(test)
    choose(test, assessment_id, step, ActionStatus.STARTED)
    assert [(one.status, one.done_on) for one in kept(plumbline, assessment_id)] == [(ActionStatus.STARTED, None)]


def test_a_step_that_is_not_to_be_closed_after_all_stays_as_it_was(plumbline: Plumbline, assessment_id: str) -> None:
    step = step_of(plumbline, assessment_id)
    test = choose(on(assessment_id, "board"), assessment_id, step, ActionStatus.DONE)
    press(test, "Not yet")
    assert (kept(plumbline, assessment_id), list(test.text_area)) == ((), [])


def test_two_people_on_the_board_are_told_both_values(plumbline: Plumbline, assessment_id: str) -> None:
    step = step_of(plumbline, assessment_id)
    test = on(assessment_id, "board")
    plumbline.running.save(ME, assessment_id, entry(step, status=ActionStatus.STARTED), DAY)
    choose(test, assessment_id, step, ActionStatus.WAITING)
    assert [one.status for one in kept(plumbline, assessment_id)] == [ActionStatus.STARTED]
    assert {"Status: Started", "Status: Waiting"} <= set(words(test).splitlines())
    press(test, "Save mine")
    assert [one.status for one in kept(plumbline, assessment_id)] == [ActionStatus.WAITING]


def test_what_was_seen_is_not_lost_where_somebody_else_was_sooner(plumbline: Plumbline, assessment_id: str) -> None:
    step = step_of(plumbline, assessment_id)
    test = choose(on(assessment_id, "board"), assessment_id, step, ActionStatus.DONE)
    plumbline.running.save(ME, assessment_id, entry(step, note="Theirs"), DAY)
    test.text_area(key=f"board:{assessment_id}:seen-{step.process_id}:{step.to_level}").set_value(SEEN)
    press(test, "Close the step")
    assert [one.evidence for one in kept(plumbline, assessment_id)] == [None]
    assert [one.value for one in test.text_area] == [SEEN]
    press(test, "Save mine")
    assert [(one.evidence, one.note) for one in kept(plumbline, assessment_id)] == [(SEEN, "Theirs")]


# --- progress ---------------------------------------------------------------------------------------------------------


def test_progress_says_how_far_the_plan_is_and_offers_the_calendar(plumbline: Plumbline, assessment_id: str) -> None:
    step = step_of(plumbline, assessment_id)
    late = entry(step, owner="Ada", due=date(2026, 5, 19))
    plumbline.running.save(ME, assessment_id, late, DAY)
    test = on(assessment_id, "progress")
    shown = {one.label: one.value for one in test.metric}
    assert (shown["Steps late"], shown["Effort done"]) == ("1", "0 %")
    assert "Late: it was due on 19 May 2026" in words(test)
    assert "Download as a calendar" in [one.proto.label for one in test.get("download_button")]


def test_a_validated_board_is_locked_and_says_what_to_do(plumbline: Plumbline, assessment_id: str) -> None:
    step = step_of(plumbline, assessment_id)
    plumbline.assessments.validate(ME, assessment_id)
    test = on(assessment_id, "board")
    assert test.selectbox(key=f"board:{assessment_id}:status-{step.process_id}:{step.to_level}").disabled
    assert "Reopen it on the page Report" in words(test)
    assert steps(on(assessment_id, "list")).is_locked


def test_without_an_answer_the_board_says_what_comes_first(plumbline: Plumbline) -> None:
    test = on(an_empty_one(plumbline), "board")
    assert "Go to Roadmap" in [button.label for button in test.button]


def test_a_plan_that_was_signed_off_is_run_in_a_copy_and_what_was_signed_stays(
    plumbline: Plumbline, assessment_id: str
) -> None:
    step = step_of(plumbline, assessment_id)
    plumbline.running.save(ME, assessment_id, entry(step, owner="Ada"), DAY)
    plumbline.assessments.validate(ME, assessment_id)
    assert "Run the plan in a copy" not in [button.label for button in on(assessment_id, "board").button]
    plumbline.assessments.sign_off(ME, assessment_id, "Grace")
    signed = plumbline.results.read(ME, assessment_id).snapshot_hash

    test = press(on(assessment_id, "board"), "Run the plan in a copy")

    (copy_id,) = {one.header.id for one in plumbline.assessments.list_assessments(ME)} - {assessment_id}
    copy = plumbline.assessments.load(ME, copy_id)
    assert (copy.header.copied_from, copy.header.assessed_on, copy.header.state) == (assessment_id, DAY, "draft")
    assert copy.header.name.endswith(", plan being run")
    assert copy.running == (entry(step, owner="Ada"),)
    assert "cannot be changed" not in words(test)
    choose(test, copy_id, step, ActionStatus.STARTED)
    assert [one.status for one in kept(plumbline, copy_id)] == [ActionStatus.STARTED]
    assert kept(plumbline, assessment_id) == (entry(step, owner="Ada"),)
    assert plumbline.results.read(ME, assessment_id).snapshot_hash == signed
