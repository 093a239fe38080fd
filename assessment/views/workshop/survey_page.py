"""A survey as the one sees it who answers: what is kept, how far they are, each question, what is left, the end.

The same pages on a phone and a laptop. Answers are those of the person alone who reads.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from assessment.domain.answered.entries import AnswerKind
from assessment.domain.authored.framework import Horizon, Item
from assessment.domain.workshop.place import COMMENT_LIMIT
from assessment.domain.workshop.survey import OwnAnswer, SurveySheet
from assessment.views.names import process_name
from assessment.views.wording.pages.questionnaire import DONT_KNOW, NOT_APPLICABLE
from assessment.views.wording.terms import HORIZON_QUESTIONS
from assessment.views.wording.workshop import survey_page as words
from assessment.views.wording.workshop.reveal import letter


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyHead:
    """What stands at the head of every page of a survey. `over` says why no answer is taken, "" while some are."""

    of: str
    who: str
    until: str
    over_title: str
    over: str
    progress: str
    answered_count: int
    asked_count: int


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessLine:
    """A process with how far one is, and the question it opens at."""

    process_id: str
    name: str
    progress: str
    is_done: bool
    item_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessGroup:
    """Processes under the name of their group."""

    name: str
    lines: tuple[ProcessLine, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenItem:
    """A question without an answer."""

    item_id: str
    number: str
    name: str


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenProcess:
    """The questions of a process that have no answer yet."""

    name: str
    items: tuple[OpenItem, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyView:
    """The pages but for the questions: what is kept, the list of processes, what is left, the end.

    `resume_item_id` is where to go on, None where nothing is left.
    """

    head: SurveyHead
    kept: tuple[str, ...]
    groups: tuple[ProcessGroup, ...]
    left: tuple[OpenProcess, ...]
    left_text: str
    is_begun: bool
    resume_item_id: str | None
    end: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One way to answer: its value in the form, its letter if it is a statement, its words."""

    value: str
    letter: str
    text: str
    is_chosen: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """A question for one horizon, its choices, and the reason where it does not apply."""

    horizon: str
    label: str
    choices: tuple[Choice, ...]
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyQuestion:
    """One question of a survey, with the way back and on; None at either end.

    `moment_ms` is the server's clock in milliseconds: a phone's own may be wrong, and its votes are counted up by it.
    """

    head: SurveyHead
    participant_id: str
    last_sequence: int
    moment_ms: int
    item_id: str
    number: str
    process: str
    name: str
    question: str
    askings: tuple[Asking, ...]
    needs_reason: str
    comment: str
    comment_limit: int
    back_item_id: str | None
    next_item_id: str | None


def survey_view(sheet: SurveySheet) -> SurveyView:
    """The pages of a survey for one person, but for the questions."""
    resume = sheet.resume()
    return SurveyView(
        head=_head(sheet),
        kept=tuple(_kept(sheet)),
        groups=tuple(_groups(sheet)),
        left=tuple(_left(sheet)),
        left_text=words.left(len(sheet.left)) if sheet.left else words.NOTHING_LEFT,
        is_begun=bool(_given(sheet)),
        resume_item_id=None if resume is None else resume.id,
        end=tuple(_end(sheet)),
    )


def question_view(sheet: SurveySheet, item_id: str) -> SurveyQuestion | None:
    """One question; None for one that this person is not asked."""
    ids = [item.id for item in sheet.items]
    if item_id not in ids:
        return None
    place = ids.index(item_id)
    item = sheet.items[place]
    return SurveyQuestion(
        head=_head(sheet),
        participant_id=sheet.participant_id,
        last_sequence=sheet.last_sequence,
        moment_ms=int(sheet.moment.timestamp() * 1000),
        item_id=item_id,
        number=words.numbered(place + 1, len(ids)),
        process=process_name(sheet.framework, item.process_id),
        name=item.name,
        question=item.question,
        askings=tuple(_asking(sheet, item, horizon) for horizon in sheet.horizons(item_id)),
        needs_reason=AnswerKind.NOT_APPLICABLE.value,
        comment=next((one.comment for one in sheet.answers if one.item_id == item_id and one.comment), ""),
        comment_limit=COMMENT_LIMIT,
        back_item_id=ids[place - 1] if place else None,
        next_item_id=ids[place + 1] if place + 1 < len(ids) else None,
    )


def _head(sheet: SurveySheet) -> SurveyHead:
    given, asked = len(_given(sheet)), len(sheet.places)
    deadline, is_open = sheet.room.deadline, sheet.takes_answers
    if is_open:
        title = over = ""
    elif deadline is not None and sheet.room.is_open:
        title, over = words.OVER_TITLE, words.over_since(deadline)
    else:
        title, over = words.CLOSED_TITLE, words.CLOSED
    return SurveyHead(
        of=words.of(sheet.header.name, sheet.header.organisation),
        who=words.ANONYMOUS if sheet.name is None else words.answering_as(sheet.name),
        until=words.open_until(deadline) if is_open and deadline is not None else "",
        over_title=title,
        over=over,
        progress=words.progress(given, asked),
        answered_count=given,
        asked_count=asked,
    )


def _given(sheet: SurveySheet) -> frozenset[tuple[str, Horizon]]:
    """The places that are asked and have an answer."""
    given = {(one.item_id, one.horizon) for one in sheet.answers}
    return frozenset((one.item.id, one.horizon) for one in sheet.places) & given


def _kept(sheet: SurveySheet) -> Iterator[str]:
    if sheet.is_anonymous:
        yield words.KEPT_OF_ANONYMOUS
    else:
        yield words.KEPT_OF_LINKED if sheet.name is None else words.KEPT_OF_NAMED
    yield words.KEPT_OF_ALL
    yield words.KEPT_ON_DEVICE


def _groups(sheet: SurveySheet) -> Iterator[ProcessGroup]:
    framework, given = sheet.framework, _given(sheet)
    left_ids = {item.id for item in sheet.left}
    lines = []
    for process_id, group in groupby(sheet.places, lambda place: place.item.process_id):
        places = tuple(group)
        count = sum((one.item.id, one.horizon) in given for one in places)
        first_open = next((one.item.id for one in places if one.item.id in left_ids), places[0].item.id)
        lines.append(
            ProcessLine(
                process_id=process_id,
                name=process_name(framework, process_id),
                progress=words.progress(count, len(places)),
                is_done=count == len(places),
                item_id=first_open,
            )
        )
    for name, some in groupby(lines, lambda line: framework.group_by_process[line.process_id].name):
        yield ProcessGroup(name=name, lines=tuple(some))


def _left(sheet: SurveySheet) -> Iterator[OpenProcess]:
    numbers = {item.id: number for number, item in enumerate(sheet.items, start=1)}
    for process_id, items in groupby(sheet.left, lambda item: item.process_id):
        yield OpenProcess(
            name=process_name(sheet.framework, process_id),
            items=tuple(
                OpenItem(item_id=one.id, number=words.numbered(numbers[one.id], len(numbers)), name=one.name)
                for one in items
            ),
        )


def _end(sheet: SurveySheet) -> Iterator[str]:
    if not sheet.places:
        yield words.NOTHING_ASKED
        return
    yield words.left_open(len(sheet.left)) if sheet.left else words.EVERYTHING_ANSWERED
    if sheet.takes_answers:
        yield words.can_change("" if sheet.room.deadline is None else words.open_until(sheet.room.deadline))


def _asking(sheet: SurveySheet, item: Item, horizon: Horizon) -> Asking:
    own = sheet.answer(item.id, horizon)
    chosen = _value(own)
    statements = tuple((str(code), letter(code), text) for code, text in enumerate(item.statements))
    others = ((AnswerKind.DONT_KNOW.value, "", DONT_KNOW), (AnswerKind.NOT_APPLICABLE.value, "", NOT_APPLICABLE))
    return Asking(
        horizon=horizon.value,
        label=HORIZON_QUESTIONS[horizon],
        choices=tuple(
            Choice(value=value, letter=sign, text=text, is_chosen=value == chosen)
            for value, sign, text in (*statements, *others)
        ),
        reason="" if own is None else own.answer.reason or "",
    )


def _value(own: OwnAnswer | None) -> str | None:
    if own is None:
        return None
    return own.answer.kind.value if own.answer.code is None else str(own.answer.code)
