"""Kendall's W over people's orders of the processes: published examples, what is missing, and what is never told."""

from __future__ import annotations

import random
from collections.abc import Mapping, Sequence
from itertools import combinations
from statistics import fmean
from typing import Any

import pytest

from assessment.domain.agreement.measures import kendall_w
from assessment.domain.agreement.ranking import (
    Criterion,
    RankingAgreement,
    RankingState,
    concordance,
    measure_opinions,
    measure_ranking,
    state_of,
)
from assessment.domain.answered.assessment import Assessment, Opinion
from tests.builders import an_assessment, tiny_framework
from tests.computing import computed

# Siegel, Nonparametric Statistics for the Behavioral Sciences (1956), chapter 9: three executives rank six applicants
EXECUTIVES = ((1, 6, 3, 2, 5, 4), (1, 5, 6, 4, 2, 3), (6, 3, 2, 5, 4, 1))
# the same chapter, with ties: three rankings of ten
TIED = (
    (1, 4.5, 2, 4.5, 3, 7.5, 6, 9, 7.5, 10),
    (2.5, 1, 2.5, 4.5, 4.5, 8, 9, 6.5, 10, 6.5),
    (2, 1, 4.5, 4.5, 4.5, 4.5, 8, 8, 8, 10),
)
FRAMEWORK = tiny_framework(process_count=6)
IDS = tuple(process.id for process in FRAMEWORK.processes)


def orders(rows: Sequence[Sequence[float]]) -> list[Mapping[str, float]]:
    return [{str(number): place for number, place in enumerate(row)} for row in rows]


def said(*rows: Sequence[int | None], **changes: Any) -> Assessment:
    """Each row what one person said of the pain of the first processes; None for nothing."""
    opinions = tuple(
        Opinion(respondent_id=f"r{number}", process_id=process_id, pain=code)
        for number, row in enumerate(rows, start=1)
        for process_id, code in zip(IDS, row, strict=False)
        if code is not None
    )
    header = an_assessment(FRAMEWORK).header.model_copy(update={"anonymity_floor": changes.pop("floor", 3)})
    return an_assessment(FRAMEWORK, opinions=opinions, **changes).model_copy(update={"header": header})


def by_pain(*rows: Sequence[int | None], **changes: Any) -> RankingAgreement:
    return measure_ranking(said(*rows, **changes), Criterion.PAIN)


def test_the_published_examples_come_out_as_printed() -> None:
    # S = 25.5 of a most of 157.5, printed .16; with ties S = 591 of 714, printed .828
    assert concordance(orders(EXECUTIVES), 6) == pytest.approx(25.5 / 157.5)
    assert concordance(orders(TIED), 10) == pytest.approx(591 / 714)
    assert round(591 / 714, 3) == 0.828


def test_without_a_gap_it_is_the_formula_with_the_term_for_ties() -> None:
    draw = random.Random(8)
    for _ in range(200):
        people, things = draw.randint(2, 8), draw.randint(3, 9)
        codes = [[draw.randint(0, 5) for _ in range(things)] for _ in range(people)]
        framework = tiny_framework(process_count=things)
        opinions = tuple(
            Opinion(respondent_id=f"r{who}", process_id=process.id, importance=code)
            for who, row in enumerate(codes)
            for process, code in zip(framework.processes, row, strict=True)
        )
        assessment = an_assessment(framework, opinions=opinions)
        header = assessment.header.model_copy(update={"anonymity_floor": 1})
        found = measure_ranking(assessment.model_copy(update={"header": header}), Criterion.IMPORTANCE)
        wanted = kendall_w(codes)
        assert found.w_share == (None if wanted is None else pytest.approx(wanted))


def test_a_process_somebody_said_nothing_of_takes_their_middle_place() -> None:
    # places of four: 1 2 3 4, 1 2 3 4, and of the three said 1 2 3 moved by a half; d -1.5 -.5 .5 1.5 and -1 0 1
    found = by_pain((5, 4, 3, 2), (5, 4, 3, 2), (5, 4, 3, 2), (5, 4, 3, None))
    sums = (-1.5 * 3 - 1, -0.5 * 3, 0.5 * 3 + 1, 1.5 * 3)
    assert found.w_share == pytest.approx(sum(one**2 for one in sums) / (4 * (5.0 * 3 + 2.0)))
    assert (found.people_count, found.process_count) == (4, 4)


def test_who_said_too_little_is_not_counted() -> None:
    full = ((5, 4, 3, 2, 1, 0),) * 3
    half, less = (0, 1, 2, None, None, None), (0, 1, None, None, None, None)
    assert by_pain(*full, half).people_count == 4
    assert by_pain(*full, less).people_count == 3
    assert by_pain(*full, less).w_share == pytest.approx(1.0)


def test_a_process_with_an_opinion_of_fewer_people_than_the_floor_is_not_ranked() -> None:
    found = by_pain((5, 4, 3, 0), (5, 4, 3, 1), (5, 4, 3, None))
    assert found.process_count == 3
    assert {one.process_id for one in found.apart} == set(IDS[:3])


def test_of_two_processes_or_one_person_nothing_is_measured() -> None:
    for found in (by_pain((5, 4), (5, 4), (5, 4)), by_pain((5, 4, 3), floor=1), by_pain(), by_pain(*((3, 3, 3),) * 3)):
        assert (found.state, found.w_share, found.people_count, found.apart) == (RankingState.NOT_MEASURED, None, 0, ())


def test_below_the_floor_nothing_is_told() -> None:
    # each of six processes has three opinions, but only two people have one on half of them
    rows = (
        (5, 4, 3, 2, 1, 0),
        (0, 1, 2, 3, 4, 5),
        (5, 4, None, None, None, None),
        (None, None, 3, 2, None, None),
        (None, None, None, None, 1, 0),
    )
    found = by_pain(*rows)
    assert found == RankingAgreement(criterion=Criterion.PAIN, state=RankingState.NOT_TOLD)
    assert by_pain(*rows, floor=2).people_count == 2


def test_no_process_is_told_of_which_those_left_out_are_fewer_than_the_floor() -> None:
    full = ((5, 4, 3, 2, 1, 0), (5, 4, 3, 2, 0, 1), (4, 5, 3, 2, 1, 0))
    alone = (0, None, None, None, None, None)
    assert IDS[0] not in {one.process_id for one in by_pain(*full, alone).apart}
    assert IDS[1] in {one.process_id for one in by_pain(*full, alone).apart}
    assert IDS[0] in {one.process_id for one in by_pain(*full, alone, alone, alone).apart}


def test_those_furthest_apart_come_first_with_the_mean_distance_of_two_people() -> None:
    rows = ((5, 4, 3, 2), (2, 4, 3, 5), (5, 4, 3, 2), (4, 5, 3, 2))
    found = by_pain(*rows)
    first = (1, 4, 1, 2)
    assert found.apart[0].process_id == IDS[0]
    assert found.apart[0].apart_count == pytest.approx(fmean(abs(one - other) for one, other in combinations(first, 2)))
    assert found.apart[0].median_place == 1.5
    assert [one.apart_count for one in found.apart] == sorted((one.apart_count for one in found.apart), reverse=True)
    assert found.apart[-1].process_id == IDS[2]
    assert found.apart[-1].apart_count == 0


def test_pain_and_importance_are_measured_apart_and_only_in_scope() -> None:
    opinions = tuple(
        Opinion(respondent_id=who, process_id=process_id, pain=5 - place, importance=place)
        for who in ("r1", "r2", "r3")
        for place, process_id in enumerate(IDS)
    )
    both = measure_opinions(an_assessment(FRAMEWORK, opinions=opinions, scope=IDS[:4]))
    assert [one.process_count for one in both.both] == [4, 4]
    places = [{one.process_id: one.median_place for one in found.apart} for found in both.both]
    assert (places[0][IDS[0]], places[1][IDS[0]]) == (1, 4)


@pytest.mark.parametrize(
    ("w_share", "state"),
    [
        (0.0, RankingState.VERY_WEAK),
        (0.199, RankingState.VERY_WEAK),
        (0.2, RankingState.WEAK),
        (0.4, RankingState.MODERATE),
        (0.6, RankingState.STRONG),
        (0.8, RankingState.VERY_STRONG),
        (1.0, RankingState.VERY_STRONG),
    ],
)
def test_each_word_begins_at_its_bound(w_share: float, state: RankingState) -> None:
    assert state_of(w_share) is state


def test_a_reader_is_told_the_same_without_the_opinions() -> None:
    assessment = said(*((5, 4, 3, 2, 1, 0),) * 3)
    told = computed(FRAMEWORK, assessment).told
    assert told.assessment.opinions == ()
    assert told.opinions.pain.w_share == pytest.approx(1.0)
    assert told.at(None).opinions is told.opinions
