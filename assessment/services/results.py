"""Results: what an assessment comes to, and what it would come to under other settings of the roadmap.

Whatever is shown, printed or written to a file is `read`: what a reader may see. `compute` is for the facilitator's
own work: the questionnaire, set-up and what is still to do.
"""

from __future__ import annotations

from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.computed import Computed
from assessment.services.authority import Permission, Permit, Subject, operation
from assessment.services.beside import Besides
from assessment.services.computing import Computing
from assessment.services.references import FrameworkCheck
from assessment.services.validation import validated
from assessment.views.missing import MissingView, missing_view


class ResultService:
    """Levels, scores, gaps and priorities, and with them the plan and how firm both are."""

    def __init__(self, computing: Computing, besides: Besides) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._besides = besides

    @operation("results.compute", Permission.READ, on=Subject.ASSESSMENT)
    def compute(self, permit: Permit, assessment_id: str) -> Computed:
        """Everything computed of the assessment as it is now; after a sign-off, of the snapshot."""
        del permit
        return self._computing.compute(assessment_id)

    @operation("results.read", Permission.RESULTS, on=Subject.ASSESSMENT)
    def read(self, permit: Permit, assessment_id: str) -> Computed:
        """The same as a reader may see it: without names, unreleased words, and what few people said."""
        del permit
        return self._computing.compute(assessment_id).told

    @operation("results.beside", Permission.RESULTS, on=Subject.ASSESSMENT)
    def beside(self, permit: Permit, assessment_id: str, before_id: str | None = None) -> Computed:
        """What `read` gives, set beside an earlier assessment: the one chosen, else the usual one, if there is any.

        NotAvailable where the one chosen is not there any more, or not for the actor; InvalidInput where the two cannot
        be set side by side.
        """
        if before_id is None:
            pair = self._besides.usual(permit, assessment_id)
        else:
            pair = self._besides.pair(permit, before_id, assessment_id)
        return self._computing.compute(assessment_id).told if pair is None else self._besides.computed(pair)

    @operation("results.missing", Permission.READ, on=Subject.ASSESSMENT)
    def missing(self, permit: Permit, assessment_id: str) -> MissingView:
        """What a facilitator has still to do, with the names of those it waits for."""
        del permit
        return missing_view(self._computing.compute(assessment_id))


class RoadmapService:
    """The roadmap under settings that are not saved; under the saved ones it is part of the results."""

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing

    @operation("roadmap.preview", Permission.READ, on=Subject.ASSESSMENT)
    def preview(self, permit: Permit, assessment_id: str, settings: RoadmapSettings) -> Computed:
        """Priorities and roadmap as a reader would see them under other settings; nothing is saved."""
        del permit
        settings = validated(settings)
        computed = self._computing.compute(assessment_id)
        FrameworkCheck(framework=computed.framework, depth=computed.assessment.header.depth).require(settings)
        return self._computing.preview(assessment_id, settings).told
