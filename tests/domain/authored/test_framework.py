"""Items are asked by depth and horizon, with shared texts filled in and own ones first."""

from __future__ import annotations

from assessment.domain.authored.content import AnchoredItem, Effort, Process, ProcessAttribute
from assessment.domain.authored.framework import Depth, Framework, Horizon, ItemKind, filled
from tests.builders import ATTRIBUTE_IDS, tiny_framework
from tests.domain.altered import altered

FRAMEWORK = tiny_framework(2)


def slugs(depth: Depth, horizon: Horizon) -> list[str]:
    return [item.id.removeprefix("building.") for item in FRAMEWORK.items("building", depth, horizon)]


def test_quick_depth_and_every_to_be_ask_the_anchored_item_of_each_attribute() -> None:
    for depth, horizon in ((Depth.QUICK, Horizon.AS_IS), (Depth.QUICK, Horizon.TO_BE), (Depth.FULL, Horizon.TO_BE)):
        assert slugs(depth, horizon) == list(ATTRIBUTE_IDS)


def test_the_as_is_at_full_depth_asks_activities_where_there_are_some() -> None:
    activities = ["deliver-1", "deliver-2", "deliver-3", "ownership", "check-1", "check-2", "improve-process"]
    assert slugs(Depth.FULL, Horizon.AS_IS) == [*activities, *ATTRIBUTE_IDS[3:]]


def test_activities_have_the_statements_of_the_shared_scale_and_anchored_items_their_own() -> None:
    activity, anchored = FRAMEWORK.item_by_id["building.deliver-1"], FRAMEWORK.item_by_id["building.control"]
    assert (activity.kind, anchored.kind) == (ItemKind.ACTIVITY, ItemKind.ANCHORED)
    assert activity.statements == tuple(point.statement for point in FRAMEWORK.scale)
    assert anchored.statements[3] == "control of Building at L-."


def test_shared_texts_name_the_process() -> None:
    building = FRAMEWORK.process_by_id["building"]
    assert filled("{process} first, {process} last", building) == "Building first, Building last"
    assert FRAMEWORK.item_by_id["building.control"].question == "How is control of Building?"
    assert FRAMEWORK.actions("building", "control")[0].text == "Raise control of Building to P-."


def with_own(entry: ProcessAttribute) -> Framework:
    first, *others = FRAMEWORK.processes
    content = {name: getattr(first, name) for name in Process.model_fields}
    return altered(FRAMEWORK, processes=(Process(**{**content, "attributes": (entry,)}), *others))


def test_a_question_of_the_process_itself_stands_before_the_shared_one() -> None:
    own_item = AnchoredItem(
        question="Who owns the plan?",
        good="One person.",
        ask_for=("The plan.",),
        statements=("a", "b", "c", "d", "e", "f"),
    )
    framework = with_own(ProcessAttribute(attribute="ownership", item=own_item))
    assert framework.item_by_id["planning.ownership"].question == "Who owns the plan?"
    assert framework.item_by_id["building.ownership"].question == "How is ownership of Building?"
    assert len(framework.actions("planning", "ownership")) == 5, "its actions are still the shared ones"


def test_actions_of_the_process_itself_stand_before_the_shared_ones() -> None:
    own_action = FRAMEWORK.actions("planning", "ownership")[2].model_copy(update={"text": "Name the owner."})
    framework = with_own(ProcessAttribute(attribute="ownership", actions=(own_action,)))
    assert [action.text for action in framework.actions("planning", "ownership")] == ["Name the owner."]
    assert framework.item_by_id["planning.ownership"].question == "How is ownership of Planning?"
    assert len(framework.actions("building", "ownership")) == 5


def test_every_process_has_its_group_and_every_item_its_process() -> None:
    assert {own: group.id for own, group in FRAMEWORK.group_by_process.items()} == {
        "planning": "group-1",
        "building": "group-2",
    }
    assert all(item_id.startswith(f"{item.process_id}.") for item_id, item in FRAMEWORK.item_by_id.items())


def test_small_medium_and_large_are_1_2_and_3_points() -> None:
    assert [effort.point_count for effort in Effort] == [1, 2, 3]


def test_a_readiness_question_without_a_remedy_is_written_as_before_there_were_remedies() -> None:
    """Content that was archived then keeps its hash."""
    question = tiny_framework().readiness[0]
    assert question.action is None
    assert set(question.model_dump(mode="json")) == {"id", "question", "good", "risk"}
