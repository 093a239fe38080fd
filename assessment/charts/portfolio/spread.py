"""How far units lie apart: of each process a line from the lowest to the highest level, a dot at the median.

Where others are known, their quartiles are a band behind it.
"""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.charts.theme import AnyChart, Theme, drawn_on, finished, palette, row_axis
from assessment.views.model import Row, Table

ROW_HEIGHT = 26
DOT_SIZE = 110
LEVELS = list(range(6))
PLACES_A_LEVEL = 20


def spread_chart(table: Table, finding: str, theme: Theme = Theme.LIGHT) -> AnyChart:
    """The drawing of the column `drawn` of a table, a row a process, groups under their names."""
    colours = palette(theme)
    order, headings = _order(table)
    place = row_axis("row", order, headings=headings)
    levels = alt.Scale(domain=[0, LEVELS[-1]], nice=False)
    axis = alt.Axis(title=None, orient="top", values=LEVELS, format="d", grid=True, labelPadding=6)
    base = drawn_on("rows").encode(
        y=place,
        tooltip=[alt.Tooltip("row:N", title=table.columns[0].name), alt.Tooltip("spoken:N", title=" ")],
    )
    from_to: dict[str, Any] = {"x2": alt.X2("end:Q")}
    start = alt.X("start:Q", scale=levels, axis=axis)
    band = base.transform_filter("isValid(datum.band_start)").transform_calculate(
        start="datum.band_start", end="datum.band_end"
    )
    line = base.transform_filter("isValid(datum.median)").transform_calculate(start="datum.lowest", end="datum.highest")
    layers = alt.layer(
        band.mark_bar(height=14, color=colours.edge, opacity=0.45).encode(x=start, **from_to),
        line.mark_rule(strokeWidth=2, color=colours.ink).encode(x=start, **from_to),
        line.mark_tick(thickness=2, size=10, color=colours.ink).encode(x=start),
        line.mark_tick(thickness=2, size=10, color=colours.ink).encode(x=alt.X("end:Q", scale=levels, axis=axis)),
        line.mark_point(filled=True, size=DOT_SIZE, color=colours.accent, opacity=1).encode(
            x=alt.X("median:Q", scale=levels, axis=axis)
        ),
    )
    return finished(
        layers,
        rows={"rows": [_datum(table, row) for row in table.rows]},
        title=finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def _order(table: Table) -> tuple[list[str], list[str]]:
    order: list[str] = []
    headings: list[str] = []
    for row in table.rows:
        heading = f"{row.group}\u00a0"  # told from a row of the same name
        if row.group and heading not in headings:
            headings.append(heading)
            order.append(heading)
        order.append(row.cells[0].text)
    return order, headings


def _datum(table: Table, row: Row) -> dict[str, Any]:
    cell = row.cells[table.place("drawn")]
    track = cell.track
    band = None if track is None else track.bar
    line = None if track is None else track.line
    return {
        "row": row.cells[0].text,
        "spoken": cell.spoken,
        "median": None if track is None or track.dot is None else track.dot / PLACES_A_LEVEL,
        "lowest": None if line is None else line[0] / PLACES_A_LEVEL,
        "highest": None if line is None else line[1] / PLACES_A_LEVEL,
        "band_start": None if band is None else band[0] / PLACES_A_LEVEL,
        "band_end": None if band is None else band[1] / PLACES_A_LEVEL,
    }
