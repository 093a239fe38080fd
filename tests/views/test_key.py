"""The key to the results: every letter with its statement, and a meaning for every word that needs one."""

from __future__ import annotations

from assessment.views.key import key_view
from tests.builders import tiny_framework


def test_each_letter_stands_with_its_name_and_statement_from_not_done_to_fully() -> None:
    framework = tiny_framework()
    letters = key_view(framework).table("letters")
    assert [cell.text for cell in letters.column("letter")] == ["N", "P-", "P+", "L-", "L+", "F"]
    assert [cell.text for cell in letters.column("name")] == [point.name for point in framework.scale]
    assert [cell.text for cell in letters.column("statement")] == [point.statement for point in framework.scale]


def test_the_words_that_a_stranger_asks_about_have_a_meaning() -> None:
    words = key_view(tiny_framework()).table("words")
    asked = {"Level", "Score", "Lowest level", "Leverage", "Points of effort", "How sure", "Split", "Pin", "Need"}
    assert asked <= {row.id for row in words.rows}
    assert all(words.cell(row.id, "meaning").text.endswith(".") for row in words.rows)
