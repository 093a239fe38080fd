"""What a room sees before it agrees: counts of answers, and everybody who may have been there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Horizon
from assessment.views.room import RoomView, room_view
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


def room(horizon: Horizon = Horizon.AS_IS, item_id: str = ITEM, answers: Sequence[int] | None = None) -> RoomView:
    framework = ANSWERED.framework
    given = [rated(item_id, code, f"r{place}") for place, code in enumerate(answers or (), start=1)]
    votes = [one for one in ANSWERED.assessment.ratings if one.item_id == item_id] if answers is None else given
    return room_view(framework, PEOPLE, votes, framework.item_by_id[item_id], horizon)


def test_the_votes_stand_beside_the_statements_in_the_order_of_the_scale() -> None:
    view = room()
    votes, item = view.table("votes"), ANSWERED.framework.item_by_id[ITEM]

    assert view.question == "Ownership"
    assert [cell.text for cell in votes.column("answer")] == [*item.statements, "Not applicable here"]
    assert [cell.text for cell in votes.column("people")] == ["1 vote", "", "", "2 votes", "", "", "1 vote"]
    assert [cell.value for cell in votes.column("people")] == [1, 0, 0, 2, 0, 0, 1]
    assert view.finding == (
        "5 people answered, 1 of them doesn't know. As long as nothing is agreed, “Point 3” counts."
    )


def test_each_horizon_has_its_own_votes() -> None:
    assert room(Horizon.TO_BE).finding == "1 person answered. As long as nothing is agreed, “Point 5” counts."
    assert room(Horizon.TO_BE, "planning.control").finding == "Nobody has answered yet."


def test_a_room_that_is_split_is_told_between_what() -> None:
    assert room(answers=(1, 4)).finding == (
        "2 people answered. The room is split between “Point 1” and “Point 4”; "
        "as long as nothing is agreed, the lower counts."
    )


def test_a_reason_is_needed_two_steps_from_the_lower_median_and_where_it_does_not_apply() -> None:
    assert room(answers=(1, 4)).reasoned == {"3", "4", "5", "not-applicable"}
    assert room(answers=(3, 3, 5)).reasoned == {"0", "1", "5", "not-applicable"}
    assert room(answers=()).reasoned == {"not-applicable"}


def test_everybody_may_have_been_there_and_those_who_answered_the_question_are_taken_to() -> None:
    view = room()

    assert view.people == {one.id: f"{one.name} (Other)" for one in PEOPLE}
    assert view.answered_ids == ("r1", "r2", "r4", "r5", "r6")
    assert room(Horizon.TO_BE).answered_ids == ("r7",)


def test_who_answered_anonymously_is_counted_and_cannot_be_chosen() -> None:
    unnamed = Respondent(id="a0123456789abcdef", role=Role.OTHER)
    votes = [rated(ITEM, 3, "r1"), rated(ITEM, 3, unnamed.id)]

    view = room_view(ANSWERED.framework, (*PEOPLE, unnamed), votes, ANSWERED.framework.item_by_id[ITEM], Horizon.AS_IS)

    assert unnamed.id not in view.people
    assert (view.answered_ids, view.unnamed_ids) == (("r1",), (unnamed.id,))


def test_the_room_of_the_sample_counts_what_its_people_answered() -> None:
    sample = the_sample()
    of_item = Counter(rating.item_id for rating in sample.assessment.ratings if rating.horizon is Horizon.AS_IS)
    item = sample.framework.item_by_id[of_item.most_common(1)[0][0]]
    ratings = [one for one in sample.assessment.ratings if (one.item_id, one.horizon) == (item.id, Horizon.AS_IS)]
    codes = Counter(str(one.answer.code) for one in ratings if one.answer.kind is AnswerKind.RATED)

    view = room_view(sample.framework, sample.assessment.respondents, ratings, item, Horizon.AS_IS)

    counted = {row.id: row.cells[1].value for row in view.table("votes").rows if row.cells[1].value}
    assert {choice: count for choice, count in counted.items() if choice.isdigit()} == codes
    assert view.finding.startswith(f"{len(ratings)} people answered")
    assert set(view.answered_ids) == {one.respondent_id for one in ratings}
