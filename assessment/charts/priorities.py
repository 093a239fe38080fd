"""Which process comes first and how firm that order is."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Firmness, RankFirmness
from assessment.domain.rating.results import AssessmentResult, PriorityResult
from assessment.reporting.charts.theme import (
    BOLD,
    ROW_HEIGHT,
    AnyChart,
    ChartTable,
    Theme,
    drawn_on,
    finished,
    palette,
    row_axis,
)
from assessment.reporting.wording import hundredth_text, listed, number_text, rounded, share_text, tenth_text


def priorities(
    framework: Framework, result: AssessmentResult, theme: Theme = Theme.LIGHT, *, limit: int | None = None
) -> AnyChart:
    """Bars of priority, 0 to 100, by rank; a dashed, pale bar is provisional. `limit` keeps the first few."""
    colours = palette(theme)
    data = [_datum(framework, entry) for entry in ranked(result, limit)]
    order = [str(row["process"]) for row in data]
    top = max([1.0, *(float(row["priority"]) for row in data)])
    scale = alt.Scale(domain=[0, top * 1.12], nice=False)
    base = drawn_on("rows").encode(y=row_axis("process", order), x=alt.X("priority:Q", scale=scale, axis=None))
    bars = base.mark_bar(color=colours.accent, height={"band": 0.62}, cornerRadiusEnd=2).encode(
        fillOpacity=alt.condition("datum.is_provisional", alt.value(0.25), alt.value(1)),
        tooltip=[
            alt.Tooltip("process:N", title="Process"),
            alt.Tooltip("shown:N", title="Priority"),
            alt.Tooltip("need:N", title="Need"),
            alt.Tooltip("pain:N", title="Pain, 0 to 5"),
            alt.Tooltip("importance:N", title="Importance, 0 to 5"),
            alt.Tooltip("leverage:N", title="Leverage, 0 to 1"),
        ],
    )
    dashes = base.transform_filter("datum.is_provisional").mark_bar(
        fillOpacity=0, stroke=colours.ink, strokeWidth=1.2, strokeDash=[4, 3], height={"band": 0.62}, cornerRadiusEnd=2
    )
    numbers = base.mark_text(align="left", dx=6, color=colours.ink, fontWeight=BOLD).encode(text="shown:N")
    return finished(
        alt.layer(bars, dashes, numbers),
        rows={"rows": data},
        title=priorities_finding(framework, result),
        subtitle="Priority, 0 to 100: unmet need times pain, importance and leverage.",
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def priorities_table(framework: Framework, result: AssessmentResult, *, limit: int | None = None) -> ChartTable:
    """The numbers behind the priorities: rank, priority and each of its parts."""
    return ChartTable(
        caption=priorities_finding(framework, result),
        columns=("Rank", "Process", "Priority", "Need", "Pain", "Importance", "Leverage, 0 to 1"),
        rows=tuple(
            (
                entry.rank,
                framework.process_by_id[entry.process_id].name,
                tenth_text(entry.priority),
                share_text(entry.need_share),
                number_text(entry.pain),
                number_text(entry.importance),
                hundredth_text(entry.leverage_share),
            )
            for entry in ranked(result, limit)
        ),
    )


def priorities_finding(framework: Framework, result: AssessmentResult) -> str:
    """Which processes come first, in one sentence."""
    first = [framework.process_by_id[entry.process_id].name for entry in ranked(result, 3)]
    if not first:
        return "Nothing to prioritise: no process is below its target"
    return f"{listed(first)} {'comes' if len(first) == 1 else 'come'} first"


def ranks(framework: Framework, firmness: Firmness, theme: Theme = Theme.LIGHT) -> AnyChart:
    """How firm each rank is: median rank (dot) and the interval that holds 90 % of the draws (line)."""
    colours = palette(theme)
    data: list[dict[str, Any]] = [
        {
            "process": framework.process_by_id[entry.process_id].name,
            "process_id": entry.process_id,
            "median_rank": rounded(entry.median_rank),
            "low_rank": rounded(entry.low_rank),
            "high_rank": rounded(entry.high_rank),
            "top_three": share_text(entry.top_three_share),
        }
        for entry in by_median_rank(firmness)
    ]
    last = max([1.0, *(float(row["high_rank"]) for row in data)])
    scale = alt.Scale(domain=[0.5, last + 0.5], nice=False)
    values = [1, 3, *range(5, int(last) + 1, 5)]
    axis = alt.Axis(title="Rank", values=values, format="d", orient="top", titleAnchor="start")
    base = drawn_on("rows").encode(
        y=row_axis("process", [str(row["process"]) for row in data]),
        tooltip=[
            alt.Tooltip("process:N", title="Process"),
            alt.Tooltip("median_rank:Q", title="Median rank"),
            alt.Tooltip("low_rank:Q", title="From"),
            alt.Tooltip("high_rank:Q", title="To"),
            alt.Tooltip("top_three:N", title="In the first three"),
        ],
    )
    lines = base.mark_rule(strokeWidth=2, color=colours.edge).encode(
        x=alt.X("low_rank:Q", scale=scale, axis=axis), x2="high_rank:Q"
    )
    dots = base.mark_point(filled=True, size=90, color=colours.accent, opacity=1).encode(
        x=alt.X("median_rank:Q", scale=scale, axis=axis)
    )
    shares = base.mark_text(align="left", dx=9, color=colours.ink).encode(
        x=alt.X("high_rank:Q", scale=scale, axis=axis), text="top_three:N"
    )
    return finished(
        alt.layer(lines, dots, shares),
        rows={"rows": data},
        title=ranks_finding(framework, firmness),
        subtitle=f"Median rank and 90 % interval in {firmness.draw_count} draws, and the chance of the first three.",
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def ranks_table(framework: Framework, firmness: Firmness) -> ChartTable:
    """The numbers of the rank chart."""
    return ChartTable(
        caption=ranks_finding(framework, firmness),
        columns=("Process", "In the first three", "Median rank", "From rank", "To rank"),
        rows=tuple(
            (
                framework.process_by_id[entry.process_id].name,
                share_text(entry.top_three_share),
                number_text(entry.median_rank),
                number_text(entry.low_rank),
                number_text(entry.high_rank),
            )
            for entry in by_median_rank(firmness)
        ),
    )


def ranks_finding(framework: Framework, firmness: Firmness) -> str:
    """How firm the order is and which processes are safe at the top, in one sentence."""
    safe = [
        framework.process_by_id[entry.process_id].name
        for entry in by_median_rank(firmness)
        if entry.top_three_share >= 0.8
    ]
    start = f"The order is {firmness.word}"
    if not safe:
        return f"{start}: no process is safe in the first three"
    return f"{start}: {listed(safe)} {'stays' if len(safe) == 1 else 'stay'} in the first three"


def by_median_rank(firmness: Firmness) -> list[RankFirmness]:
    """Processes by their median rank over the draws."""
    return sorted(firmness.processes, key=lambda entry: (entry.median_rank, -entry.top_three_share))


def ranked(result: AssessmentResult, limit: int | None) -> list[PriorityResult]:
    """Processes with a need, by rank; `limit` keeps the first few."""
    wanted = sorted((entry for entry in result.priorities if entry.priority > 0), key=lambda entry: entry.rank)
    return wanted[:limit]


def _datum(framework: Framework, entry: PriorityResult) -> dict[str, Any]:
    return {
        "process": framework.process_by_id[entry.process_id].name,
        "process_id": entry.process_id,
        "priority": rounded(entry.priority),
        "shown": tenth_text(entry.priority),
        "need": share_text(entry.need_share),
        "pain": number_text(entry.pain),
        "importance": number_text(entry.importance),
        "leverage": hundredth_text(entry.leverage_share),
        "is_provisional": entry.is_provisional,
    }
