"""The steps of the set-up: which are needed, which are done, and what is next."""

from __future__ import annotations

from assessment.domain.answered.assessment import CriticalService, Opinion, Target
from assessment.domain.answered.organisation import Owner
from assessment.views.set_up_steps import set_up_steps
from assessment.views.wording.pages.set_up import PEOPLE_TAB, SCOPE_TAB
from tests.builders import an_assessment, tiny_framework

FRAMEWORK = tiny_framework()


def told(**changes: object) -> dict[str, tuple[bool, str]]:
    """Whether each step is done, and what is said of it."""
    view = set_up_steps(FRAMEWORK, an_assessment(FRAMEWORK, **changes))
    return {step.name: (step.is_done, step.told) for step in view.steps}


def test_scope_and_people_are_needed_in_this_order_and_everything_else_is_optional() -> None:
    empty = set_up_steps(FRAMEWORK, an_assessment(FRAMEWORK, scope=(), respondents=()))
    assert [step.name for step in empty.steps if step.is_needed] == [SCOPE_TAB, PEOPLE_TAB]
    assert [step.number for step in empty.steps] == list(range(1, len(empty.steps) + 1))
    assert (empty.next_needed or empty.steps[-1]).name == SCOPE_TAB
    assert not any(step.is_done for step in empty.steps)

    without_people = set_up_steps(FRAMEWORK, an_assessment(FRAMEWORK, respondents=()))
    assert (without_people.next_needed or empty.steps[-1]).name == PEOPLE_TAB
    assert without_people.finding == "Needed before anybody can answer: People."
    assert set_up_steps(FRAMEWORK, an_assessment(FRAMEWORK)).next_needed is None


def test_each_step_says_how_far_it_is() -> None:
    assert told()["Scope"] == (True, "3 processes")
    assert told()["Targets"] == (False, "level 3 for all")
    done = told(
        critical_services=(CriticalService(id="mail", name="Mail", importance=3),),
        opinions=(
            Opinion(respondent_id="r1", process_id="planning", pain=3),
            Opinion(respondent_id="r2", process_id="x"),
        ),
        targets=(Target(process_id="planning", level=4),),
        owners=(Owner(process_id="planning", name="Ada"), Owner(process_id="building")),
        takes_scenario_pain=True,
    )
    assert done["Critical services"] == (True, "1 service")
    assert done["Importance and pain"] == (True, "1 person and the scenario")
    assert done["Targets"] == (True, "1 chosen")
    assert done["Owners"] == (True, "1 of 3")
    assert done["Technology"] == (False, "none yet")
