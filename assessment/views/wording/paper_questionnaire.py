"""What the questionnaire on paper says beside the questions."""

from __future__ import annotations

from assessment.views.wording.numbers import counted

BRAND = "Plumbline"
CONFIDENTIAL = "confidential once filled in"
PROCESS, GROUP, QUESTIONS, PAGE = "Process", "Group", "Questions", "Page"
ORGANISATION, DATE, WHO, ASKED_BY = "Organisation, unit", "Date", "Who answers, role", "Asked by"
ABOUT, WHY, STARTS, ENDS, IN_THE_ROOM = (
    "What it is about",
    "Why it matters",
    "Starts when",
    "Ends when",
    "In the room",
)
FOR_THE_INTERVIEWER, OPENING, PROBES, TRAPS, HOW_TO = (
    "For the interviewer",
    "How to open",
    "Probing questions",
    "What goes wrong in the room",
    "How to fill it in",
)
WHO_AND_WHEN = "Who  ____________________   Date  ______________"
NOW, TO_BE, WHAT_ONE_SEES, NOTES = "Now", "To be", "What one sees", "Notes and evidence"
DONT_KNOW, NOT_APPLICABLE = "Don't know", "Does not apply, because"
TO_BE_ONLY = "To-be state."
CHOOSING = (
    "Teams and weaknesses that a statement names are examples; yours may be others. "
    "Choose the statement whose reach and weaknesses come closest."
)
WRITE_DOWN = "Write down what was said and what was shown. Don't know is an answer; does not apply needs its reason."


def title(process_names: list[str]) -> str:
    """The title of the document: the process, or how many there are."""
    if len(process_names) == 1:
        return process_names[0]
    return f"Questionnaire for {counted(len(process_names), 'process', 'processes')}"


def framework(name: str, version: str, *, is_draft: bool) -> str:
    """The framework and its version."""
    return f"{name} {version}, draft" if is_draft else f"{name} {version}"


def content(short_hash: str) -> str:
    """The content's hash at the foot."""
    return f"content {short_hash}"


def confused_with(process_name: str) -> str:
    """The label before what another process does instead."""
    return f"Often confused with {process_name}"


def page_of(process_name: str) -> str:
    """What a page number in the contents points to."""
    return f"Page of {process_name}"


def how_many(question_count: int, minutes: int) -> str:
    """How much there is to answer."""
    questions = counted(question_count, "question")
    return f"{questions}, about {counted(minutes, 'minute')}" if minutes else questions


def tick(*, asks_to_be: bool) -> str:
    """How to answer."""
    if asks_to_be:
        return (
            "Tick the one statement that comes closest to what can be seen today, and where there is a second column "
            "the one that should be true."
        )
    return "Tick the one statement that comes closest to what can be seen today."


def good(text: str) -> str:
    """What good looks like."""
    return f"Good: {text}"


def ask_for(text: str) -> str:
    """What to ask to see."""
    return f"Ask to see: {text}"
