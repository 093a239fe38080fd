"""Chapters laid out apart and joined: the same words at the same places, the same bytes whoever laid them out."""

from __future__ import annotations

import io
import os
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from assessment.reporting.pdf import beside, printing
from assessment.reporting.pdf.chapters import Kept, Source, contents_entries, cut, drawn_together, with_page_numbers
from assessment.reporting.pdf.drawn import Drawn
from assessment.reporting.pdf.printing import Printer
from assessment.reporting.pdf.render import SHEET, html_to_pdf, render_html, render_pdf
from assessment.reporting.pdf.report import Report
from assessment.reporting.stages import Stage, unheard
from assessment.views.paper import Paper
from assessment.views.process import ProcessView
from tests.reporting.test_pages import pages_of
from tests.reporting.test_render import _bookmarks, _poppler_text

TWO_UNKNOWN = """<html lang="en"><head><title>Two</title></head><body>
<section class="chapter"><h1 id="one">One \ue123</h1><p><a href="#two">two</a></p></section>
<section class="chapter"><h1 id="two">Two \ue456</h1><p><a href="#nowhere">nowhere</a></p></section></body></html>"""


@pytest.fixture(scope="module")
def small(small_report: Report) -> Report:
    """The small report, each of whose chapters begins a page as those of a large one do."""
    return replace(small_report, parts=tuple(replace(part, flows=False) for part in small_report.parts))


@pytest.fixture(scope="module")
def printer() -> Printer:
    """A printer that has printed the small report."""
    return Printer()


@pytest.fixture(scope="module")
def content(printer: Printer, small: Report) -> bytes:
    """The small report."""
    return render_pdf(small, printer=printer)


@pytest.fixture(scope="module")
def changed(small: Report) -> Report:
    """The same report; a process in the middle says much more, and the snapshot is another."""
    place = [isinstance(part.view, ProcessView) for part in small.parts].index(True)
    part = small.parts[place]
    assert isinstance(part.view, ProcessView)
    longer = replace(part, view=replace(part.view, flags=tuple(f"Said {number} times." for number in range(150))))
    parts = (*small.parts[:place], longer, *small.parts[place + 1 :])
    return replace(small, parts=parts, imprint=replace(small.imprint, hash_line="Snapshot 777777777777"))


@pytest.fixture(scope="module")
def whole(small: Report, content: bytes) -> bytes:
    """The report as WeasyPrint writes it itself, with the numbers that its contents have."""
    places = _bookmarks(PdfReader(io.BytesIO(content)))
    root = ElementTree.fromstring(render_html(small))
    with_page_numbers(contents_entries(root), {entry.anchor: places[entry.title] + 1 for entry in small.contents})
    return html_to_pdf(ElementTree.tostring(root, encoding="unicode"), SHEET, Paper.A4, "whole", unheard)


def kinds_of_tags(content: bytes) -> dict[str, int]:
    """How many tags of each kind there are, by the tree."""
    kinds: dict[str, int] = {}
    root: Any = PdfReader(io.BytesIO(content)).root_object
    waiting: list[Any] = [root["/StructTreeRoot"]["/K"]]
    while waiting:
        node = waiting.pop().get_object()
        if isinstance(node, list):
            waiting.extend(node)
        elif isinstance(node, DictionaryObject):
            kind = str(node.get("/S", node.get("/Type")))
            kinds[kind] = kinds.get(kind, 0) + 1
            waiting.extend([node["/K"]] if "/K" in node else [])
    return kinds


def test_every_word_stands_where_it_stands_when_all_is_laid_out_in_one_piece(
    content: bytes, whole: bytes, tmp_path: Path
) -> None:
    apart, together = pages_of(content, tmp_path), pages_of(whole, tmp_path)
    assert len(apart) == len(together) > 10
    for one, other in zip(apart, together, strict=True):
        assert sorted(map(repr, one.words)) == sorted(map(repr, other.words))
    assert _bookmarks(PdfReader(io.BytesIO(content))) == _bookmarks(PdfReader(io.BytesIO(whole)))


def test_the_tags_are_those_of_one_piece_within_a_part_for_each_chapter(
    small: Report, content: bytes, whole: bytes
) -> None:
    kinds = kinds_of_tags(content)
    assert kinds.pop("/Part") == len(cut(ElementTree.fromstring(render_html(small))))
    assert kinds == kinds_of_tags(whole)


def test_every_piece_of_a_page_and_every_link_has_its_tag(content: bytes) -> None:
    reader = PdfReader(io.BytesIO(content))
    root: Any = reader.root_object
    numbers: Any = root["/StructTreeRoot"]["/ParentTree"]["/Nums"]
    parents = dict(zip(numbers[::2], numbers[1::2], strict=True))
    links = 0
    for page in reader.pages:
        data = page.get_contents()
        assert data is not None
        marked = [int(found) for found in re.findall(rb"/MCID (\d+)", data.get_data())]
        tags = parents[page["/StructParents"]].get_object()
        assert marked == list(range(len(tags)))
        assert all(tag.get_object()["/Pg"].get_object() == page for tag in tags[:1])
        for annotation in (entry.get_object() for entry in page.get("/Annots", ())):
            links += 1
            tag: Any = parents[annotation["/StructParent"]].get_object()
            assert tag["/S"] == "/Link"
            assert annotation in [kid["/Obj"].get_object() for kid in _objects(tag)]
    assert links > 20
    assert len(parents) == len(reader.pages) + links


def _objects(tag: Any) -> list[Any]:
    kids = (kid.get_object() for kid in tag["/K"])
    return [kid for kid in kids if isinstance(kid, DictionaryObject) and kid.get("/Type") == "/OBJR"]


def test_heads_and_feet_are_no_part_of_what_is_read_out(content: bytes) -> None:
    for page in PdfReader(io.BytesIO(content)).pages:
        under, _ = (part.get_object().get_data() for part in page["/Contents"])  # type: ignore[attr-defined]
        assert under.startswith(b"/Artifact <</Type /Pagination>> BDC")
        assert under.endswith(b"EMC")


def test_a_changed_chapter_is_laid_out_again_alone_and_gives_the_bytes_of_a_fresh_print(
    printer: Printer, content: bytes, changed: Report, monkeypatch: pytest.MonkeyPatch
) -> None:
    laid_out: list[int] = []

    def counted(sources: list[Source]) -> list[Drawn]:
        laid_out.append(len(sources))
        return drawn_together(sources)

    monkeypatch.setattr(printing, "drawn_together", counted)
    again = render_pdf(changed, printer=printer)
    assert laid_out == [1]
    assert again != content
    assert render_pdf(changed, printer=Printer()) == again


def test_pages_contents_bookmarks_and_links_are_right_after_a_chapter_grew(
    printer: Printer, content: bytes, changed: Report
) -> None:
    reader = PdfReader(io.BytesIO(render_pdf(changed, printer=printer)))
    before, after = _bookmarks(PdfReader(io.BytesIO(content))), _bookmarks(reader)
    moved = [entry for entry in changed.contents if after[entry.title] != before[entry.title]]
    assert len(moved) > 2
    texts = [re.sub(r"\s+", " ", page.extract_text()) for page in reader.pages]
    for number, text in enumerate(texts[1:], start=2):
        assert f"Page {number} of {len(texts)}" in text
        assert "Snapshot 777777777777" in text
    for entry in changed.contents:
        assert re.search(rf"{re.escape(entry.title)} *{after[entry.title] + 1}\b", texts[1]), entry.title
        assert entry.title in texts[after[entry.title]] or entry.anchor == "executive"
    names = reader.named_destinations
    links = [entry.get_object() for page in reader.pages for entry in page.get("/Annots", ())]
    places = {str(link["/Dest"]): reader.get_destination_page_number(names[str(link["/Dest"])]) for link in links}
    for entry in changed.contents:
        assert places[entry.anchor] == after[entry.title]


def test_a_share_drawn_by_a_process_beside_gives_the_same_bytes_and_tells_each_page_once(
    small: Report, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "WORTH_A_PROCESS", 0)
    begun: list[list[int]] = []
    begin = beside.Beside.__init__

    def counted(self: beside.Beside, draw: beside.Draw, numbers: list[int]) -> None:
        begun.append(numbers)
        begin(self, draw, numbers)

    monkeypatch.setattr(beside.Beside, "__init__", counted)
    pages: list[int | None] = []

    def hear(share: float, stage: Stage, page: int | None = None) -> None:
        del share
        pages.extend([page] if stage is Stage.LAYING_OUT and page is not None else [])

    assert render_pdf(small, on_stage=hear, printer=Printer(may_fork=True)) == content
    assert len(begun) == 1
    assert len(begun[0]) > 2
    assert pages == list(range(1, len(PdfReader(io.BytesIO(content)).pages) + 1))


def test_what_a_process_beside_did_not_draw_is_drawn_here(
    small: Report, content: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "WORTH_A_PROCESS", 0)
    monkeypatch.setattr(beside, "_draw_share", lambda *_: os._exit(9))
    assert render_pdf(small, printer=Printer(may_fork=True)) == content


def test_letters_that_no_font_has_stay_apart_in_chapters_and_a_link_to_nowhere_is_none(tmp_path: Path) -> None:
    content = Printer().printed(TWO_UNKNOWN, SHEET, Paper.A4, "two", unheard)
    text = _poppler_text(content, tmp_path)
    assert "One \ue123" in text
    assert "Two \ue456" in text
    links = [entry.get_object() for page in PdfReader(io.BytesIO(content)).pages for entry in page["/Annots"]]  # type: ignore[attr-defined]
    assert [str(link.get("/Dest")) for link in links] == ["two", "None"]


def test_of_kept_chapters_those_not_used_for_longest_are_forgotten() -> None:
    one = Drawn(pages=(), objects=(b"x" * 960,), streams={}, tag=b"", fonts=())
    kept = Kept(limit_bytes=2_500)
    for key in ("a", "b"):
        kept.put(key, one)
    assert kept.get("a") is one
    kept.put("c", one)
    assert [kept.get(key) is one for key in ("a", "b", "c")] == [True, False, True]
    kept.put("c", one)
    assert kept.get("a") is one
