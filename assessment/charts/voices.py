"""What people said: the answers to one item, and where leadership and practitioners see a process differently."""

from __future__ import annotations

import altair as alt

from assessment.domain.authored.content import RatingLetter
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import ItemResult, ProcessResult
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
from assessment.reporting.wording import counted, percent_text, signed_text, whole


def answers(item: ItemResult, theme: Theme = Theme.LIGHT) -> AnyChart:
    """The answers to one item as dots, a column a letter; the consensus stands out in the accent."""
    colours = palette(theme)
    letters = [letter.value for letter in RatingLetter]
    data = [
        {"letter": letters[code], "place": place, "is_consensus": code == item.code}
        for code, count in enumerate(item.code_counts)
        for place in range(1, count + 1)
    ]
    top = max([3, *item.code_counts])
    dots = (
        drawn_on("rows")
        .mark_point(filled=True, size=110, opacity=1)
        .encode(
            x=alt.X(
                "letter:N",
                sort=None,
                scale=alt.Scale(domain=letters),
                axis=alt.Axis(title=None, labelAngle=0, labelFontWeight=BOLD),
            ),
            y=alt.Y("place:Q", scale=alt.Scale(domain=[0.4, top + 0.6], nice=False), axis=None),
            color=alt.condition("datum.is_consensus", alt.value(colours.accent), alt.value(colours.edge)),
        )
    )
    return finished(
        dots,
        rows={"rows": data},
        title=answers_finding(item),
        subtitle="One dot is one answer; the accent marks the value that counts.",
        theme=theme,
        height=16 * top + 12,
    )


def answers_table(item: ItemResult) -> ChartTable:
    """How many chose each letter, and how many said not applicable or don't know."""
    rows: list[tuple[str, int]] = [
        (letter.value, count) for letter, count in zip(RatingLetter, item.code_counts, strict=True)
    ]
    rows += [("Not applicable", item.not_applicable_count), ("Don't know", item.dont_know_count)]
    return ChartTable(caption=answers_finding(item), columns=("Answer", "People"), rows=tuple(rows))


def answers_finding(item: ItemResult) -> str:
    """The consensus and how it arose, in one sentence."""
    count = sum(item.code_counts)
    if item.code is None:
        return "No value: nobody rated it" if not count else "Not applicable"
    letter = list(RatingLetter)[item.code].value
    source = "agreed in the room" if item.is_agreed else f"the lower median of {counted(count, 'answer')}"
    return f"{letter}, {source}"


def perception(framework: Framework, process: ProcessResult, theme: Theme = Theme.LIGHT) -> AnyChart:
    """Leadership beside practitioners on each attribute; only where both sides reach the anonymity floor."""
    colours = palette(theme)
    data = [
        {
            "attribute": framework.attribute_by_id[gap.attribute_id].name,
            "leadership": round(gap.leadership_percent, 1),
            "practitioner": round(gap.practitioner_percent, 1),
            "gap": signed_text(gap.gap_percent),
        }
        for gap in process.perception_gaps
    ]
    order = [str(row["attribute"]) for row in data]
    scale = alt.Scale(domain=[0, 100], nice=False)
    axis = alt.Axis(title="Percent of full achievement", values=[0, 50, 100], orient="top", titleAnchor="start")
    base = drawn_on("rows").encode(
        y=row_axis("attribute", order),
        tooltip=[
            alt.Tooltip("attribute:N", title="Attribute"),
            alt.Tooltip("leadership:Q", title="Leadership"),
            alt.Tooltip("practitioner:Q", title="Practitioners"),
            alt.Tooltip("gap:N", title="Difference"),
        ],
    )
    x = alt.X("leadership:Q", scale=scale, axis=axis)
    layers = alt.layer(
        base.mark_rule(strokeWidth=2, color=colours.edge).encode(x=x, x2="practitioner:Q"),
        base.mark_point(filled=True, size=90, color=colours.accent, opacity=1).encode(
            x=alt.X("practitioner:Q", scale=scale, axis=axis)
        ),
        base.mark_point(
            shape="diamond", filled=True, size=100, fill=colours.ground, stroke=colours.ink, strokeWidth=1.5, opacity=1
        ).encode(x=x),
        base.mark_text(align="left", dx=4, color=colours.ink).encode(x=alt.value("width"), text="gap:N"),
    )
    return finished(
        layers,
        rows={"rows": data},
        title=perception_finding(framework, process),
        subtitle="Practitioners (dot) and leadership (diamond); at the right leadership minus practitioners in points.",
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def perception_table(framework: Framework, process: ProcessResult) -> ChartTable:
    """The numbers of the perception chart."""
    return ChartTable(
        caption=perception_finding(framework, process),
        columns=("Attribute", "Leadership", "Practitioners", "Difference"),
        rows=tuple(
            (
                framework.attribute_by_id[gap.attribute_id].name,
                percent_text(gap.leadership_percent),
                percent_text(gap.practitioner_percent),
                signed_text(gap.gap_percent),
            )
            for gap in process.perception_gaps
        ),
    )


def perception_finding(framework: Framework, process: ProcessResult) -> str:
    """The widest difference between the two sides, in one sentence."""
    if not process.perception_gaps:
        return "Too few answers on one side to compare leadership with practitioners"
    widest = max(process.perception_gaps, key=lambda gap: abs(gap.gap_percent))
    name = framework.attribute_by_id[widest.attribute_id].name.lower()
    points = whole(abs(round(widest.gap_percent, 6)))
    if points == 0:
        return "Leadership and practitioners see the same"
    direction = "higher" if widest.gap_percent > 0 else "lower"
    return f"Leadership rates {name} {counted(points, 'point', 'points')} {direction} than practitioners"
