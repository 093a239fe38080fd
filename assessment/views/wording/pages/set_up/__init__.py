"""What the Set-up page says, a module a tab; here what several tabs say."""

from __future__ import annotations

TITLE = "Set-up"
SCOPE_TAB = "Scope"
PEOPLE_TAB = "People"
SERVICES_TAB = "Critical services"
OPINIONS_TAB = "Importance and pain"
TARGETS_TAB = "Targets"
OWNERS_TAB = "Owners"
TECHNOLOGY_TAB = "Technology"
TRANSITIONS_TAB = "Transitions"
HAND_OFFS_TAB = "Hand-offs"
AGENDA_TAB = "Agenda"
METHOD_TAB = "Method"
NOTE_COLUMN = "Note"


def extension(process_name: str) -> str:
    """A process that is not one of the model's own, as a row is called."""
    return f"{process_name} (extension)"


def point(code: int, name: str) -> str:
    """A point of a scale, or a level, to choose."""
    return f"{code} {name}"


def lettered_point(letter: str, name: str) -> str:
    """A point of the rating scale to choose."""
    return f"{letter} {name}"


def explained(name: str, meaning: str) -> str:
    """What an entry of a list means."""
    return f"{name}: {meaning}"


def attribute_help(name: str, meaning: str) -> str:
    """An attribute behind the short heading of its column."""
    return f"{name}. {meaning}"
