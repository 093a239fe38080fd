"""The questionnaire on paper asks what the screen asks, with a box for every answer; read back from the PDF."""

from __future__ import annotations

import io
import re
from functools import cache
from typing import Any

import pytest
from pypdf import PdfReader

from assessment.domain.authored.content import Confusion, Guide, Origin, Process
from assessment.domain.authored.framework import Depth, Framework, Horizon, ItemKind
from assessment.reporting.pdf.paper_questionnaire import render_html, render_paper_questionnaire
from assessment.views.paper import Paper
from assessment.views.paper_questionnaire import PaperItem, PaperQuestionnaire, paper_questionnaire
from tests.builders import fields_of, tiny_framework

HASH = "0123456789abcdef" * 4
HOSTILE = "<script>alert(1)</script> {{7*7}} " + "w" * 300


@cache
def framework() -> Framework:
    """The invented framework; its first process has a guide and a text that tries to act."""
    tiny = tiny_framework()
    guide = Guide(
        opening="Begin with the last plan.",
        minutes_quick=15,
        minutes_full=45,
        probes=("Who reads it?", "Who changes it?", "Who misses it?"),
        traps=("The room plans instead of answering.",),
    )
    confusion = Confusion(process_id="building", difference="Building makes it.")
    changes = {"guide": guide, "confused_with": (confusion,), "why": HOSTILE, "origin": Origin.PAPER, "line": 1}
    first = Process(**{**fields_of(tiny.processes[0]), **changes})
    return Framework(**{**fields_of(tiny), "processes": (first, *tiny.processes[1:])})


def questionnaire(*process_ids: str, depth: Depth = Depth.QUICK, asks_to_be: bool = True) -> PaperQuestionnaire:
    wanted = process_ids or ("planning",)
    return paper_questionnaire(framework(), wanted, content_hash=HASH, depth=depth, asks_to_be=asks_to_be)


@cache
def pdf(*process_ids: str, depth: Depth = Depth.QUICK, paper: Paper = Paper.A4) -> bytes:
    return render_paper_questionnaire(questionnaire(*process_ids, depth=depth), paper)


@cache
def pages(*process_ids: str, depth: Depth = Depth.QUICK) -> tuple[str, ...]:
    reader = PdfReader(io.BytesIO(pdf(*process_ids, depth=depth)))
    return tuple(" ".join(page.extract_text().split()) for page in reader.pages)


def items_of(document: PaperQuestionnaire) -> list[PaperItem]:
    return [
        item
        for process in document.processes
        for section in process.sections
        for item in (*section.activities, *section.anchored)
    ]


@pytest.mark.parametrize("depth", list(Depth))
@pytest.mark.parametrize("horizon", list(Horizon))
def test_what_is_printed_is_what_the_method_asks(depth: Depth, horizon: Horizon) -> None:
    printed = [
        item.question
        for item in items_of(questionnaire(depth=depth))
        if (item.has_now if horizon is Horizon.AS_IS else item.has_to_be)
    ]
    asked = [item.question for item in framework().items("planning", depth, horizon)]
    assert sorted(printed) == sorted(asked)


def test_without_the_to_be_only_todays_questions_are_printed() -> None:
    quick = items_of(questionnaire(asks_to_be=False))
    assert not any(item.has_to_be for item in quick)
    full = items_of(questionnaire(depth=Depth.FULL, asks_to_be=False))
    assert len(full) == len(framework().items("planning", Depth.FULL, Horizon.AS_IS))


def test_anchored_questions_have_six_statements_and_activities_share_the_scale() -> None:
    for item in items_of(questionnaire(depth=Depth.FULL)):
        known = next(one for one in framework().item_by_id.values() if one.question == item.question)
        assert len(item.statements) == (6 if known.kind is ItemKind.ANCHORED else 0)
    assert len(questionnaire().scale) == 6


def test_questions_are_numbered_without_a_gap_through_a_process() -> None:
    for document in (questionnaire(), questionnaire("planning", "building", depth=Depth.FULL)):
        for process in document.processes:
            numbers = [item.number for section in process.sections for item in (*section.activities, *section.anchored)]
            assert numbers == list(range(1, len(numbers) + 1))


def test_processes_come_in_the_frameworks_order_and_unknown_ones_are_left_out() -> None:
    assert [process.id for process in questionnaire("building", "nowhere", "planning").processes] == [
        "planning",
        "building",
    ]


def test_one_box_is_printed_for_every_answer() -> None:
    document = questionnaire(depth=Depth.FULL)
    activities = sum(len(section.activities) for section in document.processes[0].sections)
    anchored = [item for section in document.processes[0].sections for item in section.anchored]
    boxes = activities * (6 + 2) + sum(6 * (item.has_now + item.has_to_be) + 2 for item in anchored)
    assert render_html(document).count('class="box"') == boxes


def test_the_first_page_holds_the_guide_and_the_lines_to_fill_in() -> None:
    first = pages()[0]
    for words in (
        "Begin with the last plan.",
        "Who changes it?",
        "The room plans instead of answering.",
        "Often confused with Building",
        "Building makes it.",
        "Organisation, unit",
        "Who answers, role",
        "about 15 minutes",
        "Nobody is behind it.",
    ):
        assert words in first


def test_the_organisation_stands_where_it_would_be_written() -> None:
    document = paper_questionnaire(
        framework(), ("planning",), content_hash=HASH, depth=Depth.QUICK, organisation="Acme <b>Ltd</b>", is_draft=True
    )
    content = render_paper_questionnaire(document, Paper.A4)
    first = " ".join(PdfReader(io.BytesIO(content)).pages[0].extract_text().split())
    assert "Organisation, unit Acme <b>Ltd</b>" in first
    assert "Tiny framework 1.0.0, draft" in first


def test_every_statement_and_everything_to_ask_for_can_be_read_back() -> None:
    text = " ".join(pages(depth=Depth.FULL))
    for item in framework().items("planning", Depth.FULL, Horizon.AS_IS):
        assert item.question in text
        assert item.ask_for[0] in text
        assert item.good in text
        if item.kind is ItemKind.ANCHORED:
            assert all(statement in text for statement in item.statements)
    assert all(point.statement in text for point in framework().scale)
    assert text.count("To-be state.") == 2


def test_the_shared_scale_stands_on_every_page_that_has_activities() -> None:
    large = tiny_framework(delivery_count=12)
    document = paper_questionnaire(large, ("planning",), content_hash=HASH, depth=Depth.FULL)
    content = render_paper_questionnaire(document, Paper.A4)
    texts = [" ".join(page.extract_text().split()) for page in PdfReader(io.BytesIO(content)).pages]
    asked = [activity.question for activity in large.processes[0].activities]
    with_activities = [text for text in texts if any(question in text for question in asked)]
    assert len(with_activities) > 2
    assert all("One sees point 3." in text for text in with_activities)


def test_several_processes_have_contents_with_their_pages() -> None:
    found = pages("planning", "building")
    assert found[0].startswith("Questionnaire for 2 processes")
    starts = [number for number, text in enumerate(found, start=1) if "For the interviewer" in text]
    assert [int(number) for number in re.findall(r"\d+ questions(?:, about \d+ minutes)? (\d+)", found[0])] == starts


def test_every_page_says_what_it_belongs_to() -> None:
    found = pages()
    for number, text in enumerate(found, start=1):
        assert "Tiny framework 1.0.0 · Quick depth · content 0123456789ab" in text
        assert f"Page {number} of {len(found)}" in text
    assert all("Who ____" in text for text in found[1:])


def test_what_an_author_wrote_is_printed_and_never_acts() -> None:
    first = pages()[0]
    assert "<script>alert(1)</script> {{7*7}}" in first
    assert "49" not in first
    assert "&lt;script&gt;" in render_html(questionnaire())


def test_an_extension_is_marked_where_the_framework_follows_a_paper() -> None:
    marks = {process.id: process.mark for process in questionnaire("planning", "building").processes}
    assert marks == {"planning": "", "building": "Extension, not one of the paper's sixteen"}


@pytest.mark.parametrize(("paper", "width", "height"), [(Paper.A4, 595, 842), (Paper.LETTER, 612, 792)])
def test_the_paper_is_the_one_asked_for(paper: Paper, width: int, height: int) -> None:
    content = pdf() if paper is Paper.A4 else pdf(paper=paper)
    box = PdfReader(io.BytesIO(content)).pages[0].mediabox
    assert (round(float(box.width)), round(float(box.height))) == (width, height)


def test_the_same_questionnaire_gives_the_same_bytes_and_is_tagged_with_bookmarks() -> None:
    assert render_paper_questionnaire(questionnaire(), Paper.A4) == pdf()
    reader = PdfReader(io.BytesIO(pdf()))
    catalogue: Any = reader.trailer["/Root"]
    assert catalogue["/MarkInfo"]["/Marked"]
    outline: list[Any] = list(reader.outline)
    assert outline[0]["/Title"] == "Planning"
