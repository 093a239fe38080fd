"""Counted attempts: how often something was tried in a window of time, counted together by every process."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Connection, case, delete, select

from assessment.store.access_tables import AttemptRow
from assessment.store.dialects import upserting
from assessment.store.sections import table_of

ATTEMPT = table_of(AttemptRow)


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempted:
    """How often something was tried in the window that ends at `ends_at`."""

    count: int
    ends_at: datetime


def read_attempts(connection: Connection, key: str, now: datetime) -> Attempted | None:
    """The count of a window that is not over; None where nothing was counted in one."""
    query = select(ATTEMPT.c.count, ATTEMPT.c.ends_at).where(ATTEMPT.c.key == key, ATTEMPT.c.ends_at > now)
    row = connection.execute(query).one_or_none()
    return None if row is None else Attempted(count=row[0], ends_at=row[1])


def count_attempt(connection: Connection, key: str, amount: int, now: datetime, ends_at: datetime) -> int:
    """Add to a count, never below 0; in a new window that ends at `ends_at` where the last one is over.

    Returns the count now. Another transaction that counts the same waits until this one ends.
    """
    is_over = ATTEMPT.c.ends_at <= now
    added = ATTEMPT.c.count + amount
    changes = {
        "count": case((is_over, max(amount, 0)), (added < 0, 0), else_=added),
        "ends_at": case((is_over, ends_at), else_=ATTEMPT.c.ends_at),
    }
    row = {"key": key, "count": max(amount, 0), "ends_at": ends_at}
    counting = upserting(connection, ATTEMPT, row, changes, ("key",)).returning(ATTEMPT.c.count)
    return int(connection.execute(counting).scalar_one())


def forget_attempts(connection: Connection, key: str) -> None:
    """Forget one count."""
    connection.execute(delete(ATTEMPT).where(ATTEMPT.c.key == key))


def forget_attempts_ended_by(connection: Connection, at: datetime) -> None:
    """Forget every count whose window is over."""
    connection.execute(delete(ATTEMPT).where(ATTEMPT.c.ends_at <= at))
