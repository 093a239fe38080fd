"""A search result says whose it is, marks the found words as they are written, and is no longer than it has to be."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.domain.authored.content import Guide, Process
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.search_entries import EntryKind, SearchEntry, TextKind, entries
from assessment.domain.authored.searching import words_of
from assessment.views.frameworks.places import ProcessPart, Topic
from assessment.views.frameworks.search import (
    EXCERPT_WORD_COUNT,
    SHOWN_COUNT,
    FoundEntry,
    Piece,
    excerpt,
    pieces,
    search_view,
    title_of,
)
from assessment.views.wording.framework_search import KINDS, TEXTS
from assessment.views.wording.frameworks import from_one_to_other
from tests.builders import fields_of, tiny_framework
from tests.questionnaires import shipped
from tests.services.folders import distinct

LONG_TEXT = " ".join(f"word{number:03}" for number in range(100))


def an_entry(kind: EntryKind, name: str, process_id: str | None = "planning") -> SearchEntry:
    return SearchEntry(kind=kind, name=name, texts=(), process_id=process_id)


def first(query: str, framework: Framework | None = None) -> FoundEntry:
    return search_view(framework or distinct(tiny_framework()), query).found[0]


def with_guide() -> Framework:
    framework = tiny_framework()
    guide = Guide(opening="Begin softly.", minutes_quick=15, minutes_full=60, probes=("A?", "B?", "C?"), traps=("T.",))
    process = Process(**{**fields_of(framework.processes[0]), "guide": guide})
    return Framework(**{**fields_of(framework), "processes": (process, *framework.processes[1:])})


@pytest.mark.parametrize("kind", [EntryKind.ITEM, EntryKind.ACTION, EntryKind.METRIC])
def test_what_many_processes_have_is_titled_by_its_process_first(kind: EntryKind) -> None:
    assert title_of(tiny_framework(), an_entry(kind, "Process optimization")) == "Planning: process optimization"


def test_an_abbreviation_keeps_its_capitals_in_a_title() -> None:
    title = title_of(tiny_framework(), an_entry(EntryKind.METRIC, "IT cost of a service"))
    assert title == "Planning: IT cost of a service"


def test_what_says_its_process_already_keeps_its_name() -> None:
    framework = tiny_framework()
    assert title_of(framework, an_entry(EntryKind.PROCESS, "Planning")) == "Planning"
    assert title_of(framework, an_entry(EntryKind.TERM, "Step", process_id=None)) == "Step"


def test_what_has_two_ends_is_titled_by_both() -> None:
    assert first("It arrives").title == "Planning to Building"
    assert first("craft to system").title == "Craft to System"


def test_a_text_of_forty_words_is_shown_whole() -> None:
    text = " ".join(LONG_TEXT.split()[:EXCERPT_WORD_COUNT])
    assert excerpt(text, ("word039",)) == text


@pytest.mark.parametrize(
    ("word", "begin", "end"),
    [("word000", 0, 39), ("word050", 30, 69), ("word099", 60, 99), ("elsewhere", 0, 39)],
)
def test_a_longer_text_is_cut_around_the_first_found_word(word: str, begin: int, end: int) -> None:
    kept = " ".join(LONG_TEXT.split()[begin : end + 1])
    before, after = "\u2026 " if begin > 0 else "", " \u2026" if end < 99 else ""
    assert excerpt(LONG_TEXT, (word,)) == f"{before}{kept}{after}"


def test_the_first_of_several_found_words_leads_the_cut() -> None:
    assert excerpt("a plan, (a back-out) b c d e f", ("backout", "plan"), word_count=3) == "a plan, (a \u2026"
    assert excerpt("a b c (back-out) d e f", ("out",), word_count=3) == "\u2026 c (back-out) d \u2026"


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("backout", "A Back-out.", "A [Back-out]."),
        ("back-out", "A backout.", "A [backout]."),
        ("plan", "An explanation, planned.", "An explanation, [plan]ned."),
        ("plan planned", "It is planned.", "It is [planned]."),
        ("plan", "Plan plan", "[Plan] [plan]"),
        ("plan", "Nothing here", "Nothing here"),
    ],
)
def test_a_found_word_is_marked_as_it_is_written(query: str, text: str, marked: str) -> None:
    shown = pieces(text, words_of(query))
    assert "".join(f"[{piece.text}]" if piece.is_found else piece.text for piece in shown) == marked


@given(st.text(max_size=30), st.lists(st.sampled_from(("ab", "abc", "bb")), max_size=3))
def test_the_pieces_of_a_text_are_the_text(text: str, wanted: list[str]) -> None:
    shown = list(pieces(text, tuple(wanted)))
    assert "".join(piece.text for piece in shown) == text
    assert all(piece.text for piece in shown)


def test_a_query_of_one_letter_says_what_is_missing() -> None:
    view = search_view(tiny_framework(), "p")
    assert view.finding == "Type at least two letters"
    assert view.empty.startswith("A word is found by its beginning")
    assert view.found == ()


def test_a_query_that_finds_nothing_says_what_to_try() -> None:
    view = search_view(tiny_framework(), "elephants")
    assert (view.finding, view.empty) == (
        "Nothing has all of these words",
        "Try fewer words, or the beginning of one.",
    )


def test_a_result_shows_where_it_is_from_and_the_text_it_was_found_in() -> None:
    found = first("Nobody pays")
    assert found == FoundEntry(
        title="Is there a sponsor?",
        place="Readiness \u00b7 The risk of a no",
        pieces=(
            Piece(text="Nobody", is_found=True),
            Piece(text=" ", is_found=False),
            Piece(text="pays", is_found=True),
            Piece(text=" for it.", is_found=False),
        ),
        topic=Topic.SCALES,
    )


def test_a_statement_is_shown_with_its_answer() -> None:
    view = search_view(tiny_framework(), "ownership of Planning at L+.")
    assert [found.place for found in view.found] == ["Question \u00b7 What one sees: Point 4", "Action"]


def test_a_name_alone_is_not_shown_a_second_time() -> None:
    found = first("peers")
    assert (found.title, found.pieces) == ("Respected by peers.", ())


@pytest.mark.parametrize(
    ("query", "topic", "process_id", "part", "item_id"),
    [
        ("Planning does something", Topic.PROCESSES, "planning", ProcessPart.ABOUT, None),
        ("softly", Topic.PROCESSES, "planning", ProcessPart.GUIDE, None),
        ("How is measurement of Building?", Topic.PROCESSES, "building", ProcessPart.QUESTIONS, "building.measurement"),
        ("Do you deliver-1", Topic.PROCESSES, "planning", ProcessPart.QUESTIONS, "planning.deliver-1"),
        ("Raise measurement of Building", Topic.PROCESSES, "building", ProcessPart.ACTIONS, "building.measurement"),
        ("It arrives", Topic.PROCESSES, "planning", ProcessPart.LINKAGES, None),
        ("one level up", Topic.GLOSSARY, None, None, None),
        ("craft", Topic.TRANSITIONS, None, None, None),
        ("late releases", Topic.SCENARIOS, None, None, None),
        ("nobody pays", Topic.SCALES, None, None, None),
        ("peers", Topic.SCALES, None, None, None),
        ("outsourced", Topic.SCALES, None, None, None),
        ("established", Topic.SCALES, None, None, None),
        ("what ownership means", Topic.SCALES, None, None, None),
        ("One sees point 4.", Topic.SCALES, None, None, None),
    ],
)
def test_each_result_leads_to_where_it_is_shown(
    query: str, topic: Topic, process_id: str | None, part: ProcessPart | None, item_id: str | None
) -> None:
    found = first(query, with_guide())
    assert (found.topic, found.process_id, found.part, found.item_id) == (topic, process_id, part, item_id)


def test_only_a_term_of_the_glossary_is_led_to_by_its_word() -> None:
    assert first("one level up").term == "step"
    assert first("craft").term is None


def test_results_are_counted_and_the_rest_of_a_long_list_is_left_out() -> None:
    view = search_view(tiny_framework(), "planning")
    assert len(view.found) == SHOWN_COUNT
    count = int(view.finding.split()[0])
    assert count > SHOWN_COUNT
    assert view.finding == f"{count} results, the first 30 shown; add a word to narrow it"
    assert search_view(tiny_framework(), "nobody pays").finding == "1 result"


def test_every_kind_of_entry_and_text_has_its_words() -> None:
    assert set(KINDS) == set(EntryKind)
    known_by_their_entry = {
        TextKind.NAME,
        TextKind.QUESTION,
        TextKind.ACTION,
        TextKind.MEANING,
        TextKind.REFERENCE,
    }
    assert set(TEXTS) == set(TextKind) - known_by_their_entry


def test_every_transition_of_the_shipped_framework_is_found_by_its_title() -> None:
    framework = shipped.framework()
    titles = [
        title_of(framework, entry)
        for entry in entries(framework, from_one_to_other)
        if entry.kind is EntryKind.TRANSITION
    ]
    assert len(titles) == 10
    for title in titles:
        assert title in [found.title for found in search_view(framework, title).found]
