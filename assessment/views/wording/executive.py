"""The sentences of the executive page: the answer, what each wave takes, what is to be decided, and how sure it is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from assessment.views.wording.numbers import (
    counted,
    decimal_text,
    level_text,
    listed,
    month_text,
    number_text,
    percent_text,
    plural,
    score_text,
    share_text,
    unbroken,
    whole_text,
)
from assessment.views.wording.steps import move_text

QUESTION = "In one page"
CHART_TITLE = "Where each process stands, and where the plan leads"
CHART_MEASURE = "Score 0 to 5, largest gap first."
NOW_KEY, AFTER_KEY, TARGET_KEY, PROVISIONAL_KEY = "now", "after the plan", "target", "provisional"
FIRST_TITLE = "What to raise first"
WAVES_TITLE = "What it takes, wave by wave"
WAVES_MEASURE = "Points of effort, person-days, cost; processes at target once the wave is over."
DECISIONS_TITLE = "Decisions asked"
SURENESS_TITLE = "How sure this is"
PROCESS_COLUMN, TRACK_COLUMN, NOW_COLUMN, AFTER_COLUMN, TARGET_COLUMN = "Process", "0 to 5", "Now", "After", "Target"
MOVE_COLUMN, BUSINESS_COLUMN, FACTS_COLUMN = "Level", "What it means to the business", "What stands out"
WAVE_COLUMN, TIME_COLUMN, POINTS_COLUMN = "Wave", "When", "Points"
DAYS_COLUMN, COST_COLUMN = "Days", "Cost"
MOVES_COLUMN, AT_TARGET_COLUMN = "What moves", "At target"
TOTAL, NOT_FUNDED = "Total", "Not funded"
NO_STEP = "No step is needed."
NO_OWNER = "No owner."
ON_PAPER_ONLY = "On paper only."
TALK_FIRST = "People see it differently."
LOW_CONFIDENCE = "Low confidence."
SMALL_NUMBERS = (
    "no",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
)
MONTHS_A_QUARTER = 3


def standing(at_target_count: int, process_count: int) -> str:
    """How many processes are where they should be.

    >>> standing(4, 17), standing(1, 3)
    ('4 of 17 processes are where they should be.', '1 of 3 processes is where it should be.')
    """
    if process_count == 1:
        return f"The one process with a level is {'where it should be' if at_target_count else 'below its target'}."
    processes = counted(process_count, "process", "processes")
    return plural(
        at_target_count,
        {
            "one": f"{{count}} of {processes} is where it should be.",
            "other": f"{{count}} of {processes} are where they should be.",
        },
    )


def span(month_count: int) -> str:
    """How long it takes: in quarters where it is whole ones.

    >>> [span(months).replace("\u00a0", " ") for months in (12, 3, 8, 1)]
    ['four quarters', 'one quarter', 'eight months', 'one month']
    """
    in_quarters = month_count % MONTHS_A_QUARTER == 0
    count = month_count // MONTHS_A_QUARTER if in_quarters else month_count
    noun = "quarter" if in_quarters else "month"
    number = SMALL_NUMBERS[count] if count < len(SMALL_NUMBERS) else whole_text(count)
    return unbroken(f"{number} {noun}" if count == 1 else f"{number} {noun}s")


def brings(takes: str, month_count: int, there_count: int, process_count: int) -> str:
    """What is spent, and how many processes are where they should be then."""
    there = "it" if process_count == 1 else whole_text(there_count)
    return f"{takes} over {span(month_count)} brings {there} there."


def raises(takes: str, month_count: int, moving_count: int) -> str:
    """What is spent where no further process gets to its target."""
    processes = counted(moving_count, "process", "processes")
    return f"{takes} over {span(month_count)} raises {processes}; none more is there by then."


def points_taken(points: int) -> str:
    """Points of effort as what a plan takes."""
    return f"{counted(points, 'point')} of effort"


def days_taken(days: float) -> str:
    """Person-days as what a plan takes."""
    return f"{number_text(days)} person-days"


def more_rows(count: int) -> str:
    """The processes that the chart has no room for."""
    return plural(count, {"one": "{count} more has a smaller gap.", "other": "{count} more have smaller gaps."})


def spoken_row(now_score: float | None, after_score: float | None, target_level: int) -> str:
    """A row of the chart in words."""
    return f"now {score_text(now_score)}, after the last wave {score_text(after_score)}, target {target_level}"


def seen_apart(attribute_name: str, points: float) -> str:
    """Leadership and teams see an attribute differently.

    >>> seen_apart("Process control", 60.0), seen_apart("Measurement", -24.6)
    ('Leadership rates process control 60 points higher than the teams.', \
'Leadership rates measurement 25 points lower than the teams.')
    """
    direction = "higher" if points > 0 else "lower"
    return f"Leadership rates {attribute_name.lower()} {whole_text(abs(points))} points {direction} than the teams."


def needs_first(process_names: Sequence[str]) -> str:
    """What keeps it waiting."""
    return f"Waits for {listed(process_names, 1)}."


def wave_name(number: int) -> str:
    """The name of a wave."""
    return f"Wave {number}"


def wave_time(first_month: int, last_month: int, starts_on: date | None, ends_on: date | None) -> str:
    """The months of a wave, by the calendar where the roadmap has a start."""
    if starts_on is not None and ends_on is not None:
        first, last = month_text(starts_on), month_text(ends_on)
        return first if first == last else f"{unbroken(first)} to {unbroken(last)}"
    if first_month == last_month:
        return f"month {first_month}"
    return f"months {unbroken(f'{first_month} to {last_month}')}"


def moving(count: int) -> str:
    """How many processes move in all."""
    return counted(count, "process", "processes")


def fund_wave(number: int, time: str, spent: str) -> str:
    """Ask for the first wave."""
    return f"Fund wave {number} ({time}): {spent}."


def give_capacity(step_count: int) -> str:
    """Ask for room where nothing has any."""
    steps = counted(step_count, "step")
    return f"Give the waves capacity: of {steps} none is funded."


def name_owners(process_names: Sequence[str]) -> str:
    """Ask for owners of what moves."""
    return plural(
        len(process_names),
        {
            "one": f"Name the owner of {listed(process_names)}: it moves and nobody answers for it.",
            "other": f"Name the owners of {listed(process_names, 3)}: they move and nobody answers for them.",
        },
    )


def confirm_pin(process_name: str, from_level: int, to_level: int, wave: int, points: float) -> str:
    """Ask whether what was set by hand stays, and say what that costs."""
    step = f"{process_name}, level {move_text(from_level, to_level)}"
    place = f"in wave {wave}" if wave else "left out"
    return f"Confirm or lift what was set by hand: {step}, {place}. It costs the plan {decimal_text(points)} points."


def change_target(supplier_name: str, level: int, receiver_name: str, receiver_level: int) -> str:
    """Ask for one of two targets to change."""
    return (
        f"Raise the target of {supplier_name} to level {level}, or lower that of {receiver_name}, which leans on it "
        f"to reach level {receiver_level}."
    )


def verify_answers(process_names: Sequence[str]) -> str:
    """Ask for a second look at what the order rests on."""
    return f"Have a second person verify the answers on {listed(process_names)}: the order rests on them."


def basis(people_count: int, coverage_share: float, verified_count: int, rated_count: int) -> str:
    """Who answered, how much, and what was verified."""
    people = plural(people_count, {"one": "{count} person answered", "other": "{count} people answered"})
    return (
        f"{people}; {share_text(coverage_share)} of the questions have a value; "
        f"{whole_text(verified_count)} of {counted(rated_count, 'value')} verified by a second person."
    )


def talk_first(process_names: Sequence[str]) -> str:
    """Where people see things differently."""
    return f"People should talk first about {listed(process_names, 3)}."


def agreed_enough() -> str:
    """No process where people differ much."""
    return "On no process do people differ so much that they should talk first."


def places(shares: Sequence[tuple[str, float]], draw_count: int) -> str:
    """How often the first four stay among the first three."""
    said = listed([f"{name} in {unbroken(share_text(share))}" for name, share in shares])
    return f"Among the first three of {whole_text(draw_count)} draws: {said}."


def bound_changes(changed_count: int, process_count: int) -> str:
    """What the stricter bound would change."""
    bound = f"Where {percent_text(85)} is asked of every level below (ISO/IEC 33020)"
    if not changed_count:
        return f"{bound}, every level stays as it is."
    return plural(
        changed_count,
        {
            "one": f"{bound}, {{count}} of {whole_text(process_count)} stands lower.",
            "other": f"{bound}, {{count}} of {whole_text(process_count)} stand lower.",
        },
    )


def without_a_place(provisional: Sequence[str], apart_count: int) -> str:
    """Who is provisional and stands not among the first, and how many have no level."""
    apart = plural(
        apart_count,
        {
            "one": "{count} process has no level, see the chart.",
            "other": "{count} processes have no level, see the chart.",
        },
    )
    if not provisional:
        return apart if apart_count else "No process is provisional or without a level."
    said = f"Provisional, so not among the first: {listed(provisional, 3)}."
    return f"{said} {apart}" if apart_count else said


def where_the_rest_is(basis_sentence: str) -> str:
    """The foot."""
    return f"{basis_sentence} The full report has the profiles, the answers, every step and the method."


def level_move(level: int | None, target_level: int) -> str:
    """From which level to which target."""
    return unbroken(f"{level_text(level)} to {target_level}")
