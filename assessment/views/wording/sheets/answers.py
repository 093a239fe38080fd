"""The words of the sheet that answers are typed into, for interviews without the app."""

from __future__ import annotations

NAME = "Answers"

RESPONDENT = "Person"
PROCESS = "Process"
ATTRIBUTE = "Attribute"
QUESTION = "Question"
HORIZON = "State"
ANSWER = "ANSWER"
REASON = "REASON"
NOTE = "NOTE"
RESPONDENT_ID = "Person id"
ITEM_ID = "Question id"
HORIZON_ID = "State id"
VERSION = "Version"
NOTE_VERSION = "Version of the note"

LIST = "List"
RESPONDENT_MEANING = "Who is asked; people stand in this sheet by name."
PROCESS_MEANING = "Process that the question is about."
ATTRIBUTE_MEANING = "Attribute that the question counts in."
QUESTION_MEANING = "What is asked."
HORIZON_MEANING = "Whether the answer is about today (as-is) or the target (to-be)."
ANSWER_MEANING = "A statement, not applicable or don't know, chosen from the list; empty: no answer."
REASON_MEANING = "Why the question does not apply; needed beside not applicable alone."
NOTE_MEANING = "What was said; fill in."
RESPONDENT_ID_MEANING = "Id of the person, for reading back."
ITEM_ID_MEANING = "Id of the question, for reading back."
HORIZON_ID_MEANING = "Id of the state, for reading back."
VERSION_MEANING = "Version of the answer when the sheet was written, 0 without one, for reading back."
NOTE_VERSION_MEANING = "Version of the note when the sheet was written, 0 without one, for reading back."
LIST_MEANING = "Which of the lists of statements the answer is chosen from."


def choice(letter: str, statement: str) -> str:
    """One of the six statements as a list offers it, behind its letter."""
    return f"{letter}: {statement}"
