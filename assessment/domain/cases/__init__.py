"""Worked cases of the method, recomputed: how an auditor checks the tool with cases of their own.

A case names an area of the method, an input and the output it expects; docs/verification.md has the format. Each input
goes through the same public functions as an assessment does, so that a case that passes says something about them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from assessment.domain.cases import agreement_areas, planning_areas, priority_areas, rating_areas
from assessment.domain.cases.comparing import NOTHING, Difference, compare
from assessment.domain.cases.reading import Given, MalformedCases
from assessment.domain.refusal import MethodRefusal

__all__ = ["AREAS", "NOTHING", "Difference", "MalformedCases", "verify_cases"]

AREAS: Mapping[str, Callable[[Given], object]] = {
    **rating_areas.AREAS,
    **agreement_areas.AREAS,
    **priority_areas.AREAS,
    **planning_areas.AREAS,
}
MOST_CASES = 10_000
_NEEDED = ("id", "area", "input", "output")
_OPTIONAL = frozenset({"source", "note"})


def verify_cases(cases: object) -> tuple[Difference, ...]:
    """Every value that the method computes otherwise than a case expects; empty when all agree within 1e-4.

    `cases` is what a JSON file of cases holds: a list of objects.

    Raises
    ------
    MalformedCases
        It is not such a list, or an input is one the method has no use for; nothing was compared then.

    >>> case = {"id": "C2", "area": "consensus", "input": [2, 3], "output": 3, "source": "own", "note": ""}
    >>> [(own.case_id, own.area, own.expected, own.computed) for own in verify_cases([case])]
    [('C2', 'consensus', 3, 2)]
    """
    found: list[Difference] = []
    known_ids: set[str] = set()
    for number, entry in enumerate(Given(value=cases).entries(at_most=MOST_CASES), start=1):
        fields = Given(value=entry.value, case=number).fields(*_NEEDED, optional=_OPTIONAL)
        case_id = fields["id"].name()
        if case_id in known_ids:
            raise fields["id"].refusal(f"there is another case {case_id}")
        known_ids.add(case_id)
        given = {name: Given(value=field.value, case=case_id, path=name) for name, field in fields.items()}
        area = given["area"].choice(AREAS)
        for name in _OPTIONAL & given.keys():
            given[name].text()
        found.extend(compare(case_id, area, given["output"].value, _computed(area, given["input"])))
    return tuple(found)


def _computed(area: str, given: Given) -> object:
    try:
        return AREAS[area](given)
    except MethodRefusal as refusal:
        raise MalformedCases(given.case, f"{given.path}, {refusal.where}", refusal.reason) from refusal
