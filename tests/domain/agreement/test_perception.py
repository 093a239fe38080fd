"""Leadership minus practitioners, and nobody recognised (METHOD.md section 8)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from assessment.domain.answered.assessment import Rating, Respondent, Role
from assessment.domain.authored.framework import Depth
from assessment.domain.rating.results import PerceptionGap
from assessment.domain.rating.scoring import score_assessment
from tests.builders import DK, NA, agreed, an_assessment, rated, tiny_framework

FRAMEWORK = tiny_framework(1)
LEADERS = tuple(Respondent(id=f"leader-{number}", role=Role.LEADERSHIP) for number in (1, 2, 3))
DOERS = tuple(Respondent(id=f"doer-{number}", role=Role.PRACTITIONER) for number in (1, 2, 3))
OTHERS = (Respondent(id="customer", role=Role.CUSTOMER), Respondent(id="other", role=Role.OTHER))
PEOPLE = LEADERS + DOERS + OTHERS


def said(people: Sequence[Respondent], values: Sequence[int | str], attribute_id: str = "delivery") -> list[Rating]:
    """What each of some people said to one attribute at quick depth; those without a value said nothing."""
    pairs = zip(people, values, strict=False)
    return [rated(f"planning.{attribute_id}", value, person.id) for person, value in pairs]


def gaps(
    ratings: Sequence[Rating], floor: int = 3, people: Sequence[Respondent] = PEOPLE
) -> Mapping[str, PerceptionGap]:
    assessment = an_assessment(
        FRAMEWORK, depth=Depth.QUICK, respondents=tuple(people), ratings=tuple(ratings), anonymity_floor=floor
    )
    found = score_assessment(FRAMEWORK, assessment).process("planning").perception_gaps
    return {gap.attribute_id: gap for gap in found}


def test_each_side_has_a_consensus_of_its_own() -> None:
    found = gaps([*said(LEADERS, (5, 4, 4)), *said(DOERS, (1, 2, 1)), *said(OTHERS, (0, 0))])
    gap = found["delivery"]
    assert (gap.leadership_percent, gap.practitioner_percent, gap.gap_percent) == (80.0, 20.0, 60.0)
    assert list(found) == ["delivery"]


def test_the_gap_is_below_zero_where_practitioners_see_more() -> None:
    assert gaps([*said(LEADERS, (1, 1, 1)), *said(DOERS, (4, 4, 4))])["delivery"].gap_percent == -60.0


def test_a_side_below_the_floor_is_never_shown() -> None:
    ratings = [*said(LEADERS, (5, 4)), *said(DOERS, (1, 2, 1))]
    assert gaps(ratings) == {}
    assert "delivery" in gaps(ratings, floor=2)


def test_who_says_not_applicable_or_dont_know_is_not_counted_to_the_floor() -> None:
    assert gaps([*said(LEADERS, (5, 4, DK)), *said(DOERS, (1, 2, 1))]) == {}
    assert gaps([*said(LEADERS, (5, 4, NA)), *said(DOERS, (1, 2, 1))]) == {}


def test_a_team_without_enough_people_has_no_gap_at_all() -> None:
    assert gaps(said(LEADERS, (5, 4, 4)), people=LEADERS) == {}
    assert gaps([], people=PEOPLE) == {}


def test_an_agreed_value_belongs_to_neither_side() -> None:
    ratings = (*said(LEADERS, (5, 5, 5)), *said(DOERS, (1, 1, 1)))
    assessment = an_assessment(
        FRAMEWORK, depth=Depth.QUICK, respondents=PEOPLE, ratings=ratings, agreed=(agreed("planning.delivery", 3),)
    )
    (gap,) = score_assessment(FRAMEWORK, assessment).process("planning").perception_gaps
    assert (gap.leadership_percent, gap.practitioner_percent) == (100.0, 20.0)


def test_at_full_depth_the_floor_counts_people_and_not_answers() -> None:
    def everything(people: Sequence[Respondent], code: int) -> list[Rating]:
        slugs = ("deliver-1", "deliver-2", "deliver-3")
        return [rated(f"planning.{slug}", code, person.id) for slug in slugs for person in people]

    two_sides = tuple(everything(LEADERS[:2], 4) + everything(DOERS, 2))
    assessment = an_assessment(FRAMEWORK, respondents=PEOPLE, ratings=two_sides)
    assert score_assessment(FRAMEWORK, assessment).process("planning").perception_gaps == ()


def test_an_item_of_weight_0_opens_no_gap() -> None:
    ratings = tuple(rated("planning.improve-process", 4, person.id) for person in LEADERS + DOERS)
    assessment = an_assessment(FRAMEWORK, respondents=PEOPLE, ratings=ratings)
    assert score_assessment(FRAMEWORK, assessment).process("planning").perception_gaps == ()
