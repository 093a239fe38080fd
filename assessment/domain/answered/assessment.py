"""What an assessment is: everything people said and decided, as one frozen document.

The same document is the input of the scoring, the JSON export and the content of a snapshot, so that none of them
can know more than another. Ids are stable and say nothing, but that those of
people sort by when they were added; names of people stand only in `Respondent.name`.
Not answered is the absence of a `Rating`; not applicable, don't know and code 0 are answers of three different kinds.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from enum import StrEnum
from functools import cached_property
from typing import Annotated, Any, Self

from pydantic import AfterValidator, Field, StringConstraints, model_validator

from assessment.domain.answered.actions import PlannedAction
from assessment.domain.answered.claim import SignOffClaim
from assessment.domain.answered.entries import (
    Answer,
    AnswerKind,
    AssessmentModel,
    Code,
    LongText,
    PersonName,
    RowId,
    ShortText,
)
from assessment.domain.answered.evidence import EvidenceFile, Speaks
from assessment.domain.answered.organisation import (
    LinkageRating,
    Owner,
    Readiness,
    Sourcing,
    Technology,
    TransitionPlace,
)
from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.answered.running import RunningStep
from assessment.domain.answered.texts import OwnText
from assessment.domain.answered.workshop import (
    COUNTED_SOURCES,
    AgendaSlot,
    Decision,
    HeldSession,
    ParkedPoint,
    VoteRound,
)
from assessment.domain.authored.content import ItemId, Slug
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.rating.scale import CARRY_BOUND, CARRY_BOUNDS, FULLY_BOUND

SMALLEST_FLOOR, LARGEST_FLOOR = 1, 50


class Role(StrEnum):
    """A respondent's role; it decides what is asked by default and the two sides of the perception gap."""

    LEADERSHIP = "leadership"
    PRACTITIONER = "practitioner"
    CUSTOMER = "customer"
    OTHER = "other"


class Certainty(StrEnum):
    """How sure an agreed value is."""

    ASSERTED = "asserted"
    EVIDENCE_SEEN = "evidence-seen"
    VERIFIED = "verified"


def _sorted_and_unique(ids: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(ids)) < len(ids):
        raise ValueError("somebody is named twice")
    return tuple(sorted(ids))


class AssessmentState(StrEnum):
    """Where an assessment stands; a signed-off one cannot be changed."""

    DRAFT = "draft"
    VALIDATED = "validated"
    SIGNED_OFF = "signed-off"


class FrameworkPin(AssessmentModel):
    """The framework an assessment answers, down to its content."""

    id: Slug
    version: str
    content_hash: Annotated[str, StringConstraints(pattern=r"^[0-9a-f]{64}$")]


class Respondent(AssessmentModel):
    """A person who answers. No name: anonymous, or erased."""

    id: RowId
    role: Role
    name: PersonName | None = None
    unit: ShortText | None = None


class Assignment(AssessmentModel):
    """What a respondent is asked of one process; what one with no assignment at all is asked stands in `asking`."""

    respondent_id: RowId
    process_id: Slug
    attribute_ids: tuple[Slug, ...] = Field(min_length=1)


class Rating(AssessmentModel):
    """One respondent's answer to one item for one horizon."""

    respondent_id: RowId
    item_id: ItemId
    horizon: Horizon
    answer: Answer


class AgreedValue(AssessmentModel):
    """The value the room agreed on; it stands before the median. `note` is the reason, where one was asked or given."""

    item_id: ItemId
    horizon: Horizon
    answer: Answer
    note: LongText | None = None
    certainty: Certainty = Certainty.ASSERTED
    present_ids: Annotated[tuple[RowId, ...], AfterValidator(_sorted_and_unique)] = Field(
        default=(), description="Ids of the respondents present when it was agreed; one removed since does not count."
    )

    @model_validator(mode="after")
    def _is_a_value(self) -> Self:
        if self.answer.kind is AnswerKind.DONT_KNOW:
            raise ValueError("an agreed value is a code or not applicable")
        return self


class NoteKind(StrEnum):
    """What was said, or what was seen."""

    NOTE = "note"
    EVIDENCE = "evidence"


class Note(AssessmentModel):
    """What one respondent said to an item, or the evidence seen with them. Printed as a quote only when released."""

    respondent_id: RowId
    item_id: ItemId
    kind: NoteKind
    text: LongText
    is_released: bool = False
    is_reworded: bool = Field(
        default=False, description="It was released once, with other words; it is not until these are released too."
    )
    speaks: Speaks | None = Field(
        default=None, description="Which way evidence speaks, for the value or against it; null: not said."
    )

    @model_validator(mode="after")
    def _is_consistent(self) -> Self:
        if self.is_released and self.is_reworded:
            raise ValueError("a note that is released does not wait to be")
        if self.speaks is not None and self.kind is not NoteKind.EVIDENCE:
            raise ValueError("only evidence speaks for or against a value")
        return self


class Flag(AssessmentModel):
    """An item marked for review."""

    item_id: ItemId
    reason: ShortText | None = None


class FeedbackKind(StrEnum):
    """What is wrong with a question in somebody's eyes."""

    UNCLEAR = "unclear"
    TWO_IN_ONE = "two-in-one"
    DOES_NOT_FIT = "does-not-fit"


class Feedback(AssessmentModel):
    """What one respondent says of a question itself, for those who write it. It moves no number."""

    respondent_id: RowId
    item_id: ItemId
    kind: FeedbackKind
    text: ShortText | None = None


class Opinion(AssessmentModel):
    """How much a process hurts and matters, 0 to 5 each, in one respondent's eyes."""

    respondent_id: RowId
    process_id: Slug
    pain: Code | None = None
    importance: Code | None = None


class CriticalService(AssessmentModel):
    """A business service that matters, and the processes it leans on."""

    id: RowId
    name: ShortText
    importance: Annotated[int, Field(ge=1, le=5)]
    process_ids: tuple[Slug, ...] = ()


class TargetCell(AssessmentModel):
    """One attribute of a to-be profile, raised or lowered by hand."""

    attribute_id: Slug
    code: Code


class Target(AssessmentModel):
    """The to-be of one process: a level, hand-set cells, and who decided it why."""

    process_id: Slug
    level: Annotated[int, Field(ge=0, le=5)]
    rationale: LongText | None = None
    approver: PersonName | None = None
    cells: tuple[TargetCell, ...] = ()


class AssessmentHeader(AssessmentModel):
    """What an assessment is called, of whom, when, and how it is asked and rated."""

    id: RowId
    name: ShortText
    organisation: ShortText
    unit: ShortText | None = None
    assessed_on: date
    framework: FrameworkPin
    depth: Depth
    state: AssessmentState = AssessmentState.DRAFT
    carry_percent: float = CARRY_BOUND
    default_target_level: Annotated[int, Field(ge=1, le=5)] = 3
    asks_to_be: bool = False
    anonymity_floor: Annotated[int, Field(ge=SMALLEST_FLOOR, le=LARGEST_FLOOR)] = 3
    scenario_id: Slug | None = None
    takes_scenario_pain: bool | None = Field(
        default=None,
        description="Whether the scenario's pain stands where nobody said how much a process hurts; null: undecided.",
    )
    copied_from: RowId | None = None
    is_fictional: bool = False

    @model_validator(mode="after")
    def _carries_at_a_known_bound(self) -> Self:
        if self.carry_percent not in CARRY_BOUNDS:
            raise ValueError(f"the carry bound is {CARRY_BOUND:g} or {FULLY_BOUND:g}")
        return self


class Assessment(AssessmentModel):
    """Everything people said and decided in an assessment. Each tuple is sorted by its ids: equal content is equal."""

    header: AssessmentHeader
    scope: tuple[Slug, ...] = Field(description="Ids of the processes in scope, in the model's order.")
    respondents: tuple[Respondent, ...] = ()
    assignments: tuple[Assignment, ...] = ()
    ratings: tuple[Rating, ...] = ()
    agreed: tuple[AgreedValue, ...] = ()
    notes: tuple[Note, ...] = ()
    evidence_files: tuple[EvidenceFile, ...] = ()
    flags: tuple[Flag, ...] = ()
    feedback: tuple[Feedback, ...] = ()
    opinions: tuple[Opinion, ...] = ()
    critical_services: tuple[CriticalService, ...] = ()
    targets: tuple[Target, ...] = ()
    owners: tuple[Owner, ...] = ()
    readiness: tuple[Readiness, ...] = ()
    technology: tuple[Technology, ...] = ()
    sourcing: tuple[Sourcing, ...] = ()
    linkage_ratings: tuple[LinkageRating, ...] = ()
    transitions: tuple[TransitionPlace, ...] = ()
    roadmap: RoadmapSettings = RoadmapSettings()
    actions: tuple[PlannedAction, ...] = ()
    texts: tuple[OwnText, ...] = ()
    agenda: tuple[AgendaSlot, ...] = ()
    rounds: tuple[VoteRound, ...] = ()
    parked: tuple[ParkedPoint, ...] = ()
    decisions: tuple[Decision, ...] = ()
    sessions: tuple[HeldSession, ...] = ()
    plans: tuple[SavedPlan, ...] = ()
    running: tuple[RunningStep, ...] = ()
    claim: SignOffClaim = SignOffClaim()

    def model_copy(self, *, update: Mapping[str, Any] | None = None, deep: bool = False) -> Self:
        """A copy with some fields replaced; what was looked up in this one is not carried over."""
        copied = super().model_copy(update=update, deep=deep)
        for name in set(copied.__dict__) - set(type(self).model_fields):
            del copied.__dict__[name]
        return copied

    @cached_property
    def ratings_by_item(self) -> Mapping[tuple[str, Horizon], tuple[Rating, ...]]:
        """Ratings of each item and horizon, in the order of respondents."""
        found: dict[tuple[str, Horizon], list[Rating]] = {}
        for rating in self.ratings:
            found.setdefault((rating.item_id, rating.horizon), []).append(rating)
        return {key: tuple(ratings) for key, ratings in found.items()}

    @cached_property
    def agreed_by_item(self) -> Mapping[tuple[str, Horizon], AgreedValue]:
        """The agreed value of each item and horizon that has one."""
        return {(value.item_id, value.horizon): value for value in self.agreed}

    @cached_property
    def counted_by_item(self) -> Mapping[tuple[str, Horizon], int]:
        """How many people the newest show of hands or reading of paper counted, by item and horizon."""
        typed = [one for one in self.rounds if one.source in COUNTED_SOURCES]
        return {(one.item_id, one.horizon): one.answer_count for one in sorted(typed, key=lambda one: one.number)}

    @cached_property
    def target_by_process(self) -> Mapping[str, Target]:
        """Hand-set targets by process id."""
        return {target.process_id: target for target in self.targets}

    @cached_property
    def owner_by_process(self) -> Mapping[str, Owner]:
        """Owners by process id."""
        return {owner.process_id: owner for owner in self.owners}

    @cached_property
    def respondent_by_id(self) -> Mapping[str, Respondent]:
        """Respondents by id."""
        return {respondent.id: respondent for respondent in self.respondents}
