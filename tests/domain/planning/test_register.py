"""The register holds what the framework advises and what the team made of it, and loses nothing when the plan moves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from assessment.domain.answered.actions import ActionKind, ActionStatus, PlannedAction
from assessment.domain.answered.assessment import Assessment
from assessment.domain.planning.register import action_id, actions_of, advised_actions, is_default, register_of
from assessment.domain.planning.results import ActionKind as Advice
from assessment.domain.planning.results import FirstAction, Step
from tests.builders import an_assessment
from tests.views.plans import FRAMEWORK, a_plan, a_step

OWNERSHIP = FRAMEWORK.actions("planning", "ownership")


def advice(attribute_id: str, place: int) -> FirstAction:
    action = FRAMEWORK.actions("planning", attribute_id)[place]
    return FirstAction(kind=Advice.STEP, attribute_id=attribute_id, action=action)


def a_whole_step(to_level: int = 2, wave: int = 1) -> Step:
    return a_step(
        "planning",
        1,
        to_level,
        wave,
        first_actions=(
            FirstAction(kind=Advice.APPOINT_OWNER),
            FirstAction(kind=Advice.READINESS, question_id="sponsor"),
            advice("ownership", 0),
        ),
        last_actions=(advice("ownership", 2),),
    )


def planned(action_id: str = "planning.first.ownership.1", **changes: object) -> PlannedAction:
    values: dict[str, object] = {
        "id": action_id,
        "process_id": "planning",
        "to_level": 2,
        "kind": ActionKind.FIRST,
        **changes,
    }
    return PlannedAction.model_validate(values)


def with_actions(*actions: PlannedAction) -> Assessment:
    return an_assessment(FRAMEWORK, actions=actions)


def test_each_kind_of_advice_has_an_id_of_its_own() -> None:
    assert [(one.id, one.kind) for one in advised_actions(a_whole_step())] == [
        ("planning.before.owner", ActionKind.BEFORE),
        ("planning.before.sponsor", ActionKind.BEFORE),
        ("planning.first.ownership.1", ActionKind.FIRST),
        ("planning.evidence.ownership.3", ActionKind.EVIDENCE),
    ]


def test_two_actions_for_one_letter_are_told_apart_by_their_order() -> None:
    step = a_step("planning", 1, 2, 1, first_actions=(advice("ownership", 0), advice("ownership", 0)))
    assert [one.id for one in advised_actions(step)] == ["planning.first.ownership.1", "planning.first.ownership.1.2"]


def test_an_entry_of_the_team_stands_with_the_action_it_is_about() -> None:
    entry = planned(text="Do it on Monday", owner="Ada", due=date(2026, 5, 1), status=ActionStatus.STARTED)
    actions = actions_of(with_actions(entry), a_whole_step())
    assert [action.entry for action in actions] == [None, None, entry, None]
    assert [(action.is_reworded, action.is_own, action.is_struck, action.is_planned) for action in actions] == [
        (False, False, False, True),
        (False, False, False, True),
        (True, False, False, True),
        (False, False, False, True),
    ]


def test_own_actions_come_last_of_their_kind_in_the_step_that_covers_their_level() -> None:
    own = planned("own-a", text="Ring the union", kind=ActionKind.BEFORE)
    last = planned("own-c", text="Tell the board", to_level=3)
    later = planned("own-b", text="Write it down", to_level=4)
    actions = actions_of(with_actions(own, later, last), a_whole_step(to_level=3))
    assert [action.id for action in actions][:3] == ["planning.before.owner", "planning.before.sponsor", "own-a"]
    assert "own-b" not in {action.id for action in actions}
    assert {action.id for action in actions if action.is_own} == {"own-a", "own-c"}
    assert not any(action.is_reworded for action in actions)


def test_a_struck_action_keeps_its_place() -> None:
    actions = actions_of(with_actions(planned(is_struck=True)), a_whole_step())
    assert [action.is_struck for action in actions] == [False, False, True, False]


def test_when_the_plan_moves_an_action_to_another_level_what_was_noted_goes_with_it() -> None:
    entry = planned(owner="Ada")
    (found,) = [one for one in register_of(with_actions(entry), a_plan(a_whole_step(to_level=3))) if one.entry]
    assert (found.entry, found.to_level, found.is_planned) == (entry, 3, True)


def test_what_the_plan_no_longer_has_is_not_lost() -> None:
    entries = (planned(owner="Ada"), planned("own-a", text="Ring the union"))
    step = replace(a_whole_step(), first_actions=(), process_id="building")
    found = register_of(with_actions(*entries), a_plan(step))
    assert [(one.id, one.step, one.is_planned) for one in found if one.entry] == [
        ("own-a", None, False),
        ("planning.first.ownership.1", None, False),
    ]


def test_the_register_follows_the_waves_and_ends_with_what_is_not_funded() -> None:
    funded, left = a_whole_step(wave=2), replace(a_whole_step(wave=0), process_id="building")
    found = register_of(with_actions(), a_plan(left, funded))
    assert [one.process_id for one in found] == ["planning"] * 4 + ["building"] * 4


@pytest.mark.parametrize(
    ("entry", "says_nothing"),
    [
        (planned(), True),
        (planned(status=ActionStatus.PLANNED), False),
        (planned(done_percent=0), False),
        (planned(is_struck=True), False),
        (planned(note="Later"), False),
        (planned("own-a", text="Ring the union"), False),
    ],
)
def test_an_entry_that_says_nothing_beyond_the_framework_need_not_be_kept(
    entry: PlannedAction, says_nothing: bool
) -> None:
    assert is_default(entry) is says_nothing


def test_a_process_whose_id_looks_like_an_own_action_stays_the_frameworks() -> None:
    found = action_id("own-process", ActionKind.FIRST, "ownership.1")
    assert not planned(found, text=None).is_own
    assert found != action_id("x.own-process", ActionKind.FIRST, "ownership.1")
