"""Columns of the editable tables: what a cell takes, under which heading, and how wide it begins."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TypeAlias, TypeVar

from assessment.domain.authored.content import Attribute
from assessment.errors import InvalidInput
from assessment.views.wording.pages.shared import PROCESS_COLUMN

Cell: TypeAlias = str | int | float | bool | list[str] | None
CodeT = TypeVar("CodeT", str, int)
_NARROW = 14
SMALL, MEDIUM, LARGE = 96, 180, 320
"""Pixels a column begins with. A table that has room is widened in proportion; a reader may drag any column."""
PROCESS_WIDTH = 215
"""Pixels of the pinned first column: the longest name fits, and a phone still shows a column beside it."""


class CellKind(StrEnum):
    """How a cell is edited."""

    READ = "read"
    TEXT = "text"
    CHOICE = "choice"
    CHECK = "check"
    MULTI = "multi"


@dataclass(frozen=True, slots=True, kw_only=True)
class Column:
    """One column. `choices` are words by their codes, for a choice and for several; a required cell is never empty."""

    heading: str
    kind: CellKind = CellKind.TEXT
    choices: Mapping[object, str] = field(default_factory=dict)
    is_required: bool = False
    explanation: str | None = None
    width: int = MEDIUM

    def taken(self, value: Cell) -> Cell:
        """A value from the browser, or InvalidInput where no cell of this column can hold it."""
        match self.kind:
            case CellKind.TEXT:
                fits = value is None or isinstance(value, str)
            case CellKind.CHECK:
                fits = isinstance(value, bool)
            case CellKind.CHOICE:
                fits = not self.is_required if value is None else self._offers(value)
            case CellKind.MULTI:
                fits = isinstance(value, list) and all(self._offers(one) for one in value)
            case CellKind.READ:
                fits = False
        if not fits:
            raise InvalidInput(self.heading, "this cannot be entered here", "Choose one that is offered.")
        return value

    def _offers(self, code: object) -> bool:
        return any(code == one and type(code) is type(one) for one in self.choices)


def process_column() -> Column:
    """The name of the process, always in view."""
    return read_column(PROCESS_COLUMN, width=PROCESS_WIDTH)


def read_column(heading: str, *, width: int = MEDIUM, explanation: str | None = None) -> Column:
    """A column that is read only."""
    return Column(heading=heading, kind=CellKind.READ, width=width, explanation=explanation)


def attribute_label(attribute: Attribute) -> str:
    """A name that fits a narrow column: the words of the id where the attribute's name is too long."""
    return attribute.name if len(attribute.name) <= _NARROW else attribute.id.replace("-", " ").capitalize()


def choice_column(
    heading: str,
    names: Mapping[CodeT, str],
    *,
    width: int = MEDIUM,
    is_required: bool = False,
    explanation: str | None = None,
) -> Column:
    """A choice among codes, shown by their words; empty where nothing is chosen."""
    return Column(
        heading=heading,
        kind=CellKind.CHOICE,
        choices=dict(names.items()),
        is_required=is_required,
        explanation=explanation,
        width=width,
    )
