"""Computed assessments for tests of what is shown: the shipped sample, and a small one with every state there is."""

from __future__ import annotations

from functools import cache
from typing import Any

from assessment.domain.answered.assessment import Assessment, Opinion, Target
from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.rating.scoring import score_assessment
from tests.builders import NA, an_assessment, rated_process, tiny_framework
from tests.questionnaires import shipped

SNAPSHOT_HASH = "3f" * 32
EVERYBODY = ("r1", "r2", "r3")


def computed(framework: Framework, assessment: Assessment) -> Computed:
    """An assessment with everything computed of it, under a made-up hash."""
    return Computed(
        framework=framework,
        assessment=assessment,
        result=score_assessment(framework, assessment),
        hash_assessment=lambda _: SNAPSHOT_HASH,
    )


@cache
def the_sample() -> Computed:
    """The shipped sample."""
    return Computed(
        framework=shipped.framework(),
        assessment=shipped.sample(),
        result=shipped.result(),
        hash_assessment=lambda _: SNAPSHOT_HASH,
    )


def mixed(**changes: Any) -> Computed:
    """Five processes, one in each state, all by three people. Worked by hand from METHOD.md sections 4 to 9:

    planning    delivery, ownership, quality control 80 %, definition 40 %, the others 20 %: level 2, target 3 (the
                default); score 2 + (1 + 1 + 40/50) / 3 = 2.93
    building    everything 60 %: level 1, target 4 (with a rationale); score 1 + (10/17.5 + 1 + 1) / 3 = 1.857
    releasing   nobody answers: not assessed
    process-4   its delivery work does not apply: not applicable
    process-5   only delivery is answered, 80 %: 3 of 11 questions, so provisional; level 1, target 1;
                score 1 + (1 + 0 + 0) / 3 = 1.33

    Importance: planning 1, building 5, so 1 assumed for process-5: mean (2.933 + 5 * 1.857 + 1.333) / 7 = 1.936.
    """
    framework = tiny_framework(process_count=5)
    planning = {"delivery": 4, "ownership": 4, "quality-control": 4, "definition": 2}
    planning |= dict.fromkeys(("measurement", "control", "optimization", "continuous-improvement"), 1)
    content: dict[str, Any] = {
        "ratings": (
            *rated_process(framework, "planning", planning, EVERYBODY),
            *rated_process(framework, "building", 3, EVERYBODY),
            *rated_process(framework, "process-4", {"delivery": NA}, EVERYBODY),
            *rated_process(framework, "process-5", {"delivery": 4}, EVERYBODY),
        ),
        "targets": (
            Target(process_id="building", level=4, rationale="The board wants it."),
            Target(process_id="process-5", level=1),
        ),
        "opinions": tuple(
            Opinion(respondent_id=respondent_id, process_id=process_id, importance=importance)
            for respondent_id in EVERYBODY
            for process_id, importance in (("building", 5), ("planning", 1))
        ),
    }
    return computed(framework, an_assessment(framework, **{**content, **changes}))


def nothing_answered() -> Computed:
    """Three processes in scope that nobody answered."""
    framework = tiny_framework()
    return computed(framework, an_assessment(framework))
