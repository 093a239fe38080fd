"""Rules of how sure a level is and how far people agree (METHOD.md sections 3, 7 and 8).

Every number in them is the constant that the rule is computed with.
"""

from __future__ import annotations

from collections.abc import Mapping

from assessment.domain.agreement.confidence import (
    EVIDENCE_NEEDED,
    HIGH_AGREEMENT,
    HIGH_COVERAGE,
    HIGH_PEOPLE,
    LOW_AGREEMENT,
    LOW_COVERAGE,
    LOW_PEOPLE,
    PROVISIONAL_COVERAGE,
    ROLES_NEEDED,
)
from assessment.domain.agreement.measures import RELIABLE_ALPHA, TENTATIVE_ALPHA, WITHIN_ONE_SHARE
from assessment.domain.agreement.ranking import (
    ENOUGH_SHARE,
    FEWEST_PROCESSES,
    MODERATE_W,
    STRONG_W,
    VERY_STRONG_W,
    WEAK_W,
)
from assessment.domain.agreement.resampling import RANGE_PERCENTILES, RANGE_RESPONDENTS
from assessment.domain.planning.firmness import DRAW_COUNT
from assessment.domain.rating.capability import NOT_DONE_CODE
from assessment.domain.rating.consensus import SPLIT_CODES
from assessment.domain.rating.scale import HIGHEST_CODE, LETTERS
from assessment.views.wording.numbers import coefficient_text, counted, decimal_text, share_text, whole_text

THEME = "How sure"
TITLES: Mapping[str, str] = {
    "split": "Split room",
    "upper-reading": "Upper reading",
    "bounds": "What it could be",
    "sensitivity-range": "Sensitivity range",
    "provisional": "Provisional",
    "confidence": "Confidence",
    "evidence": "Evidence",
    "verification": "Verification",
    "item-agreement": "Agreement on a question",
    "process-agreement": "Agreement on a process",
    "within-one-step": "Agree within one step",
    "ranking-agreement": "Agreement on what hurts and matters",
    "perception-gap": "Perception gap",
    "anonymity": "Anonymity",
}
NOT_DONE = LETTERS[NOT_DONE_CODE].value
FULL_LETTER = LETTERS[HIGHEST_CODE].value


def split() -> str:
    """When the room is split."""
    return (
        "The room is split on a question without an agreed value where the two middle answers of an even number are "
        f"{counted(SPLIT_CODES, 'step')} or more apart. Split questions head the list to talk about, and no headline "
        "quotes one."
    )


def upper_reading() -> str:
    """What the lower median leaves out."""
    return (
        "The lower median leans down where an even number of people answer. So the upper of the two middle answers is "
        "read too, for every question without an agreed value at once; another level that comes of it is shown as "
        "what could be."
    )


def bounds() -> str:
    """What else the level could be."""
    return (
        f"Questions without an answer, all taken as {NOT_DONE} and all as {FULL_LETTER}, give a low and a high bound. "
        "What the level could be runs from the low bound to the higher of the high bound and the upper reading. A "
        "signed-off level is the low bound: not knowing never raises it."
    )


def sensitivity_range() -> str:
    """How far the score hangs on who was asked."""
    low, high = RANGE_PERCENTILES
    return (
        f"Where {whole_text(RANGE_RESPONDENTS)} people or more answered a process, they are drawn again "
        f"{whole_text(DRAW_COUNT)} times with fixed seeds; the range runs from percentile {low} to {high} of the "
        "scores. Agreed values stay fixed, and where all are agreed there is no range. It is no confidence interval."
    )


def provisional() -> str:
    """Too little is answered."""
    return (
        f"A process of which less than {share_text(PROVISIONAL_COVERAGE)} of the questions are rated; marked, and "
        "never among the first on the one page."
    )


def confidence() -> str:
    """High, medium and low."""
    return (
        f"High: at least {share_text(HIGH_COVERAGE)} of the questions rated, mean agreement of "
        f"{share_text(HIGH_AGREEMENT)}, {whole_text(HIGH_PEOPLE)} people behind the typical question, and "
        f"{whole_text(ROLES_NEEDED)} roles among them or evidence for {share_text(EVIDENCE_NEEDED)} of what is rated "
        f"L or F. Low: less than {share_text(LOW_COVERAGE)} rated, fewer than {whole_text(LOW_PEOPLE)} people, or "
        f"agreement below {share_text(LOW_AGREEMENT)}. Otherwise medium. Agreement that is not measured is not high. "
        "Behind an agreed value stand the people present, where they are more than those who rated it."
    )


def evidence() -> str:
    """What counts as evidence."""
    return (
        "Of the questions at L or F, the share with evidence recorded: a note of evidence, or an agreed value with "
        "evidence seen or verified. Shown beside the confidence."
    )


def verification() -> str:
    """When an assessment is verified."""
    return (
        "An assessment is verified when every rated question in scope has an agreed value that a second person "
        "verified; until then it is a self-assessment."
    )


def item_agreement() -> str:
    """How far people agree on a question."""
    return (
        "Tastle and Wierman's consensus: 0 % is two camps at the ends of the scale, 100 % everybody alike. Agreement "
        "never changes a score."
    )


def process_agreement() -> str:
    """How far people agree on a process."""
    return (
        f"Krippendorff's ordinal alpha over the questions with two ratings or more: reliable from "
        f"{coefficient_text(RELIABLE_ALPHA)}, tentative from {coefficient_text(TENTATIVE_ALPHA)}, below that talk "
        "first. Without such a question it is not measured; where on each all said the same, it is unanimous."
    )


def within_one_step() -> str:
    """When alpha does not matter."""
    return (
        f"Said before alpha is asked, where {share_text(WITHIN_ONE_SHARE)} or more of the ratings lie at most one step "
        "from the value of their question: alpha is 0 where nearly all say the same."
    )


def ranking_agreement() -> str:
    """How far people's orders of the processes agree."""
    weak, moderate, strong, very_strong = (decimal_text(one) for one in (WEAK_W, MODERATE_W, STRONG_W, VERY_STRONG_W))
    return (
        "Kendall's W, corrected for ties, over people's orders by pain and by importance: of the processes on which as "
        "many people as the anonymity floor gave an opinion, by those who gave one on "
        f"{share_text(ENOUGH_SHARE)} of these or more; what somebody said nothing of takes the middle place of their "
        f"order. Below {weak} it is hardly any agreement, from there weak, from {moderate} moderate, from {strong} "
        f"strong, from {very_strong} very strong (bounds halfway between Schmidt's values of 1997). It takes "
        f"{counted(FEWEST_PROCESSES, 'process', 'processes')}, and moves no number."
    )


def perception_gap() -> str:
    """Leadership beside practitioners."""
    return (
        "Leadership's percent of an attribute minus practitioners', each from their own answers alone, shown only "
        "where each side has as many people as the anonymity floor asks, and those on neither side are as many, or "
        "nobody."
    )


def anonymity() -> str:
    """What is not shown apart."""
    return (
        "Of a question that few people answered the value that counts is shown, and nothing of who differs from it; "
        "the numbers of its process are made without it. A quote appears when the facilitator released it and enough "
        "people are asked the question, with a role that enough people share, and never with a name."
    )


def here_floor(anonymity_floor: int) -> str:
    """The anonymity floor of this assessment."""
    return f"Here: at least {counted(anonymity_floor, 'person', 'people')}."
