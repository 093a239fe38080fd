"""Every example in a docstring of the method is true."""

from __future__ import annotations

import doctest
import importlib
import pkgutil

import pytest

import assessment.domain

MODULES = sorted(
    found.name for found in pkgutil.walk_packages(assessment.domain.__path__, prefix=f"{assessment.domain.__name__}.")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_come_out_as_printed(name: str) -> None:
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_the_rules_have_examples() -> None:
    finder = doctest.DocTestFinder()
    examples = sum(len(found.examples) for name in MODULES for found in finder.find(importlib.import_module(name)))
    assert examples >= 50
