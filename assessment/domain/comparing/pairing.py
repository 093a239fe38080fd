"""Which two assessments can be set side by side, and whether their people can be matched. Own rules.

One organisation, one framework of one major version, one depth: levels of different depths are never compared, and a
new major version is a new meaning. Another carry bound is no obstacle between one unit and its former self: it is told
as a reason of what moved. Between units it is one, as there nothing else tells them apart.
"""

from __future__ import annotations

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.domain.comparing.results import Obstacle, ObstacleKind


def obstacle(before: AssessmentHeader, after: AssessmentHeader, *, is_across_units: bool = False) -> Obstacle | None:
    """Why two assessments cannot be set side by side, the first reason that holds; None where they can."""
    if before.id == after.id:
        return Obstacle(kind=ObstacleKind.ITSELF, before=before.id, after=after.id)
    if before.organisation != after.organisation:
        return Obstacle(kind=ObstacleKind.ORGANISATION, before=before.organisation, after=after.organisation)
    found = rules_obstacle(before, after)
    if found is None and is_across_units and before.carry_percent != after.carry_percent:
        bounds = f"{before.carry_percent:g}", f"{after.carry_percent:g}"
        return Obstacle(kind=ObstacleKind.BOUND, before=bounds[0], after=bounds[1])
    return found


def rules_obstacle(before: AssessmentHeader, after: AssessmentHeader) -> Obstacle | None:
    """Why the numbers of two assessments mean different things, whoever they are of; None where they mean the same."""
    if before.framework.id != after.framework.id:
        return Obstacle(kind=ObstacleKind.FRAMEWORK, before=before.framework.id, after=after.framework.id)
    versions = before.framework.version, after.framework.version
    if major_version(versions[0]) != major_version(versions[1]):
        return Obstacle(kind=ObstacleKind.MAJOR_VERSION, before=versions[0], after=versions[1])
    if before.depth is not after.depth:
        return Obstacle(kind=ObstacleKind.DEPTH, before=before.depth.value, after=after.depth.value)
    return None


def major_version(version: str) -> str:
    """What of a version says what it means.

    >>> major_version("2.10.0")
    '2'
    """
    return version.partition(".")[0]


def are_copies(before: AssessmentHeader, after: AssessmentHeader) -> bool:
    """Whether one is a copy of the other, or both of one: then a person has the same id in both."""
    if before.copied_from is not None and before.copied_from == after.copied_from:
        return True
    return after.copied_from == before.id or before.copied_from == after.id
