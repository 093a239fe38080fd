"""The register on the Roadmap page: each cell that is edited is in the store, and nothing else is."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.computed import Computed
from assessment.domain.planning.results import Step
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.authority import Actor
from assessment.services.plumbline import Plumbline
from assessment.services.results import ResultService
from assessment.views.register import action_lines
from assessment.views.wording.pages import roadmap as page_words
from tests.ui.assessed import an_answered_one, opened, page, words
from tests.ui.grids import Grid, grid, grid_names


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def first_step(plumbline: Plumbline, assessment_id: str) -> Step:
    return plumbline.results.read(ME, assessment_id).roadmap.waves[0].steps[0]


def kept(plumbline: Plumbline, assessment_id: str) -> tuple[PlannedAction, ...]:
    return plumbline.assessments.load(ME, assessment_id).actions


def at_the_step(plumbline: Plumbline, assessment_id: str) -> AppTest:
    step = first_step(plumbline, assessment_id)
    test = page("roadmap", assessment=assessment_id, plan="waves")
    test.session_state[f"roadmap:{assessment_id}:step-{step.process_id}-{step.to_level}"] = True
    return test.run()


def register(test: AppTest) -> Grid:
    return grid(test, next(name for name in grid_names(test) if name.startswith("Actions of ")))


def test_what_is_typed_into_the_register_is_in_the_store_field_by_field(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    step = first_step(plumbline, assessment_id)
    line = next(
        one for one in action_lines(plumbline.results.read(ME, assessment_id), step) if one.kind is ActionKind.FIRST
    )
    table = register(at_the_step(plumbline, assessment_id))
    table.edit(
        line.original,
        {
            "In your words": "Ask every team once",
            "Owner": "Ada",
            "Start": "2026-04-01",
            "Due": "2026-05-01",
            "Status": "Started",
            "Done %": "40",
            "Note": "After the audit",
        },
    )
    whole = PlannedAction(
        id=line.id,
        process_id=step.process_id,
        to_level=step.to_level,
        kind=ActionKind.FIRST,
        text="Ask every team once",
        owner="Ada",
        start=date(2026, 4, 1),
        due=date(2026, 5, 1),
        status=ActionStatus.STARTED,
        done_percent=40,
        note="After the audit",
    )
    assert kept(plumbline, assessment_id) == (whole,)
    register(table.test).edit(line.original, {"In your words": None})
    assert kept(plumbline, assessment_id) == (whole.model_copy(update={"text": None}),)
    register(table.test).edit(line.original, {"Kept": False})
    assert kept(plumbline, assessment_id) == (whole.model_copy(update={"text": None, "is_struck": True}),)
    register(table.test).edit(line.original, {"Kept": True})
    assert not kept(plumbline, assessment_id)[0].is_struck
    assert "Ada" in words(table.test)


def test_what_is_no_day_or_percent_stays_as_typed_with_the_reason(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    table = register(at_the_step(plumbline, assessment_id))
    name = str(table.rows()[0][0])
    table.edit(name, {"Due": "soon"})
    (reason,) = register(table.test).troubles().values()
    assert reason == "Due: this is no date. Write it as 2026-12-31. Nothing was changed."
    register(table.test).edit(name, {"Due": "2026-05-01"})
    register(table.test).edit(name, {"Done %": "140"})
    assert "is above 100" in " ".join(register(table.test).troubles().values())
    assert [(one.due, one.done_percent) for one in kept(plumbline, assessment_id)] == [(date(2026, 5, 1), None)]


def test_an_own_action_is_added_and_goes_when_it_is_struck(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    step = first_step(plumbline, assessment_id)
    test = at_the_step(plumbline, assessment_id)
    key = f"roadmap:{assessment_id}:actions-{step.process_id}-{step.to_level}:new"
    test.text_input(key=f"{key}:text").set_value("Ring the union")
    test.selectbox(key=f"{key}:kind").set_value(ActionKind.BEFORE)
    next(button for button in test.button if button.label == "Add").click().run()
    (own,) = kept(plumbline, assessment_id)
    assert (own.text, own.kind, own.process_id, own.to_level) == (
        "Ring the union",
        ActionKind.BEFORE,
        step.process_id,
        step.to_level,
    )
    register(test).edit("Ring the union", {"Owner": "Ben"})
    assert [one.owner for one in kept(plumbline, assessment_id)] == ["Ben"]
    register(test).edit("Ring the union", {"Kept": False})
    assert kept(plumbline, assessment_id) == ()


def test_somebody_elses_change_is_shown_beside_ones_own(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = at_the_step(plumbline, assessment_id)
    table = register(test)
    name = str(table.rows()[0][0])
    action_id = table.data["rows"][0]["id"]
    step = first_step(plumbline, assessment_id)
    theirs = PlannedAction(
        id=action_id, process_id=step.process_id, to_level=step.to_level, kind=ActionKind.BEFORE, owner="Theirs"
    )
    plumbline.register.save(ME, assessment_id, theirs)
    table.type(name, "Owner", "Mine")
    table.send()
    assert [one.owner for one in kept(plumbline, assessment_id)] == ["Theirs"]
    assert {"Owner: Theirs", "Owner: Mine"} <= set(words(test).splitlines())


def test_who_saves_while_the_page_is_being_drawn_is_not_overwritten(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment_id = an_answered_one(plumbline)
    step = first_step(plumbline, assessment_id)
    line = next(
        one for one in action_lines(plumbline.results.read(ME, assessment_id), step) if one.kind is ActionKind.FIRST
    )
    theirs = PlannedAction(
        id=line.id, process_id=step.process_id, to_level=step.to_level, kind=ActionKind.FIRST, owner="Grace"
    )
    test, read, reads = at_the_step(plumbline, assessment_id), ResultService.read, [0, -1]

    def read_and_then_somebody_saves(service: ResultService, actor: Actor, wanted_id: str) -> Computed:
        computed = read(service, actor, wanted_id)
        reads[0] += 1
        if reads[0] == reads[1]:
            plumbline.register.save(ME, wanted_id, theirs)
        return computed

    monkeypatch.setattr(ResultService, "read", read_and_then_somebody_saves)
    test.run()
    reads[:] = 0, reads[0]  # the last time that the page reads what it draws
    test.run()
    register(test).edit(line.original, {"Due": "2026-05-01"})
    assert [one.owner for one in kept(plumbline, assessment_id)] == ["Grace"]


def test_what_the_plan_no_longer_has_is_on_the_page_and_a_validated_register_is_locked(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    stray = PlannedAction(
        id="planning.first.control.5", process_id="planning", to_level=5, kind=ActionKind.FIRST, note="Half way"
    )
    plumbline.register.save(ME, assessment_id, stray)
    plumbline.assessments.validate(ME, assessment_id)
    test = at_the_step(plumbline, assessment_id)
    table = grid(test, "No longer planned")
    assert table.column("Note") == ["Half way"]
    assert table.is_locked
    assert register(test).is_locked
    assert not [button for button in test.button if button.label == "Add"]
    assert page_words.TITLE in words(test)
