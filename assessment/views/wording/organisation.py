"""The sentences of the organisation around the processes: owners, readiness, and the transitions it goes through."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, level_text, listed, plural, whole_text

OWNERS_QUESTION = "Who owns the processes, and who is ready"
OWNERS_TITLE = "Who answers for each process from end to end, and how ready it is to change"
OWNERS_MEASURE = (
    "Authority: whether it reaches from end to end. Ready, partly, not ready: answers to the readiness questions."
)
OWNERS_EMPTY = "No owner is recorded. Name the owners in Set-up, Owners."
READINESS_TITLE = "What is not ready yet, question by question"
READINESS_MEASURE = "Processes of which the question was answered with yes, partly and no."
READINESS_EMPTY = "No readiness question is answered. Answer them in Set-up, Owners."
TRANSITIONS_QUESTION = "How the organisation is changing"
TRANSITIONS_TITLE = "Where the organisation stands between two ends"
TRANSITIONS_MEASURE = "From 0, the old end, to 5, the new one: now (dot) and as it should be (diamond)."
TRANSITIONS_EMPTY = "No transition is placed. Place them in Set-up, Transitions."

PROCESS_COLUMN, OWNER_COLUMN, AUTHORITY_COLUMN, SPONSOR_COLUMN = "Process", "Owner", "Authority", "Sponsor"
READY_COLUMN, PARTLY_COLUMN, NOT_READY_COLUMN = "Ready", "Partly", "Not ready"
QUESTION_COLUMN, NOT_READY_IN_COLUMN, PARTLY_IN_COLUMN = "Question", "Not ready in", "Partly in"
FROM_COLUMN, TRACK_COLUMN, TO_COLUMN, NOW_COLUMN, TO_BE_COLUMN = "From", "0 to 5", "To", "Now", "To be"
AUTHORITY_MEANING = "Whether the owner's authority reaches from end to end: yes, partly or no"
READY_MEANING = "Readiness questions answered with yes; a dash where none is answered"
PARTLY_MEANING = "Readiness questions answered with partly; a dash where none is answered"
NOT_READY_MEANING = "Readiness questions answered with no; a dash where none is answered"
PLACE_MEANING = "0 at the old end to 5 at the new one; a dash where it is not placed"
NOBODY = "nobody"

OWNED_FACT, AUTHORITY_FACT, SPONSORED_FACT = "With an owner", "Authority end to end", "With a sponsor"
FACT_NOTE = "processes"


def none_in_scope() -> str:
    """There is nothing to own."""
    return "No process is in scope."


def without_owner(count: int, process_count: int) -> str:
    """How many processes nobody owns, and what that means for the plan."""
    processes = counted(process_count, "process", "processes")
    return plural(
        count,
        {
            "one": f"{{count}} of {processes} has no owner; to appoint one is its first action.",
            "other": f"{{count}} of {processes} have no owner; to appoint one is their first action.",
        },
    )


def all_owned(process_count: int) -> str:
    """Every process has an owner."""
    return plural(
        process_count, {"one": "The only process has an owner.", "other": "Each of the {count} processes has an owner."}
    )


def of_scope(count: int, process_count: int) -> str:
    """How many of the processes in scope."""
    return f"{whole_text(count)} of {whole_text(process_count)}"


def readiness_open(process_names: Sequence[str]) -> str:
    """The processes of which no readiness question is answered."""
    return f"Readiness is not recorded for {listed(process_names)}."


def place_text(place: int | None) -> str:
    """A place from 0 to 5; a dash where there is none."""
    return level_text(place)


def nothing_placed() -> str:
    """No transition has a place."""
    return "No transition is placed yet."


def placed(count: int, transition_count: int) -> str:
    """How many transitions are placed."""
    transitions = counted(transition_count, "transition")
    return plural(
        count,
        {"one": f"{{count}} of {transitions} is placed.", "other": f"{{count}} of {transitions} are placed."},
    )


def longest_way(ends: Sequence[str], distance: int) -> str:
    """The transitions with furthest to go."""
    places = counted(distance, "place")
    return plural(
        len(ends),
        {
            "one": f"The longest way is from {listed(ends)}: {places} of 5.",
            "other": f"The longest ways are from {listed(ends, 3)}: {places} of 5 each.",
        },
    )


def from_to(from_name: str, to_name: str) -> str:
    """A transition by its two ends."""
    return f"{from_name} to {to_name}"


def not_placed(names: Sequence[str]) -> str:
    """The transitions that have no place."""
    return f"Not placed: {listed(names)}."


def never_scored() -> str:
    """What transitions do not do."""
    return "Transitions are shown and enter no level."


def spoken_place(as_is: int | None, to_be: int | None) -> str:
    """A place and where it should be, in words."""
    return f"Now {place_text(as_is)}, to be {place_text(to_be)}"


def readiness_asked(question_count: int) -> str:
    """How many readiness questions have an answer."""
    return plural(
        question_count,
        {"one": "{count} question of readiness is answered.", "other": "{count} questions of readiness are answered."},
    )
