"""Glossary, transitions, scenarios and scales are told in the author's words, each under its column."""

from __future__ import annotations

from assessment.domain.authored.content import Effort, GlossaryTerm, Preparation
from assessment.domain.authored.framework import Framework
from assessment.views.frameworks.scales import scales_view
from assessment.views.frameworks.terms import glossary_view, scenarios_view, transitions_view
from assessment.views.model import Table
from tests.builders import fields_of, tiny_framework


def changed(**changes: object) -> Framework:
    return Framework(**{**fields_of(tiny_framework()), **changes})


def texts(table: Table) -> list[list[str]]:
    return [[cell.text for cell in row.cells] for row in table.rows]


def test_terms_come_by_the_alphabet_whatever_their_case() -> None:
    framework = changed(
        glossary=tuple(GlossaryTerm(term=term, meaning=f"{term}!") for term in ("wave", "Change", "asset"))
    )
    assert texts(glossary_view(framework).table("glossary")) == [
        ["asset", "asset!"],
        ["Change", "Change!"],
        ["wave", "wave!"],
    ]
    assert glossary_view(framework).finding == "3 terms"


def test_the_term_that_was_looked_for_stands_by_itself_and_an_unknown_one_does_not() -> None:
    wanted = glossary_view(tiny_framework(), "step").wanted
    assert wanted is not None
    assert (wanted.label, wanted.text) == ("step", "One level up.")
    assert glossary_view(tiny_framework(), "stepp").wanted is None
    assert glossary_view(tiny_framework()).wanted is None


def test_both_ends_of_a_transition_stand_under_their_names() -> None:
    table = transitions_view(tiny_framework()).table("transitions")
    assert [column.name for column in table.columns] == [
        "Transition",
        "At the old end one sees",
        "At the new end one sees",
    ]
    assert texts(table) == [["Craft to System", "By hand.", "By system."]]


def test_a_scenario_tells_its_story_and_names_what_it_puts_in_scope() -> None:
    (scenario,) = scenarios_view(tiny_framework()).scenarios
    assert scenario.title == "Releases are late"
    assert [(fact.label, fact.text) for fact in scenario.facts] == [
        ("The sponsor says", "Every release is late."),
        ("What lies behind it", "Planning is missing."),
        ("Whose story", "This framework's own story, not one of the paper's."),
    ]
    assert texts(scenario.table) == [
        ["Planning", "5 severe", "This framework's own choice"],
        ["Building", "4 strong", "This framework's own choice"],
    ]
    assert [cell.value for cell in scenario.table.column("pain")] == [5, 4]


def test_a_story_with_lines_of_the_paper_is_the_papers() -> None:
    (own,) = tiny_framework().scenarios
    (scenario,) = scenarios_view(changed(scenarios=(own.model_copy(update={"lines": "12-14"}),))).scenarios
    assert scenario.facts[-1].text == "One of the paper's stories."


def test_nothing_to_tell_is_said() -> None:
    assert scenarios_view(changed(scenarios=())).empty == "No scenario is written."
    assert transitions_view(changed(transitions=())).table("transitions").empty == "No transition is described."
    assert glossary_view(changed(glossary=())).table("glossary").empty == "No term is explained."


def test_every_scale_is_a_table_of_its_own() -> None:
    view = scales_view(tiny_framework())
    assert texts(view.table("answers"))[3] == ["Point 3", "One sees point 3."]
    assert [row.id for row in view.table("answers").rows] == ["N", "P-", "P+", "L-", "L+", "F"]
    assert texts(view.table("levels"))[3] == ["3", "Established", "The work is established."]
    assert texts(view.table("attributes"))[1] == ["Ownership", "What ownership means.", "2"]
    assert texts(view.table("technology"))[4] == ["Tool 4", "Tool of kind 4."]
    assert texts(view.table("sourcing"))[2] == ["outsourced", "Work done outsourced."]


def test_readiness_says_what_is_good_what_a_no_risks_and_what_to_do_about_it() -> None:
    remedy = Preparation(
        text="Name a sponsor.", deliverable="A name", owner_role="CIO", effort=Effort.SMALL, evidence="It is known."
    )
    sponsor = tiny_framework().readiness[1].model_copy(update={"action": remedy})
    view = scales_view(changed(readiness=(tiny_framework().readiness[0], sponsor)))
    roles, asked = view.readiness
    assert asked.question == "Is there a sponsor?"
    assert [(fact.label, fact.text) for fact in asked.facts] == [
        ("What good looks like", "There is."),
        ("The risk of a no", "Nobody pays for it."),
        ("What to do about a no", "Name a sponsor."),
    ]
    assert [fact.id for fact in roles.facts] == ["good", "risk"]


def test_the_checklist_of_an_owner_and_who_is_not_behind_the_framework_end_the_scales() -> None:
    view = scales_view(tiny_framework())
    assert view.checklist.texts == ("Respected by peers.",)
    assert (view.independence.label, view.independence.text) == ("Tiny framework 1.0.0", "Nobody is behind it.")
    assert scales_view(changed(owner_checklist=())).checklist.texts == ()
    assert view.no_checklist == "No checklist is written."
