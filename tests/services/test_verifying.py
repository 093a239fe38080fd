"""A file that left the house is held against its assessment: what holds, and what was changed in it, by its place."""

from __future__ import annotations

import csv
import io
import re
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import pytest
from openpyxl import load_workbook
from pptx import Presentation
from pptx.oxml.ns import qn
from weasyprint import HTML

from assessment.domain.access.account import Scope
from assessment.domain.access.permissions import AccessRole
from assessment.domain.anchor import Anchor, AnchorState
from assessment.domain.answered.assessment import Flag
from assessment.domain.answered.workshop import HeldSession, RoomKind
from assessment.domain.authored.framework import Depth, Framework, Horizon
from assessment.errors import AssessmentError, ImportRefused, InvalidInput, NotAvailable
from assessment.reporting.pdf.report import build_report
from assessment.reporting.worker import Order, Printable
from assessment.services.authority import LOCAL_ACTOR as ME
from assessment.services.documents import FileFormat
from assessment.services.plumbline import Plumbline, open_plumbline
from assessment.services.reports import product_version
from assessment.services.verifying import Verified
from assessment.settings import Settings
from assessment.views.paper import Paper
from assessment.views.report_check import place_text, report_check_view
from assessment.views.report_kinds import ReportKind
from assessment.views.stamp import stamp_text
from tests.builders import rated
from tests.services.access import somebody
from tests.services.conftest import begun
from tests.services.folders import settings_in, write_framework
from tests.services.printing import Printer

ENDINGS = {
    "workbook": FileFormat.WORKBOOK,
    "csv": FileFormat.CSV,
    "deck": FileFormat.DECK,
    "bundle": FileFormat.HTML,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """An open Plumbline with an answered assessment, and its files."""

    plumbline: Plumbline
    assessment_id: str
    files: dict[str, bytes]
    export: bytes

    def verified(self, content: bytes, **changes: Any) -> Verified:
        return self.plumbline.verifying.verify(ME, content, "file", **changes)

    def changed(self, content: bytes) -> list[tuple[str, str | None, str | None]]:
        """Where the file differs, what it says and what it should say."""
        return [(place_text(one.kind, one.parts), one.found, one.wanted) for one in self.verified(content).differences]


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory, framework: Framework) -> Iterator[World]:
    folder = tmp_path_factory.mktemp("verifying")
    write_framework(framework, folder / "questionnaires")
    plumbline = open_plumbline(settings_in(folder))
    assessment_id = begun(plumbline, respondent_ids=("r1", "r2", "r3"))
    asked = [item for one in ("planning", "building") for item in framework.items(one, Depth.FULL, Horizon.AS_IS)]
    for number, item in enumerate(asked):
        for person in ("r1", "r2", "r3"):
            plumbline.answering.save(ME, assessment_id, rated(item.id, (number * 3 + len(item.id)) % 6, person))
    files = {kind: plumbline.documents.file(ME, assessment_id, ending) for kind, ending in ENDINGS.items()}
    export = plumbline.exchange.export_json(ME, assessment_id)
    yield World(plumbline=plumbline, assessment_id=assessment_id, files=files, export=export)
    plumbline.close()


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_file_as_it_was_made_holds_to_the_last_byte(world: World, kind: str) -> None:
    found = world.verified(world.files[kind])
    assert (found.differences, found.is_identical, found.stamp.kind) == ((), True, kind)
    assert found.value_count > 150
    view = report_check_view(found.stamp, found.version, found.value_count, found.differences, is_identical=True)
    assert view.finding.startswith("All of it holds: ")
    assert view.notes == ("The file is the same to the last byte.",)


def test_a_changed_cell_of_a_workbook_is_named(world: World) -> None:
    book = load_workbook(io.BytesIO(world.files["workbook"]))
    sheet = book["Processes"]
    (place,) = (cell.column_letter for cell in sheet[1] if str(cell.value).lower() == "score")
    before = sheet[f"{place}2"].value
    sheet[f"{place}2"] = 4.9
    written = io.BytesIO()
    book.save(written)
    assert world.changed(written.getvalue()) == [(f"Processes!{place}2", "4.9", f"{before:.15g}")]
    sheet[f"{place}2"] = before
    book.save(same := io.BytesIO())
    kept = world.verified(same.getvalue())
    assert (kept.differences, kept.is_identical) == ((), False)
    view = report_check_view(kept.stamp, kept.version, kept.value_count, (), is_identical=False)
    assert view.notes[0].startswith("Every value holds, but the file is not the same to the last byte")


def test_a_changed_cell_of_a_csv_file_and_one_that_was_put_in_are_named(world: World) -> None:
    written = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(world.files["csv"])) as source, zipfile.ZipFile(written, "w") as target:
        target.comment = source.comment
        for name in source.namelist():
            rows = list(csv.reader(io.StringIO(source.read(name).decode("utf-8-sig"))))
            if name.startswith("processes"):
                processes, place = name, rows[0].index("level") if "level" in rows[0] else 3
                before, rows[1][place] = rows[1][place], "5"
                rows.append(["invented"])
                last = len(rows)
            csv.writer(text := io.StringIO()).writerows(rows)
            target.writestr(name, text.getvalue())
    assert world.changed(written.getvalue()) == [
        (f"{processes}, row 2, column {place + 1}", "5", before),
        (f"{processes}, row {last}, column 1", "invented", None),
    ]


def test_a_changed_cell_text_and_chart_of_a_deck_are_named(world: World) -> None:
    deck = Presentation(io.BytesIO(world.files["deck"]))

    def first(has: str) -> Any:
        return next(shape for slide in deck.slides for shape in slide.shapes if getattr(shape, has, False))

    first("has_table").table.cell(1, 1).text_frame.paragraphs[0].runs[0].text = "7,777"
    deck.slides[1].shapes.title.text_frame.paragraphs[0].runs[0].text = "All is well."
    value = next(first("has_chart").chart._chartSpace.iter(qn("c:val"), qn("c:yVal")))
    value.find(f".//{qn('c:v')}").text = "99"
    deck.save(written := io.BytesIO())
    title, drawn, cell = sorted(world.changed(written.getvalue()), key=lambda one: one[1] == "7,777" or one[1] == "99")
    assert title[0].startswith("slide 2, ")
    assert "All is well." in (title[1] or "")
    assert {drawn[1], cell[1]} == {"99", "7,777"}
    (place,) = (one[0] for one in (drawn, cell) if one[1] == "99")
    assert re.fullmatch(r"slide \d+, .+, 1, (?:val|yVal) 0", place)
    (place,) = (one[0] for one in (drawn, cell) if one[1] == "7,777")
    assert re.fullmatch(r"slide \d+, .+, 2, 2", place)


def test_a_changed_number_text_drawing_and_a_script_in_a_bundle_are_named(world: World) -> None:
    page = world.files["bundle"].decode()
    start = page.index('data-row="planning"', page.index('class="data movement'))
    place = page.index('data-column="score"', start)
    score = page[page.index(">", place) + 1 : page.index("<", page.index(">", place))]
    altered = page[:place] + page[place:].replace(f">{score}<", ">4.9<", 1)
    assert world.changed(altered.encode()) == [("#movement: planning, score", "4.9", score)]
    moved = page[:start] + page[start:].replace('cx="', 'cx="9', 1)
    [(where, _, _)] = world.changed(moved.encode())
    assert where == "#movement: planning, track"
    with_script = page.replace("<main>", "<main><script src=x>alert(1)</script>")
    [(_, found, _)] = world.changed(with_script.encode())
    assert found == "<script> src=x alert(1)"
    without = page.replace(f"{page[page.index('<h2') : page.index('</h2>') + 5]}", "", 1)
    assert world.changed(without.encode())


def test_a_changed_number_of_a_report_is_named_by_its_page(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    """The printing process has tests of its own: here a page is printed of what it was ordered, in no time."""
    printer = Printer(page_of)
    monkeypatch.setattr(world.plumbline.verifying, "_worker", printer)
    told = world.plumbline.results.read(ME, world.assessment_id)
    report = build_report(
        told, printed_on=date(2026, 1, 15), product_version=product_version(), kind=ReportKind.ROADMAP
    )
    made = page_of(Order(printable=Printable.REPORT, document=report, paper=Paper.LETTER))
    found = world.verified(made)
    assert (found.differences, found.is_identical, found.stamp.paper) == ((), True, "Letter")
    (order,) = printer.orders
    assert (order.document, order.paper) == (report, Paper.LETTER)
    changed = replace(report, imprint=replace(report.imprint, organisation="Other Ltd"))
    altered = page_of(Order(printable=Printable.REPORT, document=changed, paper=Paper.LETTER))
    assert world.changed(altered) == [("page 1", "Other", "Invented")]


def test_minutes_with_names_are_made_again_with_the_names_for_whoever_may_see_them(
    plumbline: Plumbline, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer, assessment_id = Printer(page_of), begun(plumbline)
    held = HeldSession(id="s1", kind=RoomKind.WORKSHOP, held_on=date(2026, 3, 2), respondent_ids=("r1", "r2"))
    with plumbline._store.writing(actor_id=ME.id, operation="test") as writer:
        writer.lock(assessment_id)
        writer.put(assessment_id, held)
    monkeypatch.setattr(plumbline.verifying, "_worker", printer)
    monkeypatch.setattr(plumbline.reports, "_worker", printer)
    made = plumbline.reports.build(ME, assessment_id, ReportKind.MINUTES_WITH_NAMES)
    assert plumbline.verifying.verify(ME, made, "file").is_identical
    reader = somebody(plumbline, Scope(role=AccessRole.READER, assessment_id=assessment_id))
    plumbline.verifying.verify(reader, made, "file")
    with pytest.raises(NotAvailable):
        plumbline.reports.build(reader, assessment_id, ReportKind.MINUTES_WITH_NAMES)
    plumbline.reports.build(reader, assessment_id, ReportKind.MINUTES)
    tables = [order.document.parts[0].view.table("minutes-sessions") for order in printer.orders]
    assert [table.rows[0].cells[3].text for table in tables] == ["Person r1 and Person r2"] * 2 + ["–", "2"]


def page_of(order: Order) -> bytes:
    stamp = stamp_text(replace(order.document.stamp, paper=order.paper.value))
    head, said = f'<meta name="keywords" content="{stamp}">', order.document.imprint.organisation
    content: bytes = HTML(string=f"<html><head>{head}</head><body><p>2.5 {said}</p></body></html>").write_pdf()
    return content


def test_an_export_stands_in_for_an_assessment_that_is_not_here(world: World, settings: Settings) -> None:
    elsewhere = open_plumbline(settings)
    try:
        verify = elsewhere.verifying.verify
        with pytest.raises(InvalidInput, match="no assessment here is in that state"):
            verify(ME, world.files["bundle"], "bundle.html")
        found = verify(ME, world.files["bundle"], "bundle.html", world.export, "export.json")
        assert (found.differences, found.is_identical) == ((), True)
        other = begun(elsewhere)
        with pytest.raises(InvalidInput, match="and the file was made from"):
            verify(ME, world.files["csv"], "x.zip", elsewhere.exchange.export_json(ME, other), "other.json")
        with pytest.raises(ImportRefused):
            verify(ME, world.files["csv"], "x.zip", b"{}", "none.json")
    finally:
        elsewhere.close()


def test_another_version_is_told_and_what_can_be_compared_is(world: World) -> None:
    page = world.files["bundle"].decode().replace(f"version={product_version()}", "version=0.0.9")
    found = world.verified(page.encode())
    assert found.differences == ()
    view = report_check_view(found.stamp, found.version, found.value_count, (), is_identical=found.is_identical)
    assert view.notes[0].startswith(f"Version 0.0.9 made the file, and {product_version()} made it again")
    unknown = page.replace("kind=bundle", "kind=hologram")
    with pytest.raises(InvalidInput, match="of a kind that this Plumbline does not make"):
        world.verified(unknown.encode())


def test_a_file_is_made_again_by_its_layout_and_refused_once_that_looks_otherwise(world: World) -> None:
    layouts = world.plumbline.layouts
    layout_id = layouts.create(ME, "Partners")
    layout = layouts.read(ME, layout_id).layout.model_copy(update={"language": "de"})
    layouts.save(ME, layout)
    page = world.plumbline.documents.file(ME, world.assessment_id, FileFormat.HTML, layout_id)
    found = world.verified(page)
    assert (found.differences, found.is_identical, found.stamp.layout) == ((), True, layout.look_hash)
    layouts.save(ME, layout.model_copy(update={"accent": "#7A1F5C"}))
    with pytest.raises(InvalidInput, match="that is not here as it was then"):
        world.verified(page)


@pytest.mark.parametrize("kind", ENDINGS)
def test_a_damaged_file_is_refused_in_a_sentence(world: World, kind: str) -> None:
    content = world.files[kind]
    unstamped = content.replace(b"plumbline-stamp", b"plumbline-stomp")
    for damaged in (content[: len(content) // 2], b"", b"%PDF-1.7 nothing", b"PK\x03\x04", b"<html>no stamp</html>"):
        if kind != "bundle" or damaged != content[: len(content) // 2]:
            with pytest.raises(InvalidInput, match="file: it "):
                world.verified(damaged)
    for place in range(0, len(content), len(content) // 5):
        with suppress(AssessmentError):  # a sentence, or a difference; never anything else
            world.verified(content[:place] + b"\xff\x00" * 9 + content[place + 18 :])
    if kind in ("bundle", "csv"):
        with pytest.raises(InvalidInput, match="does not say which snapshot"):
            world.verified(unstamped)


def test_an_archive_that_would_grow_beyond_measure_is_refused_before_it_is_unpacked(world: World) -> None:
    bomb = io.BytesIO()
    with zipfile.ZipFile(bomb, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("processes.csv", b"0" * 50_000_000)
    with pytest.raises(InvalidInput, match="unpacked it would be larger"):
        world.verified(bomb.getvalue())


def test_what_a_file_says_is_shown_without_what_a_terminal_acts_on(world: World) -> None:
    page = world.files["bundle"].decode()
    altered = page.replace("</h1>", "\x1b[31m" + "x" * 400 + "</h1>")
    found = world.verified(altered.encode())
    view = report_check_view(found.stamp, found.version, found.value_count, found.differences, is_identical=False)
    (row,) = view.tables[0].rows
    assert "\x1b" not in row.cells[1].text
    assert len(row.cells[1].text) == 201
    assert view.finding == f"1 place does not hold, of {found.value_count:,} values compared."
    assert replace(view) == view


def test_a_file_names_the_entry_of_the_journal_it_was_made_at_and_it_is_looked_for_there(world: World) -> None:
    p, own_id = world.plumbline, world.assessment_id
    before = world.verified(world.files["bundle"])
    check = p.journal.verify(ME, own_id)
    assert before.stamp.anchor == Anchor(seq=check.revision, head=check.head)
    p.answering.flag(ME, own_id, Flag(item_id="planning.deliver-1"))
    p.answering.unflag(ME, own_id, "planning.deliver-1")

    for kind in ("bundle", "workbook", "csv", "deck"):  # the snapshot is the same again, the journal went on
        found = world.verified(world.files[kind])
        assert (found.is_identical, found.anchor) == (True, AnchorState.HELD), kind
    later = world.verified(p.documents.file(ME, own_id, FileFormat.HTML)).stamp
    assert later.snapshot_hash == before.stamp.snapshot_hash
    assert later.anchor is not None
    assert later.anchor.seq == check.revision + 2
    view = report_check_view(
        found.stamp, found.version, found.value_count, (), is_identical=True, anchor=AnchorState.HELD
    )
    assert view.fact("journal").text == "The entry it was made at is part of the journal here"


def test_an_entry_that_is_not_in_the_journal_any_more_is_told_and_older_files_name_none(world: World) -> None:
    page = world.files["bundle"].decode()
    anchor = world.verified(world.files["bundle"]).stamp.anchor
    assert anchor is not None
    other = page.replace(f"journal={anchor.seq}:{anchor.head}", f"journal={anchor.seq}:{'0' * 64}")
    found = world.verified(other.encode())
    assert (found.anchor, found.differences) == (AnchorState.MISSING, ())
    view = report_check_view(
        found.stamp, found.version, found.value_count, (), is_identical=found.is_identical, anchor=found.anchor
    )
    assert "was put back from an older backup, or the journal was altered" in view.notes[0]
    older = world.verified(page.replace(f" journal={anchor.seq}:{anchor.head}", "").encode())
    assert (older.anchor, older.stamp.anchor, older.differences) == (AnchorState.NONE, None, ())
    of_export = world.verified(world.files["bundle"], export=world.export, export_name="export.json")
    assert of_export.anchor is AnchorState.UNKNOWN


def test_what_was_signed_off_stands_at_the_entry_of_its_sign_off_for_good(
    plumbline: Plumbline, framework: Framework
) -> None:
    del framework
    own_id = begun(plumbline)
    plumbline.assessments.sign_off(ME, own_id, "Ada")
    signed = plumbline.results.read(ME, own_id).anchor
    assert signed is not None
    assert signed.seq == plumbline.assessments.revision(ME, own_id)
    first = plumbline.documents.file(ME, own_id, FileFormat.CSV)
    (organisation,) = plumbline.organisations.list_organisations(ME)
    plumbline.organisations.rename(ME, organisation.id, "Another name")
    assert plumbline.assessments.revision(ME, own_id) == signed.seq + 1
    assert plumbline.results.read(ME, own_id).anchor == signed
    assert plumbline.documents.file(ME, own_id, FileFormat.CSV) == first
