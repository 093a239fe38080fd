"""The questions of a process: one anchored question an attribute with its six statements, and the activities."""

from __future__ import annotations

from dataclasses import dataclass

from assessment.domain.authored.content import Attribute
from assessment.domain.authored.framework import Framework, Item, ItemKind
from assessment.views.guidance import GuidanceView, guidance_view
from assessment.views.model import Fact, View
from assessment.views.names import level_name
from assessment.views.wording import frameworks as words


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionText:
    """A question with what helps to answer it; `statements` are its own six, none where the shared scale answers it."""

    guidance: GuidanceView
    statements: tuple[Fact, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionSection:
    """The questions of one attribute. `activities_lead` says when the activities are asked; empty without any."""

    attribute_id: str
    name: str
    meaning: str
    anchored: tuple[QuestionText, ...]
    activities_lead: str
    activities: tuple[QuestionText, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class QuestionsView(View):
    """Every question of a process, attribute by attribute."""

    sections: tuple[QuestionSection, ...]


def questions_view(framework: Framework, process_id: str) -> QuestionsView:
    """Everything that is asked of a process, at either depth."""
    items = [item for item in framework.item_by_id.values() if item.process_id == process_id]
    return QuestionsView(
        id="questions",
        question=words.QUESTIONS_QUESTION,
        finding=words.questions(sum(item.kind is ItemKind.ANCHORED for item in items)),
        sections=tuple(_section(framework, attribute, items) for attribute in framework.attributes),
    )


def _section(framework: Framework, attribute: Attribute, items: list[Item]) -> QuestionSection:
    own = [item for item in items if item.attribute_id == attribute.id]
    activities = [item for item in own if item.kind is ItemKind.ACTIVITY]
    return QuestionSection(
        attribute_id=attribute.id,
        name=attribute.name,
        meaning=words.attribute_meaning(attribute.meaning, attribute.level, level_name(framework, attribute.level)),
        anchored=tuple(_text(framework, item) for item in own if item.kind is ItemKind.ANCHORED),
        activities_lead=words.activities_lead(len(activities)) if activities else "",
        activities=tuple(_text(framework, item) for item in activities),
    )


def _text(framework: Framework, item: Item) -> QuestionText:
    statements = zip(framework.scale, item.statements, strict=True) if item.kind is ItemKind.ANCHORED else ()
    return QuestionText(
        guidance=guidance_view(framework, item, for_authors=True),
        statements=tuple(
            Fact(id=f"statement-{point.code}", label=point.name, text=statement, value=point.code)
            for point, statement in statements
        ),
    )
