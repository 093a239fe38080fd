"""A survey as its facilitator may see it, and as the one sees it who answers; the one has nobody's answers in it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.domain.answered.entries import Answer
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.domain.workshop.deadline import late_by
from assessment.domain.workshop.response import Answering
from assessment.domain.workshop.room import Room
from assessment.domain.workshop.waiting import Waiting


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveyState:
    """A survey at a moment: who is how far, and what waits. `room` is None where none was opened.

    `people` are the respondents of the assessment who are known to the facilitator, and everybody else who came by the
    open link. `linked_ids` are the respondents who were given a link of their own.
    """

    room: Room | None
    people: tuple[Answering, ...]
    linked_ids: frozenset[str]
    floor: int
    waiting: Waiting
    moment: datetime

    @property
    def takes_answers(self) -> bool:
        """Whether it takes answers at this moment."""
        return takes_answers(self.room, self.moment)


def takes_answers(room: Room | None, moment: datetime) -> bool:
    """Whether a survey takes an answer at a moment: it is open, and its deadline is not over."""
    return room is not None and room.is_open and late_by(room.deadline, moment) is None


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAnswer:
    """What somebody answered to one place, and the comment beside it."""

    item_id: str
    horizon: Horizon
    answer: Answer
    comment: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """A question for one horizon, which somebody is asked."""

    item: Item
    horizon: Horizon


@dataclass(frozen=True, slots=True, kw_only=True)
class SurveySheet:
    """What one person is asked in a survey, in order, and what they answered: for their own eyes alone.

    `name` is None for an anonymous person. `latest_item_id` is the question they answered last, `last_sequence` the
    highest of their votes, 0 without one.
    """

    room: Room
    participant_id: str
    header: AssessmentHeader
    framework: Framework
    name: str | None
    is_anonymous: bool
    places: tuple[Place, ...]
    answers: tuple[OwnAnswer, ...]
    latest_item_id: str | None
    last_sequence: int
    moment: datetime

    @property
    def items(self) -> tuple[Item, ...]:
        """The questions that are asked, each once, in order."""
        return tuple({one.item.id: one.item for one in self.places}.values())

    @property
    def left(self) -> tuple[Item, ...]:
        """The questions of which some answer is missing, in order."""
        given = {(one.item_id, one.horizon) for one in self.answers}
        missing = {one.item.id for one in self.places if (one.item.id, one.horizon) not in given}
        return tuple(item for item in self.items if item.id in missing)

    @property
    def takes_answers(self) -> bool:
        """Whether an answer that came at this moment would be taken."""
        return takes_answers(self.room, self.moment)

    def horizons(self, item_id: str) -> tuple[Horizon, ...]:
        """The horizons of a question that are asked."""
        return tuple(one.horizon for one in self.places if one.item.id == item_id)

    def answer(self, item_id: str, horizon: Horizon) -> OwnAnswer | None:
        """What was answered to a place."""
        return next((one for one in self.answers if (one.item_id, one.horizon) == (item_id, horizon)), None)

    def resume(self) -> Item | None:
        """Where to go on: the first open question after the one answered last, else the first open one."""
        open_ids = {item.id for item in self.left}
        ids = [item.id for item in self.items]
        start = ids.index(self.latest_item_id) + 1 if self.latest_item_id in ids else 0
        order = _turned(self.items, start)
        return next((item for item in order if item.id in open_ids), None)


def _turned(items: Sequence[Item], start: int) -> tuple[Item, ...]:
    return (*items[start:], *items[:start])
