"""How far each wave is, as bars from left to right: what is done of it, and a line at what was due by the day."""

from __future__ import annotations

import altair as alt

from assessment.charts.theme import ROW_HEIGHT, AnyChart, Theme, drawn_on, finished, palette, row_axis
from assessment.views.model import Table, View

WHOLE = 100


def progress(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """A row a wave: the whole in a quiet line, what is done filled, and what was due as a tick."""
    table = view.table("progress-waves")
    colours = palette(theme)
    base = drawn_on("waves").encode(
        y=row_axis("wave", [row.cells[0].text for row in table.rows]),
        tooltip=[alt.Tooltip("spoken:N", title=" ")],
    )
    across = alt.Scale(domain=[0, WHOLE])
    x = alt.X("whole:Q", scale=across, axis=alt.Axis(title=None, values=[0, 50, WHOLE], format="d", labelExpr=_PERCENT))
    whole = base.mark_bar(height=16, fill=colours.panel, stroke=colours.edge, cornerRadius=2).encode(x=x)
    done = base.mark_bar(height=16, fill=colours.accent, cornerRadius=2).encode(x=alt.X("done:Q", scale=across))
    due = base.mark_tick(color=colours.ink, thickness=3, height=24).encode(x=alt.X("due:Q", scale=across))
    ticks = due.transform_filter("isValid(datum.due)")
    return finished(
        alt.layer(whole, done, ticks),
        rows={"waves": _rows(table)},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT + 8),
    )


_PERCENT = "datum.label + ' %'"


def _rows(table: Table) -> list[dict[str, object]]:
    return [
        {
            "wave": table.cell(row.id, "wave").text,
            "whole": WHOLE,
            "done": table.cell(row.id, "share").value,
            "due": table.cell(row.id, "due").value,
            "spoken": table.cell(row.id, "track").spoken,
        }
        for row in table.rows
    ]
