"""What several steps of a plan take together: points of effort, person-days and money.

Person-days and money are None where the plan has none, 0 for no step of one that has.
"""

from __future__ import annotations

from collections.abc import Sequence

from assessment.domain.computed import Computed
from assessment.domain.planning.results import Roadmap, Step
from assessment.views.wording import plan as words
from assessment.views.wording.steps import cost_text


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


def spent_text(computed: Computed, steps: Sequence[Step], capacity_count: int | None = None) -> str:
    """All three in words, the points beside the capacity where there is one."""
    plan = computed.roadmap
    cost = cost_text(cost_of(plan, steps), computed.assessment.roadmap.currency)
    return words.spent_text(effort_of(steps), capacity_count, days_of(plan, steps), cost)
