"""The sentences of the minutes: what was asked, voted, agreed and written down, and who was there."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessment.views.wording.numbers import counted, listed, long_date, plural, whole_text
from assessment.views.wording.people import ANONYMOUS

QUESTION = "What did the workshop come to?"
EMPTY = "No workshop is on record. Begin one on the page Workshop."
ON_PAPER = "On paper: choose Minutes, with names or without, on the page Report."
NAMES_NOBODY = "Minutes name nobody beside an answer. Quoted is what was released."
HELD_FACT, PEOPLE_FACT, VOTED_FACT, AGREED_FACT, OPEN_FACT = "Sessions", "People", "Voted on", "Agreed", "Still open"

SESSIONS_TITLE = "Who was there"
SESSIONS_MEASURE = "Those who gave their name by it; the others as a number."
SESSIONS_COUNTED = "How many took part; their names are told to whoever leads the assessment."
SESSIONS_EMPTY = "No session has ended yet: attendance is written down when a room is closed."
DAY_COLUMN, KIND_COLUMN, MINUTES_COLUMN, NAMED_COLUMN, NAMELESS_COLUMN = (
    "Day",
    "What",
    "Minutes",
    "By name",
    ANONYMOUS,
)
NAMELESS_MEANING = "People who took part without a name, or whose name is no longer kept"
RUNNING = "Still open"
PLANNED_COLUMN, TAKEN_COLUMN = "Planned, min", "Taken, min"

AGENDA_TITLE = "Agenda"
AGENDA_MEASURE = "In the order planned, with the minutes that each process was given and took."
AGENDA_EMPTY = "There was no agenda."
PROCESS_COLUMN, STATE_COLUMN = "Process", "Came to"
AGENDA_TOTAL = "Together"

VOTES_TITLE = "Votes, as spread"
VOTES_MEASURE = "How many gave each answer, N (not done) to F (fully); on the phones they are lettered A to F."
VOTES_EMPTY = "Nothing was voted on."
QUESTION_COLUMN, ROUND_COLUMN, SPREAD_COLUMN, ANSWERS_COLUMN = "Question", "Round", "N to F", "Answers"
AGREEMENT_COLUMN = "Agreement"
SPREAD_MEANING = "One place for each answer from N to F, with how many gave it"

APART_MEANING = "People who answered otherwise than the room agreed"
AGREED_TITLE = "Agreed values"
AGREED_MEASURE = (
    "What the room took as the value, and how many answered otherwise: agreeing takes nobody's answer off the record."
)
AGREED_EMPTY = "No value was agreed."
VALUE_COLUMN, REASON_COLUMN, CERTAINTY_COLUMN, APART_COLUMN = "Value", "Reason", "How sure", "Who saw it otherwise"

OPEN_TITLE = "Voted on, not agreed"
OPEN_MEASURE = "What counts until the room agrees."
OPEN_EMPTY = "Every question that was voted on has an agreed value."
COUNTS_COLUMN, SPLIT_COLUMN = "Counts meanwhile", "Why it is open"
LOWER_COUNTS = "The lower of the middle answers counts until a value is agreed"

PARKED_TITLE = "Parking lot"
PARKED_MEASURE = "To come back to."
PARKED_EMPTY = "Nothing is parked."
POINT_COLUMN, ABOUT_COLUMN, DONE_COLUMN = "Point", "About", "State"
DECISIONS_TITLE = "Decisions and actions"
DECISIONS_MEASURE = "What was decided, and who does what until when."
DECISIONS_EMPTY = "Nothing was decided."
WHAT_COLUMN, TEXT_COLUMN, OWNER_COLUMN, DUE_COLUMN = "What", "In words", "Owner", "Due"
DONE, OPEN, STANDS = "Done", "Open", "Stands"
QUOTES_TITLE = "What people said"


def finding(voted_count: int, agreed_count: int, decision_count: int, action_count: int, parked_count: int) -> str:
    """What is on record, counted."""
    parts = (
        (voted_count, "question voted on", "questions voted on"),
        (agreed_count, "agreed value", "agreed values"),
        (decision_count, "decision", "decisions"),
        (action_count, "action", "actions"),
        (parked_count, "parked point", "parked points"),
    )
    found = [counted(count, one, other) for count, one, other in parts if count]
    return f"On record: {listed(found)}." if found else "Nothing was voted on or written down yet."


def days(held_on: Sequence[date]) -> str:
    """The days on which people met."""
    return listed([long_date(day) for day in held_on], 3)


def by_name(names: Sequence[str]) -> str:
    """Those who took part by name."""
    return listed(names)


def how_many_by_name(count: int) -> str:
    """How many took part by name, where the names are not told."""
    return whole_text(count)


def round_name(number: int, source: str) -> str:
    """A round of votes, and how it was held."""
    return f"{whole_text(number)}, {source.lower()}"


def not_shown(floor: int) -> str:
    """A round behind which too few people stand, or from which what few said later could be worked out."""
    return f"Fewer than {whole_text(floor)} answered, or answered since: not shown"


def apart(near_count: int, far_count: int, answer_count: int) -> str:
    """How many of those who answered saw it otherwise, one step away or more."""
    away = near_count + far_count
    if not away:
        return plural(answer_count, {"one": "Nobody, of {count} answer", "other": "Nobody, of {count} answers"})
    told = f"{whole_text(away)} of {whole_text(answer_count)}"
    if not far_count:
        return f"{told}, by one step"
    if not near_count:
        return f"{told}, by two steps or more"
    return f"{told}, {whole_text(far_count)} of them by two steps or more"


def voted_before(counts: Sequence[str]) -> str:
    """The votes of a question before the last ones."""
    return f"voted before: {'; '.join(counts)}"


def split(lower: str, upper: str) -> str:
    """A room that is split between two answers."""
    return f"The room is split between {lower} and {upper}"


def to_be(question: str) -> str:
    """A question asked for how it should be."""
    return f"{question}: to-be"


def quoted(text: str, who: str, where: str) -> str:
    """What somebody said, by role, and to which question."""
    return f"{text} ({who}, {where})"
