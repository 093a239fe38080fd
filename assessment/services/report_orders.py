"""What is built before it is asked for: one report a snapshot, never in front of a real order."""

from __future__ import annotations

import hashlib
from dataclasses import astuple, dataclass
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
    before_hash: str = ""

    @property
    def key(self) -> str:
        """The same for two orders exactly when they ask for the same: a SHA-256 over all of it."""
        return hashlib.sha256("\n".join(str(one) for one in astuple(self)).encode()).hexdigest()


def is_worth_preparing(jobs: Jobs[Any], order: ReportOrder) -> bool:
    """Whether to begin it now: nobody waits for a report, and this one is neither built nor being built."""
    return order.kind in PREPARED_KINDS and not jobs.is_busy and jobs.prepared(order.key) is None
