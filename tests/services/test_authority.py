"""Every public method of every service is a registered operation that says what it acts on and turns strangers away."""

from __future__ import annotations

import inspect
import secrets
import tempfile
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.answered.actions import ActionKind, PlannedAction
from assessment.domain.answered.assessment import (
    CriticalService,
    Feedback,
    FeedbackKind,
    Flag,
    FrameworkPin,
    Note,
    NoteKind,
    Opinion,
    Rating,
    Respondent,
    Role,
)
from assessment.domain.answered.evidence import Speaks
from assessment.domain.answered.read_back import DryRun
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.answered.texts import OwnText
from assessment.domain.answered.workshop import AgendaSlot, ParkedPoint, SlotState
from assessment.domain.authored.framework import Horizon
from assessment.domain.layout.layout import FilePlace, Layout
from assessment.domain.workshop.accepting import Acceptable
from assessment.domain.workshop.hands import Tally
from assessment.domain.workshop.planner import TimeBox
from assessment.errors import Conflict, InvalidInput, NotAvailable
from assessment.services.assessments import HeaderChange, NewAssessment
from assessment.services.authority import (
    LOCAL_ACTOR,
    Actor,
    Operation,
    Permission,
    Permit,
    Rights,
    Subject,
    Thing,
    assessment_thing,
    authorise,
    operation,
    operations,
    organisation_thing,
)
from assessment.services.documents import FileFormat
from assessment.services.door import DoorService
from assessment.services.erasing import Erasure
from assessment.services.evidence import NewFile
from assessment.services.frameworks import PaperRequest
from assessment.services.layout_archives import FolderFile, packed
from assessment.services.plumbline import Plumbline
from assessment.services.provider import ProviderService
from assessment.services.reach import ReachService
from assessment.services.setup import NewPerson
from assessment.services.signing_in import SigningIn
from assessment.services.survey_sheets import SurveySheets
from assessment.views.report_kinds import ReportKind
from tests.builders import agreed, rated
from tests.services.access import somebody
from tests.services.accounts import made
from tests.services.room_calls import ROOM_CALLS, without_rooms
from tests.services.rooms import opened_room

ME = LOCAL_ACTOR
STRANGER = Actor(id="stranger", name=LOCAL_ACTOR.name)
GUEST = Actor(id="guest", name="A guest")
HOUSEKEEPING = {"close", "settle"}  # they touch no assessment
# the doors: they ask for no right, because they find out who somebody is, or act on the caller's own sign-in alone
DOORS = {
    "has_accounts": "the gate asks it of everybody; it says whether there is an account and nothing else",
    "actor_of": "turns a token into an actor, or into nobody",
    "sign_in": "who signs in is nobody yet; it asks for the password",
    "sign_out": "ends the sign-in that the actor came by, and no other",
    "own_account": "the account whose sign-in the actor came by, read again from the database",
    "change_password": "of that account; it asks for the present password",
    "first_link": "called by the process that starts; makes nothing once there is an account",
    "invited": "who has the link may know what it is for",
    "accept": "who has the link is who was invited; it works once",
    "begin": "where the company's own sign-in page is, and what to remember of having gone there",
    "finish": "who came back from it, by what the provider signed for this one departure",
    "admit": "signs in whoever the provider vouches for and the rule of the settings lets in",
    "sealed": "writes a departure so that only this installation can have written it",
    "room_by_code": "who types the code of an open room may know which it is; guessing is bounded",
    "room_by_link": "the same by the key of its link",
    "join": "who has the key of an open room may come in",
    "join_by_personal_link": "who has the link is who it was made for",
    "join_by_device_link": "who has the link was given it on another device of theirs; it works once, for ten minutes",
    "beat": "whether the room moved on, for whoever holds a token of a place in it",
    "beat_at_hand": "the same, where it is known without a look at the database",
    "place": "what the holder of a place is asked, and what they answered themselves",
    "vote": "an answer of the holder of a place, and of nobody else",
    "voting": "the same for who must not wait",
    "another_device": "gives the holder of a place a link to it for another device",
    "next_person": "the room of a place, for another person to join by the same phone",
    "leave": "forgets a token of a place",
    "participant_id": "whose place a token opens; the token was given to them alone",
    "sheet": "what the holder of a survey's token is asked and answered themselves; the token was given to them alone",
    "opened": "reads it again, unless it was changed or is too old",
    "seen": "a phone that opened the page for it got through; a room is found by its key, and told nothing else",
    "resume": "called by the process that starts; lets phones in again where an open room awaits them",
    "end_unless_needed": "called by the process that serves; shuts the door for phones once no room is open",
}
ITEM = "planning.deliver-1"
DAY = date(2026, 1, 15)
A_FILE = NewFile(name="log.txt", content=b"Seen in March")


OPEN_SERVICES = (SigningIn, ProviderService, DoorService, SurveySheets, ReachService)
OPEN = {vars(service)[name] for service in OPEN_SERVICES for name in DOORS if name in vars(service)}


def methods(plumbline: Plumbline) -> Iterator[tuple[str, Callable[..., Any]]]:
    """Every public method of every service, by its full name."""
    for service in vars(plumbline).values():
        if not type(service).__module__.startswith("assessment.services."):
            continue
        for name, method in inspect.getmembers(service, inspect.ismethod):
            if not name.startswith("_") and name not in HOUSEKEEPING and method.__func__ not in OPEN:
                yield f"{type(service).__module__}.{method.__func__.__qualname__}", method


def own_operations() -> dict[str, Operation]:
    """The operations of the product, without those that tests register."""
    return {name: one for name, one in operations().items() if one.method.startswith("assessment.")}


def test_every_public_method_of_a_service_is_registered_and_nothing_else_is(plumbline: Plumbline) -> None:
    found = {name for name, _ in methods(plumbline)}
    assert found == {one.method for one in own_operations().values()}
    assert len(found) > 40


def test_every_operation_denies_a_stranger_before_it_does_anything(plumbline: Plumbline) -> None:
    for name, method in methods(plumbline):
        for stranger in (STRANGER, Actor(id="", name=""), None, "local"):
            arguments = [None] * (len(inspect.signature(method).parameters) - 1)
            with pytest.raises(NotAvailable):
                method(stranger, *arguments)
            assert name
    assert plumbline.assessments.list_assessments(ME) == ()


def test_the_walk_finds_a_method_that_forgot_to_register(plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(type(plumbline.setup), "forgotten", lambda self, actor: None, raising=False)
    assert {name for name, _ in methods(plumbline)} - {one.method for one in own_operations().values()}


def test_the_local_actor_may_do_everything_and_nobody_else_anything(plumbline: Plumbline) -> None:
    for subject in Subject:
        thing = Thing(subject=subject, ids=("a", "b"))
        assert plumbline.access.rights.on(ME, thing) == frozenset(Permission)
        assert plumbline.access.rights.on(GUEST, thing) is None
        assert plumbline.access.rights.on(Actor(id="local", name="Somebody who calls himself so"), thing) is None


# --- operation x {own, other's} --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """The ids of one of everything, all of one owner."""

    assessment_id: str
    respondent_id: str
    framework_id: str
    organisation_id: str
    report_id: str
    sheet_id: str
    binned_id: str
    organisation: str
    file_id: str = "f1"


def a_note(place: Place) -> Note:
    return Note(respondent_id=place.respondent_id, item_id=ITEM, kind=NoteKind.NOTE, text="Said")


def said_of_it(place: Place) -> Feedback:
    return Feedback(respondent_id=place.respondent_id, item_id=ITEM, kind=FeedbackKind.UNCLEAR)


def a_rating(place: Place) -> Rating:
    return rated(ITEM, 3, place.respondent_id)


AN_ACTION = PlannedAction(
    id="planning.before.owner", process_id="planning", to_level=2, kind=ActionKind.BEFORE, note="Soon"
)
A_POINT = ParkedPoint(id="n1", text="Ask the auditor.")
FILLED_IN = b"id,owner,start,due,status\n"


def a_new(place: Place) -> NewAssessment:
    return NewAssessment(name="New", organisation=place.organisation, assessed_on=DAY, framework_id="tiny")


A_SLOT = AgendaSlot(process_id="planning", place=0, minutes=12)
A_BOX = TimeBox(process_id="planning", item_count=8, minutes=12)
ACCEPTED = Acceptable(
    item_id=ITEM,
    horizon=Horizon.AS_IS,
    code=3,
    answer_count=3,
    same_count=3,
    consensus_share=1.0,
    respondent_ids=("r1", "r2", "r3"),
)


def a_room_id(plumbline: Plumbline, place: Place) -> str:
    """The id of a new open room."""
    return "nowhere" if place is NOWHERE else opened_room(plumbline, place.assessment_id).id


def on_agenda(plumbline: Plumbline, place: Place) -> str:
    """The id of an assessment, with a process on its agenda."""
    if place is not NOWHERE and not plumbline.agenda.slots(ME, place.assessment_id):
        plumbline.agenda.put(ME, place.assessment_id, A_SLOT)
    return place.assessment_id


SHEET = PaperRequest(process_ids=("planning",))
Call = Callable[[Plumbline, Actor, Place], Any]
NO_PIN = FrameworkPin(id="tiny", version="9.9.9", content_hash="0" * 64)


def nothing_newer(call: Callable[[], object]) -> None:
    """A call that gets past the door and finds no newer framework installed."""
    with pytest.raises((InvalidInput, Conflict)):
        call()


def a_layout(plumbline: Plumbline) -> Layout:
    """A layout of nobody in particular."""
    known = plumbline.layouts.list_layouts(ME)
    return known[0].layout if known else plumbline.layouts.read(ME, plumbline.layouts.create(ME, "A look")).layout


READS = Scope(role=AccessRole.READER)


def an_account(plumbline: Plumbline, *, is_disabled: bool = False) -> str:
    """A new account of nobody in particular."""
    account_id = made(plumbline, f"{secrets.token_hex(4)}@example.org", READS).account_id
    if is_disabled:
        plumbline.accounts.disable(ME, account_id)
    return account_id


def a_link(plumbline: Plumbline) -> str:
    """The id of a new one-time link."""
    plumbline.accounts.renew_password(ME, an_account(plumbline))
    return plumbline.accounts.list_links(ME)[-1].id


def grant_of(plumbline: Plumbline, account_id: str) -> tuple[str, str]:
    """An account and the id of its first grant."""
    listed = {one.id: one for one in plumbline.accounts.list_accounts(ME)}
    return account_id, listed[account_id].grants[0].id


def a_sheet() -> FolderFile:
    return FolderFile(name="layout.yaml", content=f'name: "{secrets.token_hex(4)}"\n'.encode())


def carried_layout(plumbline: Plumbline) -> str:
    """A layout in the folder of an installed framework."""
    folder = plumbline.layouts._repository.framework_folders()[0] / "layouts" / secrets.token_hex(4)
    folder.mkdir(parents=True)
    (folder / "layout.yaml").write_bytes(a_sheet().content)
    return f"{folder.parents[1].name}/{folder.name}"


# one row for each operation: a call of it on a thing of one owner
def let_in(plumbline: Plumbline, who: Actor, assessment_id: str) -> None:
    """Let phones in, where no server is there that could."""
    with suppress(InvalidInput):
        plumbline.reach.let_in(who, assessment_id)


CALLS: dict[str, Call] = {
    "accounts.list": lambda p, who, at: p.accounts.list_accounts(who),
    "accounts.links": lambda p, who, at: p.accounts.list_links(who),
    "accounts.invite": lambda p, who, at: p.accounts.invite(who, f"{secrets.token_hex(4)}@example.org", (READS,)),
    "accounts.renew-password": lambda p, who, at: p.accounts.renew_password(who, an_account(p)),
    "accounts.withdraw": lambda p, who, at: p.accounts.withdraw(who, a_link(p)),
    "accounts.disable": lambda p, who, at: p.accounts.disable(who, an_account(p)),
    "accounts.enable": lambda p, who, at: p.accounts.enable(who, an_account(p, is_disabled=True)),
    "accounts.end-sign-ins": lambda p, who, at: p.accounts.end_sign_ins(who, an_account(p)),
    "accounts.grant": lambda p, who, at: p.accounts.add_grant(who, an_account(p), READS),
    "accounts.revoke": lambda p, who, at: p.accounts.remove_grant(who, *grant_of(p, an_account(p))),
    "accounts.set-grants": lambda p, who, at: p.accounts.set_grants(who, an_account(p), ()),
    "accounts.remove": lambda p, who, at: p.accounts.remove(who, an_account(p)),
    "accounts.forget-over": lambda p, who, at: p.accounts.forget_over(who),
    "access.mine": lambda p, who, at: p.access.mine(who, at.assessment_id),
    "asked.list": lambda p, who, at: p.asked.list_asked(who),
    "asked.place": lambda p, who, at: p.asked.place(who, at.assessment_id, at.respondent_id),
    "assessments.list": lambda p, who, at: p.assessments.list_assessments(who),
    "assessments.count": lambda p, who, at: p.assessments.count(who),
    "assessments.create": lambda p, who, at: p.assessments.create(who, a_new(at)),
    "assessments.copy": lambda p, who, at: p.assessments.copy(who, at.assessment_id, "Copy", DAY, True),
    "assessments.load": lambda p, who, at: p.assessments.load(who, at.assessment_id),
    "assessments.header": lambda p, who, at: p.assessments.header(who, at.assessment_id),
    "assessments.revision": lambda p, who, at: p.assessments.revision(who, at.assessment_id),
    "assessments.framework": lambda p, who, at: p.assessments.framework(who, at.assessment_id),
    "assessments.update-header": lambda p, who, at: p.assessments.update_header(
        who, at.assessment_id, HeaderChange(name="Named")
    ),
    "assessments.update-header (how few may be told apart)": lambda p, who, at: p.assessments.update_header(
        who, at.assessment_id, HeaderChange(anonymity_floor=7)
    ),
    "assessments.update-header (another organisation)": lambda p, who, at: p.assessments.update_header(
        who, at.assessment_id, HeaderChange(organisation="Third Ltd")
    ),
    "assessments.snapshot": lambda p, who, at: p.assessments.snapshot(who, at.assessment_id),
    "assessments.journal": lambda p, who, at: p.assessments.journal(who, at.assessment_id),
    "assessments.verify-journal": lambda p, who, at: p.assessments.verify_journal(who, at.assessment_id),
    "journal.read": lambda p, who, at: p.journal.read(who, at.assessment_id),
    "journal.read-all": lambda p, who, at: p.journal.read_all(who),
    "journal.verify": lambda p, who, at: p.journal.verify(who, at.assessment_id),
    "journal.verify-all": lambda p, who, at: p.journal.verify_all(who),
    "assessments.ensure-sample": lambda p, who, at: p.assessments.ensure_sample(who),
    "assessments.restore-sample": lambda p, who, at: p.assessments.restore_sample(who),
    "setup.set-scope": lambda p, who, at: p.setup.set_scope(who, at.assessment_id, ("planning", "building")),
    "setup.change-scope": lambda p, who, at: p.setup.change_scope(who, at.assessment_id, "releasing", is_in=True),
    "setup.change-roadmap": lambda p, who, at: p.setup.change_roadmap(
        who, at.assessment_id, lambda stored: RoadmapSettings(wave_count=2)
    ),
    "setup.assign-group": lambda p, who, at: p.setup.assign_group(
        who, at.assessment_id, (at.respondent_id,), {"planning": frozenset({"delivery"})}
    ),
    "setup.add-people": lambda p, who, at: p.setup.add_people(who, at.assessment_id, (NewPerson(role=Role.OTHER),)),
    "setup.change-asked": lambda p, who, at: p.setup.change_asked(
        who, at.assessment_id, at.respondent_id, "planning", {"control": True}
    ),
    "setup.unasked": lambda p, who, at: p.setup.unasked(who, at.assessment_id),
    "setup.ask-unasked": lambda p, who, at: p.setup.ask_unasked(who, at.assessment_id),
    "setup.person-versions": lambda p, who, at: p.setup.person_versions(who, at.assessment_id),
    "setup.save (an opinion)": lambda p, who, at: p.setup.save(
        who, at.assessment_id, Opinion(respondent_id=at.respondent_id, process_id="planning", pain=3)
    ),
    "setup.save (a person)": lambda p, who, at: p.setup.save(
        who, at.assessment_id, Respondent(id=at.respondent_id, role=Role.OTHER)
    ),
    "setup.assign": lambda p, who, at: p.setup.assign(
        who, at.assessment_id, at.respondent_id, {"planning": frozenset({"delivery"})}
    ),
    "setup.versions": lambda p, who, at: p.setup.versions(who, at.assessment_id, Respondent),
    "setup.proposed-pain": lambda p, who, at: p.setup.proposed_pain(who, at.assessment_id),
    "answering.save": lambda p, who, at: p.answering.save(who, at.assessment_id, a_rating(at)),
    "answering.save-note": lambda p, who, at: p.answering.save_note(who, at.assessment_id, a_note(at)),
    "answering.history": lambda p, who, at: p.answering.history(who, at.assessment_id, at.respondent_id, ITEM),
    "answering.notes": lambda p, who, at: p.answering.notes(who, at.assessment_id),
    "answering.release": lambda p, who, at: p.answering.release(who, at.assessment_id, (), is_released=True),
    "answering.flag": lambda p, who, at: p.answering.flag(who, at.assessment_id, Flag(item_id=ITEM)),
    "answering.save-feedback": lambda p, who, at: p.answering.save_feedback(who, at.assessment_id, said_of_it(at)),
    "answering.votes": lambda p, who, at: p.answering.votes(who, at.assessment_id, ITEM),
    "surveys.state": lambda p, who, at: p.surveys.state(who, at.assessment_id),
    **ROOM_CALLS,
    "surveys.take-in": lambda p, who, at: nothing_newer(lambda: p.surveys.take_in(who, at.assessment_id)),
    "answering.agree": lambda p, who, at: p.answering.agree(who, at.assessment_id, agreed(ITEM, 4)),
    "answering.questions": lambda p, who, at: p.answering.questions(
        who, at.assessment_id, at.respondent_id, "planning"
    ),
    "answering.question": lambda p, who, at: p.answering.question(who, at.assessment_id, at.respondent_id, ITEM),
    "answering.progress": lambda p, who, at: p.answering.progress(who, at.assessment_id, at.respondent_id),
    "answering.clear": lambda p, who, at: p.answering.clear(
        who, at.assessment_id, at.respondent_id, ITEM, Horizon.AS_IS
    ),
    "answering.clear-note": lambda p, who, at: p.answering.clear_note(
        who, at.assessment_id, at.respondent_id, ITEM, NoteKind.NOTE
    ),
    "answering.clear-feedback": lambda p, who, at: p.answering.clear_feedback(
        who, at.assessment_id, at.respondent_id, ITEM
    ),
    "verifying.verify": lambda p, who, at: p.verifying.verify(
        who,
        p.documents.file(ME, at.assessment_id, FileFormat.HTML),
        "bundle.html",
        p.exchange.export_json(ME, at.assessment_id),
        "export.json",
    ),
    "evidence.set-speaks": lambda p, who, at: p.evidence.set_speaks(
        who, at.assessment_id, at.respondent_id, ITEM, Speaks.FOR
    ),
    "evidence.attach": lambda p, who, at: p.evidence.attach(who, at.assessment_id, ITEM, A_FILE),
    "evidence.files": lambda p, who, at: p.evidence.files(who, at.assessment_id, ITEM),
    "evidence.content": lambda p, who, at: p.evidence.content(who, at.assessment_id, at.file_id),
    "evidence.change": lambda p, who, at: p.evidence.change(who, at.assessment_id, at.file_id, Speaks.FOR, None),
    "evidence.remove": lambda p, who, at: p.evidence.remove(who, at.assessment_id, at.file_id),
    "answering.unflag": lambda p, who, at: p.answering.unflag(who, at.assessment_id, ITEM),
    "answering.agreed": lambda p, who, at: p.answering.agreed(who, at.assessment_id, ITEM),
    "answering.clear-agreed": lambda p, who, at: p.answering.clear_agreed(who, at.assessment_id, ITEM, Horizon.AS_IS),
    "setup.remove (a service)": lambda p, who, at: p.setup.remove(who, at.assessment_id, CriticalService, "s2"),
    "setup.remove (a person)": lambda p, who, at: p.setup.remove(who, at.assessment_id, Respondent, at.respondent_id),
    "exchange.export-json": lambda p, who, at: p.exchange.export_json(who, at.assessment_id),
    "exchange.export-file": lambda p, who, at: p.exchange.export_file(who, at.assessment_id),
    "exchange.file-suffix": lambda p, who, at: p.exchange.file_suffix(who, at.assessment_id),
    "exchange.import-json": lambda p, who, at: p.exchange.import_json(
        who, p.exchange.export_json(ME, at.assessment_id), "a.json"
    ),
    "answer-sheets.write": lambda p, who, at: p.answer_sheets.write(who, at.assessment_id),
    "documents.file (the data)": lambda p, who, at: p.documents.file(who, at.assessment_id, FileFormat.JSON),
    "documents.file (slides)": lambda p, who, at: p.documents.file(who, at.assessment_id, FileFormat.CSV),
    "documents.file (by a layout)": lambda p, who, at: p.documents.file(
        who, at.assessment_id, FileFormat.HTML, a_layout(p).id
    ),
    "minutes.read": lambda p, who, at: p.minutes.read(who, at.assessment_id),
    "noted.read": lambda p, who, at: p.noted.read(who, at.assessment_id),
    "noted.put": lambda p, who, at: p.noted.put(who, at.assessment_id, A_POINT),
    "noted.remove": lambda p, who, at: p.noted.remove(who, at.assessment_id, ParkedPoint, "n1"),
    "texts.all": lambda p, who, at: p.texts.all(who, at.assessment_id),
    "texts.read": lambda p, who, at: p.texts.read(who, at.assessment_id, "whole"),
    "texts.save": lambda p, who, at: p.texts.save(who, at.assessment_id, OwnText(place_id="whole", text="Ours.")),
    "texts.remove": lambda p, who, at: p.texts.remove(who, at.assessment_id, "whole"),
    "layouts.list": lambda p, who, at: p.layouts.list_layouts(who),
    "layouts.offered": lambda p, who, at: p.layouts.offered(who),
    "layouts.read": lambda p, who, at: p.layouts.read(who, a_layout(p).id),
    "layouts.find": lambda p, who, at: p.layouts.find(who, a_layout(p).name),
    "layouts.brand": lambda p, who, at: p.layouts.brand(who, a_layout(p).id),
    "layouts.preview": lambda p, who, at: p.layouts.preview(who, a_layout(p).id),
    "layouts.export": lambda p, who, at: p.layouts.export(who, a_layout(p).id),
    "layouts.create": lambda p, who, at: p.layouts.create(who, secrets.token_hex(4)),
    "layouts.save": lambda p, who, at: p.layouts.save(who, a_layout(p)),
    "layouts.put-file": lambda p, who, at: nothing_newer(
        lambda: p.layouts.put_file(who, a_layout(p).id, FilePlace.OWN_LOGO, "a.png", b"")
    ),
    "layouts.remove-file": lambda p, who, at: p.layouts.remove_file(who, a_layout(p).id, FilePlace.OWN_LOGO),
    "layouts.import": lambda p, who, at: p.layouts.import_files(who, (a_sheet(),)),
    "layouts.archive": lambda p, who, at: p.layouts.archive(who, a_layout(p).id),
    "layouts.import-archive": lambda p, who, at: p.layouts.import_archive(who, packed((a_sheet(),)), "a.zip"),
    "layouts.take": lambda p, who, at: p.layouts.take(who, carried_layout(p)),
    "layouts.remove": lambda p, who, at: p.layouts.remove(who, a_layout(p).id),
    "results.compute": lambda p, who, at: p.results.compute(who, at.assessment_id),
    "results.missing": lambda p, who, at: p.results.missing(who, at.assessment_id),
    "results.read": lambda p, who, at: p.results.read(who, at.assessment_id),
    "roadmap.preview": lambda p, who, at: p.roadmap.preview(who, at.assessment_id, RoadmapSettings(wave_count=1)),
    "register.save": lambda p, who, at: p.register.save(who, at.assessment_id, AN_ACTION),
    "register.add": lambda p, who, at: p.register.add(
        who, at.assessment_id, "planning", 2, AN_ACTION.kind, "Ring the union"
    ),
    "register.versions": lambda p, who, at: p.register.versions(who, at.assessment_id),
    "register.remove": lambda p, who, at: p.register.remove(who, at.assessment_id, AN_ACTION.id),
    "agenda.slots": lambda p, who, at: p.agenda.slots(who, at.assessment_id),
    "agenda.clock": lambda p, who, at: p.agenda.clock(who, at.assessment_id),
    "agenda.propose": lambda p, who, at: p.agenda.propose(who, at.assessment_id, people_count=5, minutes=120),
    "agenda.next-items": lambda p, who, at: p.agenda.next_items(who, at.assessment_id),
    "agenda.take": lambda p, who, at: p.agenda.take(who, at.assessment_id, (A_BOX,), expected_versions={}),
    "agenda.put": lambda p, who, at: p.agenda.put(who, at.assessment_id, A_SLOT),
    "agenda.remove": lambda p, who, at: p.agenda.remove(who, at.assessment_id, A_SLOT.process_id),
    "agenda.reorder": lambda p, who, at: p.agenda.reorder(who, at.assessment_id, (A_SLOT.process_id,)),
    "agenda.mark": lambda p, who, at: p.agenda.mark(who, on_agenda(p, at), A_SLOT.process_id, SlotState.SKIPPED),
    "agenda.begin": lambda p, who, at: p.agenda.begin(
        who, on_agenda(p, at), a_room_id(p, at), A_SLOT.process_id, expected_step=1
    ),
    "agenda.end": lambda p, who, at: p.agenda.end(who, at.assessment_id, a_room_id(p, at), expected_step=1),
    "accepting.acceptable": lambda p, who, at: p.accepting.acceptable(who, at.assessment_id),
    "accepting.accept": lambda p, who, at: p.accepting.accept(who, at.assessment_id, (ACCEPTED,)),
    "hands.rounds": lambda p, who, at: p.hands.rounds(who, at.assessment_id, ITEM),
    "hands.count": lambda p, who, at: without_rooms(p, at).hands.count(
        who, at.assessment_id, ITEM, Horizon.AS_IS, Tally(code_counts=(0, 0, 3, 0, 0, 0)), number=1
    ),
    "sheets.preview": lambda p, who, at: p.sheets.preview(who, at.assessment_id, FILLED_IN, "actions.csv"),
    "sheets.tell": lambda p, who, at: p.sheets.tell(who, at.assessment_id, DryRun(token="", lines=())),
    "sheets.apply": lambda p, who, at: p.sheets.apply(
        who,
        at.assessment_id,
        FILLED_IN,
        "actions.csv",
        expected=p.sheets.preview(ME, at.assessment_id, FILLED_IN, "actions.csv").token,
    ),
    "reports.start": lambda p, who, at: p.reports.start(who, at.assessment_id),
    "reports.start (by a layout)": lambda p, who, at: p.reports.start(who, at.assessment_id, layout_id=a_layout(p).id),
    "reports.prepare": lambda p, who, at: p.reports.prepare(who, at.assessment_id),
    "reports.cancel": lambda p, who, at: p.reports.cancel(who, at.report_id),
    "reports.build": lambda p, who, at: p.reports.build(who, at.assessment_id),
    "reports.build (with names)": lambda p, who, at: p.reports.build(
        who, at.assessment_id, ReportKind.MINUTES_WITH_NAMES
    ),
    "reports.missing_letters": lambda p, who, at: p.reports.missing_letters(who, at.assessment_id),
    "reports.status": lambda p, who, at: p.reports.status(who, at.report_id),
    "reports.content": lambda p, who, at: p.reports.content(who, at.report_id),
    "frameworks.installed": lambda p, who, at: p.frameworks.installed(who),
    "frameworks.get": lambda p, who, at: p.frameworks.get(who, at.framework_id),
    "frameworks.feedback": lambda p, who, at: p.frameworks.feedback(who, at.framework_id),
    "frameworks.feedback-file": lambda p, who, at: p.frameworks.feedback_file(
        who, at.framework_id, p.frameworks.get(ME, at.framework_id)
    ),
    "frameworks.archive": lambda p, who, at: p.frameworks.archive(who, at.framework_id),
    "frameworks.check-archive": lambda p, who, at: p.frameworks.check_archive(
        who, p.frameworks.archive(ME, at.framework_id), "own.zip"
    ),
    "frameworks.start-paper": lambda p, who, at: p.frameworks.start_paper(who, at.framework_id, SHEET),
    "frameworks.start-draft-paper": lambda p, who, at: p.frameworks.start_draft_paper(
        who, p.frameworks.archive(ME, at.framework_id), "own.zip", SHEET
    ),
    "frameworks.start-assessment-paper": lambda p, who, at: p.frameworks.start_assessment_paper(
        who, at.assessment_id, SHEET
    ),
    "frameworks.paper-status": lambda p, who, at: p.frameworks.paper_status(who, at.sheet_id),
    "frameworks.paper-content": lambda p, who, at: p.frameworks.paper_content(who, at.sheet_id),
    "organisations.list": lambda p, who, at: p.organisations.list_organisations(who),
    "organisations.rename": lambda p, who, at: p.organisations.rename(who, at.organisation_id, f"Of {at.framework_id}"),
    "organisations.rename-unit": lambda p, who, at: p.organisations.rename_unit(
        who, at.organisation_id, unit_id(p, at), "Renamed"
    ),
    "organisations.merge-units": lambda p, who, at: p.organisations.merge_units(
        who, at.organisation_id, unit_id(p, at), unit_id(p, at, 1)
    ),
    "organisations.merge": lambda p, who, at: p.organisations.merge(
        who, at.organisation_id, organisation_id(p, "Third Ltd")
    ),
    "versions.newer": lambda p, who, at: p.versions.newer(who, at.assessment_id),
    "versions.preview": lambda p, who, at: nothing_newer(lambda: p.versions.preview(who, at.assessment_id)),
    "versions.bring (without a copy)": lambda p, who, at: nothing_newer(
        lambda: p.versions.bring(who, at.assessment_id, NO_PIN, expected_version=0, keep_copy=False)
    ),
    "versions.bring (keeping a copy)": lambda p, who, at: nothing_newer(
        lambda: p.versions.bring(who, at.assessment_id, NO_PIN, expected_version=0, keep_copy=True)
    ),
    "assessments.validate": lambda p, who, at: without_rooms(p, at).assessments.validate(who, at.assessment_id),
    "assessments.reopen": lambda p, who, at: p.assessments.reopen(who, at.assessment_id),
    "assessments.sign-off": lambda p, who, at: without_rooms(p, at).assessments.sign_off(
        who, at.assessment_id, "Ann Example"
    ),
    "assessments.remove": lambda p, who, at: without_rooms(p, at).assessments.remove(who, at.assessment_id),
    "bin.assessments": lambda p, who, at: p.bin.assessments(who),
    "bin.everything": lambda p, who, at: p.bin.everything(who),
    "bin.entries": lambda p, who, at: p.bin.entries(who, at.assessment_id),
    "bin.put-back-entry (a person)": lambda p, who, at: p.bin.put_back_entry(
        who, at.assessment_id, binned_id(p, at, Respondent)
    ),
    "bin.put-back-entry (a service)": lambda p, who, at: p.bin.put_back_entry(
        who, at.assessment_id, binned_id(p, at, CriticalService)
    ),
    "bin.forget-entry": lambda p, who, at: p.bin.forget_entry(who, at.assessment_id, binned_id(p, at, CriticalService)),
    "bin.put-back-assessment": lambda p, who, at: p.bin.put_back_assessment(who, at.binned_id, beside_alike=True),
    "bin.forget-assessment": lambda p, who, at: p.bin.forget_assessment(who, at.binned_id),
    "bin.forget-over": lambda p, who, at: p.bin.forget_over(who),
    "copies.back-up": lambda p, who, at: p.copies.back_up(who, Path(tempfile.mkdtemp()) / "copy.db"),
    "copies.daily": lambda p, who, at: p.copies.daily(who),
    "copies.check": lambda p, who, at: p.copies.check(who),
    "projector.look": lambda p, who, at: p.projector.look(who, a_room_id(p, at)),
    "reach.ways": lambda p, who, at: p.reach.ways(who, at.assessment_id),
    "reach.let-in": lambda p, who, at: let_in(p, who, at.assessment_id),
    "reach.shut": lambda p, who, at: p.reach.shut(who, at.assessment_id),
    "erasing.preview": lambda p, who, at: p.erasing.preview(who, at.assessment_id, "Nobody"),
    "erasing.preview-everywhere": lambda p, who, at: p.erasing.preview_everywhere(who, "Nobody"),
    "erasing.erase": lambda p, who, at: p.erasing.erase(who, at.assessment_id, Erasure(name="Nobody", mention_ids=())),
    "erasing.erase-everywhere": lambda p, who, at: p.erasing.erase_everywhere(
        who, Erasure(name="Nobody", mention_ids=())
    ),
}


NOWHERE = Place(
    assessment_id="nowhere",
    respondent_id="nobody",
    framework_id="nothing",
    organisation_id="nothing",
    report_id="nothing",
    sheet_id="nothing",
    binned_id="nowhere",
    organisation="Nowhere Ltd",
)


def organisation_id(plumbline: Plumbline, name: str) -> str:
    return next(one.id for one in plumbline.organisations.list_organisations(ME) if one.name == name)


def unit_id(plumbline: Plumbline, place: Place, number: int = 0) -> str:
    organisations = plumbline.organisations.list_organisations(ME)
    units = {one.id: [unit.id for unit in one.units] for one in organisations}
    return [*units.get(place.organisation_id, []), "nothing", "nothing-else"][number]


def binned_id(plumbline: Plumbline, place: Place, kind: type) -> str:
    """Something of a kind that was removed from the assessment of a place."""
    entries = () if place is NOWHERE else plumbline.bin.entries(ME, place.assessment_id)
    return next((one.id for one in entries if isinstance(one.entry, kind)), "nothing")


def test_every_operation_has_a_call() -> None:
    assert {name.partition(" (")[0] for name in CALLS} == set(own_operations())


# --- registering -----------------------------------------------------------------------------------------------------


class Guarded:
    """A service of a test."""

    def __init__(self, rights: Rights) -> None:
        self.rights = rights


def test_two_methods_cannot_have_one_name() -> None:
    def another(self: Guarded, permit: Permit) -> None:
        raise AssertionError(permit)

    with pytest.raises(TypeError, match=r"two methods are called 'answering\.save'"):
        operation("answering.save", Permission.READ, on=Subject.INSTALLATION)(another)


def test_an_operation_must_have_the_argument_that_names_its_thing() -> None:
    def without(self: Guarded, permit: Permit, assessment: str) -> None:
        raise AssertionError(assessment)

    def misspelt(self: Guarded, permit: Permit, assessment_id: str, rating: Rating) -> None:
        raise AssertionError(rating)

    with pytest.raises(TypeError, match="has no argument 'assessment_id'"):
        operation("test.without", Permission.READ, on=Subject.ASSESSMENT)(without)
    with pytest.raises(TypeError, match=r"the argument 'rating' of .* has no field 'respondent'"):
        operation("test.misspelt", Permission.READ, on=Subject.RESPONDENT, of=("assessment_id", "rating.respondent"))(
            misspelt
        )


def test_the_thing_is_taken_from_the_call_whether_its_id_is_given_by_place_or_by_name(plumbline: Plumbline) -> None:
    seen: list[Thing] = []

    def seeing(self: Guarded, permit: Permit, name: str, rating: Rating, *, assessment_id: str) -> None:
        seen.append(permit.thing)

    of = ("assessment_id", "rating.respondent_id")
    service = Guarded(plumbline.access.rights)
    see = operation("test.seeing", Permission.READ, on=Subject.RESPONDENT, of=of)(seeing)
    see(service, ME, "name", rated(ITEM, 3, "r7"), assessment_id="a1")
    see(service, ME, name="name", rating=rated(ITEM, 3, "r7"), assessment_id="a1")
    assert seen == [Thing(subject=Subject.RESPONDENT, ids=("a1", "r7"))] * 2
    with pytest.raises(NotAvailable):
        see(service, ME, "name", None, assessment_id="a1")  # type: ignore[arg-type]  # on purpose


def test_a_permit_names_actor_operation_and_thing_and_everything_else_that_is_permitted(plumbline: Plumbline) -> None:
    header, thing, rights = own_operations()["assessments.header"], assessment_thing("a"), plumbline.access.rights
    permit = authorise(rights, ME, header, thing)
    assert (permit.actor, permit.operation, permit.thing) == (ME, "assessments.header", thing)
    assert permit.permissions == frozenset(Permission)
    with pytest.raises(NotAvailable):
        authorise(rights, GUEST, header, thing)
    reader = somebody(plumbline, Scope(role=AccessRole.READER))
    told = authorise(rights, reader, header, thing)
    assert told.may(Permission.RESULTS)
    assert not told.may(Permission.READ)
    with pytest.raises(NotAvailable, match=r"This assessment"):
        told.require(Permission.READ)
    with pytest.raises(NotAvailable, match=r"This organisation"):
        told.require_on(Permission.ORGANISE, organisation_thing("o"))
