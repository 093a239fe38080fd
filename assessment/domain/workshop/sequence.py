"""The order in which a room goes through the questions of a process."""

from __future__ import annotations

from assessment.domain.answered.asking import process_items
from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework, Item


def asked_in_room(framework: Framework, assessment: Assessment, process_id: str) -> tuple[Item, ...]:
    """The items of a process that the assessment asks, for whatever horizon, by attribute; none out of scope."""
    if process_id not in assessment.scope:
        return ()
    places = process_items(framework, assessment.header, process_id)
    return tuple({item.id: item for item, _ in places}.values())


def agreed_ids(framework: Framework, assessment: Assessment, process_id: str) -> frozenset[str]:
    """The items of a process whose every horizon that is asked has an agreed value."""
    places = [(item.id, horizon) for item, horizon in process_items(framework, assessment.header, process_id)]
    open_ids = {item_id for item_id, horizon in places if (item_id, horizon) not in assessment.agreed_by_item}
    return frozenset(item_id for item_id, _ in places) - open_ids


def next_item_id(framework: Framework, assessment: Assessment, process_id: str, after_id: str | None) -> str | None:
    """The first item of a process without an agreed value behind another one, then from the start; None for none."""
    items = asked_in_room(framework, assessment, process_id)
    done = agreed_ids(framework, assessment, process_id)
    place = next((place for place, one in enumerate(items) if one.id == after_id), -1)
    order = (*items[place + 1 :], *items[: max(place, 0)])
    return next((one.id for one in order if one.id not in done and one.id != after_id), None)
