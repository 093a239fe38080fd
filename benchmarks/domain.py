"""The method's own figures: scoring, rescoring after one answer, planning, firmness, at the size the bars name."""

from __future__ import annotations

from functools import cache

from assessment.catalogue import load_framework
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.firmness import measure_firmness
from assessment.domain.planning.roadmap import plan_roadmap
from assessment.domain.rating.scoring import rescore_process, score_assessment
from benchmarks.measuring import ROOT, Measurement, measured, timed
from tests.builders import an_assessment, answered, fields_of, respondents

RESPONDENT_COUNT = 50


@cache
def framework() -> Framework:
    """The shipped framework."""
    return load_framework(ROOT / "questionnaires" / "itsm-reference")


def full_assessment() -> Assessment:
    """17 processes at full depth, every item answered by 50 respondents."""
    return answered(framework(), an_assessment(framework(), respondents=respondents(RESPONDENT_COUNT)), gap_share=0.0)


def measure() -> list[Measurement]:
    """Scoring of a fresh assessment each time: no index of the ratings survives from one run to the next."""
    assessment = full_assessment()
    fresh = [Assessment.model_construct(**fields_of(assessment)) for _ in range(31)]
    result = score_assessment(framework(), assessment)
    process_id = assessment.scope[0]
    roadmap = plan_roadmap(framework(), assessment, result)
    size = f"17 processes, full depth, {RESPONDENT_COUNT} respondents, {len(assessment.ratings):,} ratings"
    return [
        measured(
            f"Full scoring ({size})",
            timed(lambda: score_assessment(framework(), fresh.pop()), 30),
            bar=40,
        ),
        measured(
            "Scoring after one answer",
            timed(lambda: rescore_process(framework(), assessment, result, process_id), 50),
            bar=5,
        ),
        measured(
            f"Roadmap ({len(roadmap.steps)} steps, {len(roadmap.waves)} waves)",
            timed(lambda: plan_roadmap(framework(), assessment, result), 5),
            bar=5000,
        ),
        measured(
            "Firmness (2,000 draws)",
            timed(lambda: measure_firmness(framework(), assessment, result), 3),
            bar=None,
        ),
    ]
