"""What is said of a search and of what it found."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.authored.search_entries import EntryKind, TextKind
from assessment.views.wording import framework_terms as term_words
from assessment.views.wording import frameworks as words
from assessment.views.wording import paper_questionnaire as guide_words
from assessment.views.wording.guidance import ASK_TO_SEE, EASILY_FOOLED_BY
from assessment.views.wording.numbers import counted
from assessment.views.wording.question import GOOD_LABEL

QUESTION = "Where does the framework speak of this?"
ELLIPSIS = "\N{HORIZONTAL ELLIPSIS}"
TOO_SHORT = "Type at least two letters"
TOO_SHORT_NEXT = "A word is found by its beginning; a single letter would be everywhere."
NOTHING = "Nothing has all of these words"
NOTHING_NEXT = "Try fewer words, or the beginning of one."
KINDS: Mapping[EntryKind, str] = {
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
TEXTS: Mapping[TextKind, str] = {
    TextKind.PURPOSE: "Purpose",
    TextKind.WHY: guide_words.WHY,
    TextKind.STARTS: guide_words.STARTS,
    TextKind.ENDS: guide_words.ENDS,
    TextKind.CONFUSION: words.CONFUSIONS_TITLE,
    TextKind.ROOM: guide_words.IN_THE_ROOM,
    TextKind.OPENING: guide_words.OPENING,
    TextKind.PROBE: guide_words.PROBES,
    TextKind.TRAP: guide_words.TRAPS,
    TextKind.GOOD: GOOD_LABEL,
    TextKind.STATEMENT: guide_words.WHAT_ONE_SEES,
    TextKind.ASK_FOR: ASK_TO_SEE,
    TextKind.PITFALL: EASILY_FOOLED_BY,
    TextKind.DELIVERABLE: words.DELIVERABLE,
    TextKind.EVIDENCE: words.EVIDENCE,
    TextKind.UNIT: "Unit",
    TextKind.FLOW: "Hand-off",
    TextKind.WORKING: words.WORKING,
    TextKind.OLD_END: term_words.OLD_END,
    TextKind.NEW_END: term_words.NEW_END,
    TextKind.STORY: term_words.STORY,
    TextKind.CAUSE: term_words.CAUSE,
    TextKind.RISK: term_words.RISK,
    TextKind.REMEDY: term_words.REMEDY,
}
"""The texts that say what they are; a name, a question, an action or a meaning is known by its entry."""


def results(hit_count: int, shown_count: int) -> str:
    """How much was found, and how much of it is shown.

    >>> results(1, 1), results(31, 30)
    ('1 result', '31 results, the first 30 shown; add a word to narrow it')
    """
    if hit_count == shown_count:
        return counted(hit_count, "result")
    return f"{counted(hit_count, 'result')}, the first {shown_count} shown; add a word to narrow it"


def title(name: str, process_name: str) -> str:
    """The name of an entry behind that of its process; an abbreviation at its beginning keeps its capitals.

    >>> title("Process optimization", "Incident Management"), title("IT cost of a service", "Cost Management")
    ('Incident Management: process optimization', 'Cost Management: IT cost of a service')
    """
    begins_a_word = name[1:2].islower()
    return f"{process_name}: {name[0].lower()}{name[1:]}" if begins_a_word else f"{process_name}: {name}"


def place(kind: EntryKind, text_kind: TextKind, belongs_to: str) -> str:
    """What was found, and in which of its texts.

    >>> place(EntryKind.ITEM, TextKind.STATEMENT, "Started"), place(EntryKind.TERM, TextKind.MEANING, "")
    ('Question · What one sees: Started', 'Glossary')
    """
    if text_kind is TextKind.REFERENCE:
        return f"{KINDS[kind]}{words.SEPARATOR}{belongs_to}"
    if text_kind not in TEXTS:
        return KINDS[kind]
    label = f"{TEXTS[text_kind]}: {belongs_to}" if belongs_to else TEXTS[text_kind]
    return f"{KINDS[kind]}{words.SEPARATOR}{label}"


def shortened(text: str, *, is_begun: bool, is_ended: bool) -> str:
    """A piece of a longer text: what is left out before and after it is marked.

    >>> shortened("which plan was", is_begun=False, is_ended=True)
    '… which plan was'
    """
    before = "" if is_begun else f"{ELLIPSIS} "
    after = "" if is_ended else f" {ELLIPSIS}"
    return f"{before}{text}{after}"
