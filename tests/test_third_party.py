"""THIRD-PARTY.md is what is installed, and nothing under the GPL or AGPL runs with the app."""

from __future__ import annotations

import runpy
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SCRIPT = runpy.run_path(str(ROOT / "scripts" / "third_party.py"))


def test_the_list_is_what_is_installed() -> None:
    assert (ROOT / "THIRD-PARTY.md").read_text() == SCRIPT["rendered"](), "run: make lock"


def test_every_chosen_package_is_pinned_and_says_why_it_is_here() -> None:
    for requirement, reason in SCRIPT["direct_requirements"]().values():
        assert str(requirement.specifier).startswith("=="), requirement
        assert len(reason) > 10, requirement


def test_every_package_declares_a_licence_that_is_not_gpl_alone() -> None:
    for package in SCRIPT["runtime_packages"]():
        assert package.licence != "not declared", package.name
        choices = package.licence.replace(" OR ", ",").split(",")
        free = [c for c in choices if "Lesser" in c or "LGPL" in c or ("GPL" not in c and "General Public" not in c)]
        assert free, f"{package.name}: {package.licence}"
