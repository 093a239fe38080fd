"""What is said of a pasted list of people before it is added."""

from __future__ import annotations

from assessment.views.wording.numbers import counted, plural, whole_text

TITLE = "Who will be added"
NAME_COLUMN, ROLE_COLUMN, UNIT_COLUMN, NOTE_COLUMN = "Called", "Role", "Unit", "To look at"
NOTHING_YET = "Nobody is on the list yet."
WITHOUT_A_NAME = "Without a name"
HERE_ALREADY = "Somebody here has this name already; this adds another one."
TWICE = "The name stands further up as well; this adds another one."


def will_be_added(people_count: int, noted_count: int) -> str:
    """How many people the list adds, and how many of them deserve a look."""
    people = counted(people_count, "person", "people")
    if not noted_count:
        return f"{people} will be added, in this order."
    return plural(
        noted_count,
        {
            "one": f"{people} will be added, in this order. One line deserves a look.",
            "other": f"{people} will be added, in this order. {whole_text(noted_count)} lines deserve a look.",
        },
    )


def no_such_role(said: str, role: str) -> str:
    """A cell in the place of the role that no role is called."""
    return f"\u201c{said}\u201d is none of the roles: {role}."


def too_long(name_limit: int, unit_limit: int) -> str:
    """A line that cannot be added as it is."""
    return f"Too long: a name has at most {whole_text(name_limit)} characters, a unit {whole_text(unit_limit)}."
