"""The journal as people read it: in names and words, filtered, page by page; and whether its chains are whole."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, datetime

import pytest

from assessment.domain.access.account import Account, Grant, Invitation, InvitationKind, Scope, SignIn
from assessment.domain.access.permissions import AccessRole
from assessment.domain.answered.actions import ActionKind, PlannedAction
from assessment.domain.answered.assessment import (
    AgreedValue,
    CriticalService,
    Flag,
    Note,
    NoteKind,
    Opinion,
    Rating,
    Respondent,
    Role,
    Target,
    TargetCell,
)
from assessment.domain.answered.entries import Answer, AnswerKind
from assessment.domain.answered.organisation import Authority, Owner
from assessment.domain.answered.roadmap_settings import Pin
from assessment.domain.authored.framework import Horizon
from assessment.domain.journal import INSTALLATION, JournalFilter, JournalNames
from assessment.services.assessments import HeaderChange
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.csv_file import table_csv
from assessment.services.journal import ENTRIES_ON_A_PAGE
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from assessment.store import NOUNS, SECTIONS
from assessment.views.journal.checks import checks_view
from assessment.views.journal.named import named
from assessment.views.journal.view import actor_names, journal_view, kind_names
from assessment.views.model import Table
from assessment.views.wording import conflicts as conflict_words
from assessment.views.wording import journal as words
from tests.builders import rated
from tests.services.conftest import begun
from tests.store.databases import sqlite_url
from tests.store.released import add_words, write_released_file

ITEM = "planning.deliver-1"
SECRET = "Zenobia never answers"


@pytest.fixture(scope="module")
def changed(module_plumbline: Plumbline) -> tuple[Plumbline, str]:
    """An assessment that saw a change of many kinds, each once."""
    p = module_plumbline
    own_id = begun(p)
    p.answering.save(ME, own_id, rated(ITEM, 2))
    reason = Answer(kind=AnswerKind.NOT_APPLICABLE, reason=SECRET)
    p.answering.save(ME, own_id, Rating(respondent_id="r1", item_id=ITEM, horizon=Horizon.AS_IS, answer=reason))
    p.answering.save_note(ME, own_id, Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.EVIDENCE, text=SECRET))
    p.answering.flag(ME, own_id, Flag(item_id=ITEM, reason=SECRET))
    three = Answer(kind=AnswerKind.RATED, code=3)
    p.answering.agree(
        ME, own_id, AgreedValue(item_id=ITEM, horizon=Horizon.AS_IS, answer=three, note=SECRET, present_ids=("r1",))
    )
    cells = (TargetCell(attribute_id=p.assessments.framework(ME, own_id).attributes[0].id, code=5),)
    p.setup.save(ME, own_id, Target(process_id="planning", level=4, rationale=SECRET, approver="Ada", cells=cells))
    p.setup.save(ME, own_id, Owner(process_id="planning", name="Ola", authority=Authority.PARTLY))
    p.setup.save(ME, own_id, Owner(process_id="planning", name="Ola Nyman", authority=Authority.PARTLY))
    p.setup.save(ME, own_id, Opinion(respondent_id="r1", process_id="planning", pain=4, importance=5))
    p.setup.save(ME, own_id, CriticalService(id="s1", name="Payroll", importance=2, process_ids=("planning",)))
    p.setup.change_roadmap(
        ME,
        own_id,
        lambda stored: stored.model_copy(update={"pins": (Pin(process_id="planning", to_level=3, wave=1),)}),
    )
    action = PlannedAction(
        id="own-1", process_id="planning", to_level=2, kind=ActionKind.FIRST, text=SECRET, due=date(2026, 5, 1)
    )
    p.register.save(ME, own_id, action)
    p.assessments.update_header(ME, own_id, HeaderChange(name="Renamed", default_target_level=4))
    p.setup.save(ME, own_id, Respondent(id="r9", role=Role.CUSTOMER, name="Nina", unit=SECRET))
    p.answering.save(ME, own_id, rated(ITEM, 1, "r9"))
    p.setup.remove(ME, own_id, Respondent, "r9")
    p.setup.remove(ME, own_id, CriticalService, "s1")
    return p, own_id


def own_table(changed: tuple[Plumbline, str], wanted: JournalFilter = JournalFilter()) -> Table:  # noqa: B008
    plumbline, own_id = changed
    page = plumbline.journal.read(ME, own_id, wanted)
    return journal_view(page, lambda moment: moment).table("journal")


def told(table: Table) -> list[tuple[str, str, str]]:
    """What, before and after of each row, the oldest first."""
    columns = [list(table.column(one)) for one in ("what", "before", "after")]
    return [(what.text, before.text, after.text) for what, before, after in reversed(list(zip(*columns, strict=True)))]


def test_each_change_is_told_in_names_and_words(changed: tuple[Plumbline, str]) -> None:
    framework = changed[0].assessments.framework(ME, changed[1])
    process, item = framework.process_by_id["planning"].name, framework.item_by_id[ITEM].name
    levels = {entry.level: entry.name for entry in framework.levels}
    length = len(SECRET)
    rows = told(own_table(changed))
    person = next(what for what, *_ in rows if what.startswith("Answer")).split(", ")[-1]
    assert rows[-17:] == [
        (f"Answer: {process}, '{item}', as-is, {person}", "(nothing)", "2 Point 2"),
        (
            f"Answer: {process}, '{item}', as-is, {person}",
            "2 Point 2",
            f"Not applicable, with a reason of {length} characters",
        ),
        (
            f"Evidence: {process}, '{item}', {person}",
            "(nothing)",
            f"Released: no; Changed since it was released: no; Text: a text of {length} characters",
        ),
        (f"Mark for review: {process}, '{item}'", "(nothing)", f"Reason: a text of {length} characters"),
        (
            f"The room's value: {process}, '{item}', as-is",
            "(nothing)",
            f"Answer: 3 Point 3; How sure: Asserted; Note: a text of {length} characters; Who was present: {person}",
        ),
        rows[-12],
        (f"Owner: {process}", "(nothing)", "Authority: Partly; Name: a name that is no longer kept"),
        (f"Owner: {process}", "Name: a name that is no longer kept", "Name: Ola Nyman"),
        (f"Pain and importance: {process}, {person}", "(nothing)", "Importance: 5 vital; Pain: 4 strong"),
        ("Service: Payroll", "(nothing)", f"Importance: 2; Name: Payroll; Leans on: {process}"),
        rows[-7],
        (
            f"Action: {process}",
            "(nothing)",
            f"Due: 1 May 2026; Struck: no; What: First action; Process: {process}; "
            f"Text: a text of {length} characters; Leads to level: 2 {levels[2]}",
        ),
        (
            "Set-up of the assessment",
            f"Default target level: 3 {levels[3]}; Name: First round",
            f"Default target level: 4 {levels[4]}; Name: Renamed",
        ),
        (
            "Person: somebody who was removed",
            "(nothing)",
            f"Name: Nina; Role: Customer; Unit: a text of {length} characters",
        ),
        (f"Answer: {process}, '{item}', as-is, somebody who was removed", "(nothing)", "1 Point 1"),
        (
            "Person: somebody who was removed",
            f"Name: Nina; Role: Customer; Unit: a text of {length} characters; With: 1 answer",
            "(removed)",
        ),
        ("Service: Payroll", f"Importance: 2; Name: Payroll; Leans on: {process}", "(removed)"),
    ]
    assert rows[-12][0] == f"Target: {process}"
    assert f"Target level: 4 {levels[4]}; Rationale: a text of {length} characters" in rows[-12][2]
    assert "Approved by: Ada" in rows[-12][2]
    assert f"Waves set by hand: {process} to level 3: wave 1" in rows[-7][2]


def test_no_word_that_somebody_wrote_no_id_and_no_json_is_in_it(changed: tuple[Plumbline, str]) -> None:
    plumbline, own_id = changed
    stored = str(plumbline.assessments.journal(ME, own_id))
    assert SECRET not in stored
    for row in own_table(changed).rows:
        text = "\n".join(cell.text for cell in row.cells)
        assert not [sign for sign in ("{", "}", '"', "[", "r9", ITEM, "p-", "None", "_") if sign in text], text


def test_who_and_when_stand_beside_it(changed: tuple[Plumbline, str]) -> None:
    newest = own_table(changed).rows[0]
    number, when, who = newest.cells[:3]
    revision = changed[0].assessments.revision(ME, changed[1])
    assert (number.text, number.value, who.text, who.value) == (str(revision), revision, "Local user", "local")
    moment = datetime.fromisoformat(str(when.value))
    assert when.text == f"{moment.day} {moment:%B %Y, %H:%M:%S}"


def test_a_filter_leaves_what_is_wanted(changed: tuple[Plumbline, str]) -> None:
    plumbline, own_id = changed
    whole = plumbline.journal.read(ME, own_id)
    of_notes = plumbline.journal.read(ME, own_id, JournalFilter(noun="note"))
    assert {entry.noun for entry in of_notes.entries} == {"note"}
    assert (len(of_notes.entries), of_notes.count) == (1, 1)
    assert plumbline.journal.read(ME, own_id, JournalFilter(actor_id="local")).count == whole.count
    assert plumbline.journal.read(ME, own_id, JournalFilter(actor_id="nobody")).count == 0
    middle = whole.entries[5].at
    later = plumbline.journal.read(ME, own_id, JournalFilter(since=middle)).entries
    earlier = plumbline.journal.read(ME, own_id, JournalFilter(until=middle)).entries
    assert (later, earlier) == (whole.entries[:6], whole.entries[6:])
    empty = journal_view(plumbline.journal.read(ME, own_id, JournalFilter(actor_id="nobody")), lambda at: at)
    assert empty.empty == words.EMPTY
    assert kind_names(whole)["answer"] == "Answer"
    assert actor_names(whole) == {"local": "Local user"}


def test_a_page_is_so_many_entries_behind_those_before(changed: tuple[Plumbline, str]) -> None:
    plumbline, own_id = changed
    whole = plumbline.journal.read(ME, own_id)
    second = plumbline.journal.read(ME, own_id, limit=4, skip=4)
    assert second.entries == whole.entries[4:8]
    assert second.count == whole.count
    assert journal_view(second, lambda at: at).finding == f"4 of {whole.count} changes, the newest first."
    assert whole.count <= ENTRIES_ON_A_PAGE
    assert journal_view(whole, lambda at: at).finding == f"{whole.count} changes, the newest first."


def test_the_journal_of_everything_names_assessments_and_keeps_the_last_hash_of_one_that_is_gone(
    module_plumbline: Plumbline,
) -> None:
    p = module_plumbline
    gone_id = begun(p)
    p.assessments.update_header(ME, gone_id, HeaderChange(name="Soon gone"))
    p.assessments.remove(ME, gone_id)
    (binned,) = p.bin.assessments(ME)
    check = next(one for one in p.journal.verify_all(ME) if one.chain_id == gone_id)
    p.bin.forget_assessment(ME, gone_id)

    page = p.journal.read_all(ME, JournalFilter(noun="assessment"))
    table = journal_view(page, lambda at: at, is_of_everything=True).table("journal")
    row = table.rows[0]
    assert [cell.text for cell in row.cells[2:]] == [
        "Local user",
        "The installation",
        "Assessment: 'Soon gone'",
        f"Last hash: {words.in_groups(check.head)}; Name: Soon gone; Changes: {check.revision}; State: Draft",
        "(removed)",
    ]
    assert (binned.journal_count, binned.id) == (check.revision, gone_id)
    last = p.journal.verify_all(ME)[-1]
    assert (last.chain_id, last.name, last.head, last.revision) == (gone_id, "Soon gone", check.head, check.revision)
    assert last.is_removed
    shown = checks_view(p.journal.verify_all(ME))
    assert [cell.text for cell in shown.table("chains").rows[-1].cells] == [
        "Soon gone",
        str(check.revision),
        "removed for good",
        check.head,
    ]
    assert shown.finding.startswith("All ")
    assert words.REMOVED_NOTE in shown.notes


def test_an_altered_entry_is_found_named_and_shown_without_breaking_the_page(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    plumbline.answering.save(ME, assessment_id, rated(ITEM, 2))
    with plumbline._store._engine.begin() as connection:
        where = f"WHERE chain_id = '{assessment_id}' AND seq = 2"
        connection.exec_driver_sql(f"UPDATE journal SET after = 'not JSON', at = 'never' {where}")
    check = plumbline.journal.verify(ME, assessment_id)
    assert (check.broken_at, check.name) == (2, "First round")
    view = checks_view((check,))
    assert view.finding.startswith("Not whole: First round.")
    assert view.table("chains").rows[0].cells[2].text == "altered, cut or incomplete from entry 2 on"
    assert journal_view(plumbline.journal.read(ME, assessment_id), lambda at: at).table("journal").rows


def test_a_csv_file_holds_the_table(changed: tuple[Plumbline, str]) -> None:
    table = own_table(changed)
    read = list(csv.reader(io.StringIO(table_csv(table).decode("utf-8-sig"))))
    assert read[0] == ["No.", "When", "Who", "What", "Before", "After"]
    assert [row[3] for row in read[1:]] == [cell.text for cell in table.column("what")]


def test_every_kind_of_thing_and_every_field_has_a_word() -> None:
    assert {*NOUNS} == {*words.KINDS}
    for section in SECTIONS:
        model = {"action": "PlannedAction", "agenda slot": "AgendaSlot", "step": "RunningStep"}.get(section.noun, "")
        for column in section.columns:
            name = column.name
            is_told = name in section.key or name.startswith(("answer_", "settings_")) or name == "facts_hash"
            assert is_told or name in words.LABELS or conflict_words.label(name, model), f"{section.noun}: {name}"


def test_only_facts_and_hashes_are_kept_of_every_kind() -> None:
    kept = {section.noun: section.texts for section in SECTIONS if section.texts}
    assert kept["note"] == {"text"}
    assert kept["answer"] == {"answer_reason"}
    assert kept["agreed value"] == {"answer_reason", "note"}
    assert kept["respondent"] == {"unit"}
    assert kept["evidence file"] == {"name", "caption"}
    assert kept["action"] == {"text", "note"}
    assert {"critical service", "technology"}.isdisjoint(kept)


def test_actors_are_called_by_their_account_and_one_whose_account_is_gone_is_said_to_be(plumbline: Plumbline) -> None:
    assessment_id = begun(plumbline)
    now = plumbline._store.now()
    account = Account(id="a-1", name="Ada Example", email="ada@example.test", created_at=now)
    grant = Grant(
        id="g-1",
        account_id="a-1",
        scope=Scope(role=AccessRole.READER, assessment_id=assessment_id),
        granted_by="local",
        granted_at=now,
    )
    with plumbline._store.writing(actor_id="local", operation="test") as writer:
        writer.access_writer.add_account(account)
        writer.access_writer.add_grant(grant)
        sign_in = SignIn(token_hash="0" * 64, account_id="a-1", started_at=now, seen_at=now, ends_at=now)
        writer.access_writer.add_sign_in(sign_in)
        link = Invitation(
            token_hash="1" * 64,
            kind=InvitationKind.INVITE,
            email="b@example.test",
            scopes=(grant.scope,),
            made_by="local",
            made_at=now,
            ends_at=now,
        )
        writer.access_writer.add_invitation(link)
    with plumbline._store.writing(actor_id="a-1", operation="test") as writer:
        writer.lock(assessment_id)
        writer.put(assessment_id, rated(ITEM, 2))
    page = plumbline.journal.read(ME, assessment_id)
    assert actor_names(page)["a-1"] == "Ada Example"
    assert journal_view(page, lambda at: at).table("journal").rows[0].cells[2].text == "Ada Example"
    everything = journal_view(plumbline.journal.read_all(ME), lambda at: at, is_of_everything=True).table("journal")
    rows = {cells[4].text: cells[6].text for cells in (row.cells for row in everything.rows)}
    assert rows["Account: Ada Example"] == "Has a password: no; Disabled: no"
    assert rows["Sign-in: Ada Example"] == f"Account: Ada Example; Until: {now.day} {now:%B %Y}"
    assert rows["One-time link"] == "What: Invites somebody; Gives: Reader for 'First round'"
    assert rows["Access role: Ada Example"] == "Account: Ada Example; Assessment: 'First round'; Role: Reader"

    with plumbline._store.writing(actor_id="local", operation="test") as writer:
        writer.access_writer.remove_account("a-1")
    page = plumbline.journal.read(ME, assessment_id)
    assert journal_view(page, lambda at: at).table("journal").rows[0].cells[2].text == "Somebody whose account is gone"


def test_what_an_upgrade_did_is_told_as_plumblines_own_doing(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("upgraded")
    file = add_words(write_released_file("0001", folder / "plumbline.db"), "first-round")
    plumbline = open_plumbline(
        Settings(
            database_url=sqlite_url(folder),
            data_folder=folder,
            questionnaires_folder=folder / "none",
            sample_file=folder / "sample.json",
        )
    )
    table = journal_view(plumbline.journal.read(ME, "first-round"), lambda at: at).table("journal")
    who, what, before, after = (cell.text for cell in table.rows[0].cells[2:])
    assert (who, what, after) == ("Plumbline itself", "Journal", "Entries whose words became hashes: 5")
    assert re.fullmatch(r"Last hash:( [0-9a-f]{16}){4}", before)
    assert [cell.text for cell in table.rows[1].cells[3:]] == ["Service: Payroll", "(nothing)", "Name: Payroll"]
    plumbline.close()
    assert file.exists()


def test_whose_answers_an_account_gives_is_said_by_id_and_not_as_somebody_who_was_removed() -> None:
    assert named(JournalNames(), INSTALLATION).person("r1") == "r1"
