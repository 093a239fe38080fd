"""Until when a survey takes answers: up to the deadline and at it, and not after (own rule)."""

from __future__ import annotations

from datetime import datetime, timedelta


def late_by(deadline: datetime | None, moment: datetime) -> timedelta | None:
    """By how much an answer came after the deadline; None where it came in time, or there is no deadline.

    The clock is that of the server, when the answer reached it.

    >>> from datetime import UTC
    >>> noon = datetime(2026, 12, 1, 12, tzinfo=UTC)
    >>> late_by(noon, noon) is None, late_by(noon, noon + timedelta(seconds=1)), late_by(None, noon)
    (True, datetime.timedelta(seconds=1), None)
    """
    return None if deadline is None or moment <= deadline else moment - deadline
