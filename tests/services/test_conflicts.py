"""Two people change what both saw in one state: the first wins, the second is told both values and loses nothing.

Each operation on its own, on SQLite and on PostgreSQL; what the store holds afterwards is what the first one said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import Any

import pytest

from assessment.domain.answered.assessment import (
    Assessment,
    Certainty,
    CriticalService,
    Feedback,
    FeedbackKind,
    Flag,
    Note,
    NoteKind,
    Opinion,
    Respondent,
    Role,
    Target,
    TargetCell,
)
from assessment.domain.answered.organisation import (
    Authority,
    LinkageRating,
    Owner,
    Readiness,
    ReadinessState,
    Sourcing,
    Technology,
    TransitionPlace,
)
from assessment.domain.answered.roadmap_settings import LinkStrength, Pin, RoadmapSettings
from assessment.domain.answered.texts import OwnText
from assessment.domain.authored.framework import Framework, Horizon
from assessment.errors import Conflict
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.setup import SETUP_KINDS, SetupEntry
from assessment.settings import Settings
from assessment.store import section_of
from tests.builders import agreed, an_answer, rated
from tests.services.conftest import at_once, begun
from tests.services.folders import write_framework
from tests.store.cluster import Cluster
from tests.store.databases import sqlite_url

ITEM = "planning.deliver-1"
CONTROL = "planning.control"


def said(text: str, kind: NoteKind = NoteKind.NOTE) -> Note:
    return Note(respondent_id="r1", item_id=ITEM, kind=kind, text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Entered:
    """Something entered twice at once: how it is saved and removed, three values of it, and the words of two."""

    save: Callable[[Plumbline, str, Any, int | None], int]
    remove: Callable[[Plumbline, str, int | None], None]
    values: tuple[Any, ...]
    what: str
    theirs: str
    yours: str


def of_set_up(*values: SetupEntry, what: str, theirs: str, yours: str) -> Entered:
    """An entry of the set-up."""
    kind, key = type(values[0]), section_of(type(values[0])).key_of(values[0])
    return Entered(
        save=lambda p, at, value, version: p.setup.save(ME, at, value, expected_version=version),
        remove=lambda p, at, version: p.setup.remove(ME, at, kind, *key, expected_version=version),
        values=values,
        what=what,
        theirs=theirs,
        yours=yours,
    )


ENTERED: dict[str, Entered] = {
    "answer": Entered(
        save=lambda p, at, value, version: p.answering.save(ME, at, value, expected_version=version).version,
        remove=lambda p, at, version: p.answering.clear(ME, at, "r1", ITEM, Horizon.AS_IS, expected_version=version),
        values=(rated(ITEM, 1), rated(ITEM, 4), rated(ITEM, "NA")),
        what="The answer of Person r1 (Practitioner) to 'Deliver 1'",
        theirs="Answer: Point 4",
        yours="Answer: Not applicable: Done elsewhere.",
    ),
    "note": Entered(
        save=lambda p, at, value, version: p.answering.save_note(ME, at, value, expected_version=version),
        remove=lambda p, at, version: p.answering.clear_note(
            ME, at, "r1", ITEM, NoteKind.NOTE, expected_version=version
        ),
        values=(said("Before"), said("Theirs\nin two lines"), said("Yours")),
        what="The note of Person r1 (Practitioner) to 'Deliver 1'",
        theirs="Theirs\nin two lines",
        yours="Yours",
    ),
    "evidence": Entered(
        save=lambda p, at, value, version: p.answering.save_note(ME, at, value, expected_version=version),
        remove=lambda p, at, version: p.answering.clear_note(
            ME, at, "r1", ITEM, NoteKind.EVIDENCE, expected_version=version
        ),
        values=tuple(said(text, NoteKind.EVIDENCE) for text in ("Before", "Theirs", "Yours")),
        what="The evidence of Person r1 (Practitioner) to 'Deliver 1'",
        theirs="Theirs",
        yours="Yours",
    ),
    "flag": Entered(
        save=lambda p, at, value, version: p.answering.flag(ME, at, value, expected_version=version),
        remove=lambda p, at, version: p.answering.unflag(ME, at, ITEM, expected_version=version),
        values=(Flag(item_id=ITEM), Flag(item_id=ITEM, reason="Ask Ann"), Flag(item_id=ITEM, reason="Ask Ben")),
        what="The flag to 'Deliver 1'",
        theirs="Reason: Ask Ann",
        yours="Reason: Ask Ben",
    ),
    "feedback": Entered(
        save=lambda p, at, value, version: p.answering.save_feedback(ME, at, value, expected_version=version),
        remove=lambda p, at, version: p.answering.clear_feedback(ME, at, "r1", ITEM, expected_version=version),
        values=tuple(
            Feedback(respondent_id="r1", item_id=ITEM, kind=kind, text=text)
            for kind, text in (
                (FeedbackKind.UNCLEAR, None),
                (FeedbackKind.TWO_IN_ONE, "Theirs"),
                (FeedbackKind.DOES_NOT_FIT, "Yours"),
            )
        ),
        what="The feedback of Person r1 (Practitioner) to 'Deliver 1'",
        theirs="What: Two questions in one\nText: Theirs",
        yours="What: Does not fit here\nText: Yours",
    ),
    "agreed": Entered(
        save=lambda p, at, value, version: p.answering.agree(ME, at, value, expected_version=version),
        remove=lambda p, at, version: p.answering.clear_agreed(ME, at, ITEM, Horizon.AS_IS, expected_version=version),
        values=(
            agreed(ITEM, 1),
            agreed(ITEM, 4, certainty=Certainty.VERIFIED, present_ids=("r1", "r2")),
            agreed(ITEM, 3, certainty=Certainty.EVIDENCE_SEEN, present_ids=("r2",)),
        ),
        what="The room's value to 'Deliver 1'",
        theirs=(
            "Answer: Point 4\nHow sure: Verified by a second person\n"
            "Who was present: Person r1 (Practitioner) and Person r2 (Practitioner)"
        ),
        yours="Answer: Point 3\nHow sure: Evidence seen\nWho was present: Person r2 (Practitioner)",
    ),
    "opinion": of_set_up(
        *(Opinion(respondent_id="r1", process_id="planning", pain=pain) for pain in (1, 2, 3)),
        what="The view of Person r1 (Practitioner) for Planning",
        theirs="Pain: 2 some",
        yours="Pain: 3 marked",
    ),
    "service": of_set_up(
        CriticalService(id="payroll", name="Payroll", importance=5),
        CriticalService(id="payroll", name="Payroll", importance=4),
        CriticalService(id="payroll", name="Payroll", importance=5, process_ids=("planning", "building")),
        what="The service 'Payroll'",
        theirs="Importance: 4\nLeans on: (nothing)",
        yours="Importance: 5\nLeans on: Planning and Building",
    ),
    "target": of_set_up(
        Target(process_id="planning", level=3),
        Target(process_id="planning", level=4, rationale="Law"),
        Target(process_id="planning", level=4, cells=(TargetCell(attribute_id="control", code=5),)),
        what="The target for Planning",
        theirs="Rationale: Law\nSet by hand: (nothing)",
        yours="Rationale: (nothing)\nSet by hand: Control Point 5",
    ),
    "owner": of_set_up(
        Owner(process_id="planning", name="Ann"),
        Owner(process_id="planning", name="Ben", authority=Authority.PARTLY),
        Owner(process_id="planning", name="Cleo"),
        what="The owner for Planning",
        theirs="Name: Ben\nAuthority: Partly",
        yours="Name: Cleo\nAuthority: (nothing)",
    ),
    "readiness": of_set_up(
        *(Readiness(process_id="planning", question_id="roles", state=state) for state in reversed(ReadinessState)),
        what="The readiness for Planning",
        theirs="State: Partly",
        yours="State: Yes",
    ),
    "technology": of_set_up(
        *(Technology(process_id="planning", tool=tool, as_is=2) for tool in ("One", "Two", "Three")),
        what="The tool for Planning",
        theirs="Tool: Two",
        yours="Tool: Three",
    ),
    "sourcing": of_set_up(
        Sourcing(process_id="planning", mode_id="mixed"),
        Sourcing(process_id="planning", mode_id="mixed", interface="A call."),
        Sourcing(process_id="planning", mode_id="mixed", interface="A letter."),
        what="The sourcing for Planning",
        theirs="Interface to keep: A call.",
        yours="Interface to keep: A letter.",
    ),
    "hand-off": of_set_up(
        *(LinkageRating(linkage_id="planning-to-building", answer=an_answer(code)) for code in (1, 2, 3)),
        what="The hand-off 'Planning before Building'",
        theirs="Answer: Point 2",
        yours="Answer: Point 3",
    ),
    "transition": of_set_up(
        *(TransitionPlace(transition_id="craft-to-system", as_is=code) for code in (1, 2, 3)),
        what="The transition 'Craft and System'",
        theirs="Now: 2",
        yours="Now: 3",
    ),
    "own text": Entered(
        save=lambda p, at, value, version: p.texts.save(ME, at, value, expected_version=version),
        remove=lambda p, at, version: p.texts.remove(ME, at, "process:planning", expected_version=version),
        values=tuple(
            OwnText(place_id="process:planning", text=text, facts_hash=digit * 64)
            for text, digit in (("Before", "0"), ("Theirs\n- in a list", "1"), ("Yours", "2"))
        ),
        what="The text 'Process: Planning'",
        theirs="Theirs\n- in a list",
        yours="Yours",
    ),
    "person": Entered(
        save=lambda p, at, value, version: p.setup.save(ME, at, value, expected_version=version),
        remove=lambda p, at, version: p.setup.remove(ME, at, Respondent, "r9", expected_version=version),
        values=(
            Respondent(id="r9", role=Role.OTHER, name="Ann"),
            Respondent(id="r9", role=Role.CUSTOMER, name="Ann"),
            Respondent(id="r9", role=Role.OTHER, name="Anne", unit="Desk"),
        ),
        what="The person 'Ann (Customer)'",
        theirs="Role: Customer\nName: Ann\nUnit: (nothing)",
        yours="Role: Other\nName: Anne\nUnit: Desk",
    ),
}
EACH = pytest.mark.parametrize("name", list(ENTERED))


@pytest.fixture(scope="module", params=["sqlite", "postgresql"])
def shared(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory, framework: Framework
) -> Iterator[Plumbline]:
    """One Plumbline a kind of database: every test begins an assessment of its own on it."""
    folder = tmp_path_factory.mktemp(request.param)
    url = sqlite_url(folder)
    if request.param == "postgresql":
        running: Cluster = request.getfixturevalue("cluster")
        url = running.new_database(request.getfixturevalue("migrated_database"))
    write_framework(framework, folder / "questionnaires")
    opened = open_plumbline(
        Settings(
            database_url=url,
            data_folder=folder,
            questionnaires_folder=folder / "questionnaires",
            sample_file=folder / "sample.json",
        )
    )
    yield opened
    opened.close()


def started(plumbline: Plumbline) -> str:
    """An assessment that asks for nothing special."""
    return begun(plumbline)


def held(plumbline: Plumbline, assessment_id: str) -> Assessment:
    return plumbline.assessments.load(ME, assessment_id)


@EACH
def test_of_two_saves_from_one_state_the_first_wins_and_the_second_is_told_both(shared: Plumbline, name: str) -> None:
    plumbline, one = shared, ENTERED[name]
    assessment_id = started(plumbline)
    drawn = one.save(plumbline, assessment_id, one.values[0], 0)
    version = one.save(plumbline, assessment_id, one.values[1], drawn)
    before = held(plumbline, assessment_id)

    with pytest.raises(Conflict) as refused:
        one.save(plumbline, assessment_id, one.values[2], drawn)

    told = refused.value
    assert (told.what, told.theirs, told.yours, told.version) == (one.what, one.theirs, one.yours, version)
    assert held(plumbline, assessment_id) == before
    assert one.save(plumbline, assessment_id, one.values[2], told.version) > version  # who has seen it may


@EACH
def test_a_first_entry_made_twice_at_once_is_kept_once(shared: Plumbline, name: str) -> None:
    plumbline, one = shared, ENTERED[name]
    assessment_id = started(plumbline)
    one.save(plumbline, assessment_id, one.values[1], 0)
    before = held(plumbline, assessment_id)

    with pytest.raises(Conflict):
        one.save(plumbline, assessment_id, one.values[2], 0)

    assert held(plumbline, assessment_id) == before


@EACH
def test_a_removal_of_what_was_changed_since_is_refused_with_what_would_have_gone(shared: Plumbline, name: str) -> None:
    plumbline, one = shared, ENTERED[name]
    assessment_id = started(plumbline)
    drawn = one.save(plumbline, assessment_id, one.values[0], 0)
    version = one.save(plumbline, assessment_id, one.values[1], drawn)
    before = held(plumbline, assessment_id)

    with pytest.raises(Conflict) as refused:
        one.remove(plumbline, assessment_id, drawn)

    assert refused.value.yours == "(to be removed)"
    assert set(one.theirs.replace("\n", " ").split()) - {"(nothing)"} <= {
        *refused.value.theirs.replace("\n", " ").split(),
        "Leans",
        "on:",
        "Set",
        "by",
        "hand:",
        "Unit:",
    }
    assert held(plumbline, assessment_id) == before
    one.remove(plumbline, assessment_id, version)
    assert held(plumbline, assessment_id) != before


@EACH
def test_a_save_over_what_was_removed_since_brings_nothing_back_unasked(shared: Plumbline, name: str) -> None:
    plumbline, one = shared, ENTERED[name]
    assessment_id = started(plumbline)
    drawn = one.save(plumbline, assessment_id, one.values[0], 0)
    one.remove(plumbline, assessment_id, drawn)
    before = held(plumbline, assessment_id)

    with pytest.raises(Conflict) as refused:
        one.save(plumbline, assessment_id, one.values[2], drawn)

    assert (refused.value.theirs, refused.value.version) == ("(removed)", 0)
    assert held(plumbline, assessment_id) == before


@EACH
def test_removing_twice_from_one_state_is_no_conflict(plumbline: Plumbline, name: str) -> None:
    one, assessment_id = ENTERED[name], started(plumbline)
    drawn = one.save(plumbline, assessment_id, one.values[0], 0)

    one.remove(plumbline, assessment_id, drawn)
    one.remove(plumbline, assessment_id, drawn)


def test_every_kind_of_the_set_up_is_tried() -> None:
    tried = {type(one.values[0]).__name__ for one in ENTERED.values()}
    by_other_means = {"Assignment", "RoadmapSettings"}
    assert {kind.__name__ for kind in SETUP_KINDS} <= tried | by_other_means


def test_somebody_who_answered_since_is_not_removed_unasked(shared: Plumbline) -> None:
    plumbline = shared
    assessment_id = started(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))
    seen = plumbline.setup.person_versions(ME, assessment_id)["r1"]
    plumbline.answering.save(ME, assessment_id, rated(CONTROL, 3))

    with pytest.raises(Conflict) as refused:
        plumbline.setup.remove(ME, assessment_id, Respondent, "r1", expected_version=seen)

    assert refused.value.theirs == "Role: Practitioner\nName: Person r1\n2 answers given"
    assert len(held(plumbline, assessment_id).ratings) == 2
    plumbline.setup.remove(ME, assessment_id, Respondent, "r1", expected_version=refused.value.version)
    assert [one.id for one in held(plumbline, assessment_id).respondents] == ["r2"]


HEADER_CHANGES: tuple[tuple[HeaderChange, HeaderChange, str, str], ...] = (
    (HeaderChange(name="One"), HeaderChange(name="Two"), "Name: One", "Name: Two"),
    (HeaderChange(organisation="One"), HeaderChange(organisation="Two"), "Organisation: One", "Organisation: Two"),
    (HeaderChange(unit="One"), HeaderChange(unit="Two"), "Unit: One", "Unit: Two"),
    (
        HeaderChange(assessed_on=date(2026, 2, 1)),
        HeaderChange(assessed_on=date(2026, 3, 1)),
        "Date: 1 February 2026",
        "Date: 1 March 2026",
    ),
    (
        HeaderChange(default_target_level=4),
        HeaderChange(default_target_level=5),
        "Default target level: 4 Controlled",
        "Default target level: 5 Improving",
    ),
    (HeaderChange(anonymity_floor=4), HeaderChange(anonymity_floor=5), "Anonymity floor: 4", "Anonymity floor: 5"),
)


@pytest.mark.parametrize(("first", "second", "theirs", "yours"), HEADER_CHANGES)
def test_of_two_changes_of_one_field_of_the_header_the_second_is_told_both(
    shared: Plumbline, first: HeaderChange, second: HeaderChange, theirs: str, yours: str
) -> None:
    plumbline = shared
    assessment_id = started(plumbline)
    drawn = plumbline.assessments.revision(ME, assessment_id)
    plumbline.assessments.update_header(ME, assessment_id, first, expected_version=drawn)
    before = held(plumbline, assessment_id)

    with pytest.raises(Conflict) as refused:
        plumbline.assessments.update_header(ME, assessment_id, second, expected_version=drawn)

    assert (refused.value.theirs, refused.value.yours) == (theirs, yours)
    assert held(plumbline, assessment_id) == before
    plumbline.assessments.update_header(ME, assessment_id, second, expected_version=refused.value.version)
    assert held(plumbline, assessment_id) != before


def test_changes_of_different_fields_of_the_header_from_one_state_both_stand(plumbline: Plumbline) -> None:
    assessment_id = started(plumbline)
    drawn = plumbline.assessments.revision(ME, assessment_id)
    for first, _, _, _ in HEADER_CHANGES:
        plumbline.assessments.update_header(ME, assessment_id, first, expected_version=drawn)
    plumbline.setup.change_scope(ME, assessment_id, "building", is_in=False)

    header = held(plumbline, assessment_id).header

    assert (header.name, header.organisation, header.unit, header.anonymity_floor) == ("One", "One", "One", 4)
    assert (header.assessed_on, header.default_target_level) == (date(2026, 2, 1), 4)


def test_two_people_who_put_out_different_processes_at_once_both_win(shared: Plumbline) -> None:
    plumbline = shared
    assessment_id = started(plumbline)
    for _ in range(20):
        assert not at_once(
            *(
                partial(plumbline.setup.change_scope, ME, assessment_id, one, is_in=False)
                for one in ("planning", "building")
            )
        )
        assert held(plumbline, assessment_id).scope == ("releasing",)
        assert not at_once(
            *(
                partial(plumbline.setup.change_scope, ME, assessment_id, one, is_in=True)
                for one in ("planning", "building")
            )
        )
        assert held(plumbline, assessment_id).scope == ("planning", "building", "releasing")


def test_a_whole_scope_over_another_one_is_refused(plumbline: Plumbline) -> None:
    assessment_id = started(plumbline)
    drawn = plumbline.assessments.revision(ME, assessment_id)
    plumbline.setup.change_scope(ME, assessment_id, "planning", is_in=False)

    with pytest.raises(Conflict) as refused:
        plumbline.setup.set_scope(ME, assessment_id, ("planning",), expected_version=drawn)

    assert (refused.value.theirs, refused.value.yours) == ("Scope: Building and Releasing", "Scope: Planning")


def test_two_people_who_tick_different_attributes_at_once_both_win(shared: Plumbline) -> None:
    plumbline = shared
    assessment_id = started(plumbline)
    for _ in range(5):
        tasks = [
            partial(plumbline.setup.change_asked, ME, assessment_id, "r1", "planning", {attribute_id: False})
            for attribute_id in ("delivery", "control")
        ]
        assert not at_once(*tasks)
        asked = {one.process_id: one.attribute_ids for one in held(plumbline, assessment_id).assignments}
        assert not {"delivery", "control"} & set(asked["planning"])
        plumbline.setup.change_asked(ME, assessment_id, "r1", "planning", {"delivery": True, "control": True})
        assert held(plumbline, assessment_id).assignments == ()


Change = Callable[[RoadmapSettings], RoadmapSettings]


def with_(**fields: Any) -> Change:
    return lambda stored: RoadmapSettings(**{**{name: getattr(stored, name) for name in vars(stored)}, **fields})


def pinned(process_id: str, wave: int) -> Change:
    def change(stored: RoadmapSettings) -> RoadmapSettings:
        others = tuple(pin for pin in stored.pins if pin.process_id != process_id)
        return with_(pins=(*others, Pin(process_id=process_id, to_level=2, wave=wave)))(stored)

    return change


def weighed(strength: float) -> Change:
    return with_(linkages=(LinkStrength(linkage_id="planning-to-building", strength=strength),))


@pytest.mark.parametrize(
    ("first", "second", "theirs", "yours"),
    [
        (with_(wave_months=2), with_(wave_months=6), "Months in a wave: 2", "Months in a wave: 6"),
        (with_(pain_weight=0.5), with_(pain_weight=0.7), "Weight of pain: 0.50", "Weight of pain: 0.70"),
        (
            pinned("planning", 1),
            pinned("planning", 3),
            "Waves set by hand: Planning to level 2: wave 1",
            "Waves set by hand: Planning to level 2: wave 3",
        ),
        (
            weighed(0.2),
            weighed(0.4),
            "Linkages set by hand: Planning before Building: weighs 0.20",
            "Linkages set by hand: Planning before Building: weighs 0.40",
        ),
    ],
)
def test_of_two_changes_of_one_setting_of_the_roadmap_the_second_is_told_both(
    shared: Plumbline, first: Change, second: Change, theirs: str, yours: str
) -> None:
    plumbline = shared
    assessment_id = started(plumbline)
    plumbline.setup.change_roadmap(ME, assessment_id, first, expected_version=0)
    before = held(plumbline, assessment_id)

    with pytest.raises(Conflict) as refused:
        plumbline.setup.change_roadmap(ME, assessment_id, second, expected_version=0)

    assert (refused.value.theirs, refused.value.yours) == (theirs, yours)
    assert held(plumbline, assessment_id) == before
    plumbline.setup.change_roadmap(ME, assessment_id, second, expected_version=refused.value.version)
    assert held(plumbline, assessment_id) != before


def test_pins_of_different_steps_and_other_settings_from_one_state_all_stand(shared: Plumbline) -> None:
    plumbline = shared
    assessment_id = started(plumbline)
    changes = (pinned("planning", 1), pinned("building", 2), with_(wave_count=5), weighed(0.3))

    assert not at_once(
        *(partial(plumbline.setup.change_roadmap, ME, assessment_id, change, expected_version=0) for change in changes)
    )

    settings = held(plumbline, assessment_id).roadmap
    assert {(pin.process_id, pin.wave) for pin in settings.pins} == {("planning", 1), ("building", 2)}
    assert (settings.wave_count, settings.linkages[0].strength) == (5, 0.3)


def test_a_state_that_was_changed_since_is_not_changed_again(shared: Plumbline) -> None:
    plumbline = shared
    assessment_id = started(plumbline)
    plumbline.assessments.validate(ME, assessment_id)
    seen = plumbline.assessments.revision(ME, assessment_id)
    plumbline.assessments.reopen(ME, assessment_id, expected_version=seen)

    with pytest.raises(Conflict) as refused:
        plumbline.assessments.sign_off(ME, assessment_id, "Ann", expected_version=seen)
    assert (refused.value.what, refused.value.theirs) == (
        "The assessment 'First round'",
        "1 change since you looked at it",
    )
    plumbline.assessments.validate(ME, assessment_id)
    with pytest.raises(Conflict) as refused:
        plumbline.assessments.reopen(ME, assessment_id, expected_version=seen)

    assert (refused.value.theirs, refused.value.yours) == ("State: Validated", "State: Draft")
    assert str(plumbline.assessments.header(ME, assessment_id).state) == "validated"


def test_an_assessment_that_was_changed_since_is_neither_signed_off_nor_removed(shared: Plumbline) -> None:
    plumbline = shared
    assessment_id = started(plumbline)
    seen = plumbline.assessments.revision(ME, assessment_id)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 3))

    acts: tuple[Callable[..., object], ...] = (
        partial(plumbline.assessments.sign_off, ME, assessment_id, "Ann"),
        partial(plumbline.assessments.remove, ME, assessment_id),
    )
    for act in acts:
        with pytest.raises(Conflict) as refused:
            act(expected_version=seen)
        assert refused.value.theirs == "1 change since you looked at it"
    assert held(plumbline, assessment_id).ratings == (rated(ITEM, 3),)
    plumbline.assessments.remove(ME, assessment_id, expected_version=refused.value.version)
    assert assessment_id not in {one.header.id for one in plumbline.assessments.list_assessments(ME)}


def test_an_organisation_and_a_unit_that_were_renamed_since_are_neither_renamed_nor_merged(shared: Plumbline) -> None:
    plumbline = shared
    for organisation, unit in (("Acme", "Desk"), ("Acme", "Field"), ("Zeta", None)):
        change = HeaderChange(organisation=organisation, unit=unit)
        plumbline.assessments.update_header(ME, started(plumbline), change)
    by_name = {one.name: one for one in plumbline.organisations.list_organisations(ME)}
    acme, zeta = by_name["Acme"], by_name["Zeta"]
    desk, field = acme.units
    plumbline.organisations.rename(ME, acme.id, "Acme Group", expected_version=acme.version)
    plumbline.organisations.rename_unit(ME, acme.id, desk.id, "Service desk", expected_version=desk.version)

    both = (acme.version, zeta.version)
    units = (field.version, desk.version)
    organisations = plumbline.organisations
    ltd = partial(organisations.rename, ME, acme.id, "Acme Ltd", expected_version=acme.version)
    acts: tuple[tuple[Callable[[], None], str, str], ...] = (
        (ltd, "Acme Group", "Acme Ltd"),
        (partial(organisations.merge, ME, acme.id, zeta.id, expected_versions=both), "Acme Group", "(to be merged)"),
        (
            partial(organisations.rename_unit, ME, acme.id, desk.id, "D", expected_version=desk.version),
            "Service desk",
            "D",
        ),
        (
            partial(organisations.merge_units, ME, acme.id, field.id, desk.id, expected_versions=units),
            "Service desk",
            "(to be merged)",
        ),
    )
    for act, theirs, yours in acts:
        with pytest.raises(Conflict) as refused:
            act()
        assert (refused.value.theirs, refused.value.yours) == (theirs, yours)

    now = [one for one in plumbline.organisations.list_organisations(ME) if one.id in (acme.id, zeta.id)]
    assert [(one.name, [unit.name for unit in one.units]) for one in now] == [
        ("Acme Group", ["Field", "Service desk"]),
        ("Zeta", []),
    ]
