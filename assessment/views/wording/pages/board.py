"""Board: what the page says that is not of the plan it shows."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.numbers import whole_text

TITLE = "Is the plan being carried out?"
PARTS: Mapping[str, str] = {"progress": "Progress", "board": "Board", "list": "List"}
EMPTY_TITLE = "Nothing is answered yet"
EMPTY = "The plan follows from the answers. Start with the questionnaire; the board fills itself."
TO_ROADMAP = "Go to Roadmap"

CALENDAR = "Download as a calendar"
CALENDAR_LINE = "An event on each day that something is due (iCalendar). Read in again, it changes the events it made."
NO_CALENDAR = "No step has a day yet, so there is nothing for a calendar."
ON_PAPER = "As one page for a sponsor: the report \u201cProgress\u201d"
AS_A_SHEET = "To fill in elsewhere and read back: the workbook's sheets Steps and Actions, on the page Report"

WAVE_LABEL = "Wave"
SAVED_HINT = "A status is saved when it is chosen. Owner, days and notes are on the list."
CLOSE_LEAD = "How one sees that it is done:"
NO_EVIDENCE = "The framework says nothing on how one sees it. Say what you saw."
SEEN_LABEL = "What was seen"
DONE_ON_LABEL = "Done on"
CLOSE = "Close the step"
NOT_YET = "Not yet"

WHOSE = "Whose"
EVERYBODY = "Everybody"
EVERY_WAVE = "Every wave"
STEPS_TITLE = "Steps"
STEPS_LEAD = (
    "Who has each step, from when until when, and how far it is. Done needs a word on what was seen; without a day it "
    "is today."
)
ACTIONS_TITLE = "Actions"
ACTIONS_LEAD = "What each step is made of. Words and actions of your own are on the page Roadmap, in the step."
STEP_COLUMN = "Step"
ACTION_COLUMN = "Action"
PLAN_COLUMN = "Where nothing is set"
PLAN_MEANING = (
    "Who has it and when it is due where nobody said: whoever owns the process or has the step, the wave's last day."
)
STANDS_COLUMN = "How it stands"
OWNER_MEANING = "Who has it; empty: whoever owns the process."
SEEN_MEANING = "What was seen of it; needed once it is done."
NOTHING_OF_THEIRS = "Nothing in the plan is theirs."
LOCKED = "Nothing on the board can be changed while the assessment is validated. Reopen it on the page Report."
SIGNED = "Its plan is run in a copy with all answers; what was signed stays as it is."
RUN_IN_COPY = "Run the plan in a copy"
NAME_LIMIT = 300


def run_name(name: str) -> str:
    """What the copy is called in which a plan is run."""
    tail = ", plan being run"
    return name if name.endswith(tail) else f"{name[: NAME_LIMIT - len(tail)].rstrip()}{tail}"


def close_title(step: str) -> str:
    """The head of the form that closes a step."""
    return f"Close: {step}"


def status_of(step: str) -> str:
    """What a screen reader calls the status of a step."""
    return f"Status of {step}"


def column_title(status: str, count: int) -> str:
    """The head of a column of the board."""
    return f"{status} ({count})"


def wave_tab(title: str, trouble_count: int) -> str:
    """A wave to choose, and how many of its steps are late or blocked."""
    return f"{title}: {whole_text(trouble_count)} late or blocked" if trouble_count else title


def derived(owner: str, due: str) -> str:
    """Who has something and until when, of what nobody set.

    >>> derived("Ada", "31 March 2026"), derived("", "31 March 2026"), derived("Ada", "")
    ('Ada, until 31 March 2026', 'Until 31 March 2026', 'Ada')
    """
    if not due:
        return owner
    return f"{owner}, until {due}" if owner else f"Until {due}"
