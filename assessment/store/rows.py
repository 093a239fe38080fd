"""Between a model and its row: a nested model is spread over columns of its own, a tuple is JSON."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import Enum
from functools import cache
from operator import attrgetter
from typing import Any, TypeAlias, TypeVar

from pydantic import BaseModel

from assessment.domain.answered.entries import AssessmentModel

Row: TypeAlias = dict[str, Any]
EntryT = TypeVar("EntryT", bound=AssessmentModel)


def to_row(entry: AssessmentModel) -> Row:
    """The columns of an entry: nested models spread out, tuples as JSON, enums as text, dates as dates."""
    return {column: _plain(read(entry)) for column, read in _readers(type(entry))}


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
    return tuple(fields_by_column(model))


@cache
def fields_by_column(model: type[AssessmentModel]) -> Mapping[str, str]:
    """What each column holds: the name of a field, or of a field within one, such as `answer.code`."""
    return {
        column: field
        for name, parts in _layout(model)
        for column, field in ([(f"{name}_{part}", f"{name}.{part}") for part in parts] or [(name, name)])
    }


@cache
def _layout(model: type[AssessmentModel]) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Each field with the fields of the model nested in it, if one is."""
    return tuple(
        (name, tuple(inner.model_fields) if isinstance(inner, type) and issubclass(inner, AssessmentModel) else ())
        for name, inner in ((name, field.annotation) for name, field in model.model_fields.items())
    )


@cache
def _readers(model: type[AssessmentModel]) -> tuple[tuple[str, Callable[[AssessmentModel], Any]], ...]:
    return tuple((column, attrgetter(field)) for column, field in fields_by_column(model).items())


def _plain(value: Any) -> Any:
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, tuple):
        return [inner.model_dump(mode="json") if isinstance(inner, BaseModel) else inner for inner in value]
    return value
