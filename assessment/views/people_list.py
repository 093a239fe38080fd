"""A pasted list of people before it is added: who would be added, as what, and what deserves a look."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.entries import PERSON_NAME_LIMIT, SHORT_TEXT_LIMIT
from assessment.domain.answered.people_list import ListedPerson, parse_people
from assessment.views.model import Cell, Column, Row, Table
from assessment.views.names import people_names
from assessment.views.wording import people_list as words
from assessment.views.wording.people import ROLE_WORDS
from assessment.views.wording.terms import ROLES

_USUAL_ROLE = Role.PRACTITIONER


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleList:
    """The list as it was understood: `people` in its order, each with a role. It can be added if none is too long."""

    people: tuple[ListedPerson, ...]
    finding: str
    table: Table
    can_be_added: bool


def people_list(text: str, present: Sequence[Respondent], usual_role: Role = _USUAL_ROLE) -> PeopleList:
    """What a pasted text would add to the people who are there; `usual_role` stands where the list names none."""
    found = tuple(
        ListedPerson(name=one.name, role=one.role or usual_role, unit=one.unit, unknown_role=one.unknown_role)
        for one in parse_people(text, ROLE_WORDS)
    )
    names = _names(found, present)
    notes = [_note(one, found[:place], present) for place, one in enumerate(found)]
    return PeopleList(
        people=found,
        finding=words.will_be_added(len(found), sum(map(bool, notes))) if found else words.NOTHING_YET,
        table=Table(
            id="people-list",
            title=words.TITLE,
            columns=(
                Column(id="name", name=words.NAME_COLUMN),
                Column(id="role", name=words.ROLE_COLUMN),
                Column(id="unit", name=words.UNIT_COLUMN),
                Column(id="note", name=words.NOTE_COLUMN),
            ),
            rows=tuple(
                Row(
                    id=str(place),
                    cells=(
                        Cell(text=name, value=one.name),
                        Cell(text=ROLES[one.role or usual_role], value=(one.role or usual_role).value),
                        Cell(text=one.unit or "", value=one.unit),
                        Cell(text=note),
                    ),
                )
                for place, (one, name, note) in enumerate(zip(found, names, notes, strict=True))
            ),
            empty=words.NOTHING_YET,
        ),
        can_be_added=bool(found) and not any(_is_too_long(one) for one in found),
    )


def _names(found: Sequence[ListedPerson], present: Sequence[Respondent]) -> tuple[str, ...]:
    """What each of the list would be called beside those who are there; one without a name is not named yet."""
    new = {
        place: Respondent(
            id=f"new-{place}",
            role=one.role or _USUAL_ROLE,
            name=one.name,
            unit=None if one.unit is None else one.unit[:SHORT_TEXT_LIMIT],
        )
        for place, one in enumerate(found)
        if one.name is not None and len(one.name) <= PERSON_NAME_LIMIT
    }
    called = people_names((*present, *new.values()))
    return tuple(
        called[new[place].id] if place in new else one.name or words.WITHOUT_A_NAME for place, one in enumerate(found)
    )


def _note(one: ListedPerson, before: Sequence[ListedPerson], present: Sequence[Respondent]) -> str:
    notes = []
    if _is_too_long(one):
        notes.append(words.too_long(PERSON_NAME_LIMIT, SHORT_TEXT_LIMIT))
    if one.unknown_role:
        notes.append(words.no_such_role(one.unknown_role, ROLES[one.role or _USUAL_ROLE]))
    if one.name is not None:
        own = one.name.casefold()
        if any((other.name or "").casefold() == own for other in present):
            notes.append(words.HERE_ALREADY)
        elif any((other.name or "").casefold() == own for other in before):
            notes.append(words.TWICE)
    return " ".join(notes)


def _is_too_long(one: ListedPerson) -> bool:
    return len(one.name or "") > PERSON_NAME_LIMIT or len(one.unit or "") > SHORT_TEXT_LIMIT
