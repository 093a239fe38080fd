"""A portfolio on its page: the picture first, then what follows from it, then unit by unit."""

from __future__ import annotations

import streamlit as st

from assessment.charts.heatmap import heatmap
from assessment.charts.portfolio.spread import spread_chart
from assessment.domain.portfolio.portfolio import Portfolio
from assessment.ui.components.facts import facts
from assessment.ui.components.figure import draw_listing, figure, picture, screen_theme
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.views.model import Table, View
from assessment.views.portfolio.across import across_view, gaps_finding, lenders_finding
from assessment.views.portfolio.heatmap import heatmap_view
from assessment.views.portfolio.paging import page_count, page_of

_SHARING = ("portfolio-lenders", "portfolio-gaps", "portfolio-first")
_PAGED = ("portfolio-units", "portfolio-plans")
_UNITS = ("portfolio-units", "portfolio-plans", "portfolio-apart")


def draw_portfolio(portfolio: Portfolio) -> None:
    """Draw all of it."""
    view = across_view(portfolio)
    facts(view.facts)
    page = _page(portfolio)
    wide = heatmap_view(view, page)
    figure(
        heatmap(wide, screen_theme(), is_upright=True),
        wide.tables[0],
        "portfolio-heatmap",
        is_wide=True,
        is_tiled=True,
    )
    _draw_spread(view)
    findings = {"portfolio-lenders": lenders_finding(portfolio), "portfolio-gaps": gaps_finding(portfolio)}
    for table_id in (*_SHARING, *_UNITS):
        table = page_of(view.table(table_id), page) if table_id in _PAGED else view.table(table_id)
        _draw_table(table, findings.get(table_id, "") if table.rows else "")
    for note in view.notes:
        plain(note, "small")


def _page(portfolio: Portfolio) -> int:
    """Draw the choice of a page where there are many units; the one chosen, from 1."""
    count = page_count(len(portfolio.units))
    if count == 1:
        return 1
    key = f"portfolio:page:{portfolio.organisation_id}:{count}"
    return int(st.pagination(count, key=key))


def _draw_spread(view: View) -> None:
    table = view.table("portfolio-processes")
    section_head(table.title)
    if any(cell.track is not None and cell.track.dot is not None for cell in table.column("drawn")):
        picture(spread_chart(table, "", screen_theme()), table, "portfolio-spread")
        plain(table.measure, "small")
    draw_listing(table, "portfolio-processes")


def _draw_table(table: Table, finding: str) -> None:
    with st.container(key=table.id):
        section_head(table.title, finding or table.measure)
        draw_listing(table, f"{table.id}-table")
