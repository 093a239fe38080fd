"""What is begun with where an assessment is copied without its answers: the set-up, and the agenda to be held again."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.workshop import SlotState
from assessment.domain.workshop.sealing import is_anonymous_id

ANSWER_FIELDS = (
    *("ratings", "agreed", "notes", "evidence_files", "flags", "feedback", "opinions", "linkage_ratings"),
    *("transitions", "actions", "texts", "rounds", "parked", "decisions", "sessions"),
    *("plans", "running"),
)


def without_answers(assessment: Assessment) -> Mapping[str, Any]:
    """The parts that are others in the copy. Who came to a room without a name left nothing but answers, and goes."""
    return {
        **dict.fromkeys(ANSWER_FIELDS, ()),
        "respondents": tuple(one for one in assessment.respondents if not is_anonymous_id(one.id)),
        "assignments": tuple(one for one in assessment.assignments if not is_anonymous_id(one.respondent_id)),
        "agenda": tuple(
            slot.model_copy(update={"state": SlotState.PLANNED, "spent_seconds": 0}) for slot in assessment.agenda
        ),
    }
