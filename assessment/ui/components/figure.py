"""A chart on a page, always with its numbers as a table beside it, and the tables of a view as plain text."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from importlib import import_module
from pathlib import Path
from typing import Any, cast

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from assessment.charts.theme import AnyChart, Theme, specification, untitled
from assessment.charts.tiles import legend, spelled_out, tiles
from assessment.ui import session
from assessment.ui.components.text import escaped, plain
from assessment.views.model import Cell, Kind, Table
from assessment.views.wording.pages.shared import TABLE_LABEL

_WIDE_COLUMNS = 5
_HARD_SPACE = "\u00a0"
_UNSEEN = "\u200b"
"""Tells columns of one name apart; it has no width."""
import_module("pandas")  # Altair takes one that another thread is still importing for whole, and stumbles
STYLE = Path(__file__).resolve().parents[3] / "assets" / "figures.css"


def screen_theme() -> Theme:
    """Light or dark, as the reader sees the page."""
    return Theme.DARK if st.context.theme.type == "dark" else Theme.LIGHT


def load_style() -> None:
    """Let the style sheet of charts and tables hold on this page; a page calls it once, before it draws."""
    st.html(STYLE)


def figure(chart: AnyChart, table: Table, key: str, *, is_wide: bool = False, is_tiled: bool = False) -> None:
    """Draw a chart and, folded under it, its numbers. `is_wide`: it cannot be read in the width of a phone; `is_tiled`:
    there its table stands in its place, as coloured cells.
    """
    picture(chart, table, key, is_wide=is_wide, is_tiled=is_tiled)
    table_fold(table, f"{key}-table")


def picture(chart: AnyChart, table: Table, key: str, *, is_wide: bool = False, is_tiled: bool = False) -> None:
    """Draw a chart alone, on a page that shows its numbers itself."""
    bare = _draw_title(chart)
    with broad(key) if is_tiled else wide(key) if is_wide else st.container():
        st.vega_lite_chart(
            spec=specification(bare), theme=None, key=session.of_assessment(key), alt=_spoken(bare, table)
        )
    if is_tiled:
        narrow(table, key)


def compact(chart: AnyChart, row_height: int) -> AnyChart:
    """The chart with rows of this height in pixels, for a page that has to show it on one screen."""
    lower = chart.copy(deep=False)
    lower.height = {"step": row_height}
    return lower


def wide(key: str) -> DeltaGenerator:
    """A place for what needs its width: on a phone the style sheet lets it scroll sideways, not be squeezed."""
    return st.container(key=f"wide-{key.replace(':', '-')}")


def broad(key: str) -> DeltaGenerator:
    """A place for what a phone leaves out."""
    return st.container(key=f"broad-{key.replace(':', '-')}")


def narrow(table: Table, key: str) -> None:
    """Draw for a phone, in place of a picture that needs its width, its table as coloured cells that fit."""
    with st.container(key=f"narrow-{key.replace(':', '-')}", gap=None):
        st.html(tiles(table, table.title))
        scale = [entry for entry in table.legend if entry.style]
        if scale:
            st.html(legend(scale))


def picker(chart: AnyChart, table: Table, key: str, selection: str, on_pick: Callable[[dict[str, str]], None]) -> None:
    """Draw a chart whose cells can be clicked: `on_pick` gets the fields of the cell before the page is drawn again."""

    own_key = session.of_assessment(key)

    def picked() -> None:
        state = cast("dict[str, Any]", session.value(own_key) or {})
        points = state.get("selection", {}).get(selection, [])
        if points:
            on_pick(points[0])

    bare = _draw_title(chart)
    with broad(key):
        st.vega_lite_chart(
            spec=specification(bare),
            theme=None,
            key=own_key,
            alt=_spoken(bare, table),
            on_select=picked,
            selection_mode=selection,
        )
    narrow(table, key)


def _draw_title(chart: AnyChart) -> AnyChart:
    """Draw what a chart shows and what it measures as text, which breaks its lines; returns the chart without them."""
    title, subtitle, bare = untitled(chart)
    if title:
        with st.container(gap=None):
            plain(title, "strong")
            plain(subtitle, "small")
    return bare


def _spoken(bare: AnyChart, table: Table) -> str | None:
    """What a chart is called where it does not describe itself; two names at once fill the log with warnings."""
    described = bare.description
    return None if isinstance(described, str) and described else table.title


def table_fold(table: Table, key: str) -> None:
    """The numbers of a chart, folded until they are wanted."""
    fold = st.expander(TABLE_LABEL, key=session.of_assessment(key), on_change="rerun", type="compact")
    if fold.open:
        with fold:
            draw_table(table, key)


def draw_table(table: Table, key: str, *, without: Collection[str] = ()) -> None:
    """A table of a view as it stands, its signs and notes under it; without a row, what to do.

    Drawings are left out: the numbers they draw stand beside them. `without`: ids of columns that stand elsewhere on
    the page.
    """
    if not table.rows:
        plain(table.empty, "quiet")
        return
    shown = [column for column in table.columns if column.id not in without and column.kind is not Kind.TRACK]
    columns = [column.name for column in shown]
    places = [table.place(column.id) for column in shown]
    rows = [[_shown(row.cells[place]) for place in places] for row in table.rows]
    if any(row.group for row in table.rows):
        columns.insert(0, "")
        for row, texts in zip(table.rows, rows, strict=True):
            texts.insert(0, row.group)
    _draw_texts(columns, rows, key=key, alt=table.title)
    for entry in table.legend:
        if entry.sign:
            plain(f"{entry.sign}{_HARD_SPACE}{entry.text}", "small")
    for note in table.notes:
        plain(note, "small")


def draw_listing(table: Table, key: str, *, without: Collection[str] = ()) -> None:
    """A table as `draw_table` draws it; on a phone, in place of one that scrolls sideways, its rows as a list."""
    with broad(key):
        draw_table(table, key, without=without)
    if table.rows:
        with st.container(key=f"narrow-{key.replace(':', '-')}"):
            st.html(spelled_out(table, without))


def _shown(cell: Cell) -> str:
    text = cell.text or cell.spoken
    return f"{text} ({cell.note})" if cell.note and text else text or cell.note


def _draw_texts(columns: Sequence[str], rows: Sequence[Sequence[str]], *, key: str, alt: str) -> None:
    data = {
        f"{escaped(name)}{_UNSEEN * columns[:place].count(name)}": [_cell(row[place]) for row in rows]
        for place, name in enumerate(columns)
    }
    with wide(f"table-{key}") if len(columns) >= _WIDE_COLUMNS else st.container():
        st.table(data, border="horizontal", hide_index=True, hide_header=False, alt=alt)


def _cell(value: str) -> str:
    """A text as it stands; its unbreakable spaces stay."""
    return _HARD_SPACE.join(escaped(part) for part in value.split(_HARD_SPACE))
