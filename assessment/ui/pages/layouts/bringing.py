"""Layouts from elsewhere: out of a .zip, or from the folder of a framework."""

from __future__ import annotations

from functools import partial

import streamlit as st

from assessment.ui import session
from assessment.ui.components.saved import saved_sign
from assessment.ui.components.text import plain
from assessment.ui.pages.layouts.keeping import CHOSEN
from assessment.views.wording.pages import layouts as words

_FILE = "layouts:file"
_UPLOAD_MB = 10


def draw_bringing() -> None:
    """Draw the upload, and what frameworks bring along."""
    with st.expander(words.IMPORT, key="layouts:bringing", type="compact"):
        upload_key = f"{_FILE}:{session.generation(_FILE)}"
        plain(words.IMPORT_LEAD, "small")
        st.file_uploader(
            words.IMPORT, type="zip", key=upload_key, max_upload_size=_UPLOAD_MB, on_change=partial(_bring, upload_key)
        )
        offered = session.plumbline().layouts.offered(session.actor())
        if offered:
            plain(words.OFFERED, "strong")
        for one in offered:
            with st.container(horizontal=True, vertical_alignment="center", gap="small"):
                plain(one.name, width="content")
                st.button(words.TAKE, key=f"layouts:take:{one.id}", on_click=partial(_take, one.id))
        if session.save_outcome(_FILE) is not None:
            saved_sign(_FILE)


def _bring(upload_key: str) -> None:
    upload = session.value(upload_key)
    if upload is None:
        return
    with session.saving(_FILE, words.AS_MADE):
        services, actor = session.plumbline().layouts, session.actor()
        session.put(CHOSEN, services.import_archive(actor, upload.getvalue(), upload.name))
    session.renew(_FILE)


def _take(offered_id: str) -> None:
    with session.saving(_FILE, words.AS_MADE):
        session.put(CHOSEN, session.plumbline().layouts.take(session.actor(), offered_id))
