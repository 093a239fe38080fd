"""The sample as it might have been a year and two years before: made from it by known changes.

| process | this year | last year | so that it |
|---|---|---|---|
| incident-management | as the sample has it | everybody one step lower, nothing agreed | improved |
| problem-management | as the sample has it | everybody two steps higher, nothing agreed | fell |
| service-level-management | as the sample has it | respondent-10 was not asked | improved for that alone |
| supplier-management | in scope | out of scope | is new |
| change-management | target 3 | target 2 | has another target |

Two years before, everybody was one step lower still at incident management.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from assessment.domain.answered.assessment import Assessment, Rating, Target
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.comparing.compared import Compared
from assessment.domain.comparing.comparison import compare, trend
from assessment.domain.computed import Computed
from tests.computing import computed, the_sample
from tests.questionnaires import shipped

LAST_YEAR_ID, BEFORE_LAST_ID = "sample-tamarind-2025", "sample-tamarind-2024"
IMPROVED, FELL, OTHERS, NEW, RETARGETED = (
    *("incident-management", "problem-management", "service-level-management"),
    *("supplier-management", "change-management"),
)
NOT_ASKED = "respondent-10"


@cache
def last_year() -> Computed:
    """What the sample came to a year before."""
    return computed(shipped.framework(), earlier(LAST_YEAR_ID, 2025, -1))


@cache
def before_last() -> Computed:
    """What the sample came to two years before."""
    return computed(shipped.framework(), earlier(BEFORE_LAST_ID, 2024, -2))


@cache
def this_year() -> Computed:
    """The sample as a copy of last year's."""
    sample = shipped.sample()
    header = sample.header.model_copy(update={"copied_from": LAST_YEAR_ID})
    return computed(the_sample().framework, sample.model_copy(update={"header": header}))


def earlier(assessment_id: str, year: int, incident_steps: int) -> Assessment:
    """The sample of a year, with incident management moved by so many steps."""
    sample = shipped.sample()
    moved = {IMPROVED: incident_steps, FELL: 2}
    kept = [one for one in sample.ratings if not _is_of(one.item_id, NEW)]
    ratings = [
        _moved(one, moved.get(_process_of(one.item_id), 0))
        for one in kept
        if one.respondent_id != NOT_ASKED or not _is_of(one.item_id, OTHERS)
    ]
    header = sample.header.model_copy(
        update={"id": assessment_id, "name": f"Group IT, autumn {year}", "assessed_on": date(year, 9, 15)}
    )
    gone = (*moved, NEW)
    return sample.model_copy(
        update={
            "header": header,
            "scope": tuple(one for one in sample.scope if one != NEW),
            "ratings": tuple(ratings),
            "agreed": tuple(one for one in sample.agreed if _process_of(one.item_id) not in gone),
            "roadmap": sample.roadmap.model_copy(update={"start": date(year + 1, 1, 1)}),
            "targets": tuple(_retargeted(one) for one in sample.targets if one.process_id != NEW),
            **{
                name: tuple(one for one in getattr(sample, name) if one.process_id != NEW)
                for name in ("opinions", "owners", "readiness", "technology", "sourcing", "assignments")
            },
            **dict.fromkeys(
                ("notes", "flags", "rounds", "sessions", "decisions", "parked", "agenda", "critical_services"), ()
            ),
        }
    )


@cache
def beside_last_year() -> Computed:
    """The sample of this year, set beside that of last year, in a row of three."""
    comparison, row = compare(last_year(), this_year()), (before_last(), last_year(), this_year())
    return this_year().beside(Compared(comparison=comparison, before_framework=shipped.framework(), trend=trend(row)))


def _process_of(item_id: str) -> str:
    return item_id.split(".", 1)[0]


def _is_of(item_id: str, process_id: str) -> bool:
    return _process_of(item_id) == process_id


def _moved(rating: Rating, steps: int) -> Rating:
    if rating.answer.kind is not AnswerKind.RATED or rating.answer.code is None or not steps:
        return rating
    code = min(5, max(0, rating.answer.code + steps))
    return rating.model_copy(update={"answer": Answer(kind=AnswerKind.RATED, code=code)})


def _retargeted(target: Target) -> Target:
    return target.model_copy(update={"level": 2}) if target.process_id == RETARGETED else target
