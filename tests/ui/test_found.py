"""A search result says whose it is, shows the found words as they are written, and no more text than is needed."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from assessment.domain.authored.searching import EntryKind, SearchEntry, words_of
from assessment.services.plumbline import Plumbline
from assessment.ui.pages.questionnaires.browser import View
from assessment.ui.pages.questionnaires.found import EXCERPT_WORD_COUNT, excerpt, highlighted, title_of
from tests.builders import tiny_framework
from tests.ui.assessed import opened, page, words

LONG_TEXT = " ".join(f"word{number:03}" for number in range(100))


@pytest.fixture
def plumbline(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Plumbline]:
    with opened(tmp_path, monkeypatch) as plumbline:
        yield plumbline


def an_entry(kind: EntryKind, name: str, process_id: str | None = "planning") -> SearchEntry:
    return SearchEntry(kind=kind, name=name, texts=(), process_id=process_id)


@pytest.mark.parametrize("kind", [EntryKind.ITEM, EntryKind.ACTION, EntryKind.METRIC])
def test_what_many_processes_have_is_titled_by_its_process_first(kind: EntryKind) -> None:
    title = title_of(tiny_framework(), an_entry(kind, "Process optimization"))
    assert title == "Planning: process optimization"


def test_an_abbreviation_keeps_its_capitals_in_a_title() -> None:
    title = title_of(tiny_framework(), an_entry(EntryKind.METRIC, "IT cost of a service"))
    assert title == "Planning: IT cost of a service"


def test_what_says_its_process_already_keeps_its_name() -> None:
    framework = tiny_framework()
    assert title_of(framework, an_entry(EntryKind.PROCESS, "Planning")) == "Planning"
    assert title_of(framework, an_entry(EntryKind.LINKAGE, "Planning to Building")) == "Planning to Building"
    assert title_of(framework, an_entry(EntryKind.TERM, "Step", process_id=None)) == "Step"


def test_a_text_of_forty_words_is_shown_whole() -> None:
    text = " ".join(LONG_TEXT.split()[:EXCERPT_WORD_COUNT])
    assert excerpt(text, ("word039",)) == text


@pytest.mark.parametrize(
    ("word", "first", "last"),
    [("word000", 0, 39), ("word050", 30, 69), ("word099", 60, 99), ("elsewhere", 0, 39)],
)
def test_a_longer_text_is_cut_around_the_first_found_word(word: str, first: int, last: int) -> None:
    kept = " ".join(LONG_TEXT.split()[first : last + 1])
    before, after = "\u2026 " if first > 0 else "", " \u2026" if last < 99 else ""
    assert excerpt(LONG_TEXT, (word,)) == f"{before}{kept}{after}"


def test_the_first_of_several_found_words_leads_the_cut() -> None:
    assert excerpt("a plan, (a back-out) b c d e f", ("backout", "plan"), word_count=3) == "a plan, (a \u2026"
    assert excerpt("a b c (back-out) d e f", ("out",), word_count=3) == "\u2026 c (back-out) d \u2026"


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("backout", "A Back-out.", "A **Back-out**."),
        ("back-out", "A backout.", "A **backout**."),
        ("plan", "An explanation, planned.", "An explanation, **plan**ned."),
        ("plan planned", "It is planned.", "It is **planned**."),
    ],
)
def test_a_found_word_is_marked_as_it_is_written(query: str, text: str, marked: str) -> None:
    assert highlighted(text, words_of(query)) == marked


def test_a_query_of_one_letter_says_what_is_missing(plumbline: Plumbline) -> None:
    said = words(page("questionnaires").text_input(key="browse:query").set_value("p").run())
    assert "Type at least two letters" in said
    assert "Nothing has all of these words" not in said


def test_a_result_of_a_process_names_it_in_its_title(plumbline: Plumbline) -> None:
    test = page("questionnaires").text_input(key="browse:query").set_value("ownership building at").run()
    assert "Building: ownership" in {button.label for button in test.button}


def test_a_name_is_not_shown_a_second_time(plumbline: Plumbline) -> None:
    test = page("questionnaires").text_input(key="browse:query").set_value("peers").run()
    assert [element.value for element in test.markdown if "peers" in element.value] == []
    assert test.button(key="browse:hit:0").label == "Respected by peers."


@pytest.mark.parametrize("query", ["One sees point 4.", "established", "what ownership means"])
def test_the_scale_a_level_and_an_attribute_lead_to_the_scales(plumbline: Plumbline, query: str) -> None:
    test = page("questionnaires").text_input(key="browse:query").set_value(query).run()
    test = test.button(key="browse:hit:0").click().run()
    assert not test.exception
    assert test.session_state["browse:view"] == View.SCALES
