"""How a step of the plan is going: who answers for it, from when to when, how far it is, what was seen at its end."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from assessment.domain.answered.actions import ActionStatus
from assessment.domain.answered.entries import AssessmentModel, LongText, PersonName
from assessment.domain.authored.content import Slug


class RunningStep(AssessmentModel):
    """What the team noted of the step with which a process reaches `to_level`. Nothing noted: no entry."""

    process_id: Slug
    to_level: Annotated[int, Field(ge=1, le=5)]
    owner: PersonName | None = None
    start: date | None = None
    due: date | None = None
    status: ActionStatus | None = None
    note: LongText | None = None
    done_on: date | None = None
    evidence: LongText | None = Field(default=None, description="What was seen of it when it was closed.")

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.start is not None and self.due is not None and self.due < self.start:
            raise ValueError("it is due before it starts")
        if self.done_on is not None and self.status is not ActionStatus.DONE:
            raise ValueError("it has a day on which it was done, and is not done")
        return self
