"""The choice among the answers of a question, for one horizon: six statements, don't know, or not applicable.

The callback of a choice keeps it and reruns two small fragments only, the foot of its question and the bar: the
statements are not drawn again.
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.entries import SHORT_TEXT_LIMIT, Answer, AnswerKind
from assessment.domain.authored.framework import Horizon, Item, ItemKind
from assessment.domain.rating.scale import CODE_COUNT
from assessment.services.answering import Question
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.components.text import escaped
from assessment.ui.pages.questionnaire.horizons import stored_answer
from assessment.ui.pages.questionnaire.place import PROGRESS_FRAGMENT, Place, answer_key, question_key
from assessment.views.names import answer_name
from assessment.views.wording.pages import questionnaire as words

DONT_KNOW = AnswerKind.DONT_KNOW.value
NOT_APPLICABLE = AnswerKind.NOT_APPLICABLE.value
CHOICES = (*(str(code) for code in range(CODE_COUNT)), DONT_KNOW, NOT_APPLICABLE)


def draw_answer(place: Place, entry: Question, horizon: Horizon, label: str) -> None:
    """Draw the choice."""
    key = answer_key(place, entry.item, horizon)
    session.seed(key, choice_of(stored_answer(entry, horizon)))
    shown = _choice_words(place, entry.item)
    st.radio(
        label,
        CHOICES,
        format_func=shown.__getitem__,
        key=key,
        on_change=_save,
        args=(place, entry.item, horizon),
        disabled=place.is_locked,
        width="stretch",
    )


def draw_reason(place: Place, entry: Question, horizon: Horizon) -> None:
    """Draw the field for the reason, where the question does not apply."""
    key = answer_key(place, entry.item, horizon)
    if session.value(key) != NOT_APPLICABLE:
        return
    stored = stored_answer(entry, horizon)
    session.seed(_reason_key(key), stored.reason if stored is not None and stored.reason else "")
    st.text_input(
        words.WHY_NOT_APPLICABLE,
        key=_reason_key(key),
        max_chars=SHORT_TEXT_LIMIT,
        on_change=_save,
        args=(place, entry.item, horizon),
        disabled=place.is_locked,
    )


def lacks_reason(key: str) -> bool:
    """Whether the answer of that key waits for the reason why the question does not apply."""
    return bool(session.value(key) == NOT_APPLICABLE and not _reason(key))


def choice_of(answer: Answer | None) -> str | None:
    """The choice that stands for an answer."""
    if answer is None:
        return None
    return str(answer.code) if answer.kind is AnswerKind.RATED else answer.kind.value


def _save(place: Place, item: Item, horizon: Horizon) -> None:
    """Callback: keep the answer, then draw the foot of this question and the bar again."""
    key = answer_key(place, item, horizon)
    if lacks_reason(key):
        session.forget_outcome(key)
    else:
        _keep(place, item, horizon, key)
    st.rerun([question_key(item), PROGRESS_FRAGMENT])


def _keep(place: Place, item: Item, horizon: Horizon, key: str) -> None:
    choice = str(session.value(key))
    kind = AnswerKind(choice) if choice in (DONT_KNOW, NOT_APPLICABLE) else AnswerKind.RATED
    code = int(choice) if kind is AnswerKind.RATED else None
    with session.saving(key, answer_name(place.framework, kind, code)):
        reason = _reason(key) if kind is AnswerKind.NOT_APPLICABLE else None
        answer = checked(Answer, kind=kind, code=code, reason=reason)
        rating = Rating(respondent_id=place.respondent.id, item_id=item.id, horizon=horizon, answer=answer)
        session.plumbline().answering.save(session.actor(), place.assessment_id, rating)


def _reason_key(key: str) -> str:
    return f"{key}:reason"


def _reason(key: str) -> str:
    return str(session.value(_reason_key(key)) or "").strip()


def _choice_words(place: Place, item: Item) -> dict[str, str]:
    """Label of each choice. Activities share their statements, so each begins with its short name."""
    statements = [escaped(statement) for statement in item.statements]
    if item.kind is ItemKind.ACTIVITY:
        names = [escaped(point.name) for point in place.framework.scale]
        statements = [f"**{name}.** :gray[{statement}]" for name, statement in zip(names, statements, strict=True)]
    shown = {str(code): statement for code, statement in enumerate(statements)}
    return {**shown, DONT_KNOW: f":gray[{words.DONT_KNOW}]", NOT_APPLICABLE: f":gray[{words.NOT_APPLICABLE}]"}
