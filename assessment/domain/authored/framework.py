"""What a framework is: everything its files say, put together, and the items it asks.

An item is resolved: shared texts are filled in, so that nobody who asks or scores needs to know where they stood.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum
from functools import cached_property

from pydantic import Field

from assessment.domain.authored.content import (
    Action,
    Attribute,
    ChecklistEntry,
    Choice,
    FrameworkHeader,
    FrameworkModel,
    GlossaryTerm,
    Group,
    ItemId,
    Linkage,
    Name,
    Origin,
    Process,
    ReadinessQuestion,
    Scenario,
    Slug,
    Text,
    UniversalLinkage,
)
from assessment.domain.authored.transition import Transition


class ItemKind(StrEnum):
    """How an item is answered: with the shared scale, or with six statements of its own."""

    ACTIVITY = "activity"
    ANCHORED = "anchored"


class Depth(StrEnum):
    """How much is asked: one anchored item an attribute, or every activity."""

    QUICK = "quick"
    FULL = "full"


class Horizon(StrEnum):
    """Which state a rating speaks of."""

    AS_IS = "as-is"
    TO_BE = "to-be"


class Item(FrameworkModel):
    """One question of one attribute of one process, resolved: shared texts are filled in."""

    id: ItemId
    kind: ItemKind
    process_id: Slug
    attribute_id: Slug
    name: Name
    question: Text
    good: Text
    ask_for: tuple[Text, ...]
    pitfall: Text | None
    statements: tuple[Text, ...]
    weight: float
    origin: Origin
    line: int | None
    overlaps: tuple[ItemId, ...]


class Framework(FrameworkHeader):
    """A whole framework: the header and every other file of its folder, cross-checked by the catalogue."""

    processes: tuple[Process, ...] = Field(min_length=1, description="In the order of the groups.")
    linkages: tuple[Linkage, ...]
    universal: tuple[UniversalLinkage, ...]
    transitions: tuple[Transition, ...]
    scenarios: tuple[Scenario, ...]
    technology: tuple[Choice, ...]
    sourcing: tuple[Choice, ...]
    readiness: tuple[ReadinessQuestion, ...]
    owner_checklist: tuple[ChecklistEntry, ...]
    glossary: tuple[GlossaryTerm, ...]

    @cached_property
    def process_by_id(self) -> Mapping[str, Process]:
        """Processes by id."""
        return {process.id: process for process in self.processes}

    @cached_property
    def attribute_by_id(self) -> Mapping[str, Attribute]:
        """Attributes by id."""
        return {attribute.id: attribute for attribute in self.attributes}

    @cached_property
    def group_by_process(self) -> Mapping[str, Group]:
        """The group of each process id."""
        return {process_id: group for group in self.groups for process_id in group.processes}

    @cached_property
    def item_by_id(self) -> Mapping[str, Item]:
        """Every item of every process, activities and anchored, by item id `<process>.<slug>`."""
        return {item.id: item for process in self.processes for item in self._resolve(process)}

    def items(self, process_id: str, depth: Depth, horizon: Horizon) -> tuple[Item, ...]:
        """Items asked of a process, in the order of the attributes.

        Quick depth, and the to-be at either depth, ask the anchored item of each attribute; the as-is at full depth
        asks the activities of the attributes that have them (METHOD.md sections 2 and 9).
        """
        return self._asked[process_id, depth, horizon]

    def actions(self, process_id: str, attribute_id: str) -> tuple[Action, ...]:
        """The actions of an attribute in a process, own ones first choice, in the order of the scale."""
        process = self.process_by_id[process_id]
        own = process.own.get(attribute_id)
        if own is not None and own.actions:
            return own.actions
        return self._shared_actions[process_id, attribute_id]

    @cached_property
    def _shared_actions(self) -> Mapping[tuple[str, str], tuple[Action, ...]]:
        return {
            (process.id, attribute.id): tuple(
                action.model_copy(
                    update={
                        name: filled(text, process)
                        for name in ("text", "deliverable", "evidence", "prerequisite")
                        if (text := getattr(action, name)) is not None
                    }
                )
                for action in attribute.actions
            )
            for process in self.processes
            for attribute in self.attributes
        }

    @cached_property
    def _asked(self) -> Mapping[tuple[str, Depth, Horizon], tuple[Item, ...]]:
        asked: dict[tuple[str, Depth, Horizon], tuple[Item, ...]] = {}
        for process in self.processes:
            items = self._resolve(process)
            anchored = tuple(item for item in items if item.kind is ItemKind.ANCHORED)
            full = tuple(
                item
                for item in items
                if (item.kind is ItemKind.ACTIVITY) == self.attribute_by_id[item.attribute_id].asks_activities
            )
            asked[process.id, Depth.QUICK, Horizon.AS_IS] = anchored
            asked[process.id, Depth.QUICK, Horizon.TO_BE] = anchored
            asked[process.id, Depth.FULL, Horizon.AS_IS] = full
            asked[process.id, Depth.FULL, Horizon.TO_BE] = anchored
        return asked

    def _resolve(self, process: Process) -> tuple[Item, ...]:
        shared_statements = tuple(point.statement for point in self.scale)
        resolved: list[Item] = []
        for attribute in self.attributes:
            own = process.own.get(attribute.id)
            anchored = own.item if own is not None and own.item is not None else attribute.item
            resolved.append(
                Item(
                    id=f"{process.id}.{attribute.id}",
                    kind=ItemKind.ANCHORED,
                    process_id=process.id,
                    attribute_id=attribute.id,
                    name=attribute.name,
                    question=filled(anchored.question, process),
                    good=filled(anchored.good, process),
                    ask_for=tuple(filled(text, process) for text in anchored.ask_for),
                    pitfall=filled(anchored.pitfall, process) if anchored.pitfall else None,
                    statements=tuple(filled(text, process) for text in anchored.statements),
                    weight=1.0,
                    origin=process.origin,
                    line=None,
                    overlaps=(),
                )
            )
            resolved.extend(
                Item(
                    id=f"{process.id}.{activity.id}",
                    kind=ItemKind.ACTIVITY,
                    process_id=process.id,
                    attribute_id=attribute.id,
                    name=activity.name,
                    question=activity.question,
                    good=activity.good,
                    ask_for=activity.ask_for,
                    pitfall=activity.pitfall,
                    statements=shared_statements,
                    weight=activity.weight,
                    origin=activity.origin,
                    line=activity.line,
                    overlaps=activity.overlaps,
                )
                for activity in process.activities
                if activity.attribute == attribute.id
            )
        return tuple(resolved)


def filled(text: str, process: Process) -> str:
    """A shared text with the process's name in place of `{process}`."""
    return text.replace("{process}", process.name)
