"""Hand-offs between processes: what each supplies to another, how well that works, and which are broken."""

from __future__ import annotations

from enum import StrEnum

import streamlit as st

from assessment.domain.entries import AnswerKind
from assessment.domain.organisation import LinkageRating
from assessment.domain.questionnaire import Linkage, LinkageKind
from assessment.reporting.charts import handoffs, handoffs_table
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
    broken = {entry.linkage_id for entry in computed.result.broken_hand_offs}
    in_scope = [
        linkage
        for linkage in framework.linkages
        if linkage.from_process in assessment.scope and linkage.to_process in assessment.scope
    ]
    if not in_scope:
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
    session.seed("results:hand-offs", Show.BROKEN if broken else Show.ALL)
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
        linkage
        for linkage in in_scope
        if _is_wanted(linkage, show or Show.ALL, broken, ratings)
        and (process_id is None or process_id in (linkage.from_process, linkage.to_process))
    ]
    if not shown:
        plain("No hand-off matches.")
        return
    text_table(
        ("From", "To", "What is handed over", "Rating", "", "Note"),
        [_row(computed, linkage, ratings.get(linkage.id), linkage.id in broken) for linkage in shown],
        alt="Hand-offs between processes",
    )


def _is_wanted(linkage: Linkage, show: Show, broken: set[str], ratings: dict[str, LinkageRating]) -> bool:
    return show is Show.ALL or linkage.id in (broken if show is Show.BROKEN else ratings)


def _row(computed: Computed, linkage: Linkage, rating: LinkageRating | None, is_broken: bool) -> tuple[str, ...]:
    marks = ["broken"] if is_broken else []
    if linkage.is_hard:
        marks.append("binds the roadmap")
    return (
        process_name(computed.framework, linkage.from_process),
        process_name(computed.framework, linkage.to_process),
        f"{linkage.flow} ({_KIND_WORDS[linkage.kind]})",
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
