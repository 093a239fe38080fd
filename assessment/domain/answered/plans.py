"""Plans that were saved by name: the settings, where each step stood, and what it would have come to.

A saved plan never changes by itself, whatever is answered later.
"""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Annotated, Self

from pydantic import AfterValidator, AwareDatetime, Field, StringConstraints, model_validator

from assessment.domain.answered.entries import AssessmentModel, PersonName, RowId, ShortText
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.content import Slug


def _in_whole_seconds(moment: datetime) -> datetime:
    return moment.astimezone(UTC).replace(microsecond=0)


Moment = Annotated[AwareDatetime, AfterValidator(_in_whole_seconds)]
"""A moment in UTC, to the second."""


class SavedStep(AssessmentModel):
    """A step as the plan had it: from where to where it brings a process, and in which wave (0: not funded)."""

    process_id: Slug
    from_level: Annotated[int, Field(ge=0, le=4)]
    to_level: Annotated[int, Field(ge=1, le=5)]
    wave: Annotated[int, Field(ge=0, le=12)]
    effort_count: Annotated[int, Field(ge=1, le=1000)] = Field(description="Points of effort.")
    value: Annotated[float, Field(ge=0, allow_inf_nan=False)]

    @model_validator(mode="after")
    def _leads_upwards(self) -> Self:
        if self.to_level <= self.from_level:
            raise ValueError("a step leads to a higher level")
        return self


class SavedPlan(AssessmentModel):
    """A plan under a name: who saved it when, and on which state of the assessment.

    `at_target_counts` counts the processes at target, now first and then after each wave, out of `process_count`.
    """

    id: RowId
    name: ShortText
    saved_at: Moment
    saved_by: PersonName | None = None
    revision: Annotated[int, Field(ge=0)] = Field(description="Revision of the assessment that it was saved on.")
    state_hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]
    settings: RoadmapSettings
    steps: tuple[SavedStep, ...] = ()
    at_target_counts: tuple[Annotated[int, Field(ge=0)], ...] = ()
    process_count: Annotated[int, Field(ge=0)]
    is_chosen: bool = Field(default=False, description="Whether it is the plan that is carried out.")

    @model_validator(mode="after")
    def _plans_each_step_once(self) -> Self:
        places = {(step.process_id, step.to_level) for step in self.steps}
        if len(places) < len(self.steps):
            raise ValueError("a step is planned twice")
        if any(step.wave > self.settings.wave_count for step in self.steps):
            raise ValueError("a step is in a wave that the plan has not")
        return self
