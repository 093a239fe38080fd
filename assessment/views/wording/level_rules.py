"""Rules from answers to levels and scores, and what is said beside them (METHOD.md sections 1 to 6).

Every number in them is the constant that the rule is computed with.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.rating.capability import HIGHEST_PROGRESS, NOT_DONE_CODE, WEAK_CODE
from assessment.domain.rating.flags import DIFFERING_CODES
from assessment.domain.rating.scale import (
    ACHIEVED_BOUND,
    FULLY_BOUND,
    HIGHEST_CODE,
    LETTERS,
    PERCENT_PER_CODE,
    REFINED_EDGES,
    band_of_percent,
    letter_of_percent,
    percent_of_code,
)
from assessment.views.wording.numbers import bound_text, counted, decimal_text, listed

THEME = "From answers to levels"
TITLES: Mapping[str, str] = {
    "scale": "Scale",
    "percent": "Percent of an answer",
    "bands": "Bands",
    "asked": "Who is asked what",
    "attributes-and-levels": "Attributes and levels",
    "depth": "Depth",
    "scope": "Scope",
    "consensus": "Consensus",
    "not-applicable": "Does not apply",
    "attribute": "From questions to an attribute",
    "cap": "Cap",
    "level": "Level",
    "bound-33020": "33020 bound",
    "not-assessed": "Not assessed",
    "score": "Score",
    "practice": "Coverage of practice",
    "on-paper-only": "On paper only",
    "carried-not-done": "Carried, though not done",
    "check-answer": "Check this answer",
}
NOTHING = "nothing"
NOT_DONE = LETTERS[NOT_DONE_CODE].value
FULL_LETTER = LETTERS[HIGHEST_CODE].value
HALF = bound_text(ACHIEVED_BOUND)
FULLY = bound_text(FULLY_BOUND)


def scale() -> str:
    """The six answers."""
    return (
        f"An answer is one of six: {listed([letter.value for letter in LETTERS])}, the refined rating scale of "
        "ISO/IEC 33020 (2015). Not answered, don't know, not applicable and N are four different things, kept as such."
    )


def percent() -> str:
    """What a step is worth."""
    return (
        f"Each step up the scale is worth {bound_text(PERCENT_PER_CODE)}: {NOT_DONE} is "
        f"{bound_text(percent_of_code(NOT_DONE_CODE))}, {FULL_LETTER} is {bound_text(percent_of_code(HIGHEST_CODE))}."
    )


def bands() -> str:
    """Which letter a percentage has."""
    edges = [f"{letter_of_percent(edge).value} up to {bound_text(edge)}" for edge in REFINED_EDGES]
    return (
        f"{listed([*edges, f'{FULL_LETTER} above'])}; an edge belongs to the lower band. P is P- or P+, L is L- or L+."
    )


def asked(attribute_names: Sequence[str]) -> str:
    """Who is asked what."""
    return (
        "A person with assignments is asked these alone. Of the others a customer is asked "
        f"{listed(attribute_names) or NOTHING}, everybody else everything."
    )


def attributes_and_levels() -> str:
    """Where the ladder comes from."""
    return (
        "Which attributes a level needs is this framework's assignment, printed below. The names of the six "
        "characteristics come from the published model."
    )


def depth() -> str:
    """How much is asked."""
    return (
        "Full depth asks every named activity and the characteristics; quick depth asks one question an attribute, "
        "and its levels are indicative. Levels of different depths are never compared."
    )


def scope() -> str:
    """What is out is out."""
    return "A process out of scope stays out, whatever was answered."


def consensus() -> str:
    """From answers to one value."""
    return (
        "A question has one value: the one the room agreed on, otherwise the lower median of the answers, so always "
        "one that somebody gave. Don't know and blank leave the median."
    )


def not_applicable() -> str:
    """When a question does not apply."""
    return (
        "A question does not apply where more people say so than rate it, and at least as many as do not know. A "
        "facilitator who agrees on it records the reason."
    )


def attribute() -> str:
    """From the values of questions to an attribute."""
    return (
        "The weighted mean of its questions in percent, over those that apply and are rated. Where none applies, the "
        f"attribute leaves the model; where none is rated, it counts as 0 %, {NOT_DONE}, and is marked as without "
        "evidence. A question of weight 0 is asked and shown, and counts nowhere."
    )


def cap() -> str:
    """What F means."""
    weak = listed([letter.value for letter in LETTERS[: WEAK_CODE + 1]])
    return (
        f"An attribute above {FULLY} with a question at any of {weak} is held at {FULLY}, and that question is named: "
        f"{FULL_LETTER} means no significant weakness."
    )


def level() -> str:
    """From attributes to a level."""
    return (
        f"The highest level all of whose attributes are above {HALF}, with every attribute of the levels below above "
        "the carry bound: a level counts only when what lies below it is firmly in place. Attributes that do not apply "
        "are skipped; a level of which none applies cannot be the level."
    )


def bound_33020() -> str:
    """The level under the bound of the standard."""
    return (
        f"The level that comes out where the carry bound is {FULLY} ({FULL_LETTER}), as ISO/IEC 33020 has it, is "
        "computed too and shown wherever a level is explained."
    )


def not_assessed() -> str:
    """No answer is not level 0."""
    return (
        "A process that applies and of which no question is rated has no level and no score: it stands in no mean, "
        "floor, count, rank or step, and is named apart. So is a process whose delivery does not apply."
    )


def score() -> str:
    """From a level to a score."""
    return (
        "The level plus progress to the next: the mean of how far the present level's attributes are from "
        f"{HALF} to the carry bound and the next level's from 0 % to {HALF}, at most "
        f"{decimal_text(HIGHEST_PROGRESS, 2)}. Shown to one decimal, rounded down, with the attributes that keep the "
        "process from the next level."
    )


def practice() -> str:
    """The plain mean."""
    return "The plain mean of the attributes in percent, shown beside the score; not a level."


def on_paper_only() -> str:
    """Documented, but not done."""
    largely, partly = band_of_percent(FULLY_BOUND), band_of_percent(ACHIEVED_BOUND)
    return (
        f"Said of a process whose documentation is at {largely} or {FULL_LETTER} while its delivery is at {partly} or "
        "lower. Changes no number."
    )


def carried_not_done() -> str:
    """Good enough on the whole, though something is missing."""
    return (
        "Said of an attribute above the carry bound although a question of it with a weight has the value "
        f"{NOT_DONE}; not answered is not {NOT_DONE}. Changes no number."
    )


def check_answer() -> str:
    """Two answers about the same."""
    return (
        f"Said where a question of weight 0 is {counted(DIFFERING_CODES, 'step')} or more from the characteristic that "
        "asks about the same. Changes no number."
    )


def here_depth(depth_name: str) -> str:
    """The depth of this assessment."""
    return f"Here: {depth_name}."


def here_carry_bound(carry_percent: float) -> str:
    """The carry bound of this assessment, 67.5 % or that of the standard."""
    if carry_percent >= FULLY_BOUND:
        return f"Here: a carry bound of {bound_text(carry_percent)}, that of ISO/IEC 33020."
    above = LETTERS[REFINED_EDGES.index(carry_percent) + 1].value
    return f"Here: a carry bound of {bound_text(carry_percent)}, so {above} or better."
