"""What the dialog of another version of the framework says that is not of the facts it shows."""

from __future__ import annotations

TITLE = "Another version of the framework"
SEE = "See what it would change"
KEEP_COPY = "Keep a copy of how it is now"
KEEP_COPY_HELP = "The copy stays on the version it answers, with every answer. Without it, download the file first."
BRING = "Bring it over"
LOCKED = "It is no draft any more. Reopen it first; what is signed off stays on the version that was signed."
UNDO = "To go back, open the copy, or import a file that you downloaded before."
QUESTIONS_FOLD = "Every question that differs"


def brought(version: str) -> str:
    """It is done."""
    return f"It answers version {version} now."


def copied(assessment_id: str) -> str:
    """Where the copy of what was before is, for the command line."""
    return f"How it was before is kept as {assessment_id}."


def how_to_bring(assessment_id: str) -> str:
    """What to type for doing what was previewed."""
    return f"Nothing was changed. To bring it over: python -m assessment bring {assessment_id} --apply"
