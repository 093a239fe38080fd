"""The plan as sheets: a row a step, a row a wave, and where each wave leaves every process."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.answered.roadmap_settings import BudgetUnit
from assessment.domain.computed import Computed
from assessment.domain.planning.results import Step, Wave
from assessment.views.names import process_name, process_names
from assessment.views.pins import pin_cost_of
from assessment.views.sheets.fields import Field, day, mark, number, of, sheet_of, text, yes_no
from assessment.views.sheets.model import Scale, Sheet
from assessment.views.spending import cost_of, days_of, effort_of
from assessment.views.step_reasons import reason_text
from assessment.views.wording import steps as step_words
from assessment.views.wording.sheets import plan as words
from assessment.views.wording.sheets import units

ROADMAP_ID, WAVES_ID, AFTER_ID = "roadmap", "waves", "after-waves"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Placed:
    """A step with its wave; None where it is not funded."""

    step: Step
    wave: Wave | None
    process: str
    reason: str
    unblocks: str
    pin_cost: float | None
    currency: str | None


def roadmap_sheet(computed: Computed) -> Sheet:
    """Every step, funded ones by wave and then the rest."""
    fields = (*_where(), *_what(), *_spent(), *_why())
    return sheet_of(ROADMAP_ID, words.ROADMAP_NAME, words.ROADMAP_COLUMNS, fields, tuple(_placed(computed)))


def _placed(computed: Computed) -> Iterator[_Placed]:
    framework, plan = computed.framework, computed.roadmap
    waves = {wave.number: wave for wave in plan.waves}
    for step in plan.steps:
        yield _Placed(
            step=step,
            wave=waves.get(step.wave),
            process=process_name(framework, step.process_id),
            reason=reason_text(framework, step),
            unblocks=process_names(framework, step.unblocks),
            pin_cost=pin_cost_of(plan, step),
            currency=None if step.cost is None else computed.assessment.roadmap.currency,
        )


def _state(wave: Wave | None) -> str:
    return words.NOT_FUNDED if wave is None else words.FUNDED


def _where() -> tuple[Field[_Placed], ...]:
    return (
        number("wave", lambda one: of(one.wave, lambda own: own.number), units.RANK, 0, 8),
        text("state", lambda one: _state(one.wave), 12),
        day("starts", lambda one: of(one.wave, lambda own: own.starts_on)),
        day("ends", lambda one: of(one.wave, lambda own: own.ends_on)),
    )


def _what() -> tuple[Field[_Placed], ...]:
    return (
        text("process-id", lambda one: one.step.process_id, 22),
        text("process", lambda one: one.process, 28),
        mark("from", lambda one: one.step.from_level, units.LEVEL, Scale.LEVEL),
        mark("to", lambda one: one.step.to_level, units.LEVEL, Scale.LEVEL),
        number("score-before", lambda one: one.step.score_before, units.SCORE, 4),
        number("score-after", lambda one: one.step.score_after, units.SCORE, 4),
    )


def _spent() -> tuple[Field[_Placed], ...]:
    return (
        number("effort", lambda one: one.step.effort_count, units.POINTS, 0),
        yes_no("by-hand", lambda one: one.step.is_effort_set_by_hand),
        yes_no("pinned", lambda one: one.step.is_pinned),
        number("pin-cost", lambda one: one.pin_cost, units.WORTH, 1),
        yes_no("quick-win", lambda one: one.step.is_quick_win),
        number("days", lambda one: one.step.person_day_count, units.DAYS, 1, 12),
        number("cost", lambda one: one.step.cost, "", 0, 12),
        text("currency", lambda one: one.currency, 10),
        number("value", lambda one: one.step.value, units.WORTH, 2),
    )


def _why() -> tuple[Field[_Placed], ...]:
    return (
        text("owner", lambda one: one.step.owner_name, 22),
        text("reason", lambda one: one.reason, 48),
        number("earliest", lambda one: one.step.earliest_wave, units.RANK, 0),
        text("unblocks", lambda one: one.unblocks, 34),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Period:
    """A wave, or what is not funded (`wave` None), with what it takes."""

    wave: Wave | None
    steps: tuple[Step, ...]
    days: float | None
    cost: float | None
    currency: str | None
    budget_unit: str | None


def waves_sheet(computed: Computed) -> Sheet:
    """Every wave, and last what is not funded."""
    fields: tuple[Field[_Period], ...] = (
        number("wave", lambda one: of(one.wave, lambda own: own.number), units.RANK, 0, 8),
        text("state", lambda one: _state(one.wave), 12),
        number("first-month", lambda one: of(one.wave, lambda own: own.first_month), units.MONTH, 0),
        number("last-month", lambda one: of(one.wave, lambda own: own.last_month), units.MONTH, 0),
        day("starts", lambda one: of(one.wave, lambda own: own.starts_on)),
        day("ends", lambda one: of(one.wave, lambda own: own.ends_on)),
        number("steps", lambda one: len(one.steps), units.COUNT, 0),
        number("effort", lambda one: effort_of(one.steps), units.POINTS, 0),
        number("capacity", lambda one: of(one.wave, lambda own: own.capacity_count), units.POINTS, 0),
        number("budget", lambda one: of(one.wave, lambda own: own.budget), "", 0, 12),
        text("budget-unit", lambda one: one.budget_unit, 12),
        number("days", lambda one: one.days, units.DAYS, 1, 12),
        number("cost", lambda one: one.cost, "", 0, 12),
        text("currency", lambda one: one.currency, 10),
        number("at-target", lambda one: of(one.wave, lambda own: own.at_target_count), units.COUNT, 0),
        number("with-level", lambda one: computed.result.whole.process_count if one.wave else None, units.COUNT, 0),
    )
    return sheet_of(WAVES_ID, words.WAVES_NAME, words.WAVE_COLUMNS, fields, tuple(_periods(computed)))


def _periods(computed: Computed) -> Iterator[_Period]:
    plan, currency = computed.roadmap, computed.assessment.roadmap.currency
    unit = step_words.DAYS_COLUMN if computed.assessment.roadmap.budget_unit is BudgetUnit.DAYS else currency
    parts: list[tuple[Wave | None, tuple[Step, ...]]] = [(wave, wave.steps) for wave in plan.waves]
    if plan.not_funded:
        parts.append((None, plan.not_funded))
    for wave, steps in parts:
        cost = cost_of(plan, steps)
        yield _Period(
            wave=wave,
            steps=steps,
            days=days_of(plan, steps),
            cost=cost,
            currency=None if cost is None else currency,
            budget_unit=None if wave is None or wave.budget is None else unit,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class _After:
    wave: Wave
    process_id: str
    process: str


def after_waves_sheet(computed: Computed) -> Sheet:
    """Level and score of every process in scope once each wave is over."""
    fields: tuple[Field[_After], ...] = (
        number("wave", lambda one: one.wave.number, units.RANK, 0, 8),
        text("process-id", lambda one: one.process_id, 22),
        text("process", lambda one: one.process, 28),
        mark("level", lambda one: one.wave.levels_after.get(one.process_id), units.LEVEL, Scale.LEVEL),
        number("score", lambda one: one.wave.scores_after.get(one.process_id), units.SCORE, 4),
    )
    rows = tuple(
        _After(
            wave=wave,
            process_id=result.process_id,
            process=process_name(computed.framework, result.process_id),
        )
        for wave in computed.roadmap.waves
        for result in computed.result.processes
    )
    return sheet_of(AFTER_ID, words.AFTER_NAME, words.AFTER_COLUMNS, fields, rows)
