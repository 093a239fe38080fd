"""People from a pasted list: one a line, with a tab, a semicolon or a comma between name, role and unit."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Role

_SEPARATORS = ("\t", ";", ",")
_LIST_SIGN = re.compile(r"^\s*(?:[-*•]|\d{1,3}[.)])\s+")
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True, kw_only=True)
class RoleWords:
    """How roles are written. `whole` are words that stand for a role alone in their cell, `within` those that say it
    anywhere in the cell of the role; `headings` are names of columns. All in small letters.
    """

    whole: Mapping[str, Role]
    within: Mapping[str, Role]
    headings: Sequence[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPerson:
    """One line as it was understood. `role` None: none was given; `unknown_role` is one that no role is called."""

    name: str | None
    role: Role | None
    unit: str | None
    unknown_role: str = ""


def parse_people(text: str, words: RoleWords) -> tuple[ListedPerson, ...]:
    """The people of a list, in its order; a line of headings and empty lines are passed over.

    A cell that is a role and nothing else is one wherever it stands. In a line of three cells or more the second is the
    role also where it only contains a word for one. What is neither name nor role is the unit.

    >>> words = RoleWords(whole={"customer": Role.CUSTOMER}, within={"head": Role.LEADERSHIP}, headings=("name",))
    >>> [(one.name, one.role, one.unit) for one in parse_people("1. Ada, head of IT, Desk\\nBen; Shop", words)]
    [('Ada', <Role.LEADERSHIP: 'leadership'>, 'Desk'), ('Ben', None, 'Shop')]
    """
    rows = [_cells(line) for line in text.splitlines()]
    return tuple(_person(cells, words) for cells in rows if any(cells) and not _is_heading(cells, words))


def _cells(line: str) -> tuple[str, ...]:
    separator = next((one for one in _SEPARATORS if one in line), None)
    bare = _LIST_SIGN.sub("", line)
    return tuple(" ".join(cell.split()) for cell in (bare.split(separator) if separator else [bare]))


def _is_heading(cells: Sequence[str], words: RoleWords) -> bool:
    return all(not cell or cell.casefold() in words.headings for cell in cells)


def _person(cells: Sequence[str], words: RoleWords) -> ListedPerson:
    first, *rest = cells
    alone = {place: words.whole[cell.casefold()] for place, cell in enumerate(rest) if cell.casefold() in words.whole}
    if not rest and first.casefold() in words.whole:
        return ListedPerson(name=None, role=words.whole[first.casefold()], unit=None)
    place, role, unknown = next(iter(alone), None), next(iter(alone.values()), None), ""
    if place is None and len(rest) > 1 and rest[0]:
        place, role = 0, _role_within(rest[0], words)
        unknown = "" if role is not None else rest[0]
    unit = ", ".join(cell for at, cell in enumerate(rest) if cell and at != place)
    return ListedPerson(name=first or None, role=role, unit=unit or None, unknown_role=unknown)


def _role_within(cell: str, words: RoleWords) -> Role | None:
    found = (words.within.get(word) for word in _WORD.findall(cell.casefold()))
    return next((role for role in found if role is not None), None)
