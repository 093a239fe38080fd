"""How well each hand-off between two processes is defined and works."""

from __future__ import annotations

import streamlit as st

from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.organisation import LinkageRating
from assessment.domain.authored.content import Linkage
from assessment.errors import InvalidInput
from assessment.services.refusals import checked
from assessment.ui.components.columns import choice_column
from assessment.ui.components.editor import Cell, EditorRow, RowEdit, editor
from assessment.ui.components.heading import section_head
from assessment.ui.components.text import plain
from assessment.ui.pages.set_up.frame import Frame, text_or_none

_EVERY = "every"
_REASON_LIMIT = 300


def draw(frame: Frame) -> None:
    """Draw the hand-offs of one process, or of all in scope."""
    in_scope = set(frame.assessment.scope)
    linkages = [link for link in frame.framework.linkages if {link.from_process, link.to_process} <= in_scope]
    rated = {rating.linkage_id for rating in frame.assessment.linkage_ratings}
    count = sum(link.id in rated for link in linkages)
    section_head(
        f"{count} of {len(linkages)} hand-offs rated",
        "Is it agreed what is handed over, and does it arrive complete and on time? The results name the broken ones.",
        sign=frame.key("linkages"),
    )
    if not linkages:
        plain("No two processes in scope hand anything to each other. Put more of them in scope.")
        return
    names = {_EVERY: "All in scope", **{process.id: process.name for process in frame.processes}}
    with st.container(width=420):
        chosen = st.selectbox("Hand-offs of", tuple(names), format_func=names.__getitem__, key=frame.key("linkages:of"))
    shown = [link for link in linkages if chosen in (_EVERY, link.from_process, link.to_process)]
    _draw_table(frame, shown, str(chosen))


def _draw_table(frame: Frame, linkages: list[Linkage], chosen: str) -> None:
    stored = {rating.linkage_id: rating for rating in frame.assessment.linkage_ratings}
    versions = frame.versions(LinkageRating)
    words = {
        **{str(point.code): f"{point.letter} {point.name}" for point in frame.framework.scale},
        AnswerKind.DONT_KNOW.value: "Don't know",
        AnswerKind.NOT_APPLICABLE.value: "Not applicable (say why in the note)",
    }
    rows = []
    for link in linkages:
        rating = stored.get(link.id)
        cells: dict[str, Cell] = {
            "from": frame.framework.process_by_id[link.from_process].name,
            "to": frame.framework.process_by_id[link.to_process].name,
            "flow": link.flow,
            "answer": _choice(rating),
            "note": _note(rating),
        }
        rows.append(EditorRow(id=link.id, cells=cells, version=versions.get((link.id,), 0)))

    def save(edit: RowEdit) -> None:
        cells = {**next(row.cells for row in rows if row.id == edit.id), **edit.cells}
        _save(frame, edit, cells["answer"], text_or_none(cells["note"]))

    columns = {
        "from": st.column_config.TextColumn("From", disabled=True, width=180),
        "to": st.column_config.TextColumn("To", disabled=True, width=180),
        "flow": st.column_config.TextColumn("What is handed over", disabled=True, width="large"),
        "answer": choice_column("How well", words, width="medium"),
        "note": st.column_config.TextColumn("Note", width="medium"),
    }
    editor(
        frame.key(f"linkages:{chosen}:{len(rows)}"),
        rows,
        columns,
        save,
        newest_version=lambda row_id: frame.versions(LinkageRating).get((row_id,), 0),
        is_locked=frame.is_locked,
        name="How well each hand-off works",
        sign=frame.key("linkages"),
    )


def _choice(rating: LinkageRating | None) -> str | None:
    if rating is None:
        return None
    return str(rating.answer.code) if rating.answer.code is not None else rating.answer.kind.value


def _note(rating: LinkageRating | None) -> str | None:
    return (rating.note or rating.answer.reason) if rating is not None else None


def _save(frame: Frame, edit: RowEdit, choice: Cell, note: str | None) -> None:
    if not choice:
        if note is None:
            frame.remove(LinkageRating, edit.id)
            return
        raise InvalidInput("Hand-off", "a note stands without a rating", "Choose how well it works as well.")
    if choice == AnswerKind.NOT_APPLICABLE.value:
        if note is None:
            raise InvalidInput("Hand-off", "not applicable needs a reason", "Write it into the note first.")
        answer = checked(Answer, kind=AnswerKind.NOT_APPLICABLE, reason=note[:_REASON_LIMIT])
    elif choice == AnswerKind.DONT_KNOW.value:
        answer = checked(Answer, kind=AnswerKind.DONT_KNOW)
    else:
        answer = checked(Answer, kind=AnswerKind.RATED, code=int(str(choice)))
    frame.save(checked(LinkageRating, linkage_id=edit.id, answer=answer, note=note), edit.version)
