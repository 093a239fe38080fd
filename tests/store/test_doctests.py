"""The examples in the docstrings of the store are true."""

from __future__ import annotations

import doctest
from types import ModuleType

import pytest

from assessment.store import extent, organisations


@pytest.mark.parametrize("module", [extent, organisations], ids=lambda module: module.__name__)
def test_the_examples_in_its_docstrings_are_true(module: ModuleType) -> None:
    result = doctest.testmod(module)
    assert (result.attempted > 0, result.failed) == (True, 0)
