"""What is computed of an assessment, once for each of its states, for whoever may see it.

A state is named by its head, the hash at the end of the assessment's journal: equal heads, equal content. The newest
state of each assessment is kept, as far as memory reaches; the next one is scored from it where little has changed.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from threading import Condition

from cachetools import LRUCache, cached

from assessment.domain.anchor import Anchor
from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.domain.rating.changes import changed_process_ids
from assessment.domain.rating.results import AssessmentResult
from assessment.domain.rating.scoring import rescore_processes, score_assessment
from assessment.domain.refusal import MethodRefusal
from assessment.errors import InvalidInput
from assessment.services.export_format import assessment_hash, from_document
from assessment.services.repository import CACHE_BYTES, Repository, assessment_bytes, stored_header
from assessment.store import Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """One state of one assessment; with `settings`, as it would be if these were saved."""

    assessment_id: str
    revision: int
    head: str
    settings: RoadmapSettings | None = None


class Computing:
    """Computes on behalf of services that have authorised their caller. Safe to use from many threads."""

    def __init__(self, repository: Repository) -> None:
        self.repository = repository
        self._kept: LRUCache[State, Computed] = LRUCache(CACHE_BYTES, lambda one: assessment_bytes(one.assessment))
        self._lock = Condition()
        # several who ask for one state at once wait for the first of them
        self._of_state = cached(self._kept, key=lambda state: state, condition=self._lock)(self._compute)

    def compute(self, assessment_id: str) -> Computed:
        """What the present state of an assessment comes to; after a sign-off, that of the snapshot."""
        return self._of_present(assessment_id, None)[1]

    def compute_state(self, assessment_id: str, settings: RoadmapSettings | None = None) -> tuple[State, Computed]:
        """The same, with the state that it is of; with `settings`, as it would be if these were saved."""
        return self._of_present(assessment_id, settings)

    def preview(self, assessment_id: str, settings: RoadmapSettings) -> Computed:
        """What it would come to under other settings of the roadmap. Nothing is saved."""
        return self._of_present(assessment_id, settings)[1]

    def compute_other(self, framework: Framework, assessment: Assessment) -> Computed:
        """What an assessment that is not stored comes to. Nothing is kept."""
        result = self._score(framework, assessment, None)
        return Computed(framework=framework, assessment=assessment, result=result, hash_assessment=assessment_hash)

    def _of_present(self, assessment_id: str, settings: RoadmapSettings | None) -> tuple[State, Computed]:
        while True:
            with self.repository.store.reading() as reader:
                stored = stored_header(reader, assessment_id)
            state = State(assessment_id=assessment_id, revision=stored.revision, head=stored.head, settings=settings)
            with suppress(_MovedOnError):
                return state, self._of_state(state)

    def _compute(self, state: State) -> Computed:
        if state.settings is not None:
            return self._with_settings(state, state.settings)
        with self.repository.store.reading() as reader:
            stored = stored_header(reader, state.assessment_id)
            if stored.head != state.head:
                raise _MovedOnError
            framework = self.repository.pinned(reader, stored)
            snapshot = reader.snapshot(state.assessment_id)
            assessment = (
                self.repository.load(reader, stored)
                if snapshot is None
                else from_document(snapshot.content, reader.place_names(state.assessment_id))
            )
            signed_at = None if snapshot is None else reader.journals.signed_at(state.assessment_id)
            anchor = signed_at or Anchor(seq=stored.revision, head=stored.head)
        earlier = self._earlier(state)
        computed = Computed(
            framework=framework,
            assessment=assessment,
            result=self._score(framework, assessment, earlier),
            hash_assessment=assessment_hash if snapshot is None else _signed(snapshot),
            anchor=anchor,
        )
        return computed if earlier is None else computed.sharing(earlier)

    def _with_settings(self, state: State, settings: RoadmapSettings) -> Computed:
        saved = self._of_state(State(assessment_id=state.assessment_id, revision=state.revision, head=state.head))
        assessment = saved.assessment.model_copy(update={"roadmap": settings})
        return saved.reweighed(assessment, self._score(saved.framework, assessment, saved), assessment_hash)

    def _earlier(self, state: State) -> Computed | None:
        """What the newest earlier state that is kept came to; it is kept no longer."""
        with self._lock:
            earlier = sorted(
                (one for one in self._kept if one.assessment_id == state.assessment_id and one.head != state.head),
                key=lambda one: (one.settings is None, one.revision),
            )
            found = [self._kept.pop(one) for one in earlier]
        return found[-1] if found else None

    def _score(self, framework: Framework, assessment: Assessment, earlier: Computed | None) -> AssessmentResult:
        """The result, from an earlier one where that is quicker; the numbers are the same."""
        changed = None if earlier is None else changed_process_ids(earlier.assessment, assessment)
        with method_in_words():
            if earlier is None or changed is None:
                return score_assessment(framework, assessment)
            return rescore_processes(framework, assessment, earlier.result, changed)


class _MovedOnError(Exception):
    """The assessment has changed since its state was asked for."""


@contextmanager
def method_in_words() -> Iterator[None]:
    """Turn what the method refuses into InvalidInput."""
    try:
        yield
    except MethodRefusal as error:
        raise InvalidInput(error.where, error.reason, error.remedy) from error


def _signed(snapshot: Snapshot) -> Callable[[Assessment], str]:
    """Gives the hash that was signed, whatever a later version of the export format would make of the content."""
    return lambda _: snapshot.hash
