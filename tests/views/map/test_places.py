"""Where groups and processes stand: around the hub, clockwise, and never one over another."""

from __future__ import annotations

import random
from itertools import combinations

import pytest

from assessment.domain.authored.content import EVERY_PROCESS, Group, UniversalLinkage
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.hub import hub_of
from assessment.views.map.places import MOST_COLUMNS, Place, Places, places_of
from tests.builders import fields_of, tiny_framework
from tests.questionnaires import shipped


def universal(process_id: str, number: int, *, counts: bool = True) -> UniversalLinkage:
    return UniversalLinkage(
        id=f"all-{number}", from_process=process_id, to_process=EVERY_PROCESS, flow="Ground.", counts_in_leverage=counts
    )


def grouped(sizes: list[int], hub: int | None = None) -> Framework:
    """Groups of these sizes; every process of the one at place `hub` reaches all others."""
    framework = tiny_framework(process_count=sum(sizes))
    ids = [process.id for process in framework.processes]
    groups = []
    for number, size in enumerate(sizes):
        members, ids = tuple(ids[:size]), ids[size:]
        groups.append(Group(id=f"group-{number}", name=f"Group {number}", purpose="Holds.", processes=members))
    reaching = () if hub is None else groups[hub].processes
    linkages = tuple(universal(process_id, number) for number, process_id in enumerate(reaching))
    return Framework(**fields_of(framework) | {"groups": tuple(groups), "universal": linkages})


def overlap(first: Place, second: Place) -> bool:
    slack = 1e-6
    return (
        first.left < second.right - slack
        and second.left < first.right - slack
        and first.top < second.bottom - slack
        and second.top < first.bottom - slack
    )


def holds(outer: Place, inner: Place) -> bool:
    return (
        outer.left <= inner.left
        and inner.right <= outer.right
        and outer.top < inner.top
        and inner.bottom <= outer.bottom + 1e-6
    )


def of_groups(places: Places) -> dict[str, Place]:
    return {placed.id: placed.place for placed in places.groups}


def test_the_shipped_groups_stand_around_assurance_clockwise_in_the_order_of_the_life_cycle() -> None:
    places = places_of(shipped.framework())
    found = of_groups(places)
    align, design = found["business-it-alignment"], found["service-design-and-management"]
    deploy, operate = found["service-development-and-deployment"], found["operations-bridge"]
    hub = found["service-delivery-assurance"]
    assert places.hub_id == "service-delivery-assurance"
    assert hub.middle == pytest.approx((hub.left + hub.width / 2, 50))
    assert max(align.right, operate.right) < hub.left
    assert hub.right < min(design.left, deploy.left)
    assert align.bottom < operate.top
    assert design.bottom < deploy.top
    assert (align.left, align.top) == (0, 0)
    assert (design.right, design.top) == pytest.approx((100, 0))
    assert (deploy.bottom, operate.bottom) == pytest.approx((100, 100))


def test_processes_fill_their_group_from_the_left_in_the_order_of_the_framework() -> None:
    framework = shipped.framework()
    places = places_of(framework)
    assert [placed.id for placed in places.processes] == [process.id for process in framework.processes]
    boxes = {placed.id: placed.place for placed in places.processes}
    group = next(one for one in framework.groups if one.id == "service-design-and-management")
    by_reading = sorted(group.processes, key=lambda own: (round(boxes[own].top, 3), boxes[own].left))
    assert by_reading == list(group.processes)


def test_the_hub_is_the_group_whose_linkages_reach_every_process_and_count() -> None:
    assert hub_of(grouped([2, 2, 2], hub=1)).id == "group-1"  # type: ignore[union-attr]
    assert hub_of(grouped([2, 2, 2])) is None
    assert hub_of(grouped([4], hub=0)) is None
    two = grouped([1, 1, 1])
    ids = [process.id for process in two.processes]
    both = tuple(universal(process_id, number) for number, process_id in enumerate(ids[:2]))
    assert hub_of(Framework(**fields_of(two) | {"universal": both})) is None
    weightless = (universal(ids[0], 0), universal(ids[1], 1, counts=False))
    assert hub_of(Framework(**fields_of(two) | {"universal": weightless})).id == "group-0"  # type: ignore[union-attr]


def test_any_framework_has_a_map_on_which_nothing_covers_anything_else() -> None:
    draw = random.Random(12)
    for _ in range(100):
        sizes = [draw.randint(1, 9) for _ in range(draw.randint(1, 8))]
        framework = grouped(sizes, hub=draw.choice([None, draw.randrange(len(sizes))]))
        places = places_of(framework)
        frames = of_groups(places)
        boxes = {placed.id: placed.place for placed in places.processes}
        assert set(frames) == {group.id for group in framework.groups}
        assert set(boxes) == {process.id for process in framework.processes}
        assert not any(overlap(one, other) for one, other in combinations(frames.values(), 2)), sizes
        assert not any(overlap(one, other) for one, other in combinations(boxes.values(), 2)), sizes
        for group in framework.groups:
            assert all(holds(frames[group.id], boxes[own]) for own in group.processes), sizes
        assert all(holds(Place(left=-1, top=-1, width=102, height=102), frame) for frame in frames.values())
        assert min(box.width for box in boxes.values()) > 0.8 * 100 / (MOST_COLUMNS + 1)
