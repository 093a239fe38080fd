"""One process on both sides, as a reader may see it: what its questions come to, and where each of them counts."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.comparing.attribution import ItemPlace, ItemSides, ProcessSides, Rules
from assessment.domain.comparing.people import Matched, Said, Value
from assessment.domain.comparing.results import MoveReasonKind
from assessment.domain.computed import Computed
from assessment.domain.rating.capability import ladder_of
from assessment.domain.rating.results import ItemResult, ProcessResult


@dataclass(frozen=True, slots=True, kw_only=True)
class SideSetting:
    """What is the same for every process of one side."""

    told: Computed
    rules: Rules

    @classmethod
    def of(cls, told: Computed) -> SideSetting:
        """Of an assessment as a reader may see it."""
        carry_percent = told.assessment.header.carry_percent
        return cls(told=told, rules=Rules(ladder=ladder_of(told.framework), carry_percent=carry_percent))

    def places(self, process_id: str) -> Mapping[str, ItemPlace]:
        """Where each question of a process counts that is asked of it as it is."""
        framework: Framework = self.told.framework
        asked = framework.items(process_id, self.told.assessment.header.depth, Horizon.AS_IS)
        return {item.id: ItemPlace(attribute_id=item.attribute_id, weight=item.weight) for item in asked}


def kind_together(before: ProcessResult, after: ProcessResult) -> MoveReasonKind:
    """What answers and people are called where they are not told apart: by the number of people, which is told."""
    if before.basis.respondent_count != after.basis.respondent_count:
        return MoveReasonKind.PEOPLE_CHANGED
    return MoveReasonKind.ANSWERS_CHANGED


def sides_of_process(
    settings: tuple[SideSetting, SideSetting], results: tuple[ProcessResult, ProcessResult], matched: Matched
) -> ProcessSides:
    """A process that is in scope on both sides."""
    items = tuple({item.item_id: item for item in _items(result)} for result in results)
    places = tuple(setting.places(result.process_id) for setting, result in zip(settings, results, strict=True))
    kind = kind_together(*results)
    sides: list[ItemSides] = []
    for item_id in {**items[1], **items[0]}:
        own = tuple(found[item_id] for found in items if item_id in found)
        values = _value(own[0]), _value(own[-1])
        is_said = len(own) == len(items) and not any(item.is_agreed for item in own)
        sides.append(
            ItemSides(
                item_id=item_id,
                places=(places[0].get(item_id), places[1].get(item_id)),
                values=values,
                said=_said(own, values, kind, matched) if is_said else None,
            )
        )
    return ProcessSides(items=tuple(sides), rules=(settings[0].rules, settings[1].rules))


def _items(result: ProcessResult) -> Iterator[ItemResult]:
    for attribute in result.attributes:
        yield from attribute.items


def _value(item: ItemResult) -> Value:
    return item.outcome, item.code


def _said(own: tuple[ItemResult, ...], values: tuple[Value, Value], kind: MoveReasonKind, matched: Matched) -> Said:
    """What it comes to by answers and by people; by either alone where a reader is not told how people answered it."""
    if item_is_told(own) and own[0].item_id in matched.said:
        return matched.said[own[0].item_id]
    before, after = values
    if kind is MoveReasonKind.PEOPLE_CHANGED:
        return (before, after), (before, after)
    return (before, before), (after, after)


def item_is_told(own: tuple[ItemResult, ...]) -> bool:
    """Whether a reader is told on each side how many people said what."""
    return all(item.code_counts is not None for item in own)
