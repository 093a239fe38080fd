"""What the facilitator has before them: the question that the room is at, its answers by letter, what comes next."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.answered.assessment import Assessment
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.domain.workshop.sequence import agreed_ids, asked_in_room, next_item_id
from assessment.views.model import View
from assessment.views.names import process_name
from assessment.views.wording.pages.questionnaire import NOT_APPLICABLE
from assessment.views.wording.workshop import cockpit as words
from assessment.views.wording.workshop.reveal import letter

NOT_APPLICABLE_CHOICE = AnswerKind.NOT_APPLICABLE.value


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Something a room can agree on: its id as a radio has it ("0" to "5", "not-applicable"), letter, name, words."""

    id: str
    letter: str
    name: str
    statement: str

    @property
    def label(self) -> str:
        """What a button that takes it says."""
        return words.lettered(self.letter, self.name) if self.letter else self.name

    @property
    def answer_code(self) -> int | None:
        """The code it stands for; None for not applicable."""
        return None if self.id == NOT_APPLICABLE_CHOICE else int(self.id)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedView(View):
    """The question that the room is at. `horizons`: what is asked of it; `next_id` what follows it in its process."""

    process: str
    place: str
    choices: tuple[Choice, ...]
    horizons: tuple[Horizon, ...]
    next_id: str | None

    @property
    def statements(self) -> tuple[Choice, ...]:
        """The six statements alone."""
        return tuple(choice for choice in self.choices if choice.letter)

    def choice(self, choice_id: str) -> Choice:
        """A choice by its id; KeyError for none."""
        for choice in self.choices:
            if choice.id == choice_id:
                return choice
        raise KeyError(choice_id)


def asked_view(framework: Framework, assessment: Assessment, item: Item) -> AskedView:
    """The question as it stands in its process."""
    items = asked_in_room(framework, assessment, item.process_id)
    done = agreed_ids(framework, assessment, item.process_id)
    number = next((place for place, one in enumerate(items, start=1) if one.id == item.id), len(items))
    return AskedView(
        id=item.id,
        question=item.question,
        finding=item.name,
        process=process_name(framework, item.process_id),
        place=words.place_in_process(number, len(items), len(done)),
        choices=choices_of(framework, item),
        horizons=asked_horizons(framework, assessment, item),
        next_id=next_item_id(framework, assessment, item.process_id, item.id),
    )


def asked_horizons(framework: Framework, assessment: Assessment, item: Item) -> tuple[Horizon, ...]:
    """What a room is asked of an item: as it is, and as it should be where the assessment asks that."""
    header = assessment.header
    wanted = (Horizon.AS_IS, Horizon.TO_BE) if header.asks_to_be else (Horizon.AS_IS,)
    return tuple(one for one in wanted if item in framework.items(item.process_id, header.depth, one))


def choices_of(framework: Framework, item: Item) -> tuple[Choice, ...]:
    """What a room can agree on, from A up, and at last that it does not apply."""
    lettered = tuple(
        Choice(id=str(code), letter=letter(code), name=framework.scale[code].name, statement=statement)
        for code, statement in enumerate(item.statements)
    )
    return (*lettered, Choice(id=NOT_APPLICABLE_CHOICE, letter="", name=NOT_APPLICABLE, statement=NOT_APPLICABLE))


def choice_id(answer: Answer) -> str:
    """The choice that an agreed answer is."""
    return NOT_APPLICABLE_CHOICE if answer.code is None else str(answer.code)
