"""What is computed of an assessment, once for each of its states; shared by results, roadmap and reports."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import cached_property
from typing import TypeAlias

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework
from assessment.domain.rating.results import AssessmentResult
from assessment.domain.rating.scoring import score_assessment
from assessment.domain.refusal import MethodRefusal
from assessment.errors import InvalidInput
from assessment.services.authority import Permit
from assessment.services.export_format import export_hash, from_export, to_export
from assessment.services.remembered import Remembered
from assessment.services.shelf import Shelf, stored_header

StateKey: TypeAlias = tuple[str, str, str]


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


class Computing:
    """Computes on behalf of services that have authorised their caller."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf
        self._computed: Remembered[StateKey, Computed] = Remembered(8)

    def compute(self, permit: Permit, assessment_id: str) -> tuple[StateKey, Computed]:
        """The key of the assessment's present state, for caches, and what is computed of it."""
        with self._shelf.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            key = (permit.actor.id, assessment_id, stored.head)
            computed = self._computed.find(key)
            if computed is not None:
                return key, computed
            snapshot = reader.snapshot(assessment_id)
            assessment = self._shelf.load(reader, stored) if snapshot is None else from_export(snapshot.content)
            framework = self._shelf.pinned(reader, stored)
        with method_in_words():
            result = score_assessment(framework, assessment)
        computed = Computed(framework=framework, assessment=assessment, result=result)
        self._computed.put(key, computed)
        return key, computed


@contextmanager
def method_in_words() -> Iterator[None]:
    """Turn what the method refuses into InvalidInput."""
    try:
        yield
    except MethodRefusal as error:
        raise InvalidInput(error.where, error.reason, error.remedy) from error
