"""A survey as its facilitator sees it: how many answered, by role, who of those named has not, what waits sealed.

| column | value | range |
|---|---|---|
| asked, begun, done | people | 0 up |
| share | done of asked | 0 to 1 |
| answered | answers that one named person gave | 0 to asked |

Nobody's values are in it, and people without a name are in it only as numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.workshop.response import Answering, Responding, Response, response
from assessment.domain.workshop.survey import SurveyState
from assessment.views.model import Cell, Column, Fact, Kind, Row, Table, View
from assessment.views.wording.numbers import share_text, whole_text
from assessment.views.wording.terms import ROLES
from assessment.views.wording.workshop import survey as words


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyView(View):
    """How far a survey is (`response`), and who is not done (`left`).

    `may_take_in` says whether anything that waits may be taken in; `waits` says what and why not, as sentences.
    `left_ids`: the named people who are not done, in the order of `left`.
    """

    is_opened: bool
    is_open: bool
    is_over: bool
    may_take_in: bool
    waits: tuple[str, ...]
    left_ids: tuple[str, ...]


def survey_view(
    state: SurveyState, names: Mapping[str, str], local: Callable[[datetime], datetime] = lambda moment: moment
) -> SurveyView:
    """The survey as it stands. `names`: what each known person is called; `local`: a moment where the reader is."""
    counted = response(state.people, state.floor)
    left = tuple(one for one in state.people if not one.is_anonymous and one.asked_count and not one.is_done)
    is_open = state.room is not None and state.room.is_open
    return SurveyView(
        id="survey",
        question=words.QUESTION,
        finding=_finding(state, counted),
        facts=tuple(_facts(state, local)),
        tables=(_response_table(counted), _left_table(state, left, names)),
        notes=tuple(_notes(state, counted)),
        empty=words.NOT_OPENED_NEXT if state.room is None else "",
        is_opened=state.room is not None,
        is_open=is_open,
        is_over=is_open and not state.takes_answers,
        may_take_in=state.waiting.ready_count > 0,
        waits=tuple(_waits(state)),
        left_ids=tuple(one.id for one in left),
    )


def _finding(state: SurveyState, counted: Response) -> str:
    if state.room is None:
        return words.NOT_OPENED
    if not counted.all.asked_count:
        return words.NOBODY_ASKED
    return words.done_of(counted.all.done_count, counted.all.asked_count)


def _facts(state: SurveyState, local: Callable[[datetime], datetime]) -> Iterator[Fact]:
    if state.room is None:
        return
    is_over = state.room.is_open and not state.takes_answers
    standing = words.OVER if is_over else words.OPEN if state.room.is_open else words.CLOSED
    deadline = None if state.room.deadline is None else local(state.room.deadline)
    count = state.waiting.count
    yield Fact(id="state", label=words.STATE_LABEL, text=standing)
    yield Fact(id="deadline", label=words.DEADLINE_LABEL, text=words.open_until(deadline))
    yield Fact(id="waiting", label=words.WAITING_LABEL, text=words.waiting(count), value=count)


def _waits(state: SurveyState) -> Iterator[str]:
    if state.waiting.ready_count:
        yield words.may_be_taken(state.waiting.ready_count)
    if state.waiting.sealed_count:
        yield words.stays_sealed(state.waiting.sealed_count, state.floor)


def _notes(state: SurveyState, counted: Response) -> Iterator[str]:
    if state.room is not None:
        yield words.SEALED_NOTE
        if not state.room.is_open:
            yield words.CLOSED_NEXT
    if any(group.role is None for group in counted.by_role):
        yield words.below_the_floor(state.floor)


def _response_table(counted: Response) -> Table:
    number = Kind.NUMBER
    groups = counted.by_role if len(counted.by_role) < 2 else (*counted.by_role, counted.all)
    return Table(
        id="response",
        title=words.RESPONSE_TITLE,
        columns=(
            Column(id="role", name=words.ROLE_COLUMN),
            Column(id="asked", name=words.ASKED_COLUMN, kind=number, meaning=words.ASKED_MEANING),
            Column(id="begun", name=words.BEGUN_COLUMN, kind=number, meaning=words.BEGUN_MEANING),
            Column(id="done", name=words.DONE_COLUMN, kind=number, meaning=words.DONE_MEANING),
            Column(id="share", name=words.SHARE_COLUMN, kind=number, meaning=words.SHARE_MEANING),
        ),
        rows=tuple(_response_row(group, is_all=group is counted.all) for group in groups),
        empty=words.NOBODY_ASKED,
    )


def _response_row(group: Responding, *, is_all: bool) -> Row:
    role_id = "all" if is_all else "not-told" if group.role is None else group.role.value
    name = words.ALL_TOGETHER if is_all else words.ROLE_NOT_TOLD if group.role is None else ROLES[group.role]
    share = group.done_count / group.asked_count
    counts = (group.asked_count, group.begun_count, group.done_count)
    return Row(
        id=role_id,
        cells=(
            Cell(text=name, value=role_id),
            *(Cell(text=whole_text(count), value=count) for count in counts),
            Cell(text=share_text(share), value=share),
        ),
    )


def _left_table(state: SurveyState, left: tuple[Answering, ...], names: Mapping[str, str]) -> Table:
    return Table(
        id="left",
        title=words.LEFT_TITLE,
        columns=(
            Column(id="name", name=words.NAME_COLUMN),
            Column(id="answered", name=words.ANSWERED_COLUMN, kind=Kind.NUMBER),
            Column(id="link", name=words.LINK_COLUMN),
        ),
        rows=tuple(
            Row(
                id=one.id,
                cells=(
                    Cell(text=names.get(one.id, ""), value=one.id),
                    Cell(text=words.answered_of(one.answered_count, one.asked_count), value=one.answered_count),
                    Cell(text=words.HAS_LINK if one.id in state.linked_ids else words.HAS_NO_LINK),
                ),
            )
            for one in left
        ),
        empty=words.NOBODY_LEFT,
    )
