"""What waves are given, points, person-days or money, and the budget of each where it is one of the last two."""

from __future__ import annotations

from typing import Any

import streamlit as st

from assessment.domain.answered.roadmap_settings import BudgetUnit, RoadmapSettings
from assessment.domain.planning.budgets import budgets_of, unit_price
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import plain
from assessment.ui.pages.roadmap.capacity import draw_capacity
from assessment.ui.pages.roadmap.plan import Plan
from assessment.ui.pages.roadmap.saving import save_settings
from assessment.views.wording.pages import roadmap as words

_STEPS = {BudgetUnit.DAYS: 10.0, BudgetUnit.MONEY: 1000.0}
_MOST = 1e12


def draw_room(plan: Plan) -> None:
    """Draw what waves are given and how much of it; a unit that a point stands for nothing in cannot be chosen."""
    known = [unit for unit in BudgetUnit if unit is BudgetUnit.POINTS or _price(plan, unit) is not None]
    key = plan.setting_key("budget-unit")
    session.seed(key, plan.saved.budget_unit)
    st.segmented_control(
        words.UNIT_LABEL,
        known,
        format_func=labels(words.UNITS),
        key=key,
        required=True,
        on_change=_switch_unit,
        args=(plan, key),
        disabled=plan.is_locked,
    )
    if len(known) == 1:
        plain(words.UNITS_HINT, "small")
    if budgets_of(plan.saved) is None:
        draw_capacity(plan)
    else:
        _draw_budgets(plan)


def _draw_budgets(plan: Plan) -> None:
    with st.container(horizontal=True, gap="small"):
        for place, budget in enumerate(plan.saved.budgets or ()):
            key = plan.setting_key(f"budget-{place}")
            session.seed(key, float(budget))
            st.number_input(
                words.wave(place + 1),
                0.0,
                _MOST,
                key=key,
                step=_STEPS[plan.saved.budget_unit],
                format="%.0f",
                on_change=_save_budget,
                args=(plan, place, key),
                disabled=plan.is_locked,
                width=150,
            )
    plain(words.budgets_hold([wave.capacity_count for wave in plan.computed.roadmap.waves]), "small")


def _price(plan: Plan, unit: BudgetUnit) -> float | None:
    return plan.saved.cost_per_point if unit is BudgetUnit.MONEY else plan.saved.person_days_per_point


def _switch_unit(plan: Plan, key: str) -> None:
    """The waves keep what they hold, said in the other unit."""
    unit = BudgetUnit(session.value(key))
    held = tuple(wave.capacity_count for wave in plan.computed.roadmap.waves)
    session.drop_all(plan.setting_key("budget-"))
    session.drop_all(plan.setting_key("capacity-"))
    session.drop(plan.setting_key("by-wave"))

    def change(stored: RoadmapSettings) -> dict[str, Any]:
        if unit is BudgetUnit.POINTS:
            was_budget = budgets_of(stored) is not None
            return {"budget_unit": unit, "budgets": None, **({"capacity": held} if was_budget else {})}
        each = unit_price(stored.model_copy(update={"budget_unit": unit})) or 0.0
        return {"budget_unit": unit, "budgets": tuple(each * count for count in held)}

    save_settings(plan, change)


def _save_budget(plan: Plan, place: int, key: str) -> None:
    budget = float(session.value(key))

    def change(stored: RoadmapSettings) -> dict[str, Any]:
        before = stored.budgets or ()
        return {"budgets": (*before[:place], budget, *before[place + 1 :])}

    save_settings(plan, change)
