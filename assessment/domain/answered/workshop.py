"""What a workshop leaves in an assessment: agenda, rounds of votes, parked points, decisions, sessions held."""

from __future__ import annotations

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import AfterValidator, Field

from assessment.domain.answered.entries import AssessmentModel, LongText, PersonName, RowId
from assessment.domain.authored.content import ItemId, Slug
from assessment.domain.authored.framework import Horizon

LONGEST_SLOT_MINUTES = 480
MOST_ROUNDS = 9
MOST_PEOPLE = 10_000
MOST_MINUTES = 100_000
MOST_SECONDS = 30 * 24 * 3600
Count = Annotated[int, Field(ge=0, le=MOST_PEOPLE)]


class SlotState(StrEnum):
    """What became of a process on the agenda."""

    PLANNED = "planned"
    DONE = "done"
    SKIPPED = "skipped"
    LATER = "later"  # finished by link after the workshop


class AgendaSlot(AssessmentModel):
    """A process on the agenda: its place in the order, its time box, and the time it took."""

    process_id: Slug
    place: Annotated[int, Field(ge=0, le=999)]
    minutes: Annotated[int, Field(ge=1, le=LONGEST_SLOT_MINUTES)]
    state: SlotState = SlotState.PLANNED
    spent_seconds: Annotated[int, Field(ge=0, le=MOST_SECONDS)] = 0
    note: LongText | None = None


class RoundSource(StrEnum):
    """How the votes of a round were cast."""

    PHONES = "phones"
    HANDS = "hands"
    PAPER = "paper"
    SURVEY = "survey"


COUNTED_SOURCES = frozenset({RoundSource.HANDS, RoundSource.PAPER})
"""Rounds that are counted in the room and typed in: they stand for people of whom there is no rating."""


class VoteRound(AssessmentModel):
    """How one round of votes on an item came out: how many chose each of the six statements. It names nobody."""

    item_id: ItemId
    horizon: Horizon
    number: Annotated[int, Field(ge=1, le=MOST_ROUNDS)]
    source: RoundSource
    code_counts: Annotated[tuple[Count, ...], Field(min_length=6, max_length=6)]
    dont_know_count: Count = 0
    not_applicable_count: Count = 0

    @property
    def answer_count(self) -> int:
        """How many people answered, those who don't know among them."""
        return sum(self.code_counts) + self.dont_know_count + self.not_applicable_count


class ParkedPoint(AssessmentModel):
    """Something to come back to, of a process or a question or of neither."""

    id: RowId
    text: LongText
    process_id: Slug | None = None
    item_id: ItemId | None = None
    is_done: bool = False


class DecisionKind(StrEnum):
    """What was decided, or what somebody is to do."""

    DECISION = "decision"
    ACTION = "action"


class Decision(AssessmentModel):
    """Something that was decided, or that somebody is to do until a day."""

    id: RowId
    kind: DecisionKind
    text: LongText
    owner: PersonName | None = None
    due: date | None = None
    process_id: Slug | None = None
    is_done: bool = False


def _sorted_and_unique(ids: tuple[str, ...]) -> tuple[str, ...]:
    if len(set(ids)) < len(ids):
        raise ValueError("somebody is named twice")
    return tuple(sorted(ids))


class RoomKind(StrEnum):
    """Whether everybody answers one question together, or each their own questions in their own time."""

    WORKSHOP = "workshop"
    SURVEY = "survey"


class HeldSession(AssessmentModel):
    """A workshop or survey that was held: when, how long, who took part. Anonymous people are a number."""

    id: RowId
    kind: RoomKind
    held_on: date
    minutes: Annotated[int, Field(ge=0, le=MOST_MINUTES)] | None = None
    respondent_ids: Annotated[tuple[RowId, ...], AfterValidator(_sorted_and_unique)] = ()
    anonymous_count: Count = 0
