"""Months of a roadmap: it begins with the first day of one, and a wave ends with the last day of another."""

from __future__ import annotations

from calendar import monthrange
from datetime import date

MONTHS_A_YEAR = 12


def month_after(start: date, month_count: int) -> date:
    """The first day of the month so many months after the one of `start`.

    >>> month_after(date(2026, 11, 15), 2)
    datetime.date(2027, 1, 1)
    """
    years, month = divmod(start.month - 1 + month_count, MONTHS_A_YEAR)
    return date(start.year + years, month + 1, 1)


def last_day_of(month: date) -> date:
    """The last day of the month of a day.

    >>> last_day_of(date(2028, 2, 1))
    datetime.date(2028, 2, 29)
    """
    return month.replace(day=monthrange(month.year, month.month)[1])
