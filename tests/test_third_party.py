"""THIRD-PARTY.md is what is installed, and nothing under the GPL or AGPL runs with the app."""

from __future__ import annotations

import ast
import runpy
import sys
from importlib.metadata import packages_distributions
from pathlib import Path

PARTS_OF_CHOSEN = {"pydantic_core"}  # pydantic's own core, pinned by pydantic to the one it works with
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


def test_every_library_the_app_imports_is_chosen_in_requirements() -> None:
    chosen = {
        module
        for module, names in packages_distributions().items()
        if any(SCRIPT["canonical"](name) in SCRIPT["direct_requirements"]() for name in names)
    }
    imported = {
        name.split(".")[0]
        for path in [ROOT / "app.py", *(ROOT / "assessment").rglob("*.py")]
        for node in ast.walk(ast.parse(path.read_text()))
        for name in (
            [alias.name for alias in node.names]
            if isinstance(node, ast.Import)
            else [node.module or ""]
            if isinstance(node, ast.ImportFrom) and node.level == 0
            else []
        )
    }
    assert imported - set(sys.stdlib_module_names) - {"assessment", ""} <= chosen | PARTS_OF_CHOSEN
