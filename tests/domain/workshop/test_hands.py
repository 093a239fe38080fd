"""A show of hands and letters from paper: counts, what is not read, and the value they come to."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.workshop import RoundSource, VoteRound
from assessment.domain.authored.framework import Horizon
from assessment.domain.rating.results import Outcome
from assessment.domain.workshop.hands import (
    LETTERS,
    Tally,
    answer_of,
    newest_typed_round,
    propose,
    read_paper,
    tally_of,
)


def a_round(number: int, source: RoundSource = RoundSource.HANDS, horizon: Horizon = Horizon.AS_IS) -> VoteRound:
    return VoteRound(
        item_id="planning.deliver-1",
        horizon=horizon,
        number=number,
        source=source,
        code_counts=(0, 1, 2, 0, 0, 0),
        dont_know_count=3,
        not_applicable_count=4,
    )


@pytest.mark.parametrize("line", ["A A C D ? -", "aacd?-", "a,A;c\nD\t?  –", "Ａ A C D ？ —", "A/A/C|D.?-"])
def test_a_line_of_letters_is_read_however_it_is_written(line: str) -> None:
    found = read_paper(line)

    assert found.tally == Tally(code_counts=(2, 0, 1, 1, 0, 0), dont_know_count=1, not_applicable_count=1)
    assert found.unread == ()


def test_what_is_not_read_is_named_once_each_and_counts_nowhere() -> None:
    found = read_paper("A G g 7 7 ! B")

    assert found.unread == ("G", "g", "7", "!")
    assert found.tally.people_count == 2


def test_an_empty_line_counts_nobody() -> None:
    assert read_paper("  \n").tally.people_count == 0


@given(st.lists(st.sampled_from((*LETTERS, "?", "-")), max_size=60))
def test_as_many_slips_are_counted_as_there_are_letters(signs: list[str]) -> None:
    found = read_paper(" ".join(signs))

    assert found.tally.people_count == len(signs)
    assert [found.tally.code_counts[place] for place in range(6)] == [signs.count(letter) for letter in LETTERS]


@given(st.text(max_size=200))
def test_no_text_breaks_the_reading(text: str) -> None:
    found = read_paper(text)

    assert found.tally.people_count <= len(text) * 18  # the longest that one sign becomes when it is made plain
    assert not set(found.unread) & set("ABCDEFabcdef?-")


@pytest.mark.parametrize(
    ("counts", "code", "upper_code", "is_split"),
    [
        ((0, 0, 1, 1, 0, 0), 2, 3, False),
        ((0, 2, 0, 0, 2, 0), 1, 4, True),
        ((0, 0, 0, 3, 0, 0), 3, 3, False),
        ((1, 0, 1, 0, 0, 0), 0, 2, True),
    ],
)
def test_the_value_proposed_is_the_lower_median(
    counts: tuple[int, int, int, int, int, int], code: int, upper_code: int, is_split: bool
) -> None:
    found = propose(Tally(code_counts=counts, dont_know_count=9))

    assert (found.outcome, found.code, found.upper_code, found.is_split) == (Outcome.RATED, code, upper_code, is_split)


def test_more_votes_for_not_applicable_than_for_statements_propose_that() -> None:
    found = propose(Tally(code_counts=(0, 0, 1, 0, 0, 0), not_applicable_count=2))

    assert (found.outcome, found.code) == (Outcome.NOT_APPLICABLE, None)


def test_nobody_who_chose_a_statement_proposes_nothing() -> None:
    assert propose(Tally(code_counts=(0,) * 6, dont_know_count=2)).outcome is Outcome.UNRATED


def test_the_newest_round_is_found_among_those_that_were_typed_in() -> None:
    paper, phones = a_round(2, RoundSource.PAPER), a_round(3, RoundSource.PHONES)
    rounds = (a_round(1), phones, paper, a_round(4, horizon=Horizon.TO_BE))
    item_id = rounds[0].item_id

    assert newest_typed_round(rounds, item_id, Horizon.AS_IS) == paper
    assert newest_typed_round((phones,), item_id, Horizon.AS_IS) is None
    assert newest_typed_round(rounds, "planning.deliver-2", Horizon.AS_IS) is None


def test_a_round_is_the_tally_it_was_made_of() -> None:
    assert tally_of(a_round(1)) == Tally(code_counts=(0, 1, 2, 0, 0, 0), dont_know_count=3, not_applicable_count=4)


def test_an_answer_is_a_code_or_not_applicable_with_its_reason() -> None:
    assert answer_of(3).code == 3
    assert answer_of(None, "Outsourced").reason == "Outsourced"
