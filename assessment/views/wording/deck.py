"""The words of the deck that no view has yet: sections, messages made of several views, where each slide is from."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, decimal_text, listed, number_text, plural, whole_text

SECTION_ANSWER = "The answer"
SECTION_STANDING = "Where we stand"
SECTION_FIRST = "What to raise first"
SECTION_PLAN = "The way there"
SECTION_CLOSE = "How sure, and what is next"
SECTION_APPENDIX = "Appendix"

NOW_SERIES = "Now"
AFTER_SERIES = "After the last wave"
TARGET_SERIES = "Target"
AFTER_COLUMN = "After"
NOW_COLUMN = "Now"
LEVEL_AXIS = "Score and level, 0 to 5"
PERCENT_AXIS = "Percent of full achievement"
MOVEMENT_CAPTION = (
    "Now: score as it is, level plus progress to the next. After: score once every funded step is done. "
    "Target: level it should stand at. 0 to 5, the most levels to go first."
)
PERCEPTION_CAPTION = (
    "How far an attribute is done as each side rates it, in percent of full achievement; the widest differences "
    "first. Shown only where each side has as many people as the anonymity floor asks."
)
PROFILE_CAPTION = (
    "N not done, P- started, P+ partly done, L- largely done with many weaknesses, L+ largely done with some, "
    "F fully done. Bold: what holds the level."
)
OWNER_TITLE = "Owner"
INDICATOR_TITLE = "Indicator"
QUOTES_TITLE = "What people said"
QUOTE_COLUMN = "What people said"
FIRST_ACTION_COLUMN = "First action"
DONE_COLUMN = "Done when"
STEP_COLUMN = "Step"
POINTS_COLUMN = "Points"
WAVE_COLUMN = "Wave"
AT_TARGET_SERIES = "Processes at target"
TODAY = "Today"
TOTAL = "All waves"
PROCESS_COLUMN = "Process"
WHAT_COLUMN = "What begins"
WHO_COLUMN = "Who"
FOR_COLUMN = "For"
NEXT_CAPTION = (
    "What has to be there before the first wave, then the first action of each of its steps; those that take "
    "no longer than four weeks first."
)
METHOD_TITLE = "A level counts only when what lies below it is firmly in place"
CLIENT_LOGO = "Logo of the client"
CONSULTANT_LOGO = "Logo of the consultant"


def more_rows(count: int) -> str:
    """Rows that a slide has no room for."""
    return plural(count, {"one": "{count} more, see the report", "other": "{count} more, see the report"})


def part_of(title: str, number: int, count: int) -> str:
    """A message that goes over several slides."""
    return f"{title} ({number} of {count})"


def source(question: str, title: str) -> str:
    """Where the numbers of a slide are from."""
    return f"Source: “{question}” in {title}."


def made_from(snapshot_hash: str, framework: str, product_version: str) -> tuple[str, str]:
    """What the notes of each slide end with; the hash stands alone, so that it stays in one piece."""
    return f"Snapshot {snapshot_hash}", f"{framework}; Plumbline {product_version}"


def perception(process_name: str, attribute_name: str, points: float) -> str:
    """The widest difference between leadership and practitioners."""
    side = "higher" if points > 0 else "lower"
    return (
        f"Leadership rates {attribute_name.lower()} of {process_name} {number_text(abs(points), 0)} points {side} than "
        "the teams."
    )


def perception_same() -> str:
    """There is no difference to speak of."""
    return "Leadership and the teams see the processes alike."


def money(spent: str, wave_count: int, at_target_count: int, process_count: int) -> str:
    """What the plan takes in all and where it leads."""
    waves = counted(wave_count, "wave")
    processes = counted(process_count, "process", "processes")
    return f"{spent} over {waves} bring {whole_text(at_target_count)} of {processes} to target."


def wave_takes(wave_label: str, step_count: int, spent: str) -> str:
    """What a wave takes."""
    return plural(
        step_count,
        {
            "one": f"{wave_label}: {{count}} step takes {spent}.",
            "other": f"{wave_label}: {{count}} steps take {spent}.",
        },
    )


def not_funded(step_count: int, value: float, spent: str) -> str:
    """What is left out, what it would bring and take."""
    points = f"{decimal_text(value)} points of priority"
    return plural(
        step_count,
        {
            "one": f"{{count}} step is not funded: it would bring {points} for {spent}.",
            "other": f"{{count}} steps are not funded: they would bring {points} for {spent}.",
        },
    )


def risks(risk_count: int, widest_count: int, step_count: int) -> str:
    """How many risks there are, and how far the widest reaches."""
    reach = f"{whole_text(widest_count)} of {counted(step_count, 'step')}"
    return plural(
        risk_count,
        {
            "one": f"{{count}} risk is open; it threatens {reach}.",
            "other": f"{{count}} risks are open; the widest threatens {reach}.",
        },
    )


def decisions(count: int) -> str:
    """How many decisions are asked."""
    return plural(count, {"one": "{count} decision is asked today.", "other": "{count} decisions are asked today."})


def next_days(count: int, wave_label: str) -> str:
    """What begins at once."""
    return plural(
        count,
        {
            "one": f"In the next 30 days {{count}} action begins, for {wave_label}.",
            "other": f"In the next 30 days {{count}} actions begin, for {wave_label}.",
        },
    )


def quoted(text: str, who: str) -> str:
    """What somebody said, by role."""
    return f"“{text}” ({who})"


def spoken(finding: str, measure: str) -> str:
    """A chart in words: what it shows, and what is measured; the numbers stand in the table beside it."""
    return f"{finding} {measure}"


def wave_number(number: int) -> str:
    """A wave, short, under a bar."""
    return f"Wave {number}"


def both(texts: Sequence[str]) -> str:
    """Effort and cost of a step in one cell."""
    return listed(texts)


def indicator(unit: str, direction: str) -> str:
    """What an indicator is counted in and which way is better."""
    return f"{unit}, {direction}"


def legend(said: str) -> str:
    """What signs and marks mean, as a sentence; nothing where there are none."""
    return f"{said}." if said else ""
