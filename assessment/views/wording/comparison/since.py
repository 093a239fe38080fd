"""The sentences of two assessments side by side."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from assessment.domain.comparing.results import Movement
from assessment.views.wording.numbers import counted, level_text, listed, long_date, plural, signed_text, whole_text

QUESTION = "Since last time"
NOTHING_EARLIER = (
    "There is no earlier assessment to compare with. Copy this one on the page Assessments when it is assessed again."
)
MOVEMENT_TITLE = "What moved"
MOVEMENT_MEASURE = "Level and target 0 to 5, score 0.0 to 5.0, before and now; what moved most first."
NO_PROCESS = "Neither assessment has a process in scope."
DELTA_TITLE = "What moved, attribute by attribute"
DELTA_MEASURE = "Now minus before in percent points of full achievement, level before to level now."
SIDES_TITLE = "What is compared"

PROCESS_COLUMN = "Process"
LEVEL_BEFORE_COLUMN, LEVEL_COLUMN = "Level before", "Level now"
SCORE_BEFORE_COLUMN, SCORE_COLUMN = "Score before", "Score now"
CHANGE_COLUMN = "Change"
TRACK_COLUMN = "Before (ring), now (dot), target (diamond)"
TARGET_BEFORE_COLUMN, TARGET_COLUMN = "Target before", "Target now"
MOVED_COLUMN = "Moved"
WHY_COLUMN = "Why"
DELTA_LEVEL_COLUMN = "Level"
WHAT_COLUMN, BEFORE_COLUMN, NOW_COLUMN = "What", "Before", "Now"
CHANGE_MEANING = "Score now minus score before"
MOVED_MEANING = "By the scores as they are shown, rounded down to one decimal"
TARGET_MEANING = "Effective target, 0 to 5; another target is no progress"

MOVEMENTS: Mapping[Movement, str] = {
    Movement.IMPROVED: "Improved",
    Movement.SAME: "Same",
    Movement.FELL: "Fell",
    Movement.NEW: "New",
    Movement.LEFT: "Left",
    Movement.NOT_COMPARABLE: "No level on one side",
}
NOT_BEYOND_NOISE = "not beyond noise"
LEGEND_NOISE = "not beyond noise: each score lies in the range of the other"
LEGEND_NOT_THERE = "not there on one side"
NOT_THERE = "not there on one side"
NO_CHANGE = "no change"

IMPROVED_LABEL, FELL_LABEL, SAME_LABEL = "Improved", "Fell", "Same"
AT_TARGET_LABEL, MEAN_LABEL, PEOPLE_LABEL = "At target", "Mean score", "People"

NAME, DATE, UNIT, STATE, PEOPLE = "Assessment", "Date", "Unit", "State", "People"
COVERAGE, VERIFIED, VERSION, DEPTH, BOUND = "Coverage", "Verified", "Framework", "Depth", "Carry bound"
FLOOR, SNAPSHOT = "Anonymity floor", "Snapshot"


def finding(improved_count: int, fell_count: int, same_count: int, day: date) -> str:
    """How many processes moved which way.

    >>> finding(3, 1, 12, date(2025, 9, 15))
    '3 of 16 processes improved since 15 September 2025, 1 fell and 12 stand where they stood.'
    >>> finding(0, 0, 1, date(2025, 9, 15))
    'The one process with a level both times stands where it stood on 15 September 2025.'
    """
    count = improved_count + fell_count + same_count
    since = long_date(day)
    if not count:
        return f"No process had a level on {since} and has one now."
    if count == 1:
        return _only(improved_count, fell_count, since)
    if not improved_count and not fell_count:
        return f"All {counted(count, 'process', 'processes')} stand where they stood on {since}."
    processes = counted(count, "process", "processes")
    if not improved_count:
        return f"No process improved since {since}: {listed(_others(fell_count, same_count))}."
    first = f"{whole_text(improved_count)} of {processes} improved since {since}"
    others = _others(fell_count, same_count)
    return f"{first}, {listed(others)}." if others else f"{first}."


def _only(improved_count: int, fell_count: int, since: str) -> str:
    if improved_count:
        return f"The one process with a level both times improved since {since}."
    if fell_count:
        return f"The one process with a level both times fell since {since}."
    return f"The one process with a level both times stands where it stood on {since}."


def _others(fell_count: int, same_count: int) -> list[str]:
    found = []
    if fell_count:
        found.append(f"{whole_text(fell_count)} fell")
    if same_count:
        stand = {"one": "{count} stands where it stood", "other": "{count} stand where they stood"}
        found.append(plural(same_count, stand))
    return found


def not_beyond_noise(process_names: Sequence[str]) -> str:
    """Which of those that moved did so within what chance would do."""
    return (
        f"Not beyond noise: {listed(process_names)}. Each score lies in the other one's sensitivity range, "
        "so other people of the same kind might as well have answered so."
    )


def targets_changed(changes: Sequence[str]) -> str:
    """Which targets are others now."""
    return f"Targets that are others now: {listed(changes)}. Another target is no progress."


def target_change(process_name: str, before: int, now: int) -> str:
    """One target that is another now."""
    return f"{process_name} (was {level_text(before)}, now {level_text(now)})"


def moved_in_noise(movement: Movement) -> str:
    """Which way a process went, and that it did so no further than chance would carry it."""
    return f"{MOVEMENTS[movement]}, {NOT_BEYOND_NOISE}"


def other_target(target: str, before: str) -> str:
    """A target that is another than before."""
    return f"{target}, was {before}"


def came(process_names: Sequence[str]) -> str:
    """What came into scope."""
    return f"In scope now and not before: {listed(process_names)}."


def left(process_names: Sequence[str]) -> str:
    """What left the scope."""
    return f"In scope before and not now: {listed(process_names)}."


def without_level(process_names: Sequence[str]) -> str:
    """What has no level on one side."""
    return f"Without a level before or now: {listed(process_names)}."


def beyond_noise(count: int) -> str:
    """How many of those that moved did so beyond noise."""
    return f"{whole_text(count)} beyond noise" if count else "None beyond noise"


def was(text: str) -> str:
    """What stood there before."""
    return f"Before: {text}"


def of_processes(count: int, process_count: int) -> str:
    """So many of so many."""
    return f"{whole_text(count)} of {whole_text(process_count)}"


def other_targets(before: str, count: int) -> str:
    """What stood there before, and how many targets are others."""
    return f"Before: {before}; {counted(count, 'target')} changed"


def matched(is_matched: bool) -> str:
    """Whether the same people can be found on both sides."""
    if is_matched:
        return "One is a copy of the other, so that the same people are known on both sides; nobody is named."
    return "Neither is a copy of the other: whether the same people answered both times is not known."


def levels(before: int | None, now: int | None) -> str:
    """Level before and now in one cell.

    >>> levels(1, 3), levels(2, 2), levels(None, 1)
    ('1 to 3', '2', '– to 1')
    """
    return level_text(now) if before == now else f"{level_text(before)} to {level_text(now)}"


def spoken_move(before: str, now: str, target: str) -> str:
    """The drawing of a process in words."""
    return f"before {before}, now {now}, target {target}"


def spoken_delta(attribute_name: str, before: str, now: str, change: float) -> str:
    """A cell of the changes in words."""
    return f"{attribute_name}: {before} before, {now} now ({signed_text(change)})"


def spoken_missing(attribute_name: str) -> str:
    """A cell with no change to tell, in words."""
    return f"{attribute_name}: {NOT_THERE}"


def more(points: int) -> str:
    """The name of a step of the scale of improvements, by its upper edge."""
    return f"up by up to {points}"


def less(points: int) -> str:
    """The name of a step of the scale of falls, by its upper edge."""
    return f"down by up to {points}"


def framework(name: str, version: str) -> str:
    """A framework with its version."""
    return f"{name} {version}"


def now_and_target(score: str, target: str) -> str:
    """What stands at the end of a line of the chart."""
    return f"{score}, target {target}"


def questions_new(names: Sequence[str]) -> str:
    """Questions that only the later one asks."""
    return f"Questions asked now and not before: {listed(names, 6)}."


def questions_gone(names: Sequence[str]) -> str:
    """Questions that only the earlier one asked."""
    return f"Questions asked before and not now: {listed(names, 6)}."


def questions_reworded(names: Sequence[str]) -> str:
    """Questions that are worded otherwise."""
    return f"Questions that are worded otherwise now: {listed(names, 6)}."


def questions_moved(names: Sequence[str]) -> str:
    """Questions that count elsewhere."""
    return f"Questions that count for another attribute or by another weight now: {listed(names, 6)}."
