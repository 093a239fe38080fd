"""The preview of a pasted list: whom it would add, told apart from those who are there."""

from __future__ import annotations

from assessment.domain.answered.assessment import Respondent, Role
from assessment.domain.answered.entries import PERSON_NAME_LIMIT
from assessment.views.people_list import people_list
from assessment.views.wording import people_list as words

ADA = Respondent(id="r1", role=Role.PRACTITIONER, name="Ada", unit="Desk")


def test_the_preview_names_everybody_in_order_and_tells_equal_names_apart() -> None:
    view = people_list("Zoe, Customer\nada\nZoe; Customer; Shop\n;Other", (ADA,), Role.PRACTITIONER)

    assert [cell.text for cell in view.table.column("name")] == [
        "Zoe (Customer)",
        "ada (Practitioner)",
        "Zoe (Customer), Shop",
        words.WITHOUT_A_NAME,
    ]
    assert [cell.text for cell in view.table.column("note")] == ["", words.HERE_ALREADY, words.TWICE, ""]
    assert [(one.name, one.role, one.unit) for one in view.people] == [
        ("Zoe", Role.CUSTOMER, None),
        ("ada", Role.PRACTITIONER, None),
        ("Zoe", Role.CUSTOMER, "Shop"),
        (None, Role.OTHER, None),
    ]
    assert view.finding == "4 people will be added, in this order. 2 lines deserve a look."
    assert view.can_be_added


def test_a_role_that_is_none_is_said_and_the_usual_one_taken() -> None:
    view = people_list("Ines, Scrum sage, IT", (), Role.LEADERSHIP)
    assert view.people[0].role is Role.LEADERSHIP
    assert view.table.cell("0", "note").text == "\u201cScrum sage\u201d is none of the roles: Leadership."


def test_a_list_with_a_name_that_is_too_long_or_nobody_cannot_be_added() -> None:
    assert people_list("a" * PERSON_NAME_LIMIT, ()).can_be_added
    too_long = people_list("Ben\n" + "a" * (PERSON_NAME_LIMIT + 1), ())
    assert not too_long.can_be_added
    assert "at most 120 characters" in too_long.table.cell("1", "note").text
    assert not people_list(" \n", ()).can_be_added
