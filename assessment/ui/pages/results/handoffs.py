"""Hand-offs between processes: what each supplies to another, how well that works, and which are broken."""

from __future__ import annotations

from enum import StrEnum

import streamlit as st

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.authored.content import LinkageKind
from assessment.reporting.charts import HandOff, hand_offs, handoffs, handoffs_table
from assessment.services.results import Computed
from assessment.ui import session
from assessment.ui.components.figure import figure, screen_theme, text_table
from assessment.ui.components.format import process_name
from assessment.ui.components.text import plain
from assessment.ui.errors import guarded
from assessment.ui.pages.results.wording import LETTERS

_KIND_WORDS = {
    LinkageKind.STATED: "stated in the model",
    LinkageKind.INTERACTION: "interaction",
    LinkageKind.IMPLIED: "implied",
    LinkageKind.EXTENSION: "extension",
}


class Show(StrEnum):
    """Which hand-offs are listed."""

    BROKEN = "Broken"
    RATED = "Rated"
    ALL = "All"


@guarded
def draw_handoffs(computed: Computed) -> None:
    """Draw the matrix of hand-offs and the list of them."""
    framework, assessment = computed.framework, computed.assessment
    ratings = {rating.linkage_id: rating for rating in assessment.linkage_ratings}
    kinds = {linkage.id: linkage.kind for linkage in framework.linkages}
    found = hand_offs(framework, assessment, computed.result)
    if not found:
        plain("No process in scope supplies another one in scope.")
        return
    figure(
        handoffs(framework, assessment, computed.result, screen_theme()),
        handoffs_table(framework, assessment, computed.result),
        "results:hand-off-matrix",
        is_wide=True,
    )
    if not ratings:
        plain("Rate hand-offs in Set-up, Hand-offs.", "small")
    session.seed("results:hand-offs", Show.BROKEN if any(one.is_broken for one in found) else Show.ALL)
    with st.container(horizontal=True, gap="medium", vertical_alignment="bottom"):
        show = st.segmented_control("Show", list(Show), required=True, key="results:hand-offs")
        process_id = st.selectbox(
            "Of process",
            assessment.scope,
            index=None,
            placeholder="All processes",
            format_func=lambda process_id: process_name(framework, process_id),
            key="results:hand-offs-process",
        )
    shown = [
        one
        for one in found
        if _is_wanted(one, show or Show.ALL, ratings)
        and (process_id is None or process_id in (one.from_process, one.to_process))
    ]
    if not shown:
        plain("No hand-off matches.")
        return
    text_table(
        ("From", "To", "What is handed over", "Rating", "", "Note"),
        [_row(computed, one, kinds[one.linkage_id], ratings.get(one.linkage_id)) for one in shown],
        alt="Hand-offs between processes",
    )


def _is_wanted(one: HandOff, show: Show, ratings: dict[str, LinkageRating]) -> bool:
    return show is Show.ALL or (one.is_broken if show is Show.BROKEN else one.linkage_id in ratings)


def _row(computed: Computed, one: HandOff, kind: LinkageKind, rating: LinkageRating | None) -> tuple[str, ...]:
    marks = ["broken"] if one.is_broken else []
    if one.is_hard:
        marks.append("binds the roadmap")
    return (
        process_name(computed.framework, one.from_process),
        process_name(computed.framework, one.to_process),
        f"{one.flow} ({_KIND_WORDS[kind]})",
        _value(rating),
        ", ".join(marks),
        rating.note or "" if rating else "",
    )


def _value(rating: LinkageRating | None) -> str:
    if rating is None:
        return "not rated"
    if rating.answer.kind is AnswerKind.RATED and rating.answer.code is not None:
        return LETTERS[rating.answer.code]
    return "N/A" if rating.answer.kind is AnswerKind.NOT_APPLICABLE else "don't know"
