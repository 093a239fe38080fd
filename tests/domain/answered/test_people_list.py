"""A pasted list of people: what each line is understood as."""

from __future__ import annotations

import pytest

from assessment.domain.answered.assessment import Role
from assessment.domain.answered.people_list import parse_people
from assessment.views.wording.people import ROLE_WORDS

LEADERSHIP, PRACTITIONER, CUSTOMER = Role.LEADERSHIP, Role.PRACTITIONER, Role.CUSTOMER


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("Ines Kramer", ("Ines Kramer", None, None, "")),
        ("Ines Kramer, Leadership, Service desk", ("Ines Kramer", LEADERSHIP, "Service desk", "")),
        ("Ines Kramer\tleadership\tService desk", ("Ines Kramer", LEADERSHIP, "Service desk", "")),
        ("Kramer, Ines; Customer; Shop, north", ("Kramer, Ines", CUSTOMER, "Shop, north", "")),
        ("Ines, Service desk, Customer", ("Ines", CUSTOMER, "Service desk", "")),
        ("Ines, Customer Management", ("Ines", None, "Customer Management", "")),
        ("Ines, head of service desk, IT", ("Ines", LEADERSHIP, "IT", "")),
        ("Ines, Scrum sage, IT", ("Ines", None, "IT", "Scrum sage")),
        (";Practitioner;Network", (None, PRACTITIONER, "Network", "")),
        ("Customer", (None, CUSTOMER, None, "")),
        ("  3.  Ines   Kramer ,, Desk ", ("Ines Kramer", None, "Desk", "")),
        ("- Ines", ("Ines", None, None, "")),
        ("4711 Ines", ("4711 Ines", None, None, "")),
    ],
)
def test_a_line_is_a_name_a_role_and_a_unit(
    line: str, expected: tuple[str | None, Role | None, str | None, str]
) -> None:
    (one,) = parse_people(line, ROLE_WORDS)
    assert (one.name, one.role, one.unit, one.unknown_role) == expected


def test_the_order_stays_and_headings_and_empty_lines_are_passed_over() -> None:
    text = "Name;Role;Unit\n\nZoe\n ; ; \r\nAda\n\nZoe\n"
    assert [one.name for one in parse_people(text, ROLE_WORDS)] == ["Zoe", "Ada", "Zoe"]
    assert parse_people("", ROLE_WORDS) == ()
