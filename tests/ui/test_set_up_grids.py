"""Every cell of every table of the set-up: what is typed is what the store holds, and nothing beside it moves."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TypeVar

import pytest
from pydantic import BaseModel
from streamlit.testing.v1 import AppTest

from assessment.domain.answered.assessment import Opinion, Role, Target
from assessment.domain.answered.entries import Answer, AnswerKind
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
)
from assessment.services.authority import LOCAL_ACTOR
from assessment.services.plumbline import Plumbline
from tests.builders import an_answer
from tests.ui.assessed import opened, words
from tests.ui.grids import Shown, grid
from tests.ui.set_up import (
    ADA,
    BEN,
    ELSEWHERE,
    HIGH_TARGET,
    LATE,
    MAIL,
    NO_SPONSOR,
    OWNED,
    PAYMENTS,
    PLACE,
    PLAIN_TARGET,
    ROLES_READY,
    SHARED_WORK,
    SPONSORED,
    TOOL,
    a_full_one,
    loaded,
    tab,
    with_entries,
    without,
)

EntryT = TypeVar("EntryT", bound=BaseModel)


@pytest.fixture(scope="module")
def plumbline(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Plumbline]:
    """One for all: each test edits an assessment of its own."""
    with pytest.MonkeyPatch.context() as patch, opened(tmp_path_factory.mktemp("set-up"), patch) as plumbline:
        yield plumbline


@dataclass(frozen=True, slots=True, kw_only=True)
class Table:
    """An editable table: the tab it stands on, and the part of the assessment that it edits."""

    tab: str
    name: str
    part: str


PEOPLE = Table(tab="People", name="People who answer", part="respondents")
SERVICES = Table(tab="Critical services", name="Critical services", part="critical_services")
OPINIONS = Table(tab="Importance and pain", name="Pain and importance of each process", part="opinions")
TARGETS = Table(tab="Targets", name="Target of each process", part="targets")
OWNERS = Table(tab="Owners", name="Owner of each process", part="owners")
READINESS = Table(tab="Owners", name="Readiness of each process", part="readiness")
TECHNOLOGY = Table(tab="Technology", name="Tool of each process", part="technology")
SOURCING = Table(tab="Technology", name="Sourcing of each process", part="sourcing")
TRANSITIONS = Table(tab="Transitions", name="Place of each transition", part="transitions")
HAND_OFFS = Table(tab="Hand-offs", name="How well each hand-off works", part="linkage_ratings")


def changed(entry: EntryT, **fields: object) -> EntryT:
    return entry.model_copy(update=fields)


EDITS: tuple[tuple[Table, str, Mapping[str, Shown | None], BaseModel], ...] = (
    (PEOPLE, "Ada", {"Name": "Ada L."}, changed(ADA, name="Ada L.")),
    (PEOPLE, "Ada", {"Name": None}, changed(ADA, name=None)),
    (PEOPLE, "Ada", {"Role": "Practitioner"}, changed(ADA, role=Role.PRACTITIONER)),
    (PEOPLE, "Ben", {"Unit": "Phones"}, changed(BEN, unit="Phones")),
    (PEOPLE, "Ben", {"Unit": "  "}, changed(BEN, unit=None)),
    (SERVICES, "Payments", {"Service": "Paying"}, changed(PAYMENTS, name="Paying")),
    (SERVICES, "Payments", {"Importance": "1 useful"}, changed(PAYMENTS, importance=1)),
    (SERVICES, "Payments", {"Leans on": ["Releasing"]}, changed(PAYMENTS, process_ids=("releasing",))),
    (SERVICES, "Payments", {"Leans on": []}, changed(PAYMENTS, process_ids=())),
    (SERVICES, "Mail", {"Leans on": ["Planning"]}, changed(MAIL, process_ids=("planning",))),
    (
        OPINIONS,
        "Planning",
        {"Pain": "5 severe"},
        Opinion(respondent_id="r1", process_id="planning", pain=5, importance=2),
    ),
    (
        OPINIONS,
        "Planning",
        {"Importance": "3 medium"},
        Opinion(respondent_id="r1", process_id="planning", pain=4, importance=3),
    ),
    (
        OPINIONS,
        "Building",
        {"Importance": "0 none"},
        Opinion(respondent_id="r1", process_id="building", pain=1, importance=0),
    ),
    (OPINIONS, "Planning", {"Pain": None}, Opinion(respondent_id="r1", process_id="planning", importance=2)),
    (
        OPINIONS,
        "Releasing",
        {"Importance": "5 vital"},
        Opinion(respondent_id="r1", process_id="releasing", importance=5),
    ),
    (TARGETS, "Planning", {"Target level": "5 Improving"}, changed(HIGH_TARGET, level=5)),
    (TARGETS, "Planning", {"Target level": "0 Incomplete"}, changed(HIGH_TARGET, level=0)),
    (TARGETS, "Planning", {"Target level": None}, changed(HIGH_TARGET, level=3)),
    (TARGETS, "Planning", {"Rationale": "The law says so."}, changed(HIGH_TARGET, rationale="The law says so.")),
    (TARGETS, "Planning", {"Rationale": ""}, changed(HIGH_TARGET, rationale=None)),
    (TARGETS, "Planning", {"Approved by": "Grace"}, changed(HIGH_TARGET, approver="Grace")),
    (TARGETS, "Building", {"Approved by": "Grace"}, changed(PLAIN_TARGET, approver="Grace")),
    (TARGETS, "Releasing", {"Target level": "1 Performed"}, Target(process_id="releasing", level=1)),
    (TARGETS, "Releasing", {"Rationale": "Later."}, Target(process_id="releasing", level=3, rationale="Later.")),
    (OWNERS, "Planning", {"Owner": "Otto"}, changed(OWNED, name="Otto")),
    (OWNERS, "Planning", {"Owner": None}, changed(OWNED, name=None)),
    (OWNERS, "Planning", {"Authority": "Yes"}, changed(OWNED, authority=Authority.YES)),
    (OWNERS, "Planning", {"Authority": "No"}, changed(OWNED, authority=Authority.NO)),
    (OWNERS, "Planning", {"Sponsor": "Sven"}, changed(OWNED, sponsor="Sven")),
    (OWNERS, "Building", {"Owner": "Bea"}, changed(SPONSORED, name="Bea")),
    (OWNERS, "Releasing", {"Sponsor": "Sven"}, Owner(process_id="releasing", sponsor="Sven")),
    (READINESS, "Planning", {"1": "Partly"}, changed(ROLES_READY, state=ReadinessState.PARTLY)),
    (READINESS, "Planning", {"2": "Yes"}, changed(NO_SPONSOR, state=ReadinessState.YES)),
    (
        READINESS,
        "Building",
        {"2": "No"},
        Readiness(process_id="building", question_id="sponsor", state=ReadinessState.NO),
    ),
    (TECHNOLOGY, "Planning", {"Tool": "Ticket box"}, changed(TOOL, tool="Ticket box")),
    (TECHNOLOGY, "Planning", {"Tool": None}, changed(TOOL, tool=None)),
    (TECHNOLOGY, "Planning", {"Now": "2 Tool 2"}, changed(TOOL, as_is=2)),
    (TECHNOLOGY, "Planning", {"To be": "5 Tool 5"}, changed(TOOL, to_be=5)),
    (TECHNOLOGY, "Building", {"Now": "0 Tool 0"}, Technology(process_id="building", as_is=0)),
    (TECHNOLOGY, "Building", {"To be": "3 Tool 3"}, Technology(process_id="building", to_be=3)),
    (SOURCING, "Planning", {"Done": "in-house"}, changed(SHARED_WORK, mode_id="in-house")),
    (SOURCING, "Planning", {"Work": "Commodity"}, changed(SHARED_WORK, nature=SourcingNature.COMMODITY)),
    (SOURCING, "Planning", {"Work": None}, changed(SHARED_WORK, nature=None)),
    (SOURCING, "Planning", {"Worth a look": "Outsource"}, changed(SHARED_WORK, candidate=SourcingCandidate.OUTSOURCE)),
    (SOURCING, "Planning", {"Worth a look": None}, changed(SHARED_WORK, candidate=SourcingCandidate.NONE)),
    (SOURCING, "Planning", {"Interface to keep": "A shared queue."}, changed(SHARED_WORK, interface="A shared queue.")),
    (
        SOURCING,
        "Building",
        {"Worth a look": "Insource"},
        Sourcing(process_id="building", mode_id="in-house", candidate=SourcingCandidate.INSOURCE),
    ),
    (SOURCING, "Building", {"Done": "outsourced"}, Sourcing(process_id="building", mode_id="outsourced")),
    (TRANSITIONS, "Craft", {"Now": "2"}, changed(PLACE, as_is=2)),
    (TRANSITIONS, "Craft", {"To be": "5 at the new end"}, changed(PLACE, to_be=5)),
    (TRANSITIONS, "Craft", {"To be": None}, changed(PLACE, to_be=None)),
    (TRANSITIONS, "Craft", {"Note": "Faster."}, changed(PLACE, note="Faster.")),
    (HAND_OFFS, "Planning", {"Rating": "F Point 5"}, changed(LATE, answer=an_answer(5))),
    (HAND_OFFS, "Planning", {"Rating": "Don't know"}, changed(LATE, answer=an_answer("DK"))),
    (HAND_OFFS, "Planning", {"Note": "Too late."}, changed(LATE, note="Too late.")),
    (HAND_OFFS, "Planning", {"Note": None}, changed(LATE, note=None)),
    (
        HAND_OFFS,
        "Planning",
        {"Rating": "Not applicable (say why in the note)"},
        changed(LATE, answer=Answer(kind=AnswerKind.NOT_APPLICABLE, reason="Late.")),
    ),
    (HAND_OFFS, "Building", {"Rating": "N Point 0"}, changed(ELSEWHERE, answer=an_answer(0))),
    (HAND_OFFS, "Building", {"Note": "Ask in July."}, changed(ELSEWHERE, note="Ask in July.")),
    (
        HAND_OFFS,
        "Releasing",
        {"Rating": "L- Point 3", "Note": "Mostly."},
        LinkageRating(linkage_id="releasing-to-planning", answer=an_answer(3), note="Mostly."),
    ),
)


def _said(case: object) -> str | None:
    if isinstance(case, Table):
        return case.name
    return " ".join(f"{name}={cell}" for name, cell in case.items()) if isinstance(case, dict) else None


@pytest.mark.parametrize(
    ("table", "row", "typed", "expected"),
    EDITS,
    ids=[f"{table.name}: {row}, {_said(typed)}" for table, row, typed, _ in EDITS],
)
def test_an_edited_cell_changes_this_field_in_the_store_and_no_other(
    plumbline: Plumbline, table: Table, row: str, typed: Mapping[str, Shown | None], expected: BaseModel
) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    test = grid(tab(assessment_id, table.tab), table.name).edit(row, typed)

    assert not test.exception
    assert loaded(plumbline, assessment_id) == with_entries(before, table.part, expected)
    assert "Saved" in words(test)


SHOWN: tuple[tuple[Table, list[list[Shown]]], ...] = (
    (
        SERVICES,
        [
            ["Service", "Importance", "Leans on"],
            ["Payments", "5 vital", ["Planning", "Building"]],
            ["Mail", "2 wanted", []],
        ],
    ),
    (
        OPINIONS,
        [
            ["Process", "Pain", "Importance"],
            ["Planning (extension)", "4 strong", "2 some"],
            ["Building (extension)", "1 slight", ""],
            ["Releasing (extension)", "", ""],
        ],
    ),
    (
        OWNERS,
        [
            ["Process", "Owner", "Authority", "Sponsor"],
            ["Planning (extension)", "Olga", "Partly", "Sam"],
            ["Building (extension)", "", "", "Sue"],
            ["Releasing (extension)", "", "", ""],
        ],
    ),
    (
        READINESS,
        [
            ["Process", "1", "2"],
            ["Planning (extension)", "Yes", "No"],
            ["Building (extension)", "", ""],
            ["Releasing (extension)", "", ""],
        ],
    ),
    (
        TECHNOLOGY,
        [
            ["Process", "Tool", "Now", "To be"],
            ["Planning (extension)", "Desk tool", "1 Tool 1", "4 Tool 4"],
            ["Building (extension)", "", "", ""],
            ["Releasing (extension)", "", "", ""],
        ],
    ),
    (
        SOURCING,
        [
            ["Process", "Done", "Work", "Worth a look", "Interface to keep"],
            ["Planning (extension)", "mixed", "Core", "Insource", "A weekly call."],
            ["Building (extension)", "", "", "", ""],
            ["Releasing (extension)", "", "", "", ""],
        ],
    ),
    (
        TRANSITIONS,
        [["From", "To", "Now", "To be", "Note"], ["Craft", "System", "1", "4", "Slowly."]],
    ),
    (
        HAND_OFFS,
        [
            ["From", "To", "What is handed over", "Rating", "Note"],
            ["Planning", "Building", "Something.", "P+ Point 2", "Late."],
            ["Building", "Releasing", "Something.", "Not applicable (say why in the note)", "Ask again in June."],
            ["Releasing", "Planning", "Something.", "", ""],
        ],
    ),
)


@pytest.mark.parametrize(("table", "expected"), SHOWN, ids=[table.name for table, _ in SHOWN])
def test_a_table_shows_what_the_store_holds(plumbline: Plumbline, table: Table, expected: list[list[Shown]]) -> None:
    shown = grid(tab(a_full_one(plumbline), table.tab), table.name)

    assert [shown.headings, *shown.rows()] == expected


def test_the_people_are_shown_with_the_number_of_their_answers(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    given = [rating.respondent_id for rating in loaded(plumbline, assessment_id).ratings]

    shown = grid(tab(assessment_id, "People"), PEOPLE.name)

    assert shown.headings == ["Name", "Role", "Unit", "Answers given"]
    assert shown.rows() == [
        ["Ada", "Leadership", "Board", given.count("r1")],
        ["Ben", "Practitioner", "Desk", given.count("r2")],
        ["", "Customer", "", given.count("r3")],
    ]
    assert given.count("r1") > 0


def test_a_target_that_says_nothing_more_is_removed_with_its_level(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    grid(tab(assessment_id, "Targets"), TARGETS.name).edit("Building", {"Target level": None})

    assert loaded(plumbline, assessment_id) == without(before, "targets", "building")


def test_a_readiness_answer_taken_back_is_removed(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    grid(tab(assessment_id, "Owners"), READINESS.name).edit("Planning", {"2": None})

    assert loaded(plumbline, assessment_id) == without(before, "readiness", "planning", "sponsor")


def test_a_hand_off_without_rating_and_note_is_removed(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    grid(tab(assessment_id, "Hand-offs"), HAND_OFFS.name).edit("Planning", {"Rating": None, "Note": None})

    assert loaded(plumbline, assessment_id) == without(before, "linkage_ratings", "planning-to-building")


@pytest.mark.parametrize(
    ("row", "typed", "reason"),
    [
        ("Releasing", {"Note": "Nobody knows."}, "a note stands without a rating"),
        ("Planning", {"Rating": None}, "a note stands without a rating"),
        ("Releasing", {"Rating": "Not applicable (say why in the note)"}, "not applicable needs a reason"),
    ],
)
def test_half_a_hand_off_is_refused_and_the_store_stays(
    plumbline: Plumbline, row: str, typed: Mapping[str, Shown | None], reason: str
) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    test = grid(tab(assessment_id, "Hand-offs"), HAND_OFFS.name).edit(row, typed)

    assert loaded(plumbline, assessment_id) == before
    assert "Not saved" in words(test)
    assert reason in words(test)


@pytest.mark.parametrize(
    ("chosen", "suppliers"),
    [
        ("every", ["Planning", "Building", "Releasing"]),
        ("building", ["Planning", "Building"]),
        ("releasing", ["Building", "Releasing"]),
    ],
)
def test_the_hand_offs_of_one_process_are_those_it_gives_and_gets(
    plumbline: Plumbline, chosen: str, suppliers: list[str]
) -> None:
    assessment_id = a_full_one(plumbline)
    test = tab(assessment_id, "Hand-offs")

    test.selectbox(key=f"set-up:{assessment_id}:linkages:of").set_value(chosen).run()

    assert grid(test, HAND_OFFS.name).column("From") == suppliers


def test_a_hand_off_is_saved_as_the_row_it_stands_in_when_the_list_is_narrowed(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = tab(assessment_id, "Hand-offs")
    test.selectbox(key=f"set-up:{assessment_id}:linkages:of").set_value("releasing").run()

    grid(test, HAND_OFFS.name).edit("Releasing", {"Rating": "L+ Point 4"})

    expected = LinkageRating(linkage_id="releasing-to-planning", answer=an_answer(4))
    assert loaded(plumbline, assessment_id) == with_entries(before, "linkage_ratings", expected)


def test_what_another_person_thinks_stays_when_one_is_edited(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = tab(assessment_id, "Importance and pain")
    test.selectbox(key=f"set-up:{assessment_id}:opinions:who").set_value("r2").run()

    grid(test, OPINIONS.name).edit("Planning", {"Pain": "3 marked"})

    expected = Opinion(respondent_id="r2", process_id="planning", pain=3, importance=5)
    assert loaded(plumbline, assessment_id) == with_entries(before, "opinions", expected)


def test_a_pasted_column_is_saved_row_by_row(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)

    grid(tab(assessment_id, "Owners"), OWNERS.name).paste(
        {"Planning": {"Owner": "Ines"}, "Building": {"Owner": "Jan"}, "Releasing": {"Owner": "Kai"}}
    )

    assert loaded(plumbline, assessment_id) == with_entries(
        before,
        "owners",
        changed(OWNED, name="Ines"),
        changed(SPONSORED, name="Jan"),
        Owner(process_id="releasing", name="Kai"),
    )


def test_a_name_over_the_limit_is_refused_in_words_and_stays_to_be_mended(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before, long = loaded(plumbline, assessment_id), "x" * 121
    owners = grid(tab(assessment_id, "Owners"), OWNERS.name)

    owners.edit("Planning", {"Owner": long})

    assert loaded(plumbline, assessment_id) == before
    assert owners.column("Owner") == [long, "", ""]
    ((place, reason),) = owners.troubles().items()
    assert place == ("Planning (extension)", "Owner")
    assert "121 characters, at most 120" in reason
    assert reason in words(owners.test)
    owners.edit("Planning", {"Owner": "x" * 120})
    assert loaded(plumbline, assessment_id) == with_entries(before, "owners", changed(OWNED, name="x" * 120))
    assert not owners.troubles()


def test_what_a_browser_sends_again_is_saved_once(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    owners = grid(tab(assessment_id, "Owners"), OWNERS.name)
    owners.type("Planning", "Owner", "Ines")
    sent = list(owners.sender.pending)
    owners.send()
    theirs = changed(OWNED, name="Theirs")
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, theirs)
    owners.sender.pending = sent

    owners.send(again=True)

    assert loaded(plumbline, assessment_id).owner_by_process["planning"] == theirs
    assert not owners.sender.pending
    assert "Which one stays?" not in words(owners.test)


def test_two_edits_one_after_the_other_are_both_kept(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    before = loaded(plumbline, assessment_id)
    test = tab(assessment_id, "Targets")

    grid(test, TARGETS.name).edit("Planning", {"Rationale": "The law says so."})
    grid(test, TARGETS.name).edit("Planning", {"Approved by": "Grace"})

    expected = changed(HIGH_TARGET, rationale="The law says so.", approver="Grace")
    assert loaded(plumbline, assessment_id) == with_entries(before, "targets", expected)


def clashed(plumbline: Plumbline, assessment_id: str) -> AppTest:
    """Somebody names another approver while the page shows the old one and its reader rewrites the rationale."""
    test = tab(assessment_id, "Targets")
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, changed(HIGH_TARGET, approver="Theirs"))
    return grid(test, TARGETS.name).edit("Planning", {"Rationale": "Mine."})


def decided(test: AppTest, assessment_id: str, whose: str) -> AppTest:
    return test.button(key=f"conflict:{whose}:set-up:{assessment_id}:targets-table").click().run()


def target(plumbline: Plumbline, assessment_id: str) -> Target:
    return loaded(plumbline, assessment_id).target_by_process["planning"]


def test_who_comes_second_overwrites_nothing_and_sees_both(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)

    test = clashed(plumbline, assessment_id)

    assert target(plumbline, assessment_id) == changed(HIGH_TARGET, approver="Theirs")
    assert "Somebody else saved this meanwhile. Which one stays?" in words(test)
    assert "Mine." in words(test)


def test_who_keeps_theirs_changes_nothing(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)

    test = decided(clashed(plumbline, assessment_id), assessment_id, "theirs")

    assert target(plumbline, assessment_id) == changed(HIGH_TARGET, approver="Theirs")
    assert "Which one stays?" not in words(test)


def test_who_saves_mine_saves_the_cell_that_was_typed_and_leaves_theirs_beside_it(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)

    test = decided(clashed(plumbline, assessment_id), assessment_id, "mine")

    assert target(plumbline, assessment_id) == changed(HIGH_TARGET, approver="Theirs", rationale="Mine.")
    assert "Which one stays?" not in words(test)


def test_who_saves_mine_while_a_third_saves_is_asked_again(plumbline: Plumbline) -> None:
    assessment_id = a_full_one(plumbline)
    test = clashed(plumbline, assessment_id)
    plumbline.setup.save(LOCAL_ACTOR, assessment_id, changed(HIGH_TARGET, approver="A third"))

    test = decided(test, assessment_id, "mine")

    assert target(plumbline, assessment_id) == changed(HIGH_TARGET, approver="A third")
    assert "Which one stays?" in words(test)
    decided(test, assessment_id, "mine")
    assert target(plumbline, assessment_id) == changed(HIGH_TARGET, approver="A third", rationale="Mine.")


@pytest.mark.parametrize(
    "table", [PEOPLE, SERVICES, OPINIONS, TARGETS, OWNERS, READINESS, TECHNOLOGY, SOURCING, TRANSITIONS, HAND_OFFS]
)
def test_no_table_of_a_validated_assessment_can_be_edited(plumbline: Plumbline, table: Table) -> None:
    assessment_id = a_full_one(plumbline)
    plumbline.assessments.validate(LOCAL_ACTOR, assessment_id)

    assert grid(tab(assessment_id, table.tab), table.name).is_locked
