"""The sentences of a room that agrees on the value of a question."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import listed, whole_text

NOBODY_ANSWERED = "Nobody has answered yet."


def answers_so_far(answers: Sequence[str]) -> str:
    """How many people chose what."""
    return f"Answers so far: {listed(answers)}."


def chosen_by(answer: str, people_count: int) -> str:
    """How many people chose one answer, in quotes: its name may hold commas."""
    return f"{whole_text(people_count)} “{answer}”"
