"""What a participant's phone is told: where the room is, what is asked of them now, and their own votes.

Nothing here is of anybody else, but counts of how many are in.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer
from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.workshop.reveal import Revealed

COMMENT_LIMIT = 4_000
"""Characters of a comment that is typed on a phone."""


class Moment(StrEnum):
    """What a phone shows now."""

    LOBBY = "lobby"  # in the room, and nothing is asked yet
    ASKED = "asked"  # a question is open to this participant
    OTHERS_FIRST = "others-first"  # a question is open, and whose word weighs is asked to let the others vote first
    NOT_ASKED = "not-asked"  # a question is open, to others
    REVEALED = "revealed"
    SURVEY = "survey"  # everything that is asked of them is open, at their own pace
    CLOSED = "closed"
    OUT = "out"  # the facilitator put them out
    MERGED = "merged"  # the facilitator found them to be somebody who is in the room already


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenRoom:
    """A room that somebody may join. `key` is the one of its link: /join/k/<key>."""

    room_id: str
    key: str
    is_survey: bool
    assessment_name: str
    organisation: str
    takes_anonymous: bool
    anonymity_floor: int
    deadline: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Joined:
    """Somebody is in: the token that their phone keeps, which is nowhere else."""

    token: str
    participant_id: str
    room_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnVote:
    """A vote of the participant's own, for one horizon of a question.

    `sequence` is the highest that was kept: a phone counts on from it. `is_taken` once it went into the assessment:
    in a workshop it cannot be changed any more.
    """

    horizon: Horizon
    round_number: int
    answer: Answer
    comment: str | None
    sequence: int
    is_taken: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedNow:
    """A question that the participant may answer, and what they answered.

    `horizons` are those asked of this participant. `is_late`: it was revealed already, so what is answered now is kept
    as a late answer. `votes` has one at most for each horizon; one of an earlier round is the former choice.
    """

    item: Item
    process_name: str
    horizons: tuple[Horizon, ...]
    round_number: int
    is_late: bool
    votes: tuple[OwnVote, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenQuestion:
    """A question in a list: open to the participant, answered or not."""

    item_id: str
    name: str
    process_id: str
    process_name: str
    is_answered: bool
    is_late: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Beat:
    """What a phone asks for again and again: whether the room moved on, and when to ask next.

    `is_new`: the room's step is another than the one the phone named, so it has to fetch its place. `in_count` of
    `expected_count` have answered the open question.
    """

    room_id: str
    step: int
    moment: Moment
    item_id: str | None
    round_number: int
    in_count: int
    expected_count: int
    is_new: bool
    wait_ms: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Everything a participant's page shows. `asked` is the question that is open to them now, or was just revealed.

    `others` are further questions open to them: in a workshop those revealed before that they did not answer, in a
    survey all that are asked of them, in order. `asked_count` and `answered_count` count questions with all their
    horizons answered: in a workshop of those that were put to the room so far, in a survey of all. `revealed` is how
    the question of now came out, for each horizon, once it is.
    """

    beat: Beat
    participant_id: str
    assessment_name: str
    organisation: str
    name: str | None
    role: Role
    is_anonymous: bool
    is_survey: bool
    anonymity_floor: int
    deadline: datetime | None
    asked: AskedNow | None
    others: tuple[OpenQuestion, ...]
    asked_count: int
    answered_count: int
    revealed: tuple[Revealed, ...]


class VoteOutcome(StrEnum):
    """What became of a vote."""

    KEPT = "kept"  # it counts in the open round
    LATE = "late"  # the round was revealed before it came, and the participant had no vote in it: kept for later
    REVEALED = "revealed"  # the round was revealed before it came: what they had answered before stays
    KNOWN = "known"  # this one, or a newer one, was here already: nothing changed


@dataclass(frozen=True, slots=True, kw_only=True)
class Acknowledged:
    """A vote is on the disk. `vote` is the one that is kept now, which is another one where a newer was here."""

    outcome: VoteOutcome
    vote: OwnVote


@dataclass(frozen=True, slots=True, kw_only=True)
class Cast:
    """A vote as a phone sends it.

    `choice` is "0" to "5", "dont-know" or "not-applicable", which needs a `reason`. `sequence` is counted up by the
    phone for each vote it casts: the highest wins, whatever order they come in.
    """

    item_id: str
    horizon: str
    round_number: int
    choice: str
    sequence: int
    reason: str = ""
    comment: str = ""
