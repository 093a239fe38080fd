"""The rows of the database, on a registry of their own; no behaviour.

Column names are the field names of `assessment.domain.answered`, so that one codec converts every row; a nested answer
is spread over `answer_kind`, `answer_code` and `answer_reason`. Key columns are never NULL. A column that holds a
person's name holds the id of a row in `person` instead, the one table to erase a name from.
"""

# no `from __future__ import annotations`: SQLModel reads the annotations of table classes as types

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKeyConstraint, MetaData, Text
from sqlalchemy.orm import registry
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
    "pk": "pk_%(table_name)s",
}
REGISTRY = registry(metadata=MetaData(naming_convention=NAMING))


class TableBase(SQLModel, registry=REGISTRY):
    """Root of every table; its own registry survives Streamlit's hot reload."""


class EntryRow(TableBase):
    """What every row of a section has: its assessment, a version that only grows, and when it was last changed."""

    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    version: int
    updated_at: datetime


def _of_respondent() -> tuple[ForeignKeyConstraint]:
    columns = ["assessment_id", "respondent_id"]
    return (ForeignKeyConstraint(columns, ["respondent.assessment_id", "respondent.id"], ondelete="CASCADE"),)


def _long(*, nullable: bool = True) -> Any:
    return Field(sa_column=Column(Text, nullable=nullable))


def _tuple(*, nullable: bool = False) -> Any:
    return Field(sa_column=Column(JSON(none_as_null=True), nullable=nullable))


class AssessmentRow(TableBase, table=True):
    """The header of an assessment and its scope."""

    __tablename__ = "assessment"
    id: str = Field(primary_key=True, max_length=64)
    version: int
    updated_at: datetime
    created_at: datetime
    name: str = _long(nullable=False)
    organisation: str = _long(nullable=False)
    unit: str | None = _long()
    assessed_on: date
    framework_id: str
    framework_version: str
    framework_content_hash: str = Field(foreign_key="framework.content_hash", index=True, max_length=64)
    depth: str
    state: str
    carry_percent: float
    default_target_level: int
    asks_to_be: bool
    anonymity_floor: int
    scenario_id: str | None
    copied_from: str | None
    is_fictional: bool
    scope: list[str] = _tuple()


class ChainRow(TableBase, table=True):
    """The end of a journal chain: one for each assessment, one for the store itself. `revision` counts the changes."""

    __tablename__ = "chain"
    id: str = Field(primary_key=True, max_length=64)
    revision: int
    head: str
    updated_at: datetime


class JournalRow(TableBase, table=True):
    """One change: who, when, what, before, after. Only ever added; `hash` covers the previous hash and the content."""

    __tablename__ = "journal"
    chain_id: str = Field(primary_key=True, max_length=64)
    seq: int = Field(primary_key=True)
    at: str
    actor_id: str
    operation: str
    what: str = _long(nullable=False)
    before: str | None = _long()
    after: str | None = _long()
    hash: str


class FrameworkRow(TableBase, table=True):
    """A framework as it was when an assessment began to answer it."""

    __tablename__ = "framework"
    content_hash: str = Field(primary_key=True, max_length=64)
    framework_id: str
    version: str
    content: str = _long(nullable=False)
    archived_at: datetime


class SnapshotRow(TableBase, table=True):
    """A signed-off assessment, byte for byte; never changed."""

    __tablename__ = "snapshot"
    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    hash: str
    content: str = _long(nullable=False)
    approver: str | None
    signed_at: datetime


class SampleRow(TableBase, table=True):
    """A sample that was loaded once; it stays here when the user removes the sample, so that it is not loaded again."""

    __tablename__ = "sample"
    file_name: str = Field(primary_key=True, max_length=255)
    assessment_id: str = Field(max_length=64)
    loaded_at: datetime


class PersonRow(TableBase, table=True):
    """A name. Everything else refers to it by a random id; deleting the row erases the name."""

    __tablename__ = "person"
    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    id: str = Field(primary_key=True, max_length=64)
    name: str = _long(nullable=False)


class RespondentRow(EntryRow, table=True):
    """A person who answers; `name` holds the id of the person's row."""

    __tablename__ = "respondent"
    id: str = Field(primary_key=True, max_length=64)
    role: str
    name: str | None
    unit: str | None = _long()


class AssignmentRow(EntryRow, table=True):
    """What a respondent is asked of one process."""

    __tablename__ = "assignment"
    __table_args__ = _of_respondent()
    respondent_id: str = Field(primary_key=True, max_length=64)
    process_id: str = Field(primary_key=True, max_length=80)
    attribute_ids: list[str] = _tuple()


class RatingRow(EntryRow, table=True):
    """One respondent's answer to one item for one horizon."""

    __tablename__ = "rating"
    __table_args__ = _of_respondent()
    respondent_id: str = Field(primary_key=True, max_length=64)
    item_id: str = Field(primary_key=True, max_length=160)
    horizon: str = Field(primary_key=True, max_length=8)
    answer_kind: str
    answer_code: int | None
    answer_reason: str | None = _long()


class AgreedValueRow(EntryRow, table=True):
    """The value the room agreed on."""

    __tablename__ = "agreed_value"
    item_id: str = Field(primary_key=True, max_length=160)
    horizon: str = Field(primary_key=True, max_length=8)
    answer_kind: str
    answer_code: int | None
    answer_reason: str | None = _long()
    note: str = _long(nullable=False)
    certainty: str


class NoteRow(EntryRow, table=True):
    """What one respondent said to an item, or the evidence seen."""

    __tablename__ = "note"
    __table_args__ = _of_respondent()
    respondent_id: str = Field(primary_key=True, max_length=64)
    item_id: str = Field(primary_key=True, max_length=160)
    kind: str = Field(primary_key=True, max_length=16)
    text: str = _long(nullable=False)
    is_released: bool


class FlagRow(EntryRow, table=True):
    """An item marked for review."""

    __tablename__ = "flag"
    item_id: str = Field(primary_key=True, max_length=160)
    reason: str | None = _long()


class OpinionRow(EntryRow, table=True):
    """Pain and importance of a process in one respondent's eyes."""

    __tablename__ = "opinion"
    __table_args__ = _of_respondent()
    respondent_id: str = Field(primary_key=True, max_length=64)
    process_id: str = Field(primary_key=True, max_length=80)
    pain: int | None
    importance: int | None


class CriticalServiceRow(EntryRow, table=True):
    """A business service and the processes it leans on."""

    __tablename__ = "critical_service"
    id: str = Field(primary_key=True, max_length=64)
    name: str = _long(nullable=False)
    importance: int
    process_ids: list[str] = _tuple()


class TargetRow(EntryRow, table=True):
    """The to-be of one process; `approver` holds the id of the person's row."""

    __tablename__ = "target"
    process_id: str = Field(primary_key=True, max_length=80)
    level: int
    rationale: str | None = _long()
    approver: str | None
    cells: list[dict[str, Any]] = _tuple()


class OwnerRow(EntryRow, table=True):
    """Who is accountable for a process; `name` and `sponsor` hold the ids of the persons' rows."""

    __tablename__ = "owner"
    process_id: str = Field(primary_key=True, max_length=80)
    name: str | None
    authority: str | None
    sponsor: str | None


class ReadinessRow(EntryRow, table=True):
    """The answer to one readiness question for one process."""

    __tablename__ = "readiness"
    process_id: str = Field(primary_key=True, max_length=80)
    question_id: str = Field(primary_key=True, max_length=80)
    state: str
    note: str | None = _long()


class TechnologyRow(EntryRow, table=True):
    """The tool of a process and how far it is integrated."""

    __tablename__ = "technology"
    process_id: str = Field(primary_key=True, max_length=80)
    tool: str | None = _long()
    as_is: int | None
    to_be: int | None


class SourcingRow(EntryRow, table=True):
    """Who does the work of a process."""

    __tablename__ = "sourcing"
    process_id: str = Field(primary_key=True, max_length=80)
    mode_id: str
    nature: str | None
    candidate: str
    interface: str | None = _long()


class LinkageRatingRow(EntryRow, table=True):
    """How well a hand-off works."""

    __tablename__ = "linkage_rating"
    linkage_id: str = Field(primary_key=True, max_length=80)
    answer_kind: str
    answer_code: int | None
    answer_reason: str | None = _long()
    note: str | None = _long()


class TransitionPlaceRow(EntryRow, table=True):
    """Where the organisation stands in one transition."""

    __tablename__ = "transition_place"
    transition_id: str = Field(primary_key=True, max_length=80)
    as_is: int | None
    to_be: int | None
    note: str | None = _long()


class RoadmapSettingsRow(EntryRow, table=True):
    """What the roadmap is planned with; at most one row an assessment."""

    __tablename__ = "roadmap_settings"
    pain_weight: float
    importance_weight: float
    leverage_weight: float
    wave_count: int
    capacity: list[int] | None = _tuple(nullable=True)
    wave_months: int
    start: date | None
    person_days_per_point: float | None
    cost_per_point: float | None
    currency: str
    pins: list[dict[str, Any]] = _tuple()
    efforts: list[dict[str, Any]] = _tuple()
    linkages: list[dict[str, Any]] = _tuple()
