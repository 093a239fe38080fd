"""A call of each operation on a thing of one owner, for the walk over all operations."""

from __future__ import annotations

import secrets
import tempfile
from pathlib import Path

from assessment.domain.answered.actions import ActionKind
from assessment.domain.answered.assessment import CriticalService, Flag, NoteKind, Opinion, Respondent, Role
from assessment.domain.answered.evidence import Speaks
from assessment.domain.answered.read_back import DryRun
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.answered.texts import OwnText
from assessment.domain.authored.framework import Horizon
from assessment.domain.layout.layout import FilePlace
from assessment.services.assessments import HeaderChange
from assessment.services.documents import FileFormat
from assessment.services.erasing import Erasure
from assessment.services.layout_archives import packed
from assessment.services.portfolio_files import PortfolioFormat
from assessment.services.setup import NewPerson
from assessment.views.report_kinds import ReportKind
from tests.builders import agreed
from tests.services.places import (
    A_BENCHMARK,
    A_FILE,
    A_STEP,
    AN_ACTION,
    DAY,
    FILLED_IN,
    ITEM,
    ME,
    NO_PIN,
    READS,
    SHEET,
    Call,
    a_layout,
    a_link,
    a_new,
    a_note,
    a_plan,
    a_rating,
    a_sheet,
    an_account,
    binned_id,
    carried_layout,
    grant_of,
    nothing_newer,
    organisation_id,
    said_of_it,
    unit_id,
)
from tests.services.room_calls import ROOM_CALLS, without_rooms

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
    **ROOM_CALLS,
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
    "comparing.candidates": lambda p, who, at: p.comparing.candidates(who, at.assessment_id),
    "comparing.compare": lambda p, who, at: nothing_newer(
        lambda: p.comparing.compare(who, at.assessment_id, at.assessment_id)
    ),
    "comparing.trend": lambda p, who, at: p.comparing.trend(who, at.assessment_id),
    "results.beside": lambda p, who, at: p.results.beside(who, at.assessment_id),
    "results.compute": lambda p, who, at: p.results.compute(who, at.assessment_id),
    "results.missing": lambda p, who, at: p.results.missing(who, at.assessment_id),
    "results.read": lambda p, who, at: p.results.read(who, at.assessment_id),
    "curves.follow": lambda p, who, at: p.curves.follow(who, at.assessment_id),
    "curves.follow-tried": lambda p, who, at: p.curves.follow_tried(
        who, at.assessment_id, RoadmapSettings(wave_count=1)
    ),
    "curves.read": lambda p, who, at: p.curves.read(who, at.assessment_id),
    "roadmap.preview": lambda p, who, at: p.roadmap.preview(who, at.assessment_id, RoadmapSettings(wave_count=1)),
    "plans.save": lambda p, who, at: nothing_newer(lambda: p.plans.save(who, at.assessment_id, secrets.token_hex(4))),
    "plans.rename": lambda p, who, at: p.plans.rename(who, at.assessment_id, a_plan(p, at), secrets.token_hex(4)),
    "plans.choose": lambda p, who, at: p.plans.choose(who, at.assessment_id, None, seen_id=None),
    "plans.remove": lambda p, who, at: p.plans.remove(who, at.assessment_id, "gone"),
    "plans.versions": lambda p, who, at: p.plans.versions(who, at.assessment_id),
    "running.save": lambda p, who, at: p.running.save(who, at.assessment_id, A_STEP, DAY),
    "running.versions": lambda p, who, at: p.running.versions(who, at.assessment_id),
    "running.calendar": lambda p, who, at: nothing_newer(lambda: p.running.calendar(who, at.assessment_id, DAY)),
    "register.save": lambda p, who, at: p.register.save(who, at.assessment_id, AN_ACTION),
    "register.add": lambda p, who, at: p.register.add(
        who, at.assessment_id, "planning", 2, AN_ACTION.kind, "Ring the union"
    ),
    "register.take_up": lambda p, who, at: p.register.take_up(
        who, at.assessment_id, "way.outlook", "planning", 1, ActionKind.FIRST, "Settle it."
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
    "portfolio.organisations": lambda p, who, at: p.portfolio.organisations(who),
    "portfolio.read": lambda p, who, at: p.portfolio.read(who, at.organisation_id),
    "portfolio.prepare": lambda p, who, at: p.portfolio.prepare(who, at.organisation_id, 1),
    "portfolio.benchmark": lambda p, who, at: p.portfolio.benchmark(who, at.organisation_id),
    "portfolio.put-benchmark": lambda p, who, at: p.portfolio.put_benchmark(
        who, at.organisation_id, A_BENCHMARK, "others.csv"
    ),
    "portfolio.remove-benchmark": lambda p, who, at: p.portfolio.remove_benchmark(who, at.organisation_id),
    "portfolio.file": lambda p, who, at: p.portfolio_files.file(who, at.organisation_id, PortfolioFormat.WORKBOOK),
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
    "erasing.preview": lambda p, who, at: p.erasing.preview(who, at.assessment_id, "Nobody"),
    "erasing.preview-everywhere": lambda p, who, at: p.erasing.preview_everywhere(who, "Nobody"),
    "erasing.erase": lambda p, who, at: p.erasing.erase(who, at.assessment_id, Erasure(name="Nobody", mention_ids=())),
    "erasing.erase-everywhere": lambda p, who, at: p.erasing.erase_everywhere(
        who, Erasure(name="Nobody", mention_ids=())
    ),
}
