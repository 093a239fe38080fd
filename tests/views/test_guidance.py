"""What helps to answer a question, and what is to know of it."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.authored.content import Origin
from assessment.domain.authored.framework import Item
from assessment.views.guidance import GuidanceView, guidance_view
from tests.builders import tiny_framework

FRAMEWORK = tiny_framework()
ITEM = FRAMEWORK.item_by_id["planning.deliver-1"]


def guidance(**changes: Any) -> GuidanceView:
    item: Item = ITEM.model_copy(update=changes)
    return guidance_view(FRAMEWORK, item, for_authors=True)


def test_good_practice_and_what_to_ask_for_stand_under_their_labels() -> None:
    view = guidance(good="A list.", ask_for=("The list.", "Its owner."), pitfall="A list of last year.")

    assert (view.question, view.finding) == ("Do you deliver-1?", "Deliver 1")
    assert (view.good.label, view.good.text) == ("What good looks like", "A list.")
    assert (view.ask_label, view.ask_for) == ("Ask to see", ("The list.", "Its owner."))
    assert view.pitfall == "Easily fooled by: A list of last year."
    assert guidance(pitfall=None).pitfall == ""


@pytest.mark.parametrize(
    ("changes", "notes"),
    [
        ({}, ("Extension: not from the paper.",)),
        ({"origin": Origin.PAPER, "line": 217}, ("Paper, line 217.",)),
        ({"origin": Origin.PAPER, "line": None}, ()),
        ({"weight": 0.0}, ("Extension: not from the paper.", "Asked and shown, but it counts in no level.")),
        ({"weight": 2.0}, ("Extension: not from the paper.", "Counts 2 times.")),
        (
            {"overlaps": ("building.check-1", "planning.control")},
            (
                "Extension: not from the paper.",
                "Touches 'Check 1' of Building.",
                "Touches 'Control' of Planning.",
            ),
        ),
    ],
)
def test_origin_overlaps_and_weight_are_said(changes: dict[str, Any], notes: tuple[str, ...]) -> None:
    assert guidance(**changes).notes == notes
    item = ITEM.model_copy(update=changes)
    sources = ("Extension: not from the paper.", "Paper, line 217.")
    assert guidance_view(FRAMEWORK, item).notes == tuple(note for note in notes if note not in sources)
