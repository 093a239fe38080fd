"""What one more unit of capacity buys: reckoned in the background, point by point, and kept for its state.

One state of one assessment under one set of settings has one curve. Whoever asks is told what is there so far; asking
under other settings, or after a change, gives up what the same account had begun for that assessment. Nothing of it is
in the database: a restart begins anew, which takes seconds.
"""

from __future__ import annotations

import threading
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass, field

from cachetools import LRUCache

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.capacity_curve import CapacityCurve, CurvePoint, changes_of, curve_points
from assessment.domain.planning.posing import Posed, pose
from assessment.errors import NotAvailable
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.computing import Computing, State
from assessment.services.references import FrameworkCheck
from assessment.services.validation import validated

KEPT = 64
"""How many finished curves are kept."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CurveProgress:
    """A curve as far as it is: None before its first point, `done_share` from 0 to 1."""

    curve: CapacityCurve | None
    done_share: float
    is_done: bool


@dataclass(slots=True)
class _Run:
    """A curve being reckoned: its points so far, how many there may be, and whether it is to stop."""

    state: State
    most: int
    points: list[CurvePoint] = field(default_factory=list)
    stopped: threading.Event = field(default_factory=threading.Event)
    future: Future[None] | None = None

    @property
    def is_done(self) -> bool:
        return self.future is not None and self.future.done()


class CurveService:
    """Curves of assessments. Safe to use from many threads; one curve is reckoned at a time in each process."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._threads = ThreadPoolExecutor(max_workers=1, thread_name_prefix="curve")
        self._kept: LRUCache[State, CapacityCurve] = LRUCache(KEPT)
        self._runs: dict[tuple[str, str], _Run] = {}
        self._lock = threading.Lock()
        self._is_closed = False

    @operation("curves.follow", Permission.RESULTS, on=Subject.ASSESSMENT)
    def follow(self, permit: Permit, assessment_id: str) -> CurveProgress:
        """The curve under the saved settings as far as it is; begun where it is not."""
        return self._follow(permit, *self._computing.compute_state(assessment_id))

    @operation("curves.follow-tried", Permission.READ, on=Subject.ASSESSMENT)
    def follow_tried(self, permit: Permit, assessment_id: str, settings: RoadmapSettings) -> CurveProgress:
        """The same under settings that are not saved."""
        settings = validated(settings)
        computed = self._computing.compute(assessment_id)
        FrameworkCheck(framework=computed.framework, depth=computed.assessment.header.depth).require(settings)
        return self._follow(permit, *self._computing.compute_state(assessment_id, settings))

    @operation("curves.read", Permission.RESULTS, on=Subject.ASSESSMENT)
    def read(self, permit: Permit, assessment_id: str) -> CapacityCurve:
        """The whole curve under the saved settings, reckoned while the caller waits where it is not kept."""
        del permit
        state, computed = self._computing.compute_state(assessment_id)
        with self._lock:
            kept = self._kept.get(state)
        if kept is None:
            kept = self._keep(state, CapacityCurve.of(curve_points(_posed(computed))))
        return kept

    def close(self) -> None:
        """Give up everything that is being reckoned. Closing twice is harmless."""
        with self._lock:
            self._is_closed = True
            for run in self._runs.values():
                run.stopped.set()
        self._threads.shutdown(wait=True, cancel_futures=True)

    def _follow(self, permit: Permit, state: State, computed: Computed) -> CurveProgress:
        place = permit.actor.id, state.assessment_id
        with self._lock:
            if self._is_closed:
                raise NotAvailable("This curve")
            run = self._runs.get(place)
            if run is not None and run.state != state:
                run.stopped.set()
                run = None
            kept = self._kept.get(state)
            if kept is not None:
                self._runs.pop(place, None)
                return CurveProgress(curve=kept, done_share=1.0, is_done=True)
            if run is None:
                run = self._runs[place] = self._begin(state, _posed(computed))
        return self._so_far(place, run)

    def _begin(self, state: State, posed: Posed) -> _Run:
        run = _Run(state=state, most=len(changes_of(posed.unpinned.capacities)))
        run.future = self._threads.submit(self._reckon, run, posed)
        return run

    def _reckon(self, run: _Run, posed: Posed) -> None:
        for point in curve_points(posed):
            if run.stopped.is_set():
                return
            run.points.append(point)
        self._keep(run.state, CapacityCurve.of(run.points))

    def _keep(self, state: State, curve: CapacityCurve) -> CapacityCurve:
        with self._lock:
            self._kept[state] = curve
        return curve

    def _so_far(self, place: tuple[str, str], run: _Run) -> CurveProgress:
        points = tuple(run.points)
        if run.is_done and run.future is not None:
            with self._lock:
                if self._runs.get(place) is run:
                    del self._runs[place]
            run.future.result()  # raises what went wrong, and the next one who asks begins anew
        return CurveProgress(
            curve=CapacityCurve.of(points) if points else None,
            done_share=len(points) / run.most if not run.is_done else 1.0,
            is_done=run.is_done,
        )


def _posed(computed: Computed) -> Posed:
    return pose(computed.framework, computed.assessment, computed.result)
