"""What an assessment is made of, stated once: domain model, table, key. Everything generic runs over this list."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar, cast

from pydantic import BaseModel
from sqlalchemy import Column, Table, inspect

from assessment.domain.answered import assessment as ratings
from assessment.domain.answered import organisation, roadmap_settings
from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.entries import AssessmentModel
from assessment.store import tables

Row: TypeAlias = dict[str, Any]
Key: TypeAlias = tuple[str, ...]
EntryT = TypeVar("EntryT", bound=AssessmentModel)


def table_of(row_type: type[tables.TableBase]) -> Table:
    """The SQLAlchemy table of a row class."""
    return cast(Table, inspect(row_type).local_table)


@dataclass(frozen=True, kw_only=True)
class Section:
    """One kind of entry of an assessment.

    `field` is its place in `Assessment`, `noun` its name in journal and messages, `key` the fields that name an entry,
    `people` the fields that hold a person's name and are stored in the table `person`.
    """

    field: str
    noun: str
    model: type[AssessmentModel]
    row_type: type[tables.EntryRow]
    key: tuple[str, ...]
    people: tuple[str, ...] = ()

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
    def order(self) -> Callable[[AssessmentModel], Any]:
        """What entries are sorted by: their ids. For sections with a key."""
        return attrgetter(*self.key)

    def key_of(self, entry: AssessmentModel) -> Key:
        """The key of an entry, as plain text."""
        return tuple(str(getattr(entry, name)) for name in self.key)

    def what(self, key: Key) -> str:
        """How journal and messages call one entry."""
        return " ".join((self.noun, *key))


SECTIONS: tuple[Section, ...] = (
    Section(
        field="respondents",
        noun="respondent",
        model=ratings.Respondent,
        row_type=tables.RespondentRow,
        key=("id",),
        people=("name",),
    ),
    Section(
        field="assignments",
        noun="assignment",
        model=ratings.Assignment,
        row_type=tables.AssignmentRow,
        key=("respondent_id", "process_id"),
    ),
    Section(
        field="ratings",
        noun="answer",
        model=ratings.Rating,
        row_type=tables.RatingRow,
        key=("respondent_id", "item_id", "horizon"),
    ),
    Section(
        field="agreed",
        noun="agreed value",
        model=ratings.AgreedValue,
        row_type=tables.AgreedValueRow,
        key=("item_id", "horizon"),
    ),
    Section(
        field="notes",
        noun="note",
        model=ratings.Note,
        row_type=tables.NoteRow,
        key=("respondent_id", "item_id", "kind"),
    ),
    Section(field="flags", noun="flag", model=ratings.Flag, row_type=tables.FlagRow, key=("item_id",)),
    Section(
        field="opinions",
        noun="opinion",
        model=ratings.Opinion,
        row_type=tables.OpinionRow,
        key=("respondent_id", "process_id"),
    ),
    Section(
        field="critical_services",
        noun="critical service",
        model=ratings.CriticalService,
        row_type=tables.CriticalServiceRow,
        key=("id",),
    ),
    Section(
        field="targets",
        noun="target",
        model=ratings.Target,
        row_type=tables.TargetRow,
        key=("process_id",),
        people=("approver",),
    ),
    Section(
        field="owners",
        noun="owner",
        model=organisation.Owner,
        row_type=tables.OwnerRow,
        key=("process_id",),
        people=("name", "sponsor"),
    ),
    Section(
        field="readiness",
        noun="readiness",
        model=organisation.Readiness,
        row_type=tables.ReadinessRow,
        key=("process_id", "question_id"),
    ),
    Section(
        field="technology",
        noun="technology",
        model=organisation.Technology,
        row_type=tables.TechnologyRow,
        key=("process_id",),
    ),
    Section(
        field="sourcing", noun="sourcing", model=organisation.Sourcing, row_type=tables.SourcingRow, key=("process_id",)
    ),
    Section(
        field="linkage_ratings",
        noun="linkage rating",
        model=organisation.LinkageRating,
        row_type=tables.LinkageRatingRow,
        key=("linkage_id",),
    ),
    Section(
        field="transitions",
        noun="transition",
        model=organisation.TransitionPlace,
        row_type=tables.TransitionPlaceRow,
        key=("transition_id",),
    ),
    Section(
        field="roadmap",
        noun="roadmap settings",
        model=roadmap_settings.RoadmapSettings,
        row_type=tables.RoadmapSettingsRow,
        key=(),
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


def to_row(entry: AssessmentModel) -> Row:
    """The columns of an entry: nested models spread out, tuples as JSON, dates as dates."""
    row: Row = {}
    dumped = entry.model_dump(mode="json")
    for name, value in dumped.items():
        original = getattr(entry, name)
        if isinstance(original, BaseModel):
            row.update({f"{name}_{part}": inner for part, inner in value.items()})
        elif isinstance(value, str):
            row[name] = original if not isinstance(original, str) else value
        else:
            row[name] = value
    return row


def from_row(model: type[EntryT], row: Mapping[str, Any]) -> EntryT:
    """The entry of a row; columns that are no field are left out."""
    return from_values(model, [row[column] for column in columns_of(model)])


def from_values(model: type[EntryT], values: Sequence[Any]) -> EntryT:
    """The entry of the values of `columns_of(model)`, in that order."""
    fields: Row = {}
    position = 0
    for name, parts in _layout(model):
        if parts:
            fields[name] = dict(zip(parts, values[position : position + len(parts)], strict=True))
            position += len(parts)
        else:
            fields[name] = values[position]
            position += 1
    # not strict: enums come back as text and tuples as lists; what is stored was validated strictly before
    return model.model_validate(fields, strict=False)


@cache
def columns_of(model: type[AssessmentModel]) -> tuple[str, ...]:
    """The columns that hold a model, in the order of its fields."""
    return tuple(
        column for name, parts in _layout(model) for column in ([f"{name}_{part}" for part in parts] or [name])
    )


@cache
def _layout(model: type[AssessmentModel]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each field with the fields of the model nested in it, if one is."""
    return tuple(
        (name, tuple(inner.model_fields) if isinstance(inner, type) and issubclass(inner, AssessmentModel) else ())
        for name, inner in ((name, field.annotation) for name, field in model.model_fields.items())
    )
