"""The sentences of a plan that is run: how far it is, what is late or blocked, who has what, and the calendar."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assessment.domain.answered.actions import ActionStatus
from assessment.views.wording.numbers import counted, listed, long_date, month_text, plural, share_text, whole_text
from assessment.views.wording.register import STATUSES

QUESTION = "Is the plan being carried out?"
LIST_QUESTION = "Who does what until when?"
EMPTY = "No step is planned, so there is nothing to carry out. Raise a target in Set-up to plan further."
NOTHING_FUNDED = "No step has a wave, so there is nothing to carry out. Give the waves capacity on the page Roadmap."

WAVES_TITLE = "Progress by wave"
WAVES_MEASURE = (
    "Share of each wave's effort that is done. A step counts once it is done, not before; the line shows what was due."
)
ATTENTION_TITLE = "Late and blocked"
ATTENTION_MEASURE = "Late: due before the day and not done. Blocked: it waits, or a step that it needs is not done."
NO_ATTENTION = "Nothing is late, and nothing is blocked."
DONE_TITLE = "Done, and what the answers say"
DONE_MEASURE = "Whether the process is on the level of its step by the answers; the next assessment confirms or denies."
NOTHING_DONE = "No step is done yet."
NEXT_TITLE = "Due next"
NEXT_MEASURE = "Steps that are not done, the earliest first."
NOTHING_NEXT = "Nothing else has a day."
OWNERS_TITLE = "By owner"
OWNERS_MEASURE = "What is late comes first, then what is blocked, then by the day it is due."
STRAY_TITLE = "No longer planned"
STRAY_MEASURE = "What was entered of steps that the plan does not have now."
NO_STRAY = "Everything entered belongs to a step of the plan."

WAVE_COLUMN = "Wave"
TRACK_COLUMN = "Done"
STEPS_COLUMN = "Steps done"
EFFORT_COLUMN = "Points done"
SHARE_COLUMN = "Share"
DUE_SHARE_COLUMN = "Was due"
LATE_COLUMN = "Late"
BLOCKED_COLUMN = "Blocked"
WHAT_COLUMN = "What"
WHY_COLUMN = "Why"
EVIDENCE_COLUMN = "What was seen"
ANSWERS_COLUMN = "By the answers"
STANDS_COLUMN = "How it stands"

DONE_FACT = "Effort done"
DUE_FACT = "Was due by now"
LATE_FACT = "Steps late"
BLOCKED_FACT = "Steps blocked"
TARGET_FACT = "At target"
CONFIRMED_FACT = "Done steps confirmed"
OWNED_FACT = "Steps with an owner named"
CONFIRMED_MEANING = "Steps that are done, and whose process is on their level by the answers."

BESIDE = "Not funded, and begun"
NOBODY = "Nobody yet"
DERIVED = "by its wave"
DERIVED_OWNER = "owns the process"
DERIVED_ACTION_OWNER = "has the step"
NO_DATES = "The plan has no start, so no step has a day by itself. Set one on the page Roadmap, or a day for each step."
DERIVED_NOTE = "A day marked \u201cby its wave\u201d was set by nobody: it is the first or last day of the wave."

CALENDAR = "The calendar"
NO_FILE = "there is no file to write it to"
NAME_A_FILE = "Name one with -o FILE.ics."
CATEGORY_STEP, CATEGORY_ACTION = "Step", "Action"
NO_DAY_SET = "no step and no action has a day"
SET_A_DAY = "Set a start of the plan on the page Roadmap, or a day for a step."
NO_DAY = "no day is chosen"
NOT_YET = "the day has not come yet"
CHOOSE_A_PAST_DAY = "Choose today or a day before."
DAY_AND_NOT_DONE = "it has a day on which it was done, and is not done"
EMPTY_THE_DAY = "Empty the day, or choose Done."
UNSEEN = "a step that is done needs a word on what was seen of it"
SAY_WHAT_WAS_SEEN = "Write what was seen, or choose another status."


def is_of(plan_name: str | None) -> str:
    """Which plan is run."""
    return "The plan is the roadmap as it is now." if plan_name is None else f"The plan is \u201c{plan_name}\u201d."


def done_and_due(done_share: float, due_share: float, day: date) -> str:
    """How much of the effort is done, beside what was due."""
    done, due = share_text(done_share), share_text(due_share)
    return f"{done} of the plan's effort is done; {due} was due by {long_date(day)}."


def done_alone(done_share: float) -> str:
    """How much of the effort is done, of a plan without days."""
    return f"{share_text(done_share)} of the plan's effort is done; no step has a day by which it is due."


def troubles(late_count: int, blocked_count: int) -> str:
    """How many steps are late and how many blocked.

    >>> troubles(3, 1), troubles(1, 0), troubles(0, 2)
    ('3 steps are late and 1 is blocked.', '1 step is late.', '2 steps are blocked.')
    """
    if not late_count and not blocked_count:
        return "No step is late or blocked."
    late = plural(late_count, {"one": "{count} step is late", "other": "{count} steps are late"})
    if not blocked_count:
        return f"{late}."
    if not late_count:
        return plural(blocked_count, {"one": "{count} step is blocked.", "other": "{count} steps are blocked."})
    blocked = plural(blocked_count, {"one": "{count} is blocked", "other": "{count} are blocked"})
    return f"{listed([late, blocked])}."


def points(done_count: int, whole_count: int) -> str:
    """Points done, of how many."""
    return f"{whole_text(done_count)} of {counted(whole_count, 'point')}"


def of_count(part: int, whole: int) -> str:
    """So many of so many."""
    return f"{whole_text(part)} of {whole_text(whole)}"


def by_day(day: date) -> str:
    """By when."""
    return f"by {long_date(day)}"


def wanted(count: int) -> str:
    """What the plan wanted at target by now."""
    return f"the plan wanted {whole_text(count)} by now"


def as_answered(day: date) -> str:
    """Of which day the answers are."""
    return f"By the answers of {long_date(day)}."


def wave_title(number: int, first: date | None, last: date | None) -> str:
    """A wave with its months, where it has any.

    >>> wave_title(2, date(2026, 4, 1), date(2026, 6, 30)), wave_title(1, None, None)
    ('Wave 2 (Apr 2026 to Jun 2026)', 'Wave 1')
    """
    if first is None or last is None:
        return f"Wave {number}"
    months = [month_text(first), month_text(last)]
    return f"Wave {number} ({' to '.join(dict.fromkeys(months))})"


def step_needed(process_name: str, to_level: int) -> str:
    """A step that another one waits for."""
    return f"{process_name} to level {to_level}"


def late_since(due: date) -> str:
    """That something is late, and since when."""
    return f"Late: it was due on {long_date(due)}"


def waits_for(steps: Sequence[str]) -> str:
    """That something is blocked by steps that are not done."""
    return f"Blocked: it needs {listed(steps)} first"


def waiting() -> str:
    """That something is blocked because somebody said that it waits."""
    return "Blocked: its status is waiting"


def will_wait_for(steps: Sequence[str]) -> str:
    """What has to be done before something begins."""
    return f"It needs {listed(steps)} first"


def done_on(day: date | None) -> str:
    """That something is done, and when."""
    return "Done" if day is None else f"Done on {long_date(day)}"


def level_seen(level: int | None, *, is_reached: bool) -> str:
    """Where a process is by the answers, beside a step that is done."""
    if level is None:
        return "not answered"
    return f"level {level}: confirmed" if is_reached else f"level {level}: not yet"


def more(count: int) -> str:
    """That there are more rows than have room."""
    return plural(count, {"one": "{count} more is on the board.", "other": "{count} more are on the board."})


def spoken_wave(title: str, done: str, due: str) -> str:
    """A wave as a screen reader says it."""
    return f"{title}: {done} done, {due} was due" if due else f"{title}: {done} done"


def beginning(text: str, limit: int) -> str:
    """A text on one page with others: as far as its last whole word within so many characters.

    >>> beginning("Seen in the minutes", 12), beginning("Seen", 12)
    ('Seen in the …', 'Seen')
    """
    if len(text) <= limit:
        return text
    return f"{text[:limit].rpartition(' ')[0] or text[:limit]} …"


def event(title: str, *, is_done: bool) -> str:
    """What a calendar calls something that is due."""
    return f"Done: {title}" if is_done else f"Due: {title}"


def event_facts(owner: str, status: ActionStatus, stands: str, note: str) -> str:
    """What a calendar says of something that is due, a line each."""
    lines = (f"Owner: {owner}", f"Status: {STATUSES[status]}", stands, note)
    return "\n".join(line for line in lines if line)


def calendar_name(organisation: str, assessment: str) -> str:
    """What a calendar is called."""
    return f"{organisation}: {assessment}"


EMPTY_COLUMNS: Mapping[ActionStatus, str] = {
    ActionStatus.PLANNED: "Nothing waits to be begun.",
    ActionStatus.STARTED: "Nothing is under way.",
    ActionStatus.WAITING: "Nothing waits.",
    ActionStatus.DONE: "Nothing is done yet.",
}
