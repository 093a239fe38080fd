"""A chart on a page, always with its numbers as a table beside it, and tables of plain text."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.reporting.charts import AnyChart, ChartTable, Theme, untitled
from assessment.ui import session
from assessment.ui.components.text import escaped, plain

_SLUG_GAP = re.compile(r"[^a-z0-9]+")
_WIDE_COLUMNS = 5
_HARD_SPACE = "\u00a0"
_UNSEEN = "\u200b"
"""Tells columns of one name apart; it has no width."""
STYLE = Path(__file__).resolve().parents[3] / "assets" / "figures.css"
TABLE_LABEL = "The same as a table"


def screen_theme() -> Theme:
    """Light or dark, as the reader sees the page."""
    return Theme.DARK if st.context.theme.type == "dark" else Theme.LIGHT


def load_style() -> None:
    """Let the style sheet of charts and tables hold on this page; a page calls it once, before it draws."""
    st.html(STYLE)


def figure(chart: AnyChart, table: ChartTable, key: str, *, is_wide: bool = False) -> None:
    """Draw a chart and, folded under it, its numbers. `is_wide`: it cannot be read in the width of a phone."""
    picture(chart, table, key, is_wide=is_wide)
    table_fold(table, f"{key}-table")


def picture(chart: AnyChart, table: ChartTable, key: str, *, is_wide: bool = False) -> None:
    """Draw a chart alone, on a page that shows its numbers itself."""
    bare = _draw_title(chart)
    with wide(key) if is_wide else st.container():
        st.altair_chart(bare, theme=None, key=key, alt=table.caption)


def compact(chart: AnyChart, row_height: int) -> AnyChart:
    """The chart with rows of this height in pixels, for a page that has to show it on one screen."""
    lower = chart.copy(deep=False)
    lower.height = {"step": row_height}
    return lower


def wide(key: str) -> DeltaGenerator:
    """A place for what needs its width: on a phone the style sheet lets it scroll sideways, not be squeezed."""
    return st.container(key=f"wide-{key.replace(':', '-')}")


def picker(
    chart: AnyChart, table: ChartTable, key: str, selection: str, on_pick: Callable[[dict[str, str]], None]
) -> None:
    """Draw a chart whose cells can be clicked: `on_pick` gets the fields of the cell before the page is drawn again."""

    def picked() -> None:
        state = cast("dict[str, Any]", session.value(key) or {})
        points = state.get("selection", {}).get(selection, [])
        if points:
            on_pick(points[0])

    bare = _draw_title(chart)
    with wide(key):
        st.altair_chart(
            bare,
            theme=None,
            key=key,
            alt=table.caption,
            on_select=picked,
            selection_mode=selection,
        )


def _draw_title(chart: AnyChart) -> AnyChart:
    """Draw what a chart shows and what it measures as text, which breaks its lines; returns the chart without them."""
    title, subtitle, bare = untitled(chart)
    if title:
        with st.container(gap=None):
            plain(title, "strong")
            plain(subtitle, "small")
    return bare


def table_fold(table: ChartTable, key: str) -> None:
    """The numbers of a chart, folded until they are wanted."""
    fold = st.expander(TABLE_LABEL, key=key, on_change="rerun", type="compact")
    if fold.open:
        with fold:
            text_table(table.columns, table.rows, alt=table.caption)


def text_table(columns: Sequence[str], rows: Sequence[Sequence[object]], *, alt: str) -> None:
    """A table whose cells are shown as they stand; `alt` names it, once on a page, for those who cannot see it."""
    data = {
        f"{escaped(name)}{_UNSEEN * columns[:place].count(name)}": [_cell(row[place]) for row in rows]
        for place, name in enumerate(columns)
    }
    with wide(f"table-{_SLUG_GAP.sub('-', alt.lower())}") if len(columns) >= _WIDE_COLUMNS else st.container():
        st.table(data, border="horizontal", hide_index=True, hide_header=False, alt=alt)


def _cell(value: object) -> str:
    """A value as plain text; its unbreakable spaces stay."""
    return "" if value is None else _HARD_SPACE.join(escaped(part) for part in str(value).split(_HARD_SPACE))
