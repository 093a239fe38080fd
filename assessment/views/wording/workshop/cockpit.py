"""What the facilitator's page of a workshop says of the question that the room is at."""

from __future__ import annotations

from assessment.views.wording.numbers import plural

LEADERS_WAIT = "Leadership votes once everybody else is in."


def lettered(letter: str, statement: str) -> str:
    """A statement with its letter."""
    return f"{letter}. {statement}"


def where(process: str, name: str, place: str) -> str:
    """Which question the room is at."""
    return f"{process}: {name}. {place}"


def place_in_process(number: int, count: int, agreed_count: int) -> str:
    """Which question of its process it is, and how many are agreed.

    >>> place_in_process(3, 8, 2)
    'Question 3 of 8, 2 agreed'
    """
    return f"Question {number} of {count}, {agreed_count} agreed"


def with_marks(people: str, marks: str) -> str:
    """How many chose a statement, and what stands at it."""
    return f"{people}: {marks}" if marks else people


def agreed_or_open(is_agreed: bool) -> str:
    """What has become of a question."""
    return "Agreed; ask it again" if is_agreed else "Not agreed yet; ask it"


def proposed_choice(label: str) -> str:
    """The statement that the votes come to."""
    return f"{label} (proposed)"


def anonymous_present(count: int) -> str:
    """Anonymous people who stand behind a value."""
    return plural(
        count,
        {
            "one": "{count} anonymous person is counted as present too.",
            "other": "{count} anonymous people are counted as present too.",
        },
    )
