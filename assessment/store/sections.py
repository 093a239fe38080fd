"""What an assessment is made of, stated once: domain model, table, key. Everything generic runs over this list."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from operator import attrgetter
from typing import Any, TypeAlias, cast

from sqlalchemy import Column, ColumnElement, Integer, Table, Text, inspect

from assessment.domain.answered import (
    actions,
    claim,
    evidence,
    organisation,
    plans,
    roadmap_settings,
    running,
    texts,
    workshop,
)
from assessment.domain.answered import assessment as ratings
from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.entries import AssessmentModel
from assessment.store import entry_tables
from assessment.store.rows import columns_of
from assessment.store.tables import TableBase

Key: TypeAlias = tuple[str, ...]


def table_of(row_type: type[TableBase]) -> Table:
    """The SQLAlchemy table of a row class."""
    return cast(Table, inspect(row_type).local_table)


@dataclass(frozen=True, kw_only=True)
class Section:
    """One kind of entry of an assessment.

    `field` is its place in `Assessment`, `noun` its name in journal and messages, `key` the fields that name an entry,
    `people` the fields that hold a person's name and are stored in the table `person`; `facts` are texts that name a
    thing, such as a service: of every other text that people wrote the journal keeps no word.
    """

    field: str
    noun: str
    model: type[AssessmentModel]
    row_type: type[entry_tables.EntryRow]
    key: tuple[str, ...]
    people: tuple[str, ...] = ()
    facts: tuple[str, ...] = ()

    @cached_property
    def table(self) -> Table:
        """The table of this section."""
        return table_of(self.row_type)

    @cached_property
    def is_of_respondent(self) -> bool:
        """Whether its entries belong to a respondent and go with them."""
        return "respondent_id" in self.key

    @cached_property
    def columns(self) -> tuple[Column[Any], ...]:
        """The columns that hold the model, in the order of its fields."""
        return tuple(self.table.c[name] for name in columns_of(self.model))

    @cached_property
    def texts(self) -> frozenset[str]:
        """The columns that hold a text that somebody wrote."""
        return frozenset(one.name for one in self.columns if isinstance(one.type, Text)) - {*self.facts}

    @cached_property
    def order(self) -> Callable[[AssessmentModel], Any]:
        """What entries are sorted by: their ids. For sections with a key."""
        return attrgetter(*self.key)

    def is_at(self, name: str, value: str) -> ColumnElement[bool]:
        """That a column of the key has a value of a `Key`, which is text also where the column is a number."""
        column = self.table.c[name]
        found: ColumnElement[bool] = column == (int(value) if isinstance(column.type, Integer) else value)
        return found

    def key_of(self, entry: AssessmentModel) -> Key:
        """The key of an entry, as plain text."""
        return tuple(str(getattr(entry, name)) for name in self.key)

    def what(self, key: Key) -> str:
        """How journal and messages call one entry."""
        return " ".join((self.noun, *key))

    def label(self, key: Key, field: str) -> str:
        """The place of a person's name in an assessment.

        >>> section_of(organisation.Owner).label(("change-management",), "sponsor")
        'owner change-management sponsor'
        """
        return f"{self.what(key)} {field}"


SECTIONS: tuple[Section, ...] = (
    Section(
        field="respondents",
        noun="respondent",
        model=ratings.Respondent,
        row_type=entry_tables.RespondentRow,
        key=("id",),
        people=("name",),
    ),
    Section(
        field="assignments",
        noun="assignment",
        model=ratings.Assignment,
        row_type=entry_tables.AssignmentRow,
        key=("respondent_id", "process_id"),
    ),
    Section(
        field="ratings",
        noun="answer",
        model=ratings.Rating,
        row_type=entry_tables.RatingRow,
        key=("respondent_id", "item_id", "horizon"),
    ),
    Section(
        field="agreed",
        noun="agreed value",
        model=ratings.AgreedValue,
        row_type=entry_tables.AgreedValueRow,
        key=("item_id", "horizon"),
    ),
    Section(
        field="notes",
        noun="note",
        model=ratings.Note,
        row_type=entry_tables.NoteRow,
        key=("respondent_id", "item_id", "kind"),
    ),
    Section(
        field="evidence_files",
        noun="evidence file",
        model=evidence.EvidenceFile,
        row_type=entry_tables.EvidenceFileRow,
        key=("id",),
    ),
    Section(field="flags", noun="flag", model=ratings.Flag, row_type=entry_tables.FlagRow, key=("item_id",)),
    Section(
        field="feedback",
        noun="feedback",
        model=ratings.Feedback,
        row_type=entry_tables.FeedbackRow,
        key=("respondent_id", "item_id"),
    ),
    Section(
        field="opinions",
        noun="opinion",
        model=ratings.Opinion,
        row_type=entry_tables.OpinionRow,
        key=("respondent_id", "process_id"),
    ),
    Section(
        field="critical_services",
        noun="critical service",
        model=ratings.CriticalService,
        row_type=entry_tables.CriticalServiceRow,
        key=("id",),
        facts=("name",),
    ),
    Section(
        field="targets",
        noun="target",
        model=ratings.Target,
        row_type=entry_tables.TargetRow,
        key=("process_id",),
        people=("approver",),
    ),
    Section(
        field="owners",
        noun="owner",
        model=organisation.Owner,
        row_type=entry_tables.OwnerRow,
        key=("process_id",),
        people=("name", "sponsor"),
    ),
    Section(
        field="readiness",
        noun="readiness",
        model=organisation.Readiness,
        row_type=entry_tables.ReadinessRow,
        key=("process_id", "question_id"),
    ),
    Section(
        field="technology",
        noun="technology",
        model=organisation.Technology,
        row_type=entry_tables.TechnologyRow,
        key=("process_id",),
        facts=("tool",),
    ),
    Section(
        field="sourcing",
        noun="sourcing",
        model=organisation.Sourcing,
        row_type=entry_tables.SourcingRow,
        key=("process_id",),
    ),
    Section(
        field="linkage_ratings",
        noun="linkage rating",
        model=organisation.LinkageRating,
        row_type=entry_tables.LinkageRatingRow,
        key=("linkage_id",),
    ),
    Section(
        field="transitions",
        noun="transition",
        model=organisation.TransitionPlace,
        row_type=entry_tables.TransitionPlaceRow,
        key=("transition_id",),
    ),
    Section(
        field="roadmap",
        noun="roadmap settings",
        model=roadmap_settings.RoadmapSettings,
        row_type=entry_tables.RoadmapSettingsRow,
        key=(),
    ),
    Section(
        field="actions",
        noun="action",
        model=actions.PlannedAction,
        row_type=entry_tables.PlannedActionRow,
        key=("id",),
        people=("owner",),
    ),
    Section(
        field="texts",
        noun="own text",
        model=texts.OwnText,
        row_type=entry_tables.OwnTextRow,
        key=("place_id",),
    ),
    Section(
        field="agenda",
        noun="agenda slot",
        model=workshop.AgendaSlot,
        row_type=entry_tables.AgendaSlotRow,
        key=("process_id",),
    ),
    Section(
        field="rounds",
        noun="round of votes",
        model=workshop.VoteRound,
        row_type=entry_tables.VoteRoundRow,
        key=("item_id", "horizon", "number"),
    ),
    Section(
        field="parked",
        noun="parked point",
        model=workshop.ParkedPoint,
        row_type=entry_tables.ParkedPointRow,
        key=("id",),
    ),
    Section(
        field="decisions",
        noun="decision",
        model=workshop.Decision,
        row_type=entry_tables.DecisionRow,
        key=("id",),
        people=("owner",),
    ),
    Section(
        field="sessions",
        noun="session",
        model=workshop.HeldSession,
        row_type=entry_tables.HeldSessionRow,
        key=("id",),
    ),
    Section(
        field="plans",
        noun="saved plan",
        model=plans.SavedPlan,
        row_type=entry_tables.SavedPlanRow,
        key=("id",),
        people=("saved_by",),
    ),
    Section(
        field="running",
        noun="step",
        model=running.RunningStep,
        row_type=entry_tables.RunningStepRow,
        key=("process_id", "to_level"),
        people=("owner",),
    ),
    Section(
        field="claim",
        noun="sign-off claim",
        model=claim.SignOffClaim,
        row_type=entry_tables.SignOffClaimRow,
        key=(),
        people=("approver",),
    ),
)
_BY_MODEL = {section.model: section for section in SECTIONS}


def section_of(model: type) -> Section:
    """The section of a domain model; KeyError for a type that is no entry of an assessment."""
    return _BY_MODEL[model]


def entries_of(assessment: Assessment, section: Section) -> tuple[AssessmentModel, ...]:
    """The entries of one section of a document; roadmap settings at their defaults are no entry."""
    value = getattr(assessment, section.field)
    if isinstance(value, tuple):
        return value
    return () if value == section.model() else (value,)
