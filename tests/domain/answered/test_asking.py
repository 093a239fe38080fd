"""Who is asked what."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.answered.asking import asked_items, default_attributes, needed_assignments
from assessment.domain.answered.assessment import Assignment, Respondent, Role
from assessment.domain.authored.framework import Depth, Horizon
from tests.builders import an_assessment, tiny_framework

FRAMEWORK = tiny_framework()
CUSTOMER = Respondent(id="c1", role=Role.CUSTOMER)
PRACTITIONER = Respondent(id="p1", role=Role.PRACTITIONER)
BOTH = (CUSTOMER, PRACTITIONER)


def attribute_ids(respondent_id: str, process_id: str = "planning", **changes: object) -> set[str]:
    assessment = an_assessment(FRAMEWORK, respondents=BOTH, **changes)
    return {item.attribute_id for item, _ in asked_items(FRAMEWORK, assessment, respondent_id, process_id)}


def test_without_assignments_a_customer_is_asked_what_customers_see_and_others_everything() -> None:
    assert attribute_ids("c1") == {"delivery", "measurement"}
    assert attribute_ids("p1") == set(FRAMEWORK.attribute_by_id)


def test_one_assignment_means_nothing_else_is_asked_in_any_process() -> None:
    assignments = (
        Assignment(respondent_id="c1", process_id="planning", attribute_ids=("control", "ownership")),
        Assignment(respondent_id="p1", process_id="building", attribute_ids=("delivery",)),
    )
    assert attribute_ids("c1", assignments=assignments) == {"control", "ownership"}
    assert attribute_ids("c1", "building", assignments=assignments) == set()
    assert attribute_ids("p1", assignments=assignments) == set()
    assert attribute_ids("p1", "building", assignments=assignments) == {"delivery"}


def test_nothing_is_asked_out_of_scope_or_of_somebody_who_is_not_there() -> None:
    assert attribute_ids("p1", "releasing", scope=("planning",)) == set()
    assert attribute_ids("nobody") == set()


def test_an_assignment_out_of_scope_asks_nothing() -> None:
    assignments = (Assignment(respondent_id="p1", process_id="building", attribute_ids=("delivery",)),)
    assert attribute_ids("p1", "building", assignments=assignments, scope=("planning",)) == set()


def test_items_follow_the_attributes_and_the_to_be_follows_the_as_is_of_its_item() -> None:
    assessment = an_assessment(FRAMEWORK, respondents=BOTH, asks_to_be=True)
    asked = asked_items(FRAMEWORK, assessment, "p1", "planning")
    order = [attribute.id for attribute in FRAMEWORK.attributes]
    places = [order.index(item.attribute_id) for item, _ in asked]
    assert places == sorted(places)
    delivery = [(item.id, horizon) for item, horizon in asked if item.attribute_id == "delivery"]
    assert delivery == [
        *((f"planning.deliver-{number}", Horizon.AS_IS) for number in (1, 2, 3)),
        ("planning.delivery", Horizon.TO_BE),
    ]
    control = [(item.id, horizon) for item, horizon in asked if item.attribute_id == "control"]
    assert control == [("planning.control", Horizon.AS_IS), ("planning.control", Horizon.TO_BE)]


def test_everything_asked_is_an_item_of_the_depth_and_horizon() -> None:
    for depth in Depth:
        assessment = an_assessment(FRAMEWORK, respondents=BOTH, depth=depth, asks_to_be=True)
        for horizon in Horizon:
            asked = asked_items(FRAMEWORK, assessment, "p1", "planning")
            found = [item for item, asked_horizon in asked if asked_horizon is horizon]
            assert found == list(FRAMEWORK.items("planning", depth, horizon))


EVERYTHING = frozenset(FRAMEWORK.attribute_by_id)
CUSTOMERS = frozenset({"delivery", "measurement"})
SCOPE = ("planning", "building", "releasing")


def test_customers_are_asked_by_default_what_customers_see_and_every_other_role_everything() -> None:
    assert {role: default_attributes(FRAMEWORK, role) for role in Role} == {
        Role.LEADERSHIP: EVERYTHING,
        Role.PRACTITIONER: EVERYTHING,
        Role.CUSTOMER: CUSTOMERS,
        Role.OTHER: EVERYTHING,
    }


def test_no_assignment_is_needed_for_what_the_role_is_asked_anyway() -> None:
    assert needed_assignments(FRAMEWORK, PRACTITIONER, dict.fromkeys(SCOPE, EVERYTHING)) == ()
    assert needed_assignments(FRAMEWORK, CUSTOMER, dict.fromkeys(SCOPE, CUSTOMERS)) == ()


def test_a_customer_who_is_to_be_asked_everything_needs_an_assignment_of_each_process() -> None:
    needed = needed_assignments(FRAMEWORK, CUSTOMER, dict.fromkeys(SCOPE, EVERYTHING))

    assert {one.process_id: one.attribute_ids for one in needed} == dict.fromkeys(
        SCOPE, tuple(FRAMEWORK.attribute_by_id)
    )


@given(
    st.sampled_from(BOTH),
    st.lists(st.frozensets(st.sampled_from(sorted(EVERYTHING))), min_size=3, max_size=3).filter(any),
)
def test_the_needed_assignments_ask_for_exactly_what_was_wanted(
    respondent: Respondent, wanted: list[frozenset[str]]
) -> None:
    asked = dict(zip(SCOPE, wanted, strict=True))
    assignments = needed_assignments(FRAMEWORK, respondent, asked)

    for process_id in SCOPE:
        assert attribute_ids(respondent.id, process_id, assignments=assignments) == asked[process_id]
