"""The assessment for other programs: slides, workbook, CSV, one web page; and the facilitator's own files."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial

import streamlit as st

from assessment.domain.access.permissions import Permission
from assessment.domain.computed import Computed
from assessment.services.documents import FileFormat, answers_file_name, file_name
from assessment.ui import access, session
from assessment.ui.components.export import draw_export
from assessment.ui.components.heading import section_head
from assessment.ui.components.look import chosen_look
from assessment.ui.components.text import plain
from assessment.views.wording.pages import report as words

_FOR_READERS = (FileFormat.DECK, FileFormat.WORKBOOK, FileFormat.CSV, FileFormat.HTML)
_MIME = {
    FileFormat.DECK: "application/vnd.openxmlformats-officedocument.presentationml.presentation",
    FileFormat.WORKBOOK: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    FileFormat.CSV: "application/zip",
    FileFormat.HTML: "text/html",
}


def draw_files(computed: Computed) -> None:
    """Draw a line for each file: its button, which makes it when it is clicked, and what it is."""
    plumbline, actor, header = session.plumbline(), session.actor(), computed.assessment.header
    section_head(words.FILES, words.FILES_LEAD)
    for format in _FOR_READERS:
        with _beside(words.FILE_LINES[format]):
            make = partial(plumbline.documents.file, actor, header.id, format, chosen_look())
            _offer(words.FILE_NAMES[format], make, file_name(computed, format), format, f"report:file:{format}")
    if not access.may(Permission.READ):
        return
    section_head(words.EXPORT, words.EXPORT_LEAD)
    with _beside(words.EXPORT_LINE):
        draw_export(header, words.EXPORT_GO, session.of_assessment("report:export"), "secondary")
    with _beside(words.ANSWERS_LINE):
        make = partial(plumbline.answer_sheets.write, actor, header.id)
        _offer(words.ANSWERS_GO, make, answers_file_name(computed), FileFormat.WORKBOOK, "report:answers")


@contextmanager
def _beside(line: str) -> Iterator[None]:
    """A button with one line of what it hands out beside it, under it on a phone."""
    button_place, line_place = st.columns([2, 5], vertical_alignment="center")
    with line_place:
        plain(line, "small")
    with button_place:
        yield


def _offer(label: str, make: Callable[[], bytes], name: str, format: FileFormat, key: str) -> None:
    st.download_button(
        label,
        data=make,
        file_name=name,
        mime=_MIME[format],
        key=session.of_assessment(key),
        on_click="ignore",
        icon=":material/download:",
    )
