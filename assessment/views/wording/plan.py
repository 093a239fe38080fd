"""The sentences of the roadmap as a whole: waves, what they take and lead to, and what was set by hand."""

from __future__ import annotations

from assessment.domain.planning.results import Wave
from assessment.views.wording.numbers import (
    counted,
    decimal_text,
    listed,
    month_text,
    number_text,
    plural,
    unbroken,
    whole_text,
)
from assessment.views.wording.steps import move_text, points_text

QUESTION = "What moves when"
EMPTY = "No step is needed. Raise a target in Set-up to plan further."
WAVES_TITLE = "Levels that each process moves through, wave by wave"
WAVES_MEASURE = (
    "From which level to which each process moves in each wave; a level is 0 to 5, effort is in points: "
    "an action of days counts 1, of weeks 2, of a quarter 3."
)
STEPS_TITLE = "The steps, wave by wave"
STEPS_MEASURE = (
    "Level: from where to where. Value: points of priority that the step earns. Effort: points; "
    "an action of days counts 1, of weeks 2, of a quarter 3."
)
PINS_TITLE = "What each pin costs"
PINS_MEASURE = (
    "Worth of a plan: the value of each step, times the number of waves from its own to the last, in points. "
    "Without: the best plan that keeps the other pins."
)
NOT_FUNDED = "Not funded"
NO_PINS = "No step is set by hand."
NOT_FUNDED_EMPTY = "Every step has a wave."
WAVE_EMPTY = "No step is in this wave."

PIN_COLUMN = "Set by hand"
PLACE_COLUMN = "Wave"
WITH_COLUMN = "Worth with it"
WITHOUT_COLUMN = "Worth without it"
PIN_COST_COLUMN = "What it costs"

STEPS_FACT = "Steps planned"
MOVING_FACT = "Processes that move"
NOT_FUNDED_FACT = "Not funded"
POINTS_NOTE = "points of all waves"
EFFORT_TOTAL = "Effort, in points"
LEGEND_NOT_FUNDED = "not funded"


def legend_pinned(cost: float | None) -> str:
    """What the sign of a pin means, and what all pins cost; None where that is not known."""
    if cost is None:
        return "wave set by hand"
    return f"wave set by hand, which costs the plan {decimal_text(cost)} points of its worth"


def wave_label(wave: Wave) -> str:
    """The name of a wave and its months: by the calendar where the roadmap has a start, else counted."""
    if wave.starts_on is not None and wave.ends_on is not None:
        first, last = month_text(wave.starts_on), month_text(wave.ends_on)
        return f"Wave {wave.number} ({first})" if first == last else f"Wave {wave.number} ({first} to {last})"
    if wave.first_month == wave.last_month:
        return f"Wave {wave.number} (month {wave.first_month})"
    return f"Wave {wave.number} (months {wave.first_month} to {wave.last_month})"


def in_person_days(amount: str) -> str:
    """An amount of person-days, in one piece."""
    return unbroken(f"{amount} person-days")


def of_all_budgets(budget: str) -> str:
    """What all waves together may take."""
    return f"of {budget}"


def of_budget(amount: str | None, budget: str | None) -> str | None:
    """What is taken of a budget; the amount alone where there is no budget, None where nothing is known."""
    return amount if amount is None or budget is None else f"{amount} of {budget}"


def person_days(days: float | None, budget: str | None) -> str | None:
    """Person-days, of those there are where they are limited; None where a point stands for none."""
    amount = None if days is None else of_budget(number_text(days), budget)
    return None if amount is None else in_person_days(amount)


def spent_text(effort_count: int, capacity_count: int | None, days: str | None, cost: str | None) -> str:
    """What a wave, or what is left out, takes: points, of those there are where they are limited, days and money."""
    points = (
        points_text(effort_count)
        if capacity_count is None
        else f"{whole_text(effort_count)} of {points_text(capacity_count)}"
    )
    return listed([points, *(amount for amount in (days, cost) if amount is not None)])


def wave_summary(step_count: int, spent: str) -> str:
    """How many steps a wave has and what they take."""
    return plural(
        step_count,
        {"one": f"{{count}} step takes {spent}.", "other": f"{{count}} steps take {spent}."},
    )


def at_target_after(count: int, process_count: int) -> str:
    """How many processes are at target once a wave is over."""
    if process_count == 1:
        return f"The one process with a level is {'at' if count else 'below'} its target then."
    processes = counted(process_count, "process", "processes")
    return plural(
        count,
        {
            "one": f"{{count}} of {processes} is at target then.",
            "other": f"{{count}} of {processes} are at target then.",
        },
    )


def in_waves(wave_count: int) -> str:
    """Over how many waves."""
    return plural(wave_count, {"one": "in {count} wave", "other": "in {count} waves"})


def of_capacity(effort_count: int, capacity_count: int) -> str:
    """How much of the capacity of all waves is used."""
    return f"{whole_text(effort_count)} of {whole_text(capacity_count)}"


def raised_to(level: int) -> str:
    """What the colour of a cell says."""
    return f"raised to level {level}"


def spoken_steps(from_level: int, to_level: int, value: float, spent: str) -> str:
    """The steps of a process in one wave, for tooltips and those who listen."""
    return f"Level {from_level} to {to_level} brings {decimal_text(value)} points of priority and takes {spent}"


def left_for_later(spent: str) -> str:
    """What the steps that are not funded would take."""
    return f"{spent} more"


def no_step_needed(process_count: int) -> str:
    """Every process is where it should be."""
    return plural(
        process_count,
        {
            "one": "No step is needed: the {count} process with a level is at or above its target.",
            "other": "No step is needed: all {count} processes with a level are at or above their targets.",
        },
    )


def none_funded(step_count: int) -> str:
    """Nothing has a wave."""
    return plural(step_count, {"one": "The only step is not funded.", "other": "None of the {count} steps is funded."})


def leads_to(step_count: int, wave_count: int, at_target_count: int, process_count: int, today_count: int) -> str:
    """Where the plan leads, in one sentence."""
    steps, waves = counted(step_count, "step"), counted(wave_count, "wave")
    if process_count == 1 and not today_count:
        place = "at target; today it is below" if at_target_count else "nearer to its target, not yet at it"
        return f"After {steps} in {waves}, the one process with a level is {place}."
    processes = counted(process_count, "process", "processes")
    return plural(
        at_target_count,
        {
            "one": f"After {steps} in {waves}, {{count}} of {processes} is at target; today it is {today_count}.",
            "other": f"After {steps} in {waves}, {{count}} of {processes} are at target; today it is {today_count}.",
        },
    )


def proven() -> str:
    """The plan has no pin and is proven best."""
    return "No other plan within these capacities is worth more."


def worth_with_pins(pin_count: int, with_pins: float, without_pins: float) -> str:
    """What the plan is worth with what was set by hand, and what it would be worth without."""
    with_text, without_text = decimal_text(with_pins), decimal_text(without_pins)
    return plural(
        pin_count,
        {
            "one": f"With {{count}} pin the plan is worth {with_text} points; without it, {without_text}.",
            "other": f"With {{count}} pins the plan is worth {with_text} points; without them, {without_text}.",
        },
    )


def target_named() -> str:
    """What the name of a step above the target means."""
    return (
        "A step is named by the level it lands on. Where that is above the target, value and effort count up to "
        "the target."
    )


def pin_place(wave: int) -> str:
    """Where a pin puts its step."""
    return f"wave {wave}" if wave else "left out"


def pin_cost(points: float) -> str:
    """What a pin takes from the worth of the plan."""
    return "nothing" if decimal_text(points) == decimal_text(0.0) else unbroken(f"{decimal_text(points)} points")


def pin_line(process_name: str, from_level: int, to_level: int, wave: int) -> str:
    """A pin of a step there is."""
    return f"{process_name} {move_text(from_level, to_level)}: {pin_place(wave)}"


def stray_pin_line(process_name: str, to_level: int, wave: int) -> str:
    """A pin of a step that the plan no longer has."""
    return f"{process_name} to level {to_level}, which is no step now: {pin_place(wave)}"


def effort_line(process_name: str, from_level: int, to_level: int, point_count: int) -> str:
    """An effort of a step there is."""
    return f"{process_name} {move_text(from_level, to_level)}: {points_text(point_count)}"


def stray_effort_line(process_name: str, to_level: int, point_count: int) -> str:
    """An effort of a step that the plan no longer has."""
    return f"{process_name} to level {to_level}, which is no step now: {points_text(point_count)}"
