"""What a process is: why it matters, where it starts and ends, who to ask, what to measure; and the guide to asking."""

from __future__ import annotations

import streamlit as st

from assessment.domain.authored.content import Process
from assessment.reporting.wording import DIRECTION_WORDS, MATCH_WORDS
from assessment.ui.components.text import plain
from assessment.ui.pages.questionnaires.browser import Browser
from assessment.ui.pages.questionnaires.markup import labelled, listed, named, paragraphs, table


def draw_about(browser: Browser, process: Process) -> None:
    """Draw what the process is and what it corresponds to."""
    what, who = st.columns([3, 2], gap="large")
    with what:
        st.markdown(
            paragraphs(
                labelled("Why it matters", process.why),
                labelled("Starts when", process.starts),
                labelled("Ends when", process.ends),
            )
        )
    with who:
        st.markdown(listed("In the room", process.in_the_room))
    if process.confused_with:
        names = browser.framework.process_by_id
        st.subheader("Often confused with", anchor=False)
        st.markdown(
            paragraphs(*(named(names[other.process_id].name, other.difference) for other in process.confused_with))
        )
    _draw_metrics(process)
    _draw_crosswalk(process)


def _draw_metrics(process: Process) -> None:
    st.subheader("Indicators worth having", anchor=False)
    if not process.metrics:
        plain("None is written for this process.", "quiet")
        return
    rows = [
        (metric.name, metric.meaning, metric.unit, DIRECTION_WORDS[metric.direction].capitalize())
        for metric in process.metrics
    ]
    st.markdown(table(("Indicator", "What it tells", "Unit", "Better"), rows))


def _draw_crosswalk(process: Process) -> None:
    st.subheader("In other publications", anchor=False)
    if not process.crosswalk:
        plain("Nothing is named for this process.", "quiet")
        return
    rows = [(entry.publication, entry.reference, MATCH_WORDS[entry.match].capitalize()) for entry in process.crosswalk]
    st.markdown(table(("Publication", "Practice, clause or objective", "It covers"), rows))
    plain(
        "By name and number only. The marks belong to their owners, who do not stand behind this comparison.", "small"
    )


def draw_guide(browser: Browser, process: Process) -> None:
    """Draw the facilitator's guide."""
    del browser
    guide = process.guide
    if guide is None:
        plain("No guide is written for this process.", "quiet")
        return
    st.markdown(
        paragraphs(
            labelled("How to open", guide.opening),
            labelled("Time", f"{guide.minutes_quick} minutes at quick depth, {guide.minutes_full} at full depth"),
            listed("Three probing questions" if len(guide.probes) == 3 else "Probing questions", guide.probes),
            listed("What goes wrong in the room", guide.traps),
            listed("In the room", process.in_the_room),
        )
    )
