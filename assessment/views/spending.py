"""What several steps of a plan take together: points of effort, person-days and money.

Person-days and money are None where the plan has none, 0 for no step of one that has.
"""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.answered.roadmap_settings import BudgetUnit, RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.budgets import budgets_of
from assessment.domain.planning.results import Roadmap, Step, Wave
from assessment.views.wording import plan as words
from assessment.views.wording.steps import cost_text, days_text


def has_days(plan: Roadmap) -> bool:
    """Whether a plan says what it takes in person-days."""
    return any(step.person_day_count is not None for step in plan.steps)


def has_cost(plan: Roadmap) -> bool:
    """Whether a plan says what it costs."""
    return any(step.cost is not None for step in plan.steps)


def effort_of(steps: Sequence[Step]) -> int:
    """Points of effort."""
    return sum(step.effort_count for step in steps)


def days_of(plan: Roadmap, steps: Sequence[Step]) -> float | None:
    """Person-days of some steps of a plan."""
    return sum(step.person_day_count or 0.0 for step in steps) if has_days(plan) else None


def cost_of(plan: Roadmap, steps: Sequence[Step]) -> float | None:
    """Money for some steps of a plan."""
    return sum(step.cost or 0.0 for step in steps) if has_cost(plan) else None


def spent_text(computed: Computed, steps: Sequence[Step], wave: Wave | None = None) -> str:
    """All three in words; the capacity or the budget of the wave that they fill stands beside what is taken of it."""
    plan, settings = computed.roadmap, computed.assessment.roadmap
    capacity = None if wave is None or wave.budget is not None else wave.capacity_count
    budget = None if wave is None else budget_text(settings, wave.budget)
    cost = cost_text(cost_of(plan, steps), settings.currency)
    is_money = settings.budget_unit is BudgetUnit.MONEY
    return words.spent_text(
        effort_of(steps),
        capacity,
        words.person_days(days_of(plan, steps), None if is_money else budget),
        words.of_budget(cost, budget if is_money else None),
    )


def budget_text(settings: RoadmapSettings, budget: float | None) -> str | None:
    """A budget in its unit: a bare number of person-days, or money; None where there is none."""
    if budget is None:
        return None
    return days_text(budget) if settings.budget_unit is BudgetUnit.DAYS else cost_text(budget, settings.currency)


def budget_texts(settings: RoadmapSettings) -> tuple[str, ...]:
    """The budget of each wave with its unit; nothing where waves are given points."""
    texts = (budget_text(settings, one) for one in budgets_of(settings) or ())
    is_days = settings.budget_unit is BudgetUnit.DAYS
    return tuple(words.in_person_days(text) if is_days else text for text in texts if text is not None)


def budget_notes(settings: RoadmapSettings) -> tuple[str, str]:
    """What stands beside the person-days and beside the cost of all waves: the budget of all, where it is in these."""
    budgets = budgets_of(settings)
    whole = budget_text(settings, None if budgets is None else sum(budgets))
    note = "" if whole is None else words.of_all_budgets(whole)
    return (note, "") if settings.budget_unit is BudgetUnit.DAYS else ("", note)
