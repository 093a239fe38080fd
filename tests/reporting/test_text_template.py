"""The consultant's own words on paper: in their places, by their signs, letter by letter; a proposal is not printed."""

from __future__ import annotations

import re
from html import unescape

import pytest

from assessment.domain.answered.texts import OwnText
from assessment.domain.computed import Computed
from assessment.reporting.pdf.render import html_to_pdf, render_html
from assessment.reporting.pdf.report import Report, Template
from assessment.reporting.stages import unheard
from assessment.views.paper import Paper
from assessment.views.process import ProcessView
from tests.computing import mixed
from tests.reporting.conftest import built
from tests.reporting.test_pages import Page, pages_of
from tests.ui.assessed import HOSTILE

LONG = "word " * 1_900 + "end."
TEXTS = {
    "introduction": f"# Why\nWe were *asked*.\n\n1. First\n   - inner\n2. Second\n\n{HOSTILE}",
    "method": "- " + "abcde " * 40,
    "whole": LONG,
    "group:group-2": "Of the second group.",
    "process:planning": "## Own words\nPlanning **is** planned.\n## More\nSo.",
    "recommendations": "Do it.",
    "next-steps": "Begin.",
}


def with_texts(**texts: str) -> Computed:
    return mixed(texts=tuple(OwnText(place_id=place_id, text=text) for place_id, text in sorted(texts.items())))


@pytest.fixture(scope="module")
def report() -> Report:
    return built(with_texts(**TEXTS))


@pytest.fixture(scope="module")
def html(report: Report) -> str:
    return render_html(report)


@pytest.fixture(scope="module")
def pages(html: str, tmp_path_factory: pytest.TempPathFactory) -> tuple[Page, ...]:
    """The chapters of texts alone, printed."""
    texts = "".join(re.findall(r'<section class="chapter[^"]* view-text-.*?</section>', html, re.DOTALL))
    page = f'<html lang="en"><head><title>T</title></head><body>{texts}</body></html>'
    content = html_to_pdf(page, "report.css", Paper.A4, "texts", unheard)
    return pages_of(content, tmp_path_factory.mktemp("texts"))


def text_of(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def part_of(html: str, view_id: str) -> str:
    return re.split(rf'<section class="chapter[^"]* view-{view_id}">', html)[1].split("</section>")[0]


def test_texts_stand_where_they_belong(report: Report) -> None:
    ids = [part.view.id for part in report.parts]
    assert ids[:4] == ["text-introduction", "text-method", "executive", "text-whole"]
    assert ids[ids.index("groups") + 1] == "text-groups"
    assert ids[ids.index("services") + 1 :][:3] == ["text-recommendations", "text-next-steps", "steps"]
    assert [entry.title for entry in report.contents][:4] == [
        "Introduction",
        "How the assessment was done",
        "In one page",
        "Commentary",
    ]


def test_a_proposal_is_printed_nowhere() -> None:
    report = built(mixed())
    assert not [part for part in report.parts if part.template in (Template.TEXT, Template.SHORT_TEXT)]
    assert all(not part.view.commentary for part in report.parts if isinstance(part.view, ProcessView))
    assert 'class="written"' not in render_html(report)


def test_signs_become_headings_lists_and_emphasis_under_those_of_the_report(html: str) -> None:
    introduction = part_of(html, "text-introduction")
    assert '<h1 id="text-introduction">Introduction</h1>' in introduction
    assert '<h2 class="heading">Why</h2>' in introduction
    assert "We were <em>asked</em>." in introduction
    assert re.findall(r'<li class="depth-(\d)"><span class="mark">(.*?)</span> (.*?)</li>', introduction) == [
        ("0", "1.", "First"),
        ("1", "\u2022", "inner"),
        ("0", "2.", "Second"),
    ]
    groups = part_of(html, "text-groups")
    assert re.findall(r"<h2>(.*?)</h2>", groups) == ["Group 2"]
    planning = html.split('id="process-planning"')[1].split("</section>")[0]
    own = planning.split("<h3>Commentary</h3>")[1].split("</div>")[0]
    assert re.findall(r"<h(\d)[^>]*>(.*?)</h", own) == [("4", "Own words"), ("4", "More")]
    assert "Planning <b>is</b> planned." in own


def test_whatever_was_typed_is_printed_and_nothing_of_it_acts(html: str) -> None:
    assert "<script" not in html
    assert "<script>alert(1)</script> bold :red[x] {{7*7}}" in text_of(html)
    assert text_of(part_of(html, "text-whole")).endswith(LONG)  # nothing is shortened


def test_the_words_are_on_the_pages_and_a_point_begins_under_its_text(pages: tuple[Page, ...]) -> None:
    page = next(page for page in pages if "asked." in [word.text for word in page.words])
    left = {word.text: word.left for word in page.words}
    top = {word.text: word.top for word in page.words}
    assert left["First"] == pytest.approx(left["Second"], abs=0.3)
    assert left["inner"] > left["First"] + 5
    assert top["First"] < top["inner"] < top["Second"]
    assert sum(word.text == "word" for page in pages for word in page.words) == 1_900


def test_a_second_line_of_a_point_begins_where_the_first_does(pages: tuple[Page, ...]) -> None:
    found = [word for page in pages for word in page.words if word.text == "abcde"]
    tops = sorted({word.top for word in found})
    first, second = (min(word.left for word in found if word.top == top) for top in tops[:2])
    assert second == pytest.approx(first, abs=0.5)
