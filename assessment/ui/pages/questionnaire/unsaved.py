"""Which questions of the page hold a text that this browser kept and nobody saved: their folds are closed at first."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from assessment.domain.answered.assessment import NoteKind
from assessment.services.answering import Question
from assessment.ui.components.writing import Unfolded, draw_unsaved
from assessment.ui.pages.questionnaire.feedback import feedback_key
from assessment.ui.pages.questionnaire.horizons import asked_horizons, stored_agreement
from assessment.ui.pages.questionnaire.place import Place, agreement_key, flag_key, note_key, question_key
from assessment.views.wording.pages import questionnaire as words
from assessment.views.wording.pages import questionnaire_folds as fold_words


def draw_unsaved_texts(place: Place, questions: Sequence[Question]) -> None:
    """Draw where such texts wait; the browser alone knows whether there are any."""
    draw_unsaved(
        [
            Unfolded(
                key=key, stored=stored, name=words.waits_at(number, entry.item.name, fold), at=question_key(entry.item)
            )
            for number, entry in enumerate(questions, start=1)
            for key, stored, fold in _texts(place, entry)
        ]
    )


def _texts(place: Place, entry: Question) -> Iterator[tuple[str, str, str]]:
    """Key, stored text and fold of each text of a question."""
    for kind, note in ((NoteKind.NOTE, entry.note), (NoteKind.EVIDENCE, entry.evidence)):
        yield note_key(place, entry.item, kind), note.text if note is not None else "", fold_words.NOTES
    reason = entry.flag.reason if entry.flag is not None else None
    yield f"{flag_key(place, entry.item)}:reason", reason or "", fold_words.FLAG
    said = (entry.feedback.text if entry.feedback is not None else None) or ""
    yield f"{feedback_key(place, entry.item)}:text", said, fold_words.FEEDBACK
    for horizon in asked_horizons(entry):
        agreed = stored_agreement(entry, horizon)
        key = f"{agreement_key(place, entry.item, horizon)}:note"
        yield key, (agreed.note if agreed is not None else None) or "", fold_words.AGREE
