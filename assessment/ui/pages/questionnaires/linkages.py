"""What a process hands to others and receives from them, and how one sees that it works."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import EVERY_PROCESS, Linkage, LinkageKind, Process
from assessment.domain.authored.framework import Framework
from assessment.ui.components.text import escaped, plain
from assessment.ui.pages.questionnaires.browser import Browser
from assessment.ui.pages.questionnaires.markup import labelled, paragraphs

KINDS = {
    LinkageKind.STATED: "Stated in the paper",
    LinkageKind.INTERACTION: "The paper says the two work together; the direction is our reading",
    LinkageKind.IMPLIED: "Implied by the paper",
    LinkageKind.EXTENSION: "Extension: not from the paper",
}


def draw_linkages(browser: Browser, process: Process) -> None:
    """Draw outgoing, incoming and universal linkages."""
    framework = browser.framework
    names = {known.id: known.name for known in framework.processes}
    going = [linkage for linkage in framework.linkages if linkage.from_process == process.id]
    coming = [linkage for linkage in framework.linkages if linkage.to_process == process.id]
    for title, linkages, end in (
        ("What it hands over", going, "to_process"),
        ("What it receives", coming, "from_process"),
    ):
        st.subheader(title, anchor=False)
        if not linkages:
            plain("Nothing that the framework names.", "quiet")
        with st.container(gap="xsmall", key=f"{browser.key}-{end.replace('_', '-')}"):
            for linkage in linkages:
                _draw_linkage(linkage, names[getattr(linkage, end)])
    _draw_universal(framework, process)


def _draw_linkage(linkage: Linkage, other: str) -> None:
    with st.expander(f"**{escaped(other)}.** {escaped(linkage.flow)}"):
        st.markdown(
            paragraphs(labelled("Question", linkage.question), labelled("When it works", linkage.working)),
        )
        remarks = [f"{KINDS[linkage.kind]}{f', lines {linkage.lines}' if linkage.lines else ''}."]
        if linkage.is_hard:
            remarks.append("The receiver cannot rise without it.")
        plain(" ".join(remarks), "small")


def _draw_universal(framework: Framework, process: Process) -> None:
    flows = [
        ("With every process" if universal.to_process == EVERY_PROCESS else "From every process", universal.flow)
        for universal in framework.universal
        if process.id in (universal.from_process, universal.to_process)
    ]
    if flows:
        st.subheader("With all others", anchor=False)
        st.markdown(paragraphs(*(labelled(label, flow) for label, flow in flows)))
