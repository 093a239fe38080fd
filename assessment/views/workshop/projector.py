"""The wall for the second screen: how to join, what is asked, how many are in, the reveal, what comes next.

Nothing private is on it, for it is thrown before everybody and shared in calls: nobody's name, no vote before the
reveal, nothing of who has voted and who has not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.entries import Answer
from assessment.domain.answered.workshop import AgendaSlot, SlotState
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.domain.workshop.reveal import Revealed
from assessment.domain.workshop.room import Phase, Room
from assessment.views.model import View
from assessment.views.names import process_name
from assessment.views.wording.workshop import joining, reveal
from assessment.views.wording.workshop import projector as words
from assessment.views.wording.workshop.lobby import are_in
from assessment.views.workshop.reveal import RevealView, reveal_view


class Stage(StrEnum):
    """What is on the wall."""

    LOBBY = "lobby"
    NEXT = "next"
    VOTING = "voting"
    REVEALED = "revealed"
    CLOSED = "closed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Lettered:
    """One of the six statements, by the letter that the room calls it."""

    letter: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class JoinView:
    """How to get in. `link` is what the QR code holds, None without an address; `short` all of it in one line."""

    code: str
    code_spoken: str
    address: str
    link: str | None
    qr_spoken: str
    short: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ProjectorView(View):
    """The wall at one moment. `said` is what a screen reader is told of it when it changes.

    `process`: the process of the question; `is_process`: what the wall announces is the process that comes.
    `status`: how many are in the room, or have voted. `next_up`: what comes after.
    """

    stage: Stage
    join: JoinView
    process: str
    is_process: bool
    status: str
    in_count: int
    expected_count: int
    round_name: str
    statements: tuple[Lettered, ...]
    reveal: RevealView | None
    next_up: str
    said: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """How many are in the room, are asked the open question, and have voted on it."""

    head_count: int
    in_count: int = 0
    expected_count: int = 0


def projector_view(
    framework: Framework,
    room: Room,
    counted: Counted,
    *,
    floor: int,
    link: str | None,
    revealed: Sequence[Revealed] = (),
    agreed: Mapping[Horizon, Answer] | None = None,
    agenda: Sequence[AgendaSlot] = (),
) -> ProjectorView:
    """The wall of a room. `link`: where the QR code leads; `agreed`: what was agreed on the open question."""
    stage = _stage(room)
    item = framework.item_by_id.get(room.item_id or "") if stage in (Stage.VOTING, Stage.REVEALED) else None
    shown = reveal_view(item, revealed, floor, agreed) if item is not None and stage is Stage.REVEALED else None
    title = _title(framework, stage, item, room, agenda)
    status = _status(stage, counted)
    finding = shown.finding if shown is not None else status
    return ProjectorView(
        id="projector",
        question=title,
        finding=finding,
        stage=stage,
        join=join_view(room, link),
        process=process_name(framework, item.process_id) if item is not None else "",
        is_process=stage is Stage.NEXT and bool(_coming(room, agenda)),
        status=status,
        in_count=counted.in_count,
        expected_count=counted.expected_count,
        round_name=words.round_of(room.round_number) if item is not None else "",
        statements=tuple(_lettered(item)) if stage is Stage.VOTING and item is not None else (),
        reveal=shown,
        next_up=_next_up(framework, stage, room, agenda),
        said=words.said(title, finding),
    )


def join_view(room: Room, link: str | None) -> JoinView:
    """How to get into a room, for the wall and for the lobby."""
    address = joining.plain_address(room.address) if room.address is not None else joining.NO_ADDRESS
    return JoinView(
        code=joining.code_text(room.code),
        code_spoken=joining.spelled(room.code),
        address=address,
        link=None if room.address is None else link,
        qr_spoken=joining.qr_spoken(room.address) if room.address is not None else "",
        short=joining.join_short(room.address, room.code) if room.address is not None else "",
    )


def _stage(room: Room) -> Stage:
    if not room.is_open:
        return Stage.CLOSED
    if room.phase is Phase.VOTING:
        return Stage.VOTING
    if room.phase is Phase.REVEALED:
        return Stage.REVEALED
    return Stage.LOBBY if room.item_id is None and room.slot_process_id is None else Stage.NEXT


def _title(framework: Framework, stage: Stage, item: Item | None, room: Room, agenda: Sequence[AgendaSlot]) -> str:
    if item is not None:
        return item.question
    if stage is Stage.CLOSED:
        return words.CLOSED
    if stage is Stage.LOBBY:
        return joining.JOIN_TITLE
    coming = _coming(room, agenda)
    if coming:
        return process_name(framework, coming[0])
    return words.DONE if agenda else words.BETWEEN


def _status(stage: Stage, counted: Counted) -> str:
    if stage is Stage.CLOSED:
        return ""
    if stage is Stage.VOTING:
        is_all = counted.expected_count and counted.in_count == counted.expected_count
        if is_all:
            return words.all_in(counted.expected_count)
        if not counted.expected_count:
            return words.NOBODY_ASKED
        return are_in(counted.in_count, counted.expected_count)
    return joining.head_count(counted.head_count)


def _lettered(item: Item) -> Iterator[Lettered]:
    for code, statement in enumerate(item.statements):
        yield Lettered(letter=reveal.letter(code), text=statement)


def _coming(room: Room, agenda: Sequence[AgendaSlot]) -> tuple[str, ...]:
    """The processes that come: the one whose time runs, then those still planned, in their order."""
    planned = sorted((slot.place, slot.process_id) for slot in agenda if slot.state is SlotState.PLANNED)
    first = (room.slot_process_id,) if room.slot_process_id is not None else ()
    return (*first, *(process_id for _, process_id in planned if process_id not in first))


def _next_up(framework: Framework, stage: Stage, room: Room, agenda: Sequence[AgendaSlot]) -> str:
    if stage is not Stage.NEXT:
        return ""
    names = [process_name(framework, process_id) for process_id in _coming(room, agenda)[1:]]
    return words.after_that(names) if names else ""
