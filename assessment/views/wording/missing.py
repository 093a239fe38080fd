"""The sentences about what is missing in an assessment."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.missing import MissingKind
from assessment.views.wording.assessments import SEPARATOR
from assessment.views.wording.numbers import counted, plural, whole_text

QUESTION = "What is missing?"
NOTHING = "Nothing is missing."
WHERE_COLUMN, WHAT_COLUMN = "Where", "What"
OTHER_TARGETS = "All other processes"

TITLES: Mapping[MissingKind, str] = {
    MissingKind.NOBODY_ASKED: "Nobody is asked",
    MissingKind.UNANSWERED: "Not answered",
    MissingKind.DONT_KNOW: "Somebody doesn't know",
    MissingKind.SPLIT: "The room is split",
    MissingKind.NO_EVIDENCE: "Good, without evidence",
    MissingKind.UNVERIFIED: "Agreed, not verified",
    MissingKind.TARGET: "Targets without who and why",
    MissingKind.SERVICE: "Services without processes",
    MissingKind.UNRELEASED: "Words not released",
}
ADVICE: Mapping[MissingKind, str] = {
    MissingKind.NOBODY_ASKED: "Ask somebody, or take the process out of scope.",
    MissingKind.UNANSWERED: "Remind these people, or answer together with them.",
    MissingKind.DONT_KNOW: "Find somebody who knows, or agree on a value in the room.",
    MissingKind.SPLIT: "Talk it over, and agree on a value.",
    MissingKind.NO_EVIDENCE: "The value is largely or fully done: write down what was seen, and where.",
    MissingKind.UNVERIFIED: "Let a second person confirm what the room agreed on.",
    MissingKind.TARGET: "Write down why the target is right, and who approved it.",
    MissingKind.SERVICE: "Say which processes the service leans on.",
    MissingKind.UNRELEASED: "Read them, and release what may be quoted; what stays unreleased is quoted nowhere.",
}
WHAT: Mapping[MissingKind, str] = {
    MissingKind.NOBODY_ASKED: "Nobody is asked about it",
    MissingKind.SPLIT: "The two middle answers are far apart",
    MissingKind.NO_EVIDENCE: "No evidence",
    MissingKind.UNVERIFIED: "Not verified by a second person",
    MissingKind.SERVICE: "Leans on no process in scope",
}


def how_much(count: int) -> str:
    """How many things are missing."""
    if not count:
        return NOTHING
    return plural(count, {"one": "{count} thing is missing", "other": "{count} things are missing"})


def count(entry_count: int) -> str:
    """A count alone."""
    return whole_text(entry_count)


def place(*names: str) -> str:
    """Where something is, from the widest to the narrowest."""
    return SEPARATOR.join(name for name in names if name)


def nothing_answered(asked_count: int) -> str:
    """Somebody has not begun."""
    return f"None of {counted(asked_count, 'question')} answered"


def unanswered(left_count: int, asked_count: int) -> str:
    """How many questions of a process somebody left open."""
    return f"{whole_text(left_count)} of {counted(asked_count, 'question')} not answered"


def dont_know(people_count: int, answered_count: int) -> str:
    """How many of those who answered said that they don't know."""
    verb = "doesn't know" if people_count == 1 else "don't know"
    return f"{whole_text(people_count)} of {whole_text(answered_count)} {verb}"


def unreleased(held_count: int, note_count: int) -> str:
    """How many notes of a process are not released."""
    return f"{whole_text(held_count)} of {counted(note_count, 'note')} not released"


def target(*, lacks_reason: bool, lacks_approver: bool) -> str:
    """What a target has not got."""
    if lacks_reason and lacks_approver:
        return "Neither reason nor approver"
    return "No reason" if lacks_reason else "No approver"


def usual_targets(process_count: int) -> str:
    """Processes that stand at the target of all."""
    return plural(
        process_count,
        {
            "one": "{count} process has the default target, which has neither reason nor approver",
            "other": "{count} processes have the default target, which has neither reason nor approver",
        },
    )
