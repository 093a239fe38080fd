"""One question: its six statements with who stands where, the value that counts, and what people said."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.assessment import NoteKind
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.results import ItemResult, Outcome
from assessment.services.results import Computed
from assessment.ui.components.figure import text_table
from assessment.ui.components.format import counted, share_text
from assessment.ui.components.text import plain
from assessment.ui.components.words import CERTAINTY_NAMES
from assessment.ui.pages.results.wording import LETTERS, dots, who


def draw_question(computed: Computed, item: ItemResult) -> None:
    """Draw the question in full."""
    question = computed.framework.item_by_id[item.item_id]
    plain(question.question, "strong")
    rows = [
        (letter, dots(item.code_counts[code]), "counts" if code == item.code else "", statement)
        for code, (letter, statement) in enumerate(zip(LETTERS, question.statements, strict=True))
    ]
    text_table(("Answer", "People", "", "What it says"), rows, alt=f"Answers to: {question.question}")
    plain(_sentence(item))
    _draw_agreed(computed, item)
    _draw_words(computed, item.item_id)
    plain(f"What good looks like: {question.good}", "small")


def _sentence(item: ItemResult) -> str:
    rated = sum(item.code_counts)
    parts = [counted(rated, "answer")]
    if item.dont_know_count:
        parts.append(f"{item.dont_know_count} don't know")
    if item.not_applicable_count:
        parts.append(f"{item.not_applicable_count} not applicable")
    spread = ""
    if item.within_one_share is not None:
        spread = f" {share_text(item.within_one_share)} lie within one step of the value that counts."
    if item.outcome is Outcome.UNRATED:
        source = "There is no value to count yet."
    elif item.outcome is Outcome.NOT_APPLICABLE:
        source = "It counts as not applicable and leaves the attribute."
    else:
        source = "The room agreed on the value." if item.is_agreed else "The lower of the middle answers counts."
    return f"{', '.join(parts)}. {source}{spread}"


def _draw_agreed(computed: Computed, item: ItemResult) -> None:
    agreed = computed.assessment.agreed_by_item.get((item.item_id, Horizon.AS_IS))
    if agreed is not None:
        plain(f"Agreed ({CERTAINTY_NAMES[agreed.certainty].lower()}):", "small")
        plain(agreed.note)


def _draw_words(computed: Computed, item_id: str) -> None:
    assessment = computed.assessment
    for flag in assessment.flags:
        if flag.item_id == item_id:
            plain(f"Marked for review. {flag.reason or ''}".strip())
    for rating in assessment.ratings_by_item.get((item_id, Horizon.AS_IS), ()):
        if rating.answer.kind is AnswerKind.NOT_APPLICABLE:
            _draw_quote(f"{who(assessment, rating.respondent_id)}, why it does not apply", rating.answer.reason or "")
    for note in assessment.notes:
        if note.item_id == item_id:
            person = who(assessment, note.respondent_id)
            said = f"Evidence seen with {person}" if note.kind is NoteKind.EVIDENCE else f"{person}, said"
            _draw_quote(said, note.text)


def _draw_quote(source: str, text: str) -> None:
    with st.container(gap=None):
        plain(source, "small")
        plain(text)
