"""What each draw takes: weights in force, opinions of those who gave one, and the criteria of section 11."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from typing import Any

import numpy as np
import pytest

from assessment.domain.agreement.resampling import Floats
from assessment.domain.answered.assessment import CriticalService, Opinion
from assessment.domain.answered.roadmap_settings import LinkStrength, RoadmapSettings
from assessment.domain.planning.draws import Draws, draw_criteria, draw_impacts, draw_scores, drawn_medians
from tests.builders import an_assessment, answered, respondents, tiny_framework
from tests.domain.altered import altered

LINKED = tiny_framework(4)
UNLINKED = altered(LINKED, linkages=(), universal=())
PROCESSES = ("planning", "building", "releasing", "process-4")
NO_NEED = np.zeros((2000, len(PROCESSES)))


def draws(framework: Any = UNLINKED, draw_count: int = 2000, seed: int = 1, **changes: Any) -> Draws:
    return Draws(
        framework=framework,
        assessment=an_assessment(framework, **changes),
        process_ids=PROCESSES,
        draw_count=draw_count,
        seed=seed,
    )


def drawn_impacts(own: Draws, needs: Floats) -> Floats:
    return draw_impacts(own, draw_criteria(own, needs))


def weighing(pain: float = 0.0, importance: float = 0.0, leverage: float = 0.0) -> RoadmapSettings:
    return RoadmapSettings(pain_weight=pain, importance_weight=importance, leverage_weight=leverage)


def codes_in(impacts: Floats) -> list[set[int]]:
    """Where one weight alone counts: the codes that came up for each process."""
    return [set(np.round(5 * column).astype(int).tolist()) for column in impacts.T]


def pains(**by_process: Sequence[int]) -> tuple[Opinion, ...]:
    return tuple(
        Opinion(respondent_id=f"r{number}", process_id=process_id.replace("_", "-"), pain=pain)
        for process_id, codes in by_process.items()
        for number, pain in enumerate(codes, start=1)
    )


@pytest.mark.parametrize("codes", [(0, 5), (1, 3, 4), (0, 0, 2, 5), (2, 2, 3, 3, 5)])
def test_a_drawn_median_is_as_likely_as_among_all_resamples(codes: tuple[int, ...]) -> None:
    everything = [sorted(own)[(len(codes) - 1) // 2] for own in product(codes, repeat=len(codes))]
    counts = [codes.count(code) for code in range(6)]
    found = drawn_medians(np.random.default_rng(5), counts, 20_000)
    for code in range(6):
        assert (found == code).mean() == pytest.approx(everything.count(code) / len(everything), abs=0.015)


def test_only_those_who_gave_an_opinion_are_drawn_for_it() -> None:
    said = pains(planning=(3, 3, 3), building=(0, 5), releasing=(2,), process_4=(1,))
    impacts = drawn_impacts(draws(opinions=said, roadmap=weighing(pain=1.0)), NO_NEED)
    assert codes_in(impacts) == [{3}, {0, 5}, {2}, {1}]
    assert impacts[:, 1].mean() == pytest.approx(0.25, abs=0.03), "the lower of two is 5 where both draws are"


def test_an_opinion_nobody_gave_is_assumed_from_the_others_in_the_same_draw() -> None:
    impacts = drawn_impacts(draws(opinions=pains(planning=(0, 5)), roadmap=weighing(pain=1.0)), NO_NEED)
    assert codes_in(impacts)[0] == {0, 5}
    assert (impacts == impacts[:, [0]]).all()
    three = draws(opinions=pains(planning=(1,), building=(2,), releasing=(4,)), roadmap=weighing(pain=1.0))
    assert codes_in(drawn_impacts(three, NO_NEED)) == [{1}, {2}, {4}, {2}]


def test_what_services_propose_stays_fixed_where_nobody_gave_an_importance() -> None:
    services = (CriticalService(id="till", name="Till", importance=4, process_ids=("planning", "building")),)
    said = (Opinion(respondent_id="r1", process_id="building", importance=1),)
    drawn = draws(opinions=said, critical_services=services, roadmap=weighing(importance=1.0))
    assert codes_in(drawn_impacts(drawn, NO_NEED)) == [{4}, {1}, {1}, {1}]


def test_a_weight_that_is_not_in_force_stays_0_and_the_others_sum_to_1() -> None:
    # importance is known for no process; pain 5 and no leverage: the impact is the drawn weight of pain
    opinions = pains(planning=(5,))
    impacts = drawn_impacts(draws(opinions=opinions, roadmap=weighing(0.4, 0.3, 0.4)), NO_NEED)[:, 0]
    assert impacts.mean() == pytest.approx(0.5, abs=0.02)
    assert impacts.var() == pytest.approx(0.25 / 11, abs=0.003), "Beta(5, 5): ten times the weights in force"


def test_without_a_weight_in_force_every_impact_is_1() -> None:
    assert (drawn_impacts(draws(roadmap=weighing(pain=1.0)), NO_NEED) == 1.0).all()
    assert (drawn_impacts(draws(roadmap=weighing()), NO_NEED) == 1.0).all()


def test_the_strength_of_implied_linkages_is_drawn_and_every_other_stays() -> None:
    # only releasing -> process-4 is implied; its strength matters where process-4 has another supplier, the hub
    framework = altered(LINKED, universal=())
    needs = np.ones((2000, len(PROCESSES)))
    leverage = drawn_impacts(draws(framework, roadmap=weighing(leverage=1.0)), needs)
    assert leverage.std(axis=0) == pytest.approx(np.zeros(4), abs=1e-12)
    hub = drawn_impacts(draws(LINKED, roadmap=weighing(leverage=1.0)), needs)
    assert (hub.std(axis=0) > 0)[[0, 2]].all()
    by_hand = (LinkStrength(linkage_id="releasing-to-process-4", strength=0.5),)
    fixed = weighing(leverage=1.0).model_copy(update={"linkages": by_hand})
    assert drawn_impacts(draws(LINKED, roadmap=fixed), needs).std(axis=0) == pytest.approx(np.zeros(4), abs=1e-12)


def test_what_is_answered_of_one_process_moves_no_draw_of_another() -> None:
    before = answered(UNLINKED, an_assessment(UNLINKED, respondents=respondents(6)))
    kept = tuple(
        rating for rating in before.ratings if rating.respondent_id != "r6" or "planning" not in rating.item_id
    )
    after = before.model_copy(update={"ratings": kept})
    first, second = (
        draw_scores(Draws(framework=UNLINKED, assessment=own, process_ids=PROCESSES, draw_count=50, seed=1))
        for own in (before, after)
    )
    assert (first[:, 1:] == second[:, 1:]).all()
    assert (first[:, 0] != second[:, 0]).any()


def test_another_seed_draws_otherwise() -> None:
    assessment = answered(UNLINKED, an_assessment(UNLINKED, respondents=respondents(6)))
    first, second = (
        draw_scores(Draws(framework=UNLINKED, assessment=assessment, process_ids=PROCESSES, draw_count=50, seed=seed))
        for seed in (1, 2)
    )
    assert (first != second).any()
