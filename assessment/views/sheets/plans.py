"""The saved plans as a sheet: a row for each step of each plan; of the chosen one also what became of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.answered.plans import SavedPlan, SavedStep
from assessment.domain.computed import Computed
from assessment.domain.planning.drift import DriftStep, drift_of
from assessment.domain.planning.saved import steps_by_landing
from assessment.views.plans.listing import newest_first, process_called
from assessment.views.sheets.fields import Field, day, mark, number, of, sheet_of, text, yes_no
from assessment.views.sheets.model import Scale, Sheet
from assessment.views.wording.plans import KINDS
from assessment.views.wording.sheets import plan as words
from assessment.views.wording.sheets import units

PLANS_ID = "plans"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Row:
    """A step of a plan; `step` None where it is needed now and no step of the chosen plan, `drift` None of others."""

    plan: SavedPlan
    step: SavedStep | None
    drift: DriftStep | None
    process_id: str
    process: str
    from_level: int
    to_level: int

    def times(self, each: float | None) -> float | None:
        """What the step takes at so much a point."""
        return None if self.step is None or each is None else self.step.effort_count * each


def plans_sheets(computed: Computed) -> tuple[Sheet, ...]:
    """Every saved plan, the newest first; no sheet where none is saved."""
    return (plans_sheet(computed),) if computed.assessment.plans else ()


def plans_sheet(computed: Computed) -> Sheet:
    """Every step of every saved plan, the newest first."""
    fields = (*_which(), *_what(), *_spent(), *_became())
    rows = tuple(row for plan in newest_first(computed) for row in _rows(computed, plan))
    return sheet_of(PLANS_ID, words.PLANS_NAME, words.PLAN_COLUMNS, fields, rows)


def _rows(computed: Computed, plan: SavedPlan) -> Iterator[_Row]:
    drift = {}
    if plan.is_chosen:
        drift = {(one.process_id, one.to_level): one for one in drift_of(computed, plan).steps}
    steps = steps_by_landing(plan)
    for key in {**steps, **drift}:
        step, became = steps.get(key), drift.get(key)
        yield _Row(
            plan=plan,
            step=step,
            drift=became,
            process_id=key[0],
            process=process_called(computed, key[0]),
            from_level=step.from_level if step is not None else became.from_level if became is not None else 0,
            to_level=key[1],
        )


def _which() -> tuple[Field[_Row], ...]:
    return (
        text("plan-id", lambda one: one.plan.id, 18),
        text("plan", lambda one: one.plan.name, 28),
        yes_no("chosen", lambda one: one.plan.is_chosen),
        day("saved", lambda one: one.plan.saved_at.date()),
        text("saved-by", lambda one: one.plan.saved_by, 20),
        number("change", lambda one: one.plan.revision, units.COUNT, 0),
    )


def _what() -> tuple[Field[_Row], ...]:
    return (
        number("wave", lambda one: of(one.step, lambda own: own.wave or None), units.RANK, 0, 8),
        text("state", lambda one: _state(one.step), 12),
        text("process-id", lambda one: one.process_id, 22),
        text("process", lambda one: one.process, 28),
        mark("from", lambda one: one.from_level, units.LEVEL, Scale.LEVEL),
        mark("to", lambda one: one.to_level, units.LEVEL, Scale.LEVEL),
    )


def _state(step: SavedStep | None) -> str:
    if step is None:
        return words.NO_STEP
    return words.FUNDED if step.wave else words.NOT_FUNDED


def _spent() -> tuple[Field[_Row], ...]:
    return (
        number("effort", lambda one: of(one.step, lambda own: own.effort_count), units.POINTS, 0),
        number("days", lambda one: one.times(one.plan.settings.person_days_per_point), units.DAYS, 1, 12),
        number("cost", lambda one: one.times(one.plan.settings.cost_per_point), "", 0, 12),
        text("currency", lambda one: None if _has_no_cost(one) else one.plan.settings.currency, 10),
        number("value", lambda one: of(one.step, lambda own: own.value), units.WORTH, 2),
    )


def _has_no_cost(row: _Row) -> bool:
    return row.step is None or row.plan.settings.cost_per_point is None


def _became() -> tuple[Field[_Row], ...]:
    return (
        text("became", lambda one: of(one.drift, lambda own: KINDS[own.kind]), 24),
        number("best-wave", lambda one: of(one.drift, lambda own: own.best_wave or None), units.RANK, 0, 10),
        number("kept-wave", lambda one: of(one.drift, lambda own: own.kept_wave or None), units.RANK, 0, 10),
    )
