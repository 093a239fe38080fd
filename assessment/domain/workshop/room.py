"""A room that people join by phone, who is in it, and a vote before it is taken in.

A room belongs to an assessment and is no part of it: what is said in it becomes ratings, rounds and sessions of the
assessment when it is taken in, and not before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.entries import Answer
from assessment.domain.answered.workshop import RoomKind
from assessment.domain.authored.framework import Horizon

SURVEY_ROUND = 0
"""The round of every vote of a survey: there is no reveal that would begin another."""


class Phase(StrEnum):
    """Where a workshop stands between two questions."""

    LOBBY = "lobby"  # nothing is asked
    VOTING = "voting"
    REVEALED = "revealed"


class LeadersVote(StrEnum):
    """How those whose word weighs vote."""

    TOGETHER = "together"  # with everybody
    LAST = "last"  # when everybody else has
    UNMARKED = "unmarked"  # with everybody, and nobody is told what leadership said


class ParticipantState(StrEnum):
    """Whether somebody is in the room."""

    IN = "in"
    OUT = "out"  # put out by the facilitator, or gone
    MERGED = "merged"  # the same person is in it by another phone


@dataclass(frozen=True, slots=True, kw_only=True)
class Room:
    """A room as it is at one step.

    `step` grows with each change. `code` is typed, `link_hash` is the SHA-256 of the key that the QR code holds.
    `item_id` is the question that is asked or was revealed last, `round_number` its round, 1 up; None and 0 before the
    first. `address` is where phones find the app, such as http://192.168.1.20:8601; `reached_at` when the first did.
    `slot_process_id` is the process of the agenda whose time runs, since `slot_begun_at`. `deadline` ends a survey.
    """

    id: str
    assessment_id: str
    kind: RoomKind
    code: str
    link_hash: str
    is_open: bool
    phase: Phase
    item_id: str | None
    round_number: int
    step: int
    leaders: LeadersVote
    takes_anonymous: bool
    address: str | None
    deadline: datetime | None
    slot_process_id: str | None
    slot_begun_at: datetime | None
    reached_at: datetime | None
    opened_at: datetime
    closed_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Participant:
    """Somebody in a room, who speaks as one respondent of its assessment.

    An anonymous one has no row of a respondent until answers of theirs are taken in. `is_by_link` says that they came
    by a link of their own. `seen_at` is their phone's last sign of life, None once the room is closed. When they came
    is not kept: of an anonymous one it would say who they are.
    """

    id: str
    room_id: str
    assessment_id: str
    respondent_id: str
    role: Role
    is_anonymous: bool
    is_by_link: bool
    state: ParticipantState
    seen_at: datetime | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote:
    """One participant's answer to one question for one horizon, sealed until `is_taken`.

    `round_number` is 0 in a survey. `sequence` is counted up by the phone: of two votes for one place the one with the
    higher number stands, in whatever order they arrive. `comment` has at most `COMMENT_LIMIT` characters (`place`).
    """

    participant_id: str
    item_id: str
    horizon: Horizon
    round_number: int
    answer: Answer
    comment: str | None
    sequence: int
    is_taken: bool
