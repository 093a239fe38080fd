"""The choice among the answers of a question, for one horizon: six statements, don't know, or not applicable."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.entries import SHORT_TEXT_LIMIT
from assessment.domain.authored.framework import Horizon, Item, ItemKind
from assessment.services.answering import Question
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import draw_outdated
from assessment.ui.components.text import escaped
from assessment.ui.components.writing import Kept, draw_mark
from assessment.ui.pages.questionnaire.chosen import (
    CHOICES,
    DONT_KNOW,
    NOT_APPLICABLE,
    choice_of,
    choose,
    chosen_rating,
    is_unsaved,
    lacks_reason,
    rating_of,
    reason_key,
    save_choice,
)
from assessment.ui.pages.questionnaire.horizons import answer_version, stored_answer
from assessment.ui.pages.questionnaire.place import Place, answer_key
from assessment.views.conflicts import Teller
from assessment.views.wording.pages import questionnaire as words


def draw_answer(place: Place, entry: Question, horizon: Horizon, label: str) -> None:
    """Draw the choice; one that is as it was drawn follows what somebody else stored since."""
    key = answer_key(place, entry.item, horizon)
    stored, version = stored_answer(entry, horizon), answer_version(entry, horizon)
    if session.drawn_version(key) != version and not is_unsaved(key):
        session.unbind(key, key, reason_key(key))
    session.bind(key, version, {key: choice_of(stored)})
    shown = choice_words(place, entry.item)
    st.radio(
        label,
        CHOICES,
        format_func=labels(shown),
        key=key,
        on_change=choose,
        args=(place, entry.item, horizon),
        disabled=place.is_locked,
        width="stretch",
    )


def draw_reason(place: Place, entry: Question, horizon: Horizon) -> None:
    """Draw the field for the reason, where the question does not apply."""
    key = answer_key(place, entry.item, horizon)
    if not is_without_application(key):
        return
    stored = stored_answer(entry, horizon)
    reason = stored.reason if stored is not None and stored.reason else ""
    session.seed(reason_key(key), reason)
    st.text_input(
        words.WHY_NOT_APPLICABLE,
        key=reason_key(key),
        max_chars=SHORT_TEXT_LIMIT,
        on_change=save_choice,
        args=(place, entry.item, horizon),
        disabled=place.is_locked,
    )
    draw_mark(reason_key(key), SHORT_TEXT_LIMIT, Kept.TYPING, stored=reason, sign=key, is_locked=place.is_locked)


def is_without_application(key: str) -> bool:
    """Whether the answer of that key is that the question does not apply, whatever its reason."""
    return bool(session.value(key) == NOT_APPLICABLE)


def draw_conflict(place: Place, entry: Question, horizon: Horizon) -> bool:
    """Where somebody else stored another answer than the one that is chosen here, let the reader decide; False
    where nobody did.
    """
    item, key = entry.item, answer_key(place, entry.item, horizon)
    stored, version = stored_answer(entry, horizon), answer_version(entry, horizon)
    if session.drawn_version(key) == version or lacks_reason(key):
        return False
    yours, theirs = chosen_rating(place, item, horizon), stored and rating_of(place, item, horizon, stored)
    if yours == theirs:
        session.rebind(key, version)
        return False
    if not is_unsaved(key):  # only the whole page can choose what is stored
        st.rerun()
    told = Teller(framework=place.framework, respondents=place.respondents).both(theirs, yours)
    draw_outdated(
        key,
        *told,
        keep_theirs=lambda: _keep_theirs(key),
        save_mine=lambda: save_choice(place, item, horizon, version),
    )
    return True


def _keep_theirs(key: str) -> None:
    """Callback: let go of the own choice; the whole page runs, because the choice stands outside the foot."""
    session.unbind(key, key, reason_key(key))
    st.rerun()


def choice_words(place: Place, item: Item) -> dict[str, str]:
    """Label of each choice. Activities share their statements, so each begins with its short name."""
    statements = [escaped(statement) for statement in item.statements]
    if item.kind is ItemKind.ACTIVITY:
        names = [escaped(point.name) for point in place.framework.scale]
        statements = [f"**{name}.** :gray[{statement}]" for name, statement in zip(names, statements, strict=True)]
    shown = {str(code): statement for code, statement in enumerate(statements)}
    return {**shown, DONT_KNOW: f":gray[{words.DONT_KNOW}]", NOT_APPLICABLE: f":gray[{words.NOT_APPLICABLE}]"}
