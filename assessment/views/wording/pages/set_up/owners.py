"""Set-up, Owners: who answers for each process end to end, and how ready it is to change."""

from __future__ import annotations

LEAD = "An owner answers for the process from end to end. Without one, the first step begins by appointing one."
TABLE = "Owner of each process"
CHECKLIST_FOLD = "What to look for in an owner"
READINESS_TITLE = "Is it ready to change?"
READINESS_LEAD = "The answers feed the first actions and the risks of a step."
READINESS_TABLE = "Readiness of each process"


def numbered_question(number: int, question: str) -> str:
    """A readiness question with the number of its column."""
    return f"{number}  {question}"
