"""The sentences of the heatmap."""

from __future__ import annotations

from assessment.views.wording.levels import NAMED_COUNT, NO_LEVEL
from assessment.views.wording.numbers import counted, listed, number_text, plural, score_text, whole_text

LEVEL_COLUMN = "Level"
PROCESS_COLUMN = "Process"
NOT_APPLICABLE = "not applicable"
NOTHING_RATED = "nothing rated yet"
NO_GAP = "none"

STATE_NAMES = {"as-is": "As it is", "to-be": "As it should be", "gap": "The gap"}
QUESTIONS = {
    "as-is": "Where every process stands",
    "to-be": "Where every process should stand",
    "gap": "What lies between",
    "projected": "Where the plan leads",
}
LETTERS = (
    "N not done, P- started, P+ partly done, L- largely done with many weaknesses, L+ largely done with some, "
    "F fully done"
)
MEASURES = {
    "as-is": f"How far each attribute is done: {LETTERS}. Level: 0 to 5.",
    "to-be": f"How far each attribute should be done: {LETTERS}. Level: target, 0 to 5.",
    "gap": "To-be minus as-is in percent points of full achievement. Level: target level minus level.",
    "projected": f"How far each attribute is done once every step up to this wave is: {LETTERS}. Level: then, 0 to 5.",
}


def gap_bin(points: int) -> str:
    """The name of a step of the gap scale, by its upper edge."""
    return NO_GAP if points == 0 else f"up to {points}"


def above_bin(points: int | None) -> str:
    """The name of a step of the scale above target, by its upper edge; None for the last."""
    return "above by more than 40" if points is None else f"above by up to {points}"


def at_target(count: int, process_count: int) -> str:
    """How many processes are at their target, as it is."""
    if not process_count:
        return NO_LEVEL
    if process_count == 1:
        return f"The one process with a level is {'at' if count else 'below'} its target."
    processes = counted(process_count, "process", "processes")
    return plural(
        count,
        {
            "one": f"{{count}} of {processes} is at its target.",
            "other": f"{{count}} of {processes} are at their target.",
        },
    )


def common_target(count: int, process_count: int, level: int) -> str:
    """The level most processes are to reach."""
    if process_count == 1:
        return f"The one process with a level is to reach level {level}."
    processes = counted(process_count, "process", "processes")
    return plural(
        count,
        {
            "one": f"{{count}} of {processes} is to reach level {level}.",
            "other": f"{{count}} of {processes} are to reach level {level}.",
        },
    )


def widest_gap(attribute_name: str, mean_points: float) -> str:
    """The attribute with the widest mean gap."""
    return f"The widest gap is in {attribute_name.lower()}: {number_text(mean_points, 0)} points on average."


def no_gap_left() -> str:
    """Every cell is where it should be."""
    return "No gap is left."


def at_target_today(count: int, process_count: int) -> str:
    """How many are at target before the first wave."""
    return f"{whole_text(count)} of {counted(process_count, 'process', 'processes')} at target today."


def at_target_after(count: int, process_count: int, wave_label: str) -> str:
    """How many are at target once a wave is over."""
    return f"{whole_text(count)} of {counted(process_count, 'process', 'processes')} at target after {wave_label}."


def often_held(attribute_names: list[str], process_count: int) -> str:
    """What holds most processes back."""
    return (
        f"Most often the next level is held by {listed(attribute_names)}: in "
        f"{counted(process_count, 'process', 'processes')}. "
        "A level counts only when what lies below it is firmly in place."
    )


def low_confidence(process_names: list[str]) -> str:
    """The hatched rows by name, of many the first: each says so itself where it is read out."""
    return f"Low confidence: {listed(process_names, NAMED_COUNT)}."


def default_targets(count: int, process_count: int, level: int) -> str:
    """How many targets nobody chose for the process itself."""
    if not count:
        return "Every target was set for its process."
    if count == process_count:
        return f"Every target is the default, level {level}."
    one = f"{{count}} target of {process_count} is the default, level {level}. The others were set for the process."
    other = f"{{count}} targets of {process_count} are the default, level {level}. The others were set for the process."
    return plural(count, {"one": one, "other": other})


def cells_by_hand(count: int) -> str:
    """How many cells of the to-be were set by hand."""
    return plural(
        count,
        {
            "one": "{count} cell of the profile was set by hand.",
            "other": "{count} cells of the profile were set by hand.",
        },
    )


def below_in_all(process_count: int, level_count: int) -> str:
    """How far it is in all."""
    levels = counted(level_count, "level")
    return plural(
        process_count,
        {
            "one": f"{{count}} process is below target, {levels} in all.",
            "other": f"{{count}} processes are below target, {levels} in all.",
        },
    )


def furthest(process_name: str, shown_gap: float, target_level: int) -> str:
    """The process with the widest distance."""
    return f"The widest distance is in {process_name}: {score_text(shown_gap)} from its target of {target_level}."


def spoken_cell(attribute_name: str, shown: str, percent: str) -> str:
    """A cell in words, for tooltips and those who listen."""
    return f"{attribute_name}: {shown} ({percent})"


LEGEND_LOW_CONFIDENCE = "low confidence"
LEGEND_PROVISIONAL = "provisional: fewer than half answered"
LEGEND_NOTHING_RATED = "nothing rated"
LEGEND_NOT_APPLICABLE = "not applicable"
