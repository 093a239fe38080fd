"""Text is made fit for print, and nothing of it is lost that a reader could read."""

from __future__ import annotations

import re

from assessment.reporting.pdf.cleaning import RUN_LIMIT, TEXT_LIMIT, ZERO_WIDTH_SPACE, cleaned, cleaned_throughout
from assessment.views.model import Fact


def test_a_word_without_spaces_can_be_broken() -> None:
    longest = max(re.split(rf"[\s{ZERO_WIDTH_SPACE}]", cleaned("x" * 20_000)), key=len)
    assert len(longest) <= RUN_LIMIT


def test_a_hash_stays_whole() -> None:
    assert cleaned("0a" * 32) == "0a" * 32
    assert cleaned("0a" * 33) != "0a" * 33


def test_control_and_direction_characters_are_removed() -> None:
    assert cleaned("a\x00\x07\x1b[31mb\u202e\u2066c\ufdd0") == "a[31mbc"


def test_an_endless_text_is_shortened_and_says_so() -> None:
    text = cleaned("word " * 30_000)
    assert len(text) < TEXT_LIMIT + 100
    assert "shortened" in text


def test_combining_marks_and_joined_emoji_are_not_torn_apart() -> None:
    family = "\U0001f468\u200d\U0001f469\u200d\U0001f467"
    for text in ("e\u0301" * 200 + family * 40, "x" + "e\u0301" * 200, "xx" + family * 40, "xxx" + family * 40):
        parts = cleaned(text).split(ZERO_WIDTH_SPACE)
        assert "".join(parts) == text
        assert all(len(part) <= RUN_LIMIT for part in parts)
        assert not [part for part in parts if part.startswith(("\u0301", "\u200d")) or part.endswith("\u200d")]


def test_cleaning_reaches_every_text_of_a_document() -> None:
    nested = (Fact(id="f", label="a\x00", text="b\x01", value=1, note="c\x02"),)
    assert cleaned_throughout(nested) == (Fact(id="f", label="a", text="b", value=1, note="c"),)


def test_lines_and_their_indents_are_kept_whatever_ended_them() -> None:
    assert cleaned("Three:\r\n- no rota \x0b  - mail\x0cend") == "Three:\n- no rota\n  - mail\nend"
    assert cleaned("one\n\n\n\ntwo") == "one\n\ntwo"


def test_isolates_stay_where_each_is_closed() -> None:
    assert cleaned("\u2068\u05d0\u2069 5") == "\u2068\u05d0\u2069 5"
    assert cleaned("\u2068\u05d0 5") == "\u05d0 5"
