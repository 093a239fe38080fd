"""Why a wish cannot be: the few decisions and rules that rule it out together, none of which does without the others.

| wish | what it asks for |
|---|---|
| pin that cannot be kept | its step in that wave |
| step that no wave can hold | its step in any wave, beside what was decided by hand |

The cause is found by leaving out one decision or rule after the other: what the wish stays impossible without is no
part of it (deletion filter, Chinneck and Dravnieks, 1991). Own rule: capacity is left out first, then pins, then what
was left out by hand, then linkages, so that a cause names room in the waves only where nothing else explains it.
What is always there is the order of a process's own steps, and how many waves there are.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from assessment.domain.planning.pins import may_stand
from assessment.domain.planning.posing import Posed
from assessment.domain.planning.problem import PlanProblem


class CauseKind(StrEnum):
    """What rules a wish out, alone or with others."""

    NEEDS = "needs"  # process, level need other_process at other_level, over a linkage that binds
    EXCLUDED = "excluded"  # process, level: left out by hand
    PINNED = "pinned"  # process, level: put into wave by hand
    ROOM = "room"  # wave (None: any), count: points it takes with what shares its wave, limit_count: largest capacity
    ORDER = "order"  # wave: the earliest that order allows, None where it allows none


@dataclass(frozen=True, slots=True, kw_only=True)
class Cause:
    """One part of the cause; `CauseKind` says which facts are given."""

    kind: CauseKind
    process_id: str | None = None
    level: int | None = None
    other_process_id: str | None = None
    other_level: int | None = None
    wave: int | None = None
    count: int | None = None
    limit_count: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A step that cannot be where it is wished: in `wave`, or in any where that is None; `causes` from it outwards."""

    process_id: str
    level: int
    wave: int | None
    causes: tuple[Cause, ...]


def impossible_wishes(posed: Posed, waves: Sequence[int]) -> tuple[Wish, ...]:
    """Every pin that cannot be kept, then every step that was not left out by hand and that no wave can hold.

    `waves` are those of the plan; a step that it funds is no impossible wish.
    """
    pinned, indices = posed.pinned, posed.indices
    refused = [
        (indices[pin.process_id, pin.to_level], pin.wave)
        for pin in posed.settings.pins
        if pin not in pinned.kept and (pin.process_id, pin.to_level) in indices
    ]
    wished = [_wish(pinned.problem, index, wave) for index, wave in refused if wave <= pinned.problem.wave_count]
    if not pinned.problem.pins:
        return tuple(wished)
    decided = {index for index, _ in pinned.problem.pins} | {index for index, _ in refused}
    left_out = (index for index, wave in enumerate(waves) if not wave and index not in decided)
    return (
        *wished,
        *(_wish(pinned.problem, index, None) for index in left_out if not _is_possible(pinned.problem, index, None)),
    )


def _is_possible(problem: PlanProblem, index: int, wave: int | None) -> bool:
    waves = range(1, problem.wave_count + 1) if wave is None else (wave,)
    others = tuple(pin for pin in problem.pins if pin[0] != index)
    return any(may_stand(problem, (*others, (index, one))) for one in waves)


def _wish(problem: PlanProblem, index: int, wave: int | None) -> Wish:
    step = problem.steps[index]
    if _is_possible(problem, index, wave):  # it is the step itself that was put elsewhere
        causes = tuple(_decided(problem, (pin for pin in problem.pins if pin[0] == index)))
    else:
        causes = tuple(_causes(problem, _least(problem, index, wave), index, wave))
    return Wish(process_id=step.process_id, level=step.to_level, wave=wave, causes=causes)


def _least(problem: PlanProblem, index: int, wave: int | None) -> PlanProblem:
    """The problem with nothing in it that the wish stays impossible without; with boundless waves where so."""
    least = replace(problem, pins=tuple(pin for pin in problem.pins if pin[0] != index))
    boundless = sum(step.effort_count for step in problem.steps)
    roomy = replace(least, capacities=(boundless,) * problem.wave_count)
    if not _is_possible(roomy, index, wave):
        least = roomy
    for pin in sorted(least.pins, key=lambda pin: pin[1] == 0):
        without = replace(least, pins=tuple(one for one in least.pins if one != pin))
        least = least if _is_possible(without, index, wave) else without
    for pair in least.hard_pairs:
        free = replace(least, hard_pairs=tuple(one for one in least.hard_pairs if one != pair))
        least = least if _is_possible(free, index, wave) else free
    return least


def _causes(problem: PlanProblem, least: PlanProblem, index: int, wave: int | None) -> Iterator[Cause]:
    """What is left, told from the wish outwards: whom it needs, what was decided of these, then room and order."""
    reached = least.needed_for([index, *(own for own, _ in least.pins)])
    for own, needed in least.requirements:
        if own in reached:
            yield Cause(
                kind=CauseKind.NEEDS,
                process_id=least.steps[own].process_id,
                level=least.steps[own].to_level,
                other_process_id=least.steps[needed].process_id,
                other_level=least.steps[own].to_level - 1,
            )
    yield from _decided(least, least.pins)
    if least.capacities == problem.capacities:
        limits = problem.capacities if wave is None else problem.capacities[wave - 1 : wave]
        yield Cause(kind=CauseKind.ROOM, wave=wave, count=least.joint_effort(index), limit_count=max(limits, default=0))
    elif not least.pins:
        yield Cause(kind=CauseKind.ORDER, wave=least.earliest_waves[index])


def _decided(problem: PlanProblem, pins: Iterable[tuple[int, int]]) -> Iterator[Cause]:
    for index, wave in pins:
        yield Cause(
            kind=CauseKind.PINNED if wave else CauseKind.EXCLUDED,
            process_id=problem.steps[index].process_id,
            level=problem.steps[index].to_level,
            wave=wave or None,
        )
