"""An assessment and its copy with known changes made to it: what a comparison has to find again."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from assessment.domain.answered.assessment import Assessment, Rating, Respondent, Role, Target
from assessment.domain.authored.framework import Framework
from assessment.domain.comparing.results import MoveReasonKind
from assessment.domain.computed import Computed
from tests.builders import agreed, an_answer, an_assessment, answered, fields_of, rated, respondents, tiny_framework
from tests.computing import computed

LATER = date(2025, 3, 1)


@dataclass(frozen=True, slots=True, kw_only=True)
class State:
    """A framework and an assessment of it."""

    framework: Framework
    assessment: Assessment

    def with_(self, **changes: Any) -> State:
        return State(framework=self.framework, assessment=self.assessment.model_copy(update=changes))

    def computed(self) -> Computed:
        return computed(self.framework, self.assessment)


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """A change that is made to a copy, of which the kind of reason is known; None: it is no reason at all."""

    kind: MoveReasonKind | None
    make: Callable[[State], State]


def a_room(seed: int, people_count: int, **changes: Any) -> State:
    """An assessment that people answered."""
    framework = tiny_framework(process_count=2)
    return State(
        framework=framework,
        assessment=answered(
            framework,
            an_assessment(framework, respondents=respondents(people_count), **changes),
            seed=seed,
            gap_share=0.0,
        ),
    )


def a_copy(state: State) -> State:
    """A copy with everything, made a year later."""
    header = state.assessment.header.model_copy(
        update={"id": "later", "copied_from": state.assessment.header.id, "assessed_on": LATER}
    )
    return state.with_(header=header)


def made(state: State, changes: Iterable[Change]) -> State:
    for change in changes:
        state = change.make(state)
    return state


def sorted_ratings(ratings: Iterable[Rating]) -> tuple[Rating, ...]:
    return tuple(sorted(ratings, key=lambda one: (one.respondent_id, one.item_id)))


def an_answer_raised(draw: random.Random, state: State, without: frozenset[str] = frozenset()) -> Change:
    """One answer of one person, to the highest there is, but to no question of some."""
    low = [one for one in state.assessment.ratings if (one.answer.code or 0) < 5 and one.item_id not in without]
    chosen = draw.choice(low)
    raised = chosen.model_copy(update={"answer": an_answer(5)})

    def make(own: State) -> State:
        same = (one for one in own.assessment.ratings if _place(one) != _place(chosen))
        return own.with_(ratings=sorted_ratings((*same, raised)))

    return Change(kind=MoveReasonKind.ANSWERS_CHANGED, make=make)


def _place(one: Rating) -> tuple[str, str]:
    return one.respondent_id, one.item_id


def people_added(
    draw: random.Random,
    state: State,
    count: int = 1,
    without: frozenset[str] = frozenset(),
    code: int | None = None,
) -> Change:
    """People who answer every question but some, each with an answer of their own, or all with one code."""
    ids = tuple(f"s{number}" for number in range(count))
    items = sorted({one.item_id for one in state.assessment.ratings} - without)
    new = tuple(rated(item_id, draw.randrange(6) if code is None else code, one) for one in ids for item_id in items)

    def make(own: State) -> State:
        added = tuple(Respondent(id=one, role=Role.OTHER) for one in ids)
        return own.with_(
            respondents=(*own.assessment.respondents, *added),
            ratings=sorted_ratings((*own.assessment.ratings, *new)),
        )

    return Change(kind=MoveReasonKind.PEOPLE_CHANGED, make=make)


def an_activity(draw: random.Random, state: State) -> str:
    """The id of an activity that may go."""
    return f"{draw.choice(state.assessment.scope)}.deliver-{draw.randrange(1, 4)}"


def an_item_gone(gone: str) -> Change:
    """One activity is no longer asked, as another version of the framework has it."""

    def make(own: State) -> State:
        processes = tuple(
            process.model_copy(
                update={"activities": tuple(one for one in process.activities if f"{process.id}.{one.id}" != gone)}
            )
            for process in own.framework.processes
        )
        framework = Framework(**{**fields_of(own.framework), "processes": processes, "version": "1.1.0"})
        pin = own.assessment.header.framework.model_copy(update={"version": "1.1.0"})
        return State(
            framework=framework,
            assessment=own.assessment.model_copy(
                update={
                    "header": own.assessment.header.model_copy(update={"framework": pin}),
                    "ratings": tuple(one for one in own.assessment.ratings if one.item_id != gone),
                    "agreed": tuple(one for one in own.assessment.agreed if one.item_id != gone),
                }
            ),
        )

    return Change(kind=MoveReasonKind.CONTENT_CHANGED, make=make)


def a_value_agreed(draw: random.Random, state: State, item_id: str | None = None) -> Change:
    """The room agrees on a value of one question."""
    chosen = item_id or draw.choice(sorted({one.item_id for one in state.assessment.ratings}))
    value = agreed(chosen, draw.choice((0, 5)))
    return Change(kind=MoveReasonKind.AGREED_REPLACED, make=lambda own: own.with_(agreed=(value,)))


def the_bound_changed(state: State) -> Change:
    """The carry bound of ISO/IEC 33020."""

    def make(own: State) -> State:
        return own.with_(header=own.assessment.header.model_copy(update={"carry_percent": 85.0}))

    del state
    return Change(kind=MoveReasonKind.BOUND_CHANGED, make=make)


def a_target_changed(draw: random.Random, state: State) -> Change:
    """Another target of one process, which is no reason for anything."""
    target = Target(process_id=draw.choice(state.assessment.scope), level=draw.choice((1, 2, 4, 5)), rationale="So.")
    return Change(kind=None, make=lambda own: own.with_(targets=(target,)))
