"""Who is in a room, for whoever leads it: names and roles, whether they are here and have voted, and never a value.

Anonymous people are counted where everybody is listed in a line; in the table each is a row, told apart by number alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from assessment.domain.answered.assessment import Role
from assessment.views.model import Cell, Column, Row, Table, View
from assessment.views.names import told_apart
from assessment.views.wording.numbers import listed
from assessment.views.wording.people import named_person
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
    def is_asked(self) -> bool:
        """Whether they are asked the open question."""

    @property
    def has_voted(self) -> bool:
        """Whether they have answered it in this round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LobbyView(View):
    """Everybody in the room (`people`); in a few lines who is here, and who is in while votes come in.

    `names` is what each participant is called, no two alike, by id.
    """

    lines: tuple[str, ...]
    progress: tuple[str, ...]
    names: Mapping[str, str]


def lobby_view(people: Iterable[Present]) -> LobbyView:
    """The room; `people` in any order."""
    everybody = sorted(people, key=lambda one: (one.name is None, (one.name or "").casefold(), one.participant_id))
    names = told_apart({one.participant_id: _name(one) for one in everybody})
    return LobbyView(
        id="lobby",
        question=words.QUESTION,
        finding=joining.head_count(len(everybody)),
        tables=(_table(everybody, names),),
        lines=tuple(_lines(everybody, ((words.here, _is_here), (words.away, _is_away)))),
        progress=tuple(
            _lines(everybody, ((words.voted, _has_voted), (words.missing, _is_missing), (words.others, _is_not_asked)))
        ),
        names=names,
    )


def _lines(
    everybody: Sequence[Present], parts: Sequence[tuple[Callable[[str], str], Callable[[Present], bool]]]
) -> Iterator[str]:
    for sentence, belongs in parts:
        found = [one for one in everybody if belongs(one)]
        if found:
            yield sentence(_listed(found))


def _listed(found: Sequence[Present]) -> str:
    """Names, and how many there are without one."""
    named = [one.name for one in found if one.name]
    shown, unnamed = named[:SHOWN_NAMES], len(found) - len(named)
    more = [words.more(len(named) - SHOWN_NAMES)] if len(named) > SHOWN_NAMES else []
    return listed([*shown, *more, *([words.anonymous(unnamed)] if unnamed else [])])


def _table(everybody: Sequence[Present], names: Mapping[str, str]) -> Table:
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
                    Cell(text=words.BY_NAME if one.name else words.ANONYMOUS),
                    Cell(text=words.HERE if one.is_here else words.AWAY),
                    Cell(text=words.IN if one.has_voted else words.NOT_YET if one.is_asked else words.NOT_ASKED),
                ),
            )
            for one in everybody
        ),
        empty=words.NOBODY,
    )


def _name(one: Present) -> str:
    role = "" if one.role is None else ROLES[one.role]
    if one.name:
        return named_person(one.name, role) if role else one.name
    return words.anonymous_of(role)


def _is_here(one: Present) -> bool:
    return one.is_here


def _is_away(one: Present) -> bool:
    return not one.is_here


def _has_voted(one: Present) -> bool:
    return one.is_asked and one.has_voted


def _is_missing(one: Present) -> bool:
    return one.is_asked and not one.has_voted


def _is_not_asked(one: Present) -> bool:
    return not one.is_asked
