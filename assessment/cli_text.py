"""What the command line prints: plain tables for people, JSON for programs."""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Any

from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Roadmap, Step
from assessment.services.assessments import AssessmentSummary
from assessment.services.questionnaires import FolderFigures
from assessment.services.results import Computed


def as_json(result: object, snapshot_hash: str) -> str:
    """A result and the hash of the snapshot it was computed from, as indented JSON."""
    values = {"snapshot_hash": snapshot_hash, **_plain(result)}
    return json.dumps(values, indent=2, ensure_ascii=False)


def assessments_table(summaries: Sequence[AssessmentSummary]) -> str:
    """One line an assessment."""
    if not summaries:
        return "There are no assessments yet. Load the sample with: python -m assessment demo"
    rows = [
        (
            summary.header.id,
            str(summary.header.assessed_on),
            summary.header.state.value,
            f"{summary.answered_count}/{summary.asked_count}",
            f"{summary.header.organisation}: {summary.header.name}",
        )
        for summary in summaries
    ]
    return _table(("id", "date", "state", "answered", "assessment"), rows)


def processes_table(computed: Computed) -> str:
    """One line a process: level, score, target, gap, what holds it, and how sure."""
    framework, result = computed.framework, computed.result
    rows = []
    for process in result.processes:
        sureness, target = process.sureness, process.target
        held_by = ", ".join(framework.attribute_by_id[attribute_id].name for attribute_id in process.level.held_by)
        level = "-" if process.level.level is None else str(process.level.level)
        if sureness.high_level is not None and sureness.high_level != process.level.level:
            level += f" (could be {sureness.high_level})"
        rows.append(
            (
                framework.process_by_id[process.process_id].name,
                level,
                _number(process.level.shown_score),
                str(target.target_level),
                _number(target.score_gap),
                f"{sureness.coverage_share:.0%}",
                sureness.confidence.value,
                held_by,
            )
        )
    whole = result.whole
    headline = (
        f"{whole.at_target_count} of {whole.process_count} at target, "
        f"mean {_number(whole.mean_score)}, floor {_number(whole.floor_level)}"
    )
    columns = ("process", "level", "score", "target", "gap", "coverage", "confidence", "held by")
    return f"{headline}\n\n{_table(columns, rows)}\n\nsnapshot {computed.snapshot_hash}"


def roadmap_table(framework: Framework, roadmap: Roadmap) -> str:
    """The waves one after the other, then what is not funded."""
    parts = [
        f"{wave.label}: {wave.effort_count} of {wave.capacity_count} points\n{_steps(framework, wave.steps)}"
        for wave in roadmap.waves
    ]
    parts.append(f"Not funded\n{_steps(framework, roadmap.not_funded)}")
    parts += [f"! {warning.sentence}" for warning in roadmap.warnings]
    return "\n\n".join(parts)


def figures_table(figures: FolderFigures) -> str:
    """The parts of each process, what is missing, and how the statements read."""
    columns = ("process", "paper", "own", "anchored", "actions", "metrics", "crosswalk", "linkages", "probes")
    rows = [[str(value) for value in dataclasses.astuple(one)] for one in figures.counts]
    wording = figures.wording
    lines = [_table(columns, rows), *map(str, figures.missing)]
    if not figures.missing:
        lines.append("Every process has every part.")
    lines.append(
        f"{wording.statement_count} statements, mean reading ease {wording.mean_reading_ease:.0f} (Flesch), "
        f"most alike pair {wording.most_alike:.2f}"
    )
    return "\n".join(lines)


def _steps(framework: Framework, steps: Sequence[Step]) -> str:
    rows = [
        (
            framework.process_by_id[step.process_id].name,
            f"{step.from_level} to {step.to_level}",
            f"{step.value:.1f}",
            str(step.effort_count),
            step.owner_name or "no owner",
        )
        for step in steps
    ]
    return _table(("process", "level", "value", "effort", "owner"), rows) if rows else "  nothing"


def _number(value: float | None) -> str:
    return "-" if value is None else str(value) if isinstance(value, int) else f"{value:.1f}"


def _table(columns: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    widths = [max(len(str(row[index])) for row in [columns, *rows]) for index in range(len(columns))]
    lines = [columns, ["-" * width for width in widths], *rows]
    return "\n".join(
        "  ".join(str(cell).ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip() for line in lines
    )


def _plain(value: Any) -> Any:
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {field.name: _plain(getattr(value, field.name)) for field in dataclasses.fields(value)}
    if isinstance(value, Enum):
        return value.value
    if isinstance(value, Mapping):
        return {str(key): _plain(child) for key, child in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(child) for child in value]
    return value
