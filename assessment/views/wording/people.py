"""What people who answer are called."""

from __future__ import annotations

from assessment.views.wording.numbers import whole_text

ID_LETTERS = 4


def named_person(name: str, role: str) -> str:
    """A person with a name."""
    return f"{name} ({role})"


def anonymous_person(role: str, respondent_id: str) -> str:
    """A person without a name."""
    return f"{role}, anonymous {respondent_id[:ID_LETTERS]}"


def person_of_unit(person: str, unit: str) -> str:
    """A person who shares what they are called with somebody of another unit."""
    return f"{person}, {unit}"


def numbered_name(name: str, number: int) -> str:
    """A person or a thing that shares what it is called with another one, counted from 1."""
    return f"{name}, no. {whole_text(number)}"
