"""A framework of one's own: checked as a whole, and shown as it would be asked. Nothing of it is stored."""

from __future__ import annotations

from functools import partial
from itertools import groupby

import streamlit as st

from assessment.domain.authored.framework import Framework
from assessment.errors import Finding
from assessment.services.questionnaires import CheckedArchive, WordingFigures
from assessment.ui import session
from assessment.ui.components.heading import section_head
from assessment.ui.components.printing import forget_printed
from assessment.ui.components.text import care, escaped, plain, remark, trouble
from assessment.ui.components.words import counted
from assessment.ui.pages.questionnaires.browse import draw_framework
from assessment.ui.pages.questionnaires.browser import Browser

SHOWN_COUNT = 500
_UPLOAD_MB = 10  # the check refuses what is too large in words; the uploader has only a sign
_PREVIEW = "preview"


def draw_own() -> None:
    """Draw what to bring, the upload, what is wrong with it, and its preview."""
    section_head(
        "Check and preview a framework",
        "Zip the folder that holds framework.yaml. All there is to correct is listed at once. Nothing is kept.",
    )
    upload = st.file_uploader(
        "Framework folder as a .zip",
        type="zip",
        key="own:file",
        max_upload_size=_UPLOAD_MB,
        on_change=forget_printed,
        args=(_PREVIEW,),
    )
    _draw_start()
    if upload is None:
        return
    with st.spinner("Reading and checking the folder"):
        checked = session.plumbline().library.check_archive(session.actor(), upload.getvalue(), upload.name)
    _draw_verdict(checked)
    if checked.framework is not None:
        st.divider()
        section_head(
            escaped(f"Preview: {checked.framework.name}"),
            "This is how it reads. Correct the files, zip and drop them again to see the change.",
        )
        library, content, name = session.plumbline().library, upload.getvalue(), upload.name
        begin = partial(library.start_draft_sheet, session.actor(), content, name)
        draw_framework(Browser(framework=checked.framework, key=_PREVIEW, begin_sheet=begin))


def _draw_start() -> None:
    frameworks = session.plumbline().frameworks.installed(session.actor())
    if not frameworks:
        return
    with st.container(horizontal=True, vertical_alignment="center", gap="small", key="own-start"):
        plain("No folder yet? Begin from a copy; AUTHORING.md in it says how to go on.", "quiet", width="content")
        for framework in frameworks:
            _draw_copy(framework)


def _draw_copy(framework: Framework) -> None:
    st.download_button(
        f"Download {framework.id}.zip",
        data=lambda: session.plumbline().library.archive(session.actor(), framework.id),
        file_name=f"{framework.id}.zip",
        mime="application/zip",
        key=f"own:copy:{framework.id}",
        on_click="ignore",
        icon=":material/download:",
    )


def _draw_verdict(checked: CheckedArchive) -> None:
    if checked.framework is None:
        count = counted(len(checked.faults), "fault")
        trouble(f"This framework cannot be used yet: {count} to correct.")
        _draw_findings("To correct", checked.faults)
        return
    if checked.wording:
        care(f"It can be used. {counted(len(checked.wording), 'wording')} to improve.")
    elif checked.missing:
        care(f"It can be used, and nothing is to correct. {counted(len(checked.missing), 'part')} could be added.")
    else:
        remark("It can be used. Nothing is to correct, and every process has every part.")
    if checked.figures is not None and checked.figures.statement_count:
        plain(_figures_line(checked.figures), "small")
    if any(known.id == checked.framework.id for known in session.plumbline().frameworks.installed(session.actor())):
        remark(f"'{checked.framework.id}' is installed already. Before you install this one, give it an id of its own.")
    _draw_findings("Wording to improve", checked.wording)
    _draw_findings("Not written yet, optional", checked.missing)


def _draw_findings(title: str, findings: tuple[Finding, ...]) -> None:
    """List findings by file, as they stand: names and values in them are whatever was uploaded."""
    if not findings:
        return
    with st.container(gap="xsmall", key=f"own-findings-{title.split()[0].lower()}"):
        st.subheader(f"{title} ({len(findings)})", anchor=False)
        for file, group in groupby(findings[:SHOWN_COUNT], key=lambda finding: finding.file):
            plain(file, "strong")
            plain("\n".join(_line(finding) for finding in group))
        if len(findings) > SHOWN_COUNT:
            plain(f"{len(findings) - SHOWN_COUNT} more are not shown. Correct these first.", "quiet")


def _figures_line(figures: WordingFigures) -> str:
    return (
        f"{counted(figures.statement_count, 'statement')} of its own \u00b7 "
        f"mean reading ease {figures.mean_reading_ease:.0f} (Flesch; 60 is plain) \u00b7 "
        f"most alike pair {figures.most_alike:.2f} (0.50 at most)"
    )


def _line(finding: Finding) -> str:
    return finding.reason if finding.line is None else f"line {finding.line}: {finding.reason}"
