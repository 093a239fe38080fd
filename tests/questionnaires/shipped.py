"""The shipped framework and sample, read once for all tests of this folder."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from assessment.catalogue import load_framework
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import AssessmentResult
from assessment.domain.rating.scoring import score_assessment
from assessment.services.export_format import from_export

FOLDER = Path(__file__).resolve().parent.parent.parent / "questionnaires" / "itsm-reference"
FILE = FOLDER / "sample.json"


@cache
def framework() -> Framework:
    """The shipped framework."""
    return load_framework(FOLDER)


@cache
def sample() -> Assessment:
    """The shipped sample."""
    return from_export(FILE.read_text(encoding="utf-8"))


@cache
def result() -> AssessmentResult:
    """What the sample comes to."""
    return score_assessment(framework(), sample())
