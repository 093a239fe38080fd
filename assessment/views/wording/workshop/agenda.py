"""The words of the agenda: slots and their states, the clock against the plan."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.answered.workshop import RoundSource, SlotState
from assessment.views.wording.numbers import counted, whole_text

QUESTION = "Where the workshop stands"
STATES: Mapping[SlotState, str] = {
    SlotState.PLANNED: "Planned",
    SlotState.DONE: "Done",
    SlotState.SKIPPED: "Left out",
    SlotState.LATER: "To be finished by link",
}
SOURCES: Mapping[RoundSource, str] = {
    RoundSource.PHONES: "By phone",
    RoundSource.HANDS: "By show of hands",
    RoundSource.PAPER: "On paper",
    RoundSource.SURVEY: "In a survey",
}
RUNNING = "Now"
TABLE_TITLE = "Agenda"
PROCESS_COLUMN, PLANNED_COLUMN, TAKEN_COLUMN, STATE_COLUMN = "Process", "Planned", "Taken", "State"
EMPTY = "Nothing is on the agenda yet. Take a proposal, or add a process."
NOT_BEGUN = "The workshop has not begun: there is nothing to compare with the plan yet."
ON_TIME = "You are on time."
BEHIND_LABEL, LEFT_LABEL, RUNNING_LABEL = "Against the plan", "Still planned", "This process"
ON_TIME_SHORT = "On time"
NO_CLOCK = "Not begun"
BEGIN, DONE_AND_ON, DONE, RETURN = "Begin", "Done, go on", "Done", "Return to it"
LEAVE_OUT, FINISH_BY_LINK, COME_BACK = "Leave out", "Finish later by link", "Come back to it"
MORE = "More"
EARLIER, LATER = "Move up", "Move down"
MINUTES_LABEL = "Minutes"
REMOVE = "Take off the agenda"
ADD_PROCESS, ADD = "Add a process", "Add"
CHOOSE_PROCESS = "Choose a process"
BY_LINK = "Hand out personal links, or open a survey: people are asked what is still open of these."


def minutes(count: int) -> str:
    """A time in whole minutes, short.

    >>> minutes(1), minutes(12)
    ('1 min', '12 min')
    """
    return f"{whole_text(count)} min"


def behind(count: int) -> str:
    """The workshop has used more time than planned."""
    return f"You are {counted(count, 'minute')} behind the plan."


def ahead(count: int) -> str:
    """The workshop has used less time than planned."""
    return f"You are {counted(count, 'minute')} ahead of the plan."


def behind_short(count: int) -> str:
    """The same, short."""
    return f"{minutes(count)} behind"


def ahead_short(count: int) -> str:
    """The same, short."""
    return f"{minutes(count)} ahead"


def running(process_name: str, elapsed_minutes: int, planned_minutes: int) -> str:
    """The process whose time runs."""
    return f"{process_name}: {whole_text(elapsed_minutes)} of {minutes(planned_minutes)}."


def running_over(process_name: str, over_minutes: int) -> str:
    """The process whose time is up."""
    if not over_minutes:
        return f"{process_name}: its time is up."
    return f"{process_name}: its time is up, {counted(over_minutes, 'minute')} over."


def of_minutes(elapsed_minutes: int, planned_minutes: int) -> str:
    """Time taken of the time planned."""
    return f"{whole_text(elapsed_minutes)} of {minutes(planned_minutes)}"


def progress(done_count: int, slot_count: int) -> str:
    """How much of the agenda is done."""
    return f"{whole_text(done_count)} of {counted(slot_count, 'process', 'processes')} done."


def by_link(names: str) -> str:
    """The processes that are to be finished by link."""
    return f"To be finished by link: {names}."


def slot_line(planned: str, taken: str, state: str) -> str:
    """One slot in a line: its time box, what it took, what became of it."""
    return ", ".join(part for part in (planned, taken, state.lower()) if part)


def taken(count: int) -> str:
    """What a slot has taken."""
    return f"{minutes(count)} taken"
