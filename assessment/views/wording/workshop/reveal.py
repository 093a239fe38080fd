"""The sentences of a reveal: what a round of votes comes to, how far people agree, who is invited to speak."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.authored.framework import Horizon
from assessment.views.wording.numbers import counted, either, listed, plural, share_text

LETTERS = "ABCDEF"
"""The six statements as people in the room call them, from the lowest to the highest."""
HORIZON_NAMES: Mapping[Horizon, str] = {Horizon.AS_IS: "As it is today", Horizon.TO_BE: "As it should be"}
VALUE_LABEL, AGREEMENT_LABEL, WITHIN_LABEL, UPPER_LABEL = "Middle", "Agreement", "Within one step", "Upper reading"
AGREEMENT_NOTE = "100 %: all alike"
SPREAD_TITLE = "Votes by statement"
LETTER_COLUMN, PEOPLE_COLUMN, MARKS_COLUMN, STATEMENT_COLUMN = "Letter", "People", "What stands here", "Statement"
NONE_CHOSEN = "Nobody chose a statement"
VALUE_MARK, UPPER_MARK, AGREED_MARK = "Middle of the votes", "Upper reading", "Agreed"
LEADERSHIP, PRACTITIONERS = "Leadership", "Practitioners"
EARLIER = "An earlier round"
NOBODY = "Nobody voted in this round."
NOBODY_CHOSE = "Nobody chose one of the six statements."
ALL_ALONE = "One person chose a statement."


def letter(code: int) -> str:
    """What the statement of a code is called in the room.

    >>> letter(0), letter(5)
    ('A', 'F')
    """
    return LETTERS[code]


def people(count: int) -> str:
    """How many chose a statement; nothing where nobody did."""
    return counted(count, "person", "people") if count else ""


def not_shown(floor: int) -> str:
    """Too few answered for their votes to be shown."""
    return f"Fewer than {floor} answered: not shown."


def unanimous(count: int, code: int) -> str:
    """All chose the same statement."""
    return f"All {count} chose {letter(code)}."


def within_one_step(code: int) -> str:
    """Nearly all are beside the middle."""
    return f"You are close: nearly everybody is within one step of {letter(code)}."


def split(code: int, upper_code: int) -> str:
    """The two middle votes are far apart."""
    return f"The room is split between {letter(code)} and {letter(upper_code)}: talk before you agree."


def spread(code: int, lowest: int, highest: int) -> str:
    """People are spread about a middle."""
    return f"The middle of the votes is {letter(code)}; they reach from {letter(lowest)} to {letter(highest)}."


def mostly_not_applicable(count: int) -> str:
    """More say that it does not apply than chose a statement."""
    people_said = counted(count, "person says", "people say")
    return f"{people_said} that this does not apply here, more than chose a statement."


def upper_reading(upper_code: int) -> str:
    """An even number of votes has two middles."""
    return f"Read upwards, the middle is {letter(upper_code)}."


def within_one(share: float) -> str:
    """The share that is at most one step from the middle."""
    return share_text(share)


def agreement(share: float) -> str:
    """How alike the votes are."""
    return share_text(share)


def dont_know(count: int) -> str:
    """How many don't know."""
    return plural(count, {"one": "{count} doesn't know", "other": "{count} don't know"})


def not_applicable(count: int) -> str:
    """How many say that it does not apply."""
    return plural(count, {"one": "{count} says it does not apply", "other": "{count} say it does not apply"})


def sides(leadership_code: int, practitioner_code: int) -> str:
    """Leadership beside practitioners, where each side has enough people."""
    if leadership_code == practitioner_code:
        return f"Leadership and practitioners both stand at {letter(leadership_code)}."
    return f"Leadership stands at {letter(leadership_code)}, practitioners at {letter(practitioner_code)}."


def invited(codes: Sequence[int]) -> str:
    """Whose votes are far from the middle: by statement, never by name."""
    return f"If you chose {either([letter(code) for code in codes])}, you are invited to say what you see."


def round_name(number: int) -> str:
    """A round of votes on one question."""
    return f"Round {number}"


def earlier_round(name: str, texts: Sequence[str]) -> str:
    """A round before this one, for who does not see the dots."""
    return f"{name}: {listed(texts)}."


def chosen(code: int, count: int) -> str:
    """A statement and how many chose it, short."""
    return f"{letter(code)} {count}"


def dot_spoken(code: int, count: int, of_count: int, marks: Sequence[str]) -> str:
    """One statement's votes, for who does not see the dots."""
    said = f"{letter(code)}: {count} of {of_count}"
    return f"{said} ({listed(marks)})" if marks else said


def spread_spoken(name: str, finding: str, texts: Sequence[str]) -> str:
    """A whole spread in words."""
    return f"{name}. {finding} {'; '.join(texts)}." if texts else f"{name}. {finding}"


def several_a_dot(count: int) -> str:
    """Where there are too many people for a dot each."""
    return f"Each dot is {count} people, the last of a row up to {count}."


def marks(texts: Sequence[str]) -> str:
    """What stands at a statement."""
    return listed(texts)


def of_horizon(name: str, finding: str) -> str:
    """What the votes come to, where the room speaks of two states."""
    return f"{name}: {finding}"


def sealed(count: int, floor: int) -> str:
    """Answers of anonymous people that stay closed and are not among the dots, as they would tell who gave them."""
    stay = plural(count, {"one": "{count} answer stays sealed", "other": "{count} answers stay sealed"})
    return f"{stay}: fewer than {floor} anonymous people answered."


def agreed(code: int | None) -> str:
    """What the room agreed on; None: that it does not apply."""
    return "Agreed: this does not apply here." if code is None else f"Agreed: {letter(code)}."
