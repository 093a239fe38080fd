"""The list of organisations: each with its units below it, and how many assessments there are of each."""

from __future__ import annotations

from dataclasses import dataclass, field

from assessment.views.organisations import organisations_view


@dataclass(frozen=True, slots=True, kw_only=True)
class Named:
    """A unit, or an organisation with its units."""

    id: str
    name: str
    assessment_count: int
    units: tuple[Named, ...] = field(default=())


ACME = Named(
    id="o1",
    name="Acme",
    assessment_count=1200,
    units=(Named(id="u1", name="Desk", assessment_count=3), Named(id="u2", name="Field", assessment_count=0)),
)
ZETA = Named(id="o2", name="Zeta", assessment_count=1)


def test_a_unit_stands_below_its_organisation_with_its_own_count() -> None:
    table = organisations_view((ACME, ZETA)).tables[0]

    assert [tuple(cell.text for cell in row.cells) for row in table.rows] == [
        ("Acme", "", "1,200"),
        ("Acme", "Desk", "3"),
        ("Acme", "Field", "0"),
        ("Zeta", "", "1"),
    ]
    assert [row.id for row in table.rows] == ["o1", "o1:u1", "o1:u2", "o2"]
    assert [cell.value for cell in table.column("assessments")] == [1200, 3, 0, 1]


def test_the_finding_counts_both() -> None:
    view = organisations_view((ACME, ZETA))
    assert view.finding == "2 organisations and 2 units"
    assert (view.id, view.tables[0].id) == ("organisations", "organisations")
    assert organisations_view((ZETA,)).finding == "1 organisation and 0 units"


def test_without_one_it_says_what_to_do() -> None:
    assert organisations_view(()).empty == (
        "There is no organisation yet. Begin an assessment, and its organisation is listed here."
    )
