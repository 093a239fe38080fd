"""What it means to bring an assessment to another version of its framework: what changes of items, entries and results.

Items are the same where their ids are. Own rule: an item is reworded where its question or a statement differs, as the
answer was given to these; moved where it counts in another attribute or with another weight.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum

from assessment.domain.answered.assessment import AgreedValue, Assessment, Rating
from assessment.domain.answered.entries import AssessmentModel
from assessment.domain.authored.framework import Framework, Horizon, Item
from assessment.domain.computed import Computed


class ItemChangeKind(StrEnum):
    """What became of an item."""

    NEW = "new"
    GONE = "gone"
    REWORDED = "reworded"
    MOVED = "moved"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """An item that is asked in one of the two versions, and is not the same in both. `answer_count`: answers and agreed
    values that the assessment has of it, for both horizons."""

    item_id: str
    process_id: str
    name: str
    kind: ItemChangeKind
    answer_count: int


@dataclass(frozen=True, kw_only=True)
class Bringing:
    """An assessment before and after, and what differs. `revision` is that of the state it was made from.

    `lost` are the entries that nothing of the other version can hold, as they were; `trimmed` those that lose a part.
    """

    before: Computed
    after: Computed
    revision: int
    items: tuple[ItemChange, ...]
    lost: tuple[AssessmentModel, ...]
    trimmed: tuple[AssessmentModel, ...]

    @property
    def new_process_ids(self) -> tuple[str, ...]:
        """Processes that the other version adds; none of them is put in scope."""
        known = self.before.framework.process_by_id
        return tuple(process.id for process in self.after.framework.processes if process.id not in known)

    @property
    def gone_process_ids(self) -> tuple[str, ...]:
        """Processes in scope that the other version does not have."""
        return tuple(one for one in self.before.assessment.scope if one not in self.after.framework.process_by_id)

    @property
    def kept_answer_count(self) -> int:
        """Answers and agreed values that are kept."""
        return len(self.after.assessment.ratings) + len(self.after.assessment.agreed)

    @property
    def lost_answer_count(self) -> int:
        """Answers and agreed values without an item to belong to."""
        return sum(isinstance(entry, Rating | AgreedValue) for entry in self.lost)


def item_changes(before: Framework, after: Framework, assessment: Assessment) -> tuple[ItemChange, ...]:
    """The items that differ, of what the assessment asks at its depth in its scope; those of the new version first, in
    its order, then those that are gone."""
    answers = Counter(rating.item_id for rating in assessment.ratings)
    answers.update(value.item_id for value in assessment.agreed)
    old, new = _asked(before, assessment), _asked(after, assessment)
    return tuple(
        ItemChange(
            item_id=item_id,
            process_id=item.process_id,
            name=item.name,
            kind=kind,
            answer_count=answers[item_id],
        )
        for item_id, item in ({**new, **{key: item for key, item in old.items() if key not in new}}).items()
        if (kind := _kind(old.get(item_id), new.get(item_id))) is not None
    )


def _asked(framework: Framework, assessment: Assessment) -> Mapping[str, Item]:
    return {item.id: item for item in _items(framework, assessment)}


def _items(framework: Framework, assessment: Assessment) -> Iterator[Item]:
    for process in framework.processes:
        if process.id in assessment.scope:
            for horizon in Horizon:
                yield from framework.items(process.id, assessment.header.depth, horizon)


def _kind(old: Item | None, new: Item | None) -> ItemChangeKind | None:
    if old is None:
        return ItemChangeKind.NEW
    if new is None:
        return ItemChangeKind.GONE
    if (old.attribute_id, old.weight) != (new.attribute_id, new.weight):
        return ItemChangeKind.MOVED
    if (old.question, old.statements) != (new.question, new.statements):
        return ItemChangeKind.REWORDED
    return None
