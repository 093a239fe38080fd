"""Search results: what was found, the text it was found in, and the way to it."""

from __future__ import annotations

import re

import streamlit as st

from assessment.domain.framework import Framework
from assessment.domain.searching import EntryKind, Hit, search, words_of
from assessment.ui.components.empty import empty_state
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import counted
from assessment.ui.pages.questionnaires.browser import Browser, Part, View

SHOWN_COUNT = 30
_KIND_NAMES = {
    EntryKind.PROCESS: "Process",
    EntryKind.ITEM: "Question",
    EntryKind.ACTION: "Action",
    EntryKind.METRIC: "Indicator",
    EntryKind.LINKAGE: "Linkage",
    EntryKind.TERM: "Glossary",
    EntryKind.TRANSITION: "Transition",
    EntryKind.SCENARIO: "Scenario",
    EntryKind.READINESS: "Readiness",
    EntryKind.CHECKLIST: "Process owner",
    EntryKind.CHOICE: "Tools and sourcing",
}
_PARTS = {
    EntryKind.PROCESS: Part.ABOUT,
    EntryKind.ITEM: Part.QUESTIONS,
    EntryKind.ACTION: Part.ACTIONS,
    EntryKind.METRIC: Part.ABOUT,
    EntryKind.LINKAGE: Part.LINKAGES,
}
_GUIDE_LABELS = frozenset({"How to open", "Probing question", "Trap"})
_VIEWS = {
    EntryKind.TERM: View.GLOSSARY,
    EntryKind.TRANSITION: View.TRANSITIONS,
    EntryKind.SCENARIO: View.SCENARIOS,
    EntryKind.READINESS: View.SCALES,
    EntryKind.CHECKLIST: View.SCALES,
    EntryKind.CHOICE: View.SCALES,
}


def draw_found(browser: Browser, query: str) -> None:
    """Draw the best results; each name leads to its place."""
    hits = search(browser.framework, query)
    if not hits:
        empty_state("Nothing has all of these words", "Try fewer words, or the beginning of one.")
        return
    more = f", the first {SHOWN_COUNT} shown; add a word to narrow it" if len(hits) > SHOWN_COUNT else ""
    plain(f"{counted(len(hits), 'result')}{more}", "quiet")
    for number, hit in enumerate(hits[:SHOWN_COUNT]):
        with st.container(gap=None, key=f"{browser.key}-hit-{number}"):
            _draw_hit(browser, number, hit, words_of(query))


def _draw_hit(browser: Browser, number: int, hit: Hit, words: tuple[str, ...]) -> None:
    entry = hit.entry
    go = browser.open_view if entry.process_id is None else browser.open_process
    args = (_VIEWS[entry.kind],) if entry.process_id is None else (entry.process_id, _part(hit), entry.item_id)
    st.button(
        escaped(entry.name),
        type="tertiary",
        key=f"{browser.key}:hit:{number}",
        on_click=go,
        args=args,
    )
    st.markdown(f":small[:gray[{escaped(_place(browser.framework, hit))}]]  \n{highlighted(hit.best.text, words)}")


def _part(hit: Hit) -> Part:
    return Part.GUIDE if hit.best.label in _GUIDE_LABELS else _PARTS[hit.entry.kind]


def _place(framework: Framework, hit: Hit) -> str:
    entry = hit.entry
    parts = [_KIND_NAMES[entry.kind]]
    if entry.process_id is not None and entry.kind is not EntryKind.PROCESS:
        parts.append(framework.process_by_id[entry.process_id].name)
    if hit.best.label not in ("Name", "Question", "Action", "Meaning"):
        parts.append(hit.best.label)
    return " \u00b7 ".join(parts)


def highlighted(text: str, words: tuple[str, ...]) -> str:
    """A text as Markdown with the words in bold; nothing else of it acts.

    >>> highlighted("A plan, planned", ("plan",))
    'A **plan**\\\\, **plan**ned'
    """
    if not words:
        return escaped(text)
    pattern = re.compile("|".join(re.escape(word) for word in sorted(words, key=len, reverse=True)), re.IGNORECASE)
    shown, end = "", 0
    for found in pattern.finditer(text):
        shown += _spaced(text[end : found.start()]) + f"**{escaped(found.group())}**"
        end = found.end()
    return shown + _spaced(text[end:])


def _spaced(text: str) -> str:
    """An escaped piece of a text that keeps the spaces at its ends."""
    inner = escaped(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"
