"""The roadmap as a picture, drawn from its view: which process moves from which level to which, and when."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.charts.theme import (
    BOLD,
    ROW_HEIGHT,
    AnyChart,
    Theme,
    bin_legend,
    colour_scale,
    drawn_on,
    finished,
    name_axis,
    palette,
    row_axis,
    scale_steps,
)
from assessment.charts.wrapping import wrapped
from assessment.views.model import Cell, Column, Mark, Row, Table, View

COLUMN_WIDTH = 18


def waves(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """What moves when: a row a process, a column a wave, in each cell the levels; what is not funded is dashed.

    Totals stay in the table.
    """
    table = view.table("waves")
    colours, steps = palette(theme), scale_steps(theme)
    columns = {column.id: wrapped(column.name, COLUMN_WIDTH) for column in table.columns[1:]}
    scale_entries = [entry for entry in table.legend if entry.style]
    data = [
        _datum(row, column, cell, columns)
        for row in _moving(table)
        for column, cell in zip(table.columns[1:], row.cells[1:], strict=True)
        if cell.text
    ]
    base = drawn_on("steps").encode(
        x=alt.X(
            "wave:N",
            sort=None,
            scale=alt.Scale(domain=list(columns.values()), paddingInner=0.06),
            axis=name_axis(tuple(columns.values())),
        ),
        y=row_axis("process", [row.cells[0].text for row in _moving(table)]),
        tooltip=[
            alt.Tooltip("process:N", title=table.columns[0].name),
            alt.Tooltip("wave_name:N", title=" "),
            alt.Tooltip("spoken:N", title=" "),
        ],
    )
    funded = base.transform_filter("!datum.is_dashed")
    cells = funded.mark_rect(cornerRadius=2).encode(
        fill=alt.Fill(
            "style:N",
            scale=colour_scale({entry.style: steps[entry.style].fill for entry in scale_entries}),
            legend=bin_legend({entry.style: entry.text for entry in scale_entries}),
        )
    )
    inks = colour_scale({entry.style: steps[entry.style].ink for entry in scale_entries})
    texts = funded.mark_text(fontWeight=BOLD).encode(
        text="levels:N", color=alt.Color("style:N", scale=inks, legend=None)
    )
    left_out = base.transform_filter("datum.is_dashed")
    edges = left_out.mark_rect(cornerRadius=2, fill=colours.ground, stroke=colours.edge, strokeDash=[4, 3])
    quiet = left_out.mark_text(color=colours.quiet_ink).encode(text="levels:N")
    return finished(
        alt.layer(cells, edges, texts, quiet).resolve_scale(color="independent", fill="independent"),
        rows={"steps": data},
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
        height=alt.Step(ROW_HEIGHT + 2),
    )


def _moving(table: Table) -> list[Row]:
    """The rows of processes, without the totals."""
    return [row for row in table.rows if Mark.TOTAL not in row.cells[0].marks]


def _datum(row: Row, column: Column, cell: Cell, columns: dict[str, str]) -> dict[str, Any]:
    return {
        "process": row.cells[0].text,
        "process_id": row.id,
        "wave": columns[column.id],
        "wave_id": column.id,
        "wave_name": column.name,
        "levels": cell.text,
        "value": cell.value,
        "style": cell.style,
        "spoken": cell.spoken,
        "is_dashed": Mark.DASHED in cell.marks,
    }
