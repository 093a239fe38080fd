"""Access role x operation x {own, another's}: every cell of the table in docs/access.md is what really happens."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

import pytest

from assessment.domain.access.account import IDLE, Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.authored.framework import Framework
from assessment.errors import ImportRefused, NotAvailable
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.authority import SIGNED_IN, Actor, Subject
from assessment.services.evidence import NewFile
from tests.builders import rated
from tests.services.access import give, somebody
from tests.services.calls import CALLS
from tests.services.matrix import (
    DOCUMENT,
    ON_BINNED,
    Undone,
    World,
    begun_by,
    open_world,
    outcome,
    read_matrix,
    somebody_of,
    undoing,
)
from tests.services.places import ITEM, NOWHERE, Place
from tests.services.test_authority import DOORS, own_operations

MATRIX = read_matrix()
NOW_DAY = date(2026, 4, 1)
COLUMNS = tuple(MATRIX[0].cells)
WITHOUT_A_THING = (Subject.INSTALLATION, Subject.SHARED)


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, framework: Framework) -> Iterator[World]:
    with open_world(tmp_path_factory.mktemp("matrix"), framework) as opened:
        yield opened


def subject_of(name: str) -> Subject:
    return own_operations()[name.partition(" (")[0]].on


def test_every_operation_has_a_line_in_the_table_and_every_line_a_call() -> None:
    assert {line.name.partition(" (")[0] for line in MATRIX} == set(own_operations())
    assert sorted(line.name for line in MATRIX) == sorted(CALLS)
    assert {cell for line in MATRIX for cell in line.cells.values()} == {"yes", "own", "no"}


def test_the_table_says_what_each_operation_needs() -> None:
    for line in MATRIX:
        one = own_operations()[line.name.partition(" (")[0]]
        needs = "signed in" if one.permission is SIGNED_IN else f"{one.permission}: {one.on}"
        assert line.needs == needs, line.name


@pytest.mark.parametrize("column", COLUMNS)
def test_every_cell_of_a_column_is_so(world: World, column: str) -> None:
    actor, covered, wrong = somebody_of(world, column), world.covered(column), []
    places = {id(at): begun_by(world.plumbline, actor, world.scope(column), at) for at in world.places}
    for line in sorted(MATRIX, key=lambda one: one.name in ON_BINNED):
        if line.name in ON_BINNED:
            give(world.plumbline, actor, world.scope(column, line.name))
        with undoing(world.plumbline, actor):
            for place in _tried(world, subject_of(line.name)):
                wanted = {"yes": True, "no": False, "own": place in covered}[line.cells[column]]
                found = outcome(CALLS[line.name], world.plumbline, actor, places[id(place)])
                if (found == "yes") is not wanted:
                    wrong.append((line.name, world.places.index(place), found))
    assert not wrong


def _tried(world: World, subject: Subject) -> tuple[Place, ...]:
    """The places to try an operation on: one where it acts on nothing, another person only where it acts on one."""
    if subject in WITHOUT_A_THING:
        return (world.own,)
    return world.places if subject is Subject.RESPONDENT else (world.own, world.sibling, world.foreign)


# --- who may not act at all ------------------------------------------------------------------------------------------


def _refused(world: World, actor: Actor) -> set[str]:
    """The operations that are refused on one's own, whatever one was given."""
    with undoing(world.plumbline, actor):
        place = begun_by(world.plumbline, somebody(world.plumbline), world.scope("administrator"), world.own)
        return {name for name, call in CALLS.items() if outcome(call, world.plumbline, actor, place) != "yes"}


def test_an_account_without_an_access_role_gets_empty_lists_and_nothing_else(world: World) -> None:
    nobody, services = somebody(world.plumbline), world.plumbline
    of_something_seen = {f"portfolio.{one}" for one in ("read", "prepare", "benchmark", "file")}
    assert set(CALLS) - _refused(world, nobody) == {line.name for line in MATRIX if line.needs == "signed in"} - {
        "exchange.import-json",
        *of_something_seen,
    }
    assert services.portfolio.organisations(nobody) == ()
    assert services.assessments.list_assessments(nobody) == ()
    assert services.organisations.list_organisations(nobody) == ()
    assert services.bin.everything(nobody) == services.bin.assessments(nobody) == ()
    assert services.asked.list_asked(nobody) == ()
    mine = services.access.mine(nobody, world.own.assessment_id)
    assert not (mine.here | mine.anywhere | mine.everywhere)


def test_a_disabled_account_and_one_whose_sign_in_is_over_may_do_nothing_at_all(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    store, administrator = world.plumbline._store, somebody_of(world, "administrator")
    assert world.plumbline.access.mine(administrator).everywhere
    with monkeypatch.context() as later:
        now = store.now()
        later.setattr(store, "_clock", lambda: now + IDLE + timedelta(seconds=1))
        assert _refused(world, administrator) == set(CALLS)
    assert world.plumbline.access.mine(administrator).everywhere
    with store.writing(actor_id=ME.id, operation="accounts.test") as writer:
        writer.access_writer.see(administrator.sign_in or "", administrator.id, store.now() + timedelta(days=8))
    with monkeypatch.context() as later:
        later.setattr(store, "_clock", lambda: now + timedelta(days=7, seconds=1))
        assert _refused(world, administrator) == set(CALLS)
    with store.writing(actor_id=ME.id, operation="accounts.test") as writer:
        account = writer.access_writer.account(administrator.id)
        assert account is not None
        writer.access_writer.change_account(replace(account, is_disabled=True))
    assert _refused(world, administrator) == set(CALLS)
    assert _refused(world, replace(administrator, sign_in=None)) == set(CALLS)


def test_a_sign_in_that_was_ended_or_is_somebody_elses_opens_nothing(world: World) -> None:
    administrator, reader = somebody_of(world, "administrator"), somebody_of(world, "reader: organisation")
    stolen = replace(administrator, sign_in=reader.sign_in)
    for actor in (stolen, replace(administrator, sign_in="0" * 64), replace(administrator, sign_in="")):
        with pytest.raises(NotAvailable):
            world.plumbline.assessments.list_assessments(actor)
    with world.plumbline._store.writing(actor_id=ME.id, operation="accounts.test") as writer:
        writer.access_writer.end_sign_in(administrator.sign_in or "")
    with pytest.raises(NotAvailable):
        world.plumbline.assessments.list_assessments(administrator)


# --- by hand ---------------------------------------------------------------------------------------------------------


def test_lists_hold_what_one_may_see_and_nothing_else(world: World) -> None:
    services, own, foreign = world.plumbline, world.own, world.foreign
    everything = {line.header.id for line in services.assessments.list_assessments(ME)}
    of_own = {line.header.id for line in services.assessments.list_assessments(ME)} - {foreign.assessment_id}
    for column, wanted in (
        ("administrator", everything),
        ("analyst: assessment", {own.assessment_id}),
        ("reader: assessment", {own.assessment_id}),
        ("respondent", set()),
    ):
        actor = somebody_of(world, column)
        assert {line.header.id for line in services.assessments.list_assessments(actor)} == wanted, column
    of_organisation = somebody_of(world, "reader: organisation")
    listed = {line.header.id for line in services.assessments.list_assessments(of_organisation)}
    assert listed < of_own
    assert {own.assessment_id, world.sibling.assessment_id} < listed
    assert [one.name for one in services.organisations.list_organisations(of_organisation)] == ["Own Ltd"]
    assert services.bin.everything(of_organisation) == ()
    facilitator = somebody_of(world, "facilitator: organisation")
    binned = {one.assessment_id for one in services.bin.assessments(facilitator)}
    assert binned == {own.binned_id, world.sibling.binned_id}
    analyst = somebody_of(world, "analyst: organisation")
    assert {one.assessment_id for one in services.bin.everything(analyst)} == {
        own.assessment_id,
        world.sibling.assessment_id,
    }


def test_a_grant_on_an_organisation_holds_for_an_assessment_that_comes_later(world: World) -> None:
    facilitator = somebody_of(world, "facilitator: organisation")
    copy_id = world.plumbline.assessments.copy(facilitator, world.own.assessment_id, "Later", NOW_DAY, False)
    reader = somebody_of(world, "reader: organisation")
    assert world.plumbline.results.read(reader, copy_id).assessment.header.name == "Later"
    assert world.plumbline.assessments.journal(ME, copy_id)[0].actor_id == facilitator.id
    with pytest.raises(NotAvailable):
        world.plumbline.results.read(somebody_of(world, "reader: assessment"), copy_id)


def test_an_assessment_goes_into_another_organisation_by_whoever_has_both(world: World) -> None:
    services = world.plumbline
    ids = [one.id for one in services.organisations.list_organisations(ME)]
    both = tuple(Scope(role=AccessRole.FACILITATOR, organisation_id=one) for one in ids)
    actor = somebody(services, *both)
    with undoing(services, actor):
        for name in ("assessments.update-header (another organisation)", "organisations.merge"):
            assert outcome(CALLS[name], services, actor, world.own) == "yes"
        change = HeaderChange(organisation="Nobody has heard of it")
        with pytest.raises(NotAvailable, match="This organisation"):
            services.assessments.update_header(actor, world.own.assessment_id, change)
        taker = somebody(
            services,
            Scope(role=AccessRole.ANALYST, organisation_id=world.own.organisation_id),
            Scope(role=AccessRole.FACILITATOR, organisation_id=world.foreign.organisation_id),
        )
        with pytest.raises(NotAvailable, match="This organisation"):
            services.assessments.update_header(
                taker, world.own.assessment_id, HeaderChange(organisation=world.foreign.organisation)
            )
        one_alone = somebody(services, Scope(role=AccessRole.FACILITATOR, assessment_id=world.own.assessment_id))
        with pytest.raises(NotAvailable, match="This organisation"):
            services.assessments.update_header(
                one_alone, world.own.assessment_id, HeaderChange(organisation=world.foreign.organisation)
            )


def test_a_respondent_sees_what_they_said_and_nothing_of_what_others_did(world: World) -> None:
    services, own, actor = world.plumbline, world.own, somebody_of(world, "respondent")
    for respondent_id in ("r1", "r2"):
        services.answering.save(ME, own.assessment_id, rated(ITEM, 2, respondent_id))
    CALLS["answering.flag"](services, ME, own)
    CALLS["answering.agree"](services, ME, own)
    question = services.answering.question(actor, own.assessment_id, "r1", ITEM)
    assert question.as_is == rated(ITEM, 2).answer
    assert (question.flag, question.agreed, question.agreed_version, question.file_count) == (None, None, 0, 0)
    (listed,) = [
        one for one in services.answering.questions(actor, own.assessment_id, "r1", "planning") if one.item.id == ITEM
    ]
    assert listed == question
    assert services.answering.question(ME, own.assessment_id, "r1", ITEM).agreed is not None
    (asked,) = services.asked.list_asked(actor)
    assert (asked.header.id, asked.respondent_id) == (own.assessment_id, "r1")
    part = services.asked.place(actor, own.assessment_id, "r1").part
    assert [one.id for one in part.respondents] == ["r1"]
    assert not part.ratings


def test_what_is_taken_away_is_gone_with_the_next_call_and_with_what_was_begun(world: World) -> None:
    services, own = world.plumbline, world.own
    actor = somebody_of(world, "reader: assessment")
    begun = begun_by(services, actor, world.scope("reader: assessment"), own)
    assert services.reports.content(actor, begun.report_id) == b"%PDF"
    give(services, actor, Scope(role=AccessRole.READER, assessment_id=world.foreign.assessment_id))
    with pytest.raises(NotAvailable, match="This document"):
        services.reports.content(actor, begun.report_id)
    with pytest.raises(NotAvailable):
        services.results.read(actor, own.assessment_id)
    give(services, actor, world.scope("reader: assessment"))
    other = somebody_of(world, "reader: assessment")
    with pytest.raises(NotAvailable, match="This document"):  # theirs too, but begun by somebody else
        services.reports.content(other, begun.report_id)


def test_what_is_not_there_and_what_is_not_yours_are_refused_in_the_same_words(world: World) -> None:
    for column in ("facilitator: organisation", "reader: assessment", "respondent"):
        actor = somebody_of(world, column)
        for line in MATRIX:
            if subject_of(line.name) in (*WITHOUT_A_THING, Subject.FRAMEWORK) or line.name == "exchange.import-json":
                continue
            forbidden = outcome(CALLS[line.name], world.plumbline, actor, world.foreign)
            missing = outcome(CALLS[line.name], world.plumbline, actor, NOWHERE)
            assert forbidden == missing, (column, line.name)


def test_the_doors_without_a_right_are_the_ones_that_are_listed() -> None:
    listed = DOCUMENT.read_text("utf-8").split("| call | why it is open |", 1)[1]
    rows = [row.strip("|").split(" | ") for row in listed.splitlines() if row.startswith("| `")]
    assert {name.strip().strip("`"): why.strip() for name, why in rows} == DOORS


def test_an_import_that_names_the_content_of_somebody_elses_file_gets_nothing_of_it(world: World) -> None:
    services, own, foreign = world.plumbline, world.own, world.foreign
    secret = NewFile(name="secret.txt", content=b"Theirs alone")
    services.evidence.attach(ME, foreign.assessment_id, ITEM, secret)
    document = services.exchange.export_json(ME, foreign.assessment_id).decode()
    crafted = document.replace(f'"{foreign.organisation}"', f'"{own.organisation}"').encode()
    actor = somebody_of(world, "facilitator: organisation")
    with pytest.raises(ImportRefused, match="kept here for others"):
        services.exchange.import_json(actor, crafted, "crafted.json")
    round_trip = services.exchange.export_json(actor, own.assessment_id)
    with undoing(services, actor), pytest.raises(Undone):
        services.exchange.import_json(actor, round_trip, "own.json")
