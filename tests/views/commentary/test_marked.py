"""A small part of Markdown becomes blocks; whatever else was typed stays text, letter by letter."""

from __future__ import annotations

import re
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from assessment.views.commentary.marked import Block, BlockKind, Line, Run, blocks_of, literal, text_of

HOSTILE = "<script>alert(1)</script> [a](javascript:b) ![i](http://127.0.0.1/x) `c` &amp; {{7*7}} <b>d</b> http://e.org"
NO_MARKS = st.characters(exclude_characters="#*_\\+-.)0123456789\x00", exclude_categories=["Cs"])
LETTERS = re.compile(r"[^\s#*_\\+\-.)\d\u2022]")


def drawn(text: str) -> list[tuple[str, list[str]]]:
    """Each block with its kind and its lines, a mark before each."""
    return [(block.kind.value, [f"{line.mark}{line.text}" for line in block.lines]) for block in blocks_of(text)]


def test_headings_paragraphs_and_new_lines() -> None:
    assert drawn("# Where we are\nIt is early.\nVery.\n\nThen\n## How\n### Deeper") == [
        ("heading", ["Where we are"]),
        ("paragraph", ["It is early.\nVery."]),
        ("paragraph", ["Then"]),
        ("subheading", ["How"]),
        ("subheading", ["Deeper"]),
    ]


def test_a_smaller_heading_with_none_above_it_is_a_heading() -> None:
    assert drawn("## How\n### Deeper\n## Why\n# Now\n## When") == [
        ("heading", ["How"]),
        ("subheading", ["Deeper"]),
        ("heading", ["Why"]),
        ("heading", ["Now"]),
        ("subheading", ["When"]),
    ]


def test_lists_number_themselves_and_keep_lists_within_them() -> None:
    (block,) = blocks_of("3. Name owners\n   at once\n4. Then\n   - measure\n\n     and show\n   - act\n9. Last")
    assert [(line.mark, line.depth, line.text) for line in block.lines] == [
        ("3.", 0, "Name owners\nat once"),
        ("4.", 0, "Then"),
        ("\u2022", 1, "measure"),
        ("", 1, "and show"),
        ("\u2022", 1, "act"),
        ("5.", 0, "Last"),
    ]


def test_strong_and_emphasis_are_marks_of_runs() -> None:
    assert blocks_of("a **b _c_** *d* \\*e\\*") == (
        Block(
            kind=BlockKind.PARAGRAPH,
            lines=(
                Line(
                    runs=(
                        Run(text="a "),
                        Run(text="b ", is_strong=True),
                        Run(text="c", is_strong=True, is_emphasis=True),
                        Run(text=" "),
                        Run(text="d", is_emphasis=True),
                        Run(text=" *e*"),
                    )
                ),
            ),
        ),
    )


@pytest.mark.parametrize(
    "text",
    [HOSTILE, "> quoted", "---", "|a|b|\n|-|-|", "```\nx\n```", "[a]: http://b", "Title\n===", "<!-- c -->"],
)
def test_what_is_no_heading_list_or_emphasis_is_printed_as_it_was_typed(text: str) -> None:
    assert drawn(text) == [("paragraph", [text])]


@given(st.text(alphabet=NO_MARKS, max_size=200))
def test_a_text_without_marks_is_its_own_letters(text: str) -> None:
    assert "".join(text_of(blocks_of(text)).split()) == "".join(text.split())


@given(st.text(alphabet=st.one_of(NO_MARKS, st.sampled_from("#*_\\+-.) \n0123456789")), max_size=120))
def test_whatever_is_typed_only_marks_are_lost(text: str) -> None:
    assert LETTERS.findall(text_of(blocks_of(text))) == LETTERS.findall(text)


@given(st.text(alphabet=st.one_of(NO_MARKS, st.sampled_from("#*_\\+-.) 0123456789")), max_size=80))
def test_a_literal_text_reads_as_itself(text: str) -> None:
    line = re.sub(r"[^\S\u00a0]+", " ", text).strip()
    assert text_of(blocks_of(literal(text))) == line


@pytest.mark.parametrize("text", ["- " * 4_999 + "x", "*" * 10_000, "_*" * 5_000, "**a_ " * 2_000, "- a\n" * 2_500])
def test_a_text_that_is_all_marks_is_read_at_once(text: str) -> None:
    begun = time.perf_counter()
    blocks = blocks_of(text)
    assert time.perf_counter() - begun < 2
    assert blocks


def test_lists_deeper_than_anybody_reads_are_plain_text_and_lose_nothing() -> None:
    text = "- " * 12 + "deep"
    assert drawn(text) == [("paragraph", [text])]


def test_a_long_paragraph_is_runs_that_no_printer_has_to_shorten() -> None:
    text = "word " * 1_999 + "end."
    (block,) = blocks_of(text)
    assert max(len(run.text) for run in block.lines[0].runs) <= 1_000
    assert block.lines[0].text == text


def test_nothing_typed_is_no_block() -> None:
    assert blocks_of("") == blocks_of(" \n\n#\n") == ()
