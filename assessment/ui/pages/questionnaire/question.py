"""One question: its words, its answers, and the sign that says what is saved."""

from __future__ import annotations

from contextlib import nullcontext

import streamlit as st

from assessment.domain.authored.framework import Horizon, Item
from assessment.services.answering import Question
from assessment.ui import session
from assessment.ui.components.saved import draw_again, sign_text
from assessment.ui.components.text import escaped, lines, with_icon
from assessment.ui.components.writing import sign_place
from assessment.ui.errors import guarded
from assessment.ui.pages.questionnaire.answer import draw_answer, draw_conflict, draw_reason, is_without_application
from assessment.ui.pages.questionnaire.chosen import choose, lacks_reason
from assessment.ui.pages.questionnaire.due import note_drawn
from assessment.ui.pages.questionnaire.folds import draw_folds, kept_names
from assessment.ui.pages.questionnaire.horizons import asked_horizons, stored_agreement, stored_answer
from assessment.ui.pages.questionnaire.place import Place, answer_key, question_key
from assessment.views.names import answer_name
from assessment.views.wording.pages import questionnaire as words
from assessment.views.wording.terms import HORIZON_QUESTIONS


def draw_question(place: Place, number: int, entry: Question) -> None:
    """Draw one question."""
    horizons = asked_horizons(entry)
    name, asked = words.numbered(number, escaped(entry.item.name)), escaped(entry.item.question)
    with st.container(key=question_key(entry.item), gap="xsmall"):
        if horizons == (Horizon.AS_IS,):  # the label says it all; the style sheet sets off its first line
            draw_answer(place, entry, Horizon.AS_IS, lines(name, asked))
        else:
            st.markdown(lines(f"**{name}**", asked))
            for column, horizon in zip(st.columns(len(horizons), gap="large"), horizons, strict=True):
                with column:
                    draw_answer(place, entry, horizon, HORIZON_QUESTIONS[horizon])
        _draw_foot(place, entry)


def _draw_foot(place: Place, entry: Question) -> None:
    """Draw signs and folds as a fragment, which an answer reruns. The first run draws `entry`, a rerun reads afresh.

    One fragment, not two: what a click costs in the browser grows with the number of blocks on the page.
    """
    read_already = [entry]

    @st.fragment(key=question_key(entry.item))
    @guarded
    def foot() -> None:
        fresh = read_already.pop() if read_already else _read(place, entry.item)
        for horizon in asked_horizons(entry):
            draw_reason(place, fresh, horizon)
            if not draw_conflict(place, fresh, horizon):
                _draw_sign(place, fresh, horizon)
        draw_folds(place, fresh)
        note_drawn(place, entry.item)

    foot()


def _read(place: Place, item: Item) -> Question:
    services = session.plumbline()
    return services.answering.question(session.actor(), place.assessment_id, place.respondent.id, item.id)


def _draw_sign(place: Place, entry: Question, horizon: Horizon) -> None:
    key = answer_key(place, entry.item, horizon)
    if lacks_reason(key):
        st.markdown(f":small[:orange[{with_icon('edit', words.REASON_MISSING)}]]", width="content")
        return
    stored = stored_answer(entry, horizon)
    name = answer_name(place.framework, stored.kind, stored.code) if stored is not None else ""
    sign = sign_text(key, is_stored=stored is not None, words=name)
    more = [f":small[:gray[{escaped(sentence)}]]" for sentence in _beside(place, entry, horizon)]
    with sign_place(key) if is_without_application(key) else nullcontext():  # only a reason can make it untrue
        st.markdown(" ".join((sign, *more)), width="content")
    draw_again(key, lambda: choose(place, entry.item, horizon))


def _beside(place: Place, entry: Question, horizon: Horizon) -> list[str]:
    """What stands beside the sign: what is folded away, said once, and what the room agreed on."""
    kept, agreed = kept_names(entry), stored_agreement(entry, horizon)
    said = [words.with_kept(kept)] if kept and horizon is asked_horizons(entry)[0] else []
    if agreed is not None:
        said.append(words.room_agreed_on(answer_name(place.framework, agreed.answer.kind, agreed.answer.code)))
    return said
