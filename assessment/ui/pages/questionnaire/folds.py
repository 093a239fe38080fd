"""What is folded under a question: guidance, note and evidence, flag, feedback, the room's agreement, the history."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

import streamlit as st

from assessment.services.answering import Question
from assessment.ui.components.choosing import labels
from assessment.ui.pages.questionnaire.agree import draw_agreement
from assessment.ui.pages.questionnaire.evidence import draw_evidence
from assessment.ui.pages.questionnaire.feedback import draw_feedback
from assessment.ui.pages.questionnaire.flag import draw_flag
from assessment.ui.pages.questionnaire.guidance import draw_guidance
from assessment.ui.pages.questionnaire.history import draw_history
from assessment.ui.pages.questionnaire.notes import draw_notes
from assessment.ui.pages.questionnaire.place import Place
from assessment.views.wording.pages import questionnaire_folds as words
from assessment.views.wording.pages.questionnaire import KEPT, KEPT_FEEDBACK, KEPT_FLAG, kept_files


class Fold(StrEnum):
    """One thing to unfold."""

    GUIDANCE = "guidance"
    NOTES = "notes"
    FLAG = "flag"
    FEEDBACK = "feedback"
    AGREE = "agree"
    HISTORY = "history"


_LABELS: Mapping[Fold, str] = {
    Fold.GUIDANCE: words.GUIDANCE,
    Fold.NOTES: words.NOTES,
    Fold.FLAG: words.FLAG,
    Fold.FEEDBACK: words.FEEDBACK,
    Fold.AGREE: words.AGREE,
    Fold.HISTORY: words.HISTORY,
}


def draw_folds(place: Place, entry: Question) -> None:
    """Draw the row of folds, and under it what is unfolded."""
    fold = st.pills(
        words.MORE,
        _folds(place),
        format_func=labels(_LABELS),
        key=place.item_key(entry.item, "fold"),
        label_visibility="collapsed",
        width="content",
    )
    if fold is None:
        return
    with st.container(border=True, gap="small"):
        if fold is Fold.GUIDANCE:
            draw_guidance(place.framework, entry.item)
        elif fold is Fold.NOTES:
            draw_notes(place, entry)
            draw_evidence(place, entry)
        elif fold is Fold.FLAG:
            draw_flag(place, entry)
        elif fold is Fold.FEEDBACK:
            draw_feedback(place, entry)
        elif fold is Fold.HISTORY:
            draw_history(place, entry.item)
        else:
            draw_agreement(place, entry)


def _folds(place: Place) -> list[Fold]:
    """What there is to unfold: of one's own answers nothing that is for all, or that others decided."""
    if place.is_own:
        return [Fold.GUIDANCE, Fold.NOTES, Fold.FEEDBACK]
    return [fold for fold in Fold if fold is not Fold.AGREE or len(place.respondents) > 1]


def kept_names(entry: Question) -> list[str]:
    """What is folded away but there. Not in the labels: a fold whose label changes would close."""
    notes = [KEPT[note.kind] for note in (entry.note, entry.evidence) if note is not None]
    flags = [] if entry.flag is None else [KEPT_FLAG]
    files = [kept_files(entry.file_count)] if entry.file_count else []
    return [*notes, *files, *flags, *([] if entry.feedback is None else [KEPT_FEEDBACK])]
