"""The lines of lists and portfolios: made once for each state of an assessment and version of the method, then stored.

A line is made when it is first asked for, mostly from results that are in memory, as somebody has just looked at them.
"""

from __future__ import annotations

from collections.abc import Iterable

import structlog
from pydantic import TypeAdapter, ValidationError

from assessment.domain.answered.claim import SignOffClaim
from assessment.domain.computed import METHOD_VERSION
from assessment.domain.summary import AssessmentSummary, Figures, summarise
from assessment.errors import AssessmentError
from assessment.services.authority import Permit
from assessment.services.computing import Computing
from assessment.store import StoredHeader, StoredSummary

_log = structlog.get_logger(__name__)
_FIGURES = TypeAdapter(Figures)


class Summaries:
    """The lines of assessments, on behalf of services that have authorised their caller."""

    def __init__(self, computing: Computing) -> None:
        self._computing = computing
        self._repository = computing.repository

    def of(self, permit: Permit, stored: Iterable[StoredHeader]) -> tuple[AssessmentSummary, ...]:
        """The lines of the assessments, in their order."""
        with self._repository.store.reading() as reader:
            kept, claims = reader.summaries(METHOD_VERSION), reader.claims()
        return tuple(
            AssessmentSummary(
                header=one.header,
                process_count=len(one.scope),
                updated_at=one.updated_at,
                figures=_read(kept.get(one.header.id)) or self._make(permit, one.header.id),
                claim=claims.get(one.header.id, SignOffClaim()),
            )
            for one in stored
        )

    def _make(self, permit: Permit, assessment_id: str) -> Figures | None:
        try:
            state, computed = self._computing.compute_state(assessment_id)
        except AssessmentError as error:  # one assessment that cannot be computed hides no other
            _log.warning("no summary", assessment_id=assessment_id, error_type=type(error).__name__)
            return None
        figures = summarise(computed)
        summary = StoredSummary(
            assessment_id=assessment_id,
            head=state.head,
            method_version=METHOD_VERSION,
            content=_FIGURES.dump_json(figures).decode(),
        )
        with self._repository.writing(permit) as writer:
            writer.keep_summary(summary)
        return figures


def _read(content: str | None) -> Figures | None:
    """The figures as they were stored; None where there are none of this form."""
    if content is None:
        return None
    try:
        return _FIGURES.validate_json(content)
    except ValidationError:
        return None
