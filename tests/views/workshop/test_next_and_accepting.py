"""Why a question comes next, and the list of values that can be taken at once, in words."""

from __future__ import annotations

import pytest

from assessment.domain.authored.framework import Horizon
from assessment.domain.workshop.accepting import Acceptable, Accepted, LeftOut, LeftOutReason
from assessment.domain.workshop.next_item import NextItem, NextReason
from assessment.views.workshop.accepting import accepted_text, accepting_view, bound_names
from assessment.views.workshop.next_item import next_view, why_text
from tests.builders import tiny_framework

FRAMEWORK = tiny_framework()


def an_item(reason: NextReason = NextReason.UNANSWERED, item: str = "control", **changes: object) -> NextItem:
    values: dict[str, object] = {
        "present_level": None,
        "other_level": None,
        "consensus_share": None,
        "is_split": False,
        "answer_count": 0,
    }
    return NextItem(item_id=f"planning.{item}", process_id="planning", reason=reason, **{**values, **changes})  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("item", "why"),
    [
        (
            an_item(NextReason.LEVEL, present_level=1, other_level=2),
            "It could raise Planning to level 2 (Managed).",
        ),
        (
            an_item(NextReason.LEVEL, present_level=1, other_level=0),
            "It could bring Planning down to level 0 (Incomplete).",
        ),
        (an_item(NextReason.SPREAD, is_split=True, consensus_share=0.4), "The room is split on it."),
        (an_item(NextReason.SPREAD, consensus_share=0.459), "People differ: agreement 45 %."),
        (an_item(), "Nobody has given it a value yet."),
        (an_item(NextReason.TO_AGREE, consensus_share=0.9), "People are close, and nothing is agreed yet."),
        (an_item(is_put_off=True), "Put off. Nobody has given it a value yet."),
    ],
)
def test_each_reason_is_a_sentence(item: NextItem, why: str) -> None:
    assert why_text(FRAMEWORK, item) == why


def test_the_best_question_is_named_and_the_others_follow_in_order() -> None:
    view = next_view(FRAMEWORK, [an_item(item=name) for name in ("control", "delivery", "ownership")], limit=2)

    assert view.finding == "Next best: Control, Planning."
    assert view.why == "Nobody has given it a value yet."
    assert [row.id for row in view.table("next").rows] == ["planning.control", "planning.delivery"]
    assert [cell.text for cell in view.table("next").rows[1].cells] == [
        "Delivery",
        "Planning",
        "Nobody has given it a value yet.",
    ]


def test_with_everything_agreed_there_is_no_next_question() -> None:
    view = next_view(FRAMEWORK, ())

    assert (view.best, view.why) == (None, "")
    assert view.finding == view.empty == "Every question has an agreed value."


def acceptable(item: str = "control", horizon: Horizon = Horizon.AS_IS) -> Acceptable:
    return Acceptable(
        item_id=f"planning.{item}",
        horizon=horizon,
        code=3,
        answer_count=10,
        same_count=8,
        consensus_share=0.905,
        respondent_ids=("r1",),
    )


def test_the_list_says_what_each_value_rests_on_and_names_nobody() -> None:
    view = accepting_view(FRAMEWORK, [acceptable(), acceptable("delivery")], bound=0.8, floor=3)

    assert view.finding == (
        "On 2 questions people agree: 3 answers or more, agreement of 80 % or more, nobody more than one step away."
    )
    assert [[cell.text for cell in row.cells] for row in view.table("acceptable").rows] == [
        ["Control", "Planning", "D. Point 3", "8 of 10 chose it", "90 %"],
        ["Delivery", "Planning", "D. Point 3", "8 of 10 chose it", "90 %"],
    ]
    assert "r1" not in repr(view)


def test_one_question_is_told_as_one_and_none_says_so() -> None:
    assert accepting_view(FRAMEWORK, [acceptable()], bound=0.9, floor=1).finding == (
        "On 1 question people agree: 1 answer or more, agreement of 90 % or more, nobody more than one step away."
    )
    empty = accepting_view(FRAMEWORK, (), bound=0.8, floor=3)
    assert empty.finding == empty.empty
    assert empty.notes == ()


def test_where_both_horizons_are_asked_each_is_named() -> None:
    both = [acceptable(), acceptable(horizon=Horizon.TO_BE)]
    rows = accepting_view(FRAMEWORK, both, bound=0.8, floor=3).table("acceptable").rows

    assert [(row.id, row.cells[0].text) for row in rows] == [
        ("planning.control@as-is", "Control (as it is today)"),
        ("planning.control@to-be", "Control (as it should be)"),
    ]


def test_what_became_of_it_names_what_was_left_out_and_why() -> None:
    left_out = tuple(
        LeftOut(item_id=f"planning.{item}", horizon=Horizon.AS_IS, reason=reason)
        for item, reason in zip(("control", "delivery", "ownership"), LeftOutReason, strict=True)
    )

    assert accepted_text(FRAMEWORK, Accepted(taken=(acceptable(),), left_out=())) == "1 value taken."
    assert accepted_text(FRAMEWORK, Accepted(taken=(), left_out=left_out)) == (
        "No value was taken. Left out: Control (agreed meanwhile), Delivery (other votes meanwhile) and Ownership "
        "(out of scope meanwhile). Look at these again."
    )
    both = Accepted(taken=(acceptable(horizon=Horizon.TO_BE),), left_out=left_out[:1])
    assert "Control (as it is today) (agreed meanwhile)" in accepted_text(FRAMEWORK, both)


def test_bounds_are_told_in_percent() -> None:
    assert bound_names((0.8, 1.0)) == {0.8: "80 %", 1.0: "100 %"}
