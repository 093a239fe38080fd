"""The Roadmap page on a real database."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Slider

from assessment.domain.answered.roadmap_settings import LinkStrength, Pin, RoadmapSettings
from assessment.services.actor import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.ui.assessed import an_answered_one, an_empty_one, opened, page, words


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def saved(plumbline: Plumbline, assessment_id: str) -> RoadmapSettings:
    return plumbline.assessments.load(LOCAL_ACTOR, assessment_id).roadmap


def slider(test: AppTest, name: str) -> Slider[float]:
    return next(found for found in test.slider if found.label.startswith(name))


def test_an_unanswered_assessment_has_nothing_to_plan(plumbline: Plumbline) -> None:
    said = words(page("roadmap", assessment=an_empty_one(plumbline)))

    assert "There is nothing to plan yet" in said


def test_every_priority_stands_with_its_reason(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    wanting = [
        entry
        for entry in plumbline.results.compute(LOCAL_ACTOR, assessment_id).result.priorities
        if entry.need_share > 0
    ]
    assert wanting

    said = words(page("roadmap", assessment=assessment_id))

    assert all(entry.reason in said for entry in wanting)


def test_a_weight_is_tried_without_being_saved_and_saved_on_purpose(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)

    slider(test, "Leverage").set_value(1.0).run()
    assert "Shown with weights that are not saved." in words(test)
    assert saved(plumbline, assessment_id).leverage_weight == 0.2

    test.button(key="roadmap:save-weights").click().run()
    assert saved(plumbline, assessment_id).leverage_weight == 1.0
    assert "not saved" not in words(test)


def test_a_tried_weight_can_be_given_up(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)

    slider(test, "Pain").set_value(0.0).run()
    test.button(key="roadmap:reset-weights").click().run()

    assert slider(test, "Pain").value == 0.5
    assert saved(plumbline, assessment_id) == RoadmapSettings()


def test_firmness_is_measured_only_when_asked(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)
    assert not [button for button in test.button if button.key == "roadmap:ranks"]

    test.button(key="roadmap:measure-firmness").click().run()

    assert plumbline.results.firmness(LOCAL_ACTOR, assessment_id).word.capitalize() in words(test)


def test_the_waves_show_step_owner_effort_and_reason(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    first = plumbline.roadmap.plan(LOCAL_ACTOR, assessment_id).waves[0].steps[0]

    said = words(page("roadmap", assessment=assessment_id, plan="waves"))

    assert first.reason in said
    assert f"{first.from_level}\u00a0to\u00a0{first.to_level}" in said
    assert first.owner_name is None or first.owner_name in said


def test_a_step_opens_to_its_first_actions_and_can_be_pinned(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    step = plumbline.roadmap.plan(LOCAL_ACTOR, assessment_id).waves[0].steps[0]
    key = f"{step.process_id}-{step.to_level}"
    test = page("roadmap", assessment=assessment_id, plan="waves")

    test.session_state[f"roadmap:step-{key}"] = True
    assert step.first_actions[0].text in words(test.run())

    test.selectbox(key=f"roadmap:pin-{key}").set_value(2).run()
    assert saved(plumbline, assessment_id).pins == (Pin(process_id=step.process_id, to_level=step.to_level, wave=2),)
    assert step not in plumbline.roadmap.plan(LOCAL_ACTOR, assessment_id).waves[0].steps


def test_more_waves_keep_the_capacity_that_was_set(plumbline: Plumbline) -> None:
    settings = RoadmapSettings(wave_count=2, capacity=(5, 7))
    assessment_id = an_answered_one(plumbline, roadmap=settings)
    test = page("roadmap", assessment=assessment_id, plan="settings")

    test.number_input(key="roadmap:set-wave_count").set_value(3).run()
    assert saved(plumbline, assessment_id).capacity == (5, 7, 7)

    test.number_input(key="roadmap:set-capacity-0").set_value(9).run()
    assert saved(plumbline, assessment_id).capacity == (9, 7, 7)

    test.toggle(key="roadmap:set-by-wave").set_value(False).run()
    assert saved(plumbline, assessment_id).capacity is None


def test_a_linkage_is_let_go_and_bound_again(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")

    test.checkbox(key="roadmap:set-binds-planning-to-building").uncheck().run()
    assert saved(plumbline, assessment_id).linkages == (LinkStrength(linkage_id="planning-to-building", is_hard=False),)

    test.checkbox(key="roadmap:set-binds-planning-to-building").check().run()
    assert saved(plumbline, assessment_id).linkages == ()


def test_settings_that_somebody_else_changed_are_not_overwritten(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")
    theirs = RoadmapSettings(wave_count=6)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, theirs)

    test.number_input(key="roadmap:set-wave_months").set_value(6).run()

    assert saved(plumbline, assessment_id) == theirs
    assert "Not saved" in words(test)
    assert test.number_input(key="roadmap:set-wave_count").value == 6


def test_a_validated_assessment_is_planned_but_not_changed(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    test = page("roadmap", assessment=assessment_id, plan="settings")

    assert all(field.disabled for field in test.number_input)
    assert not test.error


def test_the_projection_starts_after_the_last_wave_and_goes_back_to_today(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="projection")
    assert test.segmented_control(key="roadmap:after").value == 4

    test.segmented_control(key="roadmap:after").set_value(0).run()

    assert not test.exception
    assert not test.error
