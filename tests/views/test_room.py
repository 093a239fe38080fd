"""What a room sees before it agrees: counts of answers, and everybody who may have been there."""

from __future__ import annotations

import re
from collections import Counter

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.views.room import room_view
from tests.builders import DK, NA, an_assessment, rated, tiny_framework
from tests.computing import computed, the_sample

ITEM = "planning.ownership"
PEOPLE = tuple(Respondent(id=f"r{number}", role=Role.OTHER, name=f"P{number}") for number in range(1, 8))
ANSWERED = computed(
    tiny_framework(),
    an_assessment(
        tiny_framework(),
        asks_to_be=True,
        respondents=PEOPLE,
        ratings=(
            rated(ITEM, 0, "r1"),
            rated(ITEM, 3, "r2"),
            rated(ITEM, 3, "r4"),
            rated(ITEM, DK, "r5"),
            rated(ITEM, NA, "r6"),
            rated(ITEM, 5, "r7", Horizon.TO_BE),
            rated("planning.control", 1, "r3"),
        ),
    ),
)


def test_the_answers_so_far_are_counted_in_the_order_of_the_scale() -> None:
    view = room_view(ANSWERED, ITEM, Horizon.AS_IS)

    assert view.question == "Ownership"
    assert view.finding == "Answers so far: 1 “Point 0”, 2 “Point 3”, 1 “Not applicable” and 1 “Don't know”."


def test_each_horizon_has_its_own_answers() -> None:
    assert room_view(ANSWERED, ITEM, Horizon.TO_BE).finding == "Answers so far: 1 “Point 5”."
    assert room_view(ANSWERED, "planning.control", Horizon.TO_BE).finding == "Nobody has answered yet."


def test_everybody_may_have_been_there_and_those_who_answered_the_question_are_taken_to() -> None:
    view = room_view(ANSWERED, ITEM, Horizon.AS_IS)

    assert view.people == {one.id: f"{one.name} (Other)" for one in PEOPLE}
    assert view.answered_ids == ("r1", "r2", "r4", "r5", "r6")
    assert room_view(ANSWERED, ITEM, Horizon.TO_BE).answered_ids == ("r7",)


def test_the_room_of_the_sample_counts_what_its_people_answered() -> None:
    sample = the_sample()
    of_item = Counter(rating.item_id for rating in sample.assessment.ratings if rating.horizon is Horizon.AS_IS)
    item_id = of_item.most_common(1)[0][0]
    ratings = [one for one in sample.assessment.ratings if (one.item_id, one.horizon) == (item_id, Horizon.AS_IS)]
    codes = Counter(one.answer.code for one in ratings if one.answer.kind is AnswerKind.RATED)

    view = room_view(sample, item_id, Horizon.AS_IS)

    names = {point.code: point.name for point in sample.framework.scale}
    said = {name: int(count) for count, name in re.findall(r"(\d+) “([^”]+)”", view.finding)}
    assert {name: count for name, count in said.items() if name in names.values()} == {
        names[code]: count for code, count in codes.items() if code is not None
    }
    assert sum(said.values()) == len(ratings)
    assert set(view.answered_ids) == {one.respondent_id for one in ratings}
