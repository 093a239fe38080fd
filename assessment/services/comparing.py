"""Since last time: what an assessment can be compared with, two side by side, and several in a row."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from assessment.domain.comparing.comparison import compare, trend
from assessment.domain.comparing.pairing import obstacle
from assessment.domain.comparing.results import Candidate, Candidates, Comparison, Trend
from assessment.errors import InvalidInput, NotAvailable
from assessment.services.authority import Permission, Permit, Subject, assessment_thing, operation
from assessment.services.computing import Computing
from assessment.services.repository import Repository, stored_header
from assessment.services.seen import seen
from assessment.store import Reader, StoredHeader
from assessment.views.wording import comparing as words

LONGEST_TREND = 12


class ComparisonService:
    """Assessments of one organisation beside each other, each as a reader may see it.

    Every call needs the right to see the results of each assessment that is in what it returns. One that was removed,
    or is not for the actor, is not available, and the two are not told apart.
    """

    def __init__(self, computing: Computing) -> None:
        self.rights = computing.repository.rights
        self._computing = computing
        self._repository = computing.repository

    @operation("comparing.candidates", Permission.RESULTS, on=Subject.ASSESSMENT)
    def candidates(self, permit: Permit, assessment_id: str) -> Candidates:
        """What an assessment can be compared with, of the same organisation and no later date; why another cannot.

        First what it was copied from, then those of its unit, then others, each the newest first.
        """
        with self._repository.store.reading() as reader:
            stored = stored_header(reader, assessment_id)
            headers = reader.headers()
        own = stored.header
        others = [
            one
            for one in seen(self.rights, permit, headers, Permission.RESULTS)
            if one.organisation_id == stored.organisation_id and one.header.id != assessment_id
        ]
        found = [one for one in others if one.header.assessed_on <= own.assessed_on or own.copied_from == one.header.id]
        found.sort(key=lambda one: (own.copied_from != one.header.id, one.unit_id != stored.unit_id))
        return Candidates(
            found=tuple(Candidate(header=one.header, obstacle=obstacle(one.header, own)) for one in found),
            is_source_missing=own.copied_from not in (None, *(one.header.id for one in others)),
        )

    @operation("comparing.compare", Permission.RESULTS, on=Subject.ASSESSMENT, of=("after_id",))
    def compare(self, permit: Permit, before_id: str, after_id: str) -> Comparison:
        """Two assessments side by side; the order is the caller's.

        NotAvailable where the one before is not there any more, or not for the actor; InvalidInput where the two
        cannot be set side by side, with the reason.
        """
        is_matched = require_pair(self._repository, permit, before_id, after_id)
        return compare(self._computing.compute(before_id), self._computing.compute(after_id), is_matched=is_matched)

    @operation("comparing.trend", Permission.RESULTS, on=Subject.ASSESSMENT)
    def trend(self, permit: Permit, assessment_id: str) -> Trend:
        """An assessment and those before it of the same unit, or that it goes back to by copying; the last twelve."""
        return trend([self._computing.compute(one) for one in trend_ids(self._repository, permit, assessment_id)])


def require_pair(repository: Repository, permit: Permit, before_id: str, after_id: str) -> bool:
    """Whether people of two that can be compared have the same ids; raises what `compare` raises."""
    with repository.store.reading() as reader:
        after = stored_header(reader, after_id)
        before = _other(reader, repository, permit, before_id)
        is_matched = _root(reader, before) == _root(reader, after)
    found = obstacle(before.header, after.header)
    if found is not None:
        raise InvalidInput(words.COMPARISON, words.cannot(found), words.CHOOSE_ANOTHER)
    return is_matched


def trend_ids(repository: Repository, permit: Permit, assessment_id: str) -> tuple[str, ...]:
    """The ids of a trend that may be seen, the earliest first."""
    with repository.store.reading() as reader:
        stored = stored_header(reader, assessment_id)
        headers = reader.headers()
    line = _ancestors(stored, {one.header.id: one for one in headers})
    earlier = [
        one
        for one in seen(repository.rights, permit, headers, Permission.RESULTS)
        if one.organisation_id == stored.organisation_id
        and one.header.id != assessment_id
        and one.header.copied_from != assessment_id
        and one.header.assessed_on <= stored.header.assessed_on
        and (one.unit_id == stored.unit_id or one.header.id in line)
    ]
    return (*_last_ids(earlier), assessment_id)


def _other(reader: Reader, repository: Repository, permit: Permit, assessment_id: str) -> StoredHeader:
    stored = reader.header(assessment_id)
    thing = assessment_thing(assessment_id)
    if stored is None or not repository.rights.allow(permit.actor, Permission.RESULTS, thing):
        raise NotAvailable(words.THE_EARLIER_ONE)
    return stored


def _root(reader: Reader, stored: StoredHeader) -> str:
    """What an assessment goes back to by copying, as far as that is there: the first one's id."""
    found, known = stored, {stored.header.id}
    while (source_id := found.header.copied_from) is not None:
        source = reader.header(source_id)
        if source is None or source_id in known:
            return source_id
        known.add(source_id)
        found = source
    return found.header.id


def _ancestors(stored: StoredHeader, by_id: Mapping[str, StoredHeader]) -> frozenset[str]:
    """What an assessment was copied from, and that from, and so on."""
    line: set[str] = set()
    source_id = stored.header.copied_from
    while source_id is not None and source_id not in line:
        line.add(source_id)
        source = by_id.get(source_id)
        source_id = None if source is None else source.header.copied_from
    return frozenset(line)


def _last_ids(headers: Iterable[StoredHeader]) -> tuple[str, ...]:
    """The ids of the last ones by date, the earliest first, with room for one more."""
    ordered = sorted(headers, key=lambda one: (one.header.assessed_on, one.header.id))
    return tuple(one.header.id for one in ordered[1 - LONGEST_TREND :])
