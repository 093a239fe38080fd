"""The sentences of one question and of one attribute: what was answered, what counts, what people said."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, listed, share_text

ANSWER_COLUMN, PEOPLE_COLUMN, COUNTS_COLUMN, STATEMENT_COLUMN = "Answer", "People", "Counts", "What it says"
STATEMENTS_TITLE = "The six statements, and who stands where"
COUNTS = "counts"
UPPER = "upper reading"
MARKED = "Marked for review"
GOOD_LABEL = "What good looks like"
TALLY = 5
MOST_DOTS = 20


def dots(count: int) -> str:
    """One dot for each answer, in fives; a number where there are too many to count.

    >>> dots(7), dots(0), dots(23)
    ('●●●●● ●●', '', '● × 23')
    """
    if count > MOST_DOTS:
        return f"● × {count}"
    marks = "●" * count
    return " ".join(marks[start : start + TALLY] for start in range(0, count, TALLY))


def answers_given(rated_count: int, dont_know_count: int, not_applicable_count: int) -> str:
    """How many answered, and how many of them without a value.

    >>> answers_given(3, 1, 0)
    "3 answers and 1 don't know."
    """
    said = [counted(rated_count, "answer")]
    if dont_know_count:
        said.append(f"{dont_know_count} don't know")
    if not_applicable_count:
        said.append(f"{not_applicable_count} not applicable")
    return f"{listed(said)}."


def answers_kept(floor: int) -> str:
    """So few answers that each could be somebody's."""
    return f"Fewer than {counted(floor, 'answer')}: how many said what is not shown."


def value_alone() -> str:
    """The value is told, and nothing of how it came about."""
    return "The value that counts is shown, and nothing of who differs from it."


def no_value_yet() -> str:
    """Nobody gave a number."""
    return "There is no value to count yet."


def counts_as_not_applicable() -> str:
    """Most say that it does not apply."""
    return "It counts as not applicable and leaves the attribute."


def agreed() -> str:
    """The facilitator recorded what the room agreed on."""
    return "The room agreed on the value."


def only_answer() -> str:
    """One number, and it counts."""
    return "The one answer counts."


def middle_answer() -> str:
    """An odd number of numbers."""
    return "The middle answer counts."


def lower_of_middle() -> str:
    """An even number of numbers, the two middle ones alike or a step apart."""
    return "The lower of the two middle answers counts."


def split(lower_letter: str, upper_letter: str) -> str:
    """The two middle answers lie two steps or more apart."""
    return (
        f"The room is split: the two middle answers are {lower_letter} and {upper_letter}. The lower counts until the "
        "room agrees."
    )


def within_one_step(share: float) -> str:
    """How many lie beside the value that counts."""
    return f"{share_text(share)} of the answers lie within one step of the value that counts."


def agreed_how_sure(certainty: str) -> str:
    """What stands over the reason for an agreed value."""
    return f"Agreed, {certainty.lower()}"


def held_by_weakness(item_names: Sequence[str]) -> str:
    """Why an attribute is held at L."""
    return (
        "Held at 85 %, L: fully means no significant weakness, and it does not reach that in "
        f"{listed(item_names, 3)} (P+ or lower)."
    )
