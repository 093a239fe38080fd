"""What is built before it is asked for: one report a snapshot, never in front of a real order."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from assessment.services.jobs import Jobs
from assessment.views.paper import Paper
from assessment.views.report_kinds import ReportKind

PREPARED_KINDS = frozenset({ReportKind.EXECUTIVE, ReportKind.MAIN})
"""Kinds that take little enough to build them for whoever may not want them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReportOrder:
    """Everything that decides what a report looks like, and for whom it is."""

    actor_id: str
    snapshot_hash: str
    kind: ReportKind
    paper: Paper
    look_hash: str
    printed_on: date


@dataclass(slots=True, kw_only=True)
class Prepared:
    """The jobs begun before their click, by what they make. Safe to use from many threads."""

    jobs: Jobs[Any]
    _by_order: dict[ReportOrder, str] = field(default_factory=dict)
    _taken: set[str] = field(default_factory=set)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def is_wanted(self, order: ReportOrder) -> bool:
        """Whether it is worth beginning: nobody waits for a report, and this one is neither built nor being built."""
        with self._lock:
            begun = self._by_order.get(order)
        if order.kind not in PREPARED_KINDS or self.jobs.unended:
            return False
        return begun is None or not self.jobs.is_kept(begun)

    def put(self, order: ReportOrder, job_id: str) -> None:
        """Remember what a job makes."""
        with self._lock:
            self._by_order = {own: kept for own, kept in self._by_order.items() if self.jobs.is_kept(kept)}
            self._by_order[order] = job_id

    def take(self, order: ReportOrder) -> str | None:
        """The job that makes what is ordered; None for none. Those that make something else are let go."""
        with self._lock:
            found = self._by_order.get(order)
            others = [kept for own, kept in self._by_order.items() if own != order and kept not in self._taken]
            if found is not None:
                self._taken.add(found)
        for job_id in others:
            self.jobs.stop(job_id)
        return found if found is not None and self.jobs.is_kept(found) else None
