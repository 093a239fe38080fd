"""The sentences of how far people agree on which processes hurt and which matter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.agreement.ranking import Criterion, RankingState
from assessment.views.wording.numbers import coefficient_text, counted, listed

QUESTION = "How far people agree on what hurts"
AGREEMENT_TITLE = "How far people's orders of the processes agree"
MEASURE = "Kendall's W, 0 to 1: no common order to the same order; ties are corrected for."
APART_TITLE = "Where people disagree most"
APART_MEASURE = "Places in people's own orders, 1 first: how far two of them are apart on average, and the middle one."
EMPTY = "Too few people said how much the processes hurt or matter. Collect opinions in Set-up, Opinions."
APART_EMPTY = "Nothing can be shown of single processes."
CRITERION_COLUMN, WORD_COLUMN, W_COLUMN, PEOPLE_COLUMN, PROCESSES_COLUMN = (
    "Order by",
    "Agreement",
    "Kendall's W",
    "People",
    "Processes",
)
PROCESS_COLUMN, RANK_COLUMN, APART_COLUMN, PLACE_COLUMN = "Process", "Priority rank", "Places apart", "Middle place"
W_MEANING = "0 to 1: no common order to the same order; a dash where it is not measured or not shown"
PEOPLE_MEANING = "People who gave an opinion on half of the processes or more"
PROCESSES_MEANING = "Processes on which as many people as the anonymity floor gave an opinion"
RANK_MEANING = "Place by priority, 1 first; a dash where there is none"
APART_MEANING = "Mean distance between the places that two people give it"
PLACE_MEANING = "Median of the places that people give it"
CRITERIA: Mapping[Criterion, str] = {Criterion.PAIN: "Pain", Criterion.IMPORTANCE: "Importance"}
WORDS: Mapping[RankingState, str] = {
    RankingState.NOT_MEASURED: "Not measured",
    RankingState.NOT_TOLD: "Not shown",
    RankingState.VERY_WEAK: "Hardly any",
    RankingState.WEAK: "Weak",
    RankingState.MODERATE: "Moderate",
    RankingState.STRONG: "Strong",
    RankingState.VERY_STRONG: "Very strong",
}
_HOW_FAR: Mapping[RankingState, str] = {
    RankingState.VERY_WEAK: "hardly agree",
    RankingState.WEAK: "agree weakly",
    RankingState.MODERATE: "agree moderately",
    RankingState.STRONG: "agree strongly",
    RankingState.VERY_STRONG: "agree very strongly",
}
_ON: Mapping[Criterion, str] = {
    Criterion.PAIN: "on which processes hurt most",
    Criterion.IMPORTANCE: "on which processes matter most",
}


def agreed(criterion: Criterion, state: RankingState, w_share: float, people_count: int) -> str:
    """How far people agree on an order."""
    people = counted(people_count, "person", "people")
    return f"{people} {_HOW_FAR[state]} {_ON[criterion]} (Kendall's W {coefficient_text(w_share)})."


def not_told(criterion: Criterion, floor: int) -> str:
    """So few people gave an order that it is not shown."""
    people = counted(floor, "person", "people")
    return f"How far people agree {_ON[criterion]} is not shown: fewer than {people} gave an opinion on half of them."


def not_measured(criterion: Criterion) -> str:
    """There are no orders to set side by side."""
    return f"How far people agree {_ON[criterion]} is not measured: too few gave an opinion on enough of them."


def disagree_most(criterion: Criterion, process_names: Sequence[str]) -> str:
    """The processes that people place furthest apart."""
    return f"They disagree most {_ON[criterion]} about {listed(process_names)}."


def an_opinion() -> str:
    """What little agreement means for the order of priorities."""
    return "Where people hardly agree, a rank rests on opinions: talk about these processes before the plan does."
