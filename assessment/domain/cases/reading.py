"""Reading what somebody else wrote: every value is checked before it is used, and refused with its place.

Limits keep a file that is deep or huge from taking long: a value is looked at only as deep as its area goes.
"""

from __future__ import annotations

import reprlib
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from math import inf

MOST_ENTRIES = 1000
MOST_TABLE_ENTRIES = 200
LONGEST_TEXT = 2000
LONGEST_NAME = 100

HUGE = 10**15


class _Short(reprlib.Repr):
    """Writes a value as JSON would, nearly, and never deeper or longer than a line."""

    def __init__(self) -> None:
        super().__init__()
        self.maxlevel, self.maxstring, self.maxother = 2, 60, 60

    def repr_NoneType(self, _value: None, _level: int) -> str:
        return "null"

    def repr_bool(self, value: bool, _level: int) -> str:
        return "true" if value else "false"

    def repr_int(self, value: int, _level: int) -> str:
        return str(value) if -HUGE <= value <= HUGE else f"{'<-' if value < 0 else '>'}{HUGE:.0e}"


_SHORT = _Short()


class MalformedCases(ValueError):
    """Cases that cannot be recomputed.

    `case` is the id of the case at fault, its number from 1 where it has no id, None for the whole file; `path` leads
    to the value inside it, empty for the case itself.
    """

    def __init__(self, case: str | int | None, path: str, reason: str) -> None:
        self.case = case
        self.path = path
        self.reason = reason
        place = "the file" if case is None else f"case {case}"
        super().__init__(f"{place}, {path}: {reason}" if path else f"{place}: {reason}")


def shortened(value: object) -> str:
    """A value as JSON writes it, nearly: cut to some 60 characters a part, however long or deep it is.

    >>> shortened(None), shortened([True, 0.25]), shortened([[[[1]]]]), len(shortened("x" * 100))
    ('null', '[true, 0.25]', '[[[...]]]', 60)
    """
    return _SHORT.repr(value)


@dataclass(frozen=True, slots=True, kw_only=True)
class Given:
    """A value from outside and where it stands: in which case (its id or number, None for the file) and at which path.

    Each method returns the value checked, or raises `MalformedCases`.
    """

    value: object
    case: str | int | None = None
    path: str = ""

    def refusal(self, reason: str) -> MalformedCases:
        """The error to raise about this value."""
        return MalformedCases(self.case, self.path, reason)

    @property
    def is_null(self) -> bool:
        """Whether it is "no value"."""
        return self.value is None

    def number(self, low: float = -inf, high: float = inf) -> float:
        """A finite number from `low` to `high`."""
        value = self.value
        if not isinstance(value, (int, float)) or isinstance(value, bool) or not -HUGE <= value <= HUGE:
            raise self.refusal(f"{shortened(value)} is not a number")
        if not low <= value <= high:
            raise self.refusal(f"{shortened(value)} is not a number from {low:g} to {high:g}")
        return float(value)

    def number_or_null(self, low: float, high: float) -> float | None:
        """A finite number from `low` to `high`, or no value."""
        return None if self.is_null else self.number(low, high)

    def whole(self, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        value = self.value
        if not isinstance(value, int) or isinstance(value, bool) or not low <= value <= high:
            raise self.refusal(f"{shortened(value)} is not a whole number from {low} to {high}")
        return value

    def whole_or_null(self, low: int, high: int) -> int | None:
        """A whole number from `low` to `high`, or no value."""
        return None if self.is_null else self.whole(low, high)

    def text(self) -> str:
        """A text of at most 2,000 characters."""
        if not isinstance(self.value, str) or len(self.value) > LONGEST_TEXT:
            raise self.refusal(f"{shortened(self.value)} is not a text of at most {LONGEST_TEXT} characters")
        return self.value

    def name(self) -> str:
        """A text of 1 to 100 characters that can be printed on a line."""
        value = self.value
        if not isinstance(value, str) or not 1 <= len(value) <= LONGEST_NAME or not value.isprintable():
            raise self.refusal(f"{shortened(value)} is not a name of 1 to {LONGEST_NAME} printable characters")
        return value

    def choice(self, names: Collection[str]) -> str:
        """One of some names."""
        if not isinstance(self.value, str) or self.value not in names:
            raise self.refusal(f"{shortened(self.value)} is not one of {', '.join(names)}")
        return self.value

    def entries(self, at_least: int = 1, at_most: int = MOST_ENTRIES) -> tuple[Given, ...]:
        """The entries of a list of at least and at most so many."""
        if not isinstance(self.value, list):
            raise self.refusal(f"{shortened(self.value)} is not a list")
        if not at_least <= len(self.value) <= at_most:
            raise self.refusal(f"it has {len(self.value)} entries, not {at_least} to {at_most}")
        return tuple(
            Given(value=entry, case=self.case, path=f"{self.path}[{index}]") for index, entry in enumerate(self.value)
        )

    def table(self) -> tuple[tuple[Given, ...], ...]:
        """The rows of a table, all of the same length."""
        rows = tuple(row.entries(at_most=MOST_TABLE_ENTRIES) for row in self.entries(at_most=MOST_TABLE_ENTRIES))
        if len({len(row) for row in rows}) > 1:
            raise self.refusal("its rows are not all of the same length")
        return rows

    def fields(self, *names: str, optional: Collection[str] = ()) -> Mapping[str, Given]:
        """The values of an object that has exactly these names, `optional` ones or not."""
        found = self.named(at_least=0)
        for name in names:
            if name not in found:
                raise self.refusal(f"'{name}' is missing")
        for name in found:
            if name not in names and name not in optional:
                raise self.refusal(f"{shortened(name)} is not one of {', '.join((*names, *optional))}")
        return found

    def named(self, at_least: int = 1, at_most: int = MOST_TABLE_ENTRIES) -> Mapping[str, Given]:
        """The values of an object with names of its own."""
        if not isinstance(self.value, dict):
            raise self.refusal(f"{shortened(self.value)} is not an object with names")
        if not at_least <= len(self.value) <= at_most:
            raise self.refusal(f"it has {len(self.value)} names, not {at_least} to {at_most}")
        found: dict[str, Given] = {}
        for key, value in self.value.items():
            name = Given(value=key, case=self.case, path=self.path).name()
            path = f"{self.path}.{name}" if self.path else name
            found[name] = Given(value=value, case=self.case, path=path)
        return found
