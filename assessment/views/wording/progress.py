"""The sentences of how far somebody is with their questions."""

from __future__ import annotations

from assessment.views.wording.numbers import plural, whole_text

QUESTION = "How far is this person?"
LEFT_LABEL = "Left"
PROCESS_COLUMN, ANSWERED_COLUMN, ASKED_COLUMN, SHARE_COLUMN = "Process", "Answered", "Asked", "Share"
ANSWERED_MEANING = "Answers given, don't know and not applicable among them"
ASKED_MEANING = "Answers asked of this person; as-is and to-be are two"
SHARE_MEANING = "Answered of asked, 0 % to 100 %"
EVERYTHING_ANSWERED = "Everything is answered"
NOTHING_ASKED = "Nothing is asked of this person"
ASK_MORE = "Choose another person, or change who is asked what in Set-up."


def left_to_answer(question_count: int) -> str:
    """What is left of everything, as a heading."""
    forms = {"one": "{count} question left to answer", "other": "{count} questions left to answer"}
    return plural(question_count, forms)


def left_in_all(question_count: int) -> str:
    """What is left of everything, beside what is left of one process."""
    return plural(question_count, {"one": "{count} question left in all", "other": "{count} questions left in all"})


def answered_of(answered_count: int, asked_count: int) -> str:
    """How much of a process is answered, short."""
    return f"{whole_text(answered_count)} of {whole_text(asked_count)}"


def answered(answered_count: int, asked_count: int) -> str:
    """How much of a process is answered."""
    return f"{whole_text(answered_count)} of {whole_text(asked_count)} answered"
