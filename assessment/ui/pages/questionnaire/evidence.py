"""Evidence of a question: which way what was written speaks, and the files that were seen."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.domain.answered.assessment import NoteKind
from assessment.domain.answered.evidence import FILE_SIZE_LIMIT, Speaks
from assessment.services.answering import Question
from assessment.services.evidence import StoredFile
from assessment.services.evidence_kinds import KINDS
from assessment.ui import session
from assessment.ui.components.choosing import labels
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.questionnaire.attaching import attach, follow, remove, say_file, say_written
from assessment.ui.pages.questionnaire.place import Place, note_key
from assessment.views.evidence import file_facts
from assessment.views.wording.evidence import SPEAKS
from assessment.views.wording.pages import questionnaire_folds as words

_MEGABYTE = 2**20


def draw_evidence(place: Place, entry: Question) -> None:
    """Draw which way the evidence speaks where some is written, and the files with a way to hand in another."""
    if entry.evidence is not None:
        _draw_speaks(place, entry, entry.evidence.speaks)
    if place.is_own:
        return
    service, actor = session.plumbline().evidence, session.actor()
    files = service.files(actor, place.assessment_id, entry.item.id)
    if files or not place.is_locked:
        plain(words.FILES, "strong")
    for stored in files:
        _draw_file(place, entry, stored)
    key = place.item_key(entry.item, "files")
    if not place.is_locked:
        upload = f"{key}:{session.generation(key)}"
        st.file_uploader(
            words.HAND_IN,
            type=[ending for kind in KINDS for ending in kind.endings],
            key=upload,
            max_upload_size=FILE_SIZE_LIMIT // _MEGABYTE,
            help=words.FILES_HINT,
            on_change=attach,
            args=(place, entry.item, key, upload),
        )
    if session.save_outcome(key) is not None:
        saved_sign(key)


def _draw_speaks(place: Place, entry: Question, speaks: Speaks | None) -> None:
    note = note_key(place, entry.item, NoteKind.EVIDENCE)
    key = f"{note}:speaks"
    session.put(key, speaks)
    st.segmented_control(
        words.SPEAKS,
        tuple(Speaks),
        format_func=labels({way: SPEAKS[way] for way in Speaks}),
        key=key,
        on_change=say_written,
        args=(place, entry.item, note, key),
        disabled=place.is_locked,
    )


def _draw_file(place: Place, entry: Question, stored: StoredFile) -> None:
    """Draw one file: what it is, which way it speaks, and the ways to have it and to remove it."""
    file, key = stored.file, place.item_key(entry.item, f"file-{stored.file.id}")
    service, actor = session.plumbline().evidence, session.actor()
    follow(key, stored)
    with st.container(border=True, gap="xsmall", key=f"{key}:box"):
        plain(file.name, "strong")
        plain(file_facts(file, is_here=stored.is_here), "small")
        if file.caption:
            plain(file.caption)
        with st.container(horizontal=True, gap="small", vertical_alignment="bottom"):
            st.segmented_control(
                words.FILE_SPEAKS,
                tuple(Speaks),
                format_func=labels({way: SPEAKS[way] for way in Speaks}),
                key=key,
                on_change=say_file,
                args=(place, key, stored),
                disabled=place.is_locked,
            )
            if stored.is_here:
                st.download_button(
                    words.DOWNLOAD,
                    data=partial(service.content, actor, place.assessment_id, file.id),
                    file_name=file.name,
                    mime="application/octet-stream",  # the browser saves it and never shows it
                    key=f"{key}:download",
                    on_click="ignore",
                    icon=":material/download:",
                )
            if not place.is_locked:
                with st.popover(words.REMOVE_FILE, type="tertiary"):
                    plain(words.REMOVE_FILE_FOR_GOOD)
                    st.button(words.REMOVE_FILE_GO, key=f"{key}:remove", on_click=remove, args=(place, key, stored))
        if session.save_outcome(key) is not None:
            saved_sign(key)
