"""The organisation's own profile on the six characteristics, with delivery and quality control."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import AssessmentResult
from assessment.reporting.bands import BAND_STEPS
from assessment.reporting.charts.theme import (
    BOLD,
    AnyChart,
    ChartTable,
    Theme,
    colour_scale,
    drawn_on,
    finished,
    palette,
    row_axis,
)
from assessment.reporting.wording import counted, listed, percent_text


def characteristics(framework: Framework, result: AssessmentResult, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Stacked bars: how many processes stand at N, P, L and F on each attribute, with the mean percent beside."""
    colours = palette(theme)
    data: list[dict[str, Any]] = []
    for entry in result.characteristics:
        start = 0
        for band in BAND_STEPS:
            count = entry.band_counts.get(band, 0)
            data.append(
                {
                    "attribute": framework.attribute_by_id[entry.attribute_id].name,
                    "attribute_id": entry.attribute_id,
                    "band": band,
                    "count": count,
                    "start": start,
                    "end": start + count,
                    "middle": start + count / 2,
                }
            )
            start += count
    means = [
        {
            "attribute": framework.attribute_by_id[entry.attribute_id].name,
            "mean": percent_text(entry.mean_percent),
            "place": sum(entry.band_counts.values()),
        }
        for entry in result.characteristics
    ]
    order = [str(row["attribute"]) for row in means]
    y = row_axis("attribute", order)
    base = drawn_on("counts").transform_filter("datum.count > 0")
    bars = base.mark_bar(stroke=colours.line, strokeWidth=1).encode(
        y=y,
        x=alt.X("start:Q", axis=None),
        x2="end:Q",
        fill=alt.Fill(
            "band:N",
            scale=colour_scale({band: step.fill for band, step in BAND_STEPS.items()}),
            legend=alt.Legend(title="Processes rated", orient="bottom", symbolType="square", symbolStrokeWidth=0),
        ),
        tooltip=[
            alt.Tooltip("attribute:N", title="Attribute"),
            alt.Tooltip("band:N", title="Band"),
            alt.Tooltip("count:Q", title="Processes"),
        ],
    )
    numbers = base.mark_text(fontWeight=BOLD).encode(
        y=y,
        x="middle:Q",
        text="count:Q",
        color=alt.Color(
            "band:N", scale=colour_scale({band: step.ink for band, step in BAND_STEPS.items()}), legend=None
        ),
    )
    mean_text = (
        drawn_on("means").mark_text(align="left", dx=8, color=colours.ink).encode(y=y, x="place:Q", text="mean:N")
    )
    layers = alt.layer(bars, numbers, mean_text).resolve_scale(color="independent", fill="independent")
    return finished(
        layers,
        rows={"counts": data, "means": means},
        title=characteristics_finding(framework, result),
        subtitle="Processes in scope at N, P, L and F on each attribute; at the right the mean percent.",
        theme=theme,
        height=alt.Step(30),
    )


def characteristics_table(framework: Framework, result: AssessmentResult) -> ChartTable:
    """The numbers of the profile: counts by band, mean, and the weakest processes."""
    return ChartTable(
        caption=characteristics_finding(framework, result),
        columns=("Attribute", *BAND_STEPS, "Mean", "Weakest processes"),
        rows=tuple(
            (
                framework.attribute_by_id[entry.attribute_id].name,
                *(entry.band_counts.get(band, 0) for band in BAND_STEPS),
                percent_text(entry.mean_percent),
                listed([framework.process_by_id[process_id].name for process_id in entry.weakest_process_ids]),
            )
            for entry in result.characteristics
        ),
    )


def characteristics_finding(framework: Framework, result: AssessmentResult) -> str:
    """The weakest attribute across the organisation, in one sentence."""
    measured = [entry for entry in result.characteristics if entry.mean_percent is not None]
    if not measured:
        return "No attribute is rated yet"
    weakest = min(measured, key=lambda entry: entry.mean_percent or 0.0)
    low = weakest.band_counts.get("N", 0) + weakest.band_counts.get("P", 0)
    total = sum(weakest.band_counts.values())
    name = framework.attribute_by_id[weakest.attribute_id].name
    return f"{name} is weakest: {low} of {counted(total, 'process', 'processes')} are not half way"
