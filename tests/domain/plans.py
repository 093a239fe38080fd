"""Planning problems drawn at random, and the rules of METHOD.md section 13 written a second time, slowly.

Nothing here uses what a problem derives from itself: levels are followed wave by wave as a reader of the page would.
"""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator, Sequence
from functools import cache

from assessment.domain.planning.problem import PlanProblem, PlanStep
from assessment.domain.planning.waves import Placement, place_steps

Choose = Callable[[int, int], int]

ORACLE_SEEDS = range(500)
OBJECTIVE_TOLERANCE = 1e-6


def a_step(process_id: str, to_level: int, value: float = 1.0, effort: int = 1) -> PlanStep:
    """A step by the level it lands on."""
    return PlanStep(process_id=process_id, to_level=to_level, value=value, effort_count=effort)


def a_problem(
    *steps: PlanStep,
    capacities: Sequence[int] = (2, 2),
    hard: Sequence[tuple[str, str]] = (),
    pins: Sequence[tuple[int, int]] = (),
    levels: dict[str, int] | None = None,
) -> PlanProblem:
    """A problem of some steps; a process stands just below its first landing unless `levels` says otherwise."""
    order = tuple(dict.fromkeys(step.process_id for step in steps))
    standing = {
        process_id: min(step.to_level for step in steps if step.process_id == process_id) - 1 for process_id in order
    }
    standing.update(levels or {})
    return PlanProblem(
        model_order=tuple(dict.fromkeys((*order, *standing))),
        steps=steps,
        capacities=tuple(capacities),
        levels=standing,
        hard_pairs=tuple(hard),
        pins=tuple(pins),
    )


def draw_problem(
    choose: Choose,
    *,
    most_processes: int,
    most_steps: int,
    most_waves: int,
    with_pins: bool,
    most_effort: int = 3,
    most_capacity: int = 10,
) -> PlanProblem:
    """A problem of a few processes with levels, steps that land one level up or several, linkages in any direction."""
    process_ids = tuple(f"p{number}" for number in range(1, choose(2, most_processes) + 1))
    levels: dict[str, int] = {}
    steps: list[PlanStep] = []
    for process_id in process_ids:
        level = choose(0, 3)
        if choose(0, 9):  # one in ten is out of scope and binds nobody
            levels[process_id] = level
            steps.extend(_draw_steps(choose, process_id, level, most_effort))
    steps = steps[:most_steps]
    wave_count = max(choose(1, most_waves), choose(1, most_waves))
    pairs = [(first, second) for first in process_ids for second in process_ids if first != second]
    density = choose(0, 3)
    pins: dict[int, int] = {}
    if with_pins and steps and choose(0, 2) == 0:
        pins = {choose(0, len(steps) - 1): choose(0, wave_count) for _ in range(choose(1, 2))}
    return PlanProblem(
        model_order=process_ids,
        steps=tuple(steps),
        capacities=tuple(choose(0, most_capacity) for _ in range(wave_count)),
        levels=levels,
        hard_pairs=tuple(pair for pair in pairs if choose(0, 3) < density),
        pins=tuple(pins.items()),
    )


def _draw_steps(choose: Choose, process_id: str, level: int, most_effort: int) -> Iterator[PlanStep]:
    target = choose(min(5, level + 1), 5)
    while level < target:
        level = min(5, level + 1 + max(0, choose(-3, 3)))  # half of the steps land on the next level
        yield PlanStep(
            process_id=process_id,
            to_level=level,
            value=choose(0, 4) * 2.5,  # few values, so that many plans tie
            effort_count=choose(1, most_effort),
        )


@cache
def small_problem(seed: int) -> PlanProblem:
    """A problem of which every placement is tried; every other one has efforts of 1 and 2, so that many plans tie."""
    draw = random.Random(seed)
    return draw_problem(
        draw.randint,
        most_processes=4,
        most_steps=6,
        most_waves=3,
        with_pins=True,
        most_effort=2 if seed % 2 else 4,
    )


@cache
def small_plans(seed: int) -> tuple[tuple[int, ...], ...]:
    """Every placement of such a problem that keeps every rule."""
    return tuple(every_plan(small_problem(seed)))


@cache
def small_placement(seed: int) -> Placement:
    """The plan of such a problem; there must be one."""
    return place_steps(small_problem(seed))


def every_plan(problem: PlanProblem) -> Iterator[tuple[int, ...]]:
    """Every placement that keeps every rule, by trying all that fit."""
    yield from (placed for placed in _fitting(problem, ()) if may_stand(problem, placed))


def _fitting(problem: PlanProblem, placed: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
    if len(placed) == len(problem.steps):
        yield placed
        return
    for wave in range(len(problem.capacities) + 1):
        if fits(problem, (*placed, wave)):
            yield from _fitting(problem, (*placed, wave))


def may_stand(problem: PlanProblem, waves: Sequence[int], with_pins: bool = True) -> bool:
    """Whether a placement keeps every rule."""
    return (
        fits(problem, waves)
        and is_in_order(problem, waves)
        and (not with_pins or all(waves[index] == wave for index, wave in problem.pins))
    )


def is_in_order(problem: PlanProblem, waves: Sequence[int]) -> bool:
    """Whether processes climb and are supplied, whatever the waves hold."""
    return _climbs(problem, waves) and all(is_supplied(problem, waves, index) for index in range(len(waves)))


def room_of(problem: PlanProblem, waves: Sequence[int], number: int) -> int:
    """Points that a wave has left."""
    used = [step.effort_count for step, wave in zip(problem.steps, waves, strict=False) if wave == number]
    return problem.capacities[number - 1] - sum(used)


def fits(problem: PlanProblem, waves: Sequence[int]) -> bool:
    """Whether every wave holds what is in it; `waves` may stop before the last step."""
    return all(room_of(problem, waves, number) >= 0 for number in set(waves) if number)


def _climbs(problem: PlanProblem, waves: Sequence[int]) -> bool:
    """Steps of one process in strictly increasing waves, none left out before one that is funded."""
    for process_id in {step.process_id for step in problem.steps}:
        own = [
            (step.to_level, wave)
            for step, wave in zip(problem.steps, waves, strict=True)
            if step.process_id == process_id
        ]
        last = 0
        for _, wave in sorted(own):
            if wave and wave <= last:
                return False
            last = wave or problem.wave_count + 1
    return True


def is_supplied(problem: PlanProblem, waves: Sequence[int], index: int) -> bool:
    """For a hard linkage s -> t: t lands on n >= 2 only with s at n - 1, or at the best its own target allows."""
    step = problem.steps[index]
    if step.to_level < 2 or not waves[index]:
        return True
    return all(
        level_then(problem, waves, supplier, waves[index]) >= wanted_of(problem, supplier, step.to_level)
        for supplier, receiver in problem.hard_pairs
        if receiver == step.process_id and supplier in problem.levels
    )


def wanted_of(problem: PlanProblem, supplier: str, landing: int) -> int:
    """The level that a step landing there needs its supplier at: one below, or the best that one can be if lower."""
    best = [problem.levels[supplier], *(step.to_level for step in problem.steps if step.process_id == supplier)]
    return min(landing - 1, max(best))


def level_then(problem: PlanProblem, waves: Sequence[int], process_id: str, number: int) -> int:
    """The level of a process once a wave is over."""
    landed = [
        step.to_level
        for step, wave in zip(problem.steps, waves, strict=True)
        if step.process_id == process_id and 0 < wave <= number
    ]
    return max([problem.levels[process_id], *landed])


def needed_steps(problem: PlanProblem, index: int) -> list[int]:
    """The steps that bring the suppliers of a step to where it needs them, one each; none for those there already."""
    step = problem.steps[index]
    needed: list[int] = []
    for supplier, receiver in problem.hard_pairs:
        if receiver != step.process_id or supplier not in problem.levels or step.to_level < 2:
            continue
        wanted = wanted_of(problem, supplier, step.to_level)
        if problem.levels[supplier] < wanted:
            own = [place for place, other in enumerate(problem.steps) if other.process_id == supplier]
            needed.append(next(place for place in own if problem.steps[place].to_level >= wanted))
    return needed


def own_step_before(problem: PlanProblem, index: int) -> int | None:
    """The step of the same process that lands where this one begins."""
    step = problem.steps[index]
    below = [
        (other.to_level, place)
        for place, other in enumerate(problem.steps)
        if other.process_id == step.process_id and other.to_level < step.to_level
    ]
    return max(below)[1] if below else None


def needing_each_other(problem: PlanProblem, index: int) -> tuple[int, ...]:
    """A step and all those that it cannot come before and that cannot come before it, however many lie between."""
    return tuple(
        other
        for other in range(len(problem.steps))
        if other == index or (other in _comes_before(problem, index) and index in _comes_before(problem, other))
    )


def sharing_its_wave(problem: PlanProblem, index: int) -> tuple[int, ...]:
    """A step and those that have to be in its wave; of a circle that allows no order, the step alone."""
    unit = needing_each_other(problem, index)
    return unit if len({problem.steps[own].process_id for own in unit}) == len(unit) else (index,)


def effort_together(problem: PlanProblem, index: int) -> int:
    """Points of a step and of those that have to be in its wave."""
    return sum(problem.steps[own].effort_count for own in sharing_its_wave(problem, index))


def _comes_before(problem: PlanProblem, index: int) -> set[int]:
    """Everything that has to be done for a step, directly or not."""
    found: set[int] = set()
    waiting = [index]
    while waiting:
        own = waiting.pop()
        before = own_step_before(problem, own)
        direct = {*needed_steps(problem, own), *(() if before is None else (before,))}
        waiting += direct - found
        found |= direct
    return found


def moved(waves: Sequence[int], indices: Sequence[int], number: int) -> tuple[int, ...]:
    """A placement with some steps in another wave."""
    return tuple(number if index in indices else wave for index, wave in enumerate(waves))


def worth(problem: PlanProblem, waves: Sequence[int]) -> float:
    """Sum of value * (K - wave + 1) of what is funded."""
    count = len(problem.capacities)
    return sum(step.value * (count - wave + 1) for step, wave in zip(problem.steps, waves, strict=True) if wave)


def lateness(problem: PlanProblem, waves: Sequence[int]) -> int:
    """Sum of (N + 1 - model order) * wave, an unfunded step at wave K + 1: what ties are broken by."""
    total = 0
    for step, wave in zip(problem.steps, waves, strict=True):
        order = problem.model_order.index(step.process_id) + 1
        total += (len(problem.model_order) + 1 - order) * (wave or len(problem.capacities) + 1)
    return total
