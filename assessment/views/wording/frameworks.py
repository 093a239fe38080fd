"""What is said of a framework and of one of its processes, beside what their author wrote."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.authored.content import LinkageKind
from assessment.views.wording.numbers import counted, plural
from assessment.views.wording.terms import EXTENSION_MARK

SEPARATOR = " · "
OVERVIEW_QUESTION = "Which processes are there, and why do they matter?"
PROCESS_COLUMN = "Process"
ORIGIN_COLUMN = "Where it comes from"
EXTENSION = f"Extension, {EXTENSION_MARK}"

ABOUT_QUESTION = "What is it, and where does it begin and end?"
CONFUSIONS_TITLE = "Often confused with"
GUIDE_QUESTION = "How does one ask about it?"
NO_GUIDE = "No guide is written for this process."
TIME = "Time"

QUESTIONS_QUESTION = "What is asked?"
ANSWERS = "The answers"

ACTIONS_QUESTION = "What would a good consultant advise?"
ACTIONS_LEAD = "What a good consultant would advise for the next step. Roadmap and report take their advice from here."
DELIVERABLE, EVIDENCE, OWNER_ROLE, PREREQUISITE = "Deliverable", "Done when", "Who", "First"
EFFORT, ELAPSED = "Effort", "On the calendar"

LINKAGES_QUESTION = "What does it hand over, and what does it receive?"
HANDS_OVER, RECEIVES, UNIVERSAL = "What it hands over", "What it receives", "With all others"
WITH_EVERY, FROM_EVERY = "With every process", "From every process"
NO_LINKAGE = "Nothing that the framework names."
LINKAGE_QUESTION = "Question"
WORKING = "When it works"
BINDS = "The receiver cannot rise without it."
_SOURCES: Mapping[LinkageKind, str] = {
    LinkageKind.STATED: "Stated in the paper",
    LinkageKind.INTERACTION: "The paper says the two work together; the direction is our reading",
    LinkageKind.IMPLIED: "Implied by the paper",
    LinkageKind.EXTENSION: "Extension: not from the paper",
}


def version(name: str, number: str) -> str:
    """A framework with its version."""
    return f"{name} {number}"


def framework_line(parts: Sequence[str]) -> str:
    """A framework and its counts, in one line."""
    return SEPARATOR.join(parts)


def processes_in_groups(process_count: int, group_count: int, *, extension_count: int) -> str:
    """How many processes there are; extensions are named where some processes are and others are not.

    >>> processes_in_groups(17, 5, extension_count=1), processes_in_groups(3, 1, extension_count=3)
    ('17 processes in 5 groups, 1 of them an extension', '3 processes in 1 group')
    """
    processes = f"{counted(process_count, 'process', 'processes')} in {counted(group_count, 'group')}"
    if not 0 < extension_count < process_count:
        return processes
    extensions = {"one": "{count} of them an extension", "other": "{count} of them extensions"}
    return f"{processes}, {plural(extension_count, extensions)}"


def activities(count: int) -> str:
    """How many named activities there are."""
    return counted(count, "activity", "activities")


def questions(count: int) -> str:
    """How many anchored questions there are."""
    return plural(
        count, {"one": "{count} question with six statements", "other": "{count} questions with six statements"}
    )


def linkages(count: int) -> str:
    """How many linkages there are."""
    return counted(count, "linkage")


def place(group_name: str, mark: str) -> str:
    """The group of a process, and that it is an extension."""
    return f"{group_name}{SEPARATOR}{mark}" if mark else group_name


def attribute_meaning(meaning: str, level: int, level_name: str) -> str:
    """What an attribute is about, and the level that needs it."""
    return f"{meaning} Needed for level {level}, {level_name}."


def activities_lead(count: int) -> str:
    """When the activities of an attribute are asked."""
    return plural(
        count,
        {
            "one": "At full depth {count} named activity is asked for today's state, on the shared scale:",
            "other": "At full depth {count} named activities are asked for today's state, on the shared scale:",
        },
    )


def from_to(before: str, after: str) -> str:
    """From which answer to which an action leads.

    >>> from_to("Not done", "Started")
    'From not done to started'
    """
    return f"From {before.lower()} to {after.lower()}"


def effort(takes: str, point_count: int) -> str:
    """How much work an action takes, and what it counts."""
    return f"{takes} of work, {counted(point_count, 'point')}"


def linkage_source(kind: LinkageKind, lines: str | None) -> str:
    """Where a linkage comes from."""
    return f"{_SOURCES[kind]}, lines {lines}." if lines else f"{_SOURCES[kind]}."


def from_one_to_other(first: str, second: str) -> str:
    """A linkage by its two ends, or a transition.

    >>> from_one_to_other("Reactive", "Proactive")
    'Reactive to Proactive'
    """
    return f"{first} to {second}"
