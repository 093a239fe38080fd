"""Planning problems drawn at random, and the rules of METHOD.md section 13 written a second time, slowly.

Nothing here uses what a problem derives from itself: levels are followed wave by wave as a reader of the page would.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from itertools import product

from assessment.domain.planning.problem import PlanProblem, PlanStep

Choose = Callable[[int, int], int]


def a_step(process_id: str, to_level: int, value: float = 1.0, effort: int = 1, reached: int | None = None) -> PlanStep:
    """A step that reaches the level it is named by, unless `reached` says more."""
    return PlanStep(
        process_id=process_id, to_level=to_level, value=value, effort_count=effort, reached_level=reached or to_level
    )


def a_problem(
    *steps: PlanStep,
    capacities: Sequence[int] = (2, 2),
    hard: Sequence[tuple[str, str]] = (),
    pins: Sequence[tuple[int, int]] = (),
    levels: dict[str, int] | None = None,
) -> PlanProblem:
    """A problem of some steps; a process stands just below its first step unless `levels` says otherwise."""
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
    value_count: int = 20,
    most_effort: int = 4,
) -> PlanProblem:
    """A problem of a few processes with levels, targets, steps (now and then merged), linkages in any direction."""
    process_ids = tuple(f"p{number}" for number in range(1, choose(1, most_processes) + 1))
    levels: dict[str, int] = {}
    steps: list[PlanStep] = []
    for process_id in process_ids:
        level = choose(0, 3)
        if choose(0, 9):  # one in ten is out of scope and binds nobody
            levels[process_id] = level
            steps.extend(_draw_steps(choose, process_id, level, value_count, most_effort))
    steps = steps[:most_steps]
    wave_count = choose(1, most_waves)
    pairs = [(first, second) for first in process_ids for second in process_ids if first != second]
    pins = [(choose(0, len(steps) - 1), choose(0, wave_count))] if with_pins and steps and choose(0, 2) == 0 else []
    return PlanProblem(
        model_order=process_ids,
        steps=tuple(steps),
        capacities=tuple(choose(0, 6) for _ in range(wave_count)),
        levels=levels,
        hard_pairs=tuple(pair for pair in pairs if choose(0, 2) == 0),
        pins=tuple(pins),
    )


def _draw_steps(choose: Choose, process_id: str, level: int, value_count: int, most_effort: int) -> Iterator[PlanStep]:
    target = choose(level, 5)
    reached = level
    for to_level in range(level + 1, target + 1):
        if to_level < target and choose(0, 7) == 0:
            continue  # merged into the next one
        reached = max(to_level, reached, min(5, to_level + (choose(0, 9) == 0)))
        yield PlanStep(
            process_id=process_id,
            to_level=to_level,
            value=choose(0, 4) * 2.5,  # few values, so that many plans tie
            effort_count=choose(1, most_effort),
            reached_level=reached,
        )


def may_stand(problem: PlanProblem, waves: Sequence[int], with_pins: bool = True) -> bool:
    """Whether a placement keeps every rule."""
    return (
        _fits(problem, waves)
        and _climbs(problem, waves)
        and all(_is_supplied(problem, waves, index) for index, wave in enumerate(waves) if wave)
        and (not with_pins or all(waves[index] == wave for index, wave in problem.pins))
    )


def _fits(problem: PlanProblem, waves: Sequence[int]) -> bool:
    room = dict(enumerate(problem.capacities, start=1))
    for step, wave in zip(problem.steps, waves, strict=True):
        if wave:
            room[wave] -= step.effort_count
    return min(room.values()) >= 0


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


def _is_supplied(problem: PlanProblem, waves: Sequence[int], index: int) -> bool:
    """For a hard linkage s -> t: t reaches n >= 2 only with s at n - 1, or at the best its own target allows."""
    step = problem.steps[index]
    if step.to_level < 2:
        return True
    for supplier, receiver in problem.hard_pairs:
        if receiver != step.process_id or supplier not in problem.levels:
            continue
        own = [
            (wave, other.reached_level)
            for other, wave in zip(problem.steps, waves, strict=True)
            if other.process_id == supplier
        ]
        now = max([problem.levels[supplier], *(reached for wave, reached in own if 0 < wave <= waves[index])])
        best = max([problem.levels[supplier], *(reached for _, reached in own)])
        if now < min(step.to_level - 1, best):
            return False
    return True


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


def every_plan(problem: PlanProblem) -> list[tuple[int, ...]]:
    """Every placement that keeps every rule, by trying all."""
    waves = range(len(problem.capacities) + 1)
    return [placed for placed in product(waves, repeat=len(problem.steps)) if may_stand(problem, placed)]
