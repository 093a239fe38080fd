"""How far a long task can be, and for how long it is believed and kept."""

from __future__ import annotations

from datetime import timedelta
from enum import StrEnum

LIFE = timedelta(hours=1)
"""For how long after its end what a job made can be fetched."""
SILENCE = timedelta(seconds=30)
"""After how long without a sign of life the process of a job counts as dead."""


class JobState(StrEnum):
    """How far a job is."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"
    CANCELLED = "cancelled"
