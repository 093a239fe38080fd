"""Values taken at once, and counts typed in: what is kept, and what is told that changed meanwhile."""

from __future__ import annotations

import pytest

from assessment.domain.answered.workshop import RoomKind, RoundSource
from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.workshop.accepting import Acceptable, LeftOutReason
from assessment.domain.workshop.hands import Tally, answer_of
from assessment.errors import Conflict, InvalidInput
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline
from tests.builders import agreed, rated
from tests.services.conftest import at_once, begun

ITEMS = ("planning.delivery", "planning.ownership", "building.delivery")
PEOPLE = ("r1", "r2", "r3")
AS_IS = Horizon.AS_IS


@pytest.fixture
def assessment_id(plumbline: Plumbline) -> str:
    """Three people who agree on three questions, and not on a fourth."""
    assessment_id = begun(plumbline, depth=Depth.QUICK, respondent_ids=PEOPLE)
    for number, respondent_id in enumerate(PEOPLE):
        for item_id in ITEMS:
            plumbline.answering.save(ME, assessment_id, rated(item_id, 3, respondent_id))
        plumbline.answering.save(ME, assessment_id, rated("planning.control", 2 * number, respondent_id))
    return assessment_id


def listed(plumbline: Plumbline, assessment_id: str, **changes: float) -> tuple[Acceptable, ...]:
    return plumbline.accepting.acceptable(ME, assessment_id, **changes)  # type: ignore[arg-type]


def agreed_codes(plumbline: Plumbline, assessment_id: str) -> dict[str, int | None]:
    return {one.item_id: one.answer.code for one in plumbline.assessments.load(ME, assessment_id).agreed}


def test_the_list_is_shown_and_nothing_is_taken_by_it(plumbline: Plumbline, assessment_id: str) -> None:
    assert [one.item_id for one in listed(plumbline, assessment_id)] == list(ITEMS)
    only = plumbline.accepting.acceptable(ME, assessment_id, process_ids=("building",))
    assert [one.item_id for one in only] == ["building.delivery"]
    assert agreed_codes(plumbline, assessment_id) == {}


def test_one_click_takes_the_list_with_those_who_answered_as_present(plumbline: Plumbline, assessment_id: str) -> None:
    accepted = plumbline.accepting.accept(ME, assessment_id, listed(plumbline, assessment_id))

    assert [one.item_id for one in accepted.taken] == list(ITEMS)
    assert accepted.left_out == ()
    assert agreed_codes(plumbline, assessment_id) == dict.fromkeys(ITEMS, 3)
    assert {one.present_ids for one in plumbline.assessments.load(ME, assessment_id).agreed} == {PEOPLE}
    assert listed(plumbline, assessment_id) == ()


def test_what_changed_after_the_list_was_shown_is_left_out_and_told(plumbline: Plumbline, assessment_id: str) -> None:
    seen = listed(plumbline, assessment_id)
    plumbline.answering.agree(ME, assessment_id, agreed("planning.delivery", 4))
    plumbline.answering.save(ME, assessment_id, rated("planning.ownership", 4, "r3"))

    accepted = plumbline.accepting.accept(ME, assessment_id, seen)

    assert [one.item_id for one in accepted.taken] == ["building.delivery"]
    assert [(one.item_id, one.reason) for one in accepted.left_out] == [
        ("planning.delivery", LeftOutReason.AGREED),
        ("planning.ownership", LeftOutReason.VOTES),
    ]
    assert agreed_codes(plumbline, assessment_id) == {"planning.delivery": 4, "building.delivery": 3}


def test_a_process_that_left_the_scope_is_left_out(plumbline: Plumbline, assessment_id: str) -> None:
    seen = listed(plumbline, assessment_id)
    plumbline.setup.change_scope(ME, assessment_id, "building", is_in=False)

    accepted = plumbline.accepting.accept(ME, assessment_id, seen)

    assert [(one.item_id, one.reason) for one in accepted.left_out] == [("building.delivery", LeftOutReason.SCOPE)]
    assert set(agreed_codes(plumbline, assessment_id)) == set(ITEMS[:2])


def test_two_who_take_the_list_at_once_take_each_value_once(plumbline: Plumbline, assessment_id: str) -> None:
    seen, found = listed(plumbline, assessment_id), []
    wrong = at_once(*[lambda: found.append(plumbline.accepting.accept(ME, assessment_id, seen)) for _ in range(2)])

    assert wrong == []
    assert sorted(len(one.taken) for one in found) == [0, 3]
    assert sorted(len(one.left_out) for one in found) == [0, 3]


def test_a_value_that_was_made_up_is_not_taken(plumbline: Plumbline, assessment_id: str) -> None:
    made_up = Acceptable(
        item_id="planning.control",
        horizon=AS_IS,
        code=5,
        answer_count=3,
        same_count=3,
        consensus_share=1.0,
        respondent_ids=PEOPLE,
    )
    accepted = plumbline.accepting.accept(ME, assessment_id, (made_up,))

    assert [one.reason for one in accepted.left_out] == [LeftOutReason.VOTES]
    assert agreed_codes(plumbline, assessment_id) == {}


@pytest.mark.parametrize("bound", [0.49, 1.01, float("nan")])
def test_a_bound_that_is_none_is_refused(plumbline: Plumbline, assessment_id: str, bound: float) -> None:
    with pytest.raises(InvalidInput, match="bound"):
        listed(plumbline, assessment_id, bound=bound)


# --- hands and paper -------------------------------------------------------------------------------------------------

ITEM = "building.control"
TALLY = Tally(code_counts=(0, 1, 4, 3, 0, 0), dont_know_count=2, not_applicable_count=1)


def test_a_count_is_a_round_without_a_rating(plumbline: Plumbline, assessment_id: str) -> None:
    before = plumbline.assessments.load(ME, assessment_id)
    stored = plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, TALLY, number=1)
    after = plumbline.assessments.load(ME, assessment_id)

    assert after.ratings == before.ratings
    assert after.respondents == before.respondents
    (kept,) = after.rounds
    assert (kept.source, kept.number, kept.code_counts) == (RoundSource.HANDS, 1, (0, 1, 4, 3, 0, 0))
    assert (kept.dont_know_count, kept.not_applicable_count) == (2, 1)
    assert (stored.proposal.code, stored.proposal.upper_code) == (2, 2)
    assert plumbline.hands.rounds(ME, assessment_id, ITEM) == (stored,)


def test_repeating_a_count_is_harmless_and_another_over_it_is_a_conflict(
    plumbline: Plumbline, assessment_id: str
) -> None:
    first = plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, TALLY, number=1)
    assert plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, TALLY, number=1) == first

    other = Tally(code_counts=(9, 0, 0, 0, 0, 0))
    with pytest.raises(Conflict) as told:
        plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, other, number=1)
    assert "Votes, A to F: 0, 1, 4, 3, 0 and 0" in told.value.theirs
    corrected = plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, other, number=1, expected_version=first.version)
    assert [one.round for one in plumbline.hands.rounds(ME, assessment_id, ITEM)] == [corrected.round]


def test_a_second_round_keeps_the_first(plumbline: Plumbline, assessment_id: str) -> None:
    plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, TALLY, number=1)
    paper = Tally(code_counts=(0, 0, 0, 9, 0, 0))
    plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, paper, number=2, source=RoundSource.PAPER)

    assert [one.round.source for one in plumbline.hands.rounds(ME, assessment_id, ITEM)] == [
        RoundSource.HANDS,
        RoundSource.PAPER,
    ]


@pytest.mark.parametrize(
    ("tally", "number", "source", "words"),
    [
        (Tally(code_counts=(0,) * 6), 1, RoundSource.HANDS, "nobody is counted"),
        (TALLY, 10, RoundSource.HANDS, "at most 9 rounds"),
        (TALLY, 1, RoundSource.PHONES, "not counted in the room"),
        (Tally(code_counts=(-1, 2, 0, 0, 0, 0)), 1, RoundSource.HANDS, "code counts"),
        (Tally(code_counts=(10_001, 0, 0, 0, 0, 0)), 1, RoundSource.HANDS, "code counts"),
        (TALLY, 0, RoundSource.PAPER, "number"),
    ],
)
def test_a_count_that_cannot_be_is_refused_and_changes_nothing(
    plumbline: Plumbline, assessment_id: str, tally: Tally, number: int, source: RoundSource, words: str
) -> None:
    with pytest.raises(InvalidInput, match=f"(?i){words}"):
        plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, tally, number=number, source=source)
    assert plumbline.assessments.load(ME, assessment_id).rounds == ()


def test_a_count_stays_out_of_the_round_that_phones_vote_in(plumbline: Plumbline, assessment_id: str) -> None:
    room = plumbline.rooms.open_room(ME, assessment_id, RoomKind.WORKSHOP)
    room = plumbline.voting.ask(ME, assessment_id, room.id, ITEM, room.step)
    with pytest.raises(InvalidInput, match="phones are voting"):
        plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, TALLY, number=1)
    plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, TALLY, number=2)
    plumbline.voting.reveal(ME, assessment_id, room.id, room.step)

    rounds = {one.round.number: one.round for one in plumbline.hands.rounds(ME, assessment_id, ITEM)}
    assert rounds[2].code_counts == TALLY.code_counts
    with pytest.raises(InvalidInput, match="came from phones"):
        plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, TALLY, number=1)


def test_those_who_were_counted_stand_behind_the_value_that_is_agreed(plumbline: Plumbline, assessment_id: str) -> None:
    plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, TALLY, number=1)
    assert item_of(plumbline, assessment_id) == (None, 0)
    plumbline.answering.agree(ME, assessment_id, agreed(ITEM, 2))

    assert item_of(plumbline, assessment_id) == (2, 11)
    plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, Tally(code_counts=(0, 0, 7, 0, 0, 0)), number=2)
    assert item_of(plumbline, assessment_id) == (2, 7)


def item_of(plumbline: Plumbline, assessment_id: str) -> tuple[int | None, int]:
    (item,) = plumbline.results.compute(ME, assessment_id).result.process("building").attribute("control").items
    return item.code, item.people_count


def test_a_value_far_from_what_was_counted_takes_a_reason(plumbline: Plumbline, assessment_id: str) -> None:
    plumbline.hands.count(ME, assessment_id, ITEM, AS_IS, TALLY, number=1)
    far = agreed(ITEM, 4).model_copy(update={"note": None})
    with pytest.raises(InvalidInput, match="has no reason"):
        plumbline.answering.agree(ME, assessment_id, far)
    plumbline.answering.agree(ME, assessment_id, far.model_copy(update={"answer": answer_of(3)}))
    assert agreed_codes(plumbline, assessment_id)[ITEM] == 3
