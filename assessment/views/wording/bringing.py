"""What is said of another version of a framework: that there is one, what it would change, what is kept, what goes."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.bringing import ItemChangeKind
from assessment.views.wording.numbers import counted, listed, plural

QUESTION = "What would the newer version change?"
THE_FRAMEWORK = "The framework that is installed"
LEVELS_TITLE = "Levels and targets, before and after"
LEVELS_MEASURE = "0 to 5, from the answers as they are now."
PROCESS, LEVEL_BEFORE, LEVEL_AFTER = "Process", "Level now", "Level after"
TARGET_BEFORE, TARGET_AFTER, DIFFERENCE = "Target now", "Target after", "Differs"
ITEMS_TITLE = "Questions that differ"
QUESTION_COLUMN, CHANGE_COLUMN, ANSWERS_COLUMN = "Question", "What became of it", "Answers so far"
NO_ITEM = "No question differs."
LOST_TITLE = "What has no place any more"
LOST_COLUMN, COUNT_COLUMN, OF_COLUMN = "What", "How many", "Of"
NOTHING_LOST = "Nothing is lost: everything that was entered has its place in the newer version."
VERSION_FACT, KEPT_FACT, LOST_FACT, ITEMS_FACT = "Version", "Kept", "Without a question", "Questions"
DIFFERS, GONE = "Differs", "Gone"
CHANGES: Mapping[ItemChangeKind, str] = {
    ItemChangeKind.NEW: "new",
    ItemChangeKind.GONE: "gone",
    ItemChangeKind.REWORDED: "other words",
    ItemChangeKind.MOVED: "counts elsewhere",
}
NOUNS: Mapping[str, tuple[str, str]] = {
    "Rating": ("answer", "answers"),
    "AgreedValue": ("agreed value", "agreed values"),
    "Note": ("note", "notes"),
    "EvidenceFile": ("file of evidence", "files of evidence"),
    "Flag": ("flag", "flags"),
    "Feedback": ("comment on a question", "comments on questions"),
    "Respondent": ("person", "people"),
    "Opinion": ("view of pain and importance", "views of pain and importance"),
    "Assignment": ("choice of what is asked", "choices of what is asked"),
    "Target": ("target", "targets"),
    "Owner": ("owner", "owners"),
    "Readiness": ("answer on readiness", "answers on readiness"),
    "Technology": ("tool", "tools"),
    "Sourcing": ("sourcing", "sourcings"),
    "LinkageRating": ("rated hand-off", "rated hand-offs"),
    "TransitionPlace": ("transition", "transitions"),
    "CriticalService": ("critical service", "critical services"),
    "RoadmapSettings": ("setting of the roadmap", "settings of the roadmap"),
    "PlannedAction": ("action of the team", "actions of the team"),
    "OwnText": ("text of your own", "texts of your own"),
    "AgendaSlot": ("place on the agenda", "places on the agenda"),
    "VoteRound": ("round of votes", "rounds of votes"),
    "ParkedPoint": ("parked point", "parked points"),
    "Decision": ("decision", "decisions"),
    "HeldSession": ("session that was held", "sessions that were held"),
    "SavedPlan": ("saved plan", "saved plans"),
    "RunningStep": ("step under way", "steps under way"),
    "SignOffClaim": ("sign-off that a file spoke of", "sign-offs that a file spoke of"),
}
SAME_WORDS_NOTE = (
    "An answer stays where its question has other words. Where a statement moved, ask again before you compare with "
    "an earlier year."
)


def newer(name: str, version: str, installed: str) -> str:
    """A newer version is installed than the one that is answered."""
    what = f"an earlier wording of {name} {version}" if version == installed else f"{name} {version}"
    there = "Another wording" if version == installed else f"Version {installed}"
    stays = "the assessment stays as it is until you bring it over."
    return f"This assessment answers {what}. {there} is installed; {stays}"


def newest(name: str, version: str) -> str:
    """Nothing newer is installed."""
    return f"This assessment answers {name} {version}. No newer version is installed."


def versions(before: str, after: str) -> str:
    """From which version to which."""
    return f"{before}, reworded" if before == after else f"{before} to {after}"


def finding(question_count: int, process_count: int, lost_count: int) -> str:
    """What it comes to, in one sentence.

    >>> finding(3, 0, 0)
    '3 questions differ, no process changes its level or target, and nothing is lost.'
    """
    questions = plural(question_count, {"one": "{count} question differs", "other": "{count} questions differ"})
    if not question_count:
        questions = "No question differs"
    processes = plural(
        process_count,
        {"one": "{count} process changes its level or target", "other": "{count} processes change level or target"},
    )
    if not process_count:
        processes = "no process changes its level or target"
    lost = "nothing is lost" if not lost_count else f"{counted(lost_count, 'entry', 'entries')} would go"
    return f"{questions}, {processes}, and {lost}."


def answers(count: int) -> str:
    """How many answers."""
    return counted(count, "answer")


def items(counts: Mapping[ItemChangeKind, int]) -> str:
    """How many questions changed in which way."""
    found = [f"{counts[kind]} {CHANGES[kind]}" for kind in ItemChangeKind if counts.get(kind)]
    return listed(found) if found else NO_ITEM


def entries(kind: str, count: int) -> str:
    """A kind of entry in the number it has."""
    return NOUNS[kind][0] if count == 1 else NOUNS[kind][1]


def trimmed(kind: str, count: int) -> str:
    """Entries that keep all but what the newer version does not know."""
    one, many = NOUNS[kind]
    return counted(count, f"{one} loses a part", f"{many} lose a part") + " that the newer version does not know."


def new_processes(names: list[str]) -> str:
    """Processes that come along, out of scope."""
    return f"New in it, and not in scope until you put them there: {listed(names)}."


def gone_processes(names: list[str]) -> str:
    """Processes in scope that go."""
    return f"Not in it any more, with all that was said of them: {listed(names)}."


def found(version: str | None) -> str:
    """What is installed by now."""
    return "none that is newer" if version is None else version


def copy_name(name: str, version: str, limit: int) -> str:
    """The name of the copy of what was before, at most `limit` characters long.

    >>> copy_name("Year one", "1.0.0", 300)
    'Year one, on 1.0.0'
    """
    suffix = f", on {version}"
    return name[: limit - len(suffix)].rstrip() + suffix


def question_of(process_name: str, question_name: str) -> str:
    """A question with its process."""
    return f"{process_name}: {question_name}"


def hand_off(one: str, other: str) -> str:
    """From one end to the other."""
    return f"{one} to {other}"
