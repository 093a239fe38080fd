"""What is chosen as an answer, and how it is kept: over the answer that the question was drawn with, and over no other.

A callback keeps the choice and reruns two small fragments only, the foot of its question and the bar: the statements
are not drawn again.
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.rating.scale import CODE_COUNT
from assessment.services.validation import checked
from assessment.ui import session
from assessment.ui.pages.questionnaire.due import note_due
from assessment.ui.pages.questionnaire.place import PROGRESS_FRAGMENT, Place, answer_key, is_open
from assessment.ui.pages.questionnaire.switching import is_refused
from assessment.views.names import answer_name

DONT_KNOW = AnswerKind.DONT_KNOW.value
NOT_APPLICABLE = AnswerKind.NOT_APPLICABLE.value
CHOICES = (*(str(code) for code in range(CODE_COUNT)), DONT_KNOW, NOT_APPLICABLE)
KEYS = (*(str(code) for code in range(CODE_COUNT)), "d", "n")
"""The key of each choice."""


def choice_of(answer: Answer | None) -> str | None:
    """The choice that stands for an answer."""
    if answer is None:
        return None
    return str(answer.code) if answer.kind is AnswerKind.RATED else answer.kind.value


def reason_key(key: str) -> str:
    """Key of the field for the reason, from that of the choice."""
    return f"{key}:reason"


def lacks_reason(key: str) -> bool:
    """Whether the answer of that key waits for the reason why the question does not apply."""
    return bool(session.value(key) == NOT_APPLICABLE and not _reason(key))


def is_unsaved(key: str) -> bool:
    """Whether what is chosen under that key is not stored: it could not be saved, or waits for its reason."""
    return session.has_trouble(key) or lacks_reason(key)


def chosen_rating(place: Place, item: Item, horizon: Horizon) -> Rating | None:
    """What is chosen; None where nothing is. InvalidInput while the reason is missing."""
    key = answer_key(place, item, horizon)
    choice = session.value(key)
    if choice is None:
        return None
    kind = AnswerKind(choice) if choice in (DONT_KNOW, NOT_APPLICABLE) else AnswerKind.RATED
    answer = checked(
        Answer,
        kind=kind,
        code=int(choice) if kind is AnswerKind.RATED else None,
        reason=_reason(key) or None if kind is AnswerKind.NOT_APPLICABLE else None,
    )
    return rating_of(place, item, horizon, answer)


def rating_of(place: Place, item: Item, horizon: Horizon, answer: Answer) -> Rating:
    """An answer as that of the one who answers."""
    return Rating(respondent_id=place.respondent.id, item_id=item.id, horizon=horizon, answer=answer)


def choose(place: Place, item: Item, horizon: Horizon) -> None:
    """Callback of a click: it counts for the person whose questions stand there, or not at all."""
    if not is_refused(place):
        save_choice(place, item, horizon)


def take_back(place: Place, item: Item, horizon: Horizon) -> None:
    """Callback: take the answer back; the whole page runs, because the choice has to let go of it."""
    if is_refused(place):
        return
    key = answer_key(place, item, horizon)
    session.put(key, None)
    _keep(place, item, horizon, key, session.drawn_version(key))
    if not session.has_trouble(key):
        session.forget_outcome(key)
    st.rerun()


def save_choice(place: Place, item: Item, horizon: Horizon, version: int | None = None) -> None:
    """Callback: keep what is chosen, over the answer of `version`, else over the one the question was drawn with."""
    key = answer_key(place, item, horizon)
    if lacks_reason(key):
        session.forget_outcome(key)
    else:
        _keep(place, item, horizon, key, session.drawn_version(key) if version is None else version)
    if is_open(item.process_id):
        st.rerun([*note_due(place, item), PROGRESS_FRAGMENT])


def _keep(place: Place, item: Item, horizon: Horizon, key: str, version: int) -> None:
    service, actor = session.plumbline().answering, session.actor()
    rating = chosen_rating(place, item, horizon)
    if rating is None:
        with session.saving(key):
            service.clear(actor, place.assessment_id, place.respondent.id, item.id, horizon, expected_version=version)
            session.rebind(key, 0)
        return
    with session.saving(key, answer_name(place.framework, rating.answer.kind, rating.answer.code)):
        saved = service.save(actor, place.assessment_id, rating, expected_version=version)
        session.rebind(key, saved.version)


def _reason(key: str) -> str:
    return str(session.value(reason_key(key)) or "").strip()
