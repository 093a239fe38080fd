"""A budget stands beside what is taken of it, wave by wave, on every surface that prints these views."""

from __future__ import annotations

from functools import cache

from assessment.domain.answered.roadmap_settings import BudgetUnit, RoadmapSettings
from assessment.domain.computed import Computed
from assessment.views.method_settings import settings_facts
from assessment.views.rules import rule_themes
from assessment.views.sheets.roadmap import waves_sheet
from assessment.views.waves import roadmap_view
from tests.computing import computed, the_sample

HARD_SPACE = "\u00a0"


@cache
def within(unit: BudgetUnit, *budgets: float) -> Computed:
    sample = the_sample()
    changes = {"pins": (), "budget_unit": unit, "budgets": budgets, "wave_lengths": (1, 2, 3, 6)}
    settings = RoadmapSettings.model_validate({**dict(sample.assessment.roadmap), **changes})
    return computed(sample.framework, sample.assessment.model_copy(update={"roadmap": settings}))


def money() -> Computed:
    return within(BudgetUnit.MONEY, 110_000.0, 110_000.0, 130_000.0, 130_000.0)


def days() -> Computed:
    return within(BudgetUnit.DAYS, 150.0, 150.0, 170.0, 170.0)


def test_what_a_wave_costs_stands_beside_its_budget() -> None:
    view = roadmap_view(money())
    cell = view.table("waves").cell("cost", "process")
    assert cell.text == "Cost"
    texts = [cell.text for cell in view.table("waves").row("cost").cells[1:5]]
    assert texts[0] == f"EUR{HARD_SPACE}108,000 of EUR{HARD_SPACE}110,000"
    assert all(" of EUR" in text for text in texts)
    assert " of " not in view.table("waves").row("effort").cells[1].text, "points are not what limits"
    left = view.table("waves").row("cost").cells[5:]
    assert all(" of " not in cell.text for cell in left), "what is not funded has no budget"


def test_the_days_of_a_wave_stand_beside_its_budget() -> None:
    view = roadmap_view(days())
    assert view.table("waves").row("days").cells[1].text == "144 of 150"
    assert "144 of 150 person-days" in view.waves[0].summary.replace(HARD_SPACE, " ")
    assert view.fact("days").note == "of 640"
    assert view.fact("cost").note == ""


def test_all_budgets_stand_beside_the_cost_of_all_waves() -> None:
    view = roadmap_view(money())
    assert view.fact("cost").note == f"of EUR{HARD_SPACE}480,000"
    assert view.fact("effort").text == str(view.fact("effort").value)


def test_budgets_and_lengths_are_among_the_settings_and_the_rules() -> None:
    facts = {fact.id: fact for fact in settings_facts(money())}
    assert facts["wave-months"].text == "1, 2, 3 and 6 months"
    assert facts["budgets"].value == 480_000.0
    assert facts["budgets"].text.count("EUR") == 4
    assert {fact.id: fact for fact in settings_facts(days())}["budgets"].text.count("person-days") == 4
    assert "budgets" not in {fact.id for fact in settings_facts(the_sample())}
    (rule,) = (rule for theme in rule_themes(money()) for rule in theme.rules if rule.id == "capacity")
    assert rule.here == "Here: 4 waves of 1, 2, 3 and 6 months, with 12, 12, 14 and 14 points."


def test_the_sheet_of_waves_has_each_budget_and_its_unit() -> None:
    def column(of: Computed, column_id: str) -> list[object]:
        sheet = waves_sheet(of)
        place = [one.id for one in sheet.columns].index(column_id)
        return [row[place] for row in sheet.rows]

    assert column(money(), "budget") == [110_000.0, 110_000.0, 130_000.0, 130_000.0, None]
    assert column(money(), "budget-unit") == ["EUR"] * 4 + [None]
    assert column(days(), "budget-unit") == ["Person-days"] * 4 + [None]
    assert column(the_sample(), "budget") == [None] * 5
