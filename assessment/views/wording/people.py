"""What people who answer are called."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.people_list import RoleWords
from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import plural, whole_text
from assessment.views.wording.terms import ROLES

ID_LETTERS = 4
ANONYMOUS = "Anonymous"
_WITHIN: Mapping[Role, str] = {
    Role.LEADERSHIP: "leadership leader lead manager head director chief executive cio cto ceo coo cfo owner sponsor",
    Role.CUSTOMER: "customer customers client user business",
    Role.PRACTITIONER: "practitioner practitioners engineer analyst agent operator developer administrator admin "
    "specialist technician architect coordinator",
    Role.OTHER: "other facilitator consultant auditor",
}
ROLE_WORDS = RoleWords(
    whole={word: role for role, words in _WITHIN.items() for word in (ROLES[role].casefold(), *words.split())},
    within={word: role for role, words in _WITHIN.items() for word in words.split()},
    headings=("name", "names", "person", "role", "unit", "team", "department"),
)
"""How roles and headings are written in a list of people."""


def named_person(name: str, role: str) -> str:
    """A person with a name."""
    return f"{isolated(name)} ({role})"


def anonymous_person(role: str, respondent_id: str) -> str:
    """A person without a name."""
    return f"{role}, anonymous {respondent_id[-ID_LETTERS:]}"


def anonymous_people(count: int) -> str:
    """How many have no name.

    >>> anonymous_people(1), anonymous_people(3)
    ('1 anonymous person', '3 anonymous people')
    """
    return plural(count, {"one": "{count} anonymous person", "other": "{count} anonymous people"})


def person_of_unit(person: str, unit: str) -> str:
    """A person who shares what they are called with somebody of another unit."""
    return f"{person}, {isolated(unit)}"


def numbered_name(name: str, number: int) -> str:
    """A person or a thing that shares what it is called with another one, counted from 1."""
    return f"{isolated(name)}, no. {whole_text(number)}"
