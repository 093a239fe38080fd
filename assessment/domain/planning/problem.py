"""What the planner is given: steps, capacities, and what has to come before what (METHOD.md section 13).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| value | priority a step earns | points | 0 up | higher is worth more |
| effort | work of a step | points | 1 up | higher costs more |
| C_w | capacity of wave w | points | 0 up | |
| K | number of waves | count | 1 up | |
| requirement | (step, supplier's step): not in a later wave than the step | | | |

A hard linkage s -> t lets t reach level n >= 2 only with s at n - 1 or better, now or by the same or an earlier wave.
That lag of one level leaves no circle, however the linkages run. Own rule.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """A step as the planner sees it. `reached_level` is the level the process has after it, at least `to_level`."""

    process_id: str
    to_level: int
    value: float
    effort_count: int
    reached_level: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Relaxation:
    """A supplier whose target is too low for what a receiver wants: `needed_level` of it, `reached_level` at most."""

    supplier_id: str
    receiver_id: str
    receiver_level: int
    needed_level: int
    reached_level: int


@dataclass(frozen=True, kw_only=True)
class PlanProblem:
    """Steps in the model's order, those of a process from the lowest level up, and everything that binds them.

    `model_order` names every process of the model, first to last; it decides ties.
    `levels` holds the present level of every process that can supply; a process that is not there binds nobody.
    `pins` are pairs (index of a step, its wave), wave 0 for not funded.
    """

    model_order: tuple[str, ...]
    steps: tuple[PlanStep, ...]
    capacities: tuple[int, ...]
    levels: Mapping[str, int]
    hard_pairs: tuple[tuple[str, str], ...] = ()
    pins: tuple[tuple[int, int], ...] = ()

    @property
    def wave_count(self) -> int:
        """K, the number of waves."""
        return len(self.capacities)

    @cached_property
    def by_process(self) -> Mapping[str, tuple[int, ...]]:
        """Indices of the steps of each process, lowest level first."""
        found: dict[str, list[int]] = {}
        for index, step in enumerate(self.steps):
            found.setdefault(step.process_id, []).append(index)
        return {process_id: tuple(indices) for process_id, indices in found.items()}

    @cached_property
    def chains(self) -> tuple[tuple[int, int], ...]:
        """Pairs (step, the next step of the same process): strictly increasing waves."""
        return tuple(pair for own in self.by_process.values() for pair in pairwise(own))

    @cached_property
    def tie_weights(self) -> tuple[int, ...]:
        """N + 1 - model order of each step's process, the first process having order 1 of N."""
        order = {process_id: place for place, process_id in enumerate(self.model_order)}
        return tuple(len(order) - order[step.process_id] for step in self.steps)

    @cached_property
    def requirements(self) -> tuple[tuple[int, int], ...]:
        """Pairs (step, the supplier's step it needs by the same or an earlier wave)."""
        return tuple(dict.fromkeys((index, needed) for index, needed, _ in self._bindings if needed is not None))

    @cached_property
    def relaxations(self) -> tuple[Relaxation, ...]:
        """Requirements a supplier's target does not allow, softened to "the supplier at its own target first"."""
        return tuple(relaxation for _, _, relaxation in self._bindings if relaxation is not None)

    @cached_property
    def _bindings(self) -> tuple[tuple[int, int | None, Relaxation | None], ...]:
        return tuple(
            (index, *self._binding(supplier, step))
            for index, step in enumerate(self.steps)
            for supplier, receiver in self.hard_pairs
            if receiver == step.process_id and supplier in self.levels and supplier != receiver
            if step.to_level >= 2 and self.levels[supplier] < step.to_level - 1
        )

    def _binding(self, supplier: str, step: PlanStep) -> tuple[int | None, Relaxation | None]:
        needed_level = step.to_level - 1
        own = self.by_process.get(supplier, ())
        for index in own:
            if self.steps[index].reached_level >= needed_level:
                return index, None
        relaxation = Relaxation(
            supplier_id=supplier,
            receiver_id=step.process_id,
            receiver_level=step.to_level,
            needed_level=needed_level,
            reached_level=self.steps[own[-1]].reached_level if own else self.levels[supplier],
        )
        return (own[-1] if own else None), relaxation

    def objective(self, waves: Sequence[int]) -> float:
        """Sum of value * (K - wave + 1) over the steps in a wave; wave 0 is not funded."""
        return sum(
            step.value * (self.wave_count - wave + 1) for step, wave in zip(self.steps, waves, strict=True) if wave
        )

    def tie_cost(self, waves: Sequence[int]) -> int:
        """Sum of (N + 1 - model order) * wave, an unfunded step counting as wave K + 1; lower is preferred."""
        last = self.wave_count + 1
        return sum(weight * (wave or last) for weight, wave in zip(self.tie_weights, waves, strict=True))

    def broken_rules(self, waves: Sequence[int]) -> tuple[str, ...]:
        """Every rule a placement breaks, in words; empty for a plan that may stand."""
        last = self.wave_count + 1
        places = [wave or last for wave in waves]
        found: list[str] = []
        for wave, capacity in enumerate(self.capacities, start=1):
            used = sum(step.effort_count for step, place in zip(self.steps, places, strict=True) if place == wave)
            if used > capacity:
                found.append(f"wave {wave} uses {used} of {capacity}")
        for first, second in self.chains:
            if places[second] < last and places[first] >= places[second]:
                found.append(f"step {second} is not after step {first}")
        for index, needed in self.requirements:
            if places[index] < last and places[needed] > places[index]:
                found.append(f"step {index} is before step {needed}, which it needs")
        found.extend(f"step {index} is not in wave {wave}" for index, wave in self.pins if waves[index] != wave)
        return tuple(found)
