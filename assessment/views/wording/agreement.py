"""The sentences of how far people agree, where to talk first, and how two sides see the same process."""

from __future__ import annotations

from assessment.views.wording.numbers import coefficient_text, counted, nearest, plural, share_text

QUESTION = "How far people agree"
UNCHANGED = "Agreement never changes a score."
WORD_LABEL = "Agreement"
ALPHA_LABEL = "Krippendorff's alpha"
ALPHA_NOTE = "1: all alike; reliable from 0.800"
WITHIN_ONE_LABEL = "Within one step"
WITHIN_ONE_NOTE = "of the value that counts"

TALK_TITLE = "Talk about these first"
DIFFER_TITLE = "Where answers differ most"
TALK_MEASURE = (
    "Questions on which people differ most; split ones first, then those with evidence against their value, then by "
    "agreement, 0 % to 100 %."
)
EVIDENCE_AGAINST = "evidence speaks against its value"
TALK_EMPTY = "People differ on no question."
QUESTION_COLUMN, ANSWERS_COLUMN, AGREEMENT_COLUMN = "Question", "Answers", "Agreement"

PERCEPTION_QUESTION = "Leadership beside practitioners"
PERCEPTION_MEASURE = (
    "Percent of full achievement as practitioners (dot) and leadership (diamond) rate it; difference in points."
)
ATTRIBUTE_COLUMN, LEADERSHIP_COLUMN, PRACTITIONERS_COLUMN, DIFFERENCE_COLUMN = (
    "Attribute",
    "Leadership",
    "Practitioners",
    "Difference",
)
PERCENT_MEANING = "Percent of full achievement, 0 to 100"
DIFFERENCE_MEANING = "Leadership minus practitioners, in percent points"


def not_measured() -> str:
    """No question has two ratings."""
    return "Agreement is not measured: no question has two ratings."


def not_told(floor: int) -> str:
    """So few people answered that how they differ would tell what one of them said."""
    return (
        f"How far people agree is not shown: fewer than {counted(floor, 'person', 'people')} answered each question. "
        "The facilitator sees the answers on the Questionnaire page."
    )


def left_out(count: int, floor: int) -> str:
    """The questions that the numbers leave out."""
    people = counted(floor, "person", "people")
    return plural(
        count,
        {
            "one": f"{{count}} question is left out of this: fewer than {people} answered it.",
            "other": f"{{count}} questions are left out of this: fewer than {people} answered each.",
        },
    )


def unanimous() -> str:
    """On each question all said the same."""
    return "Unanimous: on each question everybody gave the same answer."


def within_one_step(within_one_share: float | None) -> str:
    """Nearly all answers lie beside the value that counts."""
    return (
        f"People agree within one step: {share_text(within_one_share)} of their answers lie at most one step from the "
        "value that counts."
    )


def reliable(alpha: float | None) -> str:
    """Alpha is .800 or more."""
    return f"The answers are reliable (Krippendorff's alpha {coefficient_text(alpha)})."


def tentative(alpha: float | None) -> str:
    """Alpha is from .667 up to .800."""
    return f"The answers are good enough for tentative conclusions (Krippendorff's alpha {coefficient_text(alpha)})."


def talk_first(alpha: float | None) -> str:
    """Alpha is below .667."""
    return f"Talk first: people differ too much to rely on it (Krippendorff's alpha {coefficient_text(alpha)})."


def high_all_the_same() -> str:
    """Confidence is high where people should talk first: why both hold."""
    return (
        "Confidence in the level is high all the same: enough people answered, and on average they are close. On these "
        "questions some see it differently, so talk about them; the level would move little."
    )


def too_few_to_compare(anonymity_floor: int) -> str:
    """One side, or those on neither, are fewer than the anonymity floor."""
    return (
        f"Leadership is compared with practitioners from {counted(anonymity_floor, 'person', 'people')} on each side, "
        "and as many on neither side or nobody, so that nobody can be picked out."
    )


def see_the_same() -> str:
    """The widest difference rounds to nothing."""
    return "Leadership and practitioners see the same."


def leadership_higher(attribute_name: str, gap_percent: float) -> str:
    """The widest difference, leadership above."""
    points = counted(nearest(gap_percent), "point")
    return f"Leadership rates {attribute_name.lower()} {points} higher than practitioners."


def leadership_lower(attribute_name: str, gap_percent: float) -> str:
    """The widest difference, leadership below; the gap is negative."""
    points = counted(nearest(-gap_percent), "point")
    return f"Leadership rates {attribute_name.lower()} {points} lower than practitioners."
