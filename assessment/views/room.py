"""What a room has before it when it agrees on the value of a question: the votes so far, and who may be present."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Rating, Respondent
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.domain.rating.consensus import choice_counts, needs_reason, rate_item
from assessment.domain.rating.results import ItemResult, Outcome
from assessment.views.model import Cell, Column, Kind, Row, Table, View
from assessment.views.names import answer_name, known_people, people_names
from assessment.views.wording import room as words
from assessment.views.wording.pages.questionnaire import NOT_APPLICABLE


@dataclass(frozen=True, slots=True, kw_only=True)
class RoomView(View):
    """How many people chose what (`votes`); nobody is named with an answer.

    The rows of `votes` are what the room can agree on, "0" to "5" and "not-applicable"; `reasoned`: those that need a
    reason.
    `people`: everybody of the assessment who can be chosen, by id, no two called alike. `answered_ids`: those of them
    who answered the question, in the same order; they are taken to be present until somebody says otherwise.
    `unnamed_ids`: those who answered it anonymously in a room; they are counted, and not shown one by one.
    """

    reasoned: frozenset[str]
    people: Mapping[str, str]
    answered_ids: tuple[str, ...]
    unnamed_ids: tuple[str, ...]


def room_view(
    framework: Framework, respondents: Sequence[Respondent], votes: Sequence[Rating], item: Item, horizon: Horizon
) -> RoomView:
    """The room before it agrees. `votes`: everybody's answers to the item, of both horizons."""
    own = [vote for vote in votes if vote.horizon is horizon]
    counts = choice_counts(vote.answer for vote in own)
    answered = {vote.respondent_id for vote in own}
    people = people_names(known_people(respondents))
    choices = {
        **{str(code): statement for code, statement in enumerate(item.statements)},
        AnswerKind.NOT_APPLICABLE.value: NOT_APPLICABLE,
    }
    return RoomView(
        id="room",
        question=item.name,
        finding=" ".join(_findings(framework, rate_item(item.id, horizon, counts, None))),
        tables=(_votes(choices, counts),),
        reasoned=frozenset(choice for choice in choices if needs_reason(_answer(choice), counts)),
        people=people,
        answered_ids=tuple(respondent_id for respondent_id in people if respondent_id in answered),
        unnamed_ids=tuple(sorted(answered.difference(people))),
    )


def _answer(choice: str) -> Answer:
    if choice == AnswerKind.NOT_APPLICABLE:
        return Answer(kind=AnswerKind.NOT_APPLICABLE, reason=choice)
    return Answer(kind=AnswerKind.RATED, code=int(choice))


def _votes(choices: Mapping[str, str], counts: Sequence[int]) -> Table:
    """How many people chose each; who doesn't know can be counted, and not be agreed with."""
    return Table(
        id="votes",
        title=words.VOTES_TITLE,
        columns=(
            Column(id="answer", name=words.ANSWER_COLUMN),
            Column(id="people", name=words.PEOPLE_COLUMN, kind=Kind.NUMBER),
        ),
        rows=tuple(
            Row(id=choice, cells=(Cell(text=text), Cell(text=words.votes(count), value=count)))
            for (choice, text), count in zip(choices.items(), counts, strict=False)
        ),
        empty="",
    )


def _findings(framework: Framework, item: ItemResult) -> Iterator[str]:
    """What the votes come to as long as nothing is agreed."""
    if not item.answer_count:
        yield words.NOBODY_ANSWERED
        return
    yield words.people_answered(item.answer_count, item.dont_know_count or 0)
    if item.is_split and item.code is not None and item.upper_code is not None:
        yield words.split(_name(framework, item.code), _name(framework, item.upper_code))
    elif item.outcome is not Outcome.UNRATED:
        yield words.counts_without(_name(framework, item.code))


def _name(framework: Framework, code: int | None) -> str:
    return answer_name(framework, AnswerKind.NOT_APPLICABLE if code is None else AnswerKind.RATED, code)
