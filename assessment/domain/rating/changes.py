"""What a change touches: the processes to score again, so that one answer does not cost scoring everything.

| what differs between two states of an assessment | what has to be scored again |
|---|---|
| header, scope, respondents | everything |
| ratings, agreed values, rounds of votes, notes, evidence files | the processes of their items |
| targets, owners | their processes |
| opinions, critical services, linkage ratings, roadmap settings | nothing but what is rolled up of the processes |
| anything else | nothing |
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import compress, count
from operator import is_not
from typing import TypeVar

from assessment.domain.answered.assessment import Assessment

EntryT = TypeVar("EntryT")


def changed_process_ids(before: Assessment, after: Assessment) -> frozenset[str] | None:
    """The processes in scope whose own result may differ between two states of an assessment, or None for everything.

    Entries are compared by identity, as a later state shares what has not changed with an earlier one: one that was
    read anew counts as changed, which costs time and changes no number.
    """
    if before is after:
        return frozenset()
    if before.header != after.header or before.scope != after.scope or before.respondents != after.respondents:
        return None
    item_ids = [
        *(rating.item_id for rating in _differing(before.ratings, after.ratings)),
        *(value.item_id for value in _differing(before.agreed, after.agreed)),
        *(one.item_id for one in _differing(before.rounds, after.rounds)),
        *(note.item_id for note in _differing(before.notes, after.notes)),
        *(file.item_id for file in _differing(before.evidence_files, after.evidence_files)),
    ]
    process_ids = [
        *(item_id.partition(".")[0] for item_id in item_ids),
        *(target.process_id for target in _differing(before.targets, after.targets)),
        *(owner.process_id for owner in _differing(before.owners, after.owners)),
    ]
    return frozenset(process_ids).intersection(after.scope)


PLAN_FREE = (
    "flags",
    "feedback",
    "evidence_files",
    "actions",
    "texts",
    "agenda",
    "rounds",
    "parked",
    "decisions",
    "sessions",
    "plans",
    "running",
    "claim",
)
"""The parts of an assessment that neither plan nor firmness is made of."""


def has_same_plan(before: Assessment, after: Assessment) -> bool:
    """Whether two states of an assessment differ at most in parts that neither plan nor firmness is made of.

    By identity, as `changed_process_ids`: False may be wrong, and costs time alone.
    """
    fields = set(Assessment.model_fields) - {"header", "scope", "roadmap", *PLAN_FREE}
    return (before.header, before.scope, before.roadmap) == (after.header, after.scope, after.roadmap) and all(
        next(_differing(getattr(before, field), getattr(after, field)), None) is None for field in fields
    )


def _differing(before: Sequence[EntryT], after: Sequence[EntryT]) -> Iterator[EntryT]:
    """The entries that only one of two sequences has. What both begin and end with is passed over first."""
    if before is after:
        return
    shorter = min(len(before), len(after))
    start = _same_count(before, after, shorter)
    end = _same_count(before[::-1], after[::-1], shorter - start)
    first, second = before[start : len(before) - end], after[start : len(after) - end]
    first_ids, second_ids = frozenset(map(id, first)), frozenset(map(id, second))
    yield from (entry for entry in first if id(entry) not in second_ids)
    yield from (entry for entry in second if id(entry) not in first_ids)


def _same_count(first: Sequence[object], second: Sequence[object], limit: int) -> int:
    """How many entries two sequences begin with in common, at most `limit`."""
    return min(limit, next(compress(count(), map(is_not, first, second)), limit))
