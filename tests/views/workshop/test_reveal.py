"""A reveal in words: what the votes come to, how far people agree, who is invited to speak, and nobody's name."""

from __future__ import annotations

import math
from dataclasses import replace
from typing import Any

import pytest

from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.workshop import RoundSource, VoteRound
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.reveal import Revealed, reveal
from assessment.domain.workshop.room import LeadersVote
from assessment.views.workshop.reveal import Spread, people_a_dot, reveal_view
from tests.builders import tiny_framework

FLOOR = 3
ITEM = next(iter(tiny_framework().item_by_id.values()))


def a_round(*counts: int, number: int = 1, dont_know: int = 0, not_applicable: int = 0, **more: Any) -> VoteRound:
    return VoteRound(
        item_id=ITEM.id,
        horizon=more.get("horizon", Horizon.AS_IS),
        number=number,
        source=RoundSource.PHONES,
        code_counts=counts,
        dont_know_count=dont_know,
        not_applicable_count=not_applicable,
    )


def revealed(*counts: int, former: tuple[VoteRound, ...] = (), **more: Any) -> Revealed:
    return reveal(a_round(*counts, **more), (), floor=FLOOR, leaders=LeadersVote.TOGETHER, former=former)


def spread(*counts: int, **more: Any) -> Spread:
    return reveal_view(ITEM, (revealed(*counts, **more),), FLOOR).spreads[0]


@pytest.mark.parametrize(
    ("counts", "finding"),
    [
        ((0, 0, 12, 0, 0, 0), "All 12 chose C."),
        ((0, 0, 2, 9, 1, 0), "You are close: nearly everybody is within one step of D."),
        ((0, 3, 0, 0, 3, 0), "The room is split between B and E: talk before you agree."),
        ((1, 1, 3, 3, 2, 1), "The middle of the votes is D; they reach from A to F."),
        ((1, 1, 0, 0, 0, 0), "Fewer than 3 answered: not shown."),
    ],
)
def test_what_the_votes_come_to_is_one_sentence(counts: tuple[int, ...], finding: str) -> None:
    assert spread(*counts).finding == finding
    assert reveal_view(ITEM, (revealed(*counts),), FLOOR).finding == finding


def test_below_the_floor_nothing_but_that_is_told() -> None:
    told = spread(0, 1, 0, 0, 0, 1)
    assert not told.is_shown
    assert (told.statements, told.facts, told.beside, told.notes, told.invited, told.earlier) == (
        (),
        (),
        (),
        (),
        "",
        (),
    )
    assert told.spoken == "As it is today. Fewer than 3 answered: not shown."
    assert reveal_view(ITEM, (revealed(0, 1, 0, 0, 0, 1),), FLOOR).tables == ()


def test_each_statement_stands_with_its_letter_its_votes_and_what_stands_at_it() -> None:
    told = spread(1, 0, 0, 2, 2, 0)
    assert [one.letter for one in told.statements] == list("ABCDEF")
    assert [one.statement for one in told.statements] == list(ITEM.statements)
    assert [one.text for one in told.statements] == ["1 person", "", "", "2 people", "2 people", ""]
    assert [one.dot_count for one in told.statements] == [1, 0, 0, 2, 2, 0]
    assert [one.letter for one in told.statements if one.is_value] == ["D"]
    assert [one.letter for one in told.statements if one.is_far] == ["A"]
    assert told.statements[3].marks == ("Middle of the votes",)
    assert told.statements[3].spoken == "D: 2 of 5 (Middle of the votes)"


def test_who_is_far_from_the_middle_is_invited_by_statement() -> None:
    assert spread(1, 0, 0, 4, 0, 1).invited == "If you chose A or F, you are invited to say what you see."
    assert spread(0, 0, 1, 4, 0, 0).invited == ""


def test_an_even_number_has_an_upper_reading_beside_its_middle() -> None:
    told = spread(0, 2, 0, 2, 0, 0)
    assert [(fact.id, fact.text) for fact in told.facts][:2] == [("value", "B"), ("upper", "D")]
    assert told.statements[3].marks == ("Upper reading",)
    assert "upper" not in {fact.id for fact in spread(0, 2, 0, 0, 0, 1).facts}


def test_agreement_is_a_share_rounded_down_with_what_all_alike_would_be() -> None:
    facts = {fact.id: fact for fact in spread(0, 1, 1, 1, 0, 0).facts}
    assert facts["within-one"].text == "100 %"
    assert (facts["agreement"].text, facts["agreement"].note) == ("78 %", "100 %: all alike")
    assert facts["agreement"].value == pytest.approx(1 + 2 / 3 * math.log2(1 - 1 / 5))


def test_leadership_stands_beside_practitioners_only_where_both_are_told() -> None:
    both = replace(revealed(0, 3, 0, 3, 0, 0), leadership_code=3, practitioner_code=1)
    told = reveal_view(ITEM, (both,), FLOOR).spreads[0]
    assert told.notes == ("Leadership stands at D, practitioners at B.",)
    assert told.statements[3].marks[-1] == "Leadership"
    assert told.statements[1].marks[-1] == "Practitioners"
    same = replace(both, practitioner_code=3)
    assert reveal_view(ITEM, (same,), FLOOR).spreads[0].notes == ("Leadership and practitioners both stand at D.",)
    assert spread(0, 3, 0, 3, 0, 0).notes == ()


def test_those_who_chose_no_statement_are_counted_beside() -> None:
    assert spread(0, 0, 3, 0, 0, 0, dont_know=1, not_applicable=2).beside == (
        "1 doesn't know",
        "2 say it does not apply",
    )
    more = spread(1, 0, 0, 0, 0, 0, not_applicable=4)
    assert more.finding == "4 people say that this does not apply here, more than chose a statement."
    assert spread(0, 0, 0, 0, 0, 0, dont_know=4).finding == "Nobody chose one of the six statements."


def test_a_round_before_stands_beside_by_its_number_unless_one_between_may_not_be_shown() -> None:
    first = a_round(1, 1, 1, 0, 0, 0)
    assert [
        (one.name, one.counts, one.spoken) for one in spread(0, 0, 3, 0, 0, 0, number=2, former=(first,)).earlier
    ] == [("Round 1", (1, 1, 1, 0, 0, 0), "Round 1: A 1, B 1 and C 1.")]
    few = a_round(1, 0, 0, 0, 0, 0, number=2)
    (one,) = spread(0, 0, 3, 0, 0, 0, number=3, former=(first, few)).earlier
    assert one.name == "An earlier round"


def test_what_the_room_agreed_on_is_marked_in_place_of_the_middle() -> None:
    agreed = {Horizon.AS_IS: Answer(kind=AnswerKind.RATED, code=4)}
    told = reveal_view(ITEM, (revealed(0, 0, 3, 0, 0, 0),), FLOOR, agreed).spreads[0]
    assert told.agreed == "Agreed: E."
    assert [one.letter for one in told.statements if one.is_value] == ["E"]
    assert told.statements[4].marks == ("Agreed",)
    none = {Horizon.AS_IS: Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Outsourced")}
    assert reveal_view(ITEM, (revealed(0, 0, 3, 0, 0, 0),), FLOOR, none).spreads[0].agreed == (
        "Agreed: this does not apply here."
    )


def test_two_horizons_are_named_in_one_finding() -> None:
    both = (revealed(0, 3, 0, 0, 0, 0), revealed(0, 0, 0, 0, 0, 3, horizon=Horizon.TO_BE))
    view = reveal_view(ITEM, both, FLOOR)
    assert view.finding == "As it is today: All 3 chose B. As it should be: All 3 chose F."
    assert [table.id for table in view.tables] == ["votes-as-is", "votes-to-be"]
    assert view.tables[1].cell("F", "people").text == "3 people"


def test_a_crowd_has_dots_of_several_people_and_says_so() -> None:
    told = spread(0, 0, 200, 41, 0, 0)
    assert (told.dot_people, [one.dot_count for one in told.statements]) == (10, [0, 0, 20, 5, 0, 0])
    assert told.notes == ("Each dot is 10 people, the last of a row up to 10.",)


@pytest.mark.parametrize("most", range(1, 1200, 7))
def test_no_statement_has_more_than_thirty_dots(most: int) -> None:
    assert -(-most // people_a_dot(most)) <= 30


def test_votes_that_stay_sealed_are_counted_and_no_more() -> None:
    told = reveal_view(ITEM, (replace(revealed(0, 0, 3, 0, 0, 0), sealed_count=2),), FLOOR).spreads[0]
    assert told.notes == ("2 answers stay sealed: fewer than 3 anonymous people answered.",)
