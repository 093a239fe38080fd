"""The views of the organisation as the report has room for them: the first findings, no picture beside its table."""

from __future__ import annotations

from dataclasses import replace

from assessment.views.model import Table, View
from assessment.views.wording.findings import shared as words

PAPER_COUNT = 3
"""So many findings of an area stand on paper, those of most weight; the sheet has all. Own rule."""
_PICTURES = frozenset({"load", "pairs", "held", "apart"})


def on_paper(view: View) -> View:
    """The view with its first findings, the others counted, and without its pictures."""
    return replace(view, tables=tuple(_brief(table) for table in view.tables if table.id not in _PICTURES))


def _brief(table: Table) -> Table:
    left_count = len(table.rows) - PAPER_COUNT
    if not table.id.endswith("-findings") or left_count <= 0:
        return table
    return replace(table, rows=table.rows[:PAPER_COUNT], notes=(words.more_on_the_sheet(left_count),))
