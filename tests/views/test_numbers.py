"""Numbers are rounded one way everywhere, and text is fit for print."""

from __future__ import annotations

import re

import pytest

from assessment.reporting.document.cleaning import RUN_LIMIT, TEXT_LIMIT, ZERO_WIDTH_SPACE, cleaned, cleaned_throughout
from assessment.reporting.document.model import Fact
from assessment.reporting.wording import listed, score_text, share_text, signed_text, whole


@pytest.mark.parametrize(("score", "shown"), [(2.99, "2.9"), (3.0, "3.0"), (0.3 - 1e-12, "0.3"), (None, "–")])
def test_a_score_is_rounded_down(score: float | None, shown: str) -> None:
    assert score_text(score) == shown


def test_a_share_is_never_shown_above_what_it_is() -> None:
    assert share_text(0.8999) == "89 %"
    assert share_text(0.29) == "29 %"


def test_halves_are_rounded_away_from_zero() -> None:
    assert (whole(2.5), whole(-2.5), signed_text(-0.4)) == (3, -3, "0")


def test_a_long_list_is_counted() -> None:
    assert listed(["a", "b", "c"], limit=1) == "a and 2 more"
    assert listed([]) == ""


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
    for part in cleaned(("e\u0301" * 200) + family * 40).split(ZERO_WIDTH_SPACE):
        assert not part.startswith(("\u0301", "\u200d"))


def test_cleaning_reaches_every_text_of_a_document() -> None:
    nested = (Fact(label="a\x00", value="b\x01", note="c\x02"),)
    assert cleaned_throughout(nested) == (Fact(label="a", value="b", note="c"),)
