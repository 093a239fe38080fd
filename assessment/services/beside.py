"""An assessment set beside an earlier one, for whatever shows, prints or writes what moved since."""

from __future__ import annotations

from dataclasses import dataclass

from cachetools import LRUCache

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.domain.comparing.compared import Compared
from assessment.domain.comparing.comparison import compare, trend
from assessment.domain.comparing.pairing import are_copies
from assessment.domain.comparing.results import Candidates
from assessment.domain.computed import Computed
from assessment.errors import NotAvailable
from assessment.services.authority import Permit
from assessment.services.comparing import ComparisonService, require_pair, trend_ids
from assessment.services.computing import Computing

SMALLEST_TREND = 3
_KEPT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """Which two are set side by side, for an actor who may see both; `trend_ids` are all of a row, the later one last.

    `is_matched`: a person has the same id in both.
    """

    before_id: str
    after_id: str
    is_matched: bool
    trend_ids: tuple[str, ...]


class Besides:
    """Sets assessments side by side, each pair of states once."""

    def __init__(self, computing: Computing) -> None:
        self._computing = computing
        self._comparing = ComparisonService(computing)
        self._kept: LRUCache[tuple[str, ...], Compared] = LRUCache(_KEPT)

    def usual(self, permit: Permit, assessment_id: str) -> Pair | None:
        """The pair that a reader who chose none is shown: with what it was copied from, else with the last one of its
        unit. None where neither is there, can be compared, and may be seen.
        """
        candidates = self._comparing.candidates(permit.actor, assessment_id)
        own = self._computing.compute(assessment_id).assessment.header
        before = usual_of(candidates, own)
        return None if before is None else self.pair(permit, before.id, assessment_id)

    def pair(self, permit: Permit, before_id: str, after_id: str) -> Pair:
        """A pair that was chosen. Raises what `ComparisonService.compare` raises."""
        is_matched = require_pair(self._computing.repository, permit, before_id, after_id)
        row = trend_ids(self._computing.repository, permit, after_id)
        return Pair(before_id=before_id, after_id=after_id, is_matched=is_matched, trend_ids=row)

    def found(self, permit: Permit, before: Computed, after: Computed) -> Pair:
        """The pair of two states that a file was made of, the later one perhaps not stored."""
        headers = before.assessment.header, after.assessment.header
        try:
            return self.pair(permit, headers[0].id, headers[1].id)
        except NotAvailable:
            ids = headers[0].id, headers[1].id
            return Pair(before_id=ids[0], after_id=ids[1], is_matched=are_copies(*headers), trend_ids=(ids[1],))

    def before_hash(self, pair: Pair) -> str:
        """The hash of the earlier one's present state."""
        return self._computing.compute(pair.before_id).snapshot_hash

    def computed(self, pair: Pair, after: Computed | None = None) -> Computed:
        """The later one as a reader may see it, beside the earlier one; `after` where it is not the present state."""
        later = self._computing.compute(pair.after_id) if after is None else after
        others = [self._computing.compute(one) for one in pair.trend_ids if one != pair.after_id]
        before = self._computing.compute(pair.before_id)
        states = (before.snapshot_hash, later.snapshot_hash, *(one.snapshot_hash for one in others))
        key = (pair.before_id, pair.after_id, str(pair.is_matched), *states)
        found = self._kept.get(key)
        if found is None:
            row = [*others, later]
            found = Compared(
                comparison=compare(before, later, is_matched=pair.is_matched),
                before_framework=before.framework,
                trend=trend(row) if len(row) >= SMALLEST_TREND else None,
            )
            self._kept[key] = found
        return later.told.beside(found)


def usual_of(candidates: Candidates, own: AssessmentHeader) -> AssessmentHeader | None:
    """What it was copied from, else the last one of its unit; None where neither can be compared or is of a day before.

    A copy of the same day, such as the one kept when a newer framework was taken, is no last time.
    """
    return next(
        (
            one.header
            for one in candidates.found
            if one.obstacle is None
            and one.header.assessed_on < own.assessed_on
            and (one.header.id == own.copied_from or one.header.unit == own.unit)
        ),
        None,
    )
