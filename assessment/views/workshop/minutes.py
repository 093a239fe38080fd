"""The minutes of a workshop: agenda as it went, votes as spread, agreed values with reasons and with who differed,
what is still open, what was parked and decided, and who was there.

They name nobody beside an answer, and tell nothing that fewer people than the floor stand behind. Those who took part
are named where `named` gives their names, which readers are not told.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from assessment.domain.answered.assessment import Respondent
from assessment.domain.answered.workshop import DecisionKind, HeldSession
from assessment.domain.computed import Computed
from assessment.domain.disclosure.people import voices
from assessment.domain.workshop.record import QuestionOnRecord, questions_on_record
from assessment.views.model import Fact, Quote, View
from assessment.views.names import item_name
from assessment.views.quotes import speaker
from assessment.views.wording.numbers import whole_text
from assessment.views.wording.workshop import minutes as words
from assessment.views.workshop.minutes_tables import (
    Attendance,
    agenda_table,
    attendance,
    decisions_table,
    is_on_record,
    parked_table,
    sessions_table,
)
from assessment.views.workshop.minutes_votes import agreed_table, open_table, votes_table


@dataclass(frozen=True, slots=True, kw_only=True)
class MinutesView(View):
    """The minutes, with what people said as far as it was released."""

    quotes: tuple[Quote, ...] = ()
    quotes_title: str = words.QUOTES_TITLE


def minutes_view(
    computed: Computed, named: Sequence[Respondent] | None = None, running: Sequence[HeldSession] = ()
) -> MinutesView:
    """The minutes of everything that was held. `computed` is told; `named` are those whose names may be told.

    `running` are sessions whose rooms are open, as far as they went.
    """
    framework, assessment = computed.framework, computed.assessment
    floor = assessment.header.anonymity_floor
    questions = questions_on_record(framework, assessment, computed.result)
    voted = tuple(one for one in questions if one.rounds)
    again = {session.id for session in running}  # of rooms that were closed once and are open again
    held = [session for session in assessment.sessions if session.id not in again]
    found = (*attendance(held, named), *attendance(running, named, is_running=True))
    is_empty = not running and not is_on_record(assessment)
    is_open = any(one.agreed is None for one in questions)
    return MinutesView(
        id="minutes",
        question=words.QUESTION,
        finding=_finding(computed, questions),
        facts=tuple(_facts(found, questions)),
        tables=(
            sessions_table(found),
            agenda_table(framework, assessment.agenda),
            votes_table(framework, voted, floor),
            agreed_table(framework, questions, floor),
            *((open_table(framework, questions),) if is_open else ()),
            decisions_table(framework, assessment.decisions),
            parked_table(framework, assessment.parked),
        ),
        notes=(words.NAMES_NOBODY,),
        empty=words.EMPTY if is_empty else "",
        quotes=tuple(_quotes(computed, questions)),
    )


def _finding(computed: Computed, questions: Sequence[QuestionOnRecord]) -> str:
    decisions = computed.assessment.decisions
    action_count = sum(one.kind is DecisionKind.ACTION for one in decisions)
    return words.finding(
        sum(bool(one.rounds) for one in questions),
        sum(one.agreed is not None for one in questions),
        len(decisions) - action_count,
        action_count,
        len(computed.assessment.parked),
    )


def _facts(found: Sequence[Attendance], questions: Sequence[QuestionOnRecord]) -> Iterator[Fact]:
    days = sorted({one.session.held_on for one in found})
    if len(found) == 1:
        count = found[0].named_count + found[0].nameless_count
        yield Fact(id="people", label=words.PEOPLE_FACT, text=whole_text(count), value=count, note=words.days(days))
    elif found:
        yield Fact(
            id="held", label=words.HELD_FACT, text=whole_text(len(found)), value=len(found), note=words.days(days)
        )
    counts = (
        ("voted", words.VOTED_FACT, sum(bool(one.rounds) for one in questions)),
        ("agreed", words.AGREED_FACT, sum(one.agreed is not None for one in questions)),
        ("open", words.OPEN_FACT, sum(one.agreed is None for one in questions)),
    )
    yield from (Fact(id=name, label=label, text=whole_text(count), value=count) for name, label, count in counts)


def _quotes(computed: Computed, questions: Sequence[QuestionOnRecord]) -> Iterator[Quote]:
    """What people said to these questions, in the order of the minutes, as far as it may be quoted."""
    spoken = voices(computed.framework, computed.assessment)
    for item_id in dict.fromkeys(question.item_id for question in questions):
        for voice in spoken:
            if voice.note.item_id == item_id:
                name = item_name(computed.framework, item_id)
                yield Quote(text=voice.note.text, who=speaker(voice), where=name)
