"""Scored processes for tests, from plain numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import AssessmentResult, ProcessResult
from assessment.domain.rating.scoring import score_assessment
from tests.builders import NA, an_assessment, rated_process

Values = Mapping[str, int | str] | int | str

LEVEL_CODES = {  # an L+ carries a level, an L- makes it; nothing above
    0: {},
    1: {"delivery": 3},
    2: {"delivery": 4, "ownership": 3, "quality-control": 3},
    3: {"delivery": 4, "ownership": 4, "quality-control": 4, "definition": 3},
}


def score(framework: Framework, answers: Mapping[str, Values], **changes: Any) -> AssessmentResult:
    """Score an assessment of the processes named, each answered by r1: one value, or one for each attribute."""
    ratings = tuple(
        rating for process_id, values in answers.items() for rating in rated_process(framework, process_id, values)
    )
    content: dict[str, Any] = {"scope": tuple(answers), "ratings": ratings, **changes}
    return score_assessment(framework, an_assessment(framework, **content))


def process_at(framework: Framework, process_id: str, values: Values, **changes: Any) -> ProcessResult:
    """One process scored by itself."""
    return score(framework, {process_id: values}, **changes).process(process_id)


def at_level(level: int) -> dict[str, int | str]:
    """Answers that put a process just on a level from 0 to 3, everything else at 0."""
    attribute_ids = ("delivery", "ownership", "quality-control", "definition")
    rest = ("measurement", "control", "optimization", "continuous-improvement")
    return {**dict.fromkeys((*attribute_ids, *rest), 0), **LEVEL_CODES[level]}


def without_delivery() -> dict[str, int | str]:
    """Answers that take a process out of the model."""
    return {**at_level(2), "delivery": NA}
