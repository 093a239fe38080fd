"""One question: its words, its answers, and the sign that says what is saved.

An answer is chosen by its words: six statements, don't know, or not applicable with a reason. Its callback keeps it and
reruns two small fragments only, the foot of this question and the bar: the statements are not drawn again.
"""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import Rating
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Horizon, Item, ItemKind
from assessment.services.questionnaire import SheetEntry
from assessment.ui import session
from assessment.ui.components.saved import sign_text
from assessment.ui.components.text import escaped
from assessment.ui.components.words import HORIZON_QUESTIONS
from assessment.ui.errors import guarded
from assessment.ui.pages.questionnaire.folds import draw_folds, kept_words
from assessment.ui.pages.questionnaire.place import PROGRESS_FRAGMENT, Place, answer_key, question_key

DONT_KNOW = "dont-know"
NOT_APPLICABLE = "not-applicable"
CHOICES = ("0", "1", "2", "3", "4", "5", DONT_KNOW, NOT_APPLICABLE)
REASON_LIMIT = 300
_EN_SPACE = "\u2002"


def draw_question(place: Place, number: int, entry: SheetEntry) -> None:
    """Draw one question."""
    horizons = [horizon for horizon in Horizon if _is_asked(entry, horizon)]
    name, asked = f"{number}{_EN_SPACE}{escaped(entry.item.name)}", escaped(entry.item.question)
    with st.container(key=question_key(entry.item), gap="xsmall"):
        if horizons == [Horizon.AS_IS]:  # the label says it all; the style sheet sets off its first line
            _draw_answer(place, entry, Horizon.AS_IS, f"{name}  \n{asked}")
        else:
            st.markdown(f"**{name}**  \n{asked}")
            for column, horizon in zip(st.columns(len(horizons), gap="large"), horizons, strict=True):
                with column:
                    _draw_answer(place, entry, horizon, HORIZON_QUESTIONS[horizon])
        _draw_foot(place, entry, horizons)


def _is_asked(entry: SheetEntry, horizon: Horizon) -> bool:
    return entry.asks_as_is if horizon is Horizon.AS_IS else entry.asks_to_be


def _draw_foot(place: Place, entry: SheetEntry, horizons: list[Horizon]) -> None:
    """Draw signs and folds as a fragment, which an answer reruns. The first run draws `entry`, a rerun reads afresh.

    One fragment, not two: what a click costs in the browser grows with the number of blocks on the page.
    """
    read_already = [entry]

    @st.fragment(key=question_key(entry.item))
    @guarded
    def foot() -> None:
        fresh = read_already.pop() if read_already else _read(place, entry.item)
        for horizon in horizons:
            _draw_reason(place, fresh, horizon)
            _draw_sign(place, fresh, horizon)
        draw_folds(place, fresh)

    foot()


def _read(place: Place, item: Item) -> SheetEntry:
    services = session.plumbline()
    return services.questionnaire.entry(session.actor(), place.assessment_id, place.respondent.id, item.id)


def _draw_answer(place: Place, entry: SheetEntry, horizon: Horizon, label: str) -> None:
    key = answer_key(place, entry.item, horizon)
    stored = stored_answer(entry, horizon)
    session.seed(key, _choice(stored))
    words = _choice_words(place, entry.item)
    st.radio(
        label,
        CHOICES,
        format_func=words.__getitem__,
        key=key,
        on_change=_save_choice,
        args=(place, entry.item, horizon),
        disabled=place.is_locked,
        width="stretch",
    )


def _draw_reason(place: Place, entry: SheetEntry, horizon: Horizon) -> None:
    key = answer_key(place, entry.item, horizon)
    if session.value(key) != NOT_APPLICABLE:
        return
    stored = stored_answer(entry, horizon)
    session.seed(f"{key}:reason", stored.reason if stored is not None and stored.reason else "")
    st.text_input(
        "Why does it not apply here?",
        key=f"{key}:reason",
        max_chars=REASON_LIMIT,
        on_change=_save_choice,
        args=(place, entry.item, horizon),
        disabled=place.is_locked,
    )


def _draw_sign(place: Place, entry: SheetEntry, horizon: Horizon) -> None:
    key = answer_key(place, entry.item, horizon)
    stored = stored_answer(entry, horizon)
    if session.value(key) == NOT_APPLICABLE and not str(session.value(f"{key}:reason") or "").strip():
        st.markdown(":small[:orange[:material/edit: Not saved yet: give the reason.]]", width="content")
        return
    words = place.answer_words(stored) if stored is not None else "Not answered"
    sign = sign_text(key, is_stored=stored is not None, words=words)
    kept = kept_words(entry) if horizon is Horizon.AS_IS or not entry.asks_as_is else ""
    agreed = entry.agreed if horizon is Horizon.AS_IS else entry.agreed_to_be
    room = f"The room agreed on: {place.answer_words(agreed.answer).lower()}." if agreed is not None else ""
    more = " ".join(words for words in (f"with {kept}." if kept else "", room) if words)
    st.markdown(f"{sign} :small[:gray[{escaped(more)}]]" if more else sign, width="content")


def _save_choice(place: Place, item: Item, horizon: Horizon) -> None:
    """Callback: keep the answer, then draw this question and the bar again."""
    key = answer_key(place, item, horizon)
    answer = _answer(str(session.value(key)), str(session.value(f"{key}:reason") or "").strip())
    if answer is None:
        session.forget_outcome(key)
    else:
        rating = Rating(respondent_id=place.respondent.id, item_id=item.id, horizon=horizon, answer=answer)
        with session.saving(key, place.answer_words(answer)):
            session.plumbline().questionnaire.answer(session.actor(), place.assessment_id, rating)
    st.rerun([question_key(item), PROGRESS_FRAGMENT])


def stored_answer(entry: SheetEntry, horizon: Horizon) -> Answer | None:
    """The stored answer of one horizon."""
    return entry.as_is if horizon is Horizon.AS_IS else entry.to_be


def _answer(choice: str, reason: str) -> Answer | None:
    """The answer of a choice; None as long as a reason is missing."""
    if choice == DONT_KNOW:
        return Answer(kind=AnswerKind.DONT_KNOW)
    if choice == NOT_APPLICABLE:
        return Answer(kind=AnswerKind.NOT_APPLICABLE, reason=reason) if reason else None
    return Answer(kind=AnswerKind.RATED, code=int(choice))


def _choice(answer: Answer | None) -> str | None:
    if answer is None:
        return None
    return str(answer.code) if answer.kind is AnswerKind.RATED else answer.kind.value


def _choice_words(place: Place, item: Item) -> dict[str, str]:
    """Label of each choice. Activities share their statements, so each begins with its short name."""
    statements = [escaped(statement) for statement in item.statements]
    if item.kind is ItemKind.ACTIVITY:
        names = [escaped(point.name) for point in place.framework.scale]
        statements = [f"**{name}.** :gray[{statement}]" for name, statement in zip(names, statements, strict=True)]
    words = {str(code): statement for code, statement in enumerate(statements)}
    return {**words, DONT_KNOW: ":gray[Don't know]", NOT_APPLICABLE: ":gray[Not applicable here]"}
