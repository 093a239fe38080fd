"""The table of docs/access.md, and a world to try each of its cells in: things of one's own and of others."""

from __future__ import annotations

import secrets
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.answered.assessment import CriticalService, Note, NoteKind, Respondent, Role
from assessment.domain.authored.framework import Depth, Framework
from assessment.errors import NotAvailable
from assessment.services.assessments import NewAssessment
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.authority import Actor
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from assessment.store import Writer
from tests.builders import fields_of
from tests.services.access import EVERYTHING, give, somebody
from tests.services.accounts import FAST
from tests.services.folders import write_framework
from tests.services.places import A_FILE, DAY, ITEM, SHEET, Place, organisation_id
from tests.services.printing import Printer, waited
from tests.store.databases import sqlite_url

DOCUMENT = Path(__file__).resolve().parents[2] / "docs" / "access.md"
ON_BINNED = ("bin.put-back-assessment", "bin.forget-assessment")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One line of the table: the operation, perhaps in one of its ways, what it needs, and a cell for each column."""

    name: str
    needs: str
    cells: Mapping[str, str]


def read_matrix() -> tuple[Line, ...]:
    """Every line of the table, in all its parts."""
    lines: list[Line] = []
    columns: list[str] = []
    for text in DOCUMENT.read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in text.strip("|").split(" | ")]
        if text.startswith("| operation |"):
            columns = cells
        elif text.startswith("#"):
            columns = []
        elif columns and text.startswith("| `"):
            name = cells[0].replace("`", "")
            lines.append(Line(name=name, needs=cells[1], cells=dict(zip(columns[2:], cells[2:], strict=True))))
    return tuple(lines)


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """An open Plumbline with one assessment of one's own, another person in it, and other assessments.

    `sibling` is of the same organisation, `foreign` of another one.
    """

    plumbline: Plumbline
    own: Place
    mate: Place
    sibling: Place
    foreign: Place

    @property
    def places(self) -> tuple[Place, ...]:
        """All of them."""
        return self.own, self.mate, self.sibling, self.foreign

    def scope(self, column: str, name: str = "") -> Scope:
        """What somebody of a column of the table was given: of the one assessment, or of the one in the bin."""
        role, _, what = column.partition(": ")
        own_id = self.own.binned_id if name in ON_BINNED else self.own.assessment_id
        return Scope(
            role=AccessRole(role),
            organisation_id=self.own.organisation_id if what == "organisation" else None,
            assessment_id=own_id if what == "assessment" or role == "respondent" else None,
            respondent_id=self.own.respondent_id if role == "respondent" else None,
        )

    def covered(self, column: str) -> tuple[Place, ...]:
        """The places that are somebody's own."""
        role, _, what = column.partition(": ")
        by_reach = {"organisation": (self.own, self.mate, self.sibling), "assessment": (self.own, self.mate)}
        return (self.own,) if role == "respondent" else by_reach.get(what, self.places)


class Undone(Exception):  # it is no error
    """What an operation wrote was taken back: it got past every door."""


@contextmanager
def undoing(plumbline: Plumbline, actor: Actor) -> Iterator[None]:
    """Take back whatever an actor writes, so that each cell finds the world as it was."""
    real = plumbline._store.writing

    @contextmanager
    def writing(*, actor_id: str, **named: Any) -> Iterator[Writer]:
        with real(actor_id=actor_id, **named) as writer:
            yield writer
            if actor_id == actor.id:
                raise Undone

    plumbline._store.writing = writing  # type: ignore[method-assign]
    try:
        yield
    finally:
        del plumbline._store.writing


def begun_by(plumbline: Plumbline, actor: Actor, scope: Scope, place: Place) -> Place:
    """The place with documents that the actor began, as if they had had the right to."""
    give(plumbline, actor, EVERYTHING)
    report_id = plumbline.reports.start(actor, place.assessment_id)
    sheet_id = plumbline.frameworks.start_paper(actor, place.framework_id, SHEET)
    waited(lambda _, job_id: plumbline.reports.status(actor, job_id), report_id)
    waited(lambda _, job_id: plumbline.frameworks.paper_status(actor, job_id), sheet_id)
    give(plumbline, actor, scope)
    return replace(place, report_id=report_id, sheet_id=sheet_id)


@contextmanager
def open_world(folder: Path, framework: Framework) -> Iterator[World]:
    """The world, with a printer that prints at once."""
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
    settings.sample_file.write_bytes(plumbline.exchange.export_json(ME, _begun(plumbline, "Third Ltd", "Sample")))
    own = _place(plumbline, "Own Ltd", "tiny")
    yield World(
        plumbline=plumbline,
        own=own,
        mate=replace(own, respondent_id="r2"),
        sibling=_place(plumbline, "own  LTD", "tiny"),
        foreign=_place(plumbline, "Others Ltd", "other"),
    )
    plumbline.close()


def _begun(plumbline: Plumbline, organisation: str, name: str, unit: str | None = None) -> str:
    new = NewAssessment(
        name=name, organisation=organisation, unit=unit, assessed_on=DAY, framework_id="tiny", depth=Depth.FULL
    )
    return plumbline.assessments.create(ME, new)


def _place(plumbline: Plumbline, organisation: str, framework_id: str) -> Place:
    """One of everything, of one organisation."""
    names = (("First", "One"), ("Gone", "One"), ("Second", "Two"))
    ids = [_begun(plumbline, organisation, f"{name} {secrets.token_hex(3)}", unit) for name, unit in names]
    for assessment_id in ids:
        for respondent_id in ("r1", "r2", "r3"):
            plumbline.setup.save(ME, assessment_id, Respondent(id=respondent_id, role=Role.PRACTITIONER))
    plumbline.setup.save(ME, ids[0], CriticalService(id="s1", name="Payments", importance=3))
    plumbline.setup.remove(ME, ids[0], CriticalService, "s1")
    plumbline.setup.remove(ME, ids[0], Respondent, "r3")
    for respondent_id in ("r1", "r2"):
        seen = Note(respondent_id=respondent_id, item_id=ITEM, kind=NoteKind.EVIDENCE, text="Seen")
        plumbline.answering.save_note(ME, ids[0], seen)
    plumbline.assessments.remove(ME, ids[1])
    listed = {one.name.casefold(): one.name for one in plumbline.organisations.list_organisations(ME)}
    name = listed[" ".join(organisation.split()).casefold()]
    return Place(
        assessment_id=ids[0],
        respondent_id="r1",
        framework_id=framework_id,
        organisation_id=organisation_id(plumbline, name),
        organisation=name,
        report_id="",
        sheet_id="",
        binned_id=ids[1],
        file_id=plumbline.evidence.attach(ME, ids[0], ITEM, A_FILE).id,
    )


def somebody_of(world: World, column: str) -> Actor:
    """An account of a column of the table."""
    return somebody(world.plumbline, world.scope(column), name=column)


def outcome(call: Any, plumbline: Plumbline, actor: Actor, place: Place) -> str:
    """What became of a call: "yes" for one that got past every door."""
    try:
        call(plumbline, actor, place)
    except NotAvailable as error:
        return f"no: {error}"
    except Undone:
        return "yes"
    return "yes"
