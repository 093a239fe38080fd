"""Every example in a docstring of the views and of their words is true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import assessment.views

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(assessment.views.__path__, prefix=f"{assessment.views.__name__}.")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_come_out_as_printed(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_words_of_numbers_have_examples() -> None:
    numbers = importlib.import_module("assessment.views.wording.numbers")
    assert sum(len(found.examples) for found in doctest.DocTestFinder().find(numbers)) >= 20
