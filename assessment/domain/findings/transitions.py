"""How far each transition has to go, and which processes carry it.

Which processes carry a transition is content: the framework names them. A carrier without a level is named too: it is
unknown whether it stands in the way.
"""

from __future__ import annotations

from collections.abc import Iterator

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.transition import Transition
from assessment.domain.findings.results import Carrier, WayToGo
from assessment.domain.rating.results import AssessmentResult, GapStatus


def transition_findings(framework: Framework, assessment: Assessment, result: AssessmentResult) -> tuple[WayToGo, ...]:
    """The transitions that are to go further than they are, the longest way first."""
    places = {place.transition_id: place for place in assessment.transitions}
    ways: list[tuple[Transition, int, int]] = []
    for transition in framework.transitions:
        place = places.get(transition.id)
        if place is not None and place.as_is is not None and place.to_be is not None and place.to_be > place.as_is:
            ways.append((transition, place.as_is, place.to_be))
    furthest = max((to_be - as_is for _, as_is, to_be in ways), default=0)
    found = [_way(transition, as_is, to_be, furthest, result) for transition, as_is, to_be in ways]
    return tuple(sorted(found, key=lambda one: -one.distance))


def _way(transition: Transition, as_is: int, to_be: int, furthest: int, result: AssessmentResult) -> WayToGo:
    carriers = tuple(_carriers(transition, result))
    return WayToGo(
        id=f"way.{transition.id}",
        process_ids=tuple(one.process_id for one in carriers),
        transition_id=transition.id,
        as_is_code=as_is,
        to_be_code=to_be,
        is_furthest=to_be - as_is == furthest,
        carriers=carriers,
    )


def _carriers(transition: Transition, result: AssessmentResult) -> Iterator[Carrier]:
    carrying = {one.process for one in transition.carriers}
    for process in result.processes:
        if process.process_id in carrying:
            has_level = process.level.level is not None
            yield Carrier(
                process_id=process.process_id,
                level=process.level.level,
                target_level=process.target.target_level if has_level else None,
                is_below=process.target.status is GapStatus.BELOW,
            )
