"""Set-up, Targets and Critical services: single cells, the target in force, what lacks a reason, and the services."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import CriticalService, Target, TargetCell
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.builders import NA, rated_process
from tests.ui.assessed import an_empty_one, framework_of, opened, words
from tests.ui.grids import grid
from tests.ui.set_up import HIGH_TARGET, PAYMENTS, PLAIN_TARGET, a_full_one, loaded, tab, with_entries, without

CELLS = "To-be of each process and attribute"
LEVELS = "Target of each process"


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    """One for all: each test edits an assessment of its own."""
    with pytest.MonkeyPatch.context() as patch, opened(tmp_path_factory.mktemp("targets"), patch) as plumbline:
        yield plumbline


def cell(attribute_id: str, code: int) -> TargetCell:
    return TargetCell(attribute_id=attribute_id, code=code)


def cells_open(assessment_id: str) -> AppTest:
    """The Targets tab with its single cells unfolded."""
    test = tab(assessment_id, "Targets")
    test.session_state[f"set-up:{assessment_id}:cells-fold"] = True
    return test.run()


def test_the_cells_are_shown_where_they_were_set(plumbline: Plumbline) -> None:
    test = cells_open(a_full_one(plumbline))

    planning, building, _ = grid(test, CELLS).rows()
    assert planning == ["Planning (extension)", "L- Point 3", "", "", "", "", "F Point 5", "", ""]
    assert building == ["Building (extension)", *[""] * 8]


@pytest.mark.parametrize(
    ("row", "typed", "expected"),
    [
        ("Planning", {"Control": "N Point 0"}, (cell("delivery", 3), cell("control", 0))),
        ("Planning", {"Control": None}, (cell("delivery", 3),)),
        ("Planning", {"Ownership": "L+ Point 4"}, (cell("delivery", 3), cell("ownership", 4), cell("control", 5))),
    ],
)
def test_an_edited_cell_leaves_level_rationale_approver_and_the_other_cells(
    plumbline: Plumbline, row: str, typed: dict[str, Any], expected: tuple[TargetCell, ...]
) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    grid(cells_open(assessment_id), CELLS).edit(row, typed)

    after = loaded(plumbline, assessment_id)
    assert after == with_entries(before, "targets", HIGH_TARGET.model_copy(update={"cells": expected}))


def test_a_first_cell_stands_on_the_level_that_was_chosen_or_the_default(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline, default_target_level=1)
    before = loaded(plumbline, assessment_id)
    test = cells_open(assessment_id)

    grid(test, CELLS).paste({"Building": {"Definition": "P- Point 1"}, "Releasing": {"Delivery": "F Point 5"}})

    assert loaded(plumbline, assessment_id) == with_entries(
        before,
        "targets",
        PLAIN_TARGET.model_copy(update={"cells": (cell("definition", 1),)}),
        Target(process_id="releasing", level=1, cells=(cell("delivery", 5),)),
    )


def test_the_target_in_force_is_the_chosen_one_the_default_or_the_highest_that_can_be(plumbline: Plumbline) -> None:
    ratings = rated_process(framework_of(plumbline), "releasing", {"delivery": 3, "ownership": 3, "definition": NA})
    assessment_id = a_full_one(plumbline)
    for rating in ratings:
        plumbline.answering.save(LOCAL_ACTOR, assessment_id, rating)
    others = [one for one in loaded(plumbline, assessment_id).ratings if one.item_id == "releasing.definition"]
    for rating in others:
        plumbline.answering.save(LOCAL_ACTOR, assessment_id, rating.model_copy(update={"answer": ratings[-1].answer}))

    shown = grid(tab(assessment_id, "Targets"), LEVELS)

    assert shown.headings == ["Process", "Target level", "In force", "Rationale", "Approved by"]
    assert shown.rows() == [
        ["Planning (extension)", "4 Controlled", "4 Controlled", "The board wants it.", "Ada"],
        ["Building (extension)", "2 Managed", "2 Managed", "", ""],
        ["Releasing (extension)", "", "2 Managed: 3 cannot be", "", ""],
    ]


def test_a_process_without_a_choice_shows_the_default_and_follows_it(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    before = grid(tab(assessment_id, "Targets"), LEVELS).column("In force")
    plumbline.assessments.update_header(LOCAL_ACTOR, assessment_id, HeaderChange(default_target_level=2))

    test = tab(assessment_id, "Targets")

    assert before == ["3 Established, by default"] * 3
    assert grid(test, LEVELS).column("In force") == ["2 Managed, by default"] * 3
    assert grid(test, LEVELS).column("Target level") == [""] * 3
    assert "Without a choice of its own the target of a process is level 2, Managed." in words(test)


def test_a_level_that_is_taken_away_is_the_default_of_this_assessment(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline, default_target_level=1)
    before = loaded(plumbline, assessment_id)
    test = tab(assessment_id, "Targets")

    grid(test, LEVELS).paste({"Planning": {"Target level": None}, "Releasing": {"Rationale": "Later."}})

    assert loaded(plumbline, assessment_id) == with_entries(
        before,
        "targets",
        HIGH_TARGET.model_copy(update={"level": 1}),
        Target(process_id="releasing", level=1, rationale="Later."),
    )


def test_a_high_target_without_a_rationale_is_warned_of_by_name(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Target(process_id="planning", level=4))
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Target(process_id="building", level=4, rationale="The board."))
    test = tab(assessment_id, "Targets")

    assert [one.value for one in test.warning] == [
        "The target of Planning is above level 3 without a rationale. Say why it is worth it."
    ]
    grid(test, LEVELS).edit("Planning", {"Rationale": "The law."})
    assert not test.warning


def test_a_high_default_is_warned_of_for_every_process_that_takes_it(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.assessments.update_header(LOCAL_ACTOR, assessment_id, HeaderChange(default_target_level=4))
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Target(process_id="building", level=3))

    assert [one.value for one in tab(assessment_id, "Targets").warning] == [
        "The targets of Planning and Releasing are above level 3 without a rationale. Say why they are worth it."
    ]


def test_what_is_saved_between_the_two_reads_of_a_page_is_not_overwritten_by_it(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    assessment_id = a_full_one(plumbline)
    load = plumbline.assessments.load
    theirs = HIGH_TARGET.model_copy(update={"approver": "Theirs"})

    def load_just_before_they_save(*arguments: Any) -> Any:
        found = load(*arguments)
        plumbline.setup.save(LOCAL_ACTOR, assessment_id, theirs)
        return found

    monkeypatch.setattr(plumbline.assessments, "load", load_just_before_they_save)
    test = tab(assessment_id, "Targets")
    monkeypatch.undo()
    grid(test, LEVELS).edit("Planning", {"Rationale": "Mine."})

    assert loaded(plumbline, assessment_id).target_by_process["planning"] == theirs
    assert "Which one stays?" in words(test)


# --- critical services -----------------------------------------------------------------------------------------------


def send(test: AppTest, assessment_id: str, **fields: str | int) -> AppTest:
    """Fill in the form of a new service and send it."""
    key = f"set-up:{assessment_id}:new-service"
    for name, value in fields.items():
        kind = test.selectbox if name == "importance" else test.text_input
        kind(key=f"{key}:{name}").set_value(value)  # type: ignore[arg-type]  # each kind takes its own
    return next(button for button in test.button if button.label == "Add").click().run()


def test_a_service_is_added_with_its_importance(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id).critical_services

    send(tab(assessment_id, "Critical services"), assessment_id, name="Payroll", importance=2)

    (new,) = set(loaded(plumbline, assessment_id).critical_services) - set(before)
    assert (new.name, new.importance, new.process_ids) == ("Payroll", 2, ())
    assert len(loaded(plumbline, assessment_id).critical_services) == 3


def test_a_service_is_important_unless_something_else_is_said(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)

    send(tab(assessment_id, "Critical services"), assessment_id, name="Payroll")

    (new,) = loaded(plumbline, assessment_id).critical_services
    assert (new.name, new.importance) == ("Payroll", 4)


def test_a_service_without_a_name_is_refused_in_words(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)

    test = send(tab(assessment_id, "Critical services"), assessment_id)

    assert "Not saved" in words(test)
    assert loaded(plumbline, assessment_id).critical_services == ()


def test_the_chosen_service_is_removed_and_no_other(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = tab(assessment_id, "Critical services")
    assert test.selectbox(key=f"set-up:{assessment_id}:remove-service").options == ["Payments", "Mail"]

    test.selectbox(key=f"set-up:{assessment_id}:remove-service").set_value("s2").run()
    test.button(key=f"set-up:{assessment_id}:remove-criticalservice:s2:go").click().run()

    assert loaded(plumbline, assessment_id) == without(before, "critical_services", "s2")
    (binned,) = plumbline.bin.entries(LOCAL_ACTOR, assessment_id)
    test.button(key=f"set-up:{assessment_id}:bin-criticalservice:{binned.id}:back").click().run()
    assert loaded(plumbline, assessment_id) == before


def test_a_process_out_of_scope_stays_with_its_service_when_the_others_are_chosen_anew(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    plumbline.setup.set_scope(LOCAL_ACTOR, assessment_id, ("planning", "releasing"))
    test = tab(assessment_id, "Critical services")
    assert grid(test, "Critical services").column("Leans on") == [["Planning"], []]

    grid(test, "Critical services").edit("Payments", {"Leans on": ["Releasing"]})

    stored = {one.id: one for one in loaded(plumbline, assessment_id).critical_services}
    assert stored["s1"] == CriticalService(
        id="s1", name=PAYMENTS.name, importance=PAYMENTS.importance, process_ids=("releasing", "building")
    )
