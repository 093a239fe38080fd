"""The rows of an assessment's entries, one table a section; no behaviour.

Column names are the field names of `assessment.domain.answered`, so that one codec converts every row; a nested answer
is spread over `answer_kind`, `answer_code` and `answer_reason`. Key columns are never NULL. A column that holds a
person's name holds the id of a row in `person` instead.
"""

# no `from __future__ import annotations`: SQLModel reads the annotations of table classes as types

from datetime import date, datetime
from typing import Any

from sqlalchemy import ForeignKeyConstraint, Index
from sqlmodel import Field

from assessment.store.tables import TableBase, json_list, long_text


class EntryRow(TableBase):
    """What every row of a section has: its assessment, a version that only grows, and when it was last changed."""

    assessment_id: str = Field(primary_key=True, foreign_key="assessment.id", ondelete="CASCADE", max_length=64)
    version: int
    updated_at: datetime


def _of_respondent() -> tuple[ForeignKeyConstraint]:
    columns = ["assessment_id", "respondent_id"]
    return (ForeignKeyConstraint(columns, ["respondent.assessment_id", "respondent.id"], ondelete="CASCADE"),)


class RespondentRow(EntryRow, table=True):
    """A person who answers; `name` holds the id of the person's row."""

    __tablename__ = "respondent"
    id: str = Field(primary_key=True, max_length=64)
    role: str
    name: str | None
    unit: str | None = long_text()


class AssignmentRow(EntryRow, table=True):
    """What a respondent is asked of one process."""

    __tablename__ = "assignment"
    __table_args__ = _of_respondent()
    respondent_id: str = Field(primary_key=True, max_length=64)
    process_id: str = Field(primary_key=True, max_length=80)
    attribute_ids: list[str] = json_list()


class RatingRow(EntryRow, table=True):
    """One respondent's answer to one item for one horizon."""

    __tablename__ = "rating"
    __table_args__ = (*_of_respondent(), Index(None, "assessment_id", "version"))  # finds what changed since a version
    respondent_id: str = Field(primary_key=True, max_length=64)
    item_id: str = Field(primary_key=True, max_length=160)
    horizon: str = Field(primary_key=True, max_length=8)
    answer_kind: str
    answer_code: int | None
    answer_reason: str | None = long_text()


class AgreedValueRow(EntryRow, table=True):
    """The value the room agreed on."""

    __tablename__ = "agreed_value"
    item_id: str = Field(primary_key=True, max_length=160)
    horizon: str = Field(primary_key=True, max_length=8)
    answer_kind: str
    answer_code: int | None
    answer_reason: str | None = long_text()
    note: str | None = long_text()
    certainty: str
    present_ids: list[str] = json_list()


class NoteRow(EntryRow, table=True):
    """What one respondent said to an item, or the evidence seen."""

    __tablename__ = "note"
    __table_args__ = _of_respondent()
    respondent_id: str = Field(primary_key=True, max_length=64)
    item_id: str = Field(primary_key=True, max_length=160)
    kind: str = Field(primary_key=True, max_length=16)
    text: str = long_text(nullable=False)
    is_released: bool
    is_reworded: bool
    speaks: str | None


class EvidenceFileRow(EntryRow, table=True):
    """A file that was seen with a question; its content is a row of `evidence_content`."""

    __tablename__ = "evidence_file"
    id: str = Field(primary_key=True, max_length=64)
    item_id: str = Field(max_length=160)
    name: str = long_text(nullable=False)
    kind: str
    size_count: int
    content_hash: str = Field(index=True, max_length=64)
    speaks: str | None
    caption: str | None = long_text()


class FlagRow(EntryRow, table=True):
    """An item marked for review."""

    __tablename__ = "flag"
    item_id: str = Field(primary_key=True, max_length=160)
    reason: str | None = long_text()


class FeedbackRow(EntryRow, table=True):
    """What one respondent says of a question itself."""

    __tablename__ = "feedback"
    __table_args__ = _of_respondent()
    respondent_id: str = Field(primary_key=True, max_length=64)
    item_id: str = Field(primary_key=True, max_length=160)
    kind: str
    text: str | None = long_text()


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
    name: str = long_text(nullable=False)
    importance: int
    process_ids: list[str] = json_list()


class TargetRow(EntryRow, table=True):
    """The to-be of one process; `approver` holds the id of the person's row."""

    __tablename__ = "target"
    process_id: str = Field(primary_key=True, max_length=80)
    level: int
    rationale: str | None = long_text()
    approver: str | None
    cells: list[dict[str, Any]] = json_list()


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
    note: str | None = long_text()


class TechnologyRow(EntryRow, table=True):
    """The tool of a process and how far it is integrated."""

    __tablename__ = "technology"
    process_id: str = Field(primary_key=True, max_length=80)
    tool: str | None = long_text()
    as_is: int | None
    to_be: int | None


class SourcingRow(EntryRow, table=True):
    """Who does the work of a process."""

    __tablename__ = "sourcing"
    process_id: str = Field(primary_key=True, max_length=80)
    mode_id: str
    nature: str | None
    candidate: str
    interface: str | None = long_text()


class LinkageRatingRow(EntryRow, table=True):
    """How well a hand-off works."""

    __tablename__ = "linkage_rating"
    linkage_id: str = Field(primary_key=True, max_length=80)
    answer_kind: str
    answer_code: int | None
    answer_reason: str | None = long_text()
    note: str | None = long_text()


class TransitionPlaceRow(EntryRow, table=True):
    """Where the organisation stands in one transition."""

    __tablename__ = "transition_place"
    transition_id: str = Field(primary_key=True, max_length=80)
    as_is: int | None
    to_be: int | None
    note: str | None = long_text()


class RoadmapSettingsRow(EntryRow, table=True):
    """What the roadmap is planned with; at most one row an assessment."""

    __tablename__ = "roadmap_settings"
    pain_weight: float
    importance_weight: float
    leverage_weight: float
    wave_count: int
    capacity: list[int] | None = json_list(nullable=True)
    wave_months: int
    start: date | None
    person_days_per_point: float | None
    cost_per_point: float | None
    currency: str
    pins: list[dict[str, Any]] = json_list()
    efforts: list[dict[str, Any]] = json_list()
    linkages: list[dict[str, Any]] = json_list()
    budget_unit: str
    budgets: list[float] | None = json_list(nullable=True)
    wave_lengths: list[int] | None = json_list(nullable=True)


class PlannedActionRow(EntryRow, table=True):
    """An action of the roadmap as the team has it; `owner` holds the id of the person's row."""

    __tablename__ = "planned_action"
    id: str = Field(primary_key=True, max_length=160)
    process_id: str = Field(max_length=80)
    to_level: int
    kind: str
    text: str | None = long_text()
    is_struck: bool
    owner: str | None
    start: date | None
    due: date | None
    status: str | None
    done_percent: int | None
    note: str | None = long_text()
    done_on: date | None


class SavedPlanRow(EntryRow, table=True):
    """A plan that was saved by name; `saved_by` holds the id of the person's row."""

    __tablename__ = "saved_plan"
    id: str = Field(primary_key=True, max_length=64)
    name: str = long_text(nullable=False)
    saved_at: datetime
    saved_by: str | None
    revision: int
    state_hash: str = Field(max_length=64)
    settings_pain_weight: float
    settings_importance_weight: float
    settings_leverage_weight: float
    settings_wave_count: int
    settings_capacity: list[int] | None = json_list(nullable=True)
    settings_wave_months: int
    settings_start: date | None
    settings_person_days_per_point: float | None
    settings_cost_per_point: float | None
    settings_currency: str
    settings_pins: list[dict[str, Any]] = json_list()
    settings_efforts: list[dict[str, Any]] = json_list()
    settings_linkages: list[dict[str, Any]] = json_list()
    settings_budget_unit: str
    settings_budgets: list[float] | None = json_list(nullable=True)
    settings_wave_lengths: list[int] | None = json_list(nullable=True)
    steps: list[dict[str, Any]] = json_list()
    at_target_counts: list[int] = json_list()
    process_count: int
    is_chosen: bool


class RunningStepRow(EntryRow, table=True):
    """How a step of the plan is going; `owner` holds the id of the person's row."""

    __tablename__ = "running_step"
    process_id: str = Field(primary_key=True, max_length=80)
    to_level: int = Field(primary_key=True)
    owner: str | None
    start: date | None
    due: date | None
    status: str | None
    note: str | None = long_text()
    done_on: date | None
    evidence: str | None = long_text()


class SignOffClaimRow(EntryRow, table=True):
    """That an import called itself signed off, at most one row an assessment; `approver` holds the person's id."""

    __tablename__ = "sign_off_claim"
    doubt: str | None = Field(max_length=16)
    approver: str | None
    signed_on: date | None


class OwnTextRow(EntryRow, table=True):
    """The consultant's own words at a place."""

    __tablename__ = "own_text"
    place_id: str = Field(primary_key=True, max_length=120)
    text: str = long_text(nullable=False)
    facts_hash: str | None = Field(max_length=64)


class AgendaSlotRow(EntryRow, table=True):
    """A process on the agenda of a workshop."""

    __tablename__ = "agenda_slot"
    process_id: str = Field(primary_key=True, max_length=80)
    place: int
    minutes: int
    state: str
    spent_seconds: int
    note: str | None = long_text()


class VoteRoundRow(EntryRow, table=True):
    """How one round of votes on an item came out."""

    __tablename__ = "vote_round"
    item_id: str = Field(primary_key=True, max_length=160)
    horizon: str = Field(primary_key=True, max_length=8)
    number: int = Field(primary_key=True)
    source: str
    code_counts: list[int] = json_list()
    dont_know_count: int
    not_applicable_count: int


class ParkedPointRow(EntryRow, table=True):
    """Something to come back to."""

    __tablename__ = "parked_point"
    id: str = Field(primary_key=True, max_length=64)
    text: str = long_text(nullable=False)
    process_id: str | None = Field(max_length=80)
    item_id: str | None = Field(max_length=160)
    is_done: bool


class DecisionRow(EntryRow, table=True):
    """Something decided, or to be done; `owner` holds the id of the person's row."""

    __tablename__ = "decision"
    id: str = Field(primary_key=True, max_length=64)
    kind: str
    text: str = long_text(nullable=False)
    owner: str | None
    due: date | None
    process_id: str | None = Field(max_length=80)
    is_done: bool


class HeldSessionRow(EntryRow, table=True):
    """A workshop or survey that was held."""

    __tablename__ = "held_session"
    id: str = Field(primary_key=True, max_length=64)
    kind: str
    held_on: date
    minutes: int | None
    respondent_ids: list[str] = json_list()
    anonymous_count: int
