"""The rows of rooms: who is in them, by what they are known again, and their votes. No journal tells of them.

In SQLite these rows lie in the order of their random keys and not in that in which they came: of an anonymous vote
nothing says when it was cast.
"""

# no `from __future__ import annotations`: SQLModel reads the annotations of table classes as types

from datetime import datetime

from sqlalchemy import BigInteger, Column, Index
from sqlmodel import Field

from assessment.store.tables import TableBase, long_text

_BY_KEY = {"sqlite_with_rowid": False}


class RoomRow(TableBase, table=True):
    """A room; `code` is unique among those that are open."""

    __tablename__ = "room"
    id: str = Field(primary_key=True, max_length=64)
    assessment_id: str = Field(foreign_key="assessment.id", ondelete="CASCADE", index=True, max_length=64)
    kind: str = Field(max_length=16)
    code: str = Field(index=True, max_length=16)
    link_hash: str = Field(index=True, max_length=64)
    is_open: bool
    phase: str = Field(max_length=16)
    item_id: str | None = Field(max_length=160)
    round_number: int
    step: int
    leaders: str = Field(max_length=16)
    takes_anonymous: bool
    address: str | None = Field(max_length=300)
    deadline: datetime | None
    slot_process_id: str | None = Field(max_length=80)
    slot_begun_at: datetime | None
    reached_at: datetime | None
    opened_at: datetime
    closed_at: datetime | None


class ParticipantRow(TableBase, table=True):
    """Somebody in a room; their name, if they gave one, stands where respondents have it."""

    __tablename__ = "participant"
    __table_args__ = (Index(None, "room_id"), Index(None, "assessment_id", "respondent_id"), _BY_KEY)
    id: str = Field(primary_key=True, max_length=64)
    room_id: str = Field(foreign_key="room.id", ondelete="CASCADE", max_length=64)
    assessment_id: str = Field(foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    respondent_id: str = Field(max_length=64)
    role: str = Field(max_length=16)
    is_anonymous: bool
    is_by_link: bool
    state: str = Field(max_length=16)
    seen_at: datetime | None


class PlaceTokenRow(TableBase, table=True):
    """What one phone is known by again, as SHA-256."""

    __tablename__ = "place_token"
    __table_args__ = (Index(None, "participant_id"), _BY_KEY)
    token_hash: str = Field(primary_key=True, max_length=64)
    participant_id: str = Field(foreign_key="participant.id", ondelete="CASCADE", max_length=64)
    ends_at: datetime | None


class PersonalLinkRow(TableBase, table=True):
    """A link that lets one respondent of an assessment into its rooms, by the SHA-256 of its token; one a person."""

    __tablename__ = "personal_link"
    __table_args__ = (Index(None, "token_hash"), _BY_KEY)
    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    respondent_id: str = Field(primary_key=True, max_length=64)
    token_hash: str = Field(max_length=64)


class VoteRow(TableBase, table=True):
    """One answer of one participant; sealed until it is taken in."""

    __tablename__ = "vote"
    __table_args__ = (Index(None, "room_id", "item_id"), _BY_KEY)
    participant_id: str = Field(primary_key=True, foreign_key="participant.id", ondelete="CASCADE", max_length=64)
    item_id: str = Field(primary_key=True, max_length=160)
    horizon: str = Field(primary_key=True, max_length=8)
    room_id: str = Field(foreign_key="room.id", ondelete="CASCADE", max_length=64)
    round_number: int
    answer_kind: str = Field(max_length=16)
    answer_code: int | None
    answer_reason: str | None = long_text()
    comment: str | None = long_text()
    sequence: int = Field(sa_column=Column(BigInteger, nullable=False))
    is_taken: bool
