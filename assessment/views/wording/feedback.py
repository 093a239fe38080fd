"""The sentences about what people say of the questions themselves."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, listed, whole_text

QUESTION = "What people say of the questions"
PROCESS_COLUMN, QUESTION_COLUMN, ID_COLUMN, KIND_COLUMN, WORDS_COLUMN = "Process", "Question", "Id", "Said", "In a word"
OTHER_VERSION = "In another version"
EMPTY = "Nobody has said anything about a question yet. Whoever answers can comment under each of them."
FLOOR = "From all assessments, without names. The words of an assessment are shown where enough people take part in it."


def how_much(said_count: int, question_count: int) -> str:
    """How many things were said of how many questions."""
    if not said_count:
        return EMPTY
    return f"{counted(said_count, 'remark')} on {counted(question_count, 'question')}"


def count(people_count: int) -> str:
    """How many people said so; nothing for nobody."""
    return whole_text(people_count) if people_count else ""


def all_words(texts: Sequence[str]) -> str:
    """What they said in their own words."""
    return listed([f"“{text}”" for text in texts])
