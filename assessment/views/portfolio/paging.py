"""Many units a page at a time: what holds for all of them stays on every page."""

from __future__ import annotations

from dataclasses import replace

from assessment.views.model import Table
from assessment.views.wording import portfolio as words

UNITS_ON_A_PAGE = 40
"""So many rows can be drawn at once without waiting, and looked over."""


def page_count(unit_count: int) -> int:
    """How many pages some units take.

    >>> page_count(0), page_count(40), page_count(41)
    (1, 1, 2)
    """
    return max(1, -(-unit_count // UNITS_ON_A_PAGE))


def page_of(table: Table, number: int) -> Table:
    """The rows of one page of a table with a row a unit, from 1; the median and the range are on each."""
    across = tuple(row for row in table.rows if row.group == words.ACROSS_GROUP)
    units = [row for row in table.rows if row.group != words.ACROSS_GROUP]
    first = (number - 1) * UNITS_ON_A_PAGE
    return replace(table, rows=(*across, *units[first : first + UNITS_ON_A_PAGE]))
