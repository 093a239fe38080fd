"""What a roadmap is planned with: weights, waves, capacity, and what the user set by hand."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from typing import Annotated, Any, Self

from pydantic import Field, StringConstraints, model_validator

from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.authored.content import Slug


class Pin(AssessmentModel):
    """A step the user puts in a wave: process `process_id` reaches `to_level` in `wave` (0: not funded)."""

    process_id: Slug
    to_level: Annotated[int, Field(ge=1, le=5)]
    wave: Annotated[int, Field(ge=0, le=12)]


class EffortOverride(AssessmentModel):
    """The effort of a step in points, set by hand."""

    process_id: Slug
    to_level: Annotated[int, Field(ge=1, le=5)]
    point_count: Annotated[int, Field(ge=1, le=100)]


class LinkStrength(AssessmentModel):
    """A linkage weighed or bound by hand, in place of what its kind says."""

    linkage_id: Slug
    strength: Annotated[float, Field(ge=0, le=1)] | None = None
    is_hard: bool | None = None


class BudgetUnit(StrEnum):
    """What a wave's room is given in."""

    POINTS = "points"
    DAYS = "days"
    MONEY = "money"


_LAST_MONTH = date.max.year * 12 + date.max.month
Budget = Annotated[float, Field(ge=0, le=1e12, allow_inf_nan=False)]
Weight = Annotated[float, Field(ge=0, le=1000, allow_inf_nan=False)]


class RoadmapSettings(AssessmentModel):
    """What the roadmap is planned with. `capacity` None: the larger of 8 and the number of processes in scope.

    A wave's room is `capacity` in points, or, with another `budget_unit`, `budgets` in person-days or money, which take
    what a point stands for. `wave_lengths` are the months of each wave where they differ; else all have `wave_months`.
    """

    # METHOD.md section 11; leverage stays between 0.2 and 0.6 in practice, so it weighs about half of what it says here
    pain_weight: Weight = 0.4
    importance_weight: Weight = 0.3
    leverage_weight: Weight = 0.3
    wave_count: Annotated[int, Field(ge=1, le=12)] = 4
    capacity: tuple[Annotated[int, Field(ge=0, le=1000)], ...] | None = None
    wave_months: Annotated[int, Field(ge=1, le=24)] = 3
    start: date | None = None
    person_days_per_point: Annotated[float, Field(gt=0, le=1000, allow_inf_nan=False)] | None = None
    cost_per_point: Annotated[float, Field(gt=0, le=1e9, allow_inf_nan=False)] | None = None
    currency: Annotated[str, StringConstraints(pattern=r"^[A-Z]{3}$")] = "EUR"
    pins: tuple[Pin, ...] = ()
    efforts: tuple[EffortOverride, ...] = ()
    linkages: tuple[LinkStrength, ...] = ()
    budget_unit: BudgetUnit = BudgetUnit.POINTS
    budgets: tuple[Budget, ...] | None = None
    wave_lengths: tuple[Annotated[int, Field(ge=1, le=24)], ...] | None = None

    @model_validator(mode="after")
    def _has_a_capacity_for_each_wave(self) -> Self:
        if self.capacity is not None and len(self.capacity) != self.wave_count:
            raise ValueError(f"{len(self.capacity)} capacities given for {self.wave_count} waves")
        if self.budgets is not None and len(self.budgets) != self.wave_count:
            raise ValueError(f"{len(self.budgets)} budgets given for {self.wave_count} waves")
        if self.wave_lengths is not None and len(self.wave_lengths) != self.wave_count:
            raise ValueError(f"{len(self.wave_lengths)} lengths given for {self.wave_count} waves")
        return self

    @model_validator(mode="after")
    def _ends_in_the_calendar(self) -> Self:
        months = sum(self.wave_lengths or (self.wave_months,) * self.wave_count)
        if self.start is not None and self.start.year * 12 + self.start.month + months > _LAST_MONTH:
            raise ValueError(f"the last wave would end after the year {date.max.year}")
        return self

    @model_validator(mode="after")
    def _knows_what_a_point_stands_for(self) -> Self:
        if self.budget_unit is BudgetUnit.POINTS:
            return self
        per_point = self.person_days_per_point if self.budget_unit is BudgetUnit.DAYS else self.cost_per_point
        if per_point is None:
            raise ValueError(
                f"a budget in {self.budget_unit} needs what a point of effort stands for in {self.budget_unit}"
            )
        return self


def changed_parts(before: RoadmapSettings, after: RoadmapSettings) -> frozenset[str]:
    """What differs between two settings: fields by name, of what is set by hand each step and each linkage by itself.

    >>> pinned = RoadmapSettings(wave_count=3, pins=(Pin(process_id="desk", to_level=2, wave=1),))
    >>> sorted(changed_parts(RoadmapSettings(), pinned))
    ['pins desk 2', 'wave_count']
    """
    old, new = _parts(before), _parts(after)
    return frozenset(name for name in old.keys() | new.keys() if old.get(name) != new.get(name))


def _parts(settings: RoadmapSettings) -> Mapping[str, Any]:
    parts = {name: getattr(settings, name) for name in RoadmapSettings.model_fields}
    steps = {
        f"{name} {one.process_id} {one.to_level}": one
        for name, entries in (("pins", parts.pop("pins")), ("efforts", parts.pop("efforts")))
        for one in entries
    }
    linkages = {f"linkages {one.linkage_id}": one for one in parts.pop("linkages")}
    return {**parts, **steps, **linkages}
