"""What moved since an earlier assessment, drawn from its views."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from assessment.charts.comparison.slopes import Line, Stroke, slopes
from assessment.charts.heatmap import heatmap
from assessment.charts.theme import AnyChart, Theme
from assessment.views.model import Mark, Row, Table, View

NOISE = "noise"
STROKES: Mapping[str, Stroke] = {
    "same": Stroke(colour="edge", width=1),
    NOISE: Stroke(colour="edge", width=2, dash=(2, 3)),
    "fell": Stroke(colour="trouble", width=2.5, dash=(7, 4)),
    "improved": Stroke(colour="accent", width=3),
    "row": Stroke(colour="accent", width=1.5),
}


def since_slopes(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """A line a process from its score before to the one now; those without a score on one side have none."""
    table, sides = view.table("since-movement"), view.table("since-sides")
    lines = [_line(table, row) for row in table.rows if _is_drawn(table, row)]
    return slopes(
        lines,
        [sides.cell("date", column).text for column in ("before", "now")],
        STROKES,
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
    )


def trend_lines(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """A line a process over all assessments, through those where it has a score."""
    table = view.table("trend")
    own = [row for row in table.rows if Mark.TOTAL not in row.cells[0].marks]
    return slopes(
        [_trend_line(row) for row in own],
        [column.name for column in table.columns[1:]],
        STROKES,
        title=view.finding,
        subtitle=table.measure,
        theme=theme,
    )


def delta_heatmap(view: View, theme: Theme = Theme.LIGHT) -> AnyChart:
    """The changes of every attribute, as the heatmap draws its cells."""
    table = view.table("since-deltas")
    return heatmap(replace(view, finding=table.title, tables=(table,)), theme)


def _is_drawn(table: Table, row: Row) -> bool:
    return all(table.cell(row.id, column).value is not None for column in ("score-before", "score"))


def _line(table: Table, row: Row) -> Line:
    name, before, now, moved, track = (
        table.cell(row.id, column) for column in ("process", "score-before", "score", "moved", "track")
    )
    return Line(
        id=row.id,
        values=(_number(before.value), _number(now.value)),
        start=f"{name.text}  {before.text}",
        end=f"{name.text}  {now.spoken}",
        spoken=track.spoken,
        kind=NOISE if Mark.QUIET in moved.marks else str(moved.value),
    )


def _trend_line(row: Row) -> Line:
    name, *points = row.cells
    return Line(
        id=row.id,
        values=tuple(_number(point.value) for point in points),
        start=f"{name.text}  {points[0].text}",
        end=f"{name.text}  {points[-1].text}",
        spoken=", ".join(point.text for point in points),
        kind="row",
    )


def _number(value: float | str | None) -> float | None:
    return None if isinstance(value, str) else value
