"""The notes of one process, question by question, each with the switch that releases it."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader, AssessmentState
from assessment.services.answering import StoredNote
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.views.release import NoteLine, ProcessLines, QuestionLines
from assessment.views.wording.pages import quotes as words


def draw_lines(process: ProcessLines, header: AssessmentHeader, stored: Sequence[StoredNote]) -> None:
    """Draw the questions that somebody said something to."""
    is_locked = header.state is not AssessmentState.DRAFT
    if is_locked:
        plain(words.LOCKED, "quiet")
    by_key = {_key(one): one for one in stored}
    for question in process.questions:
        section_head(question.name, question.kept)
        own = tuple(by_key[_key_of(line)] for line in question.lines)
        _draw_all(question, own, is_locked=is_locked)
        for line, note in zip(question.lines, own, strict=True):
            _draw_line(line, note, is_locked=is_locked)


def _draw_all(question: QuestionLines, notes: tuple[StoredNote, ...], *, is_locked: bool) -> None:
    key = session.of_assessment(f"quotes:{question.item_id}")
    if len(notes) > 1:
        st.button(
            words.take_all_back(len(notes)) if question.is_released else words.release_all(len(notes)),
            key=key,
            on_click=_release,
            args=(key, notes, not question.is_released),
            disabled=is_locked,
        )
    if session.save_outcome(key) is not None:
        saved_sign(key)


def _draw_line(line: NoteLine, note: StoredNote, *, is_locked: bool) -> None:
    key = session.of_assessment(f"quotes:{_key_of(line)}")
    session.put(key, line.is_released)
    with st.container(border=True, gap="xsmall"):
        plain(line.note.text)
        with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
            plain(line.who, "small", width="content")
            st.toggle(
                words.RELEASED,
                key=key,
                on_change=_release,
                args=(key, (note,), not line.is_released),
                disabled=is_locked,
            )
        if line.lapsed:
            plain(line.lapsed, "small")
        if session.save_outcome(key) is not None:
            saved_sign(key)


def _release(key: str, notes: tuple[StoredNote, ...], is_released: bool) -> None:
    """Callback: release the notes as they were drawn, or take them back."""
    service, actor = session.plumbline().answering, session.actor()
    with session.saving(key):
        service.release(actor, session.assessment_id() or "", notes, is_released=is_released)


def _key(stored: StoredNote) -> str:
    return ":".join((stored.note.item_id, stored.note.respondent_id, stored.note.kind))


def _key_of(line: NoteLine) -> str:
    return ":".join((line.note.item_id, line.note.respondent_id, line.note.kind))
