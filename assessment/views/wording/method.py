"""The words of the method page beside its rules: levels, scale, settings, who was asked, versions."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import counted, listed, number_text, whole_text

QUESTION = "How the numbers arose"
CONFORMANCE = (
    "Rated in the style of ISO/IEC 33020; not a conformant assessment, and a self-assessment until it is verified."
)
OWN_RULE = "own rule"

LEVELS_TITLE = "Levels and the attributes each needs (own rule)"
LEVELS_EMPTY = "The framework names no level."
SCALE_TITLE = "The scale of an answer"
SCALE_EMPTY = "The framework has no scale."
RESPONDENTS_TITLE = "Who answered"
RESPONDENTS_MEASURE = "People asked, by role, and how many of them gave at least one rating that counts."
RESPONDENTS_EMPTY = "Nobody has been asked yet."
SETTINGS_TITLE = "Settings of this assessment"
VERSIONS_TITLE = "Versions"

LEVEL_COLUMN, NAME_COLUMN, ATTRIBUTES_COLUMN, MEANING_COLUMN = "Level", "Name", "Attributes", "Meaning"
LETTER_COLUMN, PERCENT_COLUMN, STATEMENT_COLUMN = "Letter", "Percent", "What one sees"
ROLE_COLUMN, ASKED_COLUMN, ANSWERED_COLUMN = "Role", "Asked", "Answered"
ANSWERED_MEANING = "Gave a rating as it is to at least one question of weight above 0; not shown below the floor"
TOO_FEW = "too few to show apart"

CARRY_LABEL = "Carry bound"
DEPTH_LABEL = "Depth"
DEFAULT_TARGET_LABEL = "Default target level"
ASKS_TO_BE_LABEL = "To-be asked of respondents"
FLOOR_LABEL = "Anonymity floor"
SCOPE_LABEL = "Processes in scope"
SCENARIO_LABEL = "Scenario"
SCENARIO_PAIN_LABEL = "Its pain taken where nobody said"
PAIN_WEIGHT_LABEL = "Weight of pain"
IMPORTANCE_WEIGHT_LABEL = "Weight of importance"
LEVERAGE_WEIGHT_LABEL = "Weight of leverage"
WAVES_LABEL = "Waves"
WAVE_MONTHS_LABEL = "Length of a wave"
CAPACITY_LABEL = "Capacity of the waves"
BUDGETS_LABEL = "Budget of a wave"
START_LABEL = "Start"
DAYS_LABEL = "Person-days to a point"
COST_LABEL = "Cost of a point"
PINS_LABEL = "Steps pinned"
EFFORTS_LABEL = "Efforts set by hand"
LINKAGES_LABEL = "Linkages weighed or bound by hand"
YES, NO, NOT_SET = "yes", "no", "not set"

FRAMEWORK_LABEL = "Framework"
PRODUCT_LABEL = "Plumbline"
METHOD_LABEL = "Method"
ASSESSMENT_LABEL = "Assessment"
SNAPSHOT_LABEL = "Snapshot"
JOURNAL_LABEL = "Journal"
PRINTED_LABEL = "Printed"
SNAPSHOT_NOTE = "SHA-256 of the assessment's data export"


def people(count: int) -> str:
    """So many people."""
    return counted(count, "person", "people")


def processes_in_scope(count: int, process_count: int) -> str:
    """How many of the framework's processes."""
    return f"{whole_text(count)} of {whole_text(process_count)}"


def capacity(capacities: Sequence[int]) -> str:
    """What each wave holds, said once where all hold the same."""
    if len(set(capacities)) == 1:
        return f"{counted(capacities[0], 'point')} each"
    return f"{listed([whole_text(one) for one in capacities])} points"


def weight(share: float) -> str:
    """A weight, at most two decimals."""
    return number_text(share, 2)


def content(content_hash: str) -> str:
    """The content of a framework, by its hash."""
    return f"content {content_hash}"


def journal_note(seq: int) -> str:
    """What the hash of an entry of the journal is good for."""
    return f"hash of entry {whole_text(seq)} of its journal; with it, an alteration of that or any earlier one shows"


def method_version(version: int) -> str:
    """The version of the method's rules."""
    return f"version {version}"
