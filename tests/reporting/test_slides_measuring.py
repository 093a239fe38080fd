"""How much room a text takes: in the product's own letters with a tenth to spare, and where it is cut."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import ImageFont

from assessment.reporting.slides.measuring import _ASSETS, SPARE, line_count, line_height, shortened, text_width

TEXTS = st.text(st.sampled_from("abcWi Żό変إ\u0301\u200b-,.\n"), max_size=60)


@pytest.mark.parametrize("text", ["Appoint", "Leadership", "W.,-120"])
def test_a_word_is_as_wide_as_its_letters_and_a_tenth(text: str) -> None:
    font = ImageFont.truetype(
        str(_ASSETS / "source-sans-3-latin-400-normal.woff2"), 1000, layout_engine=ImageFont.Layout.BASIC
    )
    drawn = sum(font.getlength(letter) for letter in text) / 1000
    assert text_width(text, 12) == pytest.approx(12 * SPARE * drawn, rel=0.01)
    assert text_width(text, 12, is_bold=True) > text_width(text, 12)


def test_words_go_to_the_next_line_and_a_long_one_is_broken() -> None:
    assert line_count("one two three", 10, 1000) == 1
    assert line_count("one two three", 10, text_width("one two", 10) + 0.01) == 2
    assert line_count("w" * 40, 10, text_width("w" * 10, 10) + 0.01) == 4
    assert line_count("one\ntwo\n", 10, 1000) == 3
    assert line_count("変更管理", 10, text_width("変更", 10) + 0.01) == 2
    assert line_height(10) == pytest.approx(12.2)


def test_marks_and_joiners_take_no_room() -> None:
    assert text_width("e\u0301\u200d\u2068", 10) == text_width("e", 10)


@given(text=TEXTS, width=st.floats(20, 300), limit=st.integers(1, 4))
def test_a_shortened_text_fits_and_is_the_beginning_of_the_whole(text: str, width: float, limit: int) -> None:
    cut = shortened(text, 10, width, limit)
    if cut == text:
        return
    assert cut.endswith("…")
    assert text.startswith(cut[:-1])
    assert line_count(cut, 10, width) <= limit
    assert line_count(text, 10, width) > limit


def test_a_letter_keeps_its_marks() -> None:
    text = "a" * 20 + "e\u0301" * 40
    for width in range(60, 120, 3):
        rest = text[len(shortened(text, 10, width, 1)) - 1 :]
        assert not rest.startswith("\u0301")
