"""Results: levels, scores, gaps and priorities, and how firm their order is."""

from __future__ import annotations

from assessment.domain.planning.firmness import measure_firmness
from assessment.domain.planning.results import Firmness
from assessment.services.authority import Permission, Permit, operation
from assessment.services.computing import Computed, Computing, StateKey, method_in_words
from assessment.services.remembered import Remembered

__all__ = ["Computed", "ResultService"]


class ResultService:
    """What an assessment comes to."""

    def __init__(self, computing: Computing) -> None:
        self._computing = computing
        self._firmness: Remembered[StateKey, Firmness] = Remembered(8)

    @operation("results.compute", Permission.READ)
    def compute(self, permit: Permit, assessment_id: str) -> Computed:
        """Levels, scores, gaps and priorities; after a sign-off, those of the snapshot."""
        return self._computing.compute(permit, assessment_id)[1]

    @operation("results.firmness", Permission.READ)
    def firmness(self, permit: Permit, assessment_id: str) -> Firmness:
        """How firm the order of the priorities is."""
        key, computed = self._computing.compute(permit, assessment_id)
        with method_in_words():
            return self._firmness.get(
                key, lambda: measure_firmness(computed.framework, computed.assessment, computed.result)
            )
