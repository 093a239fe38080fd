"""The Set-up page on a real database: its tabs, the scope, and names and settings."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import AssessmentHeader
from assessment.domain.authored.framework import Depth
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.ui.pages.set_up import TABS
from tests.services.conftest import begun
from tests.ui.assessed import an_empty_one, opened, page, words
from tests.ui.grids import grid_names
from tests.ui.set_up import a_full_one, loaded, tab


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    """One for all: each test edits an assessment of its own."""
    with pytest.MonkeyPatch.context() as patch, opened(tmp_path_factory.mktemp("set-up"), patch) as plumbline:
        yield plumbline


def header(plumbline: Plumbline, assessment_id: str) -> AssessmentHeader:
    return plumbline.assessments.header(LOCAL_ACTOR, assessment_id)


def test_without_an_open_assessment_the_page_says_what_to_do(plumbline: Plumbline) -> None:
    assert "Which assessment?" in words(page("set_up"))


def test_an_id_that_is_not_there_shows_a_sentence(plumbline: Plumbline) -> None:
    test = page("set_up", assessment="nobody-knows-it")

    assert not test.exception
    assert "not available" in words(test)


def test_the_head_names_the_assessment_whom_it_is_of_and_how_it_is_asked(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.assessments.update_header(LOCAL_ACTOR, assessment_id, HeaderChange(unit="Desk"))

    said = words(tab(assessment_id, "Scope"))

    assert "Test assessment · Invented Ltd, Desk · 1 March 2024 · Full depth · Draft" in said


@pytest.mark.parametrize("name", ["Scope", "Owners", "Targets", "Technology", "Hand-offs"])
def test_a_tab_that_saves_as_one_goes_says_so_before_the_first_save(plumbline: Plumbline, name: str) -> None:
    assert "Saved as you go" in words(tab(a_full_one(plumbline), name))


GRIDS = {
    "Scope": [],
    "People": ["People who answer", "Attributes of each process that the person is asked"],
    "Critical services": ["Critical services"],
    "Importance and pain": ["Pain and importance of each process"],
    "Targets": ["Target of each process"],
    "Owners": ["Owner of each process", "Readiness of each process"],
    "Technology": ["Tool of each process", "Sourcing of each process"],
    "Transitions": ["Place of each transition"],
    "Hand-offs": ["How well each hand-off works"],
    "Agenda": [],
    "Method": [],
}


@pytest.mark.parametrize("name", list(TABS))
def test_every_tab_draws_its_tables_and_nothing_of_another(plumbline: Plumbline, name: str) -> None:
    test = tab(a_full_one(plumbline), name)

    assert not test.exception
    assert not test.error
    assert list(grid_names(test)) == GRIDS[name]


FIRST_WORDS = {
    "Scope": "3 processes in scope",
    "People": "3 people answer",
    "Critical services": "No service is named yet",
    "Importance and pain": "0 people have said so far",
    "Targets": "Without a choice of its own the target of a process is level 3, Established",
    "Owners": "3 of 3 processes have no owner",
    "Technology": "What does each process work with?",
    "Transitions": "Which way has the organisation gone?",
    "Hand-offs": "0 of 3 hand-offs rated",
    "Agenda": "Nothing is on the agenda yet. Take a proposal, or add a process.",
    "Method": "Full depth. The depth is fixed once an assessment has begun.",
}


@pytest.mark.parametrize("name", list(TABS))
def test_every_tab_says_what_is_entered_while_that_is_nothing(plumbline: Plumbline, name: str) -> None:
    test = tab(an_empty_one(plumbline), name)

    assert not test.exception
    assert not test.error
    assert FIRST_WORDS[name] in words(test)


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("People", "3 people answer"),
        ("Importance and pain", "2 people have said so far. The lower median of them counts."),
        ("Owners", "2 of 3 processes have no owner"),
        ("Hand-offs", "1 of 3 hand-offs rated"),
    ],
)
def test_a_tab_says_how_much_of_it_is_entered(plumbline: Plumbline, name: str, said: str) -> None:
    assert said in words(tab(a_full_one(plumbline), name))


# --- scope -----------------------------------------------------------------------------------------------------------


def scope_box(test: AppTest, assessment_id: str, process_id: str) -> Any:
    return test.checkbox(key=f"set-up:{assessment_id}:scope:{process_id}")


def test_a_process_taken_out_of_scope_is_saved_and_said_and_keeps_all_that_was_entered(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = tab(assessment_id, "Scope")

    scope_box(test, assessment_id, "building").uncheck().run()

    after = loaded(plumbline, assessment_id)
    assert after == before.model_copy(update={"scope": ("planning", "releasing")})
    assert "2 processes in scope" in words(test)
    assert "Saved" in words(test)


def test_a_process_put_back_into_scope_stands_in_the_order_of_the_model(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.setup.set_scope(LOCAL_ACTOR, assessment_id, ("building",))
    test = tab(assessment_id, "Scope")
    assert [scope_box(test, assessment_id, one).value for one in ("planning", "building", "releasing")] == [
        False,
        True,
        False,
    ]

    scope_box(test, assessment_id, "planning").check().run()

    assert loaded(plumbline, assessment_id).scope == ("planning", "building")


def test_a_process_that_somebody_else_put_in_meanwhile_stays_in(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.setup.set_scope(LOCAL_ACTOR, assessment_id, ("planning", "building"))
    test = tab(assessment_id, "Scope")
    plumbline.setup.set_scope(LOCAL_ACTOR, assessment_id, ("planning", "building", "releasing"))

    scope_box(test, assessment_id, "building").uncheck().run()

    assert loaded(plumbline, assessment_id).scope == ("planning", "releasing")


def test_the_last_process_stays_in_scope_and_the_page_says_why(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    test = tab(assessment_id, "Scope")
    for process_id in ("planning", "building", "releasing"):
        scope_box(test, assessment_id, process_id).uncheck().run()

    assert loaded(plumbline, assessment_id).scope == ("releasing",)
    assert "Not saved" in words(test)
    assert scope_box(test, assessment_id, "releasing").value


def test_an_extension_is_marked(plumbline: Plumbline) -> None:
    test = tab(an_empty_one(plumbline), "Scope")

    assert [box.label for box in test.checkbox if "not one of the paper" not in box.label] == []
    assert len(test.checkbox) == 3


# --- names and settings ----------------------------------------------------------------------------------------------


def choose(test: AppTest, kind: str, key: str, value: Any) -> AppTest:
    """Give a widget of a kind another value."""
    getattr(test, kind)(key=key).set_value(value)
    return test.run()


SETTINGS: tuple[tuple[str, str, Any, dict[str, Any]], ...] = (
    ("radio", "carry", 85.0, {"carry_percent": 85.0}),
    ("selectbox", "level", 4, {"default_target_level": 4}),
    ("toggle", "asks-to-be", True, {"asks_to_be": True}),
    ("number_input", "floor", 5, {"anonymity_floor": 5}),
    ("text_input", "header:name", "Second round", {"name": "Second round"}),
    ("text_input", "header:organisation", "Another Ltd", {"organisation": "Another Ltd"}),
    ("text_input", "header:unit", "Desk", {"unit": "Desk"}),
    ("date_input", "header:assessed_on", date(2025, 6, 30), {"assessed_on": date(2025, 6, 30)}),
)


@pytest.mark.parametrize(("kind", "name", "value", "expected"), SETTINGS, ids=[name for _, name, _, _ in SETTINGS])
def test_a_setting_changes_its_field_of_the_header_and_no_other(
    plumbline: Plumbline, kind: str, name: str, value: Any, expected: dict[str, Any]
) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    test = choose(tab(assessment_id, "Method"), kind, f"set-up:{assessment_id}:{name}", value)

    changed = before.header.model_copy(update=expected)
    assert changed != before.header
    assert loaded(plumbline, assessment_id) == before.model_copy(update={"header": changed})
    assert "Saved" in words(test)


def test_every_setting_shows_what_the_store_holds(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    change = HeaderChange(
        name="Second round",
        organisation="Another Ltd",
        unit="Desk",
        assessed_on=date(2025, 6, 30),
        carry_percent=85.0,
        default_target_level=2,
        asks_to_be=True,
        anonymity_floor=7,
    )
    plumbline.assessments.update_header(LOCAL_ACTOR, assessment_id, change)

    test = tab(assessment_id, "Method")

    shown = {name: getattr(test, kind)(key=f"set-up:{assessment_id}:{name}").value for kind, name, _, _ in SETTINGS}
    assert shown == {
        "carry": 85.0,
        "level": 2,
        "asks-to-be": True,
        "floor": 7,
        "header:name": "Second round",
        "header:organisation": "Another Ltd",
        "header:unit": "Desk",
        "header:assessed_on": date(2025, 6, 30),
    }


def test_the_bounds_are_those_of_the_method_in_words(plumbline: Plumbline) -> None:
    test = tab(an_empty_one(plumbline), "Method")

    assert test.radio[0].options == ["L+ or better (67.5 %)", "F (85 %), as ISO/IEC 33020 has it"]
    assert test.radio[0].value == 67.5


def test_a_unit_that_is_emptied_is_taken_out(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.assessments.update_header(LOCAL_ACTOR, assessment_id, HeaderChange(unit="Desk"))

    choose(tab(assessment_id, "Method"), "text_input", f"set-up:{assessment_id}:header:unit", "  ")

    assert header(plumbline, assessment_id).unit is None


def test_an_empty_organisation_is_refused_and_the_stored_one_stays(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)

    test = choose(tab(assessment_id, "Method"), "text_input", f"set-up:{assessment_id}:header:organisation", " ")

    assert header(plumbline, assessment_id).organisation == "Invented Ltd"
    assert "Not saved" in words(test)


def test_the_depth_is_said_and_cannot_be_chosen_again(plumbline: Plumbline) -> None:
    said = words(tab(begun(plumbline, depth=Depth.QUICK), "Method"))

    assert "Quick depth. The depth is fixed once an assessment has begun." in said


def test_a_validated_assessment_is_shown_and_cannot_be_changed(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    scope, method = tab(assessment_id, "Scope"), tab(assessment_id, "Method")

    assert "This assessment is validated and cannot be changed." in words(scope)
    assert all(box.disabled for box in scope.checkbox)
    assert [
        widget.label
        for kind in ("radio", "selectbox", "toggle", "number_input", "text_input", "date_input")
        for widget in getattr(method, kind)
        if not widget.disabled
    ] == []
