"""What YAML can hide is refused before anything is built from it."""

from __future__ import annotations

import time

import pytest

from assessment.catalogue.reading import DEPTH_LIMIT, SIZE_LIMIT, parse_yaml
from assessment.errors import FrameworkInvalid


def refusal(content: bytes) -> str:
    with pytest.raises(FrameworkInvalid) as caught:
        parse_yaml(content, "file.yaml")
    return str(caught.value)


def test_an_alias_bomb_is_refused_at_once() -> None:
    bomb = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"]
    bomb += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, 12)]
    start = time.perf_counter()
    assert "alias or anchor" in refusal("\n".join(bomb).encode())
    assert time.perf_counter() - start < 1


def test_deep_nesting_is_refused() -> None:
    assert "nested deeper" in refusal(b"[" * (DEPTH_LIMIT + 1) + b"]" * (DEPTH_LIMIT + 1))


def test_a_file_that_is_too_large_is_refused() -> None:
    assert "larger than" in refusal(b"a: " + b"x" * SIZE_LIMIT)


def test_a_file_that_is_not_text_is_refused() -> None:
    assert "UTF-8" in refusal(b"a: \xff\xfe")


def test_an_empty_file_is_refused() -> None:
    assert "is empty" in refusal(b"")


def test_a_tag_that_would_build_an_object_is_refused() -> None:
    assert "has the tag" in refusal(b"a: !!python/object/apply:os.system ['true']\n")


def test_a_character_yaml_does_not_allow_is_refused() -> None:
    assert "not valid YAML" in refusal(b'a: "\x01"')


def test_quoted_words_stay_text_and_numbers_stay_numbers() -> None:
    read = parse_yaml(b'a: "No"\nb: 3\nc: 0.5\nd: true\ne: null\n', "file.yaml")
    assert read.values == {"a": "No", "b": 3, "c": 0.5, "d": True, "e": None}
    assert type(read.values["b"]) is int


def test_the_line_of_a_value_inside_a_list_is_known() -> None:
    read = parse_yaml(b"a:\n  - b: 1\n  - b: 2\n", "file.yaml")
    assert read.line_of(("a", 1, "b")) == 3
    assert read.line_of(("a", 1, "unknown")) == 3
