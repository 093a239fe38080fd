"""The words of the sheets that have a row a process: everything of it, and its letters."""

from __future__ import annotations

from collections.abc import Mapping

from assessment.views.wording.sheets import shared

NAME = "Processes"
HEATMAP_NAME = "Heatmap"
OUT_OF_SCOPE = "Out of scope"
SAID = "Said"
ASSUMED = "Assumed"
PROPOSED = "Proposed by the services"
FROM_SCENARIO = "From the scenario"

COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "group": ("Group", "Group of the process in the framework."),
    "in-scope": ("In scope", "Whether this assessment looks at the process; where not, the rest of the row is empty."),
    "state": ("State", "Whether it has a level: assessed, not assessed, not applicable, or out of scope."),
    "level": ("Level", "Capability level; empty: it has none, State says why."),
    "level-name": ("Level name", "Name of the level."),
    "score": ("Score", "Level plus progress to the next, in full."),
    "score-shown": ("Score as shown", "The score to one decimal, rounded down: a shown 3.0 is always level 3."),
    "practice": ("Practice", "Mean of its attribute percents; not a level."),
    "low-level": ("Level, low", "Level if every question without a value were at N."),
    "high-level": ("Level, high", "Level if every question without a value were at F."),
    "upper-level": ("Level, upper reading", "Level by the upper of the two middle answers of each question."),
    "low-score": ("Score, low", "Score if every question without a value were at N."),
    "high-score": ("Score, high", "Score if every question without a value were at F."),
    "upper-score": ("Score, upper reading", "Score by the upper of the two middle answers of each question."),
    "target": ("Target", "Target level that a person chose, or the default."),
    "effective-target": ("Effective target", "Highest level up to the target that can be; all rules go by it."),
    "is-default": ("Default target", "Whether nobody chose the target of this process by itself."),
    "level-gap": ("Level gap", "Effective target minus level; below 0: above target."),
    "score-gap": ("Score gap", "Effective target minus score, in full."),
    "gap-shown": ("Gap as shown", "Effective target minus the score as shown."),
    "need": ("Need", "Unmet part of the target as a share of five levels."),
    "target-state": ("Against target", "Below, on or above target, by the level."),
    "bound-33020": ("33020 bound", "Level where 85 % (F) is asked of every level below, as ISO/IEC 33020 does."),
    "coverage": ("Coverage", "Questions with a value, of those that apply."),
    "confidence": ("Confidence", "How sure the level is: high, medium or low."),
    "confidence-reason": ("Confidence because", "What the confidence rests on, or what it lacks."),
    "alpha": ("Alpha", "Krippendorff's ordinal alpha of the answers; empty: not measured or not shown."),
    "agreement": ("Agreement", "How far the answers can be relied on, in words."),
    "evidence": ("Evidence", "Share of the questions at L or F with evidence recorded; empty: none is at L or F."),
    "provisional": ("Provisional", "Whether fewer than half of the questions have a value."),
    "held-by": ("Held by", "Attributes that keep it from the next level."),
    "owner": ("Owner", "Who is accountable from end to end; empty: nobody is named."),
    "authority": ("Authority", "Whether the owner's authority reaches from end to end; empty: not said."),
    "sponsor": ("Sponsor", "Who stands behind the owner; empty: nobody is named."),
    "pain": ("Pain", "How much it hurts, as the order takes it; empty: not known of any process, or no level."),
    "pain-basis": ("Pain is", "Where the pain comes from: said, assumed from the others, or from the scenario."),
    "importance": ("Importance", "How much it matters, as the order takes it; empty as for pain."),
    "importance-basis": (
        "Importance is",
        "Said, assumed from the others, or proposed by the services that lean on it.",
    ),
    "leverage": ("Leverage", "How much of the others' unmet need lies downstream of it."),
    "blocks": ("Blocks", "Processes that cannot reach their target before this one rises."),
    "weak-spot": (
        "Matters and is weak",
        "Importance 4 or 5 and level 0 or 1; empty: nobody knows how much it matters.",
    ),
    "priority": ("Priority", "Need times impact; 0: no gap."),
    "priority-provisional": ("Priority provisional", "Whether neither pain nor importance is its own."),
    "rank": ("Rank", "Place in the order, 1 first."),
    "top-three": ("Among first three", "Share of the draws in which it is among the first three; empty: not measured."),
    "low-rank": ("Rank, from", "Rank at percentile 5 of the draws; empty: not measured."),
    "high-rank": ("Rank, to", "Rank at percentile 95 of the draws; empty: not measured."),
    "approver": ("Approver", "Who approved the target; empty: nobody is named."),
    "rationale": ("Rationale", "Why this target; empty: none is given."),
}

HEATMAP_COLUMNS: Mapping[str, tuple[str, str]] = {
    "process-id": shared.PROCESS_ID,
    "process": shared.PROCESS,
    "group": ("Group", "Group of the process in the framework."),
    "as-is": ("Level, as it is", "Capability level; empty: it has none."),
    "to-be": ("Level, to be", "Effective target level."),
    "gap": ("Level, gap", "Effective target minus level; below 0: above target."),
}


def as_is(attribute_name: str) -> tuple[str, str]:
    """Heading and meaning of an attribute as it is."""
    return (
        f"{attribute_name}, as it is",
        f"{attribute_name} as it is: N to F; a dot: nothing rated; empty: not applicable.",
    )


def to_be(attribute_name: str) -> tuple[str, str]:
    """Heading and meaning of an attribute as it should be."""
    return f"{attribute_name}, to be", f"{attribute_name} as it should be: N to F; a dot: nothing rated or wanted."


def gap(attribute_name: str) -> tuple[str, str]:
    """Heading and meaning of the gap of an attribute."""
    return f"{attribute_name}, gap", f"{attribute_name}: to-be minus as-is; empty: nothing rated or not applicable."
