"""The processes that matter and are weak: the corner of importance and maturity that wants an answer first.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| importance | how much a process matters, as the priorities use it | ordinal | 0 to 5 | higher matters more |
| level | capability level | ordinal | 0 to 5 | higher is better |

Own rule: a process matters from importance 4 (high) and is weak below level 2, where its work rests on people and on no
managed process. Targets play no part: an organisation that asks little of a vital process is not helped by that.
"""

from __future__ import annotations

from assessment.domain.rating.results import AssessmentResult

MATTERS_FROM = 4
WEAK_BELOW_LEVEL = 2


def weak_spots(result: AssessmentResult) -> tuple[str, ...]:
    """Ids of the processes with a level that matter and are weak, by rank; assumed importance counts like any other."""
    return tuple(
        entry.process_id
        for entry in result.priorities
        if entry.importance is not None
        and entry.importance >= MATTERS_FROM
        and (result.process(entry.process_id).level.level or 0) < WEAK_BELOW_LEVEL
    )
