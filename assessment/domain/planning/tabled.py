"""The best plan by dynamic programming over what each wave has left: exact, and quick where waves are few and small.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| cell | what each wave has to give away | points, one number a wave | 0 to its capacity | |
| family | processes that a hard linkage joins, directly or by way of others | | one process or more | |
| option | waves for all steps of a family; of those that take the same of each wave, the best | | | |
| score | objective minus a trifle for each unit of the cost of ties | points | | higher is better |

Families share nothing but capacity, so the best plan within a cell is the best over the options of one family of what
the others make of the rest: Bellman's principle, the knapsack of several dimensions (Kellerer, Pferschy and Pisinger,
Knapsack Problems, 2004, chapter 9). The trifle is so small that all of them together stay within the tolerance that an
objective is held in, and far above what adding floats loses: of plans as good as each other the one of least cost wins.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from assessment.domain.planning.problem import PlanProblem
from assessment.domain.planning.program import Allowed

MOST_CELLS = 250_000
MOST_ROWS = 200_000
MOST_WORK = 60_000_000  # cells times options: what takes some tenths of a second
TIES_TOGETHER = 4e-7
LOST_BY_ADDING = 1e-13

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]
Choices = NDArray[np.int32]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Family:
    """The steps of some processes, and a row for each option: the waves of these steps, effort a wave, and score."""

    steps: tuple[int, ...]
    waves: Integers
    efforts: Integers
    scores: Floats


def best_by_table(problem: PlanProblem, allowed: Allowed) -> tuple[int, ...] | None:
    """The plan with the highest objective among allowed waves, ties broken; None where a table would be too large.

    There must be a plan. `allowed` is as `possible_waves` gives it, or less.
    """
    cells = int(np.prod([capacity + 1 for capacity in problem.capacities], dtype=float))
    trifle = _trifle(problem)
    if cells > MOST_CELLS or trifle is None:
        return None
    families: list[_Family] = []
    for process_ids in _joined(problem):
        family = _family(problem, process_ids, allowed, trifle)
        if family is None:
            return None
        families.append(family)
    families.sort(key=lambda family: len(family.scores))
    if cells * sum(len(family.scores) for family in families[:-1]) > MOST_WORK:
        return None
    return _filled(problem, families)


def _trifle(problem: PlanProblem) -> float | None:
    """What a unit of the cost of ties takes from a score; None where adding floats could lose as much."""
    dearest = sum(problem.tie_weights) * (problem.wave_count + 1)
    most = sum(step.value for step in problem.steps) * problem.wave_count
    trifle = TIES_TOGETHER / max(1, dearest)
    return trifle if trifle > LOST_BY_ADDING * max(1.0, most) else None


def _joined(problem: PlanProblem) -> list[tuple[str, ...]]:
    """The processes that have steps, those together that a requirement joins."""
    family_of = {process_id: {process_id} for process_id in problem.by_process}
    for index, needed in problem.requirements:
        first, second = problem.steps[index].process_id, problem.steps[needed].process_id
        together = family_of[first] | family_of[second]
        family_of |= dict.fromkeys(together, together)
    order = {process_id: place for place, process_id in enumerate(problem.by_process)}
    families = dict.fromkeys(tuple(sorted(family, key=order.__getitem__)) for family in family_of.values())
    return list(families)


def _family(problem: PlanProblem, process_ids: Sequence[str], allowed: Allowed, trifle: float) -> _Family | None:
    """The options of a family; None where there are too many to look at."""
    steps: tuple[int, ...] = ()
    rows = np.zeros((1, 0), dtype=np.int64)
    for process_id in process_ids:
        own = problem.by_process[process_id]
        paths = _paths(own, allowed)
        if len(rows) * len(paths) > MOST_ROWS:
            return None
        rows = np.hstack([np.repeat(rows, len(paths), axis=0), np.tile(paths, (len(rows), 1))])
        steps = (*steps, *own)
        rows = _ordered(problem, steps, rows)
    return _options(problem, steps, rows, trifle)


def _paths(own: Sequence[int], allowed: Allowed) -> Integers:
    """Every way through the steps of a process: strictly increasing waves, 0 from the first one left out on."""
    paths: list[tuple[int, ...]] = [()]
    for index in own:
        waves = np.flatnonzero(allowed[index]).tolist()
        paths = [(*path, wave) for path in paths for wave in waves if not wave or not path or 0 < path[-1] < wave]
    return np.array(paths, dtype=np.int64).reshape(len(paths), len(own))


def _ordered(problem: PlanProblem, steps: Sequence[int], rows: Integers) -> Integers:
    """The rows in which no step comes before one that it needs and that is among these steps."""
    place = {index: column for column, index in enumerate(steps)}
    for index, needed in problem.requirements:
        if index in place and needed in place:
            later, earlier = rows[:, place[index]], rows[:, place[needed]]
            rows = rows[(later == 0) | ((earlier > 0) & (earlier <= later))]
    return rows


def _options(problem: PlanProblem, steps: Sequence[int], rows: Integers, trifle: float) -> _Family:
    last = problem.wave_count + 1
    sizes = np.array([problem.steps[index].effort_count for index in steps], dtype=np.int64)
    values = np.array([problem.steps[index].value for index in steps])
    ties = np.array([problem.tie_weights[index] for index in steps], dtype=float)
    efforts = np.stack([(rows == wave) @ sizes for wave in range(1, last)], axis=1)
    fits = (efforts <= np.array(problem.capacities)).all(axis=1)
    rows, efforts = rows[fits], efforts[fits]
    places = np.where(rows > 0, rows, last)
    scores = (last - places) @ values - trifle * (places @ ties)
    best_first = np.lexsort((-scores, *efforts.T))
    rows, efforts, scores = rows[best_first], efforts[best_first], scores[best_first]
    is_new = np.ones(len(rows), dtype=bool)
    is_new[1:] = (efforts[1:] != efforts[:-1]).any(axis=1)
    return _Family(steps=tuple(steps), waves=rows[is_new], efforts=efforts[is_new], scores=scores[is_new])


def _filled(problem: PlanProblem, families: Sequence[_Family]) -> tuple[int, ...]:
    """The best plan of families that share capacity; the last one is only asked for what the others leave."""
    shape = tuple(capacity + 1 for capacity in problem.capacities)
    table = np.zeros(shape)
    chosen: list[Choices] = []
    for family in families[:-1]:
        table, choice = _taken_in(table, family)
        chosen.append(choice)
    last, whole = families[-1], np.array(problem.capacities)
    option = int(np.argmax(last.scores + table[tuple((whole - last.efforts).T)]))
    waves = [0] * len(problem.steps)
    _write(waves, last, option)
    rest = whole - last.efforts[option]
    for family, choice in zip(reversed(families[:-1]), reversed(chosen), strict=True):
        option = int(choice[tuple(rest)])
        _write(waves, family, option)
        rest = rest - family.efforts[option]
    return tuple(waves)


def _taken_in(table: Floats, family: _Family) -> tuple[Floats, Choices]:
    """The table with one more family, and which of its options each cell takes."""
    best = np.full(table.shape, -np.inf)
    choice = np.zeros(table.shape, dtype=np.int32)
    for option, (effort, score) in enumerate(zip(family.efforts.tolist(), family.scores.tolist(), strict=True)):
        cells = tuple(slice(points, None) for points in effort)
        rest = tuple(slice(None, size - points) for size, points in zip(table.shape, effort, strict=True))
        found = table[rest] + score
        is_better = found > best[cells]
        np.copyto(best[cells], found, where=is_better)
        choice[cells][is_better] = option
    return best, choice


def _write(waves: list[int], family: _Family, option: int) -> None:
    for index, wave in zip(family.steps, family.waves[option].tolist(), strict=True):
        waves[index] = wave
