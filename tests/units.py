"""Units of an invented organisation, made of levels alone: for tests of what stands side by side."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from assessment.domain.answered.assessment import AssessmentState
from assessment.domain.authored.framework import Depth
from assessment.domain.portfolio.benchmark import Benchmark, BenchmarkLine
from assessment.domain.portfolio.figures import (
    HoldingAttribute,
    PlannedFigures,
    ProcessFigures,
    UnitFigures,
    UnitLine,
)
from assessment.domain.portfolio.portfolio import Portfolio, make_portfolio
from assessment.domain.rating.results import Confidence, ProcessStatus, Rollup

NAMES = {"planning": "Planning", "building": "Building", "releasing": "Releasing"}
TARGET = 3
DEFINITION = HoldingAttribute(id="definition", name="Process definition")


def a_process(process_id: str, level: int | None, *held_by: HoldingAttribute) -> ProcessFigures:
    """A process at a level, its target 3; held by the definition unless others are named."""
    is_below = level is not None and level < TARGET
    return ProcessFigures(
        process_id=process_id,
        name=NAMES.get(process_id, process_id),
        group="All work",
        status=ProcessStatus.NOT_ASSESSED if level is None else ProcessStatus.ASSESSED,
        level=level,
        score=level,
        target_level=TARGET,
        is_below=is_below,
        is_provisional=False,
        confidence=Confidence.HIGH,
        held_by=(held_by or (DEFINITION,)) if level is not None else (),
    )


def a_unit(assessment_id: str, levels: Mapping[str, int | None], **changes: Any) -> UnitLine:
    """A unit with these levels; `processes`, `first_ids`, `planned` and fields of a line may be said too."""
    processes = changes.pop("processes", tuple(a_process(one, level) for one, level in levels.items()))
    known = [one.level for one in processes if one.level is not None]
    whole = Rollup(
        at_target_count=sum(level >= TARGET for level in known),
        process_count=len(known),
        not_assessed_ids=tuple(one.process_id for one in processes if one.level is None),
        not_applicable_ids=(),
        level_counts=(
            known.count(0),
            known.count(1),
            known.count(2),
            known.count(3),
            known.count(4),
            known.count(5),
        ),
        mean_score=sum(known) / len(known) if known else None,
        floor_level=min(known, default=None),
        floor_process_ids=(),
    )
    planned = changes.pop(
        "planned",
        PlannedFigures(step_count=2, effort_count=8, person_day_count=None, cost=None, currency="EUR"),
    )
    figures = UnitFigures(
        snapshot_hash=assessment_id.encode().hex().ljust(64, "0"),
        framework_name="Tiny framework",
        respondent_count=7,
        coverage_share=0.5,
        verified_count=3,
        rated_count=20,
        whole=whole,
        first_ids=changes.pop("first_ids", ()),
        planned=planned,
        processes=processes,
    )
    line: dict[str, Any] = {
        "name": f"Assessment {assessment_id}",
        "unit": assessment_id.capitalize(),
        "unit_id": f"u-{assessment_id}",
        "assessed_on": date(2026, 3, 1),
        "state": AssessmentState.DRAFT,
        "framework_id": "tiny",
        "framework_version": "1.2.0",
        "depth": Depth.FULL,
        "carry_percent": 67.5,
        "copied_from": None,
        "number": 1 + sum(assessment_id.encode()) % 500,
        "figures": figures,
    }
    return UnitLine(assessment_id=assessment_id, **{**line, **changes})


def others(*lines: tuple[str, float, float, float]) -> Benchmark:
    """A benchmark of lines: process, lower quartile, median, upper quartile."""
    return Benchmark(
        file_name="others.csv",
        lines=tuple(
            BenchmarkLine(
                process_id=one, lower_quartile=low, median=middle, upper_quartile=high, n=40, source="Survey", year=2024
            )
            for one, low, middle, high in lines
        ),
    )


def a_portfolio(*units: UnitLine, benchmark: Benchmark | None = None) -> Portfolio:
    """The portfolio of some units of Invented Ltd."""
    return make_portfolio("o-1", "Invented Ltd", units, benchmark)
