"""Every public method of every service is a registered operation that says what it acts on and turns strangers away."""

from __future__ import annotations

import inspect
import secrets
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
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
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.domain.layout.layout import FilePlace, Layout
from assessment.errors import Conflict, InvalidInput, NotAvailable
from assessment.services.assessments import HeaderChange, NewAssessment
from assessment.services.authority import (
    LOCAL_ACTOR,
    LOCAL_RIGHTS,
    Actor,
    Operation,
    Permission,
    Permit,
    Right,
    Rights,
    Subject,
    Thing,
    authorise,
    operation,
    operations,
)
from assessment.services.documents import FileFormat
from assessment.services.evidence import NewFile
from assessment.services.frameworks import PaperRequest
from assessment.services.layout_archives import FolderFile, packed
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.setup import NewPerson
from assessment.services.signing_in import SigningIn
from assessment.settings import Settings
from tests.builders import agreed, fields_of, rated
from tests.services.accounts import FAST, made
from tests.services.conftest import begun
from tests.services.folders import write_framework
from tests.services.printing import Printer, waited
from tests.store.databases import sqlite_url

ME = LOCAL_ACTOR
STRANGER = Actor(id="stranger", name=LOCAL_ACTOR.name)
GUEST = Actor(id="guest", name="A guest")
HOUSEKEEPING = {"close"}  # they touch no assessment
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
}
ITEM = "planning.deliver-1"
DAY = date(2026, 1, 15)
A_FILE = NewFile(name="log.txt", content=b"Seen in March")


OPEN = {getattr(SigningIn, name) for name in DOORS}


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


# --- the table of rights ---------------------------------------------------------------------------------------------


def a_right(permission: Permission = Permission.READ, on: Subject | None = None, *ids: str) -> Right:
    return Right(actor_id=GUEST.id, permission=permission, on=on, ids=ids)


A = Thing(subject=Subject.ASSESSMENT, ids=("a",))
B = Thing(subject=Subject.ASSESSMENT, ids=("b",))
A_OWN = Thing(subject=Subject.RESPONDENT, ids=("a", "r1"))
A_OTHER = Thing(subject=Subject.RESPONDENT, ids=("a", "r2"))
B_SAME_ID = Thing(subject=Subject.RESPONDENT, ids=("b", "r1"))
ALL = Thing(subject=Subject.INSTALLATION)
FRAMEWORK = Thing(subject=Subject.FRAMEWORK, ids=("a",))
THINGS = (A, B, A_OWN, A_OTHER, B_SAME_ID, ALL, FRAMEWORK)


@pytest.mark.parametrize(
    ("right", "covered"),
    [
        (a_right(), THINGS),
        (a_right(Permission.READ, Subject.ASSESSMENT), (A, B, A_OWN, A_OTHER, B_SAME_ID)),
        (a_right(Permission.READ, Subject.ASSESSMENT, "a"), (A, A_OWN, A_OTHER)),
        (a_right(Permission.READ, Subject.RESPONDENT, "a"), (A_OWN, A_OTHER)),
        (a_right(Permission.READ, Subject.RESPONDENT, "a", "r1"), (A_OWN,)),
        (a_right(Permission.READ, Subject.FRAMEWORK, "a"), (FRAMEWORK,)),
        (a_right(Permission.READ, Subject.INSTALLATION), (ALL,)),
        (a_right(Permission.EDIT), ()),
        (Right(actor_id="else", permission=Permission.READ), ()),
    ],
)
def test_a_row_allows_what_it_is_about_and_nothing_else(right: Right, covered: tuple[Thing, ...]) -> None:
    rights = Rights(rows=(right,))
    assert tuple(thing for thing in THINGS if rights.allow(GUEST, Permission.READ, thing)) == covered


def test_the_local_actor_may_do_everything_and_nobody_else_anything() -> None:
    for permission in Permission:
        assert all(LOCAL_RIGHTS.allow(ME, permission, thing) for thing in THINGS)
        assert not any(LOCAL_RIGHTS.allow(GUEST, permission, thing) for thing in THINGS)


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
    scratch_id: str
    binned_id: str
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
FILLED_IN = b"id,owner,start,due,status\n"
NEW = NewAssessment(name="New", organisation="New Ltd", assessed_on=DAY, framework_id="tiny")
SHEET = PaperRequest(process_ids=("planning",))
Call = Callable[[Plumbline, Actor, Place], Any]
NO_PIN = FrameworkPin(id="tiny", version="9.9.9", content_hash="0" * 64)


def nothing_newer(call: Callable[[], object]) -> None:
    """A call that gets past the door and finds no newer framework installed."""
    with pytest.raises((InvalidInput, Conflict)):
        call()


def a_layout(plumbline: Plumbline) -> Layout:
    """A new layout of nobody in particular."""
    layout_id = plumbline.layouts.create(ME, secrets.token_hex(4))
    return plumbline.layouts.read(ME, layout_id).layout


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
    "assessments.list": lambda p, who, at: p.assessments.list_assessments(who),
    "assessments.count": lambda p, who, at: p.assessments.count(who),
    "assessments.create": lambda p, who, at: p.assessments.create(who, NEW),
    "assessments.copy": lambda p, who, at: p.assessments.copy(who, at.assessment_id, "Copy", DAY, True),
    "assessments.load": lambda p, who, at: p.assessments.load(who, at.assessment_id),
    "assessments.header": lambda p, who, at: p.assessments.header(who, at.assessment_id),
    "assessments.revision": lambda p, who, at: p.assessments.revision(who, at.assessment_id),
    "assessments.framework": lambda p, who, at: p.assessments.framework(who, at.assessment_id),
    "assessments.update-header": lambda p, who, at: p.assessments.update_header(
        who, at.assessment_id, HeaderChange(name="Named")
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
    "setup.save": lambda p, who, at: p.setup.save(
        who, at.assessment_id, Opinion(respondent_id=at.respondent_id, process_id="planning", pain=3)
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
    "answering.clear-agreed": lambda p, who, at: p.answering.clear_agreed(who, at.assessment_id, ITEM, Horizon.AS_IS),
    "setup.remove": lambda p, who, at: p.setup.remove(who, at.assessment_id, Respondent, at.respondent_id),
    "exchange.export-json": lambda p, who, at: p.exchange.export_json(who, at.assessment_id),
    "exchange.export-file": lambda p, who, at: p.exchange.export_file(who, at.assessment_id),
    "exchange.file-suffix": lambda p, who, at: p.exchange.file_suffix(who, at.assessment_id),
    "exchange.import-json": lambda p, who, at: p.exchange.import_json(
        who, p.exchange.export_json(ME, at.assessment_id), "a.json"
    ),
    "answer-sheets.write": lambda p, who, at: p.answer_sheets.write(who, at.assessment_id),
    "documents.file": lambda p, who, at: p.documents.file(who, at.assessment_id, FileFormat.JSON),
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
    "reports.prepare": lambda p, who, at: p.reports.prepare(who, at.assessment_id),
    "reports.cancel": lambda p, who, at: p.reports.cancel(who, at.report_id),
    "reports.build": lambda p, who, at: p.reports.build(who, at.assessment_id),
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
    "versions.bring": lambda p, who, at: nothing_newer(
        lambda: p.versions.bring(who, at.assessment_id, NO_PIN, expected_version=0)
    ),
    "assessments.validate": lambda p, who, at: p.assessments.validate(who, at.scratch_id),
    "assessments.reopen": lambda p, who, at: p.assessments.reopen(who, at.scratch_id),
    "assessments.sign-off": lambda p, who, at: p.assessments.sign_off(who, at.scratch_id, "Ann Example"),
    "assessments.remove": lambda p, who, at: p.assessments.remove(who, at.scratch_id),
    "bin.assessments": lambda p, who, at: p.bin.assessments(who),
    "bin.everything": lambda p, who, at: p.bin.everything(who),
    "bin.entries": lambda p, who, at: p.bin.entries(who, at.assessment_id),
    "bin.put-back-entry": lambda p, who, at: p.bin.put_back_entry(who, at.assessment_id, binned_ids(p, at)[0]),
    "bin.forget-entry": lambda p, who, at: p.bin.forget_entry(who, at.assessment_id, binned_ids(p, at)[-1]),
    "bin.put-back-assessment": lambda p, who, at: p.bin.put_back_assessment(who, at.scratch_id, beside_alike=True),
    "bin.forget-assessment": lambda p, who, at: p.bin.forget_assessment(who, at.binned_id),
    "bin.forget-over": lambda p, who, at: p.bin.forget_over(who),
}


ON_SCRATCH = (
    "assessments.validate",
    "assessments.reopen",
    "assessments.sign-off",
    "assessments.remove",
    "bin.put-back-assessment",
)
NOWHERE = Place(
    assessment_id="nowhere",
    respondent_id="nobody",
    framework_id="nothing",
    organisation_id="nothing",
    report_id="nothing",
    sheet_id="nothing",
    scratch_id="nowhere",
    binned_id="nowhere",
)


def organisation_id(plumbline: Plumbline, name: str) -> str:
    return next(one.id for one in plumbline.organisations.list_organisations(ME) if one.name == name)


def unit_id(plumbline: Plumbline, place: Place, number: int = 0) -> str:
    organisations = plumbline.organisations.list_organisations(ME)
    units = {one.id: [unit.id for unit in one.units] for one in organisations}
    return [*units.get(place.organisation_id, []), "nothing", "nothing-else"][number]


def binned_ids(plumbline: Plumbline, place: Place) -> list[str]:
    """What was removed from the assessment of a place, the last first."""
    entries = () if place is NOWHERE else plumbline.bin.entries(ME, place.assessment_id)
    return [one.id for one in entries] or ["nothing"]


def give(plumbline: Plumbline, *rows: Right) -> None:
    """Let the guest have these rights and no other, from now on."""
    for service in vars(plumbline).values():
        if hasattr(service, "rights"):
            service.rights = Rights(rows=LOCAL_RIGHTS.rows + rows)


def a_place(plumbline: Plumbline, organisation: str, framework_id: str) -> Place:
    """One of everything, of one organisation; what is printed was begun by the guest, who had a right to it then."""
    ids = [
        plumbline.assessments.create(
            ME,
            NewAssessment(
                name=name, organisation=organisation, unit=unit, assessed_on=DAY, framework_id="tiny", depth=Depth.FULL
            ),
        )
        for name, unit in (("First", "One"), ("Second", "Two"), ("Gone", "One"))
    ]
    for assessment_id in ids:
        plumbline.setup.save(ME, assessment_id, Respondent(id="r1", role=Role.PRACTITIONER))
    plumbline.setup.save(ME, ids[0], CriticalService(id="s1", name="Payments", importance=3))
    plumbline.setup.remove(ME, ids[0], CriticalService, "s1")
    seen = Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.EVIDENCE, text="Seen")
    plumbline.answering.save_note(ME, ids[0], seen)
    plumbline.assessments.remove(ME, ids[2])
    give(plumbline, *(a_right(permission) for permission in Permission))
    place = Place(
        assessment_id=ids[0],
        respondent_id="r1",
        framework_id=framework_id,
        organisation_id=organisation_id(plumbline, organisation),
        report_id=plumbline.reports.start(GUEST, ids[0]),
        sheet_id=plumbline.frameworks.start_paper(GUEST, framework_id, SHEET),
        scratch_id=ids[1],
        binned_id=ids[2],
        file_id=plumbline.evidence.attach(ME, ids[0], ITEM, A_FILE).id,
    )
    waited(lambda _, job_id: plumbline.reports.status(GUEST, job_id), place.report_id)
    waited(lambda _, job_id: plumbline.frameworks.paper_status(GUEST, job_id), place.sheet_id)
    return place


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """An open Plumbline with what is the guest's own, and what is not."""

    plumbline: Plumbline
    own: Place
    others: Place


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, framework: Framework) -> Iterator[World]:
    """Own and others' things, with a printer that prints at once; operations are tried on it in the order of CALLS."""
    folder = tmp_path_factory.mktemp("matrix")
    for one in (framework, Framework(**{**fields_of(framework), "id": "other"})):
        write_framework(one, folder / "questionnaires")
    settings = Settings(
        database_url=sqlite_url(folder),
        data_folder=folder,
        questionnaires_folder=folder / "questionnaires",
        sample_file=folder / "sample.json",
    )
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("assessment.services.plumbline.PrintingWorker", lambda: Printer(lambda order: b"%PDF"))
        plumbline = open_plumbline(settings, passwords=FAST)
    third = NewAssessment(name="Third", organisation="Third Ltd", assessed_on=DAY, framework_id="tiny")
    third_id = plumbline.assessments.create(ME, third)
    settings.sample_file.write_bytes(plumbline.exchange.export_json(ME, third_id))
    own, others = a_place(plumbline, "Own Ltd", "tiny"), a_place(plumbline, "Others Ltd", "other")
    yield World(plumbline=plumbline, own=own, others=others)
    plumbline.close()


def everything(plumbline: Plumbline) -> dict[str, int]:
    """How many changes each assessment has seen."""
    return {
        line.header.id: len(plumbline.assessments.journal(ME, line.header.id))
        for line in plumbline.assessments.list_assessments(ME)
    }


def thing_of(one: Operation, place: Place) -> Thing:
    """The thing of an owner that an operation acts on."""
    ids = {
        Subject.INSTALLATION: (),
        Subject.ASSESSMENT: (place.assessment_id,),
        Subject.RESPONDENT: (place.assessment_id, place.respondent_id),
        Subject.FRAMEWORK: (place.framework_id,),
        Subject.ORGANISATION: (place.organisation_id,),
    }
    if one.on is Subject.JOB:
        is_report = one.name.startswith("reports.")
        return Thing(
            subject=Subject.ASSESSMENT if is_report else Subject.FRAMEWORK,
            ids=(place.assessment_id if is_report else place.framework_id,),
        )
    if one.name in ON_SCRATCH:
        return Thing(subject=Subject.ASSESSMENT, ids=(place.scratch_id,))
    if one.name == "bin.forget-assessment":
        return Thing(subject=Subject.ASSESSMENT, ids=(place.binned_id,))
    return Thing(subject=one.on, ids=ids[one.on])


def rights_on(one: Operation, thing: Thing) -> tuple[Right, ...]:
    """No more than an operation needs for one thing."""
    also = (a_right(one.also, Subject.INSTALLATION),) if one.also else ()
    return (a_right(one.permission, thing.subject, *thing.ids), *also)


def test_every_operation_has_a_row_in_the_matrix() -> None:
    assert set(CALLS) == set(own_operations())


@pytest.mark.parametrize("name", list(CALLS))
def test_a_row_for_ones_own_thing_opens_this_operation_for_it_and_for_nothing_of_others(
    world: World, name: str
) -> None:
    one, plumbline = own_operations()[name], world.plumbline
    before = everything(plumbline)
    give(plumbline)
    with pytest.raises(NotAvailable):
        CALLS[name](plumbline, GUEST, world.own)
    if one.on is not Subject.INSTALLATION:
        give(plumbline, *rights_on(one, thing_of(one, world.own)))
        with pytest.raises(NotAvailable) as forbidden:
            CALLS[name](plumbline, GUEST, world.others)
        with pytest.raises(NotAvailable) as missing:
            CALLS[name](plumbline, ME, NOWHERE)
        assert str(forbidden.value) == str(missing.value)
    assert everything(plumbline) == before
    give(plumbline, *rights_on(one, thing_of(one, world.own)))
    CALLS[name](plumbline, GUEST, world.own)
    if one.on is not Subject.JOB:  # a job is handed out to nobody but who began it
        CALLS[name](plumbline, ME, world.others)


@pytest.mark.parametrize("name", list(CALLS))
def test_a_permission_of_another_kind_opens_nothing(world: World, name: str) -> None:
    one = own_operations()[name]
    give(world.plumbline, *(a_right(permission) for permission in Permission if permission is not one.permission))
    with pytest.raises(NotAvailable):
        CALLS[name](world.plumbline, GUEST, world.own)


# --- by hand ---------------------------------------------------------------------------------------------------------


def test_an_actor_of_one_assessment_sees_and_changes_this_one_alone(plumbline: Plumbline) -> None:
    own, others = begun(plumbline), begun(plumbline)
    give(
        plumbline,
        *(a_right(permission, Subject.ASSESSMENT, own) for permission in (Permission.READ, Permission.EDIT)),
        a_right(Permission.READ, Subject.INSTALLATION),
    )
    plumbline.assessments.update_header(GUEST, own, HeaderChange(name="Mine"))
    assert plumbline.results.compute(GUEST, own).assessment.header.name == "Mine"
    assert [line.header.id for line in plumbline.assessments.list_assessments(GUEST)] == [own]
    for refused in (plumbline.results.compute, plumbline.assessments.load, plumbline.exchange.export_json):
        with pytest.raises(NotAvailable, match=r"This assessment is not available\."):
            refused(GUEST, others)
    with pytest.raises(NotAvailable):
        plumbline.assessments.remove(GUEST, own)
    with pytest.raises(NotAvailable):  # a copy is read from one assessment, and is a new one in the installation
        plumbline.assessments.copy(GUEST, own, "Copy", DAY, True)
    assert plumbline.assessments.journal(GUEST, own)[0].actor_id == GUEST.id


def test_a_respondent_gives_their_own_answers_and_sees_nobody_elses(plumbline: Plumbline) -> None:
    here, there = begun(plumbline), begun(plumbline)
    give(
        plumbline,
        *(a_right(one, Subject.RESPONDENT, here, "r1") for one in (Permission.READ, Permission.ANSWER)),
    )
    plumbline.answering.save(GUEST, here, rated(ITEM, 4, "r1"))
    assert plumbline.answering.question(GUEST, here, "r1", ITEM).as_is == rated(ITEM, 4).answer
    assert plumbline.answering.progress(GUEST, here, "r1").processes[0].answered_count == 1
    for assessment_id, respondent_id in ((here, "r2"), (there, "r1"), (here, "nobody")):
        with pytest.raises(NotAvailable):
            plumbline.answering.save(GUEST, assessment_id, rated(ITEM, 1, respondent_id))
        with pytest.raises(NotAvailable):
            plumbline.answering.questions(GUEST, assessment_id, respondent_id, "planning")
    for refused in (plumbline.assessments.load, plumbline.results.compute, plumbline.assessments.journal):
        with pytest.raises(NotAvailable):
            refused(GUEST, here)
    assert plumbline.assessments.load(ME, here).ratings == (rated(ITEM, 4),)
    assert plumbline.assessments.load(ME, there).ratings == ()


def test_what_was_begun_is_handed_out_no_more_once_the_right_is_gone(world: World) -> None:
    reports, own = world.plumbline.reports, world.own
    give(world.plumbline, a_right(Permission.READ, Subject.ASSESSMENT, own.assessment_id))
    assert reports.content(GUEST, own.report_id) == b"%PDF"
    give(world.plumbline, a_right(Permission.READ, Subject.ASSESSMENT, world.others.assessment_id))
    with pytest.raises(NotAvailable, match="This document"):
        reports.content(GUEST, own.report_id)


# --- registering -----------------------------------------------------------------------------------------------------


class Guarded:
    """A service of a test."""

    rights = LOCAL_RIGHTS


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


def test_the_thing_is_taken_from_the_call_whether_its_id_is_given_by_place_or_by_name() -> None:
    seen: list[Thing] = []

    def seeing(self: Guarded, permit: Permit, name: str, rating: Rating, *, assessment_id: str) -> None:
        seen.append(permit.thing)

    of = ("assessment_id", "rating.respondent_id")
    see = operation("test.seeing", Permission.READ, on=Subject.RESPONDENT, of=of)(seeing)
    see(Guarded(), ME, "name", rated(ITEM, 3, "r7"), assessment_id="a1")
    see(Guarded(), ME, name="name", rating=rated(ITEM, 3, "r7"), assessment_id="a1")
    assert seen == [Thing(subject=Subject.RESPONDENT, ids=("a1", "r7"))] * 2
    with pytest.raises(NotAvailable):
        see(Guarded(), ME, "name", None, assessment_id="a1")  # type: ignore[arg-type]  # on purpose


def test_a_permit_names_actor_operation_and_thing() -> None:
    header = own_operations()["assessments.header"]
    permit = authorise(LOCAL_RIGHTS, ME, header, A)
    assert (permit.actor, permit.operation, permit.thing) == (ME, "assessments.header", A)
    with pytest.raises(NotAvailable):
        authorise(LOCAL_RIGHTS, GUEST, header, A)
