"""Results on a real database: hand-offs, owners, services, transitions, technology, sourcing as the store holds them.

What is shown is compared with the stored rows field by field, so that a swapped or dropped column fails.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import Assessment, CriticalService
from assessment.domain.answered.organisation import (
    Authority,
    LinkageRating,
    Owner,
    Readiness,
    ReadinessState,
    Sourcing,
    SourcingCandidate,
    SourcingNature,
    Technology,
    TransitionPlace,
)
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from assessment.views.hand_offs import Shown, hand_off_list, hand_offs_view
from tests.builders import DK, NA, an_answer
from tests.ui.assessed import an_answered_one, framework_of, opened, page, words

FIRST, SECOND, THIRD = "planning-to-building", "building-to-releasing", "releasing-to-planning"


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def rating(linkage_id: str, value: int | str, note: str | None = None) -> LinkageRating:
    return LinkageRating(linkage_id=linkage_id, answer=an_answer(value), note=note)


def stored(plumbline: Plumbline, assessment_id: str) -> Assessment:
    return plumbline.results.read(LOCAL_ACTOR, assessment_id).assessment


def tables(test: AppTest) -> dict[tuple[str, ...], list[list[str]]]:
    """Every table of the page by its columns, invisible characters left out."""
    return {
        tuple(str(name).strip("\u200b") for name in table.value.columns): [
            [str(cell).replace("\\", "") for cell in row] for row in table.value.values.tolist()
        ]
        for table in test.table
    }


HAND_OFFS = ("From", "To", "What is handed over", "Known as", "Rating", "State", "Plan")
OWNERS = ("Process", "Owner", "Authority", "Sponsor", "Ready", "Partly", "Not ready")
READINESS = ("Question", "Ready", "Partly", "Not ready", "Not ready in", "Partly in")
TECHNOLOGY = ("Process", "Tool", "Now", "To be")
SOURCING = ("Process", "Done", "Work", "Worth a look", "Interface to keep")
SERVICES = ("Service", "Importance", "Leans on", "Lowest level", "Weakest of these")
TRANSITIONS = ("From", "To", "Now", "To be")


def test_the_hand_offs_open_with_the_broken_ones_as_they_are_stored(plumbline: Plumbline) -> None:
    ratings = (rating(FIRST, 0, "By word of mouth"), rating(SECOND, 3), rating(THIRD, NA))
    assessment_id = an_answered_one(plumbline, linkage_ratings=ratings)
    test = page("results", assessment=assessment_id, part="hand-offs")

    view = hand_offs_view(plumbline.results.read(LOCAL_ACTOR, assessment_id))
    assert view.finding == "1 of 2 rated hand-offs is broken, out of 3 in scope."
    assert view.finding in words(test)
    kept = {own.linkage_id: own for own in stored(plumbline, assessment_id).linkage_ratings}
    flow = framework_of(plumbline).linkages[0].flow
    assert tables(test)[HAND_OFFS] == [
        ["Planning", "Building", f"{flow} ({kept[FIRST].note})", "Stated", "N", "broken", "binds"]
    ]


@pytest.mark.parametrize("shown", Shown)
def test_the_reader_chooses_which_hand_offs_are_listed(plumbline: Plumbline, shown: Shown) -> None:
    ratings = (rating(FIRST, 0), rating(SECOND, 3), rating(THIRD, DK))
    assessment_id = an_answered_one(plumbline, linkage_ratings=ratings)
    test = page("results", assessment=assessment_id, part="hand-offs")
    test.segmented_control(key="results:test-assessment:hand-offs").set_value(shown).run()

    expected = {
        Shown.BROKEN: [("Planning", "N")],
        Shown.RATED: [("Planning", "N"), ("Building", "L-")],
        Shown.WORKING: [("Building", "L-")],
        Shown.ALL: [("Planning", "N"), ("Building", "L-"), ("Releasing", "?")],
    }
    assert [(row[0], row[4]) for row in tables(test)[HAND_OFFS]] == expected[shown]
    computed = plumbline.results.read(LOCAL_ACTOR, assessment_id)
    assert len(hand_off_list(computed, shown).rows) == len(expected[shown])


def test_the_list_is_narrowed_to_one_process_and_says_when_nothing_matches(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline, linkage_ratings=(rating(FIRST, 0), rating(SECOND, 3)))
    test = page("results", assessment=assessment_id, part="hand-offs")
    test.segmented_control(key="results:test-assessment:hand-offs").set_value(Shown.ALL)
    test.selectbox(key="results:test-assessment:hand-offs-process").set_value("releasing").run()
    assert [(row[0], row[1]) for row in tables(test)[HAND_OFFS]] == [
        ("Building", "Releasing"),
        ("Releasing", "Planning"),
    ]

    test.segmented_control(key="results:test-assessment:hand-offs").set_value(Shown.BROKEN).run()
    assert HAND_OFFS not in tables(test)
    assert "No hand-off matches." in words(test)


def test_while_no_hand_off_is_rated_all_are_listed_and_the_page_says_where_to_rate_them(plumbline: Plumbline) -> None:
    test = page("results", assessment=an_answered_one(plumbline), part="hand-offs")

    assert "None of the 3 hand-offs in scope is rated yet." in words(test)
    assert "Rate hand-offs in Set-up, Hand-offs." in words(test)
    assert [row[4] for row in tables(test)[HAND_OFFS]] == ["•", "•", "•"]


def test_the_signs_of_the_matrix_are_explained_under_it(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline, linkage_ratings=(rating(FIRST, 0), rating(SECOND, NA)))
    said = words(page("results", assessment=assessment_id, part="hand-offs"))

    assert "!: broken: below L, with a process below its target at either end" in said
    assert "•: not rated" in said
    assert "–: not applicable" in said
    assert "?: don't know" not in said


def test_owners_and_readiness_stand_as_they_are_stored(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(
        plumbline,
        owners=(
            Owner(process_id="building", name="Ada <b>Owner</b>", authority=Authority.NO, sponsor="Grace"),
            Owner(process_id="planning", sponsor="Edsger"),
        ),
        readiness=(
            Readiness(process_id="building", question_id="roles", state=ReadinessState.NO),
            Readiness(process_id="building", question_id="sponsor", state=ReadinessState.YES),
            Readiness(process_id="planning", question_id="roles", state=ReadinessState.PARTLY),
        ),
    )
    test = page("results", assessment=assessment_id, part="organisation")

    owners = stored(plumbline, assessment_id).owner_by_process
    assert tables(test)[OWNERS] == [
        ["Planning", "nobody", "–", owners["planning"].sponsor, "0", "1", "0"],
        ["Building", owners["building"].name, "No", owners["building"].sponsor, "1", "0", "1"],
        ["Releasing", "nobody", "–", "–", "–", "–", "–"],
    ]
    assert tables(test)[READINESS] == [
        ["Are the roles defined?", "0", "1", "1", "Building", "Planning"],
        ["Is there a sponsor?", "1", "0", "0", "–", "–"],
    ]
    said = words(test)
    assert "2 of 3 processes have no owner; to appoint one is their first action." in said
    assert "Readiness is not recorded for Releasing." in said
    metrics = {metric.label: metric.value for metric in test.metric}
    assert metrics == {"With an owner": "1 of 3", "Authority end to end": "0 of 3", "With a sponsor": "2 of 3"}


def test_now_and_to_be_of_tools_are_the_stored_ones_and_not_swapped(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(
        plumbline,
        technology=(
            Technology(process_id="building", tool="A pipeline", as_is=1, to_be=4),
            Technology(process_id="planning", as_is=3),
        ),
    )
    test = page("results", assessment=assessment_id, part="organisation")

    kept = {own.process_id: own for own in stored(plumbline, assessment_id).technology}
    names = {choice.code: f"{choice.code} {choice.name}" for choice in framework_of(plumbline).technology}
    as_is, to_be = kept["building"].as_is, kept["building"].to_be
    assert (as_is, to_be) == (1, 4)
    assert tables(test)[TECHNOLOGY] == [
        ["Planning", "–", names[3], "–"],
        ["Building", kept["building"].tool, names[1], names[4]],
    ]
    assert "1 of 1 process is to have its tool integrated further than today." in words(test)


def test_sourcing_stands_as_it_is_stored_in_the_words_insource_and_outsource(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(
        plumbline,
        sourcing=(
            Sourcing(
                process_id="building",
                mode_id="mixed",
                nature=SourcingNature.COMMODITY,
                candidate=SourcingCandidate.OUTSOURCE,
                interface="Tickets both ways.",
            ),
            Sourcing(
                process_id="planning",
                mode_id="outsourced",
                nature=SourcingNature.CORE,
                candidate=SourcingCandidate.INSOURCE,
            ),
        ),
    )
    test = page("results", assessment=assessment_id, part="organisation")

    kept = {own.process_id: own for own in stored(plumbline, assessment_id).sourcing}
    assert tables(test)[SOURCING] == [
        ["Planning", "outsourced", "Core", "Insource", "–"],
        ["Building", "mixed", "Commodity", "Outsource", kept["building"].interface],
    ]
    assert "Worth a look: insource Planning; outsource Building." in words(test)
    assert "Planning is worth a move, and no interface is recorded that it must keep." in words(test)


def test_transitions_are_drawn_and_their_numbers_fold_under_them(plumbline: Plumbline) -> None:
    place = TransitionPlace(transition_id="craft-to-system", as_is=1, to_be=4, note="A start.")
    assessment_id = an_answered_one(plumbline, transitions=(place,))
    test = page("results", assessment=assessment_id, part="organisation")

    assert "The longest way is from Craft to System: 3 places of 5." in words(test)
    assert TRANSITIONS not in tables(test)
    test.session_state["results:test-assessment:transitions-table"] = True
    test.run()
    (kept,) = stored(plumbline, assessment_id).transitions
    assert tables(test)[TRANSITIONS] == [["Craft", f"System ({kept.note})", str(kept.as_is), str(kept.to_be)]]
    assert (kept.as_is, kept.to_be) == (1, 4)


def test_services_name_the_weakest_of_what_they_lean_on(plumbline: Plumbline) -> None:
    service = CriticalService(id="shop", name="Web *shop*", importance=5, process_ids=("building", "planning"))
    assessment_id = an_answered_one(plumbline, critical_services=(service,))
    test = page("results", assessment=assessment_id, part="organisation")

    result = plumbline.results.read(LOCAL_ACTOR, assessment_id).result
    levels = {own: result.process(own).level.level for own in ("planning", "building")}
    lowest = min(level for level in levels.values() if level is not None)
    weakest = " and ".join(own.capitalize() for own, level in levels.items() if level == lowest)
    assert tables(test)[SERVICES] == [["Web *shop*", "5", "Planning and Building", str(lowest), weakest]]
    assert f"Web *shop* leans on {weakest}, which stand" in words(test)


def test_a_part_without_an_entry_says_what_to_do_and_the_page_when_there_is_none_at_all(plumbline: Plumbline) -> None:
    some = words(page("results", assessment=an_answered_one(plumbline), part="organisation"))
    assert "No tool is recorded. Enter the tools in Set-up, Technology." in some
    assert "No transition is placed. Place them in Set-up, Transitions." in some

    test = page("results", assessment=an_answered_one(plumbline, owners=()), part="organisation")
    assert not test.table
    assert "Nothing is recorded here yet" in words(test)


def test_a_finding_leads_to_its_process_and_becomes_an_action_of_the_plan_once(plumbline: Plumbline) -> None:
    assessment_id = an_answered_one(plumbline, owners=(Owner(process_id="planning", name="Ada"),))
    test = page("results", assessment=assessment_id, part="organisation")
    assert "Nobody owns Building" in words(test)
    button = test.button(key="results:test-assessment:take-up-without-owner.building")
    assert button.label == "Add to the plan"
    button.click().run()
    (action,) = stored(plumbline, assessment_id).actions
    assert (action.process_id, action.is_own) == ("building", True)
    assert action.text == "Appoint one person who answers for Building from end to end."
    assert "In the plan" in words(test)
    assert not [one for one in test.button if one.key == button.key]
