"""The figures of a summary, worked by hand on three invented processes."""

from __future__ import annotations

from assessment.domain.answered.assessment import Assignment, Respondent, Role
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.computed import Computed
from assessment.domain.rating.scoring import score_assessment
from assessment.domain.summary import summarise
from tests.builders import an_assessment, rated, rated_process, tiny_framework

FRAMEWORK = tiny_framework()
PEOPLE = tuple(
    Respondent(id=respondent_id, role=role)
    for respondent_id, role in (("r1", Role.PRACTITIONER), ("r2", Role.PRACTITIONER), ("c1", Role.CUSTOMER))
)


def computed(**changes: object) -> Computed:
    assessment = an_assessment(FRAMEWORK, depth=Depth.QUICK, respondents=PEOPLE, **changes)
    return Computed(
        framework=FRAMEWORK,
        assessment=assessment,
        result=score_assessment(FRAMEWORK, assessment),
        hash_assessment=lambda _: "",
    )


def test_asked_counts_what_each_person_is_asked_and_answered_what_of_it_they_answered() -> None:
    assigned = Assignment(respondent_id="r2", process_id="building", attribute_ids=("control", "ownership"))
    ratings = (
        rated("planning.control", 3),
        rated("planning.ownership", "DK"),
        rated("building.control", 5, "r2"),
        rated("building.delivery", 5, "r2"),  # r2 is not asked this
        rated("planning.control", 2, "c1"),  # nor is a customer
        rated("planning.delivery", 2, "c1"),
    )
    figures = summarise(computed(ratings=ratings, assignments=(assigned,)))
    assert figures.respondent_count == 3
    assert figures.asked_count == 3 * 8 + 2 + 3 * 2  # everything; two of building; delivery and measurement
    assert figures.answered_count == 4


def test_to_be_answers_count_where_the_to_be_is_asked_for() -> None:
    ratings = (rated("planning.control", 3), rated("planning.control", 5, horizon=Horizon.TO_BE))
    assert summarise(computed(ratings=ratings)).answered_count == 1
    both = summarise(computed(ratings=ratings, asks_to_be=True))
    assert (both.asked_count, both.answered_count) == (2 * summarise(computed()).asked_count, 2)


def test_what_leaves_the_scope_is_neither_asked_nor_answered() -> None:
    ratings = (rated("planning.control", 3), rated("building.control", 3))
    figures = summarise(computed(ratings=ratings, scope=("planning",)))
    assert (figures.asked_count, figures.answered_count) == (8 + 8 + 2, 1)


def test_levels_and_coverage_are_those_of_the_results() -> None:
    ratings = rated_process(FRAMEWORK, "planning", 4, depth=Depth.QUICK)
    one = computed(ratings=ratings)
    figures = summarise(one)
    assert figures.whole == one.result.whole
    assert (figures.whole.process_count, figures.whole.at_target_count) == (1, 1)
    assert (figures.coverage_share, figures.confidence) == (one.result.coverage_share, one.result.confidence)
