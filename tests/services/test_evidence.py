"""Files of evidence: what is kept and refused, which way it speaks, that content is in the backup alone."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import text

from assessment.domain.answered.assessment import Note, NoteKind
from assessment.domain.answered.evidence import FILE_SIZE_LIMIT, EvidenceFile, Speaks
from assessment.errors import AssessmentError, AssessmentLocked, Conflict, InvalidInput, NotAvailable
from assessment.services import evidence as service_module
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.evidence import NewFile
from assessment.services.evidence_kinds import KINDS, clean_name, kind_of
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.settings import Settings
from assessment.store import sqlite
from assessment.store.copies import write_copy
from tests.builders import rated
from tests.services.conftest import begun
from tests.store.databases import sqlite_url

ITEM, OTHER = "planning.deliver-1", "planning.deliver-2"
PDF = b"%PDF-1.7 seen in March"


def office(*parts: str) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w") as archive:
        for part in ("[Content_Types].xml", *parts):
            archive.writestr(part, "x")
    return held.getvalue()


def attached(plumbline: Plumbline, content: bytes = PDF, name: str = "log.pdf", item_id: str = ITEM) -> EvidenceFile:
    return plumbline.evidence.attach(ME, assessment_of(plumbline), item_id, NewFile(name=name, content=content))


def assessment_of(plumbline: Plumbline) -> str:
    (one,) = plumbline.assessments.list_assessments(ME)
    return one.header.id


@pytest.fixture
def one(plumbline: Plumbline) -> str:
    return begun(plumbline)


KNOWN = {
    "application/pdf": PDF,
    "image/png": b"\x89PNG\r\n\x1a\n...",
    "image/jpeg": b"\xff\xd8\xff\xe0...",
    "text/plain": "Łódź, Ελλάδα\n".encode(),
    "text/csv": b"a;b\n1;2\n",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": office("word/document.xml"),
    "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet": office("xl/workbook.xml"),
    "application/vnd.openxmlformats-officedocument.presentationml.presentation": office("ppt/presentation.xml"),
}


def test_each_kind_is_found_out_from_its_content_whatever_it_is_called() -> None:
    found = {kind_of("x.csv" if kind == "text/csv" else "x.exe", content).media_type for kind, content in KNOWN.items()}
    assert found == set(KNOWN) == {kind.media_type for kind in KINDS}


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"MZ\x90\x00", "none of the kinds"),
        (b"PK\x03\x04broken", "damaged"),
        (office("other.xml"), "none of the kinds"),
        (office("word/document.xml", "word/vbaProject.bin"), "holds macros"),
        (office("word/document.xml", "xl/workbook.xml"), "none of the kinds"),
        (b"\x1f\x8b\x08\x00", "none of the kinds"),
        (b"text with \x00", "none of the kinds"),
        ("Łódź".encode("utf-16"), "none of the kinds"),
    ],
)
def test_anything_else_is_refused_in_words(content: bytes, reason: str) -> None:
    with pytest.raises(InvalidInput, match=f"{reason}.*Hand in a PDF, a picture"):
        kind_of("evidence.pdf", content)


@pytest.mark.parametrize(
    ("name", "cleaned"),
    [
        ("Protocol of March.PDF", "Protocol of March.PDF"),
        ("../../etc/passwd", "passwd.pdf"),
        ("C:\\temp\\log.html", "log.html.pdf"),
        ("a\u202egnp.exe\x00\n", "agnp.exe.pdf"),
        ('<img src="x">|?*', "img src=x.pdf"),
        ("con.pdf", "_con.pdf"),
        ("...", "evidence.pdf"),
        ("", "evidence.pdf"),
        ("x" * 400, "x" * 120 + ".pdf"),
        ("Żółw 日本.pdf", "Żółw 日本.pdf"),
    ],
)
def test_a_name_leads_nowhere_hides_nothing_and_ends_as_its_kind(name: str, cleaned: str) -> None:
    assert clean_name(name, kind_of("", PDF)) == cleaned


def test_a_file_is_kept_with_size_kind_and_hash_and_given_back_as_it_was(plumbline: Plumbline, one: str) -> None:
    file = attached(plumbline)
    assert (file.name, file.kind, file.size_count, file.item_id) == ("log.pdf", "application/pdf", len(PDF), ITEM)
    assert file.content_hash == hashlib.sha256(PDF).hexdigest()
    (stored,) = plumbline.evidence.files(ME, one, ITEM)
    assert (stored.file, stored.is_here) == (file, True)
    assert plumbline.evidence.files(ME, one, OTHER) == ()
    assert plumbline.evidence.content(ME, one, file.id) == PDF
    assert attached(plumbline, name="again.pdf") == file


def test_what_is_empty_too_large_or_too_much_is_refused_and_nothing_is_kept(
    plumbline: Plumbline, one: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    for content, reason in ((b"", "empty"), (b"%PDF-" + b"x" * FILE_SIZE_LIMIT, "more than 10 MB")):
        with pytest.raises(InvalidInput, match=reason):
            attached(plumbline, content)
    monkeypatch.setattr(service_module, "EVIDENCE_TOTAL_LIMIT", 2 * len(PDF))
    attached(plumbline)
    with pytest.raises(InvalidInput, match="MB together"):
        attached(plumbline, PDF + b"another", item_id=OTHER)
    assert plumbline.evidence.files(ME, one, OTHER) == ()
    with pytest.raises(InvalidInput, match="item"):
        attached(plumbline, item_id="planning.nothing")


def test_content_goes_with_the_last_file_that_has_it(plumbline: Plumbline, one: str) -> None:
    first, second = attached(plumbline), attached(plumbline, item_id=OTHER)
    plumbline.evidence.remove(ME, one, first.id)
    assert plumbline.evidence.content(ME, one, second.id) == PDF
    plumbline.evidence.remove(ME, one, second.id)
    with pytest.raises(NotAvailable):
        plumbline.evidence.content(ME, one, second.id)
    assert kept_count(plumbline) == 0


def test_content_stays_with_an_assessment_in_the_bin_and_goes_when_it_is_forgotten(
    plumbline: Plumbline, one: str
) -> None:
    file = attached(plumbline)
    plumbline.assessments.remove(ME, one)
    assert kept_count(plumbline) == 1
    plumbline.bin.put_back_assessment(ME, one)
    assert plumbline.evidence.content(ME, one, file.id) == PDF
    plumbline.assessments.remove(ME, one)
    plumbline.bin.forget_assessment(ME, one)
    assert kept_count(plumbline) == 0


def kept_count(plumbline: Plumbline) -> int:
    """How many contents the database holds."""
    with plumbline._store.reading() as reader:
        return int(reader._connection.execute(text("select count(*) from evidence_content")).scalar_one())


def test_an_export_names_a_file_and_an_import_elsewhere_says_that_its_content_is_not_here(
    plumbline: Plumbline, one: str, settings: Settings, tmp_path: Path
) -> None:
    file = attached(plumbline)
    exported = plumbline.exchange.export_json(ME, one)
    (told,) = json.loads(exported)["assessment"]["evidence_files"]
    assert told == json.loads(file.model_dump_json())
    assert b"seen in March" not in exported
    elsewhere = open_plumbline(replace(settings, database_url=sqlite_url(empty(tmp_path)), data_folder=empty(tmp_path)))
    try:
        imported = elsewhere.exchange.import_json(ME, exported, "x.json")
        (stored,) = elsewhere.evidence.files(ME, imported, ITEM)
        assert (stored.file, stored.is_here) == (file, False)
        with pytest.raises(InvalidInput, match=r"log\.pdf: its content is not here"):
            elsewhere.evidence.content(ME, imported, file.id)
        elsewhere.evidence.attach(ME, imported, ITEM, NewFile(name="found.pdf", content=PDF))
        assert elsewhere.evidence.content(ME, imported, file.id) == PDF
    finally:
        elsewhere.close()


def empty(tmp_path: Path) -> Path:
    folder = tmp_path / "elsewhere"
    folder.mkdir(exist_ok=True)
    return folder


def test_a_backup_that_is_restored_elsewhere_has_the_content(
    plumbline: Plumbline, one: str, settings: Settings, tmp_path: Path
) -> None:
    file = attached(plumbline)
    (database,) = tmp_path.glob("*.db")
    backup = empty(tmp_path) / database.name
    with closing(sqlite.connect(database, is_read_only=True)) as source:
        write_copy(source, backup)
    restored = open_plumbline(replace(settings, database_url=sqlite_url(empty(tmp_path)), data_folder=empty(tmp_path)))
    try:
        assert restored.evidence.content(ME, one, file.id) == PDF
    finally:
        restored.close()


def test_which_way_a_file_speaks_is_kept_and_the_loser_of_a_race_is_told(plumbline: Plumbline, one: str) -> None:
    file = attached(plumbline)
    (drawn,) = plumbline.evidence.files(ME, one, ITEM)
    plumbline.evidence.change(ME, one, file.id, Speaks.AGAINST, "A gap", expected_version=drawn.version)
    (stored,) = plumbline.evidence.files(ME, one, ITEM)
    assert (stored.file.speaks, stored.file.caption) == (Speaks.AGAINST, "A gap")
    with pytest.raises(Conflict) as told:
        plumbline.evidence.change(ME, one, file.id, Speaks.FOR, None, expected_version=drawn.version)
    assert told.value.what == "The file 'log.pdf'"
    assert (told.value.theirs, told.value.yours) == (
        "Speaks: against the value\nWhat it shows: A gap",
        "Speaks: for the value\nWhat it shows: (nothing)",
    )
    with pytest.raises(Conflict):
        plumbline.evidence.remove(ME, one, file.id, expected_version=drawn.version)


def test_which_way_written_evidence_speaks_survives_another_wording(plumbline: Plumbline, one: str) -> None:
    note = Note(respondent_id="r1", item_id=ITEM, kind=NoteKind.EVIDENCE, text="The log has a gap.")
    with pytest.raises(NotAvailable):
        plumbline.evidence.set_speaks(ME, one, "r1", ITEM, Speaks.FOR)
    version = plumbline.answering.save_note(ME, one, note)
    version = plumbline.evidence.set_speaks(ME, one, "r1", ITEM, Speaks.AGAINST, expected_version=version)
    plumbline.answering.save_note(ME, one, note.model_copy(update={"text": "Gaps."}), expected_version=version)
    question = plumbline.answering.question(ME, one, "r1", ITEM)
    assert question.evidence is not None
    assert (question.evidence.text, question.evidence.speaks) == ("Gaps.", Speaks.AGAINST)
    assert question.file_count == 0
    attached(plumbline)
    assert plumbline.answering.question(ME, one, "r1", ITEM).file_count == 1


def test_a_file_against_a_value_is_told_at_once_with_the_results(plumbline: Plumbline, one: str) -> None:
    plumbline.answering.save(ME, one, rated(ITEM, 4, "r1"))
    file = attached(plumbline)

    def told() -> set[str]:
        return {warning.kind.value for warning in plumbline.results.read(ME, one).result.process("planning").warnings}

    assert "evidence-against" not in told()
    plumbline.evidence.change(ME, one, file.id, Speaks.AGAINST, None)
    assert "evidence-against" in told()
    plumbline.evidence.remove(ME, one, file.id)
    assert "evidence-against" not in told()


def test_a_closed_assessment_takes_no_file(plumbline: Plumbline, one: str) -> None:
    plumbline.assessments.validate(ME, one)
    with pytest.raises(AssessmentLocked):
        attached(plumbline)
    assert issubclass(AssessmentLocked, AssessmentError)
