"""What to do, step by step: the actions of each attribute of a process, from not done to fully done."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from assessment.domain.authored.content import Action, RatingLetter
from assessment.domain.authored.framework import Framework
from assessment.views.model import Fact, View
from assessment.views.wording import frameworks as words
from assessment.views.wording.steps import EFFORTS, elapsed_text

_LETTERS = tuple(RatingLetter)


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionText:
    """One action: from which answer to which, what to do, and its facts."""

    way: str
    text: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionSection:
    """The actions of one attribute, in the order of the scale. `item_id` is the question they follow from."""

    item_id: str
    name: str
    actions: tuple[ActionText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ActionsView(View):
    """What to do about every attribute of a process."""

    sections: tuple[ActionSection, ...]


def actions_view(framework: Framework, process_id: str) -> ActionsView:
    """The actions of a process, its own ones where it has any, else the shared ones."""
    return ActionsView(
        id="actions",
        question=words.ACTIONS_QUESTION,
        finding=words.ACTIONS_LEAD,
        sections=tuple(
            ActionSection(
                item_id=f"{process_id}.{attribute.id}",
                name=attribute.name,
                actions=tuple(_text(framework, action) for action in framework.actions(process_id, attribute.id)),
            )
            for attribute in framework.attributes
        ),
    )


def _text(framework: Framework, action: Action) -> ActionText:
    code = _LETTERS.index(action.to)
    return ActionText(
        way=words.from_to(framework.scale[code - 1].name, framework.scale[code].name),
        text=action.text,
        facts=tuple(_facts(action)),
    )


def _facts(action: Action) -> Iterator[Fact]:
    yield Fact(id="deliverable", label=words.DELIVERABLE, text=action.deliverable)
    yield Fact(id="evidence", label=words.EVIDENCE, text=action.evidence)
    yield Fact(id="owner", label=words.OWNER_ROLE, text=action.owner_role)
    yield Fact(
        id="effort",
        label=words.EFFORT,
        text=words.effort(EFFORTS[action.effort], action.effort.point_count),
        value=action.effort.point_count,
    )
    if action.elapsed_weeks is not None:
        yield Fact(
            id="elapsed", label=words.ELAPSED, text=elapsed_text(action.elapsed_weeks), value=action.elapsed_weeks
        )
    if action.prerequisite:
        yield Fact(id="prerequisite", label=words.PREREQUISITE, text=action.prerequisite)
