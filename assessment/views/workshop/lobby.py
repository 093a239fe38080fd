"""Who is in a room, for whoever leads it: names and roles, whether they are here and have voted, and never a value.

Anonymous people are counted where everybody is listed in a line; in the table each is a row, and a number alone tells
them apart.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Protocol

from assessment.domain.answered.assessment import Role
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import told_apart
from assessment.views.wording.numbers import listed
from assessment.views.wording.people import ANONYMOUS, anonymous_people, named_person
from assessment.views.wording.terms import ROLES
from assessment.views.wording.workshop import joining
from assessment.views.wording.workshop import lobby as words

SHOWN_NAMES = 30


class Present(Protocol):
    """Somebody in a room."""

    @property
    def participant_id(self) -> str:
        """Id of the participant."""

    @property
    def name(self) -> str | None:
        """Their name; None for an anonymous one."""

    @property
    def role(self) -> Role | None:
        """Their role, as far as it is told."""

    @property
    def is_here(self) -> bool:
        """Whether their phone was heard of lately."""

    @property
    def has_voted(self) -> bool | None:
        """Whether they have answered the open question; None where none is open, or where it is not told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyView(View):
    """Everybody in the room (`people`); in a few lines who is here, and who is in while votes come in.

    `names` is what each participant is called, no two alike, by id.
    """

    lines: tuple[str, ...]
    progress: tuple[str, ...]
    names: Mapping[str, str]


def lobby_view(people: Iterable[Present], not_asked_ids: Set[str] = frozenset()) -> LobbyView:
    """The room; `people` in any order. `not_asked_ids`: participants whom the open question is not for."""
    everybody = sorted(people, key=lambda one: (one.name is None, (one.name or "").casefold(), one.participant_id))
    names = told_apart({one.participant_id: _name(one) for one in everybody})
    here, away = ([one for one in everybody if one.is_here is wanted] for wanted in (True, False))
    named = [one for one in everybody if one.name]
    asked = [one for one in named if one.participant_id not in not_asked_ids]
    return LobbyView(
        id="lobby",
        question=words.QUESTION,
        finding=joining.head_count(len(everybody)),
        tables=(_table(everybody, names, not_asked_ids),),
        lines=tuple(_lines((words.here, here), (words.away, away))),
        progress=tuple(
            _lines(
                (words.voted, [one for one in asked if one.has_voted]),
                (words.missing, [one for one in asked if not one.has_voted]),
                (words.others, [one for one in named if one.participant_id in not_asked_ids]),
                (words.untold, [one for one in everybody if not one.name]),
            )
        ),
        names=names,
    )


def _lines(*parts: tuple[Callable[[str], str], Sequence[Present]]) -> Iterator[str]:
    return (sentence(_listed(found)) for sentence, found in parts if found)


def _listed(found: Sequence[Present]) -> str:
    """Names, and how many there are without one."""
    named = [one.name for one in found if one.name]
    shown, unnamed = named[:SHOWN_NAMES], len(found) - len(named)
    more = [words.more(len(named) - SHOWN_NAMES)] if len(named) > SHOWN_NAMES else []
    return listed([*shown, *more, *([anonymous_people(unnamed)] if unnamed else [])])


def _table(everybody: Sequence[Present], names: Mapping[str, str], not_asked_ids: Set[str]) -> Table:
    return Table(
        id="people",
        title=words.QUESTION,
        columns=(
            Column(id="who", name=words.WHO_COLUMN),
            Column(id="how", name=words.HOW_COLUMN),
            Column(id="here", name=words.HERE_COLUMN),
            Column(id="voted", name=words.VOTED_COLUMN),
        ),
        rows=tuple(
            Row(
                id=one.participant_id,
                cells=(
                    Cell(text=names[one.participant_id]),
                    Cell(text=words.BY_NAME if one.name else ANONYMOUS),
                    Cell(text=words.HERE if one.is_here else words.AWAY),
                    Cell(text=words.NOT_ASKED if one.participant_id in not_asked_ids else _vote(one)),
                ),
            )
            for one in everybody
        ),
        empty=words.NOBODY,
    )


def _vote(one: Present) -> str:
    if one.has_voted is None:
        return words.NOT_TOLD
    return words.IN if one.has_voted else words.NOT_YET


def _name(one: Present) -> str:
    role = "" if one.role is None else ROLES[one.role]
    if one.name:
        return named_person(one.name, role) if role else one.name
    return words.anonymous_of(role)
