"""What became of an answer, from the journal: when, and from what to what."""

from __future__ import annotations

import json
from datetime import datetime

from assessment.domain.answered.assessment import AgreedValue, Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.history import AnswerChange
from assessment.domain.authored.framework import Horizon
from assessment.store import Reader


def answer_changes(reader: Reader, assessment_id: str, respondent_id: str, item_id: str) -> tuple[AnswerChange, ...]:
    """The changes of both horizons, oldest first; of an agreed value those alone that changed the value itself."""
    found: list[tuple[int, AnswerChange]] = []
    for horizon in Horizon:
        for is_agreed, entries in (
            (False, reader.journal_of(assessment_id, Rating, respondent_id, item_id, str(horizon))),
            (True, reader.journal_of(assessment_id, AgreedValue, item_id, str(horizon))),
        ):
            for entry in entries:
                before, after = _answer(entry.before), _answer(entry.after)
                if before != after:
                    change = AnswerChange(
                        at=datetime.fromisoformat(entry.at),
                        horizon=horizon,
                        is_agreed=is_agreed,
                        before=before,
                        after=after,
                    )
                    found.append((entry.seq, change))
    return tuple(change for _, change in sorted(found, key=lambda one: one[0]))


def _answer(content: str | None) -> Answer | None:
    if content is None:
        return None
    row = json.loads(content)
    return Answer(kind=AnswerKind(row["answer_kind"]), code=row["answer_code"], reason=row["answer_reason"])
