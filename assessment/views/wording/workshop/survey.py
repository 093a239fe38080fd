"""What the facilitator reads of a survey: how it stands, how many answered, what waits, what to send."""

from __future__ import annotations

from datetime import datetime

from assessment.views.wording.numbers import counted, moment_text, plural, whole_text

QUESTION = "How far is the survey?"
NOBODY_ASKED = "Nobody is asked yet. Add people in Set-up, or open the survey to whoever has its link."
NOT_OPENED = "No survey was opened yet"
NOT_OPENED_NEXT = "People answer at their own pace, each by a link of their own or all by one link. Open it below."

ROLE_COLUMN, ASKED_COLUMN, BEGUN_COLUMN, DONE_COLUMN, SHARE_COLUMN = "Role", "Asked", "Begun", "Done", "Share done"
ASKED_MEANING = "People who are asked anything; those who came by the open link among them"
BEGUN_MEANING = "People who answered at least one question"
DONE_MEANING = "People who answered everything they are asked"
SHARE_MEANING = "Done of asked, 0 % to 100 %"
RESPONSE_TITLE = "Response by role"
ROLE_NOT_TOLD = "Without a name"
ALL_TOGETHER = "Together"
LEFT_TITLE = "Who is not done"
NAME_COLUMN, ANSWERED_COLUMN, LINK_COLUMN = "Person", "Answered", "Own link"
NOBODY_LEFT = "Of those you know everybody is done."
HAS_LINK, HAS_NO_LINK = "Was given", "Not made yet"

STATE_LABEL, DEADLINE_LABEL, WAITING_LABEL = "Survey", "Deadline", "Answers that wait"
OPEN, CLOSED, OVER = "Open", "Closed", "Deadline passed"
NO_DEADLINE = "None"
NOTHING_WAITS = "None"
SEALED_NOTE = (
    "What people answer is sealed until you take it in: no page, file or journal shows it before, and then it enters "
    "the results all at once."
)
TAKE_IN = "Take in what may be taken in"
CLOSED_NEXT = "It takes no answers. Reopen it to let people go on where they stopped."

LEAD = (
    "People answer on a phone or laptop when it suits them, and can stop and go on. What they answer is sealed until "
    "you take it in."
)
DEADLINE_DAY, DEADLINE_TIME = "Open until", "At"
DEADLINE_HINT = "In your local time. After it nothing is taken; you can extend it. Leave the day empty for none."
TAKES_ANONYMOUS = "Whoever has the open link may answer without a name"
OPEN_SURVEY, CLOSE, REOPEN = "Open the survey", "Close the survey", "Reopen the survey"
SET_DEADLINE = "Set the deadline"
CLOSE_HINT = "Takes in what may be taken in; links lead to a page that says it is closed. It can be reopened."
TAKE_IN_HINT = "Answers of people without a name go in once enough of them newly answered the same question."
OPEN_LINK_TITLE, PERSONAL_TITLE = "One link for all", "A link for each person, and what to write"
PERSON, CHOOSE_PERSON = "For whom", "Choose a person"
MAKE_LINK, MAKE_LINK_ANEW = "Make a link", "Make a new link; the old one ends"
LETTER = "Copy this into a mail of yours"
TO_ALL = "One reminder to all who were given a link and are not done"
HANDED_ON = "I have copied it"
NO_ADDRESS = "Choose first by which address people find Plumbline."
NOBODY_NAMED = "Add people under People in Set-up to give each a link of their own."


def done_of(done_count: int, asked_count: int) -> str:
    """The response in one sentence."""
    forms = {"one": "{done} of {count} person is done", "other": "{done} of {count} people are done"}
    return plural(asked_count, forms).replace("{done}", whole_text(done_count))


def below_the_floor(floor: int) -> str:
    """Why people without a name stand in one line."""
    return f"People without a name are told by role only where at least {whole_text(floor)} of them share it."


def open_until(moment: datetime | None) -> str:
    """How long a survey is open."""
    return NO_DEADLINE if moment is None else moment_text(moment)


def answered_of(answered_count: int, asked_count: int) -> str:
    """How much somebody answered."""
    return f"{whole_text(answered_count)} of {whole_text(asked_count)}"


def waiting(count: int) -> str:
    """How many answers are sealed."""
    return counted(count, "answer") if count else NOTHING_WAITS


def may_be_taken(count: int) -> str:
    """How many of them may be taken in."""
    forms = {"one": "{count} answer can be taken in now.", "other": "{count} answers can be taken in now."}
    return plural(count, forms)


def stays_sealed(count: int, floor: int) -> str:
    """How many stay sealed, and why."""
    forms = {"one": "{count} answer stays sealed", "other": "{count} answers stay sealed"}
    why = f"fewer than {whole_text(floor)} people without a name have newly answered the same question"
    return f"{plural(count, forms)}: {why}."


def taken_in(count: int, sealed_count: int) -> str:
    """What was taken in, and what was not."""
    taken = plural(count, {"one": "{count} answer was taken in", "other": "{count} answers were taken in"})
    return f"{taken}, {whole_text(sealed_count)} stay sealed" if sealed_count else taken


def or_code(address: str, code: str) -> str:
    """The other way in."""
    return f"Or open {address.rstrip('/')}/join and type the code {code}."
