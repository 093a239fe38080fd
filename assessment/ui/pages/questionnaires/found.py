"""Search results: what was found, the text it was found in, and the way to it."""

from __future__ import annotations

import re

import streamlit as st

from assessment.domain.authored.framework import Framework
from assessment.domain.authored.searching import EntryKind, Hit, SearchEntry, pattern_of, search, words_of
from assessment.ui.components.empty import empty_state
from assessment.ui.components.text import escaped, plain
from assessment.ui.components.words import counted
from assessment.ui.pages.questionnaires.browser import Browser, Part, View

SHOWN_COUNT = 30
EXCERPT_WORD_COUNT = 40
_ELLIPSIS = "\u2026"
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
    EntryKind.LEVEL: "Level",
    EntryKind.SCALE_POINT: "Answer",
    EntryKind.ATTRIBUTE: "Attribute",
}
_PARTS = {
    EntryKind.PROCESS: Part.ABOUT,
    EntryKind.ITEM: Part.QUESTIONS,
    EntryKind.ACTION: Part.ACTIONS,
    EntryKind.METRIC: Part.ABOUT,
    EntryKind.LINKAGE: Part.LINKAGES,
}
_LED_BY_PROCESS = frozenset({EntryKind.ITEM, EntryKind.ACTION, EntryKind.METRIC})
_SILENT_LABELS = frozenset({"Name", "Question", "Action", "Meaning"})
_GUIDE_LABELS = frozenset({"How to open", "Probing question", "Trap"})
_VIEWS = {
    EntryKind.TRANSITION: View.TRANSITIONS,
    EntryKind.SCENARIO: View.SCENARIOS,
    EntryKind.READINESS: View.SCALES,
    EntryKind.CHECKLIST: View.SCALES,
    EntryKind.CHOICE: View.SCALES,
    EntryKind.LEVEL: View.SCALES,
    EntryKind.SCALE_POINT: View.SCALES,
    EntryKind.ATTRIBUTE: View.SCALES,
}


def draw_found(browser: Browser, query: str) -> None:
    """Draw the best results; each name leads to its place."""
    words = words_of(query)
    if not words:
        empty_state(
            "Type at least two letters", "A word is found by its beginning; a single letter would be everywhere."
        )
        return
    hits = search(browser.framework, query)
    if not hits:
        empty_state("Nothing has all of these words", "Try fewer words, or the beginning of one.")
        return
    more = f", the first {SHOWN_COUNT} shown; add a word to narrow it" if len(hits) > SHOWN_COUNT else ""
    plain(f"{counted(len(hits), 'result')}{more}", "quiet")
    for number, hit in enumerate(hits[:SHOWN_COUNT]):
        with st.container(gap=None, key=f"{browser.key}-hit-{number}"):
            _draw_hit(browser, number, hit, words)


def _draw_hit(browser: Browser, number: int, hit: Hit, words: tuple[str, ...]) -> None:
    entry = hit.entry
    st.button(
        escaped(title_of(browser.framework, entry)),
        type="tertiary",
        key=f"{browser.key}:hit:{number}",
        on_click=_open,
        args=(browser, hit),
    )
    lines = [f":small[:gray[{escaped(_place(hit))}]]"]
    if not hit.shown.is_name:
        lines.append(highlighted(excerpt(hit.shown.text, words), words))
    st.markdown("  \n".join(lines))


def _open(browser: Browser, hit: Hit) -> None:
    """Callback: go to where an entry is shown."""
    entry = hit.entry
    if entry.kind is EntryKind.TERM:
        browser.open_term(entry.name)
    elif entry.process_id is None:
        browser.open_view(_VIEWS[entry.kind])
    else:
        browser.open_process(entry.process_id, _part(hit), entry.item_id)


def title_of(framework: Framework, entry: SearchEntry) -> str:
    """The name of an entry, led by its process where many processes have an entry of that name.

    "Process optimization" of Incident Management becomes "Incident Management: process optimization".
    """
    if entry.process_id is None or entry.kind not in _LED_BY_PROCESS:
        return entry.name
    begins_a_word = entry.name[1:2].islower()  # an abbreviation, as in "IT cost", keeps its capitals
    name = entry.name[0].lower() + entry.name[1:] if begins_a_word else entry.name
    return f"{framework.process_by_id[entry.process_id].name}: {name}"


def _part(hit: Hit) -> Part:
    return Part.GUIDE if hit.shown.label in _GUIDE_LABELS else _PARTS[hit.entry.kind]


def _place(hit: Hit) -> str:
    parts = [_KIND_NAMES[hit.entry.kind]]
    if hit.shown.label not in _SILENT_LABELS:
        parts.append(hit.shown.label)
    return " \u00b7 ".join(parts)


def excerpt(text: str, words: tuple[str, ...], word_count: int = EXCERPT_WORD_COUNT) -> str:
    """At most `word_count` words of a text, the first found one in their middle; its beginning if none is found.

    >>> excerpt("Nobody knows which plan was agreed on", ("plan",), word_count=3)
    '\u2026 which plan was \u2026'
    """
    pieces = list(re.finditer(r"\S+", text))
    if len(pieces) <= word_count:
        return text
    found = pattern_of(words).search(text) if words else None
    start = found.start() if found else 0
    place = next(number for number, piece in enumerate(pieces) if piece.end() > start)
    first = min(max(place - word_count // 2, 0), len(pieces) - word_count)
    last = first + word_count - 1
    before = f"{_ELLIPSIS} " if first > 0 else ""
    after = f" {_ELLIPSIS}" if last < len(pieces) - 1 else ""
    return f"{before}{text[pieces[first].start() : pieces[last].end()]}{after}"


def highlighted(text: str, words: tuple[str, ...]) -> str:
    """A text as Markdown with the words in bold, as they are written in it; nothing else of it acts.

    >>> highlighted("A back-out plan, planned", ("plan", "backout"))
    'A **back-out** **plan**, **plan**ned'
    """
    if not words:
        return escaped(text)
    shown, end = "", 0
    for found in pattern_of(words).finditer(text):
        shown += _spaced(text[end : found.start()]) + f"**{escaped(found.group())}**"
        end = found.end()
    return shown + _spaced(text[end:])


def _spaced(text: str) -> str:
    """An escaped piece of a text that keeps the spaces at its ends."""
    inner = escaped(text)
    if not inner:
        return " " if text else ""
    return f"{' ' if text[0].isspace() else ''}{inner}{' ' if text[-1].isspace() else ''}"
