"""What the planner is given: steps, capacities, and what has to come before what (METHOD.md section 13).

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| value | priority a step earns | points | 0 up | higher is worth more |
| effort | work of a step | points | 1 up | higher costs more |
| C_w | capacity of wave w | points | 0 up | |
| K | number of waves | count | 1 up | |
| chain | (step, next step of the process): in strictly later waves | | | |
| requirement | (step, the supplier's step it needs): not in a later wave than the step | | | |

A hard linkage s -> t lets t land on level n >= 2 only with s at n - 1 or better, now or by a landing in the same or an
earlier wave. That lag of one level leaves no circle among steps of one level. Steps of several levels can need each
other: they share a wave; where one of them also has to come after another of the circle, there is no order. Own rule.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

import numpy as np


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanStep:
    """A step as the planner sees it. `to_level` is where it lands."""

    process_id: str
    to_level: int
    value: float
    effort_count: int


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
    def before(self) -> Mapping[int, int]:
        """The step of the same process before a step, by index."""
        return {second: first for first, second in self.chains}

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
    def needed_by(self) -> Mapping[int, tuple[int, ...]]:
        """The suppliers' steps that each step needs, by index; steps that need none are left out."""
        found: dict[int, list[int]] = {}
        for index, needed in self.requirements:
            found.setdefault(index, []).append(needed)
        return {index: tuple(needed) for index, needed in found.items()}

    @cached_property
    def relaxations(self) -> tuple[Relaxation, ...]:
        """Requirements a supplier's target does not allow, softened to "the supplier at its own target first"."""
        return tuple(relaxation for _, _, relaxation in self._bindings if relaxation is not None)

    @cached_property
    def circles(self) -> tuple[tuple[int, ...], ...]:
        """Groups of two steps or more that need each other, directly or by way of others: strongly connected."""
        edges = (*self.requirements, *((second, first) for first, second in self.chains))
        count = len(self.steps)
        if not edges:
            return ()
        # imported when first used: what prints a plan does not make one
        from scipy.sparse import csr_array
        from scipy.sparse.csgraph import connected_components

        rows, columns = np.array(edges).T
        graph = csr_array((np.ones(len(edges)), (rows, columns)), shape=(count, count))
        _, labels = connected_components(graph, connection="strong")
        groups: dict[int, list[int]] = {}
        for index, label in enumerate(labels.tolist()):
            groups.setdefault(label, []).append(index)
        return tuple(tuple(members) for members in groups.values() if len(members) > 1)

    @cached_property
    def circles_without_order(self) -> tuple[tuple[int, ...], ...]:
        """Circles in which a step has to come after another one of the circle: no wave suits them."""
        return tuple(
            circle
            for circle in self.circles
            if any(first in circle and second in circle for first, second in self.chains)
        )

    @cached_property
    def shared_waves(self) -> tuple[tuple[int, ...], ...]:
        """Circles whose steps share a wave."""
        return tuple(circle for circle in self.circles if circle not in self.circles_without_order)

    @cached_property
    def without_order(self) -> frozenset[int]:
        """The steps of circles that allow no order: none of them can be funded."""
        return frozenset(index for circle in self.circles_without_order for index in circle)

    @cached_property
    def _circle_of(self) -> Mapping[int, tuple[int, ...]]:
        return {index: circle for circle in self.shared_waves for index in circle}

    def companions(self, index: int) -> tuple[int, ...]:
        """The steps that share the wave of a step, itself among them."""
        return self._circle_of.get(index, (index,))

    def joint_effort(self, index: int) -> int:
        """Points of a step with those that must share its wave."""
        return sum(self.steps[own].effort_count for own in self.companions(index))

    def suppliers_outside(self, index: int) -> tuple[tuple[int, int], ...]:
        """Pairs (step, supplier's step it needs) of a step and its companions, where the supplier's is no companion."""
        companions = self.companions(index)
        return tuple(
            (own, needed) for own in companions for needed in self.needed_by.get(own, ()) if needed not in companions
        )

    def needed_for(self, indices: Iterable[int]) -> frozenset[int]:
        """Some steps and everything that has to come before them or share their wave."""
        found: set[int] = set()
        further = set(indices)
        while further:
            found |= further
            nearest = {needed for index in further for needed in self.needed_by.get(index, ())}
            nearest |= {self.before[index] for index in further if index in self.before}
            further = nearest - found
        return frozenset(found)

    def first_open_wave(self, index: int, waves: Sequence[int]) -> int | None:
        """The earliest wave a step and its companions could be in by order, the others being where `waves` says.

        It may be K + 1, after the last wave. None where something that has to come first is not funded, and for the
        steps of a circle without order.
        """
        before = [waves[self.before[own]] for own in self.companions(index) if own in self.before]
        suppliers = [waves[needed] for _, needed in self.suppliers_outside(index)]
        if index in self.without_order or not all((*before, *suppliers)):
            return None
        return max((1, *suppliers, *(wave + 1 for wave in before)))

    @cached_property
    def earliest_waves(self) -> tuple[int | None, ...]:
        """The earliest wave that order, and the capacity of each wave by itself, allow each step; None for none."""
        last = self.wave_count + 1
        earliest = [last if index in self.without_order else 1 for index in range(len(self.steps))]
        is_settled = False
        while not is_settled:
            is_settled = True
            for index in range(len(self.steps)):
                wave = self._first_fitting(index, self.first_open_wave(index, earliest) or last)
                if wave > earliest[index]:
                    earliest[index], is_settled = wave, False
        return tuple(wave if wave < last else None for wave in earliest)

    def _first_fitting(self, index: int, first: int) -> int:
        """The first wave from `first` on that by itself holds a step and its companions; K + 1 where none does."""
        effort, last = self.joint_effort(index), self.wave_count + 1
        return next((wave for wave in range(first, last) if self.capacities[wave - 1] >= effort), last)

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
            if self.steps[index].to_level >= needed_level:
                return index, None
        relaxation = Relaxation(
            supplier_id=supplier,
            receiver_id=step.process_id,
            receiver_level=step.to_level,
            needed_level=needed_level,
            reached_level=self.steps[own[-1]].to_level if own else self.levels[supplier],
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

    def rooms(self, waves: Sequence[int]) -> tuple[int, ...]:
        """Points that each wave has left, the first wave first; below 0 where it holds too much."""
        rooms = list(self.capacities)
        for step, wave in zip(self.steps, waves, strict=True):
            if wave:
                rooms[wave - 1] -= step.effort_count
        return tuple(rooms)

    def is_allowed(self, waves: Sequence[int]) -> bool:
        """Whether a placement keeps every rule: capacities, order within a process, linkages and pins."""
        last = self.wave_count + 1
        places = [wave or last for wave in waves]
        return (
            all(room >= 0 for room in self.rooms(waves))
            and all(places[second] == last or places[first] < places[second] for first, second in self.chains)
            and all(places[index] == last or places[needed] <= places[index] for index, needed in self.requirements)
            and all(waves[index] == wave for index, wave in self.pins)
        )
