"""What somebody reads who answers a survey on a phone or laptop."""

from __future__ import annotations

from datetime import datetime

from assessment.views.wording.directions import isolated
from assessment.views.wording.numbers import counted, moment_text, plural, whole_text

TITLE = "Survey"
KEPT_TITLE = "What is kept, and who sees it"
KEPT_OF_ALL = (
    "Kept are your answers, reasons and comments, and your role. They are sealed until the facilitator takes them in "
    "together with those of others; nobody sees them before."
)
KEPT_OF_NAMED = (
    "You answer under your name. The facilitator sees whether you are done and, once they are taken in, what you "
    "answered. Results, reports and everybody else see no name beside an answer."
)
KEPT_OF_ANONYMOUS = (
    "You answer without a name. Neither name, address nor time is kept. The facilitator sees how many are done, never "
    "who. A comment is read as you write it: name nobody in it, yourself included."
)
KEPT_OF_LINKED = (
    "You answer by a link that was made for you, without a name. Whoever gave it to you knows whose it is, sees "
    "whether you are done and, once they are taken in, what you answered. Results and reports do not tell."
)
KEPT_ON_DEVICE = (
    "This device keeps the way back to your answers. On a device that others use, choose “Leave” under “This phone” "
    "when you are done."
)
BEGIN, GO_ON, ALL_PROCESSES = "Begin", "Go on", "All processes"
NOT_ANSWERED_YET, I_AM_DONE = "Not answered yet", "I am done"
SAVE_AND_NEXT, SAVE, BACK = "Save and go on", "Save", "Back"
COMMENT, COMMENT_HINT = "Comment (optional)", "What you would say to it; kept with your answer."
COMMENT_ALONE = "A comment is kept with an answer: choose one, or Don't know."
SAVED, SAVING, WAITS = "Saved", "Saving…", "Kept on this device; sent when there is a network"
DONE_TITLE = "Thank you"
EVERYTHING_ANSWERED = "Everything is answered."
NOTHING_ASKED = "Nothing is asked of you in this survey. Tell whoever invited you."
NOTHING_LEFT = "Nothing is left: every question has an answer."
CLOSED_TITLE = "This survey is closed"
CLOSED = "It takes no answers just now. What you answered is kept. Ask whoever invited you whether it opens again."
OVER_TITLE = "The deadline has passed"
NO_PLACE_TITLE = "Open your link"
NO_PLACE = (
    "This device has no place in a survey. Open the link you were given, or type its code. If your own link opens "
    "nothing, a newer one replaced it: ask whoever invited you."
)
TYPE_CODE = "Type a code"
REASON = "Why does it not apply here?"
REASON_MISSING = "Not saved yet: say why it does not apply."
NO_NETWORK = "No network just now. What you answered is kept on this device; go on when the network is back."
MENU = "Ways on"
ANONYMOUS = "You answer without a name."


def of(assessment: str, organisation: str) -> str:
    """Which assessment the survey belongs to."""
    return f"{isolated(assessment)}, {isolated(organisation)}"


def answering_as(name: str) -> str:
    """Who answers."""
    return f"You answer as {isolated(name)}."


def open_until(moment: datetime) -> str:
    """Until when."""
    return f"Open until {moment_text(moment)} ({_zone(moment)}); until then you can change every answer."


def over_since(moment: datetime) -> str:
    """That the time is over."""
    return (
        f"It was open until {moment_text(moment)} ({_zone(moment)}). What you had answered by then is kept. If you "
        "need more time, ask whoever invited you to extend it."
    )


def progress(answered_count: int, asked_count: int) -> str:
    """How far one is."""
    return f"{whole_text(answered_count)} of {whole_text(asked_count)} answered"


def left(count: int) -> str:
    """What is left."""
    return f"{counted(count, 'question')} not answered yet"


def left_open(count: int) -> str:
    """What the page at the end says of questions without an answer."""
    forms = {"one": "{count} question has no answer.", "other": "{count} questions have no answer."}
    return f"{plural(count, forms)} You can leave them, or answer them now."


def numbered(number: int, count: int) -> str:
    """Where a question stands."""
    return f"Question {whole_text(number)} of {whole_text(count)}"


def can_change(until: str) -> str:
    """What the page at the end says."""
    return (
        f"Your answers are saved. {until}" if until else "Your answers are saved. You can change them while it is open."
    )


def _zone(moment: datetime) -> str:
    return moment.tzname() or "UTC"
