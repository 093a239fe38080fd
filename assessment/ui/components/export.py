"""The assessment as a file, from wherever a page offers it."""

from __future__ import annotations

from functools import partial
from typing import Literal

import streamlit as st

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.ui import session
from assessment.views.wording.files import file_stem

_MIME = {"json": "application/json", "json.gz": "application/gzip"}


def draw_export(header: AssessmentHeader, label: str, key: str, type: Literal["primary", "secondary"]) -> None:
    """Draw the button; the file is built by the click on it, and packed where it is large."""
    exchange, actor = session.plumbline().exchange, session.actor()
    suffix = exchange.file_suffix(actor, header.id)
    st.download_button(
        label,
        data=partial(exchange.export_file, actor, header.id),
        file_name=f"{file_stem(header)}.{suffix}",
        mime=_MIME[suffix],
        type=type,
        key=key,
        on_click="ignore",
        icon=":material/download:",
    )
