"""How many processes fit into a workshop, and how many minutes each of them takes.

| symbol | name | unit | range | direction |
|---|---|---|---|---|
| pace | time for one question | seconds | above 0 | lower is quicker |
| minutes | the whole workshop, or one process of it | minutes | 0 up | |
| spare | what is left after the last process that fits | minutes | 0 up | |

Own rule. A question takes 30 seconds to read and 30 to vote; talking takes 30 for up to five people and 10 more for
each doubling of them; a question that is asked for the to-be as well takes 15 more. Opening takes 10 minutes and
closing 5, and each two hours after the first begin with a break of 10. So two hours at quick depth hold eight processes
with five people and six with fifty. Once a few questions were done, the pace that was seen replaces the assumed one.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.workshop import RoundSource
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.domain.planning.priority import Weights, proposed_pain, stakes_of

READING_SECONDS = 30.0
VOTING_SECONDS = 30.0
TALKING_SECONDS = 30.0
DOUBLING_SECONDS = 10.0
TO_BE_SECONDS = 15.0
FEW_PEOPLE = 5
OPENING_MINUTES = 10
CLOSING_MINUTES = 5
BREAK_MINUTES = 10
BLOCK_MINUTES = 120
PACE_ITEMS = 4
"""So many questions have to be done before the pace that was seen counts."""
_SLACK_SECONDS = 1e-6


class ProcessOrder(StrEnum):
    """In which order processes are taken."""

    STAKE = "stake"
    MODEL = "model"


@dataclass(frozen=True, slots=True, kw_only=True)
class ProcessSize:
    """What is asked of one process: `item_count` questions, `to_be_count` of them for the to-be as well."""

    process_id: str
    item_count: int
    to_be_count: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeBox:
    """The minutes that one process takes, rounded up to whole ones."""

    process_id: str
    item_count: int
    minutes: int


@dataclass(frozen=True, slots=True, kw_only=True)
class WorkshopPlan:
    """What fits, in the order given, and what does not; `pace_seconds` is the time for one question.

    `is_measured` says that the pace was seen in this workshop and not assumed. The minutes of opening, breaks, boxes
    and closing and `spare_minutes` add up to the minutes there are, unless these are fewer than the frame alone takes.
    """

    pace_seconds: float
    is_measured: bool
    opening_minutes: int
    break_minutes: int
    closing_minutes: int
    boxes: tuple[TimeBox, ...]
    left_out: tuple[TimeBox, ...]
    spare_minutes: int


def sizes_of(
    framework: Framework, process_ids: Iterable[str], depth: Depth, *, asks_to_be: bool
) -> tuple[ProcessSize, ...]:
    """What is asked of each of some processes at a depth."""
    sizes = []
    for process_id in process_ids:
        as_is = framework.items(process_id, depth, Horizon.AS_IS)
        to_be = framework.items(process_id, depth, Horizon.TO_BE) if asks_to_be else ()
        both = {item.id for item in as_is} | {item.id for item in to_be}
        sizes.append(ProcessSize(process_id=process_id, item_count=len(both), to_be_count=len(to_be)))
    return tuple(sizes)


def ordered_processes(framework: Framework, assessment: Assessment, order: ProcessOrder) -> tuple[str, ...]:
    """The processes in scope in the order in which a workshop takes them.

    By stake: what hurts and matters most first, both as the priorities take them (METHOD.md section 11), weighed alike;
    the model's order among equals, and where nobody said anything. Own rule.
    """
    in_scope = frozenset(assessment.scope)
    process_ids = tuple(process.id for process in framework.processes if process.id in in_scope)
    if order is ProcessOrder.MODEL:
        return process_ids
    pains = proposed_pain(framework, assessment)
    stakes = stakes_of(process_ids, assessment.opinions, assessment.critical_services, pains)
    weights = Weights.of(assessment.roadmap)

    def stake(process_id: str) -> float:
        one = stakes[process_id]
        return weights.pain * (one.pain or 0) + weights.importance * (one.importance or 0)

    return tuple(sorted(process_ids, key=lambda process_id: -round(stake(process_id), 9)))


def done_count(assessment: Assessment, process_id: str) -> int:
    """How many questions of a process were worked through: those voted on in a workshop, else those with a value."""
    voted = {one.item_id for one in assessment.rounds if one.source is not RoundSource.SURVEY}
    agreed = {one.item_id for one in assessment.agreed}
    of_process = [{one for one in ids if one.partition(".")[0] == process_id} for ids in (voted, agreed)]
    return len(of_process[0] or of_process[1])


def pace_of(assessment: Assessment) -> float | None:
    """The seconds that a question took in this workshop so far; None until enough of them were done."""
    return seen_pace((slot.spent_seconds, done_count(assessment, slot.process_id)) for slot in assessment.agenda)


def assumed_pace(people_count: int) -> float:
    """The seconds that a question takes with so many people; fewer than five take as long as five. Own rule.

    >>> assumed_pace(5), assumed_pace(10), assumed_pace(40), assumed_pace(0)
    (90.0, 100.0, 120.0, 90.0)
    """
    doublings = math.log2(max(people_count, FEW_PEOPLE) / FEW_PEOPLE)
    return READING_SECONDS + VOTING_SECONDS + TALKING_SECONDS + DOUBLING_SECONDS * doublings


def seen_pace(done: Iterable[tuple[int, int]]) -> float | None:
    """The seconds that a question took, from the seconds spent and the questions done of each slot that is over.

    None until four questions were done: what the first one took says little. A slot without time or without a
    question done says nothing. Own rule.

    >>> seen_pace([(600, 6), (300, 2), (0, 8), (120, 0)])
    112.5
    >>> seen_pace([(600, 3)]) is None
    True
    """
    counted = [(seconds, count) for seconds, count in done if seconds > 0 and count > 0]
    item_count = sum(count for _, count in counted)
    return sum(seconds for seconds, _ in counted) / item_count if item_count >= PACE_ITEMS else None


def break_minutes(minutes: int) -> int:
    """The minutes of breaks in a workshop: ten at the beginning of each two hours after the first.

    >>> [break_minutes(minutes) for minutes in (120, 125, 130, 240, 255)]
    [0, 5, 10, 10, 20]
    """
    later_blocks = range(BLOCK_MINUTES, minutes, BLOCK_MINUTES)
    return sum(min(BREAK_MINUTES, minutes - begin) for begin in later_blocks)


def minutes_of(size: ProcessSize, pace_seconds: float, *, is_measured: bool) -> int:
    """The whole minutes that a process takes, rounded up; a pace that was seen has the to-be in it.

    >>> minutes_of(ProcessSize(process_id="a", item_count=8), 90.0, is_measured=False)
    12
    """
    to_be = 0.0 if is_measured else TO_BE_SECONDS * size.to_be_count
    return math.ceil((pace_seconds * size.item_count + to_be - _SLACK_SECONDS) / 60)


def plan_workshop(
    sizes: Sequence[ProcessSize], people_count: int, minutes: int, pace_seconds: float | None = None
) -> WorkshopPlan:
    """Which of the processes fit, taken in the order given until one does not. Own rule.

    `pace_seconds` is a pace that was seen, None for the assumed one. More minutes, fewer people and a quicker pace
    never let fewer fit.

    >>> eight = [ProcessSize(process_id=str(number), item_count=8) for number in range(17)]
    >>> [len(plan_workshop(eight, people_count, 120).boxes) for people_count in (5, 12, 50)]
    [8, 7, 6]
    """
    is_measured = pace_seconds is not None
    pace = assumed_pace(people_count) if pace_seconds is None else pace_seconds
    boxes = [
        TimeBox(
            process_id=size.process_id,
            item_count=size.item_count,
            minutes=minutes_of(size, pace, is_measured=is_measured),
        )
        for size in sizes
    ]
    breaks = break_minutes(minutes)
    left = max(0, minutes - OPENING_MINUTES - CLOSING_MINUTES - breaks)
    fitting: list[TimeBox] = []
    for box in boxes:
        if box.minutes > left:
            break
        fitting.append(box)
        left -= box.minutes
    return WorkshopPlan(
        pace_seconds=pace,
        is_measured=is_measured,
        opening_minutes=OPENING_MINUTES,
        break_minutes=breaks,
        closing_minutes=CLOSING_MINUTES,
        boxes=tuple(fitting),
        left_out=tuple(boxes[len(fitting) :]),
        spare_minutes=left,
    )
