"""The Set-up page on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import CriticalService, Respondent, Role, Target
from assessment.services.actor import LOCAL_ACTOR
from assessment.services.assessments import NewAssessment
from assessment.services.plumbline import Plumbline
from assessment.ui.pages.set_up import TABS
from tests.ui.assessed import an_answered_one, an_empty_one, opened, page, words


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def tab(assessment_id: str, name: str) -> AppTest:
    """The page with one of its tabs open."""
    return page("set_up", assessment=assessment_id, section=name)


def test_without_an_open_assessment_the_page_says_what_to_do(plumbline: Plumbline) -> None:
    assert "No assessment is open" in words(page("set_up"))


def test_an_id_that_is_not_there_shows_a_sentence(plumbline: Plumbline) -> None:
    test = page("set_up", assessment="nobody-knows-it")

    assert not test.exception
    assert "not available" in words(test)


@pytest.mark.parametrize("name", list(TABS))
def test_every_tab_opens_on_an_empty_assessment(plumbline: Plumbline, name: str) -> None:
    test = tab(an_empty_one(plumbline), name)

    assert not test.exception
    assert not test.error


@pytest.mark.parametrize("name", list(TABS))
def test_every_tab_opens_on_a_full_assessment(plumbline: Plumbline, name: str) -> None:
    test = tab(an_answered_one(plumbline), name)

    assert not test.exception
    assert not test.error


def test_a_process_taken_out_of_scope_is_saved_and_said(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = tab(assessment_id, "Scope")

    test.checkbox(key=f"set-up:{assessment_id}:scope:building").uncheck().run()

    assert plumbline.assessments.load(LOCAL_ACTOR, assessment_id).scope == ("planning", "releasing")
    assert "2 processes in scope" in words(test)
    assert "Saved" in words(test)


def test_the_last_process_stays_in_scope_and_the_page_says_why(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = tab(assessment_id, "Scope")
    for process_id in ("planning", "building", "releasing"):
        test.checkbox(key=f"set-up:{assessment_id}:scope:{process_id}").uncheck().run()

    assert plumbline.assessments.load(LOCAL_ACTOR, assessment_id).scope == ("releasing",)
    assert "Not saved" in words(test)
    assert test.checkbox(key=f"set-up:{assessment_id}:scope:releasing").value


def test_an_extension_is_marked(plumbline: Plumbline) -> None:
    test = tab(an_empty_one(plumbline), "Scope")

    assert any("not one of the paper" in box.label for box in test.checkbox)


def test_a_person_is_added_without_a_name(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    before = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).respondents
    test = tab(assessment_id, "People")

    next(button for button in test.button if button.label == "Add").click().run()

    after = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).respondents
    assert len(after) == len(before) + 1
    assert sum(person.name is None for person in after) == 1


def test_a_customer_is_asked_delivery_and_measurement_and_everything_again_on_request(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = tab(assessment_id, "People")

    test.button(key=f"set-up:{assessment_id}:assign:customer").click().run()
    assigned = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).assignments
    test.button(key=f"set-up:{assessment_id}:assign:all").click().run()

    assert {one.process_id for one in assigned} == {"planning", "building", "releasing"}
    assert {one.attribute_ids for one in assigned} == {("delivery", "measurement")}
    assert plumbline.assessments.load(LOCAL_ACTOR, assessment_id).assignments == ()


def test_a_critical_service_is_added_and_removed(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = tab(assessment_id, "Critical services")
    test.text_input(key=f"set-up:{assessment_id}:new-service:name").input("Payments")
    next(button for button in test.button if button.label == "Add").click().run()
    added = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).critical_services
    test.button(key=f"set-up:{assessment_id}:remove-service:go").click().run()

    assert [service.name for service in added] == ["Payments"]
    assert plumbline.assessments.load(LOCAL_ACTOR, assessment_id).critical_services == ()


def test_a_service_without_a_name_is_refused_in_words(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = tab(assessment_id, "Critical services")
    next(button for button in test.button if button.label == "Add").click().run()

    assert "Not saved" in words(test)
    assert plumbline.assessments.load(LOCAL_ACTOR, assessment_id).critical_services == ()


def test_the_pain_of_the_scenario_is_taken_over_on_request_and_offered_once(plumbline: Plumbline) -> None:
    new = NewAssessment(
        name="From a scenario",
        organisation="Acme",
        assessed_on=date(2026, 1, 15),
        framework_id="tiny",
        scenario_id="late-releases",
    )
    assessment_id = plumbline.assessments.create(LOCAL_ACTOR, new)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Respondent(id="r1", role=Role.OTHER, name="Facilitator"))
    test = tab(assessment_id, "Importance and pain")

    test.button(key=f"set-up:{assessment_id}:opinions:scenario").click().run()

    opinions = plumbline.assessments.load(LOCAL_ACTOR, assessment_id).opinions
    assert {opinion.process_id: opinion.pain for opinion in opinions} == {"planning": 5, "building": 4}
    assert "Take over the pain of the scenario" not in [button.label for button in test.button]


def test_a_high_target_without_a_rationale_is_warned_of(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Target(process_id="planning", level=4))
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Target(process_id="building", level=4, rationale="The board."))

    warned = tab(assessment_id, "Targets").warning

    assert len(warned) == 1
    assert "Planning aims above level 3" in warned[0].value


def test_the_carry_bound_is_saved(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = tab(assessment_id, "Method")

    test.radio(key=f"set-up:{assessment_id}:carry").set_value(85.0).run()

    assert plumbline.assessments.header(LOCAL_ACTOR, assessment_id).carry_percent == 85.0
    assert "Saved" in words(test)


def test_an_empty_organisation_is_refused_and_the_stored_one_stays(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = tab(assessment_id, "Method")

    test.text_input(key=f"set-up:{assessment_id}:header:organisation").input(" ").run()

    assert plumbline.assessments.header(LOCAL_ACTOR, assessment_id).organisation == "Invented Ltd"
    assert "Not saved" in words(test)


def test_a_validated_assessment_is_shown_and_cannot_be_changed(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    test = tab(assessment_id, "Scope")

    assert "cannot be changed" in words(test)
    assert all(box.disabled for box in test.checkbox)


def test_a_service_named_in_the_store_is_listed(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    service = CriticalService(id="s1", name="Payments", importance=5, process_ids=("planning",))
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, service)

    test = tab(assessment_id, "Critical services")

    assert test.selectbox(key=f"set-up:{assessment_id}:remove-service").options == ["Payments"]
