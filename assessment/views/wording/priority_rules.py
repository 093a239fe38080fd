"""Rules from targets to priorities, and how firm their order is (METHOD.md sections 9 to 12 and 14).

Every number in them is the constant that the rule is computed with.
"""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.planning.draws import CONCENTRATION
from assessment.domain.planning.firmness import (
    DRAW_COUNT,
    FEWEST_WITH_NEED,
    FIRM_TAU,
    LIKELY_TAU,
    RANK_PERCENTILES,
    TOP_COUNT,
)
from assessment.domain.planning.leverage import DAMPING, FULL_STRENGTH, IMPLIED_STRENGTH
from assessment.domain.planning.presets import MOST, REST
from assessment.domain.planning.weak_spots import MATTERS_FROM, WEAK_BELOW_LEVEL
from assessment.domain.rating.hand_offs import BROKEN_BELOW_CODE
from assessment.domain.rating.rollup import WEAKEST_COUNT
from assessment.domain.rating.scale import HIGHEST_CODE, LETTERS, band_of_percent, percent_of_code
from assessment.domain.rating.targets import FULL_CODE, RATIONALE_ABOVE_LEVEL, TARGET_CODE
from assessment.views.wording.numbers import bound_text, decimal_text, number_text, whole_text

THEME = "Where to go, and what comes first"
TITLES: Mapping[str, str] = {
    "to-be": "To-be",
    "effective-target": "Effective target",
    "proposed-target": "Proposed target",
    "rationale": "Rationale",
    "gap-and-need": "Gap and need",
    "roll-up": "Roll-up",
    "by-characteristic": "By characteristic",
    "priority": "Priority",
    "pain-and-importance": "Pain and importance",
    "assumed": "Assumed pain and importance",
    "leverage": "Leverage",
    "strength": "Strength of a linkage",
    "blocked-by": "Blocked by",
    "broken-hand-off": "Broken hand-off",
    "firmness": "Firmness",
    "presets": "Weights to begin with",
    "order-change": "What would change the order",
    "weak-spots": "Matters and is weak",
    "map": "Process map",
}
ASKED = LETTERS[TARGET_CODE].value
FULL = LETTERS[FULL_CODE].value


def presets() -> str:
    """Sets of weights."""
    most, rest = number_text(MOST, 2), number_text(REST, 2)
    return (
        "Balanced is what a roadmap begins with. Pain first, business first and foundations first give "
        f"{most} to pain, importance or leverage and {rest} to each of the others."
    )


def order_change() -> str:
    """The smallest change that swaps the first two."""
    return (
        "Which of two processes comes first turns on a sum that is linear in the weights, so the weight at which they "
        "are level is reckoned exactly, the other weights staying. What is given is the nearest weight in hundredths "
        "at which ranking the processes anew puts the second before the first."
    )


def to_be() -> str:
    """From a target to a profile."""
    asked = bound_text(percent_of_code(TARGET_CODE))
    return (
        f"A target level raises every attribute it needs that is below {ASKED} to {asked}; under the 33020 bound "
        f"those of the levels below it go to {FULL}. An attribute that has the letter keeps its percent. Single cells "
        "can be set by hand. A person chooses the target; it is never derived downwards."
    )


def effective_target() -> str:
    """A target that cannot be."""
    return (
        "A target of which nothing applies stays as chosen and counts as the highest level below it that can be. Every "
        "rule goes by this effective target, and a warning names both."
    )


def proposed_target() -> str:
    """What respondents propose."""
    return (
        "Where respondents are asked how it should be, they propose a target: the highest level with every attribute "
        f"up to it at {ASKED} or better."
    )


def rationale() -> str:
    """When a target needs a reason."""
    return f"A target above level {RATIONALE_ABOVE_LEVEL} needs a rationale; without one a warning says so."


def gap_and_need() -> str:
    """The distance to a target."""
    return (
        "The level gap is target minus level; the gap shown is target minus the score as shown. Need is the unmet part "
        f"of the target, as a share of {HIGHEST_CODE}. Below, on and above target go by the level; above it the need "
        "is 0 and offsets no other process."
    )


def roll_up() -> str:
    """Several processes at once."""
    return (
        "In this order: how many are at target, how many stand at each level, the mean score weighted by importance, "
        "assumed ones too, and the lowest level with its names. Only processes with a level are counted."
    )


def by_characteristic() -> str:
    """One attribute across the processes."""
    return (
        "How many processes with a level stand at N, P, L and F on each attribute, their mean percent, and the weakest "
        f"{whole_text(WEAKEST_COUNT)}. Nothing rated counts as N."
    )


def priority() -> str:
    """Why a process comes when it comes."""
    return (
        "100 times need times impact; impact is the weighted mean of pain, importance and leverage, each as a share. "
        "No gap, no priority. Ties go by need, then by the order of the model. Effort decides the order of work, not "
        "importance."
    )


def pain_and_importance() -> str:
    """Where pain and importance come from."""
    return (
        f"The lower median of what people said, 0 to {HIGHEST_CODE}. Where nobody gave an importance, the most "
        "important critical service that leans on the process proposes it."
    )


def assumed() -> str:
    """Not knowing neither beats nor loses to knowing."""
    return (
        "A process without a pain or an importance of its own takes the lower median of what the others have, marked "
        "as assumed; without either its priority is provisional. A criterion that no process has leaves the weights; "
        "with no weight left, need alone decides."
    )


def leverage() -> str:
    """Whose improvement helps others most."""
    return (
        "How much of the others' unmet need lies downstream along the linkages, times "
        f"{number_text(DAMPING)} at each hop, as a share of the largest that the same linkages would give if every "
        "need were 1: so it can be compared between dates of one scope, and mending one process raises no other's."
    )


def strength() -> str:
    """How much a linkage counts."""
    full, implied = number_text(FULL_STRENGTH), number_text(IMPLIED_STRENGTH)
    return (
        f"Stated linkages and interactions count {full}, implied ones and a framework's own {implied}; a user can "
        f"weigh each otherwise. Of the universal linkages the hub's outgoing ones count {full}. Between the same two "
        "processes the strongest counts."
    )


def blocked_by() -> str:
    """Who has to move first."""
    return (
        "Of a process below its target: the suppliers over a hard linkage that stand more than a level below that "
        "target."
    )


def broken_hand_off() -> str:
    """When a hand-off is broken."""
    below = band_of_percent(percent_of_code(BROKEN_BELOW_CODE))
    return f"A linkage in scope rated below {below}, with a process below its target at either end."


def firmness() -> str:
    """How far the order holds."""
    low, high = RANK_PERCENTILES
    return (
        f"{whole_text(DRAW_COUNT)} draws with fixed seeds vary the weights (Dirichlet, {number_text(CONCENTRATION)} "
        "times those in force) and the strength of implied linkages, and draw again the people who answered each "
        "process and those who said how much it hurts or matters. Shown: how often a process is among the first "
        f"{whole_text(TOP_COUNT)}, its median rank and percentiles {low} to {high}, and the mean Kendall tau-b with "
        f"the order shown over the processes below target (at least {whole_text(FEWEST_WITH_NEED)}): firm from "
        f"{decimal_text(FIRM_TAU, 2)}, likely from {decimal_text(LIKELY_TAU, 2)}, otherwise open."
    )


def weak_spots() -> str:
    """The corner of importance and maturity that wants an answer first."""
    return (
        f"A process matters from importance {MATTERS_FROM} and is weak below level {WEAK_BELOW_LEVEL}, whatever its "
        "target is; an assumed importance counts like any other."
    )


def process_map() -> str:
    """Where the groups stand on the map, and what becomes a line."""
    return (
        "In the middle stands the group that all linkages come from which reach every process and count in leverage; "
        "the others stand around it clockwise, in the framework's order. A line is thick where a linkage is stated or "
        "an interaction, dashed where it is implied or an extension; linkages with every process are no lines."
    )


def here_target(default_target_level: int) -> str:
    """The default target of this assessment."""
    return f"Here: a default target of level {default_target_level}."


def here_asked() -> str:
    """Respondents were asked for the to-be."""
    return "Here: they are asked."


def here_not_asked() -> str:
    """Respondents were not asked for the to-be."""
    return "Here: they are not asked; the sponsor sets the targets."


def here_weights(pain: float, importance: float, leverage: float) -> str:
    """The weights of this assessment."""
    return (
        f"Here: weights of {number_text(pain, 2)} for pain, {number_text(importance, 2)} for importance and "
        f"{number_text(leverage, 2)} for leverage."
    )
