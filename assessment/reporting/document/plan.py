"""The roadmap as printed: what moves when, wave by wave, and what is not funded."""

from __future__ import annotations

from assessment.domain.planning.results import FirstAction, Step, Wave
from assessment.reporting.charts.heatmap import projected_finding
from assessment.reporting.charts.waves import wave_names, waves_finding
from assessment.reporting.document.model import (
    ActionLine,
    Cell,
    Chapter,
    Column,
    Fact,
    LegendEntry,
    Plan,
    Row,
    StepBlock,
    Table,
    WaveBlock,
)
from assessment.reporting.document.parts import Parts, facts
from assessment.reporting.wording import counted, listed, number_text, score_text, tenth_text

NOBODY = "not named yet"
METHOD_WORDS = {"proven best": "No other plan within these capacities is worth more: it is proven best."}


def build_plan(parts: Parts) -> Plan:
    """The waves in order, each with its steps, and the steps that no wave has room for."""
    roadmap = parts.roadmap
    notes = [
        METHOD_WORDS.get(roadmap.method, f"How the plan was found: {roadmap.method}."),
        *(warning.sentence for warning in roadmap.warnings),
    ]
    if roadmap.gap_share > 0:
        notes.append(f"The plan is within {number_text(100 * roadmap.gap_share)} % of the best possible one.")
    return Plan(
        chapter=Chapter(
            anchor="roadmap",
            title="What moves when",
            lead=(f"{waves_finding(parts.result, roadmap)}.",),
        ),
        overview=_overview(parts),
        waves=tuple(_wave(parts, wave) for wave in roadmap.waves if wave.steps),
        not_funded=_not_funded(parts),
        notes=tuple(note for note in notes if note),
    )


def _overview(parts: Parts) -> Table:
    roadmap = parts.roadmap
    names = wave_names(roadmap)
    by_process: dict[str, dict[int, list[Step]]] = {}
    for step in sorted(roadmap.steps, key=lambda step: (step.wave or len(names), step.to_level)):
        by_process.setdefault(step.process_id, {}).setdefault(step.wave, []).append(step)
    rows = []
    for process_id, waves in by_process.items():
        cells = [Cell(text=parts.process_name(process_id))]
        for number in [*range(1, len(roadmap.waves) + 1), *([0] if roadmap.not_funded else [])]:
            steps = waves.get(number)
            if not steps:
                cells.append(Cell())
                continue
            style = f"rating-{steps[-1].to_level}" if number else "unfunded"
            cells.append(Cell(text=f"{steps[0].from_level} to {steps[-1].to_level}", style=style))
        rows.append(Row(cells=tuple(cells)))
    if roadmap.waves and rows:
        used = [f"{wave.effort_count} of {wave.capacity_count}" for wave in roadmap.waves]
        left = [str(sum(step.effort_count for step in roadmap.not_funded))] if roadmap.not_funded else []
        rows.append(Row(cells=tuple(Cell(text=text, style="total") for text in ["Effort, in points", *used, *left])))
    width = 72 / max(1, len(names))
    reached = sorted({step.to_level for wave in roadmap.waves for step in wave.steps})
    return Table(
        name="waves",
        caption="Levels each process moves through, wave by wave",
        columns=(Column(name="Process", width=28), *(Column(name=name, style="mark", width=width) for name in names)),
        rows=tuple(rows),
        empty="No step is needed: every process is at its target.",
        style="heatmap",
        legend=tuple(LegendEntry(style=f"rating-{level}", text=f"raised to level {level}") for level in reached),
    )


def _wave(parts: Parts, wave: Wave) -> WaveBlock:
    summary = [
        counted(len(wave.steps), "step"),
        f"effort {wave.effort_count} of {counted(wave.capacity_count, 'point')}",
        *_money(parts, wave.person_day_count, wave.cost),
    ]
    return WaveBlock(
        anchor=f"wave-{wave.number}",
        title=wave.label,
        summary=f"{'; '.join(summary)}.",
        outcome=f"{projected_finding(parts.result, parts.roadmap, wave.number)}.",
        steps=tuple(_step(parts, step, is_first=_is_first(parts, step)) for step in wave.steps),
    )


def _money(parts: Parts, person_days: float | None, cost: float | None) -> list[str]:
    said = []
    if person_days is not None:
        said.append(f"{number_text(person_days)} person-days")
    if cost is not None:
        said.append(f"{parts.assessment.roadmap.currency} {cost:,.0f}")
    return said


def _is_first(parts: Parts, step: Step) -> bool:
    return not any(
        other.process_id == step.process_id and other.to_level < step.to_level
        for wave in parts.roadmap.waves
        for other in wave.steps
    )


def _step(parts: Parts, step: Step, *, is_first: bool) -> StepBlock:
    """A step as printed; the risks of a process stand with its first step only."""
    marks = [
        word
        for word, holds in (
            ("quick win", step.is_quick_win),
            ("pinned to this wave", step.is_pinned),
            ("effort set by hand", step.is_effort_set_by_hand),
        )
        if holds
    ]
    effort = "; ".join([counted(step.effort_count, "point"), *_money(parts, step.person_day_count, step.cost)])
    raises = [parts.attribute_name(attribute_id).lower() for attribute_id in step.raises]
    return StepBlock(
        anchor=f"step-{step.process_id}-{step.to_level}",
        title=f"{parts.process_name(step.process_id)}: level {step.from_level} to {step.to_level}",
        facts=(
            Fact(label="Owner", value=step.owner_name or NOBODY),
            *facts(
                ("Effort", effort),
                ("Value", f"{tenth_text(step.value)} points of priority"),
                ("Raises", listed(raises)),
                ("Score after", score_text(step.score_after)),
                ("Marked", listed(marks)),
            ),
        ),
        reason=step.reason,
        preparations=tuple(_preparation(action) for action in step.first_actions if action.prepares),
        actions=tuple(_action(action) for action in step.first_actions if not action.prepares),
        evidence=tuple(step.evidence_of_done),
        unblocks=listed(parts.process_names(step.unblocks)),
        risks=step.risks if is_first else (),
    )


def _preparation(action: FirstAction) -> str:
    return f"{action.text.rstrip('.')} ({_who(action)})."


def _who(action: FirstAction) -> str:
    effort = {"S": "days", "M": "weeks", "L": "a quarter"}.get(action.effort, action.effort)
    return f"{action.owner_role}, {effort}"


def _action(action: FirstAction) -> ActionLine:
    return ActionLine(
        text=action.text,
        deliverable=action.deliverable,
        who=_who(action),
        evidence=action.evidence,
        prerequisite=action.prerequisite or "",
    )


def _not_funded(parts: Parts) -> Table:
    return Table(
        name="not-funded",
        caption="Steps that no wave has room for",
        columns=(
            Column(name="Process", width=24),
            Column(name="Level", width=9),
            Column(name="Effort", style="number", width=8),
            Column(name="Value", style="number", width=8),
            Column(name="Why it is left out", width=51),
        ),
        rows=tuple(
            Row(
                cells=(
                    Cell(text=parts.process_name(step.process_id)),
                    Cell(text=f"{step.from_level} to {step.to_level}"),
                    Cell(text=str(step.effort_count)),
                    Cell(text=tenth_text(step.value)),
                    Cell(text=step.reason),
                )
            )
            for step in parts.roadmap.not_funded
        ),
        empty="Every step has a wave.",
    )
