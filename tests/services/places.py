"""Where the walk over all operations makes its calls: one of everything, and small things to call them with."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.answered.actions import ActionKind, PlannedAction
from assessment.domain.answered.assessment import Feedback, FeedbackKind, FrameworkPin, Note, NoteKind, Rating
from assessment.domain.answered.plans import SavedPlan
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.answered.running import RunningStep
from assessment.domain.layout.layout import Layout
from assessment.errors import Conflict, InvalidInput
from assessment.services.assessments import NewAssessment
from assessment.services.authority import LOCAL_ACTOR, Actor
from assessment.services.evidence import NewFile
from assessment.services.frameworks import PaperRequest
from assessment.services.layout_archives import FolderFile
from assessment.services.plumbline import Plumbline
from tests.builders import rated
from tests.services.accounts import made

ME = LOCAL_ACTOR
ITEM = "planning.deliver-1"
DAY = date(2026, 1, 15)
A_BENCHMARK = b"process,median,lower quartile,upper quartile,n,source,year\nplanning,2,1,3,40,Invented survey,2024\n"
A_FILE = NewFile(name="log.txt", content=b"Seen in March")


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


def a_note(place: Place) -> Note:
    return Note(respondent_id=place.respondent_id, item_id=ITEM, kind=NoteKind.NOTE, text="Said")


def a_plan(plumbline: Plumbline, place: Place) -> str:
    """The id of a new saved plan, or of none where there is no assessment."""
    if place is NOWHERE:
        return "gone"
    plan = SavedPlan(
        id=secrets.token_hex(4),
        name=secrets.token_hex(4),
        saved_at=datetime(2026, 1, 15, tzinfo=UTC),
        revision=0,
        state_hash="0" * 64,
        settings=RoadmapSettings(),
        process_count=0,
    )
    store = plumbline.plans._repository.store
    with store.writing(actor_id=ME.id, operation="plans.save", assessment_id=place.assessment_id) as writer:
        writer.lock(place.assessment_id)
        writer.put(place.assessment_id, plan)
    return plan.id


def said_of_it(place: Place) -> Feedback:
    return Feedback(respondent_id=place.respondent_id, item_id=ITEM, kind=FeedbackKind.UNCLEAR)


def a_rating(place: Place) -> Rating:
    return rated(ITEM, 3, place.respondent_id)


A_STEP = RunningStep(process_id="planning", to_level=2, owner="Ada", due=date(2026, 5, 1))
AN_ACTION = PlannedAction(
    id="planning.before.owner", process_id="planning", to_level=2, kind=ActionKind.BEFORE, note="Soon"
)
FILLED_IN = b"id,owner,start,due,status\n"


def a_new(place: Place) -> NewAssessment:
    return NewAssessment(name="New", organisation=place.organisation, assessed_on=DAY, framework_id="tiny")


SHEET = PaperRequest(process_ids=("planning",))
Call = Callable[[Plumbline, Actor, Place], Any]
NO_PIN = FrameworkPin(id="tiny", version="9.9.9", content_hash="0" * 64)


def nothing_newer(call: Callable[[], object]) -> None:
    """A call that gets past the door and finds no newer framework installed, or no step to plan."""
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
