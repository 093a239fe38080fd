"""What became of an answer, from the journal: when, and from what to what. Reasons come from the answers that stand."""

from __future__ import annotations

import json
from datetime import datetime

from assessment.domain.answered.assessment import AgreedValue, Rating
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.history import AnswerChange, AnswerThen
from assessment.domain.answered.kept_out import read_kept_out
from assessment.domain.authored.framework import Horizon
from assessment.store import Reader


def answer_changes(reader: Reader, assessment_id: str, respondent_id: str, item_id: str) -> tuple[AnswerChange, ...]:
    """The changes of both horizons, oldest first; of an agreed value those alone that changed the value itself."""
    found: list[tuple[int, AnswerChange]] = []
    for horizon in Horizon:
        of_person, of_room = (respondent_id, item_id, str(horizon)), (item_id, str(horizon))
        rating, agreed = (
            reader.find(assessment_id, Rating, *of_person),
            reader.find(assessment_id, AgreedValue, *of_room),
        )
        for is_agreed, entries, stands in (
            (False, reader.journal_of(assessment_id, Rating, *of_person), rating),
            (True, reader.journal_of(assessment_id, AgreedValue, *of_room), agreed),
        ):
            reason = None if stands is None else stands.entry.answer.reason
            for entry in entries:
                before, after = _answer(entry.before, reason), _answer(entry.after, reason)
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


def _answer(content: str | None, stands: str | None) -> AnswerThen | None:
    """The answer of an entry; of its reason the words where they are those that stand now."""
    if content is None:
        return None
    row = json.loads(content)
    reason = read_kept_out(row["answer_reason"])
    return AnswerThen(
        kind=AnswerKind(row["answer_kind"]),
        code=row["answer_code"],
        reason=stands if reason is not None and reason.is_of(stands) else None,
        reason_kept_out=reason,
    )
