"""The words of a process's profile: its attributes as they are and as they should be."""

from __future__ import annotations

from assessment.views.wording.numbers import listed, number_text, percent_text

QUESTION = "How it stands on its attributes"
ATTRIBUTES_TITLE = "Its attributes in numbers"
TARGET_TITLE = "As it is and as it should be"
EMPTY = "The framework has no attribute."

ATTRIBUTE, FOR_LEVEL, AS_IS, PERCENT, TO_BE, GAP = "Attribute", "For level", "As-is", "Percent", "To-be", "Gap"
TRACK = "0 to 100"
TO_BE_PERCENT = "To-be percent"
LOW, HIGH, UPPER = "At least", "At most", "Upper reading"
ANSWERED = "Answered"
CAPPED_BY = "Held at 85 % by"
NOT_DONE = "Carried, not done"
BY_HAND = "By hand"
PERCEPTION = "Perception"

PERCENT_MEANING = "Percent of full achievement, 0 to 100"
GAP_MEANING = "To-be minus as-is, in percent points"
LOW_MEANING = "Percent if every question without an answer were at N"
HIGH_MEANING = "Percent if every question without an answer were at F"
UPPER_MEANING = "Percent by the upper of the two middle answers to each question"
ANSWERED_MEANING = "Questions with a value, in percent of those that apply"
PERCEPTION_MEANING = "Leadership minus practitioners, in percent points"

SET_BY_HAND = "set by hand"
NOTHING_RATED = "nothing rated"
NOT_APPLICABLE = "not applicable"


def measure(bounds_percent: tuple[float, ...]) -> str:
    """What the drawing of the profile shows; its lines stand at the bounds."""
    lines = listed([number_text(bound) for bound in bounds_percent])
    return (
        "As-is (dot; a square holds the level), to-be (diamond), left open (bar) in percent of full achievement; "
        f"lines at {lines}."
    )


def rated(letter: str, percent: float) -> str:
    """A letter with its percent: L- (60 %)."""
    return f"{letter} ({percent_text(percent)})"


def spoken(as_is: str, to_be: str) -> str:
    """A row of the profile in words."""
    return f"as-is {as_is}, to-be {to_be}"


def spoken_open(as_is: str, low_percent: float, high_percent: float, to_be: str) -> str:
    """A row of the profile in words, where unanswered questions leave something open."""
    return f"as-is {as_is}, could be {percent_text(low_percent)} to {percent_text(high_percent)}, to-be {to_be}"
