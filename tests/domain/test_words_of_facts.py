"""The words of the facts: what an export and the JSON of the command line call a kind is its name in small letters."""

from __future__ import annotations

import importlib
import pkgutil
from enum import StrEnum

import pytest

from assessment import domain

MODULES = sorted(found.name for found in pkgutil.walk_packages(domain.__path__, f"{domain.__name__}."))
KINDS = sorted(
    {
        kind
        for module in MODULES
        for kind in vars(importlib.import_module(module)).values()
        if isinstance(kind, type) and issubclass(kind, StrEnum) and kind is not StrEnum and list(kind)
    },
    key=lambda kind: (kind.__module__, kind.__name__),
)

SHORT = {
    "Effort": {"SMALL": "S", "MEDIUM": "M", "LARGE": "L"},
    "RatingLetter": {"N": "N", "P_MINUS": "P-", "P_PLUS": "P+", "L_MINUS": "L-", "L_PLUS": "L+", "F": "F"},
}


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.__name__)
def test_a_word_is_the_name_of_its_kind(kind: type[StrEnum]) -> None:
    spelled_out = {one.name: one.name.lower().replace("_", "-") for one in kind}
    assert {one.name: one.value for one in kind} == SHORT.get(kind.__name__, spelled_out)
