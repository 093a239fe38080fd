"""Settings of the roadmap, saved plans and the steps under way, drawn by Hypothesis."""

from __future__ import annotations

from datetime import UTC, date, datetime

from hypothesis import strategies as st

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.plans import SavedPlan, SavedStep
from assessment.domain.answered.roadmap_settings import (
    BudgetUnit,
    EffortOverride,
    LinkStrength,
    Pin,
    RoadmapSettings,
)
from assessment.domain.answered.running import RunningStep
from assessment.domain.authored.framework import Framework
from tests.store.strategies import HASHES, ROW_IDS, TEXTS, WEIGHTS, WORDS, Strategy, maybe


def entries_of_plans(framework: Framework) -> dict[str, Strategy]:
    """The strategies of saved plans and of steps under way."""
    process_ids = st.sampled_from([process.id for process in framework.processes])
    days = st.dates(date(2000, 1, 1), date(2050, 1, 1))

    def running(status: ActionStatus | None) -> Strategy:
        return st.builds(
            RunningStep,
            process_id=process_ids,
            to_level=st.integers(1, 5),
            owner=maybe(WORDS),
            start=maybe(days),
            due=maybe(st.dates(date(2050, 1, 1), date(2100, 1, 1))),
            status=st.just(status),
            note=maybe(TEXTS),
            done_on=maybe(days) if status is ActionStatus.DONE else st.none(),
            evidence=maybe(TEXTS),
        )

    return {
        "plans": roadmaps(framework).flatmap(lambda settings: _saved_plans(settings, process_ids)),
        "running": maybe(st.sampled_from(ActionStatus)).flatmap(running),
    }


def _saved_plans(settings: RoadmapSettings, process_ids: Strategy) -> Strategy:
    steps = st.builds(
        lambda process_id, from_level, more, wave, effort, value: SavedStep(
            process_id=process_id,
            from_level=from_level,
            to_level=min(5, from_level + more),
            wave=wave,
            effort_count=effort,
            value=value,
        ),
        process_ids,
        st.integers(0, 4),
        st.integers(1, 5),
        st.integers(0, settings.wave_count),
        st.integers(1, 1000),
        st.floats(0, 100),
    )
    moments = st.datetimes(datetime(2000, 1, 1), datetime(2100, 1, 1))
    return st.builds(
        SavedPlan,
        id=ROW_IDS,
        name=WORDS,
        saved_at=moments.map(lambda moment: moment.replace(microsecond=0, tzinfo=UTC)),
        saved_by=maybe(WORDS),
        revision=st.integers(0, 10_000),
        state_hash=HASHES,
        settings=st.just(settings),
        steps=st.lists(steps, max_size=4, unique_by=lambda step: (step.process_id, step.to_level)).map(tuple),
        at_target_counts=st.lists(st.integers(0, 17), max_size=5).map(tuple),
        process_count=st.integers(0, 17),
        is_chosen=st.booleans(),
    )


def _in_some_unit(settings: RoadmapSettings) -> Strategy:
    """The settings with room in points, or in whatever a point of theirs stands for."""
    units = [BudgetUnit.POINTS]
    units += [BudgetUnit.DAYS] * (settings.person_days_per_point is not None)
    units += [BudgetUnit.MONEY] * (settings.cost_per_point is not None)
    return st.sampled_from(units).map(lambda unit: settings.model_copy(update={"budget_unit": unit}))


def roadmaps(framework: Framework) -> Strategy:
    """Settings of a roadmap, all of them or none."""
    process_ids = st.sampled_from([process.id for process in framework.processes])
    linkage_ids = st.sampled_from([linkage.id for linkage in framework.linkages])
    steps = {"process_id": process_ids, "to_level": st.integers(1, 5)}
    money = maybe(st.floats(0.01, 1000))

    def made(wave_count: int) -> Strategy:
        capacities = st.lists(st.integers(0, 1000), min_size=wave_count, max_size=wave_count).map(tuple)
        return st.builds(
            RoadmapSettings,
            pain_weight=WEIGHTS,
            importance_weight=WEIGHTS,
            leverage_weight=WEIGHTS,
            wave_count=st.just(wave_count),
            capacity=maybe(capacities),
            wave_months=st.integers(1, 24),
            start=maybe(st.dates(date(2000, 1, 1), date(2100, 1, 1))),
            person_days_per_point=money,
            cost_per_point=money,
            currency=st.sampled_from(("EUR", "USD", "CHF")),
            pins=st.lists(st.builds(Pin, **steps, wave=st.integers(0, 12)), max_size=3, unique_by=_step).map(tuple),
            efforts=st.lists(
                st.builds(EffortOverride, **steps, point_count=st.integers(1, 100)), max_size=3, unique_by=_step
            ).map(tuple),
            linkages=st.lists(
                st.builds(
                    LinkStrength,
                    linkage_id=linkage_ids,
                    strength=maybe(st.floats(0, 1)),
                    is_hard=maybe(st.booleans()),
                ),
                max_size=3,
                unique_by=lambda one: one.linkage_id,
            ).map(tuple),
            budgets=maybe(st.lists(st.floats(0, 1e6), min_size=wave_count, max_size=wave_count).map(tuple)),
            wave_lengths=maybe(st.lists(st.integers(1, 24), min_size=wave_count, max_size=wave_count).map(tuple)),
        ).flatmap(_in_some_unit)

    return st.just(RoadmapSettings()) | st.integers(1, 12).flatmap(made)


def _step(entry: Pin | EffortOverride) -> tuple[str, int]:
    return entry.process_id, entry.to_level
