"""The matrix of hand-offs: who supplies whom, how well each hand-off works, and which are broken."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import altair as alt

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import AssessmentResult
from assessment.domain.rating.scale import LETTERS
from assessment.reporting.charts.theme import (
    BOLD,
    ROW_HEIGHT,
    AnyChart,
    ChartTable,
    Theme,
    bin_legend,
    colour_scale,
    drawn_on,
    finished,
    ink_of,
    palette,
    row_axis,
)
from assessment.reporting.tokens import RATING_SCALE
from assessment.reporting.wording import NO_DATA, NO_VALUE, counted

DONT_KNOW = "?"
SIGN_OFFSET = 11


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOff:
    """One linkage in scope. `label` is its letter, a dot where nobody rated it, a dash where it does not apply."""

    linkage_id: str
    from_process: str
    to_process: str
    flow: str
    label: str
    is_broken: bool
    is_hard: bool

    @property
    def is_rated(self) -> bool:
        """True if it has a letter."""
        return self.label in RATING_SCALE


def hand_offs(framework: Framework, assessment: Assessment, result: AssessmentResult) -> tuple[HandOff, ...]:
    """Every linkage with both ends in scope, in the framework's order."""
    answers = {rating.linkage_id: rating.answer for rating in assessment.linkage_ratings}
    broken = {entry.linkage_id for entry in result.broken_hand_offs}
    found = []
    for linkage in framework.linkages:
        if linkage.from_process not in assessment.scope or linkage.to_process not in assessment.scope:
            continue
        answer = answers.get(linkage.id)
        if answer is None:
            label = NO_DATA
        elif answer.kind is AnswerKind.RATED and answer.code is not None:
            label = LETTERS[answer.code].value
        else:
            label = NO_VALUE if answer.kind is AnswerKind.NOT_APPLICABLE else DONT_KNOW
        found.append(
            HandOff(
                linkage_id=linkage.id,
                from_process=linkage.from_process,
                to_process=linkage.to_process,
                flow=linkage.flow,
                label=label,
                is_broken=linkage.id in broken,
                is_hard=linkage.is_hard,
            )
        )
    return tuple(found)


def handoffs(
    framework: Framework, assessment: Assessment, result: AssessmentResult, theme: Theme = Theme.LIGHT
) -> AnyChart:
    """The matrix: a row a supplying process, a column a receiving one; a broken hand-off has an edge and a sign."""
    found = hand_offs(framework, assessment, result)
    names = {process_id: framework.process_by_id[process_id].name for process_id in assessment.scope}
    givers = [name for process_id, name in names.items() if any(one.from_process == process_id for one in found)]
    takers = [name for process_id, name in names.items() if any(one.to_process == process_id for one in found)]
    place: dict[str, Any] = {
        "x": alt.X(
            "to:N",
            sort=None,
            scale=alt.Scale(domain=takers, paddingInner=0.06),
            axis=alt.Axis(title=None, orient="top", labelAngle=-40, labelAlign="left", labelPadding=4, labelLimit=0),
        ),
        "y": row_axis("from", givers),
    }
    colours = palette(theme)
    tips = [alt.Tooltip(f"{field}:N", title=title) for field, title in _TIPS]
    base = drawn_on("hand-offs").encode(**place, tooltip=tips)
    fills = {letter.value: step.fill for letter, step in RATING_SCALE.items()}
    inks = {letter.value: step.ink for letter, step in RATING_SCALE.items()}
    cells = (
        base.transform_filter("datum.is_rated")
        .mark_rect(cornerRadius=2, stroke=colours.line, strokeWidth=0.6)
        .encode(
            fill=alt.Fill(
                "label:N",
                scale=colour_scale(fills),
                legend=bin_legend("Rating"),
            )
        )
    )
    empty = base.transform_filter("!datum.is_rated").mark_rect(
        cornerRadius=2, fill=colours.ground, stroke=colours.line, strokeWidth=0.8
    )
    edges = base.transform_filter("datum.is_broken").mark_rect(
        cornerRadius=2, fillOpacity=0, stroke=colours.ink, strokeWidth=2
    )
    letters = base.mark_text(fontWeight=BOLD).encode(text="label:N", color=ink_of(inks, "ink", colours.quiet_ink))
    signs = base.transform_filter("datum.is_broken").mark_text(fontWeight=BOLD, dx=SIGN_OFFSET)
    signs = signs.encode(text=alt.value("!"), color=ink_of(inks, "ink", colours.quiet_ink))
    layers = alt.layer(cells, empty, edges, letters, signs).resolve_scale(color="independent", fill="independent")
    return finished(
        layers,
        rows={"hand-offs": [_datum(framework, one) for one in found]},
        title=handoffs_finding(framework, assessment, result),
        subtitle="From the process on the left to the one above, rated N (not done) to F (fully). Edge and !: broken, "
        "that is below L with a process in need at either end. Dot: not rated.",
        theme=theme,
        height=alt.Step(ROW_HEIGHT),
    )


def handoffs_table(framework: Framework, assessment: Assessment, result: AssessmentResult) -> ChartTable:
    """What the matrix says, hand-off by hand-off."""
    return ChartTable(
        caption=handoffs_finding(framework, assessment, result),
        columns=("From", "To", "What is handed over", "Rating", "State"),
        rows=tuple(
            (
                framework.process_by_id[one.from_process].name,
                framework.process_by_id[one.to_process].name,
                one.flow,
                one.label,
                _state(one),
            )
            for one in hand_offs(framework, assessment, result)
        ),
    )


def handoffs_finding(framework: Framework, assessment: Assessment, result: AssessmentResult) -> str:
    """How many hand-offs are broken, in one sentence."""
    found = hand_offs(framework, assessment, result)
    rated_count = sum(one.is_rated for one in found)
    if not rated_count:
        return f"None of the {counted(len(found), 'hand-off')} is rated yet"
    broken_count = sum(one.is_broken for one in found)
    verb = "is" if broken_count == 1 else "are"
    return f"{broken_count} of {counted(rated_count, 'rated hand-off')} {verb} broken; there are {len(found)} in scope"


_TIPS = (("from", "From"), ("to", "To"), ("flow", "Handed over"), ("label", "Rating"), ("state", "State"))


def _datum(framework: Framework, one: HandOff) -> dict[str, Any]:
    return {
        "from": framework.process_by_id[one.from_process].name,
        "to": framework.process_by_id[one.to_process].name,
        "flow": one.flow,
        "label": one.label,
        "ink": one.label if one.is_rated else "otherwise",
        "state": _state(one),
        "is_rated": one.is_rated,
        "is_broken": one.is_broken,
    }


def _state(one: HandOff) -> str:
    return ", ".join(word for word, holds in (("broken", one.is_broken), ("binds the roadmap", one.is_hard)) if holds)
