"""Votes counted in the room, in words."""

from __future__ import annotations

from assessment.domain.answered.workshop import RoundSource, VoteRound
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.hands import Tally, read_paper
from assessment.views.workshop.hands import counts_text, hands_view, paper_findings, tally_findings
from tests.builders import tiny_framework

FRAMEWORK = tiny_framework()


def a_round(number: int, source: RoundSource, *counts: int, dont_know: int = 0, not_applicable: int = 0) -> VoteRound:
    return VoteRound(
        item_id="planning.deliver-1",
        horizon=Horizon.AS_IS,
        number=number,
        source=source,
        code_counts=counts or (0, 0, 4, 3, 0, 0),
        dont_know_count=dont_know,
        not_applicable_count=not_applicable,
    )


def test_before_the_first_count_it_says_so() -> None:
    view = hands_view(FRAMEWORK, ())

    assert (view.proposal, view.take, view.next_number) == (None, "", 1)
    assert view.finding == view.empty == "Nothing is counted for this question yet."


def test_the_newest_count_proposes_its_value() -> None:
    view = hands_view(FRAMEWORK, [a_round(1, RoundSource.HANDS), a_round(2, RoundSource.PAPER, 0, 0, 0, 5, 0, 0)])

    assert view.finding == "The middle of 5 votes is D."
    assert view.take == "Agree on D. Point 3"
    assert view.next_number == 3
    assert [[cell.text for cell in row.cells] for row in view.table("rounds").rows] == [
        ["1", "By show of hands", "C 4 and D 3", "C"],
        ["2", "On paper", "D 5", "D"],
    ]


def test_rounds_of_phones_are_not_shown_here_and_their_numbers_are_taken() -> None:
    view = hands_view(FRAMEWORK, [a_round(1, RoundSource.PHONES, 1, 0, 0, 0, 0, 0)])

    assert view.table("rounds").rows == ()
    assert "A 1" not in repr(view)
    assert view.next_number == 2
    assert hands_view(FRAMEWORK, (), open_round=3).next_number == 4


def test_a_split_and_an_upper_reading_are_told() -> None:
    assert list(tally_findings(Tally(code_counts=(0, 2, 0, 0, 2, 0)))) == [
        "The middle of 4 votes is B.",
        "The room is split between B and E: talk before you agree.",
    ]
    assert list(tally_findings(Tally(code_counts=(0, 0, 1, 1, 0, 0)))) == [
        "The middle of 2 votes is C.",
        "Read upwards, the middle is D.",
    ]


def test_a_count_without_a_value_proposes_none() -> None:
    not_applicable = hands_view(FRAMEWORK, [a_round(1, RoundSource.HANDS, 0, 0, 1, 0, 0, 0, not_applicable=3)])
    nobody = hands_view(FRAMEWORK, [a_round(1, RoundSource.HANDS, 0, 0, 0, 0, 0, 0, dont_know=3)])

    assert not_applicable.finding == "Most say that it does not apply here."
    assert nobody.finding == "Nobody chose a statement, so there is no value to propose."
    assert (not_applicable.take, nobody.take) == ("", "")
    assert nobody.table("rounds").cell("1", "value").text == "–"


def test_counts_leave_out_what_nobody_chose() -> None:
    tally = Tally(code_counts=(1, 0, 0, 0, 0, 2), dont_know_count=1, not_applicable_count=2)

    assert counts_text(tally) == "A 1, F 2, 1 doesn't know and 2 do not apply"


def test_what_was_read_of_a_line_is_told_and_what_was_not() -> None:
    assert list(paper_findings(read_paper("A A C D ? -"))) == [
        "Read as A 2, C 1, D 1, 1 doesn't know and 1 does not apply: 6 slips."
    ]
    assert list(paper_findings(read_paper("A x 7"))) == [
        "Read as A 1: 1 slip.",
        "Not read: x and 7. Use A to F, ? and -.",
    ]
    assert list(paper_findings(read_paper(""))) == []
