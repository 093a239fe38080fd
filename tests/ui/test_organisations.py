"""The fold of organisations on a real database: what it lists, and what renaming and merging leave in the store."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.ui.assessed import an_empty_one, opened, words

SCRIPT = "from assessment.ui.components.organisations import organisations_fold\norganisations_fold()\n"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def of(plumbline: Plumbline, organisation: str, unit: str | None = None) -> str:
    """An assessment of an organisation and a unit; returns its id."""
    assessment_id = an_empty_one(plumbline)
    plumbline.assessments.update_header(LOCAL_ACTOR, assessment_id, HeaderChange(organisation=organisation, unit=unit))
    return assessment_id


def whose(plumbline: Plumbline, *assessment_ids: str) -> list[tuple[str, str | None]]:
    """Organisation and unit of assessments."""
    headers = [plumbline.assessments.header(LOCAL_ACTOR, one) for one in assessment_ids]
    return [(header.organisation, header.unit) for header in headers]


def opened_fold() -> AppTest:
    test = AppTest.from_string(SCRIPT, default_timeout=30).run()
    test.session_state["organisations:fold"] = True
    return test.run()


def choose(test: AppTest, name: str) -> AppTest:
    """Choose an organisation or unit by its name on screen."""
    box = test.selectbox(key="organisations:chosen")
    return box.select_index(box.options.index(name)).run()


def rename(test: AppTest, name: str) -> AppTest:
    test.text_input[0].set_value(name)
    return test.button(key="organisations:rename").click().run()


def table(test: AppTest) -> list[list[str]]:
    return [[str(cell) for cell in row] for row in test.table[0].value.values.tolist()]


def test_without_an_assessment_the_fold_says_what_to_do(plumbline: Plumbline) -> None:
    test = opened_fold()

    assert not test.exception
    assert "There is no organisation yet." in words(test)
    assert not test.selectbox


def test_every_organisation_and_unit_is_listed_with_its_assessments(plumbline: Plumbline) -> None:
    of(plumbline, "Acme", "Desk")
    of(plumbline, "Acme", "Field")
    of(plumbline, "Acme")
    of(plumbline, "Zeta")

    test = opened_fold()

    assert table(test) == [
        ["Acme", "", "3"],
        ["Acme", "Desk", "1"],
        ["Acme", "Field", "1"],
        ["Zeta", "", "1"],
    ]
    assert "2 organisations and 2 units" in words(test)
    assert test.selectbox(key="organisations:chosen").options == ["Acme", "Acme, Desk", "Acme, Field", "Zeta"]


def test_a_renamed_organisation_is_called_so_in_each_of_its_assessments(plumbline: Plumbline) -> None:
    first, second, other = of(plumbline, "Acme", "Desk"), of(plumbline, "Acme"), of(plumbline, "Zeta", "Desk")

    test = rename(choose(opened_fold(), "Acme"), "Acme Holding")

    assert whose(plumbline, first, second, other) == [
        ("Acme Holding", "Desk"),
        ("Acme Holding", None),
        ("Zeta", "Desk"),
    ]
    assert "as renamed" in words(test)
    assert table(test)[0] == ["Acme Holding", "", "2"]


def test_a_renamed_unit_is_called_so_in_its_organisation_alone(plumbline: Plumbline) -> None:
    first, other = of(plumbline, "Acme", "Desk"), of(plumbline, "Zeta", "Desk")

    rename(choose(opened_fold(), "Acme, Desk"), "Service desk")

    assert whose(plumbline, first, other) == [("Acme", "Service desk"), ("Zeta", "Desk")]


@pytest.mark.parametrize("name", ["zeta", " "])
def test_a_name_that_another_one_has_or_no_name_is_refused(plumbline: Plumbline, name: str) -> None:
    first, other = of(plumbline, "Acme"), of(plumbline, "Zeta")

    test = rename(choose(opened_fold(), "Acme"), name)

    assert whose(plumbline, first, other) == [("Acme", None), ("Zeta", None)]
    assert "Not saved" in words(test)


def test_a_merge_says_what_it_does_and_moves_every_assessment(plumbline: Plumbline) -> None:
    first, second, third = of(plumbline, "Acme", "Desk"), of(plumbline, "Acme Ltd", "Desk"), of(plumbline, "Zeta")
    test = choose(opened_fold(), "Acme Ltd")
    assert test.selectbox[1].options == ["Acme", "Zeta"]
    assert "1 assessment of Acme Ltd will be of Acme, and Acme Ltd will be gone." in words(test)

    test.button(key="organisations:merge").click().run()

    assert whose(plumbline, first, second, third) == [("Acme", "Desk"), ("Acme", "Desk"), ("Zeta", None)]
    assert not test.exception
    assert table(test) == [["Acme", "", "2"], ["Acme", "Desk", "2"], ["Zeta", "", "1"]]
    assert "as merged" in words(test)
    kept = {one.name: one.id for one in plumbline.organisations.list_organisations(LOCAL_ACTOR)}
    assert test.selectbox(key="organisations:chosen").value == kept["Acme"]


def test_a_unit_is_merged_into_another_of_its_organisation_alone(plumbline: Plumbline) -> None:
    first, second, third = (
        of(plumbline, "Acme", "Desk"),
        of(plumbline, "Acme", "Helpdesk"),
        of(plumbline, "Zeta", "Desk"),
    )
    test = choose(opened_fold(), "Acme, Helpdesk")
    assert test.selectbox[1].options == ["Desk"]

    test.button(key="organisations:merge").click().run()

    assert whose(plumbline, first, second, third) == [("Acme", "Desk"), ("Acme", "Desk"), ("Zeta", "Desk")]
    assert not test.exception


def test_the_only_organisation_can_be_merged_into_nothing(plumbline: Plumbline) -> None:
    of(plumbline, "Acme")

    test = opened_fold()

    assert [button.label for button in test.button] == ["Rename"]
