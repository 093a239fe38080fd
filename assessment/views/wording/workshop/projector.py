"""The words on the wall of a workshop."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, listed

TITLE = "Projector"
STATEMENTS = "Which statement fits best?"
NEXT_TITLE = "Next"
CLOSED = "This workshop is closed. Thank you."
BETWEEN = "The next question comes in a moment."
DONE = "That was the last process on the agenda."
LOST = "The line to Plumbline is lost. It tries again by itself."
BACK = "The line is back."
NO_SCRIPT = "This page needs scripts to follow the workshop. Reload it to see where the workshop is."
FULL_SCREEN, LEAVE_FULL_SCREEN = "Full screen (F)", "Leave full screen (F)"
LOOK = "Light or dark (D)"
NOBODY_ASKED = "Nobody who is asked this is in the room yet"
JOIN_LABEL, VOTES_LABEL, CONTROLS = "How to join", "Votes by statement", "This screen"


def all_in(expected_count: int) -> str:
    """Everybody who is asked has voted."""
    return f"All {counted(expected_count, 'vote', 'votes')} are in" if expected_count > 1 else "The one vote is in"


def after_that(names: Sequence[str]) -> str:
    """The processes after the next."""
    return f"After that: {listed(names, 4)}"


def round_of(number: int) -> str:
    """Which round of votes this is; nothing in the first."""
    return f"Round {number}" if number > 1 else ""


def said(title: str, text: str) -> str:
    """What a screen reader is told when the wall changes."""
    return f"{title}. {text}" if text else title
