"""The words of the sheets of a portfolio: the name of each, heading and meaning of its columns."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording import portfolio as words

READ_ME, UNITS, LEVELS, SPREAD, LENDERS, GAPS = "Read me", "Units", "Levels", "Spread", "Lenders", "Common gaps"
UNIT_ID = ("Unit id", "Stable id of the unit's assessment, or its letters.")
UNIT = (words.UNIT_COLUMN, words.UNIT_MEANING)
PROCESS_ID = ("Process id", "Stable id of the process.")
PROCESS = (words.PROCESS_COLUMN, "Name of the process.")

READ_ME_COLUMNS: Mapping[str, tuple[str, str]] = {
    "label": ("What", "What the line says."),
    "text": ("Said", "The line in words."),
}
UNIT_COLUMNS: Mapping[str, tuple[str, str]] = {
    "unit-id": UNIT_ID,
    "unit": UNIT,
    "assessment": ("Assessment", "Name of the assessment, or letters."),
    "date": (words.DATE_COLUMN, "Day that the assessment speaks of."),
    "compared": ("Compared", "Whether the unit is compared with the others."),
    "why": (words.WHY_COLUMN, "Why it is not."),
    "people": (words.PEOPLE_COLUMN, words.PEOPLE_MEANING),
    "coverage": (words.COVERAGE_COLUMN, words.COVERAGE_MEANING),
    "verified": (words.VERIFIED_COLUMN, "Values that a second person verified."),
    "rated": ("Values", "Values there are."),
    "at-target": (words.AT_TARGET_COLUMN, "Processes at their target or above."),
    "with-level": ("With a level", "Processes that have a level."),
    **{f"level-{level}": (f"Level {level}", f"Processes at level {level}.") for level in range(6)},
    "mean": (words.MEAN_COLUMN, words.MEAN_MEANING),
    "floor": (words.FLOOR_COLUMN, words.FLOOR_MEANING),
    "first-1": ("First", "The process to raise first."),
    "first-2": ("Second", "The process to raise second."),
    "first-3": ("Third", "The process to raise third."),
    "steps": ("Steps planned", "Funded steps of the plan."),
    "effort": (words.EFFORT_COLUMN, words.EFFORT_MEANING),
    "days": (words.DAYS_COLUMN, words.DAYS_MEANING),
    "cost": (words.COST_COLUMN, words.COST_MEANING),
    "currency": ("Currency", "Of the cost planned."),
    "state": (words.STATE_COLUMN, "Whether the assessment is a draft, validated or signed off."),
    "hash": (words.HASH_COLUMN, "SHA-256 of the state that the line is of; empty where letters stand for names."),
}
LEVEL_COLUMNS: Mapping[str, tuple[str, str]] = {"unit-id": UNIT_ID, "unit": UNIT}
SPREAD_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": PROCESS_ID,
    "process": PROCESS,
    "group": ("Group", "Group of the process."),
    "count": (words.COUNT_COLUMN, "Compared units that have a level in it."),
    "median": (words.MEDIAN_COLUMN, words.MEDIAN_MEANING),
    "lower": ("Lower quartile", words.QUARTILES_MEANING),
    "upper": ("Upper quartile", words.QUARTILES_MEANING),
    "lowest": ("Lowest", "The lowest level of a compared unit."),
    "highest": ("Highest", "The highest level of a compared unit."),
    "below": (words.BELOW_COLUMN, "Compared units below their target in it."),
    "first": (words.NAMED_FIRST_COLUMN, "Compared units that name it among the three to raise first."),
    "others-median": ("Median of others", "As the source says it."),
    "others-lower": ("Lower quartile of others", "As the source says it."),
    "others-upper": ("Upper quartile of others", "As the source says it."),
    "others-n": ("Organisations", "Organisations behind what others have."),
    "against": (words.AGAINST_COLUMN, "Where the median lies against the quartiles of others."),
    "source": (words.SOURCE_COLUMN, "Who published what others have."),
    "year": ("Year", "Year of the source."),
}
LENDER_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": PROCESS_ID,
    "process": PROCESS,
    "unit-id": UNIT_ID,
    "unit": (words.LENDS_COLUMN, "The unit that could lend practice."),
    "level": (words.LEVEL_COLUMN, "Its level in the process."),
    "median": (words.MEDIAN_COLUMN, words.MEDIAN_MEANING),
    "to": (words.TO_COLUMN, "Units at the median or under it that are below their target there."),
}
GAP_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": PROCESS_ID,
    "process": PROCESS,
    "attribute-id": ("Attribute id", "Stable id of the attribute."),
    "attribute": (words.ATTRIBUTE_COLUMN, "The attribute that holds the process below its target."),
    "units": (words.HELD_COLUMN, "Units that it holds."),
    "of": (words.COUNT_COLUMN, "Compared units that have a level in the process."),
    "which": (words.IN_UNITS_COLUMN, "Their names."),
}
EMPTY_LEVEL = "Level 0 to 5; empty: no level, or not in scope."
