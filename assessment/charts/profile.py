"""One process by its eight attributes: where each stands, how sure, and where it should be."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import AttributeResult, Outcome, ProcessResult
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
from assessment.reporting.wording import NO_DATA, NO_VALUE, level_text, listed, percent_text, score_text, share_text

LEVEL_BOUND_PERCENT = 50.0


def profile(
    framework: Framework, process: ProcessResult, theme: Theme = Theme.LIGHT, *, carry_percent: float = 67.5
) -> AnyChart:
    """Attribute profile: a dot as it is, a bar for what unanswered items leave open, a diamond as it should be.

    Two thin rules stand at 50 % (an attribute counts for its level) and at the carry bound (it carries the next).
    """
    colours = palette(theme)
    data = [_datum(framework, process, attribute) for attribute in process.attributes]
    order = [str(row["attribute"]) for row in data]
    scale = alt.Scale(domain=[0, 100], nice=False)
    axis = alt.Axis(
        title="Percent of full achievement",
        values=[0, LEVEL_BOUND_PERCENT, carry_percent, 100],
        format="~f",
        orient="top",
        titleAnchor="start",
    )
    base = drawn_on("rows").encode(y=row_axis("attribute", order))
    x = alt.X("percent:Q", scale=scale, axis=axis)
    tooltip = [
        alt.Tooltip("attribute:N", title="Attribute"),
        alt.Tooltip("shown:N", title="As-is"),
        alt.Tooltip("range:N", title="Could be"),
        alt.Tooltip("to_be_shown:N", title="To-be"),
    ]
    known = base.transform_filter("isValid(datum.percent)")
    ranges = (
        base.transform_filter("isValid(datum.low_percent)")
        .mark_bar(height=8, color=colours.line, cornerRadius=4)
        .encode(x=alt.X("low_percent:Q", scale=scale, axis=axis), x2="high_percent:Q", tooltip=tooltip)
    )
    moves = (
        known.transform_filter("isValid(datum.to_be_percent)")
        .mark_rule(strokeWidth=1.5, color=colours.edge)
        .encode(x=x, x2="to_be_percent:Q")
    )
    aims = (
        base.transform_filter("isValid(datum.to_be_percent)")
        .mark_point(
            shape="diamond", filled=True, size=90, fill=colours.ground, stroke=colours.ink, strokeWidth=1.5, opacity=1
        )
        .encode(x=alt.X("to_be_percent:Q", scale=scale, axis=axis), tooltip=tooltip)
    )
    dots = known.mark_point(filled=True, size=90, opacity=1).encode(
        x=x,
        color=alt.condition("datum.holds", alt.value(colours.care), alt.value(colours.accent)),
        shape=alt.condition("datum.holds", alt.value("square"), alt.value("circle")),
        tooltip=tooltip,
    )
    letters = base.mark_text(align="left", dx=4, color=colours.ink, fontWeight=BOLD).encode(
        x=alt.value("width"), text="label:N"
    )
    return finished(
        alt.layer(ranges, moves, aims, dots, letters),
        rows={"rows": data},
        title=profile_finding(framework, process),
        subtitle="As it is (dot; a square holds the level), as it should be (diamond), what is left open (bar).",
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def profile_table(framework: Framework, process: ProcessResult) -> ChartTable:
    """The numbers of the profile: letter, percentage, bounds, coverage and to-be of each attribute."""
    aims = {cell.attribute_id: cell for cell in process.target.cells}
    rows = []
    for attribute in process.attributes:
        aim = aims.get(attribute.attribute_id)
        rows.append(
            (
                framework.attribute_by_id[attribute.attribute_id].name,
                framework.attribute_by_id[attribute.attribute_id].level,
                _label(attribute),
                percent_text(attribute.percent),
                _range(attribute),
                share_text(attribute.coverage_share),
                aim.to_be_letter.value if aim and aim.to_be_letter else NO_VALUE,
                percent_text(aim.to_be_percent if aim else None),
            )
        )
    return ChartTable(
        caption=profile_finding(framework, process),
        columns=("Attribute", "For level", "As-is", "Percent", "Could be", "Answered", "To-be", "To-be percent"),
        rows=tuple(rows),
    )


def profile_finding(framework: Framework, process: ProcessResult) -> str:
    """The level of a process and what holds it, in one sentence."""
    name = framework.process_by_id[process.process_id].name
    if process.level.level is None:
        return f"{name} has no level: its delivery work does not apply"
    start = f"{name} is at level {level_text(process.level.level)} ({score_text(process.level.score)})"
    if not process.level.held_by:
        return start
    held = [framework.attribute_by_id[attribute_id].name.lower() for attribute_id in process.level.held_by]
    return f"{start}, held by {listed(held, limit=3)}"


def _label(attribute: AttributeResult) -> str:
    if attribute.outcome is Outcome.NOT_APPLICABLE:
        return NO_VALUE
    if attribute.outcome is Outcome.UNRATED or attribute.letter is None:
        return NO_DATA
    return attribute.letter.value


def _range(attribute: AttributeResult) -> str:
    if attribute.low_percent is None or attribute.high_percent is None:
        return NO_VALUE
    low, high = percent_text(attribute.low_percent), percent_text(attribute.high_percent)
    return low if low == high else f"{low} to {high}"


def _datum(framework: Framework, process: ProcessResult, attribute: AttributeResult) -> dict[str, Any]:
    aim = next((cell for cell in process.target.cells if cell.attribute_id == attribute.attribute_id), None)
    is_rated = attribute.outcome is Outcome.RATED
    to_be = None if aim is None or attribute.outcome is Outcome.NOT_APPLICABLE else aim.to_be_percent
    return {
        "attribute": framework.attribute_by_id[attribute.attribute_id].name,
        "attribute_id": attribute.attribute_id,
        "percent": round(attribute.percent, 1) if is_rated and attribute.percent is not None else None,
        "low_percent": None if attribute.low_percent is None else round(attribute.low_percent, 1),
        "high_percent": None if attribute.high_percent is None else round(attribute.high_percent, 1),
        "to_be_percent": None if to_be is None else round(to_be, 1),
        "label": _label(attribute),
        "shown": f"{_label(attribute)} ({percent_text(attribute.percent)})" if is_rated else "nothing rated",
        "range": _range(attribute),
        "to_be_shown": percent_text(to_be),
        "holds": attribute.attribute_id in process.level.held_by,
    }
