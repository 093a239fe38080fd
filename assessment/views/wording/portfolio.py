"""The words of portfolios: units side by side, what they could do for each other, and how others stand."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.portfolio.comparable import Bar
from assessment.domain.portfolio.portfolio import Against
from assessment.domain.portfolio.sharing import COMMON_SHARE, LEVELS_ABOVE
from assessment.domain.portfolio.spread import UNITS_FOR_MEDIAN, UNITS_FOR_QUARTILES
from assessment.views.wording.numbers import (
    bound_text,
    counted,
    level_text,
    listed,
    number_text,
    plural,
    rounded,
    score_text,
    share_text,
    unbroken,
    whole_text,
)

QUESTION = "How the units compare"
UNITS_TITLE = "Unit by unit"
HEATMAP_TITLE = "Every process in every unit"
SPREAD_TITLE = "How far the units lie apart"
LENDERS_TITLE = "Who could lend practice"
GAPS_TITLE = "The same gap in many units: do it once"
OTHERS_TITLE = "What others have"
OTHERS_MEASURE = "Levels 0 to 5, as somebody outside published them."
BAND_COLUMN, ORGANISATIONS_COLUMN = "Their quartiles", "Organisations"
FIRST_TITLE = "What units raise first"
APART_TITLE = "Not compared, and why"

BENCHMARK = "Benchmark"
UNIT_COLUMN, DATE_COLUMN, PEOPLE_COLUMN, COVERAGE_COLUMN = "Unit", "Assessed", "People", "Answered"
VERIFIED_COLUMN, AT_TARGET_COLUMN, MEAN_COLUMN, FLOOR_COLUMN = "Verified", "At target", "Mean score", "Floor"
LEVELS_COLUMN, FIRST_COLUMN, EFFORT_COLUMN = "Levels 0 to 5", "First three", "Effort planned"
DAYS_COLUMN, COST_COLUMN, STATE_COLUMN, HASH_COLUMN = "Days planned", "Cost planned", "State", "Snapshot"
PROCESS_COLUMN, MEDIAN_COLUMN, QUARTILES_COLUMN, RANGE_COLUMN = "Process", "Median", "Quartiles", "Lowest to highest"
COUNT_COLUMN, BELOW_COLUMN, NAMED_FIRST_COLUMN = "Units with a level", "Below target", "Among the first three"
OTHERS_COLUMN, AGAINST_COLUMN, SOURCE_COLUMN, DRAWN_COLUMN = (
    "Median of others",
    "Against others",
    "Source",
    "Levels 0 to 5",
)
LEVEL_COLUMN, LENDS_COLUMN, TO_COLUMN = "Level", "Could lend practice", "To whom"
ATTRIBUTE_COLUMN, HELD_COLUMN, IN_UNITS_COLUMN, WHY_COLUMN = "What holds it", "Units held", "Which", "Why"
PLANS_TITLE = "What every unit raises first and plans"
UNITS_MEASURE = "Levels: how many processes stand at level 0, 1, 2, 3, 4 and 5. Mean score and floor from 0 to 5."
PLANS_MEASURE = "Effort in points, days in person-days, of the funded steps of the plan."
LENDERS_MEASURE = "Beside each unit its level. To whom: units at the median or under it that are below their target."
GAPS_MEASURE = "Of the compared units that have a level in the process and are below their target there."
FIRST_MEASURE = "Of the compared units: how many name a process among the three to raise first."
APART_MEASURE = "They are shown beside the others and enter no median."

UNIT_MEANING = "The unit, or where none is named the assessment. Two of one name are two."
PEOPLE_MEANING = "People asked"
COVERAGE_MEANING = "Share of the questions that count with a value"
VERIFIED_MEANING = "Values that a second person verified, of those there are"
AT_TARGET_MEANING = "Processes at their target or above, of those with a level"
LEVELS_MEANING = "How many processes stand at level 0, 1, 2, 3, 4 and 5"
MEAN_MEANING = "Mean score of the processes with a level, weighted by importance, 0 to 5"
FLOOR_MEANING = "The lowest level of any process"
FIRST_MEANING = "The three processes to raise first, by priority"
EFFORT_MEANING = "Points of effort of the funded steps of the plan"
DAYS_MEANING = "Person-days of the funded steps, where the plan has a price"
COST_MEANING = "Cost of the funded steps, where the plan has a price"
MEDIAN_MEANING = f"The middle of the levels of the compared units, from {UNITS_FOR_MEDIAN} units up"
QUARTILES_MEANING = f"The levels a quarter of the units stay below and above, from {UNITS_FOR_QUARTILES} units up"
HEATMAP_MEASURE = "Level of each process in each unit, 0 to 5. Above them the median of the compared units."
SPREAD_MEASURE = "Levels of the compared units, 0 to 5: the line from lowest to highest, the dot the median."
BAND_MEASURE = "The band: the quartiles of others."
COMPARED_LABEL, AT_TARGET_LABEL, MEANS_LABEL = "Units compared", "At target", "Mean scores"
AT_TARGET_LABEL_NOTE = "processes of all compared units"
LEGEND_APART = "not compared"
MEDIAN_ROW = "Median of the units"
RANGE_ROW = "Lowest to highest level"
ACROSS_GROUP, COMPARED_GROUP, APART_GROUP = "All compared units", "Compared", "Not compared"

EMPTY = (
    "One assessment is no comparison. Assess another unit of this organisation, or ask to see the results of others."
)
NONE_COMPARED = "No two units were rated alike, so none can be compared. The table says what differs."
NO_LENDER = (
    f"In no process is a unit {LEVELS_ABOVE} levels above the median of the units: nobody stands out enough to lend "
    "practice."
)
NO_GAP = "No attribute holds the same process in half of the units, so nothing is worth doing once for many."
NO_FIRST = "No unit has a process below its target that matters."
NOBODY_APART = "All units are compared."
NO_OTHERS = "No benchmark is stored. Bring one as a CSV file to see how others stand."
NO_SPREAD = "No process has a level in two units."
TO_NOBODY = "nobody below target"
QUARTILES_UNTOLD = f"from {UNITS_FOR_QUARTILES} units up"

AGAINST: Mapping[Against, str] = {
    Against.BELOW: "Below most others",
    Against.WITHIN: "As most others",
    Against.ABOVE: "Above most others",
}
_WHY: Mapping[Bar, str] = {
    Bar.NOT_COMPUTED: "Nothing can be computed of it; opening the assessment says why.",
    Bar.RENEWED: "A later assessment of the same unit stands for it.",
    Bar.FRAMEWORK: "It answers another framework",
    Bar.VERSION: "It answers another major version of the framework",
    Bar.DEPTH: "It was asked at another depth",
    Bar.BOUND: "Attributes count as achieved from another bound",
    Bar.NO_LEVEL: "No process of it has a level yet.",
}


def why(bar: Bar, own: str, common: str) -> str:
    """Why a unit is not compared: what it has, and what the compared ones have."""
    return f"{_WHY[bar]}: {own}, the others {common}." if own else _WHY[bar]


def rated(alike: str) -> str:
    """What the compared units have in common."""
    return f"Compared are units that were rated alike: {alike}."


def lender(name: str, level: int) -> str:
    """A unit that could lend practice, and its level."""
    return f"{name} ({level_text(level)})"


def version(number: str) -> str:
    """A major version of a framework."""
    return f"version {number}"


def bound(percent: float) -> str:
    """The bound from which an attribute counts as achieved."""
    return bound_text(percent)


def rated_alike(framework: str, major_version: str, depth: str, carry_percent: float) -> str:
    """What the levels of the compared units rest on."""
    return f"{framework}, version {major_version}; {depth.lower()}; achieved from {bound_text(carry_percent)}"


def lettered_unit(letters: str) -> str:
    """A unit whose name is not told."""
    return f"Unit {letters}"


def dated(name: str, day: str) -> str:
    """A unit told from another of its name by the day it was assessed."""
    return f"{name}, {day}"


def numbered(name: str, number: int) -> str:
    """A unit told from another of its name and day."""
    return f"{name} ({number})"


def finding(compared_count: int, count: int, name: str, lowest: int, highest: int) -> str:
    """How many units are compared, and where they differ most."""
    compared = _compared(compared_count, count)
    if lowest == highest:
        return f"{compared} In every process they stand at the same level."
    levels = unbroken(f"level {level_text(lowest)} to level {level_text(highest)}")
    return f"{compared} They differ most in {name}: from {levels}."


def _compared(compared_count: int, count: int) -> str:
    if compared_count == count:
        return f"All {whole_text(count)} units are compared."
    return f"{whole_text(compared_count)} of {counted(count, 'unit')} are compared."


def at_target(at_target_count: int, process_count: int) -> str:
    """Processes at target over all units."""
    return f"{whole_text(at_target_count)} of {whole_text(process_count)}"


def median_note(count: int) -> str:
    """Of how many units a median is."""
    return f"of {counted(count, 'unit')}"


def level_text_of(value: float | None) -> str:
    """A median or quartile of levels, with as many decimals as it has, two at most.

    >>> level_text_of(2.0), level_text_of(2.5), level_text_of(2.25)
    ('2', '2.5', '2.25')
    """
    has_two = value is not None and rounded(value, 2) != rounded(value, 1)
    return number_text(value, 2 if has_two else 1)


def quartiles(lower: float | None, upper: float | None) -> str:
    """Both quartiles."""
    if lower is None or upper is None:
        return QUARTILES_UNTOLD
    return unbroken(f"{level_text_of(lower)} to {level_text_of(upper)}")


def span(lowest: int, highest: int) -> str:
    """The lowest and the highest level."""
    return level_text(lowest) if lowest == highest else unbroken(f"{level_text(lowest)} to {level_text(highest)}")


def of_units(count: int, of: int) -> str:
    """How many units of how many."""
    return f"{whole_text(count)} of {whole_text(of)}"


def level_name(level: int) -> str:
    """A step of the scale."""
    return f"Level {level_text(level)}"


def spoken_level(unit: str, process: str, level: int) -> str:
    """A cell in words."""
    return f"{unit}, {process}: level {level_text(level)}"


def spoken_median(process: str, median: float, lowest: int, highest: int) -> str:
    """A median in words."""
    return f"{process}: median {level_text_of(median)}, from {span(lowest, highest)}"


def source(name: str, year: int) -> str:
    """Who published a benchmark, and when."""
    return f"{name}, {year}"


def lenders(count: int, process_count: int) -> str:
    """How many units could lend practice, in how many processes."""
    if not count:
        return NO_LENDER
    units = plural(count, {"one": "{count} unit stands", "other": "{count} units stand"})
    return f"{units} out in {counted(process_count, 'process', 'processes')} and could lend practice."


def gap(process: str, attribute: str, unit_count: int, of: int) -> str:
    """The most frequent gap."""
    units = of_units(unit_count, of)
    same = f"In {units} units {process} is held by the same attribute, {attribute}"
    return f"{same}: work it out once and bring it to all of them."


def more_gaps(count: int) -> str:
    """Common gaps that are not listed."""
    return f"{counted(count, 'more gap')} that fewer units have are not listed."


def means(lowest: float, highest: float) -> str:
    """The lowest and the highest mean score of a unit."""
    return unbroken(f"{score_text(lowest)} to {score_text(highest)}")


def first(process: str, count: int, of: int) -> str:
    """The process that most units name among their first three."""
    return f"{process} is among the first three of {of_units(count, of)} units."


def benchmark_lines(file_name: str, count: int, sources: Sequence[str]) -> str:
    """A benchmark in a sentence."""
    return f"{file_name}: {counted(count, 'process', 'processes')}, from {listed(sources, 3)}"


NO_BENCHMARK = "No benchmark"
QUARTILES_NOTE = (
    f"Quartiles are told from {UNITS_FOR_QUARTILES} units up: of fewer, each would nearly be the level of one unit."
)
LEND_NOTE = f"A unit could lend practice where it stands {LEVELS_ABOVE} levels or more above the median of the units."
GAP_NOTE = (
    f"A gap is common where an attribute holds a process below its target in {share_text(COMMON_SHARE)} of the units "
    "that have a level there, and in two at least."
)
OTHERS_NOTE = (
    "What others have is as its source says it: Plumbline has not checked how they were rated. A median between their "
    "quartiles is as most others have it."
)
UNKNOWN_NOTE = "A dash is a process that has no level or is not in scope of the unit. It is in no median: it is not 0."
FICTIONAL_NOTE = "Some of these units are invented."


def stamp(short_hash: str) -> str:
    """What a portfolio was made of."""
    return f"Portfolio {short_hash}"


def short_span(lowest: int, highest: int) -> str:
    """The lowest and the highest level where there is little room.

    >>> short_span(1, 4), short_span(2, 2)
    ('1–4', '2')
    """
    return level_text(lowest) if lowest == highest else f"{level_text(lowest)}–{level_text(highest)}"


KIND = "IT service management: the units side by side"
SECTION = "Across units"


def of_units_compared(count: int, of: int) -> str:
    """How many units are compared, at the head of a file."""
    return f"{of_units(count, of)} units compared"


def part(title: str, number: int, count: int) -> str:
    """A slide of several with one table."""
    return title if count == 1 else f"{title} ({number} of {count})"


NO_FORMAT = "its name does not say what to write"
FORMATS = "Let it end in pdf, pptx or xlsx."
NO_ORGANISATION = "there is none called that of which you may see results"


def organisations(names: Sequence[str]) -> str:
    """Which organisations there are."""
    return f"There are: {listed(names, 20)}." if names else "There is none yet."


def taken(count: int) -> str:
    """A benchmark was read."""
    return f"Read: what others have in {counted(count, 'process', 'processes')}."
