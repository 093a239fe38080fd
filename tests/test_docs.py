"""What the documents say is so: links lead somewhere, commands exist, tables and numbers are those of the code."""

from __future__ import annotations

import importlib
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

from assessment.catalogue import load_framework
from assessment.cli import COMMANDS
from assessment.domain.answered.roadmap_settings import RoadmapSettings
from assessment.domain.cases import AREAS
from assessment.services import limits
from assessment.views.registry import VIEWS
from tests.test_architecture import ALLOWED

ROOT = Path(__file__).resolve().parent.parent
DOCUMENTS = (*sorted(ROOT.glob("*.md")), *sorted((ROOT / "docs").glob("*.md")))
EVERYWHERE = {
    "errors",
    "cli_text",
    "cli_accounts",
    "cli_actor",
    "cli_checking",
    "cli_compare",
    "cli_bin",
    "cli_database",
    "cli_erasing",
    "cli_journal",
    "cli_layouts",
    "cli_plan",
    "cli_portfolio",
    "cli_read_back",
    "cli_streams",
}  # said in words below the table of imports
EMPHASISED = {"Acme", "Acme Limited"}  # names, not labels of a page


@cache
def text(name: str) -> str:
    return (ROOT / name).read_text("utf-8")


def links(path: Path) -> Iterator[str]:
    """The targets of a document's links that lead to other places of this folder."""
    prose = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    yield from (target for target in re.findall(r"\]\(([^)\s]+)\)", prose) if "://" not in target)


def anchors(path: Path) -> set[str]:
    """What the headings of a document are linked by."""
    prose = re.sub(r"```.*?```", "", path.read_text("utf-8"), flags=re.DOTALL)
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}


def rows(document: str, head: str) -> list[list[str]]:
    """The cells of the table that begins with `head`, without head and rule."""
    lines = text(document).split(head, 1)[1].splitlines()[2:]
    found: list[list[str]] = []
    for line in lines:
        if not line.startswith("|"):
            break
        found.append([cell.strip() for cell in line.strip("|").split(" | ")])
    return found


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_link_leads_to_a_file_and_a_heading_that_are_there(path: Path) -> None:
    for target in links(path):
        file, _, anchor = target.partition("#")
        place = (path.parent / file).resolve() if file else path
        assert place.exists(), target
        assert not anchor or anchor in anchors(place), target


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_command_that_is_named_is_there(path: Path) -> None:
    known = {command.name for command in COMMANDS}
    assert set(re.findall(r"python -m assessment ([a-z-]+)", path.read_text("utf-8"))) <= known


@pytest.mark.parametrize("path", DOCUMENTS, ids=lambda path: path.name)
def test_every_target_that_is_named_is_in_the_makefile(path: Path) -> None:
    known = set(re.findall(r"^([a-z-]+):.*##", text("Makefile"), re.MULTILINE))
    named = re.findall(r"(?:`|^|&& |plumbline )make ([a-z]+)", path.read_text("utf-8"), re.MULTILINE)
    assert set(named) <= known


def test_the_readme_shows_every_command_and_every_view() -> None:
    block = text("README.md").split("## On the command line", 1)[1]
    assert set(re.findall(r"python -m assessment ([a-z-]+)", block)) == {command.name for command in COMMANDS}
    named = " ".join(block.split("`show` knows these views:", 1)[1].split(". ", 1)[0].split())
    assert re.findall(r"`([a-z-]+)`", named) == list(VIEWS)


def test_the_areas_of_the_page_are_those_that_verify_knows() -> None:
    named = [cells[0].split(" (")[0] for cells in rows("docs/verification.md", "| area (section) |")]
    assert sorted(named) == sorted(AREAS)


def test_the_default_weights_are_those_a_new_roadmap_has() -> None:
    settings = RoadmapSettings()
    weights = {cells[0]: float(cells[1]) for cells in rows("docs/method.md", "| criterion |")}
    assert weights == {
        "pain": settings.pain_weight,
        "importance": settings.importance_weight,
        "leverage": settings.leverage_weight,
    }
    tuned = {cells[0]: cells[2] for cells in rows("docs/consultant.md", "| what | where | default |")}
    assert tuned["weights of pain, importance and leverage"] == ", ".join(map(str, weights.values()))


def test_the_limits_of_the_page_are_those_that_are_kept() -> None:
    named = {cells[0]: cells[1] for cells in rows("docs/administrator.md", "| of one assessment |")}
    assert named["people"].startswith(f"{limits.RESPONDENT_LIMIT};")
    assert f"({limits.ANSWER_LIMIT:,} divided by that number)" in named["people"]
    assert named["critical services"] == str(limits.CRITICAL_SERVICE_LIMIT)
    assert named["notes, reasons and other texts together"] == f"{limits.TEXT_LIMIT:,} characters"


def test_the_table_of_imports_is_the_one_that_is_kept() -> None:
    for layers, allowed in rows("CONTRIBUTING.md", "| layer |"):
        for layer in re.findall(r"`(\w+)`", layers):
            assert set(re.findall(r"`(\w+)`", allowed)) == ALLOWED[layer] - EVERYWHERE, layer


@pytest.mark.parametrize("package", ["assessment.views", "assessment.views.frameworks", "assessment.services"])
def test_the_docstring_of_a_package_names_each_of_its_modules(package: str) -> None:
    module = importlib.import_module(package)
    assert module.__doc__ is not None
    assert module.__file__ is not None
    own = {path.stem for path in Path(module.__file__).parent.iterdir() if not path.name.startswith("__")}
    assert set(re.findall(r"`(\w+)`", module.__doc__.split("| module |", 1)[1])) == own - {"wording"}


def test_the_hours_of_the_handbook_are_those_of_the_guides() -> None:
    framework = load_framework(ROOT / "questionnaires" / "itsm-reference")
    minutes = {process.id: process.guide for process in framework.processes if process.guide is not None}
    known = {
        group.name: (
            str(len(group.processes)),
            str(sum(minutes[one].minutes_quick for one in group.processes)),
            str(sum(minutes[one].minutes_full for one in group.processes)),
        )
        for group in framework.groups
    }
    whole = [sum(int(cells[column]) for cells in known.values()) for column in range(3)]
    named = {cells[0]: tuple(cells[1:]) for cells in rows("docs/handbook.md", "| group | processes |")}
    assert named == {**known, "all": tuple(map(str, whole))}
    assert f"That is {whole[1] / 60:.1f} hours at quick depth and {whole[2] / 60:.1f} at full." in text(
        "docs/handbook.md"
    )


@pytest.mark.parametrize(
    "name",
    ["docs/facilitator.md", "docs/handbook.md", "docs/consultant.md", "docs/administrator.md", "docs/workshop.md"],
)
def test_what_a_guide_calls_by_its_label_is_labelled_so(name: str) -> None:
    words = "\n".join(path.read_text("utf-8") for path in (ROOT / "assessment/views/wording").rglob("*.py"))
    named = set(re.findall(r"(?<!\*)\*([A-Z][^*]+)\*(?!\*)", " ".join(text(name).split()))) - EMPHASISED
    assert named
    assert {label for label in named if label not in words} == set()
