"""A framework of one's own: checked as a whole, and shown as it would be asked. Nothing of it is stored."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from itertools import groupby

import streamlit as st

from assessment.domain.authored.framework import Framework
from assessment.services.frameworks import CheckedArchive
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.printing import forget_printed
from assessment.ui.components.text import care, plain, remark, trouble
from assessment.ui.pages.frameworks.browse import draw_framework
from assessment.ui.pages.frameworks.browser import Browser
from assessment.views.frameworks.check import CheckView, Verdict, check_view
from assessment.views.model import Table
from assessment.views.wording.pages import frameworks as words

_UPLOAD_MB = 10  # the check refuses what is too large in words; the uploader has only a sign
_PREVIEW = "preview"
_TONES: Mapping[Verdict, Callable[[str], None]] = {
    Verdict.UNUSABLE: trouble,
    Verdict.USABLE: care,
    Verdict.SOUND: remark,
}


def draw_own() -> None:
    """Draw what to bring, the upload, what is wrong with it, and its preview."""
    section_head(words.OWN_TITLE, words.OWN_LEAD)
    upload = st.file_uploader(
        words.UPLOAD,
        type="zip",
        key="own:file",
        max_upload_size=_UPLOAD_MB,
        on_change=forget_printed,
        args=(_PREVIEW,),
    )
    installed = session.plumbline().frameworks.installed(session.actor())
    if installed:
        _draw_start(installed)
    if upload is None:
        return
    content, name = upload.getvalue(), upload.name
    with st.spinner(words.CHECKING):
        checked = session.plumbline().frameworks.check_archive(session.actor(), content, name)
    _draw_check(_checked_view(checked, installed))
    if checked.framework is not None:
        st.divider()
        section_head(words.preview(checked.framework.name), words.PREVIEW_LEAD)
        begin = partial(session.plumbline().frameworks.start_draft_paper, session.actor(), content, name)
        draw_framework(Browser(framework=checked.framework, key=_PREVIEW, begin_printing=begin))


def _draw_start(installed: tuple[Framework, ...]) -> None:
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="own-start"):
        plain(words.NO_FOLDER_YET, "quiet", width="content")
        for framework in installed:
            file_name = f"{framework.id}.zip"
            st.download_button(
                words.download(file_name),
                data=partial(session.plumbline().frameworks.archive, session.actor(), framework.id),
                file_name=file_name,
                mime="application/zip",
                key=f"own:copy:{framework.id}",
                on_click="ignore",
                icon=":material/download:",
            )


def _checked_view(checked: CheckedArchive, installed: tuple[Framework, ...]) -> CheckView:
    framework = checked.framework
    return check_view(
        framework,
        faults=checked.faults,
        prose=checked.prose,
        missing=checked.missing,
        figures=checked.figures,
        is_installed=framework is not None and framework.id in {known.id for known in installed},
    )


def _draw_check(view: CheckView) -> None:
    _TONES[view.verdict](view.finding)
    for note in view.notes:
        plain(note, "small")
    if view.installed_already:
        remark(view.installed_already)
    for table in view.tables:
        _draw_findings(table)


def _draw_findings(table: Table) -> None:
    """List findings by file, as they stand: names and values in them are whatever was uploaded."""
    with st.container(gap="xsmall", key=f"own-findings-{table.id}"):
        st.subheader(table.title, anchor=False)
        for file, rows in groupby(table.rows, key=lambda row: row.group):
            plain(file, "strong")
            plain("\n".join(cell.text for row in rows for cell in row.cells))
        for note in table.notes:
            plain(note, "quiet")
