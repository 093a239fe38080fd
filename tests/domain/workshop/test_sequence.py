"""The order in which a room goes through the questions of a process."""

from __future__ import annotations

import pytest

from assessment.domain.authored.framework import Depth, Horizon
from assessment.domain.workshop.sequence import agreed_ids, asked_in_room, next_item_id
from tests.builders import agreed, an_assessment, tiny_framework

FRAMEWORK = tiny_framework()
ANCHORED = "planning.ownership"


def ids(process_id: str = "planning", **header: object) -> list[str]:
    return [item.id for item in asked_in_room(FRAMEWORK, an_assessment(FRAMEWORK, **header), process_id)]


def test_a_room_is_asked_what_the_depth_asks_in_the_order_of_the_attributes() -> None:
    assert ids()[:4] == ["planning.deliver-1", "planning.deliver-2", "planning.deliver-3", ANCHORED]
    assert ids(depth=Depth.QUICK)[:2] == ["planning.delivery", ANCHORED]


def test_where_the_to_be_is_asked_its_own_items_stand_with_their_attribute_each_once() -> None:
    found = ids(asks_to_be=True)

    assert set(found) - set(ids()) == {"planning.delivery", "planning.quality-control"}
    assert len(found) == len(set(found))
    assert found[:5] == [
        "planning.deliver-1",
        "planning.deliver-2",
        "planning.deliver-3",
        "planning.delivery",
        ANCHORED,
    ]


def test_nothing_is_asked_of_a_process_out_of_scope() -> None:
    assert ids(scope=("building",)) == []


@pytest.mark.parametrize(
    ("values", "wanted"),
    [
        ((agreed(ANCHORED, 3),), set()),
        ((agreed(ANCHORED, 5, Horizon.TO_BE),), set()),
        ((agreed(ANCHORED, 3), agreed(ANCHORED, 5, Horizon.TO_BE)), {ANCHORED}),
        ((agreed("planning.deliver-1", 2),), {"planning.deliver-1"}),
    ],
)
def test_an_item_is_agreed_once_every_horizon_that_is_asked_has_a_value(
    values: tuple[object, ...], wanted: set[str]
) -> None:
    assessment = an_assessment(FRAMEWORK, asks_to_be=True, agreed=values)
    assert agreed_ids(FRAMEWORK, assessment, "planning") == wanted


def test_what_follows_is_the_first_open_question_behind_the_present_one_and_then_from_the_start() -> None:
    order = ids()
    assessment = an_assessment(FRAMEWORK, agreed=(agreed(order[2], 1),))

    assert next_item_id(FRAMEWORK, assessment, "planning", None) == order[0]
    assert next_item_id(FRAMEWORK, assessment, "planning", order[1]) == order[3]
    assert next_item_id(FRAMEWORK, assessment, "planning", order[-1]) == order[0]
    assert next_item_id(FRAMEWORK, assessment, "planning", "building.deliver-1") == order[0]


def test_nothing_follows_where_all_else_is_agreed() -> None:
    order = ids()
    values = tuple(agreed(one, 1) for one in sorted(order[1:]))
    assessment = an_assessment(FRAMEWORK, agreed=values)

    assert next_item_id(FRAMEWORK, assessment, "planning", order[0]) is None
    assert next_item_id(FRAMEWORK, assessment, "planning", order[1]) == order[0]
