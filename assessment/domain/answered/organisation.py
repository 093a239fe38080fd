"""What is recorded beside the answers: owners, readiness, technology, sourcing, transitions and hand-offs.

None of it moves a level; it feeds the first actions, the risks and the report (METHOD.md, Beside the processes).
"""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from assessment.domain.answered.entries import Answer, AssessmentModel, Code, LongText, PersonName, ShortText
from assessment.domain.authored.content import Slug


class LinkageRating(AssessmentModel):
    """How well a hand-off is defined and works, on the item scale."""

    linkage_id: Slug
    answer: Answer
    note: LongText | None = None


class TransitionPlace(AssessmentModel):
    """Where the organisation stands between the two ends of a transition, 0 (from) to 5 (to)."""

    transition_id: Slug
    as_is: Code | None = None
    to_be: Code | None = None
    note: LongText | None = None


class Authority(StrEnum):
    """Whether an owner's authority reaches end to end."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Owner(AssessmentModel):
    """Who is accountable for a process from end to end."""

    process_id: Slug
    name: PersonName | None = None
    authority: Authority | None = None
    sponsor: PersonName | None = None


class ReadinessState(StrEnum):
    """The answer to a readiness question."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Readiness(AssessmentModel):
    """The answer to one readiness question for one process."""

    process_id: Slug
    question_id: Slug
    state: ReadinessState
    note: LongText | None = None


class Technology(AssessmentModel):
    """The tool of a process and how far it is integrated, 0 to 5, as-is and to-be."""

    process_id: Slug
    tool: ShortText | None = None
    as_is: Code | None = None
    to_be: Code | None = None


class SourcingNature(StrEnum):
    """Whether the work sets the organisation apart."""

    CORE = "core"
    COMMODITY = "commodity"


class SourcingCandidate(StrEnum):
    """A move worth looking at."""

    NONE = "none"
    INSOURCE = "insource"
    OUTSOURCE = "outsource"


class Sourcing(AssessmentModel):
    """Who does the work of a process, and the interface it must keep if another does."""

    process_id: Slug
    mode_id: Slug = Field(description="Id of a sourcing choice of the framework.")
    nature: SourcingNature | None = None
    candidate: SourcingCandidate = SourcingCandidate.NONE
    interface: LongText | None = None
