"""The rows of the database beside the entries of an assessment, on a registry of their own; no behaviour.

Column names are the field names of `assessment.domain.answered`. The names of organisations and units are rows that
assessments refer to; names of people stand in `person` alone, the one table to erase a name from.
"""

# no `from __future__ import annotations`: SQLModel reads the annotations of table classes as types

from datetime import date, datetime
from typing import Any

from sqlalchemy import JSON, Column, ForeignKeyConstraint, Index, LargeBinary, MetaData, Text, UniqueConstraint
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


def long_text(*, nullable: bool = True) -> Any:
    """A column of text without a limit."""
    return Field(sa_column=Column(Text, nullable=nullable))


def json_list(*, nullable: bool = False) -> Any:
    """A column that holds a tuple as JSON."""
    return Field(sa_column=Column(JSON(none_as_null=True), nullable=nullable))


class EvidenceContentRow(TableBase, table=True):
    """The bytes of a file that was seen as evidence, once for all entries that name its SHA-256."""

    __tablename__ = "evidence_content"
    content_hash: str = Field(primary_key=True, max_length=64)
    content: bytes


class OrganisationRow(TableBase, table=True):
    """An organisation under the spelling it was stored with; `folded_name` is what two spellings have in common."""

    __tablename__ = "organisation"
    id: str = Field(primary_key=True, max_length=64)
    name: str = long_text(nullable=False)
    folded_name: str = Field(sa_column=Column(Text, nullable=False, unique=True))


class UnitRow(TableBase, table=True):
    """A unit of one organisation; `folded_name` is unique within it."""

    __tablename__ = "unit"
    __table_args__ = (UniqueConstraint("organisation_id", "folded_name"),)
    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", max_length=64)
    id: str = Field(primary_key=True, max_length=64)
    name: str = long_text(nullable=False)
    folded_name: str = long_text(nullable=False)


class AssessmentRow(TableBase, table=True):
    """The header of an assessment and its scope. The names of organisation and unit stand in their own rows.

    `binned_at` is when it was put into the bin, whole as it was; None for one that is not there.
    """

    __tablename__ = "assessment"
    __table_args__ = (ForeignKeyConstraint(["organisation_id", "unit_id"], ["unit.organisation_id", "unit.id"]),)
    id: str = Field(primary_key=True, max_length=64)
    version: int
    updated_at: datetime
    created_at: datetime
    name: str = long_text(nullable=False)
    organisation_id: str = Field(foreign_key="organisation.id", index=True, max_length=64)
    unit_id: str | None = Field(max_length=64)
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
    takes_scenario_pain: bool | None
    copied_from: str | None
    is_fictional: bool
    scope: list[str] = json_list()
    binned_at: datetime | None


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
    __table_args__ = (Index(None, "at"),)
    chain_id: str = Field(primary_key=True, max_length=64)
    seq: int = Field(primary_key=True)
    at: str
    actor_id: str
    operation: str
    what: str = long_text(nullable=False)
    before: str | None = long_text()
    after: str | None = long_text()
    hash: str


class FrameworkRow(TableBase, table=True):
    """A framework as it was when an assessment began to answer it."""

    __tablename__ = "framework"
    content_hash: str = Field(primary_key=True, max_length=64)
    framework_id: str
    version: str
    content: str = long_text(nullable=False)
    archived_at: datetime


class SnapshotRow(TableBase, table=True):
    """A signed-off assessment, without the names of people; only what erases a person from its texts changes it.

    `former_hashes` are those that earlier contents of it had.
    """

    __tablename__ = "snapshot"
    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    hash: str
    content: str = long_text(nullable=False)
    approver: str | None
    signed_at: datetime
    former_hashes: list[str] = json_list()


class InstallationKeyRow(TableBase, table=True):
    """The key that this installation signs with; made when it is first needed, in no export."""

    __tablename__ = "installation_key"
    name: str = Field(primary_key=True, max_length=64)
    secret: str = Field(max_length=128)


class SummaryRow(TableBase, table=True):
    """What a version of the method made of one state of an assessment, for lists; made anew when either is newer."""

    __tablename__ = "summary"
    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    head: str = Field(max_length=64)
    method_version: int
    content: str = long_text(nullable=False)


class UnitFiguresRow(TableBase, table=True):
    """The same for a portfolio: what a unit is shown by beside others."""

    __tablename__ = "unit_figures"
    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    head: str = Field(max_length=64)
    method_version: int
    content: str = long_text(nullable=False)


class UnitNumberRow(TableBase, table=True):
    """The number that a unit keeps among those of its organisation: letters in place of its name are made of it.

    It stays when the assessment is removed, so that nobody else gets its letters.
    """

    __tablename__ = "unit_number"
    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", ondelete="CASCADE", max_length=64)
    assessment_id: str = Field(primary_key=True, max_length=64)
    number: int


class BenchmarkRow(TableBase, table=True):
    """Levels of others that an organisation compares itself with, as JSON."""

    __tablename__ = "benchmark"
    organisation_id: str = Field(primary_key=True, foreign_key="organisation.id", ondelete="CASCADE", max_length=64)
    version: int
    updated_at: datetime
    content: str = long_text(nullable=False)


class SampleRow(TableBase, table=True):
    """A sample that was loaded once; it stays here when the user removes the sample, so that it is not loaded again."""

    __tablename__ = "sample"
    file_name: str = Field(primary_key=True, max_length=255)
    assessment_id: str = Field(max_length=64)
    loaded_at: datetime


class BinRow(TableBase, table=True):
    """An entry that was removed, with what went with it as JSON, until it is put back or its time is over.

    In place of people's names it holds their ids in `person`.
    """

    __tablename__ = "bin"
    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    id: str = Field(primary_key=True, max_length=64)
    noun: str
    removed_at: datetime
    content: str = long_text(nullable=False)


class PersonRow(TableBase, table=True):
    """A name. Everything else refers to it by a random id; deleting the row erases the name."""

    __tablename__ = "person"
    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    id: str = Field(primary_key=True, max_length=64)
    name: str = long_text(nullable=False)


class LayoutRow(TableBase, table=True):
    """How what leaves the house looks, as JSON; `folded_name` is what two spellings of its name have in common."""

    __tablename__ = "layout"
    id: str = Field(primary_key=True, max_length=64)
    version: int
    updated_at: datetime
    folded_name: str = Field(sa_column=Column(Text, nullable=False, unique=True))
    content: str = long_text(nullable=False)


class LayoutFileRow(TableBase, table=True):
    """The content of a file that a layout names by its hash."""

    __tablename__ = "layout_file"
    content_hash: str = Field(primary_key=True, max_length=64)
    content: bytes = Field(sa_column=Column(LargeBinary, nullable=False))


class JobRow(TableBase, table=True):
    """A long task: who began it on what, how far it is, and what it made, until an hour after its end.

    `runner_id` is the process that does it, `beat_at` its last sign of life, `facts` what it makes, as JSON.
    """

    __tablename__ = "job"
    id: str = Field(primary_key=True, max_length=64)
    kind: str = Field(max_length=64)
    runner_id: str = Field(index=True, max_length=64)
    actor_id: str = Field(max_length=64)
    subject: str = Field(max_length=64)
    thing_id: str = long_text(nullable=False)
    facts: str = long_text(nullable=False)
    order_key: str | None = Field(index=True, max_length=64)
    is_taken: bool
    state: str = Field(max_length=16)
    stage: str = Field(max_length=16)
    page: int | None
    done_share: float
    trouble: str = long_text(nullable=False)
    created_at: datetime
    beat_at: datetime
    ended_at: datetime | None
    content: bytes | None = Field(sa_column=Column(LargeBinary, nullable=True))
