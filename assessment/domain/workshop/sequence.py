"""The order in which a room goes through the questions of a process."""

from __future__ import annotations

from assessment.domain.answered.assessment import Assessment
from assessment.domain.authored.framework import Framework, Horizon, Item


def asked_in_room(framework: Framework, assessment: Assessment, process_id: str) -> tuple[Item, ...]:
    """The items of a process that the assessment asks, for whatever horizon, by attribute; none out of scope."""
    if process_id not in assessment.scope:
        return ()
    header = assessment.header
    horizons = (Horizon.AS_IS, Horizon.TO_BE) if header.asks_to_be else (Horizon.AS_IS,)
    asked = {item.id: item for one in horizons for item in framework.items(process_id, header.depth, one)}
    return tuple(
        item for attribute in framework.attributes for item in asked.values() if item.attribute_id == attribute.id
    )


def agreed_ids(framework: Framework, assessment: Assessment, process_id: str) -> frozenset[str]:
    """The items of a process whose every horizon that is asked has an agreed value."""
    header, agreed = assessment.header, assessment.agreed_by_item
    wanted: dict[str, set[Horizon]] = {}
    for horizon in (Horizon.AS_IS, Horizon.TO_BE) if header.asks_to_be else (Horizon.AS_IS,):
        for item in framework.items(process_id, header.depth, horizon):
            wanted.setdefault(item.id, set()).add(horizon)
    return frozenset(
        item_id for item_id, horizons in wanted.items() if all((item_id, one) in agreed for one in horizons)
    )


def next_item_id(framework: Framework, assessment: Assessment, process_id: str, after_id: str | None) -> str | None:
    """The first item of a process without an agreed value behind another one, then from the start; None for none."""
    items = asked_in_room(framework, assessment, process_id)
    done = agreed_ids(framework, assessment, process_id)
    place = next((place for place, one in enumerate(items) if one.id == after_id), -1)
    order = (*items[place + 1 :], *items[: max(place, 0)])
    return next((one.id for one in order if one.id not in done and one.id != after_id), None)
