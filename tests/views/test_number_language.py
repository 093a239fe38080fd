"""Numbers and dates of every view are written as a language writes them; what they are stays what it was."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator
from datetime import UTC, date, datetime
from threading import Thread
from typing import Any

import pytest

from assessment.views.model import Cell
from assessment.views.registry import VIEWS
from assessment.views.wording import numbers
from assessment.views.wording.numbers import LANGUAGES, language_name, written_in
from tests.computing import the_sample

DAY, MOMENT = date(2026, 3, 1), datetime(2026, 3, 1, 14, 5, 9, tzinfo=UTC)
NUMBER = re.compile(r"\d[\d.,]*\d|\d")
LONG = {
    "January": "Januar",
    "March": "März",
    "September": "September",
    "October": "Oktober",
    "November": "November",
    "December": "Dezember",
}
SHORT = {
    "Jan": "Jan.",
    "Feb": "Feb.",
    "Mar": "März",
    "Apr": "Apr.",
    "Jun": "Juni",
    "Jul": "Juli",
    "Aug": "Aug.",
    "Sept": "Sept.",
    "Oct": "Okt.",
    "Nov": "Nov.",
    "Dec": "Dez.",
}


@pytest.mark.parametrize(
    ("language", "texts"),
    [
        ("en-GB", ("1,234.5", "−1.7", "12,500", "1 March 2026", "Mar 2026", "1 Mar, 14:05", "EUR\xa012,500")),
        ("en-US", ("1,234.5", "−1.7", "12,500", "March 1, 2026", "Mar 2026", "Mar 1, 14:05", "EUR\xa012,500")),
        ("de", ("1.234,5", "−1,7", "12.500", "1. März 2026", "März 2026", "1. März, 14:05", "EUR\xa012.500")),
        ("pl", ("1234,5", "−1,7", "12\xa0500", "1 marca 2026", "mar 2026", "1 mar, 14:05", "EUR\xa012\xa0500")),
    ],
)
def test_a_number_and_a_date_are_written_as_the_language_writes_them(language: str, texts: tuple[str, ...]) -> None:
    with written_in(language):
        written = (
            numbers.decimal_text(1234.5),
            numbers.signed_text(-1.7, 1),
            numbers.whole_text(12500),
            numbers.long_date(DAY),
            numbers.month_text(DAY),
            numbers.moment_text(MOMENT),
            numbers.money_text(12500, "EUR"),
        )
        assert numbers.time_text(MOMENT) == "14:05:09"
    assert (written[0].replace("1\xa0234", "1234"), *written[1:]) == texts


@pytest.mark.parametrize("language", LANGUAGES)
def test_each_language_has_a_name_of_its_own_and_writes_a_score_with_one_decimal(language: str) -> None:
    assert [language_name(one) for one in LANGUAGES].count(language_name(language)) == 1
    with written_in(language):
        assert numbers.score_text(3.0) in ("3.0", "3,0")
        assert "2026" in numbers.long_date(DAY)


def test_only_the_thread_that_asks_writes_in_another_language_and_only_while_it_does() -> None:
    other: list[str] = []
    with written_in("de"):
        thread = Thread(target=lambda: other.append(numbers.decimal_text(1.5)))
        thread.start()
        thread.join()
        with written_in("en-US"):
            assert numbers.decimal_text(1.5) == "1.5"
        assert numbers.decimal_text(1.5) == "1,5"
    assert other == ["1.5"]
    assert numbers.decimal_text(1.5) == "1.5"
    with pytest.raises(ValueError, match="xx"), written_in("xx"):
        pass


def test_words_stay_english_in_every_language() -> None:
    with written_in("pl"):
        assert numbers.counted(1, "process", "processes") == "1 process"
        assert numbers.counted(3, "process", "processes") == "3 processes"
        assert numbers.listed(("A", "B")) == "A and B"


def parts(value: Any) -> Iterator[str | Cell]:
    """Every text of a view, and every cell, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from parts(one)
    elif dataclasses.is_dataclass(value) and not isinstance(value, type):
        if isinstance(value, Cell):
            yield value
        for field in dataclasses.fields(value):
            if field.name not in ("value", "id", "track"):
                yield from parts(getattr(value, field.name))


def in_english(text: str) -> str:
    """A German text with its numbers and dates as English writes them."""
    for month, german in LONG.items():
        text = re.sub(rf"(?<=\d)\.([ \xa0]){german}([ \xa0])(?=\d)", rf"\1{month}\2", text)
    for month, german in SHORT.items():
        text = re.sub(rf"\b{re.escape(german)}(?=[ \xa0]\d{{4}})", month, text)
    return NUMBER.sub(lambda found: found.group().translate(str.maketrans(".,", ",.")), text)


@pytest.mark.parametrize("name", VIEWS)
def test_every_number_of_a_view_is_written_in_the_language_and_its_values_are_what_they_were(name: str) -> None:
    computed = the_sample()
    house = list(parts(VIEWS[name](computed)))
    with written_in("de"):
        german = list(parts(VIEWS[name](computed)))
    assert len(house) == len(german)
    decimals = 0
    for ours, theirs in zip(house, german, strict=True):
        if isinstance(ours, Cell):
            assert isinstance(theirs, Cell)
            assert (ours.value, ours.style, ours.track) == (theirs.value, theirs.style, theirs.track)
            if isinstance(ours.value, float) and re.fullmatch(r"[+−]?\d+\.\d", ours.text):
                decimals += 1
                assert theirs.text == ours.text.replace(".", ",")
        elif ours != theirs:
            assert isinstance(theirs, str)
            assert in_english(theirs) == ours
    assert decimals == sum(
        isinstance(one, Cell) and isinstance(one.value, float) and bool(re.fullmatch(r"[+−]?\d+,\d", one.text))
        for one in german
    )
