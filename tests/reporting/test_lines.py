"""What people wrote on paper: their lines, their lists, and their direction, read back from where words stand."""

from __future__ import annotations

from pathlib import Path

import pytest

from assessment.reporting.pdf.cleaning import cleaned
from assessment.reporting.pdf.render import html_to_pdf
from assessment.reporting.stages import unheard
from assessment.reporting.templates import templates
from assessment.views.paper import Paper
from assessment.views.wording.directions import isolated
from tests.reporting.test_pages import Word, pages_of

ARABIC = "\u0627\u0644\u0631\u064a\u0627\u0636"


def words_of(text: str, folder: Path) -> tuple[Word, ...]:
    source = "<p{{ text|direction }}>{{ text }}</p>"
    said = templates().from_string(source).render(text=cleaned(text))
    page = f'<html lang="en"><head><title>T</title></head><body>{said}</body></html>'
    return pages_of(html_to_pdf(page, "report.css", Paper.A4, "lines", unheard), folder)[0].words


@pytest.mark.parametrize("end", ["\n", "\r\n", "\x0b", "\x0c", "\u2028"])
def test_lines_stay_lines_and_words_stay_apart(end: str, tmp_path: Path) -> None:
    first, second = words_of(f"rota{end}mail", tmp_path)
    assert (first.text, second.text) == ("rota", "mail")
    assert second.top > first.top
    assert second.left == pytest.approx(first.left, abs=0.1)


def test_an_indented_entry_of_a_list_stays_indented(tmp_path: Path) -> None:
    words = words_of("a\n    b", tmp_path)
    assert words[-1].left > words[0].left + 5


def test_a_number_stays_before_its_noun_behind_a_name_from_right_to_left(tmp_path: Path) -> None:
    words = {word.text: word.left for word in words_of(f"{isolated(ARABIC)}, 17 people", tmp_path)}
    assert words["17"] < words["people"]
    assert min(words.values()) not in (words["17"], words["people"])


def test_a_text_from_right_to_left_begins_at_the_right(tmp_path: Path) -> None:
    right = max(word.right for word in words_of(ARABIC, tmp_path))
    assert right == pytest.approx((210 - 20) * 72 / 25.4, abs=2)
