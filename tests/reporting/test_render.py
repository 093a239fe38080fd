"""The PDF read back: text, bookmarks, tags, and nothing fetched, whatever the text."""

from __future__ import annotations

import hashlib
import io
import re
import socket
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
from jinja2 import UndefinedError
from pypdf import PdfReader
from weasyprint.html import UA_STYLESHEET

from assessment.domain.answered.assessment import Assessment, CriticalService, Note, NoteKind, Respondent, Role, Target
from assessment.domain.answered.organisation import Owner, Technology
from assessment.domain.authored.framework import Framework
from assessment.domain.computed import Computed
from assessment.reporting.pdf import engine
from assessment.reporting.pdf.engine import BundledFetcher, base_rules
from assessment.reporting.pdf.render import classes, html_to_pdf, render_html, render_pdf
from assessment.reporting.pdf.report import Report
from assessment.reporting.stages import Stage, unheard
from assessment.reporting.templates import templates
from assessment.reporting.worker import PrintingWorker
from assessment.views.model import Cell, Mark
from assessment.views.paper import Paper
from tests.builders import an_assessment, answered, tiny_framework
from tests.reporting.conftest import report_of, report_order

PAGE = '<html lang="en"><head><title>Title</title></head><body><p>Text</p></body></html>'
ARABIC = "تقييم إدارة خدمات تكنولوجيا المعلومات"


@pytest.fixture(scope="module")
def full_pdf(full_content: bytes) -> PdfReader:
    """The whole report of all 17 processes, read back."""
    return PdfReader(io.BytesIO(full_content))


@pytest.fixture(scope="module")
def small_pdf(small_report: Report) -> bytes:
    """The report of three invented processes, printed here."""
    return render_pdf(small_report)


@pytest.fixture(scope="module")
def full_text(full_pdf: PdfReader) -> tuple[str, ...]:
    """The text of each page of the whole report."""
    return tuple(re.sub(r"\s+", " ", page.extract_text()) for page in full_pdf.pages)


def _text(reader: PdfReader) -> str:
    return re.sub(r"\s+", " ", " ".join(page.extract_text() for page in reader.pages))


def _bookmarks(reader: PdfReader) -> dict[str, int]:
    found: dict[str, int] = {}

    def walk(entries: object) -> None:
        assert isinstance(entries, list)
        for entry in entries:
            if isinstance(entry, list):
                walk(entry)
            else:
                page = reader.get_destination_page_number(entry)
                assert page is not None
                found[str(entry.title)] = page

    walk(reader.outline)
    return found


def test_the_headline_numbers_of_the_pdf_are_those_of_the_result(
    full_pdf: PdfReader, full_text: tuple[str, ...], whole: Computed
) -> None:
    text = full_text[_bookmarks(full_pdf)["In one page"]]
    rollup = whole.result.whole
    assert f"{rollup.at_target_count} of {rollup.process_count} processes are where they should be" in text
    first = whole.result.priorities[0]
    assert whole.framework.process_by_id[first.process_id].name in text
    assert f"brings {whole.roadmap.waves[-1].at_target_count} there" in text


def test_every_process_begins_on_the_page_its_bookmark_names(
    full_pdf: PdfReader, full_text: tuple[str, ...], whole: Computed
) -> None:
    bookmarks = _bookmarks(full_pdf)
    for process in whole.result.processes:
        name = whole.framework.process_by_id[process.process_id].name
        assert f"{name} is at level {process.level.level}" in full_text[bookmarks[name]]


def test_the_contents_give_the_page_of_every_chapter(
    full_pdf: PdfReader, full_text: tuple[str, ...], report: Report
) -> None:
    bookmarks = _bookmarks(full_pdf)
    for entry in report.contents:
        number = bookmarks[entry.title] + 1
        assert re.search(rf"{re.escape(entry.title)}[ .]*{number}\b", full_text[1]), entry.title


def test_the_report_stays_within_its_pages(full_text: tuple[str, ...]) -> None:
    assert 40 <= len(full_text) <= 80
    for number, text in enumerate(full_text, start=1):
        assert len(text) > 200, f"page {number} is nearly empty: {text}"


def test_head_and_foot_stand_on_every_page_but_the_cover(full_text: tuple[str, ...], report: Report) -> None:
    last = len(full_text)
    for number, text in enumerate(full_text, start=1):
        assert (f"Page {number} of {last}" in text) == (number > 1)
        assert report.imprint.foot in text
        assert f"Snapshot {report.imprint.short_hash}" in text  # a fact of the cover


def test_the_pdf_says_what_it_is_to_a_screen_reader(full_pdf: PdfReader, report: Report) -> None:
    root: Any = full_pdf.root_object
    assert root["/Lang"] == "en"
    assert root["/MarkInfo"]["/Marked"]
    assert root["/ViewerPreferences"]["/DisplayDocTitle"]
    assert full_pdf.metadata is not None
    assert full_pdf.metadata.title == report.imprint.title
    metadata = root["/Metadata"].get_object().get_data().decode()
    assert 'pdfuaid:part="1"' in metadata


def test_drawings_have_alternative_text_and_tables_have_headers(small_pdf: bytes) -> None:
    reader = PdfReader(io.BytesIO(small_pdf))
    kinds: dict[str, int] = {}
    figures_without = 0
    root: Any = reader.root_object
    waiting: list[Any] = [root["/StructTreeRoot"]]
    while waiting:
        node = waiting.pop().get_object()
        if not hasattr(node, "get"):
            continue
        kind = str(node.get("/S", ""))
        kinds[kind] = kinds.get(kind, 0) + 1
        figures_without += kind == "/Figure" and not node.get("/Alt")
        children = node.get("/K", [])
        children = children if isinstance(children, list) else [children]
        waiting.extend(child for child in children if hasattr(child.get_object(), "get"))
    assert figures_without == 0
    assert {"/H1", "/H2", "/Table", "/TH", "/TD", "/Figure", "/L", "/P"} <= set(kinds)


def test_the_same_document_gives_the_same_bytes_here_and_in_the_worker(
    small_report: Report, small_pdf: bytes, worker: PrintingWorker
) -> None:
    printed = worker.render(report_order(small_report), unheard)
    assert hashlib.sha256(printed).hexdigest() == hashlib.sha256(small_pdf).hexdigest()


def test_only_the_familys_own_fonts_are_used_for_plain_text(small_pdf: bytes) -> None:
    pages: Any = PdfReader(io.BytesIO(small_pdf)).pages
    names = {
        str(font.get_object()["/BaseFont"]).split("+")[-1]
        for page in pages
        for font in page["/Resources"]["/Font"].values()
    }
    assert names
    assert all(name.startswith("Source-Sans-3") for name in names), names


def test_paper_comes_in_a4_and_letter(small_report: Report) -> None:
    for paper, size in ((Paper.A4, (595, 842)), (Paper.LETTER, (612, 792))):
        page = PdfReader(io.BytesIO(html_to_pdf(PAGE, "report.css", paper, "x", unheard)))
        box = page.pages[0].mediabox
        assert (round(box.width), round(box.height)) == size
    assert 'width="' in render_html(small_report, Paper.LETTER)


def test_a_name_missing_in_a_template_is_an_error() -> None:
    with pytest.raises(UndefinedError):
        templates().from_string("{{ nobody.knows }}").render()


@pytest.mark.parametrize(
    "address",
    [
        "http://127.0.0.1/x",
        "https://example.org/x.css",
        "file:///etc/passwd",
        "data:text/css,p{}",
        "ftp://example.org/x",
        "plumbline:../../pyproject.toml",
        "plumbline:other.woff2",
    ],
)
def test_the_fetcher_gives_nothing_but_the_bundled_fonts(address: str) -> None:
    with pytest.raises(ValueError, match="nothing but its own fonts"):
        BundledFetcher().fetch(address)


@contextmanager
def _listener() -> Iterator[tuple[int, list[str]]]:
    """A server on loopback that notes whoever connects."""
    connections: list[str] = []
    server = socket.create_server(("127.0.0.1", 0))
    server.settimeout(0.1)
    stop = threading.Event()

    def listen() -> None:
        while not stop.is_set():
            try:
                connection, address = server.accept()
            except TimeoutError:
                continue
            connections.append(str(address))
            connection.close()

    thread = threading.Thread(target=listen)
    thread.start()
    try:
        yield server.getsockname()[1], connections
    finally:
        stop.set()
        thread.join()
        server.close()


def _hostile(framework: Framework, port: int) -> Assessment:
    web = f"http://127.0.0.1:{port}"
    html = (
        f"<img src='{web}/a'><link rel=stylesheet href='{web}/b'><script src='{web}/c'></script>"
        f"<style>@import url({web}/d);body{{background:url({web}/e);font-size:1e9px}}</style>"
        f"<svg><image href='{web}/f'/></svg><object data='{web}/g'></object><base href='{web}/'>"
    )
    texts = {
        "html": html,
        "long": "W" * 20_000,
        "endless": "many words " * 10_000,
        "template": "{{7*7}} {% for x in [] %} ${7*7} #{7*7} {{ cycler.__init__ }}",
        "vega": "datum.label + alert(1) \\' \"; signal('x')",
        "rtl": f"{ARABIC} \u202e reversed \u2066 isolated",
        "emoji": "\U0001f600\U0001f468\u200d\U0001f469\u200d\U0001f467 \u2764\ufe0f",
        "control": "bell\x07null\x00escape\x1b[31m tab\t newline\n end",
        "css": f"}} * {{ background: url({web}/h) }} /* </style><style>p{{}}",
    }
    people = (
        Respondent.model_construct(id="r1", role=Role.PRACTITIONER, name="<b>Bold</b> \x00 \u202e"),
        *(Respondent(id=f"r{number}", role=Role.PRACTITIONER) for number in range(2, 5)),
    )
    notes = tuple(
        Note.model_construct(
            respondent_id=f"r{number % 3 + 1}",
            item_id=f"planning.deliver-{number % 3 + 1}",
            kind=(NoteKind.NOTE, NoteKind.EVIDENCE)[number % 2],
            text=text,
            is_released=True,
        )
        for number, text in enumerate(texts.values())
    )
    assessment = answered(framework, an_assessment(framework, respondents=people))
    header = assessment.header.model_copy(update={"organisation": texts["css"] + texts["long"], "unit": texts["rtl"]})
    service = CriticalService(id="s1", name=texts["template"], importance=5, process_ids=("planning",))
    return assessment.model_copy(
        update={
            "header": header,
            "notes": notes,
            "targets": (Target(process_id="planning", level=4, rationale=html, approver=texts["emoji"]),),
            "owners": (Owner(process_id="planning", name=texts["rtl"], sponsor=texts["vega"]),),
            "technology": (Technology.model_construct(process_id="planning", tool=texts["long"], as_is=1, to_be=2),),
            "critical_services": (service,),
        }
    )


def _poppler_text(content: bytes, folder: Path) -> str:
    """The text as poppler reads it: it knows the encoding of fonts with missing glyphs, which pypdf does not."""
    path = folder / "report.pdf"
    path.write_bytes(content)
    said = subprocess.run(["pdftotext", str(path), "-"], capture_output=True, check=True).stdout.decode()
    return re.sub(r"[^\S\f]+", " ", re.sub("[\u200b\u202a-\u202e]", "", said))


def test_hostile_text_prints_as_text_and_fetches_nothing(worker: PrintingWorker, tmp_path: Path) -> None:
    framework = tiny_framework()
    with _listener() as (port, connections):
        report = report_of(framework, _hostile(framework, port))
        content = worker.render(report_order(report), unheard)
        assert connections == []
    text = _poppler_text(content, tmp_path)
    for wanted in ("<img src='http", "{{7*7}} {% for", "(shortened;", "bellnullescape[31m tab", ARABIC):
        assert wanted in text, wanted
    assert "Bold" not in text  # the name of somebody who answers
    assert not re.search(r"[\x00-\x08\x0b\x0e-\x1f]", text)


def test_a_report_without_any_answer_prints(worker: PrintingWorker) -> None:
    framework = tiny_framework()
    report = report_of(framework, an_assessment(framework))
    text = _text(PdfReader(io.BytesIO(worker.render(report_order(report), unheard))))
    assert "Nobody has been asked yet" not in text
    assert "No critical service is recorded. Name the services in Set-up, Critical services." in text


def test_the_lighter_base_sheet_prints_the_same_bytes(
    small_report: Report, small_pdf: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert "::note-" not in base_rules()
    monkeypatch.setattr(engine, "_base_stylesheet", lambda: UA_STYLESHEET)
    assert render_pdf(small_report) == small_pdf
    lists = PAGE.replace("<p>Text</p>", "<ul><li>One</li></ul><ol><li>Two</li></ol>")
    whole = html_to_pdf(lists, "report.css", Paper.A4, "lists", unheard)
    monkeypatch.undo()
    assert html_to_pdf(lists, "report.css", Paper.A4, "lists", unheard) == whole


def test_a_chip_carries_its_style_itself_and_any_other_cell_by_its_class() -> None:
    assert classes(Cell(text="P+", style="rating-2", marks=frozenset({Mark.CHIP, Mark.HATCHED}))) == "hatched"
    assert classes(Cell(text="P+", style="rating-2", marks=frozenset({Mark.HATCHED}))) == "rating-2 hatched"


def test_progress_names_each_page_once_and_rises(small_report: Report) -> None:
    told: list[tuple[float, Stage, int | None]] = []
    content = render_pdf(small_report, on_stage=lambda share, stage, page=None: told.append((share, stage, page)))
    pages = [page for _, stage, page in told if stage is Stage.LAYING_OUT and page is not None]
    shares = [share for share, _, _ in told]
    assert pages == list(range(1, len(PdfReader(io.BytesIO(content)).pages) + 1))
    assert shares == sorted(shares)
    assert all(later > earlier for (earlier, *_), (later, *_) in pairwise(told[1:]))
    assert 0 < shares[0] < shares[-1] < 1
