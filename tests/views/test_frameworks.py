"""A framework reads as its author wrote it: each text under its own label, in the author's order, nothing left out."""

from __future__ import annotations

from assessment.domain.authored.content import (
    Confusion,
    CrosswalkEntry,
    Guide,
    LinkageKind,
    Metric,
    Origin,
    Process,
    RatingLetter,
)
from assessment.domain.authored.framework import Framework
from assessment.views.frameworks.actions import actions_view
from assessment.views.frameworks.linkages import linkages_view
from assessment.views.frameworks.overview import framework_line, overview_view
from assessment.views.frameworks.process import about_view, guide_view, process_head
from assessment.views.frameworks.questions import questions_view
from assessment.views.model import Fact
from tests.builders import fields_of, tiny_framework
from tests.questionnaires import shipped

GUIDE = Guide(
    opening="Begin with the last plan.",
    minutes_quick=15,
    minutes_full=45,
    probes=("Who reads it?", "Who changes it?", "Who misses it?"),
    traps=("The room plans instead of answering.",),
)


def with_first(**changes: object) -> Framework:
    framework = tiny_framework()
    first = Process(**{**fields_of(framework.processes[0]), **changes})
    return Framework(**{**fields_of(framework), "processes": (first, *framework.processes[1:])})


def pairs(facts: tuple[Fact, ...]) -> list[tuple[str, str]]:
    return [(fact.label, fact.text) for fact in facts]


def test_every_process_stands_in_its_group_with_why_it_matters() -> None:
    view = overview_view(with_first(why="Because of plans."))
    groups = [(table.title, table.measure, [row.id for row in table.rows]) for table in view.tables]
    assert groups == [
        ("Group 1", "Holds processes.", ["planning", "building"]),
        ("Group 2", "Holds processes.", ["releasing"]),
    ]
    table = view.tables[0]
    assert [cell.text for cell in table.row("planning").cells] == ["Planning", "Because of plans.", ""]
    assert table.cell("building", "why").text == "It matters."


def test_an_extension_is_marked_only_where_the_framework_follows_a_paper() -> None:
    mark = "Extension, not one of the paper's sixteen"
    mixed = overview_view(with_first(origin=Origin.PAPER, line=1)).tables[0]
    assert [cell.text for cell in mixed.column("origin")] == ["", mark]
    own = overview_view(tiny_framework()).tables[0]
    assert [cell.text for cell in own.column("origin")] == ["", ""]
    assert process_head(with_first(origin=Origin.PAPER, line=1), "building").place == f"Group 1 \u00b7 {mark}"
    assert process_head(tiny_framework(), "building").place == "Group 1"


def test_a_framework_is_counted_in_one_line() -> None:
    assert framework_line(tiny_framework()) == (
        "Tiny framework 1.0.0 \u00b7 3 processes in 2 groups \u00b7 18 activities \u00b7 "
        "24 questions with six statements \u00b7 3 linkages"
    )
    mixed = framework_line(with_first(origin=Origin.PAPER, line=1))
    assert "3 processes in 2 groups, 2 of them extensions \u00b7" in mixed
    assert "17 processes in 5 groups, 1 of them an extension \u00b7" in framework_line(shipped.framework())
    assert overview_view(tiny_framework()).finding == framework_line(tiny_framework())


def test_what_a_process_is_about_stands_under_its_labels() -> None:
    framework = with_first(
        why="W.",
        starts="S.",
        ends="E.",
        in_the_room=("Owner", "Planner"),
        confused_with=(Confusion(process_id="releasing", difference="It ships."),),
    )
    view = about_view(framework, "planning")
    assert pairs(view.facts) == [("Why it matters", "W."), ("Starts when", "S."), ("Ends when", "E.")]
    assert (view.in_the_room.label, view.in_the_room.texts) == ("In the room", ("Owner", "Planner"))
    assert pairs(view.confusions) == [("Releasing", "It ships.")]
    assert about_view(framework, "building").confusions == ()


def test_indicators_and_other_names_are_tables_or_say_that_none_is_named() -> None:
    metric = Metric(name="Plans kept", unit="percent", direction="down", meaning="How plans hold.")
    entry = CrosswalkEntry(publication="COBIT 2019", reference="APO05", match="partial")
    view = about_view(with_first(metrics=(metric,), crosswalk=(entry,)), "planning")
    (row,) = view.table("metrics").rows
    assert [cell.text for cell in row.cells] == ["Plans kept", "percent", "lower is better", "How plans hold."]
    (row,) = view.table("crosswalk").rows
    assert [cell.text for cell in row.cells] == ["COBIT 2019", "APO05", "part of this work"]
    empty = about_view(tiny_framework(), "planning")
    assert all(not table.rows and table.empty for table in empty.tables)


def test_a_guide_says_how_to_open_how_long_it_takes_and_what_to_ask() -> None:
    view = guide_view(with_first(guide=GUIDE), "planning")
    assert pairs(view.facts) == [
        ("How to open", "Begin with the last plan."),
        ("Time", "15 minutes at quick depth, 45 at full depth."),
    ]
    assert [(listing.label, listing.texts) for listing in view.listings] == [
        ("Probing questions", GUIDE.probes),
        ("What goes wrong in the room", GUIDE.traps),
        ("In the room", ("Owner",)),
    ]
    assert view.empty == ""


def test_a_process_without_a_guide_says_so() -> None:
    view = guide_view(tiny_framework(), "planning")
    assert view.empty == "No guide is written for this process."
    assert (view.facts, view.listings) == ((), ())


def test_every_question_of_a_process_stands_under_its_attribute_in_the_frameworks_order() -> None:
    framework = tiny_framework()
    view = questions_view(framework, "building")
    assert [section.attribute_id for section in view.sections] == [entry.id for entry in framework.attributes]
    shown = [text.guidance.id for section in view.sections for text in (*section.anchored, *section.activities)]
    assert sorted(shown) == sorted(item.id for item in framework.item_by_id.values() if item.process_id == "building")
    delivery = view.sections[0]
    assert delivery.meaning == "What delivery means. Needed for level 1, Performed."
    assert delivery.activities_lead == (
        "At full depth 3 named activities are asked for today's state, on the shared scale:"
    )
    ownership = view.sections[1]
    assert (ownership.activities_lead, ownership.activities) == ("", ())


def test_an_anchored_question_has_its_own_six_statements_and_an_activity_none() -> None:
    delivery = questions_view(tiny_framework(), "building").sections[0]
    (anchored,) = delivery.anchored
    assert anchored.guidance.question == "How is delivery of Building?"
    assert pairs(anchored.statements) == [
        (f"Point {code}", f"delivery of Building at {letter}.") for code, letter in enumerate(RatingLetter)
    ]
    assert all(text.statements == () for text in delivery.activities)
    assert [text.guidance.finding for text in delivery.activities] == ["Deliver 1", "Deliver 2", "Deliver 3"]


def test_an_activity_that_counts_nowhere_says_so() -> None:
    quality = questions_view(tiny_framework(), "building").sections[2]
    remarks = {text.guidance.finding: text.guidance.notes for text in quality.activities}
    assert "Asked and shown, but it counts in no level." in remarks["Improve process"]
    assert "Asked and shown, but it counts in no level." not in remarks["Check 1"]


def test_actions_lead_from_each_answer_to_the_next_with_everything_to_know() -> None:
    framework = tiny_framework()
    section = actions_view(framework, "building").sections[1]
    assert (section.item_id, section.name) == ("building.ownership", "Ownership")
    assert [action.way for action in section.actions] == [
        "From point 0 to point 1",
        "From point 1 to point 2",
        "From point 2 to point 3",
        "From point 3 to point 4",
        "From point 4 to point 5",
    ]
    third = section.actions[2]
    assert third.text == "Raise ownership of Building to L-."
    assert pairs(third.facts) == [
        ("Deliverable", "A record of ownership at L-."),
        ("Done when", "ownership seen at L-."),
        ("Who", "Process owner"),
        ("Effort", "up to 20 days of work, 2 points"),
        ("On the calendar", "6\xa0weeks"),
    ]
    assert section.actions[4].facts[3].text == "up to 60 days of work, 3 points"
    assert section.actions[0].facts[3].text == "up to 5 days of work, 1 point"


def test_an_action_that_needs_something_first_says_what() -> None:
    framework = tiny_framework()
    attribute = framework.attributes[0]
    first = attribute.actions[0].model_copy(update={"prerequisite": "A budget."})
    changed = attribute.model_copy(update={"actions": (first, *attribute.actions[1:])})
    framework = Framework(**{**fields_of(framework), "attributes": (changed, *framework.attributes[1:])})
    section = actions_view(framework, "planning").sections[0]
    assert ("First", "A budget.") in pairs(section.actions[0].facts)
    assert len(section.actions[1].facts) == 5


def test_linkages_stand_under_their_direction_by_the_process_at_the_other_end() -> None:
    view = linkages_view(tiny_framework(), "planning")
    going, coming = view.sections
    assert (going.title, [linkage.other_name for linkage in going.linkages]) == ("What it hands over", ["Building"])
    assert (coming.title, [linkage.other_name for linkage in coming.linkages]) == ("What it receives", ["Releasing"])
    assert pairs(going.linkages[0].facts) == [("Question", "Does it arrive?"), ("When it works", "It arrives.")]
    assert going.linkages[0].flow == "Something."


def test_a_linkage_says_where_it_comes_from_and_whether_it_binds() -> None:
    view = linkages_view(tiny_framework(), "planning")
    going, coming = (section.linkages[0] for section in view.sections)
    assert going.remarks == ("Stated in the paper.", "The receiver cannot rise without it.")
    assert coming.remarks == ("The paper says the two work together; the direction is our reading.",)
    framework = tiny_framework()
    changed = framework.linkages[0].model_copy(update={"lines": "12-14", "kind": LinkageKind.IMPLIED, "is_hard": False})
    framework = Framework(**{**fields_of(framework), "linkages": (changed,)})
    section = linkages_view(framework, "planning").sections[0]
    assert section.linkages[0].remarks == ("Implied by the paper, lines 12-14.",)


def test_linkages_with_every_process_stand_apart_and_only_with_the_hub() -> None:
    view = linkages_view(tiny_framework(), "planning")
    assert view.universal_title == "With all others"
    assert pairs(view.universal) == [("With every process", "Plans."), ("From every process", "Wishes.")]
    assert linkages_view(tiny_framework(), "building").universal == ()


def test_a_direction_without_a_linkage_says_so() -> None:
    framework = Framework(**{**fields_of(tiny_framework()), "linkages": ()})
    assert {section.empty for section in linkages_view(framework, "building").sections} == {
        "Nothing that the framework names."
    }
