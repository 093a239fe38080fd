"""Decisions by hand: what each costs in words, and each impossible wish with its cause."""

from __future__ import annotations

from functools import cache
from typing import Any

import pytest

from assessment.domain.answered.roadmap_settings import LinkStrength, Pin, RoadmapSettings
from assessment.domain.computed import Computed
from assessment.domain.planning.wishes import Cause, CauseKind, Wish
from assessment.views.choices import cause_text, choices_view, wish_lines
from assessment.views.sheets.choices import choices_sheets
from assessment.views.wording import choices as words
from tests.computing import computed, the_sample

HARD_SPACE = "\u00a0"
FREED = "configuration-management-to-change-management"
EXCLUDED = Pin(process_id="configuration-management", to_level=2, wave=0)


def under(**changes: Any) -> Computed:
    sample = the_sample()
    settings = RoadmapSettings.model_validate({**dict(sample.assessment.roadmap), **changes})
    return computed(sample.framework, sample.assessment.model_copy(update={"roadmap": settings}))


@cache
def excluded() -> Computed:
    return under(pins=(EXCLUDED,), efforts=(), linkages=())


def needs(process_id: str, level: int, other_id: str, other_level: int) -> Cause:
    return Cause(
        kind=CauseKind.NEEDS, process_id=process_id, level=level, other_process_id=other_id, other_level=other_level
    )


def said(*causes: Cause, wave: int | None = None, process_id: str = "incident-management", level: int = 3) -> str:
    wish = Wish(process_id=process_id, level=level, wave=wave, causes=causes)
    return cause_text(the_sample().framework, wish).replace(HARD_SPACE, " ")


NEED = needs("incident-management", 3, "configuration-management", 2)
OUT = Cause(kind=CauseKind.EXCLUDED, process_id="configuration-management", level=2)


def test_one_need_that_was_left_out_is_one_sentence() -> None:
    assert said(NEED, OUT) == (
        "Incident Management to level 3 needs Configuration Management at level 2, which you left out."
    )


def test_one_need_that_was_put_later_names_its_wave() -> None:
    put = Cause(kind=CauseKind.PINNED, process_id="configuration-management", level=2, wave=3)
    assert said(NEED, put, wave=1) == (
        "Incident Management to level 3 needs Configuration Management at level 2 by then, which you put into wave 3."
    )


def test_its_own_earlier_step_is_one_sentence() -> None:
    own = Cause(kind=CauseKind.EXCLUDED, process_id="incident-management", level=2)
    assert said(own) == "Incident Management to level 3 follows its own step to level 2, which you left out."
    later = Cause(kind=CauseKind.PINNED, process_id="incident-management", level=2, wave=4)
    assert said(later) == "Incident Management to level 3 follows its own step to level 2, which you put into wave 4."


def test_a_step_put_elsewhere_already_is_said_as_such() -> None:
    own = Cause(kind=CauseKind.PINNED, process_id="incident-management", level=3, wave=1)
    assert said(own, wave=2) == "You put Incident Management to level 3 into wave 1."


def test_a_chain_is_told_link_by_link() -> None:
    chain = (NEED, needs("configuration-management", 2, "change-management", 1))
    out = Cause(kind=CauseKind.EXCLUDED, process_id="change-management", level=1)
    assert said(*chain, out) == (
        "Incident Management to level 3 needs Configuration Management at level 2. "
        "Configuration Management to level 2 needs Change Management at level 1. "
        "You left out Change Management to level 1."
    )


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        (
            Cause(kind=CauseKind.ROOM, wave=2, count=4, limit_count=3),
            "It takes 4 points with what must share its wave; wave 2 holds 3 points in all.",
        ),
        (
            Cause(kind=CauseKind.ROOM, count=1, limit_count=0),
            "It takes 1 point with what must share its wave; the largest wave holds 0 points in all.",
        ),
        (Cause(kind=CauseKind.ORDER, wave=2), "The earliest that its order allows is wave 2."),
        (Cause(kind=CauseKind.ORDER), words.no_order()),
    ],
)
def test_room_and_order_are_said(cause: Cause, expected: str) -> None:
    assert said(cause) == expected


def test_each_decision_has_a_row_with_what_it_costs() -> None:
    computed, table = the_sample(), choices_view(the_sample()).table("choices")
    assert [row.cells[0].text.replace(HARD_SPACE, " ") for row in table.rows] == [
        "Operations Management to level 3: in wave 2",
        "Supplier Management before Availability Management: made to bind",
        "Problem Management to level 1: 4 points in place of 2 points",
    ]
    for column_id, name in (("worth", "worth"), ("value", "value"), ("at-target", "at_target_count")):
        assert [cell.value for cell in table.column(column_id)] == [
            getattr(cost, name) for cost in computed.choices.costs
        ]


@pytest.mark.parametrize(
    ("points", "expected"), [(30.46, "costs 30.5 points"), (-1.41, "brings 1.4 points"), (0.01, "nothing")]
)
def test_points_cost_or_bring(points: float, expected: str) -> None:
    assert words.points_cost(points).replace(HARD_SPACE, " ") == expected


def test_processes_are_fewer_more_or_as_many() -> None:
    texts = [words.processes_cost(count).replace(HARD_SPACE, " ") for count in (1, -2, 0)]
    assert texts == ["1 process fewer", "2 processes more", "as many"]


def test_the_finding_names_what_costs_most() -> None:
    worth = the_sample().choices.costs[0].worth
    assert choices_view(the_sample()).finding == (
        f"Of what is decided by hand, this costs most: Operations Management to level 3: in wave 2; "
        f"{words.points_cost(worth)} of the worth of the plan."
    )


def test_an_exclusion_and_a_freed_linkage_are_said_as_such() -> None:
    free = under(pins=(EXCLUDED,), efforts=(), linkages=(LinkStrength(linkage_id=FREED, is_hard=False),))
    texts = [row.cells[0].text for row in choices_view(free).table("choices").rows]
    assert texts == [
        "Configuration Management to level 2: left out",
        "Configuration Management before Change Management: let go",
    ]


def test_wishes_that_cannot_be_are_counted_and_each_has_its_cause() -> None:
    view, wishes = choices_view(excluded()), excluded().choices.wishes
    assert wishes
    assert words.cannot_be(len(wishes)) in view.finding
    assert len(view.table("wishes").rows) == len(wishes)
    assert (
        "Change Management to level 3 needs Configuration Management at level 2, which you left out."
    ) in wish_lines(excluded())


def test_a_wish_for_a_wave_is_said_before_its_cause() -> None:
    late = Pin(process_id="change-management", to_level=3, wave=2)
    lines = wish_lines(under(pins=(EXCLUDED, late), efforts=(), linkages=()))
    assert lines[0].startswith("Change Management to level 3, in wave 2: Change Management to level 3 needs")


def test_nothing_by_hand_is_said() -> None:
    assert choices_view(under(pins=(), efforts=(), linkages=())).empty == words.EMPTY
    assert words.costs_nothing(2) == "None of the 2 decisions by hand costs the plan anything."


def test_the_sheets_have_what_the_tables_have_and_are_there_where_there_is_something() -> None:
    costs, wishes = choices_sheets(excluded())
    assert (costs.name, wishes.name) == ("Decisions by hand", "What cannot be")
    (cost,) = excluded().choices.costs
    assert costs.rows[0][1:] == (cost.worth, cost.value, cost.at_target_count)
    assert [row[1] for row in wishes.rows] == [
        cause_text(excluded().framework, wish) for wish in excluded().choices.wishes
    ]
    assert [sheet.name for sheet in choices_sheets(the_sample())] == ["Decisions by hand"]
    assert choices_sheets(under(pins=(), efforts=(), linkages=())) == ()
