"""How many processes stand at each level, and where each moves from as-is to target."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import AssessmentResult, GapStatus, ProcessResult
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
from assessment.reporting.wording import NO_VALUE, counted, listed, score_text, signed_text


def levels(framework: Framework, result: AssessmentResult, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Bars: processes at each level now; a hollow diamond marks how many are to be there."""
    colours = palette(theme)
    data: list[dict[str, Any]] = [
        {"level": name, "count": count, "target_count": target}
        for name, count, target in _level_rows(framework, result)
    ]
    order = [row["level"] for row in data]
    top = max([1, *(int(row["count"]) for row in data), *(int(row["target_count"]) for row in data)])
    base = drawn_on("rows").encode(y=row_axis("level", [str(name) for name in order]))
    scale = alt.Scale(domain=[0, top + 0.5], nice=False)
    bars = base.mark_bar(color=colours.accent, height={"band": 0.62}, cornerRadiusEnd=2).encode(
        x=alt.X("count:Q", scale=scale, axis=None),
        tooltip=[
            alt.Tooltip("level:N", title="Level"),
            alt.Tooltip("count:Q", title="Now"),
            alt.Tooltip("target_count:Q", title="Target"),
        ],
    )
    counts = base.mark_text(align="left", dx=6, color=colours.ink, fontWeight=BOLD).encode(
        x=alt.X("count:Q", scale=scale, axis=None), text="count:Q"
    )
    targets = (
        base.transform_filter("datum.target_count > 0")
        .mark_point(shape="diamond", size=90, filled=True, fill=colours.ground, stroke=colours.ink, strokeWidth=1.5)
        .encode(x=alt.X("target_count:Q", scale=scale, axis=None))
    )
    return finished(
        alt.layer(bars, targets, counts),
        rows={"rows": data},
        title=levels_finding(result),
        subtitle="Processes at each capability level now (bar) and as targeted (diamond).",
        theme=theme,
        height=alt.Step(ROW_HEIGHT + 2),
    )


def levels_table(framework: Framework, result: AssessmentResult) -> ChartTable:
    """The numbers of the level bars."""
    return ChartTable(
        caption=levels_finding(result),
        columns=("Level", "Processes now", "As targeted"),
        rows=_level_rows(framework, result),
    )


def levels_finding(result: AssessmentResult) -> str:
    """Where most processes stand, in one sentence."""
    counts = result.whole.level_counts
    if not any(counts):
        return "No process has a level yet"
    common = max(range(len(counts)), key=lambda level: (counts[level], -level))
    total = sum(counts)
    verb = "stands" if counts[common] == 1 else "stand"
    return f"{counts[common]} of {counted(total, 'process', 'processes')} {verb} at level {common}"


def movement(framework: Framework, result: AssessmentResult, theme: Theme = Theme.LIGHT) -> AnyChart:
    """From as-is to target for each process: a dot, a line and a hollow diamond, largest gap first."""
    colours = palette(theme)
    data = [_movement_datum(framework, process) for process in movement_order(result)]
    order = [str(row["process"]) for row in data]
    scale = alt.Scale(domain=[-0.25, 5.25], nice=False)
    axis = alt.Axis(title="Capability level", values=[0, 1, 2, 3, 4, 5], format="d", orient="top", titleAnchor="start")
    base = drawn_on("rows").encode(y=row_axis("process", order))
    x = alt.X("score:Q", scale=scale, axis=axis)
    target = alt.X("target_level:Q", scale=scale, axis=axis)
    tooltip = [
        alt.Tooltip("process:N", title="Process"),
        alt.Tooltip("shown_score:N", title="Score"),
        alt.Tooltip("target_level:Q", title="Target"),
        alt.Tooltip("status:N", title="Status"),
    ]
    lines = base.mark_rule(strokeWidth=2, color=colours.edge).encode(x=x, x2="target_level:Q", tooltip=tooltip)
    dots = base.mark_point(filled=True, size=90, color=colours.accent, opacity=1).encode(x=x, tooltip=tooltip)
    aims = base.mark_point(
        shape="diamond", filled=True, size=100, fill=colours.ground, stroke=colours.ink, strokeWidth=1.5, opacity=1
    ).encode(x=target, tooltip=tooltip)
    is_below = "datum.score <= datum.target_level"
    left = base.transform_filter(is_below).mark_text(align="right", dx=-9, color=colours.ink)
    right = base.transform_filter(f"!({is_below})").mark_text(align="left", dx=9, color=colours.ink)
    text = [mark.encode(x=x, text="shown_score:N") for mark in (left, right)]
    return finished(
        alt.layer(lines, aims, dots, *text),
        rows={"rows": data},
        title=movement_finding(framework, result),
        subtitle="Score as it is (dot, with its number) and target level (diamond), largest distance first.",
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def movement_table(framework: Framework, result: AssessmentResult) -> ChartTable:
    """The numbers of the movement chart: level, score, target, distance and status of each process."""
    return ChartTable(
        caption=movement_finding(framework, result),
        columns=("Process", "Level", "Score", "Target", "Levels to go", "Status"),
        rows=tuple(
            (
                framework.process_by_id[process.process_id].name,
                process.level.level,
                score_text(process.level.score),
                process.target.target_level,
                signed_text(process.target.level_gap),
                process.target.status.value if process.target.status else NO_VALUE,
            )
            for process in movement_order(result)
        ),
    )


def movement_finding(framework: Framework, result: AssessmentResult) -> str:
    """Which processes have furthest to go, in one sentence."""
    ordered = [process for process in movement_order(result) if process.target.status is GapStatus.BELOW]
    if not ordered:
        return "Every process is at its target" if movement_order(result) else "No process has a level yet"
    widest = ordered[0].target.level_gap or 0
    far = [
        framework.process_by_id[process.process_id].name
        for process in ordered
        if (process.target.level_gap or 0) == widest
    ]
    verb = "is" if len(far) == 1 else "are"
    if widest < 1:
        return f"{listed(far, limit=3)} {verb} just below target"
    return f"{listed(far, limit=3)} {verb} {counted(widest, 'level')} below target"


def _level_rows(framework: Framework, result: AssessmentResult) -> tuple[tuple[str, int, int], ...]:
    targets = [process.target.target_level for process in result.processes if process.level.level is not None]
    return tuple(
        (f"{entry.level}  {entry.name}", result.whole.level_counts[entry.level], targets.count(entry.level))
        for entry in sorted(framework.levels, key=lambda entry: entry.level)
    )


def movement_order(result: AssessmentResult) -> list[ProcessResult]:
    """Processes with a level, the one with most levels to go first."""
    with_level = [process for process in result.processes if process.level.score is not None]
    return sorted(with_level, key=lambda process: (-(process.target.level_gap or 0), -(process.target.score_gap or 0)))


def _movement_datum(framework: Framework, process: ProcessResult) -> dict[str, Any]:
    return {
        "process": framework.process_by_id[process.process_id].name,
        "process_id": process.process_id,
        "score": process.level.score,
        "shown_score": score_text(process.level.score),
        "target_level": process.target.target_level,
        "status": process.target.status.value if process.target.status else "",
    }
