"""What is on record of a question: rounds as they were, who still saw it otherwise; nothing of few people."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from assessment.domain.answered.workshop import AgendaSlot, HeldSession, RoomKind, RoundSource, SlotState, VoteRound
from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.record import Apart, Counts, QuestionOnRecord, answers_apart, questions_on_record
from tests.builders import agreed, an_assessment, rated, respondents, tiny_framework
from tests.computing import computed

FRAMEWORK = tiny_framework()
FIRST, SECOND, OTHER = "planning.deliver-1", "planning.deliver-2", "building.deliver-1"


def a_round(item_id: str, *codes: int, number: int = 1, source: RoundSource = RoundSource.PHONES) -> VoteRound:
    counts = tuple((*codes, 0, 0, 0, 0, 0, 0)[:6])
    return VoteRound(item_id=item_id, horizon=Horizon.AS_IS, number=number, source=source, code_counts=counts)


def answers(item_id: str, *codes: int) -> tuple[Any, ...]:
    return tuple(rated(item_id, code, f"r{number}") for number, code in enumerate(codes, start=1))


def on_record(**content: Any) -> tuple[QuestionOnRecord, ...]:
    whole = computed(FRAMEWORK, an_assessment(FRAMEWORK, respondents=respondents(9), **content)).told
    return questions_on_record(whole.framework, whole.assessment, whole.result)


@pytest.mark.parametrize(
    ("codes", "not_applicable", "code", "wanted"),
    [
        ((0, 0, 3, 0, 0, 0), 0, 2, (3, 0, 0)),
        ((0, 2, 3, 1, 0, 0), 0, 2, (6, 3, 0)),
        ((1, 0, 3, 0, 2, 0), 0, 2, (6, 0, 3)),
        ((0, 0, 3, 0, 0, 0), 2, 2, (5, 0, 2)),
        ((0, 1, 1, 0, 0, 0), 3, None, (5, 0, 2)),
        ((0, 1, 1, 0, 0, 0), 0, 2, (None, None, None)),
    ],
)
def test_answers_stand_a_step_or_more_from_what_was_agreed(
    codes: tuple[int, ...], not_applicable: int, code: int | None, wanted: tuple[int | None, ...]
) -> None:
    apart = answers_apart(Counts(codes=codes, dont_know=0, not_applicable=not_applicable), code, floor=3)
    assert apart == Apart(answer_count=wanted[0], near_count=wanted[1], far_count=wanted[2])


def test_a_second_round_keeps_the_first_and_the_answers_that_count_now_say_who_is_apart() -> None:
    (found,) = on_record(
        ratings=answers(FIRST, 2, 2, 2, 5),
        agreed=(agreed(FIRST, 2),),
        rounds=(a_round(FIRST, 0, 0, 2, 0, 0, 2), a_round(FIRST, 0, 0, 3, 0, 0, 1, number=2)),
    )
    assert [(one.number, one.counts and one.counts.codes) for one in found.rounds] == [
        (1, (0, 0, 2, 0, 0, 2)),
        (2, (0, 0, 3, 0, 0, 1)),
    ]
    assert found.apart == Apart(answer_count=4, near_count=0, far_count=1)
    assert found.rounds[0].consensus_share != found.rounds[1].consensus_share


def test_votes_by_hand_say_who_is_apart_where_nobody_has_an_answer_of_their_own() -> None:
    (found,) = on_record(agreed=(agreed(FIRST, 1),), rounds=(a_round(FIRST, 0, 4, 2, source=RoundSource.HANDS),))
    assert found.apart == Apart(answer_count=6, near_count=2, far_count=0)


def test_of_a_round_of_few_nothing_is_told_and_nothing_of_who_is_apart() -> None:
    votes = a_round(FIRST, 1, 0, 0, 0, 0, 1)
    (found,) = on_record(ratings=answers(FIRST, 0, 5), agreed=(agreed(FIRST, 2),), rounds=(votes,))
    assert (found.rounds[0].counts, found.rounds[0].consensus_share) == (None, None)
    assert found.apart == Apart(answer_count=None, near_count=None, far_count=None)


def test_not_even_whoever_leads_is_told_the_counts_of_a_round_of_few() -> None:
    whole = computed(FRAMEWORK, an_assessment(FRAMEWORK, rounds=(a_round(FIRST, 1, 1), a_round(OTHER, 1, 2))))
    found = questions_on_record(whole.framework, whole.assessment, whole.result)
    assert {one.item_id: one.rounds[0].counts is not None for one in found} == {FIRST: False, OTHER: True}


@pytest.mark.parametrize(
    ("answered", "voted", "source", "is_told"),
    [
        (5, 5, RoundSource.PHONES, True),
        (6, 5, RoundSource.PHONES, False),
        (7, 5, RoundSource.SURVEY, False),
        (4, 5, RoundSource.PHONES, False),
        (8, 5, RoundSource.PHONES, True),
        (6, 5, RoundSource.HANDS, True),
        (2, 2, RoundSource.PHONES, False),
    ],
)
def test_a_round_is_not_told_where_the_few_who_are_not_in_it_could_be_worked_out(
    answered: int, voted: int, source: RoundSource, is_told: bool
) -> None:
    votes = a_round(FIRST, 0, 0, 0, voted, source=source)
    (found,) = on_record(ratings=answers(FIRST, *[3] * answered), rounds=(votes,))
    assert (found.rounds[0].counts is not None) is is_told


def test_a_round_before_the_last_is_told_and_a_show_of_hands_is_not_the_last_of_the_answers() -> None:
    (found,) = on_record(
        ratings=answers(FIRST, *[3] * 6),
        rounds=(
            a_round(FIRST, 0, 0, 0, 5),
            a_round(FIRST, 0, 0, 0, 5, number=2),
            a_round(FIRST, 0, 0, 9, number=3, source=RoundSource.HANDS),
        ),
    )
    assert [one.counts is not None for one in found.rounds] == [True, False, True]


def test_questions_stand_as_the_agenda_has_their_processes_and_only_those() -> None:
    values = tuple(agreed(item_id, 2) for item_id in sorted((FIRST, OTHER, "releasing.deliver-1")))
    slots = (
        AgendaSlot(process_id="building", place=0, minutes=10, state=SlotState.DONE),
        AgendaSlot(process_id="planning", place=1, minutes=10),
    )
    assert [one.item_id for one in on_record(agreed=values, agenda=slots)] == [OTHER, FIRST]
    assert [one.item_id for one in on_record(agreed=values, rounds=(a_round(SECOND, 3),))] == [FIRST, SECOND]
    assert [one.item_id for one in on_record(agreed=values)] == [FIRST, OTHER, "releasing.deliver-1"]


def test_a_reader_is_told_neither_the_notes_on_the_agenda_nor_any_name() -> None:
    slot = AgendaSlot(process_id="planning", place=0, minutes=10, note="Let Ada speak first")
    held = HeldSession(id="s1", kind=RoomKind.WORKSHOP, held_on=date(2026, 3, 2), respondent_ids=("r1",))
    told = computed(FRAMEWORK, an_assessment(FRAMEWORK, agenda=(slot,), sessions=(held,))).told.assessment
    assert told.agenda == (slot.model_copy(update={"note": None}),)
    assert {one.name for one in told.respondents} == {None}
