"""The Roadmap page on a real database: what it shows is the view's, what it saves is read back field by field."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest
from streamlit.testing.v1.element_tree import Slider

from assessment.domain.answered.assessment import CriticalService, Opinion, Target
from assessment.domain.answered.roadmap_settings import EffortOverride, LinkStrength, Pin, RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.results import Step
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.firmness import firmness_view
from assessment.views.heatmap import projected_view
from assessment.views.model import Table
from assessment.views.priorities import priorities_view
from assessment.views.waves import roadmap_view
from assessment.views.wording.pages import roadmap as page_words
from tests.ui.assessed import an_answered_one, an_empty_one, opened, page, words

USUAL = RoadmapSettings()


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def saved(plumbline: Plumbline, assessment_id: str) -> RoadmapSettings:
    return plumbline.assessments.load(LOCAL_ACTOR, assessment_id).roadmap


def computed(plumbline: Plumbline, assessment_id: str) -> Computed:
    return plumbline.results.read(LOCAL_ACTOR, assessment_id)


def slider(test: AppTest, name: str) -> Slider[float]:
    return next(found for found in test.slider if found.label.startswith(name))


def shown_rows(test: AppTest, heading: str) -> list[list[str]]:
    """The rows of the one table with this heading, marks of Markdown taken away."""
    found = [table.value for table in test.table if heading in [str(name) for name in table.value.columns]]
    return [[str(cell).replace("\\", "") for cell in row] for row in found[0].values.tolist()]


def texts(table: Table, *without: str) -> list[list[str]]:
    """The rows of a view's table as a page shows them."""
    places = [table.place(column.id) for column in table.columns if column.id not in without]
    return [
        [f"{cell.text} ({cell.note})" if cell.note else cell.text for cell in (row.cells[place] for place in places)]
        for row in table.rows
    ]


def soft(text: str) -> str:
    """A text as a paragraph of a page has it: Markdown makes one space of every kind of space."""
    return " ".join(text.split())


def said_by(test: AppTest) -> str:
    return soft(words(test))


def open_step(test: AppTest, process_id: str, to_level: int) -> None:
    test.session_state[f"roadmap:test-assessment:step-{process_id}-{to_level}"] = True
    test.run()


def first_step(plumbline: Plumbline, assessment_id: str) -> Step:
    return computed(plumbline, assessment_id).roadmap.waves[0].steps[0]


def changed(settings: RoadmapSettings, **fields: Any) -> RoadmapSettings:
    """The settings with some fields replaced, checked like any."""
    return RoadmapSettings(**{**{name: getattr(settings, name) for name in RoadmapSettings.model_fields}, **fields})


def test_an_unanswered_assessment_has_nothing_to_plan(plumbline: Plumbline) -> None:
    said = words(page("roadmap", assessment=an_empty_one(plumbline)))

    assert page_words.EMPTY_TITLE in said


def test_the_priorities_are_the_views_row_by_row(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    view = priorities_view(computed(plumbline, assessment_id))
    assert view.table("priorities").rows

    test = page("roadmap", assessment=assessment_id)

    assert shown_rows(test, "Leverage") == texts(view.table("priorities"), "bar")
    assert view.finding in words(test)
    assert all(note in words(test) for note in view.notes)


def test_what_was_assumed_is_explained_on_the_page(plumbline: Plumbline) -> None:
    one_voice = (Opinion(respondent_id="r1", process_id="planning", pain=4),)
    services = (CriticalService(id="shop", name="Shop", importance=5, process_ids=("building",)),)
    targets = (Target(process_id="releasing", level=5, rationale="Needed."),)
    assessment_id = an_answered_one(plumbline, opinions=one_voice, critical_services=services, targets=targets)
    view = priorities_view(computed(plumbline, assessment_id))
    signs = [entry for entry in view.table("priorities").legend if entry.sign]

    said = said_by(page("roadmap", assessment=assessment_id))

    assert view.warnings
    assert all(warning in said for warning in view.warnings)
    assert len(signs) == 2
    assert all(f"{entry.sign} {entry.text}" in said for entry in signs)


def test_a_weight_is_tried_without_being_saved_and_saved_on_purpose(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)

    slider(test, "Leverage").set_value(1.0).run()
    assert page_words.TRIED in words(test)
    assert saved(plumbline, assessment_id) == USUAL
    tried = plumbline.roadmap.preview(LOCAL_ACTOR, assessment_id, changed(USUAL, leverage_weight=1.0))
    assert shown_rows(test, "Leverage") == texts(priorities_view(tried).table("priorities"), "bar")

    test.button(key="roadmap:test-assessment:save-weights").click().run()
    assert saved(plumbline, assessment_id) == changed(USUAL, leverage_weight=1.0)
    assert page_words.TRIED not in words(test)

    plumbline.setup.save(LOCAL_ACTOR, assessment_id, changed(USUAL, leverage_weight=0.1))
    assert page_words.TRIED not in words(test.run()), "what was saved is tried no longer"


@pytest.mark.parametrize(
    ("name", "label"), [("pain_weight", "Pain"), ("importance_weight", "Importance"), ("leverage_weight", "Leverage")]
)
def test_each_weight_is_saved_as_itself_and_no_other(plumbline: Plumbline, name: str, label: str) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)
    assert slider(test, label).value == getattr(USUAL, name)

    slider(test, label).set_value(0.95).run()
    test.button(key="roadmap:test-assessment:save-weights").click().run()

    assert saved(plumbline, assessment_id) == changed(USUAL, **{name: 0.95})


def test_a_tried_weight_can_be_given_up(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)

    slider(test, "Pain").set_value(0.0).run()
    test.button(key="roadmap:test-assessment:reset-weights").click().run()

    assert slider(test, "Pain").value == USUAL.pain_weight
    assert saved(plumbline, assessment_id) == USUAL


def test_weights_above_1_are_shown_as_shares_of_their_sum(plumbline: Plumbline) -> None:
    settings = RoadmapSettings(pain_weight=2, importance_weight=1, leverage_weight=1)
    assessment_id = an_answered_one(plumbline, roadmap=settings)

    test = page("roadmap", assessment=assessment_id)

    assert [slider(test, name).value for name in ("Pain", "Importance", "Leverage")] == [0.5, 0.25, 0.25]
    assert saved(plumbline, assessment_id) == settings


def test_firmness_is_measured_only_when_asked_and_says_word_meaning_and_finding(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)
    view = firmness_view(computed(plumbline, assessment_id))
    assert view.finding not in words(test)

    test.button(key="roadmap:test-assessment:measure-firmness").click().run()

    said = words(test)
    assert view.fact("word").text in said
    assert view.fact("word").note in said
    assert view.finding in said


def test_the_ranks_open_with_every_number_and_the_sensitivity_ranges(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)
    test.button(key="roadmap:test-assessment:measure-firmness").click().run()

    test.button(key="roadmap:test-assessment:ranks").click().run()

    view = firmness_view(computed(plumbline, assessment_id))
    assert view.table("sensitivity").rows
    shown = [row[:4] for row in shown_rows(test, "Score")]
    assert shown == [row[:4] for row in texts(view.table("sensitivity"))]
    assert view.notes[0] in words(test)


def test_firmness_follows_a_weight_that_is_tried(plumbline: Plumbline) -> None:
    targets = tuple(
        Target(process_id=process_id, level=5, rationale="Needed.")
        for process_id in ("planning", "building", "releasing")
    )
    said = tuple(
        Opinion(respondent_id="r1", process_id=process_id, pain=pain, importance=5 - pain)
        for process_id, pain in (("planning", 5), ("building", 2), ("releasing", 0))
    )
    assessment_id = an_answered_one(plumbline, targets=targets, opinions=said)
    test = page("roadmap", assessment=assessment_id)
    test.button(key="roadmap:test-assessment:measure-firmness").click().run()
    before = firmness_view(computed(plumbline, assessment_id)).fact("word")
    assert before.note in words(test)

    slider(test, "Importance").set_value(1.0).run()

    tried = plumbline.roadmap.preview(LOCAL_ACTOR, assessment_id, changed(USUAL, importance_weight=1.0))
    word = firmness_view(tried).fact("word")
    assert word.note != before.note
    assert word.note in words(test)


def test_each_wave_shows_its_steps_as_the_view_has_them(plumbline: Plumbline) -> None:
    prices = RoadmapSettings(wave_count=2, capacity=(9, 2), person_days_per_point=2.5, cost_per_point=800)
    assessment_id = an_answered_one(plumbline, roadmap=prices)
    view = roadmap_view(computed(plumbline, assessment_id))
    assert view.not_funded.steps
    test = page("roadmap", assessment=assessment_id, plan="waves")

    for block in (*view.waves, view.not_funded):
        test.segmented_control(key="roadmap:test-assessment:wave").set_value(block.number).run()
        said = said_by(test)
        assert block.title in said
        assert soft(block.summary) in said
        assert block.outcome in said
        if block.table.rows:
            assert shown_rows(test, "Why") == texts(block.table)
        else:
            assert block.table.empty in said


def test_the_totals_of_the_plan_stand_above_it(plumbline: Plumbline) -> None:
    prices = RoadmapSettings(person_days_per_point=2.5, cost_per_point=800, currency="CHF")
    assessment_id = an_answered_one(plumbline, roadmap=prices)
    view = roadmap_view(computed(plumbline, assessment_id))

    test = page("roadmap", assessment=assessment_id, plan="waves")

    metrics = {metric.label: metric.value for metric in test.metric}
    assert metrics == {fact.label: fact.text for fact in view.facts}
    assert {"Person-days", "Cost"} <= set(metrics)
    assert metrics["Cost"].startswith("CHF")
    assert all(remark in words(test) for remark in view.remarks)


def test_a_pin_says_what_it_costs_beside_the_plan(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    step = first_step(plumbline, assessment_id)
    pin = Pin(process_id=step.process_id, to_level=step.to_level, wave=0)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, RoadmapSettings(pins=(pin,)))
    view = roadmap_view(computed(plumbline, assessment_id))

    test = page("roadmap", assessment=assessment_id, plan="waves")

    assert shown_rows(test, "What it costs") == texts(view.table("pins"))
    assert any(remark.startswith("With 1 pin") and remark in words(test) for remark in view.remarks)


def test_what_the_plan_warns_of_is_shown(plumbline: Plumbline) -> None:
    pins = (Pin(process_id="planning", to_level=5, wave=1),)
    assessment_id = an_answered_one(plumbline, roadmap=RoadmapSettings(pins=pins))
    view = roadmap_view(computed(plumbline, assessment_id))
    assert view.warnings

    test = page("roadmap", assessment=assessment_id, plan="waves")

    assert all(warning in words(test) for warning in view.warnings)


def test_nothing_to_plan_says_what_to_do(plumbline: Plumbline) -> None:
    reached = tuple(Target(process_id=name, level=0) for name in ("building", "planning", "releasing"))
    assessment_id = an_answered_one(plumbline, targets=reached)
    view = roadmap_view(computed(plumbline, assessment_id))

    said = words(page("roadmap", assessment=assessment_id, plan="waves"))

    assert view.finding in said
    assert view.empty in said


def test_a_step_opens_to_everything_its_block_holds(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    block = roadmap_view(computed(plumbline, assessment_id)).waves[0].steps[0]
    test = page("roadmap", assessment=assessment_id, plan="waves")

    open_step(test, block.process_id, block.to_level)

    said = said_by(test)
    assert block.reason in said
    for fact in block.facts:
        assert f"[{fact.label}] {soft(fact.text)}" in said
    assert block.tables
    for table in block.tables:
        assert table.title in said
    assert shown_rows(test, "How one sees it") == texts(block.tables[0])
    assert block.passages
    for passage in block.passages:
        assert passage.title in said
        assert all(sentence in said for sentence in passage.sentences)


@pytest.mark.parametrize("wave", [0, 2])
def test_a_step_is_pinned_by_where_it_lands_and_let_go_again(plumbline: Plumbline, wave: int) -> None:
    assessment_id = an_answered_one(plumbline)
    step = first_step(plumbline, assessment_id)
    key = f"{step.process_id}-{step.to_level}"
    test = page("roadmap", assessment=assessment_id, plan="waves")
    open_step(test, step.process_id, step.to_level)

    test.selectbox(key=f"roadmap:test-assessment:pin-{key}").set_value(wave).run()
    pin = Pin(process_id=step.process_id, to_level=step.to_level, wave=wave)
    assert saved(plumbline, assessment_id) == changed(USUAL, pins=(pin,))
    placed = {(own.process_id, own.to_level): own.wave for own in computed(plumbline, assessment_id).roadmap.steps}
    assert placed[step.process_id, step.to_level] == wave

    test.segmented_control(key="roadmap:test-assessment:wave").set_value(wave).run()
    open_step(test, step.process_id, step.to_level)
    assert test.selectbox(key=f"roadmap:test-assessment:pin-{key}").value == wave
    test.selectbox(key=f"roadmap:test-assessment:pin-{key}").set_value(-1).run()
    assert saved(plumbline, assessment_id) == USUAL


def test_the_effort_of_a_step_is_set_and_given_back_to_the_framework(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    step = first_step(plumbline, assessment_id)
    key = f"{step.process_id}-{step.to_level}"
    test = page("roadmap", assessment=assessment_id, plan="waves")
    open_step(test, step.process_id, step.to_level)
    assert test.number_input(key=f"roadmap:test-assessment:effort-{key}").value == step.effort_count

    points = step.effort_count + 1
    test.number_input(key=f"roadmap:test-assessment:effort-{key}").set_value(points).run()
    effort = EffortOverride(process_id=step.process_id, to_level=step.to_level, point_count=points)
    assert saved(plumbline, assessment_id) == changed(USUAL, efforts=(effort,))

    test.button(key=f"roadmap:test-assessment:framework-effort-{key}").click().run()
    assert saved(plumbline, assessment_id) == USUAL
    assert test.number_input(key=f"roadmap:test-assessment:effort-{key}").value == step.effort_count


def test_what_is_set_of_one_step_leaves_the_others_as_they_are(plumbline: Plumbline) -> None:
    pins = (Pin(process_id="releasing", to_level=5, wave=2),)
    efforts = (EffortOverride(process_id="releasing", to_level=5, point_count=7),)
    assessment_id = an_answered_one(plumbline, roadmap=RoadmapSettings(pins=pins, efforts=efforts))
    step = first_step(plumbline, assessment_id)
    key = f"{step.process_id}-{step.to_level}"
    test = page("roadmap", assessment=assessment_id, plan="waves")
    open_step(test, step.process_id, step.to_level)

    test.number_input(key=f"roadmap:test-assessment:effort-{key}").set_value(9).run()
    own = EffortOverride(process_id=step.process_id, to_level=step.to_level, point_count=9)
    assert set(saved(plumbline, assessment_id).efforts) == {*efforts, own}
    placed = {(own.process_id, own.to_level): own.wave for own in computed(plumbline, assessment_id).roadmap.steps}
    test.segmented_control(key="roadmap:test-assessment:wave").set_value(placed[step.process_id, step.to_level]).run()
    open_step(test, step.process_id, step.to_level)
    test.button(key=f"roadmap:test-assessment:framework-effort-{key}").click().run()
    assert saved(plumbline, assessment_id).efforts == efforts

    test.segmented_control(key="roadmap:test-assessment:wave").set_value(step.wave).run()
    open_step(test, step.process_id, step.to_level)
    test.selectbox(key=f"roadmap:test-assessment:pin-{key}").set_value(step.wave).run()
    pin = Pin(process_id=step.process_id, to_level=step.to_level, wave=step.wave)
    assert set(saved(plumbline, assessment_id).pins) == {*pins, pin}


def test_everything_set_by_hand_is_listed_and_forgotten_together(plumbline: Plumbline) -> None:
    by_hand = RoadmapSettings(
        pins=(Pin(process_id="planning", to_level=5, wave=2),),
        efforts=(EffortOverride(process_id="planning", to_level=5, point_count=7),),
        wave_months=2,
    )
    assessment_id = an_answered_one(plumbline, roadmap=by_hand)
    test = page("roadmap", assessment=assessment_id, plan="settings")
    said = said_by(test)
    assert "Planning to level 5, which is no step now: wave 2" in said
    assert "Planning to level 5, which is no step now: 7 points" in said

    test.button(key="roadmap:test-assessment:forget-by-hand").click().run()

    assert saved(plumbline, assessment_id) == RoadmapSettings(wave_months=2)
    assert page_words.BY_HAND_EMPTY in words(test)


@pytest.mark.parametrize(
    ("widget", "key", "value", "field"),
    [
        ("number_input", "wave_count", 6, "wave_count"),
        ("number_input", "wave_months", 2, "wave_months"),
        ("date_input", "start", date(2027, 2, 1), "start"),
        ("number_input", "person_days_per_point", 2.5, "person_days_per_point"),
        ("number_input", "cost_per_point", 900.0, "cost_per_point"),
        ("selectbox", "currency", "CHF", "currency"),
    ],
)
def test_each_setting_is_saved_as_itself_and_no_other(
    plumbline: Plumbline, widget: str, key: str, value: Any, field: str
) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")

    getattr(test, widget)(key=f"roadmap:test-assessment:set-{key}").set_value(value).run()

    assert saved(plumbline, assessment_id) == changed(USUAL, **{field: value})
    assert getattr(test, widget)(key=f"roadmap:test-assessment:set-{key}").value == value


def test_the_widgets_begin_with_what_is_stored(plumbline: Plumbline) -> None:
    settings = RoadmapSettings(
        wave_count=2,
        capacity=(5, 7),
        wave_months=6,
        start=date(2027, 2, 1),
        person_days_per_point=2.5,
        cost_per_point=900,
        currency="GBP",
    )
    test = page("roadmap", assessment=an_answered_one(plumbline, roadmap=settings), plan="settings")

    numbers = {
        name: test.number_input(key=f"roadmap:test-assessment:set-{name}").value
        for name in ("wave_count", "wave_months", "capacity-0", "capacity-1", "person_days_per_point", "cost_per_point")
    }
    assert numbers == {
        "wave_count": 2,
        "wave_months": 6,
        "capacity-0": 5,
        "capacity-1": 7,
        "person_days_per_point": 2.5,
        "cost_per_point": 900.0,
    }
    assert test.date_input(key="roadmap:test-assessment:set-start").value == date(2027, 2, 1)
    assert test.selectbox(key="roadmap:test-assessment:set-currency").value == "GBP"
    assert test.toggle(key="roadmap:test-assessment:set-by-wave").value is True


@pytest.mark.parametrize("field", ["person_days_per_point", "cost_per_point"])
def test_a_price_is_taken_away_by_emptying_it(plumbline: Plumbline, field: str) -> None:
    priced = RoadmapSettings(person_days_per_point=2.5, cost_per_point=900)
    assessment_id = an_answered_one(plumbline, roadmap=priced)
    test = page("roadmap", assessment=assessment_id, plan="settings")

    test.number_input(key=f"roadmap:test-assessment:set-{field}").set_value(None).run()

    assert saved(plumbline, assessment_id) == changed(priced, **{field: None})


def test_more_waves_keep_the_capacity_that_was_set(plumbline: Plumbline) -> None:
    settings = RoadmapSettings(wave_count=2, capacity=(5, 7))
    assessment_id = an_answered_one(plumbline, roadmap=settings)
    test = page("roadmap", assessment=assessment_id, plan="settings")

    test.number_input(key="roadmap:test-assessment:set-wave_count").set_value(3).run()
    assert saved(plumbline, assessment_id) == changed(USUAL, wave_count=3, capacity=(5, 7, 7))

    test.number_input(key="roadmap:test-assessment:set-capacity-1").set_value(9).run()
    assert saved(plumbline, assessment_id) == changed(USUAL, wave_count=3, capacity=(5, 9, 7))

    test.number_input(key="roadmap:test-assessment:set-wave_count").set_value(1).run()
    assert saved(plumbline, assessment_id) == changed(USUAL, wave_count=1, capacity=(5,))


def test_capacity_is_usual_until_it_is_set_by_wave(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")
    assert "Each wave takes 8 points of effort." in words(test)

    test.toggle(key="roadmap:test-assessment:set-by-wave").set_value(True).run()
    assert saved(plumbline, assessment_id) == changed(USUAL, capacity=(8, 8, 8, 8))

    test.toggle(key="roadmap:test-assessment:set-by-wave").set_value(False).run()
    assert saved(plumbline, assessment_id) == USUAL


def test_a_linkage_is_let_go_and_bound_again(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")

    test.checkbox(key="roadmap:test-assessment:set-binds-planning-to-building").uncheck().run()
    let_go = LinkStrength(linkage_id="planning-to-building", is_hard=False)
    assert saved(plumbline, assessment_id) == changed(USUAL, linkages=(let_go,))

    test.checkbox(key="roadmap:test-assessment:set-binds-planning-to-building").check().run()
    assert saved(plumbline, assessment_id) == USUAL


def test_another_linkage_is_made_to_bind(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")

    test.selectbox(key="roadmap:test-assessment:set-new-binding").set_value("releasing-to-planning").run()

    bound = LinkStrength(linkage_id="releasing-to-planning", is_hard=True)
    assert saved(plumbline, assessment_id) == changed(USUAL, linkages=(bound,))
    box = test.checkbox(key="roadmap:test-assessment:set-binds-releasing-to-planning")
    assert (box.label, box.value) == ("Releasing before Planning", True)


def test_a_linkage_is_weighed_and_given_back_to_its_kind(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")

    test.selectbox(key="roadmap:test-assessment:set-new-strength").set_value("planning-to-building").run()
    full = LinkStrength(linkage_id="planning-to-building", strength=1.0)
    assert saved(plumbline, assessment_id) == changed(USUAL, linkages=(full,))

    test.number_input(key="roadmap:test-assessment:set-strength-planning-to-building").set_value(0.3).run()
    weak = LinkStrength(linkage_id="planning-to-building", strength=0.3)
    assert saved(plumbline, assessment_id) == changed(USUAL, linkages=(weak,))

    test.number_input(key="roadmap:test-assessment:set-strength-planning-to-building").set_value(None).run()
    assert saved(plumbline, assessment_id) == USUAL


def test_strength_and_binding_of_one_linkage_do_not_wipe_each_other(plumbline: Plumbline) -> None:
    both = LinkStrength(linkage_id="planning-to-building", strength=0.4, is_hard=False)
    other = LinkStrength(linkage_id="building-to-releasing", strength=0.9)
    assessment_id = an_answered_one(plumbline, roadmap=RoadmapSettings(linkages=(other, both)))
    test = page("roadmap", assessment=assessment_id, plan="settings")

    test.number_input(key="roadmap:test-assessment:set-strength-planning-to-building").set_value(0.5).run()
    stronger = LinkStrength(linkage_id="planning-to-building", strength=0.5, is_hard=False)
    assert saved(plumbline, assessment_id).linkages == (other, stronger)

    test.checkbox(key="roadmap:test-assessment:set-binds-planning-to-building").check().run()
    assert saved(plumbline, assessment_id).linkages == (
        other,
        LinkStrength(linkage_id="planning-to-building", strength=0.5),
    )


def test_a_setting_that_somebody_else_changed_is_not_overwritten_and_both_values_are_told(
    plumbline: Plumbline,
) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")
    theirs = RoadmapSettings(wave_count=6)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, theirs)

    test.number_input(key="roadmap:test-assessment:set-wave_count").set_value(5).run()

    assert saved(plumbline, assessment_id) == theirs
    assert "Not saved" in words(test)
    assert {"Number of waves: 6", "Number of waves: 5"} <= {text.value for text in test.text}
    assert test.number_input(key="roadmap:test-assessment:set-wave_count").value == 6
    other = RoadmapSettings(wave_count=6, wave_months=2)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, other)

    test.button(key="conflict:mine:roadmap:test-assessment:settings").click().run()

    assert saved(plumbline, assessment_id) == RoadmapSettings(wave_count=5, wave_months=2)
    assert "Not saved" not in words(test)
    assert not [one for one in test.button if str(one.key).startswith("conflict:")]
    test.run()
    assert test.number_input(key="roadmap:test-assessment:set-wave_count").value == 5


def test_a_setting_that_was_changed_again_before_mine_is_saved_is_told_again(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, RoadmapSettings(wave_count=6))
    test.number_input(key="roadmap:test-assessment:set-wave_count").set_value(5).run()
    again = RoadmapSettings(wave_count=7)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, again)

    test.button(key="conflict:mine:roadmap:test-assessment:settings").click().run()

    assert saved(plumbline, assessment_id) == again
    assert {"Number of waves: 7", "Number of waves: 5"} <= {text.value for text in test.text}
    test.button(key="conflict:theirs:roadmap:test-assessment:settings").click().run()
    assert saved(plumbline, assessment_id) == again
    assert "Not saved" not in words(test)


def test_a_wave_that_somebody_else_set_is_told_where_one_sets_it(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    step = first_step(plumbline, assessment_id)
    test = page("roadmap", assessment=assessment_id, plan="waves")
    open_step(test, step.process_id, step.to_level)
    test.run()
    theirs = Pin(process_id=step.process_id, to_level=step.to_level, wave=2)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, RoadmapSettings(pins=(theirs,)))

    test.selectbox(key=f"roadmap:test-assessment:pin-{step.process_id}-{step.to_level}").set_value(3).run()

    assert saved(plumbline, assessment_id).pins == (theirs,)
    assert "Not saved" in words(test)
    test.button(key="conflict:mine:roadmap:test-assessment:settings").click().run()
    assert [pin.wave for pin in saved(plumbline, assessment_id).pins] == [3]


def test_another_setting_that_somebody_else_changed_stays_and_is_shown(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, RoadmapSettings(wave_count=6))

    test.number_input(key="roadmap:test-assessment:set-wave_months").set_value(6).run()

    assert saved(plumbline, assessment_id) == RoadmapSettings(wave_count=6, wave_months=6)
    assert test.number_input(key="roadmap:test-assessment:set-wave_count").value == 6


def test_a_setting_that_was_redrawn_over_an_older_number_shows_the_stored_one(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id, plan="settings")
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, RoadmapSettings(wave_count=6))

    test.run()

    assert test.number_input(key="roadmap:test-assessment:set-wave_count").value == 6


def test_a_validated_assessment_is_planned_but_not_changed(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    test = page("roadmap", assessment=assessment_id, plan="settings")

    inputs = [*test.number_input, *test.selectbox, *test.checkbox, *test.toggle, *test.date_input]
    assert len(inputs) >= 10
    assert all(field.disabled for field in inputs)
    assert not test.error


def test_the_projection_starts_after_the_last_wave_and_goes_back_to_today(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    whole = computed(plumbline, assessment_id)
    today, last = projected_view(whole, 0), projected_view(whole, 4)
    assert today.tables != last.tables
    test = page("roadmap", assessment=assessment_id, plan="projection")
    test.session_state["roadmap:test-assessment:projection-4-table"] = True
    test.run()
    assert last.finding in words(test)
    assert [row[1:] for row in shown_rows(test, "Level")] == texts(last.tables[0])

    test.segmented_control(key="roadmap:test-assessment:after").set_value(0).run()
    test.session_state["roadmap:test-assessment:projection-0-table"] = True
    test.run()

    assert today.finding in words(test)
    assert [row[1:] for row in shown_rows(test, "Level")] == texts(today.tables[0])
