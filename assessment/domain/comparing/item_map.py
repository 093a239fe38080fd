"""The questions of two versions of a framework, by their ids: what is the same, and what is not."""

from __future__ import annotations

from collections.abc import Iterable

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework, Horizon
from assessment.domain.bringing import ItemChange, ItemChangeKind, item_changes
from assessment.domain.comparing.results import ItemFate, ItemMap


def map_items(before: Framework, after: Framework, later: Assessment, process_ids: tuple[str, ...]) -> ItemMap:
    """The questions of some processes that both versions have, at the depth of the later assessment."""
    shared = later.model_copy(update={"scope": process_ids})
    is_other = before is not after and before != after
    changes = item_changes(before, after, shared) if is_other else ()
    differing = {one.item_id for one in changes}
    asked = {
        item.id
        for process_id in process_ids
        for horizon in Horizon
        for item in after.items(process_id, later.header.depth, horizon)
    }
    return ItemMap(
        same_count=len(asked - differing),
        reworded=_fates(changes, ItemChangeKind.REWORDED),
        moved=_fates(changes, ItemChangeKind.MOVED),
        new=_fates(changes, ItemChangeKind.NEW),
        gone=_fates(changes, ItemChangeKind.GONE),
    )


def _fates(changes: Iterable[ItemChange], kind: ItemChangeKind) -> tuple[ItemFate, ...]:
    return tuple(
        ItemFate(item_id=one.item_id, process_id=one.process_id, name=one.name) for one in changes if one.kind is kind
    )
