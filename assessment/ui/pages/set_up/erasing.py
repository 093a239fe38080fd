"""Erasing somebody for good: where they are named, what becomes of their answers, and what still holds the name."""

from __future__ import annotations

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.erasing import AnswersBecome, ErasurePreview
from assessment.services.erasing import Erasure
from assessment.services.naming import names_in
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.text import care, escaped, plain, trouble
from assessment.ui.errors import guarded
from assessment.ui.pages.set_up.frame import Frame
from assessment.views.erasing import erased_lines, erasure_view, mention_text
from assessment.views.wording import erasing as words
from assessment.views.wording.pages.set_up import erasing as page_words


def draw_erasing(frame: Frame) -> None:
    """Draw the button for whoever may change the people; a signed-off assessment has it too."""
    if Permission.PEOPLE not in frame.permissions:
        return
    names = tuple(sorted(set(names_in(frame.assessment).values())))
    if names and st.button(page_words.ERASE, type="tertiary", key=frame.key("erase")):
        session.drop(_done_key(frame))
        _dialog(frame, names)


@st.dialog(page_words.TITLE, width="large")
@guarded
def _dialog(frame: Frame, names: tuple[str, ...]) -> None:
    done = session.value(_done_key(frame))
    if done is not None:
        for line in done:
            plain(line)
        if st.button(page_words.CLOSE, key=frame.key("erase-close")):
            session.drop(_done_key(frame))
            st.rerun()
        return
    plain(page_words.LEAD)
    called = {name: name for name in names}
    name = st.selectbox(page_words.NAME, tuple(called), format_func=labels(called), key=frame.key("erase-name"))
    preview = session.plumbline().erasing.preview(session.actor(), frame.id, name)
    view = erasure_view(preview)
    plain(view.finding)
    erasure = _chosen(frame, preview)
    for note in view.notes:
        care(note)
    is_ready = bool(erasure.mention_ids) or (erasure.is_put_out_of_texts and bool(preview.texts))
    plain(words.FOR_GOOD)
    key = frame.key("erase-outcome")
    go = frame.key("erase-go")
    st.button(
        page_words.ERASE_GO, type="primary", key=go, disabled=not is_ready, on_click=_erase, args=(frame, erasure)
    )
    outcome = session.save_outcome(key)
    if outcome is not None and outcome.trouble is not None:
        session.forget_outcome(key)
        trouble(str(outcome.trouble))


def _chosen(frame: Frame, preview: ErasurePreview) -> Erasure:
    """Draw what is erased and how; a namesake is not chosen for anybody."""
    chosen: list[str] = []
    if preview.mentions:
        plain(page_words.PLACES, "small")
    for one in preview.mentions:
        is_sure = one.id not in preview.namesakes
        if st.checkbox(
            escaped(mention_text(one, frame.framework, frame.assessment)),
            value=is_sure,
            key=frame.key(f"erase-place:{one.id}"),
        ):
            chosen.append(one.id)
    become = st.radio(
        page_words.ANSWERS, tuple(AnswersBecome), format_func=labels(words.BECOME), key=frame.key("erase-answers")
    )
    is_out = False
    if preview.texts:
        is_out = st.checkbox(page_words.OUT_OF_TEXTS, value=True, key=frame.key("erase-texts"))
        table = erasure_view(preview).table("texts")
        for row in table.rows:
            plain(" · ".join(cell.text for cell in row.cells if cell.text), "small")
    return Erasure(
        name=preview.name,
        mention_ids=tuple(chosen),
        answers=AnswersBecome(become or AnswersBecome.STAY),
        is_put_out_of_texts=is_out,
    )


def _erase(frame: Frame, erasure: Erasure) -> None:
    """Callback: erase what was chosen."""
    with session.saving(frame.key("erase-outcome"), page_words.is_erased("")):
        erased = session.plumbline().erasing.erase(session.actor(), frame.id, erasure)
        session.put(_done_key(frame), erased_lines(erased))


def _done_key(frame: Frame) -> str:
    return frame.key("erase-done")
