"""Actions of the roadmap as the team has them: reworded, added, struck, with who does what until when.

The framework's own actions stay as they are; an entry says what is different about one, or is one of the team's own.
"""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated, Self

from pydantic import Field, StringConstraints, model_validator

from assessment.domain.answered.entries import AssessmentModel, LongText, PersonName
from assessment.domain.authored.content import Slug

OWN_PREFIX = "own-"
"""Begins the id of an action that is the team's own."""
ActionId = Annotated[str, StringConstraints(pattern=r"^[a-z0-9][a-z0-9.:-]*$", max_length=160)]


class ActionKind(StrEnum):
    """Where an action belongs in its step: before it, among the first things to do, or how it is seen to be done."""

    BEFORE = "before"
    FIRST = "first"
    EVIDENCE = "evidence"


class ActionStatus(StrEnum):
    """How far an action is."""

    PLANNED = "planned"
    STARTED = "started"
    WAITING = "waiting"
    DONE = "done"


class PlannedAction(AssessmentModel):
    """One action of the step with which a process reaches `to_level`."""

    id: ActionId
    process_id: Slug
    to_level: Annotated[int, Field(ge=1, le=5)]
    kind: ActionKind
    text: LongText | None = Field(
        default=None, description="Its words where they are the team's; null: the framework's."
    )
    is_struck: bool = Field(default=False, description="The team leaves this action of the framework out.")
    owner: PersonName | None = None
    start: date | None = None
    due: date | None = None
    status: ActionStatus | None = None
    done_percent: Annotated[int, Field(ge=0, le=100)] | None = None
    note: LongText | None = None
    done_on: date | None = None

    @property
    def is_own(self) -> bool:
        """Whether the team added it."""
        return self.id.startswith(OWN_PREFIX)

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.is_own and self.text is None:
            raise ValueError("an action of one's own needs its words")
        if self.start is not None and self.due is not None and self.due < self.start:
            raise ValueError("it is due before it starts")
        return self
