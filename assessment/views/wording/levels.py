"""The sentences of levels and of the distance to target."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, level_text, listed, plural, score_text, whole_text

NO_LEVEL = "No process has a level yet."
NONE_IN_SCOPE = "No process is in scope yet. Choose the processes in Set-up."
NOT_ASSESSED_NOTE = "not assessed"
NOT_APPLICABLE_NOTE = "not applicable"
PROVISIONAL_NOTE = "provisional"
NAMED_COUNT = 3
"""So many processes are named in a note; past them the rest is counted, as each is marked in its row."""

LEVELS_QUESTION = "How many processes stand at each level"
LEVELS_MEASURE = "Processes at each capability level, 0 to 5: now (bar) and as targeted (diamond)."
MOVEMENT_QUESTION = "How far each process has to go"
MOVEMENT_MEASURE = "Score as it is (dot) and target level (diamond), 0 to 5, the most levels to go first."
PROCESSES_QUESTION = "Where every process stands, in numbers"
PROCESSES_MEASURE = "Level 0 to 5, score 0.0 to 5.0, gap as target minus score, coverage in percent of the questions."
LEGEND_PROVISIONAL = "provisional: fewer than half of the questions answered"

WITHOUT_LEVEL_QUESTION = "Processes without a level"
EVERY_ONE_HAS_A_LEVEL = "Every process in scope has a level."
PROCESS_COLUMN = "Process"
STATE_COLUMN = "Why"
TARGET_COLUMN = "Target"

LEVEL_MEANING = "Capability level, 0 to 5"
SCORE_MEANING = "Level plus progress to the next, 0.0 to 5.0, rounded down"
TARGET_MEANING = "Target level, 0 to 5"
GAP_MEANING = "Target minus score as shown; above 0: below target"
LEVELS_TO_GO_MEANING = "Target level minus level; below 0: above target"
COVERAGE_MEANING = "Questions with a value, in percent of those that apply"
BOUND_33020_MEANING = "Level where 85 % (F) is asked of every level below, as ISO/IEC 33020 does"


def could_be(level: int, low: int, high: int) -> str:
    """A level with the others it could be, from `low` to `high`.

    >>> could_be(1, 1, 1), could_be(1, 1, 2), could_be(1, 0, 2), could_be(4, 1, 4)
    ('1', '1 (could be 2)', '1 (could be 0 to 2)', '4 (could be 1 to 3)')
    """
    others = other_levels(level, low, high)
    return f"{level_text(level)} ({others})" if others else level_text(level)


def other_levels(level: int, low: int, high: int) -> str:
    """The levels from `low` to `high` that it could be instead; empty for none.

    >>> other_levels(1, 1, 1), other_levels(1, 1, 2), other_levels(1, 0, 2)
    ('', 'could be 2', 'could be 0 to 2')
    """
    first, last = low if low < level else level + 1, high if high > level else level - 1
    if first > last:
        return ""
    if first == last:
        return f"could be {level_text(first)}"
    return f"could be {level_text(first)} to {level_text(last)}"


def levels_finding(count: int, process_count: int, level: int) -> str:
    """Where most processes stand."""
    processes = counted(process_count, "process", "processes")
    return plural(
        count,
        {
            "one": f"{{count}} of {processes} stands at level {level}.",
            "other": f"{{count}} of {processes} stand at level {level}.",
        },
    )


def furthest(process_names: Sequence[str], level_count: int) -> str:
    """Which processes have furthest to go."""
    names, levels = listed(process_names, 3), counted(level_count, "level")
    return plural(
        len(process_names),
        {"one": f"{names} is {levels} below target.", "other": f"{names} are {levels} below target."},
    )


def none_below() -> str:
    """No process is below its target."""
    return "No process is below its target."


def processes_finding(process_count: int, low_score: float, high_score: float) -> str:
    """From which score to which the processes stand."""
    processes = counted(process_count, "process", "processes")
    if process_count == 1:
        return f"{processes} has a level: its score is {score_text(low_score)}."
    return f"{processes} have a level: their scores run from {score_text(low_score)} to {score_text(high_score)}."


def provisional(process_names: Sequence[str]) -> str:
    """The processes marked as provisional, by name, of many the first."""
    return f"Provisional, fewer than half of the questions answered: {listed(process_names, NAMED_COUNT)}."


def not_assessed(process_names: Sequence[str], scope_count: int) -> str:
    """The processes nobody rated, named apart."""
    return f"{whole_text(len(process_names))} of {whole_text(scope_count)} not assessed: {listed(process_names)}."


def not_applicable(process_names: Sequence[str], scope_count: int) -> str:
    """The processes whose delivery work does not apply, named apart."""
    return f"{whole_text(len(process_names))} of {whole_text(scope_count)} not applicable: {listed(process_names)}."


def not_assessed_count(count: int, scope_count: int) -> str:
    """How many processes nobody rated, where each of them says so itself."""
    return f"{whole_text(count)} of {whole_text(scope_count)} not assessed."


def not_applicable_count(count: int, scope_count: int) -> str:
    """How many processes whose delivery work does not apply, where each of them says so itself."""
    return f"{whole_text(count)} of {whole_text(scope_count)} not applicable."


def spoken_count(count: int) -> str:
    """The bar of a level in words."""
    return counted(count, "process", "processes")


def spoken_movement(score: str, target_level: int) -> str:
    """The drawing of a process's way in words."""
    return f"now {score}, target {target_level}"
