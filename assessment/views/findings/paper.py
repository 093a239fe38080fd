"""The views of the organisation as the report has room for them: the first findings, no picture beside its table."""

from __future__ import annotations

from dataclasses import replace

from assessment.domain.computed import Computed
from assessment.views.model import Table, View
from assessment.views.organisation import owners_alone_view
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.wording.findings import shared as words

PAPER_COUNT = 3
"""So many findings of an area stand on paper, those of most weight; the sheet has all. Own rule."""
_PICTURES = frozenset({"load", "pairs", "held", "apart"})
_RECORDED = frozenset({"owners", "technology", "sourcing"})
"""Tables of the appendix, once something follows from them."""


def on_paper(view: View) -> View:
    """The view with its first findings, the others counted, and without its pictures and what the appendix has."""
    tables = [_brief(table) for table in view.tables if table.id not in _PICTURES]
    has_findings = any(_is_findings(table) and table.rows for table in tables)
    kept = tuple(table for table in tables if not has_findings or table.id not in _RECORDED)
    notes = view.notes if len(kept) == len(tables) else (*view.notes, words.recorded_elsewhere())
    return replace(view, tables=kept, notes=notes)


def recorded_view(computed: Computed) -> View:
    """What was recorded of owners, of tools and of who does the work, process by process."""
    views = (owners_alone_view(computed), technology_view(computed), sourcing_view(computed))
    tables = tuple(table for view in views for table in view.tables if table.id in _RECORDED and table.rows)
    return View(
        id="recorded",
        question=words.RECORDED_QUESTION,
        finding=words.recorded(len(tables)),
        tables=tables,
        empty="" if tables else words.RECORDED_EMPTY,
    )


def _is_findings(table: Table) -> bool:
    return table.id.endswith("-findings")


def _brief(table: Table) -> Table:
    left_count = len(table.rows) - PAPER_COUNT
    if not _is_findings(table) or left_count <= 0:
        return table
    return replace(table, rows=table.rows[:PAPER_COUNT], notes=(words.more_on_the_sheet(left_count),))
