"""What the fold of organisations says beside the facts it shows."""

from __future__ import annotations

from assessment.views.wording.numbers import counted

CHOOSE = "Organisation or unit"
NEW_NAME = "Call it"
RENAME = "Rename"
INTO = "Merge it into"
MERGE = "Merge"
AS_RENAMED = "as renamed"
AS_MERGED = "as merged"
SIGNED_KEEP = "What was signed off keeps the name in its snapshot and its report."


def merging(name: str, into: str, assessment_count: int) -> str:
    """What a merge does. It cannot be taken back, because nothing tells afterwards which were of which."""
    return (
        f"{counted(assessment_count, 'assessment')} of {name} will be of {into}, and {name} will be gone. "
        "This cannot be undone."
    )
