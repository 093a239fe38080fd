"""The words of the process map: what its colours and letters mean, what it finds, and what is said of one process."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.views.wording.numbers import counted, decimal_text, listed, plural, whole_text

QUESTION = "The whole on one picture"
TABLE_TITLE = "Every process in its group"
EMPTY = "No process has a level yet. Collect answers in the Questionnaire."
PROCESS_COLUMN = "Process"
LEVEL_COLUMN, GAP_COLUMN, PRIORITY_COLUMN, PAIN_COLUMN = "Level", "Gap", "Priority", "Pain"
AGREEMENT_COLUMN, CONFIDENCE_COLUMN, LEVERAGE_COLUMN = "Agreement", "Confidence", "Leverage"
LEVERAGE_MEANING = "0 to 1: how much of the others' unmet need lies downstream, halved at each hop."

COLOURS: Mapping[str, str] = {
    "level": LEVEL_COLUMN,
    "gap": GAP_COLUMN,
    "priority": PRIORITY_COLUMN,
    "pain": PAIN_COLUMN,
    "agreement": AGREEMENT_COLUMN,
    "confidence": CONFIDENCE_COLUMN,
}
"""What the map can be coloured by."""
MEANINGS: Mapping[str, str] = {
    "level": "Capability level, 0 to 5.",
    "gap": "Target level minus level, in levels; below 0: above target.",
    "priority": "Place in the order of priority, 1 first; 0: at its target.",
    "pain": "0 none to 5 severe.",
    "agreement": "U unanimous, W within one step, R reliable, T tentative, ! talk first.",
    "confidence": "H high, M medium, L low.",
}
MEASURES: Mapping[str, str] = {
    "level": "In each box the capability level, 0 to 5; the stronger the colour, the higher.",
    "gap": "In each box the target level minus the level, in levels; the stronger the colour, the further to go.",
    "priority": "In each box the place in the order, 1 first; the stronger the colour, the higher the priority.",
    "pain": "In each box how much it hurts, 0 none to 5 severe; the stronger the colour, the more.",
    "agreement": "In each box how far the answers can be relied on; the stronger the colour, the more people agree.",
    "confidence": "In each box how sure the level is; the stronger the colour, the surer.",
}
AGREEMENT_LETTERS: Mapping[str, str] = {
    "unanimous": "U",
    "within-one-step": "W",
    "reliable": "R",
    "tentative": "T",
    "talk-first": "!",
}
CONFIDENCE_LETTERS: Mapping[str, str] = {"high": "H", "medium": "M", "low": "L"}
NO_PRIORITY_SIGN = "0"

EXTENSION_NOTE = "extension"
REACHES_ALL_NOTE = "reaches all"
OUT_OF_SCOPE = "not in scope"
NOT_SAID = "nobody said"
LEGEND_AT_TARGET = "0 at its target"
LEGEND_NO_VALUE = "not applicable"

LINES = (
    "Thick line: stated in the model. Dashed: implied, or of this framework's own. Red with !: broken. "
    "The dot is where it arrives."
)
CHOSEN_EMPTY = "Choose a process to see what it hands to others and what they hand to it."
NO_LINKAGES = "No linkage with another process in scope."


def with_letter(letter: str, name: str) -> str:
    """An entry of a legend: the letter in the box and what it stands for."""
    return f"{letter} {name.lower()}"


def out_of_scope(process_names: Sequence[str], process_count: int) -> str:
    """The processes of the framework that are not assessed here."""
    return f"{whole_text(len(process_names))} of {whole_text(process_count)} not in scope: {listed(process_names)}."


def extensions(process_names: Sequence[str], mark: str) -> str:
    """The processes that the paper does not have."""
    return f"{listed(process_names)}: {mark[:1].lower()}{mark[1:]}."


def gap_step(level_count: int) -> str:
    """A step of the scale of gaps, by its levels."""
    return "none" if level_count == 0 else counted(level_count, "level")


def above_step(level_count: int, *, is_last: bool) -> str:
    """A step of the scale above target."""
    levels = f"{level_count} or more levels" if is_last else counted(level_count, "level")
    return f"above by {levels}"


def priority_step(low: int, high: int | None) -> str:
    """A step of the scale of priority, 0 to 100."""
    return f"above {low}" if high is None else f"up to {high}"


def hub_stands(group_name: str, low_level: int, high_level: int) -> str:
    """Where the processes of the hub stand."""
    levels = f"level {low_level}" if low_level == high_level else f"levels {low_level} to {high_level}"
    return f"{group_name}, on which every other process stands, is at {levels}."


def lowest_level(group_names: Sequence[str], level: int) -> str:
    """In which groups the lowest level is."""
    return f"The lowest level, {level}, is in {listed(group_names, 3)}."


def hurts_most(process_names: Sequence[str], pain: int) -> str:
    """Where it hurts most."""
    return f"It hurts most in {listed(process_names, 3)}: {pain} of 5."


def nothing_hurts() -> str:
    """Nobody said that anything hurts."""
    return "Nobody has said yet where it hurts."


def talk_first(process_names: Sequence[str], process_count: int) -> str:
    """Where people should talk before they rely on the answers."""
    if not process_names:
        return "In no process do people differ so much that they should talk first."
    return f"People should talk first about {listed(process_names, 3)}, out of {whole_text(process_count)}."


def low_confidence(count: int, process_count: int) -> str:
    """How many levels are unsure."""
    if not count:
        return "Confidence is low in no process."
    return f"Confidence is low in {whole_text(count)} of {counted(process_count, 'process', 'processes')}."


def spoken(process_name: str, said: str) -> str:
    """A box in words."""
    return f"{process_name}: {said}"


def sentence(said: str) -> str:
    """Words that stand alone, with a full stop."""
    return f"{said}."


def spoken_level(level: int, name: str, score: str) -> str:
    """A level in words."""
    return f"level {level} ({name.lower()}), score {score}"


def spoken_gap(gap: str, target_level: int) -> str:
    """A gap in words."""
    return f"{gap} to target level {target_level}"


def spoken_priority(rank: int, priority: float) -> str:
    """A priority in words."""
    return f"place {rank}, priority {decimal_text(priority)} of 100"


def spoken_at_target() -> str:
    """A process without a need."""
    return "at its target, no priority"


def spoken_pain(pain: str) -> str:
    """A pain in words."""
    return f"pain {pain} of 5"


def spoken_state(name: str, state: str) -> str:
    """Agreement or confidence in words."""
    return f"{name.lower()} {state.lower()}"


def leverage(share: float, place: int, process_count: int) -> str:
    """How much a process helps the others."""
    return (
        f"Leverage {decimal_text(share, 2)} of 1, number {place} of {process_count}: "
        "so much of what others still need hangs on it."
    )


def blocks(process_names: Sequence[str]) -> str:
    """Which processes cannot reach their target before this one rises."""
    return f"It blocks {listed(process_names)}, whose target needs it higher than it stands."


def blocks_nobody() -> str:
    """No process waits for this one."""
    return "It blocks no other process."


def blocked_by(process_names: Sequence[str], level: int) -> str:
    """Which processes have to rise before this one reaches its target."""
    return f"It is blocked by {listed(process_names)}: its own target needs level {level} there."


def reaches_all(count: int) -> str:
    """Linkages with every process, which are no lines."""
    return plural(
        count,
        {
            "one": "{count} more linkage joins it with every other process; that is no line on the map.",
            "other": "{count} more linkages join it with every other process; they are no lines on the map.",
        },
    )


def line_counts(out_count: int, in_count: int, broken_count: int) -> str:
    """How many lines leave and arrive, and how many are broken."""
    receivers, suppliers = (counted(count, "process", "processes") for count in (out_count, in_count))
    said = f"It hands over to {receivers} and receives from {suppliers}"
    broken = plural(
        broken_count, {"one": "{count} of these lines is broken", "other": "{count} of these lines are broken"}
    )
    return f"{said}; {broken}." if broken_count else f"{said}; none of these lines is known to be broken."
