"""The sentences of firmness: how far the order holds when weights, people and linkages vary, and how far scores do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.planning.results import FirmnessWord
from assessment.views.wording.numbers import decimal_text, listed, plural, share_text, whole_text
from assessment.views.wording.terms import FIRMNESS_WORDS

QUESTION = "How firm the order is"
RANKS_TITLE = "How firm each place is"
RANKS_EMPTY = "Not measured: it takes three processes below their target."
RANGES_TITLE = "How far each score moves when the people who answered are drawn again"
RANGES_EMPTY = "No sensitivity range: it takes five people who answered a process and a value that was not agreed."
RANGES_MEASURE = (
    "Percentiles 5 and 95 of the score, 0.0 to 5.0, when the people who answered are drawn again: "
    "a sensitivity range, not a confidence interval."
)
RANK_COLUMN = "Rank"
PROCESS_COLUMN = "Process"
TOP_COLUMN = "In the first three"
MEDIAN_COLUMN = "Median rank"
LOW_RANK_COLUMN = "From rank"
HIGH_RANK_COLUMN = "To rank"
RANK_TRACK_COLUMN = "First to last"
SCORE_COLUMN = "Score"
LOW_SCORE_COLUMN = "From"
HIGH_SCORE_COLUMN = "To"
SCORE_TRACK_COLUMN = "0 to 5"
WORD_FACT = "The order is"
TAU_FACT = "Mean rank correlation"
TAU_MEANING = "Kendall tau-b of the order in each draw with the order shown: 1 the same, 0 no relation, -1 reversed."
DRAWS_FACT = "Draws"
AT_TARGET = "no need now"
MEANINGS: Mapping[FirmnessWord, str] = {
    FirmnessWord.FIRM: "Weights, people and linkages may vary a little, and the order stays what it is.",
    FirmnessWord.LIKELY: "The order mostly holds; neighbours may change places.",
    FirmnessWord.OPEN: "Other weights or other people would give another order: take the first ranks as a group.",
    FirmnessWord.NOT_MEASURED: "Fewer than three processes are below their target.",
}


def ranks_measure(draw_count: int) -> str:
    """What the table of ranks holds."""
    return (
        f"Median rank, the interval that holds 90 % of {whole_text(draw_count)} draws, and how often among the first "
        "three."
    )


def safe(word: FirmnessWord, process_names: Sequence[str], share: float) -> str:
    """How firm the order is, and who keeps a place among the first three."""
    start, end = FIRMNESS_WORDS[word].lower(), f"among the first three in at least {share_text(share)} of the draws."
    return plural(
        len(process_names),
        {
            "one": f"The order is {start}: {listed(process_names)} is {end}",
            "other": f"The order is {start}: {listed(process_names)} are each {end}",
        },
    )


def none_safe(word: FirmnessWord, share: float) -> str:
    """How firm the order is, when nobody keeps a place among the first three."""
    return (
        f"The order is {FIRMNESS_WORDS[word].lower()}: no process is among the first three in at least "
        f"{share_text(share)} of the draws."
    )


def not_measured() -> str:
    """There is no order to measure."""
    return "How firm the order is, is not measured: fewer than three processes are below their target."


def seed_note(seed: int) -> str:
    """Why the numbers are the same each time."""
    return f"seed {seed}: the same answers give the same numbers"


def how_drawn() -> str:
    """What a draw varies."""
    return (
        "Each draw varies the weights, draws the people who answered each process again, and varies how strong implied "
        "linkages are."
    )


def spoken_rank(median_rank: str, low_rank: str, high_rank: str) -> str:
    """A line of the ranks in words."""
    return f"Median rank {median_rank}, 90 % of the draws from {low_rank} to {high_rank}"


def spoken_range(score: str, low: str, high: str) -> str:
    """A sensitivity range in words."""
    return f"Score {score}, range {low} to {high}"


def without_range(process_names: Sequence[str]) -> str:
    """Processes that have no sensitivity range."""
    return f"No range, because fewer than five people answered or every value was agreed: {listed(process_names)}."


def tau_text(tau: float | None) -> str:
    """A rank correlation to two decimals, or that there is none."""
    return FIRMNESS_WORDS[FirmnessWord.NOT_MEASURED].lower() if tau is None else decimal_text(tau, 2)


def ranges_finding(process_count: int) -> str:
    """How many processes have a range."""
    return plural(
        process_count,
        {"one": "{count} process has a sensitivity range.", "other": "{count} processes have a sensitivity range."},
    )
