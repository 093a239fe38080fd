"""The sentences of the priorities: who comes first, why, and what stands behind the numbers."""

from __future__ import annotations

from collections.abc import Sequence

from assessment.views.wording.numbers import decimal_text, listed, number_text, plural

QUESTION = "What to raise first, and why"
ORDER_TITLE = "The whole order"
MEASURE = "Priority, 0 to 100: need times impact; impact weighs pain, importance and leverage."
EMPTY = "No process is below its target. Raise a target in Set-up to plan further."
NOTHING_ASSESSED = "No process has a level yet. Collect answers in the Questionnaire."
RANK_COLUMN = "Rank"
PROCESS_COLUMN = "Process"
LEVEL_COLUMN = "Level"
BAR_COLUMN = "0 to highest"
PRIORITY_COLUMN = "Priority"
NEED_COLUMN = "Need"
PAIN_COLUMN = "Pain"
IMPORTANCE_COLUMN = "Importance"
LEVERAGE_COLUMN = "Leverage"
REASON_COLUMN = "Why"
PRIORITY_MEANING = "0 to 100: need times impact."
NEED_MEANING = "The unmet part of the target, as a share of five levels."
PAIN_MEANING = "0 none to 5 severe, as people said; the lower median."
IMPORTANCE_MEANING = "0 none to 5 vital, as people said; the lower median."
LEVERAGE_MEANING = "0 to 1: how much of the others' unmet need lies downstream, halved at each hop."
PROVISIONAL = "provisional"
PROPOSED_SIGN = "*"
SCENARIO_SIGN = "***"
ASSUMED_SIGN = "**"
LEGEND_PROVISIONAL = "provisional: nobody said how much it hurts or matters"
LEGEND_PROPOSED = "proposed by the critical services that lean on the process"
LEGEND_SCENARIO = "as the scenario has it, because nobody said"
LEGEND_ASSUMED = "assumed: the lower median of the other processes, because nobody said"


def come_first(process_names: Sequence[str]) -> str:
    """Which processes come first."""
    if len(process_names) == 1:
        return f"{process_names[0]} comes first."
    return f"{listed(process_names)} come first."


def none_below() -> str:
    """There is nothing to put in order."""
    return "No process is below its target, so none comes first."


def bar(priority: float) -> str:
    """A bar in words."""
    return f"Priority {decimal_text(priority)} of 100"


def pain_part(people_count: int | None, *, is_assumed: bool, is_proposed: bool) -> str:
    """What its pain rests on, in the middle of a sentence; `people_count` None where it is not told."""
    if is_assumed:
        return "how much it hurts, assumed from the others"
    return f"how much it hurts, as {'the scenario has it' if is_proposed else _as_people_say(people_count)}"


def importance_part(people_count: int | None, *, is_assumed: bool, is_proposed: bool) -> str:
    """What its importance rests on, in the middle of a sentence."""
    if is_assumed:
        return "how much it matters, assumed from the others"
    return f"how much it matters, as {'critical services have it' if is_proposed else _as_people_say(people_count)}"


def leverage_part() -> str:
    """What its leverage rests on, in the middle of a sentence."""
    return "what waits for it in other processes"


def _as_people_say(people_count: int | None) -> str:
    if people_count is None:
        return "people say"
    return plural(people_count, {"one": "{count} person says", "other": "{count} people say"})


def counts_most(criteria: Sequence[str]) -> str:
    """The criterion that adds most to its impact, or those that add most alike."""
    return f"It rests most on {', and as much on '.join(criteria)}."


def need_alone() -> str:
    """No weight is left."""
    return "No weight counts: its need alone decides."


def nothing_counts() -> str:
    """Everything that has a weight is 0."""
    return "Nothing that has a weight is above 0 for it."


def needs_suppliers(process_names: Sequence[str], level: int) -> str:
    """What blocks it: suppliers that it needs at a level first."""
    return plural(
        len(process_names),
        {
            "one": f"Blocked until {process_names[0]} reaches level {level}.",
            "other": f"Blocked until {listed(process_names)} reach level {level}.",
        },
    )


def weights(pain: float, importance: float, leverage: float) -> str:
    """The weights in force."""
    return (
        f"Weights: pain {number_text(pain, 2)}, importance {number_text(importance, 2)}, "
        f"leverage {number_text(leverage, 2)}."
    )


def no_pain() -> str:
    """A criterion that no process has."""
    return "Nobody said how much any process hurts, so pain has no weight."


def no_importance() -> str:
    """A criterion that no process has."""
    return "Nobody said how much any process matters, so importance has no weight."


def meanings() -> str:
    """What the columns hold, for a reader who meets the words here."""
    return (
        "Need: the unmet part of the target, as a share of five levels. Pain and importance: 0 to 5. "
        "Leverage, 0 to 1: how much of the others' unmet need lies downstream, halved at each hop."
    )


def without_priority(process_names: Sequence[str]) -> str:
    """Processes that have no gap."""
    return f"At or above target, so without a priority: {listed(process_names)}."
