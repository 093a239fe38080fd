"""The words of the planner: how many processes fit into a workshop."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.workshop.planner import (
    BLOCK_MINUTES,
    BREAK_MINUTES,
    CLOSING_MINUTES,
    DOUBLING_SECONDS,
    FEW_PEOPLE,
    OPENING_MINUTES,
    PACE_ITEMS,
    READING_SECONDS,
    TALKING_SECONDS,
    TO_BE_SECONDS,
    VOTING_SECONDS,
    ProcessOrder,
)
from assessment.views.wording.numbers import counted, listed, whole_text

QUESTION = "How many processes fit?"
TITLE, LEAD = (
    "Agenda",
    "From people, depth and minutes: how many processes fit, in which order, and how long each takes.",
)
TABLE_TITLE = "Proposed agenda"
PART_COLUMN, QUESTIONS_COLUMN, MINUTES_COLUMN, FROM_COLUMN = "Part", "Questions", "Minutes", "From"
OPENING, BREAK, CLOSING, SPARE = "Opening", "Break", "Closing", "In reserve"
EMPTY = "Not one process fits. Plan more minutes, or ask at quick depth."
NOTHING_LEFT = "Every process in scope is done or was left out."
PEOPLE_LABEL, MINUTES_LABEL, ORDER_LABEL, PACE_LABEL = "People", "Minutes in all", "Order", "Seconds a question"
PACE_EMPTY = "Of this room"
PACE_HELP = "Empty: the pace seen in this workshop, or the assumed one before there is any."
ORDERS: Mapping[ProcessOrder, str] = {
    ProcessOrder.STAKE: "What hurts and matters most first",
    ProcessOrder.MODEL: "As in Scope",
}
TAKE = "Make this the agenda"
TAKE_REST = "Plan the rest anew"
WAITING_REPLACED = "What has begun, is done or was left out stays; everything that waits is replaced."


def fits(count: int, of_count: int, minutes: int, people_count: int) -> str:
    """How many processes fit."""
    people = counted(people_count, "person", "people")
    processes = counted(of_count, "process", "processes")
    return (
        f"{whole_text(count)} of {processes} {'fits' if count == 1 else 'fit'} into {duration(minutes)} with {people}."
    )


def each(lowest: int, highest: int) -> str:
    """How long each process takes."""
    if lowest == highest:
        return f"Each takes {counted(lowest, 'minute')}."
    return f"Each takes {whole_text(lowest)} to {counted(highest, 'minute')}."


def duration(minutes: int) -> str:
    """A length of time in hours and minutes.

    >>> duration(120), duration(90), duration(45), duration(60)
    ('2 hours', '1 hour and 30 minutes', '45 minutes', '1 hour')
    """
    hours, rest = divmod(minutes, 60)
    parts = [*([counted(hours, "hour")] if hours else []), *([counted(rest, "minute")] if rest or not hours else [])]
    return listed(parts)


def since_start(minutes: int) -> str:
    """A moment of the workshop, from its beginning.

    >>> since_start(10), since_start(75)
    ('0:10', '1:15')
    """
    return f"{minutes // 60}:{minutes % 60:02}"


def assumed(seconds: int) -> str:
    """Where the pace comes from while nothing is done."""
    return (
        f"A question is taken to need {counted(seconds, 'second')}: reading, voting, and talking that grows with the "
        f"people. After {counted(PACE_ITEMS, 'question')} the pace of the room takes its place."
    )


def measured(seconds: int) -> str:
    """Where the pace comes from once questions are done, or somebody chose it."""
    return f"This is reckoned with {counted(seconds, 'second')} a question, as seen or as you set it."


def at_quick_depth(count: int) -> str:
    """How many would fit with fewer questions."""
    return f"At quick depth, with one question for each attribute, {whole_text(count)} would fit."


def left_out(names: str) -> str:
    """What does not fit."""
    return f"Not in this plan: {names}."


def rule() -> str:
    """The rule by which it is planned, for the method."""
    return (
        f"A question takes {whole_text(READING_SECONDS)} seconds to read, {whole_text(VOTING_SECONDS)} to vote and "
        f"{whole_text(TALKING_SECONDS)} to talk with up to {whole_text(FEW_PEOPLE)} people, "
        f"{whole_text(DOUBLING_SECONDS)} more for each doubling of them, and {whole_text(TO_BE_SECONDS)} more where "
        f"the to-be is asked. Opening takes {whole_text(OPENING_MINUTES)} minutes, closing "
        f"{whole_text(CLOSING_MINUTES)}, and each {duration(BLOCK_MINUTES)} after the first begin with a break of "
        f"{whole_text(BREAK_MINUTES)}. Processes are taken in order until one does not fit. Once "
        f"{counted(PACE_ITEMS, 'question')} or more are done, the pace that was seen replaces the assumed one."
    )
