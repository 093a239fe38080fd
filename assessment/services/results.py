"""Results: computed once for each state of an assessment."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property

from assessment.domain.framework import Framework
from assessment.domain.ratings import Assessment
from assessment.domain.refusal import MethodRefusal
from assessment.domain.results import AssessmentResult, Firmness
from assessment.domain.scoring import score_assessment
from assessment.errors import InvalidInput
from assessment.services.authority import Permission, Permit, operation
from assessment.services.export_format import export_hash, from_export, to_export
from assessment.services.remembered import Remembered
from assessment.services.shelf import Shelf, stored_header


@dataclass(frozen=True, kw_only=True)
class Computed:
    """An assessment with everything computed of it."""

    framework: Framework
    assessment: Assessment
    result: AssessmentResult

    @cached_property
    def snapshot_hash(self) -> str:
        """SHA-256 of the canonical JSON export: the hash of the snapshot once it is signed off."""
        return export_hash(to_export(self.assessment))


StateKey = tuple[str, str, str]


class ResultService:
    """What an assessment comes to."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._computed: Remembered[StateKey, Computed] = Remembered(8)
        self._firmness: Remembered[StateKey, Firmness] = Remembered(8)

    @operation("results.compute", Permission.READ)
    def compute(self, permit: Permit, assessment_id: str) -> Computed:
        """Levels, scores, gaps and priorities; after a sign-off, those of the snapshot."""
        return self.computed(permit, assessment_id)[1]

    @operation("results.firmness", Permission.READ)
    def firmness(self, permit: Permit, assessment_id: str) -> Firmness:
        """How firm the order of the priorities is."""
        from assessment.domain.robustness import measure_firmness  # TEMP

        key, computed = self.computed(permit, assessment_id)
        with method_in_words():
            return self._firmness.get(
                key, lambda: measure_firmness(computed.framework, computed.assessment, computed.result)
            )

    def computed(self, permit: Permit, assessment_id: str) -> tuple[StateKey, Computed]:
        """For services: the key of the assessment's present state, and what is computed of it."""
        with self._shelf.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            key = (permit.actor.id, assessment_id, stored.head)

            def compute() -> Computed:
                snapshot = reader.snapshot(assessment_id)
                if snapshot is None:
                    assessment = self._shelf.load(reader, stored)
                else:
                    assessment = from_export(snapshot.content)
                framework = self._shelf.pinned(reader, stored)
                with method_in_words():
                    result = score_assessment(framework, assessment)
                return Computed(framework=framework, assessment=assessment, result=result)

            return key, self._computed.get(key, compute)


@contextmanager
def method_in_words() -> Iterator[None]:
    """Turn what the method refuses into InvalidInput."""
    try:
        yield
    except MethodRefusal as error:
        raise InvalidInput(error.where, error.reason, error.remedy) from error
