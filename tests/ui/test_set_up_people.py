"""Set-up, People: who answers and who is asked what; and whose views on pain and importance these are."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.asking import asked_attributes
from assessment.domain.answered.assessment import Assignment, Opinion, Respondent, Role
from assessment.services.assessments import NewAssessment
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.bin import person_removal
from assessment.views.wording.numbers import long_date
from assessment.views.wording.pages.set_up import people as people_words
from tests.builders import ATTRIBUTE_IDS
from tests.ui.assessed import an_empty_one, framework_of, opened, words
from tests.ui.grids import grid
from tests.ui.set_up import ADA, BEN, CUSTOMER, FULL, a_full_one, loaded, tab, without

ASKED = "Attributes of each process that the person is asked"
HEADINGS = (
    "Process",
    "Delivery",
    "Ownership",
    "Quality control",
    "Definition",
    "Measurement",
    "Control",
    "Optimization",
    "Continuous improvement",
)
EVERYTHING = frozenset(ATTRIBUTE_IDS)
CUSTOMERS = frozenset({"delivery", "measurement"})


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    """One for all: each test edits an assessment of its own."""
    with pytest.MonkeyPatch.context() as patch, opened(tmp_path_factory.mktemp("people"), patch) as plumbline:
        yield plumbline


def add(test: AppTest, assessment_id: str, form: str, button: str, **fields: str | Role) -> AppTest:
    """Fill in the form of a new person and send it."""
    key = f"set-up:{assessment_id}:{form}"
    for name, value in fields.items():
        kind = test.selectbox if name == "role" else test.text_input
        kind(key=f"{key}:{name}").set_value(value)
    return next(one for one in test.button if one.label == button).click().run()


def added(plumbline: Plumbline, assessment_id: str, before: tuple[Respondent, ...]) -> Respondent:
    (new,) = set(loaded(plumbline, assessment_id).respondents) - set(before)
    return new


def test_a_person_is_added_with_name_role_and_unit(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    add(
        tab(assessment_id, "People"), assessment_id, "new-person", "Add", name=" Cleo ", role=Role.CUSTOMER, unit="Shop"
    )

    new = added(plumbline, assessment_id, before.respondents)
    assert (new.name, new.role, new.unit) == ("Cleo", Role.CUSTOMER, "Shop")
    assert set(loaded(plumbline, assessment_id).respondents) == {ADA, BEN, CUSTOMER, new}


def test_a_person_is_added_as_a_practitioner_without_a_name_unless_something_else_is_said(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    test = add(tab(assessment_id, "People"), assessment_id, "new-person", "Add")

    new = added(plumbline, assessment_id, before.respondents)
    assert (new.name, new.role, new.unit) == (None, Role.PRACTITIONER, None)
    assert "4 people answer" in words(test)


def test_who_came_to_a_room_without_a_name_is_counted_and_neither_renamed_nor_removed(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    unnamed = Respondent(id="a0123456789abcdef", role=Role.OTHER)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, unnamed)

    test = tab(assessment_id, "People")

    assert "4 people answer" in words(test)
    assert len(grid(test, people_words.TABLE).rows()) == 3
    removable = test.selectbox(key=f"set-up:{assessment_id}:remove-person").options
    assert len(removable) == 3
    assert not [one for one in removable if unnamed.id[-4:] in one]


def test_a_person_is_removed_with_all_that_is_theirs_and_nothing_else(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = tab(assessment_id, "People")
    assert test.selectbox(key=f"set-up:{assessment_id}:remove-person").options == [
        "Ada (Leadership)",
        "Ben (Practitioner)",
        "Customer, anonymous r3",
    ]

    test.selectbox(key=f"set-up:{assessment_id}:remove-person").set_value("r2").run()
    assert person_removal(before, "r2") in words(test)
    test.button(key=f"set-up:{assessment_id}:remove-respondent:r2:go").click().run()

    theirs = {
        part: tuple(entry for entry in getattr(before, part) if entry.respondent_id != "r2")
        for part in ("ratings", "notes", "opinions", "assignments")
    }
    expected = without(before, "respondents", "r2").model_copy(update=theirs)
    assert loaded(plumbline, assessment_id) == expected

    (binned,) = plumbline.bin.entries(LOCAL_ACTOR, assessment_id)
    assert "Bin: 1 thing removed" in [one.label for one in test.expander]
    assert f"kept until {long_date(binned.kept_until)}" in words(test)
    test.button(key=f"set-up:{assessment_id}:bin-respondent:{binned.id}:back").click().run()
    assert loaded(plumbline, assessment_id) == before
    assert "Ben (Practitioner) is back" in words(test)
    assert not [one.label for one in test.expander if "removed" in one.label]


def test_a_person_is_put_back_beside_a_namesake_only_when_somebody_says_so(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    plumbline.setup.remove(LOCAL_ACTOR, assessment_id, Respondent, "r2")
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Respondent(id="r8", role=Role.OTHER, name="ben"))
    (binned,) = plumbline.bin.entries(LOCAL_ACTOR, assessment_id)
    key = f"set-up:{assessment_id}:bin-respondent:{binned.id}"
    test = tab(assessment_id, "People")

    test.button(key=f"{key}:back").click().run()
    assert "was added meanwhile" in words(test)
    assert "r2" not in loaded(plumbline, assessment_id).respondent_by_id
    test.button(key=f"{key}:beside").click().run()
    assert {"r2", "r8"} <= set(loaded(plumbline, assessment_id).respondent_by_id)


def test_a_person_can_be_removed_for_good_at_once(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    plumbline.setup.remove(LOCAL_ACTOR, assessment_id, Respondent, "r2")
    (binned,) = plumbline.bin.entries(LOCAL_ACTOR, assessment_id)
    test = tab(assessment_id, "People")

    test.button(key=f"set-up:{assessment_id}:bin-respondent:{binned.id}:forget").click().run()

    assert plumbline.bin.entries(LOCAL_ACTOR, assessment_id) == ()
    assert "Ben (Practitioner) is removed for good" in words(test)


def test_a_pasted_list_is_shown_first_and_then_added_in_its_order(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    before = loaded(plumbline, assessment_id).respondents
    key = f"set-up:{assessment_id}:paste"
    test = tab(assessment_id, "People")
    test.session_state[f"{key}-fold"] = True
    test.run()

    test.text_area(key=key).set_value("Zoe, Customer, Shop\nAda\nMia; leadership").run()
    assert "3 people will be added, in this order." in words(test)
    assert loaded(plumbline, assessment_id).respondents == before
    test.button(key=f"{key}-add").click().run()

    new = [one for one in loaded(plumbline, assessment_id).respondents if one not in before]
    assert [(one.name, one.role, one.unit) for one in new] == [
        ("Zoe", Role.CUSTOMER, "Shop"),
        ("Ada", Role.PRACTITIONER, None),
        ("Mia", Role.LEADERSHIP, None),
    ]
    assert "3 people added" in words(test)
    assert test.text_area(key=key).value == ""
    later = add(test, assessment_id, "new-person", "Add", name="Ben")
    assert loaded(plumbline, assessment_id).respondents[-1].name == "Ben", words(later)


# --- who is asked what -----------------------------------------------------------------------------------------------


def asking(assessment_id: str, person_id: str) -> AppTest:
    """The People tab with what one person is asked."""
    test = tab(assessment_id, "People")
    return test.selectbox(key=f"set-up:{assessment_id}:assign:who").set_value(person_id).run()


def ticked(test: AppTest) -> list[frozenset[str]]:
    """The attributes that are ticked of planning, building and releasing."""
    return [
        frozenset(name for name, cell in zip(ATTRIBUTE_IDS, row[1:], strict=True) if cell)
        for row in grid(test, ASKED).rows()
    ]


def asked(plumbline: Plumbline, assessment_id: str, person_id: str) -> list[frozenset[str]]:
    """What the method asks a person of planning, building and releasing."""
    framework, assessment = framework_of(plumbline), loaded(plumbline, assessment_id)
    return [asked_attributes(framework, assessment, person_id, one) for one in ("planning", "building", "releasing")]


@pytest.mark.parametrize(
    ("person_id", "expected"),
    [
        ("r1", [EVERYTHING] * 3),
        ("r2", [frozenset({"delivery", "control"}), frozenset({"delivery"}), frozenset()]),
        ("r3", [CUSTOMERS] * 3),
    ],
)
def test_the_ticks_are_what_a_person_is_asked(
    plumbline: Plumbline, person_id: str, expected: list[frozenset[str]]
) -> None:
    assessment_id = a_full_one(plumbline)

    test = asking(assessment_id, person_id)

    assert tuple(grid(test, ASKED).headings) == HEADINGS
    assert ticked(test) == expected == asked(plumbline, assessment_id, person_id)


@pytest.mark.parametrize("column", range(1, len(HEADINGS)))
def test_a_tick_taken_away_takes_away_this_attribute_of_this_process_alone(plumbline: Plumbline, column: int) -> None:
    assessment_id = a_full_one(plumbline)

    grid(asking(assessment_id, "r1"), ASKED).edit("Building", {HEADINGS[column]: False})

    left = EVERYTHING - {ATTRIBUTE_IDS[column - 1]}
    assert asked(plumbline, assessment_id, "r1") == [EVERYTHING, left, EVERYTHING]
    others = [one for one in loaded(plumbline, assessment_id).assignments if one.respondent_id != "r1"]
    assert others == list(FULL["assignments"])


def test_a_tick_set_for_a_customer_is_asked_beside_what_customers_are_asked(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)

    grid(asking(assessment_id, "r3"), ASKED).edit("Planning", {"Ownership": True})

    assert asked(plumbline, assessment_id, "r3") == [CUSTOMERS | {"ownership"}, CUSTOMERS, CUSTOMERS]


def test_a_tick_set_again_leaves_no_assignment_behind(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = asking(assessment_id, "r1")

    grid(test, ASKED).edit("Planning", {"Control": False})
    grid(test, ASKED).edit("Planning", {"Control": True})

    assert loaded(plumbline, assessment_id) == before


def test_the_last_tick_cannot_be_taken_away(plumbline: Plumbline) -> None:
    only = Assignment(respondent_id="r1", process_id="planning", attribute_ids=("delivery",))
    assessment_id = a_full_one(plumbline, assignments=(only,))
    before = loaded(plumbline, assessment_id)

    test = grid(asking(assessment_id, "r1"), ASKED).edit("Planning", {"Delivery": False})

    assert loaded(plumbline, assessment_id) == before
    assert "Not saved" in words(test)
    assert "nothing would be asked" in words(test)


@pytest.mark.parametrize("person_id", ["r1", "r2", "r3"])
@pytest.mark.parametrize(("button", "expected"), [("all", EVERYTHING), ("customer", CUSTOMERS)])
def test_one_click_asks_everything_or_what_customers_are_asked(
    plumbline: Plumbline, person_id: str, button: str, expected: frozenset[str]
) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    test = asking(assessment_id, person_id).button(key=f"set-up:{assessment_id}:assign:{button}").click().run()

    assert ticked(test) == [expected] * 3 == asked(plumbline, assessment_id, person_id)
    after = loaded(plumbline, assessment_id)
    assert after.model_copy(update={"assignments": before.assignments}) == before
    others = [one for one in before.assignments if one.respondent_id != person_id]
    assert [one for one in after.assignments if one.respondent_id != person_id] == others


def test_the_page_says_what_customers_are_asked(plumbline: Plumbline) -> None:
    said = words(tab(a_full_one(plumbline), "People"))

    assert "customers are asked delivery and measurement, and everybody else everything in scope." in said


# --- whose view ------------------------------------------------------------------------------------------------------


def test_without_people_the_first_one_is_added_where_a_view_is_asked_for(plumbline: Plumbline) -> None:
    assessment_id = an_empty_one(plumbline)
    for person in loaded(plumbline, assessment_id).respondents:
        plumbline.setup.remove(LOCAL_ACTOR, assessment_id, Respondent, person.id)
    test = tab(assessment_id, "Importance and pain")
    assert "A view belongs to a person." in words(test)

    add(test, assessment_id, "opinions:first-person", "Add and go on", name="Ada", role=Role.OTHER, unit="Board")

    (person,) = loaded(plumbline, assessment_id).respondents
    assert (person.name, person.role, person.unit) == ("Ada", Role.OTHER, "Board")
    assert test.selectbox(key=f"set-up:{assessment_id}:opinions:who").options == ["Ada (Other)"]


def test_who_took_every_view_back_has_not_said_anything(plumbline: Plumbline) -> None:
    silent = Opinion(respondent_id="r1", process_id="planning")

    said = words(tab(a_full_one(plumbline, opinions=(silent,)), "Importance and pain"))

    assert "0 people have said so far" in said


def from_a_scenario(plumbline: Plumbline) -> str:
    new = NewAssessment(
        name="From a scenario",
        organisation="Acme",
        assessed_on=date(2026, 1, 15),
        framework_id="tiny",
        scenario_id="late-releases",
    )
    assessment_id = plumbline.assessments.create(LOCAL_ACTOR, new)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, Respondent(id="r1", role=Role.OTHER, name="Facilitator"))
    return assessment_id


def test_the_pain_of_the_scenario_is_offered_once_for_the_assessment_and_stands_where_nobody_said(
    plumbline: Plumbline,
) -> None:
    assessment_id = from_a_scenario(plumbline)
    test = tab(assessment_id, "Importance and pain")
    assert "says how much it hurts, of 5: Planning 5 and Building 4. Take that where nobody" in words(test)

    test.button(key=f"set-up:{assessment_id}:opinions:take").click().run()

    assert loaded(plumbline, assessment_id).header.takes_scenario_pain is True
    assert loaded(plumbline, assessment_id).opinions == ()
    assert "That stands where nobody said otherwise." in words(test)
    assert "Take it" not in [button.label for button in test.button]

    test.button(key=f"set-up:{assessment_id}:opinions:leave").click().run()
    assert loaded(plumbline, assessment_id).header.takes_scenario_pain is False


def test_no_pain_is_offered_where_no_scenario_was_chosen(plumbline: Plumbline) -> None:
    test = tab(an_empty_one(plumbline), "Importance and pain")

    assert "Take it" not in [button.label for button in test.button]


def test_a_role_is_asked_the_same_in_one_move_and_nobody_else_is(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline, assignments=())
    key = f"set-up:{assessment_id}:group"
    test = tab(assessment_id, "People")
    test.session_state[f"{key}-fold"] = True
    test.run()
    assert test.selectbox(key=f"{key}:who").options[0] == "Everybody (3)"

    test.selectbox(key=f"{key}:who").set_value("role:practitioner")
    test.multiselect(key=f"{key}:processes").set_value(["building"])
    test.multiselect(key=f"{key}:attributes").set_value(["delivery", "control"]).run()
    test.button(key=f"{key}:go").click().run()

    assert asked(plumbline, assessment_id, BEN.id) == [frozenset(), frozenset({"delivery", "control"}), frozenset()]
    assert asked(plumbline, assessment_id, ADA.id) == [EVERYTHING] * 3
    assert asked(plumbline, assessment_id, CUSTOMER.id) == [CUSTOMERS] * 3


def test_who_is_asked_nothing_of_a_process_that_came_later_is_said_at_the_scope_and_at_the_people(
    plumbline: Plumbline,
) -> None:
    assessment_id = a_full_one(plumbline)
    plumbline.setup.set_scope(LOCAL_ACTOR, assessment_id, ("planning",))
    plumbline.setup.assign(LOCAL_ACTOR, assessment_id, "r1", {"planning": {"control"}})
    test = tab(assessment_id, "Scope")
    test.checkbox(key=f"set-up:{assessment_id}:scope:building").check().run()
    said = "Building came into scope after the questions of Ada (Leadership) were narrowed"
    assert said in words(test)
    people = tab(assessment_id, "People")
    assert said in words(people)

    people.button(key=f"set-up:{assessment_id}:unasked:people").click().run()

    assert said not in words(people)
    assert ("r1", "building", ("control",)) in {
        (one.respondent_id, one.process_id, one.attribute_ids) for one in loaded(plumbline, assessment_id).assignments
    }


def test_a_process_out_of_scope_says_how_many_answers_are_kept(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    count = sum(one.item_id.startswith("planning.") for one in before.ratings)
    test = tab(assessment_id, "Scope")
    test.checkbox(key=f"set-up:{assessment_id}:scope:planning").uncheck().run()
    assert f"Planning is out of scope; {count} answers to it are kept" in words(test)
    assert loaded(plumbline, assessment_id).ratings == before.ratings
