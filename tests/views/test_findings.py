"""Findings in words: the sentences, their numbers, the table, what the sheet has more, and how far people agree."""

from __future__ import annotations

from typing import Any

import pytest

from assessment.domain.answered.assessment import Opinion
from assessment.domain.answered.organisation import (
    Authority,
    LinkageRating,
    Owner,
    Readiness,
    ReadinessState,
    Sourcing,
    SourcingCandidate,
    Technology,
    TransitionPlace,
)
from assessment.domain.authored.content import Origin
from assessment.domain.authored.transition import TransitionCarrier
from assessment.domain.computed import Computed
from assessment.domain.findings.results import Area
from assessment.domain.findings.whole import findings_of
from assessment.views.findings.technology import SHOWN_PAIRS
from assessment.views.findings.whole import lines_of, place_of_action, table_of
from assessment.views.opinions_agreement import opinions_view
from assessment.views.organisation import owners_alone_view, owners_view, transitions_view
from assessment.views.resources import sourcing_view, technology_view
from assessment.views.sheets.around import findings_sheet
from tests.builders import an_answer, an_assessment, rated_process, tiny_framework
from tests.computing import computed, the_sample


def shop(process_count: int = 5, **changes: Any) -> Computed:
    """Planning and building rated 40 % throughout: level 0, target 3, need 0.44 each; nobody rated the others."""
    framework = tiny_framework(process_count=process_count)
    (transition,) = framework.transitions
    carrier = TransitionCarrier(process="building", why="It builds.", origin=Origin.EXTENSION)
    framework = framework.model_copy(update={"transitions": (transition.model_copy(update={"carriers": (carrier,)}),)})
    ratings = (*rated_process(framework, "planning", 2), *rated_process(framework, "building", 2))
    return computed(framework, an_assessment(framework, ratings=ratings, **changes))


def said(whole: Computed, area: Area) -> list[tuple[str, str, str]]:
    return [(line.text, line.basis, line.action) for line in lines_of(whole, area)]


def test_owners_are_told_one_by_one_with_what_to_do() -> None:
    owners = tuple(
        Owner(process_id=own, name="Ada", authority=Authority.PARTLY if own == "planning" else Authority.YES)
        for own in ("planning", "releasing", "process-4", "process-5")
    )
    denied = Readiness(process_id="planning", question_id="roles", state=ReadinessState.NO)
    assert said(shop(owners=owners, readiness=(denied,)), Area.OWNERS) == [
        (
            "Nobody owns Building, whose next step is in wave 1.",
            "Level 0, target 3.",
            "Appoint one person who answers for Building from end to end.",
        ),
        (
            "Ada owns 4 processes.",
            "Planning, Releasing, Process 4 and Process 5. More than 3 are too many for one person.",
            "Find another owner for 1 process of Ada.",
        ),
        (
            "The authority of Ada reaches only part of Planning.",
            "Level 0, target 3.",
            "Agree in writing with every unit what the owner of Planning decides there.",
        ),
        (
            "Planning is not ready for its step to level 1 in wave 1: no to 1 of 2 questions.",
            "Are the roles defined?",
            "Settle what keeps Planning from beginning before wave 1 begins.",
        ),
    ]


def test_a_transition_names_its_way_and_who_carries_it() -> None:
    place = TransitionPlace(transition_id="craft-to-system", as_is=1, to_be=3)
    assert said(shop(transitions=(place,)), Area.TRANSITIONS) == [
        (
            "From Craft to System: 2 places of 5 to go, further than any other.",
            "Carried by Building (0, target 3). 1 of 1 below target.",
            "Raise Building, and agree there how people will see 'System'.",
        )
    ]


def test_tools_are_connected_where_it_pays_most_and_wanted_after_the_process() -> None:
    tools = (Technology(process_id="planning", as_is=3, to_be=4), Technology(process_id="building", as_is=4, to_be=4))
    broken = LinkageRating(linkage_id="planning-to-building", answer=an_answer(2))
    assert said(shop(2, technology=tools, linkage_ratings=(broken,)), Area.TECHNOLOGY) == [
        (
            "Connect Planning with Building first: 0 others wait.",
            "1 hand-off, 1 broken; strength 1, need 44 % on average of the two. "
            "Tools at 3 and 4 of 5; data is exchanged from 4.",
            "Let the tools of Planning and Building exchange records, and agree which go over and when.",
        ),
        (
            "Planning is to have its tool at 4 of 5, and the process is not defined to L.",
            "Definition 40 %; tool now at 3 of 5.",
            "Define Planning before its tool is bought or raised.",
        ),
    ]


def test_work_of_others_says_what_is_not_in_hand_and_what_must_hold_before_it_moves() -> None:
    sourcing = (
        Sourcing(process_id="planning", mode_id="outsourced"),
        Sourcing(process_id="building", mode_id="in-house", candidate=SourcingCandidate.OUTSOURCE, interface="A list."),
        Sourcing(process_id="releasing", mode_id="in-house", candidate=SourcingCandidate.INSOURCE),
    )
    assert said(shop(sourcing=sourcing), Area.SOURCING) == [
        (
            "Others do work of Planning. Not in hand: Measurement (P+), Control (P+) and the interface, which is not "
            "written down.",
            "Work done: outsourced.",
            "Agree with those who do work of Planning how it is measured, controlled and handed over.",
        ),
        (
            "Before Building is given to a supplier it needs an owner, a definition at L, measurement at L and control "
            "at L.",
            "Work done: in-house. Not known: hand-offs at L.",
            "Bring about what is missing before the work of Building moves.",
        ),
        (
            "Before Releasing is taken in it needs an owner and an interface that is written down.",
            "Work done: in-house. Not known: a definition at L and hand-offs at L.",
            "Bring about what is missing before the work of Releasing moves.",
        ),
    ]


@pytest.mark.parametrize("area", Area)
def test_each_view_begins_with_its_findings_and_the_sheet_has_every_one(area: Area) -> None:
    sample = the_sample()
    views = {
        Area.OWNERS: owners_view,
        Area.TRANSITIONS: transitions_view,
        Area.TECHNOLOGY: technology_view,
        Area.SOURCING: sourcing_view,
    }
    table = views[area](sample).tables[0]
    assert table == table_of(sample, area)
    assert [row.id for row in table.rows] == [line.id for line in lines_of(sample, area)]
    sheet = findings_sheet(sample)
    wanted = [one.id for own in Area for one in findings_of(sample).of(own)]
    assert list(sheet.column("finding-id")) == wanted
    assert set(sheet.column("in-plan")) == {"No"}


def test_pairs_that_pay_less_are_counted_and_stand_on_the_sheet() -> None:
    sample = the_sample()
    all_pairs = findings_of(sample).technology.unconnected
    shown = [line for line in lines_of(sample, Area.TECHNOLOGY) if line.id.startswith("connect.")]
    assert len(shown) == SHOWN_PAIRS < len(all_pairs)
    assert table_of(sample, Area.TECHNOLOGY).notes == (
        f"{len(all_pairs) - SHOWN_PAIRS} further findings of this kind stand on the sheet Findings.",
    )
    assert shown[0].text == "Connect Change Management with Configuration Management first: 3 others wait."


def test_pictures_hold_who_owns_how_much_what_pays_and_what_is_in_hand() -> None:
    sample = the_sample()
    load = owners_view(sample).table("load")
    owners = [one.name for one in sample.assessment.owners if one.name]
    assert load.cell("nobody", "count").value == len(sample.assessment.scope) - len(owners)
    assert sum(int(str(cell.value)) for cell in load.column("count")) == len(sample.assessment.scope)
    held = sourcing_view(sample).table("held")
    assert held.cell("build-and-test", "measurement").text == "P+"
    assert held.cell("build-and-test", "broken").value == 3
    assert "business-assessment" not in {row.id for row in held.rows}, "its work is done in-house"
    assert "readiness" not in {table.id for table in owners_alone_view(sample).tables}


def test_an_action_goes_to_the_earliest_step_of_its_processes() -> None:
    sample = the_sample()
    first = lines_of(sample, Area.TECHNOLOGY)[0]
    place = place_of_action(sample, first)
    step = next(one for one in sample.roadmap.steps if one.process_id in first.process_ids)
    assert place is not None
    assert (place.process_id, place.to_level) == (step.process_id, step.to_level)


def test_without_a_step_it_goes_to_the_next_level_of_the_process() -> None:
    whole = shop(owners=(Owner(process_id="planning", name="Ada"),))
    owners = [line for line in lines_of(whole, Area.OWNERS) if line.process_ids == ("releasing",)]
    place = place_of_action(whole, owners[0])
    assert place is not None
    assert (place.process_id, place.to_level) == ("releasing", 1)


def test_how_far_people_agree_is_told_in_words_with_the_processes_they_disagree_on() -> None:
    codes = {"r1": (5, 4, 3, 0), "r2": (5, 4, 3, 0), "r3": (0, 4, 3, 5)}
    ids = ("planning", "building", "releasing", "process-4")
    opinions = tuple(
        Opinion(respondent_id=who, process_id=own, pain=code)
        for who, row in codes.items()
        for own, code in zip(ids, row, strict=True)
    )
    view = opinions_view(shop(opinions=opinions).told)
    # places 1 2 3 4 twice and 4 2 3 1: d sums -1.5, -1.5, 1.5, 1.5; 9 of 3 * 15
    assert view.finding == (
        "3 people agree weakly on which processes hurt most (Kendall's W 0.200). How far people agree on which "
        "processes matter most is not measured: too few gave an opinion on enough of them."
    )
    assert [cell.text for cell in view.table("opinions").row("importance").cells[1:]] == ["Not measured", "–", "–", "–"]
    first = view.table("apart").rows[0]
    assert (first.id, [cell.text for cell in first.cells[3:]]) == ("pain.planning", ["2.0", "1", "3"])
    assert view.notes[0] == "They disagree most on which processes hurt most about Planning, Process 4 and Building."
    assert len(view.notes) == 2
    assert opinions_view(shop()).empty.startswith("Too few people said")
