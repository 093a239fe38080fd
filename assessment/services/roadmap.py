"""The roadmap: planned once for each state of an assessment, and previewed with settings that are not saved."""

from __future__ import annotations

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework
from assessment.domain.planning.results import Roadmap
from assessment.domain.rating.results import AssessmentResult
from assessment.domain.rating.scoring import score_assessment
from assessment.services.authority import Permission, Permit, operation
from assessment.services.checks import FrameworkCheck
from assessment.services.computing import Computing, StateKey, method_in_words
from assessment.services.refusals import rechecked
from assessment.services.remembered import Remembered


def plan_roadmap(framework: Framework, assessment: Assessment, result: AssessmentResult) -> Roadmap:
    """The domain's planner, imported when first used: its solver takes a second of the app's start."""
    from assessment.domain.planning import roadmap

    return roadmap.plan_roadmap(framework, assessment, result)


class RoadmapService:
    """The way up."""

    def __init__(self, computing: Computing) -> None:
        self._computing = computing
        self._plans: Remembered[StateKey, Roadmap] = Remembered(8)
        self._previews: Remembered[tuple[StateKey, str], tuple[AssessmentResult, Roadmap]] = Remembered(16)

    @operation("roadmap.plan", Permission.READ)
    def plan(self, permit: Permit, assessment_id: str) -> Roadmap:
        """The roadmap under the saved settings."""
        key, computed = self._computing.compute(permit, assessment_id)
        with method_in_words():
            return self._plans.get(key, lambda: plan_roadmap(computed.framework, computed.assessment, computed.result))

    @operation("roadmap.preview", Permission.READ)
    def preview(
        self, permit: Permit, assessment_id: str, settings: RoadmapSettings
    ) -> tuple[AssessmentResult, Roadmap]:
        """Priorities and roadmap as they would be under other settings; nothing is saved."""
        settings = rechecked(settings)
        key, computed = self._computing.compute(permit, assessment_id)
        framework = computed.framework
        FrameworkCheck(framework=framework, depth=computed.assessment.header.depth).require(settings)
        assessment = computed.assessment.model_copy(update={"roadmap": settings})

        def plan() -> tuple[AssessmentResult, Roadmap]:
            result = score_assessment(framework, assessment)
            return result, plan_roadmap(framework, assessment, result)

        with method_in_words():
            return self._previews.get((key, settings.model_dump_json()), plan)
