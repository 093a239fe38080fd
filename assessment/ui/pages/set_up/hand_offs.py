"""How well each hand-off between two processes is defined and works."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.answered.entries import SHORT_TEXT_LIMIT, Answer, AnswerKind
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.authored.content import Linkage
from assessment.domain.rating.hand_offs import linkages_in_scope
from assessment.errors import InvalidInput
from assessment.services.validation import checked
from assessment.ui.components.choosing import labels
from assessment.ui.components.columns import LARGE, Cell, Column, choice_column, read_column
from assessment.ui.components.editor import EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame, text_or_none
from assessment.views.set_up import hand_offs_finding
from assessment.views.wording import hand_offs as hand_off_words
from assessment.views.wording.pages.set_up import NOTE_COLUMN, lettered_point
from assessment.views.wording.pages.set_up import hand_offs as words

_EVERY = "every"


def draw(frame: Frame) -> None:
    """Draw the hand-offs of one process, or of all in scope."""
    linkages = linkages_in_scope(frame.framework, frame.assessment)
    section_head(hand_offs_finding(frame.framework, frame.assessment), words.LEAD, sign=frame.key("linkages"))
    if not linkages:
        plain(words.NONE_IN_SCOPE)
        return
    names = {_EVERY: words.EVERY, **{process.id: process.name for process in frame.processes}}
    with st.container(width=420):
        chosen = st.selectbox(words.OF, tuple(names), format_func=labels(names), key=frame.key("linkages:of"))
    shown = [link for link in linkages if chosen in (_EVERY, link.from_process, link.to_process)]
    _draw_table(frame, shown, str(chosen))


def _draw_table(frame: Frame, linkages: Sequence[Linkage], chosen: str) -> None:
    stored = {rating.linkage_id: rating for rating in frame.assessment.linkage_ratings}
    versions = frame.versions(LinkageRating)
    rows = []
    for link in linkages:
        cells: dict[str, Cell] = {
            "from": frame.framework.process_by_id[link.from_process].name,
            "to": frame.framework.process_by_id[link.to_process].name,
            "flow": link.flow,
            "answer": _choice(stored.get(link.id)),
            "note": _note(stored.get(link.id)),
        }
        rows.append(EditorRow(id=link.id, cells=cells, version=versions.get((link.id,), 0)))
    choices = {
        **{str(point.code): lettered_point(point.letter, point.name) for point in frame.framework.scale},
        AnswerKind.DONT_KNOW.value: words.DONT_KNOW,
        AnswerKind.NOT_APPLICABLE.value: words.NOT_APPLICABLE,
    }
    columns = {
        "from": read_column(hand_off_words.FROM_COLUMN),
        "to": read_column(hand_off_words.TO_COLUMN),
        "flow": read_column(hand_off_words.FLOW_COLUMN, width=LARGE),
        "answer": choice_column(hand_off_words.RATING_COLUMN, choices),
        "note": Column(heading=NOTE_COLUMN),
    }
    editor(
        frame.key(f"linkages:table:{chosen}"),
        rows,
        columns,
        lambda edit: _save(frame, edit, stored.get(edit.id)),
        is_locked=frame.is_locked,
        name=words.TABLE,
        sign=frame.key("linkages"),
    )


def _choice(rating: LinkageRating | None) -> str | None:
    if rating is None:
        return None
    return str(rating.answer.code) if rating.answer.code is not None else rating.answer.kind.value


def _note(rating: LinkageRating | None) -> str | None:
    return (rating.note or rating.answer.reason) if rating is not None else None


def _save(frame: Frame, edit: RowEdit, before: LinkageRating | None) -> int | None:
    choice, note = edit.row["answer"], text_or_none(edit.row["note"])
    if not choice:
        if note is not None:
            raise InvalidInput(words.FIELD, words.NOTE_ALONE, words.NOTE_ALONE_ADVICE)
        frame.remove(LinkageRating, edit.id, version=edit.version)
        return None
    entry = checked(LinkageRating, linkage_id=edit.id, answer=_answer(str(choice), note, before), note=note)
    return frame.save(entry, edit.version)


def _answer(choice: str, note: str | None, before: LinkageRating | None) -> Answer:
    """The answer of a choice. The note is the reason of 'not applicable', unless the two were told apart before."""
    if choice == AnswerKind.DONT_KNOW.value:
        return checked(Answer, kind=AnswerKind.DONT_KNOW)
    if choice != AnswerKind.NOT_APPLICABLE.value:
        return checked(Answer, kind=AnswerKind.RATED, code=int(choice))
    known = before.answer.reason if before is not None else None
    if known is not None and before is not None and before.note is not None and not before.note.startswith(known):
        return checked(Answer, kind=AnswerKind.NOT_APPLICABLE, reason=known)
    if note is None:
        raise InvalidInput(words.FIELD, words.REASON_MISSING, words.REASON_MISSING_ADVICE)
    return checked(Answer, kind=AnswerKind.NOT_APPLICABLE, reason=note[:SHORT_TEXT_LIMIT])
