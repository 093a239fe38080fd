"""Set-up, People: erasing somebody for good."""

from __future__ import annotations

ERASE = "Erase a person"
TITLE = "Erase a person for good"
LEAD = (
    "Removing takes somebody out and keeps them in the bin. Erasing takes the name out of every place of this "
    "assessment, and out of every file but backups."
)
NAME = "Name"
PLACES = "Places that mean this person"
ANSWERS = "Their answers"
OUT_OF_TEXTS = "Put the name out of texts as well"
ERASE_GO = "Erase for good"
CLOSE = "Close"


def is_erased(name: str) -> str:
    """Somebody was erased."""
    return f"as erased: {name}"
