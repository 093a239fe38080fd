"""What people wrote is disarmed before it goes into a label."""

from __future__ import annotations

import pytest

from assessment.ui.components.text import escaped

JOINER = "\u2060"


@pytest.mark.parametrize(
    "hostile",
    ["**bold**", "_it_", "`code`", "[a](http://b)", "![x](y)", "<b>x</b>", "~~no~~", "$x^2$", "a|b", "\\*", "# Title"],
)
def test_every_mark_of_markdown_is_escaped(hostile: str) -> None:
    shown = escaped(hostile)

    for place, letter in enumerate(shown):
        if letter in "*_`[]<>~$|":
            assert shown[place - 1] == "\\"


@pytest.mark.parametrize("hostile", [":red[x]", ":material/home:", ":smile:", ":100:"])
def test_directives_and_short_codes_are_parted(hostile: str) -> None:
    assert escaped(hostile).startswith(f":{JOINER}")


@pytest.mark.parametrize("address", ["http://a.example", "www.a.example", "mailto:a@b.example", "a@b.example"])
def test_addresses_become_no_links(address: str) -> None:
    assert JOINER in escaped(address)


@pytest.mark.parametrize("start", ["# a", "> a", "- a", "+ a", "= a"])
def test_a_mark_of_a_block_at_the_beginning_is_escaped(start: str) -> None:
    assert escaped(start).startswith("\\")


def test_a_number_at_the_beginning_starts_no_list() -> None:
    assert escaped("1. First") == "1\\. First"


def test_ordinary_words_stay_as_they_are_for_screen_readers() -> None:
    sentence = "Who answers (and for whom), at 10 o'clock; is it 50 % or more?"

    assert escaped(sentence) == sentence


def test_lines_become_one() -> None:
    assert escaped("one\n two\tthree ") == "one two three"


def test_entities_are_shown_and_not_decoded() -> None:
    assert escaped("&amp; &#x41; R&D & more") == "\\&amp; \\&#x41; R\\&D & more"
