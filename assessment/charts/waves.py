"""The roadmap as a picture: which process moves from which level to which, and when."""

from __future__ import annotations

from typing import Any

import altair as alt

from assessment.domain.authored.content import RatingLetter
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Roadmap, Step
from assessment.domain.rating.results import AssessmentResult
from assessment.reporting.charts.theme import (
    BOLD,
    ROW_HEIGHT,
    AnyChart,
    ChartTable,
    Theme,
    colour_scale,
    drawn_on,
    finished,
    name_axis,
    palette,
    row_axis,
    wrapped,
)
from assessment.reporting.tokens import RATING_SCALE
from assessment.reporting.wording import counted, tenth_text

NOT_FUNDED = "Not funded"
LEVEL_STEPS = dict(zip(range(6), (RATING_SCALE[letter] for letter in RatingLetter), strict=True))


def waves(framework: Framework, result: AssessmentResult, roadmap: Roadmap, theme: Theme = Theme.LIGHT) -> AnyChart:
    """What moves when: a row a process with steps, a column a wave, in each cell the levels from and to."""
    colours = palette(theme)
    names = wave_names(roadmap)
    data = _cells(framework, roadmap, names)
    order = list(dict.fromkeys(str(row["process"]) for row in data))
    columns = [wrapped(name, 18) for name in names]
    x = alt.X(
        "wave:N",
        sort=None,
        scale=alt.Scale(domain=columns, paddingInner=0.06),
        axis=name_axis(columns),
    )
    base = drawn_on("steps").encode(
        x=x,
        y=row_axis("process", order),
        tooltip=[
            alt.Tooltip("process:N", title="Process"),
            alt.Tooltip("levels:N", title="Level"),
            alt.Tooltip("wave:N", title="Wave"),
            alt.Tooltip("effort:Q", title="Effort, points"),
            alt.Tooltip("value:N", title="Value, points"),
        ],
    )
    used = {row["to"] for row in data if row["is_funded"]}
    fills = {f"level {level}": step.fill for level, step in LEVEL_STEPS.items() if f"level {level}" in used}
    inks = {f"level {level}": step.ink for level, step in LEVEL_STEPS.items() if level}
    funded = base.transform_filter("datum.is_funded")
    cells = funded.mark_rect(cornerRadius=2).encode(
        fill=alt.Fill(
            "to:N",
            scale=colour_scale(fills),
            legend=alt.Legend(title="Raised to", orient="bottom", symbolType="square", symbolStrokeWidth=0),
        )
    )
    left_out = base.transform_filter("!datum.is_funded").mark_rect(
        cornerRadius=2, fill=colours.ground, stroke=colours.edge, strokeDash=[4, 3]
    )
    text = funded.mark_text(fontWeight=BOLD).encode(
        text="levels:N", color=alt.Color("to:N", scale=colour_scale(inks), legend=None)
    )
    quiet = base.transform_filter("!datum.is_funded").mark_text(color=colours.quiet_ink).encode(text="levels:N")
    return finished(
        alt.layer(cells, left_out, text, quiet).resolve_scale(color="independent", fill="independent"),
        rows={"steps": data},
        title=waves_finding(result, roadmap),
        subtitle="Levels each process moves through, wave by wave.",
        theme=theme,
        height=alt.Step(ROW_HEIGHT + 2),
    )


def waves_table(framework: Framework, roadmap: Roadmap) -> ChartTable:
    """The numbers of the wave chart: one row a step."""
    names = wave_names(roadmap)
    return ChartTable(
        caption="Steps of the roadmap by wave",
        columns=("Wave", "Process", "From level", "To level", "Effort", "Value"),
        rows=tuple(
            (
                _wave_name(step, names),
                framework.process_by_id[step.process_id].name,
                step.from_level,
                step.to_level,
                step.effort_count,
                tenth_text(step.value),
            )
            for step in roadmap.steps
        ),
    )


def waves_finding(result: AssessmentResult, roadmap: Roadmap) -> str:
    """How many steps are planned and where they lead, in one sentence."""
    count = sum(len(wave.steps) for wave in roadmap.waves)
    if not roadmap.steps:
        return "No step is needed: every process is at its target"
    if not count:
        return f"None of {counted(len(roadmap.steps), 'step')} is funded"
    targets = {process.process_id: process.target.target_level for process in result.processes if process.is_in_model}
    after: dict[str, int | None] = {process.process_id: process.level.level for process in result.processes}
    for wave in roadmap.waves:
        after |= dict(wave.levels_after)
    reached = sum((after.get(process_id) or 0) >= target for process_id, target in targets.items())
    start = f"{counted(count, 'step')} in {counted(len(roadmap.waves), 'wave')}"
    return f"{start} bring {reached} of {counted(len(targets), 'process', 'processes')} to target"


def wave_names(roadmap: Roadmap) -> tuple[str, ...]:
    """Names of the columns: each wave by its label, and the steps that are not funded, if any."""
    names = tuple(wave.label for wave in roadmap.waves)
    return (*names, NOT_FUNDED) if roadmap.not_funded else names


def _wave_name(step: Step, names: tuple[str, ...]) -> str:
    return names[step.wave - 1] if step.wave else NOT_FUNDED


def _cells(framework: Framework, roadmap: Roadmap, names: tuple[str, ...]) -> list[dict[str, Any]]:
    """One cell a process and wave; the steps of a process that are not funded share one."""
    together: dict[tuple[int, str], list[Step]] = {}
    for step in sorted(roadmap.steps, key=lambda step: (step.wave or len(roadmap.waves) + 1, step.to_level)):
        together.setdefault((step.wave, step.process_id), []).append(step)
    return [_datum(framework, steps, names) for steps in together.values()]


def _datum(framework: Framework, steps: list[Step], names: tuple[str, ...]) -> dict[str, Any]:
    first, last = steps[0], steps[-1]
    return {
        "process": framework.process_by_id[first.process_id].name,
        "process_id": first.process_id,
        "wave": wrapped(_wave_name(first, names), 18),
        "levels": f"{first.from_level} to {last.to_level}",
        "to": f"level {last.to_level}",
        "effort": sum(step.effort_count for step in steps),
        "value": tenth_text(sum(step.value for step in steps)),
        "is_funded": first.wave > 0,
    }
