"""How a sponsor steers the plan on the Roadmap page: presets, what more buys, what decisions cost, budgets, lengths."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import Target
from assessment.domain.answered.roadmap_settings import BudgetUnit, EffortOverride, Pin, RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.presets import PRESETS, Preset
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.capacity import capacity_view
from assessment.views.choices import choices_view, wish_lines
from assessment.views.order_change import order_change_view
from assessment.views.priorities import priorities_view
from assessment.views.wording import order_change as order_words
from assessment.views.wording.pages import roadmap as page_words
from tests.ui.assessed import an_answered_one, opened, page, words

KEY = "roadmap:test-assessment:"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def saved(plumbline: Plumbline, assessment_id: str) -> RoadmapSettings:
    return plumbline.assessments.load(LOCAL_ACTOR, assessment_id).roadmap


def computed(plumbline: Plumbline, assessment_id: str) -> Computed:
    return plumbline.results.read(LOCAL_ACTOR, assessment_id)


def settings_page(assessment_id: str) -> AppTest:
    return page("roadmap", assessment=assessment_id, plan="settings")


def rows_under(test: AppTest, heading: str) -> list[list[str]]:
    found = [table.value for table in test.table if heading in [str(name) for name in table.value.columns]]
    return [[str(cell).replace("\\", "").replace("\u00a0", " ") for cell in row] for row in found[0].values.tolist()]


def test_the_preset_in_force_is_shown_and_another_one_is_tried_at_once(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)
    assert test.selectbox(key=f"{KEY}preset").value is Preset.BALANCED

    test.selectbox(key=f"{KEY}preset").set_value(Preset.FOUNDATIONS_FIRST).run()

    weights = PRESETS[Preset.FOUNDATIONS_FIRST]
    assert [slider.value for slider in test.slider] == [weights.pain, weights.importance, weights.leverage]
    assert order_words.PRESET_MEANINGS[Preset.FOUNDATIONS_FIRST] in words(test)
    assert page_words.TRIED in words(test)
    tried = plumbline.roadmap.preview(
        LOCAL_ACTOR,
        assessment_id,
        RoadmapSettings(
            pain_weight=weights.pain, importance_weight=weights.importance, leverage_weight=weights.leverage
        ),
    )
    assert priorities_view(tried).finding in words(test)
    assert saved(plumbline, assessment_id) == RoadmapSettings()

    test.button(key=f"{KEY}save-weights").click().run()

    assert saved(plumbline, assessment_id).leverage_weight == weights.leverage
    assert test.selectbox(key=f"{KEY}preset").value is Preset.FOUNDATIONS_FIRST


def test_weights_of_ones_own_are_no_preset(plumbline: Plumbline) -> None:
    test = page("roadmap", assessment=an_answered_one(plumbline, roadmap=RoadmapSettings(pain_weight=0.9)))

    assert test.selectbox(key=f"{KEY}preset").value is None


def test_what_would_change_the_order_follows_the_weights_that_are_tried(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline)
    test = page("roadmap", assessment=assessment_id)
    assert order_change_view(computed(plumbline, assessment_id)).finding in words(test)

    next(slider for slider in test.slider if slider.label.startswith("Pain")).set_value(1.0).run()

    tried = plumbline.roadmap.preview(LOCAL_ACTOR, assessment_id, RoadmapSettings(pain_weight=1.0))
    assert order_change_view(tried).finding in words(test)


def test_the_curve_is_reckoned_and_shown_row_by_row(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline, roadmap=RoadmapSettings(wave_count=2, capacity=(3, 3), cost_per_point=9))
    plumbline.curves.read(LOCAL_ACTOR, assessment_id)

    test = page("roadmap", assessment=assessment_id, plan="curve")

    view = capacity_view(computed(plumbline, assessment_id), plumbline.curves.read(LOCAL_ACTOR, assessment_id))
    assert " ".join(view.finding.split()) in " ".join(words(test).split())
    table = view.table("capacity")
    assert [row[0] for row in rows_under(test, "Worth")] == [row.cells[0].text for row in table.rows]
    assert [row[3] for row in rows_under(test, "Worth")] == [row.cells[3].text for row in table.rows]


def test_a_curve_that_is_not_there_yet_shows_how_far_it_is(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline, roadmap=RoadmapSettings(wave_count=2, capacity=(3, 3)))

    test = page("roadmap", assessment=assessment_id, plan="curve")
    until = time.monotonic() + 30
    while not plumbline.curves.follow(LOCAL_ACTOR, assessment_id).is_done and time.monotonic() < until:
        time.sleep(0.05)
    test.run()

    assert rows_under(test, "Worth")


def test_each_decision_by_hand_says_what_it_costs(plumbline: Plumbline) -> None:
    free = an_answered_one(plumbline, roadmap=RoadmapSettings(wave_count=2, capacity=(4, 4)))
    step = computed(plumbline, free).roadmap.waves[0].steps[0]
    plumbline.setup.change_roadmap(
        LOCAL_ACTOR,
        free,
        lambda stored: stored.model_copy(
            update={
                "pins": (Pin(process_id=step.process_id, to_level=step.to_level, wave=0),),
                "efforts": (EffortOverride(process_id="building", to_level=2, point_count=9),),
            }
        ),
    )

    test = settings_page(free)

    view = choices_view(computed(plumbline, free))
    assert view.table("choices").rows
    assert rows_under(test, "Decided by hand") == [
        [cell.text.replace("\u00a0", " ") for cell in row.cells] for row in view.table("choices").rows
    ]


def test_a_wish_that_cannot_be_is_explained_beside_the_waves(plumbline: Plumbline) -> None:
    targets = tuple(
        Target(process_id=process_id, level=5, rationale="Needed.") for process_id in ("building", "planning")
    )
    assessment_id = an_answered_one(plumbline, targets=targets)
    first = min(computed(plumbline, assessment_id).roadmap.steps, key=lambda step: step.to_level)
    plumbline.setup.change_roadmap(
        LOCAL_ACTOR,
        assessment_id,
        lambda stored: stored.model_copy(
            update={"pins": (Pin(process_id=first.process_id, to_level=first.to_level, wave=0),)}
        ),
    )

    test = page("roadmap", assessment=assessment_id, plan="waves")

    lines = wish_lines(computed(plumbline, assessment_id))
    assert lines
    assert all(line in words(test) for line in lines)


def test_waves_are_given_money_and_hold_what_they_held(plumbline: Plumbline) -> None:
    priced = RoadmapSettings(wave_count=2, capacity=(5, 7), cost_per_point=900, person_days_per_point=2.0)
    assessment_id = an_answered_one(plumbline, roadmap=priced)
    test = settings_page(assessment_id)

    test.segmented_control(key=f"{KEY}set-budget-unit").set_value(BudgetUnit.MONEY).run()

    stored = saved(plumbline, assessment_id)
    assert (stored.budget_unit, stored.budgets) == (BudgetUnit.MONEY, (4500.0, 6300.0))
    assert [wave.capacity_count for wave in computed(plumbline, assessment_id).roadmap.waves] == [5, 7]

    test.number_input(key=f"{KEY}set-budget-1").set_value(9999.0).run()

    assert saved(plumbline, assessment_id).budgets == (4500.0, 9999.0)
    assert page_words.budgets_hold([5, 11]) in words(test)

    test.segmented_control(key=f"{KEY}set-budget-unit").set_value(BudgetUnit.POINTS).run()

    stored = saved(plumbline, assessment_id)
    assert (stored.budget_unit, stored.budgets, stored.capacity) == (BudgetUnit.POINTS, None, (5, 11))


def test_without_a_price_only_points_can_be_given_and_the_page_says_why(plumbline: Plumbline) -> None:
    test = settings_page(an_answered_one(plumbline))

    assert test.segmented_control(key=f"{KEY}set-budget-unit").options == [page_words.UNITS[BudgetUnit.POINTS]]
    assert page_words.UNITS_HINT in words(test)


def test_a_price_that_a_budget_needs_is_not_taken_away(plumbline: Plumbline) -> None:
    days = RoadmapSettings(wave_count=1, budget_unit=BudgetUnit.DAYS, person_days_per_point=2.0, budgets=(10.0,))
    assessment_id = an_answered_one(plumbline, roadmap=days)
    test = settings_page(assessment_id)

    test.number_input(key=f"{KEY}set-person_days_per_point").set_value(None).run()

    assert saved(plumbline, assessment_id) == days
    assert "needs what a point of effort stands for" in words(test)


def test_waves_get_lengths_of_their_own_and_more_waves_the_last_ones(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline, roadmap=RoadmapSettings(wave_count=2, wave_months=4))
    test = settings_page(assessment_id)

    test.toggle(key=f"{KEY}set-own-lengths").set_value(True).run()
    assert saved(plumbline, assessment_id).wave_lengths == (4, 4)
    test.number_input(key=f"{KEY}set-length-1").set_value(6).run()
    assert saved(plumbline, assessment_id).wave_lengths == (4, 6)
    test.number_input(key=f"{KEY}set-wave_count").set_value(3).run()
    assert saved(plumbline, assessment_id).wave_lengths == (4, 6, 6)
    test.toggle(key=f"{KEY}set-own-lengths").set_value(False).run()

    assert saved(plumbline, assessment_id).wave_lengths is None


def test_budgets_follow_the_number_of_waves(plumbline: Plumbline) -> None:
    money = RoadmapSettings(wave_count=2, budget_unit=BudgetUnit.MONEY, cost_per_point=10.0, budgets=(50.0, 70.0))
    assessment_id = an_answered_one(plumbline, roadmap=money)
    test = settings_page(assessment_id)

    test.number_input(key=f"{KEY}set-wave_count").set_value(3).run()
    assert saved(plumbline, assessment_id).budgets == (50.0, 70.0, 70.0)
    test.number_input(key=f"{KEY}set-wave_count").set_value(1).run()

    assert saved(plumbline, assessment_id).budgets == (50.0,)
