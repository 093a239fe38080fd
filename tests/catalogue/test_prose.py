"""The rules of prose find what they are for, and the shipped framework keeps them with room to spare."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from assessment.catalogue import check_framework, load_framework, prose_figures
from assessment.catalogue.prose import reading_ease, trigrams
from assessment.domain.authored.framework import Framework
from assessment.domain.authored.parts import SIMILARITY_LIMIT
from tests.catalogue.folders import Values, change, write_folder

SHIPPED = Path(__file__).resolve().parents[2] / "questionnaires" / "itsm-reference"
PLANNING = "processes/planning.yaml"
LADDER = ["Nobody plans.", "One plans.", "A team plans.", "Teams plan.", "All plan, late.", "All plan in time."]


@cache
def shipped() -> Framework:
    return load_framework(SHIPPED)


def own_item(statements: list[str]) -> Values:
    item = {"question": "How?", "good": "So.", "ask_for": ["A plan"], "statements": statements}
    return {"attribute": "control", "item": item}


def reasons(folder: Path) -> list[str]:
    return [finding.reason for finding in check_framework(folder)]


def test_a_sentence_of_more_than_30_words_is_found(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    change(folder, PLANNING, lambda values: values.update(why="word " * 30 + "end."))
    (reason,) = reasons(folder)
    assert "31 words" in reason


def test_a_statement_of_more_than_28_words_is_found(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    long = " ".join(f"w{number}" for number in range(29)) + "."
    change(folder, PLANNING, lambda values: values.update(attributes=[own_item([*LADDER[:5], long])]))
    assert any("29 words" in reason for reason in reasons(folder))


@pytest.mark.parametrize("vague", ["appropriate", "adequate", "as needed", "sufficient"])
def test_a_word_that_does_not_discriminate_is_found_in_a_statement(tmp_path: Path, vague: str) -> None:
    folder = write_folder(tmp_path)
    change(
        folder, PLANNING, lambda values: values.update(attributes=[own_item([*LADDER[:5], f"All plans are {vague}."])])
    )
    (reason,) = reasons(folder)
    assert vague in reason


def test_an_abbreviation_that_nothing_explains_is_found_and_an_explained_one_is_not(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    change(folder, PLANNING, lambda values: values.update(why="It keeps the XYZ in order."))
    assert any("'XYZ'" in reason for reason in reasons(folder))
    change(
        folder,
        PLANNING,
        lambda values: values.update(why="It keeps the example yard zone (XYZ) in order, and any XYZ."),
    )
    assert reasons(folder) == []


def test_statements_copied_from_one_process_to_another_are_found_even_when_the_name_is_changed(tmp_path: Path) -> None:
    folder = write_folder(tmp_path)
    statement = "The {} board meets weekly, reads each request and signs the list that goes out on Friday."
    for process, others in (("planning", LADDER), ("building", [text.upper()[::-1] for text in LADDER])):
        own = own_item([*others[:5], statement.format(process.capitalize())])
        change(folder, f"processes/{process}.yaml", lambda values, own=own: values.update(attributes=[own]))  # type: ignore[misc]
    assert any("reads like one of" in reason for reason in reasons(folder))


def test_two_texts_are_compared_without_the_names_of_processes() -> None:
    first = trigrams("The incident list is read on Monday.", shipped().processes)
    second = trigrams("The problem list is read on Monday.", shipped().processes)
    assert first == second


def test_the_shipped_statements_are_plain_and_none_reads_like_another() -> None:
    figures = prose_figures(shipped())
    assert figures.statement_count == 17 * 8 * 6
    assert figures.mean_reading_ease >= 60
    assert figures.most_alike_share < SIMILARITY_LIMIT


def test_longer_words_and_sentences_are_harder_to_read() -> None:
    plain = "We log each call. We call back."
    heavy = "Organisational accountability necessitates comprehensive institutional documentation."
    assert reading_ease(plain) > 80 > 20 > reading_ease(heavy)
